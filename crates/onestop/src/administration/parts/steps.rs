//! The internal steps: saved as a new version of the process; dossiers already filed keep theirs.

use super::{ProcedurePart, text};
use crate::administration::rows::{LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::Text;
use domain::agency::{Agency, UnitKey};
use domain::officer::Role;
use domain::procedure::{Procedure, Process, Step};
use ui::field::{Option_, option};
use ui::form::ErrorTarget;
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "steps",
    title: Words::steps,
    note: Words::steps_note,
    add: Words::add_step,
    count: |procedure| procedure.process.steps.len(),
    edit,
};

const UNIT: ErrorTarget = ErrorTarget::Named("unit");
/// A year of work.
const HOURS_MAX: i64 = 2_000;

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let (t, language) = (Words(context.language), context.language);
    let data = context.app().master_data();
    let offerings = data.offerings(procedure.code.as_str(), context.today());
    let agencies: Vec<&Agency> =
        offerings.iter().filter_map(|offering| data.agency(offering.agency)).collect();
    let mut units: Vec<(UnitKey, Option_)> = Vec::new();
    for unit in agencies.iter().flat_map(|agency| &agency.units) {
        if !units.iter().any(|(known, _)| *known == unit.key) {
            units.push((unit.key.clone(), option(&unit.key.0, unit.name.get(language))));
        }
    }
    let mut taken: Vec<String> = Vec::new();
    let steps = rows.of(
        &procedure.process.steps,
        |step| &step.id,
        |form, row| {
            let name = text(form, t.name_vi(), t.name_en(), row.known.map(|step| &step.name));
            let unit =
                form.one_of_many("unit", t.unit(), units.clone()).value(row.value(|step| &step.unit.0));
            let unit = unit.on(UNIT).read();
            let lacks = |unit: &UnitKey| agencies.iter().find(|agency| agency.unit(unit).is_none());
            if let Some(agency) = unit.as_ref().and_then(lacks) {
                form.clash(UNIT, t.agency_lacks(agency.name.get(language)));
            }
            let roles = Role::OF_STEPS.map(|role| (role, option(role.key(), role.name(language))));
            let role =
                form.one_of_many("role", t.role(), roles.into()).value(row.value(|step| step.role.key()));
            let role = role.read();
            let hours = row.known.map(|step| step.hours.to_string()).unwrap_or_default();
            let hours = form.count("hours", t.step_hours(), 1, HOURS_MAX).complete("off").value(&hours);
            let hours = hours.read();
            let product = form.line("product-vi", t.product_vi()).complete("off").at_most(LINE_MAX);
            let product = product.value(row.value(|step| &step.product.vi)).optional().written();
            let english = form.line("product-en", t.product_en()).complete("off").at_most(LINE_MAX);
            let english = english.value(row.value(|step| &step.product.en)).optional().written();
            let (name, unit, role, hours) = (name?, unit?, role?, hours?);
            let id = row.key(&name.vi, &mut taken);
            Some(Step { id, name, unit, role, hours, product: Text::new(product, english) })
        },
    );
    if rows.is_empty() {
        rows.add_error(t.no_steps());
    }
    let name = procedure.short_name.get(domain::Language::Vietnamese);
    procedure.process = Process::of_list(procedure.process.version, name, steps);
}
