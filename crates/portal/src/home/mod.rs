//! The home page: what people come for, by what happens in their lives.

mod text;

use app::reference::Field;
use askama::Template;
use ui::{Answer, Ask, Chrome, page};

const FIELDS_MAX: usize = 24;

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page {
    chrome: Chrome,
    people: Vec<Card>,
    business: Vec<Card>,
    fields: Vec<Card>,
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
    let procedures = reference.procedures(ask.today());
    let examples = |fits: &dyn Fn(&domain::procedure::Procedure) -> bool| {
        let names: Vec<&str> =
            procedures.iter().filter(|p| fits(p)).map(|p| p.short_name.get(ask.language)).collect();
        (names.len(), names.into_iter().take(3).collect::<Vec<_>>().join(", "))
    };
    let card = |key: &str, name: &str, (count, examples): (usize, String)| Card {
        key: key.into(),
        name: name.into(),
        examples,
        count: t.count(count),
    };
    let events = |business: bool| -> Vec<Card> {
        reference
            .life_events
            .iter()
            .filter(|event| event.business == business)
            .map(|event| {
                card(
                    &event.key,
                    event.name.get(ask.language),
                    examples(&|p| p.life_events.contains(&event.key)),
                )
            })
            .collect()
    };
    let (people, business) = (events(false), events(true));
    // The whole catalogue has hundreds of fields: here stand the largest, the others are one click away.
    let mut sizes: Vec<(usize, &Field)> = reference
        .fields
        .iter()
        .map(|field| (procedures.iter().filter(|p| p.field == field.key).count(), field))
        .filter(|(count, _)| *count > 0)
        .collect();
    sizes.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let fields = sizes
        .into_iter()
        .take(FIELDS_MAX)
        .map(|(_, field)| card(&field.key, field.name.get(ask.language), examples(&|p| p.field == field.key)))
        .collect();
    let all = t.all(procedures.len());
    page(&Page { chrome: Chrome::new(&ask, t.title()), people, business, fields, all, t })
}
