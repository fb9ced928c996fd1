use super::report::{QuarterlyLook, Submit, Tried};
use super::*;
use app::quarterly::{FrozenIssue, QuarterlyDraft};
use domain::Text;
use domain::agency::{AgencyKind, AgencyLevel};
use domain::counting::Counts;
use domain::officer::{Actor, Role};
use domain::procedure::ProcedureCode;
use domain::quarterly::{
    Brought, FrozenAgency, FrozenReport, OutsideRow, QuarterlyAct, QuarterlyRecord, QuarterlyReport,
    ReportSide, decide, differences, evolve,
};
use domain::report::ReportEntry;
use domain::time::Instant;
use jiff::civil::date;
use testkit::{Html, render_both, samples, snapshot};
use ui::{Language, Posted};

fn due() -> ReportDue {
    ReportDue { agency: samples::AGENCY, report: "II.06a".into(), quarter: Quarter::parse("4/2025").unwrap() }
}

fn name() -> Text {
    Text::new("Sở Tư pháp", "Department of Justice")
}

fn outside() -> OutsideRow {
    OutsideRow {
        source: "Bảo hiểm xã hội".into(),
        name: "=Bảo hiểm".into(),
        figures: vec![3, 1, 1, 1, 2, 1, 1, 0, 1, 1, 0],
    }
}

fn frozen(late: i64, outside: Vec<OutsideRow>) -> FrozenReport {
    let entry = ReportEntry {
        agency: samples::AGENCY,
        level: AgencyLevel::Province,
        procedure: ProcedureCode::parse("1.001193").unwrap(),
        field: "civil-status".into(),
        counts: Counts {
            carried_over: 1_200,
            received_online: late,
            done_early: 1_200,
            done_late: late,
            ..Counts::default()
        },
        offered: None,
    };
    let agency = FrozenAgency {
        id: samples::AGENCY,
        key: "justice".into(),
        code: None,
        level: AgencyLevel::Province,
        name: name(),
    };
    let brought = Brought {
        entries: vec![entry],
        agencies: vec![agency],
        fields: vec![("civil-status".into(), Text::new("Hộ tịch", "Civil status"))],
        outside,
        parts: Vec::new(),
        reporter: name(),
        recipient: Text::new("Ủy ban nhân dân tỉnh", "Province"),
        took_over: Vec::new(),
    };
    FrozenReport::freeze(&due(), brought, Instant::from_civil(date(2025, 12, 17).at(9, 0, 0, 0))).unwrap()
}

fn context(part: ReportSide) -> QuarterlyContext {
    QuarterlyContext { part, heads_agency: true, controlled: true, today: date(2025, 12, 17) }
}

/// A report after some acts, with their records.
fn after(acts: &[(ReportSide, QuarterlyAct)]) -> (QuarterlyReport, Vec<QuarterlyRecord>) {
    let by = Actor::Officer(samples::officer(Role::AgencyHead)).trace();
    let (mut report, mut history) = (QuarterlyReport::default(), Vec::new());
    for (part, act) in acts {
        for fact in decide(&report, &due(), act, context(*part)).unwrap() {
            let at = Instant::from_civil(date(2025, 12, 17).at(9, 0, 0, 0));
            let record = QuarterlyRecord { at, by: by.clone(), fact };
            report = evolve(report, &record);
            history.push(record);
        }
    }
    (report, history)
}

fn send(number: &str) -> (ReportSide, QuarterlyAct) {
    (ReportSide::Own, QuarterlyAct::Send { number: number.into(), frozen: "ab".repeat(32) })
}

