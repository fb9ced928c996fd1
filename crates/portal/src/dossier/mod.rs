//! One dossier as its applicant sees it: what must I do, where is it, when will it be done.

mod announcements;
mod clock;
pub mod complete;
pub mod receipt;
pub mod slip;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
pub mod withdraw;

use app::dossiers::ActRequest;
use app::master_data::MasterData;
use app::opening::Viewed;
use app::random;
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::dossier::{ActKind, Command, Delivery, Fact, Outcome, Reference, Return, Stage, StageKind};
use domain::officer::Actor;
use domain::procedure::Procedure;
use domain::time::{Instant, long_date, long_moment};
use std::sync::Arc;
use ui::deadline_days::days;
use ui::diagram::{Marked, svg};
use ui::event_sentences::{Outsider, tell_outside};
use ui::formats::{counts, file_size, media_name, money};
use ui::part::{
    Chart, ClockCard, Crumbs, DeadlineDays, Heading, History, HistoryEntry, Link, PaperItem, Papers, Phrase,
    Print, SummaryList, Timeline,
};
use ui::posted::KEY;
use ui::{Chrome, Flash, Markup, Posted};
use web::{Answer, Failure, RequestContext, Sent, page, see_with_flash};

#[derive(Template)]
#[template(path = "dossier/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    /// What the receipt is called.
    receipt: &'static str,
    crumbs: Crumbs,
    heading: Heading,
    clock: ClockCard,
    todo: Option<Todo>,
    /// Apologies, the newest first.
    apologies: Vec<announcements::Announcement>,
    /// What was asked for, each time, and what was found of it.
    requests: Vec<announcements::Announcement>,
    slips: Vec<Link>,
    timeline: Timeline,
    /// The steps as a picture, where they are drawn.
    picture: Chart,
    days: DeadlineDays,
    limit: String,
    papers: Papers,
    answers: SummaryList,
    details: SummaryList,
    /// The code it goes by, with its name: that of the dossier, or until it has one the reference.
    known_by: (&'static str, String),
    /// Whether it was accepted, and there is a receipt.
    accepted: bool,
    history: History,
    may_withdraw: bool,
    result_file: Option<String>,
    denied: bool,
    t: text::Words,
}

impl Page {
    /// Received once, however often the button is pressed.
    fn idempotency_input(&self) -> Markup {
        KEY.hidden_input(format!("receive-{}", self.reference))
    }
}

/// What the applicant must do now.
struct Todo {
    title: String,
    /// What stands before all else, as it was written.
    lead_lines: Vec<String>,
    text: String,
    asked: Vec<String>,
    button: String,
    to: String,
    sends_form: bool,
}

pub(crate) async fn open(context: &RequestContext, reference: &str) -> Result<Viewed, Failure> {
    let reference = Reference::parse(reference).ok_or(Failure::NotFound)?;
    Ok(app::opening::for_applicant(context.app(), reference, context.signed_in()?.id()).await?)
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let viewed = open(&context, &reference).await?;
    let mut view = view(&DossierReader::of(&context), &viewed, |title| context.chrome(title));
    if view.chrome.unread > 0 {
        let read =
            app::messages::read_of(context.app(), context.signed_in()?.id(), viewed.dossier.id).await?;
        view.chrome.unread = read.unwrap_or(view.chrome.unread);
    }
    page(&view)
}

/// Without the words that tell how the agency decides.
fn picture(t: &text::Words, viewed: &Viewed, procedure: Option<&Procedure>, language: Language) -> Chart {
    let Some(process) = procedure.map(|procedure| &procedure.process) else { return Chart::default() };
    let marked = Marked { plain: true, ..Marked::of(&viewed.dossier, process) };
    Chart::new(t.picture(), svg(process.model(), t.picture(), &marked, language))
}

