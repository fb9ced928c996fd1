//! The day a dossier becomes late is written into its record, with what can be told of why: nobody remembers it later. Every
//! hour those whose date has passed lately are looked over; the rules say which of them are late, and none is noted twice.

use crate::{App, Fault, dossiers};
use domain::dossier::{Command, DossierId, NoteLate};
use domain::time::Instant;
use storage::{Tx, catalogue, inbox};

/// The name under which it is kept until when dossiers were looked over.
const LOOKED: &str = "late-until";
/// A dossier that is judged by its date becomes late on the day after it, and days are looked over whole.
const AGAIN_MINUTES: i64 = 2 * 24 * 60;
const CHUNK: u32 = 500;

/// Notes those that became late since it was last looked. Where it was never looked, on which day others became late is not
/// known any more.
pub async fn note(app: &App) -> Result<(), Fault> {
    let now = app.now();
    let looked = app.store.read(|tx| catalogue::meta(tx, LOOKED)).await?;
    let looked = looked.and_then(|at| at.parse().ok()).map(Instant::from_millis).unwrap_or(now);
    let mut from = (looked.min(now).plus_minutes(-AGAIN_MINUTES), DossierId(i64::MIN));
    loop {
        let after = from;
        let passed = app.store.read(move |tx| inbox::passed(tx, after, now, CHUNK)).await?;
        let Some(last) = passed.last() else { break };
        from = *last;
        for (due, id) in passed {
            // What is not late yet, or was noted before, is refused.
            let key = format!("late-{}-{}", id.0, due.millis());
            dossiers::act_alone(app, id, Command::NoteLate(NoteLate), key, |_| true).await?;
        }
    }
    let write = move |tx: &mut Tx| catalogue::set_meta(tx, LOOKED, &now.millis().to_string());
    Ok(app.store.write(write).await?)
}
