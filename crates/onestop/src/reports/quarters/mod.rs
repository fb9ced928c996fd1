//! The quarter's reports: who has sent and who has not, a report with what can be done with it, and an issue as it was sent.

mod figures;
mod issue;
mod report;
#[cfg(test)]
mod tests;
mod text;

pub use issue::{download, show as issue};
pub use report::{show, submit};
pub use text::Words;

use app::quarterly::{QuarterlyList, QuarterlyListed, context_of};
use askama::Template;
use domain::agency::{Agency, AgencyId};
use domain::quarterly::{QuarterlyContext, QuarterlyReport, QuarterlyStage, ReportDue, due_on};
use domain::report::{Quarter, REPORTS, StatisticalReport};
use domain::time::short_date;
use jiff::civil::Date;
use ui::part::{BackLink, Cell, Heading, Link, Notice, Phrase, TabLink, Table, TableRow, Tabs, Tag, Tone};
use ui::{Chrome, FormParam};
use web::{Answer, Failure, Query, RequestContext, page};

pub const HOME: &str = "/office/reports/quarters";
const QUARTER: FormParam = FormParam("quarter");
/// Quarters that are offered.
const OFFERED: usize = 5;

#[derive(Template)]
#[template(path = "reports/quarters/list.html")]
struct QuarterlyListPage {
    chrome: Chrome,
    quarters: Tabs,
    cut_off: String,
    own: Table,
    controlled: Option<Table>,
    counts: String,
    t: text::Words,
}

/// The form that is sent each quarter; there is one.
fn filed() -> Option<&'static StatisticalReport> {
    REPORTS.into_iter().find(|report| report.is_filed())
}

pub async fn list(context: RequestContext, Query(said): Query<Vec<(String, String)>>) -> Answer {
    let officer = context.officer()?;
    let form = filed().ok_or(Failure::NotFound)?;
    let asked = said.iter().find(|(name, _)| name == QUARTER.name());
    let current = Quarter::of(context.today());
    let quarter = match asked {
        Some((_, text)) => {
            Quarter::parse(text).filter(|quarter| *quarter <= current).ok_or(Failure::NotFound)?
        }
        // What is due is the quarter that closed last.
        None => current.before(),
    };
    let listed = app::quarterly::list(context.app(), officer, form, quarter).await?;
    let data = context.app().master_data();
    page(&list_view(
        context.chrome(text::Words(context.language).title()),
        &listed,
        &data.agencies,
        form,
        quarter,
        current,
    ))
}

fn list_view(
    chrome: Chrome,
    listed: &QuarterlyList,
    agencies: &[Agency],
    form: &StatisticalReport,
    quarter: Quarter,
    current: Quarter,
) -> QuarterlyListPage {
    let t = text::Words(chrome.language);
    let offered = std::iter::successors(Some(current), |quarter| Some(quarter.before())).take(OFFERED);
    let tab = |offered: Quarter| TabLink {
        href: format!("{HOME}?{}", ui::query::written(&[(QUARTER.name(), &offered.to_string())])),
        name: t.quarter_name(offered),
        count: String::new(),
        here: offered == quarter,
        late: false,
    };
    let table = |rows: &[QuarterlyListed]| {
        let columns = [t.agency(), t.stage(), t.number(), t.sent_on(), t.due_on()];
        Table::new(&columns, rows.iter().map(|row| line(row, agencies, form, quarter, t)).collect())
    };
    let received = listed.controlled.iter().filter(|row| row.report.received().is_some()).count();
    let open = listed.controlled.iter().filter(|row| row.report.is_open() && row.report.received().is_none());
    let missing = open.count();
    let waiting = listed.controlled.len() - received - missing;
    QuarterlyListPage {
        quarters: Tabs { label: t.quarters().into(), tabs: offered.map(tab).collect() },
        cut_off: t.cut_off(&short_date(quarter.period().to, t.0)),
        own: table(std::slice::from_ref(&listed.own)),
        controlled: (!listed.controlled.is_empty()).then(|| table(&listed.controlled)),
        counts: t.counts(received, waiting, missing),
        chrome,
        t,
    }
}

