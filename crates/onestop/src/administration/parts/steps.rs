//! The internal steps: saved as a new version of the process; dossiers already filed keep theirs.

use super::Part;
use crate::administration::rows::{Problems, Row, key, missing};
use crate::administration::text::Words;
use domain::Text;
use domain::agency::UnitKey;
use domain::officer::Role;
use domain::procedure::{Procedure, Step};
use forms::number::whole;
use ui::field::option;
use ui::{Ask, Field};

pub const PART: Part =
    Part { key: "steps", title: Words::steps, note: Words::steps_note, columns, rows, read };

fn columns(ask: &Ask, procedure: &Procedure) -> Vec<Field> {
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
    let roles = [Role::Officer, Role::DivisionHead, Role::AgencyHead];
    let roles = roles.iter().map(|role| option(role.key(), role.name(language))).collect();
    vec![
        Field::text(language, "vi", t.name_vi()).complete("off"),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
        Field::select(language, "unit", t.unit(), units),
        Field::select(language, "role", t.role(), roles),
        Field::number(language, "hours", t.step_hours()).complete("off"),
        Field::text(language, "product-vi", t.product_vi()).optional().complete("off"),
        Field::text(language, "product-en", t.product_en()).optional().complete("off"),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let row = |step: &Step| {
        Row::of([
            ("id", step.id.clone()),
            ("vi", step.name.vi.clone()),
            ("en", step.name.en.clone()),
            ("unit", step.unit.0.clone()),
            ("role", step.role.key().into()),
            ("hours", step.hours.to_string()),
            ("product-vi", step.product.vi.clone()),
            ("product-en", step.product.en.clone()),
        ])
    };
    procedure.process.steps.iter().map(row).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let columns = columns(ask, procedure);
    let supplies = data.supplies(procedure.code.as_str(), ask.today());
    let mut taken: Vec<String> = Vec::new();
    let mut steps = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        let unit = UnitKey(row.get("unit").into());
        let lacking =
            supplies.iter().filter_map(|supply| data.agency(supply.agency)).find(|a| a.unit(&unit).is_none());
        if unit.0.is_empty() {
            problems.say(place, "unit", missing(ask, &columns, "unit"));
        } else if let Some(agency) = lacking {
            problems.say(place, "unit", t.agency_lacks(agency.name.get(ask.language)));
        }
        let role = Role::parse(row.get("role"));
        let role = role.filter(|role| !matches!(role, Role::Counter | Role::Administrator));
        if role.is_none() {
            problems.say(place, "role", missing(ask, &columns, "role"));
        }
        let hours = whole(row.get("hours"), 1..=2_000);
        if hours.is_none() {
            problems.say(place, "hours", t.hours_wrong());
        }
        let id = key(row, row.get("vi"), &taken);
        taken.push(id.clone());
        let (Some(role), Some(hours)) = (role, hours) else { continue };
        steps.push(Step {
            id,
            name: Text::new(row.get("vi"), row.get("en")),
            unit,
            role,
            hours,
            product: Text::new(row.get("product-vi"), row.get("product-en")),
        });
    }
    if rows.is_empty() {
        problems.say(usize::MAX, "", t.no_steps());
    }
    procedure.process.steps = steps;
}
