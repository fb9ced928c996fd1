//! The catalogue in memory, ready to be asked.

use crate::everyday::Dictionary;
use crate::score::{Meant, QueryWord, ReadPhrase, SearchQuery, scored, spread};
use crate::sense::{Opposed, Opposites, alone, settled};
use crate::slips::{Vocabulary, decoded};
use crate::usual::Usual;
use crate::words::{Word, code_digits, words};
use std::collections::{BTreeSet, HashMap};

/// What is searched of one procedure.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub code: String,
    /// The official name and the everyday one.
    pub names: Vec<String>,
    /// Words it should also be found by: keywords, results, its field.
    pub others: Vec<String>,
    /// Whether it can be applied for here: such come first among equals.
    pub supplied: bool,
}

/// Words as they were typed, and as what they were understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderstoodWords {
    pub typed: String,
    pub understood: String,
}

/// An answer, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchHit {
    /// The place of the document in the list the index was made of.
    pub document: usize,
    pub score: f32,
    /// The everyday words that led here, with the legal ones they mean.
    pub meant: Vec<UnderstoodWords>,
}

pub struct Index {
    pub(crate) documents: Vec<Indexed>,
    pub(crate) vocabulary: Vocabulary,
    /// Of each word, the documents that hold it: in a name, or elsewhere.
    pub(crate) postings: Vec<Vec<Posting>>,
    /// Of each word, how much it tells.
    pub(crate) weights: Vec<f32>,
    dictionary: Dictionary,
    opposites: Opposites,
}

#[derive(Clone, Copy)]
pub(crate) struct Posting {
    pub document: u32,
    pub in_name: bool,
}

pub(crate) struct Indexed {
    pub code: String,
    pub digits: String,
    pub names: Vec<Name>,
    pub supplied: bool,
    /// Whether everybody needs it one day.
    pub usual: bool,
    /// Words of its longest name.
    pub length: f32,
}

pub(crate) struct Name {
    /// Its words, as ids, with their accented forms.
    pub words: Vec<(u32, String)>,
    /// Which of them stand in brackets.
    aside: Vec<bool>,
    /// Where each word stands, by word.
    sorted: Vec<(u32, u16)>,
    /// Where it says that it is for rare cases.
    pub unusual: Vec<Vec<usize>>,
}

impl Name {
    fn new(words: Vec<(u32, String)>, aside: Vec<bool>, unusual: Vec<Vec<usize>>) -> Name {
        let mut sorted: Vec<(u32, u16)> =
            words.iter().zip(0..u16::MAX).map(|((word, _), place)| (*word, place)).collect();
        sorted.sort_unstable();
        Name { words, aside, sorted, unusual }
    }

    /// How much a word is part of what it says: what stands in brackets is less.
    pub fn part(&self, place: usize) -> f32 {
        if self.aside[place] { ASIDE } else { 1.0 }
    }

    /// Where it says a word.
    pub fn places(&self, word: u32) -> impl ExactSizeIterator<Item = usize> + Clone + '_ {
        let from = self.sorted.partition_point(|(known, _)| *known < word);
        let to = from + self.sorted[from..].partition_point(|(known, _)| *known == word);
        self.sorted[from..to].iter().map(|(_, place)| usize::from(*place))
    }
}

/// What a word tells that nobody knows: it was meant to say something.
const UNKNOWN: f32 = 2.5;
/// What a word tells that says little by itself, of what a rare one would.
const FAINT: f32 = 0.2;
/// What a word of a phrase tells, and one of what is to be done, of what another would.
const IN_PHRASE: f32 = 1.2;
const ACT: f32 = 1.8;
/// What a word in brackets is of a name, of what another would be.
const ASIDE: f32 = 0.35;
/// A rare word tells no more than this: in a long question it may be beside the point.
const WEIGHT_MAX: f32 = 4.5;