/// Who reads it, in which language, when, and what names there are for what it holds.
struct DossierReader {
    language: Language,
    now: Instant,
    data: Arc<MasterData>,
    actor: Option<Actor>,
}

impl DossierReader {
    fn of(context: &RequestContext) -> DossierReader {
        DossierReader {
            language: context.language,
            now: context.now(),
            data: context.app().master_data(),
            actor: context.who.as_ref().map(app::accounts::SignedIn::applicant),
        }
    }
}

fn view(reader: &DossierReader, viewed: &Viewed, chrome: impl FnOnce(&str) -> Chrome) -> Page {
    let (t, language) = (text::Words(reader.language), reader.language);
    let dossier = &viewed.dossier;
    let data = &reader.data;
    let procedure = data.pinned(&dossier.pinned);
    let procedure_name =
        procedure.as_ref().map(|procedure| Phrase::of(&procedure.short_name, language)).unwrap_or_default();
    let stage = dossier.stage.kind();
    let allowed = |kind: ActKind| match (&reader.actor, &procedure) {
        (Some(actor), Some(procedure)) => kind.allowed(dossier, actor, procedure, None).is_ok(),
        _ => false,
    };
    let papers = dossier
        .papers
        .iter()
        .map(|given| {
            let paper = procedure.as_ref().and_then(|p| p.paper(&given.paper));
            let file =
                given.file.as_ref().and_then(|fact| viewed.files.iter().find(|file| file.id == fact.id));
            PaperItem {
                kind: file.map_or(t.on_paper(), |file| media_name(&file.media)).into(),
                name: paper.map_or_else(|| t.other_paper().into(), |paper| Phrase::of(&paper.name, language)),
                href: file.map(|file| format!("/files/{}", file.token)),
                look: None,
                act: None,
                meta: match file {
                    Some(file) => format!("{} · {}", file.name, file_size(file.size, language)),
                    None => counts(given.originals, given.copies, language),
                },
            }
        })
        .collect();
    let questions = procedure.as_ref().map(|p| p.form.questions.as_slice()).unwrap_or_default();
    let answers = questions
        .iter()
        .filter_map(|question| {
            let answer = dossier.answers.get(&question.id)?;
            Some((question.label.get(language).to_string(), ui::formats::answer(question, answer, language)))
        })
        .collect();
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let mut details = vec![
        (t.agency().to_string(), agency(dossier.competent)),
        (t.received_at().to_string(), agency(dossier.receiving)),
    ];
    let units = dossier.steps.iter().filter_map(|step| data.agency(dossier.competent)?.unit(&step.unit));
    let mut units: Vec<&str> = units.map(|unit| unit.name.get(language)).collect();
    units.dedup();
    if !units.is_empty() {
        details.push((t.unit_now().to_string(), units.join(", ")));
    }
    if let Some(case) = &dossier.case {
        details.push((t.case().to_string(), case.clone()));
    }
    details.push((t.sent_at().to_string(), long_moment(dossier.submitted_at, language)));
    if let Some(clock) = &dossier.clock {
        if let Some(original) = clock.original {
            details.push((t.promised().to_string(), long_moment(original, language)));
        }
        if let Some(legal) = dossier.legal_due().filter(|legal| clock.current != Some(*legal)) {
            details.push((t.due_legal().to_string(), long_moment(legal, language)));
        }
        if clock.current != clock.original {
            let now = clock.current.map(|due| long_moment(due, language)).unwrap_or_default();
            details.push((t.due_now().to_string(), now));
        }
    }
    if let Some(procedure) = &procedure {
        let limit = dossier.clock.as_ref().map(|clock| &clock.limit);
        let fees = ui::fees::of_channel(procedure, dossier.channel, limit, language);
        details.push((t.fees().to_string(), fees.join("; ")));
        let place = agency(dossier.receiving);
        let paid = ui::fees::how_paid(procedure, dossier.channel, limit, &place, language);
        // Who is through has paid.
        details.extend(paid.filter(|_| dossier.finished_at.is_none()).map(|how| (t.pay().to_string(), how)));
    }
    if let Some(obligation) = &dossier.obligation {
        details.push((t.obligation().to_string(), ui::formats::obligation(obligation, language)));
    }
    details.push((t.delivery().to_string(), dossier.delivery.name(language).to_string()));
    let history = viewed
        .records
        .iter()
        .rev()
        .filter_map(|record| {
            let to = Outsider::Applicant;
            let told = tell_outside(record, dossier, procedure.as_deref(), data, to, language)?;
            Some(HistoryEntry { at: long_moment(record.at, language), told, words: String::new() })
        })
        .collect();
    let result_file = dossier.result.as_ref().filter(|_| stage == StageKind::Returned);
    let result_file = result_file
        .and_then(|fact| viewed.files.iter().find(|file| file.id == fact.id))
        .map(|file| file.token.clone());
    Page {
        chrome: chrome(&procedure_name.text),
        reference: dossier.reference.to_string(),
        receipt: dossier.pinned.pack.pack().form_name(domain::rules::RECEIPT, language),
        crumbs: Crumbs {
            label: t.here(),
            ways: vec![Link::new("/dossiers", t.mine())],
            here: procedure_name.clone(),
        },
        heading: Heading::with_eyebrow(procedure_name, heading(language, viewed)),
        clock: clock::clock(reader, viewed),
        todo: todo(reader, viewed),
        apologies: announcements::apologies(dossier, language),
        requests: announcements::requests(dossier, procedure.as_deref(), language),
        slips: slips(&dossier.reference, viewed, language),
        timeline: timeline::timeline(reader, viewed, procedure.as_deref()),
        picture: picture(&t, viewed, procedure.as_deref(), language),
        days: days(viewed, data, language),
        limit: ui::deadline_days::limit(dossier, language),
        papers: Papers { papers, ..Papers::default() },
        answers,
        details: SummaryList { narrow: true, ..details.into_iter().collect() },
        known_by: match &dossier.code {
            Some(code) => (t.code(), code.to_string()),
            None => (t.reference(), dossier.reference.grouped()),
        },
        accepted: dossier.code.is_some(),
        history: History(history),
        may_withdraw: allowed(ActKind::Withdraw),
        result_file,
        denied: dossier.outcome == Some(Outcome::Denied),
        t,
    }
}

