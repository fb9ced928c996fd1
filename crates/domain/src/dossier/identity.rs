use crate::{Language, country};
use serde::{Deserialize, Serialize};

/// By what a person or an organisation is told from all others: the kind of its paper, the country that gave it, the
/// number. Nine digits may be an old identity card or a foreign passport, and those are two people.
///
/// What the number alone tells is not said again: `kind` is there only where it is another than that of the number's
/// digits, and `country` only where it is not Viet Nam. So what was stored before kinds were is the same as what is stored
/// now, and two are one person where they are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// Letters and digits.
    #[serde(rename = "identity", default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    #[serde(rename = "identity-kind", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<IdentityKind>,
    /// By its two letters (ISO 3166-1).
    #[serde(rename = "identity-country", default, skip_serializing_if = "String::is_empty")]
    pub country: String,
}

typed::keyed! {
    /// A kind of paper that has a number of its own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum IdentityKind {
        /// The personal identification number, which the identity card bears: 12 digits.
        Citizen = "citizen",
        /// The identity card of before: 9 digits.
        OldCard = "old-card",
        Passport = "passport",
        /// A card Viet Nam gives a foreigner who lives here, permanently or for some years.
        ResidenceCard = "residence-card",
        /// A business registration number: 10 digits, 13 with that of a branch.
        Business = "business",
        /// A tax code: that of a business is its registration number, a person's may be the personal number.
        Tax = "tax",
        Other = "other",
    }
}

/// Why what was typed identifies nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnIdentity {
    /// No number of this kind, or where none was chosen of any that is known by its digits.
    Number(Option<IdentityKind>),
    /// A passport is told by its country too, and a country is one of those there are.
    NoCountry,
    /// A country was named, and no kind of paper: digits alone tell the papers of Viet Nam only.
    NoKind,
    /// Viet Nam gives papers of this kind, and another country was named.
    NotAbroad,
}

