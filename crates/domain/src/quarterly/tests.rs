use super::act::REMARKS_MAX;
use super::*;
use crate::Text;
use crate::agency::{AgencyId, AgencyLevel};
use crate::counting::Counts;
use crate::officer::{AccountId, Actor, Officer, Role};
use crate::procedure::ProcedureCode;
use crate::report::{Quarter, ReportEntry, Rows, StatisticalReport, report};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const WARD: AgencyId = AgencyId(7);

fn due() -> ReportDue {
    ReportDue { agency: WARD, report: "II.06a".into(), quarter: Quarter::parse("3/2026").unwrap() }
}

fn form() -> &'static StatisticalReport {
    report("II.06a").unwrap()
}

fn by() -> StoredActor {
    let officer = Officer {
        account: AccountId(3),
        agency: WARD,
        unit: crate::agency::UnitKey("office".into()),
        roles: vec![Role::AgencyHead],
        name: String::new(),
        title: Text::new("Chủ tịch", "Chair"),
        stands_for: None,
    };
    Actor::Officer(officer).trace()
}

fn at(day: Date) -> Instant {
    Instant::from_civil(day.at(9, 0, 0, 0))
}

fn own(today: Date) -> QuarterlyContext {
    QuarterlyContext { part: ReportSide::Own, heads_agency: true, controlled: true, today }
}

fn controlling(today: Date) -> QuarterlyContext {
    QuarterlyContext { part: ReportSide::Controlling, ..own(today) }
}

/// After an act, as it is stored and read again.
fn after(
    before: &QuarterlyReport,
    act: &QuarterlyAct,
    context: QuarterlyContext,
) -> Result<QuarterlyReport, QuarterlyRefusal> {
    let facts = decide(before, &due(), act, context)?;
    let record = |fact| QuarterlyRecord { at: at(context.today), by: by(), fact };
    let stored = facts.into_iter().map(|fact| serde_json::to_string(&record(fact)).unwrap());
    let read: Vec<QuarterlyRecord> = stored.map(|text| serde_json::from_str(&text).unwrap()).collect();
    Ok(read.iter().fold(before.clone(), evolve))
}

fn send(number: &str) -> QuarterlyAct {
    QuarterlyAct::Send { number: number.into(), frozen: format!("digest of {number}") }
}

const AFTER: Date = date(2026, 9, 16);

#[test]
fn a_report_goes_from_draft_to_received_each_by_whom_it_is_for() {
    let none = QuarterlyReport::default();
    assert_eq!(after(&none, &send("1"), own(AFTER)), Err(QuarterlyRefusal::NotChecked));
    let checked = after(&none, &QuarterlyAct::Check, own(AFTER)).unwrap();
    assert_eq!(
        (checked.stage, checked.due.clone(), checked.sequence),
        (QuarterlyStage::Checked, Some(due()), 2)
    );
    let division = QuarterlyContext { heads_agency: false, ..own(AFTER) };
    assert_eq!(after(&checked, &send("1"), division), Err(QuarterlyRefusal::HeadSends));
    assert_eq!(after(&checked, &send("1"), own(date(2026, 9, 14))), Err(QuarterlyRefusal::NotOver));
    assert_eq!(after(&checked, &send(" "), own(AFTER)), Err(QuarterlyRefusal::NoNumber));
    let sent = after(&checked, &send("12/BC"), own(AFTER)).unwrap();
    assert_eq!(after(&sent, &QuarterlyAct::Receive, own(AFTER)), Err(QuarterlyRefusal::OtherSide));
    assert_eq!(after(&sent, &QuarterlyAct::Check, own(AFTER)), Err(QuarterlyRefusal::NotOpen));
    let received = after(&sent, &QuarterlyAct::Receive, controlling(AFTER)).unwrap();
    assert_eq!(received.stage, QuarterlyStage::Received);
    assert_eq!(received.received().unwrap().number, "12/BC");
    assert_eq!(
        after(&received, &QuarterlyAct::Remind, controlling(AFTER)),
        Err(QuarterlyRefusal::SentAlready)
    );
}

