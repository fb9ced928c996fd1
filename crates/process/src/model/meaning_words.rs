//! What words say of that: by what ways, ends and steps are called, in both languages.

use super::Means;

impl Means {
    /// By the words a way, or an end, is called by.
    pub fn of_words(words: &str) -> Means {
        let small = typed::key(words);
        let small = small.trim_matches(|letter: char| !letter.is_alphanumeric());
        // “Kết quả / Từ chối” is as well a result as a denial.
        let about = ["hồ sơ", "kết quả"].iter().find_map(|what| after(small, what));
        let small = about.filter(|rest| !rest.contains('/')).unwrap_or(small);
        let small = small.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        if is_denial(small) {
            Means::Denied
        } else if begins_with(small, &GOOD) || small == "có" || small == "yes" {
            Means::Granted
        } else {
            Means::Neither
        }
    }
}

impl Means {
    /// By what an end is called: “Hồ sơ bị từ chối” and “Trả hồ sơ, không cấp phép” say it with words around it.
    pub fn of_end(name: &str) -> Means {
        let said = format!(" {} ", typed::words(name).join(" "));
        let holds = |all: &[&str]| all.iter().any(|word| said.contains(&format!(" {word} ")));
        match Means::of_words(name) {
            // “Trả kết quả / từ chối”, “Trả lại hồ sơ và kết quả”: something may be granted there.
            Means::Neither if name.contains('/') || holds(&EITHER) || holds(&RESULTS) => Means::Neither,
            Means::Neither if holds(&DENIALS) || holds(&GIVEN_BACK) => Means::Denied,
            by_words => by_words,
        }
    }

    /// By what a step is called: in one that makes out a denial it can only be denied.
    pub fn of_step(name: &str) -> Means {
        let words = typed::words(name);
        let said = format!(" {} ", words.join(" "));
        let holds = |all: &[&str]| all.iter().any(|word| said.contains(&format!(" {word} ")));
        let makes = MAKES_OUT.iter().any(|verb| said.starts_with(&format!(" {verb} ")));
        if makes && holds(&DENIALS) && !holds(&EITHER) && !name.contains('/') {
            Means::Denied
        } else {
            Means::Neither
        }
    }
}

/// How steps are called, without case and marks, in which something is made out or given to who applied.
const MAKES_OUT: [&str; 24] = [
    "ky",
    "ra",
    "ban hanh",
    "phat hanh",
    "phe duyet",
    "du thao",
    "soan",
    "lap",
    "trinh ky",
    "gui",
    "dong dau",
    "thong bao",
    "tra loi",
    "van ban",
    "cong van",
    "quyet dinh",
    "tu choi",
    "sign",
    "issue",
    "draft",
    "send",
    "write",
    "notify",
    "letter",
];
/// That it is a denial.
const DENIALS: [&str; 17] = [
    "tu choi",
    "khong chap thuan",
    "khong chap nhan",
    "khong dong y",
    "khong du dieu kien",
    "khong dat",
    "khong phe duyet",
    "khong cap",
    "khong giai quyet",
    "khong dap ung",
    "bac don",
    "bac ho so",
    "denial",
    "refusal",
    "rejection",
    "not approved",
    "not eligible",
];
/// What is given out where something was granted, though a denial may be too.
const RESULTS: [&str; 3] = ["ket qua", "result", "results"];
/// What came is given back, where it ends so; who takes it back is granted nothing.
const GIVEN_BACK: [&str; 11] = [
    "tra lai ho so",
    "tra lai don",
    "tra don",
    "khong tiep nhan",
    "returned unprocessed",
    "rut ho so",
    "rut don",
    "rut lai ho so",
    "withdrawn",
    "withdrawal",
    "withdraws",
];
/// That it may as well be none, or asks for something yet.
const EITHER: [&str; 8] = ["hoac", "hay", "bo sung", "y kien", "khieu nai", "or", "additional", "missing"];

/// Words that a way begins with on which it is granted.
const GOOD: [&str; 35] = [
    "đạt",
    "đủ",
    "đầy đủ",
    "đồng ý",
    "nhất trí",
    "duyệt",
    "phê duyệt",
    "chấp thuận",
    "chấp nhận",
    "hợp lệ",
    "hợp pháp",
    "phù hợp",
    "đáp ứng",
    "đúng",
    "thông qua",
    "bảo đảm",
    "đảm bảo",
    "cho phép",
    "được",
    "cấp",
    "giải quyết",
    "passed",
    "pass",
    "approved",
    "approve",
    "granted",
    "grant",
    "agreed",
    "agree",
    "accepted",
    "accept",
    "complete",
    "valid",
    "right",
    "eligible",
];

