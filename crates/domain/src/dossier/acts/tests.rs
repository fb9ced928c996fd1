//! The law, act by act: given a past, when somebody acts, it becomes so or is refused.
//!
//! Every story is filed on Monday 2 March 2026 at 09:00 with a limit of five working days, so it is due on
//! Monday 9 March at 17:00.

use super::*;
use crate::Text;
use crate::agency::{AgencyId, UnitKey};
use crate::calendar::{Certainty, DayKind, SpecialDay};
use crate::deadline::Limit;
use crate::dossier::{
    Basis, Delivery, DossierId, Fact, FileFact, Left, Outcome, PaperGiven, Parties, Record, Reference,
    Request, Stage, StageKind, evolve, replay,
};
use crate::officer::{AccountId, Assurance, Officer, Role};
use crate::procedure::{Channel, Level, Method, Paper, ProcedureCode, Process, Step};
use crate::rules::PACK_2018;
use jiff::civil::Date;
use std::collections::BTreeMap;

const START: &str = "2026-03-02T09:00";
const DUE: &str = "2026-03-09T17:00";

const CENTRE: AgencyId = AgencyId(1);
const DEPARTMENT: AgencyId = AgencyId(2);
const ELSEWHERE: AgencyId = AgencyId(3);
const APPLICANT: AccountId = AccountId(90);
const STRANGER: AccountId = AccountId(91);

// The harness.

/// A dossier with its past, and the moment it stands at.
#[derive(Clone)]
struct Story {
    records: Vec<Record>,
    dossier: Dossier,
    now: Instant,
    procedure: Procedure,
    calendar: Calendar,
}

/// An act with what the law said to it.
struct Attempt {
    story: Story,
    actor: Actor,
    answer: Result<Vec<Event>, Refusal>,
}

type Past = (Actor, Command);

/// A dossier filed online, to which these things were done at once.
#[track_caller]
fn given<const N: usize>(past: [Past; N]) -> Story {
    after(online(), past)
}

/// The same for one taken at the counter, with no account.
#[track_caller]
fn given_at_the_counter<const N: usize>(past: [Past; N]) -> Story {
    after(direct(), past)
}

#[track_caller]
fn after<const N: usize>(mut story: Story, past: [Past; N]) -> Story {
    for (actor, command) in past {
        story = story.when(actor, command).done();
    }
    story
}

impl Story {
    fn context(&self) -> Context<'_> {
        Context {
            now: self.now,
            calendar: &self.calendar,
            receiving_calendar: &self.calendar,
            pack: &PACK_2018,
            procedure: &self.procedure,
        }
    }

    /// Time passes.
    fn at(mut self, moment: &str) -> Story {
        self.now = instant(moment);
        self
    }

    /// Somebody makes this day a day off.
    fn with_day_off(mut self, day: &str) -> Story {
        let off = SpecialDay {
            date: date(day),
            kind: DayKind::Off,
            name: Text::new("Lễ hội", "Festival"),
            certainty: Certainty::Announced,
            source: String::new(),
        };
        self.calendar = self.calendar.with(None, [off]);
        self
    }

    fn when(&self, actor: Actor, command: Command) -> Attempt {
        let act = Act { actor: actor.clone(), command };
        let answer = decide(&self.dossier, &act, &self.context());
        Attempt { story: self.clone(), actor, answer }
    }

    fn stage(&self) -> StageKind {
        self.dossier.stage.kind()
    }
}

impl Attempt {
    /// The past grows by what was decided.
    #[track_caller]
    fn done(self) -> Story {
        let Attempt { mut story, actor, answer } = self;
        let events = match answer {
            Ok(events) => events,
            Err(refusal) => panic!("refused: {refusal:?}"),
        };
        for event in events {
            let sequence = story.dossier.sequence + 1;
            let record = Record { sequence, at: story.now, by: actor.trace(), event };
            story.dossier = evolve(story.dossier, &record);
            story.records.push(record);
        }
        story
    }

    #[track_caller]
    fn becomes(self, stage: StageKind) -> Story {
        let story = self.done();
        assert_eq!(story.stage(), stage);
        story
    }

    #[track_caller]
    fn refused(self, refusal: Refusal) {
        assert_eq!(self.answer, Err(refusal));
    }

    #[track_caller]
    fn facts(&self) -> Vec<Fact> {
        match &self.answer {
            Ok(events) => events.iter().map(|event| event.fact.clone()).collect(),
            Err(refusal) => panic!("refused: {refusal:?}"),
        }
    }
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("{text} is a moment"))
}

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn unit(key: &str) -> UnitKey {
    UnitKey(key.into())
}

fn in_stage(stage: StageKind) -> Refusal {
    Refusal::WrongStage { stage }
}

fn only(role: Role) -> Refusal {
    Refusal::NotYourRole { role }
}

// The world: a procedure of three steps in two divisions, and an officer of every role.

fn procedure() -> Procedure {
    let step = |id: &str, division: &str, role: Role, hours: u32| Step {
        id: id.into(),
        name: Text::new(id, id),
        unit: unit(division),
        role,
        hours,
        product: Text::default(),
    };
    let paper = |id: &str, required: bool| Paper {
        id: id.into(),
        name: Text::new(id, id),
        originals: 1,
        copies: 0,
        required,
        hint: Text::default(),
        case: String::new(),
        code: String::new(),
    };
    let method = |channel: Channel| Method {
        channel,
        limit: Limit::WorkingDays(5),
        note: Text::default(),
        fees: Vec::new(),
        free: true,
    };
    Procedure {
        code: ProcedureCode::parse("1.001193").unwrap(),
        version: 1,
        name: Text::new("Thủ tục thử", "A procedure"),
        short_name: Text::new("Thử", "Try"),
        summary: Text::default(),
        field: "test".into(),
        audiences: Vec::new(),
        life_events: Vec::new(),
        steps: Vec::new(),
        conditions: Text::default(),
        methods: Channel::ALL.into_iter().map(method).collect(),
        papers: vec![paper("application", true), paper("map", false)],
        results: Vec::new(),
        legal_basis: Vec::new(),
        keywords: Vec::new(),
        form: forms::Form::default(),
        process: Process {
            version: 1,
            steps: vec![
                step("check", "registry", Role::Officer, 8),
                step("review", "legal", Role::DivisionHead, 4),
                step("sign", "legal", Role::AgencyHead, 4),
            ],
        },
        origin: None,
    }
}

fn officer(account: i64, agency: AgencyId, division: &str, role: Role) -> Officer {
    Officer {
        account: AccountId(account),
        agency,
        unit: unit(division),
        roles: vec![role],
        name: format!("Officer {account}"),
        title: Text::default(),
    }
}

fn clerk() -> Officer {
    officer(21, DEPARTMENT, "registry", Role::Officer)
}

fn second_clerk() -> Officer {
    officer(22, DEPARTMENT, "registry", Role::Officer)
}

fn lawyer() -> Officer {
    officer(23, DEPARTMENT, "legal", Role::Officer)
}

fn legal_head() -> Officer {
    officer(24, DEPARTMENT, "legal", Role::DivisionHead)
}

fn registry_head() -> Officer {
    officer(25, DEPARTMENT, "registry", Role::DivisionHead)
}

fn director() -> Officer {
    officer(26, DEPARTMENT, "leadership", Role::AgencyHead)
}

