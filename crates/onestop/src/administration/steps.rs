//! The steps of a procedure: edited together, saved as a new version; running dossiers keep theirs.

use super::is_slug;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use domain::Text;
use domain::agency::UnitKey;
use domain::officer::Role;
use domain::procedure::{Procedure, Process, Step};
use ui::field::{Summary, option};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const STEPS_MAX: usize = 40;

#[derive(Template)]
#[template(path = "administration/steps.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    summary: Summary,
    version: u32,
    steps: Vec<StepView>,
    t: Words,
}

struct StepView {
    number: usize,
    heading: String,
    fields: Fields,
}

/// A step as typed: it may be wrong.
#[derive(Clone, Default)]
struct Typed {
    id: String,
    vi: String,
    en: String,
    unit: String,
    role: String,
    hours: String,
    product_vi: String,
    product_en: String,
}

impl Typed {
    fn of(step: &Step) -> Typed {
        Typed {
            id: step.id.clone(),
            vi: step.name.vi.clone(),
            en: step.name.en.clone(),
            unit: step.unit.0.clone(),
            role: step.role.key().into(),
            hours: step.hours.to_string(),
            product_vi: step.product.vi.clone(),
            product_en: step.product.en.clone(),
        }
    }
}

fn wanted(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure(code, ask.today()).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let typed: Vec<Typed> = procedure.process.steps.iter().map(Typed::of).collect();
    page(&view(&ask, &procedure, &typed, &[]))
}

/// The fields of every step, with what is wrong: (step, field, sentence).
fn view(ask: &Ask, procedure: &Procedure, typed: &[Typed], wrong: &[(usize, &str, String)]) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let mut units: Vec<ui::field::Option_> = Vec::new();
    for supply in data.supplies(procedure.code.as_str(), ask.today()) {
        for unit in data.agency(supply.agency).map(|agency| agency.units.as_slice()).unwrap_or_default() {
            if !units.iter().any(|known| known.value == unit.key.0) {
                units.push(option(&unit.key.0, unit.name.get(language)));
            }
        }
    }
    let roles: Vec<_> = [Role::Officer, Role::DivisionHead, Role::AgencyHead]
        .iter()
        .map(|role| option(role.key(), role.name(language)))
        .collect();
    let mut lines = Vec::new();
    let steps = typed
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let name = |field: &str| format!("{field}-{place}");
            let mut fields = Fields::new(
                language,
                vec![
                    Field::text(language, &name("id"), t.key()).value(&step.id).complete("off"),
                    Field::text(language, &name("vi"), t.name_vi()).value(&step.vi).complete("off"),
                    Field::text(language, &name("en"), t.name_en())
                        .value(&step.en)
                        .optional()
                        .complete("off"),
                    Field::select(language, &name("unit"), t.unit(), units.clone()).value(&step.unit),
                    Field::select(language, &name("role"), t.role(), roles.clone()).value(&step.role),
                    Field::number(language, &name("hours"), t.step_hours())
                        .value(&step.hours)
                        .complete("off"),
                    Field::text(language, &name("product-vi"), t.product_vi())
                        .value(&step.product_vi)
                        .optional()
                        .complete("off"),
                    Field::text(language, &name("product-en"), t.product_en())
                        .value(&step.product_en)
                        .optional()
                        .complete("off"),
                ],
            );
            for (_, field, sentence) in wrong.iter().filter(|(step, ..)| *step == place) {
                fields.wrong(&name(field), sentence.clone());
            }
            lines.extend(fields.summary().lines);
            StepView { number: place, heading: t.step(place + 1), fields }
        })
        .collect();
    let mut summary = Summary::of(language, Vec::new());
    summary.lines = lines;
    let heading = procedure.short_name.get(language).to_string();
    Page {
        chrome: Chrome::new(ask, &heading).with_problems(!wrong.is_empty()),
        code: procedure.code.to_string(),
        heading,
        summary,
        version: procedure.process.version,
        steps,
        t,
    }
}

