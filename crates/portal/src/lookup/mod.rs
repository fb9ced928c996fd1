//! Public look-up (clause I.2.d): a code gives one of five stage names and how many steps are done, nothing
//! finer. Unknown and unreadable codes get the same page in the same time.

mod text;

use askama::Template;
use domain::agency::AgencyCode;
use domain::code::DossierCode;
use serde::Deserialize;
use ui::Query;
use ui::{Answer, Ask, Chrome, Failure, Field, page};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    code: Option<String>,
}

#[derive(Template)]
#[template(path = "lookup/page.html")]
struct Page {
    chrome: Chrome,
    field: Field,
    answer: Answered,
    t: text::Words,
}

enum Answered {
    NotAsked,
    Unknown,
    Found { code: String, stage: &'static str, done: u32, total: u32 },
}

pub async fn show(ask: Ask, Query(asked): Query<Asked>) -> Answer {
    let t = text::Words(ask.language);
    let typed = asked.code.clone().unwrap_or_default();
    let empty = asked.code.is_some() && typed::code(&typed).is_empty();
    let answer = match asked.code.as_ref().filter(|_| !empty) {
        None => Answered::NotAsked,
        Some(typed) => {
            // A code nobody can have is asked for too, so that reading it takes no shorter.
            let read = DossierCode::parse(typed);
            let code = match &read {
                Some(code) => code.clone(),
                None => impossible().ok_or(Failure::NotFound)?,
            };
            match ask.app().look_up(&code).await?.filter(|_| read.is_some()) {
                None => Answered::Unknown,
                Some((stage, done, total)) => Answered::Found {
                    code: code.to_string(),
                    stage: stage.public().name(ask.language),
                    done: done.min(total),
                    total,
                },
            }
        }
    };
    let shown: String = forms::tidy(&typed).chars().take(60).collect();
    let mut field =
        Field::text(ask.language, "code", t.code()).hint(t.code_hint()).complete("off").value(&shown);
    if empty {
        field = field.error(t.missing());
    }
    page(&Page { chrome: Chrome::new(&ask, t.title()).with_problems(empty), field, answer, t })
}

fn impossible() -> Option<DossierCode> {
    Some(DossierCode::new(AgencyCode::parse("000.00.00.A00")?, jiff::civil::date(2000, 1, 1), 1))
}
