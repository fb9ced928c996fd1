//! How well a document answers: how much of the query it holds, as said or as the law says it, close together and in the
//! order it was said, and how little else.

use crate::index::{Index, Indexed, Name, SearchHit, UnderstoodWords};
use crate::slips::Guess;
use crate::words::Word;
use std::collections::HashMap;

/// What was asked, read.
pub struct SearchQuery {
    pub words: Vec<QueryWord>,
    pub readings: Vec<ReadPhrase>,
}

/// A word of the query with the words of the catalogue it may be.
pub struct QueryWord {
    pub word: Word,
    pub guesses: Vec<Guess>,
    /// How much it tells.
    pub weight: f32,
}

/// Words of the query read as a phrase, with what that may mean.
pub struct ReadPhrase {
    pub places: Vec<usize>,
    pub sure: f32,
    /// Whether it was said as it is written.
    pub whole: bool,
    pub meant: Vec<Meant>,
    pub said: String,
}

/// A phrase in the words of the law, as they are in the catalogue.
pub struct Meant {
    pub words: Vec<(Option<u32>, String)>,
    pub weights: Vec<f32>,
    pub legal: String,
}

impl Meant {
    fn whole(&self) -> f32 {
        self.weights.iter().sum::<f32>().max(0.01)
    }
}

/// How much a word counts that is not in the name but elsewhere.
const ELSEWHERE: f32 = 0.45;
/// And one of what a phrase may mean: the field tells it too.
const ELSEWHERE_MEANT: f32 = 0.75;
/// How much a word counts that has other accents than were typed, and one whose tone is only often taken for the other.
const OTHER_ACCENTS: f32 = 0.6;
const OTHER_TONE: f32 = 0.92;
/// Documents looked at closely, of those that hold most of the query.
const CLOSE: usize = 80;
/// And of those that say what it may mean.
const CLOSE_READ: usize = 60;
/// What a phrase may mean less likely is less sure, each time.
const LESS_LIKELY: f32 = 0.97;
/// Below this share of its words a name does not say a phrase of the law.
const SAYS: f32 = 0.5;
/// Below this score nothing is an answer: that there is none is said instead. A long question tells its story, of which
/// a name holds little: words up to so many, and the score.
const FLOORS: [(usize, f32); 3] = [(4, 0.24), (7, 0.15), (usize::MAX, 0.08)];
/// And below this share of what the query tells; up to so many words, and the share.
const LEAST: [(usize, f32); 3] = [(3, 0.58), (6, 0.4), (usize::MAX, 0.2)];
/// Unless it is what a phrase means that is so much of the query; then above this score.
const PHRASE: f32 = 0.45;
const PHRASE_SAID: f32 = 0.7;
const PHRASE_FLOOR: f32 = 0.05;
/// What is held anywhere in a name counts so much, the rest in its best stretch.
const ANYWHERE: f32 = 0.55;
/// How much depends on what else a name says: whether words side by side stand so in it, whether it says little else, and
/// begins with what was asked.
const FIT: f32 = 0.35;
const ORDER: f32 = 0.2;
const BREVITY: f32 = 0.5;
const EARLY: f32 = 0.15;
/// A syllable without its neighbour is another word; and to have a paper again is not to have it first.
const ALONE: f32 = 0.7;
const OTHER_ACT: f32 = 0.9;
/// A variant for rare cases that was not asked for, and the procedure everybody needs.
const UNUSUAL: f32 = 0.93;
const USUAL: f32 = 1.12;

/// What answers well enough, best first; `barred` is asked only of those.
pub fn scored(index: &Index, query: &SearchQuery, barred: impl Fn(u32) -> bool) -> Vec<SearchHit> {
    let total: f32 = query.words.iter().map(|asked| asked.weight).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let (likely, saying) = likely(index, query);
    let close = Close { index, query, total, saying };
    let mut found: Vec<SearchHit> = likely
        .into_iter()
        .map(|document| (document, close.score(document)))
        .filter(|(document, (score, _))| *score > 0.0 && !barred(*document))
        .map(|(document, (score, meant))| SearchHit { document: document as usize, score, meant })
        .collect();
    found.sort_by(|a, b| {
        let code = |found: &SearchHit| &index.documents[found.document].code;
        b.score.total_cmp(&a.score).then_with(|| code(a).cmp(code(b)))
    });
    found
}

