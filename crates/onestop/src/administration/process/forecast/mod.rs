//! A draft tried on real dossiers of the last months: how many would be late, where they would wait, and for whom. Only sums
//! are shown; whoever designs sees no dossier.

#[cfg(test)]
mod tests;

use super::text::Words;
use super::trial::TrialSetting;
use super::{home, title};
use app::processes::FORECAST_MAX;
use askama::Template;
use axum::extract::Path;
use domain::forecast::{Forecast, RunTally, StaffGroup, StepForecast};
use process::{WorkingTime, time_in_words};
use serde::Deserialize;
use ui::diagram::{Marked, svg};
use ui::field::option;
use ui::part::{BackLink, Cell, Chart, FilterBar, Heading, Notice, Table, TableRow, Tag, TagKind};
use ui::{Chrome, Field};
use web::{Answer, Query, RequestContext, page, query};

/// How many months may be looked at, and how many are at first.
const MONTHS: [u32; 4] = [1, 3, 6, 12];
const MONTHS_FIRST: u32 = 3;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ForecastQuery {
    months: String,
}

#[derive(Template)]
#[template(path = "administration/process/forecast/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Heading,
    filter: FilterBar,
    /// Nothing where no dossier was decided.
    any: bool,
    looked_at: String,
    /// What came to no end.
    left_out: Option<Notice>,
    tallies: Table,
    bottleneck: Notice,
    untried: String,
    chart: Chart,
    steps: Table,
    groups: Table,
    t: Words,
}

pub async fn show(
    context: RequestContext,
    Path(code): Path<String>,
    Query(wanted): Query<ForecastQuery>,
) -> Answer {
    let Some(setting) = TrialSetting::set(&context, &code).await? else { return web::see(&home(&code)) };
    let offered = |said: &str| said.parse().ok().filter(|months| MONTHS.contains(months));
    let months = query::known(&wanted.months, offered)?.unwrap_or(MONTHS_FIRST);
    let found =
        app::processes::forecast(context.app(), &setting.procedure, setting.agency.id, months).await?;
    page(&view(&context, &setting, months, &found))
}

fn view(context: &RequestContext, setting: &TrialSetting, months: u32, found: &Forecast) -> Page {
    let (t, language) = (Words(context.language), context.language);
    let procedure = &setting.procedure;
    let process = &procedure.process;
    let time = |minutes: u32| match minutes {
        0 => "–".to_string(),
        minutes => time_in_words(WorkingTime(minutes), language),
    };
    let name_of =
        |id: &str| process.name_of(id).map_or_else(|| id.to_string(), |name| name.get(language).to_string());
    let unit = |group: &StaffGroup| {
        let unit = setting.agency.unit(&group.unit).map(|unit| unit.name.get(language).to_string());
        format!("{} · {}", group.role.name(language), unit.unwrap_or_default())
    };
    let choices = MONTHS.map(|months: u32| option(months.to_string(), t.forecast_months(months)));
    let field = Field::select(language, "months", t.forecast_period(), choices.to_vec());
    let longest = found.steps.iter().map(|step| step.waits).max().unwrap_or_default();
    let step = |step: &StepForecast| {
        let worst = step.waits == longest && longest > 0;
        let name = Cell {
            tag: worst.then(|| Tag::new(TagKind::Warn, t.forecast_worst())),
            ..Cell::new(name_of(&step.step))
        };
        TableRow {
            head: name,
            cells: vec![
                Cell::new(step.times.to_string()),
                Cell::new(time(step.waits)).bar(step.waits * 100 / longest.max(1)),
                Cell::new(time(step.takes)),
                Cell::new(step.late.to_string()),
            ],
        }
    };
    let first = found.bottleneck();
    let group = |group: &StaffGroup| {
        let is_first = first == Some(group);
        let name = Cell {
            tag: is_first.then(|| Tag::new(TagKind::Warn, t.forecast_first())),
            ..Cell::new(unit(group))
        };
        TableRow {
            head: name,
            cells: vec![
                Cell::new(group.officers.to_string()),
                Cell::new(group.steps.to_string()),
                Cell::new(time(group.waits)),
                Cell::new(format!("{} %", group.busy)),
                Cell::new(group.longest.to_string()),
            ],
        }
    };
    // What is waited for most is marked, and so is what is waited for at all.
    let waited = |worst: bool| {
        let marked =
            found.steps.iter().filter(move |step| step.waits > 0 && (step.waits * 2 > longest) == worst);
        marked.map(|step| step.step.clone()).collect()
    };
    let marked = Marked { slow: waited(true), changed: waited(false), ..Marked::default() };
    let late = |tally: &RunTally| t.forecast_late_of(tally.late, tally.dossiers);
    let (was, would) = (&found.was, &found.would);
    Page {
        chrome: context.chrome(t.forecast()),
        code: procedure.code.to_string(),
        heading: title(context, procedure, t.forecast()),
        filter: FilterBar {
            fields: vec![field.value(&months.to_string())],
            button: t.forecast_run(),
            ..FilterBar::default()
        },
        any: would.dossiers > 0,
        looked_at: t.forecast_looked_at(would.dossiers, FORECAST_MAX),
        left_out: match &found.why {
            _ if found.left_out == 0 => None,
            Some(why) => Some(t.forecast_left_out(found.left_out, &why.sentence(language))),
            None => Some(t.forecast_endless(found.left_out)),
        }
        .map(Notice::warning),
        tallies: Table::new(
            &[t.forecast_figure(), t.forecast_was(), t.forecast_would()],
            vec![
                compared(t.forecast_late(), late(was), late(would)),
                compared(t.forecast_middle(), time(was.middle), time(would.middle)),
                compared(t.forecast_most(), time(was.most), time(would.most)),
            ],
        ),
        bottleneck: Notice::info(first.map_or_else(
            || t.forecast_no_bottleneck().to_string(),
            |group| t.forecast_bottleneck(&unit(group), &time(group.waits)),
        )),
        untried: match found.untried.is_empty() {
            true => String::new(),
            false => {
                let names: Vec<String> = found.untried.iter().map(|id| name_of(id)).collect();
                t.forecast_untried(&names.join(", "))
            }
        },
        chart: Chart::new(
            t.forecast_picture(),
            svg(process.model(), t.forecast_picture(), &marked, language),
        ),
        steps: Table::new(
            &[t.step(), t.forecast_times(), t.forecast_waits(), t.forecast_takes(), t.forecast_late_steps()],
            found.steps.iter().map(step).collect(),
        ),
        groups: Table::new(
            &[
                t.forecast_desk(),
                t.forecast_officers(),
                t.forecast_times(),
                t.forecast_waits(),
                t.forecast_busy(),
                t.forecast_longest(),
            ],
            found.groups.iter().map(group).collect(),
        ),
        t,
    }
}

/// A figure as it was, and as it would be.
fn compared(name: &str, was: String, would: String) -> TableRow {
    TableRow { head: Cell::new(name), cells: vec![Cell::new(was), Cell::new(would)] }
}