fn line(
    row: &QuarterlyListed,
    agencies: &[Agency],
    form: &StatisticalReport,
    quarter: Quarter,
    t: text::Words,
) -> TableRow {
    let agency = agencies.iter().find(|agency| agency.id == row.agency);
    let name = agency.map(|agency| Phrase::of(&agency.name, t.0)).unwrap_or_default();
    let key = agency.map_or("", |agency| agency.key.as_str());
    let stage = Cell::default().tagged(t.stage_tag(row.report.stage));
    let reminded = row.report.reminded.filter(|_| row.report.is_open());
    let stage = match reminded {
        Some(at) => stage.hint(t.reminded_on(&short_date(at.date(), t.0))),
        None => stage,
    };
    let due = Cell::new(short_date(row.due_on, t.0));
    let due = match (row.late, row.report.issues.is_empty()) {
        (true, true) => due.tagged(Tag::late(t.late())),
        (true, false) => due.tagged(Tag::late(t.sent_late())),
        (false, _) => due,
    };
    let last = row.report.last();
    let cells = vec![
        stage,
        Cell::new(last.map(|sent| sent.number.clone()).unwrap_or_default()),
        Cell::new(last.map(|sent| short_date(sent.at.date(), t.0)).unwrap_or_default()).whole(),
        due,
    ];
    TableRow::new(Cell::link(address_of(quarter, form.key, key), name), cells)
}

/// The address of a report: no key of ours in it.
fn address_of(quarter: Quarter, form: &str, agency: &str) -> String {
    format!("{HOME}/{}-{}/{form}/{agency}", quarter.year().number(), quarter.number())
}

/// Which report an address means, of an officer who has to do with it.
struct MeantReport {
    due: ReportDue,
    form: &'static StatisticalReport,
    agency: AgencyId,
    address: String,
    context: QuarterlyContext,
}

fn meant(context: &RequestContext, quarter: &str, form: &str, agency: &str) -> Result<MeantReport, Failure> {
    let officer = context.officer()?;
    let data = context.app().master_data();
    let (year, number) = quarter.split_once('-').ok_or(Failure::NotFound)?;
    let quarter = Quarter::parse(&format!("{number}/{year}")).ok_or(Failure::NotFound)?;
    let current = Quarter::of(context.today());
    let known = REPORTS.into_iter().find(|known| known.key == form).ok_or(Failure::NotFound)?;
    let agency = data.agencies.iter().find(|known| known.key == agency).ok_or(Failure::NotFound)?;
    let due = ReportDue { agency: agency.id, report: known.key.into(), quarter };
    let decides = context_of(context.app(), officer, &due).filter(|_| quarter <= current);
    Ok(MeantReport {
        address: address_of(quarter, known.key, &agency.key),
        agency: agency.id,
        form: known,
        context: decides.ok_or(Failure::NotFound)?,
        due,
    })
}

/// What the head of an agency must still do about the quarter that closed last, where it is not sent.
pub async fn due(context: &RequestContext) -> Result<Option<Notice>, Failure> {
    let (officer, data) = (context.officer()?, context.app().master_data());
    let Some(form) = filed() else { return Ok(None) };
    let quarter = Quarter::of(context.today()).before();
    let due = ReportDue { agency: officer.agency, report: form.key.into(), quarter };
    let Some(decides) = context_of(context.app(), officer, &due) else { return Ok(None) };
    let report = app::quarterly::find(context.app(), &due).await?;
    let key = data.agency(officer.agency).map_or("", |agency| agency.key.as_str());
    let days = (due_on(quarter, decides.controlled), context.today());
    let address = address_of(quarter, form.key, key);
    Ok(due_notice(&report, quarter, days, &address, text::Words(context.language)))
}

/// The same of a report, with the day it is to be sent by and today.
pub fn due_notice(
    report: &QuarterlyReport,
    quarter: Quarter,
    (due_on, today): (Date, Date),
    address: &str,
    t: text::Words,
) -> Option<Notice> {
    if !report.is_open() {
        return None;
    }
    let late = due_on < today || report.stage == QuarterlyStage::Returned || report.reminded.is_some();
    let tone = if late { Tone::Warning } else { Tone::Info };
    let stage = t.stage_tag(report.stage).words;
    let said = t.to_send(&t.quarter_name(quarter), &short_date(due_on, t.0), &stage.text);
    let notice = Notice::new(tone, said).link(Link::new(address, t.open()));
    Some(match report.reminded {
        Some(at) => notice.sentence(t.reminded_you(&short_date(at.date(), t.0))),
        None => notice,
    })
}
