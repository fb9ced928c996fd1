//! Whose matter it is, and how the result should come.

use super::text::Words;
use super::{FORM, Kept, Press};
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::dossier::{Delivery, Parties, Party, PartyKind};
use domain::procedure::Procedure;
use forms::Kind;
use ui::field::{Overwritten, identity_fields, option};
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

fn fields(ask: &Ask, opened: &Opened, procedure: &Procedure) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let parties = &opened.typed.parties;
    let owner = &parties.owner;
    let whose = if parties.submitter.is_some() { "other" } else { "mine" };
    let deliveries =
        Delivery::ALL.iter().map(|delivery| option(delivery.key(), delivery.name(language))).collect();
    let whose_choices = vec![option("mine", t.mine()), option("other", t.other())];
    let mut fields = vec![
        Field::choices(language, "whose", t.whose(), whose_choices).value(whose),
        Field::text(language, "name", t.name()).value(&owner.name).complete("name"),
    ];
    fields.extend(identity_fields(language, t.identity(), &owner.identity, procedure.takes_foreigners()));
    fields.extend([
        Field::phone(language, "phone", t.phone()).value(&owner.phone),
        Field::email(language, "email", t.email()).value(&owner.email).optional(),
        Field::text(language, "address", t.address()).value(&owner.address).complete("street-address"),
        Field::choices(language, "delivery", t.delivery(), deliveries).value(opened.typed.delivery.key()),
    ]);
    Fields::new(language, fields)
}

fn view(ask: &Ask, opened: &Opened, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(ask.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: Chrome::new(ask, t.you()).with_problems(wrong).switching(FORM),
        heading: t.you().into(),
        over: t.step(1),
        back: format!("/apply/{}", opened.draft.procedure),
        overwritten,
        fields,
        nothing: "",
        t,
    }
}

pub async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match super::open(&ask, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => page(&view(
            &ask,
            &opened,
            fields(&ask, &opened, &procedure).marked(),
            Overwritten::none(ask.language),
        )),
    }
}

pub async fn submit(ask: Ask, Path(token): Path<String>, posted: Posted) -> Answer {
    let (mut opened, procedure) = match super::open(&ask, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let none = Overwritten::none(ask.language);
    let mut typed = fields(&ask, &opened, &procedure).marked().typed(&posted);
    if posted.is_held() {
        return page_again(&view(&ask, &opened, typed, none));
    }
    let press = Press::of(&ask, &posted);
    let owner = read_party(&posted, &mut typed);
    let t = Words(ask.language);
    let submitter = match posted.raw("whose") {
        "mine" => None,
        "other" => Some(own_party(&ask)?),
        _ => {
            typed.wrong("whose", t.whose_missing());
            None
        }
    };
    let delivery = Delivery::parse(posted.raw("delivery"));
    if delivery.is_none() {
        typed.wrong("delivery", t.delivery_missing());
    }
    // Nothing is asked: the page would be empty.
    let asked = !procedure.form.questions.is_empty();
    let (wrong, parties) = (typed.any_wrong(), Parties { owner, submitter });
    let kept = super::keep(
        &ask,
        &mut opened,
        &posted,
        &typed,
        |opened| fields(&ask, opened, &procedure),
        |draft| {
            draft.parties = parties.clone();
            draft.delivery = delivery.unwrap_or(draft.delivery);
            if wrong {
                draft.passed.remove("you");
            } else if press == Press::On {
                draft.passed.insert("you".into());
                draft.passed.extend((!asked).then(|| "questions".to_string()));
            }
        },
    );
    let kept = kept.await?;
    let stored = fields(&ask, &opened, &procedure);
    match (kept, press) {
        (kept, Press::Save) => Ok(super::saved(&ask, &kept, &stored)),
        (Kept::Elsewhere(elsewhere), _) => Ok(elsewhere),
        (Kept::Overtaken(lost), _) => {
            page_with(StatusCode::CONFLICT, &view(&ask, &opened, typed.marked_as(&stored), lost))
        }
        (Kept::Yes, Press::Language) => ui::see(&ui::chrome::twin(&ask)),
        (Kept::Yes, Press::On) if wrong => page_again(&view(&ask, &opened, typed.marked_as(&stored), none)),
        (Kept::Yes, Press::On) => ui::see(&super::next(&opened, if asked { "questions" } else { "papers" })),
    }
}

fn own_party(ask: &Ask) -> Result<Party, ui::Failure> {
    let account = &ask.signed_in()?.account;
    Ok(Party {
        kind: PartyKind::Person,
        name: account.name.clone(),
        identity: account.identity.clone(),
        phone: account.phone.clone(),
        email: account.email.clone(),
        address: account.address.clone(),
    })
}

/// Reads a party; what is wrong is said, and kept as typed.
fn read_party(posted: &Posted, fields: &mut Fields) -> Party {
    let (kind, identity) = fields.read_identity(posted);
    Party {
        kind,
        identity,
        name: fields.read(posted, "name", &Kind::Text { length_max: 120 }, true),
        phone: fields.read(posted, "phone", &Kind::Phone, true),
        email: fields.read(posted, "email", &Kind::Email, false),
        address: fields.read(posted, "address", &Kind::Text { length_max: 200 }, true),
    }
}
