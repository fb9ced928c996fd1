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
                "Chưa rõ điểm của dịch vụ trực tuyến chia thế nào giữa tỷ lệ hồ sơ trực tuyến và mức độ cung cấp; ở đây tính tất cả theo tỷ lệ. Quốc gia còn đòi kết quả điện tử.",
                "How the points of online services are divided between the online share and the level offered is not known; here all of them go by the share. The nation also wants the result to be electronic.",
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
