//! The dossiers behind a figure, for the head of the agency that decided them.

use super::text::Words;
use super::wanted::{FROM, TO, scope};
use super::{column_name, written_report};
use app::master_data::MasterData;
use app::reports::{FigureCursor, FigureRow, WantedFigure};
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::counting::Period;
use domain::dossier::{DossierId, Sight};
use domain::report::{FigureList, Rows, report};
use domain::time::short_date;
use jiff::civil::Date;
use serde::Deserialize;
use ui::Chrome;
use ui::part::{BackLink, Cell, Empty, Heading, Link, Pager, Phrase, Table, TableRow};
use web::query::known;
use web::{Answer, Failure, Query, RequestContext, page};

const PAGE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct BehindQuery {
    from: String,
    to: String,
    rows: String,
    list: String,
    field: String,
    after: String,
}

#[derive(Template)]
#[template(path = "reports/behind.html")]
pub struct Page {
    pub chrome: Chrome,
    pub title: String,
    /// The field, where it is of one, and the period.
    pub about: Vec<Phrase>,
    pub back: String,
    pub back_said: &'static str,
    pub rows: Table,
    pub pager: Pager,
    pub t: Words,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.t.empty_more().into(), link: None }
    }
}

pub async fn show(
    context: RequestContext,
    Path(key): Path<String>,
    Query(said): Query<BehindQuery>,
) -> Answer {
    scope(&context)?;
    let officer = context.officer()?;
    // Figures may be seen by more than dossiers.
    if !Sight::of(officer).decided {
        return Err(Failure::NotFound);
    }
    let report = report(&key).filter(|report| report.key == key).ok_or(Failure::NotFound)?;
    let day = |said: &str| said.parse::<Date>().map_err(|_| Failure::NotFound);
    let period = Period { from: day(&said.from)?, to: day(&said.to)? };
    let list = FigureList::parse(&said.list).ok_or(Failure::NotFound)?;
    let column = report.column_of(list).ok_or(Failure::NotFound)?;
    let rows = known(&said.rows, Rows::parse)?.unwrap_or(report.rows[0]);
    let data = context.app().master_data();
    let field = known(&said.field, |key| data.fields.iter().find(|field| field.key == key))?;
    let procedures = field.map(|field| app::reports::procedures_of_field(context.app(), &field.key));
    let wanted = WantedFigure { agency: officer.agency, list, period, procedures };
    let (t, language) = (Words(context.language), context.language);
    let name = field.map(|field| Phrase::of(&field.name, language));
    let own = format!("/office/reports/{key}/dossiers");
    let pairs = [
        (FROM.name(), said.from.as_str()),
        (TO.name(), &said.to),
        ("list", list.key()),
        ("field", &said.field),
    ];
    let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let here = format!("{own}?{}", ui::query::written(&pairs));
    let back = (written_report(&context, report, period, rows), t.back());
    let mut shown =
        listed(&context, wanted, &column_name(column, language), back, &here, &said.after).await?;
    shown.about.splice(..0, name);
    page(&shown)
}

/// A page of the dossiers behind a figure that is called so; `here` is its address without the place in the list.
pub async fn listed(
    context: &RequestContext,
    wanted: WantedFigure,
    name: &str,
    (back, back_said): (String, &'static str),
    here: &str,
    after: &str,
) -> Result<Page, Failure> {
    let (t, language) = (Words(context.language), context.language);
    let (data, period) = (context.app().master_data(), wanted.period);
    let after = known(after, read_cursor)?;
    let (found, next) = app::reports::dossiers(context.app(), wanted, after, PAGE).await?;
    let next = next.map(|cursor| format!("{here}&after={}", write_cursor(cursor)));
    let pager = Pager::new(t.pages()).next(next, t.next());
    let title = t.dossiers(name);
    Ok(Page {
        chrome: context.chrome(&title),
        title,
        about: vec![t.period_name(period).into()],
        back,
        back_said,
        rows: table(&data, &found, language),
        pager: if after.is_some() { pager.first(Link::new(here, t.first())) } else { pager },
        t,
    })
}

pub(super) fn table(data: &MasterData, found: &[FigureRow], language: Language) -> Table {
    let t = Words(language);
    let day = |day: Option<Date>| day.map(|day| short_date(day, language)).unwrap_or_default();
    let line = |row: &FigureRow| {
        let code = row.code.clone().unwrap_or_else(|| row.reference.grouped());
        let procedure = data.procedure_any(&row.procedure);
        let procedure = procedure.map_or_else(
            || Phrase::from(row.procedure.as_str()),
            |found| Phrase::of(&found.short_name, language),
        );
        let days = [Some(row.came), row.done, row.late_from].map(|of| Cell::new(day(of)).whole());
        let cells = [Cell::new(procedure)].into_iter().chain(days).collect();
        TableRow::new(Cell::link(format!("/office/dossiers/{}", row.reference), code).code(), cells)
    };
    Table::new(
        &[t.code(), t.procedure(), t.came(), t.done(), t.late_from()],
        found.iter().map(line).collect(),
    )
}

pub(super) fn write_cursor(cursor: FigureCursor) -> String {
    format!("{}.{}.{}", cursor.way, cursor.day, cursor.id.0)
}

pub(super) fn read_cursor(said: &str) -> Option<FigureCursor> {
    let mut parts = said.split('.');
    let mut part = || parts.next();
    let (way, day, id) = (part()?.parse().ok()?, part()?.parse().ok()?, part()?.parse().ok()?);
    part().is_none().then_some(FigureCursor { way, day, id: DossierId(id) })
}
