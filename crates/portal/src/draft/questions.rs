//! The short form of the procedure.

use super::text::Words;
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use domain::procedure::Procedure;
use forms::Kind;
use forms::number::number_in_words;
use std::collections::BTreeMap;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, page, page_again};

#[derive(Template)]
#[template(path = "draft/form.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    over: String,
    back: String,
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

fn view(ask: &Ask, opened: &Opened, fields: Fields) -> Page {
    let t = Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.questions()).with_problems(fields.any_wrong()),
        heading: t.questions().into(),
        over: t.step(2),
        back: format!("/drafts/{}/you", opened.draft.token),
        nothing: if fields.fields.is_empty() { t.no_questions() } else { "" },
        fields,
        t,
    }
}

pub async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match super::open(&ask, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&ask, &procedure, &opened.typed.answers);
            page(&view(&ask, &opened, fields))
        }
    }
}

pub async fn submit(ask: Ask, Path(token): Path<String>, posted: Posted) -> Answer {
    let (mut opened, procedure) = match super::open(&ask, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let mut fields = fields(&ask, &procedure, &BTreeMap::new()).typed(&posted);
    match forms::read(&procedure.form, ask.today(), |name| posted.find(name)) {
        Ok(answers) => {
            opened.typed.answers = answers;
            opened.typed.passed.insert("questions".into());
            ask.app().save_draft(&opened.draft, &opened.typed).await?;
            ui::see(&super::next(&opened, "papers"))
        }
        Err(problems) => {
            for (id, problem) in problems {
                let label = procedure.form.questions.iter().find(|question| question.id == id);
                let label = label.map_or("", |question| question.label.get(ask.language));
                fields.wrong(&id, problem.sentence(label, ask.language));
            }
            // What can be read is kept already now.
            opened.typed.answers = readable(&procedure, &posted, ask.today());
            opened.typed.passed.remove("questions");
            ask.app().save_draft(&opened.draft, &opened.typed).await?;
            page_again(&view(&ask, &opened, fields))
        }
    }
}

fn readable(procedure: &Procedure, posted: &Posted, today: jiff::civil::Date) -> BTreeMap<String, String> {
    let answer = |id: &str, kind: &Kind| {
        let typed = match kind {
            Kind::Date(_) => posted.day(id),
            _ => posted.text(id),
        };
        kind.on(today).read(&typed).ok().filter(|answer| !answer.is_empty())
    };
    let questions = procedure.form.questions.iter();
    questions
        .filter_map(|question| Some((question.id.clone(), answer(&question.id, &question.kind)?)))
        .collect()
}
