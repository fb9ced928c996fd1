//! The administrator's desk: where to go, what is in trouble, what was changed last.

mod changes;

use super::text::Words;
use app::administration::AuditRow;
use askama::Template;
use domain::time::short_moment;
use ui::Chrome;
use ui::part::{Cell, Heading, Link, LinkList, Table, TableRow};
use web::{Answer, RequestContext, page};

/// Changes the page shows.
const CHANGES_SHOWN: u32 = 20;

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
    let rows = app::administration::list_audit(context.app(), i64::MAX, CHANGES_SHOWN).await?;
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
    fn no_change_is_shown_by_the_key_it_is_recorded_under() {
        let keys = ["agency", "calendar", "supply", "procedure", "absence ended", "something new"];
        for html in render_both(|language| page(language, &keys)) {
            let shown = html.texts("main tbody td:nth-of-type(1)");
            assert_eq!(shown.len(), keys.len());
            assert!(shown.iter().zip(keys).all(|(shown, key)| shown.trim() != key), "{shown:?}");
        }
    }
}
