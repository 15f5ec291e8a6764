use crate::{Word, trace};

/// A rule: its name, and what it sees.
///
/// The doc text begins with a sentence on what the rule sees. Its examples stand on lines
/// that begin with `> `: a sentence in which brackets mark what must be found and the role
/// follows the bracket, `[Duarte]source [said]cue [it rained]content.` A sentence in which
/// the rule must stay silent stands on a line that begins with `>! `. The function
/// `testing::check_rules` (feature `testing`) runs them all.
///
/// ```
/// use sayso_plugin::Rule;
/// const SHOUT: Rule = Rule {
///     name: "shout",
///     doc: "A word in capitals.\n> They [SHOUTED]cue.\n>! They whispered.",
/// };
/// assert_eq!(SHOUT.name, "shout");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The name that its annotations carry: lower-case words joined by hyphens.
    pub name: &'static str,
    /// What it sees, with examples.
    pub doc: &'static str,
}

impl Rule {
    /// Runs the function of a hand-written rule at a word, so that `sayso explain` can tell
    /// how far it came: which word it looked at last, and for what. Costs nothing unless
    /// somebody asks.
    ///
    /// ```
    /// use sayso_plugin::{Rule, TokenRange, Word};
    ///
    /// const SHOUT: Rule = Rule { name: "shout", doc: "A word in capitals." };
    ///
    /// fn shout(word: Word<'_>) -> Option<TokenRange> {
    ///     let here = word.index() as u32;
    ///     let loud = word.has_shape(sayso_plugin::Shape::ALL_CAPITALS);
    ///     loud.then(|| TokenRange::new(here, here + 1))
    /// }
    ///
    /// fn at(word: Word<'_>) -> Option<TokenRange> {
    ///     SHOUT.attempt(word, || shout(word))
    /// }
    /// ```
    pub fn attempt<T>(&self, at: Word<'_>, look: impl FnOnce() -> Option<T>) -> Option<T> {
        if !trace::traced() {
            return look();
        }
        trace::begin(self.name, at);
        let seen = look();
        trace::end(seen.is_some());
        seen
    }
}

/// Declares a rule; its doc comment is its doc text.
///
/// Around a function that gives a [`Pattern`](crate::pattern::Pattern) it makes a
/// [`PatternRule`](crate::PatternRule) for [`export!`](crate::export), called as the function
/// with hyphens in the place of underscores:
///
/// ```
/// use sayso_plugin::pattern::{Pattern, lemma};
/// sayso_plugin::rule! {
///     /// A warning.
///     ///
///     /// > They [warned]match him.
///     pub fn a_warning() -> Pattern {
///         lemma("warn")
///     }
/// }
/// assert_eq!(a_warning.rule.name, "a-warning");
/// ```
///
/// Without a function it makes a [`Rule`], for rules that are written by hand:
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
    ($(#[doc = $doc:literal])* $vis:vis fn $rule:ident() -> $pattern:ty $body:block) => {
        $(#[doc = $doc])*
        #[allow(non_upper_case_globals)]
        $vis const $rule: $crate::PatternRule = {
            fn pattern() -> $pattern $body
            const NAME: &[u8] = &$crate::hyphenated::<{ stringify!($rule).len() }>(stringify!($rule));
            $crate::PatternRule {
                rule: $crate::Rule {
                    name: match ::core::str::from_utf8(NAME) {
                        Ok(name) => name,
                        Err(_) => stringify!($rule),
                    },
                    doc: concat!($($doc, "\n"),*),
                },
                pattern,
                source: concat!(file!(), ":", line!()),
            }
        };
    };
}

/// A function's name as a rule's; used by [`rule!`](crate::rule).
#[doc(hidden)]
pub const fn hyphenated<const N: usize>(name: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut at = 0;
    while at < N {
        bytes[at] = match name.as_bytes()[at] {
            b'_' => b'-',
            other => other,
        };
        at += 1;
    }
    bytes
}
