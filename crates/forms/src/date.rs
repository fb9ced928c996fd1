//! Dates as people write them, whole or as far as they are known.

use crate::answer::AnswerProblem;
use crate::question::{YEAR_MAX, YEAR_MIN};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which dates a question takes. A question of before says nothing and takes any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Dates {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The first that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last that is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Whether a month or a year will do: of many births no more is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
}

/// Seen from the day the answer is given, which is itself both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    Past,
    Future,
}

impl Dates {
    /// What has happened.
    pub const PAST: Dates = Dates { when: Some(When::Past), from: None, to: None, partial: false };
    /// What is to come.
    pub const FUTURE: Dates = Dates { when: Some(When::Future), ..Dates::PAST };
    /// A birth or a death: past, and perhaps known by its year only.
    pub const BIRTH: Dates = Dates { partial: true, ..Dates::PAST };

    /// The same with its bounds as they are on a day.
    pub fn on(self, today: Date) -> Dates {
        let (from, to) = match self.when {
            Some(When::Past) => (self.from, Some(self.to.map_or(today, |to| to.min(today)))),
            Some(When::Future) => (Some(self.from.map_or(today, |from| from.max(today))), self.to),
            None => (self.from, self.to),
        };
        Dates { from, to, ..self }
    }

    pub(crate) fn read(self, typed: &str) -> Result<String, AnswerProblem> {
        let wrong = if self.partial { AnswerProblem::NotADateOrPart } else { AnswerProblem::NotADate };
        let date = PartialDate::read(typed).filter(|date| self.partial || date.whole().is_some());
        let date = date.ok_or(wrong)?;
        // A month or a year is out of bounds where all its days are.
        if self.to.is_some_and(|to| date.first() > to) {
            return Err(if self.when == Some(When::Past) { AnswerProblem::Future } else { self.out() });
        }
        if self.from.is_some_and(|from| date.last() < from) {
            return Err(if self.when == Some(When::Future) { AnswerProblem::Past } else { self.out() });
        }
        Ok(date.to_string())
    }

    fn out(self) -> AnswerProblem {
        AnswerProblem::NotBetween { from: self.from, to: self.to }
    }
}

/// A date as far as it is known, stored as `1945`, `1945-05` or `1945-05-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDate {
    Year(i16),
    Month(i16, i8),
    Whole(Date),
}

impl PartialDate {
    /// Reads `d/m/yyyy`, `m/yyyy`, `yyyy` with any sign between, `yyyy-mm-dd`, or `ngày 2 tháng 5 năm 1945`.
    pub fn read(typed: &str) -> Option<PartialDate> {
        let mut text = typed::plain(typed).to_lowercase();
        for word in ["ngày", "tháng", "năm"] {
            text = text.replace(word, " ");
        }
        // Blanks around a sign are nothing; alone they are the sign.
        let signs = ['/', '-', '.'];
        let parts: Vec<&str> = match text.contains(signs) {
            true => text.split(signs).map(str::trim).collect(),
            false => text.split_whitespace().collect(),
        };
        let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !parts.iter().all(digits) {
            return None;
        }
        let (day, month, year) = match parts[..] {
            [year] => (None, None, year),
            [year, month] if year.len() == 4 => (None, Some(month), year),
            [month, year] => (None, Some(month), year),
            [year, month, day] if year.len() == 4 => (Some(day), Some(month), year),
            [day, month, year] => (Some(day), Some(month), year),
            _ => return None,
        };
        let number = |part: &str| part.parse::<i8>().ok();
        let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
        let year = Some(year).filter(|year: &i16| (YEAR_MIN..=YEAR_MAX).contains(&i64::from(*year)))?;
        Some(match (month.map(number), day.map(number)) {
            (None, _) => PartialDate::Year(year),
            (Some(month), None) => PartialDate::Month(year, month.filter(|month| (1..=12).contains(month))?),
            (Some(month), Some(day)) => PartialDate::Whole(Date::new(year, month?, day?).ok()?),
        })
    }

    pub fn whole(self) -> Option<Date> {
        match self {
            PartialDate::Whole(date) => Some(date),
            _ => None,
        }
    }

    /// The first day it may be.
    fn first(self) -> Date {
        match self {
            PartialDate::Year(year) => Date::constant(year, 1, 1),
            PartialDate::Month(year, month) => Date::constant(year, month, 1),
            PartialDate::Whole(date) => date,
        }
    }

