//! The short form of the procedure.

use super::text::Words;
use super::{FORM, Kept, Press};
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::procedure::Procedure;
use forms::Kind;
use forms::number::number_in_words;
use std::collections::BTreeMap;
use ui::field::Overwritten;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, page, page_again, page_with};

#[derive(Template)]
#[template(path = "draft/form.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    over: String,
    back: String,
    overwritten: Overwritten,
    fields: Fields,
    nothing: &'static str,
    t: Words,
}

/// The fields with what was saved, right or wrong.
fn fields(ask: &Ask, procedure: &Procedure, answers: &BTreeMap<String, String>) -> Fields {
    let fields = procedure
        .form
        .questions
        .iter()
        .map(|question| {
            let saved = answers.get(&question.id).map_or("", String::as_str);
            let written = match &question.kind {
                Kind::Number { .. } => number_in_words(saved, ask.language),
                _ => saved.to_string(),
            };
            Field::question(ask.language, question).value(&written)
        })
        .collect();
    Fields::new(ask.language, fields)
}

fn view(ask: &Ask, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(ask.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: Chrome::new(ask, t.questions()).with_problems(wrong).switching(FORM),
        heading: t.questions().into(),
        over: t.step(2),
        back: format!("/drafts/{}/you", opened.draft.token),
        nothing: if fields.fields.is_empty() { t.no_questions() } else { "" },
        overwritten,
        fields,
        t,
    }
}

pub async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match super::open(&ask, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&ask, &procedure, &opened.typed.answers).marked();
            page(&view(&ask, &opened, fields, Overwritten::none(ask.language)))
        }
    }
}

pub async fn submit(ask: Ask, Path(token): Path<String>, posted: Posted) -> Answer {
    let (mut opened, procedure) = match super::open(&ask, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let none = Overwritten::none(ask.language);
    let mut typed = fields(&ask, &procedure, &BTreeMap::new()).marked().typed(&posted);
    if posted.is_held() {
        return page_again(&view(&ask, &opened, typed, none));
    }
    let press = Press::of(&ask, &posted);
    let answers = match forms::read(&procedure.form, ask.today(), |name| posted.find(name)) {
        Ok(answers) => answers,
        Err(problems) => {
            for (id, problem) in problems {
                let label = procedure.form.questions.iter().find(|question| question.id == id);
                let label = label.map_or("", |question| question.label.get(ask.language));
                typed.wrong(&id, problem.sentence(label, ask.language));
            }
            as_typed(&procedure, &posted, ask.today())
        }
    };
    let wrong = typed.any_wrong();
    let stored = |opened: &Opened| fields(&ask, &procedure, &opened.typed.answers);
    let kept = super::keep(&ask, &mut opened, &posted, &typed, stored, |draft| {
        draft.answers = answers.clone();
        if wrong {
            draft.passed.remove("questions");
        } else if press == Press::On {
            draft.passed.insert("questions".into());
        }
    });
    let kept = kept.await?;
    let stored = stored(&opened);
    match (kept, press) {
        (kept, Press::Save) => Ok(super::saved(&ask, &kept, &stored)),
        (Kept::Elsewhere(elsewhere), _) => Ok(elsewhere),
        (Kept::Overtaken(lost), _) => {
            page_with(StatusCode::CONFLICT, &view(&ask, &opened, typed.marked_as(&stored), lost))
        }
        (Kept::Yes, Press::Language) => ui::see(&ui::chrome::twin(&ask)),
        (Kept::Yes, Press::On) if wrong => page_again(&view(&ask, &opened, typed.marked_as(&stored), none)),
        (Kept::Yes, Press::On) => ui::see(&super::next(&opened, "papers")),
    }
}

/// What can be read as it was read, and the rest as it was typed.
fn as_typed(procedure: &Procedure, posted: &Posted, today: jiff::civil::Date) -> BTreeMap<String, String> {
    let answer = |id: &str, kind: &Kind| {
        let typed = match kind {
            Kind::Date(_) => posted.day(id),
            _ => posted.text(id),
        };
        // No more of it than of any answer.
        let typed: String = typed.chars().take(TYPED_MAX).collect();
        Some(kind.on(today).read(&typed).unwrap_or(typed)).filter(|answer| !answer.is_empty())
    };
    let questions = procedure.form.questions.iter();
    questions
        .filter_map(|question| Some((question.id.clone(), answer(&question.id, &question.kind)?)))
        .collect()
}

/// So many letters of an answer that cannot be read are kept.
const TYPED_MAX: usize = 10_000;
