//! How public services are doing: what everybody is told of many dossiers, by period, agency, field and procedure, through the
//! one gate (`docs/decisions/public-figures.md`).

mod choice;
pub mod data;
mod graphs;
mod lines;
#[cfg(test)]
mod tests;
mod text;

use app::public_figures::PublicBook;
use askama::Template;
use choice::{ChosenFigures, FiguresOf, FiguresPeriod, FiguresQuery, HOME, LinesBy};
use domain::Language;
use domain::public_figures::{PublicSummary, Share};
use domain::report::Quarter;
use domain::rules::{PublicBounds, pack_on};
use domain::time::short_date;
use jiff::civil::Date;
use lines::FiguresLine;
use ui::Chrome;
use ui::part::{
    Cell, Crumbs, Empty, FactTile, FactTiles, Graph, Heading, Icon, Link, LinkList, Pager, Phrase, Print,
    TabLink, Table, TableRow, Tabs,
};
use web::{Answer, Failure, Query, RequestContext, page, query};

#[derive(Template)]
#[template(path = "figures/page.html")]
struct Page {
    chrome: Chrome,
    crumbs: Crumbs,
    heading: Heading,
    lead: &'static str,
    periods: Tabs,
    /// Of the whole province: what its lines are.
    lines_by: Option<Tabs>,
    /// Where nothing is told.
    empty: Option<Empty>,
    facts: FactTiles,
    sentence: String,
    took_over: bool,
    table: Table,
    pager: Pager,
    graphs: Vec<Graph>,
    /// Where else one may go from here.
    more: LinkList,
    how: Vec<String>,
    told: String,
    t: text::Words,
}

/// Lines of a page: with more it would weigh too much.
const LINES: usize = 30;

/// Quarters and years that are offered.
const QUARTERS_SHOWN: usize = 4;
const YEARS_SHOWN: usize = 3;

/// Figures as they are shown, before they are words.
struct ShownFigures {
    chosen: ChosenFigures,
    /// What they are of, in the words of the catalogue; empty for the whole province.
    name: Phrase,
    total: PublicSummary,
    lines: Vec<FiguresLine>,
    /// The same quarter by quarter, the oldest first.
    quarters: Vec<(Quarter, PublicSummary)>,
    /// Work of other agencies is among them.
    took_over: bool,
}

pub async fn show(context: RequestContext, Query(said): Query<FiguresQuery>) -> Answer {
    let book = app::public_figures::book(context.app()).await?;
    let chosen = chosen(&context, &book, &said)?;
    let portion = query::number::<usize>(&said.page)?.unwrap_or(1);
    let shown = lines::shown(&context, &book, chosen).await?;
    if portion == 0 || (portion > 1 && (portion - 1) * LINES >= shown.lines.len()) {
        return Err(Failure::NotFound);
    }
    let chrome = |title: &str| context.public_chrome(title, &shown.chosen.address());
    page(&view(context.language, context.today(), &book, &shown, portion, chrome))
}

fn chosen(
    context: &RequestContext,
    book: &PublicBook,
    said: &FiguresQuery,
) -> Result<ChosenFigures, Failure> {
    let data = context.app().master_data();
    let newest = book.quarters.first().copied().unwrap_or_else(|| Quarter::of(context.today()));
    let period = query::known(&said.period, FiguresPeriod::parse)?;
    let by = query::known(&said.by, LinesBy::parse)?;
    let agency = query::known(&said.agency, |key| data.agency_by_key(key))?;
    let field = query::known(&said.field, |key| data.field(key))?;
    let procedure = query::known(&said.procedure, |code| data.procedure_any(code))?;
    let of = match (agency, field, procedure) {
        (None, None, None) => FiguresOf::Province,
        (Some(agency), None, None) => FiguresOf::Agency(agency.id, agency.key.clone()),
        (None, Some(_), None) => FiguresOf::Field(said.field.clone()),
        (None, None, Some(procedure)) => FiguresOf::Procedure(procedure.code.clone()),
        // One thing at a time.
        _ => return Err(Failure::NotFound),
    };
    Ok(ChosenFigures {
        period: period.unwrap_or(FiguresPeriod::Year(newest.year())),
        by: by.unwrap_or(LinesBy::Agencies),
        of,
    })
}

