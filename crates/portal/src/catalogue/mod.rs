//! The catalogue: searched in people's own words, narrowed down by field, agency, audience, life event and level.

mod facets;
pub mod suggest;
#[cfg(test)]
mod tests;
mod text;

use crate::naming::{self, ROW_LETTERS};
use app::master_data::{MasterData, UnderstoodWords};
use askama::Template;
use domain::agency::AgencyKind;
use domain::procedure::{Audience, Level, Procedure};
use domain::rules::pack_on;
use facets::{Browse, CatalogueHit, FacetCounts, Facets};
use jiff::civil::Date;
use serde::Deserialize;
use ui::field::option;
use ui::formats::beginning;
use ui::part::{Crumbs, Empty, Heading, Link, LinkList, PageLink, Pages, Phrase, Search, Tag};
use ui::{Chrome, Field, Fields, FormParam, Language, Switch};
use web::{Answer, Failure, Query, RequestContext, page, query};

const PAGE: usize = 20;
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
pub const Q: FormParam = FormParam("q");

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
    filters_set: usize,
    said: String,
    /// How everyday words were read; empty where they were taken as they are.
    read_as: String,
    /// Every page is a click away.
    pages: Pages,
    rows: LinkList,
    t: text::Words,
}

impl Page {
    /// What to do where nothing answers.
    fn empty(&self) -> Empty {
        let t = &self.t;
        let title = if self.q.is_empty() { t.empty().into() } else { t.nothing(&self.q) };
        let text = if self.q.is_empty() { t.empty_more() } else { t.nothing_more() };
        Empty { title, text: text.into(), link: Some(Link::new("/procedures", t.all())) }
    }
}

/// A procedure as a list shows it: its name, what tells it from others, and how it is applied for.
fn row(procedure: &Procedure, beside: &[&str], data: &MasterData, day: Date, language: Language) -> Link {
    let t = text::Words(language);
    let (code, name) = (procedure.code.as_str(), procedure.short_name.get(language));
    let field = || data.field(&procedure.field).map(|field| Phrase::of(&field.name, language));
    // Where the list is read in English, what only Vietnamese says tells nothing more than the field.
    let official = Phrase::of(&procedure.name, language);
    let foreign = official.lang.is_some() && !procedure.short_name.untranslated(language);
    // A name that is shown whole tells itself apart.
    let cut = beginning(name, ROW_LETTERS) != name;
    let said_by_name = foreign || naming::same(&official.text, name);
    let line = match naming::differing(name, beside, ROW_LETTERS).filter(|_| cut) {
        Some(differs) => Phrase { text: differs, lang: Phrase::of(&procedure.short_name, language).lang },
        None if said_by_name => field().unwrap_or_default(),
        None => Phrase { text: beginning(&official.text, ROW_LETTERS), lang: official.lang },
    };
    let tag = match () {
        () if data.closed(code, day).is_some() => Some(Tag::neutral(t.closed())),
        () if data.applies_online(procedure, day) => Some(Tag::info(t.online())),
        () => None,
    };
    Link::new(format!("/procedures/{code}"), naming::of(procedure, language, ROW_LETTERS))
        .tagged(tag)
        .text(line)
}

impl CatalogueQuery {
    /// What narrows the list down, by the names of its filters.
    fn filters(&self) -> [(&'static str, &str); 5] {
        [
            ("field", &self.field),
            ("event", &self.event),
            ("audience", &self.audience),
            ("agency", &self.agency),
            ("level", &self.level),
        ]
    }

    /// Those that are set.
    fn set_filters(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.filters().into_iter().filter(|(_, value)| !value.is_empty())
    }

    fn browse(&self, data: &MasterData) -> Result<Browse, Failure> {
        let level = |said: &str| said.parse().ok().and_then(Level::new);
        Ok(Browse {
            field: query::known(&self.field, |key| data.field(key))?.map(|field| field.key.clone()),
            life_event: query::known(&self.event, |key| data.life_event(key))?.map(|event| event.key.clone()),
            audience: query::known(&self.audience, Audience::parse)?,
            agency: query::known(&self.agency, |key| data.agency_by_key(key))?.map(|agency| agency.id),
            level: query::known(&self.level, level)?.map(|level| level.offered().number()),
        })
    }

    /// The address of one page of the list, counted from 0.
    fn address(&self, typed: &str, page: usize) -> String {
        let page = page.to_string();
        let mut all = vec![(Q.name(), typed)];
        all.extend(self.filters());
        all.push(("page", &page));
        format!("/procedures?{}", ui::query::written(&all))
    }
}

/// As what the words were read, each meaning once.
fn why(meant: &[UnderstoodWords], t: &text::Words) -> String {
    let mut by_meaning: Vec<(&str, Vec<&str>)> = Vec::new();
    for UnderstoodWords { typed, understood } in meant {
        match by_meaning.iter_mut().find(|(known, _)| known == understood) {
            Some((_, all)) => all.push(typed),
            None => by_meaning.push((understood, vec![typed])),
        }
    }
    let sentences = by_meaning.iter().map(|(understood, typed)| t.why(&typed.join("”, “"), understood));
    sentences.collect::<Vec<_>>().join(" ")
}

/// What answers, with how it was read: best first when something was asked for; else what can be applied for online first,
/// then by name.
fn found<'a>(typed: &str, data: &'a MasterData, day: Date, t: &text::Words) -> Vec<CatalogueHit<'a>> {
    if typed.is_empty() {
        let mut all = data.public_procedures(day);
        all.sort_by_cached_key(|procedure| {
            let online = data.applies_online(procedure, day);
            (!online, app::fold::fold(procedure.short_name.get(t.0)))
        });
        let hit = |procedure| CatalogueHit { procedure, read_as: String::new() };
        return all.into_iter().map(hit).collect();
    }
    let answers = data.search(typed, day, SEARCH_MAX).into_iter();
    answers
        .filter(|(procedure, _)| procedure.is_public())
        .map(|(procedure, found)| CatalogueHit { procedure, read_as: why(&found.meant, t) })
        .collect()
}