fn administrator() -> Officer {
    officer(31, CENTRE, "systems", Role::Administrator)
}

fn centre_head() -> Officer {
    officer(32, CENTRE, "leadership", Role::AgencyHead)
}

fn counter() -> Actor {
    Actor::Officer(officer(11, CENTRE, "intake", Role::Counter))
}

fn counter_elsewhere() -> Actor {
    Actor::Officer(officer(41, ELSEWHERE, "intake", Role::Counter))
}

fn clerk_elsewhere() -> Actor {
    Actor::Officer(officer(42, ELSEWHERE, "registry", Role::Officer))
}

fn director_elsewhere() -> Actor {
    Actor::Officer(officer(43, ELSEWHERE, "leadership", Role::AgencyHead))
}

fn by(officer: Officer) -> Actor {
    Actor::Officer(officer)
}

fn account(id: AccountId) -> Actor {
    Actor::Applicant { account: id, assurance: Assurance::Password }
}

fn applicant() -> Actor {
    account(APPLICANT)
}

fn everybody() -> Vec<Actor> {
    vec![
        counter(),
        counter_elsewhere(),
        by(clerk()),
        by(second_clerk()),
        by(lawyer()),
        by(legal_head()),
        by(registry_head()),
        by(director()),
        by(administrator()),
        by(centre_head()),
        clerk_elsewhere(),
        director_elsewhere(),
        applicant(),
        account(STRANGER),
        Actor::System,
    ]
}

fn filing(channel: Channel) -> FileDossier {
    let online = channel == Channel::Online;
    FileDossier {
        reference: Reference::from_random([7; 10]),
        channel,
        receiving: CENTRE,
        competent: DEPARTMENT,
        level: Level::new(4).unwrap(),
        account: online.then_some(APPLICANT),
        parties: Parties::default(),
        answers: forms::Answers::new(),
        case: None,
        papers: vec![PaperGiven {
            paper: "application".into(),
            originals: 1,
            copies: 0,
            file: online.then(file_fact),
        }],
        file_names: BTreeMap::new(),
        delivery: if online { Delivery::Online } else { Delivery::Counter },
    }
}

fn file_fact() -> FileFact {
    FileFact { id: 7, media: "application/pdf".into(), bytes: 1200, sha256: "00".repeat(32) }
}

fn filed_as(filing: &FileDossier, actor: &Actor, procedure: Procedure) -> Result<Story, Refusal> {
    let calendar = Calendar::national();
    let now = instant(START);
    let context = Context {
        now,
        calendar: &calendar,
        receiving_calendar: &calendar,
        pack: &PACK_2018,
        procedure: &procedure,
    };
    let events = file(filing, actor, &context)?;
    let records: Vec<Record> = events
        .into_iter()
        .zip(1..)
        .map(|(event, sequence)| Record { sequence, at: now, by: actor.trace(), event })
        .collect();
    let dossier = replay(DossierId(1), &records).expect("filing opens a dossier");
    Ok(Story { records, dossier, now, procedure, calendar })
}

fn online() -> Story {
    filed_as(&filing(Channel::Online), &applicant(), procedure()).expect("the applicant may file")
}

fn direct() -> Story {
    filed_as(&filing(Channel::Direct), &counter(), procedure()).expect("the counter may file")
}

// What happens in stories, with who does it.

fn accepted() -> Past {
    (counter(), Command::Accept(Accept::default()))
}

fn handed_over() -> Past {
    (counter(), Command::HandOver(HandOver))
}

fn taken_by_clerk() -> Past {
    (by(clerk()), assign(clerk()))
}

fn checked() -> Past {
    (by(clerk()), finish_step())
}

fn reviewed() -> Past {
    (by(legal_head()), finish_step())
}

fn granted() -> Past {
    (by(director()), decide_as(Outcome::Granted, "", Some(file_fact())))
}

fn asked_to_complete() -> Past {
    (counter(), ask(&["map"], "Thiếu bản đồ"))
}

fn paused() -> Past {
    (by(clerk()), pause_for_papers("12/TB", &["map"], ""))
}

fn paused_for_fee() -> Past {
    (by(clerk()), pause_for_fee("13/TB", 150_000, "Phí thẩm định"))
}

// Commands.

fn request(papers: &[&str], words: &str) -> Request {
    Request { papers: papers.iter().map(|paper| paper.to_string()).collect(), by: None, words: words.into() }
}

fn ask(papers: &[&str], words: &str) -> Command {
    Command::AskCompletion(AskCompletion { request: request(papers, words) })
}

fn refuse(reason: &str) -> Command {
    Command::Refuse(Refuse { reason: reason.into() })
}

fn complete(words: &str) -> Command {
    Command::Complete(Complete { papers: Vec::new(), file_names: BTreeMap::new(), words: words.into() })
}

fn complete_with_paper(id: &str) -> Command {
    let paper = PaperGiven { paper: id.into(), originals: 1, copies: 0, file: None };
    Command::Complete(Complete { papers: vec![paper], file_names: BTreeMap::new(), words: String::new() })
}

fn assign(to: Officer) -> Command {
    Command::Assign(Assign { to })
}

fn finish_step() -> Command {
    Command::FinishStep(FinishStep { words: String::new() })
}

fn decide_as(outcome: Outcome, reason: &str, result: Option<FileFact>) -> Command {
    Command::Decide(Decide {
        outcome,
        document: "77/KQ".into(),
        reason: reason.into(),
        result,
        file_names: BTreeMap::new(),
    })
}

fn pause_for_papers(document: &str, papers: &[&str], words: &str) -> Command {
    let cause = PauseFor::Applicant { request: request(papers, words) };
    Command::Pause(Pause { cause, document: document.into() })
}

fn pause_for_fee(document: &str, amount: u64, words: &str) -> Command {
    let cause = PauseFor::Fee { amount, words: words.into() };
    Command::Pause(Pause { cause, document: document.into() })
}

fn resume() -> Command {
    Command::Resume(Resume { words: "Đã nộp đủ".into() })
}

fn extend_to(day: &str) -> Command {
    Command::Extend(Extend {
        to: date(day), document: "3/PXL".into(), reason: "Cần xác minh thêm".into()
    })
}

fn stop(reason: &str) -> Command {
    Command::Stop(Stop { document: "4/TB".into(), reason: reason.into() })
}

fn withdraw(words: &str) -> Command {
    Command::Withdraw(Withdraw { words: words.into() })
}

fn give_back(how: Delivery, recipient: &str) -> Command {
    Command::Return(Return { how, recipient: recipient.into() })
}

fn join(id: AccountId) -> Command {
    Command::JoinAccount(JoinAccount { account: id })
}

fn recalculate() -> Command {
    Command::Recalculate(Recalculate)
}

/// One well-filled command of every kind.
fn every_command() -> Vec<Command> {
    vec![
        Command::Accept(Accept::default()),
        ask(&["map"], "Thiếu bản đồ"),
        refuse("Không thuộc thẩm quyền"),
        complete_with_paper("map"),
        Command::HandOver(HandOver),
        assign(clerk()),
        finish_step(),
        decide_as(Outcome::Granted, "", None),
        pause_for_papers("12/TB", &["map"], ""),
        pause_for_fee("13/TB", 150_000, "Phí thẩm định"),
        resume(),
        extend_to("2026-04-15"),
        stop("Trùng hồ sơ"),
        withdraw("Người nộp xin rút"),
        give_back(Delivery::Counter, "Nguyễn Văn An"),
        join(STRANGER),
        recalculate(),
    ]
}

