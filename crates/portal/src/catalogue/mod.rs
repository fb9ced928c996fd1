//! The catalogue: searched in people's own words, narrowed down by field, agency, audience, life event and level.

mod text;

use app::reference::Browse;
use askama::Template;
use domain::agency::AgencyKind;
use domain::procedure::{Audience, Level, Procedure};
use domain::rules::pack_on;
use serde::Deserialize;
use ui::Query;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Field, Fields, page};

const PAGE: usize = 50;
/// Answers looked at for one question: more than anybody reads.
const SEARCH_MAX: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    page: String,
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
    q: String,
    filters: Fields,
    narrowed: bool,
    said: String,
    before: Option<String>,
    after: Option<String>,
    rows: Vec<Row>,
    t: text::Words,
}

struct Row {
    code: String,
    short: String,
    /// Of the short name, when it is in another language than the page.
    lang: Option<&'static str>,
    name: String,
    /// Code, field and level.
    meta: String,
    /// How it was found, when everyday words led to it.
    why: String,
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
    let typed = forms::tidy(&wanted.q);
    // Best first when something was asked for, else by name.
    let found: Vec<(&Procedure, String)> = if typed.is_empty() {
        let mut found = reference.browse(&browse, today);
        found.sort_by_cached_key(|procedure| app::fold::fold(procedure.short_name.get(language)));
        found.into_iter().map(|procedure| (procedure, String::new())).collect()
    } else {
        let answers = reference.search(&typed, today, SEARCH_MAX).into_iter();
        answers
            .filter(|(procedure, _)| reference.fits(procedure, &browse, today))
            .map(|(procedure, found)| {
                let why = found.meant.iter().map(|(said, meant)| t.why(said, meant));
                (procedure, why.collect::<Vec<_>>().join(" "))
            })
            .collect()
    };
    let total = found.len();
    let place = wanted.page.parse().unwrap_or(0).min(total / PAGE);
    let heading = reference
        .life_event(&wanted.event)
        .map(|event| event.name.get(language))
        .or_else(|| reference.field(&wanted.field).map(|field| field.name.get(language)))
        .unwrap_or(t.title())
        .to_string();
    let rows: Vec<Row> = found
        .into_iter()
        .skip(place * PAGE)
        .take(PAGE)
        .map(|(procedure, why)| Row {
            why,
            code: procedure.code.to_string(),
            short: procedure.short_name.get(language).to_string(),
            lang: procedure.short_name.untranslated(language).then_some("vi"),
            name: procedure.name.vi.clone(),
            meta: {
                let supplies = reference.supplies(procedure.code.as_str(), today);
                let level = supplies.iter().map(|supply| supply.level).max();
                let field = reference.field(&procedure.field).map_or("", |field| field.name.get(language));
                let level = level.map_or("", |level| pack_on(today).level_name(level, language));
                let parts = [procedure.code.as_str(), field, level];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            },
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
    let said = if typed.is_empty() { t.found(total) } else { t.answers(total, &typed) };
    let address = |page: usize| {
        let page = page.to_string();
        let all = [
            ("q", typed.as_str()),
            ("field", &wanted.field),
            ("event", &wanted.event),
            ("audience", &wanted.audience),
            ("agency", &wanted.agency),
            ("level", &wanted.level),
            ("page", &page),
        ];
        format!("/procedures?{}", ui::query::written(&all))
    };
    let narrowed = [&wanted.field, &wanted.event, &wanted.audience, &wanted.agency, &wanted.level];
    page(&Page {
        chrome: Chrome::new(&ask, &heading),
        heading,
        narrowed: narrowed.into_iter().any(|value| !value.is_empty()),
        q: typed.clone(),
        filters,
        said,
        before: (place > 0).then(|| address(place - 1)),
        after: ((place + 1) * PAGE < total).then(|| address(place + 1)),
        rows,
        t,
    })
}
