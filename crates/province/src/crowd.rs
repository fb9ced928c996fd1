//! Made-up people and organisations, as many as are wanted.

use crate::chance::Chance;
use app::fold::fold;
use domain::dossier::{Party, PartyKind};

const FAMILY: [&str; 20] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng", "Huỳnh",
    "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương",
];
const MIDDLE: [&str; 24] = [
    "Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc", "Quang", "Hữu", "Xuân", "Thu", "Hồng", "Kim", "Anh", "Gia",
    "Bảo", "Quốc", "Tuấn", "Thuỳ", "Phương", "Mai", "Công", "Đình", "Bá", "Khánh",
];
const GIVEN: [&str; 60] = [
    "An", "Bình", "Chi", "Cường", "Dung", "Dũng", "Duy", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hậu", "Hiền",
    "Hiếu", "Hoa", "Hoà", "Hoàng", "Hùng", "Hương", "Huy", "Khang", "Khoa", "Kiên", "Lan", "Linh", "Loan",
    "Long", "Ly", "Mạnh", "My", "Nam", "Nga", "Nghĩa", "Nhân", "Nhung", "Oanh", "Phát", "Phong", "Phúc",
    "Quân", "Quyên", "Sơn", "Tâm", "Tân", "Thắng", "Thảo", "Thành", "Thịnh", "Thuỷ", "Tiến", "Toàn", "Trang",
    "Trí", "Trung", "Tú", "Tùng", "Vân", "Việt", "Yến",
];
const TRADES: [&str; 12] = [
    "Xây dựng",
    "Thương mại",
    "Vận tải",
    "Dược phẩm",
    "Nông sản",
    "Du lịch",
    "Cơ khí",
    "May mặc",
    "Thuỷ sản",
    "Công nghệ",
    "Giáo dục",
    "Nội thất",
];

pub(crate) fn party(chance: &mut Chance, kind: PartyKind) -> Party {
    let (family, middle, given) = (*chance.pick(&FAMILY), *chance.pick(&MIDDLE), *chance.pick(&GIVEN));
    let number = |chance: &mut Chance, digits: u32| chance.between(0, 10i64.pow(digits));
    match kind {
        PartyKind::Person => {
            let name = match chance.percent(70) {
                true => format!("{family} {middle} {given}"),
                false => format!("{family} {middle} {} {given}", chance.pick(&MIDDLE)),
            };
            let mail = chance.percent(30);
            Party {
                kind,
                identity: format!("0{:011}", number(chance, 11)).into(),
                phone: format!("09{:08}", number(chance, 8)),
                email: match mail {
                    true => format!("{}.{}@example.vn", fold(given), number(chance, 6)),
                    false => String::new(),
                },
                address: address(chance),
                name,
            }
        }
        PartyKind::Organisation => {
            let words = format!("{} {given} {}", chance.pick(&TRADES), chance.pick(&GIVEN));
            Party {
                kind,
                name: format!("Công ty TNHH {words}"),
                identity: format!("0{:09}", number(chance, 9)).into(),
                phone: format!("02{:08}", number(chance, 8)),
                email: format!("lienhe.{}@example.vn", number(chance, 6)),
                address: address(chance),
            }
        }
    }
}

fn address(chance: &mut Chance) -> String {
    let (house, hamlet) = (chance.between(1, 400), chance.between(1, 20));
    format!("Số {house}, thôn {hamlet}, xã {} {}", chance.pick(&GIVEN), chance.pick(&GIVEN))
}
