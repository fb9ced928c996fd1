use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::field::option;

/// What differs between the pages of these tests.
#[derive(Clone, Copy, Default)]
struct SampleRows {
    /// Every label has an error.
    wrong: bool,
    /// It is the second of three pages.
    paged: bool,
    /// So much stands on it that no row can be added.
    full: bool,
}

const SECOND_OF_THREE: SampleRows = SampleRows { wrong: false, paged: true, full: false };

fn page(language: Language, sample: SampleRows) -> RowsPage {
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
        let label = if sample.wrong { label.error(t.no_steps()) } else { label };
        let mut fields = Fields::new(language, vec![label, kind]);
        let RowTitle { name, summary } = titled(&fields);
        fields.fields.iter_mut().for_each(|field| field.name = format!("{}-{place}", field.name));
        let preview = Field::date(language, &format!("preview-{place}"), &name);
        let id = hidden_input(&format!("id-{place}"), "born");
        let name = Phrase::vietnamese(name, language);
        let heading = t.row(place + 1);
        RowView {
            number: place,
            has_before: place > 0,
            heading,
            name,
            summary,
            id,
            fields,
            preview: Some(preview),
        }
    };
    let rows = vec![row(0, "Ngày sinh"), row(1, "Ngày cấp")];
    let mut summary = ErrorSummary::of(language, Vec::new());
    rows.iter().for_each(|row| summary.append(row.fields.error_summary()));
    let span = match sample.paged {
        true => RowSpan { page: 2, pages: 3, rows: Some(20..22) },
        false => RowSpan::default(),
    };
    let (chrome, pages) = (Chrome::anonymous(language, about.heading), pages(&span, &t));
    RowsPage { chrome, about, error_summary: summary, rows, pages, span, has_room: !sample.full, t }
}

#[test]
fn a_row_is_known_by_its_name_and_by_what_was_chosen_of_it() {
    let both = render_both(|language| page(language, SampleRows::default()));
    for (html, language) in both.iter().zip([Language::Vietnamese, Language::English]) {
        let t = Words(language);
        let heading = html.one("#row-0").text();
        assert!(heading.contains("1") && heading.contains("Ngày sinh"), "{heading}");
        assert!(html.one("section:first-of-type .row-edit__summary").text().contains(t.kind_date()));
        assert_eq!(html.one("button[name=act][value=add]").text().trim(), t.add_question());
        assert!(!html.has(".error-summary"));
    }
}

#[test]
fn what_an_applicant_will_meet_is_shown_and_takes_nothing() {
    for html in snapshot!(render_both(|language| page(language, SECOND_OF_THREE))) {
        assert_eq!(html.all("fieldset[disabled] input[name^='preview-0']").len(), 3);
        let open = html.all("form input[name^='preview-']").len();
        assert_eq!(html.all("form fieldset[disabled] input[name^='preview-']").len(), open);
    }
}

#[test]
fn the_first_row_does_not_move_up_and_a_fault_is_said_first() {
    for html in render_both(|language| page(language, SampleRows { wrong: true, ..SampleRows::default() })) {
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
    let shows_again = |at| Some(PressedButton::ShowsAgain { at: Some(at) });
    let places = |rows: &[PostedRow]| -> Vec<Option<usize>> {
        rows.iter().map(|row| if let PostedRow::Stored(place) = row { Some(*place) } else { None }).collect()
    };
    let mut whole = RowSpan::default();
    assert_eq!(pressed("up-1", &mut rows, &mut whole), shows_again(0));
    assert_eq!(places(&rows), [Some(11), Some(10), Some(12)]);
    assert_eq!(pressed("remove-2", &mut rows, &mut whole), shows_again(1));
    for act in ["up-0", "up-9", "remove-2", "remove-", "burn", ""] {
        assert_eq!(pressed(act, &mut rows, &mut whole), None, "{act}");
    }
    assert_eq!(pressed("save", &mut rows, &mut whole), Some(PressedButton::Saves));
    assert_eq!(places(&rows), [Some(11), Some(10)]);
    assert_eq!(pressed("add", &mut rows, &mut whole), shows_again(2));
    assert_eq!(places(&rows), [Some(11), Some(10), None]);
}

#[test]
fn the_first_row_of_a_page_moves_before_the_last_of_the_page_before() {
    let mut rows = vec![PostedRow::Stored(20)];
    let mut span = RowSpan { page: 2, pages: 0, rows: Some(20..21) };
    let shows_again = PressedButton::ShowsAgain { at: Some(0) };
    assert_eq!(pressed("up-0", &mut rows, &mut span), Some(shows_again));
    assert_eq!(span.rows, Some(19..21));
    assert!(matches!(rows[..], [PostedRow::Stored(20), PostedRow::Stored(19)]), "{rows:?}");
    let mut first = RowSpan { page: 1, pages: 0, rows: Some(0..1) };
    assert_eq!(pressed("up-0", &mut vec![PostedRow::default()], &mut first), None);
}

#[test]
fn a_long_list_names_its_rows_by_their_places_in_the_whole_and_leads_to_its_other_pages() {
    for html in render_both(|language| page(language, SECOND_OF_THREE)) {
        assert!(html.has("input[type=hidden][name=span][value='2-20-22']"));
        assert_eq!(html.all("nav.pager a[href^='?page=']").len(), 3);
        assert!(html.has("nav.pager a[href='?page=2'][aria-current]"));
    }
    for html in render_both(|language| page(language, SampleRows::default())) {
        assert!(!html.has("input[name=span]") && !html.has("nav.pager"));
    }
}

#[test]
fn what_is_full_is_saved_before_another_row_is_added() {
    for html in render_both(|language| page(language, SampleRows { full: true, ..SampleRows::default() })) {
        assert!(!html.has("button[value=add]") && html.has("button[value=save]"));
    }
}
