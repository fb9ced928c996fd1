//! II.06a: how dossiers were settled (TT 01/2020/TT-VPCP; the columns as two generations of systems print them).

use super::{
    CrossCheck, FigureList, ReportColumn, ReportEntry, ReportSource, Rows, StatisticalReport, Words, sum,
};
use crate::Text;
use crate::rules::RulePack;

const RECEIVED: Words = ("Số hồ sơ nhận giải quyết", "Dossiers to be settled");
const IN_PERIOD: Words = ("Trong kỳ", "In the period");
const DONE: Words = ("Số hồ sơ đã giải quyết", "Settled");
const IN_HAND: Words = ("Số hồ sơ đang giải quyết", "In hand");
const TOTAL: Words = ("Tổng số", "Total");

pub static II06A: StatisticalReport = StatisticalReport {
    key: "II.06a",
    formula: 1,
    form: Some("Biểu số II.06a/VPCP/KSTT"),
    title: (
        "Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết",
        "Settlement of procedures at the agencies that settle them",
    ),
    unit: ("hồ sơ", "dossiers"),
    heading: ("Lĩnh vực, công việc giải quyết theo cấp", "Field, by level"),
    source: ReportSource::Dossiers,
    rows: &[Rows::Fields, Rows::Agencies, Rows::Levels],
    columns: &[
        column(FigureList::All, 3, &[RECEIVED, TOTAL], |of| {
            sum(of, |counts| counts.received() + counts.carried_over)
        }),
        column(FigureList::ReceivedOnline, 4, &[RECEIVED, IN_PERIOD, ("Trực tuyến", "Online")], |of| {
            sum(of, |counts| counts.received_online)
        }),
        column(
            FigureList::ReceivedOtherwise,
            5,
            &[RECEIVED, IN_PERIOD, ("Trực tiếp, dịch vụ bưu chính", "In person or by post")],
            |of| sum(of, |counts| counts.received_counter + counts.received_post),
        ),
        column(FigureList::CarriedOver, 6, &[RECEIVED, ("Từ kỳ trước", "Carried over")], |of| {
            sum(of, |counts| counts.carried_over)
        }),
        column(FigureList::Done, 7, &[DONE, TOTAL], |of| sum(of, |counts| counts.done())),
        column(FigureList::DoneEarly, 8, &[DONE, ("Trước hạn", "Early")], |of| {
            sum(of, |counts| counts.done_early)
        }),
        column(FigureList::DoneOnTime, 9, &[DONE, ("Đúng hạn", "On time")], |of| {
            sum(of, |counts| counts.done_on_time)
        }),
        column(FigureList::DoneLate, 10, &[DONE, ("Quá hạn", "Late")], |of| {
            sum(of, |counts| counts.done_late)
        }),
        column(FigureList::InHand, 11, &[IN_HAND, TOTAL], |of| sum(of, |counts| counts.in_hand())),
        column(FigureList::InHandInTime, 12, &[IN_HAND, ("Trong hạn", "In time")], |of| {
            sum(of, |counts| counts.in_hand_in_time)
        }),
        column(FigureList::InHandLate, 13, &[IN_HAND, ("Quá hạn", "Late")], |of| {
            sum(of, |counts| counts.in_hand_late)
        }),
    ],
    checks: &[
        CrossCheck::Same(&[3], &[4, 5, 6]),
        CrossCheck::Same(&[7], &[8, 9, 10]),
        CrossCheck::Same(&[11], &[12, 13]),
        CrossCheck::Same(&[3], &[7, 11]),
    ],
    apart: FREE,
    apart_said: FREE_SAID,
    conventions,
};

/// Without a limit by law nothing is early, on time or late.
pub(super) const FREE: &[ReportColumn] = &[
    column(FigureList::FreeReceived, 0, &[("nhận trong kỳ", "received")], |of| {
        sum(of, |counts| counts.without_limit.received)
    }),
    column(FigureList::FreeCarriedOver, 0, &[("từ kỳ trước", "carried over")], |of| {
        sum(of, |counts| counts.without_limit.carried_over)
    }),
    column(FigureList::FreeDone, 0, &[("đã giải quyết", "settled")], |of| {
        sum(of, |counts| counts.without_limit.done)
    }),
    column(FigureList::FreeInHand, 0, &[("đang giải quyết", "in hand")], |of| {
        sum(of, |counts| counts.without_limit.in_hand)
    }),
];

pub(super) const FREE_SAID: Words = (
    "Ngoài bảng, hồ sơ của thủ tục không có thời hạn giải quyết tính được theo ngày, giờ",
    "Not in the table, dossiers of procedures without a legal limit in days or hours",
);

/// A column whose figure opens to a list of dossiers, by whose key it is known.
pub(super) const fn column(
    opens: FigureList,
    number: u8,
    head: &'static [Words],
    figure: fn(&[&ReportEntry]) -> i64,
) -> ReportColumn {
    ReportColumn { key: opens.key(), number, head, figure, share: false, opens: Some(opens) }
}

/// What the rule pack says of counting dossiers.
pub(super) fn conventions(pack: &RulePack) -> Vec<Text> {
    let ended = match pack.ended_late_is_late.holds {
        true => (
            "Hồ sơ rút hoặc dừng giải quyết tính là đã giải quyết: đúng hạn nếu khi đó còn trong hạn, quá hạn nếu khi đó đã quá hạn (chưa kiểm chứng).",
            "A dossier that was withdrawn or stopped counts as settled: on time where it was not late by then, late where it was (unconfirmed).",
        ),
        false => (
            "Hồ sơ rút hoặc dừng giải quyết tính là đã giải quyết đúng hạn (chưa kiểm chứng).",
            "A dossier that was withdrawn or stopped counts as settled on time (unconfirmed).",
        ),
    };
    pack.counting.iter().copied().chain([ended]).map(Text::from).collect()
}
