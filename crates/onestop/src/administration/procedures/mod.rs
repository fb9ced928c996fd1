//! Procedures: who supplies them at which level, what they still lack, and the way to each of their parts.

use super::parts;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::agency::{Agency, AgencyId};
use domain::procedure::{Level, Procedure, default_process};
use domain::rules::pack_on;
use domain::time::short_date;
use serde::Deserialize;
use ui::field::{Overwritten, option};
use ui::form::Topic;
use ui::part::{Back, Heading, Link, Links, Notice, Pager, Summary, Tone};
use ui::press::ACT;
use ui::{Chrome, Field, Fields, Form, Said, Switch, Tacit};
use web::{Answer, Ask, Failure, Query, Sent, page, page_again, page_with, query, see_saying};

const HOME: &str = "/office/administration/procedures";
const SEARCH: &str = "search";
const PAGE: usize = 50;
const SEARCH_MAX: usize = 100;

#[derive(Template)]
#[template(path = "administration/procedures/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    /// What somebody else saved since the page was opened.
    overwritten: Overwritten,
    summary: ui::part::Problems,
    /// Which agency supplies it, and how far.
    supplies: Summary,
    versions: Vec<String>,
    parts: Links,
    /// What it still needs before a dossier can be taken.
    lacks: Vec<&'static str>,
    supply: Fields,
    t: Words,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ProceduresQuery {
    q: String,
    page: String,
}

#[derive(Template)]
#[template(path = "administration/procedures/list.html")]
struct List {
    chrome: Chrome,
    q: String,
    said: String,
    rows: Links,
    pager: Pager,
    t: Words,
}

/// Found by what was typed, or all by name, a page at a time.
pub async fn list(ask: Ask, Query(wanted): Query<ProceduresQuery>) -> Answer {
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
    let place = query::number(&wanted.page)?.unwrap_or(0).min(found.len() / PAGE);
    let next = ((place + 1) * PAGE < found.len())
        .then(|| format!("{HOME}?{}", ui::query::written(&[("q", &q), ("page", &(place + 1).to_string())])));
    let row =
        |procedure: &&Procedure| {
            let supplies = data.supplies(procedure.code.as_str(), today);
            let level = supplies.iter().map(|supply| supply.level).max();
            let level =
                level.map_or(t.not_supplied(), |level| pack_on(today).level_name(level, ask.language));
            Link::new(format!("{HOME}/{}", procedure.code), procedure.short_name.get(ask.language))
                .text(format!("{} · {level} · {}", procedure.code, t.agencies_count(supplies.len())))
        };
    let rows = found.iter().skip(place * PAGE).take(PAGE).map(row).collect();
    let said = t.found(found.len());
    let rows = Links(rows);
    let pager = Pager::new(t.pages()).onward(Link::new(HOME, t.first_page()), next, t.next());
    let chrome = ask.chrome(t.procedures()).switching_among([Switch::asking(SEARCH, t.find_procedure())]);
    page(&List { chrome, q, said, rows, pager, t })
}

/// What is looked for.
const Q: Tacit = Tacit("q");
const FORM: &str = "supply";

ui::presses! {
    enum Press {
        Supply = "supply",
    }
}

const AGENCY: Topic = Topic::Part("agency");
/// The level nothing is offered at any more; a form opened before may ask for it.
const LEVEL_PAID: (&str, i64) = ("4", 4);

/// Who supplies a procedure, at which level, received where.
struct Supply {
    agency: Agency,
    level: Level,
    receiving: AgencyId,
}

fn supply_form(form: &mut Form, ask: &Ask, procedure: &Procedure) -> Option<Supply> {
    let (t, language) = (Words(ask.language), ask.language);
    let (data, today) = (ask.app().reference(), ask.today());
    let open = || data.agencies.iter().filter(move |agency| agency.exists_on(today));
    let named = |agency: &Agency| option(&agency.key, agency.name.get(language));
    let all = open().map(|agency| (agency.clone(), named(agency))).collect();
    let agency = form.one_of_many("agency", t.agency(), all).hint(t.default_steps_hint()).on(AGENCY).read();
    let missing = agency
        .as_ref()
        .and_then(|agency| procedure.process.steps.iter().find(|step| agency.unit(&step.unit).is_none()));
    if let Some(step) = missing {
        form.clash(AGENCY, t.unit_missing(step.name.get(language), &step.unit.0));
    }
    let level = |level: Level| {
        (level, option(level.number().to_string(), pack_on(today).level_name(level, language)))
    };
    let mut level = form.one_of_many("level", t.level(), Level::choices().map(level).collect());
    if let Some(paid) = Level::new(LEVEL_PAID.1) {
        level = level.formerly(LEVEL_PAID.0, paid);
    }
    let level = level.read();
    let counters = open().filter(|agency| agency.intake_unit().is_some());
    let counters = counters.map(|agency| (agency.id, named(agency))).collect();
    let receiving = form.one_of_many("receiving", t.receiving(), counters).read();
    Some(Supply { agency: agency?, level: level?, receiving: receiving? })
}

