//! Reports of periods: the list of them, a report with its choices, its files, and the dossiers behind a figure.

mod behind;
mod file;
pub mod quarters;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod wanted;

pub use behind::{Page as BehindPage, listed, show as dossiers};
pub use file::{JsonReport, ReportFormat, download, report_csv, report_json};
pub use sheet::report_sheet;

use app::reports::{MadeReport, WantedReport};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::Language;
use domain::agency::AgencyId;
use domain::counting::Period;
use domain::officer::Officer;
use domain::report::{LineOf, Quarter, REPORTS, ReportColumn, ReportLine, StatisticalReport, head};
use ui::part::{
    BackLink, FigureCell, FigureHead, FigureLine, FigureTable, Heading, Link, LinkList, Notice, Pair, Phrase,
    Print, SummaryList, TabLink, Tabs,
};
use ui::{Chrome, Fields, Switch};
use wanted::{Asked, address, asked, scope};
use web::{Answer, Query, RequestContext, page, page_with_errors};

/// The way back to a report of all that the one who asks may see.
fn written_report(
    context: &RequestContext,
    report: &'static StatisticalReport,
    period: Period,
    rows: domain::report::Rows,
) -> String {
    address(context, WantedReport { report, period, rows, agency: None, reporter: None }, "")
}

const HOME: &str = "/office/reports";

#[derive(Template)]
#[template(path = "reports/list.html")]
struct ReportsPage {
    chrome: Chrome,
    /// What is due of the quarter that closed last.
    due: Option<Notice>,
    reports: LinkList,
    t: text::Words,
}

pub async fn list(context: RequestContext) -> Answer {
    scope(&context)?;
    let t = text::Words(context.language);
    let due = quarters::due(&context).await?;
    page(&ReportsPage { chrome: context.chrome(t.title()), due, reports: every(context.language), t })
}

fn every(language: Language) -> LinkList {
    let t = text::Words(language);
    let link =
        |report: &&StatisticalReport| {
            let link = Link::new(format!("{HOME}/{}", report.key), report.title(language));
            link.text(report.form.map_or_else(
                || Phrase::from(t.unverified()),
                |form| Phrase::of(&(form, "").into(), language),
            ))
        };
    LinkList(REPORTS.iter().map(link).collect())
}

/// The form that chooses days, lines and agency.
const FORM: &str = "choose";

#[derive(Template)]
#[template(path = "reports/page.html")]
struct Page {
    chrome: Chrome,
    title: String,
    form: Phrase,
    periods: Tabs,
    fields: Fields,
    /// The choices stand open: something is wrong with them.
    open: bool,
    unverified: Option<Notice>,
    made: Option<Shown>,
    t: text::Words,
}

/// A report as the page shows it.
struct Shown {
    facts: SummaryList,
    unfinished: bool,
    table: FigureTable,
    /// What is counted apart: words, and what leads to the dossiers.
    apart: String,
    xlsx: String,
    csv: String,
    conventions: Vec<Phrase>,
}

pub async fn show(
    context: RequestContext,
    Path(key): Path<String>,
    Query(said): Query<Vec<(String, String)>>,
) -> Answer {
    let Asked { report, scope, wanted, fields } = asked(&context, &key, said)?;
    let Some(wanted) = wanted else {
        return page_with_errors(&view(&context, report, fields, None));
    };
    let made = app::reports::make(context.app(), wanted, scope).await?;
    if context.json {
        let data = context.app().master_data();
        return web::json(StatusCode::OK, &report_json(&made, &data, context.language));
    }
    page(&view(&context, report, fields, Some((wanted, made))))
}

fn view(
    context: &RequestContext,
    report: &'static StatisticalReport,
    fields: Fields,
    made: Option<(WantedReport, MadeReport)>,
) -> Page {
    let (t, language) = (text::Words(context.language), context.language);
    let title = report.title(language).to_string();
    let periods = periods(context, report, made.as_ref().map(|(wanted, _)| *wanted));
    let shown = made.map(|(wanted, made)| {
        let opens = opens(context.officer().ok(), &wanted, context);
        let below = |format: ReportFormat| address(context, wanted, &format!("/files/{}", format.key()));
        let (xlsx, csv) = (below(ReportFormat::Xlsx), below(ReportFormat::Csv));
        shown(&made, language, opens, wanted.period.to >= context.today(), [xlsx, csv])
    });
    Page {
        chrome: context
            .chrome(&title)
            .with_problems(fields.any_wrong())
            .switching_among([Switch::asking(FORM, t.choose())]),
        form: form_name(report, language),
        title,
        periods,
        open: shown.is_none(),
        fields,
        unverified: unverified(report, t),
        made: shown,
        t,
    }
}

fn form_name(report: &StatisticalReport, language: Language) -> Phrase {
    report.form.map_or_else(Phrase::default, |form| Phrase::of(&(form, "").into(), language))
}

fn unverified(report: &StatisticalReport, t: text::Words) -> Option<Notice> {
    report.form.is_none().then(|| Notice::info(format!("{}. {}", t.unverified(), t.unverified_more())))
}

