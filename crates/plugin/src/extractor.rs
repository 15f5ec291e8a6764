use crate::{Document, Error, Findings, Found, Rule, Settings};

/// A plugin: finds something in documents.
///
/// One instance is made for each worker thread, so an extractor may keep buffers between
/// documents, but what it finds must not depend on the documents before.
///
/// ```
/// use sayso_plugin::{About, Document, Error, Extractor, Findings, Found, Output, Rule, Settings};
///
/// /// Finds every word written in capitals.
/// struct Shouting;
///
/// const SHOUT: Rule = Rule { name: "shout", doc: "A word in capitals." };
///
/// impl Extractor for Shouting {
///     const ABOUT: About = About {
///         summary: "words in capitals",
///         outputs: &[Output { kind: "shout", roles: &["cue"] }],
///         rules: &[SHOUT],
///         ..About::NOTHING
///     };
///
///     fn create(_: &Settings) -> Result<Self, Error> {
///         Ok(Shouting)
///     }
///
///     fn extract(
///         &mut self,
///         document: &Document<'_>,
///         _: &Found<'_>,
///         findings: &mut Findings<'_>,
///     ) -> Result<(), Error> {
///         for token in document.tokens {
///             if token.shape.has(sayso_plugin::Shape::ALL_CAPITALS) {
///                 findings.add("shout", &SHOUT).part("cue", token.span).emit();
///             }
///         }
///         Ok(())
///     }
/// }
///
/// sayso_plugin::export!(Shouting);
/// # fn main() {}
/// ```
pub trait Extractor: Send + Sized + 'static {
    /// What the plugin finds, reads and can be told.
    const ABOUT: About;

    /// [`Self::ABOUT`], for plugins that put it together when they are loaded.
    #[doc(hidden)]
    fn about() -> About {
        Self::ABOUT
    }

    /// Makes an instance.
    ///
    /// # Errors
    /// Whatever keeps the plugin from working, such as settings that contradict one another.
    fn create(settings: &Settings) -> Result<Self, Error>;

    /// Finds what it finds in one document.
    ///
    /// # Errors
    /// An error drops all that this plugin found in this document; others are not touched.
    fn extract(
        &mut self,
        document: &Document<'_>,
        found: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error>;
}

/// What a plugin finds, reads and can be told; known before it runs.
///
/// ```
/// use sayso_plugin::{About, Need, Output, Setting, SettingType};
///
/// const ABOUT: About = About {
///     summary: "who warns of what",
///     outputs: &[Output { kind: "warning", roles: &["source", "cue", "content"] }],
///     needs: &[Need { kind: "attribution", optional: true }],
///     settings: &[Setting {
///         key: "strong-only",
///         value: SettingType::Bool,
///         doc: "Leaves weak warnings out; without it all are found.",
///     }],
///     language: true,
///     ..About::NOTHING
/// };
/// assert_eq!(ABOUT.outputs[0].roles[1], "cue");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// One line on what it finds.
    pub summary: &'static str,
    /// The kinds of annotations it may make; the host drops others.
    pub outputs: &'static [Output],
    /// The kinds of annotations it reads; their makers run before.
    pub needs: &'static [Need],
    /// Whether it reads the language layer: parts of speech, lemmas, phrases. Without it these
    /// are missing, unless another plugin asked for them.
    pub language: bool,
    /// What it can be told.
    pub settings: &'static [Setting],
    /// Its rules.
    pub rules: &'static [Rule],
}

impl About {
    /// A plugin that declares nothing; the base of a struct update.
    pub const NOTHING: About = About {
        summary: "",
        outputs: &[],
        needs: &[],
        language: false,
        settings: &[],
        rules: &[],
    };
}

/// A kind of annotation that a plugin makes.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// Its name.
    pub kind: &'static str,
    /// The roles its parts may have.
    pub roles: &'static [&'static str],
}

/// A kind of annotation that a plugin reads.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// Its name.
    pub kind: &'static str,
    /// Whether the plugin works without anyone who makes it.
    pub optional: bool,
}

/// Something a plugin can be told, by a key in its settings.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// The type of its value.
    pub value: SettingType,
    /// What it does, and what holds without it.
    pub doc: &'static str,
}

/// The type of a setting's value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettingType {
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list of texts.
    Texts,
}
