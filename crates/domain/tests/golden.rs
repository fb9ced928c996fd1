//! Golden events: what was written years ago is read today, and written the same way again.
//!
//! A line of `golden/events.jsonl` is never changed once released; a new form gets a new line.

use domain::agency::{AgencyId, UnitKey};
use domain::code::DossierCode;
use domain::deadline::Limit;
use domain::dossier::{
    AtFault, Awaited, Basis, ContactMeans, Corrected, Delivery, DossierId, DossierOrigin, Fact, FileFact,
    Filed, Identified, Identity, IdentityKind, IdentityPaper, IdentityProvider, Involvement, IssuedResult,
    LateCause, Left, Main, Outcome, Owed, OwnerKind, PaperGiven, PaperReason, PaperSource, Particular,
    Parties, Party, PartyKind, PartyPart, Pinned, Private, ReasonCode, Reference, RemainingMinutes, Request,
    ResultMedium, StateDatabase, StepDue, StepMinutes, TimerMinutes,
};
use domain::officer::{AccountId, Assurance};
use domain::procedure::{Channel, Level, ProcedureCode};
use domain::rules::PackId;
use domain::time::Instant;
use jiff::civil::Date;
use process::{Finished, Item, Moved, State, Token};
use serde_json::Value;

const LINES: &str = include_str!("golden/events.jsonl");

/// One full sample of each variant; a variant that is added to the enum and not here does not compile.
macro_rules! samples {
    ($($variant:ident => $fact:expr,)*) => {
        fn samples() -> Vec<Fact> {
            vec![$($fact),*]
        }

        fn name_of(fact: &Fact) -> &'static str {
            match fact {
                $(Fact::$variant { .. } => stringify!($variant),)*
            }
        }

        const NAMES: &[&str] = &[$(stringify!($variant)),*];
    };
}

