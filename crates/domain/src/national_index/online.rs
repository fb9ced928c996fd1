//! Online services, and payment online.

use super::{CountedShare, HowCounted, HowSure, IndexGroup, IndexPart, RegainBy};
use crate::report::FigureList;

pub static ONLINE: IndexGroup = IndexGroup {
    key: "online",
    name: ("Cung cấp dịch vụ trực tuyến", "Online services"),
    maximum: 22,
    parts: &[
        IndexPart {
            key: "online-share",
            name: ("Hồ sơ nộp trực tuyến", "Dossiers filed online"),
            maximum: Some(12),
            sure: HowSure::Uncertain((
                "Dịch vụ trực tuyến có 12 điểm, nhưng chưa rõ chia thế nào giữa tỷ lệ hồ sơ trực tuyến và mức độ cung cấp; ở đây tính cả 12 điểm theo tỷ lệ, đủ điểm từ 50%. Quốc gia còn đòi kết quả điện tử.",
                "Online services have 12 points, but how they are divided between the online share and the level offered is not known; here all 12 go by the share, in full from 50%. The nation also wants the result to be electronic.",
            )),
            counted: HowCounted::Share(CountedShare {
                formula: (
                    "12 × (nộp trực tuyến / đã nhận) / 50%, nhiều nhất 12",
                    "12 × (filed online / received) / 50%, at most 12",
                ),
                numerator: |counts| counts.received_online,
                denominator: |counts| counts.received(),
                target: 50,
                lost: FigureList::ReceivedOtherwise,
                regain: RegainBy::FileOnline,
            }),
        },
        IndexPart {
            key: "payment",
            name: ("Thanh toán trực tuyến", "Payment online"),
            maximum: Some(10),
            sure: HowSure::Known,
            counted: HowCounted::NoData((
                "Có khi nối với nền tảng thanh toán quốc gia.",
                "It comes with the national payment platform.",
            )),
        },
    ],
};
