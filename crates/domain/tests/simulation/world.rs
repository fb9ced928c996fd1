//! Who is there, and the process they work by.

use crate::*;

pub fn step(id: &str, unit: &str, role: Role, hours: u32) -> Step {
    Step {
        id: id.into(),
        name: Text::new(id, id),
        unit: UnitKey(unit.into()),
        role,
        hours,
        product: Text::default(),
    }
}

pub fn paper(id: &str, required: bool) -> Paper {
    Paper { id: id.into(), name: Text::new(id, id), originals: 1, required, ..Paper::default() }
}

pub fn file_fact() -> FileFact {
    FileFact { id: 7, media: "application/pdf".into(), bytes: 1200, sha256: "00".repeat(32) }
}

pub fn officer(account: i64, agency: AgencyId, unit: &str, role: Role) -> Officer {
    Officer {
        account: AccountId(account),
        agency,
        unit: UnitKey(unit.into()),
        roles: vec![role],
        name: format!("Officer {account}"),
        title: Text::default(),
        stands_for: None,
    }
}

pub fn counter() -> Actor {
    Actor::Officer(officer(11, CENTRE, "intake", Role::Counter))
}

pub fn director() -> Officer {
    officer(26, DEPARTMENT, "leadership", Role::AgencyHead)
}

pub fn applicant(account: i64) -> Actor {
    Actor::Applicant { account: AccountId(account), assurance: Assurance::Password }
}

pub fn everybody() -> Vec<Actor> {
    let officers = [
        officer(21, DEPARTMENT, "registry", Role::Officer),
        officer(22, DEPARTMENT, "registry", Role::Officer),
        officer(23, DEPARTMENT, "legal", Role::Officer),
        officer(24, DEPARTMENT, "legal", Role::DivisionHead),
        officer(25, DEPARTMENT, "registry", Role::DivisionHead),
        officer(27, DEPARTMENT, "legal", Role::DivisionHead),
        director(),
        officer(31, CENTRE, "systems", Role::Administrator),
        officer(41, ELSEWHERE, "intake", Role::Counter),
        officer(42, ELSEWHERE, "registry", Role::Officer),
    ];
    let mut actors: Vec<Actor> = officers.into_iter().map(Actor::Officer).collect();
    actors.extend([counter(), applicant(90), applicant(91), Actor::System]);
    actors
}

/// By the drawing, with what another agency does in it.
pub fn process_drawn(steps: Vec<Step>) -> Process {
    let opinion = step("opinion", "legal", Role::DivisionHead, 6);
    let archive = LinkStep {
        id: "archive".into(),
        name: Text::new("Tra cứu lưu trữ", "Search the archive"),
        agency: ELSEWHERE,
        procedure: ProcedureCode::parse("1.001194").expect("a code"),
        minutes: 480,
    };
    let steps = steps.into_iter().chain([opinion]).collect();
    Process { version: 1, steps, links: vec![archive], drawing: drawing(), by_meaning: true }
}

/// What handing over meant before lists were drawn: the first step began, and nothing moved.
pub fn without_tokens(events: Vec<Event>) -> Vec<Event> {
    let plain = |mut event: Event| {
        if let Fact::StepStarted { token, .. } = &mut event.fact {
            *token = None;
        }
        (!matches!(event.fact, Fact::ProcessMoved { .. })).then_some(event)
    };
    events.into_iter().filter_map(plain).collect()
}

/// Somebody else gives an opinion while it is checked and another agency looks into its archive, or the check is so clear that both are dropped. The review,
/// by another than gave the opinion, may send it back once; nobody said what then.
pub fn drawing() -> Drawing {
    let flow = |id: &str, from: &str, to: &str, inside: &str| {
        format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>")
    };
    let bound = "<extensionElements><m:bound times=\"1\"/></extensionElements>";
    let when = |step: &str, key: &str| {
        format!("<conditionExpression>steps.{step}.outcome = \"{key}\"</conditionExpression>")
    };
    let flows = [
        flow("a", "begin", "merge", ""),
        flow("b", "merge", "inside", ""),
        flow("i", "first", "both", ""),
        flow("j", "both", "check", ""),
        flow("k", "both", "opinion", ""),
        flow("x", "both", "archive", ""),
        flow("y", "archive", "join", ""),
        flow("l", "check", "clear", ""),
        flow("m", "clear", "join", ""),
        flow("n", "clear", "enough", &when("check", "good")),
        flow("o", "opinion", "heard", ""),
        flow("q", "silent", "heard", ""),
        flow("r", "heard", "join", ""),
        flow("p", "join", "last", ""),
        flow("c", "inside", "review", ""),
        flow("d", "review", "good", ""),
        flow("e", "good", "merge", &format!("{bound}{}", when("review", "bad"))),
        flow("f", "good", "either", &when("review", "good")),
        flow("s", "either", "reply", ""),
        flow("t", "either", "late", ""),
        flow("u", "reply", "meet", ""),
        flow("v", "late", "meet", ""),
        flow("w", "meet", "sign", ""),
        flow("g", "sign", "end", ""),
    ];
    let outcomes = "<m:outcome key=\"good\"/><m:outcome key=\"bad\"/>";
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/><exclusiveGateway id=\"merge\"/><subProcess id=\"inside\">\
         <startEvent id=\"first\"/><parallelGateway id=\"both\"/>\
         <task id=\"check\"><extensionElements><m:step time=\"90m\">{outcomes}</m:step></extensionElements></task>\
         <task id=\"opinion\"/><serviceTask id=\"archive\"><extensionElements><m:step agency=\"elsewhere\" procedure=\"1.001194\"/>\
         </extensionElements></serviceTask>\
         <boundaryEvent id=\"silent\" attachedToRef=\"opinion\"><timerEventDefinition><timeDuration>PT6H</timeDuration>\
         </timerEventDefinition></boundaryEvent><exclusiveGateway id=\"heard\"/><exclusiveGateway id=\"clear\" default=\"m\"/><parallelGateway id=\"join\"/>\
         <endEvent id=\"enough\"><terminateEventDefinition/></endEvent><endEvent id=\"last\"/>{}</subProcess>\
         <task id=\"review\"><extensionElements><m:step apart-from=\"opinion\">{outcomes}</m:step>\
         </extensionElements></task><exclusiveGateway id=\"good\"/><eventBasedGateway id=\"either\"/>\
         <intermediateCatchEvent id=\"reply\"><messageEventDefinition/></intermediateCatchEvent>\
         <intermediateCatchEvent id=\"late\"><timerEventDefinition><timeDuration xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"tFormalExpression\">\
         if fee.asked = 150000 then null else duration(\"PT4H\")</timeDuration></timerEventDefinition></intermediateCatchEvent>\
         <exclusiveGateway id=\"meet\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}\
         </process></definitions>",
        flows[2..14].concat(),
        [&flows[..2], &flows[14..]].concat().concat()
    );
    Drawing::read(&source, &process::Names::open()).expect("it is read")
}