samples! {
    Submitted => Fact::Submitted {
        reference: Reference::parse("0123456789ABCDEF").unwrap(),
        channel: Channel::Online,
        pinned: Pinned {
            procedure: ProcedureCode::parse("1.001193").unwrap(),
            version: 1,
            process_version: 2,
            pack: PackId::Pack2018,
        },
        receiving: AgencyId(11),
        competent: AgencyId(12),
        helped_by: Some(AgencyId(13)),
        account: Some(AccountId(90)),
        external_code: Some("G01-2026-77".into()),
        case: Some("Trường hợp cấp lại".into()),
        main: Some(Main {
            dossier: DossierId(7),
            code: DossierCode::parse("000.00.20.H99-260302-0001").unwrap(),
            number: 2,
            minutes: 480,
        }),
        papers: vec![PaperGiven {
            paper: "application".into(),
            originals: 1,
            copies: 2,
            file: Some(FileFact {
                id: 7,
                media: "application/pdf".into(),
                bytes: 1200,
                sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            }),
            code: "000.00.00.G15-KQ1122".into(),
            source: Some(PaperSource::Digitised),
            result: "KQ.G15.000030".into(),
        }],
        delivery: Delivery::Post,
        answer_by: at("2026-03-03T09:30"),
        filed: Filed {
            level: Level::new(3),
            origin: Some(DossierOrigin::Portal),
            identified: Some(Identified { assurance: Assurance::Password, by: Some(IdentityProvider::Accounts) }),
            owner: Some(OwnerKind::StateBody),
            document: Some(british()),
            trial: true,
        },
    },
    CompletionAsked => Fact::CompletionAsked { request: request("application"), document: "5/HDHS".into() },
    RequestJudged => Fact::RequestJudged { round: 2, fault: AtFault::Applicant },
    Completed => Fact::Completed {
        papers: vec![PaperGiven {
            source: Some(PaperSource::Paper),
            ..PaperGiven::new("map", 0, 1, None)
        }],
        answer_by: Some(at("2026-03-03T09:30")),
    },
    Accepted => Fact::Accepted {
        arrival: at("2026-03-02T09:00"),
        limit: Limit::WorkingDays(5),
        due: Some(at("2026-03-09T17:00")),
        hand_over_by: at("2026-03-02T17:00"),
        steps_total: 3,
    },
    Numbered => Fact::Numbered { code: DossierCode::parse("000.00.20.H99-260302-0001").unwrap() },
    Refused => Fact::Refused { document: "6/TC".into(), reason_code: Some(ReasonCode::NotCompetent) },
    HandedOver => Fact::HandedOver { from: Some(unit("intake")), to: unit("registry") },
    StepStarted => Fact::StepStarted {
        step: "check".into(),
        unit: unit("registry"),
        due: at("2026-03-03T09:30"),
        token: Some(4),
    },
    StepFinished => Fact::StepFinished { step: "check".into(), outcome: Some("good".into()), token: Some(4), late: Some(LateCause::Workload) },
    Awaited => Fact::Awaited {
        token: 6,
        event: "late".into(),
        unit: unit("registry"),
        what: Awaited::Time {
            due: at("2026-03-03T09:30"),
            rest: Some(RemainingMinutes { from: at("2026-03-02T09:30"), minutes: 480 }),
        },
    },
    EventHappened => Fact::EventHappened { token: 6, event: "late".into() },
    SentBack => Fact::SentBack { step: "sign".into(), token: Some(9), to: "check".into(), undone: vec![1, 2], linked: vec![3], past: Some(2) },
    LinkedAnswered => Fact::LinkedAnswered {
        number: 1,
        event: "archive".into(),
        outcome: Outcome::Denied,
        document: "9/TL".into(),
        outside: true,
        result: Some(FileFact {
            id: 9,
            media: "application/pdf".into(),
            bytes: 1200,
            sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
        }),
    },
    LinkedRecalled => Fact::LinkedRecalled { number: 1 },
    PassedOn => Fact::PassedOn {},
    Recalled => Fact::Recalled {},
    StepDropped => Fact::StepDropped { step: "opinion".into(), token: 6 },
    ProcessMoved => Fact::ProcessMoved { moves: vec![moved()] },
    Assigned => Fact::Assigned { officer: AccountId(21), token: Some(4) },
    Released => Fact::Released { token: Some(4) },
    Involved => Fact::Involved { officer: AccountId(22), how: Involvement::Support },
    Uninvolved => Fact::Uninvolved { officer: AccountId(22) },
    Remarked => Fact::Remarked {},
    Contacted => Fact::Contacted { means: ContactMeans::Telephone, reason_code: Some(ReasonCode::ToExplain) },
    LookedUp => Fact::LookedUp {
        database: StateDatabase::CivilStatus,
        found: true,
        paper: Some(PaperGiven {
            code: "000.00.00.G15-KQ1123".into(),
            source: Some(PaperSource::Fetched),
            result: "KQ.G15.000031".into(),
            ..PaperGiven::new("birth", 0, 0, None)
        }),
    },
    MessageSent => Fact::MessageSent { event: "told".into() },
    PausedForApplicant => Fact::PausedForApplicant {
        request: request("map"),
        document: "12/TB".into(),
        left: Left { limit: Some(Limit::WorkingDays(3)), step_minutes: 360, steps: Vec::new(), timers: Vec::new() },
    },
    PausedForFee => Fact::PausedForFee {
        amount: 150_000,
        document: "13/TB".into(),
        left: Left {
            limit: Some(Limit::WorkingMinutes(95)),
            step_minutes: 0,
            steps: vec![StepMinutes { token: 4, minutes: 60 }, StepMinutes { token: 6, minutes: 0 }],
            timers: vec![TimerMinutes { token: 6, event: "late".into(), minutes: 30 }],
        },
    },
    Resumed => Fact::Resumed {
        from: Some(at("2026-03-06T17:00")),
        due: Some(at("2026-03-09T17:00")),
        basis: Some(Basis::Counted { from: at("2026-03-02T09:00"), limit: Limit::WorkingDays(3) }),
        step_due: Some(at("2026-03-03T09:30")),
        steps: vec![StepDue { token: 4, due: at("2026-03-03T09:30") }],
        owed: Some(Owed {
            from: at("2026-03-02T09:00"),
            limit: Limit::CalendarDays(5),
            due: at("2026-03-09T17:00"),
        }),
    },
    Extended => Fact::Extended {
        from: Some(at("2026-03-09T17:00")),
        to: at("2026-03-12T17:00"),
        document: "3/PXL".into(),
        late: true,
    },
    OwnDatesRecalculated => Fact::OwnDatesRecalculated {
        answer_by: None,
        hand_over_by: Some(at("2026-03-03T17:00")),
        step_due: Some(at("2026-03-05T10:00")),
        steps: vec![StepDue { token: 6, due: at("2026-03-05T10:00") }],
        legal: Some(at("2026-03-11T17:00")),
    },
    BecameLate => Fact::BecameLate { due: at("2026-03-09T17:00"), cause: Some(LateCause::OtherAgency) },
    LateExplained => Fact::LateExplained { cause: LateCause::Workload },
    DueRecalculated => Fact::DueRecalculated {
        from: at("2026-03-09T17:00"),
        to: at("2026-03-10T17:00"),
    },
    ProcessChanged => Fact::ProcessChanged {
        version: 3,
        token: Some(9),
        steps_total: 4,
        decided_by: AccountId(31),
    },
    Decided => Fact::Decided {
        outcome: Outcome::Granted,
        document: "77/KQ".into(),
        result: Some(FileFact {
            id: 8,
            media: "image/png".into(),
            bytes: 4096,
            sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
        }),
        issued: IssuedResult {
            date: Some(Date::constant(2026, 3, 6)),
            code: Some("KQ.G15.000031".into()),
            medium: Some(ResultMedium::Both),
            in_part: true,
            on_the_spot: true,
        },
        margin: Some(-95),
        took: Some(7),
    },
    Returned => Fact::Returned { how: Delivery::Online },
    Withdrawn => Fact::Withdrawn { reason_code: Some(ReasonCode::NoLongerWanted) },
    Corrected => Fact::Corrected { what: Particular::Owner(PartyPart::Paper), document: Some(british()) },
    Stopped => Fact::Stopped { document: "4/TB".into(), reason_code: Some(ReasonCode::NotPaid) },
    AccountJoined => Fact::AccountJoined { account: AccountId(90), by_officer: true },
}

