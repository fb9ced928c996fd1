//! Ten million dossiers on a small machine: the first are led through the rules in full, and what they measure is repeated, moved
//! by whole weeks, in the tables that reports and their lists read. Memory stays as it is however many there are.

use crate::chance::Chance;
use crate::generate::{Generate, GeneratedCount, Plan, generate, reference};
use app::bulk_write::{LeanDossier, begin, counters, end, measures, write_lean};
use app::{App, Fault};
use domain::counting::{Measure, MeasureDone};
use domain::dossier::DossierId;
use jiff::ToSpan;
use jiff::civil::Date;

/// Dossiers in full, enough for every way of every procedure.
pub const IN_FULL: u32 = 20_000;
/// Dossiers in one transaction.
const CHUNK: u64 = 10_000;

/// [`generate`], of which only the first, so many, are whole. `progress` hears the dossiers written so far.
pub fn generate_lean(
    app: &App,
    wanted: Generate,
    in_full: u32,
    mut progress: impl FnMut(u64),
) -> Result<GeneratedCount, Fault> {
    let whole = Generate { dossiers: wanted.dossiers.min(u64::from(in_full)), ..wanted };
    let mut made = generate(app, whole, &mut progress)?;
    let pattern = measures(app, in_full)?;
    if pattern.is_empty() {
        return Ok(made);
    }
    let (plan, last, mut chance) =
        (Plan::new(wanted), wanted.until.date(), Chance::new(wanted.seed ^ 0x1ea7));
    let (indexes, counters) = (begin(app)?, counters(app)?);
    let mut from = made.dossiers;
    while from < wanted.dossiers {
        let to = (from + CHUNK).min(wanted.dossiers);
        let one = |number: u64| LeanDossier {
            // Keys of dossiers in full tell their moment, and are far greater.
            id: DossierId(number as i64 + 1),
            reference: reference(&mut chance, number, wanted.dossiers),
            measure: moved(chance.pick(&pattern), plan.first, last, &mut chance),
        };
        write_lean(app, (from..to).map(one).collect())?;
        from = to;
        progress(from);
    }
    made.dossiers = from;
    end(app, indexes, counters)?;
    Ok(made)
}

/// The same some weeks earlier or later, as far as it stays within the past. What is in hand stays where it is.
fn moved(measure: &Measure, first: Date, last: Date, chance: &mut Chance) -> Measure {
    let Some(done) = measure.done else { return measure.clone() };
    let weeks = |from: Date, to: Date| i64::from((to - from).get_days() / 7);
    let by = chance.between(-weeks(first, measure.came), weeks(done.on, last) + 1).weeks();
    Measure {
        came: measure.came.saturating_add(by),
        done: Some(MeasureDone { on: done.on.saturating_add(by), ..done }),
        late_from: measure.late_from.map(|from| from.saturating_add(by)),
        ..measure.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::agency::AgencyId;
    use domain::deadline::Timeliness;
    use domain::procedure::{Channel, ProcedureCode};
    use jiff::civil::date;

    #[test]
    fn what_is_done_moves_by_weeks_within_the_past_and_what_is_in_hand_does_not() {
        let (first, last, mut chance) = (date(2025, 6, 2), date(2026, 12, 1), Chance::new(3));
        let done = MeasureDone { on: date(2026, 3, 5), judged: Some(Timeliness::Late) };
        let measure = Measure {
            agency: AgencyId(1),
            procedure: ProcedureCode::parse("1.001193").unwrap(),
            channel: Channel::Direct,
            came: date(2026, 3, 2),
            limited: true,
            done: Some(done),
            took: Some(3),
            late_from: Some(date(2026, 3, 4)),
        };
        let mut days = std::collections::BTreeSet::new();
        for _ in 0..500 {
            let other = moved(&measure, first, last, &mut chance);
            let on = other.done.unwrap().on;
            assert!(first <= other.came && on <= last, "{other:?}");
            assert_eq!(other.came.weekday(), measure.came.weekday());
            assert_eq!(on, other.came + 3.days());
            assert_eq!(other.late_from, Some(other.came + 2.days()));
            days.insert(other.came);
        }
        assert!(days.len() > 50, "{}", days.len());
        let open = Measure { done: None, ..measure };
        assert_eq!(moved(&open, first, last, &mut chance), open);
    }
}
