//! How one dossier's life goes: what is filed, when somebody turns to it next, and what they do then. Chance
//! decides what people do; whether they may is left to the rules.

use crate::chance::Chance;
use crate::world::World;
use app::Fault;
use app::files::{self, StoredFile};
use app::fold::fold;
use domain::agency::AgencyId;
use domain::dossier::{
    Accept, ActKind, AskCompletion, Assign, Awaited, Command, Complete, Decide, Delivery, Dossier, Extend,
    FileDossier, FinishStep, HandOver, IssuedResult, LateCause, Outcome, PaperGiven, Parties, Party, Pause,
    PauseFor, ReasonCode, Receive, Reference, Refusal, Refuse, Request, ResultMedium, Resume, Return,
    SendBack, Stage, Stop, TimeCame, Wait, Withdraw, receivable, steps_back,
};
use domain::officer::{AccountId, Actor, Assurance, Role};
use domain::procedure::{Channel, Level, Paper, Procedure};
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::catalogue::Offering;

pub(crate) struct Story {
    pub procedure: String,
    pub offering: Offering,
    pub party: Party,
    pub account: AccountId,
    pub channel: Channel,
    /// This one is handled slowly.
    pub slow: bool,
    /// What will still happen once: a pause, an extension.
    pub pause: bool,
    pub extend: bool,
    /// Filed in the last hours, so nobody has turned to it yet.
    pub fresh: bool,
    /// Left lying on somebody's desk.
    pub stalled: bool,
    /// A fee asked for is not paid to this day.
    pub unpaid: bool,
    /// No linked dossiers are led beside it: what other agencies find comes in writing.
    pub alone: bool,
}

/// Where a story gets its files from: by file name, paper and the lines written on it.
pub(crate) type Shelf<'a> = &'a mut dyn FnMut(&str, &str, &[String]) -> Result<StoredFile, Fault>;

/// A dossier about to be opened.
pub(crate) struct Filing {
    pub filing: FileDossier,
    pub actor: Actor,
    pub then: Vec<Command>,
    pub files: Vec<StoredFile>,
}

/// Somebody's turn at it, with the file it brings.
pub(crate) struct StoryTurn {
    pub actor: Actor,
    pub command: Command,
    pub file: Option<StoredFile>,
}

impl StoryTurn {
    fn new(actor: Actor, command: Command) -> StoryTurn {
        StoryTurn { actor, command, file: None }
    }
}

impl Story {
    /// A story without surprises, for somebody else to fill in.
    pub fn plain() -> Story {
        Story {
            procedure: String::new(),
            offering: Offering {
                code: String::new(),
                agency: AgencyId(0),
                from: Date::MIN,
                to: None,
                level: Level::new(1).expect("1 is a level"),
                receiving: AgencyId(0),
            },
            party: Party::default(),
            account: AccountId(0),
            channel: Channel::Direct,
            slow: false,
            pause: false,
            extend: false,
            fresh: false,
            stalled: false,
            unpaid: false,
            alone: false,
        }
    }

