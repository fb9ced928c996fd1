//! The start of an application: who decides it, what is needed, an earlier draft if there is one.

mod text;

use app::drafts::Typed;
use askama::Template;
use axum::extract::Path;
use domain::dossier::{Delivery, Parties, Party, PartyKind};
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, page, page_again};

#[derive(Template)]
#[template(path = "apply/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    fields: Fields,
    drafts: Vec<(String, String)>,
    papers: Vec<String>,
    t: text::Words,
}

async fn view(ask: &Ask, code: &str) -> Result<Page, Failure> {
    let t = text::Words(ask.language);
    let reference = ask.app().reference();
    let procedure = reference.public_procedure(code, ask.today()).ok_or(Failure::NotFound)?;
    let supplies = reference.supplies(code, ask.today());
    let agencies: Vec<_> = supplies
        .iter()
        .filter(|supply| supply.level.online())
        .filter_map(|supply| reference.agency(supply.agency))
        .map(|agency| option(&agency.key, agency.name.get(ask.language)))
        .collect();
    if agencies.is_empty() || procedure.process.steps.is_empty() {
        return Err(Failure::Refused(domain::dossier::Refusal::NotOnline));
    }
    let only = (agencies.len() == 1).then(|| agencies[0].value.clone());
    let field = Field::choices(ask.language, "agency", t.agency(), agencies).value(&only.unwrap_or_default());
    let account = ask.signed_in()?.id();
    let drafts = ask.app().list_drafts(account).await?;
    let heading = procedure.short_name.get(ask.language).to_string();
    Ok(Page {
        chrome: Chrome::new(ask, &heading),
        code: code.to_string(),
        heading,
        fields: Fields::new(ask.language, vec![field]),
        drafts: drafts
            .into_iter()
            .filter(|draft| draft.procedure == code)
            .map(|draft| (draft.token, domain::time::long_moment(draft.updated_at, ask.language)))
            .collect(),
        papers: procedure
            .papers
            .iter()
            .filter(|paper| procedure.asks(paper, None))
            .map(|paper| paper.name.get(ask.language).to_string())
            .chain((!procedure.cases().is_empty()).then(|| t.by_case().to_string()))
            .collect(),
        t,
    })
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    page(&view(&ask, &code).await?)
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let reference = ask.app().reference();
    let procedure = reference.public_procedure(&code, ask.today()).ok_or(Failure::NotFound)?;
    let chosen = reference.agency_by_key(posted.raw("agency")).filter(|agency| {
        reference.supply(&code, agency.id, ask.today()).is_some_and(|supply| supply.level.online())
    });
    if posted.is_held() {
        let mut again = view(&ask, &code).await?;
        again.fields = again.fields.typed(&posted);
        return page_again(&again);
    }
    let Some(agency) = chosen else {
        let mut again = view(&ask, &code).await?;
        let sentence = again.t.choose_agency();
        again.fields.wrong("agency", sentence);
        again.chrome = again.chrome.with_problems(true);
        return page_again(&again);
    };
    let account = &ask.signed_in()?.account;
    if !ask.app().may_begin_draft(account.id).await? {
        let mut again = view(&ask, &code).await?;
        let sentence = again.t.too_many_drafts(ask.app().bounds.drafts);
        again.fields.wrong("agency", sentence);
        again.chrome = again.chrome.with_problems(true);
        return page_again(&again);
    }
    let organisation = account.kind == app::accounts::AccountKind::Organisation;
    let owner = Party {
        kind: if organisation { PartyKind::Organisation } else { PartyKind::Person },
        name: account.name.clone(),
        identity: account.identity.clone(),
        phone: account.phone.clone(),
        email: account.email.clone(),
        address: account.address.clone(),
    };
    let typed =
        Typed { parties: Parties { owner, submitter: None }, delivery: Delivery::Online, ..Typed::default() };
    let token = ask.app().start_draft(account.id, procedure, agency.id, &typed).await?;
    ui::see(&format!("/drafts/{token}/you"))
}