/// The filters, each choice with how many it would leave.
fn filters(
    wanted: &CatalogueQuery,
    facets: &Facets,
    data: &MasterData,
    day: Date,
    t: &text::Words,
) -> Fields {
    let language = t.0;
    let agencies = data.agencies.iter().filter(|agency| {
        agency.exists_on(day) && matches!(agency.kind, AgencyKind::Commune | AgencyKind::Department)
    });
    let level_name = |level: Level| pack_on(day).level_name(level, language);
    let field = data.fields.iter().map(|field| (field.key.clone(), field.name.get(language)));
    let event = data.life_events.iter().map(|event| (event.key.clone(), event.name.get(language)));
    let audience = Audience::ALL.iter().filter(|audience| **audience != Audience::Agency);
    let audience = audience.map(|audience| (audience.key().into(), audience.name(language)));
    let agency = agencies.map(|agency| (agency.key.clone(), agency.name.get(language)));
    let level = Level::choices().map(|level| (level.number().to_string(), level_name(level)));
    let select =
        |name: &str, label: &str, choices: Vec<(String, &str)>, counts: &FacetCounts, chosen: &str| {
            // What would leave nothing is not offered, but for what is chosen now.
            let choices = choices.into_iter().filter_map(|(key, words)| {
                let count = counts.get(&key).copied().unwrap_or(0);
                (count > 0 || key == chosen).then(|| option(key, format!("{words} ({count})")))
            });
            Field::select(language, name, label, choices.collect()).value(chosen)
        };
    let selects = vec![
        select("field", t.field(), field.collect(), &facets.field, &wanted.field),
        select("event", t.event(), event.collect(), &facets.event, &wanted.event),
        select("audience", t.audience(), audience.collect(), &facets.audience, &wanted.audience),
        select("agency", t.agency(), agency.collect(), &facets.agency, &wanted.agency),
        select("level", t.level(), level.collect(), &facets.level, &wanted.level),
    ];
    Fields::new(language, selects)
}

/// A link to each page of so many answers, of which the one at a place, counted from 0, is shown.
fn pages(wanted: &CatalogueQuery, typed: &str, total: usize, place: usize, t: &text::Words) -> Pages {
    let link = |page| PageLink { number: page + 1, href: wanted.address(typed, page), here: page == place };
    Pages { label: t.pages(), word: t.page(), pages: (0..total.div_ceil(PAGE)).map(link).collect() }
}

pub async fn show(context: RequestContext, Query(wanted): Query<CatalogueQuery>) -> Answer {
    let t = text::Words(context.language);
    let data = context.app().master_data();
    let (language, today) = (context.language, context.today());
    let browse = wanted.browse(&data)?;
    let typed = forms::tidy(&wanted.q);
    let (found, facets) = facets::narrow(found(&typed, &data, today, &t), &browse, &data, today);
    let total = found.len();
    let place = query::number(&wanted.page)?.unwrap_or(0).min(total.saturating_sub(1) / PAGE);
    let heading = data
        .life_event(&wanted.event)
        .map(|event| Phrase::of(&event.name, language))
        .or_else(|| data.field(&wanted.field).map(|field| Phrase::of(&field.name, language)))
        .unwrap_or_else(|| t.title().into());
    let read_as = found.first().map(|hit| hit.read_as.clone()).unwrap_or_default();
    let shown = found.into_iter().map(|hit| hit.procedure);
    let shown: Vec<&Procedure> = shown.skip(place * PAGE).take(PAGE).collect();
    let beside: Vec<&str> = shown.iter().map(|procedure| procedure.short_name.get(language)).collect();
    let rows = shown.iter().map(|procedure| row(procedure, &beside, &data, today, language)).collect();
    page(&Page {
        chrome: context
            .public_chrome(&heading.text, "/procedures")
            .switching_among([Switch::asking(Search::FORM, t.search())]),
        crumbs: Crumbs { label: t.here(), ancestors: vec![Link::new("/", t.home())], here: heading.clone() },
        search: Search {
            label: t.search(),
            // What was found stands as high as it can.
            label_hidden: !typed.is_empty(),
            hint: if typed.is_empty() { t.search_hint() } else { "" },
            button: t.find(),
            kept: wanted.set_filters().map(|(name, value)| ui::submit::hidden_input(name, value)).collect(),
            ..Search::new("/procedures", Q, &typed)
        },
        heading: Heading::new(heading),
        filters_set: wanted.set_filters().count(),
        filters: filters(&wanted, &facets, &data, today, &t),
        said: if typed.is_empty() { t.found(total) } else { t.answers(total, &typed) },
        read_as,
        pages: pages(&wanted, &typed, total, place, &t),
        rows: LinkList(rows),
        q: typed,
        t,
    })
}
