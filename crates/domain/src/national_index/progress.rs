//! Progress and results: what is settled early or on time.

use super::{CountedShare, HowCounted, HowSure, IndexGroup, IndexPart, RegainBy};
use crate::report::FigureList;

pub static PROGRESS: IndexGroup = IndexGroup {
    key: "progress",
    name: ("Tiến độ, kết quả giải quyết", "Progress and results"),
    maximum: 20,
    parts: &[IndexPart {
        key: "in-time",
        name: ("Hồ sơ giải quyết sớm hạn, đúng hạn", "Dossiers settled early or on time"),
        maximum: Some(20),
        sure: HowSure::Uncertain((
            "Quốc gia lấy lúc kết thúc ở trạng thái 9, rồi 10, rồi 8 hoặc 3, và chỉ trừ thời gian của một lần bổ sung; ở đây tính đến lúc quyết định và trừ mọi lần dừng đúng luật. Hồ sơ quá hạn chưa xong chưa bị trừ điểm.",
            "The nation takes the end from status 9, then 10, then 8 or 3, and leaves out the time of one supplement only; here time runs to the decision and every lawful pause is left out. What is late and not settled costs nothing yet.",
        )),
        counted: HowCounted::Share(CountedShare {
            formula: ("20 × (sớm hạn + đúng hạn) / đã giải quyết", "20 × (early + on time) / settled"),
            numerator: |counts| counts.done_early + counts.done_on_time,
            denominator: |counts| counts.done(),
            target: 100,
            lost: FigureList::DoneLate,
            regain: RegainBy::FinishInTime,
        }),
    }],
};
