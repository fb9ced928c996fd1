//! Dossiers linked across agencies: what is asked for, what is found, what is no longer needed.

use super::*;
use crate::code::DossierCode;
use crate::dossier::{Awaited, Followup, LinkAnswer, Main, react};
use crate::drawing::Drawing;
use crate::procedure::LinkStep;
use process::Names;

const ARCHIVE: AgencyId = AgencyId(3);

/// A check; while the archive of another agency is asked the lawyers give an opinion; denied by the archive it is checked
/// once more, else it is signed.
fn drawn() -> Procedure {
    let flows = [
        ("begin", "merge", ""),
        ("merge", "check", ""),
        ("check", "both", ""),
        ("both", "archive", ""),
        ("both", "opinion", ""),
        ("archive", "join", ""),
        ("opinion", "join", ""),
        ("join", "found", ""),
        ("found", "merge", "steps.archive.outcome = \"denied\" and steps.archive.times &lt; 2"),
        ("found", "sign", ""),
        ("sign", "end", ""),
    ];
    let flow = |(number, (from, to, when)): (usize, &(&str, &str, &str))| {
        let when = match *when {
            "" => String::new(),
            when => format!(
                "<extensionElements><m:bound times=\"1\"/></extensionElements><conditionExpression>{when}</conditionExpression>"
            ),
        };
        format!(
            "<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\">{when}</sequenceFlow>"
        )
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><exclusiveGateway id=\"merge\"/><task id=\"check\"/><parallelGateway id=\"both\"/>\
         <serviceTask id=\"archive\" name=\"Tra cứu lưu trữ\"><extensionElements><m:step agency=\"archive\" procedure=\"1.001194\" time=\"8h\"/>\
         </extensionElements></serviceTask><task id=\"opinion\"/><parallelGateway id=\"join\"/>\
         <exclusiveGateway id=\"found\" default=\"f9\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}</process></definitions>",
        flows.iter().enumerate().map(flow).collect::<String>()
    );
    let mut procedure = procedure();
    let names = Names::known(crate::dossier::names(&procedure, &["check", "archive", "opinion", "sign"]));
    let drawing = Drawing::read(&source, &names).unwrap();
    assert_eq!(process::check(drawing.model()).findings, [], "the drawing is sound");
    let (check, sign) = (procedure.process.steps[0].clone(), procedure.process.steps[2].clone());
    let steps = vec![check.clone(), Step { id: "opinion".into(), ..check }, sign];
    let link = LinkStep {
        id: "archive".into(),
        name: Text::new("Tra cứu lưu trữ", "Search the archive"),
        agency: ARCHIVE,
        procedure: ProcedureCode::parse("1.001194").unwrap(),
        minutes: 480,
    };
    procedure.process = Process { version: 2, steps, links: vec![link], drawing, ..Process::default() };
    procedure
}

/// The archive is asked, and the lawyers.
fn asked() -> LedDossier {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn()).unwrap();
    let story = after(story, [accepted(), handed_over()]);
    story.when(by(clerk()), finish(&story, "check")).done()
}

fn finish(story: &LedDossier, step: &str) -> Command {
    let running = story.dossier.steps.iter().find(|running| running.id == step).expect("it runs");
    let late = Some(LateCause::Workload);
    Command::FinishStep(FinishStep { token: running.token, late, ..FinishStep::default() })
}

