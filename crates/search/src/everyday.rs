//! The dictionary from everyday words to the words of the law, and the words that say nothing.

use crate::sense::settled;
use crate::slips::{Vocabulary, sound};
use crate::words::{Word, words};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What people say by theme, what single words of theirs mean, and what English readers say.
const EVERYDAY: [&str; 3] = [
    include_str!("../data/everyday.tsv"),
    include_str!("../data/thesaurus.tsv"),
    include_str!("../data/english.tsv"),
];
const STOP: &str = include_str!("../data/stop.txt");
const FAINT: &str = include_str!("../data/faint.txt");
const ACTS: &str = include_str!("../data/acts.txt");
const ENGLISH: &str = include_str!("../data/english-idle.txt");

/// Words may stand between those of a phrase, or they in another order: so many, and the phrase has so many itself.
const BETWEEN_MAX: usize = 2;
const LOOSE_MIN: usize = 3;
/// A query is read in so many ways at most, the longest phrases first.
const READINGS_MAX: usize = 24;
/// What is less sure than the phrase as it stands: heard alike, in order with words between, in another order.
const HEARD: f32 = 0.85;
const PARTED: f32 = 0.93;
const TURNED: f32 = 0.86;
const EACH_BETWEEN: f32 = 0.05;
/// Part of a long phrase is one when it holds so much of what the phrase tells, and less sure.
const MOST: f32 = 0.62;
const PART: f32 = 0.9;

/// Phrases by their folded words.
pub struct Dictionary {
    phrases: Vec<EverydayPhrase>,
    /// Of each word, the phrases it stands in, and where.
    of_word: HashMap<String, Vec<(u32, usize)>>,
    of_sound: HashMap<String, Vec<String>>,
    vocabulary: Vocabulary,
    stop: HashMap<Vec<String>, Vec<Vec<Word>>>,
    stopped: HashSet<String>,
    faint: HashMap<String, Vec<Word>>,
    acts: HashMap<String, Vec<Word>>,
    english: HashSet<String>,
    /// Words that stand in English phrases and in no other.
    foreign: HashSet<String>,
}

struct EverydayPhrase {
    said: Vec<Word>,
    meant: Vec<Vec<Word>>,
    /// The marks of each word, and how much it tells of the phrase.
    marks: Vec<String>,
    weights: Vec<f32>,
}

/// Words of the query with what they may mean in the words of the law.
pub struct WordReading<'a> {
    /// Where they stand, in order.
    pub places: Vec<usize>,
    pub meant: &'a [Vec<Word>],
    /// Less when only the sound agrees, or other words stand between.
    pub sure: f32,
    /// Whether it stands as it is written, nothing between.
    pub whole: bool,
}

/// A word of the query that may be one of a phrase.
#[derive(Clone, Copy)]
struct PhraseWord {
    at: usize,
    place: usize,
    sure: f32,
}

impl Dictionary {
    pub fn new() -> Dictionary {
        let mut phrases: Vec<EverydayPhrase> = Vec::new();
        let mut foreign: [HashSet<String>; 3] = Default::default();
        for (file, of) in EVERYDAY.into_iter().zip(&mut foreign) {
            let lines = file.lines().filter(|line| !line.starts_with('#'));
            for (said, meant) in lines.filter_map(|line| line.split_once('\t')) {
                let meant: Vec<Vec<Word>> = meant.split('|').map(words).collect();
                for said in said.split('|').map(words).map(settled).filter(|said| !said.is_empty()) {
                    of.extend(said.iter().map(|word| word.plain.clone()));
                    let marks = said.iter().map(|word| marks(&word.typed)).collect();
                    phrases.push(EverydayPhrase { said, meant: meant.clone(), marks, weights: Vec::new() });
                }
            }
        }
        let mut of_word: HashMap<String, Vec<(u32, usize)>> = HashMap::new();
        for (number, phrase) in phrases.iter().enumerate() {
            for (place, word) in phrase.said.iter().enumerate() {
                of_word.entry(word.plain.clone()).or_default().push((number as u32, place));
            }
        }
        let mut of_sound: HashMap<String, Vec<String>> = HashMap::new();
        of_word.keys().for_each(|word| of_sound.entry(sound(word)).or_default().push(word.clone()));
        let known: BTreeSet<String> = of_word.keys().cloned().collect();
        let mut stop: HashMap<Vec<String>, Vec<Vec<Word>>> = HashMap::new();
        for said in listed(STOP) {
            stop.entry(plain(&said)).or_default().push(said);
        }
        let stopped = stop.keys().flatten().cloned().collect();
        let count = phrases.len() as f32;
        let weight = |word: &Word| (count / of_word[&word.plain].len() as f32).ln();
        for phrase in &mut phrases {
            phrase.weights = phrase.said.iter().map(weight).collect();
        }
        let [everyday, thesaurus, english] = foreign;
        let foreign =
            english.into_iter().filter(|word| !everyday.contains(word) && !thesaurus.contains(word));
        Dictionary {
            foreign: foreign.collect(),
            vocabulary: Vocabulary::new(known.into_iter().collect()),
            phrases,
            of_word,
            of_sound,
            stop,
            stopped,
            acts: by_plain(ACTS),
            faint: by_plain(FAINT),
            english: listed(ENGLISH).flatten().map(|word| word.plain).collect(),
        }
    }

