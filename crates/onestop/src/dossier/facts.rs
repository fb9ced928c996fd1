//! Key dates, people, the clock and the steps of a dossier.

use super::apart::told_apart;
use super::text;
use crate::officer_reader::OfficerReader;
use app::opening::Viewed;
use domain::Language;
use domain::agency::{AgencyId, UnitKey};
use domain::calendar::Calendar;
use domain::dossier::{
    Apology, Awaited, CompletionRequest, Dossier, Fact, Involvement, IssuedResult, Linked, Outcome, Record,
    RunningStep, Stage, StageKind, Wait, WhoseClock,
};
use domain::officer::{Assurance, StoredActor};
use domain::procedure::{Channel, LinkStep, Procedure, Step, Work};
use domain::time::{Instant, long_date, long_moment, short_date, short_moment};
use ui::formats::left;
use ui::part::{Chart, ClockCard, ClockTurn, Notice, Phrase, TagKind, TaskItem, Tone};

/// Whose turn it is, and how much time is left of it.
pub fn clock(reader: &OfficerReader, dossier: &Dossier, calendar: &Calendar) -> ClockCard {
    let (t, language) = (text::Words(reader.language), reader.language);
    let whose = dossier.stage.kind().whose_clock();
    let due = match &dossier.stage {
        Stage::Submitted { answer_by, .. } => Some(*answer_by),
        Stage::Accepted => dossier.hand_over_by,
        _ => dossier.legal_due(),
    };
    let due = due.filter(|_| whose == WhoseClock::Agency).or(dossier.late_before_pause());
    let in_hours = dossier.clock.as_ref().is_some_and(|clock| clock.limit.is_in_hours());
    let stage = dossier.stage.kind();
    let left = due.map(|due| left(stage, in_hours, calendar, (reader.now, due), language));
    let late = left.as_ref().is_some_and(|left| left.tag == TagKind::Late);
    let (turn, who) = match whose {
        WhoseClock::Agency if late => (ClockTurn::Late, t.agency_turn()),
        WhoseClock::Agency => match dossier.stage {
            Stage::Submitted { .. } => (ClockTurn::Running, t.counter_turn()),
            Stage::Accepted => (ClockTurn::Running, t.hand_over_turn()),
            _ => (ClockTurn::Running, t.agency_turn()),
        },
        WhoseClock::Applicant if late => (ClockTurn::Late, t.applicant_turn()),
        WhoseClock::Applicant => (ClockTurn::Yours, t.applicant_turn()),
        // Only what was granted ends well.
        WhoseClock::Nobody if dossier.outcome == Some(Outcome::Granted) => (ClockTurn::Done, t.closed()),
        WhoseClock::Nobody => (ClockTurn::Closed, t.closed()),
    };
    ClockCard {
        turn,
        who: who.into(),
        left: left.map(|left| left.words).unwrap_or_default(),
        due: due.map(|due| t.step_due(&long_moment(due, language))).unwrap_or_default(),
        steps: None,
    }
}

