use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, drafts: Vec<Link>, rows: Vec<Link>, first: bool) -> Page {
    let t = text::Words(language);
    let pager = Pager::new(t.pages());
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        drafts: LinkList(drafts),
        rows: LinkList(rows),
        pager,
        first,
        t,
    }
}

fn row(language: Language, stage: StageKind) -> Link {
    let agency = Phrase::vietnamese("Sở Tư pháp", language);
    Link::new("/dossiers/ABC", language.pick("Khai sinh", "Birth registration"))
        .tagged(Some(Tag::new(stage_tag(stage), stage.name(language))))
        .note(LinkNote::coded("H26-260211-0071").and(agency))
}

#[test]
fn without_any_it_leads_to_the_procedures() {
    for html in render_both(|language| page(language, Vec::new(), Vec::new(), true)) {
        assert!(html.has("main .empty a[href='/procedures']"));
        assert!(html.has("main a[href='/dossiers/join']"));
    }
    // A later page of the list that is empty is no list that never had anything.
    for html in render_both(|language| page(language, Vec::new(), Vec::new(), false)) {
        assert!(!html.has("main .empty"));
    }
}

#[test]
fn the_tag_of_a_refusal_is_a_refusals_and_of_what_is_over_never_the_good_one() {
    assert_eq!(stage_tag(StageKind::Refused), TagKind::Refused);
    for stage in [StageKind::Returned, StageKind::Withdrawn, StageKind::Stopped, StageKind::ResultReady] {
        assert!(![TagKind::Good, TagKind::Refused].contains(&stage_tag(stage)), "{stage:?}");
    }
}

#[test]
fn what_was_denied_is_told_from_what_was_granted() {
    for stage in [StageKind::ResultReady, StageKind::Returned] {
        let of = |outcome| standing(stage, Some(outcome), Language::English);
        assert_eq!(
            (of(Outcome::Denied).kind, of(Outcome::Denied).words),
            (TagKind::Refused, "Denied".into())
        );
        assert_eq!(of(Outcome::Granted), standing(stage, None, Language::English));
    }
    assert_eq!(standing(StageKind::Processing, None, Language::English).kind, TagKind::Info);
}

#[test]
fn drafts_stand_apart_from_what_was_sent() {
    let draft = |_| vec![Link::new("/drafts/t/check", "A")];
    let sent = |language| vec![row(language, StageKind::Submitted), row(language, StageKind::Returned)];
    let [_, english] =
        snapshot!(render_both(|language| page(language, draft(language), sent(language), true)));
    assert_eq!(english.all("main h2").len(), 2);
    assert_eq!(english.all("main a[href='/drafts/t/check']").len(), 1);
    assert_eq!(english.all("main .tag").len(), 2);
    assert_eq!(english.texts("main .link-list [lang=vi]"), ["Sở Tư pháp", "Sở Tư pháp"]);
}

#[test]
fn a_list_that_goes_on_leads_on() {
    let more = |language: Language| {
        let page = page(language, Vec::new(), vec![row(language, StageKind::Submitted)], true);
        let older = page.t.older();
        Page { pager: page.pager.clone().next(Some("/dossiers?before=1-2".into()), older), ..page }
    };
    for html in render_both(more) {
        html.one("main nav a[rel=next][href='/dossiers?before=1-2']");
    }
}

#[test]
fn joining_takes_two_codes_and_says_at_the_first_that_they_do_not_belong_together() {
    let page = |language: Language, wrong: bool| {
        let t = text::Words(language);
        let mut form = Form::blank(language);
        join_form(&mut form);
        if wrong {
            form.wrong_about(Some(CODE), t.not_joined().into());
        }
        let chrome = Chrome::anonymous(language, t.join());
        JoinPage { chrome, lead: t.join_lead("90"), fields: form.into_fields(), t }
    };
    for html in render_both(|language| page(language, false)) {
        let form = html.one("main form#join[method=post]");
        assert_eq!(
            form.all("input[name=code][autocomplete=off], input[name=secret][autocomplete=off]").len(),
            2
        );
        assert!(!html.has("main .error-summary"));
    }
    for html in render_both(|language| page(language, true)) {
        html.one("main .error-summary a[href='#code']");
        assert_eq!(html.one("main input[name=code]").attribute("aria-invalid"), Some("true"));
    }
}

#[test]
fn the_secret_is_read_out_of_whatever_stands_around_it() {
    let secret = |typed: &str| {
        let posted = ui::Posted::of(vec![("code".into(), "x".into()), ("secret".into(), typed.into())]);
        join_form(&mut Form::sent(Language::English, &posted)).1
    };
    let plain = secret("K7Q2MN4P");
    for typed in ["k7q2 mn4p", "K7Q2-MN4P", "Mã: K7Q2MN4P"] {
        assert_eq!(secret(typed).to_uppercase(), plain, "{typed}");
    }
}
