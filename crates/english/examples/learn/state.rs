//! The corpus as the rules see it, with the tags as they are so far.

use crate::basis::auxiliary::{Reach, effect};
use crate::basis::look::{Look, classify};
use crate::basis::template::Window;
use crate::corpus::Given;
use crate::lexicon::{Lexicon, fold};
use sayso_model::word_hash;
use std::collections::HashMap;

/// Words must be seen this often for a rule to name them.
const NAMEABLE: u32 = 15;
/// Empty places between sentences.
const GAP: usize = 3;

/// One token, or an empty place between sentences.
#[derive(Clone, Copy, Default)]
pub struct Cell {
    pub now: u8,
    pub gold: u8,
    pub class: u8,
    pub auxiliary: u8,
    pub word: u32,
    pub allowed: u64,
}

/// All tokens of the corpus.
pub struct State {
    pub cells: Vec<Cell>,
    pub names: HashMap<u32, String>,
}

impl State {
    /// Before any rule.
    pub fn new(corpus: &[Vec<Given<'_>>], lexicon: &Lexicon) -> Self {
        let mut cells = vec![Cell::default(); GAP];
        let mut names = HashMap::new();
        let mut classes = Vec::new();
        for sentence in corpus {
            let looks: Vec<Look> = sentence.iter().map(|g| Look::of(g.form)).collect();
            classes.clear();
            classify(&looks, &mut classes);
            let mut reach = Reach::default();
            for (given, &class) in sentence.iter().zip(&classes) {
                let (choice, _) = lexicon.choice(given.form, class);
                let folded = fold(given.form);
                let mut word = 0;
                if lexicon.frequency(&folded) >= NAMEABLE {
                    word = word_hash(&folded);
                    names.entry(word).or_insert_with(|| folded.clone());
                }
                cells.push(Cell {
                    now: choice.tag,
                    gold: given.tag.0,
                    class,
                    auxiliary: reach.step(effect(&folded)),
                    word,
                    allowed: choice.allowed,
                });
            }
            cells.extend([Cell::default(); GAP]);
        }
        Self { cells, names }
    }

    /// What a rule sees from a place.
    pub fn window(&self, at: usize) -> Around<'_> {
        Around(self.cells[at - 3..at + 4].try_into().expect("seven cells"))
    }

    /// How many tags are right, of how many.
    pub fn right(&self) -> (usize, usize) {
        let tokens = self.cells.iter().filter(|c| c.gold != 0);
        (
            tokens.clone().filter(|c| c.now == c.gold).count(),
            tokens.count(),
        )
    }
}

/// A cell with its neighbours.
pub struct Around<'s>(&'s [Cell; 7]);

impl Window for Around<'_> {
    fn tag(&self, place: usize) -> u32 {
        self.0[place].now as u32
    }

    fn word(&self, place: usize) -> u32 {
        self.0[place].word
    }

    fn class(&self) -> u32 {
        self.0[3].class as u32
    }

    fn auxiliary(&self) -> u32 {
        self.0[3].auxiliary as u32
    }
}
