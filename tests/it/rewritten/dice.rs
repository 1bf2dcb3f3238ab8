//! What chance decides, and a note of what it decided.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

pub struct Dice {
    rng: ChaCha8Rng,
    /// What was done, to be shown when it went wrong.
    pub log: Vec<String>,
}

impl Dice {
    pub fn of(seed: u64) -> Dice {
        Dice { rng: ChaCha8Rng::seed_from_u64(seed), log: Vec::new() }
    }

    /// A number from 0 up to but without `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.rng.next_u32() as usize % end.max(1)
    }

    /// Whether something happens that happens in that many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// The same, and it is noted.
    pub fn tries(&mut self, percent: usize, what: &str) -> bool {
        let does = self.chance(percent);
        if does {
            self.note(what);
        }
        does
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of them, noted.
    pub fn choose<T: Copy + std::fmt::Debug>(&mut self, of: &[T]) -> T {
        let one = self.pick(of);
        self.note(&format!("{one:?}"));
        one
    }

    pub fn shuffle<T>(&mut self, of: &mut [T]) {
        (1..of.len()).rev().for_each(|at| of.swap(at, self.below(at + 1)));
    }

    pub fn note(&mut self, what: &str) {
        match self.log.last_mut() {
            Some(line) => {
                line.push_str(", ");
                line.push_str(what);
            }
            None => self.log.push(what.to_owned()),
        }
    }
}