/// A story that has come to each stage.
fn story_in(stage: StageKind) -> Story {
    let story = match stage {
        StageKind::Submitted => given([]),
        StageKind::AwaitingCompletion => given([asked_to_complete()]),
        StageKind::Accepted => given([accepted()]),
        StageKind::Processing => given([accepted(), handed_over()]),
        StageKind::PausedForApplicant => given([accepted(), handed_over(), paused()]),
        StageKind::PausedForFee => given([accepted(), handed_over(), paused_for_fee()]),
        StageKind::Refused => given([(counter(), refuse("Không thuộc thẩm quyền"))]),
        StageKind::Withdrawn => given([(applicant(), withdraw(""))]),
        StageKind::Stopped => given([accepted(), (by(director()), stop("Trùng hồ sơ"))]),
        StageKind::ResultReady => given([accepted(), handed_over(), checked(), reviewed(), granted()]),
        StageKind::Returned => given([
            accepted(),
            handed_over(),
            checked(),
            reviewed(),
            granted(),
            (applicant(), give_back(Delivery::Online, "")),
        ]),
    };
    assert_eq!(story.stage(), stage);
    story
}

// Stages.

#[test]
fn every_stage_has_its_national_code() {
    let codes: Vec<(StageKind, u8)> =
        StageKind::ALL.into_iter().map(|kind| (story_in(kind).stage(), kind.national_code())).collect();
    assert_eq!(
        codes,
        [
            (StageKind::Submitted, 1),
            (StageKind::AwaitingCompletion, 5),
            (StageKind::Accepted, 2),
            (StageKind::Processing, 4),
            (StageKind::PausedForApplicant, 5),
            (StageKind::PausedForFee, 6),
            (StageKind::Refused, 3),
            (StageKind::Withdrawn, 7),
            (StageKind::Stopped, 8),
            (StageKind::ResultReady, 9),
            (StageKind::Returned, 10),
        ]
    );
}

#[test]
fn only_four_stages_are_closed() {
    let closed: Vec<StageKind> = StageKind::ALL.into_iter().filter(|kind| kind.closed()).collect();
    assert_eq!(closed, [StageKind::Refused, StageKind::Withdrawn, StageKind::Stopped, StageKind::Returned]);
}

#[test]
fn a_key_of_a_stage_reads_back() {
    for kind in StageKind::ALL {
        assert_eq!(StageKind::parse(kind.key()), Some(kind));
    }
}

#[test]
fn nothing_anybody_does_opens_a_closed_dossier_again() {
    for stage in StageKind::ALL.into_iter().filter(|stage| stage.closed()) {
        let story = story_in(stage);
        for actor in everybody() {
            for command in every_command() {
                let attempt = story.when(actor.clone(), command.clone());
                if attempt.answer.is_ok() {
                    panic!("{actor:?} could still do {command:?} to a dossier that is {stage:?}");
                }
            }
        }
    }
}

#[test]
fn joining_an_account_to_a_closed_dossier_leaves_it_closed() {
    let closed = given_at_the_counter([(counter(), refuse("Không thuộc thẩm quyền"))]);
    let joined = closed.when(counter(), join(APPLICANT)).becomes(StageKind::Refused);
    assert_eq!(joined.dossier.account, Some(APPLICANT));
}

#[test]
fn replaying_the_record_gives_the_same_dossier() {
    for stage in StageKind::ALL {
        let story = story_in(stage);
        assert_eq!(replay(DossierId(1), &story.records), Some(story.dossier), "{stage:?}");
    }
}

#[test]
fn a_record_that_does_not_begin_with_the_filing_is_no_dossier() {
    let story = given([accepted()]);
    assert_eq!(replay(DossierId(1), &story.records[1..]), None);
    assert_eq!(replay(DossierId(1), &[]), None);
}

// Filing.

#[test]
fn an_online_filing_is_answered_within_eight_working_hours() {
    let Stage::Submitted { answer_by, .. } = online().dossier.stage else { panic!("it was just filed") };
    // 9:00 to 11:30, 13:30 to 17:00, then two hours of Tuesday.
    assert_eq!(answer_by, instant("2026-03-03T09:30"));
}

#[test]
fn an_agency_that_takes_nothing_online_refuses_an_online_filing() {
    let filing = FileDossier { level: Level::new(2).unwrap(), ..filing(Channel::Online) };
    assert_eq!(filed_as(&filing, &applicant(), procedure()).err(), Some(Refusal::NotOnline));
}

#[test]
fn an_online_filing_brings_a_file_for_every_required_paper() {
    let missing = Some(Refusal::PapersMissing { papers: vec!["application".into()] });
    let without = FileDossier { papers: Vec::new(), ..filing(Channel::Online) };
    assert_eq!(filed_as(&without, &applicant(), procedure()).err(), missing);
    let on_paper_only = FileDossier { papers: filing(Channel::Direct).papers, ..filing(Channel::Online) };
    assert_eq!(filed_as(&on_paper_only, &applicant(), procedure()).err(), missing);
}

#[test]
fn the_counter_takes_a_filing_with_papers_missing() {
    let filing = FileDossier { papers: Vec::new(), ..filing(Channel::Postal) };
    assert!(filed_as(&filing, &counter(), procedure()).is_ok());
}

#[test]
fn each_channel_has_those_who_file_on_it() {
    let refused = |channel: Channel, actor: Actor| filed_as(&filing(channel), &actor, procedure()).err();
    assert_eq!(refused(Channel::Direct, applicant()), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Online, counter()), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Online, Actor::System), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Direct, counter_elsewhere()), Some(Refusal::NotYourAgency));
    assert_eq!(refused(Channel::Direct, by(administrator())), Some(only(Role::Counter)));
}

#[test]
fn a_procedure_without_steps_takes_no_filing() {
    let empty = Procedure { process: Process::default(), ..procedure() };
    assert_eq!(filed_as(&filing(Channel::Direct), &counter(), empty).err(), Some(Refusal::NoProcess));
}

// Accepting.

#[test]
fn accepting_sets_the_date_and_when_it_is_handed_over() {
    let story = given([]).when(counter(), Command::Accept(Accept::default())).becomes(StageKind::Accepted);
    let clock = story.dossier.clock.clone().unwrap();
    assert_eq!((clock.original, clock.current), (Some(instant(DUE)), Some(instant(DUE))));
    let limit = Limit::WorkingDays(5);
    assert_eq!(clock.basis, Basis::Counted { from: instant(START), limit });
    assert_eq!(story.dossier.hand_over_by, Some(instant("2026-03-02T17:00")));
    assert_eq!(story.dossier.accepted_at, Some(instant(START)));
    assert_eq!(story.dossier.steps_total, 3);
}

#[test]
fn what_is_accepted_after_three_oclock_is_handed_over_at_the_start_of_the_next_day() {
    let story = given([]).at("2026-03-02T15:30").when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.hand_over_by, Some(instant("2026-03-03T08:30")));
    assert_eq!(story.dossier.due(), Some(instant(DUE)), "the counting does not change");
}

