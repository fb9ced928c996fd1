//! Taking a drawing into use: who does what, and whether there is time, in every agency that works by it.

use super::*;
use crate::adopt::{Adoption, AdoptionContext, Doubt, Lack, LackKind, Other, adopt};
use crate::agency::{Agency, AgencyKind, Unit};

fn agency(id: AgencyId, units: &[&str]) -> Agency {
    let unit = |key: &&str| Unit { key: unit(key), name: Text::new(*key, *key), intake: false };
    Agency {
        id,
        key: format!("agency-{}", id.0),
        kind: AgencyKind::Province,
        name: Text::new("Cơ quan", "An agency"),
        address: String::new(),
        phone: String::new(),
        codes: Vec::new(),
        from: date("2020-01-01"),
        to: None,
        successor: None,
        standings: Vec::new(),
        units: units.iter().map(unit).collect(),
    }
}

/// A process of these elements one after the other, with other processes beside it.
fn file(elements: &[String], beside: &str) -> String {
    let mut body = String::from("<startEvent id=\"s\"/><endEvent id=\"e\"/>");
    let mut last = "s".to_string();
    for (number, element) in elements.iter().enumerate() {
        body.push_str(element);
        let id = element.split("id=\"").nth(1).unwrap().split('"').next().unwrap();
        body.push_str(&format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{last}\" targetRef=\"{id}\"/>"));
        last = id.to_string();
    }
    body.push_str(&format!("<sequenceFlow id=\"f\" sourceRef=\"{last}\" targetRef=\"e\"/>"));
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\" isExecutable=\"true\">{body}</process>{beside}</definitions>"
    )
}

fn step(id: &str, time: &str, inside: &str) -> String {
    format!(
        "<userTask id=\"{id}\" name=\"{id}\"><extensionElements><m:step unit=\"registry\" role=\"officer\" time=\"{time}\"/>\
         </extensionElements>{inside}</userTask>"
    )
}

fn adopted(source: &str, others: &[Other]) -> Adoption {
    adopted_for(&given([]), source, others)
}

fn adopted_for(story: &LedDossier, source: &str, others: &[Other]) -> Adoption {
    let (agency, officers) = (agency(DEPARTMENT, &["registry", "legal"]), [clerk()]);
    let place = AdoptionContext {
        procedure: &story.procedure,
        agency: &agency,
        officers: &officers,
        calendar: &story.calendar,
        from: date("2026-03-02"),
        elsewhere: &|_| Err(LackKind::NoTime),
        others,
    };
    adopt(source, &place).unwrap()
}

#[test]
fn a_process_begun_by_a_message_begins_where_a_dossier_is_filed() {
    let begun = |by: &str| {
        let start = format!("<startEvent id=\"s\">{by}</startEvent>");
        adopted(&file(&[step("a", "8h", "")], "").replace("<startEvent id=\"s\"/>", &start), &[]).lacks
    };
    assert_eq!(begun("<messageEventDefinition/>"), []);
    let timer = begun("<timerEventDefinition><timeDuration>2 ngày</timeDuration></timerEventDefinition>");
    assert!(timer.iter().any(|lack| lack.what == LackKind::NotInADossier), "{timer:?}");
}

