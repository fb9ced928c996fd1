//! The short form of the procedure.

use super::form::{self, Outline, Page, SentStep};
use super::text::Words;
use app::drafts::{Opened, TypedDraft};
use axum::extract::Path;
use domain::dossier::Party;
use domain::procedure::Procedure;
use forms::{AnswerProblem, Answers, Question, QuestionKind};
use jiff::civil::Date;
use ui::field::{Option_, Overwritten, option};
use ui::{Chrome, Field, Fields, Form};
use web::{Answer, RequestContext, Sent, page};

/// The questions with what was saved, right or wrong; returns what was given, and of what is wrong what was typed.
pub(super) fn form(form: &mut Form, today: Date, procedure: &Procedure, opened: &Opened) -> Answers {
    let language = form.language();
    let mut answers = Answers::new();
    let (typed, owner) = (&opened.typed, &opened.typed.parties.owner);
    for question in &procedure.form.questions {
        let saved = match typed.answers.get(&question.id) {
            Some(saved) => saved,
            // What was said in the part before is not asked for again.
            None if !typed.passed.contains("questions") => known(&question.kind, owner),
            None => "",
        };
        let shown = question.kind.as_typed(saved, language);
        let field = Field::question(language, question).value(&shown);
        let field = field.suggest(suggested(question, owner));
        let missing = AnswerProblem::Missing.sentence(&field.label, language);
        let answer = form.answer(field, question.kind.on(today)).missing(&missing).read_or_raw();
        if !answer.is_empty() {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}

/// How somebody is reached is known from the part before.
fn known<'a>(kind: &QuestionKind, owner: &'a Party) -> &'a str {
    match kind {
        QuestionKind::Phone => &owner.phone,
        QuestionKind::Email => &owner.email,
        _ => "",
    }
}

/// Names and numbers may be those of the owner or of another, such as a child: what is known is offered, and never filled in.
fn suggested(question: &Question, owner: &Party) -> Vec<Option_> {
    let named = question.label.vi.to_lowercase().contains("họ và tên");
    let known = match question.kind {
        QuestionKind::Text { .. } if named => owner.name.as_str(),
        QuestionKind::IdentityNumber if owner.identity.kind.is_none() => owner.identity.number.as_str(),
        _ => "",
    };
    Some(known).filter(|known| !known.is_empty()).map(|known| option(known, known)).into_iter().collect()
}

/// As a draft is stored.
fn fields(context: &RequestContext, procedure: &Procedure, opened: &Opened) -> Fields {
    let mut form = Form::blank(context.language);
    self::form(&mut form, context.today(), procedure, opened);
    form.into_fields()
}

fn view(context: &RequestContext, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    draw(context.chrome(Words(context.language).questions()), opened, fields, overwritten)
}

pub(super) fn draw(chrome: Chrome, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(chrome.language);
    let back = format!("/drafts/{}/you", opened.draft.token);
    let outline = Outline { heading: t.questions(), number: 2, back, nothing: t.no_questions() };
    form::draw(chrome, outline, fields, overwritten)
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    match super::open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&context, &procedure, &opened).with_baseline();
            page(&view(&context, &opened, fields, Overwritten::none(context.language)))
        }
    }
}

pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let fields = |opened: &Opened| fields(&context, &procedure, opened);
    let drawn = fields(&opened);
    let posted = drawn.kept_in(posted);
    let mut form = Form::sent(context.language, &posted);
    let answers = self::form(&mut form, context.today(), &procedure, &opened);
    let wrong = form.any_wrong();
    let typed = form.into_fields_with_baseline(&drawn);
    let step = SentStep { part: "questions", passes: &[], posted: &posted, typed, wrong, to: "papers" };
    let change = |draft: &mut TypedDraft| draft.answers = answers.clone();
    form::keep(&context, opened, step, fields, change, |opened, fields, overwritten| {
        view(&context, opened, fields, overwritten)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Text;

    #[test]
    fn of_what_the_account_knows_only_how_one_is_reached_is_filled_in() {
        let owner = Party {
            name: "Trần Thị Minh Châu".into(),
            phone: "0900000101".into(),
            email: "chau@example.vn".into(),
            identity: "099190000001".into(),
            ..Party::default()
        };
        let text = || QuestionKind::Text { length_max: 120 };
        assert_eq!(
            (known(&QuestionKind::Phone, &owner), known(&QuestionKind::Email, &owner)),
            ("0900000101", "chau@example.vn")
        );
        assert_eq!((known(&text(), &owner), known(&QuestionKind::IdentityNumber, &owner)), ("", ""));
        // It may be the mother's name, or the child's.
        let offered = |kind: QuestionKind, label: &str| {
            let (id, label) = (String::from("q"), Text::new(label, ""));
            let question = Question { id, kind, label, hint: Text::default(), required: true };
            suggested(&question, &owner).into_iter().map(|option| option.value).collect::<Vec<_>>()
        };
        assert_eq!(offered(text(), "Họ và tên mẹ"), [owner.name.as_str()]);
        assert_eq!(offered(QuestionKind::IdentityNumber, "Số định danh của mẹ"), ["099190000001"]);
        assert_eq!(offered(text(), "Nơi sinh"), [] as [&str; 0]);
    }
}
