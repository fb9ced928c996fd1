//! The dossier code (TT 01/2018/TT-VPCP, article 19): `V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX`.

use crate::agency::AgencyCode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The legal code of a dossier: receiving agency, civil date of acceptance, ordinal of that day. One that is linked to it in
/// another agency has its code with a number behind, which is no code of its own by the law: `…-0361-01`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DossierCode {
    agency: AgencyCode,
    date: Date,
    ordinal: u32,
    /// Which of the linked dossiers, and which of those linked to that one.
    linked: Vec<u16>,
}

impl DossierCode {
    /// Maximum linked dossiers of one: three digits, where an ordinal has four.
    pub const LINKED_MAX: u32 = 999;

    /// The code of the `ordinal`-th dossier an agency accepted on a day; the first is 1.
    pub fn new(agency: AgencyCode, date: Date, ordinal: u32) -> DossierCode {
        DossierCode { agency, date, ordinal, linked: Vec::new() }
    }

    /// That of the `number`-th dossier linked to this one; none where there are too many.
    pub fn of_linked(&self, number: u32) -> Option<DossierCode> {
        let number =
            u16::try_from(number).ok().filter(|number| (1..=Self::LINKED_MAX as u16).contains(number))?;
        let mut code = self.clone();
        code.linked.push(number);
        Some(code)
    }

    /// That of the main dossier: the only one by the law.
    pub fn main(&self) -> DossierCode {
        DossierCode { linked: Vec::new(), ..self.clone() }
    }

    /// How deep it is linked: none for a main dossier.
    pub fn depth(&self) -> usize {
        self.linked.len()
    }

    /// Reads a code as people type and paste it: small letters, blanks, other dashes, quotes, and the words around it in
    /// which it was copied.
    pub fn parse(text: &str) -> Option<DossierCode> {
        // As we write it, in every row and event: there is nothing to forgive.
        let ours = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'.' | b'-');
        let written = Some(text).filter(|text| text.bytes().all(ours)).and_then(DossierCode::read);
        written.or_else(|| DossierCode::as_typed(text))
    }

    fn as_typed(text: &str) -> Option<DossierCode> {
        typed::codes(text).find_map(|code| DossierCode::read(&code.to_uppercase()))
    }

    fn read(text: &str) -> Option<DossierCode> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let (mut rest, mut linked) = (text, Vec::new());
        while let Some((before, number)) =
            rest.rsplit_once('-').filter(|(_, number)| (2..=3).contains(&number.len()))
        {
            let padded = number.len() == 3 && number.starts_with('0');
            let read = number.parse::<u16>().ok().filter(|read| *read > 0 && digits(number) && !padded);
            linked.insert(0, read?);
            rest = before;
        }
        let mut parts = rest.rsplitn(3, '-');
        let (ordinal, date, agency) = (parts.next()?, parts.next()?, parts.next()?);
        if !digits(ordinal) || !(4..=9).contains(&ordinal.len()) || !digits(date) || date.len() != 6 {
            return None;
        }
        // Four digits are padded with zeros; more never are, so that a code has one spelling only.
        if ordinal.len() > 4 && ordinal.starts_with('0') {
            return None;
        }
        let number = |range: std::ops::Range<usize>| date[range].parse::<i16>().ok();
        let date = Date::new(2000 + number(0..2)?, number(2..4)? as i8, number(4..6)? as i8).ok()?;
        let ordinal: u32 = ordinal.parse().ok().filter(|ordinal| *ordinal > 0)?;
        Some(DossierCode { agency: AgencyCode::parse(agency)?, date, ordinal, linked })
    }

    pub fn agency(&self) -> &AgencyCode {
        &self.agency
    }

    pub fn date(&self) -> Date {
        self.date
    }

    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }
}

impl fmt::Display for DossierCode {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let DossierCode { agency, date, ordinal, linked } = self;
        let year = date.year() % 100;
        write!(to, "{agency}-{year:02}{:02}{:02}-{ordinal:04}", date.month(), date.day())?;
        linked.iter().try_for_each(|number| write!(to, "-{number:02}"))
    }
}

impl TryFrom<String> for DossierCode {
    type Error = String;
    fn try_from(text: String) -> Result<DossierCode, String> {
        DossierCode::parse(&text).ok_or_else(|| format!("`{text}` is not a dossier code"))
    }
}

impl From<DossierCode> for String {
    fn from(code: DossierCode) -> String {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_it_was_written() {
        for text in ["000.00.06.H56-231027-0361", "H99.33-260302-0001", "000.00.20.H99-261123-12345"] {
            assert_eq!(DossierCode::parse(text).unwrap().to_string(), text);
        }
        for text in [
            " 000.00.06.h56 - 231027-0361 ",
            "000.00.06.H56–231027–0361",
            "000.00.06.H56\u{2011}231027\u{2212}0361.",
            "\u{feff}000.00.06.H56-231027-\u{200b}0361",
            "“000.00.06.H56-231027-0361”",
            "Mã: 000.00.06.H56-231027-0361",
            "Mã hồ sơ 000.00.06.H56 - 231027 - 0361, nộp hôm qua",
            "dossier code: '000.00.06.h56-231027-0361'",
        ] {
            let read = DossierCode::parse(text).map(|code| code.to_string());
            assert_eq!(read.as_deref(), Some("000.00.06.H56-231027-0361"), "{text}");
        }
    }

    #[test]
    fn five_digits_come_after_9999() {
        let agency = AgencyCode::parse("000.00.20.H99").unwrap();
        let code = DossierCode::new(agency, Date::constant(2026, 3, 2), 10_000);
        assert_eq!(code.to_string(), "000.00.20.H99-260302-10000");
    }

    #[test]
    fn a_linked_dossier_has_the_code_of_the_main_one_with_its_number() {
        let main = DossierCode::parse("000.00.06.H56-231027-0361").unwrap();
        let third = main.of_linked(3).unwrap();
        assert_eq!(third.to_string(), "000.00.06.H56-231027-0361-03");
        let deeper = third.of_linked(120).unwrap();
        assert_eq!(deeper.to_string(), "000.00.06.H56-231027-0361-03-120");
        for code in [&third, &deeper] {
            assert_eq!(DossierCode::parse(&code.to_string()).as_ref(), Some(code));
            assert_eq!(code.main(), main);
        }
        assert_eq!((main.depth(), deeper.depth()), (0, 2));
        assert_eq!((main.of_linked(0), main.of_linked(1_000)), (None, None));
        for text in
            ["000.00.06.H56-231027-0361-00", "000.00.06.H56-231027-0361-001", "000.00.06.H56-231027-0361-x1"]
        {
            assert_eq!(DossierCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in [
            "",
            "x",
            "000.00.06.H56-231327-0361",
            "000.00.06.H56-231027-361",
            "000.00.06.H56-231027-00361",
            "000.00.06.H56-231027-0000",
            "06.H56-231027-0001",
        ] {
            assert_eq!(DossierCode::parse(text), None, "{text}");
        }
    }
}
