//! The short form of the procedure.

use super::text::Words;
use super::{FORM, SaveResult, Submit};
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::procedure::Procedure;
use forms::{Answers, Problem};
use ui::field::Overwritten;
use ui::part::{BackLink, Heading};
use ui::{Chrome, Field, Fields, Form};
use web::{Answer, RequestContext, Sent, page, page_with, page_with_errors};

#[derive(Template)]
#[template(path = "draft/form.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    eyebrow: String,
    back: String,
    overwritten: Overwritten,
    fields: Fields,
    nothing: &'static str,
    t: Words,
}

/// The questions with what was saved, right or wrong; returns what was given, and of what is wrong what was typed.
fn form(form: &mut Form, context: &RequestContext, procedure: &Procedure, saved: &Answers) -> Answers {
    let mut answers = Answers::new();
    for question in &procedure.form.questions {
        let saved = saved.get(&question.id).map_or("", String::as_str);
        let shown = question.kind.as_typed(saved, context.language);
        let field = Field::question(context.language, question).value(&shown);
        let missing = Problem::Missing.sentence(&field.label, context.language);
        let answer = form.answer(field, question.kind.on(context.today())).missing(&missing).read_or_raw();
        if !answer.is_empty() {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}

/// As a draft is stored.
fn fields(context: &RequestContext, procedure: &Procedure, saved: &Answers) -> Fields {
    let mut form = Form::blank(context.language);
    self::form(&mut form, context, procedure, saved);
    form.into_fields()
}

fn view(context: &RequestContext, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(context.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: context.chrome(t.questions()).with_problems(wrong).saving(FORM),
        heading: t.questions().into(),
        eyebrow: t.step(2),
        back: format!("/drafts/{}/you", opened.draft.token),
        nothing: if fields.fields.is_empty() { t.no_questions() } else { "" },
        overwritten,
        fields,
        t,
    }
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    match super::open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&context, &procedure, &opened.typed.answers).with_baseline();
            page(&view(&context, &opened, fields, Overwritten::none(context.language)))
        }
    }
}

pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (mut opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let none = Overwritten::none(context.language);
    let posted = fields(&context, &procedure, &opened.typed.answers).kept_in(posted);
    let mut form = Form::sent(context.language, &posted);
    let answers = self::form(&mut form, &context, &procedure, &opened.typed.answers);
    let (wrong, typed) = (
        form.any_wrong(),
        form.into_fields_with_baseline(&fields(&context, &procedure, &opened.typed.answers)),
    );
    if posted.is_held() {
        return page_with_errors(&view(&context, &opened, typed, none));
    }
    let submit = Submit::of(&context, &posted)?;
    let stored = |opened: &Opened| fields(&context, &procedure, &opened.typed.answers);
    let kept = super::keep(&context, &mut opened, &posted, &typed, stored, |draft| {
        draft.answers = answers.clone();
        if wrong {
            draft.passed.remove("questions");
        } else if submit == Submit::On {
            draft.passed.insert("questions".into());
        }
    });
    let kept = kept.await?;
    let stored = stored(&opened);
    match (kept, submit) {
        (kept, Submit::Save) => Ok(super::saved(&context, &kept, &stored)),
        (SaveResult::Elsewhere(elsewhere), _) => Ok(elsewhere),
        (SaveResult::Overtaken(lost), _) => {
            page_with(StatusCode::CONFLICT, &view(&context, &opened, typed.with_baseline_of(&stored), lost))
        }
        (SaveResult::Yes, Submit::Language) => web::see(&web::twin(&context)),
        (SaveResult::Yes, Submit::On) if wrong => {
            page_with_errors(&view(&context, &opened, typed.with_baseline_of(&stored), none))
        }
        (SaveResult::Yes, Submit::On) => web::see(&super::next(&opened, "papers")),
    }
}