#[test]
fn who_does_a_step_and_how_long_it_takes_is_proposed_where_the_drawing_does_not_say_it() {
    let story = given([]);
    let mut agency = agency(DEPARTMENT, &["registry", "legal", "heads"]);
    agency.units[0].name = Text::new("Phòng Hộ tịch", "Civil status");
    agency.units[1].name = Text::new("Phòng Bổ trợ tư pháp", "Legal support");
    agency.units[2].name = Text::new("Lãnh đạo Sở", "Leaders");
    let head = Officer { unit: unit("heads"), roles: vec![Role::AgencyHead], ..clerk() };
    let officers = [clerk(), head];
    let place = AdoptionContext {
        procedure: &story.procedure,
        agency: &agency,
        officers: &officers,
        calendar: &story.calendar,
        from: date("2026-03-02"),
        elsewhere: &|_| Err(LackKind::NoTime),
        others: &[],
    };
    let lanes = [
        ("a", "Phong ho tich"),
        ("b", "Trưởng phòng Bổ trợ"),
        ("c", "Lãnh đạo Sở"),
        ("d", "Bộ phận khác"),
        ("w", "registry"),
    ];
    let drawn = |timed: &str| {
        let steps = ["a", "b", "c", "d"].map(|id| format!("<userTask id=\"{id}\" name=\"{id}\"/>"));
        let steps = [steps.as_slice(), &[step("w", timed, "")]].concat();
        let lanes = lanes.map(|(id, name)| {
            format!("<lane id=\"l{id}\" name=\"{name}\"><flowNodeRef>{id}</flowNodeRef></lane>")
        });
        let lanes = format!("<laneSet id=\"l\">{}</laneSet><startEvent id=\"s\"/>", lanes.concat());
        file(&steps, "").replacen("<startEvent id=\"s\"/>", &lanes, 1)
    };
    let proposed = adopt(&drawn("8h"), &place).unwrap();
    let told: Vec<_> = proposed
        .unsaid
        .iter()
        .map(|it| (it.step.as_str(), it.unit.as_ref().map(|unit| unit.0.as_str()), it.role))
        .collect();
    assert_eq!(
        told,
        [
            ("a", Some("registry"), Role::Officer),
            ("b", Some("legal"), Role::DivisionHead),
            ("c", Some("heads"), Role::AgencyHead),
            ("d", None, Role::Officer),
        ]
    );
    // Five days, one of them taken: a day for each of the four, and what is proposed fits.
    assert!(proposed.unsaid.iter().all(|it| it.time.map(|time| time.minutes()) == Some(480)));
    let nothing_left = adopt(&drawn("48h"), &place).unwrap();
    assert!(nothing_left.unsaid.iter().all(|it| it.time.is_none()), "{:?}", nothing_left.unsaid);
    assert!(proposed.lacks.iter().filter(|lack| !lack.step.is_empty()).all(|lack| proposed.is_unsaid(lack)));
}

#[test]
fn what_fits_at_the_opening_may_be_tight_at_the_close() {
    // Five working days, of seven and a half hours here: official tables use up the limit to the last.
    for table in [&["40h"][..], &["3 ngày", "1 ngày", "8h"]] {
        let steps: Vec<String> =
            table.iter().enumerate().map(|(number, time)| step(&format!("a{number}"), time, "")).collect();
        let fits = adopted(&file(&steps, ""), &[]);
        assert_eq!((fits.lacks, fits.doubts), (vec![], vec![]));
    }
    let tight = adopted(&file(&[step("a", "44h", "")], ""), &[]);
    assert!(tight.is_usable() && !tight.needs_approval());
    assert_eq!(tight.doubts, [Doubt::LateInTheDay { hours: 44, accepted: date("2026-03-02") }]);
    let long = adopted(&file(&[step("a", "52h", "")], ""), &[]);
    assert!(matches!(long.lacks.as_slice(), [Lack { what: LackKind::TooLong { hours: 52, .. }, .. }]));
    assert!(
        long.lacks[0]
            .what
            .sentence(crate::Language::Vietnamese)
            .contains("6 ngày 4 giờ, quá thời hạn 5 ngày")
    );
}

#[test]
fn the_limit_of_every_way_to_apply_is_kept() {
    let mut story = given([]);
    for method in &mut story.procedure.methods {
        if method.channel == Channel::Postal {
            method.limit = Limit::WorkingDays(1);
        }
    }
    let lacks = adopted_for(&story, &file(&[step("a", "20h", "")], ""), &[]).lacks;
    let shorter = Limit::WorkingDays(1);
    assert!(
        matches!(lacks.as_slice(), [Lack { what: LackKind::TooLong { limit, .. }, .. }] if *limit == shorter),
        "{lacks:?}"
    );
}