    /// What somebody records when it comes; what a linked dossier finds comes by itself.
    fn receivable<'a>(&self, dossier: &'a Dossier) -> impl Iterator<Item = &'a Wait> {
        let alone = self.alone;
        receivable(dossier).filter(move |wait| alone || !matches!(wait.what, Awaited::Linked { .. }))
    }

    /// What is handed in; nothing when nobody is there to take it.
    pub fn filing(
        &self,
        world: &World,
        chance: &mut Chance,
        now: Instant,
        reference: Reference,
        shelf: Shelf,
    ) -> Result<Option<Filing>, Fault> {
        let Some(procedure) = world.data.procedure(&self.procedure, now.date()) else { return Ok(None) };
        let online = self.channel == Channel::Online;
        let counter = world.officer(chance, self.offering.receiving, Role::Counter, None);
        let Some(counter) = counter else { return Ok(None) };
        let actor = match online {
            true => Actor::Applicant { account: self.account, assurance: Assurance::Password },
            false => Actor::Officer(counter),
        };
        let mut given = Vec::new();
        let mut file_names = BTreeMap::new();
        let mut stored = Vec::new();
        let wanted = |paper: &&Paper| paper.required && !(online && paper.on_screen);
        for wanted in procedure.papers.iter().filter(wanted) {
            let file = if online {
                let lines = [
                    format!("{} - {}", procedure.code, wanted.id),
                    fold(&wanted.name.vi),
                    fold(&self.party.name),
                ];
                let file = shelf(&format!("{}.pdf", wanted.id), &wanted.id, &lines)?;
                file_names.insert(file.id, file.name.clone());
                let fact = files::fact(&file);
                stored.push(file);
                Some(fact)
            } else {
                None
            };
            // A file is counted as the portal counts it.
            let (originals, copies) = match online {
                true => (0, 1),
                false => (wanted.originals, wanted.copies.max(u32::from(wanted.originals == 0))),
            };
            given.push(PaperGiven::new(wanted.id.clone(), originals, copies, file));
        }
        let delivery = match (online, chance.percent(50)) {
            (true, true) => Delivery::Online,
            (_, false) => Delivery::Counter,
            (false, true) if chance.percent(30) => Delivery::Post,
            (false, true) => Delivery::Counter,
        };
        let then =
            if online || chance.percent(12) { Vec::new() } else { vec![Command::Accept(Accept::default())] };
        let filing = FileDossier {
            reference,
            channel: self.channel,
            receiving: self.offering.receiving,
            competent: self.offering.agency,
            level: self.offering.level,
            owner_kind: None,
            trial: false,
            account: online.then_some(self.account),
            parties: Parties { owner: self.party.clone(), submitter: None },
            answers: world.answers(procedure, now),
            case: None,
            papers: given,
            file_names,
            delivery,
            main: None,
        };
        Ok(Some(Filing { filing, actor, then, files: stored }))
    }

    /// When somebody turns to it next; nothing when nobody does.
    pub fn next_at(
        &self,
        world: &World,
        chance: &mut Chance,
        now: Instant,
        dossier: &Dossier,
    ) -> Option<Instant> {
        let calendar = world.data.calendar(dossier.competent);
        let work = |minutes: i64| calendar.after_working_minutes(now, minutes.max(1) as u32);
        Some(match &dossier.stage {
            Stage::Submitted { .. } if self.fresh => return None,
            Stage::Processing if self.stalled => return None,
            // Only what other agencies find is waited for, or a time.
            Stage::Processing if dossier.steps.is_empty() && self.receivable(dossier).next().is_none() => {
                times(dossier).map(|(due, _)| due).min()?.max(now)
            }
            Stage::Submitted { .. } => work(chance.between(20, if self.slow { 700 } else { 300 })),
            Stage::AwaitingCompletion { .. } | Stage::PausedForApplicant { .. } => {
                now.plus_minutes(chance.between(600, 8 * 24 * 60))
            }
            Stage::PausedForFee { .. } if self.unpaid => return None,
            Stage::PausedForFee { .. } => now.plus_minutes(chance.between(600, 4 * 24 * 60)),
            Stage::Accepted => work(chance.between(10, 120)),
            Stage::Processing => {
                let first = dossier.steps.iter().map(|step| step.due).min();
                let allotted = first.map_or(60, |due| i64::from(calendar.working_minutes_between(now, due)));
                let share = if self.slow { chance.between(110, 260) } else { chance.between(25, 95) };
                let turns = work(allotted * share / 100);
                // A time the process waits for may come first.
                times(dossier).map(|(due, _)| due).min().map_or(turns, |due| due.max(now).min(turns))
            }
            Stage::ResultReady => calendar.arrival(now.plus_minutes(chance.between(60, 6 * 24 * 60))),
            Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => return None,
        })
    }

    /// Who does what to it now. Nothing: it stays as it is.
    pub fn turn(
        &mut self,
        world: &World,
        chance: &mut Chance,
        now: Instant,
        dossier: &Dossier,
        shelf: Shelf,
    ) -> Result<Option<StoryTurn>, Fault> {
        let counter = world.officer(chance, dossier.receiving, Role::Counter, None).map(Actor::Officer);
        let applicant =
            dossier.account.map(|account| Actor::Applicant { account, assurance: Assurance::Password });
        let (who, command) = match &dossier.stage {
            Stage::Submitted { .. } => {
                let share = if dossier.completion_rounds > 0 { 100 } else { chance.between(0, 100) };
                let command = match share {
                    0..=11 => Command::AskCompletion(AskCompletion {
                        request: request(world, chance, dossier),
                        document: String::new(),
                    }),
                    12..=16 => Command::Refuse(Refuse {
                        reason: "Nội dung đề nghị không thuộc thẩm quyền giải quyết của cơ quan này.".into(),
                        document: String::new(),
                        reason_code: Some(ReasonCode::NotCompetent),
                    }),
                    _ => Command::Accept(Accept::default()),
                };
                (counter, command)
            }
            Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
                match chance.between(0, 100) {
                    0..=9 => {
                        let words = "Người nộp đề nghị rút hồ sơ.".into();
                        let reason_code = Some(ReasonCode::NoLongerWanted);
                        (applicant.or(counter), Command::Withdraw(Withdraw { words, reason_code }))
                    }
                    10..=24 => return Ok(None),
                    _ => {
                        let given = |paper: &String| PaperGiven::new(paper.clone(), 1, 0, None);
                        let papers = request.papers.iter().map(given).collect();
                        let words = "Đã bổ sung theo yêu cầu.".to_string();
                        let complete = Complete { papers, file_names: BTreeMap::new(), words };
                        (counter, Command::Complete(complete))
                    }
                }
            }
            Stage::Accepted => (counter, Command::HandOver(HandOver)),
            Stage::Processing if times(dossier).any(|(due, _)| due <= now) => {
                let came = times(dossier).min_by_key(|(due, _)| *due).map(|(at, wait)| TimeCame {
                    token: wait.token,
                    event: wait.event.clone(),
                    at,
                });
                return Ok(came.map(|came| StoryTurn::new(Actor::System, Command::TimeCame(came))));
            }
            Stage::Processing => return self.handle(world, chance, now, dossier, shelf),
            Stage::PausedForFee { .. } => {
                (counter, Command::Resume(Resume { words: "Đã nộp đủ tiền tại quầy.".into() }))
            }
            Stage::ResultReady => {
                if chance.percent(8) {
                    return Ok(None);
                }
                let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
                let recipient =
                    dossier.parties.as_ref().map(|parties| parties.owner.name.clone()).unwrap_or_default();
                let returned = |how| Command::Return(Return { how, recipient });
                match applicant.filter(|_| online) {
                    Some(applicant) => (Some(applicant), returned(Delivery::Online)),
                    None if dossier.delivery == Delivery::Post => (counter, returned(Delivery::Post)),
                    None => (counter, returned(Delivery::Counter)),
                }
            }
            Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => return Ok(None),
        };
        Ok(who.map(|who| StoryTurn::new(who, command)))
    }

    fn handle(
        &mut self,
        world: &World,
        chance: &mut Chance,
        now: Instant,
        dossier: &Dossier,
        shelf: Shelf,
    ) -> Result<Option<StoryTurn>, Fault> {
        if dossier.steps.is_empty() {
            return Ok(self.receive(world, chance, dossier));
        }
        let step = chance.pick(&dossier.steps);
        let Some(procedure) = world.data.pinned(&dossier.pinned) else { return Ok(None) };
        let role = procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
        let officer = match step.assignee {
            Some(account) => world.officers.iter().find(|officer| officer.account == account).cloned(),
            None => world.officer(chance, dossier.competent, role, Some(&step.unit)),
        };
        let Some(officer) = officer else { return Ok(None) };
        let actor = Actor::Officer(officer.clone());
        let token = step.token;
        let last =
            ActKind::FinishStep.allowed(dossier, &actor, &procedure, token) == Err(Refusal::LastStepDecides);
        if step.assignee.is_none() && !last {
            return Ok(Some(StoryTurn::new(actor, Command::Assign(Assign { token, to: officer }))));
        }
        // What needs no words of its own.
        let causes: Vec<LateCause> =
            LateCause::ALL.into_iter().filter(|cause| *cause != LateCause::Other).collect();
        let late = (now > step.due).then(|| *chance.pick(&causes));
        let last_day = dossier.due().is_some_and(|due| now.date() >= due.date());
        if self.extend && dossier.extensions == 0 && last_day {
            self.extend = false;
            if let Some(command) = extension(world, chance, now, dossier) {
                let head = world.officer(chance, dossier.competent, Role::AgencyHead, None);
                return Ok(head.map(|head| StoryTurn::new(Actor::Officer(head), command)));
            }
        }
        if self.pause && !last {
            self.pause = false;
            return Ok(Some(StoryTurn::new(actor, pause(world, chance, dossier, &procedure))));
        }
        if chance.percent(1) && dossier.main.is_none() {
            let head = world.officer(chance, dossier.competent, Role::AgencyHead, None);
            let stop = Stop {
                document: format!("{}/TB", chance.between(10, 900)),
                reason: "Người nộp đã được giải quyết bằng một hồ sơ khác cùng nội dung.".into(),
                reason_code: Some(ReasonCode::FiledTwice),
            };
            return Ok(head.map(|head| StoryTurn::new(Actor::Officer(head), Command::Stop(stop))));
        }
        if !last {
            // Mostly the first way a step may turn out, which is the good one.
            let outcomes = procedure.process.outcomes(&step.id);
            let place = if outcomes.len() > 1 && chance.percent(15) { 1 } else { 0 };
            let outcome = outcomes.get(place).map(|outcome| outcome.key.clone());
            let finish = FinishStep { token, outcome, late, words: String::new() };
            return Ok(Some(StoryTurn::new(actor, Command::FinishStep(finish))));
        }
        if chance.percent(4)
            && let Some(done) = steps_back(dossier, token).first()
        {
            let reason = "Dự thảo chưa dẫn đủ căn cứ; đề nghị bổ sung rồi trình lại.".into();
            let back = SendBack { token, to: done.id.clone(), reason };
            return Ok(Some(StoryTurn::new(actor, Command::SendBack(back))));
        }
        decide(chance, dossier, actor, (token, late), now, shelf).map(Some)
    }

    /// An answer from outside that the process waits for.
    fn receive(&self, world: &World, chance: &mut Chance, dossier: &Dossier) -> Option<StoryTurn> {
        let wait = self.receivable(dossier).next()?;
        let officer = world.officer(chance, dossier.competent, Role::Officer, Some(&wait.unit));
        let words = "Đã nhận văn bản trả lời.".into();
        let linked = matches!(wait.what, Awaited::Linked { .. });
        let answer = linked.then(|| (Outcome::Granted, format!("{}/CV", chance.between(100, 4000))));
        let receive = Command::Receive(Receive { event: wait.event.clone(), words, answer });
        officer.map(|officer| StoryTurn::new(Actor::Officer(officer), receive))
    }
}

