//! Countries and territories, by the two letters of ISO 3166-1.

use crate::Language;
use std::sync::LazyLock;

pub const VIET_NAM: &str = "VN";

struct Country {
    code: &'static str,
    vi: &'static str,
    en: &'static str,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let lines = include_str!("../data/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    let read = |line: &'static str| {
        let mut cells = line.split('\t');
        Some(Country { code: cells.next()?, vi: cells.next()?, en: cells.next()? })
    };
    lines.filter_map(read).collect()
});

/// The letters of a country, large as they are kept.
pub fn find(code: &str) -> Option<&'static str> {
    let code = typed::code(code).to_uppercase();
    COUNTRIES.iter().find(|country| country.code == code).map(|country| country.code)
}

pub fn name(code: &str, language: Language) -> Option<&'static str> {
    let country = COUNTRIES.iter().find(|country| country.code == code)?;
    Some(language.pick(country.vi, country.en))
}

/// Every one with its name, in an order people look through.
pub fn all(language: Language) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> =
        COUNTRIES.iter().map(|country| (country.code, language.pick(country.vi, country.en))).collect();
    // The file has them in the order of their Vietnamese names.
    if language == Language::English {
        all.sort_by_key(|(_, name)| *name);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_its_letters_and_both_names_once() {
        let all = all(Language::Vietnamese);
        assert!(all.len() > 200);
        for (code, name) in &all {
            assert!(code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()), "{code}");
            assert!(!name.is_empty() && self::name(code, Language::English).is_some());
            assert_eq!(all.iter().filter(|(other, _)| other == code).count(), 1, "{code}");
        }
        assert_eq!(find(" gb "), Some("GB"));
        assert_eq!(find("ZZ"), None);
    }
}
