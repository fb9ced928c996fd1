//! Half a year of life: dossiers are filed, accepted, handled, paused, late, returned, each act through the
//! same door as a real one, at the simulated moment it happens.

use crate::chance::Chance;
use crate::people::Account;
use crate::{data, paper};
use app::dossiers::{NotDone, Opening, Wish};
use app::{App, Fault, files, fold::fold, random};
use domain::agency::AgencyId;
use domain::dossier::{
    Accept, AskCompletion, Assign, Command, Complete, Decide, Delivery, Dossier, Extend, FileDossier,
    FinishStep, HandOver, Outcome, PaperGiven, Parties, Pause, PauseFor, Reference, Refuse, Request, Resume,
    Return, Stage, Stop, Withdraw,
};
use domain::officer::{Actor, Assurance, Officer, Role};
use domain::procedure::{Channel, Procedure};
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use storage::catalogue::Supply;
use storage::{StorageError, account};

/// What the past amounts to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Past {
    pub dossiers: u32,
    pub acts: u32,
}

/// The same past every time.
const SEED: u64 = 61_2018;
const DOSSIERS: usize = 320;
const MONTHS: i64 = 6;

/// Lives the half year that ends at `until`. The app's clock must be one that is set by hand.
pub fn live(app: &App, until: Instant) -> Result<Past, Fault> {
    let mut life = Life::new(app, until)?;
    life.run()?;
    Ok(life.past)
}

struct Life<'a> {
    app: &'a App,
    until: Instant,
    chance: Chance,
    officers: Vec<Officer>,
    people: Vec<Account>,
    samples: HashMap<String, BTreeMap<String, String>>,
    /// What comes next, the earliest first.
    agenda: BinaryHeap<Reverse<(Instant, usize, Next)>>,
    dossiers: Vec<Story>,
    past: Past,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    Open,
    Go,
}

/// How one dossier's life goes.
struct Story {
    procedure: String,
    supply: Supply,
    person: usize,
    channel: Channel,
    reference: Option<Reference>,
    /// This one is handled slowly.
    slow: bool,
    /// What will still happen once: a pause, an extension.
    pause: bool,
    extend: bool,
    /// Filed in the last hours, so nobody has turned to it yet.
    fresh: bool,
    /// Left lying on somebody's desk.
    stalled: bool,
    acts: u32,
}