fn view(
    language: Language,
    today: Date,
    book: &PublicBook,
    shown: &ShownFigures,
    portion: usize,
    chrome: impl FnOnce(&str) -> Chrome,
) -> Page {
    let t = text::Words(language);
    let bounds = &pack_on(today).public;
    let of_province = shown.chosen.of == FiguresOf::Province;
    let title = if of_province { Phrase::from(t.title()) } else { shown.name.clone() };
    let period = period_name(shown.chosen.period, &t);
    let mut ancestors = vec![Link::new("/", t.home())];
    if !of_province {
        ancestors.push(Link::new(HOME, t.title()));
    }
    let empty = shown.total.is_empty().then(|| Empty {
        title: t.nothing().into(),
        text: t.nothing_more(bounds.at_least),
        link: (!of_province).then(|| Link::new(HOME, t.whole_province())),
    });
    Page {
        chrome: chrome(&format!("{} · {period}", title.text)).described(t.lead()),
        crumbs: Crumbs { label: t.here(), ancestors, here: title.clone() },
        heading: Heading::with_eyebrow(period, title),
        lead: if of_province { t.lead() } else { "" },
        periods: periods(book, &shown.chosen, &t),
        lines_by: of_province.then(|| lines_by(&shown.chosen, &t)),
        empty,
        facts: facts(&shown.total, &t),
        sentence: sentence(shown, language),
        took_over: shown.took_over,
        table: table(shown, portion, &t),
        pager: pager(shown, portion, &t),
        graphs: graphs::graphs(shown, &t),
        more: more(shown, &t),
        how: how(bounds, &t),
        told: told(book, shown, today, &t),
        t,
    }
}

fn period_name(period: FiguresPeriod, t: &text::Words) -> String {
    match period {
        FiguresPeriod::Quarter(quarter) => t.quarter(quarter.number(), quarter.year().number()),
        FiguresPeriod::Year(year) => t.year(year.number()),
    }
}

/// Years and quarters of which anything is told, the newest first.
fn periods(book: &PublicBook, chosen: &ChosenFigures, t: &text::Words) -> Tabs {
    let mut years: Vec<FiguresPeriod> =
        book.quarters.iter().map(|quarter| FiguresPeriod::Year(quarter.year())).collect();
    years.dedup();
    years.truncate(YEARS_SHOWN);
    let quarters = book.quarters.iter().take(QUARTERS_SHOWN).map(|quarter| FiguresPeriod::Quarter(*quarter));
    let mut all: Vec<FiguresPeriod> = years.into_iter().chain(quarters).collect();
    if !all.contains(&chosen.period) {
        all.push(chosen.period);
    }
    let tab = |period: FiguresPeriod| TabLink {
        href: ChosenFigures { period, ..chosen.clone() }.address(),
        name: period_name(period, t),
        count: String::new(),
        here: period == chosen.period,
        late: false,
    };
    Tabs { label: t.periods().into(), tabs: all.into_iter().map(tab).collect() }
}

fn lines_by(chosen: &ChosenFigures, t: &text::Words) -> Tabs {
    let tab = |by: LinesBy| TabLink {
        href: ChosenFigures { by, ..chosen.clone() }.address(),
        name: match by {
            LinesBy::Agencies => t.by_agency(),
            LinesBy::Fields => t.by_field(),
            LinesBy::Procedures => t.by_procedure(),
        }
        .into(),
        count: String::new(),
        here: by == chosen.by,
        late: false,
    };
    Tabs { label: t.by().into(), tabs: LinesBy::ALL.map(tab).into() }
}

fn facts(total: &PublicSummary, t: &text::Words) -> FactTiles {
    FactTiles(vec![
        FactTile::new(Icon::PAPER, t.received(), number(total.received.total(), t)),
        FactTile::new(Icon::SEARCH, t.online(), share(total.online(), t)),
        FactTile::new(Icon::CLOCK, t.on_time(), share(total.on_time(), t)),
        FactTile::new(Icon::CLOCK, t.nine_in_ten(), days(total.nine_in_ten(), t)),
    ])
}

