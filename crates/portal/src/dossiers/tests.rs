use super::*;
use crate::tests::render_both;
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
fn a_no_looks_like_one_and_nothing_that_is_over_looks_good() {
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
    let [_, english] = render_both(|language| page(language, draft(language), sent(language), true));
    assert_eq!(english.all("main h2").len(), 2);
    assert_eq!(english.all("main a[href='/drafts/t/check']").len(), 1);
    assert_eq!(english.all("main .tag").len(), 2);
    assert_eq!(english.texts("main .link-list [lang=vi]"), ["Sở Tư pháp", "Sở Tư pháp"]);
}
