//! The catalogue in memory, ready to be asked.

use crate::everyday::Dictionary;
use crate::score::{QueryWord, Variant, scored, spread};
use crate::sense::{Opposed, Opposites, alone, settled};
use crate::slips::{Guess, Vocabulary, decoded};
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

/// An answer, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The place of the document in the list the index was made of.
    pub document: usize,
    pub score: f32,
    /// The everyday words that led here, with the legal ones they mean.
    pub meant: Vec<(String, String)>,
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
    /// The words of each name, as ids, with their accented forms.
    pub names: Vec<Vec<(u32, String)>>,
    pub supplied: bool,
    /// Words of its longest name.
    pub length: f32,
}

const VARIANTS_MAX: usize = 16;
const AS_SAID: f32 = 0.9;
/// A rare word tells no more than this: in a long question it may be beside the point.
const WEIGHT_MAX: f32 = 5.0;

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
                    .map(|name| name.iter().map(|word| (id(word), word.typed.clone())).collect())
                    .collect(),
                supplied: document.supplied,
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
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Found> {
        let typed: String = typed.chars().take(300).collect();
        if let Some(digits) = code_digits(&typed) {
            let mut found: Vec<Found> = self
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
                    Found { document, score, meant: Vec::new() }
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
        let found = scored(self, &self.variants(&query), |document| {
            opposed.as_ref().is_some_and(|opposed| self.is_opposed(document, opposed))
        });
        spread(self, found, limit)
    }

    /// Whether it is about the opposite of what was asked.
    fn is_opposed(&self, document: u32, opposed: &Opposed) -> bool {
        let names = self.documents[document as usize].names.iter().flatten();
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

    /// As the catalogue may know a word somebody typed.
    fn asked(&self, word: &Word) -> QueryWord {
        QueryWord { word: word.clone(), guesses: self.vocabulary.guesses(&word.plain) }
    }

    /// A word of the dictionary is written as the law writes it.
    fn legal(&self, word: &Word) -> QueryWord {
        let guesses = self.vocabulary.id(&word.plain).map(|word| Guess { word, sure: 1.0 });
        QueryWord { word: word.clone(), guesses: guesses.into_iter().collect() }
    }

    /// The query as typed, and with its everyday phrases in the words of the law.
    fn variants(&self, query: &[Word]) -> Vec<Variant> {
        let idle = self.dictionary.idle(query);
        let asked: Vec<QueryWord> = query.iter().map(|word| self.asked(word)).collect();
        let kept = |from: usize, to: usize| {
            (from..to).filter(|place| !idle[*place]).map(|place| asked[place].clone()).collect::<Vec<_>>()
        };
        let as_typed = kept(0, query.len());
        let as_typed = if as_typed.is_empty() { asked.clone() } else { as_typed };
        let mut variants = vec![Variant { words: as_typed, sure: 1.0, meant: Vec::new() }];
        // “Mất bao lâu” asks nothing.
        let mut readings = self.dictionary.readings(query);
        readings.retain(|reading| !idle[reading.from..reading.to].iter().all(|idle| *idle));
        if readings.is_empty() {
            return variants;
        }
        // Every combination of what the phrases may mean, the likelier first, up to a bound.
        let mut partial = vec![Variant { words: Vec::new(), sure: 1.0, meant: Vec::new() }];
        let mut place = 0;
        for reading in &readings {
            let before = kept(place, reading.from);
            let said: Vec<&str> =
                query[reading.from..reading.to].iter().map(|word| word.typed.as_str()).collect();
            let mut grown = Vec::new();
            for variant in &partial {
                // One phrase may stand as it was said while another means something else.
                if readings.len() > 1 {
                    let mut words = variant.words.clone();
                    words.extend(before.iter().cloned());
                    words.extend(kept(reading.from, reading.to));
                    let sure = variant.sure * AS_SAID;
                    grown.push(Variant { words, sure, meant: variant.meant.clone() });
                }
                for (rank, meant) in reading.meant.iter().enumerate() {
                    let mut words = variant.words.clone();
                    words.extend(before.iter().cloned());
                    words.extend(meant.iter().map(|word| self.legal(word)));
                    let legal: Vec<&str> = meant.iter().map(|word| word.typed.as_str()).collect();
                    let mut told = variant.meant.clone();
                    told.push((said.join(" "), legal.join(" ")));
                    grown.push(Variant {
                        words,
                        sure: variant.sure * reading.sure * 0.97f32.powi(rank as i32),
                        meant: told,
                    });
                }
            }
            grown.sort_by(|a, b| b.sure.total_cmp(&a.sure));
            grown.truncate(VARIANTS_MAX);
            partial = grown;
            place = reading.to;
        }
        let rest = kept(place, query.len());
        for variant in &mut partial {
            variant.words.extend(rest.iter().cloned());
        }
        variants.extend(partial);
        variants
    }
}

/// The words of a name. That it is a procedure tells nothing.
fn named(name: &str) -> Vec<Word> {
    let mut words = words(name);
    if words.len() > 2 && words[0].typed == "thủ" && words[1].typed == "tục" {
        words.drain(..2);
    }
    words
}
