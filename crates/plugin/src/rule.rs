/// A rule: its name, and what it sees.
///
/// The doc text begins with a sentence on what the rule sees. Its examples stand on lines
/// that begin with `> `: a sentence in which brackets mark what must be found and the role
/// follows the bracket, `[Duarte]source [said]cue [it rained]content.` A sentence in which
/// the rule must stay silent stands on a line that begins with `>! `. The function
/// `testing::check_rules` (feature `testing`) runs them all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The name that its annotations carry: lower-case words joined by hyphens.
    pub name: &'static str,
    /// What it sees, with examples.
    pub doc: &'static str,
}

/// Declares a [`Rule`]; its doc comment is its doc text.
///
/// ```
/// sayso_plugin::rule! {
///     /// A word in capitals.
///     ///
///     /// > They [SHOUTED]cue.
///     pub const SHOUT: "shout";
/// }
/// assert_eq!(SHOUT.name, "shout");
/// assert!(SHOUT.doc.contains("[SHOUTED]cue"));
/// ```
#[macro_export]
macro_rules! rule {
    ($(#[doc = $doc:literal])* $vis:vis const $rule:ident: $name:literal;) => {
        $(#[doc = $doc])*
        $vis const $rule: $crate::Rule = $crate::Rule {
            name: $name,
            doc: concat!($($doc, "\n"),*),
        };
    };
}
