//! Procedures: all their constituent parts (NĐ 63/2010 article 8), their form and their internal process.

mod code;
mod paper;
mod steps;

pub use code::{FieldCode, ProcedureCode};
pub use paper::{Paper, Template};
pub use steps::{LinkStep, Process, Step, Work, default_process};

use crate::agency::AgencyCode;
use crate::deadline::Limit;
use crate::{Language, Text};
use forms::EForm;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One version of a procedure. A dossier pins the version it was filed under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    pub code: ProcedureCode,
    /// 1, 2, 3 …; never changed once a dossier may have pinned it.
    pub version: u32,
    pub name: Text,
    /// In everyday words, as people would say it.
    pub short_name: Text,
    pub summary: Text,
    /// Key of the field (lĩnh vực).
    pub field: String,
    pub audiences: Vec<Audience>,
    /// Keys of life events.
    pub life_events: Vec<String>,
    pub steps: Vec<Text>,
    pub conditions: Text,
    pub methods: Vec<Method>,
    pub papers: Vec<Paper>,
    pub results: Vec<ResultPaper>,
    pub legal_basis: Vec<LegalBasis>,
    /// The grounds on which the law demands a financial obligation that the handling waits for, beyond fees; none where it
    /// demands none. Nothing in versions made before that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligations: Option<Vec<Text>>,
    pub keywords: Vec<String>,
    pub form: EForm,
    /// What happens inside, after acceptance.
    pub process: Process,
    /// How many sets of its papers are handed in, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sets: Option<u32>,
    /// How many, as written, where that is no number.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub sets_words: Text,
    /// Where it comes from, as the national database or the deciding document says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Procedure {
    /// Only a code: the first version, and everything else still to be filled in.
    pub fn blank(code: ProcedureCode) -> Procedure {
        Procedure {
            code,
            version: 1,
            name: Text::default(),
            short_name: Text::default(),
            summary: Text::default(),
            field: String::new(),
            audiences: Vec::new(),
            life_events: Vec::new(),
            steps: Vec::new(),
            conditions: Text::default(),
            methods: Vec::new(),
            papers: Vec::new(),
            results: Vec::new(),
            legal_basis: Vec::new(),
            obligations: None,
            keywords: Vec::new(),
            form: EForm::default(),
            process: Process::default(),
            sets: None,
            sets_words: Text::default(),
            origin: None,
        }
    }
}

/// Who announced a procedure, by what, and who does it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Who announced it, as written.
    pub announcer: String,
    /// Levels of government that do it: `Cấp Tỉnh`, `Cấp Xã` and so on, as written.
    pub tiers: Vec<String>,
    /// Agencies that do it, as written.
    pub executors: Vec<String>,
    /// The identifier of who announced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcer_code: Option<AgencyCode>,
    /// The decision that announced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Agencies that take part, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coordinating: Vec<String>,
    /// The code of its field, such as `G15-TP07`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field_code: Option<FieldCode>,
}

/// A decision by number and day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

impl Procedure {
    /// Whether people and organisations may apply for it; what only other agencies ask for is not shown to them.
    pub fn is_public(&self) -> bool {
        self.audiences.is_empty() || self.audiences.iter().any(|audience| *audience != Audience::Agency)
    }

    /// Whether foreigners may apply, as far as it says who may.
    pub fn takes_foreigners(&self) -> bool {
        self.audiences.is_empty() || self.audiences.contains(&Audience::Foreigner)
    }

    /// Whether others than people may apply, as far as it says who may.
    pub fn takes_organisations(&self) -> bool {
        let person = |audience: &Audience| matches!(audience, Audience::Citizen | Audience::Foreigner);
        self.audiences.is_empty() || !self.audiences.iter().all(person)
    }

    pub fn method(&self, channel: Channel) -> Option<&Method> {
        self.methods.iter().find(|method| method.channel == channel)
    }

    /// The limit of a channel; a channel the procedure does not list counts as the direct one.
    pub fn limit(&self, channel: Channel) -> Option<&Limit> {
        self.method(channel)
            .or_else(|| self.method(Channel::Direct))
            .or(self.methods.first())
            .map(|m| &m.limit)
    }

