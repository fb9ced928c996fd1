//! The periods of reports: a quarter from the 15th of the month before it to the 14th of its last month, a year from 15
//! December to 14 December.

use crate::counting::Period;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The last day of a period in its month (NĐ 09/2019/NĐ-CP article 12).
pub const CUT_OFF: i8 = 14;

/// Years that reports are asked of.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2200;

/// A quarter of the year in which it closes: the first begins in December of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: i16,
    number: i8,
}

impl Quarter {
    pub fn new(year: i16, number: i8) -> Option<Quarter> {
        (YEARS.contains(&year) && (1..=4).contains(&number)).then_some(Quarter { year, number })
    }

    /// The quarter a day falls in.
    pub fn of(day: Date) -> Quarter {
        // The day a month closes is the last of that month's share of the quarter.
        let closes = if day.day() > CUT_OFF { day.first_of_month().saturating_add(1.month()) } else { day };
        Quarter { year: closes.year(), number: (closes.month() + 2) / 3 }
    }

    pub fn before(self) -> Quarter {
        match self.number {
            1 => Quarter { year: self.year - 1, number: 4 },
            number => Quarter { year: self.year, number: number - 1 },
        }
    }

    pub fn year(self) -> ReportYear {
        ReportYear(self.year)
    }

    pub fn number(self) -> i8 {
        self.number
    }

    pub fn period(self) -> Period {
        let to = Date::constant(self.year, self.number * 3, CUT_OFF);
        Period { from: to.saturating_sub(3.months()).saturating_add(1.day()), to }
    }

    /// Reads `4/2026`.
    pub fn parse(text: &str) -> Option<Quarter> {
        let (number, year) = text.trim().split_once('/')?;
        Quarter::new(year.parse().ok()?, number.parse().ok()?)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{}/{}", self.number, self.year)
    }
}

impl TryFrom<String> for Quarter {
    type Error = String;
    fn try_from(text: String) -> Result<Quarter, String> {
        Quarter::parse(&text).ok_or_else(|| format!("`{text}` is no quarter"))
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> String {
        quarter.to_string()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportYear(i16);

impl ReportYear {
    pub fn new(year: i16) -> Option<ReportYear> {
        YEARS.contains(&year).then_some(ReportYear(year))
    }

    pub fn number(self) -> i16 {
        self.0
    }

    pub fn quarters(self) -> [Quarter; 4] {
        [1, 2, 3, 4].map(|number| Quarter { year: self.0, number })
    }

    pub fn period(self) -> Period {
        let [first, .., last] = self.quarters();
        Period { from: first.period().from, to: last.period().to }
    }
}

/// What a period is called, where it is a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedPeriod {
    Quarter(Quarter),
    Year(ReportYear),
    /// Some days.
    Days,
}

impl NamedPeriod {
    pub fn of(period: Period) -> NamedPeriod {
        let quarter = Quarter::of(period.to);
        if quarter.period() == period {
            return NamedPeriod::Quarter(quarter);
        }
        if quarter.year().period() == period {
            return NamedPeriod::Year(quarter.year());
        }
        NamedPeriod::Days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_quarter_goes_from_the_15th_to_the_14th() {
        let period = |text: &str| Quarter::parse(text).unwrap().period();
        assert_eq!(period("1/2026"), Period { from: date(2025, 12, 15), to: date(2026, 3, 14) });
        assert_eq!(period("2/2026"), Period { from: date(2026, 3, 15), to: date(2026, 6, 14) });
        assert_eq!(period("4/2026"), Period { from: date(2026, 9, 15), to: date(2026, 12, 14) });
        assert_eq!(ReportYear(2026).period(), Period { from: date(2025, 12, 15), to: date(2026, 12, 14) });
    }

    #[test]
    fn every_day_of_many_years_is_in_the_quarter_it_is_said_to_be_in() {
        let (mut day, mut before) = (date(2018, 1, 1), Quarter::of(date(2018, 1, 1)));
        while day < date(2032, 1, 1) {
            let quarter = Quarter::of(day);
            let period = quarter.period();
            assert!(period.from <= day && day <= period.to, "{day}");
            if quarter != before {
                assert_eq!((period.from, quarter.before()), (day, before), "the next begins where one ends");
            }
            (day, before) = (day.tomorrow().unwrap(), quarter);
        }
    }

    #[test]
    fn a_period_is_called_a_quarter_or_a_year_only_where_it_is_one() {
        let quarter = Quarter::parse("3/2026").unwrap();
        assert_eq!(NamedPeriod::of(quarter.period()), NamedPeriod::Quarter(quarter));
        assert_eq!(NamedPeriod::of(ReportYear(2026).period()), NamedPeriod::Year(ReportYear(2026)));
        let shorter = Period { to: date(2026, 9, 13), ..quarter.period() };
        assert_eq!(NamedPeriod::of(shorter), NamedPeriod::Days);
    }

    #[test]
    fn what_is_no_quarter_is_none() {
        for text in
            ["", "5/2026", "0/2026", "4", "4/26", "IV/2026", "2026/4", "4/2026/1", "-1/2026", "4/99999"]
        {
            assert_eq!(Quarter::parse(text), None, "{text}");
        }
        assert_eq!(ReportYear::new(26), None);
    }
}
