//! How well a document answers: how much of the query it holds, close together and in the order it was said, and
//! how little else.

use crate::index::{Found, Index};
use crate::slips::Guess;
use crate::words::Word;
use std::collections::HashMap;

/// One way to read the query.
pub struct Variant {
    pub words: Vec<QueryWord>,
    /// How sure this reading is.
    pub sure: f32,
    pub meant: Vec<(String, String)>,
}

/// A word of the query with the words of the catalogue it may be.
#[derive(Clone)]
pub struct QueryWord {
    pub word: Word,
    pub guesses: Vec<Guess>,
}

/// What a word tells that nobody knows: it was meant to say something.
const UNKNOWN: f32 = 2.5;
/// How much a word counts that is not in the name but elsewhere.
const ELSEWHERE: f32 = 0.45;
/// Documents looked at closely, of those that hold most of the query.
const CLOSE: usize = 60;
/// Below this share of the query a document is no answer.
const ENOUGH: f32 = 0.3;
/// Below this score nothing is an answer: that there is none is said instead. A long question tells its story, of which
/// a name holds little: each row is a maximum number of words and a score.
const FLOORS: [(usize, f32); 3] = [(4, 0.24), (7, 0.15), (usize::MAX, 0.08)];

fn floor(variants: &[Variant]) -> f32 {
    let asked = variants.first().map_or(0, |as_typed| as_typed.words.len());
    FLOORS.iter().find(|(words, _)| asked <= *words).map_or(0.0, |(_, floor)| *floor)
}

/// What answers any of the readings well enough, best first; `barred` is asked only of those.
pub fn scored(index: &Index, variants: &[Variant], barred: impl Fn(u32) -> bool) -> Vec<Found> {
    let mut best: HashMap<u32, (f32, usize)> = HashMap::new();
    let mut held = Held::new(index.documents.len());
    for (place, variant) in variants.iter().enumerate() {
        for (document, score) in answers(index, variant, &mut held) {
            let known = best.entry(document).or_insert((0.0, place));
            if score > known.0 {
                *known = (score, place);
            }
        }
    }
    let floor = floor(variants);
    let mut found: Vec<Found> = best
        .into_iter()
        .filter(|(document, (score, _))| *score >= floor && !barred(*document))
        .map(|(document, (score, variant))| Found {
            document: document as usize,
            score,
            meant: variants[variant].meant.clone(),
        })
        .collect();
    found.sort_by(|a, b| {
        let code = |found: &Found| &index.documents[found.document].code;
        b.score.total_cmp(&a.score).then_with(|| code(a).cmp(code(b)))
    });
    found
}

/// Names that begin alike stand in groups of dozens in the law on land: after a few of a group, others come first.
pub fn spread(index: &Index, found: Vec<Found>, limit: usize) -> Vec<Found> {
    const BEGINNING: usize = 6;
    const ALIKE_MAX: usize = 3;
    let mut of_group: HashMap<&[(u32, String)], usize> = HashMap::new();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for one in found {
        let name = index.documents[one.document].names.first().map(Vec::as_slice).unwrap_or_default();
        let count = of_group.entry(&name[..name.len().min(BEGINNING)]).or_default();
        *count += 1;
        if *count <= ALIKE_MAX || name.len() <= BEGINNING { first.push(one) } else { later.push(one) }
    }
    // An answer that fits well is never put behind one that hardly fits.
    let weakest = first.get(limit.saturating_sub(1)).map_or(0.0, |found| found.score);
    let strong = later.iter().filter(|found| found.score > 2.0 * weakest.max(0.01)).cloned();
    let mut all: Vec<Found> = first.into_iter().take(limit).chain(strong).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let missing = limit.saturating_sub(all.len());
    all.truncate(limit);
    all.extend(later.into_iter().take(missing));
    all.truncate(limit);
    all
}

/// Sums by document, kept from variant to variant.
struct Held {
    sums: Vec<f32>,
    of_word: Vec<f32>,
    touched: Vec<u32>,
}

impl Held {
    fn new(documents: usize) -> Held {
        Held { sums: vec![0.0; documents], of_word: vec![0.0; documents], touched: Vec::new() }
    }
}

/// What a word of the query tells: as much as the word it most likely is.
fn weight(index: &Index, asked: &QueryWord) -> f32 {
    match asked.guesses.first() {
        Some(best) => index.weights[best.word as usize],
        None => UNKNOWN,
    }
}

fn answers(index: &Index, variant: &Variant, held: &mut Held) -> Vec<(u32, f32)> {
    let weights: Vec<f32> = variant.words.iter().map(|asked| weight(index, asked)).collect();
    let total: f32 = weights.iter().sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let mut any: Vec<u32> = Vec::new();
    for (asked, whole) in variant.words.iter().zip(&weights) {
        held.touched.clear();
        for guess in &asked.guesses {
            for posting in &index.postings[guess.word as usize] {
                let gain = whole * guess.sure * if posting.in_name { 1.0 } else { ELSEWHERE };
                let slot = &mut held.of_word[posting.document as usize];
                if *slot == 0.0 {
                    held.touched.push(posting.document);
                }
                *slot = slot.max(gain);
            }
        }
        for document in &held.touched {
            let sum = &mut held.sums[*document as usize];
            if *sum == 0.0 {
                any.push(*document);
            }
            *sum += std::mem::take(&mut held.of_word[*document as usize]);
        }
    }
    // Long names hold a little of everything: they are weighed down before the close look.
    let rough = |document: u32, held: &Held| {
        held.sums[document as usize] / (1.0 + index.documents[document as usize].length / 120.0)
    };
    let mut likely: Vec<u32> =
        any.iter().copied().filter(|document| held.sums[*document as usize] / total >= ENOUGH).collect();
    if likely.len() > CLOSE {
        likely.select_nth_unstable_by(CLOSE, |a, b| rough(*b, held).total_cmp(&rough(*a, held)));
        likely.truncate(CLOSE);
    }
    let close = Close::new(index, variant, &weights, total);
    let found = likely
        .into_iter()
        .map(|document| {
            let coverage = held.sums[document as usize] / total;
            (document, variant.sure * close.score(document, coverage))
        })
        .collect();
    any.iter().for_each(|document| held.sums[*document as usize] = 0.0);
    found
}

