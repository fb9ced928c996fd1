//! Folding: the key under which names are searched and sorted, the same bytes on both engines.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Which folding this is: what was folded by another is folded anew. The first kept signs inside a word as blanks, and
/// letters with a bar as they were; the second took an apostrophe for nothing only.
pub const VERSION: u32 = 3;

/// Small letters without marks, single blanks: `Đặng  Thị Hà` → `dang thi ha`. A bar goes as a mark does, whichever letter
/// with a bar a keyboard has; an apostrophe inside a word is nothing (`H'Hen` → `hhen`), any other sign a blank.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Composed first: some apostrophes fall apart into a blank and a mark.
    let visible = text.nfc().filter(|letter| !typed::is_invisible(*letter) && !typed::is_apostrophe(*letter));
    let letters = visible.nfkd().filter(|letter| !is_combining_mark(*letter));
    for letter in letters.flat_map(char::to_lowercase).map(without_bar) {
        match letter {
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What else a name is found by, beside its key: each later word, as the second folding had it.
pub fn later(text: &str) -> Vec<String> {
    let key = fold(text);
    key.match_indices(' ').map(|(at, _)| key[at + 1..].to_string()).collect()
}

/// The same, and each word where an apostrophe parts two or goes with the blank beside it: `H'Hen` is found by `hen`, and
/// `H' Hen` by `hhen`.
pub fn others(text: &str) -> Vec<String> {
    let mut found = later(text);
    for way in [parted(text), joined(text)] {
        found.extend(later(&way));
        found.push(way);
    }
    let key = fold(text);
    let mut seen = std::collections::HashSet::new();
    found.retain(|words| !words.is_empty() && *words != key && seen.insert(words.clone()));
    found
}

/// The key with every apostrophe as a blank.
fn parted(text: &str) -> String {
    let composed = typed::composed(text);
    fold(
        &composed
            .chars()
            .map(|letter| if typed::is_apostrophe(letter) { ' ' } else { letter })
            .collect::<String>(),
    )
}

/// The key with the blanks beside an apostrophe gone along with it.
pub fn joined(text: &str) -> String {
    let composed = typed::composed(text);
    let parts = composed.split(typed::is_apostrophe);
    let last = parts.clone().count() - 1;
    let trimmed = parts.enumerate().map(|(place, part)| {
        let part = if place > 0 { part.trim_start() } else { part };
        if place < last { part.trim_end() } else { part }
    });
    fold(&trimmed.collect::<String>())
}

/// The first folding, which keys not folded anew yet were made by.
pub fn first(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'đ' => folded.push('d'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters whose bar is no mark of its own: đ, and what is typed for it; ƀ and others of the languages of the Highlands.
fn without_bar(letter: char) -> char {
    match letter {
        'đ' | 'ð' | 'ɖ' | 'ɗ' => 'd',
        'ƀ' | 'ɓ' => 'b',
        'ł' | 'ƚ' => 'l',
        'ø' | 'ɵ' => 'o',
        'ŧ' => 't',
        'ħ' => 'h',
        'ɨ' => 'i',
        'ʉ' => 'u',
        'ɟ' => 'j',
        'ŋ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_the_crossed_d_fold_away() {
        for (name, key) in [
            ("  Đặng  Thị-Hà ", "dang thi ha"),
            ("Nguye\u{302}\u{303}n ĐƯỜNG", "nguyen duong"),
            // U+00D0 looks the same, and so do U+0189 and the small letters of both.
            ("\u{d0}ặng", "dang"),
            ("\u{189}ặng \u{f0}ức", "dang duc"),
            ("Y Moan Êñuôl", "y moan enuol"),
            ("\u{243}yă \u{180}lô", "bya blo"),
            ("Hồ\u{200b} Văn\u{a0}Ａ", "ho van a"),
        ] {
            assert_eq!(fold(name), key, "{name}");
        }
    }

    #[test]
    fn an_apostrophe_is_nothing_whichever_it_is() {
        for sign in ["'", "`", "\u{b4}", "\u{2bc}", "\u{2bb}", "\u{2018}", "\u{2019}", "\u{2032}", "\u{ff07}"]
        {
            assert_eq!(fold(&format!("H{sign}Hen Niê")), "hhen nie", "{sign}");
            assert_eq!(fold(&format!("Hồ{sign} Y Đan")), "ho y dan", "{sign}");
        }
        assert_eq!(fold("K'sor H-Bia"), "ksor h bia");
    }

    #[test]
    fn a_name_is_found_by_each_word_and_by_what_an_apostrophe_parts() {
        assert_eq!(later("Hồ Thị Mai"), ["thi mai", "mai"]);
        assert_eq!(others("Hồ Thị Mai"), later("Hồ Thị Mai"));
        assert_eq!(others("H'Hen Niê"), ["nie", "hen nie", "h hen nie"]);
        assert_eq!(others("H\u{2bc} Hen Niê"), ["hen nie", "nie", "hhen nie"]);
        assert_eq!(joined("Hồ' Y Đan"), "hoy dan");
        assert_eq!((others("''"), joined("")), (vec![], String::new()));
    }

    #[test]
    fn a_dash_stays_a_blank() {
        assert_eq!(fold("đất/nhà"), "dat nha");
    }
}
