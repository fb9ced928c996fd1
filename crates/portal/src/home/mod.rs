//! The home page: what people come for, by what happens in their lives.

mod text;

use crate::catalogue::Q;
use crate::lookup::CODE;
use app::reference::LifeEvent;
use askama::Template;
use domain::procedure::Procedure;
use std::cmp::Reverse;
use std::collections::HashMap;
use ui::part::{Heading, Icon, Link, Phrase, Search, Tile, Tiles};
use ui::{Chrome, Switch};
use web::{Answer, Ask, page};

/// The form that looks a dossier up.
const LOOKUP: &str = "lookup";
/// Names of procedures under a life event.
const EXAMPLES: usize = 3;
/// Maximum letters of one of them.
const EXAMPLE_LETTERS: usize = 60;

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    chrome: Chrome,
    search: Search,
    people: Tiles,
    business: Tiles,
    /// Every field of the catalogue, the largest first.
    fields: Vec<FieldLink>,
    all: String,
    t: text::Words,
}

struct FieldLink {
    key: String,
    name: Phrase,
    /// Procedures in it.
    count: usize,
}

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let reference = ask.app().reference();
    let procedures = reference.public_procedures(ask.today());
    // One walk through the catalogue: what each field and each event of life holds.
    let mut fields: HashMap<&str, usize> = HashMap::new();
    let mut events: HashMap<&str, Vec<&Procedure>> = HashMap::new();
    for procedure in &procedures {
        *fields.entry(&procedure.field).or_default() += 1;
        for event in &procedure.life_events {
            events.entry(event).or_default().push(procedure);
        }
    }
    let tile = |event: &LifeEvent| {
        let held = events.get(event.key.as_str()).map_or(&[][..], Vec::as_slice);
        let shown = || held.iter().take(EXAMPLES).map(|held| &held.short_name);
        let examples = Phrase {
            text: shown().map(|name| shortened(name.get(ask.language))).collect::<Vec<_>>().join(", "),
            lang: shown().any(|name| name.untranslated(ask.language)).then_some("vi"),
        };
        Tile {
            icon: Icon::named(&event.icon).or(Icon::named(&event.key)).unwrap_or(Icon::PAPER),
            link: Link::new(format!("/procedures?event={}", event.key), event.name.get(ask.language))
                .text(examples),
            meta: t.count(held.len()),
        }
    };
    let of_events = |business: bool| {
        let wanted = reference.life_events.iter().filter(|event| event.business == business);
        Tiles(wanted.map(tile).collect())
    };
    let fields = reference.fields.iter().map(|field| FieldLink {
        key: field.key.clone(),
        name: Phrase::of(&field.name, ask.language),
        count: fields.get(field.key.as_str()).copied().unwrap_or_default(),
    });
    let mut fields: Vec<FieldLink> = fields.filter(|field| field.count > 0).collect();
    fields.sort_by_cached_key(|field| (Reverse(field.count), app::fold::fold(&field.name.text)));
    let search = Search {
        label: t.search(),
        label_hidden: true,
        hint: t.search_hint(),
        button: t.find(),
        ..Search::new("/procedures", Q, "")
    };
    page(&Page {
        chrome: ask
            .chrome(t.title())
            .switching_among([Switch::asking(Search::FORM, t.search()), Switch::asking(LOOKUP, t.lookup())]),
        search,
        people: of_events(false),
        business: of_events(true),
        fields,
        all: t.all(procedures.len()),
        t,
    })
}

/// National names run to hundreds of letters: an example needs its beginning.
fn shortened(name: &str) -> String {
    if name.chars().count() <= EXAMPLE_LETTERS {
        return name.to_string();
    }
    let start: String = name.chars().take(EXAMPLE_LETTERS).collect();
    let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ' ', ';']))
}
