//! Procedures: who supplies them at which level, what they still lack, and the way to each of their parts.

use super::agencies::ListRow;
use super::parts;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use domain::procedure::{Level, Procedure, default_process};
use domain::rules::pack_on;
use domain::time::short_date;
use serde::Deserialize;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Query, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/procedures";
const PAGE: usize = 50;
const SEARCH_MAX: usize = 100;

#[derive(Template)]
#[template(path = "administration/procedure.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    summary: ui::field::Summary,
    supplies: Vec<(String, String)>,
    versions: Vec<String>,
    parts: Vec<PartView>,
    /// What it still needs before a dossier can be taken.
    lacks: Vec<&'static str>,
    supply: Fields,
    t: Words,
}

struct PartView {
    to: String,
    name: &'static str,
    more: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    page: String,
}

#[derive(Template)]
#[template(path = "administration/procedures.html")]
struct List {
    chrome: Chrome,
    q: String,
    said: String,
    rows: Vec<ListRow>,
    next: Option<String>,
    t: Words,
}

/// Found by what was typed, or all by name, a page at a time.
pub async fn list(ask: Ask, Query(wanted): Query<Wanted>) -> Answer {
    let (t, today) = (Words(ask.language), ask.today());
    let data = ask.app().reference();
    let q = forms::tidy(&wanted.q);
    let found: Vec<&Procedure> = if q.is_empty() {
        let mut all = data.procedures(today);
        all.sort_by_cached_key(|procedure| app::fold::fold(procedure.short_name.get(ask.language)));
        all
    } else {
        let found = data.search(&q, today, SEARCH_MAX).into_iter().map(|(procedure, _)| procedure);
        found.filter(|procedure| data.closed(procedure.code.as_str(), today).is_none()).collect()
    };
    let place = wanted.page.parse().unwrap_or(0).min(found.len() / PAGE);
    let next = ((place + 1) * PAGE < found.len())
        .then(|| format!("{HOME}?{}", ui::query::written(&[("q", &q), ("page", &(place + 1).to_string())])));
    let row = |procedure: &&Procedure| {
        let supplies = data.supplies(procedure.code.as_str(), today);
        let level = supplies.iter().map(|supply| supply.level).max();
        let level = level.map_or(t.not_supplied(), |level| pack_on(today).level_name(level, ask.language));
        ListRow {
            to: format!("{HOME}/{}", procedure.code),
            name: procedure.short_name.get(ask.language).to_string(),
            more: format!("{} · {level} · {}", procedure.code, t.agencies_count(supplies.len())),
        }
    };
    let rows = found.iter().skip(place * PAGE).take(PAGE).map(row).collect();
    let said = t.found(found.len());
    page(&List { chrome: Chrome::new(&ask, t.procedures()), q, said, rows, next, t })
}

fn supply_fields(ask: &Ask) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let today = ask.today();
    let open = || data.agencies.iter().filter(move |agency| agency.exists_on(today));
    let all = || open().map(|agency| option(&agency.key, agency.name.get(language))).collect();
    let counters = open()
        .filter(|agency| agency.intake_unit().is_some())
        .map(|agency| option(&agency.key, agency.name.get(language)))
        .collect();
    let levels = Level::choices()
        .map(|level| option(level.number().to_string(), pack_on(ask.today()).level_name(level, language)))
        .collect();
    Fields::new(
        language,
        vec![
            Field::select(language, "agency", t.agency(), all()).hint(t.default_steps_hint()),
            Field::select(language, "level", t.level(), levels),
            Field::select(language, "receiving", t.receiving(), counters),
        ],
    )
}

fn view(ask: &Ask, procedure: &Procedure, supply: Fields) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let code = procedure.code.as_str();
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let supplies_count = data.supplies(code, ask.today()).len();
    let supplies = data
        .supplies(code, ask.today())
        .iter()
        .map(|supply| {
            let level = pack_on(ask.today()).level_name(supply.level, language);
            (agency(supply.agency), format!("{level} · {}", t.received_at(&agency(supply.receiving))))
        })
        .collect();
    let versions = data
        .history(code)
        .iter()
        .map(|dated| {
            let to = dated.to.map(short_date).unwrap_or_default();
            t.version(dated.procedure.version, &format!("{} – {to}", short_date(dated.from)))
        })
        .collect();
    let heading = procedure.short_name.get(language).to_string();
    let parts = parts::PARTS.iter().map(|part| PartView {
        to: format!("{HOME}/{code}/parts/{}", part.key),
        name: (part.title)(&t),
        more: part.said(procedure, language),
    });
    Page {
        chrome: Chrome::new(ask, &heading).with_problems(supply.any_wrong()),
        code: code.to_string(),
        heading,
        summary: supply.summary(),
        supplies,
        versions,
        parts: parts.collect(),
        lacks: lacks(procedure, supplies_count, &t),
        supply,
        t,
    }
}

/// What a procedure still needs before a dossier can be taken.
fn lacks(procedure: &Procedure, supplies: usize, t: &Words) -> Vec<&'static str> {
    let mut lacks = Vec::new();
    if supplies == 0 {
        lacks.push(t.lacks_supply());
    }
    if procedure.methods.is_empty() {
        lacks.push(t.lacks_ways());
    }
    if procedure.process.steps.is_empty() {
        lacks.push(t.lacks_steps());
    }
    lacks
}

/// From when a version saved now holds: today, or the day the newest one begins if that is still to come.
pub fn valid_from(ask: &Ask, code: &str) -> jiff::civil::Date {
    let data = ask.app().reference();
    let last = data.history(code).iter().map(|dated| dated.from).max();
    last.unwrap_or(ask.today()).max(ask.today())
}

fn wanted(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    page(&view(&ask, &procedure, supply_fields(&ask)))
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let procedure = wanted(&ask, &code)?;
    let by = ask.signed_in()?.id();
    let data = ask.app().reference();
    match posted.raw("act") {
        "supply" => {
            let mut fields = supply_fields(&ask).typed(&posted);
            let agency = data.agency_by_key(posted.raw("agency")).cloned();
            let receiving = data.agency_by_key(posted.raw("receiving")).map(|agency| agency.id);
            let level = posted.raw("level").parse().ok().and_then(Level::new);
            for (name, there) in
                [("agency", agency.is_some()), ("receiving", receiving.is_some()), ("level", level.is_some())]
            {
                if !there {
                    fields.missing(name);
                }
            }
            let missing = agency.as_ref().and_then(|agency| {
                procedure.process.steps.iter().find(|step| agency.unit(&step.unit).is_none())
            });
            if let Some(step) = missing {
                fields.wrong("agency", t.unit_missing(step.name.get(ask.language), &step.unit.0));
            }
            let (Some(agency), Some(receiving), Some(level), false) =
                (agency, receiving, level, fields.any_wrong())
            else {
                return page_again(&view(&ask, &procedure, fields));
            };
            // A procedure without steps is put to work at once with the default ones.
            if procedure.process.steps.is_empty() {
                let officers = ask.app().list_officers(agency.id).await?;
                let process = default_process(&procedure, &agency, &officers);
                if !process.steps.is_empty() {
                    ask.app().save_process(by, code.clone(), process).await?;
                }
            }
            ask.app().save_supply(by, code.clone(), agency.id, level, receiving).await?;
        }
        _ => return Err(Failure::BadRequest),
    }
    see_saying(&ask, &format!("{HOME}/{code}"), Said::Saved)
}
