//! The form of each act: its fields, and how they are read.

use super::Trouble;
use super::text::Words;
use crate::limits;
use app::files::{self, StoredFile};
use app::viewing::Viewed;
use domain::dossier::{
    Accept, AskCompletion, Assign, Awaited, Command, Complete, Context, Course, Decide, Delivery, Extend,
    FinishStep, HandOver, Involve, Involvement, JoinAccount, Kind, LateCause, Outcome, PaperGiven, Pause,
    PauseFor, Receive, Refusal, Refuse, Release, Remark, Request, Resume, Return, RunningStep, SendBack,
    Stop, Withdraw, offers, receivable, steps_back,
};
use domain::officer::{AccountId, Officer, Role};
use domain::procedure::{Channel, Procedure};
use std::collections::BTreeMap;
use ui::field::{Option_, Summary, option};
use ui::posted::file_sentence;
use ui::{Ask, Failure, Field, Fields, Posted};

type Problems = Vec<(String, String)>;

/// So many letters of a line, such as the number of a document.
const SHORT_MAX: usize = 200;

/// What an officer may do with a dossier, and what not and why.
pub struct Offered {
    pub acts: Vec<ActView>,
    /// What was written for an act that can no longer be done.
    pub unsent: Option<(&'static str, Fields)>,
    pub forbidden: Vec<(&'static str, String)>,
    pub summary: Summary,
}

pub struct ActView {
    pub key: &'static str,
    pub name: &'static str,
    pub effect: String,
    pub fields: Fields,
    pub open: bool,
    pub danger: bool,
    pub primary: bool,
    /// It is about the dossier, whatever step is at hand.
    pub anywhere: bool,
}

/// Every act with its form; the one that did not go through comes back as it was typed.
pub fn offered(
    ask: &Ask,
    viewed: &Viewed,
    context: &Context,
    at_hand: Option<u32>,
    colleagues: &[Officer],
    loads: &[(AccountId, u32)],
    trouble: Option<&Trouble>,
) -> Result<Offered, Failure> {
    let language = ask.language;
    let summary = Summary::of(language, Vec::new());
    let mut offered = Offered { acts: Vec::new(), unsent: None, forbidden: Vec::new(), summary };
    for offer in offers(&viewed.dossier, &ask.officer_actor()?, context, at_hand) {
        let mut fields = fields(offer.kind, ask, viewed, context, at_hand, (colleagues, loads));
        let troubled = trouble.filter(|trouble| trouble.kind == offer.kind);
        if let Some(trouble) = troubled {
            fields = fields.typed(&trouble.posted);
            for (field, sentence) in &trouble.problems {
                fields.wrong(field, sentence.clone());
            }
            offered.summary = fields.summary();
        }
        match offer.answer {
            Ok(effect) => offered.acts.push(ActView {
                key: offer.kind.key(),
                name: offer.kind.name(language),
                effect: effect.text(language).to_string(),
                fields,
                open: troubled.is_some(),
                danger: matches!(offer.kind, Kind::Refuse | Kind::Stop | Kind::Withdraw),
                primary: offered.acts.is_empty(),
                anywhere: matches!(
                    offer.kind,
                    Kind::Remark | Kind::Involve | Kind::JoinAccount | Kind::Withdraw | Kind::Complete
                ),
            }),
            Err(refusal) => {
                if let Some(trouble) = troubled {
                    let lines = trouble.problems.iter().map(|(_, sentence)| sentence.clone()).collect();
                    offered.summary = Summary::of(language, lines);
                    offered.unsent = Some((offer.kind.name(language), fields));
                }
                offered.forbidden.push((offer.kind.name(language), refusal.sentence(language)));
            }
        }
    }
    Ok(offered)
}

/// Fields are named after their act, since several forms stand on one page.
fn name(kind: Kind, field: &str) -> String {
    format!("{}-{field}", kind.key())
}

fn fields(
    kind: Kind,
    ask: &Ask,
    viewed: &Viewed,
    context: &Context,
    at_hand: Option<u32>,
    (colleagues, loads): (&[Officer], &[(AccountId, u32)]),
) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let running = viewed.dossier.step(at_hand);
    let procedure = context.procedure;
    let words = |label: &str| Field::area(language, &name(kind, "words"), label).rows(3);
    let document =
        || Field::text(language, &name(kind, "document"), t.document()).wide("input--20").complete("off");
    let papers = || {
        let choices =
            procedure.papers.iter().map(|paper| option(&paper.id, paper.name.get(language))).collect();
        Field::checks(language, &name(kind, "papers"), t.which_papers(), choices).optional()
    };
    let by = || Field::date(language, &name(kind, "by"), t.by()).optional();
    // Asked once it is late, and not before.
    let late = |kind| {
        let causes = LateCause::ALL.iter().map(|cause| option(cause.key(), cause.name(language))).collect();
        let is_late = running.is_some_and(|running| running.due < context.now);
        is_late.then(|| Field::select(language, &name(kind, "late"), t.late_cause(), causes))
    };
    let fields = match kind {
        Kind::Accept => {
            let (name, channels) = (name(kind, "limit"), [viewed.dossier.channel]);
            let limit = limits::field(ask, &name, t.which_limit(), procedure, &channels, context.calendar);
            limit.into_iter().collect()
        }
        Kind::HandOver | Kind::Release => vec![],
        Kind::AskCompletion => vec![papers(), words(t.what_is_needed()), by()],
        Kind::Refuse => vec![words(t.reason())],
        Kind::Assign => {
            let load = |officer: &Officer| {
                loads.iter().find(|(account, _)| *account == officer.account).map_or(0, |(_, load)| *load)
            };
            let able: Vec<&Officer> = able(running, procedure, colleagues).collect();
            let choices = able
                .iter()
                .map(|officer| {
                    let title = officer.title.get(language);
                    let label = format!("{} · {title} · {}", officer.name, t.load(load(officer)));
                    option(officer.account.0.to_string(), label)
                })
                .collect();
            // Who may do it takes it; who gives it away is shown the one with the least in hand.
            let own = ask.officer().ok().map(|officer| officer.acts_as());
            let own = own.filter(|own| able.iter().any(|officer| officer.account == *own));
            let least = able.iter().min_by_key(|officer| load(officer)).map(|officer| officer.account);
            let chosen = own.or(least).map(|account| account.0.to_string()).unwrap_or_default();
            let field = Field::select(language, &name(kind, "officer"), t.officer(), choices).value(&chosen);
            vec![if own.is_none() && least.is_some() { field.hint(t.least()) } else { field }]
        }
        Kind::Remark => vec![words(t.opinion())],
        Kind::Involve => {
            let works = |officer: &&Officer| {
                [Role::Officer, Role::DivisionHead, Role::AgencyHead].iter().any(|role| officer.has(*role))
            };
            let asks = ask
                .officer_actor()
                .is_ok_and(|actor| Involve::asks(&viewed.dossier, &actor, &procedure.process));
            // Who may not ask others leaves.
            let own = |officer: &&Officer| asks || ask.officer().is_ok_and(|own| own.is(officer.account));
            let choices = colleagues.iter().filter(works).filter(own).map(|officer| {
                let how = viewed.dossier.involvement_of(officer.account).map(|how| how.name(language));
                let title = officer.title.get(language);
                let said = [Some(officer.name.as_str()), Some(title), how];
                option(
                    officer.account.0.to_string(),
                    said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                )
            });
            let hows =
                Involvement::ALL.iter().filter(|_| asks).map(|how| option(how.key(), how.name(language)));
            let hows = hows.chain([option("none", t.no_longer())]).collect();
            let choices: Vec<_> = choices.collect();
            let (only, how) = match (asks, choices.first()) {
                (false, Some(own)) => (own.value.clone(), "none"),
                _ => (String::new(), ""),
            };
            vec![
                Field::select(language, &name(kind, "officer"), t.colleague(), choices).value(&only),
                Field::choices(language, &name(kind, "how"), t.involved_how(), hows).value(how),
            ]
        }
        Kind::FinishStep => {
            let step = running.map_or("", |step| step.id.as_str());
            let outcomes: Vec<_> = procedure
                .process
                .outcomes(step)
                .iter()
                .map(|outcome| Option_ {
                    hint: leads(ask, viewed, context, at_hand, &outcome.key),
                    ..option(&outcome.key, ui::telling::outcome_name(outcome, language))
                })
                .collect();
            let chosen = (!outcomes.is_empty())
                .then(|| Field::choices(language, &name(kind, "outcome"), t.step_outcome(), outcomes));
            chosen.into_iter().chain(late(kind)).chain([words(t.remark()).optional()]).collect()
        }
        Kind::Decide => [
            Field::choices(
                language,
                &name(kind, "outcome"),
                t.outcome(),
                vec![option("granted", t.granted()), option("denied", t.denied())],
            ),
            document(),
            words(if viewed.dossier.main.is_some() { t.answer_words() } else { t.reason_if_denied() })
                .optional(),
            if viewed.dossier.delivery == Delivery::Online {
                Field::file(language, &name(kind, "result"), t.result_file()).hint(t.result_file_hint())
            } else {
                Field::file(language, &name(kind, "result"), t.result_file()).optional()
            },
        ]
        .into_iter()
        .chain(late(kind))
        .collect(),
        Kind::SendBack => {
            let back = steps_back(&viewed.dossier, at_hand);
            let name_of =
                |id: &str| procedure.process.step(id).map_or(id, |step| step.name.get(language)).to_string();
            let choices = back.iter().map(|done| option(&done.id, name_of(&done.id))).collect();
            let first = back.first().map_or("", |done| done.id.as_str());
            vec![
                Field::choices(language, &name(kind, "to"), t.back_to(), choices).value(first),
                words(t.reason()),
            ]
        }
        Kind::Receive => {
            let choices: Vec<_> = receivable(&viewed.dossier)
                .map(|wait| option(&wait.event, ui::telling::event_name(procedure, &wait.event, language)))
                .collect();
            let first = receivable(&viewed.dossier).next().map_or("", |wait| wait.event.as_str());
            let event = Field::choices(language, &name(kind, "event"), t.what_came(), choices).value(first);
            let mut fields = vec![event];
            if receivable(&viewed.dossier).any(|wait| matches!(wait.what, Awaited::Linked { .. })) {
                let answers = vec![option("granted", t.granted()), option("denied", t.denied())];
                let found = Field::choices(language, &name(kind, "outcome"), t.found(), answers);
                let number = Field::text(language, &name(kind, "document"), t.found_document());
                fields.push(found.hint(t.found_hint()).optional());
                fields.push(number.wide("input--20").complete("off").optional());
            }
            fields.push(words(t.remark()).optional());
            fields
        }
        Kind::PauseForApplicant => vec![document(), papers(), words(t.what_is_needed()), by()],
        Kind::PauseForFee => {
            vec![document(), Field::number(language, &name(kind, "amount"), t.amount()), words(t.ground())]
        }
        Kind::Resume => vec![words(t.remark()).optional()],
        Kind::Complete => vec![
            papers(),
            Field::file(language, &name(kind, "file"), t.scan()).optional(),
            words(t.remark()).optional(),
        ],
        Kind::Extend => {
            vec![Field::date(language, &name(kind, "to"), t.new_date()), document(), words(t.apology())]
        }
        Kind::Return => {
            let choices =
                [Delivery::Counter, Delivery::Post].map(|how| option(how.key(), how.name(language)));
            let how = match viewed.dossier.delivery {
                Delivery::Post => Delivery::Post,
                Delivery::Counter | Delivery::Online => Delivery::Counter,
            };
            vec![
                Field::choices(language, &name(kind, "how"), t.how(), choices.to_vec()).value(how.key()),
                Field::text(language, &name(kind, "recipient"), t.recipient()).complete("off"),
            ]
        }
        Kind::JoinAccount => {
            vec![Field::text(language, &name(kind, "login"), t.login()).hint(t.login_hint()).complete("off")]
        }
        Kind::Withdraw => vec![words(t.withdraw_words())],
        Kind::Stop => vec![document(), words(t.reason())],
    };
    Fields::new(language, fields)
}

/// Colleagues who can do the running step.
fn able<'a>(
    step: Option<&RunningStep>,
    procedure: &Procedure,
    colleagues: &'a [Officer],
) -> impl Iterator<Item = &'a Officer> {
    let step = step.cloned();
    let role = step
        .as_ref()
        .and_then(|step| procedure.process.step(&step.id))
        .map_or(Role::Officer, |step| step.role);
    colleagues.iter().filter(move |officer| {
        let unit = step.as_ref().is_some_and(|step| step.unit == officer.unit) || role == Role::AgencyHead;
        officer.has(role) && unit
    })
}

