//! Procedures: who supplies them at which level, and their words. Changed words are a new version.

use super::agencies::{ListPage, ListRow, date};
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use domain::Text;
use domain::procedure::{Level, Procedure};
use domain::rules::PACK_2018;
use domain::time::short_date;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/procedures";

#[derive(Template)]
#[template(path = "administration/procedure.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    version: u32,
    summary: ui::field::Summary,
    supplies: Vec<(String, String)>,
    versions: Vec<String>,
    steps: Vec<String>,
    supply: Fields,
    words: Fields,
    t: Words,
}

pub async fn list(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let mut found = data.procedures(ask.today());
    found.sort_by_key(|procedure| app::fold::fold(procedure.short_name.get(ask.language)));
    let rows = found
        .into_iter()
        .map(|procedure| {
            let supplies = data.supplies(procedure.code.as_str(), ask.today());
            let level = supplies.iter().map(|supply| supply.level).max();
            let level = level.map_or(t.not_supplied(), |level| PACK_2018.level_name(level, ask.language));
            ListRow {
                to: format!("{HOME}/{}", procedure.code),
                name: procedure.short_name.get(ask.language).to_string(),
                more: format!("{} · {level} · {}", procedure.code, t.agencies_count(supplies.len())),
            }
        })
        .collect();
    let heading = t.procedures().to_string();
    let add = Some((format!("{HOME}/new"), t.new_procedure().to_string()));
    page(&ListPage { chrome: Chrome::new(&ask, &heading), heading, add, rows, next: None, t })
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
    let levels = (1..=4)
        .filter_map(Level::new)
        .map(|level| option(level.number().to_string(), PACK_2018.level_name(level, language)))
        .collect();
    Fields::new(
        language,
        vec![
            Field::select(language, "agency", t.agency(), all()),
            Field::select(language, "level", t.level(), levels),
            Field::select(language, "receiving", t.receiving(), counters),
        ],
    )
}

fn word_fields(ask: &Ask, procedure: &Procedure) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    Fields::new(
        language,
        vec![
            Field::text(language, "short-vi", t.short_vi()).value(&procedure.short_name.vi).complete("off"),
            Field::text(language, "short-en", t.short_en())
                .value(&procedure.short_name.en)
                .optional()
                .complete("off"),
            Field::area(language, "summary-vi", t.summary_vi()).value(&procedure.summary.vi),
            Field::area(language, "summary-en", t.summary_en()).value(&procedure.summary.en).optional(),
            Field::date(language, "from", t.valid_from()).hint(t.valid_from_hint()).optional(),
        ],
    )
}

fn view(ask: &Ask, procedure: &Procedure, supply: Fields, words: Fields) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let code = procedure.code.as_str();
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let supplies = data
        .supplies(code, ask.today())
        .iter()
        .map(|supply| {
            let level = PACK_2018.level_name(supply.level, language);
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
    let steps = procedure.process.steps.iter();
    let steps = steps.map(|step| format!("{} ({})", step.name.get(language), t.hours(step.hours))).collect();
    let heading = procedure.short_name.get(language).to_string();
    let mut summary = supply.summary();
    summary.lines.extend(words.summary().lines);
    Page {
        chrome: Chrome::new(ask, &heading).with_problems(!summary.lines.is_empty()),
        code: code.to_string(),
        heading,
        version: newest(&data, code),
        summary,
        supplies,
        versions,
        steps,
        supply,
        words,
        t,
    }
}

/// The number of the newest version, in force or still to come.
fn newest(data: &app::reference::Reference, code: &str) -> u32 {
    data.history(code).iter().map(|dated| dated.procedure.version).max().unwrap_or(0)
}

fn wanted(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure(code, ask.today()).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    page(&view(&ask, &procedure, supply_fields(&ask), word_fields(&ask, &procedure)))
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
                    fields.wrong(name, t.choose());
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
                return page_again(&view(&ask, &procedure, fields, word_fields(&ask, &procedure)));
            };
            ask.app().save_supply(by, code.clone(), agency.id, level, receiving).await?;
        }
        "words" => {
            let mut fields = word_fields(&ask, &procedure).typed(&posted);
            let short = Text::new(posted.text("short-vi"), posted.text("short-en"));
            let summary = Text::new(posted.text("summary-vi"), posted.text("summary-en"));
            if short.is_empty() {
                fields.wrong("short-vi", t.name_missing());
            }
            if summary.is_empty() {
                fields.wrong("summary-vi", t.name_missing());
            }
            let from = date(&posted, "from", &mut fields, &t).unwrap_or(ask.today());
            let last = data.history(&code).iter().map(|dated| dated.from).max();
            if from < ask.today() || last.is_some_and(|last| from < last) {
                fields.wrong("from", t.valid_from_hint());
            }
            if fields.any_wrong() {
                return page_again(&view(&ask, &procedure, supply_fields(&ask), fields));
            }
            let version =
                data.history(&code).iter().map(|dated| dated.procedure.version).max().unwrap_or(0) + 1;
            let changed = Procedure { version, short_name: short, summary, ..procedure };
            ask.app().save_procedure(by, changed, from).await?;
        }
        _ => return Err(Failure::BadRequest),
    }
    see_saying(&ask, &format!("{HOME}/{code}"), Said::Saved)
}