    /// The ways to file on a channel: several where it has cases of their own limit or fees. A channel the procedure
    /// does not list counts as the direct one.
    pub fn methods_of(&self, channel: Channel) -> Vec<&Method> {
        let listed = |channel| self.methods.iter().filter(|method| method.channel == channel).collect();
        let own: Vec<&Method> = listed(channel);
        let direct: Vec<&Method> = if own.is_empty() { listed(Channel::Direct) } else { own };
        if direct.is_empty() { self.methods.iter().take(1).collect() } else { direct }
    }

    /// The different limits of a channel, in the order they are listed.
    pub fn limits(&self, channel: Channel) -> Vec<&Limit> {
        let mut limits: Vec<&Limit> = Vec::new();
        for method in self.methods_of(channel) {
            if !limits.contains(&&method.limit) {
                limits.push(&method.limit);
            }
        }
        limits
    }

    /// Whether the time of what came by a channel is counted by the hour, whichever of the channel's limits applies.
    pub fn is_in_hours(&self, channel: Channel) -> bool {
        let limits = self.limits(channel);
        !limits.is_empty() && limits.iter().all(|limit| limit.is_in_hours())
    }

    /// The cases an applicant chooses among, in the words of the national record: none, or at least two.
    pub fn cases(&self) -> Vec<&str> {
        let mut cases: Vec<&str> = Vec::new();
        for paper in &self.papers {
            if paper.is_of_a_case() && !cases.contains(&paper.case.as_str()) {
                cases.push(&paper.case);
            }
        }
        if cases.len() < 2 {
            return Vec::new();
        }
        // The record has them in any order; those that are numbered stand by their numbers.
        let numbers: Vec<Option<u32>> = cases.iter().map(|case| number_of(case)).collect();
        if numbers.iter().all(Option::is_some) {
            cases.sort_by_key(|case| number_of(case));
        }
        cases
    }

    /// The papers of a case with those that are everybody's; without a case, all of them.
    pub fn papers_of<'a>(&'a self, case: Option<&'a str>) -> impl Iterator<Item = &'a Paper> {
        let no_cases = self.cases().is_empty();
        self.papers.iter().filter(move |paper| {
            no_cases || case.is_none_or(|case| !paper.is_of_a_case() || paper.case == case)
        })
    }

    /// Whether a paper must be there: everybody's, and those of the case that was chosen. While the case is open, what
    /// belongs to one case only cannot be asked for.
    pub fn asks(&self, paper: &Paper, case: Option<&str>) -> bool {
        let everybodys = !paper.is_of_a_case() || self.cases().is_empty();
        paper.required && (everybodys || case == Some(&paper.case))
    }

    /// The same of a file that is sent online: what is filled in on the screen is there already.
    pub fn asks_online(&self, paper: &Paper, case: Option<&str>) -> bool {
        self.asks(paper, case) && !paper.on_screen
    }

    /// Whether it says which papers must be there: records of the national database rarely do, and then every paper
    /// looks as if it could be left out.
    pub fn tells_required(&self) -> bool {
        self.papers.iter().any(|paper| paper.required)
    }

    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id == id)
    }
}

/// The number a case begins with: `Trường hợp 13: …`, `2) …`.
fn number_of(case: &str) -> Option<u32> {
    const WORDS: [&str; 3] = ["trường hợp", "th", "case"];
    let case = case.trim().to_lowercase();
    let rest = WORDS.iter().find_map(|word| case.strip_prefix(word)).unwrap_or(&case);
    let rest = rest.trim_start_matches([' ', '(', '.']);
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

typed::keyed! {
    /// Who may apply.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Audience {
        Citizen = "citizen",
        Foreigner = "foreigner",
        Business = "business",
        HouseholdBusiness = "household-business",
        Organisation = "organisation",
        /// Other agencies only: not for the public.
        Agency = "agency",
    }
}

