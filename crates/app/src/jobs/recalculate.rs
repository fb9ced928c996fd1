//! Counts the dates of open dossiers anew after a calendar changed, a chunk at a time.

use super::{CHUNK, Destination, Failed, Job, LEASE_MINUTES, Pace, Row, TRIES};
use crate::reference::WHOLE_PROVINCE;
use crate::{App, Fault, random};
use domain::agency::AgencyId;
use domain::dossier::{Command, DossierId, Recalculate};
use domain::holidays;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

pub const JOB: Job = Job {
    key: "recalculate",
    pace: Pace::Long,
    lease_minutes: LEASE_MINUTES,
    tries: TRIES,
    destination: Destination::Inside,
    run: |app, row| Box::pin(run(app, row)),
};

/// The name under which the digest of the days off shipped with the program is kept.
const SHIPPED_DAYS: &str = "shipped-days";

#[derive(Debug, Serialize, Deserialize)]
struct Recalculation {
    agency: AgencyId,
    after: DossierId,
}

pub(crate) fn enqueue(tx: &mut Tx, id: i64, agency: AgencyId, at: Instant) -> Result<(), StorageError> {
    JOB.enqueue(tx, id, &Recalculation { agency, after: DossierId(0) }, at, None)
}

async fn run(app: App, row: Row) -> Result<(), Failed> {
    let Recalculation { agency, mut after } = serde_json::from_str(&row.body)?;
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
    app.act_alone(id, Command::Recalculate(Recalculate), random::token(), |_| true).await
}

impl App {
    /// After a release that ships other days off than the one before, open dossiers are counted anew.
    pub async fn notice_shipped_calendar(&self) -> Result<(), Fault> {
        let years = *holidays::ANNOUNCED.start()..=*holidays::ANNOUNCED.end() + 2;
        let days: Vec<_> = years.flat_map(holidays::of_year).collect();
        let shipped = random::hex(&random::digest(&serde_json::to_string(&days)?));
        let (now, job) = (self.now(), self.store.new_id(self.now()));
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
        Ok(self.store.write(write).await?)
    }
}
