use crate::dossier::apology::Apology;
use crate::dossier::asked::{CompletionRequest, Judged};
use crate::dossier::clock::{self, DossierClock};
use crate::dossier::contact::ContactMade;
use crate::dossier::event::{Event, Fact, Record, StepDue};
use crate::dossier::issued::IssuedResult;
use crate::dossier::late::{Explained, LateCause, Lateness};
use crate::dossier::link::{LinkAnswer, Linked};
use crate::dossier::looked_up::LookedUp;
use crate::dossier::reference::DossierId;
use crate::dossier::stage::{Request, Stage};
use crate::dossier::state::{Dossier, LawfulPause, Obligation};
use crate::dossier::step::{DoneStep, RemainingMinutes, RunningStep};
use crate::dossier::wait::{Awaited, Wait};
use crate::officer::StoredActor;
use crate::time::Instant;
use process::{Moved, State, Token};
use std::collections::BTreeSet;

/// What a whole record means. The first event must be `Submitted`; anything else is no dossier.
pub fn replay<'a>(id: DossierId, records: impl IntoIterator<Item = &'a Record>) -> Option<Dossier> {
    let mut records = records.into_iter();
    let mut dossier = open(id, records.next()?)?;
    for record in records {
        dossier = evolve(dossier, record);
    }
    Some(dossier)
}

fn open(id: DossierId, record: &Record) -> Option<Dossier> {
    let Event { fact, private } = &record.event;
    let Fact::Submitted {
        reference,
        channel,
        pinned,
        receiving,
        competent,
        helped_by,
        account,
        external_code,
        case,
        main,
        papers,
        delivery,
        answer_by,
        filed,
    } = fact
    else {
        return None;
    };
    Some(Dossier {
        id,
        sequence: record.sequence,
        reference: reference.clone(),
        code: None,
        external_code: external_code.clone(),
        case: case.clone(),
        main: main.clone(),
        channel: *channel,
        pinned: pinned.clone(),
        receiving: *receiving,
        competent: *competent,
        helped_by: *helped_by,
        account: *account,
        parties: private.parties.clone(),
        answers: private.answers.clone(),
        papers: papers.clone(),
        file_names: private.file_names.clone(),
        delivery: *delivery,
        stage: Stage::Submitted { since: record.at, answer_by: *answer_by },
        submitted_at: record.at,
        accepted_at: None,
        clock: None,
        hand_over_by: None,
        completion_rounds: 0,
        requests: Vec::new(),
        extensions: 0,
        apologies: Vec::new(),
        paused_at: None,
        pauses: Vec::new(),
        steps: Vec::new(),
        waits: Vec::new(),
        linked: Vec::new(),
        involved: Vec::new(),
        steps_done: Vec::new(),
        steps_total: 0,
        marking: process::Marking::default(),
        moves: Vec::new(),
        units: BTreeSet::new(),
        obligation: None,
        outcome: None,
        result: None,
        finished_at: None,
        returned_at: None,
        process_changed: false,
        corrected: Vec::new(),
        contacts: Vec::new(),
        looked_up: Vec::new(),
        filed: filed.clone(),
        ended_because: None,
        late: None,
        ended_paused_at: None,
        margin: None,
        took: None,
        issued: IssuedResult::default(),
    })
}

