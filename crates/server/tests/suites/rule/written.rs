//! Every text literal of the program and every line of its templates: none says how many hours, days or times in a number of
//! its own. Those that do stand in a list, each with the reason.

use std::path::{Path, PathBuf};

/// Where a number is written out all the same: in which file, what of the text is found, and why it is no rule repeated.
const WRITTEN: &[(&str, &str, &str)] = &[
    ("domain/src/dossier/acts/extend.rs", "only once", "the singular of the pack's number"),
    ("portal/src/draft/text.rs", "only once", "a button pressed twice"),
    ("process/src/problem/words.rs", "hai lần", "what two ways that meet do"),
    ("onestop/src/administration/process/text.rs", "hai lần", "a key that stands there twice"),
    ("onestop/src/administration/text.rs", "a day", "a day off"),
    ("onestop/src/administration/text.rs", "one working day", "a week without any"),
    ("feel/src/temporal.rs", "a day", "why something cannot fail"),
    // What a time may look like.
    ("process/src/table/fault.rs", "2 ngày", "an example"),
    ("process/src/table/fault.rs", "2 days", "an example"),
    ("process/src/table/fault.rs", "4 giờ", "an example"),
    ("process/src/table/fault.rs", "4 hours", "an example"),
    ("process/src/problem/words.rs", "ba lần", "an example, explained"),
    ("process/src/problem/words.rs", "three times", "an example, explained"),
    ("process/src/problem/mod.rs", "2 ngày", "an example"),
    ("process/src/problem/mod.rs", "2 days", "an example"),
    ("process/src/problem/mod.rs", "4 giờ", "an example"),
    ("process/src/problem/mod.rs", "30 phút", "an example"),
    ("process/src/problem/mod.rs", "30 minutes", "an example"),
    ("process/src/problem/mod.rs", "4 hours", "an example"),
    ("process/src/edit/cannot.rs", "4 giờ", "an example"),
    ("process/src/edit/cannot.rs", "2 ngày", "an example"),
    ("process/src/edit/cannot.rs", "30 phút", "an example"),
    ("process/src/edit/cannot.rs", "2 days", "an example"),
    ("process/src/edit/cannot.rs", "30 minutes", "an example"),
    ("onestop/src/administration/process/text.rs", "4 giờ", "an example"),
    ("onestop/src/administration/process/text.rs", "2 ngày", "an example"),
    ("onestop/src/administration/process/text.rs", "30 phút", "an example"),
    ("onestop/src/administration/process/text.rs", "2 days", "an example"),
    ("onestop/src/administration/process/text.rs", "30 minutes", "an example"),
    ("onestop/src/administration/process/text.rs", "2 lần", "an example"),
    ("onestop/src/administration/process/text.rs", "2 times", "an example"),
    ("server/src/command/deadline.rs", "5 working days", "an example"),
    ("server/src/command/deadline.rs", "10 calendar days", "an example"),
    ("server/src/command/deadline.rs", "8 working hours", "an example"),
    ("server/src/command/deadline.rs", "1 month", "an example"),
    // Which quarter is meant, said beside the rule that cuts it.
    ("domain/src/rules.rs", "15 tháng", "a day of a month"),
    ("domain/src/rules.rs", "14 tháng", "a day of a month"),
    ("server/src/command/bench/reads.rs", "41 days", "what is measured"),
    // Of the language of processes, not of the law: docs/decisions/a-day-of-a-process.md.
    ("onestop/src/administration/process/text.rs", "tám giờ", "the day a process counts by"),
    ("onestop/src/administration/process/text.rs", "eight hours", "the day a process counts by"),
    ("process/src/table/fault.rs", "1000 times", "how often a drawing may go back"),
];

const NUMBERS: &[&str] = &[
    "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nửa", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "fifteen", "twenty", "thirty", "sixty", "ninety", "half",
];
const UNITS: &[&str] = &[
    "giờ", "ngày", "lần", "phút", "tháng", "tuần", "điểm", "hour", "hours", "day", "days", "times", "minute",
    "minutes", "month", "months", "week", "weeks", "points",
];
/// “One” and “a” count only where something lasts or is bounded: “a day off” is no number.
const ONES: &[&str] = &["một", "one", "a", "an"];
const BEFORE_ONE: &[&str] =
    &["trong", "quá", "giữ", "sau", "trước", "chỉ", "for", "within", "than", "after", "least", "most"];
const AFTER_ONE: &[&str] = &["trước", "before", "late", "ago"];
const KINDS: &[&str] = &["working", "office", "calendar"];

/// The numbers with their units that a text says.
fn said(text: &str) -> Vec<String> {
    let (mut plain, mut depth) = (String::new(), 0);
    for letter in text.to_lowercase().chars() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                plain.push('·');
            }
            _ if depth <= 0 => plain.push(letter),
            _ => {}
        }
    }
    let words: Vec<&str> = plain.split([' ', '-', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let bare = |place: usize| {
        let word = words.get(place).copied().unwrap_or_default();
        word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '·')
    };
    let mut found = Vec::new();
    for (place, first) in words.iter().enumerate() {
        // A sentence ends between the two.
        if first.ends_with(['.', ',', ';', ':', '!', '?', ')', '”', '"']) {
            continue;
        }
        let number = bare(place);
        let kind =
            if KINDS.contains(&bare(place + 1)) { format!("{} ", bare(place + 1)) } else { String::new() };
        let after = place + 1 + usize::from(!kind.is_empty());
        let unit = bare(after);
        let bounded = place.checked_sub(1).is_some_and(|before| BEFORE_ONE.contains(&bare(before)))
            || AFTER_ONE.contains(&bare(after + 1));
        let digits = !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit());
        let counts = digits || NUMBERS.contains(&number) || (ONES.contains(&number) && bounded);
        if counts && UNITS.contains(&unit) {
            found.push(format!("{number} {kind}{unit}"));
        }
    }
    let whole = ["only once", "at most once"].into_iter().filter(|words| plain.contains(words));
    found.extend(whole.map(str::to_string));
    found
}