impl<'a> Life<'a> {
    fn new(app: &'a App, until: Instant) -> Result<Life<'a>, Fault> {
        let reference = app.reference();
        let ids: Vec<AgencyId> = reference.agencies.iter().map(|agency| agency.id).collect();
        let officers = app.store.read_now(move |tx| {
            let mut officers = Vec::new();
            for id in &ids {
                officers.extend(account::list_officers(tx, *id)?);
            }
            Ok::<_, StorageError>(officers)
        })?;
        let mut people = Vec::new();
        for citizen in data::people().citizen {
            let login = citizen.login().to_string();
            let found = app.store.read_now(move |tx| account::find_by_login(tx, &login))?;
            if let Some(found) = found {
                people.push(Account { id: found.id, main: citizen.login.is_some(), party: citizen.party() });
            }
        }
        let samples = data::catalogue()
            .procedure
            .into_iter()
            .map(|procedure| {
                let read = procedure.read();
                let answers =
                    procedure.question.iter().zip(&read.form.questions).filter_map(|(asked, question)| {
                        let answer = question.kind.read(&asked.sample).ok()?;
                        (!answer.is_empty()).then(|| (asked.id.clone(), answer))
                    });
                (procedure.code, answers.collect())
            })
            .collect();
        Ok(Life {
            app,
            until,
            chance: Chance::new(SEED),
            officers,
            people,
            samples,
            agenda: BinaryHeap::new(),
            dossiers: Vec::new(),
            past: Past::default(),
        })
    }

    fn run(&mut self) -> Result<(), Fault> {
        self.plan();
        while let Some(Reverse((at, story, next))) = self.agenda.pop() {
            if at > self.until {
                continue;
            }
            self.app.clock.set(at);
            match next {
                Next::Open => self.open(story)?,
                Next::Go => self.go(story)?,
            }
        }
        self.app.clock.set(self.until);
        Ok(())
    }

    /// Who files what, and when.
    fn plan(&mut self) {
        let reference = self.app.reference();
        let last = self.until.date();
        let first = last.saturating_sub(MONTHS.months());
        let days = i64::from((last - first).get_days());
        let procedures: Vec<&Procedure> = reference.procedures(last).into_iter().collect();
        for story in 0..DOSSIERS {
            // More of late than long ago, so that there is work on every desk.
            let span = if story.is_multiple_of(3) {
                self.chance.between(0, days.min(21))
            } else {
                self.chance.between(0, days)
            };
            let day = last - span.days();
            let fresh = story % 16 == 5;
            let procedure = *self.chance.pick(&procedures);
            let supplies = reference.supplies(procedure.code.as_str(), last);
            let Some(supply) = (!supplies.is_empty()).then(|| (*self.chance.pick(&supplies)).clone()) else {
                continue;
            };
            let online = supply.level.online() && self.chance.percent(55);
            let channel = match online {
                true => Channel::Online,
                false if self.chance.percent(8) => Channel::Postal,
                false => Channel::Direct,
            };
            let person = self.person(procedure, online, story);
            let online = online && (!fresh || channel == Channel::Online);
            let at = if fresh && online {
                self.until.plus_minutes(-self.chance.between(10, 600))
            } else {
                self.moment(day, channel, supply.receiving)
            };
            self.dossiers.push(Story {
                procedure: procedure.code.to_string(),
                supply,
                person,
                channel,
                reference: None,
                slow: self.chance.percent(9),
                pause: self.chance.percent(12),
                extend: self.chance.percent(40),
                fresh: fresh && online,
                stalled: self.chance.percent(6),
                acts: 0,
            });
            self.agenda.push(Reverse((at, self.dossiers.len() - 1, Next::Open)));
        }
    }

    /// Every fourth online filing is by one of the two accounts that are shown, so that they find some.
    fn person(&mut self, procedure: &Procedure, online: bool, story: usize) -> usize {
        use domain::dossier::PartyKind;
        use domain::procedure::Audience;
        let business = procedure.audiences.iter().all(|audience| {
            matches!(audience, Audience::Business | Audience::Organisation | Audience::HouseholdBusiness)
        });
        let kind = if business { PartyKind::Organisation } else { PartyKind::Person };
        let main = online && story.is_multiple_of(4);
        let fitting: Vec<usize> = (0..self.people.len())
            .filter(|index| self.people[*index].party.kind == kind && self.people[*index].main == main)
            .collect();
        if fitting.is_empty() { 0 } else { *self.chance.pick(&fitting) }
    }

    /// A moment of the day: at the counter in office hours, online at any waking hour.
    fn moment(&mut self, day: Date, channel: Channel, agency: AgencyId) -> Instant {
        let reference = self.app.reference();
        let calendar = reference.calendar(agency);
        match channel {
            Channel::Online => {
                Instant::from_civil(day.at(6, 0, 0, 0)).plus_minutes(self.chance.between(0, 17 * 60))
            }
            Channel::Direct | Channel::Postal => {
                let open = calendar.working_day_from(day);
                let minutes = self.chance.between(5, 420) as u32;
                let morning =
                    Instant::from_civil(open.date.to_datetime(open.hours.opening().unwrap_or_default()));
                let at = calendar.after_working_minutes(morning, minutes);
                // A day that rolled past today stays today.
                if at > self.until { self.until.plus_minutes(-i64::from(minutes.min(90))) } else { at }
            }
        }
    }

    fn open(&mut self, index: usize) -> Result<(), Fault> {
        let reference = self.app.reference();
        let today = self.app.now().date();
        let story = &self.dossiers[index];
        let Some(procedure) = reference.procedure(&story.procedure, today) else { return Ok(()) };
        let person = self.people[story.person].clone();
        let online = story.channel == Channel::Online;
        let counter = self.officer(story.supply.receiving, Role::Counter, None);
        let Some(counter) = counter else { return Ok(()) };
        let actor = match online {
            true => Actor::Applicant { account: person.id, assurance: Assurance::Password },
            false => Actor::Officer(counter),
        };
        let mut given = Vec::new();
        let mut names = BTreeMap::new();
        let mut rows = Vec::new();
        for wanted in procedure.papers.iter().filter(|paper| paper.required) {
            let file = if online {
                let name = format!("{}.pdf", wanted.id);
                let lines = [
                    format!("{} - {}", procedure.code, wanted.id),
                    fold(&wanted.name.vi),
                    fold(&person.party.name),
                ];
                let landed = self.app.files.put_now(&paper::pdf(&lines))?;
                let row = self.app.file_row(&landed, &name, &wanted.id, None);
                names.insert(row.id, name);
                let fact = files::fact(&row);
                rows.push(row);
                Some(fact)
            } else {
                None
            };
            given.push(PaperGiven {
                paper: wanted.id.clone(),
                originals: wanted.originals,
                copies: wanted.copies.max(u32::from(wanted.originals == 0)),
                file,
            });
        }
        let story = &self.dossiers[index];
        let delivery = match (online, self.chance.percent(50)) {
            (true, true) => Delivery::Online,
            (_, false) => Delivery::Counter,
            (false, true) => {
                if self.chance.percent(30) {
                    Delivery::Post
                } else {
                    Delivery::Counter
                }
            }
        };
        let then = if online || self.chance.percent(12) { Vec::new() } else { vec![Command::Accept(Accept)] };
        let opening = Opening {
            filing: FileDossier {
                reference: random::reference(),
                channel: story.channel,
                receiving: story.supply.receiving,
                competent: story.supply.agency,
                level: story.supply.level,
                account: online.then_some(person.id),
                parties: Parties { owner: person.party, submitter: None },
                answers: self.samples.get(&story.procedure).cloned().unwrap_or_default(),
                papers: given,
                file_names: names,
                delivery,
            },
            procedure: story.procedure.clone(),
            actor,
            key: format!("life-{index}"),
            then,
            draft: None,
            files: rows,
        };
        match self.app.open_dossier_now(opening) {
            Ok(done) => {
                self.past.dossiers += 1;
                self.past.acts += 1;
                self.dossiers[index].reference = Some(done.dossier.reference.clone());
                self.schedule(index, &done.dossier);
                Ok(())
            }
            Err(NotDone::Fault(fault)) => Err(fault),
            Err(other) => {
                Err(Fault::other(format!("{} could not be filed: {other:?}", self.dossiers[index].procedure)))
            }
        }
    }

    /// When somebody turns to it next.
    fn schedule(&mut self, index: usize, dossier: &Dossier) {
        let reference = self.app.reference();
        let now = self.app.now();
        let calendar = reference.calendar(dossier.competent);
        let slow = self.dossiers[index].slow;
        let work = |minutes: i64| calendar.after_working_minutes(now, minutes.max(1) as u32);
        let at = match &dossier.stage {
            Stage::Submitted { .. } if self.dossiers[index].fresh => return,
            Stage::Processing if self.dossiers[index].stalled => return,
            Stage::Submitted { .. } => work(self.chance.between(20, if slow { 700 } else { 300 })),
            Stage::AwaitingCompletion { .. } | Stage::PausedForApplicant { .. } => {
                now.plus_minutes(self.chance.between(600, 8 * 24 * 60))
            }
            // Some have not paid to this day.
            Stage::PausedForFee { .. } if index.is_multiple_of(2) => return,
            Stage::PausedForFee { .. } => now.plus_minutes(self.chance.between(600, 4 * 24 * 60)),
            Stage::Accepted => work(self.chance.between(10, 120)),
            Stage::Processing => {
                let allotted = dossier
                    .step
                    .as_ref()
                    .map_or(60, |step| i64::from(calendar.working_minutes_between(now, step.due)));
                let share = if slow { self.chance.between(110, 260) } else { self.chance.between(25, 95) };
                work(allotted * share / 100)
            }
            Stage::ResultReady => calendar.arrival(now.plus_minutes(self.chance.between(60, 6 * 24 * 60))),
            Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => return,
        };
        self.agenda.push(Reverse((at, index, Next::Go)));
    }

    fn go(&mut self, index: usize) -> Result<(), Fault> {
        let Some(reference) = self.dossiers[index].reference.clone() else { return Ok(()) };
        let wanted = reference.clone();
        let dossier = self.app.store.read_now(move |tx| {
            let Some(id) = storage::dossier::find(tx, &wanted)? else { return Ok(None) };
            Ok::<_, StorageError>(domain::dossier::replay(id, &storage::record::load(tx, id)?))
        })?;
        let Some(dossier) = dossier else { return Ok(()) };
        let Some((actor, command)) = self.choose(index, &dossier)? else { return Ok(()) };
        self.dossiers[index].acts += 1;
        let key = format!("life-{index}-{}", self.dossiers[index].acts);
        match self.app.perform_now(Wish { reference, actor, command, key, seen: None }) {
            Ok(done) => {
                self.past.acts += 1;
                self.schedule(index, &done.dossier);
                Ok(())
            }
            Err(NotDone::Fault(fault)) => Err(fault),
            Err(other) => Err(Fault::other(format!("an act of the past was not allowed: {other:?}"))),
        }
    }

    /// Who does what to it now. Nothing: it stays as it is.
    fn choose(&mut self, index: usize, dossier: &Dossier) -> Result<Option<(Actor, Command)>, Fault> {
        let counter = self.officer(dossier.receiving, Role::Counter, None).map(Actor::Officer);
        let applicant =
            dossier.account.map(|account| Actor::Applicant { account, assurance: Assurance::Password });
        Ok(match &dossier.stage {
            Stage::Submitted { .. } => {
                let share = if dossier.completion_rounds > 0 { 100 } else { self.chance.between(0, 100) };
                let command = match share {
                    0..=11 => Command::AskCompletion(AskCompletion { request: self.request(dossier) }),
                    12..=16 => Command::Refuse(Refuse {
                        reason: "Nội dung đề nghị không thuộc thẩm quyền giải quyết của cơ quan này.".into(),
                    }),
                    _ => Command::Accept(Accept),
                };
                counter.map(|counter| (counter, command))
            }
            Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
                match self.chance.between(0, 100) {
                    0..=9 => applicant.or(counter).map(|who| {
                        (
                            who,
                            Command::Withdraw(Withdraw {
                                words: "Người nộp đề nghị rút hồ sơ.".into()
                            }),
                        )
                    }),
                    10..=24 => None,
                    _ => {
                        let papers = request
                            .papers
                            .iter()
                            .map(|paper| PaperGiven {
                                paper: paper.clone(),
                                originals: 1,
                                copies: 0,
                                file: None,
                            })
                            .collect();
                        let words = "Đã bổ sung theo yêu cầu.".to_string();
                        let complete = Complete { papers, file_names: BTreeMap::new(), words };
                        counter.map(|who| (who, Command::Complete(complete)))
                    }
                }
            }
            Stage::Accepted => counter.map(|who| (who, Command::HandOver(HandOver))),
            Stage::Processing => self.handle(index, dossier)?,
            Stage::PausedForFee { .. } => {
                counter.map(|who| (who, Command::Resume(Resume { words: "Đã nộp đủ tiền tại quầy.".into() })))
            }
            Stage::ResultReady => {
                if self.chance.percent(8) {
                    return Ok(None);
                }
                let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
                let recipient =
                    dossier.parties.as_ref().map(|parties| parties.owner.name.clone()).unwrap_or_default();
                let returned = |how| Command::Return(Return { how, recipient: recipient.clone() });
                match applicant.filter(|_| online) {
                    Some(applicant) => Some((applicant, returned(Delivery::Online))),
                    None if dossier.delivery == Delivery::Post => {
                        counter.map(|who| (who, returned(Delivery::Post)))
                    }
                    None => counter.map(|who| (who, returned(Delivery::Counter))),
                }
            }
            Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => None,
        })
    }