/// What a fact means. Never refuses, never runs a rule or a calendar.
pub fn evolve(before: Dossier, record: &Record) -> Dossier {
    let mut dossier = Dossier { sequence: record.sequence, ..before };
    let Event { fact, private } = &record.event;
    dossier.file_names.extend(private.file_names.clone());
    match fact {
        Fact::Submitted { .. } => {}
        Fact::CompletionAsked { request, document } => {
            let request = dossier.note_request(record, request, document, false);
            dossier.stage = Stage::AwaitingCompletion { request };
        }
        Fact::Completed { papers, answer_by } => {
            dossier.papers.extend(papers.clone());
            if let Some(answer_by) = answer_by {
                dossier.stage = Stage::Submitted { since: record.at, answer_by: *answer_by };
            }
        }
        Fact::Accepted { arrival, limit, due, hand_over_by, steps_total } => {
            dossier.accepted_at = Some(record.at);
            dossier.steps_total = *steps_total;
            dossier.hand_over_by = Some(*hand_over_by);
            dossier.clock = Some(DossierClock::started(*arrival, limit, *due));
            dossier.stage = Stage::Accepted;
        }
        Fact::Corrected { what, document } => {
            if document.is_some() {
                dossier.filed.document = document.clone();
            }
            if let Some(corrected) = &private.corrected {
                dossier.put_right(what, &corrected.after);
            }
            dossier.corrected.push(what.clone());
        }
        Fact::BecameLate { due, cause } => {
            dossier.late = Some(Lateness { due: *due, noted_at: record.at, seen: *cause, explained: None });
        }
        Fact::LateExplained { cause } => {
            let explained = Explained { cause: *cause, at: record.at, by: record.by.account };
            if let Some(late) = &mut dossier.late {
                late.explained = Some(explained);
            }
        }
        Fact::Numbered { code } => dossier.code = Some(code.clone()),
        Fact::RequestJudged { round, fault } => {
            let judged = Judged {
                fault: *fault,
                proof: private.proof.clone(),
                words: private.words.clone(),
                at: record.at,
                by: record.by.account,
            };
            if let Some(asked) = dossier.requests.iter_mut().find(|asked| asked.round == *round) {
                asked.judged = Some(judged);
            }
        }
        Fact::Refused { reason_code, .. } => {
            dossier.stage = Stage::Refused;
            dossier.ended_because = *reason_code;
        }
        Fact::HandedOver { to, .. } => {
            dossier.units.insert(to.clone());
        }
        Fact::StepStarted { step, unit, due, token } => {
            dossier.steps.push(RunningStep {
                id: step.clone(),
                token: *token,
                unit: unit.clone(),
                assignee: None,
                started: record.at,
                due: *due,
                rest: None,
            });
            dossier.units.insert(unit.clone());
            dossier.stage = Stage::Processing;
        }
        Fact::StepFinished { step: _, outcome, token, late } => {
            dossier.note_done(*token, outcome.clone(), *late, &record.by, record.at);
        }
        Fact::SentBack { token, undone, linked, .. } => {
            dossier.steps.retain(|step| step.token != *token);
            for place in undone {
                if let Some(done) = dossier.steps_done.get_mut(*place as usize) {
                    done.undone = true;
                }
            }
            for of in dossier.linked.iter_mut().filter(|of| linked.contains(&of.number)) {
                of.undone = true;
            }
        }
        Fact::StepDropped { token, .. } => dossier.steps.retain(|step| step.token != Some(*token)),
        Fact::ProcessMoved { moves } => {
            for (place, moved) in moves.iter().enumerate() {
                let values = private.values.get(place).cloned().unwrap_or_default();
                let moved = moved.clone().join_values(values);
                dossier.note_returned(&moved);
                dossier.marking.apply(&moved);
                dossier.moves.push(moved);
            }
            let marking = &dossier.marking;
            dossier.waits.retain(|wait| marking.token(wait.token).is_some());
        }
        Fact::Awaited { token, event, unit, what } => {
            dossier.forget_wait(*token, event);
            let (event, unit, what) = (event.clone(), unit.clone(), what.clone());
            dossier.units.insert(unit.clone());
            if let Awaited::Linked { number, agency, procedure, minutes, due } = &what {
                dossier.linked.push(Linked {
                    number: *number,
                    token: *token,
                    event: event.clone(),
                    agency: *agency,
                    procedure: procedure.clone(),
                    minutes: *minutes,
                    asked: record.at,
                    due: *due,
                    answer: None,
                    recalled: false,
                    undone: false,
                });
            }
            dossier.waits.push(Wait { token: *token, event, unit, what, since: record.at });
            dossier.stage = Stage::Processing;
        }
        Fact::EventHappened { token, event } => dossier.forget_wait(*token, event),
        Fact::LinkedAnswered { number, outcome, document, outside, result, .. } => {
            let (document, result) = (document.clone(), result.clone());
            let answer = LinkAnswer { at: record.at, outcome: *outcome, document, outside: *outside, result };
            dossier.note_answer(*number, answer);
        }
        Fact::LinkedRecalled { number } => {
            for linked in dossier.linked.iter_mut().filter(|linked| linked.number == *number) {
                linked.recalled = true;
            }
        }
        Fact::Assigned { officer, token } => {
            if let Some(place) = dossier.place(*token) {
                dossier.steps[place].assignee = Some(*officer);
            }
        }
        Fact::Released { token } => {
            if let Some(place) = dossier.place(*token) {
                dossier.steps[place].assignee = None;
            }
        }
        Fact::Involved { officer, how } => dossier.involve(*officer, Some(*how)),
        Fact::Uninvolved { officer } => dossier.involve(*officer, None),
        Fact::Remarked {} | Fact::MessageSent { .. } => {}
        Fact::Contacted { means, reason_code } => dossier.contacts.push(ContactMade {
            at: record.at,
            agency: record.by.agency,
            by: record.by.account,
            means: *means,
            reason_code: *reason_code,
            words: private.words.clone(),
        }),
        Fact::LookedUp { database, found, paper } => {
            dossier.papers.extend(paper.clone());
            let (at, by) = (record.at, record.by.account);
            dossier.looked_up.push(LookedUp { at, by, database: *database, found: *found });
        }
        Fact::PausedForApplicant { request, left, document } => {
            dossier.paused_at = Some(record.at);
            let request = dossier.note_request(record, request, document, true);
            dossier.stage = Stage::PausedForApplicant { request, left: left.clone() };
        }
        Fact::PausedForFee { amount, document, left } => {
            dossier.paused_at = Some(record.at);
            dossier.obligation = Some(Obligation {
                amount: *amount,
                document: document.clone(),
                words: private.words.clone(),
                asked_at: record.at,
                met_at: None,
            });
            dossier.stage = Stage::PausedForFee { amount: *amount, left: left.clone() };
        }
        Fact::Resumed { due, basis, step_due, steps, owed, from: _ } => {
            if let (Stage::PausedForFee { .. }, Some(obligation)) = (&dossier.stage, &mut dossier.obligation)
            {
                obligation.met_at = Some(record.at);
            }
            let stopped = dossier.clock_stopped_at();
            dossier.pauses.extend(stopped.map(|from| LawfulPause { from, to: record.at }));
            let paused = dossier.paused_at.take();
            if let Some(clock) = &mut dossier.clock {
                let now = clock::Resumed { paused, at: record.at, owed: owed.as_ref() };
                clock.resumed(*due, basis.as_ref(), now);
            }
            if let Stage::PausedForApplicant { left, .. } | Stage::PausedForFee { left, .. } = &dossier.stage
            {
                for step in &mut dossier.steps {
                    step.rest =
                        Some(RemainingMinutes { from: record.at, minutes: left.minutes_of(step.token) });
                }
            }
            dossier.set_dues(*step_due, steps);
            dossier.stage = Stage::Processing;
        }
        Fact::Extended { from, to, document, late } => {
            dossier.extensions += 1;
            dossier.apologies.push(Apology {
                at: record.at,
                document: document.clone(),
                reason: private.words.clone(),
                from: *from,
                to: *to,
                late: *late,
                by: record.by.account,
            });
            if let Some(clock) = &mut dossier.clock {
                clock.set_again(*to, *late);
            }
        }
        Fact::DueRecalculated { to, .. } => {
            if let Some(clock) = &mut dossier.clock {
                clock.recounted(*to);
            }
        }
        Fact::OwnDatesRecalculated { answer_by, hand_over_by, step_due, steps, legal } => {
            let owed = dossier.clock.as_mut().and_then(|clock| clock.owed.as_mut());
            if let (Some(owed), Some(due)) = (owed, legal) {
                owed.due = *due;
            }
            if let (Stage::Submitted { answer_by: before, .. }, Some(after)) = (&mut dossier.stage, answer_by)
            {
                *before = *after;
            }
            dossier.hand_over_by = hand_over_by.or(dossier.hand_over_by);
            dossier.set_dues(*step_due, steps);
        }
        Fact::ProcessChanged { version, token, steps_total, .. } => {
            dossier.pinned.process_version = *version;
            dossier.process_changed = true;
            dossier.steps_total = *steps_total;
            // How it came where it stands was told by the other version.
            dossier.marking.tokens.clear();
            dossier.marking.taken.clear();
            dossier.moves.clear();
            dossier.waits.clear();
            for step in &mut dossier.steps {
                step.token = *token;
            }
        }
        Fact::Decided { outcome, result, issued, margin, took, .. } => {
            dossier.margin = *margin;
            dossier.took = *took;
            dossier.issued = issued.clone();
            dossier.outcome = Some(*outcome);
            dossier.result = result.clone();
            dossier.finished_at = Some(record.at);
            dossier.stage = Stage::ResultReady;
        }
        Fact::Returned { .. } => {
            dossier.returned_at = Some(record.at);
            dossier.stage = Stage::Returned;
        }
        Fact::PassedOn {} => {
            dossier.returned_at = Some(record.at);
            dossier.stage = Stage::Returned;
        }
        Fact::Recalled {} => close(&mut dossier, record, Stage::Withdrawn),
        Fact::Withdrawn { reason_code } => {
            close(&mut dossier, record, Stage::Withdrawn);
            dossier.ended_because = *reason_code;
        }
        Fact::Stopped { reason_code, .. } => {
            close(&mut dossier, record, Stage::Stopped);
            dossier.ended_because = *reason_code;
        }
        Fact::AccountJoined { account, .. } => dossier.account = Some(*account),
    }
    dossier
}

