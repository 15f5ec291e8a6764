//! The characters that quotation marks are written with.

use nom::Input;
use sayso_model::QuotationStyle;

use crate::Parsed;

/// A quotation mark as it is written, or an apostrophe, which looks the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Glyph {
    /// `"`
    Straight,
    /// `“`
    CurlyOpen,
    /// `”`
    CurlyClose,
    /// `„`, closed by `“` or `”`
    Low,
    /// ``` `` ```
    Backticks,
    /// `''`
    Ticks,
    /// `'`
    Tick,
    /// `‘`
    SingleOpen,
    /// `’`
    SingleClose,
    /// `‚` (no comma), closed by `‘` or `’`
    SingleLow,
    /// `` ` ``
    Backtick,
    /// `«`
    AngleOpen,
    /// `»`
    AngleClose,
    /// `‹`
    SingleAngleOpen,
    /// `›`
    SingleAngleClose,
}

/// Marks that may close one another's quotations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Family {
    /// `"` `“” „` ``` ``'' ```
    Double,
    /// `'` `‘’ ‚`
    Single,
    /// `«»`
    Angle,
    /// `‹›`
    SingleAngle,
}

impl Glyph {
    /// Which marks it can pair with.
    pub(crate) fn family(self) -> Family {
        match self {
            Self::Straight | Self::CurlyOpen | Self::CurlyClose | Self::Low => Family::Double,
            Self::Backticks | Self::Ticks => Family::Double,
            Self::Tick | Self::SingleOpen | Self::SingleClose => Family::Single,
            Self::SingleLow | Self::Backtick => Family::Single,
            Self::AngleOpen | Self::AngleClose => Family::Angle,
            Self::SingleAngleOpen | Self::SingleAngleClose => Family::SingleAngle,
        }
    }

    /// The style of a quotation that it opens.
    pub(crate) fn style(self) -> QuotationStyle {
        match self {
            Self::Straight => QuotationStyle::STRAIGHT_DOUBLE,
            Self::CurlyOpen | Self::CurlyClose | Self::Low => QuotationStyle::CURLY_DOUBLE,
            Self::Backticks | Self::Ticks => QuotationStyle::BACKTICK,
            Self::Tick | Self::Backtick => QuotationStyle::STRAIGHT_SINGLE,
            Self::SingleOpen | Self::SingleClose | Self::SingleLow => QuotationStyle::CURLY_SINGLE,
            Self::AngleOpen | Self::AngleClose => QuotationStyle::GUILLEMET,
            Self::SingleAngleOpen | Self::SingleAngleClose => QuotationStyle::GUILLEMET,
        }
    }
}

/// A quotation mark.
pub(crate) fn glyph(input: &str) -> Parsed<'_, Glyph> {
    let mut chars = input.chars();
    let first = chars.next();
    let glyph = match first {
        Some('"') => Glyph::Straight,
        Some('\'') if chars.next() == Some('\'') && !closes_inner(input) => {
            return Ok((input.take_from(2), Glyph::Ticks));
        }
        Some('`') if chars.next() == Some('`') => {
            return Ok((input.take_from(2), Glyph::Backticks));
        }
        Some('\'') => Glyph::Tick,
        Some('`') => Glyph::Backtick,
        Some('“' | '‟') => Glyph::CurlyOpen,
        Some('”') => Glyph::CurlyClose,
        Some('„') => Glyph::Low,
        Some('‘' | '‛') => Glyph::SingleOpen,
        Some('’') => Glyph::SingleClose,
        Some('‚') => Glyph::SingleLow,
        Some('«') => Glyph::AngleOpen,
        Some('»') => Glyph::AngleClose,
        Some('‹') => Glyph::SingleAngleOpen,
        Some('›') => Glyph::SingleAngleClose,
        _ => return Err(nom::Err::Error(())),
    };
    Ok((input.take_from(first.map_or(0, char::len_utf8)), glyph))
}

/// Whether three ticks behind a word are those of an inner quotation and of the one around it.
fn closes_inner(input: &str) -> bool {
    input.strip_prefix("'''").is_some_and(|rest| {
        let next = rest.chars().next();
        next.is_none_or(|c| c != '\'' && !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ticks_are_one_mark() {
        assert_eq!(glyph("''a"), Ok(("a", Glyph::Ticks)));
        assert_eq!(glyph("``a"), Ok(("a", Glyph::Backticks)));
        assert_eq!(glyph("'a"), Ok(("a", Glyph::Tick)));
        assert_eq!(glyph("“a"), Ok(("a", Glyph::CurlyOpen)));
        assert_eq!(glyph("''' he said"), Ok(("'' he said", Glyph::Tick)));
        assert_eq!(glyph("'''No"), Ok(("'No", Glyph::Ticks)));
        assert_eq!(glyph("a"), Err(nom::Err::Error(())));
    }
}
