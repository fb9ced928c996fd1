//! The short form of the procedure.

use super::text::Words;
use super::{FORM, Kept, Press};
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::procedure::Procedure;
use forms::{Answers, Problem};
use ui::field::Overwritten;
use ui::part::{Back, Heading};
use ui::{Chrome, Field, Fields, Form};
use web::{Answer, Ask, Sent, page, page_again, page_with};

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

/// The questions with what was saved, right or wrong; returns what was given, and of what is wrong what was typed.
fn form(form: &mut Form, ask: &Ask, procedure: &Procedure, saved: &Answers) -> Answers {
    let mut answers = Answers::new();
    for question in &procedure.form.questions {
        let saved = saved.get(&question.id).map_or("", String::as_str);
        let shown = question.kind.as_typed(saved, ask.language);
        let field = Field::question(ask.language, question).value(&shown);
        let missing = Problem::Missing.sentence(&field.label, ask.language);
        let answer = form.answer(field, question.kind.on(ask.today())).missing(&missing).kept();
        if !answer.is_empty() {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}

/// As a draft is stored.
fn fields(ask: &Ask, procedure: &Procedure, saved: &Answers) -> Fields {
    let mut form = Form::blank(ask.language);
    self::form(&mut form, ask, procedure, saved);
    form.drawn()
}

fn view(ask: &Ask, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(ask.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: ask.chrome(t.questions()).with_problems(wrong).saving(FORM),
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

pub async fn submit(ask: Ask, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (mut opened, procedure) = match super::open(&ask, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let none = Overwritten::none(ask.language);
    let posted = fields(&ask, &procedure, &opened.typed.answers).kept_in(posted);
    let mut form = Form::sent(ask.language, &posted);
    let answers = self::form(&mut form, &ask, &procedure, &opened.typed.answers);
    let (wrong, typed) =
        (form.any_wrong(), form.drawn_over(&fields(&ask, &procedure, &opened.typed.answers)));
    if posted.is_held() {
        return page_again(&view(&ask, &opened, typed, none));
    }
    let press = Press::of(&ask, &posted)?;
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
        (Kept::Yes, Press::Language) => web::see(&web::twin(&ask)),
        (Kept::Yes, Press::On) if wrong => page_again(&view(&ask, &opened, typed.marked_as(&stored), none)),
        (Kept::Yes, Press::On) => web::see(&super::next(&opened, "papers")),
    }
}