/// For papers, or now and then for a payment the procedure asks for.
fn pause(world: &World, chance: &mut Chance, dossier: &Dossier, procedure: &Procedure) -> Command {
    let grounds = procedure.obligations.as_ref();
    let obliged = grounds.is_none_or(|grounds| !grounds.is_empty());
    let cause = if chance.percent(75) || !obliged {
        PauseFor::Applicant { request: request(world, chance, dossier) }
    } else {
        let words = grounds
            .and_then(|grounds| grounds.first())
            .map_or("Nộp phí thẩm định theo thông báo kèm theo.", |ground| {
                ground.get(domain::Language::Vietnamese)
            });
        PauseFor::Fee { amount: 150_000, words: words.into() }
    };
    Command::Pause(Pause { cause, document: format!("{}/TB", chance.between(10, 900)) })
}

/// Mostly granted, with the result on file where it is had online, and the reason where it is denied.
fn decide(
    chance: &mut Chance,
    dossier: &Dossier,
    actor: Actor,
    (token, late): (Option<u32>, Option<LateCause>),
    now: Instant,
    shelf: Shelf,
) -> Result<StoryTurn, Fault> {
    let outcome = if chance.percent(93) { Outcome::Granted } else { Outcome::Denied };
    let file = if dossier.delivery == Delivery::Online || outcome == Outcome::Denied {
        let code = dossier.code.as_ref().map(ToString::to_string).unwrap_or_default();
        Some(shelf("ket-qua.pdf", "result", &["KET QUA (MINH HOA)".to_string(), code])?)
    } else {
        None
    };
    let decide = Decide {
        issued: issued(now, dossier),
        turned_out: None,
        late_words: String::new(),
        late,
        token,
        outcome,
        document: format!("{}/KQ", chance.between(100, 4000)),
        reason: match outcome {
            Outcome::Granted => String::new(),
            Outcome::Denied => "Hồ sơ chưa đáp ứng điều kiện theo quy định của thủ tục này.".into(),
        },
        result: file.as_ref().map(files::fact),
        file_names: file.iter().map(|file| (file.id, file.name.clone())).collect(),
    };
    Ok(StoryTurn { actor, command: Command::Decide(decide), file })
}

