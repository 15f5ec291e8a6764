//! Which rules a cue may be for: what a rule asks of a cue before all else, said ahead, so that
//! rules that cannot match are not tried one by one.

use sayso_plugin::Classes;

use super::ON_CUES;
use crate::complement::Kind;
use crate::cue::Cue;
use crate::frames::Frames;

/// Rules by their places in [`ON_CUES`], a bit for each.
pub type Set = u32;

/// What a rule wants of a cue. It is never more than the rule asks itself.
#[derive(Clone, Copy)]
pub struct Wants {
    /// One of these frames, or one of the classes.
    frames: Frames,
    classes: Classes,
    /// One of these behind it, a bit for each.
    kinds: u8,
    active: bool,
    passive: bool,
    participle: bool,
}

impl Wants {
    /// A verb with one of these frames.
    pub const fn frames(frames: Frames) -> Self {
        Self {
            frames,
            classes: Classes::NONE,
            kinds: u8::MAX,
            active: true,
            passive: true,
            participle: true,
        }
    }

    /// A verb of one of these classes; where there are frames, of either.
    pub const fn classes(classes: Classes) -> Self {
        Self::frames(Frames::NONE).or(classes)
    }

    pub const fn or(self, classes: Classes) -> Self {
        Self { classes, ..self }
    }

    /// Whatever verb.
    pub const fn any() -> Self {
        Self::frames(Frames::ALL)
    }

    /// One of these behind the verb.
    pub const fn kinds(mut self, kinds: &[Kind]) -> Self {
        self.kinds = 0;
        let mut at = 0;
        while at < kinds.len() {
            self.kinds |= 1 << kinds[at] as u8;
            at += 1;
        }
        self
    }

    /// No passive.
    pub const fn active(self) -> Self {
        Self {
            passive: false,
            ..self
        }
    }

    /// A passive.
    pub const fn passive(self) -> Self {
        Self {
            active: false,
            ..self
        }
    }

    /// No participle.
    pub const fn finite(self) -> Self {
        Self {
            participle: false,
            ..self
        }
    }
}

/// The rules that want something, by a test of what they want.
macro_rules! set {
    ($wants:ident => $holds:expr) => {{
        let (mut set, mut at) = (0, 0);
        while at < ON_CUES.len() {
            let $wants = &ON_CUES[at].wants;
            if $holds {
                set |= 1 << at;
            }
            at += 1;
        }
        set
    }};
}

/// By the kind of what follows.
const BY_KIND: [Set; 8] = {
    let (mut sets, mut kind) = ([0; 8], 0);
    while kind < sets.len() {
        sets[kind] = set!(wants => wants.kinds >> kind & 1 != 0);
        kind += 1;
    }
    sets
};
const ACTIVE: Set = set!(wants => wants.active);
const PASSIVE: Set = set!(wants => wants.passive);
const PARTICIPLE: Set = set!(wants => wants.participle);

/// The rules that a verb with these frames and classes may be for.
pub fn for_verb(frames: Frames, classes: Classes) -> Set {
    set!(wants => wants.frames.has(frames) || wants.classes.has(classes))
}

/// The rules that a cue may be for, of those that its verb may be for.
pub fn for_cue(of_verb: Set, cue: &Cue<'_>) -> Set {
    let voice = if cue.passive { PASSIVE } else { ACTIVE };
    let form = if cue.participle { PARTICIPLE } else { Set::MAX };
    of_verb & BY_KIND[cue.complement.kind as usize] & voice & form
}
