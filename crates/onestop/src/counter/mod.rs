//! Counter intake in one screen: who, what, which papers; accept, ask for completion, or refuse.

mod choose;
mod filled;
mod forms;
mod papers;
#[cfg(test)]
mod tests;
mod text;

use app::dossiers::{NewDossier, NotDone};
use app::master_data::Offering;
use app::random;
use askama::Template;
use axum::extract::Path;
pub use choose::choose;
use domain::agency::Agency;
use domain::dossier::{Accept, AskCompletion, Command, FileDossier, ReasonCode, Refuse, Request};
use domain::procedure::{Channel, Procedure};
use domain::rules::pack_on;
use filled::{FILLED, IDENTITY, SearchOutcome, emptied, filled, is_of_another};
use forms::{CounterForms, IntakeGiven};
use jiff::civil::Date;
use papers::{MORE, PORTION, PaperFold, SHOWN, ShownPapers, is_for_papers};
use std::pin::Pin;
use ui::field::OTHER_PAPER;
use ui::form::REASON_FIELD;
use ui::part::{BackLink, ErrorSummary, Heading, Icon, Notice, SummaryList};
use ui::posted::KEY;
use ui::{Chrome, Field, Fields};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, shown_again};

#[derive(Template)]
#[template(path = "counter/page.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    /// The agency that decides, and the code of the procedure.
    eyebrow: String,
    error_summary: ErrorSummary,
    /// Who it is by the digits of a number; how else somebody may be known; the rest.
    identity_number: Option<Field>,
    other_paper: Vec<Field>,
    applicant: Vec<Field>,
    /// The number was looked for, and nobody has it yet.
    unknown: Option<Notice>,
    /// What a search filled in.
    filled: String,
    questions: Fields,
    /// The choice of a case, where the procedure has several.
    case: Fields,
    /// All the papers in one tick.
    all_received: Fields,
    /// None of them.
    none_received: Fields,
    papers: ShownPapers,
    ending: Fields,
    /// What is to be paid.
    money: SummaryList,
    due: String,
    key: String,
    t: text::Words,
}

/// What a counter takes in.
struct CounterOffering {
    procedure: Procedure,
    agency: Agency,
    offering: Offering,
}

fn counter(context: &RequestContext, agency: &str, code: &str) -> Result<CounterOffering, Failure> {
    let data = context.app().master_data();
    let agency = data.agency_by_key(agency).ok_or(Failure::NotFound)?;
    let offering = data.offering(code, agency.id, context.today()).ok_or(Failure::NotFound)?;
    if offering.receiving != context.officer()?.agency {
        return Err(Failure::NotFound);
    }
    let procedure = data.public_procedure(code, context.today()).ok_or(Failure::NotFound)?;
    Ok(CounterOffering { procedure: procedure.clone(), agency: agency.clone(), offering: offering.clone() })
}