/// What the applicant was asked for: in whose words, which papers, until when; what was to be paid, and for what.
pub fn asked(reader: &OfficerReader, dossier: &Dossier, procedure: &Procedure) -> Vec<String> {
    let (t, language) = (text::Words(reader.language), reader.language);
    let paid = matches!(dossier.stage, Stage::PausedForFee { .. });
    if let Some(obligation) = dossier.obligation.as_ref().filter(|_| paid) {
        return vec![ui::formats::money(obligation.amount, language), obligation.words.clone()];
    }
    let Some(request) = dossier.asked() else { return Vec::new() };
    let papers = ui::asked_papers::asked_papers(request, Some(procedure), language);
    let by = request.by.map(|day| t.asked_by(&long_date(day, language)));
    let lines = [Some(request.words.clone()), Some(papers.join("; ")), by];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// That a running step is done once more: who sent it back, when and why.
pub fn sent_back(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<Notice> {
    let t = text::Words(reader.language);
    let name = |id: &str| {
        let step = procedure.process.step(id);
        step.map_or(id, |step| step.name.get(reader.language)).to_string()
    };
    let told = |step: &RunningStep| {
        let about = viewed.records.iter().rev().find(|record| match &record.event.fact {
            Fact::SentBack { to, .. } => *to == step.id,
            Fact::StepFinished { step: of, .. } => *of == step.id,
            _ => false,
        })?;
        let Fact::SentBack { step: from, .. } = &about.event.fact else { return None };
        let who = about.by.account.and_then(|account| viewed.name(account)).unwrap_or(t.system());
        let title = t.sent_back(who, &long_moment(about.at, reader.language));
        let what = t.sent_back_to(&name(&step.id), &name(from));
        let notice = Notice::titled(Tone::Warning, title).sentence(what);
        let why = about.event.private.words.as_str();
        Some(if why.is_empty() { notice } else { notice.sentence(t.sent_back_why(why)) })
    };
    viewed.dossier.steps.iter().filter_map(told).collect()
}

pub fn dates(dossier: &Dossier, t: &text::Words) -> Vec<(&'static str, String)> {
    let clock = dossier.clock.as_ref();
    [
        (t.submitted(), Some(dossier.submitted_at)),
        (t.accepted(), dossier.accepted_at),
        (t.promised(), clock.and_then(|clock| clock.original)),
        (if is_paused(dossier) { t.due_stands() } else { t.due_now() }, dossier.due()),
        (t.due_legal(), dossier.legal_due().filter(|legal| dossier.due() != Some(*legal))),
        (t.finished(), dossier.finished_at),
        (t.returned(), dossier.returned_at),
    ]
    .into_iter()
    .filter_map(|(name, at): (_, Option<Instant>)| Some((name, short_moment(at?, t.0))))
    .collect()
}

/// How often the applicant was asked to complete the file, each time with what was found of it.
pub fn requests(dossier: &Dossier, t: &text::Words, language: Language) -> Vec<String> {
    let told = |asked: &CompletionRequest| {
        let said = asked.request.words.clone();
        let again =
            Some(&asked.request.why_again).filter(|why| !why.is_empty()).map(|why| t.asked_again(why));
        let by = asked.request.by.map(|by| t.to_send_by(&short_date(by, language)));
        let judged = asked
            .judged
            .as_ref()
            .map(|judged| t.judged(judged.fault.name(language), &judged.proof, &judged.words));
        let head = t.request_of(asked.round, &short_moment(asked.at, language));
        [Some(head), Some(said), by, again, judged]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    dossier.requests.iter().map(told).collect()
}

/// Apologies: what was promised, what is promised instead, on which document and why.
pub fn apologies(dossier: &Dossier, t: &text::Words) -> Vec<String> {
    let told = |apology: &Apology| {
        let from = apology.from.map(|at| short_moment(at, t.0)).unwrap_or_default();
        t.apologised(&from, &short_moment(apology.to, t.0), &apology.document, &apology.reason)
    };
    dossier.apologies.iter().map(told).collect()
}

/// How long it may take, as the process says it.
fn allotted(minutes: u32, language: Language) -> String {
    process::time_in_words(process::WorkingTime(minutes), language)
}

/// The steps of the pinned process: done, running, to come.
pub fn steps(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<TaskItem> {
    let (t, language, dossier) = (text::Words(reader.language), reader.language, &viewed.dossier);
    let stands: Vec<&str> = dossier.marking.tokens.iter().map(|token| token.at.as_str()).collect();
    let certain = procedure.process.drawing.certain_steps(&stands);
    let possible = procedure.process.drawing.possible_steps(&stands);
    let several = |step: &Step| dossier.steps.iter().filter(|own| own.id == step.id).count() > 1;
    // What was refused, withdrawn or stopped has no outcome, and goes on nowhere.
    let ended = dossier.outcome.is_some() || dossier.finished_at.is_some();
    let is_over = |id: &String| ended || !possible.contains(id);
    let paused = is_paused(dossier);
    let running_names = running_names(dossier, procedure, language);
    let view_of = |step: &Step, running: Option<(usize, &RunningStep)>| {
        // A process may come to a step again.
        let last = dossier.steps_done.iter().rev().find(|done| done.id == step.id);
        let done = last.filter(|done| !done.undone);
        // What is still to be done on every way from here is to be done again.
        let again = !stands.is_empty() && certain.contains(&step.id);
        let name = running.map(|(place, _)| running_names[place].clone().into());
        let running = running.map(|(_, running)| running);
        let unit = unit_name(reader, dossier, &step.unit).unwrap_or_default();
        TaskItem {
            name: name.filter(|_| several(step)).unwrap_or_else(|| Phrase::of(&step.name, language)),
            hint: format!("{unit} · {} · {}", step.role.name(language), allotted(step.hours * 60, language))
                .into(),
            state: match (running, done) {
                (Some(_), _) if paused => t.step_paused().to_string(),
                (Some(running), _) => t.step_due(&short_moment(running.due, language)),
                (None, Some(done)) if done.returned && !again => {
                    t.step_returned(&short_moment(done.finished, language))
                }
                (None, Some(done)) if again => t.step_again(&short_moment(done.finished, language)),
                (None, Some(done)) => t.step_done(&short_moment(done.finished, language)),
                (None, None) if is_over(&step.id) => t.step_not_needed().to_string(),
                (None, None) if !certain.is_empty() && !certain.contains(&step.id) => {
                    t.step_if_needed().to_string()
                }
                (None, None) => t.step_to_come().to_string(),
            },
            current: running.is_some(),
            ..TaskItem::default()
        }
    };
    // What runs several times has a line each.
    let view = |step: &Step| {
        let running: Vec<_> = dossier.steps.iter().enumerate().filter(|(_, own)| own.id == step.id).collect();
        match running.is_empty() {
            true => vec![view_of(step, None)],
            false => running.into_iter().map(|own| view_of(step, Some(own))).collect(),
        }
    };
    let elsewhere = |link: &LinkStep| {
        let of_it = |linked: &&Linked| linked.event == link.id && !linked.undone;
        // What was recalled may have to be asked anew.
        let again = certain.contains(&link.id) && !stands.is_empty();
        let last = dossier.linked.iter().rev().find(of_it).filter(|linked| !(linked.recalled && again));
        TaskItem {
            name: Phrase::of(&link.name, language),
            hint: format!(
                "{} · {}",
                agency_name(reader, link.agency),
                allotted(link.minutes, reader.language)
            )
            .into(),
            state: match last.map(|linked| (linked, &linked.answer)) {
                Some((_, Some(answer))) => t.step_done(&short_moment(answer.at, language)),
                Some((linked, None)) if linked.is_open() => {
                    t.step_due(&short_moment(viewed.answer_due(linked), language))
                }
                Some(_) => t.step_not_needed().to_string(),
                None if is_over(&link.id) => t.step_not_needed().to_string(),
                None if !certain.contains(&link.id) => t.step_if_needed().to_string(),
                None => t.step_to_come().to_string(),
            },
            current: last.is_some_and(Linked::is_open),
            ..TaskItem::default()
        }
    };
    let works = procedure.process.works().into_iter();
    works
        .flat_map(|work| match work {
            Work::Step(step) => view(step),
            Work::Link(link) => vec![elsewhere(link)],
        })
        .collect()
}

/// The names of the running steps, in their order, like ones told apart.
fn running_names(dossier: &Dossier, procedure: &Procedure, language: Language) -> Vec<String> {
    let name = |step: &RunningStep| {
        let known = procedure.process.step(&step.id);
        (known.map_or(step.id.as_str(), |known| known.name.get(language)).to_string(), step.token)
    };
    told_apart(dossier, dossier.steps.iter().map(name).collect())
}

/// What the process waits for, and with whom it lies.
pub fn waits(reader: &OfficerReader, dossier: &Dossier, procedure: &Procedure) -> Vec<TaskItem> {
    let t = text::Words(reader.language);
    let name = |wait: &Wait| {
        (ui::event_sentences::event_name(procedure, &wait.event, reader.language), Some(wait.token))
    };
    let names = told_apart(dossier, dossier.waits.iter().map(name).collect());
    let told = |(wait, name): (&Wait, String)| {
        let unit = unit_name(reader, dossier, &wait.unit).unwrap_or_default();
        let until = |due: &Instant| t.waits_until(&short_moment(*due, reader.language));
        let (hint, state) = match &wait.what {
            Awaited::Time { due, .. } => (unit, until(due)),
            Awaited::Linked { agency, due, .. } => (agency_name(reader, *agency), until(due)),
            Awaited::Condition {} => (unit, t.waits_for_truth().to_string()),
            Awaited::Message { .. } | Awaited::Signal { .. } => (unit, t.waits_for_word().to_string()),
        };
        TaskItem { name: name.into(), hint: hint.into(), state, ..TaskItem::default() }
    };
    dossier.waits.iter().zip(names).map(told).collect()
}

/// The times of its steps stand still.
fn is_paused(dossier: &Dossier) -> bool {
    matches!(dossier.stage.kind(), StageKind::PausedForApplicant | StageKind::PausedForFee)
}

/// One of several steps that run at once.
pub struct BranchView {
    pub name: String,
    pub hint: String,
    pub token: u32,
    pub here: bool,
}

/// What runs at once, and which of it the page is about; empty where only one step runs.
pub fn branches(
    reader: &OfficerReader,
    viewed: &Viewed,
    procedure: &Procedure,
    here: Option<u32>,
) -> Vec<BranchView> {
    let (t, dossier) = (text::Words(reader.language), &viewed.dossier);
    if dossier.steps.len() < 2 {
        return Vec::new();
    }
    let names = running_names(dossier, procedure, reader.language);
    let view = |(step, name): (&RunningStep, String)| {
        let who = step.assignee.and_then(|id| viewed.name(id)).map(str::to_string);
        let due = if is_paused(dossier) {
            t.step_stands().into()
        } else {
            t.step_due(&short_moment(step.due, reader.language))
        };
        let said = [unit_name(reader, dossier, &step.unit), who, Some(due)];
        Some(BranchView {
            name,
            hint: said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            token: step.token?,
            here: step.token == here,
        })
    };
    dossier.steps.iter().zip(names).filter_map(view).collect()
}

/// The process with the way the dossier took and where it stands.
pub fn picture(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure, title: &str) -> Chart {
    let process = &procedure.process;
    let marked = ui::diagram::Marked::of(&viewed.dossier, process);
    Chart::new(title, ui::diagram::svg(process.model(), title, &marked, reader.language))
}

fn unit_name(reader: &OfficerReader, dossier: &Dossier, key: &UnitKey) -> Option<String> {
    let data = &reader.data;
    let unit = data.agency(dossier.competent)?.unit(key)?;
    Some(unit.name.get(reader.language).to_string())
}

pub fn agency_name(reader: &OfficerReader, id: AgencyId) -> String {
    let data = &reader.data;
    data.agency(id).map(|agency| agency.name.get(reader.language).to_string()).unwrap_or_default()
}

/// Who has to do with it, and the particulars that hang on them.
pub fn people(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<(&'static str, String)> {
    let (t, language) = (text::Words(reader.language), reader.language);
    let dossier = &viewed.dossier;
    let agency = |id| agency_name(reader, id);
    let parties = dossier.parties.as_ref();
    let submitter = parties.and_then(|parties| parties.submitter.as_ref());
    let assured = viewed.records.first().map(|record| assurance(dossier, &record.by, &t));
    let limit = dossier.clock.as_ref().map(|clock| &clock.limit);
    let asked_to = |how| {
        let asked = dossier.involved.iter().filter(|involved| involved.how == Some(how));
        listed(asked.filter_map(|involved| Some(viewed.name(involved.officer)?.to_string())))
    };
    // A linked dossier has nothing to do with the applicant.
    let of_main = |value: Option<String>| value.filter(|_| dossier.main.is_none());
    let delivery = match dossier.main {
        Some(_) => t.to_main().to_string(),
        None => dossier.delivery.name(language).to_string(),
    };
    let fees = match ui::fees::known_of_channel(procedure, dossier.channel, limit, language) {
        unknown if unknown.is_empty() => t.fees_unknown().to_string(),
        fees => fees,
    };
    [
        (t.owner(), parties.map(|parties| party(&parties.owner, language))),
        (t.submitter(), submitter.map(|submitter| party(submitter, language))),
        (t.account(), of_main(Some(t.account_is(dossier.account.is_some()).to_string()))),
        (t.assurance(), of_main(assured)),
        (t.origin(), origin(dossier, language)),
        (t.owner_kind(), dossier.filed.owner.map(|kind| kind.name(language).to_string())),
        (t.trial(), dossier.filed.trial.then(|| t.trial_counts_nowhere().to_string())),
        (t.receiving(), of_main(Some(agency(dossier.receiving)))),
        (t.competent(), Some(agency(dossier.competent))),
        (t.unit(), listed(dossier.steps.iter().filter_map(|step| unit_name(reader, dossier, &step.unit)))),
        (
            t.assignee(),
            listed(dossier.steps.iter().filter_map(|step| Some(viewed.name(step.assignee?)?.to_string()))),
        ),
        (t.supports(), asked_to(Involvement::Support)),
        (t.follows(), asked_to(Involvement::Follow)),
        (t.case(), dossier.case.clone()),
        (t.fees(), of_main(Some(fees))),
        (
            t.obligation(),
            dossier.obligation.as_ref().map(|obligation| ui::formats::obligation(obligation, language)),
        ),
        (t.result_number(), result_number(viewed)),
        (t.issued_as(), issued(&dossier.issued, &t)),
        (t.delivery(), Some(delivery)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// Where it came from, at which level of the service.
fn origin(dossier: &Dossier, language: Language) -> Option<String> {
    let (origin, level) = (dossier.filed.origin?, dossier.filed.level);
    let level = level.map(|level| format!(" · {}", dossier.pinned.pack.pack().level_name(level, language)));
    Some(format!("{}{}", origin.name(language), level.unwrap_or_default()))
}

/// The number of the decision, as it was recorded.
fn result_number(viewed: &Viewed) -> Option<String> {
    let number = |record: &Record| match &record.event.fact {
        Fact::Decided { document, .. } => Some(document.clone()),
        _ => None,
    };
    viewed.records.iter().rev().find_map(number).filter(|number| !number.is_empty())
}

/// Of what day and what kind the result is.
fn issued(issued: &IssuedResult, t: &text::Words) -> Option<String> {
    let parts = [
        issued.medium.map(|medium| medium.name(t.0).to_string()),
        issued.date.map(|date| t.issued_of(&short_date(date, t.0))),
        issued.in_part.then(|| t.in_part_words().to_string()),
        issued.on_the_spot.then(|| t.on_the_spot_words().to_string()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(" · ")).filter(|parts| !parts.is_empty())
}

/// What is the same for several steps is said once.
fn listed(names: impl Iterator<Item = String>) -> Option<String> {
    let mut names: Vec<String> = names.collect();
    names.dedup();
    Some(names.join(", ")).filter(|names| !names.is_empty())
}

/// What is known of whoever handed it in, by whom it was filed.
fn assurance(dossier: &Dossier, by: &StoredActor, t: &text::Words) -> String {
    let for_another = dossier.parties.as_ref().is_some_and(|parties| parties.submitter.is_some());
    let words = match (by.assurance, by.agency, dossier.channel) {
        // An officer entered it: nobody stood at the counter with papers.
        (Assurance::Verified, Some(_), Channel::Postal) => t.assurance_postal(),
        (Assurance::Verified, None, _) if for_another => t.assurance_submitter(),
        (Assurance::Verified, ..) => t.assurance_verified(),
        (Assurance::Password, ..) => t.assurance_password(),
        (Assurance::Claimed, ..) => t.assurance_claimed(),
    };
    words.to_string()
}

fn party(party: &domain::dossier::Party, language: Language) -> String {
    let identity = party.identity.text(language);
    [&party.name, &identity, &party.phone, &party.email, &party.address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" · ")
}
