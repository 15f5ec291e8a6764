//! Sets of word classes.

/// A set of word classes: one bit each, numbered by the plugin with [`classes!`](crate::classes).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Classes(pub u64);

impl Classes {
    /// No class.
    pub const NONE: Classes = Classes(0);

    /// Whether the two sets share a class.
    pub const fn has(self, any: Classes) -> bool {
        self.0 & any.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// Numbers a plugin's word classes and lists their names as word lists write them:
/// `REPORTED_SPEECH` is `reported-speech` there.
///
/// ```
/// sayso_plugin::classes! { CLASS_NAMES: SPEECH, BELIEF }
/// assert_eq!(CLASS_NAMES, ["SPEECH", "BELIEF"]);
/// assert!(SPEECH.or(BELIEF).has(SPEECH));
/// ```
#[macro_export]
macro_rules! classes {
    ($names:ident: $($(#[$meta:meta])* $class:ident),+ $(,)?) => {
        /// The names of the word classes, in the order of their bits.
        pub const $names: &[&str] = &[$(stringify!($class)),+];
        #[doc(hidden)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        mod class_numbers {
            #[repr(u8)]
            pub(super) enum Number { $($class),+ }
        }
        $(
            $(#[$meta])*
            #[allow(missing_docs)]
            pub const $class: $crate::Classes =
                $crate::Classes(1 << class_numbers::Number::$class as u8);
        )+
    };
}
