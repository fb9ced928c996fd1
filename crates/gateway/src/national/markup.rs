//! Text of the national records as lines and letters: they were written in word processors and for browsers.

/// What ends a line in a browser, at its beginning or at its end.
const LINES: [&str; 14] =
    ["br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Other marks that say nothing: whatever else stands in pointed brackets is meant, as in `x < 5`.
const MARKS: [&str; 27] = [
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "font",
    "sub",
    "sup",
    "small",
    "big",
    "strike",
    "tbody",
    "thead",
    "img",
    "hr",
    "center",
    "o:p",
    "pre",
    "code",
    "blockquote",
    "label",
    "html",
    "head",
    "body",
];

/// Cells of a table: what stands in two is two words.
const CELLS: [&str; 2] = ["td", "th"];

/// Maximum length of a mark, in bytes.
const MARK_MAX: usize = 4_000;

/// Maximum number of times a text may have been escaped.
const ESCAPED_MAX: usize = 8;

/// Minimum letters by which a mark that was cut within its name is recognised.
const BEGUN_MIN: usize = 3;

/// Marks whose content says nothing either.
const UNSEEN: [&str; 2] = ["style", "script"];

/// The letters of code page 1252 from 0x80 on.
const CODE_PAGE: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Text without marks, entities and letters of no alphabet; a line for each that was one, none of them blank.
pub fn plain(written: &str) -> String {
    let mut text = written.replace('\u{0}', "");
    // What was escaped twice or more is met as well.
    for _ in 0..ESCAPED_MAX {
        let read = html_escape::decode_html_entities(&without_marks(&text)).into_owned();
        if read == text {
            break;
        }
        text = read;
    }
    let text = without_marks(&without_unreadable(&text));
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // What a browser shows for the numbers that are no letters: they are of an old code page.
            '\u{80}'..='\u{9f}' => shown.extend(CODE_PAGE.chars().nth(letter as usize - 0x80)),
            // Signs of fonts of pictures, mostly what a list is made with.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => shown.push_str("\n- "),
            letter => shown.push(letter),
        }
    }
    let lines = forms::tidy(&shown);
    let lines = lines.lines().map(str::trim).filter(|line| !matches!(*line, "" | "-"));
    lines.collect::<Vec<_>>().join("\n")
}

/// [`plain`] text of one line, such as a name.
pub fn one_line(written: &str) -> String {
    plain(written).replace('\n', " ")
}

/// Without numbers of letters that there are none of, such as `&#0;`.
fn without_unreadable(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("&#") {
        let number = &rest[start + 2..];
        let digits = number.trim_start_matches(['x', 'X']);
        let end = digits.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap_or(digits.len());
        left.push_str(&rest[..start]);
        rest = match digits[end..].strip_prefix(';') {
            Some(behind) if end > 0 => behind,
            _ => {
                left.push_str("&#");
                number
            }
        };
    }
    left.push_str(rest);
    left
}

fn without_marks(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    // A mark that is not closed once is not closed further on either.
    let (mut unclosed, mut closed_comments): (Vec<String>, bool) = (Vec::new(), true);
    while let Some(start) = rest.find('<') {
        left.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = closed_comments.then(|| comment.find("-->")).flatten();
            closed_comments = end.is_some();
            // Where nothing ends it, nobody meant the rest to be unseen.
            rest = end.map_or(comment, |end| &comment[end + 3..]);
            continue;
        }
        let Some((name, end)) = mark(rest) else {
            left.push('<');
            rest = &rest[1..];
            continue;
        };
        if LINES.contains(&name.as_str()) {
            left.push('\n');
        }
        if CELLS.contains(&name.as_str()) {
            left.push(' ');
        }
        let opens = UNSEEN.contains(&name.as_str()) && !rest.starts_with("</") && !unclosed.contains(&name);
        let closed = opens.then(|| rest.find(&format!("</{name}"))).flatten();
        if opens && closed.is_none() {
            unclosed.push(name);
        }
        rest = &rest[closed.unwrap_or(end)..];
    }
    left.push_str(rest);
    left
}

