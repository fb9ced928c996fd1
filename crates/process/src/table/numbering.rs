//! Numbers of rows: `I`, `II.1`, `A`, `1.2`, `1.a`, `b`, and which row stands above which by them.

/// A number in its parts: `II.1` is `II` and `1`, `3a` is `3` and `a`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbering {
    pub manner: Manner,
    parts: Vec<String>,
    /// Its last part stands right behind the one before, as in `3a`.
    joined: bool,
}

/// What the first part is. Those before stand above those after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    Roman,
    Upper,
    Figure,
    Lower,
    /// No number at all.
    Plain,
}

/// In what manner rows of one level are numbered: they follow each other, others lie inside.
pub(super) type NumberingLevel = (Manner, usize);

impl Numbering {
    /// `letters` says which single letters the table numbers by, so that `C` behind `B` is no hundred.
    pub fn read(order: &str, letters: &[char]) -> Option<Numbering> {
        let mut parts: Vec<String> = Vec::new();
        let (mut part, mut joined) = (String::new(), false);
        let kind = |letter: char| (letter.is_ascii_digit(), letter.is_alphabetic());
        for letter in order.trim().chars() {
            if matches!(letter, '.' | '-' | '–' | ')' | '(' | ' ') {
                parts.extend(Some(std::mem::take(&mut part)).filter(|part| !part.is_empty()));
                joined = false;
                continue;
            }
            if part.chars().last().is_some_and(|last| kind(last) != kind(letter)) {
                parts.push(std::mem::take(&mut part));
                joined = true;
            }
            part.push(letter);
        }
        parts.extend(Some(part).filter(|part| !part.is_empty()));
        let manner = manner(parts.first()?, letters)?;
        let each =
            |part: &String| !part.is_empty() && part.chars().all(char::is_alphanumeric) && part.len() < 8;
        (parts.len() < 6 && parts.iter().all(each)).then_some(Numbering { manner, parts, joined })
    }

    pub fn level(&self) -> NumberingLevel {
        (self.manner, self.parts.len())
    }

    /// Whether it begins with the other, as `1.2` with `1`.
    pub fn is_part_of(&self, other: &Numbering) -> bool {
        self.parts.len() > other.parts.len() && self.parts.starts_with(&other.parts)
    }

    /// `3a` behind `3` was put in between: nothing says that it lies inside.
    pub fn is_put_in(&self) -> bool {
        self.joined && self.manner == Manner::Figure
    }

    /// Whether a row so numbered, right below one of the other number, lies inside of it. `open` are the levels in which
    /// both lie.
    pub fn is_inside(&self, other: &Numbering, open: &[NumberingLevel]) -> bool {
        if self.is_part_of(other) {
            return true;
        }
        let above =
            other.manner < self.manner || (other.manner, self.manner) == (Manner::Upper, Manner::Roman);
        let level = self.level();
        above && self.parts.len() == 1 && !open.contains(&level)
    }

    /// Whether rows of the other number are over where this one comes.
    pub fn ends(&self, other: &Numbering) -> bool {
        self.manner == other.manner && self.parts.len() <= other.parts.len()
    }
}

fn manner(part: &str, letters: &[char]) -> Option<Manner> {
    let mut each = part.chars();
    let (first, more) = (each.next()?, each.next().is_some());
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Manner::Figure);
    }
    let roman = part.len() < 8 && part.bytes().all(|letter| b"IVXLC".contains(&letter));
    if roman && (more || !is_letter_here(first, letters)) {
        return Some(Manner::Roman);
    }
    match first {
        _ if more => None,
        'A'..='Z' | 'Đ' => Some(Manner::Upper),
        'a'..='z' | 'đ' => Some(Manner::Lower),
        _ => None,
    }
}

/// Whether a letter that may be a Roman number follows other letters.
fn is_letter_here(letter: char, letters: &[char]) -> bool {
    let before = char::from_u32(u32::from(letter).saturating_sub(1));
    matches!(letter, 'C' | 'L') || before.is_some_and(|before| letters.contains(&before))
}

/// The single capital letters a table numbers by.
pub(super) fn letters<'a>(orders: impl Iterator<Item = &'a str>) -> Vec<char> {
    let alone = |order: &str| {
        let first = order.chars().next().filter(char::is_ascii_uppercase)?;
        (order.len() == 1).then_some(first)
    };
    orders.filter_map(alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_above_each_other_by_their_numbers() {
        let number = |text: &str| Numbering::read(text, &['A', 'B', 'C']).unwrap();
        for (above, below) in [
            ("I", "1"),
            ("I", "A"),
            ("A", "1"),
            ("1", "1.1"),
            ("1", "1.a"),
            ("1", "a"),
            ("1.1", "1.1.1"),
            ("II", "II.1"),
            ("II.1", "2"),
            ("A", "A.1"),
            ("A", "A1"),
            ("A", "I"),
        ] {
            assert!(number(below).is_inside(&number(above), &[]), "{above} {below}");
        }
        for (above, below) in [
            ("1", "2"),
            ("1.1", "1.2"),
            ("1", "I"),
            ("a", "1"),
            ("I", "II"),
            ("B", "C"),
            ("B1", "B2"),
            ("1", "A"),
        ] {
            assert!(!number(below).is_inside(&number(above), &[]), "{above} {below}");
        }
        assert!(!number("1").is_inside(&number("A"), &[(Manner::Figure, 1)]));
        assert!(number("3a").is_put_in() && !number("3.a").is_put_in());
        assert_eq!(number("C").manner, Manner::Upper);
        assert_eq!(Numbering::read("V", &[]).unwrap().manner, Manner::Roman);
        for none in ["", "Tiếp nhận", "Phần 1: x", "bước"] {
            assert_eq!(Numbering::read(none, &[]), None, "{none}");
        }
    }
}
