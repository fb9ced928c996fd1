//! The forms in which officials write when a row leads where: `4 nếu đạt`, `Đạt → 4`, `Không đạt: quay lại bước 2`, `nếu đạt thì
//! chuyển bước 4, nếu không thì bước 2`, `4 (đạt)`, one a line or one after the other.

use super::next::{BOUNDS, DENIED, apart, outside};
use std::ops::Range;

/// When a row leads somewhere, as far as a text says it: the parts are those of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WayForm<'t> {
    pub targets: &'t str,
    /// Nothing where it is taken else.
    pub condition: Option<&'t str>,
}

/// Whether a text names rows, or the end.
type IsTarget<'f> = &'f dyn Fn(&str) -> bool;

/// Maximum bytes of a text that is looked at for a form, signs at which it is looked for another way, and places where a
/// condition may end: cells of people have a few, and a table of others costs no more.
const BYTES_MAX: usize = 600;
const PLACES_MAX: usize = 12;

/// Signs between a condition and where it leads.
const ARROWS: [&str; 9] = ["→", "⇒", "➔", "⟶", "=>", "->", "–>", "—>", ":"];
/// Words between a condition and where it leads.
const THEN: [&str; 16] = [
    " thì ",
    " chuyển ",
    " quay lại ",
    " quay về ",
    " trả lại ",
    " trả về ",
    " trở lại ",
    " sang ",
    " đến ",
    " về ",
    ", ",
    " then ",
    " go to ",
    " goes to ",
    " back to ",
    " to ",
];
/// Words before a row that is gone to; a longer one before its beginning.
const GOING: [&str; 23] = [
    "thì ",
    "chuyển sang ",
    "chuyển đến ",
    "chuyển tới ",
    "chuyển về ",
    "chuyển tiếp ",
    "chuyển ",
    "quay lại ",
    "quay về ",
    "trả lại ",
    "trả về ",
    "trở lại ",
    "thực hiện ",
    "sang ",
    "đến ",
    "tới ",
    "về ",
    "then ",
    "go to ",
    "goes to ",
    "return to ",
    "back to ",
    "to ",
];
/// Words before a condition.
const WHEN: [&str; 8] =
    ["trong trường hợp ", "trường hợp ", "nếu như ", "nếu ", "khi ", "if ", "when ", "in case "];
/// What is written for all that is not said.
pub(super) const OTHERWISE: [&str; 9] = [
    "trường hợp còn lại",
    "còn lại",
    "trường hợp khác",
    "nếu không",
    "ngược lại",
    "else",
    "otherwise",
    "if not",
    "không thì",
];

/// A text, and the same in small letters, byte for byte.
#[derive(Clone, Copy)]
struct Said<'t, 's> {
    text: &'t str,
    small: &'s str,
}

/// In small letters, but for those that would take another number of bytes.
fn small(text: &str) -> String {
    let letter = |letter: char| {
        let mut lower = letter.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(only), None) if only.len_utf8() == letter.len_utf8() => only,
            _ => letter,
        }
    };
    text.chars().map(letter).collect()
}

impl<'t, 's> Said<'t, 's> {
    fn at(self, range: Range<usize>) -> Said<'t, 's> {
        Said { text: &self.text[range.clone()], small: &self.small[range] }
    }

    fn after(self, from: usize) -> Said<'t, 's> {
        self.at(from..self.text.len())
    }

    fn trim(self, ends: impl Fn(char) -> bool + Copy) -> Said<'t, 's> {
        let start = self.text.len() - self.text.trim_start_matches(ends).len();
        let end = self.text.trim_end_matches(ends).len();
        self.at(start..end.max(start))
    }

    fn find(self, word: &str) -> Option<Range<usize>> {
        self.small.find(word).map(|at| at..at + word.len())
    }

