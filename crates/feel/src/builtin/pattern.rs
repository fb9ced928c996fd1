//! Patterns as XPath 2.0 writes them, for a library that matches in time linear to its input. So there is no reference
//! back to a group: a pattern with one is no pattern.

use regex::{Regex, RegexBuilder};
use std::iter::Peekable;
use std::str::Chars;

/// Classes inside classes, no deeper.
const NESTED_MAX: u32 = 10;
/// Bytes a compiled pattern may take.
const SIZE_MAX: usize = 1 << 18;
/// The same of one in which something is counted out: `\w{1,50}` is fifty times `\w`, and as much again where the
/// library, by what else is built with it, keeps it backwards too. It costs as much more.
const COUNTED_SIZE_MAX: usize = SIZE_MAX << COUNTED;
const COUNTED: u32 = 6;

/// Blocks of letters by name, the first and the last of each.
const BLOCKS: [(&str, &str); 14] = [
    ("BasicLatin", r"\x{0}-\x{7f}"),
    ("Latin-1Supplement", r"\x{80}-\x{ff}"),
    ("LatinExtended-A", r"\x{100}-\x{17f}"),
    ("LatinExtended-B", r"\x{180}-\x{24f}"),
    ("LatinExtendedAdditional", r"\x{1e00}-\x{1eff}"),
    ("CombiningDiacriticalMarks", r"\x{300}-\x{36f}"),
    ("Greek", r"\x{370}-\x{3ff}"),
    ("Cyrillic", r"\x{400}-\x{4ff}"),
    ("Hebrew", r"\x{590}-\x{5ff}"),
    ("Arabic", r"\x{600}-\x{6ff}"),
    ("GeneralPunctuation", r"\x{2000}-\x{206f}"),
    ("Hiragana", r"\x{3040}-\x{309f}"),
    ("Katakana", r"\x{30a0}-\x{30ff}"),
    ("CJKUnifiedIdeographs", r"\x{4e00}-\x{9fff}"),
];

/// What may begin a name of XML, and what may stand in it.
const NAME_START: &str = r"_:\p{L}";
const NAME: &str = r"\-._:·\p{L}\p{M}\p{Nd}";

/// What punctuation, separators and signs nobody sees are; `\w` is all else, so `_` is none and `€` is one.
const NO_WORD: &str = r"\p{P}\p{Z}\p{C}";
const BLANK: &str = r" \t\n\r";

/// How many times the price of a plain pattern one costs.
pub(super) fn price(pattern: &str) -> u64 {
    if is_counted(pattern) { 1 << COUNTED } else { 1 }
}

fn is_counted(pattern: &str) -> bool {
    pattern.split('{').skip(1).any(|behind| behind.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// The same for cutting and replacing: one that finds nothing at all everywhere is none.
pub(super) fn finding(pattern: &str, flags: &str) -> Option<Regex> {
    compiled(pattern, flags).filter(|compiled| !compiled.is_match(""))
}

/// A pattern with its flags: `s` lets `.` match the end of a line, `m` lets `^` and `$` stand at every line, `i` takes
/// capitals for small letters, `x` leaves blanks out.
pub(super) fn compiled(pattern: &str, flags: &str) -> Option<Regex> {
    if !flags.chars().all(|flag| "smix".contains(flag)) {
        return None;
    }
    let has = |flag| flags.contains(flag);
    let mut translator = Translator { rest: pattern.chars().peekable(), dense: has('x'), dot_all: has('s') };
    RegexBuilder::new(&translator.pattern()?)
        .dot_matches_new_line(has('s'))
        .multi_line(has('m'))
        .case_insensitive(has('i'))
        .size_limit(if is_counted(pattern) { COUNTED_SIZE_MAX } else { SIZE_MAX })
        .build()
        .ok()
}

/// What stands for each match, where `$1` is a group also where a letter or digit follows, and `\$` is a dollar.
pub(super) fn replacement(with: &str, groups: usize) -> String {
    let mut written = String::new();
    let mut letters = with.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '$' if letters.peek().is_some_and(char::is_ascii_digit) => {
                let mut group = 0;
                // As many digits as still name a group, the first always.
                let mut more = |group: usize, first: bool| {
                    let digit = letters.peek()?.to_digit(10)? as usize;
                    let longer = group.checked_mul(10)?.checked_add(digit)?;
                    (first || longer <= groups).then(|| letters.next()).map(|_| longer)
                };
                let mut first = true;
                while let Some(longer) = more(group, first) {
                    (group, first) = (longer, false);
                }
                written.push_str(&format!("${{{group}}}"));
            }
            '\\' if matches!(letters.peek(), Some('$' | '\\')) => match letters.next() {
                Some('$') => written.push_str("$$"),
                _ => written.push('\\'),
            },
            '$' => written.push_str("$$"),
            other => written.push(other),
        }
    }
    written
}