/// The slips it was given, each on a page of its own.
fn slips(reference: &Reference, viewed: &Viewed, language: Language) -> Vec<Link> {
    let slips = ui::slip::slips(viewed, language).into_iter();
    slips.map(|(sequence, name)| Link::new(format!("/dossiers/{reference}/slips/{sequence}"), name)).collect()
}

fn heading(language: Language, viewed: &Viewed) -> String {
    let t = text::Words(language);
    let denied = viewed.dossier.outcome == Some(Outcome::Denied);
    match viewed.dossier.stage.kind() {
        StageKind::ResultReady | StageKind::Returned if denied => t.h_denied(),
        StageKind::Submitted => t.h_submitted(),
        StageKind::AwaitingCompletion | StageKind::PausedForApplicant => t.h_waiting(),
        StageKind::Accepted => t.h_accepted(),
        StageKind::Processing => t.h_processing(),
        StageKind::PausedForFee => t.h_fee(),
        StageKind::Refused => t.h_refused(),
        StageKind::Withdrawn => t.h_withdrawn(),
        StageKind::Stopped => t.h_stopped(),
        StageKind::ResultReady => t.h_ready(),
        StageKind::Returned => t.h_returned(),
    }
    .to_string()
}

fn todo(reader: &DossierReader, viewed: &Viewed) -> Option<Todo> {
    let (t, language) = (text::Words(reader.language), reader.language);
    let dossier = &viewed.dossier;
    let data = &reader.data;
    let procedure = data.pinned(&dossier.pinned);
    let paper = |id: &String| {
        procedure
            .as_ref()
            .and_then(|procedure| procedure.paper(id))
            .map_or_else(|| id.clone(), |paper| paper.name.get(language).to_string())
    };
    match &dossier.stage {
        Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
            let by =
                request.by.map(|by| format!(" {}", t.before(&long_date(by, language)))).unwrap_or_default();
            Some(Todo {
                lead_lines: Vec::new(),
                title: t.todo_complete().into(),
                text: match request.words.ends_with(['.', '!', '?']) || request.words.is_empty() {
                    true => format!("{}{by}", request.words),
                    false => format!("{}.{by}", request.words),
                },
                asked: request.papers.iter().map(paper).collect(),
                button: t.complete().into(),
                to: format!("/dossiers/{}/complete", dossier.reference),
                sends_form: false,
            })
        }
        Stage::PausedForFee { amount, .. } => Some(Todo {
            lead_lines: Vec::new(),
            title: t.todo_fee(&money(*amount, language)),
            text: match dossier.obligation.as_ref().map(|obligation| obligation.words.as_str()) {
                None | Some("") => t.todo_fee_more().into(),
                Some(words) => format!("{words} {}", t.todo_fee_more()),
            },
            asked: Vec::new(),
            button: String::new(),
            to: String::new(),
            sends_form: false,
        }),
        Stage::ResultReady => {
            let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
            let denied = denial(viewed, &t);
            Some(Todo {
                // A denial says first why.
                title: if denied.is_empty() { t.todo_result().into() } else { t.denied_because().into() },
                text: match (online, dossier.delivery) {
                    (true, _) if dossier.outcome == Some(Outcome::Denied) => t.answer_online().into(),
                    (true, _) => t.result_online().into(),
                    (false, Delivery::Post) => t.result_post().into(),
                    (false, _) => {
                        let counter = data.agency(dossier.receiving);
                        let place = counter
                            .map(|a| format!("{}, {}", a.name.get(language), a.address))
                            .unwrap_or_default();
                        match dossier.delivery {
                            Delivery::Online => t.result_paper_only(&place),
                            Delivery::Counter | Delivery::Post => t.result_counter(&place),
                        }
                    }
                },
                asked: Vec::new(),
                button: match online {
                    true if denied.is_empty() => t.receive().into(),
                    true => t.receive_answer().into(),
                    false => String::new(),
                },
                lead_lines: denied,
                to: format!("/dossiers/{}/receive", dossier.reference),
                sends_form: true,
            })
        }
        Stage::Refused | Stage::Stopped => {
            let ended = viewed
                .records
                .iter()
                .rev()
                .find(|record| matches!(record.event.fact, Fact::Refused { .. } | Fact::Stopped { .. }));
            let words = ended.map(|record| record.event.private.words.clone()).unwrap_or_default();
            Some(Todo {
                lead_lines: Vec::new(),
                title: t.reason().into(),
                text: words,
                asked: Vec::new(),
                button: String::new(),
                to: String::new(),
                sends_form: false,
            })
        }
        Stage::Returned if !denial(viewed, &t).is_empty() => Some(Todo {
            title: t.denied_because().into(),
            lead_lines: denial(viewed, &t),
            text: String::new(),
            asked: Vec::new(),
            button: String::new(),
            to: String::new(),
            sends_form: false,
        }),
        _ => None,
    }
}