/// Names that begin alike stand in groups of dozens in the law on land: after a few of a group, others come first.
pub fn spread(index: &Index, found: Vec<SearchHit>, limit: usize) -> Vec<SearchHit> {
    const BEGINNING: usize = 6;
    const ALIKE_MAX: usize = 3;
    let mut of_group: HashMap<Vec<u32>, usize> = HashMap::new();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for one in found {
        let name = index.documents[one.document].names.first().map(|name| name.words.as_slice());
        let name = name.unwrap_or_default();
        let beginning = name.iter().take(BEGINNING).map(|(word, _)| *word).collect();
        let count = of_group.entry(beginning).or_default();
        *count += 1;
        if *count <= ALIKE_MAX || name.len() <= BEGINNING { first.push(one) } else { later.push(one) }
    }
    // An answer that fits well is never put behind one that hardly fits.
    let weakest = first.get(limit.saturating_sub(1)).map_or(0.0, |found| found.score);
    let strong = later.iter().filter(|found| found.score > 2.0 * weakest.max(0.01)).cloned();
    let mut all: Vec<SearchHit> = first.into_iter().take(limit).chain(strong).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let missing = limit.saturating_sub(all.len());
    all.truncate(limit);
    all.extend(later.into_iter().take(missing));
    all.truncate(limit);
    all
}

/// Sums by document, with those that have any.
struct ScoreSums {
    of: Vec<f32>,
    any: Vec<u32>,
}

impl ScoreSums {
    fn new(documents: usize) -> ScoreSums {
        ScoreSums { of: vec![0.0; documents], any: Vec::new() }
    }

    fn slot(&mut self, document: u32) -> &mut f32 {
        let slot = &mut self.of[document as usize];
        if *slot == 0.0 {
            self.any.push(document);
        }
        slot
    }

    fn add(&mut self, document: u32, gain: f32) {
        *self.slot(document) += gain;
    }

    fn raise(&mut self, document: u32, to: f32) {
        let slot = self.slot(document);
        *slot = slot.max(to);
    }

    /// Gives what was summed to another, and begins anew.
    fn pour(&mut self, mut into: impl FnMut(u32, f32)) {
        for document in self.any.drain(..) {
            into(document, std::mem::take(&mut self.of[document as usize]));
        }
    }
}

/// Of each reading and each of its meanings, the documents that may say it, a bit each.
type Saying = Vec<Vec<Vec<u64>>>;

/// The documents that hold most of the query, by the words alone.
fn likely(index: &Index, query: &SearchQuery) -> (Vec<u32>, Saying) {
    let documents = index.documents.len();
    let (mut held, mut read_held) = (ScoreSums::new(documents), ScoreSums::new(documents));
    let (mut best, mut one) = (ScoreSums::new(documents), ScoreSums::new(documents));
    for asked in &query.words {
        for guess in &asked.guesses {
            for posting in &index.postings[guess.word as usize] {
                let place = if posting.in_name { 1.0 } else { ELSEWHERE };
                best.raise(posting.document, asked.weight * guess.sure * place);
            }
        }
        best.pour(|document, gain| held.add(document, gain));
    }
    let mut saying = Vec::with_capacity(query.readings.len());
    for read in &query.readings {
        let mut by_meaning = Vec::with_capacity(read.meant.len());
        let worth: f32 = read.places.iter().map(|place| query.words[*place].weight).sum::<f32>() * read.sure;
        for meant in &read.meant {
            let whole = meant.whole();
            for ((word, _), weight) in meant.words.iter().zip(&meant.weights) {
                for posting in word.iter().flat_map(|word| &index.postings[*word as usize]) {
                    one.add(posting.document, weight * if posting.in_name { 1.0 } else { ELSEWHERE_MEANT });
                }
            }
            let mut says = vec![0u64; documents.div_ceil(64)];
            one.pour(|document, held| {
                let share = held / whole;
                if share >= SAYS {
                    best.raise(document, worth * share * share);
                    says[document as usize / 64] |= 1 << (document % 64);
                }
            });
            by_meaning.push(says);
        }
        saying.push(by_meaning);
        best.pour(|document, gain| {
            held.add(document, gain);
            read_held.add(document, gain);
        });
    }
    // Long names hold a little of everything: they are weighed down before the close look.
    let rough = |sums: &ScoreSums, document: u32| {
        sums.of[document as usize] / (1.0 + index.documents[document as usize].length / 60.0)
    };
    let mut likely = most(held.any.clone(), CLOSE, |document| rough(&held, document));
    likely.extend(most(read_held.any.clone(), CLOSE_READ, |document| rough(&read_held, document)));
    likely.sort_unstable();
    likely.dedup();
    (likely, saying)
}

