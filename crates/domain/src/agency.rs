//! Agencies, their divisions, and the identifiers the state gives them.

pub(crate) mod standing;

pub use standing::{AgencyLevel, AgencyStanding, DatedStanding};

use crate::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Our own key of an agency; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgencyId(pub i64);

impl AgencyId {
    /// No agency's.
    pub const NONE: AgencyId = AgencyId(0);
}

/// A division of an agency: a slug unique in its agency, stable for ever, such as `civil-status`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitKey(pub String);

impl fmt::Display for UnitKey {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// The electronic identifier of an agency, in one of the two schemes in use.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AgencyCode {
    scheme: Scheme,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scheme {
    /// QCVN 102:2016/BTTTT: `000.00.20.H99`, lowest level first, thirteen characters.
    #[serde(rename = "QCVN102")]
    Qcvn102,
    /// QĐ 20/2020/QĐ-TTg: `H99.20.3`, highest level first, at most 35 characters.
    #[serde(rename = "QD20")]
    Qd20,
}

impl Scheme {
    pub const fn code(self) -> &'static str {
        match self {
            Scheme::Qcvn102 => "QCVN102",
            Scheme::Qd20 => "QD20",
        }
    }
}

impl AgencyCode {
    /// Reads a code of either scheme as people type and paste it; nothing when it fits neither.
    pub fn parse(text: &str) -> Option<AgencyCode> {
        // A sign at its end is none of its groups, and not forgiven.
        let text = typed::plain(text).replace(' ', "");
        let scheme = if is_qcvn102(&text) {
            Scheme::Qcvn102
        } else if is_qd20(&text) {
            Scheme::Qd20
        } else {
            return None;
        };
        Some(AgencyCode { scheme, text })
    }

    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The ministry or province this agency belongs to: `H99`.
    pub fn level_one(&self) -> &str {
        let mut groups = self.text.split('.');
        match self.scheme {
            Scheme::Qcvn102 => groups.next_back(),
            Scheme::Qd20 => groups.next(),
        }
        .expect("a code has at least one group")
    }
}

fn is_qcvn102(text: &str) -> bool {
    let groups: Vec<&str> = text.split('.').collect();
    let digits =
        |group: &str, width: usize| group.len() == width && group.bytes().all(|b| b.is_ascii_digit());
    matches!(groups[..], [four, three, two, one]
        if digits(four, 3) && digits(three, 2) && digits(two, 2) && is_level_one(one))
}

fn is_qd20(text: &str) -> bool {
    let mut groups = text.split('.');
    text.len() <= 35
        && groups.next().is_some_and(is_level_one)
        && groups.all(|group| {
            !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        })
}

fn is_level_one(group: &str) -> bool {
    matches!(group.as_bytes(), [letter, tens, ones]
        if letter.is_ascii_uppercase() && tens.is_ascii_digit() && ones.is_ascii_digit())
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.text)
    }
}

impl TryFrom<String> for AgencyCode {
    type Error = String;
    fn try_from(text: String) -> Result<AgencyCode, String> {
        AgencyCode::parse(&text).ok_or_else(|| format!("`{text}` is not an agency code"))
    }
}

impl From<AgencyCode> for String {
    fn from(code: AgencyCode) -> String {
        code.text
    }
}

/// A code with the time it is valid; the end is the last valid day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedCode {
    pub code: AgencyCode,
    pub from: Date,
    pub to: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    Province,
    /// The provincial public service centre, which receives for the departments.
    ServiceCentre,
    Department,
    Commune,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    pub id: AgencyId,
    /// A stable slug used by data files and addresses, such as `justice`.
    pub key: String,
    pub kind: AgencyKind,
    pub name: Text,
    pub address: String,
    pub phone: String,
    pub codes: Vec<DatedCode>,
    /// The first and last day it exists.
    pub from: Date,
    pub to: Option<Date>,
    /// Who took over its work.
    pub successor: Option<AgencyId>,
    /// Its level, who is above it and who controls it, each from a day on; nothing where nobody said it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<DatedStanding>,
    pub units: Vec<Unit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub key: UnitKey,
    pub name: Text,
    /// Whether this is the counter that receives and returns.
    pub intake: bool,
}

impl Agency {
    /// The code in force on a day.
    pub fn code_on(&self, day: Date) -> Option<&AgencyCode> {
        let valid = |dated: &&DatedCode| dated.from <= day && dated.to.is_none_or(|to| day <= to);
        self.codes.iter().filter(valid).max_by_key(|dated| dated.from).map(|dated| &dated.code)
    }

    pub fn exists_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    pub fn unit(&self, key: &UnitKey) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.key == *key)
    }

    pub fn intake_unit(&self) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.intake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_are_read_and_printed() {
        let old = AgencyCode::parse("000.00.20.H99").unwrap();
        assert_eq!((old.scheme(), old.level_one(), old.as_str()), (Scheme::Qcvn102, "H99", "000.00.20.H99"));
        let new = AgencyCode::parse("H99.20.3A").unwrap();
        assert_eq!((new.scheme(), new.level_one(), new.as_str()), (Scheme::Qd20, "H99", "H99.20.3A"));
        let province = AgencyCode::parse("H99").unwrap();
        assert_eq!(province.level_one(), "H99");
    }

    #[test]
    fn what_fits_neither_scheme_is_refused() {
        for text in [
            "",
            "H9",
            "h99",
            "00.00.20.H99",
            "000.00.20.H99.1",
            "H99.",
            "H99.a",
            "H99.1234567890123456789012345678901234",
        ] {
            assert_eq!(AgencyCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_code_follows_the_day() {
        let dated = |code: &str, from: &str, to: Option<&str>| DatedCode {
            code: AgencyCode::parse(code).unwrap(),
            from: from.parse().unwrap(),
            to: to.map(|day| day.parse().unwrap()),
        };
        let agency = Agency {
            id: AgencyId(1),
            key: "ward".into(),
            kind: AgencyKind::Commune,
            name: Text::new("Phường", "Ward"),
            address: String::new(),
            phone: String::new(),
            codes: vec![
                dated("000.01.31.H99", "2019-01-01", Some("2025-06-30")),
                dated("H99.31", "2025-07-01", None),
            ],
            from: "2019-01-01".parse().unwrap(),
            to: None,
            successor: None,
            standings: vec![],
            units: vec![],
        };
        let on = |day: &str| agency.code_on(day.parse().unwrap()).map(AgencyCode::as_str);
        assert_eq!(on("2025-06-30"), Some("000.01.31.H99"));
        assert_eq!(on("2025-07-01"), Some("H99.31"));
        assert_eq!(on("2018-12-31"), None);
    }
}
