//! Whose matter it is, and how the result should come.

use super::text::Words;
use super::{FORM, SaveResult, Submit};
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::dossier::{Delivery, Parties, Party, PartyKind};
use domain::procedure::Procedure;
use ui::field::{AskedIdentity, IDENTITY_NUMBER, Overwritten, option};
use ui::form::ErrorTarget;
use ui::part::{BackLink, Heading};
use ui::{Chrome, Fields, Form};
use web::{Answer, RequestContext, Sent, page, page_with, page_with_errors};

#[derive(Template)]
#[template(path = "draft/form.html")]
pub(super) struct Page {
    chrome: Chrome,
    heading: String,
    eyebrow: String,
    back: String,
    overwritten: Overwritten,
    fields: Fields,
    nothing: &'static str,
    t: Words,
}

/// Whose matter it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Mine,
    Other,
}

/// What was given, and of what is wrong what was typed.
pub(super) struct Given {
    whose: Option<Whose>,
    owner: Party,
    delivery: Option<Delivery>,
}

const NAME: ErrorTarget = ErrorTarget::Named("owner's name");

pub(super) fn form(form: &mut Form, opened: &Opened, procedure: &Procedure, own: &Party) -> Given {
    let (t, language) = (Words(form.language()), form.language());
    let (owner, submitter) = (&opened.typed.parties.owner, &opened.typed.parties.submitter);
    let all = vec![
        (Whose::Mine, option("mine", t.mine()).hint(t.mine_hint())),
        (Whose::Other, option("other", t.other()).hint(t.other_hint())),
    ];
    let field =
        form.one_of("whose", t.whose(), all).value(if submitter.is_some() { "other" } else { "mine" });
    let whose = field.missing(t.whose_missing()).not_offered(t.whose_missing()).read();
    let name =
        form.line("name", t.name()).value(&owner.name).complete("name").at_most(120).on(NAME).read_or_raw();
    let foreigners = procedure.takes_foreigners();
    let (kind, identity) = form.identity(&AskedIdentity {
        label: if foreigners { t.identity_any() } else { t.identity() },
        hint: "",
        shown: &owner.identity,
        foreigners,
        own: true,
    });
    // Whoever hands it in for somebody else is not that person.
    if whose == Some(Whose::Other) && !own.identity.is_empty() && identity == own.identity {
        form.wrong_about(Some(IDENTITY_NUMBER), t.other_is_you().into());
        if name == own.name {
            form.wrong_about(Some(NAME), t.other_is_your_name().into());
        }
    }
    let phone = form.phone("phone", t.phone()).value(&owner.phone).read_or_raw();
    let email = form.email("email", t.email()).value(&owner.email).optional().read_or_raw();
    let address =
        form.line("address", t.address()).value(&owner.address).complete("address-line1").read_or_raw();
    let all = Delivery::ALL.iter().map(|way| (*way, option(way.key(), way.name(language)))).collect();
    let field = form.one_of("delivery", t.delivery(), all).value(opened.typed.delivery.key());
    let delivery = field.missing(t.delivery_missing()).not_offered(t.delivery_missing()).read();
    Given { whose, owner: Party { kind, name, identity, phone, email, address }, delivery }
}

/// As a draft is stored.
fn fields(context: &RequestContext, opened: &Opened, procedure: &Procedure) -> Fields {
    let mut form = Form::blank(context.language);
    self::form(&mut form, opened, procedure, &Party::default());
    form.into_fields()
}

fn view(context: &RequestContext, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    draw(context.chrome(Words(context.language).you()), opened, fields, overwritten)
}

pub(super) fn draw(chrome: Chrome, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(chrome.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: chrome.with_problems(wrong).saving(FORM),
        heading: t.you().into(),
        eyebrow: t.step(1),
        back: format!("/apply/{}", opened.draft.procedure),
        overwritten,
        fields,
        nothing: "",
        t,
    }
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    match super::open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => page(&view(
            &context,
            &opened,
            fields(&context, &opened, &procedure).with_baseline(),
            Overwritten::none(context.language),
        )),
    }
}

pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (mut opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let none = Overwritten::none(context.language);
    let posted = fields(&context, &opened, &procedure).kept_in(posted);
    let mut form = Form::sent(context.language, &posted);
    let given = self::form(&mut form, &opened, &procedure, &own_party(&context)?);
    let (wrong, typed) =
        (form.any_wrong(), form.into_fields_with_baseline(&fields(&context, &opened, &procedure)));
    if posted.is_held() {
        return page_with_errors(&view(&context, &opened, typed, none));
    }
    let submit = Submit::of(&context, &posted)?;
    let submitter = if given.whose == Some(Whose::Other) { Some(own_party(&context)?) } else { None };
    // Nothing is asked: the page would be empty.
    let asked = !procedure.form.questions.is_empty();
    let parties = Parties { owner: given.owner, submitter };
    let kept = super::keep(
        &context,
        &mut opened,
        &posted,
        &typed,
        |opened| fields(&context, opened, &procedure),
        |draft| {
            draft.parties = parties.clone();
            draft.delivery = given.delivery.unwrap_or(draft.delivery);
            if wrong {
                draft.passed.remove("you");
            } else if submit == Submit::On {
                draft.passed.insert("you".into());
                draft.passed.extend((!asked).then(|| "questions".to_string()));
            }
        },
    );
    let kept = kept.await?;
    let stored = fields(&context, &opened, &procedure);
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
        (SaveResult::Yes, Submit::On) => {
            web::see(&super::next(&opened, if asked { "questions" } else { "papers" }))
        }
    }
}

fn own_party(context: &RequestContext) -> Result<Party, web::Failure> {
    let account = &context.signed_in()?.account;
    Ok(Party {
        kind: PartyKind::Person,
        name: account.name.clone(),
        identity: account.identity.clone(),
        phone: account.phone.clone(),
        email: account.email.clone(),
        address: account.address.clone(),
    })
}