fn view(context: &RequestContext, counter: &CounterOffering, asked: CounterForms, key: String) -> Page {
    let (t, language) = (text::Words(context.language), context.language);
    let calendar = context.app().master_data().calendar(counter.agency.id).clone();
    // Among several limits each choice says its own date.
    let limit = match counter.procedure.limits(Channel::Direct).as_slice() {
        [only] => Some((*only).clone()),
        _ => None,
    };
    let due = limit
        .as_ref()
        .and_then(|limit| domain::deadline::due(pack_on(context.today()), &calendar, context.now(), limit));
    let due = match (limit, due) {
        (Some(limit), Some(due)) => t.due(&limit.text(language), &domain::time::long_moment(due, language)),
        (Some(limit), None) => limit.text(language),
        (None, _) => String::new(),
    };
    let fees = match ui::fees::known_of_channel(&counter.procedure, Channel::Direct, None, language) {
        unknown if unknown.is_empty() => t.fees_unknown().to_string(),
        fees => fees,
    };
    let (filled, searched) = (asked.filled.clone(), asked.searched);
    let drawn = asked.drawn();
    let (mut identity_number, others): (Vec<Field>, Vec<Field>) =
        drawn.applicant.fields.into_iter().partition(|field| field.name == IDENTITY);
    let is_other = |field: &Field| OTHER_PAPER.contains(&field.name.as_str());
    let (other_paper, applicant) = others.into_iter().partition(is_other);
    Page {
        chrome: context
            .chrome(t.title())
            .with_problems(!drawn.error_summary.is_empty())
            .switching_for(FORM, Submit::Find.key()),
        heading: counter.procedure.short_name.get(language).to_string(),
        eyebrow: format!("{} · {}", counter.procedure.code.as_str(), counter.agency.name.get(language)),
        error_summary: drawn.error_summary,
        identity_number: identity_number.pop(),
        other_paper,
        applicant,
        unknown: (searched == Some(SearchOutcome::Nobody)).then(|| Notice::info(t.not_known())),
        filled,
        questions: drawn.questions,
        case: drawn.case,
        all_received: drawn.all_received,
        none_received: drawn.none_received,
        papers: drawn.papers,
        ending: drawn.ending,
        money: SummaryList { narrow: true, ..[(t.fees(), fees)].into_iter().collect() },
        due,
        key,
        t,
    }
}

pub async fn show(context: RequestContext, Path((agency, code)): Path<(String, String)>) -> Answer {
    let counter = counter(&context, &agency, &code)?;
    let (asked, _) = forms::asked(&context, &counter, None);
    page(&view(&context, &counter, asked, random::key(context.app().now())))
}

/// Whether files may come, before any byte of them is kept: with what this counter takes in.
pub fn may_bring(context: RequestContext) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        counter(&context, context.segment(2), context.segment(3))?;
        Ok(u64::MAX)
    })
}

ui::submits! {
    enum Submit {
        /// To fill in what the number was last used with.
        Find = "find",
        /// To show the papers of the case alone.
        Case = "case",
        Accept = "accept",
        Ask = "ask",
        Refuse = "refuse",
    }
}

const FORM: &str = "intake";
/// Where the papers begin.
const PAPERS: &str = "papers";

impl Page {
    /// Whether more is said of who somebody is than a number.
    fn is_other_paper(&self) -> bool {
        self.other_paper.iter().any(|field| !field.value.is_empty() || !field.error.is_empty())
    }
}

pub async fn submit(
    context: RequestContext,
    Path((agency, code)): Path<(String, String)>,
    Sent(posted): Sent,
) -> Answer {
    let t = text::Words(context.language);
    let counter = counter(&context, &agency, &code)?;
    let key = posted.key().ok_or(Failure::BadRequest)?;
    let submit = Submit::of(&posted);
    let (mut asked, given) = forms::asked(&context, &counter, Some(&posted));
    if posted.is_held() {
        return page_with_errors(&view(&context, &counter, asked, key));
    }
    if submit.is_none() && is_for_papers(&posted) {
        return shown_again(&context, &posted, PAPERS).await;
    }
    let submit = submit.ok_or(Failure::BadRequest)?;
    match submit {
        Submit::Find => {
            let asked = asked.judged_for_its_number();
            if asked.any_wrong() {
                return page_with_errors(&view(&context, &counter, asked, key));
            }
            let (identity, officer) = (given.applicant.owner.identity, context.officer()?.clone());
            let found = app::opening::find_applicant(context.app(), identity, officer).await?;
            let posted =
                found.map_or_else(|| emptied(posted.clone()), |found| filled(posted.clone(), &found));
            return shown_again(&context, &posted, "").await;
        }
        Submit::Case => return shown_again(&context, &posted, PAPERS).await,
        Submit::Accept => {
            asked.papers_missing(&t, given.case.as_deref(), &counter.procedure);
            let any = counter.procedure.papers_of(given.case.as_deref()).next().is_some();
            if any && given.papers.is_empty() && !given.none_received && !asked.any_wrong() {
                asked.ask_if_none_received(&t);
            }
        }
        Submit::Ask | Submit::Refuse => {
            let offered = codes(submit, context.today());
            let is_one = given.reason_code.is_some_and(|code| offered.contains(&code));
            // A form drawn before it was asked goes through without.
            if posted.has(REASON_FIELD) && !is_one {
                asked.reason_code_missing(&t, submit);
            }
        }
    }
    if is_of_another(&posted) {
        asked.is_of_another(&t);
    }
    let new = match asked.any_wrong() {
        false => new_dossier(&context, &counter, given, submit, &key)?,
        true => None,
    };
    let Some(new) = new else {
        return page_with_errors(&view(&context, &counter, asked, key));
    };
    match app::dossiers::open(context.app(), new).await {
        Ok(done) if submit == Submit::Accept => {
            web::see(&format!("/office/dossiers/{}/receipt", done.dossier.reference))
        }
        // What it was asked for, or why it was refused, is the last that happened to it, and goes along on paper.
        Ok(done) => {
            let (reference, last) = (&done.dossier.reference, done.dossier.sequence);
            web::see(&format!("/office/dossiers/{reference}/slips/{last}"))
        }
        Err(NotDone::Refused(refusal)) => {
            asked.ending.refused(&refusal);
            page_with_errors(&view(&context, &counter, asked, key))
        }
        Err(NotDone::Overtaken { .. }) => {
            asked.ending.add_error(t.again());
            page_with_errors(&view(&context, &counter, asked, random::key(context.app().now())))
        }
        Err(other) => Err(other.into()),
    }
}

