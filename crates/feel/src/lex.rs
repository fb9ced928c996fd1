//! Text to tokens. A name of several words is several tokens here: which words belong together only the parser knows.

use crate::problem::{ExpressionTrouble, Problem};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lexeme {
    pub kind: TokenKind,
    pub at: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TokenKind {
    Number(String),
    Text(String),
    /// What stands in quotes after `@`.
    At(String),
    /// A word: keyword or part of a name.
    Word(String),
    /// An operator or a bracket.
    Sign(&'static str),
    End,
}

/// Longest first.
const SIGNS: [&str; 28] = [
    "...", "**", "..", "<=", ">=", "!=", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{",
    "}", ",", ".", ":", "?", "|", ";", "@", "#",
];

pub(crate) fn tokens(text: &str) -> Result<Vec<Lexeme>, Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if letter.is_whitespace() || letter == '\u{feff}' {
            at += letter.len_utf8();
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").ok_or(Problem::new(at..text.len(), ExpressionTrouble::NotClosed))?;
            at += end + 2;
        } else if letter == '"' {
            let (content, length) = quoted(rest, at)?;
            found.push(Lexeme { kind: TokenKind::Text(content), at: at..at + length });
            at += length;
        } else if rest.starts_with("@\"") {
            let (content, length) = quoted(&rest[1..], at + 1)?;
            found.push(Lexeme { kind: TokenKind::At(content), at: at..at + 1 + length });
            at += 1 + length;
        } else if letter.is_ascii_digit() || starts_fraction(rest, &found) {
            let length = number(rest);
            found.push(Lexeme { kind: TokenKind::Number(rest[..length].to_string()), at: at..at + length });
            at += length;
        } else if starts_word(letter) {
            let length = rest.find(|letter| !goes_on(letter)).unwrap_or(rest.len());
            found.push(Lexeme { kind: TokenKind::Word(composed(&rest[..length])), at: at..at + length });
            at += length;
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            found.push(Lexeme { kind: TokenKind::Sign(sign), at: at..at + sign.len() });
            at += sign.len();
        } else {
            let end = at + letter.len_utf8();
            return Err(Problem::new(at..end, ExpressionTrouble::NotExpected { found: letter.to_string() }));
        }
    }
    found.push(Lexeme { kind: TokenKind::End, at: text.len()..text.len() });
    Ok(found)
}

/// Words are known in one form, whichever the keyboard sent; places stay those of the source. A text is what stands
/// there: the standard counts and compares its code points.
fn composed(text: &str) -> String {
    typed::composed(text).into_owned()
}

/// `.5` is a number, unless the point follows something it could be a part of.
fn starts_fraction(rest: &str, before: &[Lexeme]) -> bool {
    let mut letters = rest.chars();
    let fraction = letters.next() == Some('.') && letters.next().is_some_and(|next| next.is_ascii_digit());
    let follows = matches!(
        before.last().map(|token| &token.kind),
        Some(
            TokenKind::Word(_)
                | TokenKind::Number(_)
                | TokenKind::Text(_)
                | TokenKind::At(_)
                | TokenKind::Sign(")" | "]" | "}")
        )
    );
    fraction && !follows
}

fn number(rest: &str) -> usize {
    let digits = |from: usize| {
        let more = rest[from..].find(|letter: char| !letter.is_ascii_digit());
        more.map_or(rest.len(), |length| from + length)
    };
    let whole = digits(0);
    let point = rest[whole..].starts_with('.')
        && rest[whole + 1..].starts_with(|letter: char| letter.is_ascii_digit());
    let end = if point { digits(whole + 1) } else { whole };
    let exponent = rest[end..].strip_prefix(['e', 'E']);
    let Some(exponent) = exponent else { return end };
    let sign = usize::from(exponent.starts_with(['+', '-']));
    match exponent[sign..].starts_with(|letter: char| letter.is_ascii_digit()) {
        true => digits(end + 1 + sign),
        false => end,
    }
}

/// Letters, and the signs and pictures the standard allows in names.
fn starts_word(letter: char) -> bool {
    letter.is_alphabetic()
        || matches!(letter, '_' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}')
        || matches!(letter, '\u{fdf0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

fn goes_on(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '\'' || is_mark(letter) || starts_word(letter)
}

/// Marks that combine with the letter before them: names typed in decomposed form stay one word.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036f}')
}

/// A text in quotes: its content, and how long it stands in the source.
fn quoted(rest: &str, start: usize) -> Result<(String, usize), Problem> {
    let not_closed = || Problem::new(start..start + rest.len(), ExpressionTrouble::NotClosed);
    let mut content = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((content, at + 1)),
            '\\' => match letters.next().ok_or_else(not_closed)?.1 {
                'n' => content.push('\n'),
                't' => content.push('\t'),
                'r' => content.push('\r'),
                'u' => content.push(escaped(&mut letters, 4).ok_or_else(not_closed)?),
                'U' => content.push(escaped(&mut letters, 6).ok_or_else(not_closed)?),
                other @ ('"' | '\'' | '\\') => content.push(other),
                other => content.extend(['\\', other]),
            },
            other => content.push(other),
        }
    }
    Err(not_closed())
}

/// A letter by its number: `\u1EA1`, two of them for a letter beyond the first plane.
fn escaped(letters: &mut impl Iterator<Item = (usize, char)>, digits: usize) -> Option<char> {
    let mut unit = || {
        let text: String = letters.by_ref().take(digits).map(|(_, letter)| letter).collect();
        u32::from_str_radix(&text, 16).ok().filter(|_| text.len() == digits)
    };
    let first = unit()?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    let follows: String = letters.by_ref().take(2).map(|(_, letter)| letter).collect();
    let mut unit = || {
        let text: String = letters.by_ref().take(digits).map(|(_, letter)| letter).collect();
        u32::from_str_radix(&text, 16).ok()
    };
    let second = (follows == "\\u").then(&mut unit)??;
    char::from_u32(0x10000 + ((first - 0xd800) << 10) + second.checked_sub(0xdc00)?)
}