fn note(number: u32, outcome: Outcome) -> Command {
    let words = "Không còn bản lưu".into();
    Command::NoteAnswer(NoteAnswer { words, ..NoteAnswer::plain(number, outcome, "9/TL") })
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn facts(story: &LedDossier) -> Vec<&Fact> {
    story.records.iter().map(|record| &record.event.fact).collect()
}

/// What must follow the last act.
fn follows(story: &LedDossier, since: usize) -> Vec<Followup> {
    let new = &story.records[since..];
    new.iter().flat_map(|record| react(&story.dossier, &record.event)).collect()
}

pub(super) fn linked_filing() -> FileDossier {
    let code = DossierCode::parse("000.00.20.H99-260302-0001").unwrap();
    let main = Main { dossier: DossierId(7), code, number: 1, minutes: 480 };
    FileDossier { main: Some(main), receiving: DEPARTMENT, account: None, ..filing(Channel::Online) }
}

/// As the program opens it: taken in and handed over at once.
pub(super) fn opened(filing: &FileDossier) -> LedDossier {
    let story = filed_as(filing, &Actor::System, procedure()).unwrap();
    after(
        story,
        [(Actor::System, Command::Accept(Accept::default())), (Actor::System, Command::HandOver(HandOver))],
    )
}

fn linked() -> LedDossier {
    opened(&linked_filing())
}

#[test]
fn another_agency_is_asked_while_steps_run() {
    let story = asked();
    assert_eq!(running(&story), ["opinion"]);
    let [asked] = story.dossier.linked.as_slice() else { panic!("one is asked") };
    assert_eq!((asked.number, asked.agency, asked.minutes), (1, ARCHIVE, 450));
    assert_eq!(asked.due, instant("2026-03-03T09:00"), "eight hours, a working day");
    assert!(matches!(story.dossier.waits[0].what, Awaited::Linked { number: 1, .. }));
    assert_eq!(follows(&story, story.records.len() - 1), [Followup::Link { main: DossierId(1) }]);
}

#[test]
fn what_it_finds_leads_on_when_the_others_are_done_too() {
    let story = asked();
    let found = story.when(Actor::System, note(1, Outcome::Granted)).done();
    assert_eq!(running(&found), ["opinion"], "the opinion is still awaited");
    assert!(found.dossier.waits.is_empty());
    let both = found.when(by(clerk()), finish(&found, "opinion")).done();
    assert_eq!(running(&both), ["sign"]);
    let answer = both.dossier.linked[0].answer.as_ref().unwrap();
    assert_eq!((answer.outcome, answer.document.as_str(), answer.outside), (Outcome::Granted, "9/TL", false));
    // Only the program says so, once, and only where it was asked for.
    story.when(by(clerk()), note(1, Outcome::Granted)).refused(Refusal::OnlyTheProgram);
    story.when(Actor::System, note(2, Outcome::Granted)).refused(Refusal::NotAwaited);
    found.when(Actor::System, note(1, Outcome::Denied)).refused(Refusal::NotAwaited);
}

#[test]
fn conditions_see_what_it_found() {
    let story = asked();
    let opinion = story.when(by(clerk()), finish(&story, "opinion")).done();
    assert!(opinion.dossier.steps.is_empty(), "only the archive is waited for");
    let denied = opinion.when(Actor::System, note(1, Outcome::Denied)).done();
    assert_eq!(running(&denied), ["check"], "what was denied goes back");
    let again = denied.when(by(clerk()), finish(&denied, "check")).done();
    assert_eq!(again.dossier.linked.len(), 2, "it is asked anew, under another number");
    let again = again.when(by(clerk()), finish(&again, "opinion")).done();
    let signed = again.when(Actor::System, note(2, Outcome::Denied)).done();
    assert_eq!(running(&signed), ["sign"], "denied twice it goes on");
}

#[test]
fn what_came_on_another_way_is_noted_by_the_division_and_the_linked_dossier_recalled() {
    let story = asked();
    let by_hand = |answer| {
        Command::Receive(Receive { event: "archive".into(), words: "Công văn giấy".into(), answer })
    };
    story.when(by(clerk()), by_hand(None)).refused(Refusal::AnswerMissing);
    let without = Some((Outcome::Granted, String::new()));
    story.when(by(clerk()), by_hand(without)).refused(Refusal::DocumentMissing);
    let noted = Some((Outcome::Granted, "12/CV".to_string()));
    let told = story.when(by(clerk()), by_hand(noted)).done();
    let answer: &LinkAnswer = told.dossier.linked[0].answer.as_ref().unwrap();
    assert!(answer.outside);
    assert!(follows(&told, story.records.len()).contains(&Followup::Link { main: DossierId(1) }));
}

#[test]
fn a_pause_holds_the_answer_until_it_goes_on() {
    let story = asked();
    let paused = after(story, [paused()]);
    paused
        .when(Actor::System, note(1, Outcome::Granted))
        .refused(Refusal::WrongStage { stage: StageKind::PausedForApplicant });
    let resumed = paused.when(by(clerk()), resume()).done();
    assert!(follows(&resumed, paused.records.len()).contains(&Followup::Link { main: DossierId(1) }));
    resumed.when(Actor::System, note(1, Outcome::Granted)).becomes(StageKind::Processing);
}

#[test]
fn what_ends_the_main_dossier_recalls_what_is_open() {
    for (actor, command) in [(applicant(), withdraw("")), (by(director()), stop("Trùng hồ sơ"))] {
        let ended = asked().when(actor, command).done();
        assert!(ended.dossier.linked[0].recalled);
        let recalled = facts(&ended).contains(&&Fact::LinkedRecalled { number: 1 });
        assert!(recalled && ended.dossier.open_links().next().is_none());
    }
    let answered = asked().when(Actor::System, note(1, Outcome::Granted)).done();
    let ended = answered.when(applicant(), withdraw("")).done();
    assert!(!ended.dossier.linked[0].recalled, "what was found stays found");
}

#[test]
fn going_back_recalls_what_is_open_and_undoes_what_was_found() {
    let story = asked();
    let token = story.dossier.steps[0].token;
    let back = Command::SendBack(SendBack { token, to: "check".into(), reason: "Thiếu căn cứ".into() });
    let open = story.when(by(clerk()), back.clone()).done();
    assert!(open.dossier.linked[0].recalled && open.dossier.waits.is_empty());
    let found = story.when(Actor::System, note(1, Outcome::Granted)).done();
    let undone = found.when(by(clerk()), back).done();
    assert!(undone.dossier.linked[0].undone && !undone.dossier.linked[0].recalled);
}

#[test]
fn a_linked_dossier_has_its_share_of_the_time() {
    let story = linked();
    assert_eq!(story.stage(), StageKind::Processing);
    let clock = story.dossier.clock.as_ref().unwrap();
    assert_eq!(clock.limit, Limit::WorkingHours(8));
    assert_eq!(story.dossier.due(), Some(instant("2026-03-03T09:30")));
    // Nobody but the program opens one.
    assert_eq!(filed_as(&linked_filing(), &counter(), procedure()).err(), Some(Refusal::OnlyTheProgram));
}

#[test]
fn what_has_to_do_with_the_applicant_is_done_in_the_main_dossier() {
    let story = linked();
    let by_whom = [
        (by(clerk()), pause_for_papers("12/TB", &["map"], "")),
        (by(director()), extend_to("2026-04-15")),
        (by(director()), stop("Trùng hồ sơ")),
        (by(officer(99, DEPARTMENT, "intake", Role::Counter)), withdraw("Người nộp xin rút")),
        (account(STRANGER), join(STRANGER)),
    ];
    for (actor, command) in by_whom {
        story.when(actor, command).refused(Refusal::OfTheMainDossier);
    }
}

#[test]
fn what_is_decided_goes_back_to_the_main_dossier_and_nobody_else_is_told() {
    let story = after(linked(), [checked(), reviewed()]);
    let decided = story.when(by(director()), decide_as(Outcome::Denied, "Không còn bản lưu", None)).done();
    assert_eq!(decided.stage(), StageKind::Returned);
    assert_eq!(decided.dossier.outcome, Some(Outcome::Denied));
    assert_eq!(
        follows(&decided, 0),
        [Followup::Link { main: DossierId(7) }],
        "no letter, only the main dossier"
    );
}

#[test]
fn what_is_no_longer_needed_is_recalled_by_the_program_once() {
    let story = linked();
    story.when(by(director()), Command::Recall(Recall)).refused(Refusal::OnlyTheProgram);
    let recalled = story.when(Actor::System, Command::Recall(Recall)).becomes(StageKind::Withdrawn);
    assert!(recalled.dossier.steps.is_empty());
    recalled
        .when(Actor::System, Command::Recall(Recall))
        .refused(Refusal::WrongStage { stage: StageKind::Withdrawn });
    asked()
        .when(Actor::System, Command::Recall(Recall))
        .refused(Refusal::WrongStage { stage: StageKind::Processing });
}

/// The steps of a procedure one after the other, with the archive after the check.
pub(super) fn sequence_with_archive(procedure: &Procedure) -> Process {
    let ids = ["begin", "check", "archive", "review", "sign", "end"];
    let flow = |(number, ends): (usize, &[&str])| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{}\" targetRef=\"{}\"/>", ends[0], ends[1])
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><task id=\"check\"/><serviceTask id=\"archive\"><extensionElements>\
         <m:step agency=\"archive\" procedure=\"1.001194\" time=\"8h\"/></extensionElements></serviceTask>\
         <task id=\"review\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}</process></definitions>",
        ids.windows(2).enumerate().map(flow).collect::<String>()
    );
    let links = drawn().process.links;
    let drawing = Drawing::read(&source, &Names::open()).unwrap();
    Process { version: 2, steps: procedure.process.steps.clone(), links, drawing, ..Process::default() }
}