fn private_sample() -> Private {
    let owner = Party {
        kind: PartyKind::Person,
        name: "Nguyễn Văn An".into(),
        identity: "099123456789".into(),
        phone: "0912345678".into(),
        email: "an@vidu.vn".into(),
        address: "Số 1, đường Hồ Sen".into(),
    };
    let submitter =
        Party { kind: PartyKind::Organisation, name: "Công ty Hồ Vân".into(), ..Party::default() };
    Private {
        parties: Some(Parties { owner, submitter: Some(submitter) }),
        answers: [("child-name", "Nguyễn Thị Bình"), ("child-born", "2026-02-20")]
            .map(|(id, answer)| (id.to_string(), answer.to_string()))
            .into(),
        file_names: [(7, "to-khai.pdf".to_string())].into(),
        words: "Bản đã nộp bị mờ.".into(),
        why_again: "Bản đồ chỉ thấy thiếu khi kiểm tra thực địa.".into(),
        proof: "Biên bản 7".into(),
        recipient: "Nguyễn Văn An".into(),
        corrected: Some(Corrected {
            before: "Nguyễn Văn Ân".into(),
            after: "Nguyễn Văn An".into(),
            proof: "Giấy khai sinh số 5/2026".into(),
        }),
        values: vec![[("level".to_string(), "high".into()), ("#6.1".to_string(), "tax".into())].into()],
    }
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn british() -> IdentityPaper {
    IdentityPaper { kind: IdentityKind::Passport, country: "GB".into() }
}

fn unit(key: &str) -> UnitKey {
    UnitKey(key.into())
}

fn request(paper: &str) -> Request {
    // The words are private: they never lie among the facts.
    Request {
        papers: vec![paper.into()],
        by: Some(Date::constant(2026, 3, 20)),
        reason_code: Some(ReasonCode::Missing),
        reasons: vec![PaperReason { paper: paper.into(), code: ReasonCode::Expired }],
        ..Request::default()
    }
}

fn lines() -> Vec<Value> {
    LINES
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect()
}

fn is_fact(line: &Value) -> bool {
    line.get("fact").is_some()
}

/// Every state a token can be in.
fn moved() -> Moved {
    let token = |id: u32, state: State| Token {
        id,
        at: format!("element-{id}"),
        within: 2,
        state,
        happened: vec!["late".to_string()].into(),
        held: [].into(),
        item: None,
        round: 1,
    };
    let item = |number: u32| Item { number, name: "unit".into(), value: Value::Null };
    Moved {
        passed: vec!["start".into(), "check".into()],
        left: vec![1],
        entered: vec![
            token(2, State::Open),
            token(3, State::Arrived { by: "flow".into() }),
            token(5, State::Each { total: 3, done: 1, rest: vec![item(3)] }),
            Token { item: Some(item(1)), ..token(6, State::Waiting) },
            Token { held: ["wrong".to_string()].into(), ..token(8, State::Waiting) },
            token(9, State::Returning { of: 3, rest: vec![1] }),
        ],
        last: 6,
        values: [].into(),
        taken: [("back@2".to_string(), 1)].into(),
        returned: vec![(7, 1)],
        undone: vec![1, 5],
        finished: vec![Finished { token: 4, at: "check".into(), within: 2, item: Some(item(1)) }],
        settled: vec![3],
    }
}

#[test]
fn what_was_written_is_read_and_written_the_same() {
    for line in lines() {
        let again = if is_fact(&line) {
            let fact: Fact =
                serde_json::from_value(line.clone()).unwrap_or_else(|error| panic!("{line}: {error}"));
            serde_json::to_value(&fact)
        } else {
            let private: Private =
                serde_json::from_value(line.clone()).unwrap_or_else(|error| panic!("{line}: {error}"));
            serde_json::to_value(&private)
        };
        assert_eq!(again.unwrap(), line);
    }
}

#[test]
fn every_form_of_a_fact_has_its_line() {
    let lines = lines();
    for (fact, name) in samples().iter().zip(NAMES) {
        assert_eq!(name_of(fact), *name);
        let written = serde_json::to_value(fact).unwrap();
        assert!(lines.contains(&written), "events.jsonl has no line for {written}");
    }
}

#[test]
fn a_line_means_what_it_meant() {
    let read: Vec<Fact> = lines()
        .into_iter()
        .filter(is_fact)
        .map(|line| serde_json::from_value(line).expect("the other test names the line"))
        .collect();
    for fact in samples() {
        assert!(read.contains(&fact), "no line is read as {fact:?}");
    }
}

#[test]
fn the_private_part_has_its_line() {
    let written = serde_json::to_value(private_sample()).unwrap();
    assert!(lines().contains(&written), "events.jsonl has no line for {written}");
    let empty = serde_json::to_value(Private::default()).unwrap();
    assert!(lines().contains(&empty), "nothing private is written as nothing");
}

#[test]
fn an_identity_of_another_kind_has_its_line() {
    let (passport, card) = (IdentityKind::Passport, IdentityKind::ResidenceCard);
    for (number, kind, country) in [("123 456 789", passport, "GB"), ("DN 1234567", card, "")] {
        let identity = Identity::read(number, Some(kind), country).unwrap();
        let owner = Party { name: "John Smith".into(), identity, ..Party::default() };
        let parties = Some(Parties { owner, submitter: None });
        let written = serde_json::to_value(Private { parties, ..Private::default() }).unwrap();
        assert!(lines().contains(&written), "events.jsonl has no line for {written}");
    }
}

#[test]
fn a_field_nobody_knew_yet_is_passed_over() {
    let older: Fact = serde_json::from_str(r#"{"fact":"returned","how":"post","courier":"VNPost"}"#).unwrap();
    assert_eq!(older, Fact::Returned { how: Delivery::Post });
}

#[test]
fn what_is_private_never_lies_among_the_facts() {
    let request = Request { words: "Lời riêng tư".into(), ..request("map") };
    let written = serde_json::to_string(&Fact::CompletionAsked { request, document: String::new() }).unwrap();
    assert!(!written.contains("riêng tư"), "{written}");
}