/// The close look at one document.
struct Close<'a> {
    index: &'a Index,
    variant: &'a Variant,
    weights: &'a [f32],
    total: f32,
    /// Which words of the query a word of the catalogue may be, and how surely.
    of_word: HashMap<u32, Vec<(usize, f32)>>,
}

impl<'a> Close<'a> {
    fn new(index: &'a Index, variant: &'a Variant, weights: &'a [f32], total: f32) -> Close<'a> {
        let mut of_word: HashMap<u32, Vec<(usize, f32)>> = HashMap::new();
        for (asked, word) in variant.words.iter().enumerate() {
            for guess in &word.guesses {
                of_word.entry(guess.word).or_default().push((asked, guess.sure));
            }
        }
        Close { index, variant, weights, total, of_word }
    }

    fn score(&self, document: u32, coverage: f32) -> f32 {
        let document = &self.index.documents[document as usize];
        let (near, fit) = document.names.iter().map(|name| self.fit(name)).fold((0.0, 0.0), |best, next| {
            if next.0 * (0.5 + 0.5 * next.1) > best.0 * (0.5 + 0.5 * best.1) { next } else { best }
        });
        let coverage = 0.4 * coverage + 0.6 * near;
        let supplied = if document.supplied { 0.03 } else { 0.0 };
        coverage * coverage * (0.5 + 0.5 * fit) + supplied * coverage
    }

    /// How much of the query one stretch of a name holds, and how well the name fits otherwise, from 0 to 1:
    /// words said side by side stand side by side, accents agree, and the name says little else.
    fn fit(&self, name: &[(u32, String)]) -> (f32, f32) {
        let mut hits: Vec<(usize, usize, f32)> = Vec::new();
        for (place, (word, _)) in name.iter().enumerate() {
            if let Some(asked) = self.of_word.get(word) {
                hits.extend(asked.iter().map(|(asked, sure)| (place, *asked, *sure)));
            }
        }
        if hits.is_empty() {
            return (0.0, 0.0);
        }
        let near = self.near(&hits);
        let words = &self.variant.words;
        let (mut agreed, mut accented, mut pairs) = (0.0f32, 0.0f32, 0.0f32);
        for (asked, word) in words.iter().enumerate() {
            let here = || hits.iter().filter(move |hit| hit.1 == asked);
            if word.word.accented() {
                accented += 1.0;
                if here().any(|hit| name[hit.0].1 == word.word.typed) {
                    agreed += 1.0;
                }
            }
            let beside = here().flat_map(|a| {
                let next = hits.iter().filter(move |b| b.1 == asked + 1 && b.0 == a.0 + 1);
                next.map(move |b| a.2.min(b.2))
            });
            pairs += beside.fold(0.0, f32::max);
        }
        let accent = if accented == 0.0 { 1.0 } else { agreed / accented };
        let order = if words.len() < 2 { 1.0 } else { pairs / (words.len() - 1) as f32 };
        let weight = |word: u32| self.index.weights[word as usize];
        let whole: f32 = name.iter().map(|(word, _)| weight(*word)).sum();
        let mut said = vec![0.0f32; name.len()];
        hits.iter().for_each(|(place, _, sure)| said[*place] = said[*place].max(*sure));
        let held: f32 = name.iter().zip(&said).map(|((word, _), said)| weight(*word) * said).sum();
        let brevity = held / whole.max(0.01);
        // What the name begins with is what the procedure does.
        let early =
            said.iter().position(|said| *said > 0.6).map_or(0.0, |place| 1.0 / (1.0 + place as f32 / 3.0));
        (near, 0.35 * order + 0.35 * brevity + 0.2 * accent + 0.1 * early)
    }

    /// The share of the query that the best stretch of a name holds.
    fn near(&self, hits: &[(usize, usize, f32)]) -> f32 {
        let reach = 8.max(2 * self.variant.words.len() + 2);
        let mut best = 0.0f32;
        let mut sure = vec![0.0f32; self.variant.words.len()];
        for (start, first) in hits.iter().enumerate() {
            if start > 0 && hits[start - 1].0 == first.0 {
                continue;
            }
            sure.fill(0.0);
            for (_, asked, of) in hits[start..].iter().take_while(|hit| hit.0 < first.0 + reach) {
                sure[*asked] = sure[*asked].max(*of);
            }
            best = best.max(sure.iter().zip(self.weights).map(|(sure, weight)| sure * weight).sum());
        }
        best / self.total
    }
}
