//! What somebody tries next.

use crate::*;
use std::sync::LazyLock;

static NATIONAL: LazyLock<Calendar> = LazyLock::new(Calendar::national);

impl SimulationRun {
    /// Mostly what fits the stage by whoever may do it; now and then anything by anybody.
    pub fn wish(&mut self, dossier: &Dossier, procedure: &Procedure, now: Instant) -> (Actor, Command) {
        let fitting = self.chance.percent(70);
        let actor = if self.chance.percent(80) {
            self.likely_actor(dossier, procedure)
        } else {
            self.chance.pick(&everybody()).clone()
        };
        let kinds: &[ActKind] = match (&dossier.stage, fitting) {
            (Stage::Submitted { .. }, true) => &[
                ActKind::Accept,
                ActKind::Accept,
                ActKind::Accept,
                ActKind::AskCompletion,
                ActKind::Refuse,
                ActKind::Withdraw,
            ],
            (Stage::AwaitingCompletion { .. }, true) => {
                &[ActKind::Complete, ActKind::Complete, ActKind::Complete, ActKind::Refuse]
            }
            (Stage::Accepted, true) => &[ActKind::HandOver, ActKind::HandOver, ActKind::Extend],
            (Stage::Processing, true) => &[
                ActKind::Assign,
                ActKind::Release,
                ActKind::Involve,
                ActKind::Remark,
                ActKind::NoteContact,
                ActKind::LookUp,
                ActKind::FinishStep,
                ActKind::FinishStep,
                ActKind::Decide,
                ActKind::SendBack,
                ActKind::Receive,
                ActKind::PauseForApplicant,
                ActKind::PauseForFee,
                ActKind::Extend,
                ActKind::Correct,
                ActKind::JudgeRequest,
            ],
            (Stage::PausedForApplicant { .. }, true) => {
                &[ActKind::Complete, ActKind::Resume, ActKind::JudgeRequest]
            }
            (Stage::PausedForFee { .. }, true) => &[ActKind::Resume],
            (Stage::ResultReady, true) => &[ActKind::Return, ActKind::Return, ActKind::JoinAccount],
            (_, _) => ActKind::ALL,
        };
        let kind = *self.chance.pick(kinds);
        if kind == ActKind::Extend && self.chance.percent(70) {
            return (Actor::Officer(director()), self.command(kind, dossier, now));
        }
        // Times that have come are brought by jobs, mostly soon.
        let came = dossier.waits.iter().find_map(|wait| match wait.what {
            Awaited::Time { due, .. } if due <= now => Some((wait, due)),
            _ => None,
        });
        if let (Some((wait, at)), true) = (came, self.chance.percent(80)) {
            let at = if self.chance.percent(95) { at } else { at.plus_minutes(-60) };
            let came = TimeCame { token: wait.token, event: wait.event.clone(), at };
            return (Actor::System, Command::TimeCame(came));
        }
        // What other agencies found is noted by a job, and so is that nobody needs a linked dossier any more.
        let open: Vec<u32> = dossier.open_links().map(|linked| linked.number).collect();
        if self.chance.percent(if open.is_empty() { 1 } else { 25 }) {
            let number = if open.is_empty() { 1 } else { *self.chance.pick(&open) };
            let outcome = *self.chance.pick(&[Outcome::Granted, Outcome::Denied]);
            let actor = if self.chance.percent(95) { Actor::System } else { actor };
            return (actor, Command::NoteAnswer(NoteAnswer::plain(number, outcome, "9/TL")));
        }
        if self.chance.percent(if dossier.main.is_some() { 3 } else { 1 }) {
            return (Actor::System, Command::Recall(Recall));
        }
        if self.chance.percent(6) {
            let actor = if self.chance.percent(90) { Actor::System } else { actor };
            return (actor, Command::Recalculate(Recalculate));
        }
        // The day it becomes late is noted by a timer.
        if self.chance.percent(if dossier.late_by(now, &NATIONAL).is_some() { 25 } else { 1 }) {
            let actor = if self.chance.percent(90) { Actor::System } else { actor };
            return (actor, Command::NoteLate(NoteLate));
        }
        let kind = match &dossier.late {
            Some(late) if late.explained.is_none() && self.chance.percent(15) => ActKind::ExplainLate,
            _ => kind,
        };
        (actor, self.command(kind, dossier, now))
    }