/// Dated the day it is recorded, and made of what the applicant asked for.
fn issued(now: Instant, dossier: &Dossier) -> IssuedResult {
    let medium = match dossier.delivery {
        Delivery::Online => ResultMedium::Electronic,
        Delivery::Counter | Delivery::Post => ResultMedium::Paper,
    };
    IssuedResult { date: Some(now.date()), medium: Some(medium), ..IssuedResult::default() }
}

/// When the times come that the process waits for.
fn times(dossier: &Dossier) -> impl Iterator<Item = (Instant, &Wait)> {
    dossier.waits.iter().filter_map(|wait| match wait.what {
        Awaited::Time { due, .. } => Some((due, wait)),
        _ => None,
    })
}

fn extension(world: &World, chance: &mut Chance, now: Instant, dossier: &Dossier) -> Option<Command> {
    let calendar = world.data.calendar(dossier.competent);
    let from = dossier.due()?.max(now);
    let mut to = calendar.working_day_from(from.date() + 1.days()).date;
    for _ in 0..chance.between(1, 4) {
        to = calendar.working_day_from(to + 1.days()).date;
    }
    Some(Command::Extend(Extend {
        to,
        document: format!("{}/PXL", chance.between(1, 90)),
        reason: "Cơ quan cần thêm thời gian để xác minh thực tế. Chúng tôi xin lỗi vì sự chậm trễ này."
            .into(),
    }))
}

fn request(world: &World, chance: &mut Chance, dossier: &Dossier) -> Request {
    let papers: Vec<String> = world
        .data
        .procedure_any(dossier.pinned.procedure.as_str())
        .map(|procedure| procedure.papers.iter().map(|paper| paper.id.clone()).collect())
        .unwrap_or_default();
    let papers = if papers.is_empty() { papers } else { vec![chance.pick(&papers).clone()] };
    Request {
        papers,
        by: None,
        reason_code: Some(ReasonCode::Unreadable),
        reasons: Vec::new(),
        words: "Bản đã nộp bị mờ, không đọc được; hãy gửi lại bản rõ nét.".into(),
        why_again: match dossier.completion_rounds {
            0 => String::new(),
            _ => "Bản nộp lần trước chỉ thấy không đọc được khi đối chiếu với bản chính.".into(),
        },
    }
}