/// The documents with most of something.
fn most(mut documents: Vec<u32>, limit: usize, of: impl Fn(u32) -> f32) -> Vec<u32> {
    if documents.len() > limit {
        documents.select_nth_unstable_by(limit, |a, b| of(*b).total_cmp(&of(*a)).then(a.cmp(b)));
        documents.truncate(limit);
    }
    documents
}

/// The close look at one document.
struct Close<'a> {
    index: &'a Index,
    query: &'a SearchQuery,
    total: f32,
    saying: Saying,
}

/// A word of the query where a name says it.
#[derive(Clone, Copy)]
struct Hit {
    place: usize,
    asked: usize,
    sure: f32,
}

impl Close<'_> {
    fn score(&self, document: u32) -> (f32, Vec<UnderstoodWords>) {
        let of = &self.index.documents[document as usize];
        let mut best = (0.0, Vec::new());
        for place in 0..of.names.len() {
            let next = self.name(document, of, place);
            if next.0 > best.0 {
                best = next;
            }
        }
        best
    }

    fn name(&self, document: u32, of: &Indexed, name: usize) -> (f32, Vec<UnderstoodWords>) {
        let name = &of.names[name];
        let asked = &self.query.words;
        let mut hits: Vec<Hit> = Vec::new();
        let mut credit = vec![0.0f32; asked.len()];
        let telling: Vec<usize> = (0..asked.len()).filter(|place| asked[*place].weight > 0.0).collect();
        let mut said = vec![0.0f32; name.words.len()];
        for (place, word) in asked.iter().enumerate().filter(|(_, asked)| asked.weight > 0.0) {
            for guess in &word.guesses {
                for at in name.places(guess.word) {
                    let company = if telling.len() < 2 || self.in_company(name, &telling, place, at) {
                        1.0
                    } else {
                        ALONE
                    };
                    let sure = guess.sure * accents(&word.word, &name.words[at].1) * company;
                    hits.push(Hit { place: at, asked: place, sure });
                    said[at] = said[at].max(sure);
                    credit[place] = credit[place].max(sure);
                }
                if credit[place] < ELSEWHERE * guess.sure && self.index.holds(guess.word, document) {
                    credit[place] = ELSEWHERE * guess.sure;
                }
            }
        }
        let may = |says: &Vec<u64>| says[document as usize / 64] & (1 << (document % 64)) != 0;
        let readings = self.query.readings.iter().zip(&self.saying).map(|(read, saying)| {
            let likely = read.meant.iter().enumerate().zip(saying).filter(|(_, says)| may(says));
            let one = likely.map(|((rank, one), _)| {
                let less = LESS_LIKELY.powi(rank as i32);
                (read.sure * less * self.says(document, name, one), one)
            });
            let best = one
                .fold((0.0, None), |best, (sure, one)| if sure > best.0 { (sure, Some(one)) } else { best });
            (read, best.0, best.1)
        });
        let readings: Vec<(&ReadPhrase, f32, &Meant)> =
            readings.filter_map(|(read, sure, one)| Some((read, sure, one?))).collect();
        let literal = credit.clone();
        for (read, sure, _) in &readings {
            for place in &read.places {
                credit[*place] = credit[*place].max(*sure);
            }
        }
        let mut meant = Vec::new();
        let mut phrase = false;
        for (read, sure, one) in readings {
            let share: f32 = read.places.iter().map(|place| asked[*place].weight).sum::<f32>() / self.total;
            phrase |= read.whole && read.places.len() > 1 && sure >= PHRASE_SAID && share >= PHRASE;
            // What tells more than this reading makes it needless.
            if read.places.iter().all(|place| credit[*place] > sure + 0.02) {
                continue;
            }
            let told = meant.iter().any(|words: &UnderstoodWords| words.typed == read.said);
            if !told && sure > SAYS && read.places.iter().any(|place| literal[*place] < sure) {
                meant.push(UnderstoodWords { typed: read.said.clone(), understood: one.legal.clone() });
            }
            for (word, _) in &one.words {
                for at in word.iter().flat_map(|word| name.places(*word)) {
                    said[at] = said[at].max(sure);
                    hits.extend(read.places.iter().map(|asked| Hit { place: at, asked: *asked, sure }));
                }
            }
        }
        let held: f32 = credit.iter().zip(asked).map(|(credit, asked)| credit * asked.weight).sum();
        if held <= 0.0 {
            return (0.0, Vec::new());
        }
        if !phrase && held / self.total < up_to(&LEAST, telling.len()) {
            return (0.0, Vec::new());
        }
        hits.sort_by_key(|hit| hit.place);
        let coverage = ANYWHERE * held / self.total + (1.0 - ANYWHERE) * self.near(&hits);
        let fit = self.fit(name, &hits, &said);
        let supplied = if of.supplied { 0.03 } else { 0.0 };
        let score = coverage * coverage * (1.0 - FIT + FIT * fit) + supplied * coverage;
        let unusual = name.unusual.iter().filter(|places| places.iter().all(|at| said[*at] < 0.5)).count();
        let usual = if of.usual { USUAL } else { 1.0 };
        let floor = if phrase { PHRASE_FLOOR } else { up_to(&FLOORS, telling.len()) };
        if score < floor {
            return (0.0, Vec::new());
        }
        (score * UNUSUAL.powi(unusual.min(3) as i32) * usual, meant)
    }

    /// Whether a word of the query has a neighbour beside it in a name too: most words are of two syllables, and one of
    /// them alone is another word.
    fn in_company(&self, name: &Name, telling: &[usize], place: usize, at: usize) -> bool {
        let number = telling.iter().position(|of| *of == place).unwrap_or_default();
        let near = telling[number.saturating_sub(2)..].iter().take(if number < 2 { number + 3 } else { 5 });
        let says = |at: usize, asked: usize| {
            let word = name.words.get(at).map(|(word, _)| *word);
            self.query.words[asked].guesses.iter().any(|guess| guess.sure > 0.5 && Some(guess.word) == word)
        };
        let mut near = near.filter(|asked| **asked != place);
        near.any(|asked| says(at + 1, *asked) || at > 0 && says(at - 1, *asked))
    }

    /// How much of a phrase of the law a name says, from 0 to 1.
    fn says(&self, document: u32, name: &Name, meant: &Meant) -> f32 {
        let (mut held, mut beside) = (0.0, 0usize);
        for (number, (word, typed)) in meant.words.iter().enumerate() {
            let Some(word) = word else { continue };
            let places = name.places(*word);
            let exact = places.clone().any(|at| name.words[at].1 == *typed);
            held += meant.weights[number]
                * match () {
                    () if exact => 1.0,
                    () if places.len() > 0 => OTHER_ACCENTS,
                    () if self.index.holds(*word, document) => ELSEWHERE_MEANT,
                    () => 0.0,
                };
            if let Some((Some(next), _)) = meant.words.get(number + 1) {
                let is_next = |at: usize| name.words.get(at + 1).is_some_and(|(word, _)| word == next);
                beside += usize::from(places.clone().any(is_next));
            }
        }
        let share = held / meant.whole();
        if share < SAYS {
            return 0.0;
        }
        let order = match meant.words.len() {
            0 | 1 => 1.0,
            length => beside as f32 / (length - 1) as f32,
        };
        let first =
            meant.words.iter().take(2).filter_map(|(word, _)| *word).all(|word| name.places(word).len() > 0);
        let act = if first { 1.0 } else { OTHER_ACT };
        share * (0.7 + 0.3 * order) * share.sqrt() * act
    }

    /// How well a name fits otherwise, from 0 to 1: words said side by side stand side by side, and the name says little
    /// else, and that early.
    fn fit(&self, name: &Name, hits: &[Hit], said: &[f32]) -> f32 {
        let asked: Vec<usize> =
            (0..self.query.words.len()).filter(|place| self.query.words[*place].weight > 0.0).collect();
        let mut pairs = 0.0;
        for two in asked.windows(2) {
            let beside = hits.iter().filter(|hit| hit.asked == two[0]).flat_map(|a| {
                let next = hits
                    .iter()
                    .filter(move |b| b.asked == two[1] && (b.place == a.place + 1 || b.place == a.place));
                next.map(move |b| a.sure.min(b.sure))
            });
            pairs += beside.fold(0.0, f32::max);
        }
        let order = if asked.len() < 2 { 1.0 } else { pairs / (asked.len() - 1) as f32 };
        let weight = |word: u32| self.index.weights[word as usize];
        let all =
            name.words.iter().enumerate().map(|(at, (word, _))| (weight(*word) * name.part(at), said[at]));
        let (whole, held) =
            all.fold((0.0, 0.0), |sums, (weight, said)| (sums.0 + weight, sums.1 + weight * said));
        let brevity = held / whole.max(0.01);
        // What the name begins with is what the procedure does.
        let early =
            said.iter().position(|said| *said > 0.6).map_or(0.0, |place| 1.0 / (1.0 + place as f32 / 3.0));
        ORDER * order + BREVITY * brevity + EARLY * early
    }

    /// The share of the query that the best stretch of a name holds.
    fn near(&self, hits: &[Hit]) -> f32 {
        let words = &self.query.words;
        let reach = 8.max(2 * words.iter().filter(|asked| asked.weight > 0.0).count() + 2);
        let mut best = 0.0f32;
        let mut sure = vec![0.0f32; words.len()];
        for (start, first) in hits.iter().enumerate() {
            if start > 0 && hits[start - 1].place == first.place {
                continue;
            }
            sure.fill(0.0);
            for hit in hits[start..].iter().take_while(|hit| hit.place < first.place + reach) {
                sure[hit.asked] = sure[hit.asked].max(hit.sure);
            }
            best = best.max(sure.iter().zip(words).map(|(sure, asked)| sure * asked.weight).sum());
        }
        best / self.total
    }
}