impl Dossier {
    /// The applicant was asked for something; the request with its words.
    fn note_request(&mut self, record: &Record, request: &Request, document: &str, paused: bool) -> Request {
        let private = &record.event.private;
        let (words, why_again) = (private.words.clone(), private.why_again.clone());
        let request = Request { words, why_again, ..request.clone() };
        self.completion_rounds += 1;
        self.requests.push(CompletionRequest {
            round: self.completion_rounds,
            at: record.at,
            by: record.by.account,
            stands_for: record.by.stands_for,
            request: request.clone(),
            document: document.to_string(),
            paused,
            judged: None,
        });
        request
    }

    /// A running step is done.
    pub(super) fn note_done(
        &mut self,
        token: Option<u32>,
        outcome: Option<String>,
        late: Option<LateCause>,
        by: &StoredActor,
        finished: Instant,
    ) {
        if let Some(place) = self.place(token) {
            // By it something was returned.
            let around = self.steps[place].token.and_then(|token| self.marking.token(token));
            let around = around.and_then(|own| self.marking.token(own.within));
            if let Some(&State::Returning { of, .. }) = around.map(|around| &around.state) {
                let of_it = self.steps_done.iter_mut().filter(|done| done.token == Some(of));
                of_it.for_each(|done| done.returned = true);
            }
            let RunningStep { id, token, unit, started, due, .. } = self.steps.remove(place);
            let (by, stands_for) = (by.account, by.stands_for);
            let done = DoneStep {
                id,
                token,
                outcome,
                unit,
                by,
                stands_for,
                started,
                due,
                finished,
                late,
                undone: false,
                returned: false,
            };
            self.steps_done.push(done);
        }
    }

