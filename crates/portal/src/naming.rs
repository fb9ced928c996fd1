//! Names as a list or a heading shows them: national names run to a thousand letters, and many begin alike.

use domain::procedure::Procedure;
use ui::Language;
use ui::formats::beginning;
use ui::part::Phrase;

/// Maximum letters of a name in a list.
pub const ROW_LETTERS: usize = 110;
/// Maximum letters of a name as a heading.
pub const HEADING_LETTERS: usize = 160;
/// Number of first words in common from which on two names are told apart by what differs.
const ALIKE: usize = 4;

/// The everyday name of a procedure, as long as a list or a heading has room for.
pub fn of(procedure: &Procedure, language: Language, letters: usize) -> Phrase {
    let name = Phrase::of(&procedure.short_name, language);
    Phrase { text: beginning(&name.text, letters), ..name }
}

/// Whether an official name says no more than the everyday one: that it is a procedure tells nothing.
pub fn same(official: &str, everyday: &str) -> bool {
    let plain = |name: &str| {
        let name = name.trim().to_lowercase();
        name.strip_prefix("thủ tục ").map(str::to_string).unwrap_or(name)
    };
    plain(official) == plain(everyday)
}

/// Whether the name of a paper itself says when it is handed in: `(nếu có)`, `(when someone else files for you)`.
pub fn says_when(name: &str) -> bool {
    let name = name.to_lowercase();
    ["nếu có", "(nếu ", "(khi ", "(chỉ ", "(if ", "(when ", "(only "].iter().any(|said| name.contains(said))
}

/// Whether a paper is handed in by those alone whom its name speaks of first: `Trường hợp trẻ em bị bỏ rơi thì …`.
pub fn only_in_a_case(name: &str) -> bool {
    let name = name.trim().trim_start_matches(['-', '+', '*', '•', ' ']).to_lowercase();
    ["trường hợp ", "đối với trường hợp ", "nếu "].iter().any(|start| name.starts_with(start))
}

/// Whether two names begin alike.
pub fn alike(one: &str, other: &str) -> bool {
    let beginning =
        |name: &str| name.split_whitespace().take(ALIKE).map(str::to_lowercase).collect::<Vec<_>>();
    let (one, other) = (beginning(one), beginning(other));
    one.len() == ALIKE && one == other
}

/// What a name says that those like it do not: without the words they begin and end with. Nothing where none is like it,
/// or nothing differs.
pub fn differing(name: &str, others: &[&str], letters: usize) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let others = others.iter().filter(|other| **other != name && alike(name, other));
    let others: Vec<Vec<&str>> = others.map(|other| other.split_whitespace().collect()).collect();
    if others.is_empty() {
        return None;
    }
    let shared = |backwards: bool| {
        let common = |other: &Vec<&str>| match backwards {
            false => begun_alike(words.iter(), other.iter()),
            true => begun_alike(words.iter().rev(), other.iter().rev()),
        };
        others.iter().map(common).min().unwrap_or_default()
    };
    let (start, end) = (shared(false), shared(true));
    let own = words.get(start..words.len().saturating_sub(end).max(start))?;
    (!own.is_empty()).then(|| beginning(&format!("… {}", own.join(" ")), letters))
}

/// How many words both begin with.
fn begun_alike<'a>(
    one: impl Iterator<Item = &'a &'a str>,
    other: impl Iterator<Item = &'a &'a str>,
) -> usize {
    one.zip(other).take_while(|(a, b)| a.to_lowercase() == b.to_lowercase()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_words() {
        assert_eq!(beginning("Đăng ký khai sinh", 20), "Đăng ký khai sinh");
        assert_eq!(beginning("Đăng ký khai sinh, khai tử", 20), "Đăng ký khai sinh…");
    }

    #[test]
    fn an_official_name_that_says_no_more_is_the_same() {
        assert!(same("Thủ tục đăng ký khai tử", "Đăng ký khai tử"));
        assert!(!same("Thủ tục đăng ký khai sinh", "Làm giấy khai sinh"));
    }

    #[test]
    fn a_name_that_says_when_a_paper_is_needed_is_not_said_so_again() {
        for name in ["Văn bản ủy quyền (nếu có)", "Văn bản ủy quyền (khi nhờ người khác)", "Proof (if any)"]
        {
            assert!(says_when(name), "{name}");
        }
        assert!(!says_when("Giấy chứng sinh") && !says_when("Certificate of divorce"));
    }

    #[test]
    fn names_that_begin_alike_are_told_apart_by_what_differs() {
        let third = "Cấp giấy phép xây dựng đối với công trình cấp III tại xã";
        let first = "Cấp giấy phép xây dựng đối với công trình cấp I tại xã";
        assert_eq!(differing(third, &[first, third], 60).as_deref(), Some("… III"));
        assert_eq!(differing(third, &[third], 60), None, "none is like it");
        assert_eq!(differing(third, &["Đăng ký khai sinh"], 60), None);
        assert_eq!(differing("Cấp lại thẻ căn cước", &["Cấp lại thẻ căn cước tại tỉnh"], 60), None);
    }

    #[test]
    fn what_only_some_hand_in_is_told_from_what_everybody_does() {
        assert!(only_in_a_case("- Trường hợp trẻ em bị bỏ rơi thì phải có biên bản"));
        assert!(!only_in_a_case("Giấy chứng sinh; trường hợp không có thì nộp văn bản"));
    }
}