    fn handle(&mut self, index: usize, dossier: &Dossier) -> Result<Option<(Actor, Command)>, Fault> {
        let reference = self.app.reference();
        let Some(step) = &dossier.step else { return Ok(None) };
        let procedure = reference.pinned(&dossier.pinned);
        let Some(procedure) = procedure else { return Ok(None) };
        let role = procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
        let unit = (role != Role::AgencyHead).then_some(&step.unit);
        let last = procedure.process.after(&step.id).is_none();
        let officer = match dossier.assignee {
            Some(account) => self.officers.iter().find(|officer| officer.account == account).cloned(),
            None => self.officer(dossier.competent, role, unit),
        };
        let Some(officer) = officer else { return Ok(None) };
        let actor = Actor::Officer(officer.clone());
        if dossier.assignee.is_none() && !last {
            return Ok(Some((actor, Command::Assign(Assign { to: officer }))));
        }
        let now = self.app.now();
        let late = dossier.due().is_some_and(|due| now.date() >= due.date());
        if self.dossiers[index].extend && dossier.extensions == 0 && late {
            self.dossiers[index].extend = false;
            if let Some(command) = self.extension(dossier) {
                let head = self.officer(dossier.competent, Role::AgencyHead, None).map(Actor::Officer);
                return Ok(head.map(|head| (head, command)));
            }
        }
        if self.dossiers[index].pause && !last {
            self.dossiers[index].pause = false;
            let cause = if self.chance.percent(75) {
                PauseFor::Applicant { request: self.request(dossier) }
            } else {
                PauseFor::Fee {
                    amount: 150_000, words: "Nộp phí thẩm định theo thông báo kèm theo.".into()
                }
            };
            let document = format!("{}/TB", self.chance.between(10, 900));
            return Ok(Some((actor, Command::Pause(Pause { cause, document }))));
        }
        if self.chance.percent(1) {
            let head = self.officer(dossier.competent, Role::AgencyHead, None).map(Actor::Officer);
            let stop = Stop {
                document: format!("{}/TB", self.chance.between(10, 900)),
                reason: "Người nộp đã được giải quyết bằng một hồ sơ khác cùng nội dung.".into(),
            };
            return Ok(head.map(|head| (head, Command::Stop(stop))));
        }
        if !last {
            return Ok(Some((actor, Command::FinishStep(FinishStep { words: String::new() }))));
        }
        let outcome = if self.chance.percent(93) { Outcome::Granted } else { Outcome::Denied };
        let mut file_names = BTreeMap::new();
        let mut result = None;
        if dossier.delivery == Delivery::Online {
            let lines = [
                "KET QUA (MINH HOA)".to_string(),
                dossier.code.as_ref().map(ToString::to_string).unwrap_or_default(),
            ];
            let landed = self.app.files.put_now(&paper::pdf(&lines))?;
            let row = self.app.file_row(&landed, "ket-qua.pdf", "result", None);
            file_names.insert(row.id, row.name.clone());
            result = Some(files::fact(&row));
            let id = dossier.id;
            let row = storage::file::File { dossier: Some(id), ..row };
            self.app.store.write_now(move |tx| storage::file::insert(tx, &row))?;
        }
        let decide = Decide {
            outcome,
            document: format!("{}/KQ", self.chance.between(100, 4000)),
            reason: match outcome {
                Outcome::Granted => String::new(),
                Outcome::Denied => "Hồ sơ chưa đáp ứng điều kiện theo quy định của thủ tục này.".into(),
            },
            result,
            file_names,
        };
        Ok(Some((actor, Command::Decide(decide))))
    }

