//! What everybody needs one day, and what only rare cases do: of two names that say the same, the first is meant.

use crate::words::{Word, words};
use std::collections::HashMap;

const USUAL: &str = include_str!("../data/usual.txt");
const RARE: &str = include_str!("../data/rare.txt");

/// So many words tell a name by its beginning.
const TELLING: usize = 8;

pub struct Usual {
    names: Vec<Vec<Word>>,
    /// By the first word, the longest first.
    rare: HashMap<String, Vec<Vec<Word>>>,
}

impl Usual {
    pub fn new() -> Usual {
        let listed = |file: &'static str| file.lines().filter(|line| !line.starts_with('#')).map(words);
        let mut rare: HashMap<String, Vec<Vec<Word>>> = HashMap::new();
        for phrase in listed(RARE).filter(|phrase| !phrase.is_empty()) {
            rare.entry(phrase[0].typed.clone()).or_default().push(phrase);
        }
        rare.values_mut().for_each(|of| of.sort_by_key(|phrase| std::cmp::Reverse(phrase.len())));
        Usual { names: listed(USUAL).filter(|name| !name.is_empty()).collect(), rare }
    }

    /// Whether a name is of those everybody needs.
    pub fn is(&self, name: &[Word]) -> bool {
        let begins = |usual: &[Word]| usual.len() >= TELLING && name.starts_with(usual);
        self.names.iter().any(|usual| usual == name || begins(usual))
    }

    /// Where a name says that it is for rare cases, the longest way to say it.
    pub fn rare(&self, name: &[Word]) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = Vec::new();
        let mut at = 0;
        while at < name.len() {
            let phrases = self.rare.get(&name[at].typed).into_iter().flatten();
            match phrases.filter(|phrase| name[at..].starts_with(phrase)).map(Vec::len).next() {
                Some(length) => {
                    found.push((at..at + length).collect());
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_case_is_usual_and_the_odd_one_rare() {
        let usual = Usual::new();
        assert!(usual.is(&words("Đăng ký khai sinh")));
        assert!(!usual.is(&words("Đăng ký khai sinh lưu động")));
        assert_eq!(usual.rare(&words("Đăng ký khai sinh lưu động")), [vec![4, 5]]);
        assert!(usual.rare(&words("Đăng ký khai sinh")).is_empty());
    }
}
