//! Vietnamese in an English page: names of people and places, words typed by somebody, the state's own terms. A reader of
//! screens pronounces what `lang="vi"` stands on; of these texts nobody has noted the language, so their letters tell it.
//! What is known to be Vietnamese says so by itself (`part::Phrase`); this marks the rest, once, when a page is finished.

use std::ops::Range;

/// How an English page begins.
const ENGLISH: &str = "<!doctype html>\n<html lang=\"en\"";
const MARK: &str = " lang=\"vi\"";
/// Elements without an end.
const VOID: [&str; 11] =
    ["input", "br", "img", "meta", "link", "hr", "use", "path", "polyline", "circle", "rect"];
/// Elements whose text is no running text of the page, or is somebody's own to change.
const SILENT: [&str; 4] = ["script", "style", "textarea", "head"];
/// Elements that hold text and no other elements: they are marked whole.
const WHOLE: [&str; 3] = ["option", "text", "title"];
/// English words that could be Vietnamese syllables by their letters; they end a run of Vietnamese.
const ENGLISH_WORDS: &[&str] = &[
    "a", "an", "at", "be", "but", "by", "can", "do", "due", "go", "got", "he", "him", "his", "hit", "hot",
    "in", "is", "it", "let", "long", "man", "me", "men", "met", "my", "no", "not", "on", "out", "put", "set",
    "sit", "so", "such", "ten", "than", "that", "the", "them", "then", "thing", "to", "top", "up",
];

/// A finished page: its Vietnamese pieces are marked where it is in English, and it is as it was where it is not.
pub fn tag_vietnamese(page: String) -> String {
    if !page.starts_with(ENGLISH) { page } else { LanguageMarking::default().page(&page) }
}

#[derive(Default)]
struct LanguageMarking<'p> {
    out: String,
    /// The elements that are open, and whether their text is left as it is.
    open: Vec<(&'p str, bool)>,
}

impl<'p> LanguageMarking<'p> {
    fn page(mut self, page: &'p str) -> String {
        self.out.reserve(page.len() + page.len() / 16);
        let mut rest = page;
        while let Some(start) = rest.find('<') {
            let (text, tag) = rest.split_at(start);
            self.text(text);
            let Some(end) = tag.find('>') else { break };
            let (tag, after) = tag.split_at(end + 1);
            self.tag(tag, after);
            rest = after;
        }
        self.out.push_str(rest);
        self.out
    }

    fn is_left(&self) -> bool {
        self.open.last().is_some_and(|(_, left)| *left)
    }

    fn text(&mut self, text: &str) {
        if self.is_left() {
            return self.out.push_str(text);
        }
        let mut done = 0;
        for run in runs(text) {
            self.out.push_str(&text[done..run.start]);
            self.out.push_str(&format!("<span{MARK}>{}</span>", &text[run.clone()]));
            done = run.end;
        }
        self.out.push_str(&text[done..]);
    }

    fn tag(&mut self, tag: &'p str, after: &str) {
        let inside = tag[1..tag.len() - 1].trim_end_matches('/');
        if let Some(name) = inside.strip_prefix('/') {
            while self.open.pop().is_some_and(|(open, _)| open != name) {}
            return self.out.push_str(tag);
        }
        let name = inside.split([' ', '\n']).next().unwrap_or_default();
        if VOID.contains(&name) || name.starts_with('!') || tag.ends_with("/>") {
            return self.out.push_str(tag);
        }
        let left = self.is_left() || SILENT.contains(&name) || inside.contains(" lang=\"");
        // The page itself says that it is in English.
        let left = left && name != "html";
        let text = &after[..after.find('<').unwrap_or(after.len())];
        let alone = after[text.len()..].starts_with("</");
        let found = if left { Vec::new() } else { runs(text) };
        let covered = found.len() == 1 && text.trim() == &text[found[0].clone()];
        if !found.is_empty() && (WHOLE.contains(&name) || (alone && covered)) {
            self.out.push_str(&tag[..tag.len() - 1]);
            self.out.push_str(MARK);
            self.out.push('>');
            return self.open.push((name, true));
        }
        self.out.push_str(tag);
        self.open.push((name, left || WHOLE.contains(&name)));
    }
}

