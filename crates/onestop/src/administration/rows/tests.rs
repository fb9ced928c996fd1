use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::field::option;

fn page(language: Language, wrong: bool) -> RowsPage {
    let t = Words(language);
    let about = RowsIntro {
        back: "/office".into(),
        eyebrow: "1.001193".into(),
        heading: t.questions(),
        note: t.questions_note(),
        add: t.add_question(),
        version: "3".into(),
    };
    let row = |place: usize, name: &str| {
        let label = Field::text(language, "vi", t.question_vi()).value(name);
        let kinds = vec![option("text", t.kind_text()), option("date", t.kind_date())];
        let kind = Field::select(language, "kind", t.answer_kind(), kinds).value("date");
        let label = if wrong { label.error(t.no_steps()) } else { label };
        let mut fields = Fields::new(language, vec![label, kind]);
        let (name, gist) = told(&fields);
        fields.fields.iter_mut().for_each(|field| field.name = format!("{}-{place}", field.name));
        let met = Field::date(language, &format!("met-{place}"), &name);
        let id = hidden_input(&format!("id-{place}"), "born");
        let name = Phrase::vietnamese(name, language);
        let heading = t.row(place + 1);
        RowView { number: place, has_before: place > 0, heading, name, gist, id, fields, met: Some(met) }
    };
    let rows = vec![row(0, "Ngày sinh"), row(1, "Ngày cấp")];
    let mut summary = ErrorSummary::of(language, Vec::new());
    rows.iter().for_each(|row| summary.append(row.fields.error_summary()));
    let span = RowSpan { page: 2, pages: if wrong { 0 } else { 3 }, rows: (!wrong).then_some(20..22) };
    let (chrome, pages) = (Chrome::anonymous(language, about.heading), pages(&span, &t));
    RowsPage { chrome, about, error_summary: summary, rows, pages, span, has_room: !wrong, t }
}

#[test]
fn a_row_is_known_by_its_name_and_by_what_was_chosen_of_it() {
    for (html, language) in
        render_both(|language| page(language, false)).iter().zip([Language::Vietnamese, Language::English])
    {
        let t = Words(language);
        let heading = html.one("#row-0").text();
        assert!(heading.contains("1") && heading.contains("Ngày sinh"), "{heading}");
        assert!(html.one("section:first-of-type .row-edit__gist").text().contains(t.kind_date()));
        assert_eq!(html.one("button[name=act][value=add]").text().trim(), t.add_question());
        assert!(!html.has(".error-summary"));
    }
}

#[test]
fn what_an_applicant_will_meet_is_shown_and_takes_nothing() {
    for html in snapshot!(render_both(|language| page(language, false))) {
        assert_eq!(html.all("fieldset[disabled] input[name^='met-0']").len(), 3);
        let open = html.all("form input[name^='met-']").len();
        assert_eq!(html.all("form fieldset[disabled] input[name^='met-']").len(), open);
    }
}

#[test]
fn the_first_row_does_not_move_up_and_a_fault_is_said_first() {
    for html in render_both(|language| page(language, true)) {
        assert!(!html.has("button[value=up-0]") && html.has("button[value=up-1]"));
        assert!(html.has("button[value=remove-0]"));
        assert_eq!(html.all(".error-summary a[href^='#vi-']").len(), 2);
    }
}

#[test]
fn a_key_is_made_of_the_name_and_stays() {
    assert_eq!(key("", "Tờ khai đăng ký", &[]), "to-khai-dang-ky");
    assert_eq!(key("form", "Tờ khai đăng ký", &[]), "form");
    assert_eq!(key("form", "Bản vẽ", &["form".into(), "ban-ve".into()]), "ban-ve-2");
    assert_eq!(key("../x", "???", &[]), "item");
}

#[test]
fn rows_move_and_a_button_nobody_offered_does_nothing() {
    let mut rows: Vec<PostedRow> = (10..13).map(PostedRow::Stored).collect();
    let places = |rows: &[PostedRow]| -> Vec<Option<usize>> {
        rows.iter().map(|row| if let PostedRow::Stored(place) = row { Some(*place) } else { None }).collect()
    };
    let mut whole = RowSpan::default();
    assert_eq!(pressed("up-1", &mut rows, &mut whole), Some((true, Some(0))));
    assert_eq!(places(&rows), [Some(11), Some(10), Some(12)]);
    assert_eq!(pressed("remove-2", &mut rows, &mut whole), Some((true, Some(1))));
    for act in ["up-0", "up-9", "remove-2", "remove-", "burn", ""] {
        assert_eq!(pressed(act, &mut rows, &mut whole), None, "{act}");
    }
    assert_eq!(pressed("save", &mut rows, &mut whole), Some((false, None)));
    assert_eq!(places(&rows), [Some(11), Some(10)]);
    assert_eq!(pressed("add", &mut rows, &mut whole), Some((true, Some(2))));
    assert_eq!(places(&rows), [Some(11), Some(10), None]);
}

#[test]
fn the_first_row_of_a_page_moves_before_the_last_of_the_page_before() {
    let mut rows = vec![PostedRow::Stored(20)];
    let mut span = RowSpan { page: 2, pages: 0, rows: Some(20..21) };
    assert_eq!(pressed("up-0", &mut rows, &mut span), Some((true, Some(0))));
    assert_eq!(span.rows, Some(19..21));
    assert!(matches!(rows[..], [PostedRow::Stored(20), PostedRow::Stored(19)]), "{rows:?}");
    let mut first = RowSpan { page: 1, pages: 0, rows: Some(0..1) };
    assert_eq!(pressed("up-0", &mut vec![PostedRow::default()], &mut first), None);
}

#[test]
fn a_long_list_names_its_rows_by_their_places_in_the_whole_and_leads_to_its_other_pages() {
    for html in render_both(|language| page(language, false)) {
        assert!(html.has("input[type=hidden][name=span][value='2-20-22']"));
        assert_eq!(html.all("nav.pager a[href^='?page=']").len(), 3);
        assert!(html.has("nav.pager a[href='?page=2'][aria-current]"));
    }
    for html in render_both(|language| page(language, true)) {
        assert!(!html.has("input[name=span]") && !html.has("nav.pager"));
        assert!(!html.has("button[value=add]") && html.has("button[value=save]"));
    }
}
