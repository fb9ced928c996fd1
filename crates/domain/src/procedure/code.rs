//! Codes of procedures and of their fields.

use crate::agency::AgencyCode;
use serde::{Deserialize, Serialize};

/// The national code: one digit, a dot, six digits, such as `1.001193`. A province may set its own behind it, as in
/// `1.000494.000.00.00.H29` or `1.000948.H38`: that is another procedure, with another code. Zeros alone behind it, as in
/// `1.000494.000.00.00`, name no agency: that is the national one, written at full length.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProcedureCode(String);

/// Letters of `1.001193`.
const NATIONAL_LENGTH: usize = 8;

/// What stands before the code of an agency, where that is left out.
const NOBODYS: [&str; 3] = ["000", "000.00", "000.00.00"];

impl ProcedureCode {
    /// Reads a code as people type and paste it.
    pub fn parse(text: &str) -> Option<ProcedureCode> {
        // Some part it with dashes.
        let text = typed::code(&typed::plain(text).replace('-', ".")).to_uppercase();
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let (national, local) = text.split_at_checked(NATIONAL_LENGTH)?;
        let (first, rest) = national.split_once('.')?;
        if first.len() != 1 || !digits(first) || !digits(rest) {
            return None;
        }
        match local.strip_prefix('.') {
            Some(zeros) if NOBODYS.contains(&zeros) => Some(ProcedureCode(national.to_string())),
            Some(agency) => AgencyCode::parse(agency).map(|_| ProcedureCode(text.clone())),
            None => local.is_empty().then(|| ProcedureCode(text.clone())),
        }
    }

    /// The national code it is or begins with.
    pub fn national(&self) -> &str {
        &self.0[..NATIONAL_LENGTH]
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for ProcedureCode {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

impl TryFrom<String> for ProcedureCode {
    type Error = String;
    fn try_from(text: String) -> Result<ProcedureCode, String> {
        ProcedureCode::parse(&text).ok_or_else(|| format!("`{text}` is not a procedure code"))
    }
}

impl From<ProcedureCode> for String {
    fn from(code: ProcedureCode) -> String {
        code.0
    }
}

/// The code of a field: that of the ministry which owns it, a line, letters and digits (TT 01/2018), such as `G03-GD10`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FieldCode(String);

impl FieldCode {
    /// Reads a code as people type and paste it.
    pub fn parse(text: &str) -> Option<FieldCode> {
        let text = typed::code(text).to_uppercase();
        let (owner, field) = text.split_once('-')?;
        let owned = AgencyCode::parse(owner).is_some_and(|code| code.as_str() == code.level_one());
        let named = !field.is_empty() && field.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        (owned && named && text.len() <= 20).then(|| FieldCode(text.clone()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FieldCode {
    type Error = String;
    fn try_from(text: String) -> Result<FieldCode, String> {
        FieldCode::parse(&text).ok_or_else(|| format!("`{text}` is not the code of a field"))
    }
}

impl From<FieldCode> for String {
    fn from(code: FieldCode) -> String {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_national_or_a_provinces_own() {
        for code in [
            "1.001193",
            "1.000494.000.00.00.H29",
            "2.000884.000.00.00.H55",
            "1.000948.H38",
            "1.000948.H38.15",
        ] {
            assert_eq!(ProcedureCode::parse(code).unwrap().national(), &code[..8], "{code}");
        }
        for typed in ["1.001193.h38", " 1.001193.H38. ", "1.001193.\u{200b}H38"] {
            assert_eq!(ProcedureCode::parse(typed).unwrap().as_str(), "1.001193.H38", "{typed}");
        }
        for typed in [
            "1.000494.000",
            "1.000494.000.00",
            "1.000494.000.00.00",
            "1.000494.000.00.00.",
            "1.000494.000.00.00 .",
            "1. 000494 . 000 . 00",
            "1.000494–000–00–00",
            "１.000494.000.00.00",
            "“1.000494.000.00.00”",
        ] {
            assert_eq!(ProcedureCode::parse(typed).unwrap().as_str(), "1.000494", "{typed}");
        }
        for typed in
            ["1.000494.000.00.00.H29.", "1.000494 - 000 - 00 - 00 - h29", "1.000494.000.00.00.\u{200b}H29"]
        {
            assert_eq!(ProcedureCode::parse(typed).unwrap().as_str(), "1.000494.000.00.00.H29", "{typed}");
        }
        for wrong in [
            "",
            "1.00119",
            "1.0011934",
            "1.001193.38",
            "1,001193",
            "đ.001193",
            "1.001193.00",
            "1.001193.000.01",
            "1.001193.000.00.00.00",
        ] {
            assert_eq!(ProcedureCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_field_code_names_its_ministry() {
        assert!(FieldCode::parse("G03-GD10").is_some() && FieldCode::parse("G15-TP07").is_some());
        assert_eq!(
            FieldCode::parse("g03–gd10."),
            FieldCode::parse("G03-GD10"),
            "as people type and paste it"
        );
        for wrong in ["LV159", "G03", "G03-", "G3-GD10", "G03.1-GD10", "000.00.00.G03-GD10"] {
            assert_eq!(FieldCode::parse(wrong), None, "{wrong}");
        }
    }
}
