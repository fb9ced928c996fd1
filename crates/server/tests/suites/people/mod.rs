//! Accounts under attack and in their owner's hands: what an answer tells, how often may be tried, sessions, addresses, what
//! counts as verified, who searched for whom.

mod addresses;
mod doors;
mod guesses;
mod searches;
mod sessions;

use crate::common::mail::{PostOffice, ReceivedMail};
use crate::common::{Seen, Visitor, World};

const ORDINARY: &str = "2.000635";
const EMAIL: &str = "tran.thi.minh.chau@example.vn";

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.store.read(move |tx| tx.query(sql, &[])?[0].get::<i64>(0)).await.unwrap()
}

async fn change(world: &World, sql: &'static str) {
    let changed = world.app.store.write(move |tx| tx.execute(sql, &[])).await.unwrap();
    assert!(changed > 0, "{sql}");
}

async fn sign_in(visitor: &mut Visitor, login: &str, password: &str) -> Seen {
    visitor.post("/sign-in", &[("login", login), ("password", password)]).await
}

/// The letters that went out since.
async fn letters(world: &World, office: &PostOffice, since: &mut usize) -> Vec<ReceivedMail> {
    app::jobs::run_due(&world.app).await.unwrap();
    let troubled = app::jobs::list_troubled(&world.app, i64::MAX, 9).await.unwrap();
    assert!(troubled.is_empty(), "{troubled:?}");
    let all = office.received();
    let fresh = all[*since..].to_vec();
    *since = all.len();
    fresh
}