/// The text literals of a Rust source, up to its own tests, each with its line.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let letters: Vec<char> = source.chars().collect();
    let (mut found, mut line, mut at) = (Vec::new(), 1, 0);
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        match letters[at] {
            '\n' => line += 1,
            '/' if next == Some('/') => {
                while at < letters.len() && letters[at] != '\n' {
                    at += 1;
                }
                continue;
            }
            // A letter, not a lifetime.
            '\'' if next == Some('\\') || letters.get(at + 2) == Some(&'\'') => {
                at += if next == Some('\\') { 3 } else { 2 };
            }
            'r' if matches!(next, Some('"' | '#')) && (at == 0 || !letters[at - 1].is_alphanumeric()) => {
                let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
                if letters.get(at + 1 + hashes) == Some(&'"') {
                    let end: Vec<char> =
                        std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                    let (start, from) = (line, at + hashes + 2);
                    let long = letters[from..].windows(end.len()).position(|window| window == end);
                    let until = from + long.unwrap_or(letters.len() - from);
                    let text: String = letters[from..until].iter().collect();
                    line += text.matches('\n').count();
                    found.push((start, text));
                    at = until + end.len();
                    continue;
                }
            }
            '"' => {
                let (start, mut text) = (line, String::new());
                at += 1;
                while at < letters.len() && letters[at] != '"' {
                    match letters[at] {
                        // The line goes on below, without its indent.
                        '\\' if letters.get(at + 1) == Some(&'\n') => {
                            at += 1;
                            line += 1;
                            while letters.get(at + 1).is_some_and(|letter| letter.is_whitespace()) {
                                at += 1;
                                line += usize::from(letters[at] == '\n');
                            }
                        }
                        '\\' => {
                            at += 1;
                            text.push(' ');
                        }
                        letter => {
                            line += usize::from(letter == '\n');
                            text.push(letter);
                        }
                    }
                    at += 1;
                }
                found.push((start, text));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

pub fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true if path.file_name().is_some_and(|name| name == "tests") => {}
            true => sources(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn no_sentence_says_a_number_or_a_name_of_its_own() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).expect("a folder").flatten() {
        sources(&entry.path().join("src"), &mut files);
    }
    files.sort();
    let (mut wrong, mut used) = (Vec::new(), vec![false; WRITTEN.len()]);
    let mut read = 0;
    let pack = &domain::rules::PACK_2018;
    let names = pack.forms.iter().map(|form| form.name).chain(pack.level_names).chain([pack.name]);
    let names: Vec<&str> = names.flat_map(|(vi, en)| [vi, en]).collect();
    for file in files {
        let name = file.strip_prefix(crates).expect("it lies there").to_string_lossy().replace('\\', "/");
        // What people in the demonstration write, and a page that shows how pages look.
        if name.starts_with("province/")
            || name.starts_with("web/src/common/design/")
            || name.contains("/tests.rs")
        {
            continue;
        }
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let lines = || text.lines().map(str::to_string).enumerate().map(|(line, text)| (line + 1, text));
        let texts: Vec<(usize, String)> = match kind {
            // What a command says of itself is written above its arguments.
            "rs" if name.starts_with("server/src/command/") => {
                let help = lines().filter(|(_, text)| text.trim_start().starts_with("///"));
                literals(&text).into_iter().chain(help).collect()
            }
            "rs" => literals(&text),
            "html" => lines().collect(),
            _ => continue,
        };
        read += texts.len();
        for (line, text) in texts {
            // Its names stand in the pack alone.
            let named = names.iter().filter(|words| name != "domain/src/rules.rs" && text.contains(**words));
            wrong.extend(named.map(|words| format!("{name}:{line}: “{words}” in: {text}")));
            for number in said(&text) {
                match WRITTEN.iter().position(|(of, what, _)| *of == name && *what == number) {
                    Some(place) => used[place] = true,
                    None => wrong.push(format!("{name}:{line}: “{number}” in: {text}")),
                }
            }
        }
    }
    assert!(read > 5_000, "the program has more texts than {read}");
    let unused: Vec<_> = WRITTEN.iter().zip(used).filter(|(_, used)| !used).map(|(entry, _)| entry).collect();
    assert!(
        wrong.is_empty() && unused.is_empty(),
        "Take it from where it is kept, as an argument:\n{}\nNo longer there:\n{unused:?}",
        wrong.join("\n")
    );
}

#[test]
fn numbers_are_found_and_arguments_are_not() {
    for text in [
        "trả lời trong 8 giờ làm việc",
        "within eight working hours",
        "kept for an hour.",
        "giữ một giờ và",
        "It can be set again only once.",
        "trễ đã quá một ngày, hạn",
        "within 30-minutes",
    ] {
        assert!(!said(text).is_empty(), "{text}");
    }
    for text in [
        "trong {hours} giờ làm việc",
        "Hãy gửi lại một lần nữa",
        "Mã dùng một lần",
        "Ngày 1. Giờ làm việc",
        "a working day",
    ] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
    let source = "// 8 hours\nlet a = 'x'; let b = \"tám \\\n    giờ\"; let c = r#\"8 \"days\"#;\n#[cfg(test)] \"9 days\"";
    assert_eq!(literals(source), [(2, "tám giờ".to_string()), (3, "8 \"days".to_string())]);
}
