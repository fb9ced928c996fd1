//! Papers and results that are electronic, and used again.

use super::{HowCounted, HowSure, IndexGroup, IndexPart};

pub static DIGITISATION: IndexGroup = IndexGroup {
    key: "digitisation",
    name: ("Số hóa hồ sơ", "Digitisation"),
    maximum: 22,
    parts: &[IndexPart {
        key: "papers",
        name: ("Giấy tờ, kết quả được số hóa và dùng lại", "Papers and results digitised and used again"),
        maximum: Some(22),
        sure: HowSure::Known,
        counted: HowCounted::NoData((
            "Có khi nối với kho dữ liệu quốc gia và đếm được giấy tờ đã số hóa.",
            "It comes with the national stores, and once digitised papers are counted.",
        )),
    }],
};