/// Why it was denied and by which document; nothing where it was not. Only the words of the decision itself.
fn denial(viewed: &Viewed, t: &text::Words) -> Vec<String> {
    let decided = viewed.records.iter().rev().find_map(|record| match &record.event.fact {
        Fact::Decided { outcome: Outcome::Denied, document, .. } => Some((record, document)),
        _ => None,
    });
    let Some((record, document)) = decided else { return Vec::new() };
    let words = record.event.private.words.clone();
    let number = t.denied_by(document, &long_date(record.at.date(), t.0));
    [words, number].into_iter().filter(|line| !line.is_empty()).collect()
}

#[derive(Template)]
#[template(path = "dossier/sent.html")]
struct SentPage {
    chrome: Chrome,
    reference: String,
    grouped: String,
    /// Procedure, agency, applicant.
    details: SummaryList,
    /// What happens, in its order.
    next: Vec<String>,
    t: text::Words,
}

/// The confirmation: it may be bookmarked and opened again.
pub async fn sent(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let t = text::Words(context.language);
    let viewed = open(&context, &reference).await?;
    let (dossier, language) = (&viewed.dossier, context.language);
    let data = context.app().master_data();
    let procedure = data.pinned(&dossier.pinned);
    let agency = |id| data.agency(id).map(|agency| Phrase::of(&agency.name, language)).unwrap_or_default();
    let who = dossier.parties.as_ref().map(|parties| parties.owner.name.clone()).unwrap_or_default();
    let name = procedure.as_ref().map(|procedure| Phrase::of(&procedure.short_name, language));
    let details = [
        (t.sent_what(), name.unwrap_or_default()),
        (t.sent_who(), who.into()),
        (t.agency(), agency(dossier.competent)),
        (t.received_at(), agency(dossier.receiving)),
        (t.sent_when(), long_moment(dossier.submitted_at, language).into()),
    ];
    let checked = match &dossier.stage {
        Stage::Submitted { answer_by, .. } => t.sent_checked(&long_moment(*answer_by, language)),
        _ => t.sent_check().into(),
    };
    let limits = procedure.as_ref().map(|procedure| procedure.limits(dossier.channel)).unwrap_or_default();
    let decided = match limits.as_slice() {
        [limit] => Some(t.sent_decided(&limit.text(language))),
        _ => None,
    };
    let result = format!("{}: {}", t.sent_result(), dossier.delivery.name(language));
    let place = data.agency(dossier.receiving).map_or("", |agency| agency.name.get(language));
    let paid = procedure
        .as_ref()
        .and_then(|procedure| ui::fees::how_paid(procedure, dossier.channel, None, place, language));
    let next = [Some(checked), Some(t.sent_accepted().into()), paid, decided, Some(result)];
    page(&SentPage {
        chrome: context.chrome(t.sent_title()),
        reference: viewed.dossier.reference.to_string(),
        grouped: viewed.dossier.reference.grouped(),
        details: details.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        next: next.into_iter().flatten().collect(),
        t,
    })
}

