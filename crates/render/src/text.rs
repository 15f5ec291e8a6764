//! The interlinear view: the text, and under it what was found.

use sayso_model::{Annotation, Annotations, Diagnostic, Document, Sentence};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cells::{Cells, escape};
use crate::colour::{self, Paint};
use crate::label::{Backlinks, GAP, label, one_line};
use crate::lanes::{Bar, columns, draw, rows};
use crate::layout::wrap;
use crate::ranking::ranking;

/// How the interlinear view is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct View {
    /// Columns that the text may take, its left margin included. What stands at the end of a
    /// lane may reach farther.
    pub width: usize,
    /// Whether to use colours.
    pub colour: bool,
    /// Whether a list of all claims follows, the most worth checking first.
    pub ranking: bool,
}

impl Default for View {
    /// 100 columns without colour or ranking, as in snapshots.
    fn default() -> Self {
        Self {
            width: 100,
            colour: false,
            ranking: false,
        }
    }
}

/// Columns of the left margin, which holds the kinds and the paragraph marks.
const MARGIN: usize = 12;
/// A narrower text is not worth reading.
const NARROWEST: usize = 20;
/// How much of the text a diagnostic shows.
const WORDS: usize = 60;

/// Appends the interlinear view of one document to `out`.
///
/// Every sentence is shown, wrapped to the view's width, a `¶` before the first of each
/// paragraph. Under each line there is a lane for every annotation with a part there: its
/// kind, its roles under the words, and behind them (at the first line only) its attributes,
/// its links and, in brackets, the rule that found it. The ranking of the claims comes next, if
/// the view asks for it; diagnostics come last. With a name, a header goes before it all.
pub fn text(
    name: Option<&str>,
    document: &Document<'_>,
    annotations: &Annotations,
    diagnostics: &[Diagnostic],
    view: &View,
    out: &mut String,
) {
    let paint = Paint::new(view.colour);
    if let Some(name) = name {
        let mut header = "==> ".to_owned();
        escape(name, &mut header);
        header.push_str(" <==");
        paint.put(colour::HEADER, &header, out);
        out.push('\n');
    }
    let mut drawing = Drawing {
        document,
        annotations,
        backlinks: Backlinks::new(annotations),
        lanes: annotations.in_text_order().iter().map(Lane::new).collect(),
        next: 0,
        active: Vec::new(),
        paint,
        width: view.width.max(MARGIN + NARROWEST) - MARGIN,
    };
    let mut cells = Cells::default();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let before = index
            .checked_sub(1)
            .map(|i| document.sentences[i].paragraph);
        let begins = before != Some(sentence.paragraph);
        drawing.sentence(sentence, begins, &mut cells, out);
    }
    drawing.rest(out);
    if view.ranking {
        ranking(document.text, annotations, paint, out);
    }
    if !document.sentences.is_empty() && !diagnostics.is_empty() {
        out.push('\n');
    }
    for diagnostic in diagnostics {
        remark(diagnostic, document.text, paint, out);
    }
}

/// An annotation on its way down the page.
struct Lane<'a> {
    annotation: Annotation<'a>,
    end: u32,
    /// Its attributes stand on the page.
    labelled: bool,
}

impl<'a> Lane<'a> {
    fn new(annotation: &Annotation<'a>) -> Self {
        let ends = annotation.parts().map(|(_, span)| span.end());
        Self {
            annotation: *annotation,
            end: ends.max().unwrap_or(0),
            labelled: false,
        }
    }
}

struct Drawing<'a> {
    document: &'a Document<'a>,
    annotations: &'a Annotations,
    backlinks: Backlinks,
    /// In text order; those before `next` have begun.
    lanes: Vec<Lane<'a>>,
    next: usize,
    /// Those that have begun and not ended.
    active: Vec<usize>,
    paint: Paint,
    width: usize,
}