/// What holds for so many words.
fn up_to(bounds: &[(usize, f32)], words: usize) -> f32 {
    bounds.iter().find(|(most, _)| words <= *most).map_or(0.0, |(_, bound)| *bound)
}

/// How surely a word with these accents was meant.
fn accents(asked: &Word, name: &str) -> f32 {
    match () {
        () if !asked.accented() || asked.typed == name => 1.0,
        () if one_tone(&asked.typed) == one_tone(name) => OTHER_TONE,
        () => OTHER_ACCENTS,
    }
}

/// The hook and the tilde are taken for each other in most of the country, and i and y everywhere.
fn one_tone(word: &str) -> String {
    const PAIRS: &str = "ảãẩẫẳẵẻẽểễỉĩỏõổỗởỡủũửữỷỹ";
    const YI: &str = "yýỳỷỹỵ";
    const I: &str = "iíìỉỉị";
    let letters: Vec<char> = PAIRS.chars().collect();
    let one = |letter: char| match letters.iter().position(|known| *known == letter) {
        Some(place) => letters[place - place % 2],
        None => letter,
    };
    let one = |letter: char| match YI.find(letter) {
        Some(at) => I.chars().nth(YI[..at].chars().count()).unwrap_or(letter),
        None => one(letter),
    };
    word.chars().map(one).collect()
}
