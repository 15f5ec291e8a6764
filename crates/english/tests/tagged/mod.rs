//! Documents of tagged words, made without parser and tagger.

use sayso_model::{
    NONE, Sentence, Shape, Span, Structure, Tag, Token, TokenKind, TokenRange, word_hash,
};

/// A text of tagged words.
pub struct Tagged {
    pub text: String,
    pub structure: Structure,
    pub tags: Vec<Tag>,
}

/// Reads words with their tags: `it/PRP rained/VBD`.
pub fn tagged(words: &str) -> Tagged {
    let mut all = Tagged {
        text: String::new(),
        structure: Structure::default(),
        tags: Vec::new(),
    };
    for pair in words.split_whitespace() {
        let (form, tag) = pair.rsplit_once('/').expect("word/TAG");
        let start = all.text.len() as u32;
        all.text.push_str(form);
        let span = Span::new(start, all.text.len() as u32);
        all.text.push(' ');
        all.tags.push(Tag::from_name(tag).expect(pair));
        all.structure.tokens.push(token(form, span));
    }
    let tokens = TokenRange::new(0, all.tags.len() as u32);
    let span = Span::new(0, all.text.len() as u32 - 1);
    let sentence = Sentence {
        span,
        tokens,
        paragraph: 0,
    };
    all.structure.sentences.push(sentence);
    all
}

fn token(form: &str, span: Span) -> Token {
    let capital = form.chars().next().is_some_and(char::is_uppercase);
    let all = form.len() > 1 && form.chars().all(char::is_uppercase);
    let flags = [
        (capital, Shape::CAPITAL),
        (all, Shape::ALL_CAPITALS),
        (form.len() > 1 && form.ends_with('.'), Shape::ABBREVIATION),
    ];
    let set = flags.into_iter().filter(|f| f.0);
    Token {
        span,
        word: word_hash(form),
        quotation: NONE,
        kind: TokenKind::WORD,
        shape: set.fold(Shape::default(), |shape, f| shape.with(f.1)),
        reserved: 0,
    }
}