/// The dossier that is taken in; nothing where it was not said how it came, or how its result is to be had.
fn new_dossier(
    context: &RequestContext,
    counter: &CounterOffering,
    given: IntakeGiven,
    submit: Submit,
    key: &str,
) -> Result<Option<NewDossier>, Failure> {
    let (Some(channel), Some(delivery)) = (given.channel, given.delivery) else { return Ok(None) };
    let then = then(submit, &counter.procedure, &given);
    let filing = FileDossier {
        main: None,
        reference: random::reference(),
        channel,
        receiving: counter.offering.receiving,
        competent: counter.agency.id,
        level: counter.offering.level,
        owner_kind: given.applicant.owner_kind,
        trial: false,
        account: None,
        parties: given.applicant.parties(),
        answers: given.answers,
        case: given.case,
        papers: given.papers,
        file_names: given.file_names,
        delivery,
    };
    Ok(Some(NewDossier {
        filing,
        procedure: counter.procedure.code.to_string(),
        actor: context.officer_actor()?,
        key: key.into(),
        then: vec![then],
        draft: None,
        files: given.rows,
    }))
}

/// Why it is not accepted, in one word: what is offered to choose from.
fn codes(submit: Submit, today: Date) -> &'static [ReasonCode] {
    match submit {
        Submit::Ask => pack_on(today).request_codes,
        Submit::Refuse => pack_on(today).refusal_codes,
        Submit::Find | Submit::Case | Submit::Accept => &[],
    }
}

/// What is done with a dossier that was just taken in.
fn then(submit: Submit, procedure: &Procedure, given: &IntakeGiven) -> Command {
    let (words, document) = (given.words.clone(), String::new());
    match submit {
        Submit::Ask => {
            let lacks = procedure.papers.iter().filter(|paper| {
                procedure.asks(paper, given.case.as_deref())
                    && !given.papers.iter().any(|given| given.paper == paper.id)
            });
            let papers = lacks.map(|paper| paper.id.clone()).collect();
            let reason_code = given.reason_code;
            let request = Request { papers, reason_code, words, ..Request::default() };
            Command::AskCompletion(AskCompletion { request, document })
        }
        Submit::Refuse => Command::Refuse(Refuse { reason: words, document, reason_code: given.reason_code }),
        _ => Command::Accept(Accept { limit: given.limit.clone() }),
    }
}