/// The last quarters and years, each a link to the same report.
fn periods(
    context: &RequestContext,
    report: &'static StatisticalReport,
    wanted: Option<WantedReport>,
) -> Tabs {
    let t = text::Words(context.language);
    let current = Quarter::of(context.today());
    let quarters = std::iter::successors(Some(current), |quarter| Some(quarter.before())).take(4);
    let years = [current.year(), Quarter::of(current.year().period().from).before().year()];
    let all = quarters.map(Quarter::period).chain(years.map(|year| year.period()));
    let tab = |period: Period| {
        let rows = report.rows[0];
        let same = wanted.unwrap_or(WantedReport { report, period, rows, agency: None, reporter: None });
        TabLink {
            href: address(context, WantedReport { period, ..same }, ""),
            name: t.period_name(period),
            count: String::new(),
            here: wanted.is_some_and(|wanted| wanted.period == period),
            late: false,
        }
    };
    Tabs { label: t.periods().into(), tabs: all.map(tab).collect() }
}

/// Where the figures of a line lead: to the dossiers of their own agency, for its head.
type Opens<'a> = Box<dyn Fn(&ReportLine, &ReportColumn) -> Option<String> + 'a>;

fn opens<'a>(officer: Option<&Officer>, wanted: &WantedReport, context: &'a RequestContext) -> Opens<'a> {
    let own: Option<AgencyId> =
        officer.filter(|officer| domain::dossier::Sight::of(officer).decided).map(|officer| officer.agency);
    let wanted = *wanted;
    Box::new(move |line, column| {
        let list = column.opens.filter(|_| own.is_some() && line.only == own)?;
        let address = address(context, WantedReport { agency: None, ..wanted }, "/dossiers");
        let address = format!("{address}&list={}", list.key());
        Some(match &line.of {
            LineOf::Field(_, field) => {
                format!("{address}&{}", ui::query::written(&[("field", field.as_str())]))
            }
            _ => address,
        })
    })
}

fn shown(
    made: &MadeReport,
    language: Language,
    opens: Opens,
    unfinished: bool,
    [xlsx, csv]: [String; 2],
) -> Shown {
    let t = text::Words(language);
    let (filled, report) = (&made.filled, made.filled.report);
    let mut facts = vec![Pair::new(t.reporter(), Phrase::of(&made.reporter, language))];
    if !made.recipient.is_empty() {
        facts.push(Pair::new(t.recipient(), Phrase::of(&made.recipient, language)));
    }
    let days = t.period_days(filled.period);
    let name = t.period_name(filled.period);
    let period = if name == days { days } else { format!("{name} ({days})") };
    facts.push(Pair::new(t.period(), period));
    facts.push(Pair::new(t.unit(), language.pick(report.unit.0, report.unit.1)));
    let predecessors: Vec<&str> = made.took_over.iter().map(|name| name.get(language)).collect();
    if !predecessors.is_empty() {
        facts.push(Pair::new(t.took_over(), predecessors.join("; ")));
    }
    Shown {
        facts: SummaryList::new(facts),
        unfinished,
        table: table(made, language, &opens),
        apart: apart(made, language),
        xlsx,
        csv,
        conventions: filled.conventions.iter().map(|said| Phrase::of(said, language)).collect(),
    }
}

fn table(made: &MadeReport, language: Language, opens: &Opens) -> FigureTable {
    let report = made.filled.report;
    let heads = head(report, made.filled.rows).into_iter().map(|row| {
        let cell = |cell: domain::report::HeadCell| FigureHead {
            text: language.pick(cell.text.0, cell.text.1).into(),
            rows: cell.rows,
            columns: cell.columns,
        };
        row.into_iter().map(cell).collect()
    });
    let line = |line: &ReportLine| {
        let cell = |(column, figure): (&ReportColumn, &i64)| {
            let text = file::figure(column, *figure, language);
            let href = opens(line, column).filter(|_| *figure > 0);
            let label = href.as_ref().map(|_| column_name(column, language)).unwrap_or_default();
            FigureCell { text, href, label }
        };
        FigureLine {
            number: line.number.clone(),
            name: Phrase::of(&line.name, language),
            sum: line.of.is_sum(),
            figures: report.columns.iter().zip(&line.figures).map(cell).collect(),
        }
    };
    let numbers = ["(1)".to_string(), "(2)".to_string()].into_iter();
    FigureTable {
        caption: report.title(language).into(),
        heads: heads.collect(),
        numbers: numbers.chain(report.columns.iter().map(|column| report.numbered(column))).collect(),
        lines: made.filled.lines.iter().map(line).collect(),
    }
}

/// A column by all its heads: `Đã giải quyết, quá hạn`.
fn column_name(column: &ReportColumn, language: Language) -> String {
    column.head.iter().map(|head| language.pick(head.0, head.1)).collect::<Vec<_>>().join(", ")
}

/// What is counted apart, aloud, where there is any.
fn apart(made: &MadeReport, language: Language) -> String {
    let (filled, report) = (&made.filled, made.filled.report);
    if filled.apart.iter().all(|figure| *figure == 0) {
        return String::new();
    }
    let said = language.pick(report.apart_said.0, report.apart_said.1);
    let figures = report.apart.iter().zip(&filled.apart);
    let figures = figures.map(|(column, figure)| {
        format!("{} {}", column_name(column, language), file::figure(column, *figure, language))
    });
    format!("{said}: {}.", figures.collect::<Vec<_>>().join(", "))
}