fn drawn(
    part: ReportSide,
    acts: &[(ReportSide, QuarterlyAct)],
    tried: Option<(&Posted, Submit, &[&str])>,
) -> [Html; 2] {
    let (report, history) = after(acts);
    let officer = samples::officer(Role::AgencyHead);
    render_both(|language| {
        let draft = QuarterlyDraft { frozen: frozen(4, report.outside.clone()), missing: Vec::new() };
        let sent = frozen(4, Vec::new());
        let own_draft = report.is_open() && part == ReportSide::Own;
        let looked = QuarterlyLook {
            due: &due(),
            address: "/office/reports/quarters/2025-4/II.06a/justice",
            report: &report,
            draft: own_draft.then_some(&draft),
            sent: report.last().filter(|_| !own_draft).map(|_| &sent),
            history: &history,
            people: &[(officer.account, officer.name.clone())],
            agency: name(),
            recipient: Text::new("Ủy ban nhân dân tỉnh", "Province"),
            missing: if own_draft { vec![Text::new("Xã Mai Khê", "Mai Khe Commune")] } else { Vec::new() },
            context: context(part),
        };
        let tried = tried.map(|(posted, submit, wrong)| Tried {
            posted,
            submit: Some(submit),
            wrong: wrong.iter().map(|wrong| wrong.to_string()).collect(),
        });
        report::view(Chrome::anonymous(language, "II.06a"), &looked, tried).unwrap()
    })
}

fn buttons(html: &Html) -> Vec<String> {
    html.all("main .act-list button")
        .iter()
        .map(|button| button.attribute("value").unwrap().to_string())
        .collect()
}

#[test]
fn a_draft_shows_figures_as_of_now_what_is_not_in_them_and_what_comes_next() {
    let bring = QuarterlyAct::Bring { source: "Bảo hiểm xã hội".into(), rows: vec![outside()] };
    let [vietnamese, english] = snapshot!(drawn(
        ReportSide::Own,
        &[(ReportSide::Controlling, QuarterlyAct::Remind), (ReportSide::Own, bring)],
        None
    ));
    for (html, missing, sum) in
        [(&vietnamese, "Xã Mai Khê", "Ngoài hệ thống"), (&english, "Mai Khe Commune", "Outside the system")]
    {
        assert_eq!(buttons(html), ["check", "bring"]);
        assert_eq!(html.all(".figures").len(), 2, "its own, and in and outside");
        assert!(html.texts(".notice").iter().any(|said| said.contains(missing)));
        assert!(html.one("main").text().contains(sum));
        html.one("main table button[value=drop]");
    }
}

