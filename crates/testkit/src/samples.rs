//! A small agency, a procedure of it and a dossier led by the rules, for tests of what is shown of them.

use app::accounts::{Account, AccountKind};
use app::files::StoredFile;
use app::master_data::{CatalogueRows, DatedProcedure, MasterData};
use app::opening::Viewed;
use domain::Text;
use domain::agency::{Agency, AgencyCode, AgencyId, AgencyKind, DatedCode, Unit, UnitKey};
use domain::calendar::Calendar;
use domain::code::DossierCode;
use domain::deadline::Limit;
use domain::dossier::{
    Accept, Command, Context, Decide, Delivery, DossierId, DossierRun, FileDossier, FileFact, FinishStep,
    HandOver, Identity, IssuedResult, Outcome, PaperGiven, Parties, Party, PartyKind,
};
use domain::officer::{AccountId, Actor, Assurance, Officer, Role};
use domain::procedure::{Channel, Level, Method, Paper, Procedure, ProcedureCode, Process, Step};
use domain::rules::pack_on;
use domain::time::Instant;
use forms::{Dates, Question, QuestionKind};
use std::collections::BTreeMap;

/// Monday 2 March 2026 at nine: the clock of these samples stands there.
pub fn now() -> Instant {
    Instant::parse("2026-03-02T09:00").expect("a moment")
}

pub const AGENCY: AgencyId = AgencyId(1);
pub const APPLICANT: AccountId = AccountId(7);
/// The paper handed in and the result, as files name them.
const PAPER: i64 = 8;
const RESULT: i64 = 9;

fn file(id: i64) -> FileFact {
    FileFact { id, media: "application/pdf".into(), bytes: 9, sha256: String::new() }
}

pub fn agency() -> Agency {
    let unit = |key: &str, vi: &str, en: &str, intake| Unit {
        key: UnitKey(key.into()),
        name: Text::new(vi, en),
        intake,
    };
    let from = now().date().saturating_sub(jiff::ToSpan::years(1));
    Agency {
        id: AGENCY,
        key: "justice".into(),
        kind: AgencyKind::Department,
        name: Text::new("Sở Tư pháp", "Department of Justice"),
        address: "1 Lê Lợi".into(),
        phone: "0200 000 0001".into(),
        codes: vec![DatedCode { code: AgencyCode::parse("000.00.20.H99").expect("a code"), from, to: None }],
        from,
        to: None,
        successor: None,
        standings: Vec::new(),
        units: vec![
            unit("counter", "Bộ phận Một cửa", "One-stop counter", true),
            unit("registry", "Phòng Hộ tịch", "Civil status", false),
        ],
    }
}

/// Two steps, two papers, two questions; five working days.
pub fn procedure() -> Procedure {
    let step = |id: &str, vi: &str, en: &str, role| Step {
        id: id.into(),
        name: Text::new(vi, en),
        unit: UnitKey("registry".into()),
        role,
        hours: 8,
        product: Text::default(),
    };
    let paper = |id: &str, vi: &str, en: &str, required| Paper {
        id: id.into(),
        name: Text::new(vi, en),
        originals: 1,
        required,
        ..Paper::default()
    };
    let question = |id: &str, kind, vi: &str, en: &str| Question {
        id: id.into(),
        kind,
        label: Text::new(vi, en),
        hint: Text::default(),
        required: true,
    };
    let steps = vec![
        step("check", "Thẩm tra", "Check it", Role::Officer),
        step("sign", "Ký", "Sign it", Role::AgencyHead),
    ];
    Procedure {
        name: Text::new("Thủ tục đăng ký khai sinh", "Registering a birth"),
        short_name: Text::new("Đăng ký khai sinh", "Register a birth"),
        field: "civil-status".into(),
        methods: Channel::ALL.into_iter().map(|channel| method(channel, 5)).collect(),
        papers: vec![paper("form", "Tờ khai", "Application form", true), paper("map", "Sơ đồ", "Map", false)],
        form: forms::EForm {
            questions: vec![
                question("child", QuestionKind::Text { length_max: 100 }, "Tên trẻ", "Name of the child"),
                question("born", QuestionKind::Date(Dates::PAST), "Ngày sinh", "Date of birth"),
            ],
        },
        process: Process::of_list(1, "Đăng ký khai sinh", steps),
        ..Procedure::blank(ProcedureCode::parse("1.001193").expect("a code"))
    }
}

/// A way to file that takes so many working days and costs nothing.
pub fn method(channel: Channel, days: u32) -> Method {
    Method { channel, limit: Limit::WorkingDays(days), note: Text::default(), fees: Vec::new(), free: true }
}

/// Reference data of that agency and that procedure alone.
pub fn master_data() -> MasterData {
    let dated = DatedProcedure {
        procedure: procedure(),
        from: agency().from,
        to: None,
        closed_because: Text::default(),
    };
    let read =
        CatalogueRows { agencies: vec![agency()], procedures: vec![dated], ..CatalogueRows::default() };
    MasterData::of(read, now().date())
}

pub fn officer(role: Role) -> Officer {
    let unit = if role == Role::Counter { "counter" } else { "registry" };
    Officer {
        account: AccountId(20 + role as i64),
        agency: AGENCY,
        unit: UnitKey(unit.into()),
        roles: vec![role],
        name: "Trần Thị Bình".into(),
        title: Text::new("Chuyên viên", "Officer"),
        stands_for: None,
    }
}

/// Who applies, as they say it of themselves.
fn person() -> Party {
    Party {
        kind: PartyKind::Person,
        name: "Nguyễn Văn An".into(),
        identity: Identity { number: "001090000001".into(), ..Identity::default() },
        phone: "0900000001".into(),
        email: "an@example.vn".into(),
        address: "2 Lê Lợi".into(),
    }
}