impl Index {
    pub fn new(documents: &[Document]) -> Index {
        let read: Vec<(Vec<Vec<Word>>, Vec<Word>)> = documents
            .iter()
            .map(|document| {
                let names = document.names.iter().map(|name| named(name)).collect();
                (names, document.others.iter().flat_map(|other| words(other)).collect())
            })
            .collect();
        let all: BTreeSet<&str> = read
            .iter()
            .flat_map(|(names, others)| names.iter().flatten().chain(others))
            .map(|word| word.plain.as_str())
            .collect();
        let vocabulary = Vocabulary::new(all.into_iter().map(str::to_string).collect());
        let id =
            |word: &Word| vocabulary.id(&word.plain).expect("every word of a document is in the vocabulary");
        let dictionary = Dictionary::new();
        let usual = Usual::new();
        let mut postings: Vec<HashMap<u32, bool>> = Vec::new();
        let mut indexed = Vec::with_capacity(documents.len());
        for (place, (document, (names, others))) in documents.iter().zip(&read).enumerate() {
            let mut post = |word: u32, in_name: bool| {
                if postings.len() <= word as usize {
                    postings.resize_with(word as usize + 1, HashMap::new);
                }
                *postings[word as usize].entry(place as u32).or_default() |= in_name;
            };
            others.iter().for_each(|word| post(id(word), false));
            // What a name abbreviates it says as well.
            let written_out = names.iter().flatten().filter_map(|word| dictionary.written_out(&word.plain));
            written_out
                .flatten()
                .filter_map(|word| vocabulary.id(&word.plain))
                .for_each(|word| post(word, true));
            names.iter().flatten().for_each(|word| post(id(word), true));
            indexed.push(Indexed {
                code: document.code.clone(),
                digits: document.code.chars().filter(char::is_ascii_digit).collect(),
                names: names
                    .iter()
                    .zip(&document.names)
                    .map(|(name, text)| {
                        let words = name.iter().map(|word| (id(word), word.typed.clone())).collect();
                        Name::new(words, aside(text, name.len()), usual.rare(name))
                    })
                    .collect(),
                supplied: document.supplied,
                usual: names.iter().any(|name| usual.is(name)),
                length: names.iter().map(Vec::len).max().unwrap_or(0) as f32,
            });
        }
        let count = documents.len().max(1) as f32;
        let weights =
            postings.iter().map(|of| (1.0 + count / (1.0 + of.len() as f32)).ln().min(WEIGHT_MAX)).collect();
        let postings = postings
            .into_iter()
            .map(|of| {
                let mut of: Vec<Posting> =
                    of.into_iter().map(|(document, in_name)| Posting { document, in_name }).collect();
                of.sort_by_key(|posting| posting.document);
                of
            })
            .collect();
        let opposites = Opposites::new();
        Index { documents: indexed, vocabulary, postings, weights, dictionary, opposites }
    }