    pub fn likely_actor(&mut self, dossier: &Dossier, procedure: &Procedure) -> Actor {
        let running = (!dossier.steps.is_empty()).then(|| self.chance.pick(&dossier.steps));
        match running {
            Some(step) if self.chance.percent(75) => {
                let role = procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
                let able: Vec<Actor> = everybody()
                    .into_iter()
                    .filter(|actor| {
                        actor.officer().is_some_and(|officer| {
                            officer.agency == DEPARTMENT && officer.does(&step.unit, role)
                        })
                    })
                    .collect();
                self.chance.pick(&able).clone()
            }
            _ if self.chance.percent(50) => counter(),
            _ => applicant(90),
        }
    }

    pub fn cause(&mut self) -> Option<LateCause> {
        self.chance.percent(90).then(|| *self.chance.pick(&LateCause::ALL))
    }

    /// Mostly a step that runs.
    pub fn token(&mut self, dossier: &Dossier) -> Option<u32> {
        match dossier.steps.is_empty() || self.chance.percent(3) {
            true => Some(99),
            false => self.chance.pick(&dossier.steps).token,
        }
    }

    pub fn command(&mut self, kind: ActKind, dossier: &Dossier, now: Instant) -> Command {
        let words = self.chance.words();
        match kind {
            ActKind::Accept => {
                // Some choose what is offered, some nothing.
                let limits = self.limits.clone();
                let chosen = self.chance.percent(70).then(|| self.chance.pick(&limits).clone());
                Command::Accept(Accept { limit: chosen })
            }
            ActKind::AskCompletion => {
                Command::AskCompletion(AskCompletion { request: self.request(now), document: String::new() })
            }
            ActKind::Refuse => Command::Refuse(Refuse {
                reason: words,
                reason_code: self.reason_code(),
                ..Refuse::default()
            }),
            ActKind::HandOver => Command::HandOver(HandOver),
            ActKind::Assign => {
                let officers: Vec<Officer> =
                    everybody().iter().filter_map(|actor| actor.officer().cloned()).collect();
                Command::Assign(Assign {
                    token: self.token(dossier),
                    to: self.chance.pick(&officers).clone(),
                })
            }
            ActKind::Release => Command::Release(Release { token: self.token(dossier) }),
            ActKind::Involve => {
                let everybody = everybody();
                let officers: Vec<&Officer> = everybody.iter().filter_map(Actor::officer).collect();
                let how = [Some(Involvement::Support), Some(Involvement::Follow), None];
                let officer = (*self.chance.pick(&officers)).clone();
                Command::Involve(Involve { officer, how: *self.chance.pick(&how) })
            }
            ActKind::Remark => Command::Remark(Remark { words }),
            ActKind::NoteContact => {
                let means = *self.chance.pick(&ContactMeans::ALL);
                Command::NoteContact(NoteContact { means, reason_code: self.reason_code(), words })
            }
            ActKind::LookUp => Command::LookUp(LookUp {
                database: *self.chance.pick(&StateDatabase::ALL),
                found: self.chance.percent(70),
                paper: self.chance.pick(&["map", "", "unheard of"]).to_string(),
                result: self.chance.pick(&["", "KQ.G15.000031"]).to_string(),
                words,
            }),
            ActKind::FinishStep => {
                let outcomes = ["good", "good", "bad", "bad", "unheard of"].map(str::to_string);
                let outcome = self.chance.percent(85).then(|| self.chance.pick(&outcomes).clone());
                Command::FinishStep(FinishStep {
                    token: self.token(dossier),
                    words,
                    outcome,
                    late: self.cause(),
                })
            }
            ActKind::Decide => Command::Decide(Decide {
                issued: self.issued(now),
                turned_out: None,
                late_words: self.chance.words(),
                token: self.token(dossier),
                outcome: *self.chance.pick(&[Outcome::Granted, Outcome::Granted, Outcome::Denied]),
                document: "77/KQ".into(),
                reason: words,
                result: self.chance.percent(60).then(file_fact),
                file_names: BTreeMap::new(),
                late: self.cause(),
            }),
            ActKind::SendBack => {
                let steps = ["check", "opinion", "review", "sign"];
                let to = self.chance.pick(&steps).to_string();
                Command::SendBack(SendBack { token: self.token(dossier), to, reason: words })
            }
            ActKind::Receive => {
                let event = self.chance.pick(&["reply", "late", "archive"]).to_string();
                let answer = self.chance.percent(80).then(|| (Outcome::Granted, self.chance.words()));
                Command::Receive(Receive { event, words, answer })
            }
            ActKind::PauseForApplicant => Command::Pause(Pause {
                cause: PauseFor::Applicant { request: self.request(now) },
                document: self.chance.words(),
            }),
            ActKind::PauseForFee => Command::Pause(Pause {
                cause: PauseFor::Fee { amount: self.chance.below(4) * 50_000, words },
                document: self.chance.words(),
            }),
            ActKind::Resume => Command::Resume(Resume { words }),
            ActKind::Complete => {
                let paper = PaperGiven::new("map", 1, 0, None);
                let papers = if self.chance.percent(60) { vec![paper] } else { Vec::new() };
                Command::Complete(Complete { papers, file_names: BTreeMap::new(), words })
            }
            ActKind::Extend => {
                let from = dossier.due().unwrap_or(now).date();
                let to = from + (self.chance.below(25) as i64 - 4).days();
                Command::Extend(Extend { to, document: "3/PXL".into(), reason: words })
            }
            ActKind::Return => {
                Command::Return(Return { how: *self.chance.pick(&Delivery::ALL), recipient: words })
            }
            ActKind::JoinAccount => {
                let account = *self.chance.pick(&[AccountId(90), AccountId(91)]);
                Command::JoinAccount(JoinAccount { account })
            }
            ActKind::Correct => {
                let parts = PartyPart::ALL.map(Particular::Owner).into_iter();
                let parts: Vec<Particular> = parts.chain([Particular::Submitter(PartyPart::Phone)]).collect();
                let (what, words_of_it) = (self.chance.pick(&parts).clone(), self.chance.words());
                let to = match what {
                    Particular::Owner(PartyPart::Paper) => {
                        self.chance.pick(&["passport GB", "passport", "citizen"]).to_string()
                    }
                    _ => words_of_it,
                };
                Command::Correct(Correct { what, to, reason: words, proof: self.chance.words() })
            }
            ActKind::ExplainLate => Command::ExplainLate(ExplainLate { cause: self.cause(), words }),
            ActKind::JudgeRequest => {
                let fault = self.chance.percent(80).then(|| *self.chance.pick(&AtFault::ALL));
                let round = self.chance.below(dossier.requests.len() as u64 + 2) as u32;
                let proof = self.chance.words();
                Command::JudgeRequest(JudgeRequest { round, fault, proof, words })
            }
            ActKind::Withdraw => Command::Withdraw(Withdraw { words, reason_code: self.reason_code() }),
            ActKind::Stop => Command::Stop(Stop {
                document: "4/TB".into(),
                reason: words,
                reason_code: self.reason_code(),
            }),
        }
    }

