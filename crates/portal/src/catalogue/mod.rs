//! The catalogue, narrowed down by field, agency, audience, life event and level.

mod text;

use app::reference::Browse;
use askama::Template;
use domain::agency::AgencyKind;
use domain::procedure::{Audience, Level};
use domain::rules::pack_on;
use serde::Deserialize;
use ui::Query;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Field, Fields, page};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    field: String,
    event: String,
    audience: String,
    agency: String,
    level: String,
}

#[derive(Template)]
#[template(path = "catalogue/page.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    filters: Fields,
    said: String,
    rows: Vec<Row>,
    t: text::Words,
}

struct Row {
    code: String,
    short: String,
    name: String,
    field: String,
    level: &'static str,
}

pub async fn show(ask: Ask, Query(wanted): Query<Wanted>) -> Answer {
    let t = text::Words(ask.language);
    let reference = ask.app().reference();
    let (language, today) = (ask.language, ask.today());
    let agency = reference.agency_by_key(&wanted.agency);
    let browse = Browse {
        field: Some(wanted.field.clone()).filter(|key| !key.is_empty()),
        life_event: Some(wanted.event.clone()).filter(|key| !key.is_empty()),
        audience: Audience::parse(&wanted.audience),
        agency: agency.map(|agency| agency.id),
        level: wanted.level.parse().ok(),
    };
    let mut found = reference.browse(&browse, today);
    found.sort_by_key(|procedure| app::fold::fold(procedure.short_name.get(language)));
    let heading = reference
        .life_event(&wanted.event)
        .map(|event| event.name.get(language))
        .or_else(|| reference.field(&wanted.field).map(|field| field.name.get(language)))
        .unwrap_or(t.title())
        .to_string();
    let rows: Vec<Row> = found
        .into_iter()
        .map(|procedure| Row {
            code: procedure.code.to_string(),
            short: procedure.short_name.get(language).to_string(),
            name: procedure.name.vi.clone(),
            field: reference.field(&procedure.field).map_or("", |field| field.name.get(language)).to_string(),
            level: reference
                .supplies(procedure.code.as_str(), today)
                .iter()
                .map(|supply| supply.level)
                .max()
                .map_or("", |level| pack_on(ask.today()).level_name(level, language)),
        })
        .collect();
    let agencies = reference.agencies.iter().filter(|agency| {
        agency.exists_on(today) && matches!(agency.kind, AgencyKind::Commune | AgencyKind::Department)
    });
    let levels = (1..=4).filter_map(Level::new);
    let filters = Fields::new(
        language,
        vec![
            Field::select(
                language,
                "field",
                t.field(),
                reference.fields.iter().map(|field| option(&field.key, field.name.get(language))).collect(),
            )
            .value(&wanted.field),
            Field::select(
                language,
                "event",
                t.event(),
                reference
                    .life_events
                    .iter()
                    .map(|event| option(&event.key, event.name.get(language)))
                    .collect(),
            )
            .value(&wanted.event),
            Field::select(
                language,
                "audience",
                t.audience(),
                Audience::ALL
                    .iter()
                    .map(|audience| option(audience.key(), audience.name(language)))
                    .collect(),
            )
            .value(&wanted.audience),
            Field::select(
                language,
                "agency",
                t.agency(),
                agencies.map(|agency| option(&agency.key, agency.name.get(language))).collect(),
            )
            .value(&wanted.agency),
            Field::select(
                language,
                "level",
                t.level(),
                levels
                    .map(|level| {
                        option(level.number().to_string(), pack_on(ask.today()).level_name(level, language))
                    })
                    .collect(),
            )
            .value(&wanted.level),
        ],
    );
    let said = t.found(rows.len());
    page(&Page { chrome: Chrome::new(&ask, &heading), heading, filters, said, rows, t })
}
