//! One act for many dossiers: chosen in a list, looked at, begun, done by a job, taken back where an act does that.

use crate::common::steps::{account, act, apply_for};
use crate::common::{Engine, Visitor, World, engines};
use app::batches::{BatchKind, Chosen};
use app::inbox::{ListRow, Narrowed, Tab};
use axum::http::StatusCode;
use domain::officer::Officer;
use std::collections::BTreeSet;

const ORDINARY: &str = "2.000635";

/// Dossiers accepted at the counter and not handed over yet.
async fn accepted(world: &World, count: usize) -> Vec<String> {
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut references = Vec::new();
    for _ in 0..count {
        let reference = apply_for(world, &mut citizen, ORDINARY).await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        references.push(reference);
    }
    references
}

/// The boxes of a list.
async fn boxes(officer: &mut Visitor, tab: &str) -> Vec<String> {
    let text = officer.get(&format!("/office?tab={tab}")).await.text();
    let value = |rest: &str| {
        rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_string)
    };
    text.split("name=\"row\"").skip(1).filter_map(value).collect()
}

/// Chooses rows for an act and begins it; the page afterwards.
async fn begin(
    officer: &mut Visitor,
    tab: &str,
    kind: &str,
    rows: &[String],
    filled: &[(&str, &str)],
) -> String {
    let mut fields = vec![("tab", tab), ("kind", kind)];
    fields.extend(rows.iter().map(|row| ("row", row.as_str())));
    let chosen = officer.post("/office/batches", &fields).await;
    chosen.is(StatusCode::SEE_OTHER);
    begin_at(officer, &chosen.location, filled).await;
    chosen.location
}