    /// Also on a day that cannot be, and of a result the procedure does not have.
    fn issued(&mut self, now: Instant) -> IssuedResult {
        IssuedResult {
            date: self.chance.percent(80).then(|| now.date() + (self.chance.below(9) as i64 - 6).days()),
            code: self.chance.percent(30).then(|| "KQ.G15.000031".to_string()),
            medium: self.chance.percent(80).then(|| *self.chance.pick(&ResultMedium::ALL)),
            in_part: self.chance.percent(10),
            on_the_spot: self.chance.percent(20),
        }
    }

    /// Also one that is not offered for it.
    fn reason_code(&mut self) -> Option<ReasonCode> {
        self.chance.percent(70).then(|| *self.chance.pick(&ReasonCode::ALL))
    }

    pub fn request(&mut self, now: Instant) -> Request {
        let papers = if self.chance.percent(60) { vec!["map".to_string()] } else { Vec::new() };
        let day = now.date() + (self.chance.below(20) as i64 - 2).days();
        let by = self.chance.percent(40).then_some(day);
        let (words, why_again) = (self.chance.words(), self.chance.words());
        let reasons = self.reason_code().map(|code| PaperReason { paper: "map".into(), code });
        let reasons = reasons.into_iter().collect();
        Request { papers, by, words, why_again, reason_code: self.reason_code(), reasons }
    }
}
