//! What a record counts: limits, papers and their sets. What is no number stays as it is written.

use super::fee::together;
use super::record::vietnamese;
use domain::Text;
use domain::deadline::Limit;
use forms::number::{Number, whole};

/// More sets of papers than any law asks for.
const SETS_MAX: u32 = 20;
/// More of one paper than any law asks for.
const PAPERS_MAX: u32 = 99;

/// Ten years in days: longer than any limit of the law.
const NUMBER_MAX: u32 = 3_650;

/// Units of limits, in the words of both shapes, and how they count. A week is seven days; nothing counts by minutes or
/// quarters of a year.
type NationalLimitUnit = (&'static str, &'static [&'static str], Option<fn(u32) -> Limit>);
const UNITS: [NationalLimitUnit; 8] = [
    ("ngày làm việc", &["working_day"], Some(Limit::WorkingDays)),
    ("ngày", &["ngày lịch", "day"], Some(Limit::CalendarDays)),
    ("giờ làm việc", &["giờ", "working_hour", "hour"], Some(Limit::WorkingHours)),
    ("tuần", &["tuần lễ", "week"], Some(|weeks| Limit::CalendarDays(weeks * 7))),
    ("tháng", &["month"], Some(Limit::Months)),
    ("năm", &["year"], Some(Limit::Years)),
    ("phút", &["minute"], None),
    ("quý", &["quarter"], None),
];

/// Where the unit of a limit is said elsewhere, or nowhere.
const NO_UNIT: [&str; 3] = ["", "khác", "other"];

/// What is said of a limit where the record says nothing.
const BY_LAW: &str = "Theo quy định của pháp luật";
/// Behind a number whose unit the record does not say.
const WITHOUT_UNIT: &str = " (không ghi đơn vị tính)";

/// Behind what is no length of time, so that nobody takes it for one.
const NO_TIME: &str = " (không phải thời hạn)";

/// Whether the words of a limit say no more than is known: nothing, or its number without the unit.
pub fn says_no_more(words: &Text, known: &Limit) -> bool {
    let number = words.vi.strip_suffix(WITHOUT_UNIT);
    let known = known.text(domain::Language::Vietnamese);
    words.vi == BY_LAW || number.is_some_and(|number| known.split(' ').next() == Some(number))
}

/// A number of a unit; what cannot be counted stays in words, as written, and is noted, as is a unit that is counted as another.
pub(super) fn limit(number: &str, unit: &str, words: &str, notes: &mut Vec<String>) -> Limit {
    let limit = limit_of(number, unit, words);
    let (number, written) = (small(number), format!("{} {}", small(number), small(unit)));
    let written = written.trim();
    match &limit {
        _ if matches!(number.as_str(), "" | "0") => {}
        Limit::Words(_) => notes.push(format!("a limit, as written: {written}")),
        Limit::CalendarDays(days) if !written.contains("ngày") && !written.contains("day") => {
            notes.push(format!("a limit, as written: {written}; counted as {days} calendar days"));
        }
        _ => {}
    }
    limit
}

fn limit_of(number: &str, unit: &str, words: &str) -> Limit {
    let (number, unit, words) = (small(number), small(unit), words.trim());
    let unit = unit.trim_end_matches(['.', ',', ';', ':']);
    let (number, unit) = match NO_UNIT.contains(&unit) {
        true => number.split_at(number.find(char::is_alphabetic).unwrap_or(number.len())),
        false => (without_beginning_of(&number, unit), unit),
    };
    let (number, unit) = (number.trim(), unit.trim());
    let known = UNITS.iter().find(|(name, others, _)| *name == unit || others.contains(&unit));
    // `1.000` days are one or a thousand: nobody groups the digits of a time.
    let counted = whole(number, 1..=NUMBER_MAX).filter(|n| *n < 1_000 || !number.contains(['.', ',']));
    if let (Some((.., Some(unit))), Some(n)) = (known, counted) {
        let limit = unit(n);
        // Too many days for a limit: weeks of that number are years.
        if !matches!(limit, Limit::CalendarDays(days) if days > NUMBER_MAX) {
            return limit;
        }
    }
    let said = match known.map_or(unit, |(name, ..)| name) {
        _ if matches!(number, "" | "0") && known.is_some() => String::new(),
        "" if matches!(number, "" | "0") || !words.is_empty() => String::new(),
        "" => format!("{number}{WITHOUT_UNIT}"),
        unit => together(number, unit),
    };
    let said = match Number::read(number, "") {
        Some(Number { negative: true, .. }) => format!("{said}{NO_TIME}"),
        _ => said,
    };
    let said = Some(said).filter(|said| !small(words).contains(said.as_str()));
    let parts: Vec<&str> =
        said.as_deref().into_iter().chain([words]).filter(|part| !part.is_empty()).collect();
    Limit::Words(vietnamese(if parts.is_empty() { BY_LAW.into() } else { parts.join(". ") }))
}

/// How many originals and copies of a paper, and what says how many where that is no number.
pub(super) fn papers(originals: &str, copies: &str) -> (u32, u32, Text) {
    const ORIGINALS: [&str; 5] = ["bản chính", "bản gốc", "bản", "bộ", "tờ"];
    const COPIES: [&str; 6] = ["bản sao", "bản photo", "bản chụp", "bản", "bộ", "tờ"];
    let (mut vi, mut en) = (Vec::new(), Vec::new());
    let mut count = |said: &str, of: &[&str], [in_vietnamese, in_english]: [&str; 2]| {
        let counted = if said.is_empty() { Some(0) } else { count(said, PAPERS_MAX, of) };
        if counted.is_none() {
            vi.push(format!("{in_vietnamese}: {said}"));
            en.push(format!("{in_english}, as written: {said}"));
        }
        counted.unwrap_or_default()
    };
    let originals = count(&one_line(originals), &ORIGINALS, ["Số bản chính", "originals"]);
    let copies = count(&one_line(copies), &COPIES, ["Số bản sao", "copies"]);
    (originals, copies, Text::new(vi.join("; "), en.join("; ")))
}

const SETS: [&str; 3] = ["bộ", "bộ hồ sơ", "hồ sơ"];

/// How many sets of papers are asked for: said by itself, in words where that is no number; or in the heading “Số lượng hồ
/// sơ: 01 bộ”, which is shown anyway.
pub(super) fn sets(said: &str, headings: impl Iterator<Item = String>) -> (Option<u32>, Text) {
    let said = one_line(said);
    if !said.is_empty() {
        let sets = count(&said, SETS_MAX, &SETS).filter(|sets| *sets > 0);
        return (sets, if sets.is_some() { Text::default() } else { vietnamese(said) });
    }
    let heading = |text: String| {
        let text = small(&text);
        let (_, rest) = text.split_once("số lượng hồ sơ").or_else(|| text.split_once("số lượng bộ hồ sơ"))?;
        let (said, _) = rest.trim_start_matches([':', ' ']).split_once("bộ")?;
        count(said, SETS_MAX, &[]).filter(|sets| *sets > 0)
    };
    (headings.into_iter().find_map(heading), Text::default())
}

/// A count as it is written, with a word for what is counted: `1`, `01`, `01 (một) bản`, `hai bộ`. Nothing where anything
/// else is said beside it.
fn count(said: &str, most: u32, of: &[&str]) -> Option<u32> {
    /// A word for each number, from nothing on.
    const WORDS: [&str; 11] =
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let said = small(said);
    let said = said.trim_end_matches(['.', ':', ';']);
    // `1bản` is two words, and so is `01(một)`.
    let mut words: Vec<String> = vec![String::new()];
    for letter in said.chars() {
        let is_of_a_number = |letter: char| letter.is_numeric() || matches!(letter, '.' | ',' | '-');
        let apart = words
            .last()
            .and_then(|word| word.chars().last())
            .is_some_and(|last| is_of_a_number(last) != is_of_a_number(letter));
        match letter {
            ' ' | '(' | ')' => words.push(String::new()),
            _ if apart => words.push(letter.into()),
            letter => words.last_mut()?.push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    let number = |word: &String| {
        let place = || WORDS.iter().position(|name| name == word).and_then(|place| u32::try_from(place).ok());
        whole(word, 0..=most).or_else(place).filter(|number| *number <= most)
    };
    let first = number(words.first()?)?;
    let again = usize::from(words.get(1).and_then(number) == Some(first));
    let rest = words[1 + again..].join(" ");
    (rest.is_empty() || of.contains(&rest.as_str())).then_some(first)
}

/// A number without the words behind it that its unit begins with: `15 ngày` where the unit is `ngày làm việc`.
fn without_beginning_of<'n>(number: &'n str, unit: &str) -> &'n str {
    let first: Vec<&str> = unit.split(' ').collect();
    let ends = (1..=first.len()).rev().map(|words| format!(" {}", first[..words].join(" ")));
    ends.into_iter().find_map(|end| number.strip_suffix(&end)).unwrap_or(number)
}

fn one_line(text: &str) -> String {
    forms::tidy(text).replace('\n', " ")
}

/// On one line, in small letters.
pub(super) fn small(text: &str) -> String {
    one_line(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::national::read_line;
    use crate::national::sample::way;

    #[test]
    fn what_is_not_counted_as_written_is_named() {
        let notes = |fee: (&str, &str), limit: (&str, &str)| {
            let line = serde_json::json!({ "code": "1.900001", "name": "Thử", "executionMethods": [{
                "submissionMethod": "DIRECT", "processingTime": limit.0, "processingTimeUnit": limit.1,
                "fees": [{ "value": fee.0, "currencyName": fee.1, "description": "" }] }] });
            read_line(&line.to_string()).remove(0).unwrap().notes
        };
        let none: [&str; 0] = [];
        for (fee, limit, expected) in [
            (("8000", "Đồng"), ("5", "WORKING_DAY"), none.as_slice()),
            (("0", ""), ("", "OTHER"), none.as_slice()),
            (("8000", "Đồng"), ("-3", "Ngày"), &["a limit, as written: -3 ngày"]),
            (("8000", "Đồng"), ("1.5", "Ngày"), &["a limit, as written: 1.5 ngày"]),
            (("8000", "Đồng"), ("30", "Phút"), &["a limit, as written: 30 phút"]),
            (("8000", "Đồng"), ("2", "Tuần"), &["a limit, as written: 2 tuần; counted as 14 calendar days"]),
            (("25", "USD"), ("5", "Ngày"), &["a fee, as written: 25 USD"]),
            (("Miễn phí", ""), ("5", "Ngày"), none.as_slice()),
        ] {
            assert_eq!(notes(fee, limit), expected, "{fee:?} {limit:?}");
        }
    }

    #[test]
    fn a_limit_that_is_no_whole_number_stays_words() {
        let limit = |number: &str, unit: &str, words: &str| way(("", "", ""), (number, unit, words)).limit;
        assert_eq!(limit("15 ", "Ngày  làm  việc", ""), Limit::WorkingDays(15));
        assert_eq!(limit("05", "Ngày làm việc", ""), Limit::WorkingDays(5));
        assert_eq!(limit("15.0", "Ngày", ""), Limit::CalendarDays(15));
        let words = |said: &str| Limit::Words(vietnamese(said));
        assert_eq!(limit("1.5", "Ngày làm việc", ""), words("1.5 ngày làm việc"));
        assert_eq!(limit("1.000", "Ngày làm việc", ""), words("1.000 ngày làm việc"));
        assert_eq!(limit("1000", "Ngày", ""), Limit::CalendarDays(1_000));
        assert_eq!(limit("0,5", "Ngày", "Kể từ khi đủ<br>hồ sơ"), words("0,5 ngày. Kể từ khi đủ\nhồ sơ"));
        assert_eq!(limit("5", "Khác", "Ngay"), words("Ngay"));
        assert_eq!(
            limit("-3", "Ngày", "").text(domain::Language::Vietnamese),
            "-3 ngày (không phải thời hạn)"
        );
        assert_eq!(limit("", "", ""), words("Theo quy định của pháp luật"));
    }

    #[test]
    fn a_unit_that_is_not_counted_by_is_written_and_no_word_is_said_twice() {
        let limit = |number: &str, unit: &str| way(("", "", ""), (number, unit, "")).limit;
        let words = |said: &str| Limit::Words(vietnamese(said));
        for (number, unit, expected) in [
            ("2", "Tuần", Limit::CalendarDays(14)),
            ("1", "WEEK", Limit::CalendarDays(7)),
            ("30", "Phút", words("30 phút")),
            ("30", "MINUTE", words("30 phút")),
            ("1", "Quý", words("1 quý")),
            ("2", "Năm", Limit::Years(2)),
            ("2", "Kỳ họp", words("2 kỳ họp")),
            ("2", "tuần làm việc", words("2 tuần làm việc")),
            ("1,5", "Tuần", words("1,5 tuần")),
            ("600", "Tuần", words("600 tuần")),
            ("3", "ngày.", Limit::CalendarDays(3)),
            ("15 ngày", "Ngày làm việc", Limit::WorkingDays(15)),
            ("15 ngày làm việc", "Ngày làm việc", Limit::WorkingDays(15)),
            ("15 ngày làm việc", "", Limit::WorkingDays(15)),
            ("15 ngày làm việc", "Khác", Limit::WorkingDays(15)),
            ("15 ngày làm việc", "Ngày", words("15 ngày làm việc")),
            ("1,5 ngày", "Ngày làm việc", words("1,5 ngày làm việc")),
            ("không quá 15 ngày", "Ngày", words("không quá 15 ngày")),
            ("5", "", words("5 (không ghi đơn vị tính)")),
            ("5", "Khác", words("5 (không ghi đơn vị tính)")),
            ("0", "Ngày", words("Theo quy định của pháp luật")),
            ("", "Khác", words("Theo quy định của pháp luật")),
            ("", "Kỳ họp", words("kỳ họp")),
        ] {
            assert_eq!(limit(number, unit), expected, "{number} {unit}");
        }
        let said = way(("", "", ""), ("1,5", "Ngày làm việc", "Không quá 1,5 ngày làm việc")).limit;
        assert_eq!(said, words("Không quá 1,5 ngày làm việc"));
    }

    #[test]
    fn a_limit_without_its_unit_says_no_more_than_one_that_is_known() {
        let five = Limit::WorkingDays(5);
        for (words, no_more) in [
            ("Theo quy định của pháp luật", true),
            ("5 (không ghi đơn vị tính)", true),
            ("15 (không ghi đơn vị tính)", false),
            ("Ngay khi nhận", false),
        ] {
            assert_eq!(says_no_more(&vietnamese(words), &five), no_more, "{words}");
        }
    }

    #[test]
    fn a_count_is_read_where_it_is_sure_and_else_stays_words() {
        for (said, expected) in [
            ("", (0, "")),
            ("1", (1, "")),
            ("01", (1, "")),
            ("1.0", (1, "")),
            ("01 bản", (1, "")),
            ("1bản", (1, "")),
            ("1 bản sao", (1, "")),
            ("01 (một) bản", (1, "")),
            ("01(một)", (1, "")),
            ("Hai bản sao.", (2, "")),
            ("không", (0, "")),
            ("٣", (3, "")),
            ("1,5", (0, "Số bản sao: 1,5")),
            ("1-2", (0, "Số bản sao: 1-2")),
            ("-1", (0, "Số bản sao: -1")),
            ("1 hoặc 2", (0, "Số bản sao: 1 hoặc 2")),
            ("01 (hai) bản", (0, "Số bản sao: 01 (hai) bản")),
            ("1 bản chính", (0, "Số bản sao: 1 bản chính")),
            ("1 bản sao có chứng thực", (0, "Số bản sao: 1 bản sao có chứng thực")),
            ("x", (0, "Số bản sao: x")),
            ("100", (0, "Số bản sao: 100")),
        ] {
            let (originals, copies, words) = papers("1 bản chính", said);
            assert_eq!((originals, copies, words.vi.as_str()), (1, expected.0, expected.1), "{said}");
        }
        let both = papers("x", "y").2;
        assert_eq!(both.vi, "Số bản chính: x; Số bản sao: y");
    }

    #[test]
    fn sets_are_read_from_what_is_said_or_from_a_heading() {
        let none = || std::iter::empty();
        for (said, expected) in [
            ("1", (Some(1), "")),
            ("hai bộ", (Some(2), "")),
            ("01 (một) bộ", (Some(1), "")),
            ("02 bộ hồ sơ", (Some(2), "")),
            ("không quy định", (None, "không quy định")),
            ("02 bộ (01 bộ gốc)", (None, "02 bộ (01 bộ gốc)")),
            ("0", (None, "0")),
            ("21", (None, "21")),
            ("", (None, "")),
        ] {
            let (sets, words) = sets(said, none());
            assert_eq!((sets, words.vi.as_str()), expected, "{said}");
        }
        for (heading, expected) in [
            ("Số lượng hồ sơ: 01 (một) bộ.", Some(1)),
            ("b) Số lượng hồ sơ: 02 bộ, nộp trực tiếp", Some(2)),
            ("Số lượng bộ hồ sơ: hai bộ", Some(2)),
            ("Số lượng hồ sơ: 01 hoặc 02 bộ", None),
            ("Số lượng hồ sơ: theo quy định", None),
        ] {
            assert_eq!(sets("", [heading.to_string()].into_iter()).0, expected, "{heading}");
        }
    }
}
