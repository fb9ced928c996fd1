use super::*;
use crate::agency::{Agency, AgencyKind, AgencyStanding, DatedStanding, UnitKey};
use crate::counting::WithoutLimit;
use crate::officer::{AccountId, Officer, Role};
use crate::rules::PACK_2018;
use jiff::civil::date;

const JUSTICE: AgencyId = AgencyId(2);
const COMMUNE: AgencyId = AgencyId(3);

/// Eleven received and carried over, seven done.
fn counts() -> Counts {
    Counts {
        carried_over: 3,
        received_online: 5,
        received_counter: 2,
        received_post: 1,
        done_early: 4,
        done_on_time: 2,
        done_late: 1,
        in_hand_in_time: 3,
        in_hand_late: 1,
        without_limit: WithoutLimit { carried_over: 1, received: 6, done: 5, in_hand: 2 },
    }
}

fn entry(agency: AgencyId, level: AgencyLevel, procedure: &str, field: &str) -> ReportEntry {
    ReportEntry {
        agency,
        level,
        procedure: ProcedureCode::parse(procedure).unwrap(),
        field: field.into(),
        counts: counts(),
        offered: Some(ProcedureOffered { one_stop: true, process: false }),
    }
}

fn entries() -> Vec<ReportEntry> {
    vec![
        entry(JUSTICE, AgencyLevel::Province, "1.001193", "civil-status"),
        entry(JUSTICE, AgencyLevel::Province, "2.000635", "notaries"),
        entry(COMMUNE, AgencyLevel::Commune, "1.001193", "civil-status"),
    ]
}

fn names() -> LineNames {
    let agency = |id, level, name: &str| (id, level, Text::new(name, name));
    LineNames {
        agencies: vec![
            agency(JUSTICE, AgencyLevel::Province, "Sở Tư pháp"),
            agency(COMMUNE, AgencyLevel::Commune, "Xã"),
            agency(AgencyId(4), AgencyLevel::Commune, "Xã không có hồ sơ"),
        ],
        fields: vec![
            ("notaries".into(), "Công chứng".to_string()),
            ("civil-status".into(), "Hộ tịch".to_string()),
        ]
        .into_iter()
        .map(|(key, name): (String, String)| (key, Text::new(name, "")))
        .collect(),
    }
}

fn filled(report: &'static StatisticalReport, rows: Rows) -> FilledReport {
    fill(report, Quarter::parse("4/2026").unwrap().period(), rows, &entries(), &names()).unwrap()
}

/// Number, name and the first figures of each line.
fn lines(filled: &FilledReport) -> Vec<(String, String, Vec<i64>)> {
    filled
        .lines
        .iter()
        .map(|line| (line.number.clone(), line.name.vi.clone(), line.figures.clone()))
        .collect()
}

#[test]
fn a_line_of_ii06a_is_what_was_received_done_and_is_in_hand() {
    let filled = filled(&ii06a::II06A, Rows::Agencies);
    let commune = filled.lines.iter().find(|line| line.of == LineOf::Agency(COMMUNE)).unwrap();
    assert_eq!(commune.figures, [11, 5, 3, 3, 7, 4, 2, 1, 4, 3, 1]);
    assert_eq!(filled.apart, [18, 3, 15, 6], "without a limit by law they stand apart");
    let total = filled.lines.last().unwrap();
    assert_eq!((&total.of, total.figures[0]), (&LineOf::All, 33));
}

#[test]
fn lines_are_fields_agencies_or_levels_and_stand_level_by_level() {
    let named = |rows| {
        lines(&filled(&ii06a::II06A, rows)).into_iter().map(|(number, name, _)| format!("{number} {name}"))
    };
    let named = |rows| named(rows).collect::<Vec<_>>();
    assert_eq!(
        named(Rows::Fields),
        ["I Cấp tỉnh", "1 Công chứng", "2 Hộ tịch", "II Cấp xã", "1 Hộ tịch", " Tổng số"]
    );
    assert_eq!(
        named(Rows::Agencies),
        ["I Cấp tỉnh", "1 Sở Tư pháp", "II Cấp xã", "1 Xã", "2 Xã không có hồ sơ", " Tổng số"]
    );
    assert_eq!(named(Rows::Levels), ["1 Cấp tỉnh", "2 Cấp xã", " Tổng số"]);
}