#[test]
fn what_is_done_again_takes_its_time_again() {
    let again = "<standardLoopCharacteristics loopMaximum=\"5\"><loopCondition>form.x = 1</loopCondition></standardLoopCharacteristics>";
    let each = |how: &str, list: &str| {
        format!(
            "<multiInstanceLoopCharacteristics isSequential=\"{how}\"><loopCardinality>{list}</loopCardinality></multiInstanceLoopCharacteristics>"
        )
    };
    let too_long = |inside: &str| {
        let lacks = adopted(&file(&[step("a", "10h", inside)], ""), &[]).lacks;
        lacks.iter().any(|lack| matches!(lack.what, LackKind::TooLong { hours: 50, .. }))
    };
    assert!(too_long(again) && too_long(&each("true", "5")));
    assert!(!too_long("") && !too_long(&each("false", "5")), "at once they take as long as one");
    let unknown = adopted(&file(&[step("a", "1h", &each("true", "fee.amount"))], ""), &[]);
    let what: Vec<&LackKind> = unknown.lacks.iter().map(|lack| &lack.what).collect();
    assert_eq!(what, [&LackKind::OneAfterTheOther]);
}

#[test]
fn what_is_done_by_somebody_else_each_time_needs_as_many() {
    let each = |count: &str, apart: &str| {
        let at_once = format!(
            "<multiInstanceLoopCharacteristics><loopCardinality>{count}</loopCardinality></multiInstanceLoopCharacteristics>"
        );
        let source = file(&[step("a", "1h", &at_once)], "").replace("role=", &format!("{apart} role="));
        adopted(&source, &[]).lacks
    };
    assert_eq!(each("2", ""), []);
    let lacks = each("2", "apart-from=\"a\"");
    let what: Vec<&LackKind> = lacks.iter().map(|lack| &lack.what).collect();
    assert!(matches!(what.as_slice(), [LackKind::TooFew { needed: 2, there: 1, .. }]), "{what:?}");
    assert_eq!(each("1", "apart-from=\"a\""), []);
}

/// Without a memory each call would be looked at anew, three times three times three …
#[test]
fn calls_that_call_each_other_are_looked_at_once() {
    let calls = |of: &str| {
        let call = |number: u32| format!("<callActivity id=\"call-{of}-{number}\" calledElement=\"{of}\"/>");
        (0..3).map(call).collect::<Vec<_>>()
    };
    let itself = adopted(&file(&calls("main"), ""), &[]);
    assert!(!itself.is_usable());
    let mut beside = String::new();
    for level in 0..40 {
        let called = calls(&format!("p{}", level + 1)).concat();
        beside.push_str(&format!("<process id=\"p{level}\">{called}</process>"));
    }
    beside.push_str(&format!("<process id=\"p40\">{}</process>", step("a", "1h", "")));
    let deep = adopted(&file(&calls("p0"), &beside), &[]);
    assert!(deep.lacks.iter().all(|lack| !matches!(lack.what, LackKind::NoSteps)), "{:?}", deep.lacks);
}

#[test]
fn other_agencies_that_work_by_it_are_looked_at_too() {
    let story = given([]);
    let (ready, bare) = (agency(ELSEWHERE, &["registry"]), agency(CENTRE, &["other"]));
    let officers = [officer(42, ELSEWHERE, "registry", Role::Officer)];
    let festival = story.clone().with_day_off("2026-03-04").calendar;
    let source = file(&[step("a", "37h", "")], "");
    let other = Other { agency: &ready, officers: &officers, calendar: &story.calendar };
    let fine = adopted(&source, &[other]);
    assert_eq!((fine.doubts.as_slice(), fine.needs_approval()), (&[][..], false));
    let nobody = Other { agency: &ready, officers: &[], calendar: &festival };
    let nowhere = Other { agency: &bare, officers: &officers, calendar: &story.calendar };
    let doubts = adopted(&source, &[nobody, nowhere]);
    let what: Vec<&LackKind> = doubts
        .doubts
        .iter()
        .map(|doubt| match doubt {
            Doubt::Elsewhere { lack, .. } => &lack.what,
            _ => panic!("{doubt:?}"),
        })
        .collect();
    assert!(matches!(what.as_slice(), [LackKind::Nobody { .. }, LackKind::UnknownUnit { .. }]), "{what:?}");
    assert!(doubts.is_usable() && doubts.needs_approval(), "somebody answers for it by name");
    for language in [crate::Language::Vietnamese, crate::Language::English] {
        assert!(doubts.doubts.iter().all(|doubt| !doubt.sentence(language).is_empty()));
    }
}