    /// What words of the query mean, each phrase where it stands closest. `strange` are words the catalogue does not know.
    pub fn readings(&self, query: &[Word], idle: &[bool], strange: &[bool]) -> Vec<WordReading<'_>> {
        let light: Vec<bool> =
            query.iter().zip(idle).map(|(word, idle)| *idle || self.is_faint(word)).collect();
        let mut hits: BTreeMap<u32, Vec<PhraseWord>> = BTreeMap::new();
        for (at, word) in query.iter().enumerate() {
            let typed = marks(&word.typed);
            for (known, sure) in self.likely(&word.plain, strange[at]) {
                for (number, place) in self.of_word.get(known).into_iter().flatten() {
                    let phrase = &self.phrases[*number as usize];
                    let said = &phrase.said[*place];
                    let sure = match () {
                        () if word.plain == said.plain && agrees(word, said) => sure,
                        () if !word.accented() || typed == phrase.marks[*place] => sure.min(HEARD),
                        () => continue,
                    };
                    hits.entry(*number).or_default().push(PhraseWord { at, place: *place, sure });
                }
            }
        }
        let mut found: Vec<WordReading<'_>> = Vec::new();
        for (number, hits) in hits {
            let phrase = &self.phrases[number as usize];
            if phrase.said.len() > 1 && hits.iter().all(|hit| hit.place == hits[0].place) {
                continue;
            }
            let whole = standing(&hits, phrase.said.len()).map(|(places, sure)| (places, sure, true));
            let closest = whole.or_else(|| {
                loose(&hits, &phrase.weights, &light).map(|(places, sure)| (places, sure, false))
            });
            if let Some((places, sure, whole)) = closest {
                found.push(WordReading { places, meant: &phrase.meant, sure, whole });
            }
        }
        // What is part of a longer phrase says nothing by itself, nor what is pieced together from it.
        let longer: Vec<(Vec<usize>, f32)> = found
            .iter()
            .filter(|reading| reading.whole && reading.places.len() > 1)
            .map(|reading| (reading.places.clone(), reading.sure))
            .collect();
        found.retain(|reading| {
            !longer.iter().any(|(places, sure)| {
                let shared = reading.places.iter().filter(|place| places.contains(place)).count();
                let within = shared == reading.places.len() && places.len() > shared;
                let pieced = !reading.whole
                    && places.len() >= reading.places.len()
                    && 2 * shared > reading.places.len();
                *sure >= reading.sure && (within || pieced)
            })
        });
        let count = self.phrases.len() as f32;
        let tells = |place: &usize| {
            let of = self.of_word.get(&query[*place].plain).map_or(1, Vec::len);
            (count / of as f32).ln()
        };
        let worth = |reading: &WordReading<'_>| reading.places.iter().map(tells).sum::<f32>() * reading.sure;
        found.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        // Several say the same.
        let mut seen = HashSet::new();
        found.retain(|reading| seen.insert((reading.places.clone(), reading.meant)));
        found.truncate(READINGS_MAX);
        found
    }

    /// The words of phrases that may have been meant.
    fn likely<'a>(&'a self, plain: &'a str, strange: bool) -> Vec<(&'a str, f32)> {
        let alike = self.of_sound.get(&sound(plain)).into_iter().flatten();
        let mut likely: Vec<(&str, f32)> =
            alike.map(|word| (word.as_str(), if word == plain { 1.0 } else { HEARD })).collect();
        if strange && !self.knows(plain) {
            for guess in self.vocabulary.guesses(plain) {
                let word = self.vocabulary.word(guess.word);
                if guess.sure >= 0.7 && !likely.iter().any(|known| known.0 == word) {
                    likely.push((word, guess.sure));
                }
            }
        }
        likely
    }

    /// The words an abbreviation without vowels stands for, such as `bhyt`.
    pub fn written_out(&self, plain: &str) -> Option<&[Word]> {
        if plain.len() < 3 || plain.contains(['a', 'e', 'i', 'o', 'u']) {
            return None;
        }
        let mut phrases = self.of_word.get(plain)?.iter().map(|(number, _)| &self.phrases[*number as usize]);
        phrases.find(|phrase| phrase.said.len() == 1)?.meant.first().map(Vec::as_slice)
    }

    /// Whether a folded word stands in any phrase.
    pub fn knows(&self, plain: &str) -> bool {
        self.of_word.contains_key(plain) || self.stopped.contains(plain)
    }

    /// Which words of the query say nothing.
    pub fn idle(&self, query: &[Word]) -> Vec<bool> {
        let mut idle = vec![false; query.len()];
        for from in 0..query.len() {
            for length in 1..=6.min(query.len() - from) {
                let stretch = &query[from..from + length];
                let said = self.stop.get(&plain(stretch));
                if said.is_some_and(|said| said.iter().any(|said| all_agree(stretch, said))) {
                    idle[from..from + length].fill(true);
                }
            }
        }
        if self.is_english(query) {
            for (idle, word) in idle.iter_mut().zip(query) {
                *idle |= self.english.contains(&word.plain);
            }
        }
        idle
    }

    /// Whether it is asked in English: no accents, and a word that is nothing but English.
    fn is_english(&self, query: &[Word]) -> bool {
        query.iter().all(|word| !word.accented())
            && query.iter().any(|word| self.foreign.contains(&word.plain))
    }

    /// Whether a word says little by itself, such as `giấy` or `xin`.
    pub fn is_faint(&self, word: &Word) -> bool {
        word.plain.bytes().all(|byte| byte.is_ascii_digit()) || among(&self.faint, word)
    }

    /// Whether it says what is to be done, such as `đổi` or `lost`.
    pub fn is_act(&self, word: &Word) -> bool {
        among(&self.acts, word)
    }
}

