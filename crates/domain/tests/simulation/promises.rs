//! What holds whatever was tried.

use crate::*;

/// What a page does not offer, the law refuses for the same reason.
pub fn check_offer(
    dossier: &Dossier,
    act: &Act,
    procedure: &Procedure,
    answer: &Result<Vec<Event>, Refusal>,
) {
    let mut token = None;
    let kind = match &act.command {
        Command::Accept(_) => ActKind::Accept,
        Command::AskCompletion(_) => ActKind::AskCompletion,
        Command::Refuse(_) => ActKind::Refuse,
        Command::Complete(_) => ActKind::Complete,
        Command::HandOver(_) => ActKind::HandOver,
        Command::Assign(assign) => {
            token = assign.token;
            ActKind::Assign
        }
        Command::Involve(_) => ActKind::Involve,
        Command::JudgeRequest(_) => ActKind::JudgeRequest,
        Command::Remark(_) => ActKind::Remark,
        Command::NoteContact(_) => ActKind::NoteContact,
        Command::LookUp(_) => ActKind::LookUp,
        Command::Release(release) => {
            token = release.token;
            ActKind::Release
        }
        Command::FinishStep(finish) => {
            token = finish.token;
            ActKind::FinishStep
        }
        Command::SendBack(back) => {
            token = back.token;
            ActKind::SendBack
        }
        Command::Decide(decide) => {
            token = decide.token;
            ActKind::Decide
        }
        Command::Pause(_) => ActKind::PauseForApplicant,
        Command::Resume(_) => ActKind::Resume,
        Command::Extend(_) => ActKind::Extend,
        Command::ExplainLate(_) => ActKind::ExplainLate,
        Command::Stop(_) => ActKind::Stop,
        Command::Withdraw(_) => ActKind::Withdraw,
        Command::Return(_) => ActKind::Return,
        Command::JoinAccount(_) => ActKind::JoinAccount,
        Command::Receive(_) => ActKind::Receive,
        Command::Correct(_) => ActKind::Correct,
        // Only ever a job's.
        Command::Recalculate(_) | Command::TimeCame(_) | Command::ChangeProcess(_) => return,
        Command::NoteAnswer(_) | Command::Recall(_) | Command::NoteLate(_) => return,
    };
    let allowed = kind.allowed(dossier, &act.actor, procedure, token);
    check_list(dossier, kind, &act.actor, procedure, token, &allowed);
    if let Err(refusal) = allowed {
        assert_eq!(answer.as_ref().err(), Some(&refusal), "{kind:?} was not offered");
    }
}

/// A list offers what the act's own rule permits. It knows not who did which step, and of what else the process waits for.
fn check_list(
    dossier: &Dossier,
    kind: ActKind,
    actor: &Actor,
    procedure: &Procedure,
    token: Option<u32>,
    allowed: &Result<(), Refusal>,
) {
    let Some(officer) = actor.officer() else { return };
    let process = &procedure.process;
    let step = dossier.step(token).map(|step| ListedStep {
        unit: &step.unit,
        role: process.role(&step.id),
        assignee: step.assignee,
        goes_on: process.goes_on(&step.id) || dossier.steps.len() > 1,
    });
    let listed = Listed {
        stage: dossier.stage.kind(),
        receiving: dossier.receiving,
        competent: dossier.competent,
        step,
    };
    let offered = match kind {
        ActKind::HandOver => listed.can_be_handed_over(officer),
        ActKind::Release => listed.can_be_given_back(officer),
        ActKind::FinishStep => listed.can_be_finished(officer),
        ActKind::Assign => {
            let offered = listed.can_be_taken(officer) || listed.can_be_given(officer, officer);
            assert!(!offered || allowed.is_ok() || unknown(allowed), "{allowed:?}");
            return;
        }
        _ => return,
    };
    match allowed {
        Ok(()) => assert!(offered || !dossier.waits.is_empty(), "{kind:?} is not offered in a list"),
        Err(refusal) => assert!(!offered || unknown(allowed), "{kind:?} is offered in a list: {refusal:?}"),
    }
}

fn unknown(allowed: &Result<(), Refusal>) -> bool {
    matches!(allowed, Err(Refusal::DutiesApart { .. }))
}