struct Translator<'a> {
    rest: Peekable<Chars<'a>>,
    /// Blanks outside of classes are left out.
    dense: bool,
    dot_all: bool,
}

impl Translator<'_> {
    fn next(&mut self) -> Option<char> {
        while self.dense && self.rest.peek().is_some_and(|letter| letter.is_whitespace()) {
            self.rest.next();
        }
        self.rest.next()
    }

    fn pattern(&mut self) -> Option<String> {
        let mut written = String::new();
        while let Some(letter) = self.next() {
            match letter {
                '\\' => {
                    let letter = self.next()?;
                    let (class, negated) = self.escape(letter)?;
                    match class {
                        Escape::Class(class) => {
                            written.push_str(&format!("[{}{class}]", if negated { "^" } else { "" }));
                        }
                        Escape::As(text) => written.push_str(&text),
                    }
                }
                '.' if !self.dot_all => written.push_str(r"[^\n\r]"),
                '[' => written.push_str(&self.class(0)?),
                other => written.push(other),
            }
        }
        Some(written)
    }

    /// What stands behind a backslash, and whether it is turned round.
    fn escape(&mut self, letter: char) -> Option<(Escape, bool)> {
        Some(match letter {
            '0'..='9' => return None,
            's' | 'S' => (Escape::Class(BLANK.into()), letter == 'S'),
            'w' | 'W' => (Escape::Class(NO_WORD.into()), letter == 'w'),
            'i' | 'I' => (Escape::Class(NAME_START.into()), letter == 'I'),
            'c' | 'C' => (Escape::Class(NAME.into()), letter == 'C'),
            'p' | 'P' if self.rest.peek() == Some(&'{') => {
                let mut name = String::new();
                self.next();
                loop {
                    match self.next()? {
                        '}' => break,
                        letter => name.push(letter),
                    }
                }
                match name.strip_prefix("Is") {
                    Some(block) => {
                        let (_, letters) = BLOCKS.iter().find(|(known, _)| *known == block)?;
                        (Escape::Class(letters.to_string()), letter == 'P')
                    }
                    None => (Escape::As(format!("\\{letter}{{{name}}}")), false),
                }
            }
            other => (Escape::As(format!("\\{other}")), false),
        })
    }

    /// `[a-z-[aeiou]]`, behind its first bracket.
    fn class(&mut self, nested: u32) -> Option<String> {
        if nested > NESTED_MAX {
            return None;
        }
        // Blanks count inside of classes.
        let dense = std::mem::replace(&mut self.dense, false);
        let negated = self.rest.next_if_eq(&'^').is_some();
        let (mut items, mut without) = (String::new(), None);
        // Whether what stands last can begin a span, and whether a span waits for its end.
        let (mut single, mut spans, mut first) = (false, false, true);
        loop {
            let letter = self.next()?;
            let mut begins = !spans;
            match letter {
                ']' if !first => break,
                '-' if self.rest.peek() == Some(&'[') && !first => {
                    self.rest.next();
                    without = Some(self.class(nested + 1)?);
                    if self.next()? != ']' {
                        return None;
                    }
                    break;
                }
                '-' if single && self.rest.peek() != Some(&']') => {
                    items.push('-');
                    (single, spans) = (false, true);
                    continue;
                }
                '-' => {
                    items.push_str("\\-");
                    begins = false;
                }
                '[' if self.rest.peek() == Some(&':') => {
                    items.push_str(&self.named_class()?);
                    begins = false;
                }
                '\\' => {
                    let letter = self.next()?;
                    match self.escape(letter)? {
                        (Escape::Class(class), negated) => {
                            items.push_str(&format!("[{}{class}]", if negated { "^" } else { "" }));
                            begins = false;
                        }
                        (Escape::As(text), _) => items.push_str(&text),
                    }
                }
                sign @ ('[' | '&' | '~' | '^' | ']') => {
                    items.push('\\');
                    items.push(sign);
                }
                other => items.push(other),
            }
            (single, spans, first) = (begins, false, false);
        }
        self.dense = dense;
        let class = format!("[{}{items}]", if negated { "^" } else { "" });
        Some(without.map_or(class.clone(), |without| format!("[{class}--{without}]")))
    }
}

impl Translator<'_> {
    /// `[:alpha:]`, behind its first bracket.
    fn named_class(&mut self) -> Option<String> {
        let mut name = String::from("[");
        while !name.ends_with(":]") {
            name.push(self.rest.next()?);
        }
        Some(name)
    }
}

enum Escape {
    /// What stands between the brackets of a class.
    Class(String),
    As(String),
}
