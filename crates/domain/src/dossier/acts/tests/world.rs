//! The world of the stories, what happens in them with who does it, and every command.

use super::*;

// The world: a procedure of three steps in two divisions, and an officer of every role.

pub(super) fn procedure() -> Procedure {
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
        ..Paper::default()
    };
    let method = |channel: Channel| Method {
        channel,
        limit: Limit::WorkingDays(5),
        note: Text::default(),
        fees: Vec::new(),
        free: true,
    };
    Procedure {
        name: Text::new("Thủ tục thử", "A procedure"),
        short_name: Text::new("Thử", "Try"),
        field: "test".into(),
        methods: Channel::ALL.into_iter().map(method).collect(),
        papers: vec![paper("application", true), paper("map", false)],
        process: Process::of_list(
            1,
            "Thử",
            vec![
                step("check", "registry", Role::Officer, 8),
                step("review", "legal", Role::DivisionHead, 4),
                step("sign", "legal", Role::AgencyHead, 4),
            ],
        ),
        ..Procedure::blank(ProcedureCode::parse("1.001193").unwrap())
    }
}

pub(super) fn officer(account: i64, agency: AgencyId, division: &str, role: Role) -> Officer {
    Officer {
        account: AccountId(account),
        agency,
        unit: unit(division),
        roles: vec![role],
        name: format!("Officer {account}"),
        title: Text::default(),
        stands_for: None,
    }
}

pub(super) fn clerk() -> Officer {
    officer(21, DEPARTMENT, "registry", Role::Officer)
}

pub(super) fn second_clerk() -> Officer {
    officer(22, DEPARTMENT, "registry", Role::Officer)
}

pub(super) fn lawyer() -> Officer {
    officer(23, DEPARTMENT, "legal", Role::Officer)
}

pub(super) fn legal_head() -> Officer {
    officer(24, DEPARTMENT, "legal", Role::DivisionHead)
}

pub(super) fn registry_head() -> Officer {
    officer(25, DEPARTMENT, "registry", Role::DivisionHead)
}

pub(super) fn director() -> Officer {
    officer(26, DEPARTMENT, "leadership", Role::AgencyHead)
}

pub(super) fn administrator() -> Officer {
    officer(31, CENTRE, "systems", Role::Administrator)
}

pub(super) fn centre_head() -> Officer {
    officer(32, CENTRE, "leadership", Role::AgencyHead)
}

pub(super) fn counter() -> Actor {
    Actor::Officer(officer(11, CENTRE, "intake", Role::Counter))
}

pub(super) fn counter_elsewhere() -> Actor {
    Actor::Officer(officer(41, ELSEWHERE, "intake", Role::Counter))
}

pub(super) fn clerk_elsewhere() -> Actor {
    Actor::Officer(officer(42, ELSEWHERE, "registry", Role::Officer))
}

pub(super) fn director_elsewhere() -> Actor {
    Actor::Officer(officer(43, ELSEWHERE, "leadership", Role::AgencyHead))
}

pub(super) fn by(officer: Officer) -> Actor {
    Actor::Officer(officer)
}

pub(super) fn account(id: AccountId) -> Actor {
    Actor::Applicant { account: id, assurance: Assurance::Password }
}

pub(super) fn applicant() -> Actor {
    account(APPLICANT)
}

