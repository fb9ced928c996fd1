//! The home page: what people come for, by what happens in their lives.

mod text;

use crate::catalogue::Q;
use crate::lookup::CODE;
use app::reference::Field;
use askama::Template;
use domain::procedure::Procedure;
use std::collections::HashMap;
use ui::{Answer, Ask, Chrome, Switch, page};

/// The forms of the page.
const SEARCH: &str = "search";
const LOOKUP: &str = "lookup";
const FIELDS_MAX: usize = 24;
const EXAMPLE_LETTERS: usize = 60;

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    chrome: Chrome,
    people: Vec<Card>,
    business: Vec<Card>,
    fields: Vec<Card>,
    /// Key, name and number of procedures of the smaller fields.
    more_fields: Vec<(String, String, usize)>,
    all: String,
    t: text::Words,
}

struct Card {
    key: String,
    name: String,
    examples: String,
    count: String,
}

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let reference = ask.app().reference();
    let procedures = reference.public_procedures(ask.today());
    // One walk through the catalogue: what each field and each event of life holds.
    let mut fields: HashMap<&str, Vec<&Procedure>> = HashMap::new();
    let mut events: HashMap<&str, Vec<&Procedure>> = HashMap::new();
    for procedure in &procedures {
        fields.entry(&procedure.field).or_default().push(procedure);
        for event in &procedure.life_events {
            events.entry(event).or_default().push(procedure);
        }
    }
    let card = |key: &str, name: &str, held: Option<&Vec<&Procedure>>| {
        let held = held.map_or(&[][..], Vec::as_slice);
        let names: Vec<String> =
            held.iter().take(3).map(|p| shortened(p.short_name.get(ask.language))).collect();
        Card { key: key.into(), name: name.into(), examples: names.join(", "), count: t.count(held.len()) }
    };
    let of_events = |business: bool| -> Vec<Card> {
        let wanted = reference.life_events.iter().filter(|event| event.business == business);
        wanted
            .map(|event| card(&event.key, event.name.get(ask.language), events.get(event.key.as_str())))
            .collect()
    };
    let (people, business) = (of_events(false), of_events(true));
    // The largest fields stand with examples, the others by their names: every field is one click away.
    let held = |field: &Field| fields.get(field.key.as_str()).map_or(0, Vec::len);
    let mut sizes: Vec<(usize, &Field)> =
        reference.fields.iter().map(|field| (held(field), field)).filter(|(count, _)| *count > 0).collect();
    sizes.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let mut rest: Vec<(usize, &Field)> = sizes.split_off(sizes.len().min(FIELDS_MAX));
    rest.sort_by_cached_key(|(_, field)| app::fold::fold(field.name.get(ask.language)));
    let more_fields = rest
        .into_iter()
        .map(|(count, field)| (field.key.clone(), field.name.get(ask.language).to_string(), count))
        .collect();
    let fields = sizes
        .into_iter()
        .map(|(_, field)| card(&field.key, field.name.get(ask.language), fields.get(field.key.as_str())))
        .collect();
    let all = t.all(procedures.len());
    let forms = [Switch::asking(SEARCH, t.search()), Switch::asking(LOOKUP, t.lookup())];
    page(&Page {
        chrome: Chrome::new(&ask, t.title()).switching_among(forms),
        people,
        business,
        fields,
        more_fields,
        all,
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