pub async fn receive(context: RequestContext, Path(reference): Path<String>, Sent(posted): Sent) -> Answer {
    let command = Command::Return(Return { how: Delivery::Online, recipient: String::new() });
    act(&context, &reference, command, &posted, Flash::Recorded).await
}

async fn act(
    context: &RequestContext,
    reference: &str,
    command: Command,
    posted: &Posted,
    said: Flash,
) -> Answer {
    let reference = Reference::parse(reference).ok_or(Failure::NotFound)?;
    // Only the holder of the account gets as far as an act.
    open(context, reference.as_str()).await?;
    let key = posted.key().unwrap_or_else(random::token);
    let actor = context.signed_in()?.applicant();
    app::dossiers::perform(
        context.app(),
        ActRequest { reference: reference.clone(), actor, command, key, seen: None },
    )
    .await?;
    see_with_flash(context, &format!("/dossiers/{reference}"), said)
}

/// A file of one's own dossier or draft. A result is given out once it has been received.
pub async fn file(context: RequestContext, Path(token): Path<String>) -> Answer {
    let file = app::files::find(context.app(), token).await?.ok_or(Failure::NotFound)?;
    let account = context.signed_in()?.id();
    if !app::files::may_read(context.app(), &file, account).await? {
        return Err(Failure::NotFound);
    }
    web::stream::send(&context, &file).await
}