    /// Without the first of some words that it begins with.
    fn without(self, words: &[&str]) -> Option<Said<'t, 's>> {
        words.iter().find(|word| self.small.starts_with(**word)).map(|word| self.after(word.len()))
    }

    /// Without the words for going there.
    fn gone_to(self) -> Said<'t, 's> {
        let mut rest = self.trim(char::is_whitespace);
        while let Some(behind) = rest.without(&GOING) {
            rest = behind.trim(char::is_whitespace);
        }
        rest
    }

    /// Without `- `, `+ `, `• `, `a) ` before it.
    fn without_bullet(self) -> Said<'t, 's> {
        let said = self.trim(char::is_whitespace);
        let behind = said.text.trim_start_matches(['-', '–', '+', '•', '*']);
        let plain = said.after(said.text.len() - behind.len());
        match plain.text.as_bytes() {
            [letter, b')', ..] if letter.is_ascii_lowercase() => plain.after(2).trim(char::is_whitespace),
            _ if behind.len() < said.text.len() && behind.starts_with(char::is_whitespace) => {
                plain.trim(char::is_whitespace)
            }
            _ => said,
        }
    }
}

/// The row a text sends to, without the words for going there.
pub(super) fn gone_to(text: &str) -> &str {
    let small = small(text);
    let mut rest = small.trim();
    while let Some(behind) = GOING.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind.trim_start();
    }
    let from = text.trim_end().len() - rest.len();
    &text.trim_end()[from..]
}

/// The ways of a cell, each a text of its own: a line, or between signs where what follows is a way with its condition.
pub(super) fn each_way<'t>(text: &'t str, is_target: IsTarget) -> Vec<&'t str> {
    let mut ways = Vec::new();
    for part in apart(text, ';') {
        let small = small(part);
        for line in lines(Said { text: part, small: &small }, is_target) {
            let range = offset(part, line)..offset(part, line) + line.len();
            ways.extend(parted(Said { text: line, small: &small[range] }, is_target));
        }
    }
    ways.retain(|way| !way.trim().is_empty());
    ways
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The lines of a part, where each says a way by itself; else it is one text that only was too long for its cell.
fn lines<'t>(part: Said<'t, '_>, is_target: IsTarget) -> Vec<&'t str> {
    let lines: Vec<&str> = part.text.lines().filter(|line| !line.trim().is_empty()).collect();
    let said = |line: &&str| {
        let from = offset(part.text, line);
        says_way(part.at(from..from + line.len()), is_target)
    };
    if lines.len() > 1 && lines.len() <= PLACES_MAX && lines.iter().all(said) {
        lines
    } else {
        vec![part.text]
    }
}

/// A line at the signs between its ways; nobody parts those of one cell by two kinds of signs.
fn parted<'t>(line: Said<'t, '_>, is_target: IsTarget) -> Vec<&'t str> {
    if line.text.len() > BYTES_MAX {
        return vec![line.text];
    }
    for sign in [",", ". ", "/", " - "] {
        let (mut ways, mut from) = (Vec::new(), 0);
        for at in outside(line.text, sign).into_iter().take(PLACES_MAX) {
            let after = line.after(at + sign.len());
            let end = outside(after.text, sign).first().copied().unwrap_or(after.text.len());
            let follows = !says_how_often(after)
                && (read(after.at(0..end), is_target).is_some() || read(after, is_target).is_some());
            if follows && says_way(line.at(from..at), is_target) {
                ways.push(&line.text[from..at]);
                from = at + sign.len();
            }
        }
        if from > 0 {
            ways.push(&line.text[from..]);
            return ways;
        }
    }
    vec![line.text]
}

/// `tối đa 3 lần` belongs to the way before it.
fn says_how_often(said: Said) -> bool {
    said.trim(char::is_whitespace).without(&BOUNDS).is_some()
}

fn says_way(said: Said, is_target: IsTarget) -> bool {
    is_target(said.without_bullet().gone_to().text) || read(said, is_target).is_some()
}

