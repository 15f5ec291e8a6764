//! What kinds of names, chunks, verb groups and clauses there are, and their flags.

macro_rules! kinds {
    ($(#[$meta:meta])* $id:ident { $($(#[$doc:meta])* $name:ident = $number:literal $text:literal;)+ }) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $id(pub u8);

        impl $id {
            $($(#[$doc])* pub const $name: Self = Self($number);)+

            /// Its name in output.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                    _ => "unknown",
                }
            }
        }

        impl std::fmt::Debug for $id {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

macro_rules! flags {
    ($(#[$meta:meta])* $id:ident($word:ty) { $($(#[$doc:meta])* $name:ident = $bit:literal;)+ }) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $id(pub $word);

        impl $id {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+

            /// None of the flags.
            pub const NONE: Self = Self(0);

            /// Whether all flags of `other` are set.
            pub const fn has(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether one of the flags of `other` is set.
            pub const fn has_any(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The flags of both.
            pub const fn with(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Sets the flags of `other`.
            pub const fn set(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }

        impl std::fmt::Debug for $id {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let names = [$((Self::$name, stringify!($name))),+];
                let set = names.iter().filter(|(flag, _)| self.has(*flag));
                f.debug_set().entries(set.map(|(_, name)| name)).finish()
            }
        }
    };
}

kinds! {
    /// What the head of a chunk is.
    ChunkKind {
        /// A common noun, or an adjective in its place: `the plan`, `the poor`.
        NOUN = 1 "noun";
        /// A proper noun: `Sen. John McCain`, `the State Department`.
        NAME = 2 "name";
        /// A personal, reflexive or possessive pronoun: `she`, `theirs`.
        PRONOUN = 3 "pronoun";
        /// A determiner alone: `this`, `some`, `both`.
        DETERMINER = 4 "determiner";
        /// `who`, `which`, relative `that`, `what`.
        WH = 5 "wh";
        /// A number alone: `40`, `$3.5 billion`.
        NUMBER = 6 "number";
        /// Existential `there`.
        EXISTENTIAL = 7 "existential";
    }
}

kinds! {
    /// How a chunk is joined to the words before it.
    ChunkLink {
        /// It is subject, object or the like.
        NONE = 0 "none";
        /// It stands behind a preposition.
        PREPOSITION = 1 "preposition";
        /// It stands behind `of` and belongs to the chunk before it.
        OF = 2 "of";
        /// It is joined to a chunk before it by a comma or conjunction.
        COORDINATION = 3 "coordination";
        /// It describes the chunk before it, from which a comma parts it.
        APPOSITION = 4 "apposition";
    }
}

flags! {
    /// What is known of a chunk.
    ChunkFlags(u32) {
        /// Its head is a personal pronoun.
        PRONOUN = 0;
        /// Its head is a proper noun.
        NAME = 1;
        /// It is a person or persons: a name, or a word for what someone is.
        PERSON = 2;
        /// It is an organisation.
        ORGANIZATION = 3;
        /// It is a place.
        PLACE = 4;
        /// It is a date, a day or another time: `Monday night`, `Jan. 5, 2016`.
        TIME = 5;
        /// It is a sum of money.
        MONEY = 6;
        /// It has a number in it.
        NUMBER = 7;
        /// An owner stands in it: `Moscow's concerns`.
        POSSESSIVE = 8;
        /// It stands between commas and describes the chunk before it.
        APPOSITIVE = 9;
        /// It is one of a list: `Rice, Gates and others`.
        COORDINATED = 10;
        /// Its head is a plural noun.
        PLURAL = 11;
        /// It begins with an article, a possessive or another determiner.
        DETERMINED = 12;
        /// It begins a relative or wh-clause.
        WH = 13;
    }
}

kinds! {
    /// What a name names.
    NameKind {
        /// Not known.
        OTHER = 0 "other";
        /// A person.
        PERSON = 1 "person";
        /// An organisation.
        ORGANIZATION = 2 "organization";
        /// A place.
        PLACE = 3 "place";
        /// A day or month.
        TIME = 4 "time";
    }
}

kinds! {
    /// The gender that a name or title tells.
    Gender {
        /// Not known, or both.
        NONE = 0 "none";
        /// Female.
        FEMALE = 1 "female";
        /// Male.
        MALE = 2 "male";
    }
}

flags! {
    /// Form and voice of a verb group.
    VerbFlags(u16) {
        /// It has a tense or a modal: it can have a subject.
        FINITE = 0;
        /// `not`, `n't`, `never` is in it.
        NEGATED = 1;
        /// `was told`, `would be made`.
        PASSIVE = 2;
        /// `has said`.
        PERFECT = 3;
        /// `is saying`.
        PROGRESSIVE = 4;
        /// `would`, `could`, `will`, `must` opens it.
        MODAL = 5;
        /// `to` opens it.
        INFINITIVE = 6;
        /// An -ing or past participle without auxiliary.
        PARTICIPLE = 7;
        /// One group with an infinitive: `is expected to discuss`.
        SEMI_AUXILIARY = 8;
    }
}

kinds! {
    /// The tense of a verb group.
    Tense {
        /// None: modal, infinitive or participle.
        NONE = 0 "none";
        /// Present.
        PRESENT = 1 "present";
        /// Past.
        PAST = 2 "past";
    }
}

kinds! {
    /// What a clause is.
    ClauseKind {
        /// A main clause.
        MAIN = 1 "main";
        /// Opened by the conjunction `that`.
        THAT = 2 "that";
        /// Opened by `what`, `who`, `how`, `whether` and the like, not behind a noun.
        WH = 3 "wh";
        /// A complement without opener: `said [it rained]`.
        BARE = 4 "bare";
        /// A relative clause: `who has seen it`, `the plan [he announced]`.
        RELATIVE = 5 "relative";
        /// An -ing form or past participle: `, [saying it rained]`.
        PARTICIPLE = 6 "participle";
        /// Opened by `when`, `while`, `if`, `because` and the like.
        ADVERBIAL = 7 "adverbial";
        /// Opened by `to`.
        INFINITIVE = 8 "infinitive";
        /// Joined by `and`, `but` or `or` to the clause it stands in: `and said it rained`.
        COORDINATE = 9 "coordinate";
        /// Puts in who says it: `It rained, [he said].`
        REPORTING = 10 "reporting";
    }
}
