//! Who offers a procedure: agencies one by one or a whole level at once, and until when.

use crate::administration::text::Words;
use app::administration::OfferingChange;
use app::master_data::Offering;
use domain::agency::{Agency, AgencyId, AgencyKind};
use domain::procedure::{Level, Procedure, Step};
use domain::rules::pack_on;
use domain::time::short_date;
use jiff::civil::Date;
use ui::field::option;
use ui::form::ErrorTarget;
use ui::part::{Cell, Pick, Picking, Table, TableRow};
use ui::{Field, Fields, Form, FormParam};
use web::RequestContext;

const AGENCY: ErrorTarget = ErrorTarget::Named("agency");
const RECEIVING: ErrorTarget = ErrorTarget::Named("receiving");
/// The level nothing is offered at any more; a form opened before may ask for it.
const LEVEL_PAID: (&str, i64) = ("4", 4);
/// Agencies a sentence names; of more it says how many they are.
const NAMED_MAX: usize = 5;
/// The boxes that choose whose offering ends.
pub const PICKS: FormParam = FormParam("ending");

/// Who shall offer a procedure from today on, at which level, received where.
pub struct OfferingRequest {
    pub agencies: Vec<Agency>,
    pub level: Level,
    /// People and organisations may apply for the procedure.
    public: bool,
    receiving: Receiving,
}

/// Where dossiers are handed in.
#[derive(Clone, Copy)]
enum Receiving {
    /// At the counter of the agency that decides.
    Itself,
    At(AgencyId),
}

impl Receiving {
    const ITSELF: &str = "itself";

    fn of(self, agency: &Agency) -> AgencyId {
        match self {
            Receiving::Itself => agency.id,
            Receiving::At(counter) => counter,
        }
    }
}

impl OfferingRequest {
    pub fn offers(&self) -> Vec<OfferingChange> {
        let offer =
            |agency: &Agency| OfferingChange { agency: agency.id, receiving: self.receiving.of(agency) };
        self.agencies.iter().map(offer).collect()
    }

    /// As the page shows it.
    pub fn shown(&self, context: &RequestContext) -> Fields {
        let shown =
            |offer: OfferingChange| shown(context, self.public, offer.agency, self.level, offer.receiving);
        Fields::new(context.language, self.offers().into_iter().map(shown).collect())
    }

    /// Every agency must have the divisions of the steps, and a counter where it is to receive.
    pub fn check(&self, form: &mut Form, context: &RequestContext, steps: &[Step]) {
        let (t, language) = (Words(context.language), context.language);
        let lacks = |agency: &&Agency, step: &Step| agency.unit(&step.unit).is_none();
        let missing = steps.iter().find(|step| self.agencies.iter().any(|agency| lacks(&agency, step)));
        if let Some(step) = missing {
            let without = self.agencies.iter().filter(|agency| lacks(agency, step));
            // What it is called where there is one: its key says nothing to anybody.
            let data = context.app().master_data();
            let unit = self.agencies.iter().chain(&data.agencies).find_map(|agency| agency.unit(&step.unit));
            let (without, step) = (named(without, &t), step.name.get(language));
            form.clash(
                AGENCY,
                match unit {
                    Some(unit) => t.unit_missing(&without, unit.name.get(language), step),
                    None => t.no_unit_for(&without, step),
                },
            );
        }
        let without = self.agencies.iter().filter(|agency| agency.intake_unit().is_none());
        let without: Vec<&Agency> = without.collect();
        if matches!(self.receiving, Receiving::Itself) && !without.is_empty() {
            form.clash(RECEIVING, t.no_counter(&named(without.into_iter(), &t)));
        }
    }
}

/// Agencies by their names, the first few.
fn named<'a>(agencies: impl Iterator<Item = &'a Agency>, t: &Words) -> String {
    let names: Vec<&str> = agencies.map(|agency| agency.name.get(t.0)).collect();
    let more = names.len().saturating_sub(NAMED_MAX);
    let said = names[..names.len() - more].join(", ");
    if more > 0 { t.and_more(&said, more) } else { said }
}

/// Who offers it from today on. What hangs on its steps is checked apart.
pub fn form(form: &mut Form, context: &RequestContext, procedure: &Procedure) -> Option<OfferingRequest> {
    let (t, language) = (Words(context.language), context.language);
    let (data, today) = (context.app().master_data(), context.today());
    let mut open: Vec<&Agency> = data.agencies.iter().filter(|agency| agency.exists_on(today)).collect();
    open.sort_by_key(|agency| place(agency.kind));
    let of_kind = |kind: AgencyKind| open.iter().filter(move |agency| agency.kind == kind);
    let kinds = KINDS
        .iter()
        .filter(|kind| of_kind(**kind).count() > 1)
        .map(|kind| (*kind, option(t.kind_key(*kind), t.whole_kind(of_kind(*kind).count(), t.kind(*kind)))));
    let kinds = form.any_of("kinds", t.whole_kinds(), kinds.collect()).optional().read().unwrap_or_default();
    let named = |agency: &Agency| option(&agency.key, agency.name.get(language));
    let all = open.iter().map(|agency| (agency.id, named(agency).hint(t.kind(agency.kind)))).collect();
    let hint = if procedure.process.steps.is_empty() { t.default_steps_hint() } else { "" };
    let some = form.any_of("agency", t.agency(), all).hint(hint).on(AGENCY).given().unwrap_or_default();
    let wished = |agency: &&&Agency| kinds.contains(&agency.kind) || some.contains(&agency.id);
    let agencies: Vec<Agency> = open.iter().filter(wished).map(|agency| (*agency).clone()).collect();
    if agencies.is_empty() {
        form.needs(AGENCY);
    }
    let level = |level: Level| {
        (level, option(level.number().to_string(), pack_on(today).level_name(level, language)))
    };
    // What agencies ask of each other is nowhere on the portal: no level is chosen, the lowest is stored.
    let level = match procedure.is_public() {
        false => Level::choices().next(),
        true => {
            let mut level = form.one_of_many("level", t.level(), Level::choices().map(level).collect());
            if let Some(paid) = Level::new(LEVEL_PAID.1) {
                level = level.formerly(LEVEL_PAID.0, paid);
            }
            level.read()
        }
    };
    let counters = open.iter().filter(|agency| agency.intake_unit().is_some());
    let counters = counters.map(|agency| (Receiving::At(agency.id), named(agency)));
    let itself = (Receiving::Itself, option(Receiving::ITSELF, t.received_itself()));
    let receiving =
        form.one_of_many("receiving", t.receiving(), [itself].into_iter().chain(counters).collect());
    let receiving = receiving.on(RECEIVING).read();
    Some(OfferingRequest { agencies, level: level?, public: procedure.is_public(), receiving: receiving? })
}

