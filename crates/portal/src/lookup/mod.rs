//! Public look-up (clause I.2.d): a code gives one of five stage names and how many steps are done, nothing
//! finer. Unknown and unreadable codes get the same page in the same time.

#[cfg(test)]
mod tests;
mod text;

use askama::Template;
use axum::http::StatusCode;
use domain::agency::AgencyCode;
use domain::code::DossierCode;
use domain::dossier::Reference;
use serde::Serialize;
use ui::part::{Heading, Link, Notice, ProgressBar, Tone};
use ui::{Chrome, Fields, Form, FormParam, Posted, Switch};
use web::{Answer, Failure, Query, RequestContext, json, page};

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
    /// What was typed has the shape of the reference one gets on sending; whether there is such a one is not said.
    Reference(Reference),
    Unknown,
    Found {
        code: String,
        stage: NamedStage,
        steps: Steps,
    },
}

/// By its key, which programs know it by, and its name.
#[derive(Serialize)]
struct NamedStage {
    key: &'static str,
    name: &'static str,
}

/// How far it is.
#[derive(Serialize)]
struct Steps {
    done: u32,
    all: u32,
    #[serde(skip)]
    said: String,
}

impl Steps {
    /// None where no step was counted.
    fn bar(&self) -> Option<ProgressBar> {
        (self.all > 0).then(|| ProgressBar::new(self.done, self.all, self.said.as_str()))
    }
}

impl Page {
    fn reference(&self, reference: &Reference) -> Notice {
        let link = Link::new(format!("/dossiers/{reference}"), self.t.see_it());
        let told = Notice::titled(Tone::Info, self.t.reference()).sentence(self.t.reference_more());
        told.links(vec![link]).announced()
    }

    fn unknown(&self) -> Notice {
        Notice::titled(Tone::Warning, self.t.unknown()).sentence(self.t.unknown_more()).announced()
    }
}

const FORM: &str = "look-up";
/// Maximum letters of what was typed that are read and shown.
const TYPED_MAX: usize = 160;

/// The code that is looked up.
pub const CODE: FormParam = FormParam("code");

fn form(form: &mut Form) -> Option<String> {
    let t = text::Words(form.language());
    let field = form.line(CODE.name(), t.code()).hint(t.code_hint()).complete("off").missing(t.missing());
    field.reads(|typed| Ok(typed.into())).unless(|typed| typed::code(typed).is_empty(), t.missing()).read()
}

pub async fn show(context: RequestContext, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let t = text::Words(context.language);
    let short = |text: String| forms::tidy(&text).chars().take(TYPED_MAX).collect();
    let asked = Posted::of(asked.into_iter().map(|(name, value)| (name, short(value))).collect());
    let mut form = Form::of(context.language, CODE.is_in(&asked).then_some(&asked));
    let answer = match self::form(&mut form) {
        None => Answered::NotAsked,
        Some(typed) => {
            let read = DossierCode::parse(&typed);
            let code = match &read {
                Some(code) => code.clone(),
                None => impossible().ok_or(Failure::NotFound)?,
            };
            let reference = Reference::parse(&typed).filter(|_| read.is_none());
            match app::opening::look_up(context.app(), &code).await?.filter(|_| read.is_some()) {
                None => reference.map_or(Answered::Unknown, Answered::Reference),
                Some((stage, done, all)) => {
                    let (done, all) = stage.progress(done, all);
                    Answered::Found {
                        code: code.to_string(),
                        stage: NamedStage {
                            key: stage.public().key(),
                            name: stage.public().name(context.language),
                        },
                        steps: Steps { done, all, said: t.steps(all, done) },
                    }
                }
            }
        }
    };
    if context.json {
        return told(&answer);
    }
    let fields = form.into_fields();
    let switch = Switch::asking(FORM, t.code());
    let chrome = context
        .public_chrome(t.title(), "/lookup")
        .with_problems(fields.any_wrong())
        .switching_among([switch]);
    page(&Page { chrome, fields, answer, t })
}

/// The same to a program.
fn told(answer: &Answered) -> Answer {
    match answer {
        Answered::NotAsked => Err(Failure::BadRequest),
        Answered::Unknown | Answered::Reference(_) => Err(Failure::NotFound),
        Answered::Found { code, stage, steps } => json(StatusCode::OK, &FoundDossier { code, stage, steps }),
    }
}

#[derive(Serialize)]
struct FoundDossier<'a> {
    code: &'a str,
    stage: &'a NamedStage,
    steps: &'a Steps,
}

fn impossible() -> Option<DossierCode> {
    Some(DossierCode::new(AgencyCode::parse("000.00.00.A00")?, jiff::civil::date(2000, 1, 1), 1))
}
