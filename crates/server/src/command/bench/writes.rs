use super::clients::Went;
use super::report::BenchReport;
use super::{Bed, report};
use anyhow::{Result, ensure};
use app::dossiers::{ActRequest, NotDone};
use app::dry_run::Statements;
use app::random;
use domain::dossier::{Dossier, replay};
use province::Player;
use std::time::Instant;
use storage::StorageError;
use storage::raw::{Replay, replay as again};

/// Number of acts whose statements are repeated on the bare engine.
const REHEARSED: usize = 4_000;
/// Number of open dossiers that are acted on.
const IN_HAND: u32 = 12_000;

/// Filed at a counter and accepted, with its code: three events.
pub fn create(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let measured = bed.clients.drive(|client| {
        let mut player = bed.player.with_seed(1_000 + client as u64);
        move || {
            let Some(opening) = player.opening(bed.app.now()) else { return Went::Out };
            went(app::dossiers::open_now(&bed.app, opening))
        }
    });
    let mut player = bed.player.with_seed(2_000);
    let openings = (0..REHEARSED).filter_map(|_| player.opening(bed.app.now())).collect();
    let bare = bare(bed, &app::dry_run::openings(&bed.app, openings)?)?;
    report.add("create (file and accept)", &measured, Some(bare));
    Ok(())
}

/// The next act on a dossier in hand: handed over, taken, a step finished, decided, returned.
pub fn transition(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let mut in_hand = in_hand(bed)?;
    ensure!(in_hand.len() >= 100, "too few dossiers are in hand: generate more");
    let for_bare = in_hand.split_off(in_hand.len() - in_hand.len() / 4);
    let shares: Vec<Vec<Dossier>> = (0..bed.clients.count)
        .map(|client| in_hand.iter().skip(client).step_by(bed.clients.count).cloned().collect())
        .collect();
    let measured = bed.clients.drive(|client| {
        let mut player = bed.player.with_seed(3_000 + client as u64);
        let mut waiting = shares[client].clone();
        move || {
            while let Some(dossier) = waiting.pop() {
                let Some(request) = request(&mut player, bed, &dossier) else { continue };
                return match app::dossiers::perform_now(&bed.app, request) {
                    Ok(done) => {
                        waiting.push(done.dossier);
                        Went::Well
                    }
                    Err(NotDone::Refused(_)) => continue,
                    Err(_) => Went::Failed,
                };
            }
            Went::Out
        }
    });
    let mut player = bed.player.with_seed(4_000);
    let requests = for_bare.iter().filter_map(|dossier| request(&mut player, bed, dossier)).take(REHEARSED);
    let bare = bare(bed, &app::dry_run::acts(&bed.app, requests.collect())?)?;
    report.add("transition", &measured, Some(bare));
    if measured.elapsed < bed.clients.time {
        report.note("transition ended early, out of dossiers", report::millis(measured.elapsed));
    }
    Ok(())
}

fn request(player: &mut Player, bed: &Bed, dossier: &Dossier) -> Option<ActRequest> {
    let (actor, command) = player.turn(bed.app.now(), dossier)?;
    Some(ActRequest {
        reference: dossier.reference.clone(),
        actor,
        command,
        key: random::key(bed.app.now()),
        seen: Some(dossier.sequence),
    })
}

/// Dossiers to act on, read before the clock runs, in no order.
fn in_hand(bed: &Bed) -> Result<Vec<Dossier>> {
    let mut found = bed.app.store.read_now(|tx| {
        let mut found = Vec::new();
        for id in storage::sample::in_hand(tx, IN_HAND)? {
            found.extend(replay(id, &storage::record::load(tx, id)?));
        }
        Ok::<_, StorageError>(found)
    })?;
    found.sort_by_key(|dossier| random::digest(dossier.reference.as_str()));
    Ok(found)
}

/// SQLite has one writer: as many share a commit as there are clients. PostgreSQL has a connection a client.
fn bare(bed: &Bed, operations: &[Statements]) -> Result<f64> {
    let (lanes, a_commit) = match bed.place {
        app::DatabaseLocation::Sqlite(_) => (1, bed.clients.count),
        app::DatabaseLocation::Postgres(_) => (bed.clients.count, 1),
    };
    let started = Instant::now();
    let rate = again(&bed.place, operations, Replay { lanes, a_commit, until: None })?;
    tracing::debug!(operations = operations.len(), elapsed = ?started.elapsed(), "the bare engine is through");
    Ok(rate)
}

fn went<T>(done: Result<T, NotDone>) -> Went {
    if done.is_ok() { Went::Well } else { Went::Failed }
}
