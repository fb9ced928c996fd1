//! Slips: what the fingers did, undone. All on folded words.

use std::collections::HashMap;

/// The words of the catalogue by what they sound like and how long they are.
pub struct Vocabulary {
    words: Vec<String>,
    ids: HashMap<String, u32>,
    by_sound: HashMap<String, Vec<u32>>,
    by_length: HashMap<usize, Vec<u32>>,
}

/// A word of the catalogue that may have been meant, and how sure that is (1 is certain).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    pub word: u32,
    pub sure: f32,
}

impl Vocabulary {
    pub fn new(words: Vec<String>) -> Vocabulary {
        let mut by_sound: HashMap<String, Vec<u32>> = HashMap::new();
        let mut by_length: HashMap<usize, Vec<u32>> = HashMap::new();
        for (id, word) in words.iter().enumerate() {
            by_sound.entry(sound(word)).or_default().push(id as u32);
            by_length.entry(word.len()).or_default().push(id as u32);
        }
        let ids = words.iter().enumerate().map(|(id, word)| (word.clone(), id as u32)).collect();
        Vocabulary { words, ids, by_sound, by_length }
    }

    pub fn id(&self, word: &str) -> Option<u32> {
        self.ids.get(word).copied()
    }

    pub fn word(&self, id: u32) -> &str {
        &self.words[id as usize]
    }

    /// The words that may have been meant by `typed`, itself among them when it is a word.
    pub fn guesses(&self, typed: &str) -> Vec<Guess> {
        let mut guesses: Vec<Guess> = Vec::new();
        let mut add = |word: u32, sure: f32| match guesses.iter_mut().find(|guess| guess.word == word) {
            Some(known) => known.sure = known.sure.max(sure),
            None => guesses.push(Guess { word, sure }),
        };
        let known = self.id(typed);
        if let Some(id) = known {
            add(id, 1.0);
        }
        // A word that is none may be Telex or VNI that was never turned into letters.
        let decoded = decoded(typed);
        let read = decoded.iter().filter_map(|word| self.id(word)).collect::<Vec<_>>();
        for id in &read {
            add(*id, if known.is_some() { 0.3 } else { 0.95 });
        }
        for id in self.by_sound.get(&sound(typed)).into_iter().flatten() {
            let sure = match () {
                () if self.words[*id as usize].replace('y', "i") == typed.replace('y', "i") => 0.95,
                () if known.is_some() => 0.6,
                () => 0.85,
            };
            add(*id, sure);
        }
        let sure = match (known.is_some(), read.is_empty()) {
            // A short word that is one was most likely meant.
            (true, _) if typed.len() < 4 => return guesses,
            (true, _) => 0.3,
            (false, false) => 0.35,
            (false, true) => 0.7,
        };
        if typed.len() >= 3 && !typed.bytes().any(|byte| byte.is_ascii_digit()) {
            for length in typed.len() - 1..=typed.len() + 1 {
                for id in self.by_length.get(&length).into_iter().flatten() {
                    if one_slip(typed.as_bytes(), self.words[*id as usize].as_bytes()) {
                        add(*id, sure);
                    }
                }
            }
        }
        guesses.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        guesses.truncate(12);
        guesses
    }