#[test]
fn sums_are_those_of_their_lines_however_they_are_put_together() {
    let totals =
        ii06a::II06A.rows.iter().map(|rows| filled(&ii06a::II06A, *rows).lines.pop().unwrap().figures);
    let totals: Vec<_> = totals.collect();
    assert!(totals.iter().all(|total| *total == totals[0]));
    for rows in [Rows::Fields, Rows::Agencies] {
        let filled = filled(&ii06a::II06A, rows);
        let sum = |is: fn(&LineOf) -> bool| {
            filled.lines.iter().filter(|line| is(&line.of)).map(|line| line.figures[0]).sum::<i64>()
        };
        assert_eq!(sum(|of| !of.is_sum()), totals[0][0]);
        assert_eq!(sum(|of| matches!(of, LineOf::Level(_))), totals[0][0]);
    }
}

#[test]
fn one_agency_needs_no_levels_and_its_lines_say_whose_they_are() {
    let own: Vec<ReportEntry> = entries().into_iter().filter(|entry| entry.agency == JUSTICE).collect();
    let names = LineNames { agencies: names().agencies[..1].to_vec(), ..names() };
    let period = Quarter::parse("4/2026").unwrap().period();
    let filled = fill(&ii06a::II06A, period, Rows::Fields, &own, &names).unwrap();
    assert_eq!(filled.lines.len(), 3);
    assert!(filled.lines.iter().all(|line| line.only == Some(JUSTICE)));
    assert_eq!(super::tests::filled(&ii06a::II06A, Rows::Fields).lines.last().unwrap().only, None);
}

#[test]
fn a_procedure_of_many_agencies_counts_once_a_level() {
    let mut entries = entries();
    entries.push(entry(AgencyId(4), AgencyLevel::Commune, "1.001193", "civil-status"));
    entries[0].offered = Some(ProcedureOffered { one_stop: false, process: true });
    let period = Quarter::parse("4/2026").unwrap().period();
    let filled = fill(&ii07b::II07B, period, Rows::Agencies, &entries, &names()).unwrap();
    assert_eq!(filled.lines.last().unwrap().figures, [3, 2, 0, 1, 2, 1, 0, 1, 1, 1, 0, 0]);
}

#[test]
fn shares_are_of_a_thousand_and_nothing_is_divided_by_nothing() {
    assert_eq!(filled(&online::ONLINE, Rows::Levels).lines.last().unwrap().figures, [24, 15, 6, 3, 625]);
    let none = fill(&online::ONLINE, Quarter::parse("4/2026").unwrap().period(), Rows::Fields, &[], &names())
        .unwrap();
    assert_eq!(none.lines.last().unwrap().figures, [0, 0, 0, 0, 0]);
}

#[test]
fn a_report_that_contradicts_itself_is_not_filled_in() {
    let period = Quarter::parse("4/2026").unwrap().period();
    let broken = |change: fn(&mut Counts)| {
        let mut entries = entries();
        change(&mut entries[2].counts);
        fill(&ii06a::II06A, period, Rows::Agencies, &entries, &names()).err().map(|broken| broken.to_string())
    };
    assert_eq!(broken(|_| {}), None);
    let said = broken(|counts| counts.in_hand_late += 1).unwrap();
    assert!(said.contains("II.06a") && said.contains("“Cấp xã”: 3 = 7 + 11"), "{said}");
    assert!(broken(|counts| counts.carried_over -= 1).unwrap().contains("3 = 7 + 11"));
}

/// What a mistake in a definition would be: a check of a column that is not there, two of one number or key.
#[test]
fn every_report_is_whole() {
    for of in REPORTS {
        assert_eq!(report(&of.key.to_uppercase()).map(|found| found.key), Some(of.key));
        let numbers: Vec<u8> = of.columns.iter().map(|column| column.number).collect();
        assert_eq!(numbers, (3..3 + numbers.len() as u8).collect::<Vec<_>>(), "{}", of.key);
        let mut keys: Vec<&str> = of.columns.iter().chain(of.apart).map(|column| column.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), of.columns.len() + of.apart.len(), "{}", of.key);
        let zeros = vec![0; of.columns.len()];
        assert!(of.checks.iter().all(|check| check.holds(of, &zeros)), "{}: a check names no column", of.key);
        assert!(!(of.conventions)(&PACK_2018).is_empty());
    }
    assert!(report("II.99").is_none());
}

