//! A row of cells, and what it is by what it says.

/// A row as it was filled in.
#[derive(Default)]
pub(super) struct FilledRow {
    /// Its place, from 0.
    pub at: usize,
    pub order: String,
    pub name: String,
    pub who: String,
    pub role: String,
    pub time: String,
    pub product: String,
    pub next: String,
    pub english: String,
    /// All it says, where it says one thing only.
    pub alone: Option<String>,
    pub first: String,
    /// Its doer is that of the rows above: one cell.
    pub shared_who: bool,
    pub shared_time: bool,
}

impl FilledRow {
    /// It says nothing of how something is done.
    pub fn is_bare(&self) -> bool {
        let said = [&self.who, &self.role, &self.time, &self.product, &self.next];
        said.iter().all(|text| text.is_empty()) && !self.shared_who
    }

    pub fn says(&self) -> bool {
        !(self.who.is_empty() && self.time.is_empty() && self.product.is_empty() && self.next.is_empty())
    }

    pub fn is_total(&self) -> bool {
        let small = self.first.to_lowercase();
        let alone = ["tổng", "cộng", "total", "tổng:", "cộng:", "total:"];
        let begins = [
            "tổng cộng",
            "tổng thời gian",
            "tổng số",
            "tổng giai đoạn",
            "cộng thời gian",
            "cộng các",
            "cộng giai đoạn",
            "cộng phần",
            "cộng mục",
            "total time",
            "total ",
            "subtotal",
        ];
        let said = alone.contains(&small.as_str()) || begins.iter().any(|word| small.starts_with(word));
        said && self.who.is_empty() && !self.shared_who
    }

    /// Who made the table signs below it.
    pub fn is_signed(&self) -> bool {
        let small = self.first.to_lowercase();
        let begins = [
            "người lập",
            "người soạn",
            "người ký",
            "người phê duyệt",
            "thủ trưởng",
            "xác nhận của",
            "ký tên",
            "(ký",
            "tm.",
            "t/m",
            "kt.",
            "prepared by",
            "approved by",
            "signed",
        ];
        self.order.is_empty() && self.time.is_empty() && begins.iter().any(|word| small.starts_with(word))
    }

    pub fn is_called(&self, word: &str) -> bool {
        self.name.to_lowercase().starts_with(word)
    }

    pub fn is_note(&self) -> bool {
        let small = self.first.to_lowercase();
        let begins = ["ghi chú", "lưu ý", "chú thích", "note:", "notes:", "*", "(*)", "nơi nhận"];
        self.is_bare() && begins.iter().any(|word| small.starts_with(word))
    }
}

/// `Giai đoạn 2: …`
pub(super) fn is_called_phase(name: &str) -> bool {
    let small = name.to_lowercase();
    ["giai đoạn ", "phần ", "phase ", "part "].iter().any(|word| small.starts_with(word))
}

pub(super) enum Mark {
    Start,
    End,
}

/// A row that only says that it begins or ends there.
pub(super) fn marks(name: &str) -> Option<Mark> {
    match name.to_lowercase().as_str() {
        "bắt đầu" | "start" => Some(Mark::Start),
        "kết thúc" | "hết" | "end" => Some(Mark::End),
        _ => None,
    }
}