    /// The best answers to what was typed, at most `limit`.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<SearchHit> {
        let typed: String = typed.chars().take(300).collect();
        if let Some(digits) = code_digits(&typed) {
            let mut found: Vec<SearchHit> = self
                .documents
                .iter()
                .enumerate()
                .filter(|(_, document)| document.digits.starts_with(&digits))
                .map(|(document, of)| {
                    let whole = typed.split_whitespace().any(|part| part.eq_ignore_ascii_case(&of.code));
                    let score = if whole {
                        3.0
                    } else if of.digits == digits {
                        2.0
                    } else {
                        1.0
                    };
                    SearchHit { document, score, meant: Vec::new() }
                })
                .collect();
            found.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then_with(|| self.documents[a.document].code.cmp(&self.documents[b.document].code))
            });
            if !found.is_empty() {
                found.truncate(limit);
                return found;
            }
        }
        let query = settled(alone(self.mended(words(&typed))));
        let opposed = self.opposites.of(&query);
        let found = scored(self, &self.read(&query), |document| {
            opposed.as_ref().is_some_and(|opposed| self.is_opposed(document, opposed))
        });
        spread(self, found, limit)
    }

    /// Whether it is about the opposite of what was asked.
    fn is_opposed(&self, document: u32, opposed: &Opposed) -> bool {
        let names = self.documents[document as usize].names.iter().flat_map(|name| &name.words);
        let plain = |word: u32| self.vocabulary.word(word).to_string();
        let all: Vec<Word> =
            names.map(|(word, typed)| Word { typed: typed.clone(), plain: plain(*word) }).collect();
        opposed.bars(&all)
    }

    /// Keystrokes that never became letters are read, words written together are taken apart.
    fn mended(&self, query: Vec<Word>) -> Vec<Word> {
        let bare = |plain: String| Word { typed: plain.clone(), plain };
        let mend = |word: Word| {
            let known = |plain: &str| self.vocabulary.id(plain).is_some() || self.dictionary.knows(plain);
            if known(&word.plain) {
                return vec![word];
            }
            if let Some(read) = decoded(&word.plain).into_iter().find(|plain| known(plain)) {
                return vec![bare(read)];
            }
            match self.vocabulary.parted(&word.plain) {
                Some(parts) => parts.into_iter().map(bare).collect(),
                None => vec![word],
            }
        };
        query.into_iter().take(40).flat_map(mend).collect()
    }

    /// What was asked: each word with what it tells, and what phrases mean in the words of the law.
    fn read(&self, query: &[Word]) -> SearchQuery {
        let mut idle = self.dictionary.idle(query);
        if idle.iter().all(|idle| *idle) {
            idle.fill(false);
        }
        let strange: Vec<bool> = query.iter().map(|word| self.vocabulary.id(&word.plain).is_none()).collect();
        let mut readings = self.dictionary.readings(query, &idle, &strange);
        // “Mất bao lâu” asks nothing.
        readings.retain(|reading| !reading.places.iter().all(|place| idle[*place]));
        let in_phrase = |place: usize| {
            readings.iter().any(|reading| {
                reading.places.len() > 1 && reading.sure > 0.8 && reading.places.contains(&place)
            })
        };
        let words = query
            .iter()
            .enumerate()
            .map(|(place, word)| {
                let mut guesses = self.vocabulary.guesses(&word.plain);
                // What says little is no slip for what says more.
                if self.dictionary.is_faint(word) {
                    guesses.retain(|guess| guess.sure > 0.9);
                }
                let weight = match guesses.first() {
                    _ if idle[place] => 0.0,
                    Some(best) => self.weights[best.word as usize],
                    None => UNKNOWN,
                };
                let told = match () {
                    () if in_phrase(place) => IN_PHRASE,
                    () if self.dictionary.is_faint(word) => FAINT,
                    () => 1.0,
                };
                let act = if self.dictionary.is_act(word) { ACT } else { 1.0 };
                QueryWord { word: word.clone(), guesses, weight: weight * told * act }
            })
            .collect();
        let readings = readings
            .iter()
            .map(|reading| ReadPhrase {
                places: reading.places.clone(),
                sure: reading.sure,
                whole: reading.whole,
                meant: reading.meant.iter().map(|meant| self.meant(meant)).collect(),
                said: text(reading.places.iter().map(|place| &query[*place])),
            })
            .collect();
        SearchQuery { words, readings }
    }

    /// A phrase of the law, as the catalogue has its words.
    fn meant(&self, phrase: &[Word]) -> Meant {
        let words: Vec<(Option<u32>, String)> =
            phrase.iter().map(|word| (self.vocabulary.id(&word.plain), word.typed.clone())).collect();
        let weights =
            words.iter().map(|(word, _)| word.map_or(UNKNOWN, |word| self.weights[word as usize])).collect();
        Meant { words, weights, legal: text(phrase.iter()) }
    }

    /// Whether a document holds a word, in a name or elsewhere.
    pub(crate) fn holds(&self, word: u32, document: u32) -> bool {
        self.postings[word as usize].binary_search_by_key(&document, |posting| posting.document).is_ok()
    }
}

fn text<'a>(words: impl Iterator<Item = &'a Word>) -> String {
    words.map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a name. That it is a procedure tells nothing.
fn named(name: &str) -> Vec<Word> {
    let mut words = words(name);
    if words.len() > 2 && words[0].typed == "thủ" && words[1].typed == "tục" {
        words.drain(..2);
    }
    words
}

/// Which of the last words of a name stand in brackets.
fn aside(name: &str, length: usize) -> Vec<bool> {
    let mut aside = Vec::new();
    let mut depth = 0usize;
    for part in name.split_inclusive(['(', ')']) {
        aside.extend(words(part).iter().map(|_| depth > 0));
        match part.chars().last() {
            Some('(') => depth += 1,
            Some(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    aside.split_off(aside.len().saturating_sub(length))
}