pub(super) fn everybody() -> Vec<Actor> {
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

pub(super) fn filing(channel: Channel) -> FileDossier {
    let online = channel == Channel::Online;
    FileDossier {
        reference: Reference::from_random([7; 10]),
        channel,
        receiving: CENTRE,
        competent: DEPARTMENT,
        level: Level::new(4).unwrap(),
        owner_kind: None,
        trial: false,
        account: online.then_some(APPLICANT),
        parties: Parties {
            owner: Party { identity: "099190000001".into(), ..Party::default() },
            submitter: None,
        },
        answers: forms::Answers::new(),
        case: None,
        papers: vec![PaperGiven::new("application", 1, 0, online.then(file_fact))],
        file_names: BTreeMap::new(),
        delivery: if online { Delivery::Online } else { Delivery::Counter },
        main: None,
    }
}

pub(super) fn file_fact() -> FileFact {
    FileFact { id: 7, media: "application/pdf".into(), bytes: 1200, sha256: "00".repeat(32) }
}

pub(super) fn filed_as(
    filing: &FileDossier,
    actor: &Actor,
    procedure: Procedure,
) -> Result<LedDossier, Refusal> {
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
    Ok(LedDossier { records, dossier, now, procedure, calendar })
}

pub(super) fn online() -> LedDossier {
    filed_as(&filing(Channel::Online), &applicant(), procedure()).expect("the applicant may file")
}

pub(super) fn direct() -> LedDossier {
    filed_as(&filing(Channel::Direct), &counter(), procedure()).expect("the counter may file")
}

// What happens in stories, with who does it.

pub(super) fn accepted() -> PastActs {
    (counter(), Command::Accept(Accept::default()))
}

pub(super) fn handed_over() -> PastActs {
    (counter(), Command::HandOver(HandOver))
}

pub(super) fn taken_by_clerk() -> PastActs {
    (by(clerk()), assign(clerk()))
}

pub(super) fn checked() -> PastActs {
    (by(clerk()), finish_step())
}

pub(super) fn reviewed() -> PastActs {
    (by(legal_head()), finish_step())
}

pub(super) fn granted() -> PastActs {
    (by(director()), decide_as(Outcome::Granted, "", Some(file_fact())))
}

pub(super) fn asked_to_complete() -> PastActs {
    (counter(), ask(&["map"], "Thiếu bản đồ"))
}

pub(super) fn paused() -> PastActs {
    (by(clerk()), pause_for_papers("12/TB", &["map"], ""))
}

pub(super) fn paused_for_fee() -> PastActs {
    (by(clerk()), pause_for_fee("13/TB", 150_000, "Phí thẩm định"))
}

// Commands.

pub(super) fn request(papers: &[&str], words: &str) -> Request {
    // Written always, so that stories may ask more than once.
    Request {
        papers: papers.iter().map(|paper| paper.to_string()).collect(),
        by: None,
        words: words.into(),
        why_again: "Mới phát hiện khi thẩm định".into(),
        reason_code: Some(ReasonCode::Missing),
        reasons: Vec::new(),
    }
}

pub(super) fn ask(papers: &[&str], words: &str) -> Command {
    Command::AskCompletion(AskCompletion { request: request(papers, words), document: String::new() })
}

pub(super) fn refuse(reason: &str) -> Command {
    Command::Refuse(Refuse { reason: reason.into(), ..Refuse::default() })
}

pub(super) fn complete(words: &str) -> Command {
    Command::Complete(Complete { papers: Vec::new(), file_names: BTreeMap::new(), words: words.into() })
}

pub(super) fn complete_with_paper(id: &str) -> Command {
    let paper = PaperGiven::new(id, 1, 0, None);
    Command::Complete(Complete { papers: vec![paper], file_names: BTreeMap::new(), words: String::new() })
}

pub(super) fn assign(to: Officer) -> Command {
    Command::Assign(Assign { token: None, to })
}

pub(super) fn finish_step() -> Command {
    Command::FinishStep(FinishStep { late: Some(LateCause::Workload), ..FinishStep::default() })
}

pub(super) fn send_back(to: &str, reason: &str) -> Command {
    Command::SendBack(SendBack { token: None, to: to.into(), reason: reason.into() })
}

pub(super) fn decide_as(outcome: Outcome, reason: &str, result: Option<FileFact>) -> Command {
    Command::Decide(decide_command(outcome, reason, result))
}

pub(super) fn decide_command(outcome: Outcome, reason: &str, result: Option<FileFact>) -> Decide {
    Decide {
        issued: IssuedResult::default(),
        turned_out: None,
        late_words: String::new(),
        token: None,
        outcome,
        document: "77/KQ".into(),
        reason: reason.into(),
        result,
        file_names: BTreeMap::new(),
        late: Some(LateCause::Workload),
    }
}

pub(super) fn pause_for_papers(document: &str, papers: &[&str], words: &str) -> Command {
    let cause = PauseFor::Applicant { request: request(papers, words) };
    Command::Pause(Pause { cause, document: document.into() })
}

pub(super) fn pause_for_fee(document: &str, amount: u64, words: &str) -> Command {
    let cause = PauseFor::Fee { amount, words: words.into() };
    Command::Pause(Pause { cause, document: document.into() })
}

pub(super) fn resume() -> Command {
    Command::Resume(Resume { words: "Đã nộp đủ".into() })
}

pub(super) fn extend_to(day: &str) -> Command {
    Command::Extend(Extend {
        to: date(day), document: "3/PXL".into(), reason: "Cần xác minh thêm".into()
    })
}

pub(super) fn stop(reason: &str) -> Command {
    Command::Stop(Stop {
        document: "4/TB".into(),
        reason: reason.into(),
        reason_code: Some(ReasonCode::NotPaid),
    })
}

pub(super) fn withdraw(words: &str) -> Command {
    Command::Withdraw(Withdraw { words: words.into(), reason_code: None })
}

pub(super) fn give_back(how: Delivery, recipient: &str) -> Command {
    Command::Return(Return { how, recipient: recipient.into() })
}

pub(super) fn judge(round: u32, fault: Option<AtFault>, proof: &str) -> Command {
    let words = "Thiếu chữ ký trong đơn".into();
    Command::JudgeRequest(JudgeRequest { round, fault, proof: proof.into(), words })
}

pub(super) fn phone(words: &str) -> Command {
    let (means, reason_code) = (ContactMeans::Telephone, Some(ReasonCode::ToExplain));
    Command::NoteContact(NoteContact { means, reason_code, words: words.into() })
}

/// In the land database, for a paper.
pub(super) fn look_up(found: bool, paper: &str) -> Command {
    let (paper, result) = (paper.into(), "KQ.G15.000031".into());
    Command::LookUp(LookUp { database: StateDatabase::Land, found, paper, result, words: String::new() })
}

pub(super) fn join(id: AccountId) -> Command {
    Command::JoinAccount(JoinAccount { account: id })
}

pub(super) fn recalculate() -> Command {
    Command::Recalculate(Recalculate)
}

/// One well-filled command of every kind.
pub(super) fn every_command() -> Vec<Command> {
    vec![
        Command::Accept(Accept::default()),
        ask(&["map"], "Thiếu bản đồ"),
        refuse("Không thuộc thẩm quyền"),
        complete_with_paper("map"),
        Command::HandOver(HandOver),
        assign(clerk()),
        finish_step(),
        send_back("check", "Thiếu căn cứ"),
        Command::Receive(Receive { event: "reply".into(), ..Receive::default() }),
        Command::ChangeProcess(ChangeProcess {
            to: Box::new(Process { version: 2, ..procedure().process }),
            decided_by: administrator().account,
        }),
        Command::TimeCame(TimeCame { token: 1, event: "late".into(), at: instant(DUE) }),
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
        Command::NoteAnswer(NoteAnswer::plain(1, Outcome::Granted, "9/TL")),
        Command::Recall(Recall),
        Command::Involve(Involve { officer: second_clerk(), how: Some(Involvement::Follow) }),
        judge(1, Some(AtFault::Applicant), "Biên bản 7"),
        Command::Remark(Remark { words: "Nên xác minh thêm".into() }),
        phone("Hỏi lại diện tích trong đơn"),
        look_up(true, "map"),
    ]
}

/// A story that has come to each stage.
pub(super) fn story_in(stage: StageKind) -> LedDossier {
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

pub(super) fn in_words(mut story: LedDossier) -> LedDossier {
    for method in &mut story.procedure.methods {
        method.limit = Limit::Words(Text::new("Theo kỳ họp của hội đồng", ""));
    }
    story
}

/// Accepted on Tuesday 3 March: due on Tuesday 10 March.
pub(super) fn due_on_a_tuesday() -> LedDossier {
    let story = given([]).at("2026-03-03T09:00").when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.due(), Some(instant("2026-03-10T17:00")));
    story
}