#[test]
fn each_side_is_offered_what_it_may_do() {
    let checked = [(ReportSide::Own, QuarterlyAct::Check)];
    let sent = [(ReportSide::Own, QuarterlyAct::Check), send("97/BC-STP")];
    let mut received = sent.to_vec();
    received.push((ReportSide::Controlling, QuarterlyAct::Receive));
    let mut returned = sent.to_vec();
    returned.push((ReportSide::Controlling, QuarterlyAct::Return { remarks: "Cột 9".into() }));
    for (acts, own, office) in [
        (&checked[..], &["send", "bring"][..], &["remind"][..]),
        (&sent, &["reopen"], &["receive", "return"]),
        (&received, &["reopen"], &[]),
        (&returned, &["check", "bring"], &["remind"]),
    ] {
        for html in drawn(ReportSide::Own, acts, None) {
            assert_eq!(buttons(&html), own);
        }
        for html in drawn(ReportSide::Controlling, acts, None) {
            assert_eq!(buttons(&html), office);
            assert_eq!(html.has(".figures"), acts.len() > 1, "nobody else sees a draft");
        }
    }
    for html in drawn(ReportSide::Own, &returned, None) {
        assert!(html.one(".notice--warning").text().contains("Cột 9"));
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_what_was_typed() {
    let posted = Posted::of(vec![("source".into(), "Bảo hiểm".into())]);
    for html in drawn(ReportSide::Own, &[], Some((&posted, Submit::Bring, &["Dòng 2: sai", "Dòng 7: sai"])))
    {
        let told = html.one(".error-summary").text();
        assert!(told.contains("Dòng 2") && told.contains("Dòng 7"), "{told}");
        assert_eq!(html.one("input[name=source]").attribute("value"), Some("Bảo hiểm"));
    }
}

#[test]
fn an_issue_shows_what_was_frozen_and_what_is_other_than_before() {
    let (report, _) = after(&[
        (ReportSide::Own, QuarterlyAct::Check),
        send("1/BC"),
        (ReportSide::Controlling, QuarterlyAct::Return { remarks: "?".into() }),
        (ReportSide::Own, QuarterlyAct::Check),
        send("2/BC"),
    ]);
    let (first, second) = (frozen(4, Vec::new()), frozen(5, vec![outside()]));
    let issue = FrozenIssue { differences: Some(differences(&first, &second).unwrap()), frozen: second };
    let [vietnamese, english] = snapshot!(render_both(|language| {
        issue::view(
            Chrome::anonymous(language, "II.06a"),
            &report.issues[1],
            &issue,
            "/office/reports/quarters/2025-4/II.06a/justice",
        )
        .unwrap()
    }));
    for html in [&vietnamese, &english] {
        assert_eq!(html.all(".figures").len(), 3, "what is other, the report, in and outside");
        assert!(html.texts(".figures")[0].contains("4 → 5"));
        assert_eq!(html.all("main .buttons a").len(), 3);
    }
    let same = FrozenIssue { differences: Some(Vec::new()), ..issue };
    for html in render_both(|language| {
        issue::view(
            Chrome::anonymous(language, "II.06a"),
            &report.issues[1],
            &same,
            "/office/reports/quarters/2025-4/II.06a/justice",
        )
        .unwrap()
    }) {
        assert!(!html.one("main").text().contains('→'));
    }
}

#[test]
fn the_list_tells_who_has_sent_who_is_late_and_who_was_reminded() {
    let listed = |agency, acts: &[(ReportSide, QuarterlyAct)], late| QuarterlyListed {
        agency: AgencyId(agency),
        report: after(acts).0,
        due_on: date(2025, 12, 18),
        late,
    };
    let agency = |id, vi: &str| Agency {
        id: AgencyId(id),
        key: format!("agency{id}"),
        kind: AgencyKind::Department,
        name: Text::new(vi, vi),
        ..samples::agency()
    };
    let list = QuarterlyList {
        own: listed(1, &[], true),
        controlled: vec![
            listed(
                2,
                &[
                    (ReportSide::Own, QuarterlyAct::Check),
                    send("97/BC-STP"),
                    (ReportSide::Controlling, QuarterlyAct::Receive),
                ],
                true,
            ),
            listed(3, &[(ReportSide::Controlling, QuarterlyAct::Remind)], true),
            listed(4, &[(ReportSide::Own, QuarterlyAct::Check), send("5/BC")], false),
        ],
    };
    let agencies = [agency(1, "Tỉnh"), agency(2, "Sở A"), agency(3, "Sở B"), agency(4, "Sở C")];
    let view = |language: Language| {
        let quarter = Quarter::parse("4/2025").unwrap();
        let current = Quarter::parse("1/2026").unwrap();
        list_view(Chrome::anonymous(language, "x"), &list, &agencies, filed().unwrap(), quarter, current)
    };
    let [vietnamese, english] = snapshot!(render_both(view));
    for (html, late, counts) in [
        (
            &vietnamese,
            ["Quá hạn gửi", "Gửi muộn", "Quá hạn gửi"],
            "Đã tiếp nhận 1 · chờ tiếp nhận 1 · chưa gửi 1",
        ),
        (&english, ["Late", "Sent late", "Late"], "1 received · 1 to receive · 1 not sent"),
    ] {
        assert_eq!(html.texts(".tag--late"), late);
        assert!(html.one("main").text().contains(counts));
        assert_eq!(html.all("main tbody th a").len(), 4);
    }
}
