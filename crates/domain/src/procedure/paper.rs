//! The papers a dossier is made of.

use crate::Text;
use serde::{Deserialize, Serialize};

/// A paper the dossier is made of. `id` is a slug unique in the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub id: String,
    pub name: Text,
    pub originals: u32,
    pub copies: u32,
    pub required: bool,
    /// Whoever applies online fills it in on the screen: it is the form of the procedure, and no file of it is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_screen: bool,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hint: Text,
    /// The case it belongs to, in the words of the national record; empty when it is for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case: String,
    /// Its national code, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// How many are asked for, as written, where that is no number: `1,5`. What is written so counts as none.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub count_words: Text,
    /// The form it is written on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
}

/// A form to fill in, and where it can be fetched, if that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

impl Template {
    /// An address that may be linked to.
    pub fn is_address(url: &str) -> bool {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        host.is_some_and(|host| host.contains('.') && !host.contains(['@', '"', '<', '>']))
            && !url.contains(char::is_whitespace)
    }
}

impl Paper {
    /// Whether it only says something about papers: entries of national records that begin so and are asked for in no number.
    pub fn is_note(&self) -> bool {
        const NOTES: [&str; 8] = [
            "lưu ý",
            "ghi chú",
            "chú ý",
            "trường hợp",
            "đối với",
            "giấy tờ phải",
            "hồ sơ gồm",
            "thành phần hồ sơ",
        ];
        let asked =
            self.originals + self.copies > 0 || !self.count_words.is_empty() || self.template.is_some();
        let name = self.name.vi.trim_start_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        !asked && !self.required && NOTES.iter().any(|note| name.starts_with(note))
    }

    /// Whether it stands under the name of a case. Many records use that place for a heading, such as “papers to hand
    /// in” and “papers to show”: what stands under those is everybody's.
    pub fn is_of_a_case(&self) -> bool {
        const HEADINGS: [&str; 12] = [
            "giấy tờ phải",
            "giấy tờ nộp",
            "giấy tờ cần",
            "giấy tờ xuất trình",
            "lưu ý",
            "ghi chú",
            "số lượng hồ sơ",
            "thành phần, số lượng",
            "bao gồm",
            "hồ sơ gồm",
            "hồ sơ bao gồm",
            "1 bộ hồ sơ",
        ];
        let case = plain_heading(&self.case);
        // “Thành phần hồ sơ” alone is a heading; “thành phần hồ sơ giao đất” names a case.
        let contents = case.strip_prefix("thành phần").map(|rest| rest.trim_start_matches(" hồ sơ").trim());
        let heading = HEADINGS.iter().any(|heading| case.starts_with(heading))
            || contents.is_some_and(|rest| matches!(rest, "" | "gồm" | "bao gồm" | "gồm có"));
        !case.is_empty() && !heading
    }
}

/// A heading without what it is listed by (`* `, `a) `, `(1.2) `) and without its colon, in small letters.
fn plain_heading(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches(['*', '-', '–', '+', '•', ' ']);
    let place = text.trim_start_matches('(');
    let number: String =
        place.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let letter = place.chars().next().filter(|letter| letter.is_alphabetic()).map(String::from);
    let listed = if number.is_empty() { letter.unwrap_or_default() } else { number };
    let rest = &place[listed.len()..];
    let rest = match rest.strip_prefix([')', '.']) {
        Some(rest) if !listed.is_empty() => rest,
        // `1. ` has its point among the digits already.
        None if listed.ends_with('.') && rest.starts_with(' ') => rest,
        _ => text,
    };
    rest.trim().trim_end_matches([':', '.', ' ']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_said_of_papers_is_none() {
        let named = |name: &str, copies| Paper { name: Text::new(name, ""), copies, ..Paper::default() };
        assert!(named("* Lưu ý: không nộp bản chính", 0).is_note());
        assert!(named("Trường hợp thông tin đã có trong cơ sở dữ liệu", 0).is_note());
        assert!(!named("Trường hợp đất đã thế chấp: văn bản đồng ý", 1).is_note());
        assert!(!named("Đơn đề nghị", 0).is_note());
    }

    #[test]
    fn a_form_is_linked_to_by_a_plain_address_only() {
        assert!(Template::is_address("https://dichvucong.gov.vn/a.docx"));
        for wrong in
            ["", "a.docx", "javascript:alert(1)", "//x.vn", "https://", "https://a b.vn", "https://x@y.vn/"]
        {
            assert!(!Template::is_address(wrong), "{wrong}");
        }
    }
}
