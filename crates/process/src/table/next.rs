//! What the last column says: where a row leads.

use super::way_forms::{OTHERWISE, each_way, form, gone_to};
use super::{ProcessRow, ProcessTable, TableFault};
use crate::model::TIMES_MAX;
use language::Language;
use std::collections::HashMap;
use std::ops::Range;

/// Where a row leads: one or several at once, under what condition.
#[derive(Default)]
pub(super) struct Branch {
    pub to: Vec<Target>,
    pub condition: Option<String>,
    pub otherwise: bool,
    /// What follows where a way back was taken as often as it may be.
    pub used_up: bool,
    pub at_most: Option<u32>,
}

/// How a cell says what follows where a way back is used up; the first in each language is what is written.
const USED_UP: [&str; 5] = ["hết số lần", "hết lượt", "quá số lần", "used up", "after that"];

pub(super) fn used_up(language: Language) -> &'static str {
    language.pick(USED_UP[0], USED_UP[3])
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Row(usize),
    /// An end of this name.
    End(String),
}

/// The rows by their numbers and names. In each phase they may be numbered anew.
pub(super) struct RowPlaces<'a> {
    table: &'a ProcessTable,
    /// The innermost phase of each row.
    phase: Vec<Option<usize>>,
    known: HashMap<String, Vec<usize>>,
    /// The first row of each name.
    called: HashMap<String, usize>,
}