fn read_typed(posted: &Posted) -> Vec<Typed> {
    (0..STEPS_MAX)
        .take_while(|place| posted.has(&format!("id-{place}")))
        .map(|place| {
            let text = |field: &str| posted.text(&format!("{field}-{place}"));
            Typed {
                id: text("id"),
                vi: text("vi"),
                en: text("en"),
                unit: text("unit"),
                role: text("role"),
                hours: text("hours"),
                product_vi: text("product-vi"),
                product_en: text("product-en"),
            }
        })
        .collect()
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let mut typed = read_typed(&posted);
    let act = posted.raw("act").to_string();
    let place =
        |act: &str, start: &str| act.strip_prefix(start).and_then(|place| place.parse::<usize>().ok());
    if act == "add" {
        if typed.len() < STEPS_MAX {
            typed.push(Typed::default());
        }
        return page(&view(&ask, &procedure, &typed, &[]));
    }
    if let Some(place) = place(&act, "remove-").filter(|place| *place < typed.len()) {
        typed.remove(place);
        return page(&view(&ask, &procedure, &typed, &[]));
    }
    if let Some(place) = place(&act, "up-").filter(|place| *place > 0 && *place < typed.len()) {
        typed.swap(place, place - 1);
        return page(&view(&ask, &procedure, &typed, &[]));
    }
    if act != "save" {
        return Err(Failure::BadRequest);
    }
    // Somebody else may have saved since this page was opened: nobody's steps are overwritten unseen.
    if posted.raw("version") != procedure.process.version.to_string() {
        let overtaken = Words(ask.language).overtaken().to_string();
        return page_again(&view(&ask, &procedure, &typed, &[(0, "id", overtaken)]));
    }
    match read(&ask, &procedure, &typed) {
        Err(wrong) => page_again(&view(&ask, &procedure, &typed, &wrong)),
        Ok(steps) => {
            let process = Process { version: procedure.process.version + 1, steps };
            ask.app().save_process(ask.signed_in()?.id(), code.clone(), process).await?;
            see_saying(&ask, &format!("/office/administration/procedures/{code}"), Said::Saved)
        }
    }
}

fn read(
    ask: &Ask,
    procedure: &Procedure,
    typed: &[Typed],
) -> Result<Vec<Step>, Vec<(usize, &'static str, String)>> {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let supplies = data.supplies(procedure.code.as_str(), ask.today());
    let mut wrong = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    for (place, step) in typed.iter().enumerate() {
        let mut say = |field, sentence: String| wrong.push((place, field, sentence));
        if !is_slug(&step.id) {
            say("id", t.slug_wrong().into());
        } else if steps.iter().any(|known| known.id == step.id) {
            say("id", t.key_taken().into());
        }
        if step.vi.is_empty() {
            say("vi", t.name_missing().into());
        }
        let unit = UnitKey(step.unit.clone());
        let lacking =
            supplies.iter().filter_map(|supply| data.agency(supply.agency)).find(|a| a.unit(&unit).is_none());
        if step.unit.is_empty() {
            say("unit", t.choose().into());
        } else if let Some(agency) = lacking {
            say("unit", t.agency_lacks(agency.name.get(ask.language)));
        }
        let role =
            Role::parse(&step.role).filter(|role| !matches!(role, Role::Counter | Role::Administrator));
        if role.is_none() {
            say("role", t.choose().into());
        }
        let hours = step.hours.parse().ok().filter(|hours| (1..=2_000).contains(hours));
        if hours.is_none() {
            say("hours", t.hours_wrong().into());
        }
        steps.push(Step {
            id: step.id.clone(),
            name: Text::new(&step.vi, &step.en),
            unit,
            role: role.unwrap_or(Role::Officer),
            hours: hours.unwrap_or(1),
            product: Text::new(&step.product_vi, &step.product_en),
        });
    }
    if typed.is_empty() {
        wrong.push((0, "id", t.no_steps().into()));
    }
    if wrong.is_empty() { Ok(steps) } else { Err(wrong) }
}
