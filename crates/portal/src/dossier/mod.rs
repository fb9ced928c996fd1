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
mod todo;
pub mod withdraw;

use app::dossiers::ActRequest;
use app::master_data::MasterData;
use app::opening::Viewed;
use app::random;
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::dossier::{
    ActKind, Command, Delivery, Dossier, Outcome, PaperGiven, PaperSource, Reference, Return, Stage,
    StageKind,
};
use domain::officer::Actor;
use domain::procedure::Procedure;
use domain::time::{Instant, long_moment, short_moment};
use std::sync::Arc;
use ui::deadline_days::days;
use ui::diagram::{Marked, svg};
use ui::event_sentences::{Outsider, tell_outside};
use ui::formats::{counts, file_size, media_name};
use ui::part::{
    Chart, ClockCard, Crumbs, DeadlineDays, Heading, History, HistoryEntry, Link, PageLink, Pages, Pair,
    PaperItem, Papers, Phrase, Print, SummaryList, Timeline,
};
use ui::portions::portions;
use ui::posted::KEY;
use ui::{Chrome, Flash, Markup, Posted};
use web::{Answer, Failure, RequestContext, Sent, page, query, see_with_flash};

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
    todo: Option<todo::Todo>,
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
    /// The other pages of many papers.
    papers_pages: Pages,
    answers: SummaryList,
    details: SummaryList,
    /// The code it goes by, with its name: that of the dossier, or until it has one the reference.
    known_by: KnownBy,
    /// Whether it was accepted, and there is a receipt.
    accepted: bool,
    history: History,
    may_withdraw: bool,
    result_file: Option<String>,
    denied: bool,
    t: text::Words,
}

struct KnownBy {
    label: &'static str,
    code: String,
}

impl Page {
    /// Received once, however often the button is pressed.
    fn idempotency_input(&self) -> Markup {
        KEY.hidden_input(format!("receive-{}", self.reference))
    }

    /// Of very many papers those of one page, the first being 1.
    fn keep_papers(&mut self, page: usize) {
        let alone = |paper: &PaperItem| Papers { papers: vec![paper.clone()], ..Papers::default() };
        let sizes: Vec<usize> =
            self.papers.papers.iter().map(|paper| alone(paper).to_string().len()).collect();
        let pages = portions(&sizes, PAPERS_WEIGHT);
        if pages.len() < 2 {
            return;
        }
        let page = page.clamp(1, pages.len());
        let here = pages[page - 1].clone();
        self.papers.papers = self.papers.papers.drain(here).collect();
        let href = |number| format!("/dossiers/{}?papers={number}#papers", self.reference);
        let link = |number| PageLink { href: href(number), number, here: number == page };
        self.papers_pages.pages = (1..=pages.len()).map(link).collect();
    }
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
    let asked = ui::query::given(&context.path, "papers").unwrap_or_default();
    view.keep_papers(query::number(&asked)?.unwrap_or(1));
    page(&view)
}

/// Maximum bytes of the papers on the page: hundreds may have been handed in.
const PAPERS_WEIGHT: usize = 9_000;

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
            ancestors: vec![Link::new("/dossiers", t.mine())],
            here: procedure_name.clone(),
        },
        heading: Heading::with_eyebrow(procedure_name, heading(language, viewed)),
        clock: clock::clock(reader, viewed),
        todo: todo::todo(reader, viewed),
        apologies: announcements::apologies(dossier, language),
        requests: announcements::requests(dossier, procedure.as_deref(), language),
        slips: slips(&dossier.reference, viewed, language),
        timeline: timeline::timeline(reader, viewed, procedure.as_deref()),
        picture: picture(&t, viewed, procedure.as_deref(), language),
        days: days(viewed, data, language),
        limit: ui::deadline_days::limit(dossier, language),
        papers: Papers { papers: papers(viewed, procedure.as_deref(), &t, language), ..Papers::default() },
        papers_pages: Pages { label: t.papers(), word: t.page(), pages: Vec::new() },
        answers: procedure
            .as_ref()
            .map(|procedure| ui::formats::answers(&procedure.form, &dossier.answers, language))
            .unwrap_or_default(),
        details: details(reader, dossier, procedure.as_deref(), &t),
        known_by: match &dossier.code {
            Some(code) => KnownBy { label: t.code(), code: code.to_string() },
            None => KnownBy { label: t.reference(), code: dossier.reference.grouped() },
        },
        accepted: dossier.code.is_some(),
        history: history(reader, viewed, procedure.as_deref()),
        may_withdraw: allowed(ActKind::Withdraw),
        result_file,
        denied: dossier.outcome == Some(Outcome::Denied),
        t,
    }
}