    /// A word that is several written together, such as `khaisinh`.
    pub fn parted(&self, typed: &str) -> Option<Vec<String>> {
        if typed.len() < 5 || self.id(typed).is_some() || !typed.is_ascii() {
            return None;
        }
        // best[i]: the fewest words the first i letters can be made of.
        let mut best: Vec<Option<(usize, usize)>> = vec![None; typed.len() + 1];
        best[0] = Some((0, 0));
        for end in 2..=typed.len() {
            for start in end.saturating_sub(7)..end.saturating_sub(1) {
                let Some((count, _)) = best[start] else { continue };
                let better = best[end].is_none_or(|(known, _)| count + 1 < known);
                if better && self.id(&typed[start..end]).is_some() {
                    best[end] = Some((count + 1, start));
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = typed.len();
        while end > 0 {
            let (_, start) = best[end]?;
            parts.push(typed[start..end].to_string());
            end = start;
        }
        parts.reverse();
        (parts.len() > 1).then_some(parts)
    }
}

/// What Telex or VNI keystrokes stand for, folded: `ddawng` and `d9a8ng` are `dang`.
pub fn decoded(typed: &str) -> Vec<String> {
    let mut found = Vec::new();
    if typed.bytes().any(|byte| byte.is_ascii_digit()) && typed.bytes().any(|byte| byte.is_ascii_alphabetic())
    {
        found.push(typed.chars().filter(|letter| !letter.is_ascii_digit()).collect());
        return found;
    }
    let mut telex = typed.to_string();
    for (keys, letter) in [("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("ii", "i"), ("uu", "u")] {
        telex = telex.replace(keys, letter);
    }
    // After its vowel, these are only ever tones and hooks: no Vietnamese word ends in them.
    let vowel = telex.find(|letter| "aeiouy".contains(letter)).unwrap_or(telex.len());
    let (start, end) = telex.split_at(vowel);
    let end: String = end.chars().filter(|letter| !"sfrxjwz".contains(*letter)).collect();
    // A horn typed before its vowel: `wowr`.
    let start = if start == "w" { "u" } else { start };
    let plain = format!("{start}{end}");
    if plain != typed {
        let mut single = plain.clone();
        for (keys, letter) in [("aa", "a"), ("ee", "e"), ("oo", "o"), ("ii", "i"), ("uu", "u")] {
            single = single.replace(keys, letter);
        }
        // A second d anywhere is the bar of đ: `dangd`.
        if let Some(rest) = single.strip_suffix('d') {
            found.push(rest.to_string());
        }
        let doubled = (single != plain).then_some(single);
        found.push(plain);
        found.extend(doubled);
    }
    found
}

/// Words that sound alike somewhere in the country get the same key.
pub fn sound(word: &str) -> String {
    let mut word = word.to_string();
    for (letters, same) in
        [("tr", "ch"), ("gi", "d"), ("gh", "g"), ("ngh", "ng"), ("ph", "f"), ("qu", "w"), ("kh", "K")]
    {
        if let Some(rest) = word.strip_prefix(letters) {
            word = format!("{same}{rest}");
            break;
        }
    }
    let mut letters: Vec<char> = word.chars().collect();
    if let Some(first) = letters.first_mut() {
        *first = match *first {
            's' => 'x',
            'r' | 'v' => 'd',
            'k' | 'q' => 'c',
            'l' => 'n',
            other => other,
        };
    }
    let mut word: String = letters.into_iter().collect::<String>().replace('y', "i");
    for (letters, same) in [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t")] {
        if let Some(rest) = word.strip_suffix(letters)
            && !rest.is_empty()
        {
            word = format!("{rest}{same}");
            break;
        }
    }
    word
}

/// Whether one letter more, less, other, or two swapped make one word of the other.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short[start..].iter().rev().zip(long[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let between = short.len() - start - end;
            between <= 1 || between == 2 && short[start] == long[start + 1] && short[start + 1] == long[start]
        }
        1 => start + end >= short.len(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let words =
            "dang ky khai sinh ket hon dat dai xay dung chung tu cap lai giay phep lai xe ho kinh doanh";
        let mut words: Vec<String> = words.split(' ').map(str::to_string).collect();
        words.sort();
        words.dedup();
        Vocabulary::new(words)
    }

    fn best(typed: &str) -> String {
        let vocabulary = vocabulary();
        let guesses = vocabulary.guesses(typed);
        guesses.first().map(|guess| vocabulary.words[guess.word as usize].clone()).unwrap_or_default()
    }

    #[test]
    fn telex_and_vni_leftovers_are_read() {
        for (typed, meant) in [
            ("ddawng", "dang"),
            ("kys", "ky"),
            ("keets", "ket"),
            ("ddaats", "dat"),
            ("duwngj", "dung"),
            ("dang9", "dang"),
            ("kha8i", "khai"),
            ("giaays", "giay"),
            ("d9a6t1", "dat"),
        ] {
            assert_eq!(best(typed), meant, "{typed}");
        }
    }

    #[test]
    fn slips_of_the_fingers_are_forgiven() {
        for (typed, meant) in
            [("dagn", "dang"), ("khaii", "khai"), ("sin", "sinh"), ("kinnh", "kinh"), ("say", "xay")]
        {
            assert_eq!(best(typed), meant, "{typed}");
        }
    }

    #[test]
    fn words_written_together_are_parted() {
        let parts = vocabulary().parted("dangkykhaisinh").unwrap();
        assert_eq!(parts, ["dang", "ky", "khai", "sinh"]);
        assert_eq!(vocabulary().parted("khai"), None);
        assert_eq!(vocabulary().parted("zzzzzzz"), None);
    }

    #[test]
    fn one_slip_is_one() {
        for (a, b, one) in [
            ("abc", "abc", true),
            ("abc", "acb", true),
            ("abc", "ab", true),
            ("abc", "axyc", false),
            ("abcd", "badc", false),
        ] {
            assert_eq!(one_slip(a.as_bytes(), b.as_bytes()), one, "{a} {b}");
        }
    }
}
