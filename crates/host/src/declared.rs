//! What a plugin declared to emit, as numbers of names.

use sayso_model::{Annotations, Label};

use crate::loaded::Loaded;

/// A plugin's id, kinds and roles as labels of the annotations that it adds to.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    plugin: Label,
    /// Each kind, and where its roles end in `roles`; they begin where those before end.
    kinds: Vec<(Label, usize)>,
    roles: Vec<Label>,
}

impl Declared {
    /// Looks up all names of a plugin.
    pub(crate) fn fill(&mut self, plugin: &Loaded, annotations: &mut Annotations) {
        self.plugin = annotations.label(plugin.id());
        self.kinds.clear();
        self.roles.clear();
        for output in plugin.outputs() {
            let roles = output.roles.iter().map(|role| annotations.label(role));
            self.roles.extend(roles);
            let kind = annotations.label(&output.kind);
            self.kinds.push((kind, self.roles.len()));
        }
    }

    /// The plugin's id.
    pub(crate) fn plugin(&self) -> Label {
        self.plugin
    }

    /// The roles of a kind, if that is declared.
    pub(crate) fn roles(&self, kind: Label) -> Option<&[Label]> {
        let at = self.kinds.iter().position(|&(known, _)| known == kind)?;
        let first = at.checked_sub(1).map_or(0, |before| self.kinds[before].1);
        Some(&self.roles[first..self.kinds[at].1])
    }
}
