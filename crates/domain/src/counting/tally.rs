//! Sums: what many dossiers amount to, added up day by day, from which any period is counted.

use super::StandsAs;
use crate::deadline::Timeliness;
use crate::procedure::Channel;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Index, IndexMut};

typed::keyed! {
    /// What is summed. A dossier without a date by law stands in the last two and in no other.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum SummedColumn {
        ReceivedOnline = "received_online",
        ReceivedCounter = "received_counter",
        ReceivedPost = "received_post",
        DoneEarly = "done_early",
        DoneOnTime = "done_on_time",
        DoneLate = "done_late",
        /// On the first day at whose end it was late and in hand.
        BecameLate = "became_late",
        /// Done, after it had become late.
        LateEnded = "late_ended",
        ReceivedWithoutLimit = "received_without_limit",
        DoneWithoutLimit = "done_without_limit",
    }
}

impl SummedColumn {
    pub(super) fn received(channel: Channel) -> SummedColumn {
        match channel {
            Channel::Online => SummedColumn::ReceivedOnline,
            Channel::Direct => SummedColumn::ReceivedCounter,
            Channel::Postal => SummedColumn::ReceivedPost,
        }
    }

    pub(super) fn done(judged: Option<Timeliness>) -> SummedColumn {
        match judged {
            Some(Timeliness::Early) => SummedColumn::DoneEarly,
            Some(Timeliness::OnTime) => SummedColumn::DoneOnTime,
            Some(Timeliness::Late) => SummedColumn::DoneLate,
            None => SummedColumn::DoneWithoutLimit,
        }
    }
}

/// How much of each column there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([i64; SummedColumn::ALL.len()]);

impl Tally {
    pub fn is_empty(&self) -> bool {
        *self == Tally::default()
    }

    pub fn received(&self) -> i64 {
        use SummedColumn::*;
        [ReceivedOnline, ReceivedCounter, ReceivedPost].iter().map(|column| self[*column]).sum()
    }

    pub fn done(&self) -> i64 {
        [SummedColumn::DoneEarly, SummedColumn::DoneOnTime, SummedColumn::DoneLate]
            .iter()
            .map(|column| self[*column])
            .sum()
    }
}

impl Index<SummedColumn> for Tally {
    type Output = i64;

    fn index(&self, column: SummedColumn) -> &i64 {
        &self.0[column as usize]
    }
}

impl IndexMut<SummedColumn> for Tally {
    fn index_mut(&mut self, column: SummedColumn) -> &mut i64 {
        &mut self.0[column as usize]
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }
}

impl Add for Tally {
    type Output = Tally;

    fn add(mut self, other: Tally) -> Tally {
        self += other;
        self
    }
}

/// What a period counts. Carried over and received is done and in hand, also of each part that is added up here. Kept in
/// reports that were sent: zeros are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    #[serde(skip_serializing_if = "is_zero")]
    pub carried_over: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub received_online: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub received_counter: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub received_post: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub done_early: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub done_on_time: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub done_late: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub in_hand_in_time: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub in_hand_late: i64,
    pub without_limit: WithoutLimit,
}

/// The same of what has no date by law, in none of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WithoutLimit {
    #[serde(skip_serializing_if = "is_zero")]
    pub carried_over: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub received: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub done: i64,
    #[serde(skip_serializing_if = "is_zero")]
    pub in_hand: i64,
}

fn is_zero(figure: &i64) -> bool {
    *figure == 0
}

impl Counts {
    /// By the sums of all that was before a period, and those of the period.
    pub fn of(before: &Tally, within: &Tally) -> Counts {
        use SummedColumn::*;
        let carried_over = before.received() - before.done();
        let in_hand = carried_over + within.received() - within.done();
        let all = *before + *within;
        let in_hand_late = all[BecameLate] - all[LateEnded];
        let without_carried = before[ReceivedWithoutLimit] - before[DoneWithoutLimit];
        Counts {
            carried_over,
            received_online: within[ReceivedOnline],
            received_counter: within[ReceivedCounter],
            received_post: within[ReceivedPost],
            done_early: within[DoneEarly],
            done_on_time: within[DoneOnTime],
            done_late: within[DoneLate],
            in_hand_in_time: in_hand - in_hand_late,
            in_hand_late,
            without_limit: WithoutLimit {
                carried_over: without_carried,
                received: within[ReceivedWithoutLimit],
                done: within[DoneWithoutLimit],
                in_hand: all[ReceivedWithoutLimit] - all[DoneWithoutLimit],
            },
        }
    }

    pub fn received(&self) -> i64 {
        self.received_online + self.received_counter + self.received_post
    }

    pub fn done(&self) -> i64 {
        self.done_early + self.done_on_time + self.done_late
    }

    pub fn in_hand(&self) -> i64 {
        self.in_hand_in_time + self.in_hand_late
    }

    /// How many stand so at the end of the period, or are done so in it.
    pub fn standing(&self, stands: StandsAs) -> i64 {
        match stands {
            StandsAs::DoneEarly => self.done_early,
            StandsAs::DoneOnTime => self.done_on_time,
            StandsAs::DoneLate => self.done_late,
            StandsAs::DoneWithoutLimit => self.without_limit.done,
            StandsAs::InHandInTime => self.in_hand_in_time,
            StandsAs::InHandLate => self.in_hand_late,
            StandsAs::InHandWithoutLimit => self.without_limit.in_hand,
        }
    }
}

impl Add for Counts {
    type Output = Counts;

    fn add(self, other: Counts) -> Counts {
        let (own, more) = (self.without_limit, other.without_limit);
        Counts {
            carried_over: self.carried_over + other.carried_over,
            received_online: self.received_online + other.received_online,
            received_counter: self.received_counter + other.received_counter,
            received_post: self.received_post + other.received_post,
            done_early: self.done_early + other.done_early,
            done_on_time: self.done_on_time + other.done_on_time,
            done_late: self.done_late + other.done_late,
            in_hand_in_time: self.in_hand_in_time + other.in_hand_in_time,
            in_hand_late: self.in_hand_late + other.in_hand_late,
            without_limit: WithoutLimit {
                carried_over: own.carried_over + more.carried_over,
                received: own.received + more.received,
                done: own.done + more.done,
                in_hand: own.in_hand + more.in_hand,
            },
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Counts>>(all: I) -> Counts {
        all.fold(Counts::default(), Add::add)
    }
}
