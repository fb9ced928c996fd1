//! The administrator's desk: where to go, what is in trouble, what was changed last.

mod changes;

use super::text::Words;
use app::administration::AuditRow;
use askama::Template;
use domain::time::short_moment;
use ui::Chrome;
use ui::part::{Cell, Heading, Link, LinkList, Table, TableRow};
use web::{Answer, RequestContext, page};

/// Changes the page reads, and shows of them once those of one doing are told together.
const CHANGES_READ: u32 = 60;
const CHANGES_SHOWN: usize = 20;

/// An import is recorded part by part: parts that follow each other within a minute are one change.
fn together(rows: Vec<AuditRow>) -> Vec<AuditRow> {
    let records = |row: &AuditRow| match row.subject.strip_suffix(" records") {
        Some(count) if row.what == "national" => count.parse::<usize>().ok(),
        _ => None,
    };
    let mut told: Vec<AuditRow> = Vec::new();
    for row in rows {
        let near = |last: &&mut AuditRow| last.by == row.by && last.at.millis() - row.at.millis() < MINUTE;
        match (records(&row), told.last_mut().filter(near)) {
            (Some(more), Some(last)) if let Some(known) = records(last) => {
                last.subject = format!("{} records", known + more);
            }
            _ => told.push(row),
        }
    }
    told.truncate(CHANGES_SHOWN);
    told
}

const MINUTE: i64 = 60_000;

#[derive(Template)]
#[template(path = "administration/index/page.html")]
struct Page {
    chrome: Chrome,
    places: LinkList,
    /// Who changed what, the newest first.
    changes: Table,
    t: Words,
}

pub async fn show(context: RequestContext) -> Answer {
    let t = Words(context.language);
    let troubled = !app::jobs::list_troubled(context.app(), i64::MAX, 1).await?.is_empty();
    let jobs = if troubled { t.some_jobs() } else { t.no_jobs() };
    let rows = app::administration::list_audit(context.app(), i64::MAX, CHANGES_READ).await?;
    let rows = together(rows);
    let people = rows.iter().flat_map(|row| [row.by, changes::officer_of(&row.what, &row.subject)]);
    let names = app::accounts::names_of(context.app(), people.flatten().collect()).await?;
    let data = context.app().master_data();
    let name = |id| names.iter().find(|(known, _)| Some(*known) == id).map(|(_, name)| name.clone());
    let change = |row: &AuditRow| {
        TableRow::new(
            Cell::new(short_moment(row.at, context.language)).whole(),
            vec![
                Cell::new(changes::kind(&row.what, &t)),
                changes::subject_cell(&row.what, &row.subject, &data, &names, &t),
                Cell::new(name(row.by).unwrap_or_else(|| t.by_the_system().to_string())),
            ],
        )
    };
    let columns = [t.changed_at(), t.changed_what(), t.changed_which(), t.changed_by()];
    let changes = Table::new(&columns, rows.iter().map(change).collect());
    page(&Page { chrome: context.chrome(t.title()), places: places(&t, jobs), changes, t })
}

fn places(t: &Words, jobs: &'static str) -> LinkList {
    let places = [
        ("agencies", t.agencies(), t.agencies_more()),
        ("officers", t.officers(), t.officers_more()),
        ("calendars", t.calendars(), t.calendars_more()),
        ("procedures", t.procedures(), t.procedures_more()),
        ("national", t.national(), t.national_more()),
        ("jobs", t.jobs(), jobs),
        ("searches", t.searches(), t.searches_more()),
    ];
    let place = |(key, name, more): (&str, &str, &str)| {
        Link::new(format!("/office/administration/{key}"), name).text(more)
    };
    LinkList(places.map(place).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Instant;
    use testkit::{render_both, snapshot};
    use ui::Language;

    fn page(language: Language, changed: &[&str]) -> Page {
        let t = Words(language);
        let line = |what: &&str| {
            let cells = vec![Cell::new(changes::kind(what, &t)), Cell::default(), Cell::new("A")];
            TableRow::new(Cell::new(short_moment(Instant::from_millis(0), language)), cells)
        };
        let columns = [t.changed_at(), t.changed_what(), t.changed_which(), t.changed_by()];
        Page {
            chrome: Chrome::anonymous(language, t.title()),
            places: places(&t, t.no_jobs()),
            changes: Table::new(&columns, changed.iter().map(line).collect()),
            t,
        }
    }

    #[test]
    fn every_part_of_the_administration_is_led_to() {
        for html in snapshot!(render_both(|language| page(language, &[]))) {
            assert_eq!(html.all("main .link-list a[href^='/office/administration/']").len(), 7);
            assert!(!html.has("main table"), "nothing was changed yet");
        }
    }

    #[test]
    fn parts_of_one_import_are_one_change() {
        let row = |at: i64, what: &str, subject: &str| AuditRow {
            id: at,
            at: Instant::from_millis(at),
            by: None,
            what: what.into(),
            subject: subject.into(),
        };
        let rows = vec![
            row(400_000, "national", "66 records"),
            row(399_000, "national", "100 records"),
            row(398_000, "agency", "justice"),
            row(100_000, "national", "5 records"),
        ];
        let told: Vec<String> = together(rows).into_iter().map(|row| row.subject).collect();
        assert_eq!(told, ["166 records", "justice", "5 records"]);
    }

    #[test]
    fn no_change_is_shown_by_the_key_it_is_recorded_under() {
        let keys = ["agency", "calendar", "supply", "procedure", "absence ended", "something new"];
        for html in render_both(|language| page(language, &keys)) {
            let shown = html.texts("main tbody td:nth-of-type(1)");
            assert_eq!(shown.len(), keys.len());
            assert!(shown.iter().zip(keys).all(|(shown, key)| shown.trim() != key), "{shown:?}");
        }
    }
}
