//! Periods, and the spans over which sums are kept: any period is few of them.

use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, Time, date};

/// Whole days in Viet Nam, the first and the last counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

/// Nothing that is counted is older: the first of the years whose holidays are laid out lies long after it.
const FIRST: Date = date(1999, 12, 15);

/// Years of the statistics begin in December, and so do their quarters: sums are kept of what begins and ends there.
const YEAR_BEGINS: (i8, i8) = (12, 15);
/// Where the second half of a month begins.
const SECOND_HALF: i8 = 15;

impl Period {
    /// Its last moment.
    pub fn end(self) -> Instant {
        let next = self.to.saturating_add(1.days()).to_datetime(Time::midnight());
        Instant::from_millis(Instant::from_civil(next).millis() - 1)
    }

    /// All that was before it.
    pub fn before(self) -> Period {
        Period { from: FIRST, to: self.from.saturating_sub(1.days()) }
    }

    /// The same days as few spans, in their order.
    pub fn spans(self) -> Vec<PeriodSpan> {
        let mut spans = Vec::new();
        let mut from = self.from;
        while from <= self.to {
            let mut all = SpanKind::ALL.into_iter().map(|kind| PeriodSpan::holding(kind, from));
            let fits = all.find(|span| span.from == from && span.last() <= self.to);
            // A day always does.
            let span = fits.unwrap_or(PeriodSpan { kind: SpanKind::Day, from });
            spans.push(span);
            let Ok(next) = span.last().checked_add(1.days()) else { break };
            from = next;
        }
        spans
    }
}

typed::keyed! {
    /// From the longest on: each is made up of whole ones of the next.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum SpanKind {
        /// Of the statistics, from 15 December to 14 December.
        Year = "year",
        /// From the first of a month to the 14th, and from the 15th to its last.
        HalfMonth = "half",
        Day = "day",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeriodSpan {
    pub kind: SpanKind,
    pub from: Date,
}

impl PeriodSpan {
    /// The one of this kind that a day lies in.
    pub fn holding(kind: SpanKind, day: Date) -> PeriodSpan {
        let from = match kind {
            SpanKind::Year => {
                let begins = (day.month(), day.day()) >= YEAR_BEGINS;
                let year = if begins { day.year() } else { day.year() - 1 };
                Date::new(year, YEAR_BEGINS.0, YEAR_BEGINS.1).unwrap_or(Date::MIN)
            }
            SpanKind::HalfMonth if day.day() < SECOND_HALF => day.first_of_month(),
            SpanKind::HalfMonth => day.first_of_month().saturating_add(i64::from(SECOND_HALF - 1).days()),
            SpanKind::Day => day,
        };
        PeriodSpan { kind, from }
    }

    pub fn last(self) -> Date {
        let next = match self.kind {
            SpanKind::Year => self.from.saturating_add(1.years()),
            SpanKind::HalfMonth if self.from.day() == SECOND_HALF => {
                self.from.first_of_month().saturating_add(1.months())
            }
            SpanKind::HalfMonth => self.from.saturating_add(i64::from(SECOND_HALF - 1).days()),
            SpanKind::Day => return self.from,
        };
        next.saturating_sub(1.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every first day in two years with every length up to two more: each day once, in few spans.
    #[test]
    fn spans_hold_each_day_of_a_period_once_and_are_few() {
        let mut most = 0;
        let mut from = date(2023, 11, 20);
        while from < date(2025, 12, 31) {
            for length in (0..800).step_by(7) {
                let period = Period { from, to: from + i64::from(length).days() };
                let spans = period.spans();
                let mut next = from;
                for span in &spans {
                    assert_eq!(span.from, next, "{period:?}");
                    assert_eq!(PeriodSpan::holding(span.kind, span.from), *span, "{span:?}");
                    assert_eq!(PeriodSpan::holding(span.kind, span.last()), *span, "{span:?}");
                    next = span.last() + 1.days();
                }
                assert_eq!(next, period.to + 1.days(), "{period:?}");
                most = most.max(spans.len());
            }
            from += 1.days();
        }
        assert!(most <= 80, "{most}");
    }

    #[test]
    fn a_quarter_is_six_spans_and_a_year_one() {
        let spans = |from, to| Period { from, to }.spans().len();
        assert_eq!(spans(date(2026, 9, 15), date(2026, 12, 14)), 6);
        assert_eq!(spans(date(2025, 12, 15), date(2026, 12, 14)), 1);
        // All before a quarter: a year each, and what has passed of its own.
        let before = Period { from: date(2026, 9, 15), to: date(2026, 12, 14) }.before();
        assert_eq!(before.spans().len(), 26 + 18);
    }
}