/// The mark that text begins with, by its name, and where it ends.
fn mark(text: &str) -> Option<(String, usize)> {
    let inner = text[1..].trim_start_matches('/');
    let name: String =
        inner.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == ':').collect();
    let name = name.to_ascii_lowercase();
    let names = || [&LINES[..], &MARKS, &CELLS, &UNSEEN].into_iter().flatten();
    let known = names().any(|known| *known == name);
    let near = &text.as_bytes()[..text.len().min(MARK_MAX)];
    let begins = text.len() - inner.len() + name.len();
    let Some(end) = near.iter().position(|byte| *byte == b'>') else {
        // Where the text was cut a mark may be: `a<br`, `a<span style="co`, `a</st`.
        let said = text.get(begins..).filter(|_| near.len() == text.len())?.trim_end_matches('/');
        let begun = known || name.len() >= BEGUN_MIN && names().any(|known| known.starts_with(&*name));
        // `<b class=x Cấp giấy` is no mark: whatever a cut one has is within its last value.
        let value = said.starts_with(char::is_whitespace).then(|| said.rsplit_once('=')).flatten();
        let attribute = value.is_some_and(|(_, value)| match value.trim_start().chars().next() {
            Some(quote @ ('"' | '\'')) => value.matches(quote).count() == 1,
            _ => !value.trim().contains(char::is_whitespace),
        });
        // `a<b` may be meant.
        let sure = text.starts_with("</") || name.len() > 1;
        let cut = begun && (said.trim().is_empty() && sure || known && attribute);
        return cut.then_some((name, text.len()));
    };
    let said = text.get(begins..end).filter(|_| known)?.trim_end_matches('/');
    // `a<b và c>d` is no mark.
    let marks = said.trim().is_empty() || (said.starts_with(char::is_whitespace) && said.contains('='));
    marks.then_some((name, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_lines_and_letters() {
        for (written, expected) in [
            ("Cấp giấy phép &amp; <b>B</b>", "Cấp giấy phép & B"),
            ("<p>Dòng 1</p><br/>Dòng&nbsp;2", "Dòng 1\nDòng 2"),
            ("a<br>b<BR />c<br\n/>d", "a\nb\nc\nd"),
            ("&lt;p&gt;x&lt;/p&gt;", "x"),
            ("&amp;lt;br&amp;gt;x", "x"),
            ("C&#7845;p gi&#x1EA5;y", "Cấp giấy"),
            ("tho&agrave;n &ldquo;x&rdquo; &hellip;", "thoàn “x” …"),
            ("<table><tr><td>ô 1</td><td>ô 2</td></tr></table>", "ô 1 ô 2"),
            ("<ul><li>một</li><li>hai</li></ul>", "một\nhai"),
            ("<span style=\"color: red\" class='x'>đỏ</span>", "đỏ"),
            ("<!-- ghi chú -->x<style>p { a: b }</style>y<script>if (1 < 2) z</script>", "xy"),
            ("x < 5 và y > 3, a<b và c>d", "x < 5 và y > 3, a<b và c>d"),
            ("R&D & <https://a.vn>", "R&D & <https://a.vn>"),
            ("\u{f0b7} một\n\u{f0b7} hai", "- một\n- hai"),
            ("gồm: \u{f0fc} một \u{f0fc} hai", "gồm:\n- một\n- hai"),
            ("\u{feff}Nguye\u{302}\u{303}n\u{a0}\u{200b}An", "Nguyễn An"),
            ("a\n\n\n  b\t", "a\nb"),
            ("a&#0;b&#xD800; &#1234567890;c", "ab c"),
            ("&#150; 5 &#147;x&#148;", "– 5 “x”"),
            ("mục &# 5 và &#x", "mục &# 5 và &#x"),
            ("a<br", "a"),
            ("a<br /", "a"),
            ("a</p", "a"),
            ("a<span style=\"co", "a"),
            ("a<span class='x y", "a"),
            ("a<span class=x", "a"),
            ("&amp;lt;b class=x Cấp giấy", "<b class=x Cấp giấy"),
            ("&amp;lt;!-- Cấp giấy", "Cấp giấy"),
            ("&amp;amp;amp;amp;lt;b&amp;amp;amp;amp;gt;Cấp giấy", "Cấp giấy"),
            ("<body>Cấp giấy</body>", "Cấp giấy"),
            ("a<stron", "a"),
            ("a&lt;br", "a"),
            ("a&amp;lt;br", "a"),
            ("nếu a<b", "nếu a<b"),
            ("a<năm", "a<năm"),
            ("a < br", "a < br"),
            ("&amp;lt;b&amp;gt;Cấp giấy&amp;lt;/b&amp;gt;", "Cấp giấy"),
            ("&amp;amp;lt;b&amp;amp;gt;Cấp giấy", "Cấp giấy"),
            ("&amp;lt;b>Cấp giấy", "Cấp giấy"),
            ("&amp;lt;b Cấp giấy", "<b Cấp giấy"),
            ("&amp;lt;b…", "<b…"),
        ] {
            assert_eq!(plain(written), expected, "{written:?}");
            assert_eq!(plain(expected), expected, "read again");
        }
        assert_eq!(one_line("Cấp<br>giấy"), "Cấp giấy");
    }

    #[test]
    fn marks_that_are_never_closed_are_read_once() {
        for unit in ["<a ", "<script>", "&lt;", "<td", "<!--", "&amp;"] {
            // Looked for to the end at each, this would take minutes.
            let text = unit.repeat(200_000);
            assert!(plain(&text).len() <= text.len(), "{unit}");
        }
    }
}
