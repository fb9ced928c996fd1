//! What is said of a step: what it is called, who does it, how long it takes, how it turns out, and by which other agency
//! it is done.

use super::super::text::Words;
use super::forms::{ElementContext, MATTER, TIME, chosen};
use super::{DraftElement, outcomes};
use domain::Language;
use domain::agency::Agency;
use domain::officer::Role;
use process::{Edit, LinkedTask, StepDetails, WorkingTime};
use ui::Form;
use ui::field::{Option_, option};
use ui::formats::beginning;
use web::RequestContext;

const SUGGESTIONS_MAX: usize = 14;
const SUGGESTION_LETTERS: usize = 60;

pub(super) fn describe(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let (t, language, element) = (at.t, at.language(), at.element);
    let responsible = element.model.responsible(element.model.index(&element.id)?);
    let node = at.node()?;
    let name = form.line("about-name", t.name()).complete("off").value(&node.name).on(MATTER).written();
    let english = form.line("about-english", t.name_english()).complete("off").value(&node.step.english);
    let english = english.optional().written();
    if node.is_linked() {
        let about =
            StepDetails { name, english, time: time(form, at, "about-time"), ..StepDetails::of(node) };
        return Some(Edit::Describe { step: at.id(), about });
    }
    let units = element.agency.units.iter();
    let units = units.map(|unit| option(&unit.key.0, unit.name.get(language))).collect();
    let named = domain::adopt::named(&responsible, &element.agency);
    let unit = named.unit.map_or("", |unit| unit.key.0.as_str());
    let unit = form.one_of_many("about-unit", t.unit(), chosen(units)).value(unit).given();
    let roles = super::super::who::roles(named.role, language);
    let role = named.role.or(named.unknown_role.is_none().then_some(Role::Officer));
    let role = form.one_of_many("about-role", t.role(), roles).value(role.map_or("", Role::key)).given();
    let time = time(form, at, "about-time");
    let product = form.line("about-product", t.product()).complete("off").value(&node.step.product);
    let product = product.optional().written();
    let product_english = form.line("about-product-english", t.product_english()).complete("off");
    let product_english = product_english.value(&node.step.product_english).optional().written();
    let outcomes = outcomes::fields(form, at, node);
    let others = element.kept_apart_from(at.context);
    let apart_from = match others.is_empty() {
        true => Vec::new(),
        false => {
            let apart = form.any_of("about-apart", t.apart(), chosen(others)).optional();
            apart.value(&node.step.apart_from.join(",")).read().unwrap_or_default()
        }
    };
    let (unit, role) = (unit.unwrap_or_default(), role.map_or(String::new(), |role| role.key().into()));
    let linked = node.step.linked.clone();
    let about = StepDetails {
        name,
        english,
        unit,
        role,
        time,
        product,
        product_english,
        outcomes,
        apart_from,
        linked,
    };
    Some(Edit::Describe { step: at.id(), about })
}

/// Which other agency does it, by which of its procedures, and how long that may take.
pub(super) fn link(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let (t, language, element) = (at.t, at.language(), at.element);
    let node = at.node()?;
    let data = at.context.app().master_data();
    let other = |agency: &&Agency| agency.id != element.agency.id && agency.exists_on(at.context.today());
    let agencies = data.agencies.iter().filter(other);
    let agencies = agencies.map(|agency| option(&agency.key, agency.name.get(language))).collect();
    let said = node.step.linked.clone().unwrap_or_default();
    let agency = form.one_of_many("link-agency", t.link_agency(), chosen(agencies)).value(&said.agency);
    let agency = agency.on(MATTER).missing(t.choose()).read();
    let procedure = form.line("link-procedure", t.link_procedure()).hint(t.link_procedure_hint());
    let procedure = procedure.complete("off").wide("input--20").suggest(done_elsewhere(at.context, element));
    let procedure = procedure.value(&said.procedure).missing(t.choose()).read();
    let time = time(form, at, "link-time");
    let linked = Some(LinkedTask { agency: agency?, procedure: procedure? });
    Some(Edit::Describe { step: at.id(), about: StepDetails { linked, time, ..StepDetails::of(node) } })
}

/// A working time, without its hint: the page says that once.
pub(in super::super) fn time_line(form: &mut Form, field: &str, t: &Words, value: &str) -> String {
    let wrong = t.trial_time_wrong();
    let field = form.line(field, t.time()).complete("off").wide("input--10").value(value);
    field.checked(move |text| WorkingTime::of_step(text).is_none().then(|| wrong.to_string())).written()
}

fn time(form: &mut Form, at: &ElementContext, field: &str) -> String {
    let time = at.node().and_then(|node| node.step.time);
    let time = time.map(|time| in_words(time, at.language())).unwrap_or_default();
    form.line(field, at.t.time()).hint(at.t.time_hint()).complete("off").value(&time).on(TIME).written()
}

pub(in super::super) fn in_words(time: WorkingTime, language: Language) -> String {
    process::time_in_words(time, language)
}

/// Procedures that other agencies do with steps, up to a maximum.
fn done_elsewhere(context: &RequestContext, element: &DraftElement) -> Vec<Option_> {
    let (data, today) = (context.app().master_data(), context.today());
    let procedures =
        data.procedures(today).into_iter().filter(|procedure| !procedure.process.steps.is_empty());
    let named = procedures.filter_map(|procedure| {
        let offerings = data.offerings(procedure.code.as_str(), today);
        let other = offerings.iter().find(|offering| offering.agency != element.agency.id)?;
        let name = beginning(procedure.short_name.get(context.language), SUGGESTION_LETTERS);
        let more = data.agency(other.agency).map_or("", |agency| agency.name.get(context.language));
        Some(option(procedure.code.as_str(), format!("{name} ({more})")))
    });
    named.take(SUGGESTIONS_MAX).collect()
}