#[test]
fn only_the_counter_that_received_it_accepts() {
    let story = given([]);
    let accept = || Command::Accept(Accept::default());
    story.when(counter_elsewhere(), accept()).refused(Refusal::NotYourAgency);
    story.when(by(clerk()), accept()).refused(Refusal::NotYourAgency);
    story.when(by(administrator()), accept()).refused(only(Role::Counter));
    story.when(applicant(), accept()).refused(only(Role::Counter));
    story.when(Actor::System, accept()).refused(only(Role::Counter));
}

#[test]
fn a_dossier_is_accepted_once() {
    given([accepted()])
        .when(counter(), Command::Accept(Accept::default()))
        .refused(in_stage(StageKind::Accepted));
    given([asked_to_complete()])
        .when(counter(), Command::Accept(Accept::default()))
        .refused(in_stage(StageKind::AwaitingCompletion));
}

#[test]
fn a_procedure_whose_steps_are_gone_cannot_be_accepted() {
    let mut story = given([]);
    story.procedure.process.steps.clear();
    story.when(counter(), Command::Accept(Accept::default())).refused(Refusal::NoProcess);
}

#[test]
fn a_limit_in_words_gives_no_date() {
    let story = in_words(given([])).when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.due(), None);
}

#[test]
fn of_several_limits_the_one_that_applies_is_chosen() {
    let mut story = given([]);
    let channel = story.dossier.channel;
    let longer = Method { channel, limit: Limit::WorkingDays(10), ..story.procedure.methods[0].clone() };
    story.procedure.methods.insert(1, longer);
    let accept = |limit: Option<Limit>| Command::Accept(Accept { limit });
    story.when(counter(), accept(None)).refused(Refusal::LimitNotChosen);
    story.when(counter(), accept(Some(Limit::WorkingDays(7)))).refused(Refusal::LimitNotChosen);
    let chosen = story.when(counter(), accept(Some(Limit::WorkingDays(10)))).done();
    assert_eq!(chosen.dossier.clock.unwrap().limit, Limit::WorkingDays(10));
    // The same limit twice, for cases that differ in their fees alone, leaves nothing to choose.
    story.procedure.methods[1].limit = Limit::WorkingDays(5);
    story.when(counter(), accept(None)).becomes(StageKind::Accepted);
    // Another channel's limits are not this one's.
    story.procedure.methods[1] = Method {
        channel: Channel::Postal,
        limit: Limit::WorkingDays(9),
        ..story.procedure.methods[1].clone()
    };
    story.when(counter(), accept(Some(Limit::WorkingDays(9)))).refused(Refusal::LimitNotChosen);
}

/// Papers of two cases, one under a heading that is nobody's case, one for all.
fn in_cases() -> Procedure {
    let paper = |id: &str, case: &str, required: bool| Paper {
        id: id.into(),
        name: Text::new(id, id),
        required,
        case: case.into(),
        ..Paper::default()
    };
    let papers = vec![
        paper("application", "", true),
        paper("identity", "Giấy tờ phải xuất trình", true),
        paper("lost", "Trường hợp bị mất", true),
        paper("torn", "Trường hợp bị rách", true),
    ];
    Procedure { papers, ..procedure() }
}

#[test]
fn a_case_asks_for_its_own_papers_and_for_everybodys() {
    let procedure = in_cases();
    assert_eq!(procedure.cases(), ["Trường hợp bị mất", "Trường hợp bị rách"]);
    let of = |case| procedure.papers_of(case).map(|paper| paper.id.as_str()).collect::<Vec<_>>();
    assert_eq!(of(Some("Trường hợp bị rách")), ["application", "identity", "torn"]);
    assert_eq!(of(None).len(), 4);
    let given = |ids: &[&str], case: Option<&str>| {
        let paper =
            |id: &&str| PaperGiven { paper: (*id).into(), originals: 0, copies: 1, file: Some(file_fact()) };
        let papers = ids.iter().map(paper).collect();
        FileDossier { papers, case: case.map(str::to_string), ..filing(Channel::Online) }
    };
    let file = |filing: FileDossier| filed_as(&filing, &applicant(), in_cases());
    let story = file(given(&["application", "identity", "lost"], Some("Trường hợp bị mất"))).unwrap();
    assert_eq!(story.dossier.case.as_deref(), Some("Trường hợp bị mất"));
    let missing = Refusal::PapersMissing { papers: vec!["torn".into()] };
    let torn = given(&["application", "identity", "lost"], Some("Trường hợp bị rách"));
    assert_eq!(file(torn).err(), Some(missing));
    // Who is not sure of the case is asked for what is everybody's, and the counter sees to the rest.
    assert_eq!(file(given(&["application", "identity"], None)).unwrap().dossier.case, None);
    // A case the procedure does not have is no case.
    let unknown = given(&["application", "identity"], Some("Trường hợp khác"));
    assert_eq!(file(unknown).unwrap().dossier.case, None);
}

#[test]
fn headings_of_national_records_are_no_cases() {
    let of_a_case = |case: &str| Paper { case: case.into(), ..Paper::default() }.is_of_a_case();
    for heading in [
        "",
        "Giấy tờ phải nộp",
        "* Giấy tờ phải nộp:",
        "* Giấy tờ phải xuất trình:",
        "- Giấy tờ phải nộp",
        "* Lưu ý:",
        "1) Thành phần hồ sơ",
        "2) Số lượng hồ sơ",
        "Số lượng hồ sơ",
        "- Thành phần hồ sơ",
        "a) Thành phần hồ sơ bao gồm:",
        "Bao gồm",
        "1 bộ hồ sơ",
    ] {
        assert!(!of_a_case(heading), "{heading}");
    }
    for case in [
        "a) Thành phần hồ sơ giao đất",
        "Trường hợp 1: cấp mới",
        "(1.2) Đối với công trình theo tuyến",
        "Đối với người nước ngoài",
        "Hồ sơ đề nghị gia hạn",
    ] {
        assert!(of_a_case(case), "{case}");
    }
}

#[test]
fn one_case_alone_is_everybodys() {
    let mut procedure = in_cases();
    procedure.papers.retain(|paper| paper.case != "Trường hợp bị rách");
    assert!(procedure.cases().is_empty());
    let lost = procedure.paper("lost").unwrap();
    assert!(procedure.asks(lost, None), "nobody can choose, so everybody brings it");
}

fn in_words(mut story: Story) -> Story {
    for method in &mut story.procedure.methods {
        method.limit = Limit::Words(Text::new("Theo kỳ họp của hội đồng", ""));
    }
    story
}

// Asking for completion, refusing.

#[test]
fn asking_for_completion_names_what_is_missing() {
    let story = given([]);
    story.when(counter(), ask(&[], "")).refused(Refusal::NothingAsked);
    story.when(counter_elsewhere(), ask(&["map"], "")).refused(Refusal::NotYourAgency);
    let asked = story.when(counter(), ask(&["map"], "Bản mờ")).becomes(StageKind::AwaitingCompletion);
    assert_eq!(asked.dossier.asked().unwrap().words, "Bản mờ");
    assert_eq!(asked.dossier.completion_rounds, 1);
}

#[test]
fn a_completed_file_is_answered_within_eight_hours_anew() {
    let story = given([asked_to_complete()])
        .at("2026-03-04T09:30")
        .when(applicant(), complete_with_paper("map"))
        .becomes(StageKind::Submitted);
    let answer_by_is =
        |by| matches!(story.dossier.stage, Stage::Submitted { answer_by, .. } if answer_by == by);
    assert!(answer_by_is(instant("2026-03-05T10:00")));
    assert_eq!(story.dossier.papers.len(), 2);
}