/// Where words of a text follow each other that are Vietnamese: some by letters only Vietnamese has, what stands beside and
/// between them by what syllables it allows.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let words: Vec<Range<usize>> = words(text);
    let sure = |word: &Range<usize>| text[word.clone()].chars().any(is_vietnamese);
    let fits = |word: &Range<usize>| sure(word) || is_syllable(&text[word.clone()]);
    let english =
        |word: &Range<usize>| ENGLISH_WORDS.contains(&text[word.clone()].to_ascii_lowercase().as_str());
    // An with a capital is more often a name than an article before Vietnamese words.
    let begins = |word: &Range<usize>| fits(word) && (!english(word) || &text[word.clone()] == "An");
    // A capital within a name is part of it, as in Nguyễn Văn An.
    let capital = |word: &Range<usize>| text[word.clone()].starts_with(char::is_uppercase);
    let goes_on = |word: &Range<usize>| fits(word) && (capital(word) || !english(word));
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        text[one.end..next.start].chars().all(|sign| sign == ' ' || sign == '-' || sign == '\n')
    };
    let mut place = 0;
    while place < words.len() {
        let mut end = place;
        if begins(&words[place]) {
            end += 1;
            while end < words.len() && goes_on(&words[end]) && joined(&words[end - 1], &words[end]) {
                end += 1;
            }
        }
        if words[place..end].iter().any(sure) {
            let run = words[place].start..words[end - 1].end;
            // What only points and numbers stand between is said in one breath.
            match found.last_mut().filter(|last| !text[last.end..run.start].contains(char::is_alphabetic)) {
                Some(last) if !text[last.end..run.start].contains([';', '&', '“', '”', '.']) => {
                    last.end = run.end
                }
                _ => found.push(run),
            }
        }
        place = end.max(place + 1);
    }
    found
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

/// A letter of Vietnamese that English does not have.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}') && letter != '×' && letter != '÷'
}

/// Whether a word of plain letters is a syllable as Vietnamese has them.
fn is_syllable(word: &str) -> bool {
    const STARTS: [&str; 27] = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
        "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];
    const MIDDLES: [&str; 22] = [
        "a", "ai", "ao", "au", "ay", "e", "eo", "i", "ia", "iu", "o", "oa", "oai", "oe", "oi", "u", "ua",
        "ui", "uy", "uya", "uyu", "y",
    ];
    const ENDS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let word = word.to_ascii_lowercase();
    STARTS.iter().filter_map(|start| word.strip_prefix(start)).any(|rest| {
        ENDS.iter().filter_map(|end| rest.strip_suffix(end)).any(|middle| MIDDLES.contains(&middle))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(inside: &str) -> String {
        let page = tag_vietnamese(format!("{ENGLISH}><body>{inside}</body></html>"));
        let inside = page.strip_prefix(&format!("{ENGLISH}><body>")).unwrap();
        inside.strip_suffix("</body></html>").unwrap().to_string()
    }

    #[test]
    fn names_in_a_sentence_are_marked_and_the_sentence_is_not() {
        for (said, wanted) in [
            ("Given to Nguyễn Văn An at the counter", "Given to [Nguyễn Văn An] at the counter"),
            ("An Hòa Ward", "[An Hòa] Ward"),
            ("Sent by the Ủy ban nhân dân phường Hoa Sen.", "Sent by the [Ủy ban nhân dân phường Hoa Sen]."),
            ("12 Lê Lợi, phường Hoa Sen, Huế", "12 [Lê Lợi, phường Hoa Sen, Huế]"),
            ("The step “Thẩm tra” is late", "The step “[Thẩm tra]” is late"),
            ("Đăng ký khai sinh (6 procedures)", "[Đăng ký khai sinh] (6 procedures)"),
            ("The fee is 50,000 đồng; 3 days left", "The fee is 50,000 [đồng]; 3 days left"),
            ("Time left – 3 days · “words”", "Time left – 3 days · “words”"),
        ] {
            let wanted = wanted.replace('[', "<span lang=\"vi\">").replace(']', "</span>");
            assert_eq!(shown(&format!("<p>{said}<br></p>")), format!("<p>{wanted}<br></p>"));
        }
    }

    #[test]
    fn an_element_that_is_vietnamese_whole_says_so_itself() {
        assert_eq!(shown("<dd class=\"x\">Hoa Sen Huế</dd>"), "<dd class=\"x\" lang=\"vi\">Hoa Sen Huế</dd>");
        let options = "<option value=\"1\">Lê Lan (3)</option><option>None</option>";
        assert_eq!(shown(options), options.replace("value=\"1\"", "value=\"1\" lang=\"vi\""));
        let picture = "<svg><text x=\"1\">Ký duyệt</text></svg>";
        assert_eq!(shown(picture), picture.replace("x=\"1\"", "x=\"1\" lang=\"vi\""));
    }

    #[test]
    fn what_says_its_language_and_what_is_nobodys_text_is_left() {
        for left in [
            "<li lang=\"vi\">Luật <b>Hộ tịch</b> năm 2014</li>",
            "<textarea>Ảnh bị mờ</textarea>",
            "<script>let a = 'Huế';</script>",
            "<input value=\"Lê Lợi\">",
            "<p>Plain English &amp; nothing else</p>",
        ] {
            assert_eq!(shown(left), left);
        }
        let vietnamese = "<!doctype html>\n<html lang=\"vi\"><p>Huế</p></html>".to_string();
        assert_eq!(tag_vietnamese(vietnamese.clone()), vietnamese);
    }
}