/// Reads the form of an act: the command with the files it brings, or what is wrong and where.
pub async fn read(
    kind: Kind,
    ask: &Ask,
    posted: &Posted,
    procedure: &Procedure,
    channel: Channel,
    token: Option<u32>,
) -> Result<Result<(Command, Vec<StoredFile>), Problems>, Failure> {
    let t = Words(ask.language);
    let mut problems = Problems::new();
    let text = |field: &str| posted.text(&name(kind, field));
    let words = text("words");
    let document = text("document");
    if words.chars().count() > 4_000 {
        problems.push((name(kind, "words"), t.too_long().into()));
    }
    for field in ["document", "recipient"] {
        if text(field).chars().count() > SHORT_MAX {
            problems.push((name(kind, field), t.line_too_long().into()));
        }
    }
    let papers: Vec<String> = posted
        .all(&name(kind, "papers"))
        .into_iter()
        .filter(|id| procedure.paper(id).is_some())
        .map(str::to_string)
        .collect();
    let mut date = |field: &str, required: bool| {
        let part = |part: &str| posted.text(&format!("{}-{part}", name(kind, field)));
        let typed = [part("day"), part("month"), part("year")];
        if typed.iter().all(String::is_empty) {
            if required {
                problems.push((name(kind, field), t.date_missing().into()));
            }
            return None;
        }
        let read = forms::Kind::Date.read(&typed.join("/")).ok().and_then(|date| date.parse().ok());
        if read.is_none() {
            problems.push((name(kind, field), t.date_wrong().into()));
        }
        read
    };
    let by = date("by", false);
    let to = if kind == Kind::Extend { date("to", true) } else { None };
    if by.is_some_and(|by: jiff::civil::Date| by < ask.today()) {
        problems.push((name(kind, "by"), t.date_past().into()));
    }
    let (rows, file_names) = taken(kind, ask, posted, &mut problems);
    let decided = || Outcome::parse(&text("outcome"));
    let request = || Request { papers: papers.clone(), by, words: words.clone() };
    let command = match kind {
        Kind::Accept => {
            let limit = limits::read(posted, &name(kind, "limit"), procedure, &[channel]);
            Some(Command::Accept(Accept { limit }))
        }
        Kind::HandOver => Some(Command::HandOver(HandOver)),
        Kind::AskCompletion => Some(Command::AskCompletion(AskCompletion { request: request() })),
        Kind::Refuse => Some(Command::Refuse(Refuse { reason: words })),
        Kind::Assign | Kind::Involve => {
            let id = text("officer").parse().ok().map(AccountId);
            let found = match id {
                Some(id) => ask.app().find_officer(id).await?,
                None => None,
            };
            if found.is_none() {
                let said = if kind == Kind::Involve { t.choose_colleague() } else { t.choose_officer() };
                problems.push((name(kind, "officer"), said.into()));
            }
            let how = text("how");
            if kind == Kind::Involve && Involvement::parse(&how).is_none() && how != "none" {
                problems.push((name(kind, "how"), t.choose_involved().into()));
            }
            found.map(|(officer, _)| match kind {
                Kind::Assign => Command::Assign(Assign { token, to: officer }),
                _ => Command::Involve(Involve { officer, how: Involvement::parse(&how) }),
            })
        }
        Kind::Remark => Some(Command::Remark(Remark { words })),
        Kind::Release => Some(Command::Release(Release { token })),
        Kind::FinishStep => {
            let outcome = Some(text("outcome")).filter(|outcome| !outcome.is_empty());
            Some(Command::FinishStep(FinishStep {
                token,
                words,
                outcome,
                late: LateCause::parse(&text("late")),
            }))
        }
        Kind::Decide => {
            let outcome = decided();
            if outcome.is_none() {
                problems.push((name(kind, "outcome"), t.choose_outcome().into()));
            }
            if document.is_empty() {
                problems.push((name(kind, "document"), t.document_missing().into()));
            }
            let result = rows.first().map(files::fact);
            outcome.map(|outcome| {
                Command::Decide(Decide {
                    token,
                    outcome,
                    document,
                    reason: words,
                    result,
                    file_names: file_names.clone(),
                    late: LateCause::parse(&text("late")),
                })
            })
        }
        Kind::Receive => {
            let answer = decided().map(|outcome| (outcome, document));
            Some(Command::Receive(Receive { event: text("event"), words, answer }))
        }
        Kind::SendBack => {
            let to = text("to");
            Some(Command::SendBack(SendBack { token, to, reason: words }))
        }
        Kind::PauseForApplicant => {
            Some(Command::Pause(Pause { cause: PauseFor::Applicant { request: request() }, document }))
        }
        Kind::PauseForFee => {
            match forms::Kind::Money.read(&text("amount")).ok().and_then(|amount| amount.parse().ok()) {
                Some(amount) => {
                    Some(Command::Pause(Pause { cause: PauseFor::Fee { amount, words }, document }))
                }
                None => {
                    problems.push((name(kind, "amount"), t.amount_wrong().into()));
                    None
                }
            }
        }
        Kind::Resume => Some(Command::Resume(Resume { words })),
        Kind::Complete => {
            let first = papers.first().cloned().unwrap_or_else(|| "other".into());
            let mut given: Vec<PaperGiven> = papers
                .iter()
                .map(|paper| PaperGiven { paper: paper.clone(), originals: 1, copies: 0, file: None })
                .collect();
            given.extend(rows.iter().map(|row| PaperGiven {
                paper: first.clone(),
                originals: 0,
                copies: 1,
                file: Some(files::fact(row)),
            }));
            Some(Command::Complete(Complete { papers: given, file_names: file_names.clone(), words }))
        }
        Kind::Extend => to.map(|to| Command::Extend(Extend { to, document, reason: words })),
        Kind::Return => match Delivery::parse(&text("how")).filter(|how| *how != Delivery::Online) {
            Some(how) => Some(Command::Return(Return { how, recipient: text("recipient") })),
            None => {
                problems.push((name(kind, "how"), t.choose_how().into()));
                None
            }
        },
        Kind::JoinAccount => match ask.app().find_account(&text("login")).await? {
            Some(account) => Some(Command::JoinAccount(JoinAccount { account: account.id })),
            None => {
                problems.push((name(kind, "login"), t.no_account().into()));
                None
            }
        },
        Kind::Withdraw => Some(Command::Withdraw(Withdraw { words })),
        Kind::Stop => Some(Command::Stop(Stop { document, reason: words })),
    };
    Ok(match command.filter(|_| problems.is_empty()) {
        Some(command) => Ok((command, rows)),
        None => Err(problems),
    })
}

