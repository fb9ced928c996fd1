use super::*;
use app::inbox::Cursor;
use domain::Language;
use domain::dossier::{Outcome, Reference};
use domain::officer::{AccountId, Role};
use domain::procedure::Channel;
use testkit::Html;
use testkit::samples::{self, AGENCY};

#[test]
fn what_was_done_late_is_marked() {
    for judged in Timeliness::ALL {
        assert_eq!(tag_of(judged) == TagKind::Late, judged == Timeliness::Late);
    }
}

fn row() -> ListRow {
    ListRow {
        cursor: Cursor { due: 0, id: 1, place: 0 },
        reference: Reference::from_random([1; 10]),
        code: Some("000.00.20.H99-260302-0001".into()),
        procedure: samples::procedure().code.to_string(),
        channel: Channel::Online,
        stage: StageKind::Processing,
        step: Some("check".into()),
        receiving: AGENCY,
        competent: AGENCY,
        unit: None,
        assignee: Some(AccountId(21)),
        beside: false,
        due: Some(samples::now().plus_minutes(7 * 24 * 60)),
        step_due: None,
        submitted_at: samples::now(),
        finished_at: None,
        due_current: None,
        due_legal: None,
        timeliness: None,
        outcome: None,
        owner: "Nguyễn Văn An".into(),
    }
}

/// The words of each cell by the heading it stands under.
fn drawn(rows: Vec<ListRow>, language: Language) -> Vec<(String, String)> {
    let reader = OfficerReader::sample(language, Role::Officer, samples::now());
    let names = vec![(AccountId(21), "Trần Thị Bình".to_string())];
    let page = InboxPage {
        rows,
        next: None,
        more: false,
        counts: Vec::new(),
        names,
        involved: Vec::new(),
        sent_back: Vec::new(),
    };
    let html = Html::piece(&table(&reader, &page, "", false).to_string());
    let cells = html.all("tbody [data-label]").into_iter();
    cells.map(|cell| (cell.attribute("data-label").unwrap_or_default().to_string(), cell.text())).collect()
}

#[test]
fn each_cell_stands_under_its_heading() {
    for (language, what, step) in [
        (Language::Vietnamese, "Đăng ký khai sinh", "Thẩm tra"),
        (Language::English, "Register a birth", "Check it"),
    ] {
        let t = text::Words(language);
        let cells = drawn(vec![row()], language);
        let under = |heading: &str| {
            let found = cells.iter().find(|(name, _)| name == heading);
            found.unwrap_or_else(|| panic!("no {heading} in {cells:?}")).1.clone()
        };
        assert_eq!(under(t.code()), "000.00.20.H99-260302-0001");
        assert_eq!(under(t.owner()), "Nguyễn Văn An");
        assert_eq!(under(t.what()), what);
        assert_eq!(under(t.step()), step);
        assert_eq!(under(t.assignee()), "Trần Thị Bình");
        assert_eq!(under(t.left()), language.pick("Còn 5 ngày làm việc", "5 working days left"));
        assert_eq!(under(t.sent()), short_moment(samples::now(), language));
    }
}

#[test]
fn a_column_that_tells_nothing_apart_is_left_out() {
    let t = text::Words(Language::English);
    let silent = ListRow { step: None, assignee: None, ..row() };
    let headings =
        |rows| drawn(rows, Language::English).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let few = headings(vec![silent.clone()]);
    assert!(!few.iter().any(|name| name == t.step() || name == t.assignee()), "{few:?}");
    let other = ListRow { stage: StageKind::ResultReady, outcome: Some(Outcome::Granted), ..silent.clone() };
    assert!(headings(vec![silent, other]).iter().any(|name| name == t.step()), "stages differ");
}

#[test]
fn of_what_is_over_the_day_is_told_and_whether_it_was_in_time() {
    let t = text::Words(Language::English);
    let over = ListRow {
        stage: StageKind::Returned,
        outcome: Some(Outcome::Granted),
        finished_at: Some(samples::now()),
        timeliness: Some(Timeliness::Late),
        ..row()
    };
    let cells = drawn(vec![over], Language::English);
    let (_, said) = cells.iter().find(|(name, _)| name == t.ended()).expect("when it ended");
    assert!(said.contains("2026") && said.ends_with(Timeliness::Late.name(Language::English)), "{said}");
}