    /// What was being returned and is settled now is returned; what can be returned once more is not.
    fn note_returned(&mut self, moved: &Moved) {
        let is_returned = |token: u32| {
            let of = |other: &Token| matches!(other.state, State::Returning { of, .. } if of == token);
            self.marking.tokens.iter().any(of)
        };
        for done in &mut self.steps_done {
            let Some(token) = done.token else { continue };
            let again = moved.finished.iter().any(|own| own.token == token);
            let settled = moved.settled.contains(&token) && is_returned(token) && moved.returned.is_empty();
            done.returned = !again && (done.returned || settled);
        }
    }

    pub(super) fn forget_wait(&mut self, token: u32, event: &str) {
        self.waits.retain(|wait| wait.token != token || wait.event != event);
    }

    /// Where a running step stands in the list. Facts from before several could run name no token.
    fn place(&self, token: Option<u32>) -> Option<usize> {
        match token {
            Some(_) => self.steps.iter().position(|step| step.token == token),
            None => (!self.steps.is_empty()).then_some(0),
        }
    }

    fn set_dues(&mut self, only: Option<Instant>, by_token: &[StepDue]) {
        for step in &mut self.steps {
            let named = by_token.iter().find(|date| Some(date.token) == step.token);
            step.due = named.map(|date| date.due).or(only).unwrap_or(step.due);
        }
    }
}

fn close(dossier: &mut Dossier, record: &Record, stage: Stage) {
    dossier.ended_paused_at = dossier.clock_stopped_at();
    dossier.paused_at = None;
    dossier.stage = stage;
    dossier.steps.clear();
    // The law's word ends the process wherever it stands.
    dossier.marking.tokens.clear();
    dossier.waits.clear();
    dossier.finished_at = Some(record.at);
}