#[test]
fn a_completion_brings_something() {
    let story = given([asked_to_complete()]);
    story.when(applicant(), complete("")).refused(Refusal::NothingGiven);
    story.when(applicant(), complete("Tôi không có bản đồ")).becomes(StageKind::Submitted);
    story.when(account(STRANGER), complete("Tôi")).refused(Refusal::OnlyTheApplicant);
    story.when(counter_elsewhere(), complete("Tôi")).refused(Refusal::NotYourAgency);
    story.when(counter(), complete("Nộp tại quầy")).becomes(StageKind::Submitted);
    given([]).when(applicant(), complete("Thêm")).refused(in_stage(StageKind::Submitted));
}

#[test]
fn refusing_reception_needs_a_reason() {
    let story = given([]);
    story.when(counter(), refuse("")).refused(Refusal::ReasonMissing);
    story.when(by(director()), refuse("Không")).refused(Refusal::NotYourAgency);
    story.when(counter(), refuse("Không thuộc thẩm quyền")).becomes(StageKind::Refused);
    given([asked_to_complete()]).when(counter(), refuse("Quá hạn")).becomes(StageKind::Refused);
    given([accepted()]).when(counter(), refuse("Muộn")).refused(in_stage(StageKind::Accepted));
}

// Handing over, the steps.

#[test]
fn handing_over_starts_the_first_step() {
    let story =
        given([accepted()]).when(counter(), Command::HandOver(HandOver)).becomes(StageKind::Processing);
    let step = story.dossier.step.clone().unwrap();
    assert_eq!((step.id.as_str(), step.unit), ("check", unit("registry")));
    assert_eq!(step.due, instant("2026-03-03T09:30"), "eight working hours from now");
    assert!(story.dossier.units.contains(&unit("registry")));
}

#[test]
fn only_the_receiving_counter_hands_over() {
    let story = given([accepted()]);
    story.when(by(clerk()), Command::HandOver(HandOver)).refused(Refusal::NotYourAgency);
    story.when(by(administrator()), Command::HandOver(HandOver)).refused(only(Role::Counter));
    given([]).when(counter(), Command::HandOver(HandOver)).refused(in_stage(StageKind::Submitted));
}

#[test]
fn a_finished_step_moves_to_the_next_division_and_ends_the_assignment() {
    let story = given([accepted(), handed_over(), taken_by_clerk()]);
    assert_eq!(story.dossier.assignee, Some(clerk().account));
    let attempt = story.when(by(clerk()), finish_step());
    assert!(attempt.facts().contains(&Fact::HandedOver { from: Some(unit("registry")), to: unit("legal") }));
    let story = attempt.becomes(StageKind::Processing);
    assert_eq!(story.dossier.unit(), Some(&unit("legal")));
    assert_eq!(story.dossier.assignee, None);
    assert_eq!(story.dossier.steps_done.len(), 1);
}

#[test]
fn a_step_in_the_same_division_is_not_handed_over() {
    let attempt = given([accepted(), handed_over(), checked()]).when(by(legal_head()), finish_step());
    let moved = attempt.facts().iter().any(|fact| matches!(fact, Fact::HandedOver { .. }));
    assert!(!moved);
    assert_eq!(attempt.done().dossier.step.unwrap().id, "sign");
}

#[test]
fn a_step_is_done_by_its_own_division_in_its_own_role() {
    let story = given([accepted(), handed_over()]);
    story.when(by(lawyer()), finish_step()).refused(Refusal::NotYourUnit);
    story.when(by(registry_head()), finish_step()).refused(only(Role::Officer));
    story.when(clerk_elsewhere(), finish_step()).refused(Refusal::NotYourAgency);
    story.when(counter(), finish_step()).refused(Refusal::NotYourAgency);
    story.when(applicant(), finish_step()).refused(only(Role::Officer));
    story.when(by(clerk()), finish_step()).becomes(StageKind::Processing);
}

#[test]
fn the_last_step_is_decided_not_finished() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), finish_step()).refused(Refusal::LastStepDecides);
    let granted = || decide_as(Outcome::Granted, "", Some(file_fact()));
    given([accepted(), handed_over()]).when(by(clerk()), granted()).refused(Refusal::NotTheLastStep);
    let decided =
        story.at("2026-03-06T10:00").when(by(director()), granted()).becomes(StageKind::ResultReady);
    assert_eq!(decided.dossier.steps_done.len(), 3);
    assert_eq!(decided.dossier.outcome, Some(Outcome::Granted));
    assert_eq!(decided.dossier.finished_at, Some(instant("2026-03-06T10:00")));
    assert_eq!((decided.dossier.step, decided.dossier.assignee), (None, None));
}

#[test]
fn a_denial_needs_a_reason() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), decide_as(Outcome::Denied, "", None)).refused(Refusal::ReasonMissing);
    let denied =
        story.when(by(director()), decide_as(Outcome::Denied, "Chưa đủ điều kiện", Some(file_fact())));
    assert_eq!(denied.becomes(StageKind::ResultReady).dossier.outcome, Some(Outcome::Denied));
}

#[test]
fn the_head_of_the_agency_decides_above_its_divisions() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    let granted = || decide_as(Outcome::Granted, "", None);
    story.when(by(legal_head()), granted()).refused(only(Role::AgencyHead));
    story.when(director_elsewhere(), granted()).refused(Refusal::NotYourAgency);
    story.when(by(centre_head()), granted()).refused(Refusal::NotYourAgency);
}

// Assigning.

#[test]
fn an_officer_takes_a_free_step_and_a_colleague_keeps_off() {
    let story = given([accepted(), handed_over()]).when(by(clerk()), assign(clerk())).done();
    story.when(by(second_clerk()), finish_step()).refused(Refusal::TakenByColleague);
    story.when(by(second_clerk()), assign(second_clerk())).refused(Refusal::TakenByColleague);
    story.when(by(clerk()), finish_step()).becomes(StageKind::Processing);
}

#[test]
fn an_officer_gives_work_to_nobody_but_a_head_does() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), assign(second_clerk())).refused(only(Role::DivisionHead));
    let given_away = story.when(by(registry_head()), assign(second_clerk())).done();
    assert_eq!(given_away.dossier.assignee, Some(second_clerk().account));
    let given_again = given_away.when(by(director()), assign(clerk())).done();
    assert_eq!(given_again.dossier.assignee, Some(clerk().account));
    // What a page asks before it offers the act answers as for the step itself.
    story.when(by(legal_head()), assign(clerk())).refused(only(Role::Officer));
}

#[test]
fn work_goes_only_to_somebody_who_can_do_it() {
    let story = given([accepted(), handed_over()]);
    story.when(by(registry_head()), assign(lawyer())).refused(Refusal::CannotBeAssigned);
    story.when(by(registry_head()), assign(registry_head())).refused(Refusal::CannotBeAssigned);
    let elsewhere = officer(42, ELSEWHERE, "registry", Role::Officer);
    story.when(by(director()), assign(elsewhere)).refused(Refusal::CannotBeAssigned);
    given([accepted()]).when(by(clerk()), assign(clerk())).refused(in_stage(StageKind::Accepted));
}

// Pausing and resuming.

