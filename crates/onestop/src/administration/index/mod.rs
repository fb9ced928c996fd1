//! The administrator's desk: where to go, what is in trouble, what was changed last.

use super::text::Words;
use askama::Template;
use domain::time::short_moment;
use ui::Chrome;
use ui::part::{Heading, Link, Links};
use web::{Answer, Ask, page};

#[derive(Template)]
#[template(path = "administration/index/page.html")]
struct Page {
    chrome: Chrome,
    places: Links,
    /// Who changed what, the newest first.
    changes: Vec<String>,
    t: Words,
}

pub async fn show(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let troubled = !app::jobs::list_troubled(ask.app(), i64::MAX, 1).await?.is_empty();
    let jobs = if troubled { t.some_jobs() } else { t.no_jobs() };
    let changes = app::administration::list_audit(ask.app(), i64::MAX, 20).await?;
    let changes = changes
        .into_iter()
        .map(|row| format!("{} · {} · {}", short_moment(row.at), row.what, row.subject))
        .collect();
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
    let places = Links(places.map(place).to_vec());
    page(&Page { chrome: ask.chrome(t.title()), places, changes, t })
}
