//! Reading it through, and sending it: once.

use super::text::Words;
use app::drafts::Opened;
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::agency::Agency;
use domain::dossier::Identity;
use domain::procedure::{Channel, Paper, Procedure};
use ui::formats::answer;
use ui::part::{BackLink, ErrorSummary, Heading, Pair, Phrase, SummaryList};
use ui::{Chrome, FormParam};
use web::{Answer, RequestContext, Sent, page, page_with_errors};

/// When the draft was changed last, as the page showed it.
const SEEN: FormParam = FormParam("seen");

#[derive(Template)]
#[template(path = "draft/check.html")]
pub(super) struct Page {
    chrome: Chrome,
    token: String,
    error_summary: ErrorSummary,
    seen: i64,
    terms: SummaryList,
    parts: Vec<DraftSection>,
    /// Papers that nothing is sent of.
    left_out: Vec<Phrase>,
    t: Words,
}

/// A part of the draft, and where it is changed.
struct DraftSection {
    key: &'static str,
    name: &'static str,
    answers: SummaryList,
}

fn view(context: &RequestContext, opened: &Opened, procedure: &Procedure, problems: Vec<String>) -> Page {
    let data = context.app().master_data();
    let agency = data.agency(opened.draft.agency);
    let receiving = data.offering(&opened.draft.procedure, opened.draft.agency, context.today());
    let receiving = receiving.and_then(|offering| data.agency(offering.receiving)).or(agency);
    draw(context.chrome(Words(context.language).check()), opened, procedure, [agency, receiving], problems)
}

pub(super) fn draw(
    chrome: Chrome,
    opened: &Opened,
    procedure: &Procedure,
    [agency, receiving]: [Option<&Agency>; 2],
    problems: Vec<String>,
) -> Page {
    let (t, language) = (Words(chrome.language), chrome.language);
    let typed = &opened.typed;
    let owner = &typed.parties.owner;
    let given = |text: &str| if text.is_empty() { t.not_given().to_string() } else { text.to_string() };
    let mut you = vec![
        (t.name().to_string(), given(&owner.name)),
        identity(&t, &owner.identity, language),
        (t.phone().to_string(), given(&owner.phone)),
        (t.email().to_string(), given(&owner.email)),
        (t.address().to_string(), given(&owner.address)),
        (t.delivery().to_string(), typed.delivery.name(language).to_string()),
    ];
    if let Some(submitter) = &typed.parties.submitter {
        you.push((t.submitter().to_string(), submitter.name.clone()));
    }
    let questions: SummaryList = procedure
        .form
        .questions
        .iter()
        .map(|question| {
            let typed_answer = typed.answers.get(&question.id).map_or("", String::as_str);
            (question.label.get(language).to_string(), given(&answer(question, typed_answer, language)))
        })
        .collect();
    let is_given = |paper: &&Paper| opened.files.iter().any(|file| file.paper == paper.id);
    // What may be left out and was is named apart.
    let (shown, left_out): (Vec<&Paper>, Vec<&Paper>) = opened
        .papers(procedure)
        .into_iter()
        .partition(|paper| is_given(paper) || procedure.tells_required() && paper.required);
    let short = |paper: &Paper| Phrase::short_paper(&paper.name, language);
    let papers = shown.into_iter().map(|paper| {
        let files = opened.files.iter().filter(|file| file.paper == paper.id);
        let names: Vec<&str> = files.map(|file| file.name.as_str()).collect();
        Pair::new(short(paper), given(&names.join(", ")))
    });
    let papers = SummaryList::new(papers.collect());
    let fees = ui::fees::of_channel(procedure, Channel::Online, None, language).join("; ");
    let mut terms = vec![
        Pair::new(t.agency(), agency.map_or("", |agency| agency.name.get(language))),
        Pair::new(t.limit(), limit(&t, procedure, language)),
        Pair::new(t.fees(), fees),
    ];
    let place = receiving.map_or("", |agency| agency.name.get(language));
    let paid = ui::fees::how_paid(procedure, Channel::Online, None, place, language);
    terms.extend(paid.map(|how| Pair::new(t.pay(), how)));
    terms.extend(opened.case(procedure).flatten().map(|case| Pair::new(t.case(), case)));
    let parts = [
        DraftSection { key: "you", name: t.you(), answers: you.into_iter().collect() },
        DraftSection { key: "questions", name: t.questions(), answers: questions },
        DraftSection { key: "papers", name: t.papers(), answers: papers },
    ];
    Page {
        chrome: chrome.with_problems(!problems.is_empty()),
        token: opened.draft.token.clone(),
        seen: opened.draft.updated_at.millis(),
        error_summary: ErrorSummary::of(language, problems),
        terms: SummaryList::new(terms),
        left_out: left_out.into_iter().map(short).collect(),
        parts: parts.into_iter().filter(|part| part.key != "questions" || !part.answers.is_empty()).collect(),
        t,
    }
}

/// What identifies somebody, under the name of the paper that bears it.
fn identity(t: &Words, identity: &Identity, language: Language) -> (String, String) {
    let Some(kind) = identity.kind() else { return (t.identity().into(), t.not_given().into()) };
    let country = domain::country::name(&identity.country, language).map(|name| format!(" ({name})"));
    (kind.name(language).into(), format!("{}{}", identity.number, country.unwrap_or_default()))
}

/// The limit, or all of them where it hangs on the case.
fn limit(t: &Words, procedure: &Procedure, language: Language) -> String {
    let limits = procedure.limits(Channel::Online);
    let texts: Vec<String> = limits.iter().map(|limit| limit.text(language)).collect();
    match texts.len() {
        0 | 1 => texts.concat(),
        _ => format!("{} ({})", texts.join("; "), t.limit_by_agency()),
    }
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    match super::open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => page(&view(&context, &opened, &procedure, Vec::new())),
    }
}

pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let t = Words(context.language);
    let mut problems = Vec::new();
    // What another tab changed since this page was opened is read through first.
    if SEEN.of(&posted) != opened.draft.updated_at.millis().to_string() {
        problems.push(t.changed().to_string());
    }
    let answers = forms::read(&procedure.form, context.today(), |name| {
        opened.typed.answers.get(name).map(String::as_str)
    });
    if !opened.typed.passed.contains("you") {
        problems.push(t.not_finished(t.you()));
    }
    if answers.is_err() {
        problems.push(t.not_finished(t.questions()));
    }
    if opened.case(&procedure).is_none() {
        problems.push(t.case_missing().to_string());
    }
    for paper in opened.missing_papers(&procedure) {
        problems.push(t.paper_missing(paper.name.get(context.language)));
    }
    if !app::intake::may_send_dossier(context.app(), context.signed_in()?.id()).await? {
        problems.push(t.enough_today().to_string());
    }
    let (true, Ok(answers)) = (problems.is_empty(), answers) else {
        return page_with_errors(&view(&context, &opened, &procedure, problems));
    };
    match app::drafts::submit(context.app(), context.signed_in()?, &opened, answers).await {
        Ok(done) => web::see(&format!("/dossiers/{}/sent", done.dossier.reference)),
        Err(app::dossiers::NotDone::Refused(refusal)) => {
            page_with_errors(&view(&context, &opened, &procedure, vec![refusal.sentence(context.language)]))
        }
        Err(app::dossiers::NotDone::Overtaken { .. }) => {
            page_with_errors(&view(&context, &opened, &procedure, vec![t.changed().to_string()]))
        }
        Err(other) => Err(other.into()),
    }
}
