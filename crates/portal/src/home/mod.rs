//! The home page: what people come for, by what happens in their lives.

mod own;
#[cfg(test)]
mod tests;
mod text;

use crate::catalogue::Q;
use crate::lookup::CODE;
use app::master_data::LifeEvent;
use askama::Template;
use domain::procedure::Procedure;
use own::OwnWorkGroup;
use std::collections::HashMap;
use ui::formats::beginning;
use ui::part::{Heading, Icon, Link, Phrase, Search, Tile, Tiles};
use ui::{Chrome, Switch};
use web::{Answer, RequestContext, page};

/// The form that looks a dossier up.
const LOOKUP: &str = "lookup";
/// Events of life that are seen at once.
const EVENTS: usize = 9;
/// The same below what somebody has to do.
const EVENTS_BELOW: usize = 6;
/// Names of procedures under a life event.
const EXAMPLES: usize = 3;
/// Maximum letters of one of them.
const EXAMPLE_LETTERS: usize = 60;

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    chrome: Chrome,
    /// What somebody who is signed in has to do.
    own: Option<Vec<OwnWorkGroup>>,
    search: Search,
    /// The events of life most people come for.
    events: Tiles,
    /// All others.
    more: Tiles,
    all: String,
    t: text::Words,
}

impl Page {
    /// Whether a group leads to all of them already.
    fn leads_to_all(&self) -> bool {
        self.own.iter().flatten().any(|group| group.all.is_some())
    }
}

pub async fn show(context: RequestContext) -> Answer {
    let t = text::Words(context.language);
    let data = context.app().master_data();
    let procedures = data.public_procedures(context.today());
    let mut events: HashMap<&str, Vec<&Procedure>> = HashMap::new();
    for procedure in &procedures {
        for event in &procedure.life_events {
            events.entry(event).or_default().push(procedure);
        }
    }
    let tile = |event: &LifeEvent| {
        let held = events.get(event.key.as_str()).map_or(&[][..], Vec::as_slice);
        let shown = || held.iter().take(EXAMPLES).map(|held| &held.short_name);
        let examples = Phrase {
            text: shown()
                .map(|name| beginning(name.get(context.language), EXAMPLE_LETTERS))
                .collect::<Vec<_>>()
                .join(", "),
            lang: shown().any(|name| name.untranslated(context.language)).then_some("vi"),
        };
        Tile {
            icon: Icon::named(&event.icon).or(Icon::named(&event.key)).unwrap_or(Icon::PAPER),
            link: Link::new(format!("/procedures?event={}", event.key), event.name.get(context.language))
                .text(examples),
            meta: t.count(held.len()),
        }
    };
    // What happens in private lives comes before what happens in business.
    let (business, people): (Vec<_>, Vec<_>) = data.life_events.iter().partition(|event| event.business);
    let mut tiles: Vec<Tile> = people.into_iter().chain(business).map(tile).collect();
    let own = own::groups(&context).await?;
    let events = if own.is_some() { EVENTS_BELOW } else { EVENTS };
    let more = tiles.split_off(tiles.len().min(events));
    let search = Search {
        label: t.search(),
        label_hidden: true,
        hint: t.search_hint(),
        button: t.find(),
        ..Search::new("/procedures", Q, "")
    };
    let forms = [(Search::FORM, t.search()), (LOOKUP, t.lookup())].into_iter();
    let forms = forms.take(if own.is_some() { 1 } else { 2 }).map(|(form, name)| Switch::asking(form, name));
    page(&Page {
        chrome: context.public_chrome(t.title(), "/").described(t.lead()).switching_among(forms),
        own,
        search,
        events: Tiles(tiles),
        more: Tiles(more),
        all: t.all(procedures.len()),
        t,
    })
}
