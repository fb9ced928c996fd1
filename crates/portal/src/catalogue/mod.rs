//! The catalogue: searched in people's own words, narrowed down by field, agency, audience, life event and level.

mod facets;
pub mod suggest;
mod text;

use askama::Template;
use domain::agency::AgencyKind;
use domain::procedure::{Audience, Level, Procedure};
use domain::rules::pack_on;
use facets::{Browse, Counts};
use serde::Deserialize;
use ui::field::option;
use ui::part::{Crumbs, Empty, Heading, Link, Links, Note, PageLink, Pages, Phrase, Search, Tag};
use ui::{Chrome, Field, Fields, Switch, Tacit};
use web::{Answer, Ask, Query, page, query};

const PAGE: usize = 50;
/// Answers looked at for one question: more than anybody reads.
const SEARCH_MAX: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CatalogueQuery {
    q: String,
    page: String,
    field: String,
    event: String,
    audience: String,
    agency: String,
    level: String,
}

/// What is looked for.
pub const Q: Tacit = Tacit("q");

#[derive(Template)]
#[template(path = "catalogue/page.html")]
struct Page {
    chrome: Chrome,
    crumbs: Crumbs,
    heading: Heading,
    search: Search,
    q: String,
    filters: Fields,
    /// How many filters are set.
    narrowed: usize,
    said: String,
    /// Every page is a click away.
    pages: Pages,
    rows: Links,
    t: text::Words,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.t.empty_more().into(), link: None }
    }
}

pub async fn show(ask: Ask, Query(wanted): Query<CatalogueQuery>) -> Answer {
    let t = text::Words(ask.language);
    let reference = ask.app().reference();
    let (language, today) = (ask.language, ask.today());
    let level = |said: &str| said.parse().ok().and_then(Level::new);
    let browse = Browse {
        field: query::known(&wanted.field, |key| reference.field(key))?.map(|field| field.key.clone()),
        life_event: query::known(&wanted.event, |key| reference.life_event(key))?
            .map(|event| event.key.clone()),
        audience: query::known(&wanted.audience, Audience::parse)?,
        agency: query::known(&wanted.agency, |key| reference.agency_by_key(key))?.map(|agency| agency.id),
        level: query::known(&wanted.level, level)?.map(|level| level.offered().number()),
    };
    let typed = forms::tidy(&wanted.q);
    // Best first when something was asked for; else what can be applied for online first, then by name.
    let found: Vec<(&Procedure, String)> = if typed.is_empty() {
        let mut all = reference.public_procedures(today);
        all.sort_by_cached_key(|procedure| {
            let online = reference.applies_online(procedure, today);
            (!online, app::fold::fold(procedure.short_name.get(language)))
        });
        all.into_iter().map(|procedure| (procedure, String::new())).collect()
    } else {
        let answers = reference.search(&typed, today, SEARCH_MAX).into_iter();
        answers
            .filter(|(procedure, _)| procedure.is_public())
            .map(|(procedure, found)| {
                let why = found.meant.iter().map(|(said, meant)| t.why(said, meant));
                (procedure, why.collect::<Vec<_>>().join(" "))
            })
            .collect()
    };
    let (found, facets) = facets::narrow(found, &browse, &reference, today);
    let total = found.len();
    let place = query::number(&wanted.page)?.unwrap_or(0).min(total.saturating_sub(1) / PAGE);
    let heading = reference
        .life_event(&wanted.event)
        .map(|event| Phrase::of(&event.name, language))
        .or_else(|| reference.field(&wanted.field).map(|field| Phrase::of(&field.name, language)))
        .unwrap_or_else(|| t.title().into());
    let rows: Vec<Link> = found
        .into_iter()
        .skip(place * PAGE)
        .take(PAGE)
        .map(|(procedure, why)| {
            let code = procedure.code.as_str();
            let level = reference.supplies(code, today).iter().map(|supply| supply.level).max();
            let field = reference.field(&procedure.field);
            let field = field.map(|field| Phrase::of(&field.name, language)).unwrap_or_default();
            let level = level.map_or("", |level| pack_on(today).level_name(level, language));
            let (short, official) = (Phrase::of(&procedure.short_name, language), &procedure.name.vi);
            let full = if short.text == *official { "" } else { official };
            Link::new(format!("/procedures/{code}"), short)
                .tagged(reference.closed(code, today).map(|_| Tag::neutral(t.closed())))
                .note(Note::new(Phrase::vietnamese(full, language)))
                // How it was found, when everyday words led to it.
                .note(Note::new(why))
                .note(Note::new(code).and(field).and(level))
        })
        .collect();
    let agencies = reference.agencies.iter().filter(|agency| {
        agency.exists_on(today) && matches!(agency.kind, AgencyKind::Commune | AgencyKind::Department)
    });
    let levels = Level::choices();
    let level_name = |level: Level| pack_on(today).level_name(level, language);
    let field = reference.fields.iter().map(|field| (field.key.clone(), field.name.get(language)));
    let event = reference.life_events.iter().map(|event| (event.key.clone(), event.name.get(language)));
    let audience = Audience::ALL.iter().filter(|audience| **audience != Audience::Agency);
    let audience = audience.map(|audience| (audience.key().into(), audience.name(language)));
    let agency = agencies.map(|agency| (agency.key.clone(), agency.name.get(language)));
    let level = levels.map(|level| (level.number().to_string(), level_name(level)));
    let select = |name: &str, label: &str, choices: Vec<(String, &str)>, counts: &Counts, chosen: &str| {
        // What would leave nothing is not offered, but for what is chosen now.
        let choices = choices.into_iter().filter_map(|(key, words)| {
            let count = counts.get(&key).copied().unwrap_or(0);
            (count > 0 || key == chosen).then(|| option(key, format!("{words} ({count})")))
        });
        Field::select(language, name, label, choices.collect()).value(chosen)
    };
    let filters = Fields::new(
        language,
        vec![
            select("field", t.field(), field.collect(), &facets.field, &wanted.field),
            select("event", t.event(), event.collect(), &facets.event, &wanted.event),
            select("audience", t.audience(), audience.collect(), &facets.audience, &wanted.audience),
            select("agency", t.agency(), agency.collect(), &facets.agency, &wanted.agency),
            select("level", t.level(), level.collect(), &facets.level, &wanted.level),
        ],
    );
    let said = if typed.is_empty() { t.found(total) } else { t.answers(total, &typed) };
    let address = |page: usize| {
        let page = page.to_string();
        let all = [
            (Q.name(), typed.as_str()),
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
    let kept = ["field", "event", "audience", "agency", "level"].into_iter().zip(narrowed);
    let kept = kept.filter(|(_, value)| !value.is_empty());
    let kept = kept.map(|(name, value)| ui::press::hidden(name, value)).collect();
    page(&Page {
        chrome: ask.chrome(&heading.text).switching_among([Switch::asking(Search::FORM, t.search())]),
        crumbs: Crumbs { label: t.here(), ways: vec![Link::new("/", t.home())], here: heading.clone() },
        search: Search {
            label: t.search(),
            hint: t.search_hint(),
            button: t.find(),
            kept,
            ..Search::new("/procedures", Q, &typed)
        },
        heading: Heading::new(heading),
        narrowed: narrowed.into_iter().filter(|value| !value.is_empty()).count(),
        q: typed.clone(),
        filters,
        said,
        pages: Pages {
            label: t.pages(),
            word: t.page(),
            pages: (0..total.div_ceil(PAGE))
                .map(|page| PageLink { number: page + 1, href: address(page), here: page == place })
                .collect(),
        },
        rows: Links(rows),
        t,
    })
}
