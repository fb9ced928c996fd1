//! A few procedures while somebody is typing, as a piece of a page.

use super::text;
use app::master_data::MasterData;
use askama::Template;
use domain::Language;
use jiff::civil::Date;
use serde::Deserialize;
use ui::part::Phrase;
use web::{Answer, Query, RequestContext, page};

/// Maximum number of suggestions.
const MOST: usize = 6;
/// Fewer letters say too little.
const LETTERS_MIN: usize = 2;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SuggestQuery {
    q: String,
}

#[derive(Template)]
#[template(path = "catalogue/suggest.html")]
pub(super) struct Suggestions {
    said: String,
    rows: Vec<Suggestion>,
}

struct Suggestion {
    code: String,
    name: Phrase,
}

pub async fn show(context: RequestContext, Query(wanted): Query<SuggestQuery>) -> Answer {
    page(&view(&context.app().master_data(), &forms::tidy(&wanted.q), context.today(), context.language))
}

pub(super) fn view(data: &MasterData, typed: &str, today: Date, language: Language) -> Suggestions {
    let rows: Vec<_> = match typed.chars().count() < LETTERS_MIN {
        true => Vec::new(),
        false => data
            .search(typed, today, MOST)
            .into_iter()
            .filter(|(procedure, _)| procedure.is_public())
            .filter(|(procedure, _)| data.closed(procedure.code.as_str(), today).is_none())
            .map(|(procedure, _)| Suggestion {
                code: procedure.code.to_string(),
                name: Phrase::of(&procedure.short_name, language),
            })
            .collect(),
    };
    Suggestions { said: text::Words(language).suggested(rows.len()), rows }
}