#[test]
fn columns_that_share_a_heading_stand_under_one() {
    let rows = head(&ii06a::II06A, Rows::Fields);
    let text = |row: usize| {
        rows[row].iter().map(|cell| (cell.text.0, cell.column, cell.rows, cell.columns)).collect::<Vec<_>>()
    };
    assert_eq!(
        text(0),
        [
            ("TT", 0, 3, 1),
            ("Lĩnh vực, công việc giải quyết theo cấp", 1, 3, 1),
            ("Số hồ sơ nhận giải quyết", 2, 1, 4),
            ("Số hồ sơ đã giải quyết", 6, 1, 4),
            ("Số hồ sơ đang giải quyết", 10, 1, 3),
        ]
    );
    assert_eq!(text(1)[..3], [("Tổng số", 2, 2, 1), ("Trong kỳ", 3, 1, 2), ("Từ kỳ trước", 5, 2, 1)]);
    assert_eq!(text(2), [("Trực tuyến", 3, 1, 1), ("Trực tiếp, dịch vụ bưu chính", 4, 1, 1)]);
    let numbers: Vec<String> =
        ii06a::II06A.columns.iter().map(|column| ii06a::II06A.numbered(column)).collect();
    assert_eq!(numbers[..3], ["(3)=(4)+(5)+(6)", "(4)", "(5)"]);
    // Every place of the head is covered once.
    for of in REPORTS {
        let rows = head(of, of.rows[0]);
        let area: usize = rows.iter().flatten().map(|cell| cell.rows * cell.columns).sum();
        assert_eq!(area, rows.len() * (of.columns.len() + 2), "{}", of.key);
    }
}

fn agency(id: AgencyId, kind: AgencyKind, superior: Option<i64>, controlling: Option<i64>) -> Agency {
    let level = if kind == AgencyKind::Commune { AgencyLevel::Commune } else { AgencyLevel::Province };
    let standing =
        AgencyStanding { level, superior: superior.map(AgencyId), controlling: controlling.map(AgencyId) };
    let standings = vec![DatedStanding { from: date(2019, 1, 1), standing }];
    Agency { standings, ..crate::agency::standing::tests::agency(id.0, kind) }
}

#[test]
fn a_head_sees_their_agency_what_it_took_over_and_all_below_and_the_controlling_office_all_it_controls() {
    let mut all = vec![
        agency(AgencyId(1), AgencyKind::Province, None, None),
        agency(JUSTICE, AgencyKind::Department, Some(1), Some(1)),
        agency(COMMUNE, AgencyKind::Commune, Some(2), Some(1)),
        agency(AgencyId(4), AgencyKind::Commune, Some(1), Some(1)),
    ];
    let seen = |all: &[Agency], agency, role| {
        let officer = Officer {
            account: AccountId(1),
            agency,
            unit: UnitKey("office".into()),
            roles: vec![role],
            name: String::new(),
            title: Text::default(),
            stands_for: None,
        };
        scope_of(&officer, all, date(2026, 11, 30)).iter().map(|agency| agency.id.0).collect::<Vec<_>>()
    };
    assert_eq!(seen(&all, AgencyId(1), Role::AgencyHead), [1, 2, 3, 4]);
    assert_eq!(seen(&all, AgencyId(1), Role::DivisionHead), [1, 2, 3, 4], "of the office that controls");
    assert_eq!(seen(&all, JUSTICE, Role::AgencyHead), [2, 3]);
    assert_eq!(seen(&all, COMMUNE, Role::AgencyHead), [3]);
    for role in [Role::DivisionHead, Role::Officer, Role::Counter, Role::Administrator] {
        assert_eq!(seen(&all, JUSTICE, role), [0; 0], "{role:?}");
    }
    assert_eq!(seen(&all, AgencyId(1), Role::Administrator), [0; 0], "sees no dossier, nor how many");
    all[3].successor = Some(COMMUNE);
    all[3].to = Some(date(2025, 6, 30));
    assert_eq!(seen(&all, COMMUNE, Role::AgencyHead), [3, 4]);
}
