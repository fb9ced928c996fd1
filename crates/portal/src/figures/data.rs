//! Open data: what everybody is told, cell by cell, as files at addresses that stay, with their dictionary, their licence and a
//! description for catalogues of data (DCAT). The same on both hosts.

mod dcat;
mod rows;

use super::choice::{FiguresPeriod, quarter_key};
use super::text;
use app::public_figures::PublicBook;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
#[cfg(test)]
pub(super) use dcat::described;
use domain::report::Quarter;
use domain::rules::pack_on;
use domain::time::short_date;
use rows::{DATA_COLUMNS, DataColumn, DataRow};
#[cfg(test)]
pub(super) use rows::{csv, rows as rows_of};
use serde::Serialize;
use ui::Chrome;
use ui::part::{Cell, Crumbs, Empty, Heading, Link, Pair, SummaryList, Table, TableRow};
use web::{Answer, Failure, RequestContext, page};

pub const DATA: &str = "/figures/data";
/// The description for catalogues.
const DESCRIPTION: &str = "catalogue.jsonld";

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum DataFormat {
        Csv = "csv",
        Json = "json",
    }
}

impl DataFormat {
    fn media(self) -> &'static str {
        match self {
            DataFormat::Csv => "text/csv; charset=utf-8",
            DataFormat::Json => "application/json",
        }
    }
}

#[derive(Template)]
#[template(path = "figures/data.html")]
pub(super) struct DataPage {
    chrome: Chrome,
    crumbs: Crumbs,
    heading: Heading,
    empty: Option<Empty>,
    files: Table,
    about: SummaryList,
    columns: Table,
    t: text::Words,
    d: rows::Words,
}

pub async fn show(context: RequestContext) -> Answer {
    let book = app::public_figures::book(context.app()).await?;
    let d = rows::Words(context.language);
    let chrome = context.public_chrome(d.title(), DATA);
    page(&view(&context, &book, chrome))
}

fn view(context: &RequestContext, book: &PublicBook, chrome: Chrome) -> DataPage {
    let bounds = pack_on(context.today()).public.at_least;
    drawn(context.language, book, bounds, chrome)
}

pub(super) fn drawn(
    language: domain::Language,
    book: &PublicBook,
    at_least: i64,
    chrome: Chrome,
) -> DataPage {
    let (t, d) = (text::Words(language), rows::Words(language));
    let empty = book.quarters.is_empty().then(|| Empty {
        title: t.nothing().into(),
        text: t.nothing_more(at_least),
        link: Some(Link::new(super::HOME, t.title())),
    });
    let told = book.told.map_or_else(|| d.never().into(), |day| t.told(&short_date(day, language)));
    let about = vec![Pair::new(d.licence(), d.licence_said()), Pair::new(d.changes(), told)];
    let column = |column: &DataColumn| {
        TableRow::new(
            Cell::new(column.key).code(),
            vec![Cell::new(language.pick(column.means.0, column.means.1))],
        )
    };
    DataPage {
        chrome: chrome.described(d.lead()),
        crumbs: Crumbs {
            label: t.here(),
            ancestors: vec![Link::new("/", t.home()), Link::new(super::HOME, t.title())],
            here: d.title().into(),
        },
        heading: Heading::new(d.title()),
        empty,
        files: files(book, &t, &d),
        about: SummaryList::new(about),
        columns: Table::new(&[d.column(), d.meaning()], DATA_COLUMNS.iter().map(column).collect()),
        t,
        d,
    }
}

fn files(book: &PublicBook, t: &text::Words, d: &rows::Words) -> Table {
    let line = |quarter: &Quarter| {
        let link = |format: DataFormat| {
            let name = file_name(*quarter, format);
            Cell::link(format!("{DATA}/{name}"), name.as_str()).code()
        };
        let name = t.quarter(quarter.number(), quarter.year().number());
        TableRow::new(Cell::new(name), DataFormat::ALL.map(link).into())
    };
    Table::new(&[d.quarter(), "CSV", "JSON"], book.quarters.iter().map(line).collect())
}

/// `2026-4.csv`: the address stays as long as the portal.
fn file_name(quarter: Quarter, format: DataFormat) -> String {
    format!("{}.{}", quarter_key(quarter), format.key())
}

/// For how long nobody need ask again, in seconds: figures move at night.
const KEPT_SECONDS: u32 = 3_600;

pub async fn file(context: RequestContext, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let book = app::public_figures::book(context.app()).await?;
    let wanted = wanted(&name, &book).ok_or(Failure::NotFound)?;
    // A night tells each file once.
    let tag = format!("\"{}-{name}\"", book.told.map(|night| night.to_string()).unwrap_or_default());
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag)) {
        return Ok(kept(StatusCode::NOT_MODIFIED.into_response(), &tag));
    }
    let (media, bytes) = match wanted {
        None => {
            let text = serde_json::to_vec(&dcat::catalogue(&context, &book)).map_err(app::Fault::from)?;
            ("application/ld+json", text)
        }
        Some((quarter, format)) => {
            let data = context.app().master_data();
            let rows = rows::rows(&app::public_figures::cells(context.app(), quarter).await?, &data);
            (format.media(), written(quarter, format, &rows, &book)?)
        }
    };
    Ok(kept(([(header::CONTENT_TYPE, media)], bytes).into_response(), &tag))
}

/// Which file an address names; the description where it is neither of a quarter.
fn wanted(name: &str, book: &PublicBook) -> Option<Option<(Quarter, DataFormat)>> {
    if name == DESCRIPTION {
        return Some(None);
    }
    let (key, format) = name.rsplit_once('.')?;
    let format = DataFormat::parse(format)?;
    let FiguresPeriod::Quarter(quarter) = FiguresPeriod::parse(key)? else { return None };
    (file_name(quarter, format) == name && book.quarters.contains(&quarter))
        .then_some(Some((quarter, format)))
}

fn kept(mut response: Response, tag: &str) -> Response {
    let headers = response.headers_mut();
    if let (Ok(tag), Ok(control)) = (tag.parse(), format!("public, max-age={KEPT_SECONDS}").parse()) {
        headers.insert(header::ETAG, tag);
        headers.insert(header::CACHE_CONTROL, control);
    }
    response
}

/// A file for programs: what its columns mean stands in it.
#[derive(Serialize)]
struct DataFile<'a> {
    quarter: String,
    from: String,
    to: String,
    told_on: Option<String>,
    licence: &'static str,
    columns: Vec<DataColumn>,
    rows: &'a [DataRow],
}

fn written(
    quarter: Quarter,
    format: DataFormat,
    rows: &[DataRow],
    book: &PublicBook,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        DataFormat::Csv => rows::csv(rows),
        DataFormat::Json => {
            let period = quarter.period();
            let file = DataFile {
                quarter: quarter_key(quarter),
                from: period.from.to_string(),
                to: period.to.to_string(),
                told_on: book.told.map(|night| night.to_string()),
                licence: rows::LICENCE,
                columns: DATA_COLUMNS.to_vec(),
                rows,
            };
            serde_json::to_vec(&file).map_err(app::Fault::from)?
        }
    })
}
