//! Roles as officials write them: “Phó Trưởng phòng”, “Công chức một cửa”, “Lãnh đạo Sở”. Case and marks are not looked at.

use typed::one_line;

/// What words say of who does something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleSaid {
    /// The key of the role that is named, if one is.
    pub role: Option<&'static str>,
    /// What is said beside it, such as a division; empty where that names nothing.
    pub rest: String,
}

const ROLES: [(&str, &[&str]); 4] = [
    ("counter", &COUNTER),
    ("division-head", &DIVISION_HEAD),
    ("agency-head", &AGENCY_HEAD),
    ("officer", &OFFICER),
];
const COUNTER: [&str; 34] = [
    "1 cua",
    "tnhs",
    "trung tam phuc vu hcc",
    "tthcc",
    "bo phan tn va tkq",
    "bo phan tn tkq",
    "bp tn va tkq",
    "bp tn tkq",
    "tn va tkq",
    "tn tkq",
    "tnhs va tkq",
    "tnhs tkq",
    "bpmc",
    "trung tam pvhcc",
    "tt pvhcc",
    "ttpvhcc",
    "pvhcc",
    "bo phan tiep nhan va tra ket qua",
    "bo phan tiep nhan",
    "bo phan mot cua",
    "mot cua lien thong",
    "mot cua",
    "tiep nhan va tra ket qua",
    "tiep nhan",
    "tra ket qua",
    "trung tam phuc vu hanh chinh cong",
    "trung tam hanh chinh cong",
    "hanh chinh cong",
    "quay tiep nhan",
    "quay giao dich",
    "quay",
    "one stop shop",
    "one stop",
    "counter",
];
const DIVISION_HEAD: [&str; 19] = [
    "truong phong",
    "truong cac phong",
    "pho phong",
    "lanh dao phong",
    "lanh dao cac phong",
    "ld phong",
    "truong bo phan",
    "lanh dao bo phan",
    "truong ban",
    "lanh dao ban",
    "chanh van phong",
    "lanh dao van phong",
    "chi cuc truong",
    "doi truong",
    "division head",
    "head of division",
    "head of the division",
    "head of office",
    "division leader",
];
const AGENCY_HEAD: [&str; 18] = [
    "thu truong",
    "nguoi dung dau",
    "ban lanh dao",
    "ban giam doc",
    "lanh dao",
    "ld",
    "giam doc",
    "gd",
    "chu tich",
    "cuc truong",
    "bo truong",
    "agency head",
    "head of agency",
    "head of the agency",
    "director",
    "chairman",
    "chairperson",
    "leadership",
];
const OFFICER: [&str; 14] = [
    "chuyen vien",
    "cv",
    "cong chuc",
    "vien chuc",
    "can bo",
    "nhan vien",
    "van thu",
    "ke toan",
    "tham dinh vien",
    "division officer",
    "officer",
    "specialist",
    "clerk",
    "staff",
];
/// Words for who applies; nobody of the agency is called by these alone.
const APPLIES: &str = "to chuc ca nhan cong dan nguoi dan nop ho so don khach hang doanh nghiep yeu cau de nghi hoac va co nhu cau \
    chu the dau tu the or and applicant applicants citizen citizens customer client company organisation individual people";

/// Whether words say that who applies does something.
pub(crate) fn is_applicant(text: &str) -> bool {
    let words = typed::words(text);
    !words.is_empty() && words.iter().all(|word| APPLIES.split(' ').any(|known| known == word))
}

