//! Counts the dates of open dossiers anew after a calendar changed, a chunk at a time.

use super::{CHUNK, Destination, Failed, Job, JobRow};
use crate::master_data::WHOLE_PROVINCE;
use crate::{App, Fault, dossiers, random};
use domain::agency::AgencyId;
use domain::calendar::{Calendar, Hours, Week};
use domain::dossier::{Command, DossierId, Recalculate};
use domain::holidays;
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job::long("recalculate", Destination::Inside, |app, row| Box::pin(run(app, row)));

/// The name under which the digest of the days off shipped with the program is kept.
const SHIPPED_DAYS: &str = "shipped-days";
/// Years looked at after those whose days off were announced.
const SHIPPED_AHEAD_YEARS: i16 = 10;

#[derive(Debug, Serialize, Deserialize)]
struct RecalculateJob {
    agency: AgencyId,
    after: DossierId,
}

pub(crate) fn enqueue(tx: &mut Tx, id: i64, agency: AgencyId, at: Instant) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &RecalculateJob { agency, after: DossierId(0) }, at, None)
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let RecalculateJob { agency, mut after } = serde_json::from_str(&row.body)?;
    app.refresh_reference().await?;
    loop {
        let from = after;
        let chunk = app.store.read(move |tx| storage::dossier::list_counting(tx, from, CHUNK)).await?;
        let Some(last) = chunk.last() else { return Ok(()) };
        after = *last;
        for id in chunk {
            recalculate(&app, agency, id).await?;
        }
    }
}

/// A dossier whose dates stay the same gets no event.
async fn recalculate(app: &App, agency: AgencyId, id: DossierId) -> Result<(), Fault> {
    let loaded = app.store.read(move |tx| crate::dossiers::load(tx, id)).await?;
    let Some(dossier) = loaded else { return Ok(()) };
    if agency != WHOLE_PROVINCE && dossier.competent != agency && dossier.receiving != agency {
        return Ok(());
    }
    let key = random::key(app.now());
    dossiers::act_alone(app, id, Command::Recalculate(Recalculate), key, |_| true).await
}

/// What this program makes of each day: the days off it ships, and which days it counts where an office is open on all of
/// them.
fn shipped_days() -> String {
    let always = Week(std::array::from_fn(|_| Hours::office()));
    let calendars = [Calendar::national(), Calendar::national().with(Some(always), [])];
    let last = *holidays::ANNOUNCED.end() + SHIPPED_AHEAD_YEARS;
    let mut days = String::new();
    for calendar in &calendars {
        let mut date = Date::constant(*holidays::ANNOUNCED.start(), 1, 1);
        while date.year() <= last {
            let day = calendar.day(date);
            let what = day.special.as_ref().map(|special| &special.kind);
            days.push_str(&format!("{date} {} {} {what:?}\n", day.hours, day.works()));
            date += 1.days();
        }
    }
    days
}

/// After a release that ships other days off than the one before, or counts days otherwise, open dossiers are counted
/// anew, once.
pub async fn notice_shipped_calendar(app: &App) -> Result<(), Fault> {
    let shipped = random::hex(&random::digest(&shipped_days()));
    let (now, job) = (app.now(), app.store.new_id(app.now()));
    let write = move |tx: &mut Tx| {
        let before = storage::catalogue::meta(tx, SHIPPED_DAYS)?;
        if before.as_deref() == Some(&shipped) {
            return Ok::<_, StorageError>(());
        }
        storage::catalogue::set_meta(tx, SHIPPED_DAYS, &shipped)?;
        match before {
            Some(_) => enqueue(tx, job, WHOLE_PROVINCE, now),
            None => Ok(()),
        }
    };
    Ok(app.store.write(write).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_that_are_shipped_tell_saturdays_that_are_open_and_not_counted() {
        let days = shipped_days();
        let saturday: Vec<&str> = days.lines().filter(|line| line.starts_with("2026-03-07")).collect();
        assert_eq!(saturday, ["2026-03-07  false None", "2026-03-07 07:30-11:30, 13:30-17:00 false None"]);
        assert!(days.lines().any(|line| line.starts_with("2036-")));
    }
}