/// Registering and sealing after the head has signed would make an officer decide.
#[test]
fn a_last_step_of_an_officer_after_a_heads_is_told() {
    let head = step("sign", "1h", "").replace("role=\"officer\"", "role=\"division-head\"");
    let [last, first] = [step("seal", "1h", ""), step("check", "1h", "")];
    let told = |steps: &[String]| adopted(&file(steps, ""), &[]).doubts;
    let sealed = told(&[first.clone(), head.clone(), last]);
    assert_eq!(sealed, [Doubt::DecidedByAnOfficer { step: "seal".into() }]);
    assert_eq!(told(&[first.clone(), head.clone()]), []);
    let reminder = format!(
        "<boundaryEvent id=\"late\" attachedToRef=\"check\" cancelActivity=\"false\"><timerEventDefinition>\
         <timeDuration>PT30M</timeDuration></timerEventDefinition></boundaryEvent>{}<endEvent id=\"reminded\"/>\
         <sequenceFlow id=\"r1\" sourceRef=\"late\" targetRef=\"remind\"/>\
         <sequenceFlow id=\"r2\" sourceRef=\"remind\" targetRef=\"reminded\"/></process>",
        step("remind", "1h", "")
    );
    let reminded = file(&[first.clone(), head], "").replacen("</process>", &reminder, 1);
    assert_eq!(adopted(&reminded, &[]).doubts, [], "who is reminded decides nothing");
    assert_eq!(told(&[first]), [], "where no head does anything nobody is missed");
}

#[test]
fn a_link_is_run_as_the_line_it_stands_for() {
    let half =
        |event: &str, id: &str| format!("<{event} id=\"{id}\"><linkEventDefinition name=\"A\"/></{event}>");
    let linked = |time: &str| {
        let (leaves, arrives) =
            (half("intermediateThrowEvent", "leaves"), half("intermediateCatchEvent", "arrives"));
        let elements = [step("a", "12h", ""), leaves, arrives, step("b", time, "")];
        let line = "<sequenceFlow id=\"f2\" sourceRef=\"leaves\" targetRef=\"arrives\"/>";
        let drawn = file(&elements, "");
        assert!(drawn.contains(line));
        adopted(&drawn.replace(line, ""), &[])
    };
    let fits = linked("12h");
    assert_eq!((fits.lacks, fits.doubts), (vec![], vec![]));
    // What comes after it takes its time too.
    let long = linked("40h");
    assert!(
        matches!(long.lacks.as_slice(), [Lack { what: LackKind::TooLong { hours: 52, .. }, .. }]),
        "{:?}",
        long.lacks
    );
}

#[test]
fn what_returns_a_step_is_a_step_and_counts_for_the_limit() {
    let drawn = |time: &str, unit: &str| {
        let throw =
            "<intermediateThrowEvent id=\"back\"><compensateEventDefinition/></intermediateThrowEvent>";
        let returns = "<boundaryEvent id=\"returned\" attachedToRef=\"a\"><compensateEventDefinition/></boundaryEvent>\
                       <association id=\"line\" sourceRef=\"returned\" targetRef=\"take\"/>";
        let take = step("take", time, "").replace("<userTask ", "<userTask isForCompensation=\"true\" ");
        let take = take.replace("unit=\"registry\"", unit);
        let source = file(&[step("a", "12h", ""), throw.into(), step("b", "12h", "")], "");
        adopted(&source.replace("</process>", &format!("{returns}{take}</process>")), &[])
    };
    let fits = drawn("8h", "unit=\"registry\"");
    assert_eq!((fits.findings, fits.lacks, fits.doubts), (vec![], vec![], vec![]));
    let long = drawn("40h", "unit=\"registry\"");
    assert!(
        matches!(long.lacks.as_slice(), [Lack { what: LackKind::TooLong { hours: 64, .. }, .. }]),
        "{:?}",
        long.lacks
    );
    let nobody = drawn("8h", "");
    assert_eq!(nobody.lacks, [Lack { step: "take".into(), what: LackKind::NoUnit }]);
}