/// Words that a way begins with on which it is denied.
const BAD: [&str; 19] = [
    "từ chối",
    "bác bỏ",
    "bác đơn",
    "bác hồ sơ",
    "sai",
    "thiếu",
    "vi phạm",
    "rejected",
    "reject",
    "denied",
    "deny",
    "refused",
    "refuse",
    "declined",
    "failed",
    "fail",
    "incomplete",
    "invalid",
    "wrong",
];

/// What is asked where yes is good.
pub(super) const ASKS_PASSING: [&str; 27] = [
    "đạt",
    "đủ",
    "đầy đủ",
    "đồng ý",
    "nhất trí",
    "duyệt",
    "chấp thuận",
    "chấp nhận",
    "hợp lệ",
    "hợp pháp",
    "phù hợp",
    "đáp ứng",
    "thông qua",
    "bảo đảm",
    "đảm bảo",
    "cho phép",
    "đúng",
    "chính xác",
    "approved",
    "approve",
    "agreed",
    "accepted",
    "complete",
    "valid",
    "eligible",
    "passed",
    "correct",
];
/// What is asked where yes is bad, whatever else is said.
pub(super) const ASKS_FAULT: [&str; 14] = [
    "vi phạm",
    "thiếu",
    "sai",
    "sai sót",
    "từ chối",
    "lỗi",
    "không đạt",
    "không đủ",
    "chưa đủ",
    "bổ sung",
    "khiếu nại",
    "quá hạn",
    "tranh chấp",
    "vướng mắc",
];

/// What turns the good into the bad.
const NOT: [&str; 5] = ["không", "chưa", "ko", "not", "no"];

fn begins_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| after(text, word).is_some())
}

/// What follows a word at the beginning of a text.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim_start())
}

fn is_denial(small: &str) -> bool {
    let turned = NOT.iter().filter_map(|not| after(small, not)).any(|rest| {
        let rest = ["được", "có", "be"].iter().find_map(|word| after(rest, word)).unwrap_or(rest);
        rest.is_empty() || begins_with(rest, &GOOD)
    });
    turned || begins_with(small, &BAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ways_say_what_they_mean() {
        for good in
            ["Đạt", "Có", "đồng ý", "Đủ điều kiện", "Yes", "Approved", "Hợp lệ", "Phê duyệt", "Được cấp phép"]
        {
            assert_eq!(Means::of_words(good), Means::Granted, "{good}");
        }
        for bad in [
            "Không",
            "Không đạt",
            "chưa đạt",
            "Từ chối",
            "Từ chối cấp phép",
            "No",
            "Not passed",
            "Không đồng ý",
            "Không đủ điều kiện",
            "Chưa đủ hồ sơ",
            "Rejected",
            "Không được duyệt",
            "Sai",
            "Incomplete",
        ] {
            assert_eq!(Means::of_words(bad), Means::Denied, "{bad}");
        }
        for denied in [
            "Ký văn bản từ chối",
            "Ký thông báo từ chối",
            "Trả lời không đủ điều kiện",
            "Văn bản không chấp thuận",
            "ky van ban tu choi",
            "Sign the refusal",
        ] {
            assert_eq!(Means::of_step(denied), Means::Denied, "{denied}");
        }
        for open in [
            "",
            "Ký giấy phép hoặc văn bản từ chối",
            "Ký văn bản chấp thuận/từ chối",
            "Xem xét hồ sơ không đạt",
            "Thông báo bổ sung hồ sơ không đạt",
            "Ký giấy phép",
            "Giải quyết khiếu nại việc từ chối",
        ] {
            assert_eq!(Means::of_step(open), Means::Neither, "{open}");
        }
        for denied in [
            "Hồ sơ bị từ chối",
            "Trả hồ sơ, không cấp phép",
            "Trả lại hồ sơ",
            "Hồ sơ không đạt",
            "Application: denial",
        ] {
            assert_eq!(Means::of_end(denied), Means::Denied, "{denied}");
        }
        for open in [
            "",
            "Kết thúc",
            "Trả kết quả",
            "Trả hồ sơ",
            "Trả giấy phép hoặc văn bản từ chối",
            "Kết quả / Từ chối",
            "Giấy phép / Văn bản từ chối",
            "Trả lại hồ sơ và kết quả",
            "Đã yêu cầu bổ sung",
        ] {
            assert_eq!(Means::of_end(open), Means::Neither, "{open}");
        }
        for neither in
            ["", "Trường hợp khác", "Không cần khảo sát", "Cần khảo sát", "Loại A", "Note", "Nội bộ", "Xong"]
        {
            assert_eq!(Means::of_words(neither), Means::Neither, "{neither}");
        }
    }
}