/// Their account.
pub fn account() -> Account {
    let person = person();
    Account {
        id: APPLICANT,
        login: "an".into(),
        kind: AccountKind::Person,
        password: String::new(),
        name: person.name,
        identity: person.identity,
        phone: person.phone,
        email: person.email,
        confirmed_email: String::new(),
        address: person.address,
        assurance: Assurance::Password,
        disabled: false,
    }
}

/// A file of a draft, for the paper of this id.
pub fn draft_file(paper: &str, token: &str, media: &str, size: u64) -> StoredFile {
    StoredFile {
        id: 1,
        token: token.into(),
        sha256: String::new(),
        media: media.into(),
        size,
        name: format!("{token}.x"),
        stored_at: now(),
        draft: Some(1),
        paper: paper.into(),
        dossier: None,
        erased_under: None,
    }
}

pub fn applicant() -> Actor {
    Actor::Applicant { account: APPLICANT, assurance: Assurance::Password }
}

/// By which a file is asked for, in its address.
fn token(file: i64) -> String {
    format!("f{file}")
}

/// The token of the result.
pub fn result_token() -> String {
    token(RESULT)
}

/// A dossier led through acts, as it is looked at.
#[derive(Clone)]
pub struct SampleDossier {
    procedure: Procedure,
    run: DossierRun,
    pub now: Instant,
}

impl SampleDossier {
    /// Sent on the portal, its result to be delivered so.
    pub fn filed(delivery: Delivery) -> SampleDossier {
        let procedure = procedure();
        let owner = person();
        let filing = FileDossier {
            reference: domain::dossier::Reference::from_random([1; 10]),
            channel: Channel::Online,
            receiving: AGENCY,
            competent: AGENCY,
            level: Level::new(4).expect("four is a level"),
            owner_kind: None,
            trial: false,
            account: Some(APPLICANT),
            parties: Parties { owner, submitter: None },
            answers: [("child", "Nguyễn Văn Bình"), ("born", "2026-02-01")]
                .map(|(id, answer)| (id.to_string(), answer.to_string()))
                .into(),
            case: None,
            papers: vec![PaperGiven::new("form", 0, 1, Some(file(PAPER)))],
            file_names: BTreeMap::from([(PAPER, "to-khai.pdf".to_string())]),
            delivery,
            main: None,
        };
        let run = DossierRun::file(DossierId(1), &filing, &applicant(), &context(&procedure, now()));
        SampleDossier { run: run.expect("it may be filed"), procedure, now: now() }
    }

    /// Accepted under its code and handed over: the first step runs.
    pub fn running(delivery: Delivery) -> SampleDossier {
        let accepted = SampleDossier::filed(delivery).by(Role::Counter, Command::Accept(Accept::default()));
        let agency = agency();
        let code = agency.code_on(now().date()).expect("it has a code").clone();
        let code = DossierCode::new(code, now().date(), 1);
        let run = accepted.run.give_code(code, now());
        SampleDossier { run, ..accepted }.by(Role::Counter, Command::HandOver(HandOver))
    }

    /// Decided by the head after the first step.
    pub fn decided(delivery: Delivery, outcome: Outcome) -> SampleDossier {
        let decide = Decide {
            issued: IssuedResult::default(),
            late_words: String::new(),
            token: None,
            outcome,
            turned_out: None,
            document: "12/QĐ".into(),
            reason: if outcome == Outcome::Denied {
                "Không đủ điều kiện.".into()
            } else {
                String::new()
            },
            result: Some(file(RESULT)),
            file_names: BTreeMap::from([(RESULT, "ket-qua.pdf".to_string())]),
            late: None,
        };
        SampleDossier::running(delivery)
            .by(Role::Officer, Command::FinishStep(FinishStep::default()))
            .by(Role::AgencyHead, Command::Decide(decide))
    }

    pub fn by(self, role: Role, command: Command) -> SampleDossier {
        self.act(&Actor::Officer(officer(role)), command)
    }

    pub fn by_applicant(self, command: Command) -> SampleDossier {
        self.act(&applicant(), command)
    }

    fn act(self, actor: &Actor, command: Command) -> SampleDossier {
        let SampleDossier { procedure, run, now } = self;
        let run = run.act(actor, &command, &context(&procedure, now));
        SampleDossier { run: run.expect("the rules allow it"), procedure, now }
    }

    pub fn days_later(self, days: i64) -> SampleDossier {
        SampleDossier { now: self.now.plus_minutes(days * 24 * 60), ..self }
    }

    pub fn viewed(self) -> Viewed {
        let DossierRun { dossier, added } = self.run;
        let file = |fact: &FileFact| storage::file::File {
            id: fact.id,
            token: token(fact.id),
            sha256: String::new(),
            media: fact.media.clone(),
            size: fact.bytes,
            name: if fact.id == RESULT { "ket-qua.pdf" } else { "to-khai.pdf" }.into(),
            stored_at: self.now,
            draft: None,
            paper: String::new(),
            dossier: Some(dossier.id),
            erased_under: None,
        };
        let given = dossier.papers.iter().filter_map(|paper| paper.file.as_ref());
        let files = given.chain(&dossier.result).map(file).collect();
        Viewed {
            files,
            dossier,
            records: added.into(),
            names: Vec::new(),
            readings: Vec::new(),
            family: Vec::new(),
        }
    }
}

fn context(procedure: &Procedure, now: Instant) -> Context<'_> {
    static CALENDAR: std::sync::LazyLock<Calendar> = std::sync::LazyLock::new(Calendar::national);
    Context { now, calendar: &CALENDAR, receiving_calendar: &CALENDAR, pack: pack_on(now.date()), procedure }
}