#[test]
fn a_condition_that_is_waited_for_may_not_end_it_with_nobody_deciding() {
    let event = |to: &str| {
        format!(
            "<boundaryEvent id=\"sure\" attachedToRef=\"a\"><conditionalEventDefinition><condition>form.area &gt; 5</condition>\
             </conditionalEventDefinition></boundaryEvent><sequenceFlow id=\"x\" sourceRef=\"sure\" targetRef=\"{to}\"/>"
        )
    };
    let source = file(&[step("a", "4h", ""), "<exclusiveGateway id=\"m\"/>".into(), step("b", "4h", "")], "");
    let adopted = |to: &str| adopted(&source.replace("</process>", &format!("{}</process>", event(to))), &[]);
    // The procedure of the test asks for no area.
    let unknown = adopted("m");
    assert!(unknown.findings.iter().any(|found| found.element == "sure"), "{:?}", unknown.findings);
    let ends = adopted("e");
    assert!(
        ends.lacks.contains(&Lack { step: "sure".into(), what: LackKind::EndsUndecided }),
        "{:?}",
        ends.lacks
    );
}

#[test]
fn a_role_that_is_read_from_words_is_asked_about() {
    let with = |role: &str| {
        let source =
            file(&[step("a", "1h", "")], "").replace("role=\"officer\"", &format!("role=\"{role}\""));
        adopted(&source, &[])
    };
    assert_eq!(with("Chuyên viên").lacks, []);
    let read = with("CV phòng cũ");
    let what: Vec<&LackKind> = read.lacks.iter().map(|lack| &lack.what).collect();
    assert!(matches!(what.as_slice(), [LackKind::RoleRead { role: Role::Officer, .. }]), "{what:?}");
    assert!(read.unsaid.iter().any(|unsaid| unsaid.step == "a" && unsaid.role == Role::Officer));
    assert!(!read.is_usable());
}

#[test]
fn the_counter_does_a_step_that_was_kept_and_decides_nothing() {
    let story = given([]);
    let mut agency = agency(DEPARTMENT, &["registry", "intake"]);
    agency.units[1] = Unit {
        name: Text::new("Bộ phận Một cửa", "One-stop counter"),
        intake: true,
        ..agency.units[1].clone()
    };
    let counter = Officer { unit: unit("intake"), roles: vec![Role::Counter], ..clerk() };
    let read = |officers: &[Officer], source: &str| {
        let place = AdoptionContext {
            procedure: &story.procedure,
            agency: &agency,
            officers,
            calendar: &story.calendar,
            from: date("2026-03-02"),
            elsewhere: &|_| Err(LackKind::NoTime),
            others: &[],
        };
        adopt(source, &place).unwrap()
    };
    let hands_out = "<userTask id=\"out\" name=\"Liên hệ người nộp\"><extensionElements><m:step role=\"Cán bộ một cửa\"/>\
                     </extensionElements></userTask>";
    let open = file(&[step("a", "8h", ""), hands_out.to_string()], "");
    let proposed = |officers: &[Officer]| {
        let found = read(officers, &open);
        found.unsaid.into_iter().map(|it| (it.unit.map(|unit| unit.0), it.role)).collect::<Vec<_>>()
    };
    assert_eq!(proposed(&[clerk(), counter.clone()]), [(Some("intake".to_string()), Role::Counter)]);
    assert!(proposed(&[clerk()]).iter().all(|(_, role)| *role != Role::Counter), "nobody has that role here");
    let said = hands_out.replace(
        "<m:step role=\"Cán bộ một cửa\"/>",
        "<m:step unit=\"intake\" role=\"counter\" time=\"1h\"/>",
    );
    let decided = |steps: &[String]| {
        let lacks = read(&[clerk(), counter.clone()], &file(steps, "")).lacks;
        lacks.into_iter().any(|lack| lack.what == LackKind::DecidedAtTheCounter)
    };
    assert!(decided(&[step("a", "8h", ""), said.clone()]));
    assert!(!decided(&[said, step("a", "8h", "")]));
}

