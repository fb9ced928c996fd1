//! II.07b: how far the one-stop mechanism reaches (columns as systems print them).

use super::{CrossCheck, ReportColumn, ReportEntry, ReportSource, Rows, StatisticalReport, Words};
use crate::Text;
use crate::agency::AgencyLevel;
use crate::rules::RulePack;
use std::collections::BTreeSet;

const COMPETENT: Words = ("Số TTHC thuộc thẩm quyền giải quyết", "Procedures within competence");
const ONE_STOP: Words =
    ("Số TTHC thực hiện theo cơ chế một cửa, một cửa liên thông", "Under the one-stop mechanism");
const PROCESS: Words = ("Số quy trình nội bộ đã ban hành", "Internal processes issued");
const TOTAL: Words = ("Tổng số", "Total");
const PROVINCE: Words = ("Cấp tỉnh", "Province");
const DISTRICT: Words = ("Cấp huyện", "District");
const COMMUNE: Words = ("Cấp xã", "Commune");

pub static II07B: StatisticalReport = StatisticalReport {
    key: "II.07b",
    formula: 1,
    form: Some("Biểu số II.07b/VPCP/KSTT"),
    title: (
        "Kết quả thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
        "Procedures under the one-stop mechanism",
    ),
    unit: ("thủ tục hành chính", "procedures"),
    heading: ("Đơn vị", "Agency"),
    source: ReportSource::Catalogue,
    rows: &[Rows::Agencies],
    columns: &[
        column("competent", 3, &[COMPETENT, TOTAL], |of| all(of, competent)),
        column("competent-province", 4, &[COMPETENT, PROVINCE], |of| number(of, PROVINCES, competent)),
        column("competent-district", 5, &[COMPETENT, DISTRICT], |of| number(of, DISTRICTS, competent)),
        column("competent-commune", 6, &[COMPETENT, COMMUNE], |of| number(of, COMMUNES, competent)),
        column("one-stop", 7, &[ONE_STOP, TOTAL], |of| all(of, one_stop)),
        column("one-stop-province", 8, &[ONE_STOP, PROVINCE], |of| number(of, PROVINCES, one_stop)),
        column("one-stop-district", 9, &[ONE_STOP, DISTRICT], |of| number(of, DISTRICTS, one_stop)),
        column("one-stop-commune", 10, &[ONE_STOP, COMMUNE], |of| number(of, COMMUNES, one_stop)),
        column("processes", 11, &[PROCESS, TOTAL], |of| all(of, process)),
        column("processes-province", 12, &[PROCESS, PROVINCE], |of| number(of, PROVINCES, process)),
        column("processes-district", 13, &[PROCESS, DISTRICT], |of| number(of, DISTRICTS, process)),
        column("processes-commune", 14, &[PROCESS, COMMUNE], |of| number(of, COMMUNES, process)),
    ],
    checks: &[
        CrossCheck::Same(&[3], &[4, 5, 6]),
        CrossCheck::Same(&[7], &[8, 9, 10]),
        CrossCheck::Same(&[11], &[12, 13, 14]),
        CrossCheck::AtMost(7, 3),
        CrossCheck::AtMost(11, 3),
    ],
    apart: &[],
    apart_said: ("", ""),
    conventions,
};

const fn column(
    key: &'static str,
    number: u8,
    head: &'static [Words],
    figure: fn(&[&ReportEntry]) -> i64,
) -> ReportColumn {
    ReportColumn { key, number, head, figure, share: false, opens: None }
}

/// The form knows three levels; what is a ministry's stands with the first of them.
const PROVINCES: &[AgencyLevel] = &[AgencyLevel::Ministry, AgencyLevel::Province];
const DISTRICTS: &[AgencyLevel] = &[AgencyLevel::District];
const COMMUNES: &[AgencyLevel] = &[AgencyLevel::Commune];

/// Procedures at a level, each once however many agencies of it do it.
fn number(entries: &[&ReportEntry], levels: &[AgencyLevel], is: fn(&ReportEntry) -> bool) -> i64 {
    let counted = entries.iter().filter(|entry| levels.contains(&entry.level) && is(entry));
    counted.map(|entry| &entry.procedure).collect::<BTreeSet<_>>().len() as i64
}

/// What is done at two levels counts at each.
fn all(entries: &[&ReportEntry], is: fn(&ReportEntry) -> bool) -> i64 {
    [PROVINCES, DISTRICTS, COMMUNES].into_iter().map(|levels| number(entries, levels, is)).sum()
}

fn competent(entry: &ReportEntry) -> bool {
    entry.offered.is_some()
}

fn one_stop(entry: &ReportEntry) -> bool {
    entry.offered.is_some_and(|offered| offered.one_stop)
}

fn process(entry: &ReportEntry) -> bool {
    entry.offered.is_some_and(|offered| offered.process)
}

fn conventions(_: &RulePack) -> Vec<Text> {
    [
        (
            "Thủ tục tính theo ngày cuối kỳ, như danh mục và phân công tiếp nhận khi đó.",
            "Procedures are those of the last day of the period, as the catalogue and the offerings were then.",
        ),
        (
            "Thủ tục do nhiều cơ quan cùng cấp giải quyết tính một lần ở dòng tổng; thủ tục thuộc thẩm quyền hai cấp tính ở từng cấp.",
            "A procedure that several agencies of a level do counts once in the total; one of two levels counts at each.",
        ),
        (
            "Theo cơ chế một cửa là có bộ phận tiếp nhận và trả kết quả nhận hồ sơ; quy trình nội bộ là quy trình đã công bố có ít nhất một bước.",
            "Under the one-stop mechanism means that a counter receives it; an internal process is one that is published and has a step.",
        ),
    ]
    .map(Text::from)
    .to_vec()
}
