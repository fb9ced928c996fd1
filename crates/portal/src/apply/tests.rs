use super::*;
use domain::Text;
use testkit::{Html, render_both, samples, snapshot};
use ui::Posted;

fn page(language: Language, agencies: &[Agency], posted: Option<&Posted>, drafts: Vec<Link>) -> Page {
    let mut form = Form::of(language, posted);
    self::form(&mut form, agencies, &samples::procedure());
    Page {
        chrome: Chrome::anonymous(language, "A"),
        code: "1.001193".into(),
        heading: Phrase::of(&samples::procedure().short_name, language),
        fields: form.into_fields(),
        drafts,
        papers: vec!["A".into()],
        for_others: None,
        t: text::Words(language),
    }
}

fn another() -> Agency {
    Agency { key: "health".into(), ..samples::agency() }
}

fn chosen(html: &Html) -> Vec<&str> {
    html.all("main input[name=agency][checked]")
        .into_iter()
        .filter_map(|input| input.attribute("value"))
        .collect()
}

#[test]
fn the_only_agency_is_chosen_and_of_several_none_is() {
    for html in render_both(|language| page(language, &[samples::agency()], None, Vec::new())) {
        assert_eq!(chosen(&html), ["justice"]);
        assert_eq!(html.all("main form#application .button--start").len(), 1);
        assert!(!html.has("main .notice"), "no draft was begun");
    }
    let two = [samples::agency(), another()];
    for html in snapshot!(render_both(|language| page(language, &two, None, Vec::new()))) {
        assert_eq!(html.all("main input[name=agency]").len(), 2);
        assert_eq!(chosen(&html), Vec::<&str>::new());
    }
}

#[test]
fn whoever_chooses_none_of_several_is_asked_to_at_the_field() {
    let (two, nothing) = ([samples::agency(), another()], Posted::default());
    for html in render_both(|language| page(language, &two, Some(&nothing), Vec::new())) {
        assert_eq!(html.all("main .error-summary a[href^='#agency']").len(), 1);
    }
}

#[test]
fn a_draft_that_was_begun_is_led_back_to() {
    let draft = || vec![Link::new("/drafts/t/papers", "A")];
    for html in render_both(|language| page(language, &[samples::agency()], None, draft())) {
        html.one("main .notice a[href='/drafts/t/papers']");
    }
}

#[test]
fn the_sentence_that_says_where_it_is_decided_is_the_same_in_both_languages() {
    let vi = "Trước khi xây nhà, bạn xin giấy phép tại Ủy ban nhân dân cấp xã nơi có đất. Hồ sơ gồm đơn.";
    let en = "Before you build, get a permit from the commune where the land is. You file a form.";
    let procedure = |vi: &str, en: &str| Procedure { summary: Text::new(vi, en), ..samples::procedure() };
    let both = procedure(vi, en);
    let said = |procedure: &Procedure| {
        [Language::Vietnamese, Language::English].map(|language| which(procedure, language))
    };
    let [vietnamese, english] = said(&both);
    assert!(vietnamese.unwrap().ends_with("nơi có đất."));
    assert!(english.unwrap().ends_with("where the land is."));
    // What is not translated is left to the sentence of the page.
    let [vietnamese, english] = said(&procedure(vi, ""));
    assert!(vietnamese.is_some() && english.is_none());
    assert_eq!(said(&procedure("Bạn nộp hồ sơ.", "You apply.")), [None, None]);
}
