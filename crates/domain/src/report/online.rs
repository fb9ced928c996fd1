//! How dossiers came in: a table of our own until the form is found.

use super::ii06a::{FREE, FREE_SAID, column, conventions};
use super::{
    CrossCheck, FigureList, ReportColumn, ReportEntry, ReportSource, Rows, StatisticalReport, Words, sum,
};

const RECEIVED: Words = ("Số hồ sơ tiếp nhận trong kỳ", "Dossiers received in the period");

pub static ONLINE: StatisticalReport = StatisticalReport {
    key: "online",
    formula: 1,
    form: None,
    title: ("Hồ sơ nộp trực tuyến", "Dossiers filed online"),
    unit: ("hồ sơ", "dossiers"),
    heading: ("Lĩnh vực", "Field"),
    source: ReportSource::Dossiers,
    rows: &[Rows::Fields, Rows::Agencies, Rows::Levels],
    columns: &[
        ReportColumn {
            key: "received",
            number: 3,
            head: &[RECEIVED, ("Tổng số", "Total")],
            figure: received,
            share: false,
            opens: None,
        },
        column(FigureList::ReceivedOnline, 4, &[RECEIVED, ("Trực tuyến", "Online")], online),
        ReportColumn {
            key: "received-counter",
            number: 5,
            head: &[RECEIVED, ("Trực tiếp", "In person")],
            figure: |of| sum(of, |counts| counts.received_counter),
            share: false,
            opens: None,
        },
        ReportColumn {
            key: "received-post",
            number: 6,
            head: &[RECEIVED, ("Bưu chính công ích", "By post")],
            figure: |of| sum(of, |counts| counts.received_post),
            share: false,
            opens: None,
        },
        ReportColumn {
            key: "online-share",
            number: 7,
            head: &[("Tỷ lệ trực tuyến (%)", "Online (%)")],
            figure: |of| (online(of) * 1000 + received(of) / 2).checked_div(received(of)).unwrap_or(0),
            share: true,
            opens: None,
        },
    ],
    checks: &[CrossCheck::Same(&[3], &[4, 5, 6])],
    apart: FREE,
    apart_said: FREE_SAID,
    conventions,
};

fn received(entries: &[&ReportEntry]) -> i64 {
    sum(entries, |counts| counts.received())
}

fn online(entries: &[&ReportEntry]) -> i64 {
    sum(entries, |counts| counts.received_online)
}
