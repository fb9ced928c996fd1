//! Officers are reminded before a step is due, its head once it is late, the agency's a day after; each once.

use crate::common::steps::{act, apply_for};
use crate::common::{Engine, World, engines};
use axum::http::StatusCode;
use domain::time::Instant;

/// Sets the clock and looks over the steps, as two nodes would at once; in the reminders of each of these how often a
/// sentence stands.
async fn told(world: &mut World, at: Instant, logins: [&str; 4], said: &str) -> [usize; 4] {
    world.app.clock.set(at);
    let (one, other) = tokio::join!(app::reminders::send(&world.app), app::reminders::send(&world.app));
    one.unwrap();
    other.unwrap();
    let mut found = [0; 4];
    for (place, login) in logins.into_iter().enumerate() {
        let mut officer = world.signed_in(login).await;
        found[place] = officer.get("/office/reminders").await.text().matches(said).count();
    }
    found
}

async fn reminded(engine: Engine) {
    let mut world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, "2.000635").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    app::reminders::send(&world.app).await.unwrap();
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let all = |tx: &mut storage::Tx| {
        storage::inbox::steps_due(tx, Instant::from_millis(0), Instant::from_millis(i64::MAX / 2))
    };
    let step = world.app.store.read(all).await.unwrap().remove(0);
    let who = ["officer", "justice.officer2", "division-head", "agency-head"];

    // Long before, nobody; an hour before, whoever could take it, since nobody has.
    let early = world.app.now();
    assert_eq!(told(&mut world, early, who, &reference).await, [0, 0, 0, 0]);
    let soon = step.due.plus_minutes(-60);
    assert_eq!(told(&mut world, soon, who, "sắp đến hạn").await, [1, 1, 0, 0]);
    // Looked over again, it is not said again.
    assert_eq!(told(&mut world, soon.plus_minutes(5), who, "sắp đến hạn").await, [1, 1, 0, 0]);

    // Taken by one: being late is said to that one and the head of the division.
    let mut taker = world.signed_in("justice.officer2").await;
    let account = crate::common::steps::account(&world, "justice.officer2").await;
    act(&mut taker, &reference, "assign", &[("assign-officer", &account)]).await.is(StatusCode::SEE_OTHER);
    let late = step.due.plus_minutes(5);
    world.app.clock.set(late);
    app::reminders::send(&world.app).await.unwrap();
    let mut head = world.signed_in("division-head").await;
    // The number at the bell.
    let new = "class=\"site-header__count\"";
    head.get("/office").await.shows(new);
    assert_eq!(told(&mut world, late, who, "đã quá hạn").await, [0, 1, 1, 0]);
    head.get("/office").await.hides(new);
    let day = step.due.plus_minutes(24 * 60 + 5);
    assert_eq!(told(&mut world, day, who, "đã quá hạn hơn một ngày").await, [0, 0, 0, 1]);
    // Another agency hears nothing of it.
    let mut elsewhere = world.signed_in("health.head").await;
    elsewhere.get("/office/reminders").await.shows("Chưa có lời nhắc nào");
}

/// A dossier in hand, with the moment from which its apology is to be thought of.
async fn in_hand(world: &World, procedure: &str) -> (String, Instant) {
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(world, &mut citizen, procedure).await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let find = domain::dossier::Reference::parse(&reference).unwrap();
    let load = move |tx: &mut storage::Tx| {
        let id = storage::dossier::find(tx, &find)?.unwrap();
        Ok::<_, storage::StorageError>(domain::dossier::replay(id, &storage::record::load(tx, id)?).unwrap())
    };
    let dossier = world.app.store.read(load).await.unwrap();
    let legal = dossier.legal_due().unwrap();
    let calendar = world.app.master_data().calendar(dossier.competent).clone();
    let pack = dossier.pinned.pack.pack();
    let last = pack.apology_day(&calendar, legal);
    assert!(pack.extension_in_time(calendar.close_of(last), legal), "an apology on that day is in time");
    let mut day = last.yesterday().unwrap();
    while !calendar.works_on(day) {
        day = day.yesterday().unwrap();
    }
    (reference, Instant::from_civil(day.at(8, 0, 0, 0)))
}

const NEAR: &str = "Hồ sơ sắp hết hạn theo quy định";

