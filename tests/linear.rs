//! The time that the standard plugins take is linear in the text, also in text that nobody would
//! write. The only test of its file: the time of the process is taken.

use std::time::Duration;

use sayso_host::{Host, Options, Worker};
use sayso_model::Annotations;

/// What a text begins with, what fills its first half, and what fills the rest.
const TEXTS: [(&str, &str, &str); 20] = [
    ("", "", "“It may, she said, "),
    ("", "", "“It may rain. "),
    ("", "", "“It may rain here today.” "),
    ("", "", "“It may rain, he thinks.\n\n"),
    ("", "", "“‘it may, "),
    ("", "“", "may "),
    ("", "(", " perhaps, "),
    ("", "", "alleged "),
    ("", "", "“A,” he said, "),
    ("", "", ", which "),
    ("", "", "( may "),
    ("", "", "and said "),
    ("", "", "X, Y, "),
    ("", "", "the council may close "),
    ("", "", "He said it may rain. "),
    ("", "", "John Smith met Bob Doe, and she said it rained, "),
    (
        "",
        "",
        "A: John Smith said so to Ann Lee.\n\nQ: Why may it?\n\n",
    ),
    (
        "ANN: Why?\n\nBOB: It is here, and ",
        "",
        "she thinks “it rains” and he may, ",
    ),
    ("", "", "who said "),
    ("", "", "according to the mayor "),
];

/// The bytes of the shorter of two texts; the longer has four times as many.
const BYTES: usize = 40_000;

/// Linear time grows by 4, quadratic time by up to 16.
const MOST: u32 = 8;

/// Times below this say nothing of how they grow.
const LEAST: Duration = Duration::from_millis(2);

fn text((opening, first, rest): (&str, &str, &str), bytes: usize) -> String {
    let fill = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len().max(1));
    let half = if first.is_empty() { 0 } else { bytes / 2 };
    opening.to_owned() + &fill(first, half) + &fill(rest, bytes - half)
}

/// How long each plugin takes for a text.
fn times(worker: &mut Worker<'_>, text: &str) -> Vec<Duration> {
    let structure = sayso_parser::parse(text);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    worker.time();
    worker.run(
        &structure.document(text),
        &mut annotations,
        &mut diagnostics,
    );
    worker.times().map(|(_, time)| time).collect()
}

#[test]
fn time_is_linear_in_any_text() {
    let host = Host::load(&Options {
        embedded: vec![
            &sayso_attribution::SAYSO_PLUGIN,
            &sayso_claims::SAYSO_PLUGIN,
            &sayso_hedges::SAYSO_PLUGIN,
        ],
        ..Options::default()
    });
    let host = host.expect("the plugins load");
    let mut worker = host.worker().expect("a worker");
    for pieces in TEXTS {
        let (short, long) = (text(pieces, BYTES), text(pieces, 4 * BYTES));
        let mut grows = Vec::new();
        // A machine that is busy may slow one try down, but not all.
        let linear = (0..5).any(|_| {
            let (few, many) = (times(&mut worker, &short), times(&mut worker, &long));
            grows = few.into_iter().zip(many).collect();
            let slow = |&(few, many): &(Duration, Duration)| many > few.max(LEAST) * MOST;
            !grows.iter().any(slow)
        });
        assert!(linear, "{pieces:?}: {grows:?}");
    }
}