#[test]
fn a_pause_needs_a_document_and_a_request() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), pause_for_papers("", &["map"], "")).refused(Refusal::DocumentMissing);
    story.when(by(clerk()), pause_for_papers("12/TB", &[], "")).refused(Refusal::NothingAsked);
    story.when(by(second_clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    story.when(counter(), pause_for_papers("12/TB", &["map"], "")).refused(Refusal::NotYourAgency);
    let again = story.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    again
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .refused(in_stage(StageKind::PausedForApplicant));
}

#[test]
fn a_pause_for_a_fee_needs_an_amount_and_its_ground() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), pause_for_fee("", 150_000, "Phí")).refused(Refusal::DocumentMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 0, "Phí")).refused(Refusal::AmountMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 150_000, "")).refused(Refusal::ReasonMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 150_000, "Phí")).becomes(StageKind::PausedForFee);
}

#[test]
fn what_was_left_goes_on_after_a_pause() {
    // Paused on Wednesday: Thursday, Friday and Monday are left.
    let paused = given([accepted()])
        .at("2026-03-04T08:00")
        .when(counter(), Command::HandOver(HandOver))
        .done()
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .becomes(StageKind::PausedForApplicant);
    // Of the step's eight hours two have passed.
    let left = Left { limit: Some(Limit::WorkingDays(3)), step_minutes: 360 };
    assert_eq!(paused.dossier.stage, Stage::PausedForApplicant { request: request(&["map"], ""), left });
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).becomes(StageKind::Processing);
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-17T17:00")));
    assert_eq!(resumed.dossier.step.unwrap().due, instant("2026-03-13T11:30"));
    let clock = resumed.dossier.clock.unwrap();
    assert_eq!(clock.original, Some(instant(DUE)), "the receipt is not rewritten");
    let limit = Limit::WorkingDays(3);
    assert_eq!(clock.basis, Basis::Counted { from: instant("2026-03-12T15:00"), limit });
}