/// Who supplies it, as it is stored: an agency each, as a field named after it.
fn stored_supplies(ask: &Ask, code: &str) -> Fields {
    let data = ask.app().reference();
    let supplies = data.supplies(code, ask.today());
    let shown =
        supplies.iter().map(|supply| shown_supply(ask, supply.agency, supply.level, supply.receiving));
    Fields::new(ask.language, shown.collect())
}

fn shown_supply(ask: &Ask, agency: AgencyId, level: Level, receiving: AgencyId) -> Field {
    let (t, language, data) = (Words(ask.language), ask.language, ask.app().reference());
    let name = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let level = pack_on(ask.today()).level_name(level, language);
    let told = format!("{level} · {}", t.received_at(&name(receiving)));
    Field::text(language, &agency.0.to_string(), &name(agency)).value(&told)
}

fn view(ask: &Ask, procedure: &Procedure, supply: Fields) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let code = procedure.code.as_str();
    let stored = stored_supplies(ask, code);
    let supplies_count = stored.fields.len();
    let supplies = stored.fields.into_iter().map(|field| (field.label, field.value)).collect();
    let versions = data
        .history(code)
        .iter()
        .map(|dated| {
            let to = dated.to.map(short_date).unwrap_or_default();
            t.version(dated.procedure.version, &format!("{} – {to}", short_date(dated.from)))
        })
        .collect();
    let heading = procedure.short_name.get(language).to_string();
    let of = |part: &str| format!("{HOME}/{code}/{part}");
    let whole = [
        Link::new(of("about"), t.about()).text(t.about_more()),
        Link::new(of("process"), t.drawing()).text(t.drawing_more()),
    ];
    let parts = parts::PARTS.iter().map(|part| {
        Link::new(of(&format!("parts/{}", part.key)), (part.title)(&t)).text(part.said(procedure, language))
    });
    Page {
        chrome: ask
            .chrome(&heading)
            .with_problems(supply.any_wrong())
            .switching_for(FORM, Press::Supply.key()),
        overwritten: Overwritten::none(language),
        code: code.to_string(),
        heading,
        summary: supply.summary(),
        supplies,
        versions,
        parts: Links(whole.into_iter().chain(parts).collect()),
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
    let mut blank = Form::blank(ask.language);
    supply_form(&mut blank, &ask, &procedure);
    page(&view(&ask, &procedure, blank.drawn().marked_as(&stored_supplies(&ask, &code))))
}

pub async fn submit(ask: Ask, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let by = ask.signed_in()?.id();
    let Some(Press::Supply) = Press::of(&posted) else { return Err(Failure::BadRequest) };
    let stored = stored_supplies(&ask, &code);
    let mut sent = Form::sent(ask.language, &posted);
    let supply = supply_form(&mut sent, &ask, &procedure);
    let Some(Supply { agency, level, receiving }) = supply.filter(|_| !sent.any_wrong()) else {
        return page_again(&view(&ask, &procedure, sent.drawn_over(&stored)));
    };
    // Nobody's supply is overwritten unseen: the page says which there were.
    let wished = Fields::new(ask.language, vec![shown_supply(&ask, agency.id, level, receiving)]);
    let overwritten = stored.overwritten_by(&wished, &posted);
    if !overwritten.lines.is_empty() {
        let page = view(&ask, &procedure, sent.drawn_over(&stored));
        let chrome = page.chrome.with_problems(true);
        return page_with(StatusCode::CONFLICT, &Page { chrome, overwritten, ..page });
    }
    // A procedure without steps is put to work at once with the default ones.
    if procedure.process.steps.is_empty() {
        let officers = app::accounts::list_officers(ask.app(), agency.id).await?;
        let process = default_process(&procedure, &agency, &officers);
        if !process.steps.is_empty() {
            app::processes::save(ask.app(), by, code.clone(), process).await?;
        }
    }
    app::administration::save_supply(ask.app(), by, code.clone(), agency.id, level, receiving).await?;
    see_saying(&ask, &format!("{HOME}/{code}"), Said::Saved)
}