/// No date that is given falls on a day off.
pub fn check_dates(event: &Event, calendar: &Calendar, receiving: &Calendar) {
    let works = |at: Instant| assert!(calendar.works_on(at.date()), "{at} is a day off: {event:?}");
    match &event.fact {
        Fact::Accepted { due, hand_over_by, .. } => {
            if let Some(due) = due {
                works(*due);
            }
            assert!(receiving.works_on(hand_over_by.date()), "{event:?}");
        }
        // Without a basis the old date stands, whatever became of its day.
        Fact::Resumed { due, basis, step_due, steps, owed, from: _ } => {
            if let (Some(due), Some(Basis::Counted { .. })) = (due, basis) {
                works(*due);
            }
            owed.iter().for_each(|owed| works(owed.due));
            step_due.iter().chain(steps.iter().map(|step| &step.due)).for_each(|due| works(*due));
        }
        Fact::Extended { to, .. } | Fact::DueRecalculated { to, .. } => works(*to),
        Fact::OwnDatesRecalculated { answer_by, hand_over_by, step_due, steps, legal } => {
            legal.iter().for_each(|legal| works(*legal));
            for at in [answer_by, hand_over_by].into_iter().flatten() {
                assert!(receiving.works_on(at.date()), "{event:?}");
            }
            step_due.iter().chain(steps.iter().map(|step| &step.due)).for_each(|due| works(*due));
        }
        Fact::StepStarted { due, .. } => works(*due),
        Fact::Awaited { what: Awaited::Time { due, rest }, .. } => {
            if rest.is_some() {
                works(*due);
            }
        }
        Fact::Awaited { what: Awaited::Linked { due, .. }, .. } => works(*due),
        Fact::Completed { answer_by: Some(answer_by), .. } => {
            assert!(receiving.works_on(answer_by.date()), "{event:?}");
        }
        Fact::Submitted { .. }
        | Fact::CompletionAsked { .. }
        | Fact::Completed { answer_by: None, .. }
        | Fact::Numbered { .. }
        | Fact::Refused { .. }
        | Fact::RequestJudged { .. }
        | Fact::HandedOver { .. }
        | Fact::StepFinished { .. }
        | Fact::SentBack { .. }
        | Fact::ProcessChanged { .. }
        | Fact::EventHappened { .. }
        | Fact::Awaited {
            what: Awaited::Message { .. } | Awaited::Signal { .. } | Awaited::Condition {},
            ..
        }
        | Fact::LinkedAnswered { .. }
        | Fact::LinkedRecalled { .. }
        | Fact::Involved { .. }
        | Fact::Uninvolved { .. }
        | Fact::Remarked {}
        | Fact::Contacted { .. }
        | Fact::LookedUp { .. }
        | Fact::MessageSent { .. }
        | Fact::PassedOn {}
        | Fact::Recalled {}
        | Fact::StepDropped { .. }
        | Fact::ProcessMoved { .. }
        | Fact::Assigned { .. }
        | Fact::Released { .. }
        | Fact::BecameLate { .. }
        | Fact::LateExplained { .. }
        | Fact::PausedForApplicant { .. }
        | Fact::PausedForFee { .. }
        | Fact::Decided { .. }
        | Fact::Returned { .. }
        | Fact::Withdrawn { .. }
        | Fact::Stopped { .. }
        | Fact::Corrected { .. }
        | Fact::AccountJoined { .. } => {}
    }
}

/// Of a dossier whose process may be a list, whether it has tokens or not.
pub fn check_state(before: &Dossier, after: &Dossier, records: &[Record], listed: bool) {
    let stage = after.stage.kind();
    if before.stage.kind().closed() {
        assert_eq!(before.stage, after.stage, "what is closed stays closed");
        let (account, requests) = (after.account, after.requests.clone());
        let open = Dossier { account, requests, sequence: after.sequence, ..before.clone() };
        assert_eq!(
            open, *after,
            "a closed dossier may only be joined to an account, and its requests judged"
        );
    }
    let with_a_division =
        matches!(stage, StageKind::Processing | StageKind::PausedForApplicant | StageKind::PausedForFee);
    assert_eq!(!after.steps.is_empty() || !after.waits.is_empty(), with_a_division, "{stage:?}");
    assert!(after.extensions <= PACK_2018.extensions_max);
    assert_eq!(after.extensions as usize, after.apologies.len());
    if after.extensions == 0 {
        assert_eq!(after.legal_due(), after.due(), "without an apology the law wants what is promised");
    }
    let event = records.last().map(|record| &record.event.fact);
    if let Some(Fact::Extended { .. }) = event {
        assert_eq!(before.legal_due(), after.legal_due(), "no apology moves what the law wants");
        assert!(after.due() > before.due(), "an apology promises nothing earlier");
    }
    assert!(!listed || after.steps_finished() <= after.steps_total);
    let working: Vec<Option<u32>> = after.steps.iter().map(|step| step.token).collect();
    assert!(!listed || working.len() <= 1, "a list has one running step");
    if after.marking.last > 0 {
        let tasks = ["check", "opinion", "review", "sign"];
        let works = |token: &&process::Token| {
            token.state == process::State::Waiting && tasks.contains(&token.at.as_str())
        };
        let waiting = after.marking.tokens.iter().filter(works);
        let mut waiting: Vec<Option<u32>> = waiting.map(|token| Some(token.id)).collect();
        waiting.sort_by_key(|token| working.iter().position(|step| step == token));
        assert_eq!(working, waiting, "what runs is where the tokens wait");
        let held = |wait: &domain::dossier::Wait| after.marking.token(wait.token).is_some();
        assert!(after.waits.iter().all(held), "what is waited for is waited for by a token");
        let asked: Vec<u32> = after.open_links().map(|linked| linked.token).collect();
        let at_archive = |token: &&process::Token| token.at == "archive";
        let waiting: Vec<u32> =
            after.marking.tokens.iter().filter(at_archive).map(|token| token.id).collect();
        assert_eq!(asked, waiting, "another agency is asked while a token waits for it, and no longer");
    } else {
        assert!(working.iter().all(Option::is_none));
    }
    let decided = matches!(stage, StageKind::ResultReady | StageKind::Returned);
    assert_eq!(after.outcome.is_some(), decided, "{stage:?}");
    if decided {
        assert!(!listed || after.steps_finished() == after.steps_total, "every step was done");
    }
    assert_eq!(after.returned_at.is_some(), stage == StageKind::Returned);
    let original = |dossier: &Dossier| dossier.clock.as_ref().and_then(|clock| clock.original);
    assert!(before.clock.is_none() || original(before) == original(after), "the receipt stands");
    let in_order = records.iter().zip(1..).all(|(record, sequence)| record.sequence == sequence);
    assert!(in_order && after.sequence as usize == records.len());
}
