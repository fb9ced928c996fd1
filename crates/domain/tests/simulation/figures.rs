//! What periods count: dossier by dossier, as they were at the end of it, and by sums that know no dossier any more.

use crate::*;

/// Sums of all dossiers, as they are kept: by spans of every kind.
#[derive(Default)]
pub struct Figures {
    sums: BTreeMap<PeriodSpan, Tally>,
    dossiers: Vec<(Dossier, Vec<Record>)>,
}

impl Figures {
    pub fn add(&mut self, dossier: &Dossier, records: &[Record]) {
        if let Ok(measure) = counting::measure(dossier) {
            for (day, column) in measure.contributions() {
                for kind in SpanKind::ALL {
                    self.sums.entry(PeriodSpan::holding(kind, day)).or_default()[column] += 1;
                }
            }
        }
        self.dossiers.push((dossier.clone(), records.to_vec()));
    }

    fn summed(&self, period: Period) -> Tally {
        let sums = period.spans().into_iter().filter_map(|span| self.sums.get(&span));
        sums.fold(Tally::default(), |all, sum| all + *sum)
    }

    /// Random periods, each counted in three ways.
    pub fn check(&self, chance: &mut Chance) {
        let (mut corrected, mut late) = (0, 0);
        for _ in 0..40 {
            let from = Date::constant(2024, 12, 15) + (chance.below(900) as i64).days();
            let period = Period { from, to: from + (chance.below(400) as i64).days() };
            let by_sums = Counts::of(&self.summed(period.before()), &self.summed(period));
            let one_by_one: Counts =
                self.dossiers.iter().map(|(dossier, _)| counts_of(dossier, period)).sum();
            assert_eq!(by_sums, one_by_one, "{period:?}");
            assert_eq!(
                by_sums.carried_over + by_sums.received(),
                by_sums.done() + by_sums.in_hand(),
                "{period:?}"
            );
            late += by_sums.in_hand_late;
            for (dossier, records) in self.dossiers.iter().skip(chance.below(20) as usize).step_by(20) {
                if corrected_after(period, records) {
                    corrected += 1;
                } else if let Some(then) = counting::at_the_end(dossier.id, records, period) {
                    assert_eq!(
                        counting::count(dossier, period),
                        counting::count(&then, period),
                        "what happens later changes nothing of {period:?}: {records:#?}"
                    );
                }
            }
        }
        assert!(corrected > 0 && late > 0, "{corrected} {late}");
    }
}

/// What a period counts of one dossier.
fn counts_of(dossier: &Dossier, period: Period) -> Counts {
    let mut counts = Counts::default();
    let Ok(CountedDossier { came, stands }) = counting::count(dossier, period) else { return counts };
    let without = &mut counts.without_limit;
    if matches!(stands, StandsAs::DoneWithoutLimit | StandsAs::InHandWithoutLimit) {
        match came {
            Came::CarriedOver => without.carried_over += 1,
            Came::Received => without.received += 1,
        }
    } else {
        match (came, dossier.channel) {
            (Came::CarriedOver, _) => counts.carried_over += 1,
            (Came::Received, Channel::Online) => counts.received_online += 1,
            (Came::Received, Channel::Direct) => counts.received_counter += 1,
            (Came::Received, Channel::Postal) => counts.received_post += 1,
        }
    }
    match stands {
        StandsAs::DoneEarly => counts.done_early += 1,
        StandsAs::DoneOnTime => counts.done_on_time += 1,
        StandsAs::DoneLate => counts.done_late += 1,
        StandsAs::DoneWithoutLimit => counts.without_limit.done += 1,
        StandsAs::InHandInTime => counts.in_hand_in_time += 1,
        StandsAs::InHandLate => counts.in_hand_late += 1,
        StandsAs::InHandWithoutLimit => counts.without_limit.in_hand += 1,
    }
    counts
}

/// Whether a calendar moved the date after the end of a period.
fn corrected_after(period: Period, records: &[Record]) -> bool {
    let moved = |record: &Record| {
        matches!(
            record.event.fact,
            Fact::DueRecalculated { .. } | Fact::OwnDatesRecalculated { legal: Some(_), .. }
        )
    };
    records.iter().any(|record| record.at > period.end() && moved(record))
}

/// How long a period of the counts is here.
const PERIOD_DAYS: i64 = 30;

/// Month after month a dossier is received once, carried over as long as it is in hand, and done once; and what a span of them
/// counts is what they count one by one.
pub fn check_counts(id: DossierId, records: &[Record]) {
    let (first, last) = (records[0].at.date(), records[records.len() - 1].at.date());
    let counted = |from: Date, to: Date| {
        let period = Period { from, to };
        let dossier = counting::at_the_end(id, records, period)?;
        Some((counting::count(&dossier, period), dossier))
    };
    let (mut before, mut received, mut ended): (Option<StandsAs>, u32, Option<StandsAs>) = (None, 0, None);
    let mut from = first;
    while from <= last {
        let to = from + (PERIOD_DAYS - 1).days();
        let (count, dossier) = counted(from, to).expect("it was filed by then");
        match (before, &count) {
            (Some(stands), count) if stands.is_done() => {
                assert_eq!(*count, Err(NotCounted::DoneBefore), "what is done is counted once");
            }
            (Some(_), count) => {
                let count = count.expect("what was in hand is carried over");
                assert_eq!(count.came, Came::CarriedOver);
            }
            (None, Ok(count)) => {
                assert_eq!(count.came, Came::Received);
                received += 1;
            }
            (None, Err(why)) => {
                assert!(matches!(why, NotCounted::NotReceived | NotCounted::Linked), "{why:?}");
            }
        }
        if let Ok(count) = count {
            // The figures of lists and rows are the same.
            if let (true, Some(judged)) = (count.stands.is_done(), dossier.timeliness()) {
                let same = match judged {
                    Timeliness::Early => StandsAs::DoneEarly,
                    Timeliness::OnTime => StandsAs::DoneOnTime,
                    Timeliness::Late => StandsAs::DoneLate,
                };
                assert_eq!(count.stands, same);
            }
            before = Some(count.stands);
            ended = before;
        }
        from = to + 1.days();
    }
    let (whole, _) = counted(first, from).expect("it was filed");
    let span = whole.ok().map(|count| (count.came, count.stands.is_done()));
    let parts = (received > 0).then_some((Came::Received, ended.is_some_and(StandsAs::is_done)));
    assert_eq!(span, parts, "a span counts what its parts do");
}