/// In the order of a list: what most procedures are offered by comes first.
const KINDS: [AgencyKind; 4] =
    [AgencyKind::Department, AgencyKind::Commune, AgencyKind::ServiceCentre, AgencyKind::Province];

fn place(kind: AgencyKind) -> usize {
    KINDS.iter().position(|other| *other == kind).unwrap_or(KINDS.len())
}

fn is_public(context: &RequestContext, code: &str) -> bool {
    context.app().master_data().procedure_any(code).is_none_or(Procedure::is_public)
}

/// Who offers it, as it is stored: an agency each, as a field named after it.
pub fn stored(context: &RequestContext, code: &str) -> Fields {
    let data = context.app().master_data();
    let (offerings, public) = (data.offerings(code, context.today()), is_public(context, code));
    let shown = offerings.iter().map(|of| shown(context, public, of.agency, of.level, of.receiving));
    Fields::new(context.language, shown.collect())
}

/// What is said of the level: between agencies there is none.
pub(super) fn level_told(context: &RequestContext, public: bool, level: Level) -> String {
    let t = Words(context.language);
    let name = || pack_on(context.today()).level_name(level, context.language);
    if public { name().to_string() } else { t.between_agencies().to_string() }
}

fn shown(
    context: &RequestContext,
    public: bool,
    agency: AgencyId,
    level: Level,
    receiving: AgencyId,
) -> Field {
    let (t, language) = (Words(context.language), context.language);
    let level = level_told(context, public, level);
    let told = format!("{level} · {}", t.received_at(&name(context, receiving)));
    Field::text(language, &agency.0.to_string(), &name(context, agency)).value(&told)
}

fn name(context: &RequestContext, agency: AgencyId) -> String {
    let data = context.app().master_data();
    data.agency(agency).map(|agency| agency.name.get(context.language).to_string()).unwrap_or_default()
}

/// Who offers it today, each with a box that chooses it; those that were chosen stay so.
pub fn table(context: &RequestContext, code: &str, picked: &[&str]) -> Table {
    let (t, language, data) = (Words(context.language), context.language, context.app().master_data());
    let offerings = data.offerings(code, context.today());
    let public = is_public(context, code);
    let line = |offering: &&Offering| {
        let level = level_told(context, public, offering.level);
        let until = offering.to.map_or_else(|| t.no_end().to_string(), |day| short_date(day, language));
        let receiving = match offering.receiving == offering.agency {
            true => t.received_itself().to_string(),
            false => name(context, offering.receiving),
        };
        TableRow::new(
            Cell::new(name(context, offering.agency)),
            vec![Cell::new(level), Cell::new(receiving), Cell::new(until)],
        )
    };
    let pick = |offering: &&Offering| {
        let key = data.agency(offering.agency).map_or("", |agency| agency.key.as_str());
        let label = t.choose_agency(&name(context, offering.agency));
        Pick { attributes: PICKS.ticked(key, picked.contains(&key)), label }
    };
    let picking = Picking {
        label: t.choose_agencies().into(),
        form: super::ENDING,
        picks: offerings.iter().map(pick).collect(),
    };
    let columns = [t.agency(), t.level(), t.receiving(), t.until()];
    let picking = Some(picking).filter(|_| !offerings.is_empty());
    Table { picking, ..Table::new(&columns, offerings.iter().map(line).collect()) }
}

/// The last day of an offering.
pub fn end_form(form: &mut Form, context: &RequestContext) -> Option<Date> {
    let (t, today) = (Words(context.language), context.today());
    form.day("end-day", t.offering_last_day())
        .hint(t.end_offering_hint())
        .unless(move |day| *day < today, t.day_past())
        .read()
}

/// Whose supply ends, and on which day.
pub fn read_end(
    form: &mut Form,
    context: &RequestContext,
    code: &str,
    picked: &[&str],
) -> Option<(Vec<AgencyId>, Date)> {
    let data = context.app().master_data();
    let last = end_form(form, context);
    let offerings = data.offerings(code, context.today());
    let found = |key: &&str| {
        let agency = data.agency_by_key(key)?.id;
        offerings.iter().any(|offering| offering.agency == agency).then_some(agency)
    };
    let agencies: Option<Vec<AgencyId>> = picked.iter().map(found).collect();
    match agencies.filter(|agencies| !agencies.is_empty()) {
        Some(agencies) => Some((agencies, last?)),
        None => {
            form.add_error(Words(context.language).nobody_chosen());
            None
        }
    }
}