#[test]
fn a_returned_report_is_open_again_and_the_next_is_a_new_issue() {
    let checked = after(&QuarterlyReport::default(), &QuarterlyAct::Check, own(AFTER)).unwrap();
    let sent = after(&checked, &send("1"), own(AFTER)).unwrap();
    let remarks = |text: &str| QuarterlyAct::Return { remarks: text.into() };
    assert_eq!(after(&sent, &remarks(""), controlling(AFTER)), Err(QuarterlyRefusal::NoRemarks));
    let long = "a".repeat(REMARKS_MAX + 1);
    assert_eq!(after(&sent, &remarks(&long), controlling(AFTER)), Err(QuarterlyRefusal::TooLong));
    let returned = after(&sent, &remarks("Cột 9 lệch"), controlling(AFTER)).unwrap();
    assert_eq!((returned.stage, returned.remarks.as_str()), (QuarterlyStage::Returned, "Cột 9 lệch"));
    let again = after(&returned, &QuarterlyAct::Check, own(AFTER)).unwrap();
    let again = after(&again, &send("2"), own(AFTER)).unwrap();
    assert_eq!(again.issues.iter().map(|issue| issue.issue).collect::<Vec<_>>(), [1, 2]);
    assert!(again.remarks.is_empty() && again.received().is_none());
    let received = after(&again, &QuarterlyAct::Receive, controlling(AFTER)).unwrap();
    let reopen = QuarterlyAct::Reopen { why: "Sót hồ sơ".into() };
    let open = after(&received, &reopen, own(AFTER)).unwrap();
    assert_eq!(after(&open, &reopen, own(AFTER)), Err(QuarterlyRefusal::OpenAlready));
    assert_eq!(open.received().unwrap().issue, 2, "what was received is added up until a new one is");
}

#[test]
fn reminding_is_recorded_once_a_day_and_begins_the_record_of_who_did_nothing() {
    let reminded = after(&QuarterlyReport::default(), &QuarterlyAct::Remind, controlling(AFTER)).unwrap();
    assert_eq!((reminded.due.clone(), reminded.reminded), (Some(due()), Some(at(AFTER))));
    assert_eq!(
        after(&reminded, &QuarterlyAct::Remind, controlling(AFTER)),
        Err(QuarterlyRefusal::RemindedToday)
    );
    assert!(after(&reminded, &QuarterlyAct::Remind, controlling(AFTER + 1.day())).is_ok());
}

#[test]
fn every_refusal_says_something_of_its_own_in_both_languages() {
    for language in [crate::Language::Vietnamese, crate::Language::English] {
        let said: std::collections::BTreeSet<_> =
            QuarterlyRefusal::ALL.iter().map(|refusal| refusal.sentence(language)).collect();
        assert_eq!(said.len(), QuarterlyRefusal::ALL.len());
    }
}

#[test]
fn who_sends_when() {
    let quarter = Quarter::parse("4/2026").unwrap();
    assert_eq!((due_on(quarter, true), due_on(quarter, false)), (date(2026, 12, 18), date(2026, 12, 25)));
}

#[test]
fn facts_written_before_are_read_and_stay_as_they_were() {
    let by = r#""by":{"account":3,"agency":7,"unit":"office","title":"Chủ tịch","assurance":"verified"}"#;
    let lines = [
        r#""fact":"begun","agency":7,"report":"II.06a","quarter":"3/2026""#,
        r#""fact":"rows-brought","source":"Công an tỉnh","rows":[{"source":"Công an tỉnh","name":"Cư trú","figures":[3,1,1,1]}]"#,
        r#""fact":"rows-dropped","source":"Công an tỉnh""#,
        r#""fact":"checked""#,
        r#""fact":"sent","issue":1,"number":"12/BC-UBND","frozen":"ab12""#,
        r#""fact":"received","issue":1"#,
        r#""fact":"returned","issue":1,"remarks":"Cột 9""#,
        r#""fact":"reminded""#,
        r#""fact":"reopened","why":"Sót hồ sơ""#,
    ];
    for line in lines {
        let line = format!(r#"{{"at":1789516800000,{by},{line}}}"#);
        let read: QuarterlyRecord = serde_json::from_str(&line).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), line);
    }
}

/// Acts of both sides on days that go on.
fn any_act() -> impl Strategy<Value = (QuarterlyAct, bool, bool, i64)> {
    let row = || OutsideRow { source: "A".into(), name: "B".into(), figures: vec![0; 11] };
    let act = prop_oneof![
        Just(QuarterlyAct::Bring { source: "A".into(), rows: vec![row()] }),
        Just(QuarterlyAct::Drop { source: "A".into() }),
        Just(QuarterlyAct::Check),
        any::<u8>().prop_map(|number| send(&number.to_string())),
        Just(QuarterlyAct::Receive),
        Just(QuarterlyAct::Return { remarks: "?".into() }),
        Just(QuarterlyAct::Remind),
        Just(QuarterlyAct::Reopen { why: "?".into() }),
    ];
    (act, any::<bool>(), any::<bool>(), 0i64..4)
}

