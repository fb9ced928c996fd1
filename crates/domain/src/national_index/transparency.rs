//! Openness: procedures published in full and in time, and dossiers that reach the nation.

use super::{HowCounted, HowSure, IndexGroup, IndexPart};

pub static TRANSPARENCY: IndexGroup = IndexGroup {
    key: "transparency",
    name: ("Công khai, minh bạch", "Openness"),
    maximum: 18,
    parts: &[IndexPart {
        key: "publication",
        name: ("Công khai thủ tục và đồng bộ hồ sơ", "Publication, and dossiers that reach the nation"),
        maximum: Some(18),
        sure: HowSure::Known,
        counted: HowCounted::NoData((
            "Có khi biết điểm của từng phần và nối với Cổng Dịch vụ công quốc gia.",
            "It comes when the points of each part are known, and with the national portal.",
        )),
    }],
};