/// Before the law's date: the heads and the counter, each once, on the working day before the last one for an apology.
async fn reminded_of_an_apology(engine: Engine) {
    let mut world = World::new(engine);
    app::reminders::send(&world.app).await.unwrap();
    let (reference, from) = in_hand(&world, "1.008628").await;
    let who = ["counter", "agency-head", "health.head", "police.records1"];
    let now = world.app.now();
    assert!(from > now.plus_minutes(3 * 24 * 60), "the test needs a long limit");
    assert_eq!(told(&mut world, now, who, NEAR).await, [0, 0, 0, 0]);
    // Over a weekend what is looked at then counts as looked at on Monday.
    let before = from.plus_minutes(-3 * 24 * 60);
    assert_eq!(told(&mut world, before, who, NEAR).await, [0, 0, 0, 0]);
    for later in [0, 60, 3 * 60] {
        assert_eq!(told(&mut world, from.plus_minutes(later), who, NEAR).await, [1, 1, 0, 0]);
    }

    // An act on it makes it no news for who knows.
    let mut officer = world.signed_in("officer").await;
    act(&mut officer, &reference, "remark", &[("remark-words", "Đã gọi hỏi cơ sở")])
        .await
        .is(StatusCode::SEE_OTHER);
    let later = world.app.now().plus_minutes(6);
    assert_eq!(told(&mut world, later, who, NEAR).await, [1, 1, 0, 0]);

    // One whose date is nearer than that when it is taken in: whoever could have it hears too.
    let (_, before) = in_hand(&world, "2.000635").await;
    assert!(before <= world.app.now(), "the test needs a short limit");
    let who = ["officer", "division-head", "police.records1", "health.head"];
    let now = world.app.now();
    assert_eq!(told(&mut world, now, who, NEAR).await[..2], [1, 1]);
    assert_eq!(told(&mut world, now.plus_minutes(60), who, NEAR).await[2..], [0, 0]);
}

/// Several at one look are one message, each a line of it.
async fn reminded_of_several(engine: Engine) {
    let world = World::new(engine);
    app::reminders::send(&world.app).await.unwrap();
    world.app.clock.set(world.app.now().plus_minutes(1));
    let mut references = Vec::new();
    for _ in 0..3 {
        references.push(in_hand(&world, "2.000635").await.0);
    }
    world.app.clock.set(world.app.now().plus_minutes(5));
    assert!(app::reminders::send(&world.app).await.unwrap() > 0);
    let mut head = world.signed_in("agency-head").await;
    let page = head.get("/office/reminders").await;
    let text = page.text();
    assert_eq!(text.matches(NEAR).count(), 3);
    assert!(references.iter().all(|reference| text.contains(&format!("/office/dossiers/{reference}\""))));
    page.shows("3 việc cần chú ý");
    assert_eq!(text.matches("tag--info\">Mới").count(), 1, "one message");
    // Looked over again there is none.
    world.app.clock.set(world.app.now().plus_minutes(5));
    assert_eq!(app::reminders::send(&world.app).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_up_at_once_is_said_in_one_message() {
    for engine in engines() {
        reminded_of_several(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_apology_is_thought_of_in_time() {
    for engine in engines() {
        reminded_of_an_apology(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_are_reminded_and_their_heads_told() {
    for engine in engines() {
        reminded(engine).await;
    }
}

/// A past that is lived reminds of each day as that day stood, of steps too that are done today.
#[test]
fn a_lived_past_is_reminded_of_day_by_day() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let world = World::new(Engine::Sqlite);
    let (app, now) = (&world.app, world.app.now());
    let mut days = Vec::new();
    let daily = || {
        days.push(app.now());
        runtime.block_on(app::reminders::send(app)).map(|_| ())
    };
    province::live_daily(app, now, daily).unwrap();
    assert_eq!((days.len(), days.last()), (21, Some(&now)));

    let agencies: Vec<_> = app.master_data().agencies.iter().map(|agency| agency.id).collect();
    let officers = app.store.read_now(move |tx| storage::account::list_officers_of(tx, &agencies)).unwrap();
    let (mut said, mut done_since) = (0, 0);
    for officer in officers {
        for reminder in runtime.block_on(app::reminders::list(app, &officer, 100)).unwrap() {
            assert!(days.contains(&reminder.at), "{}", reminder.at);
            for item in reminder.items.into_iter().filter(|item| item.apology.is_none()) {
                let reference = domain::dossier::Reference::parse(&item.reference).unwrap();
                let read = move |tx: &mut storage::Tx| {
                    let id = storage::dossier::find(tx, &reference)?.expect("it is there");
                    Ok::<_, storage::StorageError>((id, storage::record::load(tx, id)?))
                };
                let (id, mut records) = app.store.read_now(read).unwrap();
                let runs = |records: &[domain::dossier::Record]| {
                    let dossier = domain::dossier::replay(id, records).expect("it was filed");
                    dossier.steps.iter().any(|step| step.due == item.due)
                };
                let still = runs(&records);
                records.retain(|record| record.at <= reminder.at);
                assert!(runs(&records), "{} did not run on {}", item.reference, reminder.at);
                said += 1;
                done_since += u32::from(!still);
            }
        }
    }
    // What is done is nothing to be reminded of.
    assert!(said > 20 && done_since == 0, "{said} stand, {done_since} of them are done since");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_stands_no_more_leaves_the_bell_with_the_others() {
    let world = World::new(Engine::Sqlite);
    app::reminders::send(&world.app).await.unwrap();
    let (reference, from) = in_hand(&world, "1.008628").await;
    world.app.clock.set(from);
    app::reminders::send(&world.app).await.unwrap();
    let new = "class=\"site-header__count\"";
    let mut head = world.signed_in("agency-head").await;
    head.get("/office").await.shows(new);
    let mut counter = world.signed_in("counter").await;
    let withdrawn = act(&mut counter, &reference, "withdraw", &[("withdraw-words", "Không cần nữa")]).await;
    withdrawn.is(StatusCode::SEE_OTHER);
    head.get("/office/reminders").await.shows("Chưa có lời nhắc nào");
    head.get("/office").await.hides(new);
}
