//! Who searched for people, and when.

#[cfg(test)]
mod tests;
mod text;

use app::searches::{By, Searched};
use askama::Template;
use domain::time::short_moment;
use text::Words;
use ui::Chrome;
use ui::part::{BackLink, Cell, Heading, Link, Pager, Table, TableRow};
use web::query::PageCursor;
use web::{Answer, Query, RequestContext, page, query};

const HOME: &str = "/office/administration/searches";
const PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "administration/searches/page.html")]
struct Page {
    chrome: Chrome,
    rows: Table,
    pager: Pager,
    t: Words,
}

pub async fn show(context: RequestContext, Query(PageCursor { before }): Query<PageCursor>) -> Answer {
    let t = Words(context.language);
    let before = query::number(&before)?.unwrap_or(i64::MAX);
    let mut found = app::searches::list(context.app(), before, PAGE + 1).await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{HOME}?before={}", last.id));
    let rows = table(found, &t);
    let pager = Pager::new(t.pages()).onward(Link::new(HOME, t.first()), next, t.next());
    page(&Page { chrome: context.chrome(t.title()), rows, pager, t })
}

fn table(found: Vec<Searched>, t: &Words) -> Table {
    let rows = found.into_iter().map(|searched| {
        let by = match searched.by {
            By::Identity(end) => t.by_identity(&end),
            By::Name => t.by_name().to_string(),
        };
        TableRow::new(
            Cell::new(short_moment(searched.at, t.0)),
            vec![Cell::new(searched.officer), Cell::new(by)],
        )
    });
    Table::new(&[t.at(), t.officer(), t.by()], rows.collect())
}
