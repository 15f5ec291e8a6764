//! What a mark does, given what is open.

use sayso_model::TokenKind;

use super::look::After;
use super::{Mark, Pairing};
use crate::glyph::{Family, Glyph};

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Opens a quotation.
    Open,
    /// Opens a quotation where one of its family is open that was never closed.
    Reopen,
    /// Closes the open quotation at this level.
    Close(usize),
    /// Closes, but nothing is open.
    Stray,
    /// The apostrophe of a plural's possessive.
    Possessive,
    /// Another apostrophe, a measure, a comma.
    Nothing,
}

impl Pairing<'_> {
    /// What the mark at this place among the paragraph's marks does. `goes_on` is the mark
    /// that the next paragraph begins with.
    pub(super) fn role(&self, marks: &[Mark], index: usize, goes_on: Option<Glyph>) -> Role {
        let mark = &marks[index];
        match mark.glyph {
            Glyph::Straight | Glyph::Ticks => self.straight(marks, mark),
            Glyph::CurlyOpen | Glyph::Low | Glyph::Backticks => self.opening(marks, mark),
            Glyph::CurlyClose => self.curly_closing(mark),
            Glyph::AngleOpen | Glyph::SingleAngleOpen => self.opening(marks, mark),
            Glyph::AngleClose | Glyph::SingleAngleClose => self.close_or_stray(mark),
            _ => self.single(marks, mark, goes_on),
        }
    }

    /// `"`, which says nothing about its direction.
    fn straight(&self, marks: &[Mark], mark: &Mark) -> Role {
        let Some(level) = self.innermost(Family::Double) else {
            return self.straight_outside(mark);
        };
        if mark.behind_number && self.is_measure(marks, mark) {
            return Role::Nothing;
        }
        // Behind a single or angle mark that has just opened, another quotation begins.
        let nested = level + 1 < self.open.len();
        let behind_opening = nested && self.is_behind_opening(mark);
        if mark.after != After::Space && (mark.space_before || behind_opening) {
            return self.nest_or_reopen(marks, mark, level);
        }
        Role::Close(level)
    }

    fn straight_outside(&self, mark: &Mark) -> Role {
        let closed_later = mark.next_double.is_some();
        if mark.looks_opening() || (self.is_behind_opening(mark) && mark.after != After::Space) {
            Role::Open
        } else if mark.behind_number && mark.after != After::Word {
            Role::Nothing
        } else if closed_later && (mark.space_before || mark.after == After::Word) {
            // Blanks on both sides, or none: the first of two opens.
            Role::Open
        } else {
            Role::Stray
        }
    }

    /// Whether a mark behind a number means inches: within a quotation if the next mark
    /// would close the quotation again.
    fn is_measure(&self, marks: &[Mark], mark: &Mark) -> bool {
        let next = mark.next_double.map(|next| &marks[next as usize]);
        next.is_some_and(|next| next.looks_closing() && !next.free_before)
    }

    /// A mark that can only open; yet a wrongly typed one may close, and `“` closes `„`.
    fn opening(&self, marks: &[Mark], mark: &Mark) -> Role {
        let is_double = mark.glyph.family() == Family::Double;
        let Some(level) = self.innermost(mark.glyph.family()) else {
            // One that stands alone before a blank belongs to nothing.
            let alone = is_double && mark.after == After::Space && mark.next_double.is_none();
            return if alone { Role::Stray } else { Role::Open };
        };
        let closes_low = mark.glyph == Glyph::CurlyOpen && self.open[level].glyph == Glyph::Low;
        let free = mark.free_before || self.is_behind_opening(mark);
        if is_double && !free && (closes_low || mark.after == After::Space) {
            return Role::Close(level);
        }
        self.nest_or_reopen(marks, mark, level)
    }

    /// A double mark that opens while a double quotation is open at `level`: one inside it
    /// if other marks stand between or both are closed later, each by its own kind; else
    /// the close before was forgotten.
    fn nest_or_reopen(&self, marks: &[Mark], mark: &Mark, level: usize) -> Role {
        let between = level + 1 < self.open.len();
        if between || self.is_nested(marks, mark, self.open[level].glyph) {
            Role::Open
        } else {
            Role::Reopen
        }
    }

    /// Whether the next two double marks close first this mark's quotation, then the outer.
    fn is_nested(&self, marks: &[Mark], mark: &Mark, outer: Glyph) -> bool {
        let Some(first) = mark.next_double.map(|next| &marks[next as usize]) else {
            return false;
        };
        let Some(second) = first.next_double.map(|next| &marks[next as usize]) else {
            return false;
        };
        let closes = |closing: &Mark, opening| {
            closing.looks_closing() && is_counterpart(closing.glyph, opening)
        };
        // Straight marks within straight ones cannot be told from a forgotten close.
        let told_apart = outer != mark.glyph || mark.glyph == Glyph::CurlyOpen;
        told_apart && closes(first, mark.glyph) && closes(second, outer)
    }

    /// `”`, which opens too where both marks are typed alike.
    fn curly_closing(&self, mark: &Mark) -> Role {
        let opens = mark.looks_opening() && mark.next_double.is_some();
        match self.innermost(Family::Double) {
            None if opens => Role::Open,
            _ => self.close_or_stray(mark),
        }
    }

    fn close_or_stray(&self, mark: &Mark) -> Role {
        self.innermost(mark.glyph.family())
            .map_or(Role::Stray, Role::Close)
    }

    /// Single marks, which are apostrophes more often than not.
    fn single(&self, marks: &[Mark], mark: &Mark, goes_on: Option<Glyph>) -> Role {
        if let Some(level) = self.single_level()
            && self.closes_single(marks, mark, level)
        {
            return Role::Close(level);
        }
        let long = self.is_introduced(mark.token) && self.opens_long_single(mark, goes_on);
        if self.opens_single(marks, mark) || long {
            return Role::Open;
        }
        if mark.behind_s && mark.glyph != Glyph::SingleLow {
            Role::Possessive
        } else {
            Role::Nothing
        }
    }

    /// The level of the innermost single quotation, unless a double one inside it is open.
    fn single_level(&self) -> Option<usize> {
        let single = self.innermost(Family::Single)?;
        let double = self.innermost(Family::Double);
        double
            .is_none_or(|double| double < single)
            .then_some(single)
    }

    fn closes_single(&self, marks: &[Mark], mark: &Mark, level: usize) -> bool {
        let by_low = mark.glyph == Glyph::SingleOpen && self.open[level].glyph == Glyph::SingleLow;
        let can_close = by_low
            || !matches!(
                mark.glyph,
                Glyph::SingleOpen | Glyph::SingleLow | Glyph::Backtick
            );
        if !can_close || !mark.looks_closing() {
            return false;
        }
        // "the 'voters' choice' award": a possessive, if the next single mark closes.
        let possessive = mark.behind_s && mark.after == After::Space;
        !(possessive
            && self
                .next_single_here(marks, mark)
                .is_some_and(|next| next.looks_closing()))
    }

    fn opens_single(&self, marks: &[Mark], mark: &Mark) -> bool {
        let free = mark.free_before || self.is_behind_opening(mark);
        if !free || mark.after == After::Space || mark.glyph == Glyph::SingleClose {
            return false;
        }
        // Not two of the same kind within one another.
        if self.single_level().is_some() {
            return false;
        }
        let Some(closing) = mark.next_closing_single else {
            return false;
        };
        // Within a double quotation, the close must come before that quotation's close.
        let inside = self.innermost(Family::Double).is_some();
        match mark.next_double {
            Some(double) if inside && double < closing => marks[double as usize].looks_opening(),
            _ => true,
        }
    }

    /// A paragraph's first mark, or one behind a colon, with no close in it, where the next paragraph begins alike.
    fn opens_long_single(&self, mark: &Mark, goes_on: Option<Glyph>) -> bool {
        let can_open = matches!(mark.glyph, Glyph::Tick | Glyph::SingleOpen);
        can_open && mark.after != After::Space && goes_on == Some(mark.glyph)
    }

    /// The next single mark before the next double one.
    fn next_single_here<'m>(&self, marks: &'m [Mark], mark: &Mark) -> Option<&'m Mark> {
        let next = mark.next_single?;
        let inside = self.innermost(Family::Double).is_some();
        let beyond = inside && mark.next_double.is_some_and(|double| double < next);
        (!beyond).then(|| &marks[next as usize])
    }

    /// Whether the token directly before is a mark that opens.
    fn is_behind_opening(&self, mark: &Mark) -> bool {
        !mark.space_before && self.tokens[mark.token as usize - 1].kind == TokenKind::QUOTE_OPEN
    }
}

/// Whether a mark is the usual close of another.
fn is_counterpart(closing: Glyph, opening: Glyph) -> bool {
    match opening {
        Glyph::Straight | Glyph::Ticks => matches!(closing, Glyph::Straight | Glyph::Ticks),
        Glyph::CurlyOpen | Glyph::CurlyClose => closing == Glyph::CurlyClose,
        Glyph::Low => matches!(closing, Glyph::CurlyOpen | Glyph::CurlyClose),
        Glyph::Backticks => matches!(closing, Glyph::Ticks | Glyph::Straight),
        _ => false,
    }
}