/// What is asked most: how long it takes.
fn sentence(shown: &ShownFigures, language: Language) -> String {
    let agency = match shown.chosen.of {
        FiguresOf::Agency(..) => Some(shown.name.text.as_str()),
        FiguresOf::Procedure(_) => None,
        // Procedures of all kinds together say nothing to one who waits for one.
        FiguresOf::Province | FiguresOf::Field(_) => return String::new(),
    };
    let days = shown.total.nine_in_ten();
    days.map(|days| ui::usual_time::sentence(agency, days, language)).unwrap_or_default()
}

fn table(shown: &ShownFigures, portion: usize, t: &text::Words) -> Table {
    let lines = shown.lines.iter().skip((portion - 1) * LINES).take(LINES);
    let line = |line: &FiguresLine| {
        let head = match &line.href {
            Some(href) => Cell::link(href.as_str(), line.name.clone()),
            None => Cell::new(line.name.clone()),
        };
        let of = &line.summary;
        let (online, on_time) = (of.online(), of.on_time());
        let done = on_time.map(|share| t.of_done(share.all)).unwrap_or_default();
        let half = of.median().map(|median| t.half(&days(Some(median), t))).unwrap_or_default();
        let bar = |share: Option<Share>| share.map_or(0, |share| (share.per_thousand() / 10) as u32);
        TableRow::new(
            head.hint(line.level),
            vec![
                Cell::new(number(of.received.total(), t)),
                Cell::new(share(online, t)).bar(bar(online)),
                Cell::new(share(on_time, t)).bar(bar(on_time)).hint(done),
                Cell::new(days(of.nine_in_ten(), t)).hint(half),
            ],
        )
    };
    let first = match lines::lines_are(&shown.chosen) {
        LinesBy::Agencies => t.agency(),
        LinesBy::Fields => t.field(),
        LinesBy::Procedures => t.procedure(),
    };
    let columns = [first, t.received(), t.online(), t.on_time(), t.nine_in_ten()];
    Table { caption: t.title().into(), ..Table::new(&columns, lines.map(line).collect()) }
}

fn pager(shown: &ShownFigures, portion: usize, t: &text::Words) -> Pager {
    let address = shown.chosen.address();
    let at = |place: usize| {
        let number = place.to_string();
        ui::query::with(&address, "page", (place > 1).then_some(number.as_str()))
    };
    let before = (portion > 1).then(|| at(portion - 1));
    let after = (portion * LINES < shown.lines.len()).then(|| at(portion + 1));
    Pager::new(t.pages()).previous(before, t.before()).next(after, t.after())
}

fn more(shown: &ShownFigures, t: &text::Words) -> LinkList {
    let mut links = Vec::new();
    if let FiguresOf::Procedure(code) = &shown.chosen.of {
        links.push(Link::new(format!("/procedures/{code}"), t.about_procedure()));
    }
    if shown.chosen.of != FiguresOf::Province {
        links.push(Link::new(shown.chosen.narrowed(FiguresOf::Province).address(), t.whole_province()));
    }
    LinkList(links)
}

/// When it was told, and that the quarter which runs is not whole yet.
fn told(book: &PublicBook, shown: &ShownFigures, today: Date, t: &text::Words) -> String {
    let told = book.told.map(|day| t.told(&short_date(day, t.0))).unwrap_or_default();
    let runs = Quarter::of(today);
    let is_shown = shown.chosen.period.holds(runs) && book.quarters.contains(&runs);
    if is_shown { format!("{told} {}", t.runs(runs.number(), runs.year().number())) } else { told }
}

/// How it is counted, and what is not told.
fn how(bounds: &PublicBounds, t: &text::Words) -> Vec<String> {
    vec![
        t.how_least(bounds.at_least, bounds.moves_by),
        t.how_done().into(),
        t.how_days().into(),
        t.how_period().into(),
        t.how_closes(bounds.closes_after_days),
        t.how_discreet().into(),
    ]
}

/// Nothing is told where there is none.
fn number(number: i64, t: &text::Words) -> String {
    if number == 0 { String::new() } else { t.0.grouped(&number.to_string()) }
}

fn share(share: Option<Share>, t: &text::Words) -> String {
    let Some(share) = share else { return String::new() };
    let thousandths = share.per_thousand();
    format!("{}{}{}%", thousandths / 10, t.0.pick(",", "."), thousandths % 10)
}

fn days(days: Option<u16>, t: &text::Words) -> String {
    match days {
        None => String::new(),
        Some(0) => t.at_once().into(),
        Some(days) => t.days(days),
    }
}
