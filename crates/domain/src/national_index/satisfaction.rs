//! How content people are.

use super::{HowCounted, HowSure, IndexGroup, IndexPart};

pub static SATISFACTION: IndexGroup = IndexGroup {
    key: "satisfaction",
    name: ("Mức độ hài lòng", "Satisfaction"),
    maximum: 18,
    parts: &[IndexPart {
        key: "content",
        name: (
            "Hài lòng khi làm thủ tục; phản ánh, kiến nghị xử lý đúng hạn",
            "Satisfaction with service; opinions answered in time",
        ),
        maximum: Some(18),
        sure: HowSure::Known,
        counted: HowCounted::NoData((
            "Có khi nối với hệ thống phản ánh, kiến nghị và đánh giá của quốc gia.",
            "It comes with the national systems of opinions and evaluation.",
        )),
    }],
};
