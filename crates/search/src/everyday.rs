//! The dictionary from everyday words to the words of the law, and the words that say nothing.

use crate::sense::settled;
use crate::slips::sound;
use crate::words::{Word, words};
use std::collections::{HashMap, HashSet};

const EVERYDAY: &str = include_str!("../data/everyday.tsv");
const STOP: &str = include_str!("../data/stop.txt");

/// Phrases by their folded words.
pub struct Dictionary {
    entries: HashMap<Vec<String>, Vec<Entry>>,
    by_sound: HashMap<Vec<String>, Vec<String>>,
    known: HashSet<String>,
    stop: HashMap<Vec<String>, Vec<Vec<Word>>>,
    longest: usize,
}

struct Entry {
    said: Vec<Word>,
    meant: Vec<Vec<Word>>,
}

/// A stretch of the query with what it may mean in the words of the law.
pub struct Reading<'a> {
    pub from: usize,
    pub to: usize,
    pub meant: &'a [Vec<Word>],
    /// Less when only the sound agrees.
    pub sure: f32,
}

impl Dictionary {
    pub fn new() -> Dictionary {
        let mut entries: HashMap<Vec<String>, Vec<Entry>> = HashMap::new();
        let mut longest = 1;
        let lines = EVERYDAY.lines().filter(|line| !line.starts_with('#'));
        for (said, meant) in lines.filter_map(|line| line.split_once('\t')) {
            let meant: Vec<Vec<Word>> = meant.split('|').map(words).collect();
            for said in said.split('|').map(words).map(settled).filter(|said| !said.is_empty()) {
                longest = longest.max(said.len());
                entries.entry(plain(&said)).or_default().push(Entry { said, meant: meant.clone() });
            }
        }
        let mut stop: HashMap<Vec<String>, Vec<Vec<Word>>> = HashMap::new();
        for said in STOP.lines().filter(|line| !line.starts_with('#')).map(words) {
            stop.entry(plain(&said)).or_default().push(said);
        }
        let sounds = |said: &[String]| said.iter().map(|word| sound(word)).collect::<Vec<_>>();
        let by_sound = entries.keys().filter(|said| said.len() > 1);
        let by_sound = by_sound.map(|said| (sounds(said), said.clone())).collect();
        let known = entries.keys().chain(stop.keys()).flatten().cloned().collect();
        Dictionary { entries, by_sound, known, stop, longest }
    }

    /// What stretches of the query mean, the longest first at each place, none overlapping another.
    pub fn readings(&self, query: &[Word]) -> Vec<Reading<'_>> {
        let mut found = Vec::new();
        let mut from = 0;
        while from < query.len() {
            let longest = (1..=self.longest.min(query.len() - from)).rev().find_map(|length| {
                let stretch = &query[from..from + length];
                self.meaning(stretch).map(|(meant, sure)| Reading { from, to: from + length, meant, sure })
            });
            match longest {
                Some(reading) => {
                    from = reading.to;
                    found.push(reading);
                }
                None => from += 1,
            }
        }
        found
    }

    fn meaning(&self, stretch: &[Word]) -> Option<(&[Vec<Word>], f32)> {
        let plain = plain(stretch);
        let written = self
            .entries
            .get(&plain)
            .and_then(|entries| entries.iter().find(|entry| agrees(stretch, &entry.said)));
        if let Some(entry) = written {
            return Some((&entry.meant, 1.0));
        }
        if stretch.len() < 2 {
            return None;
        }
        let sounds: Vec<String> = plain.iter().map(|word| sound(word)).collect();
        let heard = self.entries.get(self.by_sound.get(&sounds)?)?.first()?;
        Some((&heard.meant, 0.85))
    }

    /// The words an abbreviation without vowels stands for, such as `bhyt`.
    pub fn written_out(&self, plain: &str) -> Option<&[Word]> {
        if plain.len() < 3 || plain.contains(['a', 'e', 'i', 'o', 'u']) {
            return None;
        }
        let entry = self.entries.get(std::slice::from_ref(&plain.to_string()))?.first()?;
        entry.meant.first().map(Vec::as_slice)
    }

    /// Whether a folded word stands in any phrase.
    pub fn knows(&self, plain: &str) -> bool {
        self.known.contains(plain)
    }

    /// Which words of the query say nothing.
    pub fn idle(&self, query: &[Word]) -> Vec<bool> {
        let mut idle = vec![false; query.len()];
        for from in 0..query.len() {
            for length in 1..=6.min(query.len() - from) {
                let stretch = &query[from..from + length];
                let said = self.stop.get(&plain(stretch));
                if said.is_some_and(|said| said.iter().any(|said| agrees(stretch, said))) {
                    idle[from..from + length].fill(true);
                }
            }
        }
        idle
    }
}

fn plain(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.plain.clone()).collect()
}

/// Where accents were typed they must be those of the phrase.
fn agrees(typed: &[Word], said: &[Word]) -> bool {
    typed.iter().zip(said).all(|(typed, said)| !typed.accented() || typed.typed == said.typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_read_with_or_without_accents() {
        let dictionary = Dictionary::new();
        let meant = |query: &str| {
            let query = words(query);
            let readings = dictionary.readings(&query);
            readings.iter().map(|reading| (reading.from, reading.to)).collect::<Vec<_>>()
        };
        assert_eq!(meant("bằng lái xe"), [(0, 3)]);
        assert_eq!(meant("bang lai xe"), [(0, 3)]);
        assert!(meant("xyz").is_empty());
    }

    #[test]
    fn every_entry_says_and_means_something() {
        let dictionary = Dictionary::new();
        assert!(dictionary.entries.len() > 1_000);
        let entries = dictionary.entries.values().flatten();
        assert!(entries.into_iter().all(|entry| entry.meant.iter().all(|meant| !meant.is_empty())));
    }
}