/// Where a step leads if it turns out so, by the rules themselves: a way back may be used up.
fn leads(ask: &Ask, viewed: &Viewed, context: &Context, token: Option<u32>, outcome: &str) -> String {
    let (t, language) = (Words(ask.language), ask.language);
    let before = &viewed.dossier;
    let finish = FinishStep {
        token,
        words: "–".into(),
        outcome: Some(outcome.to_string()),
        late: Some(LateCause::Other),
    };
    let Ok(actor) = ask.officer_actor() else { return String::new() };
    let Ok(course) = Course::of(before.clone()).act(&actor, &Command::FinishStep(finish), context) else {
        return String::new();
    };
    let after = &course.dossier;
    let process = &context.procedure.process;
    let steps = after.steps.iter().filter(|step| before.step(step.token).is_none());
    let steps = steps.filter_map(|step| Some(process.name_of(&step.id)?.get(language).to_string()));
    let known = |wait: &&domain::dossier::Wait| {
        before.waits.iter().any(|other| other.token == wait.token && other.event == wait.event)
    };
    let links = after.waits.iter().filter(|wait| !known(wait) && process.link(&wait.event).is_some());
    let links = links.filter_map(|wait| Some(process.name_of(&wait.event)?.get(language).to_string()));
    let next: Vec<String> = steps.chain(links).collect();
    if next.is_empty() { String::new() } else { t.leads_to(&next.join(", ")) }
}