proptest! {
    #[test]
    fn whatever_is_done_in_whatever_order_what_was_sent_never_changes(
        acts in prop::collection::vec(any_act(), 0..60),
    ) {
        let (mut report, mut today) = (QuarterlyReport::default(), date(2026, 9, 10));
        for (act, own_side, heads_agency, days) in acts {
            today += days.days();
            let part = if own_side { ReportSide::Own } else { ReportSide::Controlling };
            let context = QuarterlyContext { part, heads_agency, controlled: true, today };
            let Ok(next) = after(&report, &act, context) else { continue };
            let was = |issue: &SentIssue| SentIssue { received: None, ..issue.clone() };
            for (before, now) in report.issues.iter().zip(&next.issues) {
                prop_assert_eq!(was(before), was(now));
                prop_assert!(before.received.is_none() || before.received == now.received);
            }
            let new = next.issues.len() - report.issues.len();
            prop_assert_eq!(new, usize::from(matches!(act, QuarterlyAct::Send { .. })));
            prop_assert!(next.issues.iter().zip(1..).all(|(issue, number)| issue.issue == number));
            if next.outside != report.outside {
                prop_assert!(report.is_open() && part == ReportSide::Own);
                prop_assert_eq!(next.stage, QuarterlyStage::Draft, "what is changed is checked again");
            }
            if new == 1 {
                prop_assert!(report.stage == QuarterlyStage::Checked && heads_agency && part == ReportSide::Own);
                prop_assert!(due().quarter.period().to < today);
            }
            prop_assert!(next.due == Some(due()) && next.sequence > report.sequence);
            report = next;
        }
    }

    #[test]
    fn a_frozen_report_recounts_and_a_changed_one_does_not(
        figures in prop::collection::vec((0i64..50, 0i64..50, 0i64..50, 0usize..3, 0usize..3), 1..12),
        outside in prop::collection::vec((0i64..50, 0i64..50), 0..4),
    ) {
        let frozen = frozen(&figures, &outside);
        prop_assert_eq!(frozen.recount(), Ok(()));
        let text = serde_json::to_string(&frozen).unwrap();
        let read: FrozenReport = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &frozen);
        for rows in [Rows::Fields, Rows::Agencies, Rows::Levels] {
            let filled = frozen.filled(rows).unwrap();
            prop_assert_eq!(&filled.lines.last().unwrap().figures, &frozen.sums.inside);
        }
        let mut changed = frozen.clone();
        changed.entries[0].counts.done_early += 1;
        changed.entries[0].counts.received_post += 1;
        prop_assert!(changed.recount().is_err());
        let mut changed = frozen.clone();
        changed.sums.total[0] += 1;
        prop_assert!(changed.recount().is_err());
        let mut changed = frozen.clone();
        changed.formula += 1;
        prop_assert_eq!(changed.recount(), Ok(()), "of formulas that are gone the sums still hold");
        changed.sums.inside[0] += 1;
        prop_assert!(changed.recount().is_err());
        prop_assert_eq!(differences(&frozen, &frozen).unwrap(), vec![]);
    }
}

fn frozen(figures: &[(i64, i64, i64, usize, usize)], outside: &[(i64, i64)]) -> FrozenReport {
    let entries = figures.iter().map(|(early, late, in_hand, agency, field)| ReportEntry {
        agency: AgencyId(*agency as i64),
        level: [AgencyLevel::Province, AgencyLevel::Commune, AgencyLevel::Commune][*agency],
        procedure: ProcedureCode::parse("1.001193").unwrap(),
        field: ["civil-status", "land", "gone"][*field].into(),
        counts: Counts {
            carried_over: *early,
            received_online: *late,
            received_counter: *in_hand,
            done_early: *early,
            done_late: *late,
            in_hand_in_time: *in_hand,
            ..Counts::default()
        },
        offered: None,
    });
    let agency = |id: i64| FrozenAgency {
        id: AgencyId(id),
        key: format!("agency{id}"),
        code: None,
        level: [AgencyLevel::Province, AgencyLevel::Commune, AgencyLevel::Commune][id as usize],
        name: Text::new(format!("Cơ quan {id}"), format!("Agency {id}")),
    };
    let row = |(place, (done, in_hand)): (usize, &(i64, i64))| OutsideRow {
        source: "Công an tỉnh".into(),
        name: format!("Dòng {place}"),
        figures: vec![done + in_hand, *done, *in_hand, 0, *done, *done, 0, 0, *in_hand, *in_hand, 0],
    };
    let brought = Brought {
        entries: entries.collect(),
        agencies: (0..3).map(agency).collect(),
        fields: vec![("civil-status".into(), Text::new("Hộ tịch", "Civil status"))],
        outside: outside.iter().enumerate().map(row).collect(),
        parts: Vec::new(),
        reporter: Text::new("Ủy ban nhân dân tỉnh", "Province"),
        recipient: Text::default(),
        took_over: Vec::new(),
    };
    FrozenReport::freeze(&due(), brought, at(AFTER)).unwrap()
}