/// How steps are called in which the head of the agency signs.
const SIGNED: [&str; 6] = ["ky", "phe duyet", "ban hanh", "sign", "approve", "approval"];
/// They make a role that of whoever stands in.
const DEPUTIES: [&str; 5] = ["pho", "quyen", "deputy", "vice", "acting"];
/// Beside a role they name no division.
const FILLING: [&str; 74] = [
    "phu trach",
    "thu ly",
    "xu ly",
    "giai quyet",
    "ho so",
    "duoc",
    "phan cong",
    "co tham quyen",
    "nguoi",
    "don vi",
    "chuyen mon",
    "nghiep vu",
    "cap",
    "tinh",
    "huyen",
    "xa",
    "phuong",
    "thi tran",
    "ubnd",
    "uy ban nhan dan",
    "uy ban",
    "phong",
    "so",
    "cac",
    "truc tiep",
    "va",
    "hoac",
    "tai",
    "cua",
    "thuoc",
    "chinh",
    "cao cap",
    "co quan",
    "lien quan",
    "linh vuc",
    "noi bo",
    "bo phan",
    "cong viec",
    "ky duyet",
    "soan thao",
    "tham dinh",
    "trach nhiem",
    "vien",
    "nay",
    "chung",
    "phu hop",
    "tuong ung",
    "hoac nguoi duoc uy quyen",
    "duoc uy quyen",
    "uy quyen",
    "of",
    "in",
    "charge",
    "the",
    "at",
    "for",
    "and",
    "or",
    "a",
    "an",
    "department",
    "office",
    "agency",
    "division",
    "responsible",
    "handling",
    "senior",
    "junior",
    "case",
    "assigned",
    "ky",
    "duyet",
    "trinh",
    "chuc danh",
];
/// With what follows they name a division.
const DIVISIONS: [&str; 4] = ["phong", "ban", "division", "phan"];

pub fn role_said(text: &str) -> RoleSaid {
    let text = one_line(text);
    let words = words(&text);
    let Some((role, from, to)) = first(&words, 0) else { return RoleSaid { role: None, rest: text } };
    // An officer of the counter is no officer of a division.
    let counter =
        || (to..words.len()).find_map(|at| starting(&words, at).filter(|found| found.0 == "counter"));
    let (role, to) = match (role, if role == "officer" { counter() } else { None }) {
        (_, Some((role, _, to))) => (role, to),
        _ => (role, to),
    };
    // Several may be named.
    let mut named = vec![(from, to)];
    while let Some((_, from, to)) = first(&words, named.last().map_or(0, |(_, to)| *to)) {
        named.push((from, to));
    }
    RoleSaid { role: Some(role), rest: rest(&text, &words, &named) }
}

/// A word of a text, without case and marks, and where it stands.
struct RoleWord {
    bare: String,
    from: usize,
    to: usize,
}