    /// The last day it may be.
    fn last(self) -> Date {
        match self {
            PartialDate::Year(_) => self.first().last_of_year(),
            PartialDate::Month(..) => self.first().last_of_month(),
            PartialDate::Whole(date) => date,
        }
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            PartialDate::Year(year) => write!(to, "{year:04}"),
            PartialDate::Month(year, month) => write!(to, "{year:04}-{month:02}"),
            PartialDate::Whole(date) => write!(to, "{date}"),
        }
    }
}

/// The three boxes of a date as one text: boxes left blank before the first that is filled are left out. A whole date may
/// have been pasted into the first.
pub fn joined(day: &str, month: &str, year: &str) -> String {
    match (day, month, year) {
        ("", "", year) => year.to_string(),
        ("", month, year) => format!("{month}/{year}"),
        (whole, "", "") if whole.contains(['/', '-', '.', ' ']) => whole.to_string(),
        (day, month, year) => format!("{day}/{month}/{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::QuestionKind;

    const TODAY: Date = Date::constant(2026, 3, 2);

    fn check(dates: Dates, typed: &str, expected: Result<&str, AnswerProblem>) {
        assert_eq!(QuestionKind::Date(dates.on(TODAY)).read(typed), expected.map(str::to_string), "{typed}");
    }

    #[test]
    fn a_date_is_read_as_people_write_it() {
        for typed in [
            "24/2/2026",
            "24.2.2026",
            "24 - 02 - 2026",
            "24–2–2026",
            "24 2 2026",
            "2026-02-24",
            "２４/２/２０２６",
            "٢٤/٢/٢٠٢٦",
            "ngày 24 tháng 2 năm 2026",
            "Nga\u{300}y 24/2/2026",
        ] {
            check(Dates::default(), typed, Ok("2026-02-24"));
        }
        for typed in
            ["29/02/2025", "31/2/2026", "24/2/26", "24/2", "2026", "2/2026", "24//2026", "24/2/20260", "x"]
        {
            check(Dates::default(), typed, Err(AnswerProblem::NotADate));
        }
    }

    #[test]
    fn what_has_happened_is_not_in_the_future() {
        check(Dates::BIRTH, "31/12/2035", Err(AnswerProblem::Future));
        check(Dates::PAST, "3/3/2026", Err(AnswerProblem::Future));
        check(Dates::PAST, "2/3/2026", Ok("2026-03-02"));
        check(Dates::FUTURE, "1/3/2026", Err(AnswerProblem::Past));
        check(Dates::FUTURE, "2/3/2026", Ok("2026-03-02"));
        let (from, to) = (Some(Date::constant(2020, 1, 1)), Some(Date::constant(2020, 12, 31)));
        let year = Dates { from, to, ..Dates::default() };
        check(year, "1/1/2020", Ok("2020-01-01"));
        check(year, "31/12/2019", Err(AnswerProblem::NotBetween { from, to }));
        // Bounds of a question hold beside the day.
        check(
            Dates { to: Some(Date::constant(2030, 1, 1)), ..Dates::PAST },
            "3/3/2026",
            Err(AnswerProblem::Future),
        );
    }

    #[test]
    fn a_birth_may_be_known_by_its_year_or_month() {
        for (typed, expected) in [
            ("1945", "1945"),
            ("5/1945", "1945-05"),
            ("1945-05", "1945-05"),
            ("tháng 5 năm 1945", "1945-05"),
            ("2/5/1945", "1945-05-02"),
            ("2026", "2026"),
            ("3/2026", "2026-03"),
        ] {
            check(Dates::BIRTH, typed, Ok(expected));
        }
        check(Dates::BIRTH, "2027", Err(AnswerProblem::Future));
        check(Dates::BIRTH, "4/2026", Err(AnswerProblem::Future));
        for typed in ["13/1945", "0/1945", "45", "2//1945", "2/5"] {
            check(Dates::BIRTH, typed, Err(AnswerProblem::NotADateOrPart));
        }
        assert_eq!(joined("", "", "1945"), "1945");
        assert_eq!(joined("", "5", "1945"), "5/1945");
        assert_eq!(joined("2", "", "1945"), "2//1945");
        assert_eq!(joined("2", "", ""), "2//");
        assert_eq!(joined("2/9/1945", "", ""), "2/9/1945");
        assert_eq!(joined("2/9/1945", "9", ""), "2/9/1945/9/");
        assert_eq!(joined("", "", ""), "");
    }
}