#[test]
fn a_completed_file_starts_the_clock_by_itself() {
    let story = given([accepted(), handed_over()])
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done()
        .at("2026-03-12T15:00");
    let attempt = story.when(applicant(), complete_with_paper("map"));
    assert!(matches!(
        attempt.facts()[..],
        [Fact::Completed { answer_by: None, .. }, Fact::Resumed { due: Some(_), .. }]
    ));
    let resumed = attempt.becomes(StageKind::Processing);
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-17T17:00")));
    story.when(account(STRANGER), complete_with_paper("map")).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn a_pause_after_the_date_changes_nothing() {
    let paused = given([accepted(), handed_over()])
        .at("2026-03-11T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done();
    let resumed = paused.at("2026-03-20T10:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant(DUE)));
}

#[test]
fn a_pause_on_the_last_day_leaves_the_day_of_resumption() {
    let paused = given([accepted(), handed_over()])
        .at("2026-03-09T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done();
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-12T17:00")));
}

#[test]
fn the_counter_sees_a_fee_paid_but_does_not_judge_papers() {
    given([accepted(), handed_over(), paused_for_fee()])
        .when(counter(), resume())
        .becomes(StageKind::Processing);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(by(clerk()), resume())
        .becomes(StageKind::Processing);
    given([accepted(), handed_over(), paused()]).when(counter(), resume()).refused(Refusal::NotYourAgency);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(counter_elsewhere(), resume())
        .refused(Refusal::NotYourAgency);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(applicant(), complete_with_paper("map"))
        .refused(in_stage(StageKind::PausedForFee));
    given([accepted(), handed_over()]).when(by(clerk()), resume()).refused(in_stage(StageKind::Processing));
}

// Extending.

/// Accepted on Tuesday 3 March: due on Tuesday 10 March.
fn due_on_a_tuesday() -> Story {
    let story = given([]).at("2026-03-03T09:00").when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.due(), Some(instant("2026-03-10T17:00")));
    story
}

fn late(attempt: &Attempt) -> bool {
    match attempt.facts()[..] {
        [Fact::Extended { late, .. }] => late,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn an_apology_is_in_time_the_day_before_and_late_on_the_day() {
    let story = due_on_a_tuesday();
    let the_day_before = story.clone().at("2026-03-09T16:59").when(by(director()), extend_to("2026-03-12"));
    assert!(!late(&the_day_before));
    let on_the_day = story.at("2026-03-10T07:30").when(by(director()), extend_to("2026-03-12"));
    assert!(late(&on_the_day));
    assert_eq!(on_the_day.done().dossier.due(), Some(instant("2026-03-12T17:00")));
}

#[test]
fn the_date_moves_once() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-12")).done();
    let clock = story.dossier.clock.clone().unwrap();
    assert_eq!((clock.current, clock.basis), (Some(instant("2026-03-12T17:00")), Basis::Set));
    assert_eq!(clock.original, Some(instant("2026-03-10T17:00")));
    story.when(by(director()), extend_to("2026-03-20")).refused(Refusal::AlreadyExtended { times: 1 });
}

#[test]
fn only_the_head_of_the_agency_apologises() {
    let story = due_on_a_tuesday();
    let extend = || extend_to("2026-03-12");
    story.when(by(legal_head()), extend()).refused(only(Role::AgencyHead));
    story.when(by(clerk()), extend()).refused(only(Role::AgencyHead));
    story.when(by(centre_head()), extend()).refused(Refusal::NotYourAgency);
    story.when(applicant(), extend()).refused(only(Role::AgencyHead));
}

#[test]
fn the_new_date_is_later_and_on_a_working_day() {
    let story = due_on_a_tuesday();
    let current = instant("2026-03-10T17:00");
    story.when(by(director()), extend_to("2026-03-10")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-09")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-15")).refused(Refusal::DateNotWorking);
    story.when(by(director()), extend_to("2026-04-30")).refused(Refusal::DateNotWorking);
    // Long overdue: the new date lies in the future too.
    let overdue = story.at("2026-03-20T18:00");
    let current = instant("2026-03-20T18:00");
    overdue.when(by(director()), extend_to("2026-03-20")).refused(Refusal::DateNotLater { current });
}

#[test]
fn an_apology_gives_its_reason_and_needs_a_date_to_move() {
    let mute =
        Command::Extend(Extend { to: date("2026-03-12"), document: "3/PXL".into(), reason: String::new() });
    due_on_a_tuesday().when(by(director()), mute).refused(Refusal::ReasonMissing);
    let undated = in_words(given([])).when(counter(), Command::Accept(Accept::default())).done();
    undated.when(by(director()), extend_to("2026-03-12")).refused(Refusal::NoDueDate);
    given([]).when(by(director()), extend_to("2026-03-12")).refused(in_stage(StageKind::Submitted));
    story_in(StageKind::PausedForApplicant)
        .when(by(director()), extend_to("2026-03-12"))
        .refused(in_stage(StageKind::PausedForApplicant));
}

// Recalculating.

#[test]
fn a_new_day_off_moves_a_counted_date() {
    let story = given([accepted()]).with_day_off("2026-03-05");
    let attempt = story.when(Actor::System, recalculate());
    let (from, to) = (instant(DUE), instant("2026-03-10T17:00"));
    assert_eq!(attempt.facts(), [Fact::DueRecalculated { from, to }]);
    let moved = attempt.becomes(StageKind::Accepted);
    assert_eq!(moved.dossier.due(), Some(to));
    moved.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn the_same_calendar_gives_the_same_date() {
    given([accepted()]).when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let far_away = given([accepted()]).with_day_off("2026-06-05");
    far_away.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn a_date_set_by_hand_moves_only_off_a_day_that_became_off() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-12")).done();
    let elsewhere = story.clone().with_day_off("2026-03-05");
    elsewhere.when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let attempt = story.with_day_off("2026-03-12").when(Actor::System, recalculate());
    assert_eq!(attempt.done().dossier.due(), Some(instant("2026-03-13T17:00")));
}

#[test]
fn a_new_day_off_moves_the_agencys_own_dates_without_a_letter() {
    // Filed Monday 2/3 at 09:30: to be answered by Tuesday 09:30.
    let attempt = online().with_day_off("2026-03-03").when(Actor::System, recalculate());
    let answer_by = Some(instant("2026-03-04T09:30"));
    let fact = Fact::OwnDatesRecalculated { answer_by, hand_over_by: None, step_due: None };
    assert_eq!(attempt.facts(), [fact]);
    let letters = attempt
        .answer
        .iter()
        .flatten()
        .flat_map(|event| crate::dossier::react(&attempt.story.dossier, event));
    assert_eq!(letters.count(), 0);
    let moved = attempt.done();
    assert!(matches!(moved.dossier.stage, Stage::Submitted { answer_by: by, .. } if Some(by) == answer_by));
    moved.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn a_running_step_is_counted_again_from_its_start_or_its_last_resumption() {
    let running = given([accepted(), handed_over()]);
    let due = running.dossier.step.as_ref().unwrap().due;
    let day_before = due.date().yesterday().unwrap().to_string();
    let moved =
        running.clone().with_day_off(&due.date().to_string()).when(Actor::System, recalculate()).done();
    assert!(moved.dossier.step.as_ref().unwrap().due > due);
    let paused =
        running.at("2026-03-02T16:00").when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).done();
    // What happened before the resumption no longer matters.
    resumed.clone().with_day_off(&day_before).when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let due = resumed.dossier.step.as_ref().unwrap().due;
    let moved = resumed.with_day_off("2026-03-13").when(Actor::System, recalculate()).done();
    assert!(moved.dossier.step.as_ref().unwrap().due > due);
}

#[test]
fn a_resumed_date_is_recalculated_from_its_resumption() {
    let resumed = given([accepted(), handed_over()])
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done()
        .at("2026-03-12T15:00")
        .when(by(clerk()), resume())
        .done();
    let before_the_pause = resumed.clone().with_day_off("2026-03-05");
    before_the_pause.when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let after_it = resumed.with_day_off("2026-03-16").when(Actor::System, recalculate()).done();
    assert_eq!(after_it.dossier.due(), Some(instant("2026-03-18T17:00")));
}

#[test]
fn only_the_system_recalculates_and_only_while_the_clock_runs() {
    let story = given([accepted()]).with_day_off("2026-03-05");
    for actor in everybody().into_iter().filter(|actor| *actor != Actor::System) {
        assert!(story.when(actor, recalculate()).answer.is_err());
    }
    for stage in StageKind::ALL {
        let running = matches!(stage, StageKind::Submitted | StageKind::Accepted | StageKind::Processing);
        let days_off = story_in(stage).with_day_off("2026-03-03").with_day_off("2026-03-05");
        let attempt = days_off.when(Actor::System, recalculate());
        assert_eq!(attempt.answer.is_ok(), running, "{stage:?}");
    }
}

// Stopping, withdrawing.

#[test]
fn a_head_stops_handling_with_a_reason() {
    let story = given([accepted(), handed_over()]);
    story.when(by(registry_head()), stop("")).refused(Refusal::ReasonMissing);
    story.when(by(legal_head()), stop("Trùng")).refused(Refusal::NotYourUnit);
    story.when(by(clerk()), stop("Trùng")).refused(only(Role::DivisionHead));
    story.when(director_elsewhere(), stop("Trùng")).refused(Refusal::NotYourAgency);
    let stopped = story.when(by(registry_head()), stop("Trùng")).becomes(StageKind::Stopped);
    assert_eq!((stopped.dossier.step, stopped.dossier.assignee), (None, None));
    given([]).when(by(director()), stop("Trùng")).refused(in_stage(StageKind::Submitted));
}

#[test]
fn an_applicant_withdraws_until_the_decision() {
    for stage in StageKind::ALL {
        let open = !stage.closed() && stage != StageKind::ResultReady;
        let attempt = story_in(stage).when(applicant(), withdraw(""));
        if open {
            attempt.becomes(StageKind::Withdrawn);
        } else {
            attempt.refused(in_stage(stage));
        }
    }
}

#[test]
fn nobody_withdraws_a_strangers_dossier() {
    given([]).when(account(STRANGER), withdraw("")).refused(Refusal::OnlyTheApplicant);
    given_at_the_counter([]).when(account(STRANGER), withdraw("")).refused(Refusal::OnlyTheApplicant);
    given([]).when(Actor::System, withdraw("")).refused(Refusal::OnlyTheApplicant);
    given([]).when(counter_elsewhere(), withdraw("Xin rút")).refused(Refusal::NotYourAgency);
    given([accepted(), handed_over()]).when(by(clerk()), withdraw("Xin rút")).refused(Refusal::NotYourAgency);
}

#[test]
fn the_counter_records_a_withdrawal_with_how_it_was_asked() {
    given([]).when(counter(), withdraw("")).refused(Refusal::ReasonMissing);
    given([]).when(counter(), withdraw("Đơn xin rút")).becomes(StageKind::Withdrawn);
}

// Returning.

#[test]
fn a_result_is_received_online_when_it_was_asked_for_and_is_a_file() {
    let ready = story_in(StageKind::ResultReady);
    let received = ready.when(applicant(), give_back(Delivery::Counter, ""));
    assert_eq!(received.facts(), [Fact::Returned { how: Delivery::Online }]);
    received.becomes(StageKind::Returned);
    ready.when(account(STRANGER), give_back(Delivery::Online, "")).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn who_receives_on_the_portal_is_given_a_file() {
    let on_paper = decide_as(Outcome::Granted, "", None);
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), on_paper.clone()).refused(Refusal::ResultFileMissing);
    let filed = filed_as(&filing(Channel::Direct), &counter(), procedure()).unwrap();
    let story = after(filed, [accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), on_paper).becomes(StageKind::ResultReady);
}

#[test]
fn a_result_sent_by_post_is_not_received_online() {
    let by_post = FileDossier { delivery: Delivery::Post, ..filing(Channel::Online) };
    let story = filed_as(&by_post, &applicant(), procedure()).unwrap();
    after(story, [accepted(), handed_over(), checked(), reviewed(), granted()])
        .when(applicant(), give_back(Delivery::Online, ""))
        .refused(Refusal::NotDeliveredOnline);
}

#[test]
fn the_counter_names_who_took_the_result() {
    let ready = story_in(StageKind::ResultReady);
    ready.when(counter(), give_back(Delivery::Counter, "")).refused(Refusal::RecipientMissing);
    ready.when(counter_elsewhere(), give_back(Delivery::Counter, "An")).refused(Refusal::NotYourAgency);
    ready.when(by(clerk()), give_back(Delivery::Counter, "An")).refused(Refusal::NotYourAgency);
    ready.when(counter(), give_back(Delivery::Post, "")).becomes(StageKind::Returned);
    let returned = ready.when(counter(), give_back(Delivery::Counter, "Nguyễn Văn An"));
    assert_eq!(returned.becomes(StageKind::Returned).dossier.returned_at, Some(instant(START)));
    given([accepted()])
        .when(counter(), give_back(Delivery::Counter, "An"))
        .refused(in_stage(StageKind::Accepted));
}

// Joining an account.

#[test]
fn a_dossier_without_an_account_is_joined_to_one() {
    let story = given_at_the_counter([accepted()]);
    let own = story.when(applicant(), join(APPLICANT));
    assert_eq!(own.facts(), [Fact::AccountJoined { account: APPLICANT, by_officer: false }]);
    assert!(own.done().dossier.belongs_to(APPLICANT));
    let at_counter = story.when(counter(), join(APPLICANT));
    assert_eq!(at_counter.facts(), [Fact::AccountJoined { account: APPLICANT, by_officer: true }]);
    story.when(account(STRANGER), join(APPLICANT)).refused(Refusal::OnlyTheApplicant);
    story.when(counter_elsewhere(), join(APPLICANT)).refused(Refusal::NotYourAgency);
    story.when(by(clerk()), join(APPLICANT)).refused(Refusal::NotYourAgency);
    story.when(Actor::System, join(APPLICANT)).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn a_dossier_that_has_an_account_keeps_it() {
    let story = given([accepted()]);
    story.when(account(STRANGER), join(STRANGER)).refused(Refusal::AlreadyJoined);
    story.when(counter(), join(STRANGER)).refused(Refusal::AlreadyJoined);
}

// Who sees what.

#[test]
fn before_it_is_handed_over_only_the_counter_and_the_head_of_the_agency_see_it() {
    let dossier = given([accepted()]).dossier;
    assert!(dossier.visible_to(&officer(11, CENTRE, "intake", Role::Counter)));
    assert!(dossier.visible_to(&officer(12, CENTRE, "intake", Role::Counter)), "every counter officer there");
    assert!(dossier.visible_to(&director()));
    for hidden in [clerk(), lawyer(), legal_head(), registry_head(), administrator(), centre_head()] {
        assert!(!dossier.visible_to(&hidden), "{hidden:?}");
    }
}

#[test]
fn a_division_sees_what_it_has_or_had() {
    let with_the_registry = given([accepted(), handed_over()]).dossier;
    for who in [clerk(), second_clerk(), registry_head(), director()] {
        assert!(with_the_registry.visible_to(&who), "{who:?}");
    }
    for who in [lawyer(), legal_head()] {
        assert!(!with_the_registry.visible_to(&who), "{who:?}");
    }
    let moved_on = given([accepted(), handed_over(), checked()]).dossier;
    for who in [clerk(), registry_head(), lawyer(), legal_head(), director()] {
        assert!(moved_on.visible_to(&who), "{who:?}");
    }
}

#[test]
fn another_agency_and_an_administrator_never_see_it() {
    for stage in StageKind::ALL {
        let dossier = story_in(stage).dossier;
        for hidden in [
            officer(41, ELSEWHERE, "intake", Role::Counter),
            officer(42, ELSEWHERE, "registry", Role::Officer),
            officer(43, ELSEWHERE, "leadership", Role::AgencyHead),
            officer(44, ELSEWHERE, "registry", Role::DivisionHead),
            officer(45, DEPARTMENT, "registry", Role::Administrator),
            officer(46, DEPARTMENT, "registry", Role::Counter),
            administrator(),
        ] {
            assert!(!dossier.visible_to(&hidden), "{stage:?} {hidden:?}");
        }
    }
}

// What pages offer.

#[test]
fn every_act_is_offered_or_says_why_not() {
    for stage in StageKind::ALL {
        let story = story_in(stage);
        for actor in everybody() {
            let offered = offers(&story.dossier, &actor, &story.context());
            assert_eq!(offered.len(), Kind::ALL.len());
            for offer in offered {
                if let Ok(effect) = offer.answer {
                    assert!(!effect.vietnamese.is_empty() && !effect.english.is_empty(), "{:?}", offer.kind);
                }
            }
        }
    }
}

#[test]
fn the_promised_date_is_the_date_given() {
    let story = given([]);
    let offered = offers(&story.dossier, &counter(), &story.context());
    let accept = offered.into_iter().find(|offer| offer.kind == Kind::Accept).unwrap();
    let promised = crate::time::long_moment(instant(DUE), Language::English);
    assert!(accept.answer.unwrap().english.contains(&promised));
}

// Refusals.

/// One of each variant; a variant that is added to the enum and not here does not compile.
macro_rules! every_refusal {
    ($($variant:ident => $refusal:expr,)*) => {
        fn every_refusal() -> Vec<Refusal> {
            vec![$($refusal),*]
        }

        fn name_of(refusal: &Refusal) -> &'static str {
            match refusal {
                $(Refusal::$variant { .. } => stringify!($variant),)*
            }
        }

        const NAMES: &[&str] = &[$(stringify!($variant)),*];
    };
}

every_refusal! {
    WrongStage => Refusal::WrongStage { stage: StageKind::Accepted },
    NotYourRole => Refusal::NotYourRole { role: Role::Counter },
    NotYourAgency => Refusal::NotYourAgency,
    NotYourUnit => Refusal::NotYourUnit,
    TakenByColleague => Refusal::TakenByColleague,
    OnlyTheApplicant => Refusal::OnlyTheApplicant,
    NotOnline => Refusal::NotOnline,
    PapersMissing => Refusal::PapersMissing { papers: vec!["Tờ khai".into()] },
    ReasonMissing => Refusal::ReasonMissing,
    NothingAsked => Refusal::NothingAsked,
    NothingGiven => Refusal::NothingGiven,
    DocumentMissing => Refusal::DocumentMissing,
    AmountMissing => Refusal::AmountMissing,
    AlreadyExtended => Refusal::AlreadyExtended { times: 1 },
    NoDueDate => Refusal::NoDueDate,
    DateNotLater => Refusal::DateNotLater { current: instant(DUE) },
    DateNotWorking => Refusal::DateNotWorking,
    NotTheLastStep => Refusal::NotTheLastStep,
    LastStepDecides => Refusal::LastStepDecides,
    CannotBeAssigned => Refusal::CannotBeAssigned,
    ResultFileMissing => Refusal::ResultFileMissing,
    NotDeliveredOnline => Refusal::NotDeliveredOnline,
    RecipientMissing => Refusal::RecipientMissing,
    AlreadyJoined => Refusal::AlreadyJoined,
    NoProcess => Refusal::NoProcess,
    OnlyTheProgram => Refusal::OnlyTheProgram,
    SameDate => Refusal::SameDate,
    LimitNotChosen => Refusal::LimitNotChosen,
    NoAgencyCode => Refusal::NoAgencyCode,
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let mut seen = std::collections::BTreeSet::new();
    for (refusal, name) in every_refusal().iter().zip(NAMES) {
        assert_eq!(name_of(refusal), *name);
        for language in [Language::Vietnamese, Language::English] {
            let sentence = refusal.sentence(language);
            assert!(sentence.len() > 10 && sentence.ends_with('.'), "{name}: {sentence}");
            assert!(seen.insert(sentence), "{name} says the same as another");
        }
    }
}
