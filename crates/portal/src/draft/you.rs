//! Whose matter it is, and how the result should come.

use super::form::{self, Outline, Page, SentStep};
use super::text::Words;
use app::drafts::{Opened, TypedDraft};
use axum::extract::Path;
use domain::dossier::{Delivery, OwnerKind, Parties, Party, PartyKind};
use domain::procedure::Procedure;
use ui::field::{AskedIdentity, IDENTITY_NUMBER, Overwritten, option};
use ui::form::ErrorTarget;
use ui::{Chrome, Fields, Form};
use web::{Answer, RequestContext, Sent, page};

/// Whose matter it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Mine,
    Other,
}

/// What was given, and of what is wrong what was typed.
pub(super) struct GivenParties {
    whose: Option<Whose>,
    owner: Party,
    owner_kind: Option<OwnerKind>,
    delivery: Option<Delivery>,
}

const NAME: ErrorTarget = ErrorTarget::Named("owner's name");

pub(super) fn form(form: &mut Form, opened: &Opened, procedure: &Procedure, own: &Party) -> GivenParties {
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
        // Whoever said before that it is a passport is not asked for another number.
        label: if foreigners || owner.identity.kind.is_some() { t.identity_any() } else { t.identity() },
        hint: "",
        shown: &owner.identity,
        foreigners,
        own: true,
    });
    let owner_kind = form.owner_kind(procedure, opened.typed.owner_kind);
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
    let owner = Party { kind, name, identity, phone, email, address };
    GivenParties { whose, owner, owner_kind, delivery }
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
    let heading = Words(chrome.language).you();
    let back = format!("/apply/{}", opened.draft.procedure);
    form::draw(chrome, Outline { heading, number: 1, back, nothing: "" }, fields, overwritten)
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
    let (opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let fields = |opened: &Opened| fields(&context, opened, &procedure);
    let drawn = fields(&opened);
    let posted = drawn.kept_in(posted);
    let mut form = Form::sent(context.language, &posted);
    let own = own_party(&context)?;
    let given = self::form(&mut form, &opened, &procedure, &own);
    let submitter = (given.whose == Some(Whose::Other)).then_some(own);
    let parties = Parties { owner: given.owner, submitter };
    // Nothing is asked: the page would be empty.
    let asked = !procedure.form.questions.is_empty();
    let (passes, to): (&[_], _) = if asked { (&[], "questions") } else { (&["questions"], "papers") };
    let wrong = form.any_wrong();
    let typed = form.into_fields_with_baseline(&drawn);
    let step = SentStep { part: "you", passes, posted: &posted, typed, wrong, to };
    let change = |draft: &mut TypedDraft| {
        draft.parties = parties.clone();
        draft.owner_kind = given.owner_kind;
        draft.delivery = given.delivery.unwrap_or(draft.delivery);
    };
    form::keep(&context, opened, step, fields, change, |opened, fields, overwritten| {
        view(&context, opened, fields, overwritten)
    })
    .await
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