/// In a forecast the archive takes as long as it took, and answers as it did.
#[test]
fn a_forecast_learns_from_what_other_agencies_did() {
    use crate::forecast::{PastDossier, Workplace, forecast};
    let story = asked().at("2026-03-03T15:30");
    let story = story.when(Actor::System, note(1, Outcome::Denied)).done();
    let story = story.when(by(clerk()), finish(&story, "opinion")).done();
    let story = story.when(by(clerk()), finish(&story, "check")).done().at("2026-03-04T10:00");
    let story = story.when(Actor::System, note(2, Outcome::Granted)).done();
    let story = story.when(by(clerk()), finish(&story, "opinion")).done();
    let token = story.dossier.steps[0].token;
    let Command::Decide(decide) = granted().1 else { panic!("it decides") };
    let story = story.when(by(director()), Command::Decide(Decide { token, ..decide })).done();
    let procedure = drawn();
    let officers = [clerk(), director()];
    let place = Workplace {
        procedure: &procedure,
        agency: DEPARTMENT,
        officers: &officers,
        calendar: &story.calendar,
    };
    let past = PastDossier { dossier: story.dossier.clone(), records: story.records.clone() };
    let found = forecast(&[past], &place);
    assert_eq!((found.left_out, found.why.as_ref()), (0, None));
    assert!(found.untried.is_empty(), "{:?}", found.untried);
    let archive = found.steps.iter().find(|step| step.step == "archive").expect("it is a row of its own");
    let first = story.calendar.working_minutes_between(instant(START), instant("2026-03-03T15:30"));
    let again =
        story.calendar.working_minutes_between(instant("2026-03-03T15:30"), instant("2026-03-04T10:00"));
    assert_eq!((archive.times, archive.takes), (2, (first + again) / 2), "denied once, then granted");
}
