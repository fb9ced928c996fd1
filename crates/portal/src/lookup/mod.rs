//! Public look-up (clause I.2.d): a code gives one of five stage names and how many steps are done, nothing
//! finer. Unknown and unreadable codes get the same page in the same time.

mod text;

use askama::Template;
use domain::agency::AgencyCode;
use domain::code::DossierCode;
use ui::{Answer, Ask, Chrome, Failure, Fields, Form, Posted, Query, Switch, Tacit, page};

#[derive(Template)]
#[template(path = "lookup/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    answer: Answered,
    t: text::Words,
}

enum Answered {
    NotAsked,
    Unknown,
    Found { code: String, stage: &'static str, done: u32, total: u32 },
}

const FORM: &str = "look-up";
/// So many letters of what was typed are read and shown.
const TYPED_MAX: usize = 60;

/// The code that is looked up.
pub const CODE: Tacit = Tacit("code");

fn form(form: &mut Form) -> Option<String> {
    let t = text::Words(form.language());
    let field = form.line(CODE.name(), t.code()).hint(t.code_hint()).complete("off").missing(t.missing());
    field.reads(|typed| Ok(typed.into())).unless(|typed| typed::code(typed).is_empty(), t.missing()).read()
}

pub async fn show(ask: Ask, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let t = text::Words(ask.language);
    let short = |text: String| forms::tidy(&text).chars().take(TYPED_MAX).collect();
    let asked = Posted::of(asked.into_iter().map(|(name, value)| (name, short(value))).collect());
    let mut form = Form::of(ask.language, CODE.is_in(&asked).then_some(&asked));
    let answer = match self::form(&mut form) {
        None => Answered::NotAsked,
        Some(typed) => {
            let read = DossierCode::parse(&typed);
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
    let fields = form.drawn();
    page(&Page {
        chrome: Chrome::new(&ask, t.title())
            .with_problems(fields.any_wrong())
            .switching_among([Switch::asking(FORM, t.code())]),
        fields,
        answer,
        t,
    })
}

fn impossible() -> Option<DossierCode> {
    Some(DossierCode::new(AgencyCode::parse("000.00.00.A00")?, jiff::civil::date(2000, 1, 1), 1))
}
