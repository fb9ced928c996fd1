//! The receipt and appointment (form 01), to be printed on A5.

mod text;

use askama::Template;
use axum::extract::Path;
use domain::dossier::Reference;
use domain::time::{long_date, long_moment};
use ui::{Answer, Ask, Chrome, Failure, page};

#[derive(Template)]
#[template(path = "receipt/page.html")]
struct Page {
    chrome: Chrome,
    agency: String,
    today: String,
    code: String,
    reference: String,
    facts: Vec<(String, String)>,
    papers: Vec<(String, String)>,
    secret: Option<String>,
    officer: String,
    t: text::Words,
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let (t, language) = (text::Words(ask.language), ask.language);
    let reference = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let viewed = ask.app().open_for_officer(reference, ask.officer()?.clone()).await?;
    let dossier = &viewed.dossier;
    let code = dossier.code.as_ref().ok_or(Failure::NotFound)?.to_string();
    let data = ask.app().reference();
    let procedure = data.pinned(&dossier.pinned).ok_or(Failure::NotFound)?;
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let secret = match dossier.account {
        None => ask.app().receipt_code(dossier.id).await?,
        Some(_) => None,
    };
    let owner = dossier.parties.as_ref().map(|parties| parties.owner.clone()).unwrap_or_default();
    let clock = dossier.clock.as_ref();
    let moment =
        |at: Option<domain::time::Instant>| at.map(|at| long_moment(at, language)).unwrap_or_default();
    let mut facts = vec![
        (t.owner(), owner.name),
        (t.address(), owner.address),
        (t.phone(), owner.phone),
        (t.what(), procedure.name.get(language).to_string()),
        (t.competent(), agency(dossier.competent)),
        (t.limit(), clock.map(|clock| clock.limit.text(language)).unwrap_or_default()),
        (t.received(), moment(dossier.accepted_at)),
        (t.due(), moment(clock.and_then(|clock| clock.original))),
        (t.delivery(), dossier.delivery.name(language).to_string()),
    ];
    if let Some(submitter) = dossier.parties.as_ref().and_then(|parties| parties.submitter.as_ref()) {
        facts.insert(1, (t.submitter(), submitter.name.clone()));
    }
    let papers = dossier
        .papers
        .iter()
        .map(|given| {
            let name =
                procedure.paper(&given.paper).map_or(t.other_paper(), |paper| paper.name.get(language));
            (name.to_string(), t.counts(given.originals, given.copies))
        })
        .collect();
    page(&Page {
        chrome: Chrome::new(&ask, t.title()),
        agency: agency(dossier.receiving),
        today: long_date(ask.today(), language),
        code,
        reference: dossier.reference.to_string(),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(n, v)| (n.to_string(), v))
            .collect(),
        papers,
        secret,
        officer: ask.officer()?.name.clone(),
        t,
    })
}
