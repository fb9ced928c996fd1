use super::*;
use domain::dossier::StageKind;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, answer: Answered) -> Page {
    let t = text::Words(language);
    let mut form = Form::blank(language);
    self::form(&mut form);
    Page { chrome: Chrome::anonymous(language, t.title()), fields: form.into_fields(), answer, t }
}

#[test]
fn it_asks_for_a_code_and_says_nothing_yet() {
    for html in render_both(|language| page(language, Answered::NotAsked)) {
        assert_eq!(html.one("main form").attribute("method"), Some("get"));
        assert!(html.has("main input[name=code]"));
        assert!(!html.has("main section") && !html.has("main .notice"));
    }
}

#[test]
fn an_unknown_code_is_said_at_once() {
    for html in render_both(|language| page(language, Answered::Unknown)) {
        assert_eq!(html.all("main [role=status]").len(), 1);
    }
}

#[test]
fn what_is_found_is_a_stage_and_how_far_it_is() {
    let found = |language| {
        let said = text::Words(language).steps(5, 2);
        let stage = NamedStage { key: "received", name: StageKind::Submitted.public().name(language) };
        Answered::Found { code: "H26-260211-0071".into(), stage, steps: Steps { done: 2, all: 5, said } }
    };
    for html in snapshot!(render_both(|language| page(language, found(language)))) {
        let bar = html.one("main progress");
        assert_eq!((bar.attribute("value"), bar.attribute("max")), (Some("2"), Some("5")));
        assert_eq!(html.texts("main .code"), ["H26-260211-0071"]);
        assert!(html.has("main a[href='/dossiers']"));
    }
}

#[test]
fn where_no_step_was_counted_there_is_no_bar() {
    let found = |language| {
        let said = text::Words(language).steps(0, 0);
        let stage = NamedStage { key: "closed", name: StageKind::Refused.public().name(language) };
        Answered::Found { code: "H26-260211-0071".into(), stage, steps: Steps { done: 0, all: 0, said } }
    };
    for html in render_both(|language| page(language, found(language))) {
        assert!(!html.has("main progress"));
        assert_eq!(html.all("main section .lead").len(), 1);
    }
}

#[test]
fn the_reference_of_what_was_sent_is_told_from_a_code_and_leads_to_signing_in() {
    let reference = || Reference::parse("Y8BD-VHBG-RT3T-JYEC").expect("it has the shape of one");
    for html in render_both(|language| page(language, Answered::Reference(reference()))) {
        assert!(html.has("main .notice[role=status] a[href='/dossiers/Y8BDVHBGRT3TJYEC']"));
        assert!(!html.has("main section"));
    }
    assert!(DossierCode::parse("Y8BD-VHBG-RT3T-JYEC").is_none());
}