impl Drawing<'_> {
    fn sentence(&mut self, sentence: &Sentence, begins: bool, cells: &mut Cells, out: &mut String) {
        cells.set(self.document.text, sentence.span);
        let mut lines = Vec::new();
        wrap(cells.get(), self.width as u32, &mut lines);
        for (index, line) in lines.iter().enumerate() {
            margin(if begins && index == 0 { "¶" } else { "" }, out);
            out.push_str(cells.show(line.start, line.end));
            out.push('\n');
            let span = |index: usize| cells.get()[index].span;
            let (start, end) = (span(line.start).start(), span(line.end - 1).end());
            while self
                .lanes
                .get(self.next)
                .is_some_and(|l| l.annotation.start() < end)
            {
                self.active.push(self.next);
                self.next += 1;
            }
            let active = std::mem::take(&mut self.active);
            for &lane in &active {
                let place = |(role, span)| {
                    let (start, end) = columns(cells.get(), line, span)?;
                    Some(Bar { role, start, end })
                };
                let parts = self.lanes[lane].annotation.parts();
                let near = parts.filter(|(_, s)| s.end() >= start && s.start() < end);
                let bars: Vec<_> = near.filter_map(place).collect();
                self.lane(lane, &bars, out);
            }
            self.active = active;
            self.active.retain(|&lane| self.lanes[lane].end > end);
        }
    }

    /// Draws the bars of an annotation under a line, in as many rows as they need.
    fn lane(&mut self, lane: usize, bars: &[Bar<'_>], out: &mut String) {
        if bars.is_empty() {
            return;
        }
        let labelled = std::mem::replace(&mut self.lanes[lane].labelled, true);
        let annotation = self.lanes[lane].annotation;
        let style = colour::of_kind(annotation.kind());
        let row_of = rows(bars);
        let count = row_of.iter().max().map_or(0, |last| last + 1);
        for row in 0..count {
            let mut drawn = String::new();
            margin(if row == 0 { annotation.kind() } else { "" }, &mut drawn);
            let mut column = 0;
            for (bar, _) in bars.iter().zip(&row_of).filter(|&(_, &r)| r == row) {
                drawn.extend(std::iter::repeat_n(' ', (bar.start - column) as usize));
                draw(*bar, &mut drawn);
                column = bar.end;
            }
            self.paint.put(style, &drawn, out);
            if row == 0 && !labelled {
                self.label(annotation, out);
            }
            out.push('\n');
        }
    }

    /// Annotations that lie in no sentence: nothing that was found is passed over.
    fn rest(&self, out: &mut String) {
        for lane in self.lanes.iter().filter(|lane| !lane.labelled) {
            let annotation = lane.annotation;
            let mut kind = String::new();
            margin(annotation.kind(), &mut kind);
            self.paint
                .put(colour::of_kind(annotation.kind()), &kind, out);
            out.push_str("(outside the sentences)");
            self.label(annotation, out);
            out.push('\n');
        }
    }

    fn label(&self, annotation: Annotation<'_>, out: &mut String) {
        let mut words = String::new();
        let text = self.document.text;
        label(
            annotation,
            self.annotations,
            &self.backlinks,
            text,
            &mut words,
        );
        self.paint.put(colour::REMARK, &words, out);
    }
}

/// Appends a word in the left margin, cut if it does not fit; nothing for no word but space.
fn margin(word: &str, out: &mut String) {
    let room = MARGIN - 1;
    let used = if word.width() <= room {
        out.push_str(word);
        word.width()
    } else {
        let cut = cut(word, room - 1);
        out.push_str(cut);
        out.push('…');
        cut.width() + 1
    };
    out.extend(std::iter::repeat_n(' ', MARGIN - used.min(MARGIN)));
}

/// The longest beginning of a text that is at most `width` columns wide.
fn cut(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(1);
        if used > width {
            return &text[..at];
        }
    }
    text
}

/// One diagnostic, with the words it is about.
fn remark(diagnostic: &Diagnostic, text: &str, paint: Paint, out: &mut String) {
    let severity = diagnostic.severity.name();
    paint.put(colour::of_severity(severity), severity, out);
    out.push(' ');
    escape(&diagnostic.code, out);
    out.push_str(GAP);
    escape(&one_line(&diagnostic.message), out);
    if let Some(plugin) = &diagnostic.plugin {
        out.push_str(GAP);
        out.push('(');
        escape(plugin, out);
        out.push(')');
    }
    if let Some(span) = diagnostic.span {
        // More than enough for what is shown, however long the place is.
        let near = cut(span.of(text), 4 * WORDS);
        let words = one_line(near);
        let shown = cut(&words, WORDS);
        out.push_str(GAP);
        out.push('‹');
        escape(shown, out);
        if shown.len() < words.len() || near.len() < span.of(text).len() {
            out.push('…');
        }
        out.push('›');
    }
    out.push('\n');
}

#[cfg(test)]
mod tests;
