//! Web and mail addresses, `@names` and `#tags`.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{pair, preceded};
use nom::{Input, Parser};

use crate::Parsed;
use crate::character::{ALNUM, first_byte, is};

/// No mail address has a longer name before its `@`; where none has come by then, none is
/// looked for further.
const LONGEST_LOCAL_PART: usize = 64;

/// `http://…`, `https://…` or `www.…`, without the punctuation that follows it.
pub(crate) fn web(input: &str) -> Parsed<'_, &str> {
    let scheme = pair(alt((tag_no_case("https"), tag_no_case("http"))), tag("://"));
    let start = alt((recognize(scheme), tag_no_case("www.")));
    let (_, taken) = recognize(pair(start, location)).parse(input)?;
    Ok(input.take_split(taken.len()))
}

/// A host name without a scheme, known by its ending: `Amazon.com`; with a path, if it has one.
pub(crate) fn host(input: &str) -> Parsed<'_, bool> {
    let dotted = pair(label, many1_count(preceded(tag("."), label)));
    let known = |host: &&str| {
        let ending = host.rsplit('.').next().unwrap_or("");
        matches!(
            ending,
            "com" | "org" | "net" | "gov" | "edu" | "uk" | "info" | "tv"
        )
    };
    let host = verify(recognize(dotted), move |host: &str| known(&host));
    let path = recognize(pair(tag("/"), location));
    pair(host, opt(path))
        .map(|(_, path)| path.is_some())
        .parse(input)
}

/// `name@host.com`.
pub(crate) fn mail(input: &str) -> Parsed<'_, &str> {
    let end = input.floor_char_boundary(LONGEST_LOCAL_PART + 1);
    let local = input.as_bytes()[..end]
        .iter()
        .position(|&b| !(is(b, ALNUM) || matches!(b, b'.' | b'_' | b'-' | b'+')));
    match local {
        Some(at) if at > 0 && input.as_bytes()[at] == b'@' => {
            let mut dotted = pair(label, many1_count(preceded(tag("."), label)));
            let (rest, _) = dotted.parse(&input[at + 1..])?;
            Ok(input.take_split(input.len() - rest.len()))
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// `@name` or `#tag`: a tag begins with a letter (`#2` is a number).
pub(crate) fn handle(input: &str) -> Parsed<'_, &str> {
    let name = verify(
        nom::bytes::complete::take_while1(|c: char| c == '_' || c.is_alphanumeric()),
        |name: &str| first_byte(input) == b'@' || !first_byte(name).is_ascii_digit(),
    );
    recognize(pair(alt((tag("@"), tag("#"))), name)).parse(input)
}

/// A part of a host name.
fn label(input: &str) -> Parsed<'_, &str> {
    let end = input
        .bytes()
        .position(|b| !(is(b, ALNUM) || b == b'-'))
        .unwrap_or(input.len());
    if end == 0 {
        Err(nom::Err::Error(()))
    } else {
        Ok(input.take_split(end))
    }
}

/// The rest of a web address: all up to white space or a quotation mark, less the
/// punctuation at its end, which belongs to the sentence.
fn location(input: &str) -> Parsed<'_, &str> {
    let end = input
        .find(|c: char| c.is_whitespace() || c.is_control() || is_outside(c))
        .unwrap_or(input.len());
    let whole = &input[..end];
    let bracketed = whole.contains('(');
    let location = whole.trim_end_matches(|c: char| match c {
        ')' => !bracketed,
        _ => matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | ']' | '}' | '…'
        ),
    });
    if location.is_empty() {
        return Err(nom::Err::Error(()));
    }
    Ok(input.take_split(location.len()))
}

/// Characters that cannot stand in an address.
fn is_outside(c: char) -> bool {
    matches!(
        c,
        '"' | '<' | '>' | '`' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '—'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_before_the_punctuation() {
        assert_eq!(
            web("https://a.com/b?c=d."),
            Ok((".", "https://a.com/b?c=d"))
        );
        assert_eq!(web("www.a.org)"), Ok((")", "www.a.org")));
        assert_eq!(web("http://a.b/c_(d)”"), Ok(("”", "http://a.b/c_(d)")));
        assert_eq!(web("http://"), Err(nom::Err::Error(())));
        assert_eq!(mail("j.doe@news.org."), Ok((".", "j.doe@news.org")));
        assert_eq!(mail("j.doe at"), Err(nom::Err::Error(())));
        assert_eq!(handle("@jane_doe: x"), Ok((": x", "@jane_doe")));
        assert_eq!(handle("#NeverAgain!"), Ok(("!", "#NeverAgain")));
        assert_eq!(handle("#2"), Err(nom::Err::Error(())));
        assert_eq!(host("Amazon.com said"), Ok((" said", false)));
        assert_eq!(host("pic.example.com/ab, "), Ok((", ", true)));
        assert_eq!(host("end.Then"), Err(nom::Err::Error(())));
    }
}