    fn extension(&mut self, dossier: &Dossier) -> Option<Command> {
        let reference = self.app.reference();
        let calendar = reference.calendar(dossier.competent);
        let from = dossier.due()?.max(self.app.now());
        let mut to = calendar.working_day_from(from.date() + 1.days()).date;
        for _ in 0..self.chance.between(1, 4) {
            to = calendar.working_day_from(to + 1.days()).date;
        }
        Some(Command::Extend(Extend {
            to,
            document: format!("{}/PXL", self.chance.between(1, 90)),
            reason: "Cơ quan cần thêm thời gian để xác minh thực tế. Chúng tôi xin lỗi vì sự chậm trễ này."
                .into(),
        }))
    }

    fn request(&mut self, dossier: &Dossier) -> Request {
        let reference = self.app.reference();
        let papers: Vec<String> = reference
            .procedure_any(dossier.pinned.procedure.as_str())
            .map(|procedure| procedure.papers.iter().map(|paper| paper.id.clone()).collect())
            .unwrap_or_default();
        let papers = if papers.is_empty() { papers } else { vec![self.chance.pick(&papers).clone()] };
        Request {
            papers,
            by: None,
            words: "Bản đã nộp bị mờ, không đọc được; hãy gửi lại bản rõ nét.".into(),
        }
    }

    fn officer(
        &mut self,
        agency: AgencyId,
        role: Role,
        unit: Option<&domain::agency::UnitKey>,
    ) -> Option<Officer> {
        let fitting: Vec<usize> = (0..self.officers.len())
            .filter(|index| {
                let officer = &self.officers[*index];
                officer.agency == agency && officer.has(role) && unit.is_none_or(|unit| officer.unit == *unit)
            })
            .collect();
        if fitting.is_empty() { None } else { Some(self.officers[*self.chance.pick(&fitting)].clone()) }
    }
}
