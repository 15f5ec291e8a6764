//! Texts that a plugin has to live with.

/// A text of the check: `unit`, so many times.
pub(crate) struct Text {
    pub(crate) name: &'static str,
    unit: &'static str,
    times: usize,
}

impl Text {
    const fn new(name: &'static str, unit: &'static str) -> Self {
        Self::times(name, unit, 1)
    }

    const fn times(name: &'static str, unit: &'static str, times: usize) -> Self {
        Self { name, unit, times }
    }

    /// About so many bytes of it.
    pub(crate) fn repeated(&self, len: usize) -> String {
        self.unit.repeat(len.div_ceil(self.unit.len()))
    }
}

/// The text of this number.
pub(crate) fn make(at: usize) -> String {
    TEXTS[at].unit.repeat(TEXTS[at].times)
}

const NEWS: &str = "\
“We may lose 40 boats,” said Ana Reyes, the mayor of Tolle. She declined to predict when the \
harbour would open, or whether it would.\n\nThe minister, Lars Holm, said that the sea had risen \
by 3 percent. According to Holm, it will probably rise again. “I think,” he added, “that nobody \
knows.” Critics accused the government of having done nothing. It is not known why; a spokeswoman \
did not reply to questions.\n\n“The so-called ‘wall’ is finished?” asked Dr. Li. “Hardly.”\n\n";

/// Short texts, each with something that plugins stumble over.
pub(crate) const TEXTS: &[Text] = &[
    Text::new("empty", ""),
    Text::new("white space only", " \t\r\n\n \u{a0}\u{3000}\n"),
    Text::new("one letter", "a"),
    Text::new("one mark", "“"),
    Text::new("news", NEWS),
    Text::new(
        "hearsay",
        "Critics say it is late. Some believe it will rain, and many think so too.",
    ),
    Text::new("no full stop at the end", "She said it might rain"),
    Text::new("byte order mark", "\u{feff}“It may rain,” she said.\n"),
    Text::new(
        "carriage returns",
        "“It may rain,”\r\nshe said.\r\n\r\nHe said nothing.\r",
    ),
    Text::new(
        "control characters",
        "He\0 said\u{1} it\u{7f} may\u{1b}[31m rain.\u{85}\u{2028}So.",
    ),
    Text::new(
        "unclosed quotation",
        "“It may rain, she said. And then it did.\n\nHe left.",
    ),
    Text::new(
        "quotation closed twice",
        "“It may rain,”” she said. ”What” now?",
    ),
    Text::new(
        "nested quotations",
        "“He said ‘she said “it may ‘rain’”’,” Li said.",
    ),
    Text::times("quotation marks only", "“”\"'‘’«»", 100),
    Text::new(
        "straight marks",
        "\"It may rain,\" she said. 'Perhaps,' said O'Neill's 'friend'.",
    ),
    Text::new("letters of four bytes", "𝓗𝓮 𝓼𝓪𝓲𝓭 “🌧 may come 👩🏽‍🚀,” 🙂 said."),
    Text::new(
        "combining characters",
        "E\u{301}loi\u{308}se said she\u{300}\u{301}\u{302} may le\u{301}ave.",
    ),
    Text::new(
        "right to left",
        "אמר: ״אולי ירד גשם״, said Dan. قال إنه ربما",
    ),
    Text::new(
        "east Asian",
        "「雨が降るかもしれない」と彼は言った。他说可能下雨。",
    ),
    Text::new(
        "changing length in lower case",
        "İSTANBUL MAY WAİT, ẞAID ǅ. ﬁnal ﬀ, she ſaid.",
    ),
    Text::new(
        "noncharacters",
        "He said \u{fffe}\u{ffff}\u{10ffff} it may\u{fffd} rain\u{200b}\u{200d}.",
    ),
    Text::new("capitals", "SHE SAID IT MAY RAIN. “NO COMMENT,” HE SAID."),
    Text::new(
        "numbers",
        "About 3.5 percent, some 1,000,000 or £4m–£5m, 10:30 a.m., Nos. 3/4 said.",
    ),
    Text::new(
        "abbreviations",
        "Mr. J. R. R. Li Jr. of the U.S. Dept. of Agr. said e.g. that. Etc.",
    ),
    Text::new(
        "addresses",
        "See https://example.org/said?may=“rain” or mail she.said@may.example.",
    ),
    Text::times("a very long word", "said", 25_000),
    Text::times(
        "a sentence without end",
        "and she said that it may rain, ",
        1_000,
    ),
    Text::times("many short paragraphs", "He said so.\n\n", 1_000),
    Text::times(
        "many speakers",
        "“So,” said Ana Reyes. “No,” said Lars Holm. He may. ",
        300,
    ),
    Text::times("full stops", ". ", 1_000),
];

/// What is repeated to a megabyte.
pub(crate) const LONG: &[Text] = &[
    Text::new("news", NEWS),
    Text::new("a sentence without end", "and she said that it may rain, "),
    Text::new("one line of words", "word "),
    Text::new("open quotations", "“It may, she said, "),
    Text::new("opening marks", "“‘("),
    Text::new("one word", "said"),
];