impl IdentityKind {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            IdentityKind::Citizen => ("Số định danh cá nhân, căn cước", "Personal number, identity card"),
            IdentityKind::OldCard => ("Chứng minh nhân dân (9 số)", "Old identity card (9 digits)"),
            IdentityKind::Passport => ("Hộ chiếu", "Passport"),
            IdentityKind::ResidenceCard => ("Thẻ thường trú, thẻ tạm trú", "Residence card"),
            IdentityKind::Business => ("Mã số doanh nghiệp", "Business number"),
            IdentityKind::Tax => ("Mã số thuế", "Tax code"),
            IdentityKind::Other => ("Giấy tờ khác", "Another document"),
        };
        language.pick(vi, en)
    }

    /// What a number is where nobody said.
    fn of_digits(number: &str) -> Option<IdentityKind> {
        match number.len() {
            _ if !is_digits(number) => None,
            9 => Some(IdentityKind::OldCard),
            10 | 13 => Some(IdentityKind::Business),
            12 => Some(IdentityKind::Citizen),
            _ => None,
        }
    }

    fn fits(self, number: &str) -> bool {
        let letters = |range: std::ops::RangeInclusive<usize>| {
            range.contains(&number.chars().count()) && number.chars().all(char::is_alphanumeric)
        };
        match self {
            IdentityKind::Tax => is_digits(number) && matches!(number.len(), 10 | 12 | 13),
            IdentityKind::Passport | IdentityKind::ResidenceCard => letters(5..=15) && number.is_ascii(),
            IdentityKind::Other => letters(3..=30),
            of_digits => IdentityKind::of_digits(number) == Some(of_digits),
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Identity {
    /// Reads a number as people write it, with blanks, dots and dashes, of a kind and a country if they were said.
    pub fn read(typed: &str, kind: Option<IdentityKind>, country: &str) -> Result<Identity, NotAnIdentity> {
        let number = letters_and_digits(typed);
        let of_digits = IdentityKind::of_digits(&number);
        let abroad = !country.trim().is_empty() && country::find(country) != Some(country::VIET_NAM);
        if abroad && kind.is_none() {
            return Err(NotAnIdentity::NoKind);
        }
        // Another sign means something, such as a second number; only papers of other kinds have such signs in theirs.
        let set_apart = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-');
        let right = kind == Some(IdentityKind::Other) || typed::code(typed).chars().all(set_apart);
        if !right || kind.or(of_digits).is_none_or(|kind| !kind.fits(&number)) {
            return Err(NotAnIdentity::Number(kind));
        }
        let country = match kind {
            Some(IdentityKind::Passport) => country::find(country).ok_or(NotAnIdentity::NoCountry)?,
            Some(IdentityKind::Other) if country.trim().is_empty() => "",
            Some(IdentityKind::Other) => match country::find(country).ok_or(NotAnIdentity::NoCountry)? {
                country::VIET_NAM => "",
                other => other,
            },
            _ if abroad => return Err(NotAnIdentity::NotAbroad),
            // The others are all of Viet Nam.
            _ => "",
        };
        // A business has one number for its registration and its taxes, and so has a person from 2025 on.
        let kind = kind.filter(|kind| *kind != IdentityKind::Tax && Some(*kind) != of_digits);
        Ok(Identity { number, kind, country: country.into() })
    }

    pub fn is_empty(&self) -> bool {
        self.number.is_empty()
    }

    /// Which kind it is; nothing where there is no number, or one that was never looked at.
    pub fn kind(&self) -> Option<IdentityKind> {
        self.kind.or(IdentityKind::of_digits(&self.number))
    }

    /// Which paper it is the number of, as that is written in the record: the key of the kind, and the country where it
    /// says something, as in `passport GB`.
    pub fn paper(&self) -> String {
        let kind = self.kind().map_or("", IdentityKind::key);
        format!("{kind} {}", self.country).trim().into()
    }

    /// The same number as one of another paper, if it can be.
    pub fn of_paper(&self, written: &str) -> Result<Identity, NotAnIdentity> {
        let (kind, country) = written.split_once(' ').unwrap_or((written, ""));
        let kind = IdentityKind::parse(kind).ok_or(NotAnIdentity::Number(None))?;
        Identity::read(&self.number, Some(kind), country)
    }

    /// A paper as it is written in the record, in words.
    pub fn paper_in_words(written: &str, language: Language) -> String {
        let (kind, country) = written.split_once(' ').unwrap_or((written, ""));
        let kind = IdentityKind::parse(kind).map_or(kind, |kind| kind.name(language));
        let country = country::name(country, language).map(|name| format!(" ({name})"));
        format!("{kind}{}", country.unwrap_or_default())
    }

    /// With its kind and country where the digits alone would be read as another.
    pub fn text(&self, language: Language) -> String {
        let Some(kind) = self.kind else { return self.number.clone() };
        let country = country::name(&self.country, language).map(|name| format!(" ({name})"));
        format!("{} {}{}", kind.name(language), self.number, country.unwrap_or_default())
    }
}

/// A number as it is compared.
pub fn letters_and_digits(typed: &str) -> String {
    typed::code(typed).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_uppercase()
}

/// A number whose kind its digits tell.
impl From<&str> for Identity {
    fn from(number: &str) -> Identity {
        Identity { number: number.into(), ..Identity::default() }
    }
}

impl From<String> for Identity {
    fn from(number: String) -> Identity {
        Identity { number, ..Identity::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str, kind: &str, country: &str) -> Result<Identity, NotAnIdentity> {
        Identity::read(typed, IdentityKind::parse(kind), country)
    }

    #[test]
    fn a_passport_of_nine_digits_is_not_an_old_identity_card() {
        let card = read("123 456 789", "", "").unwrap();
        assert_eq!(card, "123456789".into());
        assert_eq!(card.kind(), Some(IdentityKind::OldCard));
        assert_eq!(read("123456789", "old-card", "VN"), Ok(card.clone()));
        // Whoever names another country has no paper of Viet Nam: nothing they chose is passed over.
        for country in ["GB", "gb", "XX"] {
            assert_eq!(read("123456789", "", country), Err(NotAnIdentity::NoKind), "{country}");
            for kind in ["old-card", "citizen", "business", "tax", "residence-card"] {
                let number = if kind == "citizen" || kind == "tax" { "099190000001" } else { "123456789" };
                let number = if kind == "business" { "0101234567" } else { number };
                assert_eq!(read(number, kind, country), Err(NotAnIdentity::NotAbroad), "{kind} {country}");
            }
        }
        assert_eq!(read("123456789", "", " vn "), Ok(card.clone()));
        let british = read("123456789", "passport", "gb").unwrap();
        assert_ne!(british, card);
        assert_ne!(british, read("123456789", "passport", "US").unwrap());
        assert_eq!(read("123456789", "passport", ""), Err(NotAnIdentity::NoCountry));
        assert_eq!(read("123456789", "passport", "XX"), Err(NotAnIdentity::NoCountry));
        assert_eq!(british.text(Language::English), "Passport 123456789 (United Kingdom)");
        assert_eq!(card.text(Language::English), "123456789");
    }

    #[test]
    fn a_number_is_the_same_in_any_writing() {
        for typed in
            ["099190000001", "099 190 000 001", "099-190-000-001", "099–190–000–001", "099.190.000.001."]
        {
            assert_eq!(read(typed, "", ""), Ok("099190000001".into()), "{typed}");
            assert_eq!(read(typed, "citizen", "VN"), Ok("099190000001".into()), "{typed}");
        }
        assert_eq!(read("0101234567-001", "", ""), Ok("0101234567001".into()));
        assert_eq!(read("0101234567", "tax", ""), read("0101234567", "business", ""));
        assert_eq!(read("c 1234567", "passport", "VN").unwrap().number, "C1234567");
        assert_eq!(read("41A8-012345", "other", "VN"), read("41A8012345", "other", ""));
        assert_eq!(read("41A8012345", "other", "XX"), Err(NotAnIdentity::NoCountry));
        assert_eq!(read("٠٩٩ ١٩٠ ٠٠٠ ٠٠١", "", ""), Ok("099190000001".into()));
        assert_eq!(read("12/2020/GP", "other", "VN").unwrap().number, "122020GP");
        for (typed, kind) in [
            ("123456789/0", ""),
            ("099190000001 (099190000002)", ""),
            ("123456789, 1234", ""),
            ("+99190000001", ""),
            ("09919000000¹", "citizen"),
            ("C1234567/2", "passport"),
            ("12345678", ""),
            ("C1234567", ""),
            ("123456789", "citizen"),
            ("", ""),
            ("1234", "passport"),
            ("#!", "other"),
        ] {
            assert_eq!(
                read(typed, kind, "VN"),
                Err(NotAnIdentity::Number(IdentityKind::parse(kind))),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_residence_card_is_of_viet_nam_and_no_passport_of_the_same_number() {
        let card = read("DN 123-4567", "residence-card", "VN").unwrap();
        assert_eq!((card.number.as_str(), card.country.as_str()), ("DN1234567", ""));
        assert_ne!(card, read("DN1234567", "passport", "GB").unwrap());
        assert_eq!(card.paper(), "residence-card");
        assert_eq!(card.text(Language::English), "Residence card DN1234567");
        // Nine digits on such a card are no old identity card.
        assert_ne!(read("123456789", "residence-card", "").unwrap(), "123456789".into());
        for typed in ["1234", "DN1234567/2", "thẻ 1234567", ""] {
            let wrong = Err(NotAnIdentity::Number(Some(IdentityKind::ResidenceCard)));
            assert_eq!(read(typed, "residence-card", ""), wrong, "{typed}");
        }
    }

    #[test]
    fn the_same_number_of_another_paper_is_read_as_one_of_it() {
        let card = Identity::from("123456789");
        assert_eq!(card.paper(), "old-card");
        let passport = card.of_paper("passport GB").unwrap();
        assert_eq!(passport, read("123456789", "passport", "GB").unwrap());
        assert_eq!(passport.paper(), "passport GB");
        assert_eq!(
            passport.of_paper("old-card"),
            Ok(card.clone()),
            "stored as one that nobody chose a kind of"
        );
        assert_eq!(card.of_paper("passport"), Err(NotAnIdentity::NoCountry));
        assert_eq!(card.of_paper("citizen"), Err(NotAnIdentity::Number(Some(IdentityKind::Citizen))));
        for written in ["", "shoe", "passport-GB"] {
            assert_eq!(card.of_paper(written), Err(NotAnIdentity::Number(None)), "{written}");
        }
        assert_eq!(Identity::paper_in_words("passport GB", Language::English), "Passport (United Kingdom)");
        assert_eq!(Identity::paper_in_words("old-card", Language::Vietnamese), "Chứng minh nhân dân (9 số)");
    }

    #[test]
    fn what_was_stored_before_kinds_is_read_and_written_the_same() {
        let text = r#"{"identity":"099123456789"}"#;
        let read: Identity = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert_eq!(read, Identity::read("099123456789", Some(IdentityKind::Citizen), "").unwrap());
    }
}