impl Audience {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Audience::Citizen => ("Công dân Việt Nam", "Vietnamese citizens"),
            Audience::Foreigner => ("Người nước ngoài", "Foreign nationals"),
            Audience::Business => ("Doanh nghiệp", "Companies"),
            Audience::HouseholdBusiness => ("Hộ kinh doanh", "Household businesses"),
            Audience::Organisation => ("Tổ chức khác", "Other organisations"),
            Audience::Agency => {
                ("Cơ quan nhà nước (chỉ dùng trong liên thông)", "Other agencies (linked dossiers only)")
            }
        };
        language.pick(vi, en)
    }
}

typed::keyed! {
    /// How a dossier comes in. The numbers are those of the national portal (KENH).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Channel {
        Direct = "direct",
        Online = "online",
        Postal = "postal",
    }
}

impl Channel {
    pub const fn national_code(self) -> u8 {
        match self {
            Channel::Direct => 1,
            Channel::Online => 2,
            Channel::Postal => 3,
        }
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Channel::Direct => ("Nộp trực tiếp", "In person"),
            Channel::Online => ("Nộp trực tuyến", "Online"),
            Channel::Postal => ("Nộp qua bưu chính công ích", "By public post"),
        };
        language.pick(vi, en)
    }
}

/// A way to file, with the limit and the fees that hang on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    pub channel: Channel,
    pub limit: Limit,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// Known to cost nothing. Without fees and without this, what it costs is not known here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub free: bool,
}

/// Phí (a service's price) or lệ phí (a charge by law): an amount of whole đồng, or words where it is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    pub name: Text,
    pub amount: u64,
    pub kind: FeeKind,
    /// The true amount is not known to us; shown as an example.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// What is taken, where that is no amount: `0,5 %`, `25 USD`, `8.000 - 15.000 đồng`. The amount is 0 then.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub words: Text,
}

impl Fee {
    /// The amount, where there is one.
    pub fn known(&self) -> Option<u64> {
        self.words.is_empty().then_some(self.amount)
    }

    /// What fees come to; nothing where one of them has no amount.
    pub fn sum<'a>(fees: impl IntoIterator<Item = &'a Fee>) -> Option<u64> {
        fees.into_iter().map(Fee::known).sum()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeeKind {
    /// Phí.
    Fee,
    /// Lệ phí.
    Charge,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultPaper {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    pub name: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    pub number: String,
    pub name: Text,
}

/// How much of a procedure one agency offers online (TT 32/2017): 1 information, 2 forms to print,
/// 3 filing online, 4 also payment and result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Level(u8);

impl Level {
    pub fn new(level: i64) -> Option<Level> {
        (1..=4).contains(&level).then_some(Level(level as u8))
    }

    pub const fn number(self) -> u8 {
        self.0
    }

    /// The levels there are to choose.
    pub fn choices() -> impl Iterator<Item = Level> {
        (1..=4).filter_map(Level::new).filter(|level| *level == level.offered())
    }

    /// The level that is really offered: level 4 needs paying online, and until that is possible here it is said to be 3.
    pub const fn offered(self) -> Level {
        const PAID_ONLINE: bool = false;
        if self.0 == 4 && !PAID_ONLINE { Level(3) } else { self }
    }

    pub const fn online(self) -> bool {
        self.0 >= 3
    }
}

impl TryFrom<i64> for Level {
    type Error = String;
    fn try_from(level: i64) -> Result<Level, String> {
        Level::new(level).ok_or_else(|| format!("{level} is not a level from 1 to 4"))
    }
}

impl From<Level> for i64 {
    fn from(level: Level) -> i64 {
        i64::from(level.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_at_level_four_while_nothing_can_be_paid() {
        let offered = [1, 2, 3, 4].map(|level| Level::new(level).unwrap().offered().number());
        assert_eq!(offered, [1, 2, 3, 3]);
    }

    #[test]
    fn a_numbered_case_is_known_by_its_number() {
        for (case, number) in [
            ("Trường hợp 13: Cấp lại", Some(13)),
            ("TH2. Cấp mới", Some(2)),
            ("10) Gia hạn", Some(10)),
            ("Đối với hộ kinh doanh", None),
            ("Trường hợp cấp lại", None),
        ] {
            assert_eq!(number_of(case), number, "{case}");
        }
    }
}