#[test]
fn a_new_issue_tells_line_by_line_what_is_other_than_before() {
    let before = frozen(&[(4, 1, 2, 0, 0), (1, 1, 1, 1, 1)], &[(2, 0)]);
    let after = frozen(&[(4, 2, 2, 0, 0), (3, 0, 0, 2, 0)], &[(2, 1)]);
    let told = differences(&before, &after).unwrap();
    let names: Vec<(&str, bool)> = told.iter().map(|line| (line.name.vi.as_str(), line.outside)).collect();
    let levels = ["Cấp tỉnh", "Hộ tịch", "Cấp xã", "Hộ tịch", "Tổng số"];
    let mut expected: Vec<(&str, bool)> = levels.iter().map(|name| (*name, false)).collect();
    // Three were in hand, late or early at the commune before, and three are.
    expected.retain(|(name, _)| told.iter().any(|line| line.name.vi == *name));
    expected.push(("Công an tỉnh: Dòng 0", true));
    expected.push(("Trong và ngoài hệ thống", false));
    expected.push(("land", false));
    assert_eq!(names, expected);
    let outside = told.iter().find(|line| line.outside).unwrap();
    assert_eq!((outside.before[0], outside.after[0]), (2, 3));
    let gone = told.last().unwrap();
    assert!(gone.before[0] == 3 && gone.after.iter().all(|figure| *figure == 0));
}

/// Lines of a file as the export writes it.
fn lines(rows: &[&str]) -> Vec<Vec<String>> {
    let mut head = vec!["TT".to_string(), "Lĩnh vực".into()];
    head.extend(
        form()
            .columns
            .iter()
            .map(|column| column.head.iter().map(|head| head.0).collect::<Vec<_>>().join(", ")),
    );
    let rows = rows.iter().map(|row| row.split(';').map(str::to_string).collect());
    std::iter::once(head).chain(rows).collect()
}

const GOOD: &str = "1;'=Hộ tịch;9;4;3;2;7;4;2;1;2;1;1";

#[test]
fn rows_of_another_system_are_read_as_our_own_export_has_them() {
    let total = ";Tổng số;9;4;3;2;7;4;2;1;2;1;1";
    let read =
        read_outside(form(), " Công an tỉnh ", &lines(&["I;Cấp tỉnh;0", GOOD, total, ";Ngoài bảng: nhận;2"]));
    let read = read.unwrap();
    assert_eq!((read.rows.len(), read.sums), (1, 3));
    assert_eq!((read.rows[0].source.as_str(), read.rows[0].name.as_str()), ("Công an tỉnh", "=Hộ tịch"));
    assert_eq!(read.rows[0].figures, [9, 4, 3, 2, 7, 4, 2, 1, 2, 1, 1]);
}

#[test]
fn a_bad_line_is_told_by_its_number_and_nothing_is_brought() {
    for (row, said) in [
        ("2;Đất đai;1;1;0;0;0;0;0;0;1;1", "Cần 13 ô"),
        ("2;Đất đai;=1+1;1;0;0;0;0;0;0;1;1;0", "“=1+1”"),
        ("2;Đất đai;-1;1;0;0;0;0;0;0;1;1;0", "“-1”"),
        ("2;Đất đai;99999999999999999999;1;0;0;0;0;0;0;1;1;0", "số nguyên"),
        ("2;Đất đai;5;1;0;0;0;0;0;0;1;1;0", "không khớp nhau: 3 = 4 + 5 + 6"),
        ("2;;1;1;0;0;0;0;0;0;1;1;0", "Tên dòng"),
        (";Tổng số;1;1;0;0;0;0;0;0;1;1;0", "Dòng tổng"),
    ] {
        let faults = read_outside(form(), "A", &lines(&[GOOD, row])).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [3], "{row}");
        assert!(faults[0].what.vi.contains(said), "{row}: {:?}", faults[0]);
        assert!(!faults[0].what.en.is_empty());
    }
    for (wrong, line) in [(vec![], 1), (lines(&[]), 1), (vec![vec!["a".to_string()]], 1)] {
        assert_eq!(read_outside(form(), "A", &wrong).unwrap_err()[0].line, line);
    }
    let mut swapped = lines(&[GOOD]);
    swapped[0].swap(3, 4);
    assert_eq!(read_outside(form(), "A", &swapped).unwrap_err().len(), 2);
    let many = vec![GOOD; OUTSIDE_MAX + 1];
    assert_eq!(read_outside(form(), "A", &lines(&many)).unwrap_err()[0].line, OUTSIDE_MAX + 2);
    let bad = vec!["1;x;y"; 500];
    assert!(read_outside(form(), "A", &lines(&bad)).unwrap_err().len() <= 20);
}
