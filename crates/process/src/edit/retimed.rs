//! A timer that is called by its time is called by its new time.

use super::Editor;
use crate::model::NodeIndex;
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::Language;

/// Words a time is made of at most.
const WORDS_MAX: usize = 6;
/// What a time in English is counted in.
const ENGLISH: [&str; 4] = ["day", "hour", "minute", "week"];

impl Editor<'_> {
    /// Its names say the new time where they said the one before; any, where that is not known.
    pub(super) fn retime(&mut self, event: NodeIndex, before: Option<WorkingTime>, after: WorkingTime) {
        let node = &mut self.model.nodes[event];
        for name in [&mut node.name, &mut node.step.english] {
            if let Some(again) = retimed(name, before, after) {
                *name = again;
            }
        }
    }
}

fn retimed(name: &str, before: Option<WorkingTime>, after: WorkingTime) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let begins = |word: &&str| word.starts_with(|letter: char| letter.is_numeric());
    let from = words.iter().position(begins)?;
    let most = (words.len() - from).min(WORDS_MAX);
    (1..=most).rev().find_map(|many| {
        let said = words[from..from + many].join(" ");
        let plain = said.trim_end_matches([',', '.', ';', ':', ')']);
        let time = WorkingTime::parse(plain).filter(|time| before.is_none_or(|before| *time == before))?;
        if time == after {
            return None;
        }
        let language = match ENGLISH.iter().any(|unit| plain.contains(unit)) {
            true => Language::English,
            false => Language::Vietnamese,
        };
        let rest = &said[plain.len()..];
        let (head, tail) = (words[..from].iter(), words[from + many..].iter());
        let again = format!("{}{rest}", time_in_words(after, language));
        Some(head.copied().chain([again.as_str()]).chain(tail.copied()).collect::<Vec<_>>().join(" "))
    })
}