impl<'a> RowPlaces<'a> {
    pub fn of(table: &'a ProcessTable) -> RowPlaces<'a> {
        let mut phase = vec![None; table.rows.len()];
        for (place, found) in table.phases.iter().enumerate() {
            phase[found.rows.clone()].iter_mut().for_each(|row| *row = Some(place));
        }
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        let mut called = HashMap::new();
        for (place, row) in table.rows.iter().enumerate() {
            known.entry(row.order.to_lowercase()).or_default().push(place);
            called.entry(row.name.to_lowercase()).or_insert(place);
        }
        RowPlaces { table, phase, known, called }
    }

    /// Whether a row before has its number.
    pub fn twice(&self, place: usize) -> bool {
        let same = &self.known[&self.table.rows[place].order.to_lowercase()];
        same.iter().any(|other| *other < place && self.phase[*other] == self.phase[place])
    }

    pub fn branches(&self, place: Option<usize>, row: &ProcessRow) -> Result<Vec<Branch>, TableFault> {
        let next = row.next.trim();
        if next.is_empty() || next == "-" {
            let following = place.map_or(0, |place| place + 1);
            let to = if following < self.table.rows.len() {
                Target::Row(following)
            } else {
                Target::End(String::new())
            };
            return Ok(vec![Branch { to: vec![to], ..Branch::default() }]);
        }
        let is_target =
            |text: &str| !text.trim().is_empty() && self.all_targets(place, &joined(text)).is_ok();
        let one = |way: &str| {
            // A line that only was too long for its cell.
            let way = way.replace('\n', " ");
            let (part, at_most) = bound(&way)?;
            let branch = self.branch(place, part).or_else(|fault| {
                let form = form(part, &is_target).ok_or(fault)?;
                Ok(Branch {
                    to: self.all_targets(place, &joined(form.targets))?,
                    condition: form.condition.map(str::to_string),
                    otherwise: form.condition.is_none(),
                    ..Branch::default()
                })
            })?;
            Ok(Branch { at_most, ..branch })
        };
        each_way(next, &is_target).into_iter().map(one).collect()
    }

    fn branch(&self, place: Option<usize>, part: &str) -> Result<Branch, TableFault> {
        let cut = [" nếu ", " if ", " khi ", " when "].into_iter().find_map(|word| stands(part, word));
        let (targets, condition) = match cut {
            Some(cut) => (&part[..cut.start], Some(part[cut.end..].trim().trim_end_matches(',').to_string())),
            None => (part, None),
        };
        let cut = USED_UP.iter().find_map(|word| stands(targets, word));
        let used_up = cut.is_some() && condition.is_none();
        let targets =
            cut.filter(|_| used_up).map_or(targets, |cut| targets[cut.end..].trim_start_matches(" thì"));
        let (targets, default) = match OTHERWISE.iter().find_map(|word| stands(targets, word)) {
            Some(cut) => (format!("{} {}", &targets[..cut.start], &targets[cut.end..]), true),
            None => (targets.to_string(), false),
        };
        let joined = joined(&targets);
        let either = [",", "/", " hoặc ", " or "].into_iter().any(|sign| {
            let parts: Vec<&str> = joined.split(sign).collect();
            parts.len() > 1 && parts.iter().all(|text| self.target(place, text).is_ok())
        });
        if either {
            return Err(TableFault::AllOrOne { text: targets.trim().to_string() });
        }
        let to = self.all_targets(place, &joined)?;
        Ok(Branch { to, condition, otherwise: default, used_up, at_most: None })
    }

    /// `1, 2 và 3` is all of them.
    fn all_targets(&self, place: Option<usize>, joined: &str) -> Result<Vec<Target>, TableFault> {
        let parts = apart(joined, '+').into_iter().flat_map(|part| apart(part, ','));
        parts.map(|text| self.target(place, text)).collect()
    }

    fn target(&self, from: Option<usize>, text: &str) -> Result<Target, TableFault> {
        let plain = text.trim().trim_start_matches(['→', ':', ' ']).trim_end_matches([':', '.']).trim();
        let called = |text: &str| self.called.get(&text.to_lowercase()).copied();
        // What a row is called by goes before what its words would mean.
        let (whole, plain) = (plain, if called(plain).is_some() { plain } else { gone_to(plain) });
        let small = plain.to_lowercase();
        if ENDS.contains(&small.as_str()) {
            return Ok(Target::End(String::new()));
        }
        if called(plain).is_none() && DENIED.contains(&small.as_str()) {
            return Ok(Target::End(plain.to_string()));
        }
        // `kết thúc (Từ chối)`
        let named = plain.split_once('(').and_then(|(word, name)| {
            let ends = ["kết thúc", "end"].contains(&word.trim().to_lowercase().as_str());
            name.strip_suffix(')').filter(|_| ends)
        });
        if let Some(name) = named {
            return Ok(Target::End(name.trim().to_string()));
        }
        let order = ["bước số ", "bước ", "step "].iter().find_map(|word| small.strip_prefix(word));
        let order = order.unwrap_or(&small).trim();
        if self.table.ends.iter().any(|end| end.to_lowercase() == order) {
            return Ok(Target::End(String::new()));
        }
        let unknown = || TableFault::UnknownStep { text: whole.to_string() };
        // `B4` is the step numbered 4, and `4` the one numbered B4.
        let digits =
            order.strip_prefix('b').filter(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
        let other = digits.map_or_else(|| format!("b{order}"), str::to_string);
        let numbered = self.known.get(order).or_else(|| self.known.get(&other));
        let numbered = numbered.map(Vec::as_slice).unwrap_or_default();
        let near = |row: &&usize| from.is_some_and(|from| self.phase[**row] == self.phase[from]);
        if let Some(row) = numbered.iter().find(near) {
            return Ok(Target::Row(*row));
        }
        match numbered {
            [row] => Ok(Target::Row(*row)),
            [] => called(plain).map(Target::Row).ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

/// How a cell says that it ends.
const ENDS: [&str; 8] =
    ["kết thúc", "kết thúc quy trình", "kết thúc hồ sơ", "hết", "hoàn thành", "hoàn tất", "end", "finish"];
/// How a cell says that it ends in a denial.
pub(super) const DENIED: [&str; 4] = ["từ chối", "từ chối hồ sơ", "từ chối giải quyết", "denied"];

/// All at once, in one sign.
fn joined(targets: &str) -> String {
    targets.replace(" và ", "+").replace(" and ", "+")
}

/// Whether a cell of an unknown column says where a step leads: `3 nếu đạt; còn lại 4`, `chuyển bước 5`, `kết thúc`.
pub(super) fn reads_as_way(text: &str) -> bool {
    let small = typed::one_line(text).to_lowercase();
    let conditioned = |rest: &str| {
        behind_number(rest).is_some_and(|after| UNDER.iter().any(|word| after.starts_with(word)))
    };
    let named = |word| small.split(word).skip(1).filter_map(behind_number).next().is_some();
    let step = (named("bước ") || named("step ")) && LEADING.iter().any(|word| small.contains(word));
    let ends = ["kết thúc", "end"].contains(&small.as_str())
        || ["kết thúc nếu", "kết thúc khi", "end if", "end when"]
            .iter()
            .any(|words| small.starts_with(words));
    let shown = ["→", "⇒", "=>", "->"].iter().any(|arrow| small.split(arrow).skip(1).any(begins_with_row));
    ends || step || shown || conditioned(&small)
}

/// Whether a text begins with the end, or with the number of a row; `3 ngày` is an amount and no row.
fn begins_with_row(text: &str) -> bool {
    let text = gone_to(text);
    let order = text.strip_prefix("bước ").or(text.strip_prefix('b')).unwrap_or(text);
    let behind = order.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '.');
    let numbered = order.starts_with(|letter: char| letter.is_ascii_digit());
    text.starts_with("kết thúc")
        || numbered && (behind.is_empty() || behind.starts_with([';', ',', '/', '(']))
}

/// What stands behind a number at the beginning, where there is one.
fn behind_number(text: &str) -> Option<&str> {
    let after = text.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '.');
    text.starts_with(|letter: char| letter.is_ascii_digit())
        .then(|| after.trim_start_matches([' ', ',', ';', '(']))
}

/// Words behind the number of a step that comes next under a condition.
const UNDER: [&str; 10] =
    ["nếu ", "khi ", "if ", "when ", "còn lại", "trường hợp khác", "else", "otherwise", "tối đa", "at most"];

/// Words beside `bước 3`, where it is one that comes next.
const LEADING: [&str; 11] = [
    "nếu ",
    "if ",
    "còn lại",
    "else",
    "chuyển",
    "quay lại",
    "trả lại",
    "sang",
    "go to",
    "goes to",
    "back to",
];

/// Parts of a text between signs, but for signs inside of quotes and brackets.
pub(super) fn apart(text: &str, sign: char) -> Vec<&str> {
    let mut letters = [0; 4];
    let (mut parts, mut from) = (Vec::new(), 0);
    for at in outside(text, sign.encode_utf8(&mut letters)) {
        parts.push(&text[from..at]);
        from = at + sign.len_utf8();
    }
    parts.push(&text[from..]);
    parts
}

/// Where signs stand outside of quotes and brackets.
pub(super) fn outside(text: &str, sign: &str) -> Vec<usize> {
    let (mut places, mut quoted, mut depth) = (Vec::new(), false, 0usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ if !quoted && depth == 0 && text[at..].starts_with(sign) => places.push(at),
            _ => {}
        }
    }
    places
}

/// How a cell says that a way back may be taken so often and no more.
pub(super) const BOUNDS: [&str; 4] = ["tối đa", "nhiều nhất", "at most", "max"];

/// `…, tối đa 3 lần` or `…, at most 3 times`, and what stands before it.
fn bound(part: &str) -> Result<(&str, Option<u32>), TableFault> {
    // A condition before it may hold the same words.
    let last = apart(part, ',').pop().map_or(0, |last| part.len() - last.len());
    let from = if part[..last].trim().is_empty() { 0 } else { last };
    let cut = BOUNDS
        .iter()
        .find_map(|word| stands(&part[from..], word))
        .filter(|cut| !part[from..][..cut.start].contains('"'));
    let Some(cut) = cut.map(|cut| from + cut.start..from + cut.end) else { return Ok((part, None)) };
    let digits: String = part[cut.end..].trim_start().chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Ok((part, None));
    }
    let times = digits.parse().ok().filter(|times| (1..=TIMES_MAX).contains(times));
    let times = times.ok_or_else(|| TableFault::BadTimes { text: part[cut.start..].to_string() })?;
    Ok((part[..cut.start].trim_end_matches([',', ' ', '(']), Some(times)))
}

/// Where a word stands in a text, in letters of whatever size: those may differ in length.
pub(super) fn stands(text: &str, word: &str) -> Option<Range<usize>> {
    text.char_indices().find_map(|(start, _)| {
        let (mut letters, mut end) = (text[start..].chars(), start);
        for wanted in word.chars() {
            let letter = letters.next()?;
            if !letter.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            end += letter.len_utf8();
        }
        Some(start..end)
    })
}