/// Files that came with the form, as rows to be written with the act.
fn taken(
    kind: Kind,
    ask: &Ask,
    posted: &Posted,
    problems: &mut Problems,
) -> (Vec<StoredFile>, BTreeMap<i64, String>) {
    let mut rows = Vec::new();
    let mut names = BTreeMap::new();
    for file in &posted.files {
        match &file.landed {
            Ok(landed) => {
                let paper = if kind == Kind::Decide { "result" } else { "other" };
                let row = ask.app().file_row(landed, &file.name, paper, None);
                names.insert(row.id, row.name.clone());
                rows.push(row);
            }
            Err(problem) => {
                problems.push((file.field.clone(), file_sentence(*problem, &file.name, ask.language)));
            }
        }
    }
    (rows, names)
}

/// The field a refusal is about, so that the sentence stands beside it.
pub fn culprit(kind: Kind, refusal: &Refusal) -> String {
    let field = match refusal {
        Refusal::ReasonMissing | Refusal::OpinionMissing | Refusal::NothingAsked | Refusal::NothingGiven => {
            "words"
        }
        Refusal::LimitNotChosen => "limit",
        Refusal::OutcomeNotChosen | Refusal::AnswerMissing => "outcome",
        Refusal::LateCauseMissing => "late",
        Refusal::NoStepBack => "to",
        Refusal::NotAwaited => "event",
        Refusal::DocumentMissing => "document",
        Refusal::AmountMissing => "amount",
        Refusal::DateNotLater { .. } | Refusal::DateNotWorking => "to",
        Refusal::RecipientMissing => "recipient",
        Refusal::CannotBeAssigned | Refusal::CannotBeInvolved | Refusal::NotInvolved => "officer",
        Refusal::ResultFileMissing => "result",
        _ => return String::new(),
    };
    name(kind, field)
}
