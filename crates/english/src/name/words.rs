//! The classes of words and phrases, which the build script reads from the word lists.

pub(crate) use crate::basis::class::*;
use crate::tables::{Keys, Phrase, Word};
use sayso_model::{Document, Token, TokenKind, short_word};

/// What is known of a document's words; the buffers are used again for the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// For each token its number in the table of words; 0 for a word that is not there.
    pub numbers: Vec<u16>,
    /// For each token the classes of its word.
    pub classes: Vec<Classes>,
    /// For each token what tagger and lemmas go by.
    pub keys: Vec<Keys>,
    /// The tokens with words that are not frequent, and where the search for each begins; then
    /// whatever a document before had.
    rare: Vec<(u32, u32)>,
}

impl Known {
    pub(crate) fn new(document: &Document<'_>) -> Self {
        let mut known = Self::default();
        known.look_up(document);
        known
    }

    /// Looks up all words of a document. Their table is too large for the processor's cache: the
    /// slots of rare words are read one right after the other, so that it waits for many at once.
    pub(crate) fn look_up(&mut self, document: &Document<'_>) {
        let (text, tokens) = (document.text, document.tokens);
        self.make_room(tokens.len());
        let rare = self.frequent(text, tokens);
        let rare = &mut self.rare[..rare];
        for (at, slot) in rare.iter_mut() {
            *slot = Word::slot(tokens[*at as usize].word);
        }
        for &mut (at, slot) in rare {
            let (at, token) = (at as usize, &tokens[at as usize]);
            let short = short_word(text, token.span);
            let number = Word::rare(slot, token.word, short, text, token.span);
            let word = Word::get(number);
            self.numbers[at] = number;
            self.classes[at] = word.classes;
            self.keys[at] = match short {
                Some(_) => keys(token, word),
                None => keys(token, word).without_lemmas(),
            };
        }
    }

    /// Looks up the words that are frequent; how many others there are.
    #[inline(never)]
    fn frequent(&mut self, text: &str, tokens: &[Token]) -> usize {
        let len = tokens.len();
        let numbers = &mut self.numbers[..len];
        let classes = &mut self.classes[..len];
        let all_keys = &mut self.keys[..len];
        let mut rare = 0;
        for (at, token) in tokens.iter().enumerate() {
            let number = Word::frequent(token.word, text, token.span);
            let word = Word::get(number);
            numbers[at] = number;
            classes[at] = word.classes;
            all_keys[at] = keys(token, word);
            // Every place is written down, but only that of a rare word stays.
            self.rare[rare].0 = at as u32;
            rare += usize::from(number == 0);
        }
        rare
    }

    fn make_room(&mut self, tokens: usize) {
        self.numbers.resize(tokens, 0);
        self.classes.resize(tokens, 0);
        self.keys.resize(tokens, Keys::default());
        if self.rare.len() <= tokens {
            self.rare.resize(tokens + 1, (0, 0));
        }
    }
}

/// What tagger and lemmas go by: the tag of a quotation mark is known from the parser.
#[inline]
fn keys(token: &Token, word: &Word) -> Keys {
    match token.kind {
        TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE => word.keys.without_tags(),
        _ => word.keys,
    }
}

/// The classes of a phrase of several words, whose hash [`join`] makes of the words' hashes.
pub(crate) fn classes_of_phrase(hash: u32, form: &str) -> Classes {
    Phrase::find(hash, form).map_or(0, |phrase| phrase.classes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::word_hash;

    fn of(form: &str) -> Classes {
        let hash = form.split(' ').map(word_hash).reduce(join).unwrap();
        match form.contains(' ') {
            true => classes_of_phrase(hash, form),
            false => Word::find(form).classes,
        }
    }

    #[test]
    fn words_have_the_classes_of_all_lists() {
        assert_eq!(of("Maria") & (GIVEN | FEMALE), GIVEN | FEMALE);
        assert_eq!(of("has") & (HAVE | SEMI), HAVE | SEMI);
        assert_eq!(of("New York"), PLACE);
        assert_eq!(of("são paulo"), PLACE);
        assert_eq!(of("inconspicuous"), 0);
        // Typographic apostrophes are no others.
        assert_eq!(of("’s") & (BE | HAVE), BE | HAVE);
    }

    #[test]
    fn classes_are_numbered_as_they_are_named() {
        assert_eq!(QUANTITY, 1 << (CLASS_NAMES.len() - 1));
    }

    #[test]
    fn the_given_names_are_sorted_and_unique() {
        let list = include_str!("../../data/given_names.tsv");
        let words = list.lines().filter(|l| !l.starts_with('#'));
        let words: Vec<_> = words.map(|l| l.split('\t').next()).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