fn words(text: &str) -> Vec<RoleWord> {
    let mut found: Vec<RoleWord> = Vec::new();
    let mut open = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), open) {
            (true, None) => open = Some(at),
            (false, Some(from)) => {
                found.push(RoleWord { bare: typed::words(&text[from..at]).concat(), from, to: at });
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The first role from a word on: its key, and from which word to which it stands.
fn first(words: &[RoleWord], from: usize) -> Option<(&'static str, usize, usize)> {
    let (role, at, to) = (from..words.len()).find_map(|at| starting(words, at))?;
    let before =
        words[from..at].iter().rev().take_while(|word| DEPUTIES.contains(&word.bare.as_str())).count();
    Some((role, at - before, to))
}

/// The role that stands at a word, in as many words as it has.
fn starting(words: &[RoleWord], at: usize) -> Option<(&'static str, usize, usize)> {
    let longest = |phrases: &[&str]| phrases.iter().filter_map(|phrase| stands(words, at, phrase)).max();
    let found = ROLES.iter().filter_map(|(role, phrases)| longest(phrases).map(|many| (*role, many)));
    found.max_by_key(|(_, many)| *many).map(|(role, many)| (role, at, at + many))
}

/// In how many words a phrase stands at one.
fn stands(words: &[RoleWord], at: usize, phrase: &str) -> Option<usize> {
    let mut said = words[at..].iter();
    let same = |word: &str| {
        said.next().is_some_and(|said| said.bare == word || said.bare.strip_suffix('s') == Some(word))
    };
    phrase.split(' ').all(same).then(|| phrase.split(' ').count())
}

/// What is said before and after the roles, without the words that name nothing.
fn rest(text: &str, words: &[RoleWord], named: &[(usize, usize)]) -> String {
    let number = |word: &RoleWord| word.bare.chars().all(|letter| letter.is_ascii_digit());
    let mut filled: Vec<bool> = words.iter().map(number).collect();
    let mut at = 0;
    while at < words.len() {
        let many = FILLING.iter().filter_map(|phrase| stands(words, at, phrase)).max().unwrap_or_default();
        filled[at..at + many].fill(true);
        at += many.max(1);
    }
    let divides = |word: &RoleWord| DIVISIONS.contains(&word.bare.as_str());
    let within = |start: usize, end: usize| {
        let said = |at: &usize| !filled[*at];
        let (first, last) = ((start..end).find(said)?, (start..end).rev().find(said)?);
        // What a division begins with belongs to its name.
        let first = match first.checked_sub(1).filter(|before| divides(&words[*before])) {
            Some(before) if before > 0 && words[before].bare == "phan" && words[before - 1].bare == "bo" => {
                before - 1
            }
            Some(before) => before,
            None => first,
        };
        Some(&text[words[first].from..words[last].to])
    };
    let starts = [0].into_iter().chain(named.iter().map(|(_, to)| *to));
    let ends = named.iter().map(|(from, _)| *from).chain([words.len()]);
    starts.zip(ends).filter_map(|(start, end)| within(start, end)).collect::<Vec<_>>().join(", ")
}

/// The role a step is called by: “Lãnh đạo Sở ký”, or “Ký ban hành”, which the head of the agency does. What is submitted to
/// somebody is not done by them.
pub fn role_of_step(name: &str) -> Option<&'static str> {
    let name = typed::words(name).join(" ");
    let begins =
        |word: &&str| name.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let called = ROLES.iter().find(|(_, words)| words.iter().any(begins));
    called.map(|(role, _)| *role).or(SIGNED.iter().any(begins).then_some("agency-head"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_applies_is_told_from_a_division() {
        for text in
            ["Tổ chức, cá nhân", "Cá nhân/Tổ chức", "Công dân", "Người nộp hồ sơ", "Chủ đầu tư", "Applicant"]
        {
            assert!(is_applicant(text), "{text}");
        }
        for text in ["", "Phòng Tổ chức cán bộ", "Phòng Quản lý doanh nghiệp", "Một cửa", "Chuyên viên"]
        {
            assert!(!is_applicant(text), "{text}");
        }
    }

    #[test]
    fn a_role_is_told_from_a_division_in_all_its_words() {
        let said = |text: &str| {
            let RoleSaid { role, rest } = role_said(text);
            (role.unwrap_or_default(), rest)
        };
        for (text, role) in [
            ("Bộ phận TN&TKQ", "counter"),
            ("BP TN và TKQ cấp xã", "counter"),
            ("Cán bộ TNHS", "counter"),
            ("TT PVHCC tỉnh", "counter"),
            ("Bộ phận 1 cửa", "counter"),
            ("Chuyên viên", "officer"),
            ("CHUYÊN VIÊN", "officer"),
            ("chuyen vien thụ lý", "officer"),
            ("Văn thư", "officer"),
            ("Công chức", "officer"),
            ("Cán bộ được phân công", "officer"),
            ("Lãnh đạo phòng", "division-head"),
            ("Lãnh đạo phòng chuyên môn", "division-head"),
            ("Phó Trưởng phòng", "division-head"),
            ("Trưởng phòng/Phó phòng", "division-head"),
            ("Lanh dao So", "agency-head"),
            ("Lãnh đạo", "agency-head"),
            ("Phó Giám đốc Sở", "agency-head"),
            ("Chủ tịch UBND xã", "agency-head"),
            ("Phó Chủ tịch Ủy ban nhân dân", "agency-head"),
            ("Bộ phận\nMột cửa", "counter"),
            ("Công chức Một cửa", "counter"),
            ("Cán bộ tiếp nhận hồ sơ", "counter"),
            ("Officers", "officer"),
            ("Deputy Director", "agency-head"),
            ("division-head", "division-head"),
        ] {
            assert_eq!(said(text), (role, String::new()), "{text}");
        }
        assert_eq!(said("Chuyên viên phòng Hộ tịch"), ("officer", "phòng Hộ tịch".into()));
        assert_eq!(said("Lãnh đạo Phòng Tư pháp"), ("division-head", "Phòng Tư pháp".into()));
        assert_eq!(said("Phòng Đất đai: chuyên viên"), ("officer", "Phòng Đất đai".into()));
        assert_eq!(said("Công chức, Trưởng bộ phận Hộ tịch"), ("officer", "bộ phận Hộ tịch".into()));
        assert_eq!(said("Bàn giấy"), ("", "Bàn giấy".into()));
        assert_eq!(said("Phòng Hộ tịch"), ("", "Phòng Hộ tịch".into()));
    }
}