/// The phrase as it is written.
fn standing(hits: &[PhraseWord], length: usize) -> Option<(Vec<usize>, f32)> {
    let at = |at: usize, place: usize| {
        let here = hits.iter().filter(|hit| hit.at == at && hit.place == place).map(|hit| hit.sure);
        here.max_by(f32::total_cmp)
    };
    let starts = hits.iter().filter(|hit| hit.place == 0).map(|hit| hit.at);
    let found = starts.filter_map(|start| {
        let sures: Option<Vec<f32>> = (0..length).map(|place| at(start + place, place)).collect();
        let least = sures?.into_iter().fold(1.0, f32::min);
        // One word that only sounds alike is another word.
        (length > 1 || least > HEARD).then(|| ((start..start + length).collect(), least))
    });
    found.max_by(|a: &(Vec<usize>, f32), b| a.1.total_cmp(&b.1))
}

/// The words of the phrase close together, with few others between; of a long one most, and those that tell most.
fn loose(hits: &[PhraseWord], weights: &[f32], light: &[bool]) -> Option<(Vec<usize>, f32)> {
    let length = weights.len();
    if length < 2 {
        return None;
    }
    let mut sure: Vec<PhraseWord> = hits.iter().copied().filter(|hit| hit.sure > HEARD).collect();
    sure.sort_by_key(|hit| (hit.at, hit.place));
    let whole: f32 = weights.iter().sum();
    let mut best: Option<(Vec<usize>, f32)> = None;
    for start in 0..sure.len() {
        let mut taken: Vec<Option<usize>> = vec![None; length];
        for hit in sure[start..].iter().take_while(|hit| hit.at <= sure[start].at + length + BETWEEN_MAX + 2)
        {
            if taken[hit.place].is_none() && !taken.contains(&Some(hit.at)) {
                taken[hit.place] = Some(hit.at);
            }
        }
        let held: f32 =
            taken.iter().zip(weights).filter(|(at, _)| at.is_some()).map(|(_, weight)| weight).sum();
        let mut places: Vec<usize> = taken.into_iter().flatten().collect();
        let missing = length - places.len();
        let telling = places.iter().filter(|at| !light[**at]).count();
        if places.len() < 2 || missing > 0 && (telling < 2 || length < LOOSE_MIN || held / whole < MOST) {
            continue;
        }
        let in_order = places.is_sorted();
        places.sort_unstable();
        let (first, last) = (places[0], places[places.len() - 1]);
        let between = (first..=last).filter(|at| !light[*at] && !places.contains(at)).count();
        let allowed = match (length < LOOSE_MIN, in_order) {
            (true, true) => 0,
            (true, false) => continue,
            (false, _) => BETWEEN_MAX,
        };
        if between > allowed {
            continue;
        }
        let sure = if in_order { PARTED } else { TURNED } - EACH_BETWEEN * between as f32;
        let sure = if missing > 0 { sure * PART * held / whole } else { sure };
        if best.as_ref().is_none_or(|best| best.1 < sure) {
            best = Some((places, sure));
        }
    }
    best
}