/// When a text leads where, in one of the forms; nothing where it is none.
pub(super) fn form<'t>(text: &'t str, is_target: IsTarget) -> Option<WayForm<'t>> {
    read(Said { text, small: &small(text) }, is_target)
}

fn read<'t>(said: Said<'t, '_>, is_target: IsTarget) -> Option<WayForm<'t>> {
    let said = said.without_bullet();
    if said.text.len() > BYTES_MAX {
        return None;
    }
    otherwise(said, is_target)
        .or_else(|| target_first(said, is_target))
        .or_else(|| condition_first(said, &ARROWS, is_target))
        .or_else(|| condition_first(said, &THEN, is_target))
        .or_else(|| in_brackets(said, is_target))
}

/// `còn lại 4`, `nếu không thì quay lại bước 2`, `ngược lại → 2`, `4 còn lại`.
fn otherwise<'t>(said: Said<'t, '_>, is_target: IsTarget) -> Option<WayForm<'t>> {
    let sign = |letter: char| letter.is_whitespace() || ",:→⇒➔⟶-=>".contains(letter);
    let way = |targets: Said<'t, '_>| {
        let targets = targets.trim(sign).gone_to().text;
        is_target(targets).then_some(WayForm { targets, condition: None })
    };
    OTHERWISE.iter().find_map(|word| {
        let cut = said.find(word)?;
        let (before, after) = (said.at(0..cut.start), said.after(cut.end));
        match (before.text.trim(), after.text.trim()) {
            ("", _) => way(after),
            (_, "") => way(before),
            _ => None,
        }
    })
}

/// `4 nếu đạt`.
fn target_first<'t>(said: Said<'t, '_>, is_target: IsTarget) -> Option<WayForm<'t>> {
    let cut = [" nếu ", " khi ", " if ", " when "].into_iter().find_map(|word| said.find(word))?;
    way(said.at(0..cut.start), said.after(cut.end), is_target)
}

/// `đạt → 4`, `nếu đạt thì chuyển bước 4`: at the first of the signs behind which nothing but a row stands.
fn condition_first<'t>(said: Said<'t, '_>, between: &[&str], is_target: IsTarget) -> Option<WayForm<'t>> {
    let places = |word: &&str| {
        said.small.match_indices(*word).map(|(at, word)| at..at + word.len()).collect::<Vec<_>>()
    };
    let mut cuts: Vec<Range<usize>> = between.iter().flat_map(places).collect();
    cuts.sort_unstable_by_key(|cut| (cut.start, cut.end));
    let mut cuts = cuts.into_iter().take(PLACES_MAX);
    cuts.find_map(|cut| way(said.after(cut.end), said.at(0..cut.start), is_target))
}

/// `4 (đạt)`, but not the end by its name.
fn in_brackets<'t>(said: Said<'t, '_>, is_target: IsTarget) -> Option<WayForm<'t>> {
    let end = said.text.strip_suffix(')')?.len();
    let start = said.text.find('(')?;
    way(said.at(0..start), said.at(start + 1..end), is_target).filter(|_| !is_target(said.text))
}

/// A way whose condition says something and whose rows are there.
fn way<'t>(targets: Said<'t, '_>, condition: Said<'t, '_>, is_target: IsTarget) -> Option<WayForm<'t>> {
    let targets = targets.gone_to().text;
    let condition = condition.trim(|letter| letter.is_whitespace() || ",:-–".contains(letter));
    let condition = condition.without(&WHEN).unwrap_or(condition).trim(char::is_whitespace);
    // `Từ chối → 7` says when it goes to 7, though “từ chối” alone would be an end.
    let names_row = is_target(condition.gone_to().text) && !DENIED.contains(&condition.small);
    let says = condition.text.chars().any(char::is_alphabetic) && !names_row;
    (says && is_target(targets)).then_some(WayForm { targets, condition: Some(condition.text) })
}
