//! Every thing said in two languages is said in each of them: none of the words stands in the other's place.

use super::written::{literals, sources};
use std::path::{Path, PathBuf};

/// What an English text says in Vietnamese all the same, in which file, and why.
const KEPT: &[(&str, &str, &str)] = &[
    ("ui/src/layout/text.rs", "Tiếng Việt", "the name of the other language, in that language"),
    ("ui/src/layout/text.rs", "Chuyển sang tiếng Việt", "the same, with what it does"),
    ("web/src/common/design/text.rs", "đồng", "the name of the money"),
    ("onestop/src/administration/text.rs", "đồng", "the name of the money"),
    ("onestop/src/administration/text.rs", "QĐ 20", "the name of a law"),
];
/// What is called alike in both.
const ALIKE: &[(&str, &str)] = &[("ui/src/layout/text.rs", "Menu")];

/// A letter that English does not have.
fn is_foreign(letter: char) -> bool {
    matches!(letter, 'À'..='ư' | 'Ạ'..='ỹ') && !matches!(letter, '×' | '÷')
}

/// Whether it says something, and not only what its arguments are put between.
fn says(text: &str) -> bool {
    let mut depth = 0;
    text.chars().any(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth == 0 && letter.is_alphabetic()
    })
}

/// What is wrong with a line of words: their Vietnamese, and their English for one and for many.
fn wrong(file: &str, vietnamese: &str, english: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for said in english {
        let kept = KEPT.iter().filter(|(of, ..)| *of == file);
        let rest = kept.fold(said.clone(), |rest, (_, words, _)| rest.replace(words, ""));
        if rest.contains(is_foreign) {
            found.push(format!("{file}: not English: {said}"));
        }
        if says(said) && said == vietnamese && !ALIKE.contains(&(file, said.as_str())) {
            found.push(format!("{file}: the same in both languages: {said}"));
        }
    }
    found
}

#[test]
fn no_words_of_one_language_stand_in_the_place_of_the_other() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates");
    let mut files: Vec<PathBuf> = Vec::new();
    sources(crates, &mut files);
    let (mut read, mut found) = (0, Vec::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "rs")) {
        let Ok(source) = std::fs::read_to_string(file) else { continue };
        let name = file.strip_prefix(crates).expect("one of ours").to_string_lossy().into_owned();
        for line in source.lines().filter(|line| line.contains(" = \"") && line.ends_with("\";")) {
            let texts: Vec<String> = literals(line).into_iter().map(|(_, text)| text).collect();
            if let [vietnamese, english @ ..] = &texts[..]
                && !english.is_empty()
            {
                read += 1;
                found.extend(wrong(&name, vietnamese, english));
            }
        }
    }
    assert!(read > 1_500, "the program says more than {read} things");
    assert_eq!(found, [""; 0]);
}

#[test]
fn words_of_the_other_language_are_found() {
    let of = |vietnamese: &str, english: &str| wrong("a.rs", vietnamese, &[english.to_string()]).len();
    assert_eq!(of("Hãy chọn", "Choose"), 0);
    assert_eq!(of("Hãy chọn", "Hãy chọn"), 2);
    assert_eq!(of("Choose", "Choose"), 1);
    assert_eq!(of("{from} – {to}", "{from} – {to}"), 0);
    assert_eq!(of("{count} hồ sơ", "{count} hồ sơ chờ"), 1);
}