/// The marks of a word, with those taken for one another as one.
fn marks(word: &str) -> String {
    let marks = word.nfd().filter(|letter| is_combining_mark(*letter));
    marks.map(|mark| if mark == '\u{303}' { '\u{309}' } else { mark }).collect()
}

fn listed(file: &str) -> impl Iterator<Item = Vec<Word>> + '_ {
    file.lines().filter(|line| !line.starts_with('#')).map(words).filter(|said| !said.is_empty())
}

fn by_plain(file: &str) -> HashMap<String, Vec<Word>> {
    let mut words: HashMap<String, Vec<Word>> = HashMap::new();
    listed(file).flatten().for_each(|word| words.entry(word.plain.clone()).or_default().push(word));
    words
}

fn among(words: &HashMap<String, Vec<Word>>, word: &Word) -> bool {
    words.get(&word.plain).is_some_and(|known| known.iter().any(|known| agrees(word, known)))
}

fn plain(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.plain.clone()).collect()
}

/// Where accents were typed they must be those of the phrase.
fn agrees(typed: &Word, said: &Word) -> bool {
    typed.plain == said.plain && (!typed.accented() || typed.typed == said.typed)
}

fn all_agree(typed: &[Word], said: &[Word]) -> bool {
    typed.iter().zip(said).all(|(typed, said)| agrees(typed, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Vec<(Vec<usize>, String)> {
        let dictionary = Dictionary::new();
        let query = words(query);
        let none = vec![false; query.len()];
        let readings = dictionary.readings(&query, &dictionary.idle(&query), &none);
        let text =
            |words: &[Word]| words.iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ");
        readings.iter().map(|reading| (reading.places.clone(), text(&reading.meant[0]))).collect()
    }

    #[test]
    fn the_longest_phrase_is_read_with_or_without_accents() {
        for query in ["bằng lái xe", "bang lai xe"] {
            assert_eq!(read(query), [(vec![0, 1, 2], "giấy phép lái xe".to_string())], "{query}");
        }
        assert!(read("xyz").is_empty());
    }

    #[test]
    fn words_may_stand_between_or_in_another_order() {
        let says = |query: &str, meant: &str| read(query).iter().any(|(_, of)| of == meant);
        assert!(says("con tôi mới sinh", "đăng ký khai sinh"));
        assert!(says("sổ hộ khẩu muốn tách", "tách hộ"));
    }

    #[test]
    fn every_entry_says_and_means_something() {
        let dictionary = Dictionary::new();
        assert!(dictionary.phrases.len() > 2_000);
        assert!(dictionary.phrases.iter().all(|phrase| phrase.meant.iter().all(|meant| !meant.is_empty())));
    }
}