async fn begin_at(officer: &mut Visitor, place: &str, filled: &[(&str, &str)]) {
    let text = officer.get(place).await.text();
    let seen: Vec<String> = text
        .split("name=\"seen\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_string))
        .collect();
    let mut fields = vec![("act", "begin")];
    fields.extend(seen.iter().map(|seen| ("seen", seen.as_str())));
    fields.extend(filled);
    officer.post(place, &fields).await.is(StatusCode::SEE_OTHER);
}

async fn handed_over_taken_and_finished(engine: Engine) {
    let world = World::new(engine);
    let references = accepted(&world, 3).await;
    let mut counter = world.signed_in("counter").await;
    let rows = boxes(&mut counter, "hand-over").await;
    assert_eq!(rows.len(), 3);

    // Nothing chosen says so; what is none of this officer's is left out without a word about it.
    let none = counter.post("/office/batches", &[("tab", "hand-over"), ("kind", "hand-over")]).await;
    counter.follow(&none).await.shows("Hãy chọn ít nhất một hồ sơ");
    let mut elsewhere = world.signed_in("health.head").await;
    let hidden =
        elsewhere.post("/office/batches", &[("kind", "take"), ("tab", "unit"), ("row", &rows[0])]).await;
    assert!(hidden.location.contains("unchosen"), "{}", hidden.location);

    // Looked at, then changed by somebody else: that one is not done, the others are.
    let mut fields = vec![("tab", "hand-over"), ("kind", "hand-over")];
    fields.extend(rows.iter().map(|row| ("row", row.as_str())));
    let place = counter.post("/office/batches", &fields).await.location;
    let before = counter.get(&place).await;
    before.shows("Chuyển đến phòng chuyên môn: 3 hồ sơ").shows("Làm được cho 3 hồ sơ");
    let seen: Vec<String> = before
        .text()
        .split("name=\"seen\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_string))
        .collect();
    act(&mut counter, &references[0], "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    counter
        .get(&place)
        .await
        .shows("Chuyển đến phòng chuyên môn: 2 hồ sơ")
        .shows("Không làm được cho 1 hồ sơ")
        .shows("nên không làm được việc này");
    let mut fields = vec![("act", "begin")];
    fields.extend(seen.iter().map(|seen| ("seen", seen.as_str())));
    counter.post(&place, &fields).await.is(StatusCode::SEE_OTHER);
    counter.post(&place, &fields).await.is(StatusCode::SEE_OTHER);
    counter.get(&place).await.shows("Đã làm 0 trên 3 hồ sơ").shows("http-equiv=\"refresh\"");
    // Nobody else sees it, and two runners do it once.
    elsewhere.get(&place).await.is(StatusCode::NOT_FOUND);
    let (one, other) = tokio::join!(app::jobs::run_due(&world.app), app::jobs::run_due(&world.app));
    one.unwrap();
    other.unwrap();
    counter
        .get(&place)
        .await
        .shows("Đã làm 3 trên 3 hồ sơ")
        .shows("Đã làm xong cho 2 hồ sơ. 1 hồ sơ không làm được")
        .shows("Hồ sơ đã có thay đổi sau khi bạn xem")
        .hides("http-equiv=\"refresh\"")
        .shows("không hoàn lại được");
    assert!(boxes(&mut counter, "hand-over").await.is_empty());
    // A runner that was too slow and comes to another answer changes nothing that is settled.
    let token = place.rsplit('/').next().unwrap_or_default().to_string();
    let slow = move |tx: &mut storage::Tx| {
        let batch = storage::batch::find(tx, &token)?.expect("it is there");
        for item in storage::batch::items(tx, batch.id)? {
            let state = storage::batch::ItemState::Refused;
            storage::batch::settle_item(tx, batch.id, &storage::batch::BatchItem { state, ..item })?;
        }
        Ok::<_, storage::StorageError>(())
    };
    world.app.store.write(slow).await.unwrap();
    counter.get(&place).await.shows("Đã làm xong cho 2 hồ sơ. 1 hồ sơ không làm được");

    // A division takes the whole list, and gives it back.
    let mut officer = world.signed_in("officer").await;
    let whole = [("tab", "unit"), ("kind", "take"), ("whole", "yes")];
    let place = officer.post("/office/batches", &whole).await.location;
    begin_at(&mut officer, &place, &[]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    officer.get(&place).await.shows("Đã làm xong cho 3 hồ sơ.").shows("Hoàn lại việc này");
    assert_eq!(boxes(&mut officer, "mine").await.len(), 3);
    act(&mut officer, &references[0], "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    let undo = officer.post(&place, &[("act", "undo")]).await.location;
    officer.get(&undo).await.shows(": 2 hồ sơ").shows("Không làm được cho 1 hồ sơ");
    begin_at(&mut officer, &undo, &[]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    officer.get(&undo).await.shows("Đã làm xong cho 2 hồ sơ.");
    assert!(boxes(&mut officer, "mine").await.is_empty(), "nobody has them any more");
    officer
        .get(&format!("/office/dossiers/{}", references[1]))
        .await
        .shows("Trả việc về phòng, chưa ai phụ trách");

    // Finished together with one remark, which is in the record of each; and what is late must say why.
    let mut rows = boxes(&mut officer, "unit").await;
    rows.retain(|row| !row.starts_with(&references[0]));
    assert_eq!(rows.len(), 2);
    world.at("2026-03-20T09:00");
    let mut officer = world.signed_in("officer").await;
    let mut fields = vec![("tab", "unit"), ("kind", "finish")];
    fields.extend(rows.iter().map(|row| ("row", row.as_str())));
    let place = officer.post("/office/batches", &fields).await.location;
    let unsaid = officer.post(&place, &[("act", "begin"), ("words", "Đã rà soát chung")]).await;
    unsaid
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("hãy chọn nguyên nhân")
        .shows("Đã rà soát chung</textarea>");
    let unsaid = officer.post(&place, &[("act", "begin"), ("late", "other")]).await;
    unsaid.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"words-error\"");
    begin_at(&mut officer, &place, &[("words", "Đã rà soát chung"), ("late", "workload")]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    // The next step is another role's: taking it back is not this officer's to do, so it is not offered.
    officer.get(&place).await.shows("Đã làm xong cho 2 hồ sơ.").hides("Hoàn lại việc này");
    officer.get("/office/batches").await.shows("2 xong, 0 không làm được");
    for reference in &references[1..] {
        officer.get(&format!("/office/dossiers/{reference}")).await.shows("Đã rà soát chung");
    }
    let undo = officer.post(&place, &[("act", "undo")]).await.location;
    officer.get(&undo).await.shows("Không có hồ sơ nào làm được việc này").shows("Việc này dành cho vai trò");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_dossiers_are_handed_over_taken_and_finished_at_once() {
    for engine in engines() {
        handed_over_taken_and_finished(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_gives_many_steps_to_one_officer() {
    let world = World::new(Engine::Sqlite);
    accepted(&world, 2).await;
    let mut counter = world.signed_in("counter").await;
    let rows = boxes(&mut counter, "hand-over").await;
    begin(&mut counter, "hand-over", "hand-over", &rows, &[]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let mut head = world.signed_in("agency-head").await;
    let rows = boxes(&mut head, "unit").await;
    assert_eq!(rows.len(), 2);
    // Who cannot do a step does not take it: that is said before anything is begun.
    let mut fields = vec![("tab", "unit"), ("kind", "take")];
    fields.extend(rows.iter().map(|row| ("row", row.as_str())));
    let place = head.post("/office/batches", &fields).await.location;
    head.get(&place).await.shows("Không có hồ sơ nào làm được việc này");
    let mut fields = vec![("tab", "unit"), ("kind", "give")];
    fields.extend(rows.iter().map(|row| ("row", row.as_str())));
    let place = head.post("/office/batches", &fields).await.location;
    head.post(&place, &[("act", "begin")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Hãy chọn người nhận việc");
    // One who cannot do the step is not offered, and not taken.
    let (wrong, right) = (account(&world, "justice.officer3").await, account(&world, "officer").await);
    let page = head.get(&place).await;
    page.shows(&format!("value=\"{right}\"")).hides(&format!("value=\"{wrong}\""));
    head.post(&place, &[("act", "begin"), ("to", &wrong)])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Hãy chọn người nhận việc");
    begin(&mut head, "unit", "give", &rows, &[("to", &right)]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let mut officer = world.signed_in("officer").await;
    assert_eq!(boxes(&mut officer, "mine").await.len(), 2);
}

/// Officers of all desks and ranks, as the store has them.
async fn officers(world: &World) -> Vec<Officer> {
    let agencies: Vec<_> = world.app.master_data().agencies.iter().map(|agency| agency.id).collect();
    let read = move |tx: &mut storage::Tx| storage::account::list_officers_of(tx, &agencies);
    let mut all = world.app.store.read(read).await.unwrap();
    all.retain(Officer::works);
    all
}

fn chosen(rows: &[ListRow]) -> Chosen {
    let row = |row: &ListRow| {
        (row.reference.clone(), row.cursor.place as usize, row.step.clone().unwrap_or_default())
    };
    Chosen::Rows(rows.iter().map(row).collect())
}

/// What a list offers for its rows is what the rules permit for one of them.
async fn offered_by_the_rules(engine: Engine) {
    let world = World::lived(engine);
    let (app, data) = (&world.app, world.app.master_data());
    let (mut offered_once, mut kept_back) = (BTreeSet::new(), BTreeSet::new());
    for officer in officers(&world).await {
        let colleagues = app::accounts::list_officers(app, officer.agency).await.unwrap();
        for tab in Tab::of(&officer) {
            let rows = app::inbox::list(app, &officer, tab, Narrowed::default(), 50).await.unwrap().rows;
            if rows.is_empty() {
                continue;
            }
            let offered = BatchKind::offered(&officer, &colleagues, &rows, &data);
            for kind in BatchKind::ALL.into_iter().filter(|kind| *kind != BatchKind::Undo) {
                let token = app::batches::choose(app, &officer, kind, chosen(&rows)).await.unwrap();
                let view =
                    app::batches::find(app, &officer, &token.expect("they are in sight")).await.unwrap();
                let possible = view.expect("it was chosen").ready().count() > 0;
                let at = format!("{} on {} for {}", kind.key(), tab.key(), officer.name);
                assert_eq!(offered.contains(&kind), possible, "{at}");
                match possible {
                    true => offered_once.insert((kind.key(), tab.key())),
                    false => kept_back.insert((kind.key(), tab.key())),
                };
            }
        }
    }
    let kinds: BTreeSet<&str> = offered_once.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds.len(), 5, "each of them is somebody's to do: {offered_once:?}");
    assert!(kept_back.contains(&("finish", Tab::Overdue.key())), "a head has late rows she cannot finish");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_offers_what_the_rules_permit_for_its_rows() {
    for engine in engines() {
        offered_by_the_rules(engine).await;
    }
}

/// “Can be done for N dossiers” is what is done to N.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_review_promises_is_done() {
    let world = World::lived(Engine::Sqlite);
    let app = &world.app;
    let mut done = 0;
    for officer in officers(&world).await {
        for (tab, kind) in [(Tab::LateSteps, BatchKind::Finish), (Tab::Unit, BatchKind::Give)] {
            if !Tab::of(&officer).contains(&tab) {
                continue;
            }
            let whole = Chosen::List(tab, Narrowed::default());
            let Some(token) = app::batches::choose(app, &officer, kind, whole).await.unwrap() else {
                continue;
            };
            let view = app::batches::find(app, &officer, &token).await.unwrap().unwrap();
            let Some(first) = view.ready().next() else { continue };
            let way = first.ways[0].clone();
            let promised = match (&way.to, &way.outcome) {
                (Some(to), _) => view.can_be_given(*to),
                (_, Some(outcome)) => view.can_turn_out(outcome),
                (None, None) => view.ready().count(),
            };
            let refused = app::batches::review(app, &officer, &token, &way).await.unwrap();
            let reviewed = view.ready().filter(|item| !refused.contains_key(&item.place)).count();
            assert_eq!(reviewed, promised, "{} for {}: {refused:?}", kind.key(), officer.name);
            let seen = view.ready().map(|item| (item.place, item.sequence)).collect();
            assert!(app::batches::begin(app, &officer, &token, way, seen).await.unwrap());
            app::jobs::run_due(app).await.unwrap();
            let after = app::batches::find(app, &officer, &token).await.unwrap().unwrap();
            let why: Vec<_> = after.items.iter().filter_map(|item| item.why.clone()).collect();
            assert_eq!(after.done, promised, "{} for {}: {why:?}", kind.key(), officer.name);
            done += after.done;
        }
    }
    assert!(done > 10, "only {done} were done");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leads_nobody_gives_nobody_a_step() {
    let world = World::new(Engine::Sqlite);
    accepted(&world, 1).await;
    let mut counter = world.signed_in("counter").await;
    let rows = boxes(&mut counter, "hand-over").await;
    begin(&mut counter, "hand-over", "hand-over", &rows, &[]).await;
    app::jobs::run_due(&world.app).await.unwrap();
    let mut officer = world.signed_in("officer").await;
    let page = officer.get("/office?tab=unit").await;
    page.shows("value=\"take\"").shows("value=\"finish\"").hides("value=\"give\"");
    // A form of before may still wish it.
    let rows = boxes(&mut officer, "unit").await;
    let place =
        officer.post("/office/batches", &[("tab", "unit"), ("kind", "give"), ("row", &rows[0])]).await;
    let review = officer.get(&place.location).await;
    review.shows("Không có hồ sơ nào làm được việc này").shows("Việc này dành cho vai trò Trưởng phòng");
}

/// What cannot be done with what was filled in is said of each row before anything is begun, and then left out.
#[tokio::test(flavor = "multi_thread")]
async fn a_review_says_which_rows_the_chosen_officer_cannot_have() {
    let world = World::lived(Engine::Sqlite);
    let app = &world.app;
    let mut looked = 0;
    for officer in officers(&world).await {
        if !Tab::of(&officer).contains(&Tab::Unit) || looked > 0 {
            continue;
        }
        let whole = Chosen::List(Tab::Unit, Narrowed::default());
        let Some(token) = app::batches::choose(app, &officer, BatchKind::Give, whole).await.unwrap() else {
            continue;
        };
        let view = app::batches::find(app, &officer, &token).await.unwrap().unwrap();
        let all = view.ready().count();
        let ways = view.ready().flat_map(|item| &item.ways);
        let some = ways.filter_map(|way| way.to).find(|to| view.can_be_given(*to) < all);
        let Some(to) = some else { continue };
        let (can, id) = (view.can_be_given(to), officer.account);
        let login = app.store.read(move |tx| {
            let row = tx.query_one("select login from account where id = ?1", &[id.into()])?;
            row.expect("the account is there").get::<String>(0)
        });
        let mut visitor = world.signed_in(&login.await.unwrap()).await;
        looked += 1;
        let place = format!("/office/batches/{token}");
        let seen: Vec<String> =
            view.ready().map(|item| format!("{}:{}", item.place, item.sequence)).collect();
        let to = to.0.to_string();
        let mut fields = vec![("act", "begin"), ("to", to.as_str())];
        fields.extend(seen.iter().map(|seen| ("seen", seen.as_str())));
        let said = visitor.post(&place, &fields).await;
        said.is(StatusCode::OK).shows(&format!("{} hồ sơ không làm được", view.items.len() - can));
        let html = testkit::Html::page(&said.text());
        assert_eq!(html.faults("vi"), Vec::<String>::new());
        assert_eq!(html.all("main table")[0].all("tbody tr").len(), can);
        assert!(app::batches::list(app, &officer).await.unwrap().is_empty(), "nothing is begun");
        let reviewed = said.hidden("reviewed");
        fields.push(("reviewed", &reviewed));
        visitor.post(&place, &fields).await.is(StatusCode::SEE_OTHER);
        app::jobs::run_due(app).await.unwrap();
        let after = app::batches::find(app, &officer, &token).await.unwrap().unwrap();
        assert_eq!((after.done, after.refused), (can, 0));
    }
    assert_eq!(looked, 1, "somebody leads a division in which not everybody may do every step");
}