#[test]
fn of_what_is_only_drawn_nothing_is_asked() {
    let pool = "<process id=\"other\"><startEvent id=\"os\"><timerEventDefinition><timeDuration>P1D</timeDuration>\
                </timerEventDefinition></startEvent><serviceTask id=\"ot\"/><intermediateCatchEvent id=\"ow\"><timerEventDefinition/>\
                </intermediateCatchEvent><endEvent id=\"oe\"/><sequenceFlow id=\"o1\" sourceRef=\"os\" targetRef=\"ot\"/>\
                <sequenceFlow id=\"o2\" sourceRef=\"ot\" targetRef=\"ow\"/><sequenceFlow id=\"o3\" sourceRef=\"ow\" targetRef=\"oe\"/>\
                </process>";
    let found = adopted(&file(&[step("a", "8h", "")], pool), &[]);
    assert_eq!((found.lacks.as_slice(), found.open.len()), ([].as_slice(), 0), "{:?}", found.open);
}

#[test]
fn each_end_says_what_it_decides() {
    let reminder = "<boundaryEvent id=\"late\" attachedToRef=\"a\" cancelActivity=\"false\"><timerEventDefinition>\
                    <timeDuration>PT30M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"told\"/>\
                    <sequenceFlow id=\"r1\" sourceRef=\"late\" targetRef=\"told\"/></process>";
    let source = file(&[step("a", "8h", "")], "").replacen("</process>", reminder, 1);
    let meant = |end: &str| {
        let source = source.replacen("<endEvent id=\"e\"/>", end, 1);
        let found = adopted(&source, &[]).process.drawing;
        let ends = crate::adopt::ends(&found);
        let told = |(node, means): &(usize, crate::adopt::EndMeaning)| {
            (found.model().nodes[*node].id.clone(), means.key())
        };
        ends.iter().map(told).collect::<Vec<_>>()
    };
    let told = |means| vec![("e".to_string(), means), ("told".to_string(), "nothing")];
    assert_eq!(meant("<endEvent id=\"e\"/>"), told("either"));
    assert_eq!(meant("<endEvent id=\"e\" name=\"Từ chối\"/>"), told("denied"));
    assert_eq!(meant("<endEvent id=\"e\" name=\"Đồng ý\"/>"), told("granted"));
    let said = "<endEvent id=\"e\" name=\"Từ chối\"><extensionElements><m:step means=\"granted\"/></extensionElements></endEvent>";
    assert_eq!(meant(said), told("granted"), "what is said counts before the name");
    // Where it is come to only by a way that denies, nothing is granted, however it is called.
    let no = "<exclusiveGateway id=\"g\" default=\"y\"/><endEvent id=\"e\"/><endEvent id=\"letter\" name=\"Trả văn bản\"/>\
              <sequenceFlow id=\"y\" sourceRef=\"g\" targetRef=\"e\"/>\
              <sequenceFlow id=\"n\" name=\"Không đạt\" sourceRef=\"g\" targetRef=\"letter\">\
              <conditionExpression>x</conditionExpression></sequenceFlow>";
    let branching =
        source.replace("targetRef=\"e\"", "targetRef=\"g\"").replacen("<endEvent id=\"e\"/>", no, 1);
    let found = adopted(&branching, &[]).process.drawing;
    let ends = crate::adopt::ends(&found);
    let means = |id: &str| {
        let node = found.model().index(id).unwrap();
        ends.iter().find(|(end, _)| *end == node).map(|(_, means)| means.key())
    };
    assert_eq!((means("e"), means("letter")), (Some("either"), Some("denied")));
    // By a way on which it is granted, with no step between that could decide otherwise, it is granted.
    let named = branching.replace("<sequenceFlow id=\"y\"", "<sequenceFlow id=\"y\" name=\"Đạt\"");
    let found = adopted(&named, &[]).process.drawing;
    assert!(crate::adopt::ends(&found).iter().any(|(_, means)| means.key() == "granted"));
}
