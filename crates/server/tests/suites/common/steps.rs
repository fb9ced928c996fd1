//! What people do, step by step, over plain forms.

use super::{FormPart, PDF, Seen, Visitor, World};
use axum::http::StatusCode;
use domain::dossier::{Fact, Reference};

pub async fn apply_for(world: &World, citizen: &mut Visitor, code: &str) -> String {
    apply_at(world, citizen, code, "justice").await
}

/// The same at another agency.
pub async fn apply_at(world: &World, citizen: &mut Visitor, code: &str, agency: &str) -> String {
    let draft = fill_in(world, citizen, code, agency).await;
    citizen.get(&format!("{draft}/check")).await.is(StatusCode::OK).shows("Trần Thị Minh Châu");
    let seen = citizen.get(&format!("{draft}/check")).await.hidden("seen");
    citizen.post(&format!("{draft}/check"), &[("seen", "1")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let first = citizen.post(&format!("{draft}/check"), &[("seen", &seen)]).await;
    let second = citizen.post(&format!("{draft}/check"), &[("seen", &seen)]).await;
    assert_eq!(first.location, second.location, "the button pressed twice sends once");
    first.location.trim_start_matches("/dossiers/").trim_end_matches("/sent").to_string()
}

/// A draft with all that is asked for, where it waits to be sent.
pub async fn fill_in(world: &World, citizen: &mut Visitor, code: &str, agency: &str) -> String {
    let start = citizen.post(&format!("/apply/{code}"), &[("agency", agency)]).await;
    let you = citizen.follow(&start).await;
    you.is(StatusCode::OK).shows("Trần Thị Minh Châu");
    let draft = start.location.trim_end_matches("/you").to_string();
    let next = citizen
        .post(
            &format!("{draft}/you"),
            &[
                ("whose", "mine"),
                ("name", "Trần Thị Minh Châu"),
                ("identity", "099 190 000 001"),
                ("phone", "+84 900 000 101"),
                ("email", "chau@example.vn"),
                ("address", "Số 12, đường Hoa Sen"),
                ("delivery", "online"),
            ],
        )
        .await;
    assert_eq!(next.location, format!("{draft}/questions"));
    let data = world.app.master_data();
    let procedure = data.procedure(code, "2026-03-02".parse().unwrap()).unwrap();
    let answers = sample_answers(procedure);
    let fields: Vec<(&str, &str)> =
        answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let next = citizen.post(&format!("{draft}/questions"), &fields).await;
    assert_eq!(next.location, format!("{draft}/papers"), "{}", next.text());
    let mut parts = vec![FormPart::Text("act", "go-on")];
    for paper in procedure.papers.iter().filter(|paper| paper.required) {
        parts.push(FormPart::File(&paper.id, "giấy tờ.pdf", PDF));
    }
    let next = citizen.post_parts(&format!("{draft}/papers"), &parts).await;
    assert_eq!(next.location, format!("{draft}/check"), "{}", next.text());
    draft
}

pub fn sample_answers(procedure: &domain::procedure::Procedure) -> Vec<(String, String)> {
    use forms::QuestionKind;
    let answer = |kind: &QuestionKind| match kind {
        QuestionKind::Text { .. } | QuestionKind::LongText { .. } => "Trần An".to_string(),
        QuestionKind::Date(_) => "24/2/2020".into(),
        QuestionKind::Number { min, .. } => (*min).max(1).to_string(),
        QuestionKind::Money => "1000".into(),
        QuestionKind::Choice { choices } => choices[0].id.clone(),
        QuestionKind::YesNo => "yes".into(),
        QuestionKind::Phone => "0900000101".into(),
        QuestionKind::Email => "a@example.vn".into(),
        QuestionKind::IdentityNumber => "099190000001".into(),
    };
    procedure.form.questions.iter().map(|question| (question.id.clone(), answer(&question.kind))).collect()
}

/// What a person fills in to register, with other values where `changed` names a field.
pub fn registration<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("kind", "person"),
        ("name", "Lê Văn Tám"),
        ("identity", "099200000008"),
        ("phone", "0900000108"),
        ("email", "tam@example.vn"),
        ("address", "Số 8"),
        ("login", "tam8"),
        ("password", "mot mat khau dai"),
    ];
    for (name, value) in changed {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

/// The key of an account.
pub async fn account(world: &World, login: &str) -> String {
    let login = login.to_string();
    let found = world.app.store.read(move |tx| storage::account::find_by_login(tx, &login)).await;
    found.unwrap().expect("the province has it").id.0.to_string()
}

/// Does an act on the officer's dossier page, as its form would.
pub async fn act(officer: &mut Visitor, reference: &str, kind: &str, fields: &[(&str, &str)]) -> Seen {
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.is(StatusCode::OK);
    act_from(officer, &page, reference, kind, fields.iter().map(|(name, value)| FormPart::Text(name, value)))
        .await
}

/// Does an act with the form of a page that was looked at.
pub async fn act_from<'a>(
    officer: &mut Visitor,
    page: &Seen,
    reference: &str,
    kind: &str,
    fields: impl IntoIterator<Item = FormPart<'a>>,
) -> Seen {
    let shown = page.hidden("key");
    let key = format!("{}-{kind}", shown.rsplit_once('-').map_or(shown.as_str(), |(key, _)| key));
    let (seen, step) = (page.hidden("seen"), page.hidden_if_any("step"));
    let desk = page.hidden_if_any("desk").unwrap_or_default();
    let mut parts =
        vec![FormPart::Text("key", &key), FormPart::Text("seen", &seen), FormPart::Text("desk", &desk)];
    parts.extend(step.as_ref().map(|step| FormPart::Text("step", step)));
    for field in fields {
        parts.push(field);
    }
    officer.post_parts(&format!("/office/dossiers/{reference}/acts/{kind}"), &parts).await
}

/// Decides what stands before its last step.
pub async fn grant(officer: &mut Visitor, reference: &str) {
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    let fields = [
        FormPart::Text("decide-outcome", "granted"),
        FormPart::Text("decide-document", "12/TL"),
        FormPart::File("decide-result", "ket-qua.pdf", PDF),
    ];
    act_from(officer, &page, reference, "decide", fields).await.is(StatusCode::SEE_OTHER);
}

/// Takes the running step and finishes it with every officer it needs, until the decision.
pub async fn handle(world: &World, reference: &str) {
    for login in [
        "officer",
        "division-head",
        "agency-head",
        "justice.officer2",
        "justice.officer3",
        "justice.division-head2",
    ] {
        let mut officer = world.signed_in(login).await;
        let page = officer.get(&format!("/office/dossiers/{reference}")).await;
        if page.status != StatusCode::OK {
            continue;
        }
        let text = page.text();
        if text.contains("/acts/finish-step\"") {
            act(&mut officer, reference, "finish-step", &[("finish-step-words", "Đã thẩm định")])
                .await
                .is(StatusCode::SEE_OTHER);
        } else if text.contains("/acts/decide\"") {
            grant(&mut officer, reference).await;
            return;
        }
    }
    // Steps may go back and forth between the same people: once more from the start.
    Box::pin(handle(world, reference)).await;
}

/// What happened to a dossier, as it is recorded.
pub async fn facts(world: &World, reference: &str) -> Vec<Fact> {
    let reference = Reference::parse(reference).expect("it is one");
    let read = move |tx: &mut storage::Tx| {
        let id = storage::dossier::find(tx, &reference)?.expect("it is there");
        storage::record::load(tx, id)
    };
    let records = world.app.store.read(read).await.unwrap();
    records.into_iter().map(|record| record.event.fact).collect()
}

/// Whether its steps are the work of tokens: all of them, or none.
pub async fn runs_on_tokens(world: &World, reference: &str) -> bool {
    let facts = facts(world, reference).await;
    let tokens = facts.iter().filter_map(|fact| match fact {
        Fact::StepStarted { token, .. } | Fact::StepFinished { token, .. } => Some(token.is_some()),
        _ => None,
    });
    let tokens: Vec<bool> = tokens.collect();
    let moved = facts.iter().any(|fact| matches!(fact, Fact::ProcessMoved { .. }));
    assert!(tokens.iter().all(|token| *token == moved), "{facts:?}");
    moved
}
