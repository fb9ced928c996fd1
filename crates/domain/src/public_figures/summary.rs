//! What many cells amount to, as people read it.

use super::{FigureBasis, PartCounts, channel_part, judged_part};
use crate::deadline::Timeliness;
use crate::procedure::Channel;
use std::ops::AddAssign;

/// Figures of some cells, whichever: each basis is there where any of it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicSummary {
    pub received: PartCounts,
    pub done: PartCounts,
    pub days: PartCounts,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub some: i64,
    pub all: i64,
}

impl Share {
    /// In thousandths, rounded to the nearest.
    pub fn per_thousand(self) -> i64 {
        (self.some * 2_000 + self.all) / (self.all * 2)
    }
}

impl PublicSummary {
    pub fn sum<'a>(all: impl Iterator<Item = &'a PublicSummary>) -> PublicSummary {
        let mut total = PublicSummary::default();
        all.for_each(|summary| total += summary);
        total
    }

    pub fn add(&mut self, basis: FigureBasis, parts: &PartCounts) {
        *self.of_mut(basis) += parts;
    }

    pub fn of(&self, basis: FigureBasis) -> &PartCounts {
        match basis {
            FigureBasis::Received => &self.received,
            FigureBasis::Done => &self.done,
            FigureBasis::Days => &self.days,
        }
    }

    fn of_mut(&mut self, basis: FigureBasis) -> &mut PartCounts {
        match basis {
            FigureBasis::Received => &mut self.received,
            FigureBasis::Done => &mut self.done,
            FigureBasis::Days => &mut self.days,
        }
    }

    pub fn is_empty(&self) -> bool {
        FigureBasis::ALL.iter().all(|basis| self.of(*basis).total() == 0)
    }

    pub fn online(&self) -> Option<Share> {
        share(self.received.of(channel_part(Channel::Online)), &self.received)
    }

    /// Done by the day the law gives, or sooner.
    pub fn on_time(&self) -> Option<Share> {
        let in_time = [Timeliness::Early, Timeliness::OnTime].map(|judged| self.done.of(judged_part(judged)));
        share(in_time.iter().sum(), &self.done)
    }

    /// Working days by which half are decided.
    pub fn median(&self) -> Option<u16> {
        self.days.quantile(50)
    }

    /// Working days by which nine in ten are decided.
    pub fn nine_in_ten(&self) -> Option<u16> {
        self.days.quantile(90)
    }
}

impl AddAssign<&PublicSummary> for PublicSummary {
    fn add_assign(&mut self, other: &PublicSummary) {
        for basis in FigureBasis::ALL {
            self.add(basis, other.of(basis));
        }
    }
}

fn share(some: i64, parts: &PartCounts) -> Option<Share> {
    Some(Share { some, all: parts.total() }).filter(|share| share.all > 0)
}
