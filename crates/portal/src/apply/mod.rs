//! The start of an application: who decides it, what is needed, an earlier draft if there is one.

#[cfg(test)]
mod tests;
mod text;

use app::drafts::TypedDraft;
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::agency::Agency;
use domain::dossier::{Delivery, Parties, Party, PartyKind};
use domain::procedure::Procedure;
use ui::field::option;
use ui::form::ErrorTarget;
use ui::part::{BackLink, Heading, Link, Notice, Phrase, Tone};
use ui::posted::FILE_MEGABYTES;
use ui::{Chrome, Fields, Form};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors};

/// The form, as the page's other parts name it.
const FORM: &str = "application";

#[derive(Template)]
#[template(path = "apply/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Phrase,
    fields: Fields,
    /// Drafts of it that were begun.
    drafts: Vec<Link>,
    papers: Vec<Phrase>,
    /// What is to be known before one goes on: it is meant for others than whoever is signed in.
    for_others: Option<Notice>,
    t: text::Words,
}

impl Page {
    fn begun(&self) -> Notice {
        let begun = Notice::titled(Tone::Info, self.t.draft()).sentence(self.t.draft_more());
        begun.links(self.drafts.clone())
    }
}

const AGENCY: ErrorTarget = ErrorTarget::Named("agency");

/// The agencies that take the procedure online.
fn agencies(context: &RequestContext, code: &str) -> Vec<Agency> {
    let data = context.app().master_data();
    let offerings = data.offerings(code, context.today());
    let online = offerings.iter().filter(|offering| offering.level.online());
    online.filter_map(|offering| data.agency(offering.agency).cloned()).collect()
}

/// Which of several agencies decides, as the procedure itself says it where it does: the sentence that names a place.
fn which(procedure: &Procedure, language: Language) -> Option<String> {
    let sentences =
        |text: &str| text.split_inclusive(". ").map(str::trim).map(String::from).collect::<Vec<_>>();
    let names_a_place = |said: &String| said.contains("tại ") && said.contains(" nơi ");
    let place = sentences(&procedure.summary.vi).iter().position(names_a_place)?;
    match procedure.summary.untranslated(language) {
        true => None,
        false => sentences(procedure.summary.get(language)).into_iter().nth(place),
    }
}

fn form(form: &mut Form, agencies: &[Agency], procedure: &Procedure) -> Option<Agency> {
    let (t, language) = (text::Words(form.language()), form.language());
    let named =
        agencies.iter().map(|agency| (agency.clone(), option(&agency.key, agency.name.get(language))));
    let only = if let [only] = agencies { only.key.as_str() } else { "" };
    let which = which(procedure, language).unwrap_or_else(|| t.which().into());
    let hint = if agencies.len() > 1 { which } else { String::new() };
    let field = form.one_of("agency", t.agency(), named.collect()).value(only).hint(&hint).on(AGENCY);
    field.missing(t.choose_agency()).not_offered(t.choose_agency()).read()
}

async fn view(context: &RequestContext, code: &str, form: Form<'_>) -> Result<Page, Failure> {
    let t = text::Words(context.language);
    let data = context.app().master_data();
    let procedure = data.public_procedure(code, context.today()).ok_or(Failure::NotFound)?;
    let fields = form.into_fields();
    let account = context.signed_in()?.id();
    let drafts = app::drafts::list(context.app(), account).await?;
    let heading = Phrase::of(&procedure.short_name, context.language);
    Ok(Page {
        chrome: context.chrome(&heading.text).with_problems(fields.any_wrong()).switching(FORM),
        code: code.to_string(),
        heading,
        fields,
        drafts: drafts
            .into_iter()
            .filter(|draft| draft.procedure == code)
            .map(|draft| {
                let saved = domain::time::long_moment(draft.updated_at, context.language);
                Link::new(crate::draft::resumed(&draft), format!("{} {saved}", t.go_on()))
            })
            .collect(),
        papers: procedure
            .papers
            .iter()
            .filter(|paper| procedure.asks_online(paper, None))
            .map(|paper| Phrase::of(&paper.name, context.language))
            .chain((!procedure.cases().is_empty()).then(|| t.by_case().into()))
            .collect(),
        for_others: crate::audience::for_others(context, procedure),
        t,
    })
}

/// What is asked before a form is drawn: that there is an agency to choose, and a process it goes.
fn offered(context: &RequestContext, procedure: &Procedure) -> Result<Vec<Agency>, Failure> {
    let agencies = agencies(context, procedure.code.as_str());
    if agencies.is_empty() || procedure.process.steps.is_empty() {
        return Err(Failure::Refused(domain::dossier::Refusal::NotOnline));
    }
    Ok(agencies)
}

pub async fn show(context: RequestContext, Path(code): Path<String>) -> Answer {
    let data = context.app().master_data();
    let procedure = data.public_procedure(&code, context.today()).ok_or(Failure::NotFound)?;
    let mut form = Form::blank(context.language);
    self::form(&mut form, &offered(&context, procedure)?, procedure);
    page(&view(&context, &code, form).await?)
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let data = context.app().master_data();
    let procedure = data.public_procedure(&code, context.today()).ok_or(Failure::NotFound)?;
    let mut form = Form::sent(context.language, &posted);
    let chosen =
        self::form(&mut form, &offered(&context, procedure)?, procedure).filter(|_| !form.any_wrong());
    let Some(agency) = chosen else { return page_with_errors(&view(&context, &code, form).await?) };
    let account = &context.signed_in()?.account;
    if !app::intake::may_begin_draft(context.app(), account.id).await? {
        let sentence = text::Words(context.language).too_many_drafts(context.app().bounds.drafts);
        form.wrong_about(Some(AGENCY), sentence);
        return page_with_errors(&view(&context, &code, form).await?);
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
    let typed = TypedDraft {
        parties: Parties { owner, submitter: None },
        delivery: Delivery::Online,
        ..TypedDraft::default()
    };
    let token = app::drafts::start(context.app(), account.id, procedure, agency.id, &typed).await?;
    web::see(&format!("/drafts/{token}/you"))
}
