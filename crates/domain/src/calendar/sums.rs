//! Working days added up once, so that how many lie between two days is a difference and no walk.

use super::Calendar;
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::{Arc, OnceLock};

/// The sums of a calendar, made when they are first asked for: two calendars are the same whether or not they were.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums(OnceLock<Arc<[u16]>>);

impl PartialEq for Sums {
    fn eq(&self, _: &Sums) -> bool {
        true
    }
}

/// How many working days a calendar has had up to each day of the years it is laid out for.
pub(super) struct Counted<'a> {
    first: Date,
    through: &'a [u16],
}

impl Sums {
    pub(super) fn of(&self, calendar: &Calendar) -> Counted<'_> {
        let (start, end) = (*calendar.filled.start(), *calendar.filled.end());
        let first = Date::constant(start, 1, 1);
        let through = self.0.get_or_init(|| {
            let mut sum = 0;
            let days = first.series(1.day()).take_while(|date| date.year() <= end);
            days.map(|date| {
                sum += u16::from(calendar.works_on(date));
                sum
            })
            .collect()
        });
        Counted { first, through }
    }
}

impl Counted<'_> {
    fn place(&self, date: Date) -> Option<usize> {
        usize::try_from((date - self.first).get_days()).ok().filter(|place| *place < self.through.len())
    }

    /// The working days after `from` up to and including `to`; nothing beyond the years laid out.
    pub(super) fn between(&self, from: Date, to: Date) -> Option<u32> {
        let (from, to) = (self.place(from)?, self.place(to)?);
        Some(u32::from(self.through[to].saturating_sub(self.through[from])))
    }

    /// The `n`th working day after `from`; nothing beyond the years laid out.
    pub(super) fn nth_after(&self, from: Date, n: u32) -> Option<Date> {
        let from = self.place(from)?;
        let wanted = u32::from(self.through[from]).saturating_add(n);
        let further = self.through[from..].partition_point(|sum| u32::from(*sum) < wanted);
        let place = (from + further < self.through.len()).then_some(from + further)?;
        self.first.checked_add((place as i64).days()).ok()
    }
}