fn papers(
    viewed: &Viewed,
    procedure: Option<&Procedure>,
    t: &text::Words,
    language: Language,
) -> Vec<PaperItem> {
    let item = |given: &PaperGiven| {
        let paper = procedure.and_then(|procedure| procedure.paper(&given.paper));
        let file = given.file.as_ref().and_then(|fact| viewed.files.iter().find(|file| file.id == fact.id));
        PaperItem {
            kind: file.map_or(t.on_paper(), |file| media_name(&file.media)).into(),
            name: paper
                .map_or_else(|| t.other_paper().into(), |paper| Phrase::short_paper(&paper.name, language)),
            href: file.map(|file| format!("/files/{}", file.token)),
            look: None,
            act: None,
            meta: match file {
                Some(file) => {
                    let later = file.stored_at > viewed.dossier.submitted_at;
                    let later = later.then(|| t.added(&short_moment(file.stored_at, language)));
                    let parts = [Some(file.name.clone()), Some(file_size(file.size, language)), later];
                    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
                }
                None if given.source == Some(PaperSource::Fetched) => {
                    PaperSource::Fetched.name(language).to_string()
                }
                None => counts(given.originals, given.copies, language),
            },
        }
    };
    // What was sent later stands with what it adds to.
    let all = &viewed.dossier.papers;
    let mut given: Vec<&PaperGiven> = all.iter().collect();
    given.sort_by_key(|given| all.iter().position(|first| first.paper == given.paper));
    given.into_iter().map(item).collect()
}

/// Who has it, when it was sent, by when it is due, and what it costs.
fn details(
    reader: &DossierReader,
    dossier: &Dossier,
    procedure: Option<&Procedure>,
    t: &text::Words,
) -> SummaryList {
    let (language, data) = (reader.language, &reader.data);
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let mut details = vec![
        Pair::new(t.agency(), agency(dossier.competent)),
        Pair::new(t.received_at(), agency(dossier.receiving)),
    ];
    let units = dossier.steps.iter().filter_map(|step| data.agency(dossier.competent)?.unit(&step.unit));
    let mut units: Vec<&str> = units.map(|unit| unit.name.get(language)).collect();
    units.dedup();
    if !units.is_empty() {
        details.push(Pair::new(t.unit_now(), units.join(", ")));
    }
    if let Some(case) = &dossier.case {
        details.push(Pair::new(t.case(), case.clone()));
    }
    details.push(Pair::new(t.sent_at(), long_moment(dossier.submitted_at, language)));
    details.extend(dates(dossier, t, language));
    if let Some(procedure) = procedure {
        let limit = dossier.clock.as_ref().map(|clock| &clock.limit);
        let fees = ui::fees::of_channel(procedure, dossier.channel, limit, language);
        details.push(Pair::new(t.fees(), fees.join("; ")));
        let place = agency(dossier.receiving);
        let paid = ui::fees::how_paid(procedure, dossier.channel, limit, &place, language);
        // Who is through has paid.
        details.extend(paid.filter(|_| dossier.finished_at.is_none()).map(|how| Pair::new(t.pay(), how)));
    }
    if let Some(obligation) = &dossier.obligation {
        details.push(Pair::new(t.obligation(), ui::formats::obligation(obligation, language)));
    }
    details.push(Pair::new(t.delivery(), dossier.delivery.name(language).to_string()));
    SummaryList::narrow(details)
}

/// The promised date; the one by the law and the one in force, where they are others.
fn dates(dossier: &Dossier, t: &text::Words, language: Language) -> Vec<Pair> {
    let Some(clock) = &dossier.clock else { return Vec::new() };
    let legal = dossier.legal_due().filter(|legal| clock.current != Some(*legal));
    let now = (clock.current != clock.original).then(|| clock.current.map(|due| long_moment(due, language)));
    let dates = [
        (t.promised(), clock.original.map(|original| long_moment(original, language))),
        (t.due_legal(), legal.map(|legal| long_moment(legal, language))),
        (t.due_now(), now.map(Option::unwrap_or_default)),
    ];
    dates.into_iter().filter_map(|(name, date)| Some(Pair::new(name, date?))).collect()
}

/// What happened, as the applicant is told it, the last first.
fn history(reader: &DossierReader, viewed: &Viewed, procedure: Option<&Procedure>) -> History {
    let language = reader.language;
    let entries = viewed.records.iter().rev().filter_map(|record| {
        let to = Outsider::Applicant;
        let sentence = tell_outside(record, &viewed.dossier, procedure, &reader.data, to, language)?;
        Some(HistoryEntry { at: long_moment(record.at, language), sentence, words: String::new() })
    });
    History(entries.collect())
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
    act(&context, &reference, command, &posted, Flash::Received).await
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
