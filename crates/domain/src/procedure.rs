//! Procedures: all their constituent parts (NĐ 63/2010 article 8), their form and their internal process.

use crate::agency::{Agency, AgencyCode, AgencyId, UnitKey};
use crate::deadline::Limit;
use crate::drawing::Drawing;
use crate::officer::{Officer, Role};
use crate::{Language, Text};
use forms::Form;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The national code: one digit, a dot, six digits, such as `1.001193`. A province may set its own behind it, as in
/// `1.000494.000.00.00.H29` or `1.000948.H38`: that is another procedure, with another code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProcedureCode(String);

/// Letters of `1.001193`.
const NATIONAL_LENGTH: usize = 8;

impl ProcedureCode {
    pub fn parse(text: &str) -> Option<ProcedureCode> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let (national, local) = text.split_at_checked(NATIONAL_LENGTH)?;
        let (first, rest) = national.split_once('.')?;
        let owned = match local.strip_prefix('.') {
            Some(agency) => AgencyCode::parse(agency).is_some(),
            None => local.is_empty(),
        };
        (first.len() == 1 && digits(first) && digits(rest) && owned).then(|| ProcedureCode(text.to_string()))
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
    pub keywords: Vec<String>,
    pub form: Form,
    /// What happens inside, after acceptance.
    pub process: Process,
    /// How many sets of its papers are handed in, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sets: Option<u32>,
    /// Where it comes from, as the national database or the deciding document says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
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

/// The code of a field: that of the ministry which owns it, a line, letters and digits (TT 01/2018), such as `G03-GD10`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FieldCode(String);

impl FieldCode {
    pub fn parse(text: &str) -> Option<FieldCode> {
        let (owner, field) = text.split_once('-')?;
        let owned = AgencyCode::parse(owner).is_some_and(|code| code.as_str() == code.level_one());
        let named = !field.is_empty() && field.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        (owned && named && text.len() <= 20).then(|| FieldCode(text.to_string()))
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

impl Procedure {
    /// Whether people and organisations may apply for it; what only other agencies ask for is not shown to them.
    pub fn is_public(&self) -> bool {
        self.audiences.is_empty() || self.audiences.iter().any(|audience| *audience != Audience::Agency)
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

    /// The cases an applicant chooses among, in the words of the national record: none, or at least two.
    pub fn cases(&self) -> Vec<&str> {
        let mut cases: Vec<&str> = Vec::new();
        for paper in &self.papers {
            if paper.is_of_a_case() && !cases.contains(&paper.case.as_str()) {
                cases.push(&paper.case);
            }
        }
        if cases.len() < 2 { Vec::new() } else { cases }
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

    /// Whether it says which papers must be there: records of the national database rarely do, and then every paper
    /// looks as if it could be left out.
    pub fn tells_required(&self) -> bool {
        self.papers.iter().any(|paper| paper.required)
    }

    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id == id)
    }
}

/// Who may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    Citizen,
    Foreigner,
    Business,
    HouseholdBusiness,
    Organisation,
    /// Other agencies only: not for the public.
    Agency,
}

impl Audience {
    pub const ALL: [Audience; 6] = [
        Audience::Citizen,
        Audience::Foreigner,
        Audience::Business,
        Audience::HouseholdBusiness,
        Audience::Organisation,
        Audience::Agency,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Audience::Citizen => "citizen",
            Audience::Foreigner => "foreigner",
            Audience::Business => "business",
            Audience::HouseholdBusiness => "household-business",
            Audience::Organisation => "organisation",
            Audience::Agency => "agency",
        }
    }

    pub fn parse(key: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| audience.key() == key)
    }

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

/// How a dossier comes in. The numbers are those of the national portal (KENH).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Direct,
    Online,
    Postal,
}

impl Channel {
    pub const ALL: [Channel; 3] = [Channel::Direct, Channel::Online, Channel::Postal];

    pub const fn national_code(self) -> u8 {
        match self {
            Channel::Direct => 1,
            Channel::Online => 2,
            Channel::Postal => 3,
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Channel::Direct => "direct",
            Channel::Online => "online",
            Channel::Postal => "postal",
        }
    }

    pub fn parse(key: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.key() == key)
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Channel::Direct => ("Nộp trực tiếp", "In person"),
            Channel::Online => ("Nộp trực tuyến", "Online"),
            Channel::Postal => ("Gửi qua bưu chính công ích", "By public post"),
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

/// A paper the dossier is made of. `id` is a slug unique in the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub id: String,
    pub name: Text,
    pub originals: u32,
    pub copies: u32,
    pub required: bool,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hint: Text,
    /// The case it belongs to, in the words of the national record; empty when it is for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case: String,
    /// Its national code, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The form it is written on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Template>,
}

/// A form to fill in, and where it can be fetched, if that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

impl Template {
    /// An address that may be linked to.
    pub fn is_address(url: &str) -> bool {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        host.is_some_and(|host| host.contains('.') && !host.contains(['@', '"', '<', '>']))
            && !url.contains(char::is_whitespace)
    }
}

impl Paper {
    /// Whether it stands under the name of a case. Many records use that place for a heading, such as “papers to hand
    /// in” and “papers to show”: what stands under those is everybody's.
    pub fn is_of_a_case(&self) -> bool {
        const HEADINGS: [&str; 12] = [
            "giấy tờ phải",
            "giấy tờ nộp",
            "giấy tờ cần",
            "giấy tờ xuất trình",
            "lưu ý",
            "ghi chú",
            "số lượng hồ sơ",
            "thành phần, số lượng",
            "bao gồm",
            "hồ sơ gồm",
            "hồ sơ bao gồm",
            "1 bộ hồ sơ",
        ];
        let case = plain_heading(&self.case);
        // “Thành phần hồ sơ” alone is a heading; “thành phần hồ sơ giao đất” names a case.
        let contents = case.strip_prefix("thành phần").map(|rest| rest.trim_start_matches(" hồ sơ").trim());
        let heading = HEADINGS.iter().any(|heading| case.starts_with(heading))
            || contents.is_some_and(|rest| matches!(rest, "" | "gồm" | "bao gồm" | "gồm có"));
        !case.is_empty() && !heading
    }
}

/// A heading without what it is listed by (`* `, `a) `, `(1.2) `) and without its colon, in small letters.
fn plain_heading(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.trim_start_matches(['*', '-', '–', '+', '•', ' ']);
    let place = text.trim_start_matches('(');
    let number: String =
        place.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let letter = place.chars().next().filter(|letter| letter.is_alphabetic()).map(String::from);
    let listed = if number.is_empty() { letter.unwrap_or_default() } else { number };
    let rest = &place[listed.len()..];
    let rest = match rest.strip_prefix([')', '.']) {
        Some(rest) if !listed.is_empty() => rest,
        // `1. ` has its point among the digits already.
        None if listed.ends_with('.') && rest.starts_with(' ') => rest,
        _ => text,
    };
    rest.trim().trim_end_matches([':', '.', ' ']).to_string()
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

/// The internal process: an ordered list of steps, or steps in the order their drawing gives them. Versioned apart from
/// the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    pub version: u32,
    pub steps: Vec<Step>,
    /// What other agencies do in it, where it is drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What says how one step leads to another; without it each leads to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing: Option<Drawing>,
}

/// One step. `id` is a slug unique in the process, never a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    pub name: Text,
    /// The division of the competent agency that does it.
    pub unit: UnitKey,
    pub role: Role,
    /// Allotted working hours.
    pub hours: u32,
    /// What the step produces.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub product: Text,
}

/// Work of another agency, done in a dossier of its own that is opened for this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The element of the drawing.
    pub id: String,
    pub name: Text,
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    /// Its share of the time, in working minutes.
    pub minutes: u32,
}

/// Something that is done in a process, here or elsewhere.
#[derive(Clone, Copy, Debug)]
pub enum Work<'a> {
    Step(&'a Step),
    Link(&'a Link),
}

impl Process {
    /// All that is done in it, in the order it is come to.
    pub fn works(&self) -> Vec<Work<'_>> {
        let Some(drawing) = self.drawing.as_ref().filter(|_| !self.links.is_empty()) else {
            return self.steps.iter().map(Work::Step).collect();
        };
        let model = drawing.model();
        let work = |node: usize| {
            let id = &model.nodes[node].id;
            self.step(id).map(Work::Step).or_else(|| self.link(id).map(Work::Link))
        };
        model.works().into_iter().filter_map(work).collect()
    }

    /// What a step, another agency's work or an event of the drawing is called.
    pub fn name_of(&self, id: &str) -> Option<Text> {
        let known = self.step(id).map(|step| &step.name).or_else(|| self.link(id).map(|link| &link.name));
        known.cloned().or_else(|| {
            let node = self.drawing.as_ref()?.model().node(id)?;
            (!node.name.is_empty()).then(|| Text::new(&node.name, &node.step.english))
        })
    }

    pub fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// Whose a step is; nothing says so where the step is gone.
    pub fn role(&self, id: &str) -> Role {
        self.step(id).map_or(Role::Officer, |step| step.role)
    }

    /// Working minutes allotted to a step that is there.
    pub fn minutes(&self, id: &str) -> Option<u32> {
        let step = self.step(id)?;
        let drawn = self.drawing.as_ref().and_then(|drawing| drawing.model().node(id)?.step.time);
        Some(drawn.map_or(step.hours * 60, |time| time.minutes()))
    }

    /// How a step may turn out, where its drawing names outcomes.
    pub fn outcomes(&self, id: &str) -> &[process::Outcome] {
        let node = self.drawing.as_ref().and_then(|drawing| drawing.model().node(id));
        node.map_or(&[], |node| &node.step.outcomes)
    }

    /// Steps that whoever does this one must not have done, where its drawing names some.
    pub fn apart_from(&self, id: &str) -> &[String] {
        let node = self.drawing.as_ref().and_then(|drawing| drawing.model().node(id));
        node.map_or(&[], |node| &node.step.apart_from)
    }

    pub fn after(&self, id: &str) -> Option<&Step> {
        let position = self.steps.iter().position(|step| step.id == id)?;
        self.steps.get(position + 1)
    }
}

/// The steps a procedure begins with where nobody has written any: check, review, sign, by those the agency has.
/// Their hours are shares of the limit.
pub fn default_process(procedure: &Procedure, agency: &Agency, officers: &[Officer]) -> Process {
    let unit_of =
        |role: Role| officers.iter().find(|officer| officer.has(role)).map(|officer| officer.unit.clone());
    let any = agency.units.iter().find(|unit| !unit.intake).or(agency.units.first());
    let Some(unit) = unit_of(Role::Officer).or(any.map(|unit| unit.key.clone())) else {
        return Process { version: procedure.process.version, ..Process::default() };
    };
    let reviewed = officers.iter().any(|officer| officer.has(Role::DivisionHead) && officer.unit == unit);
    let head = unit_of(Role::AgencyHead).unwrap_or_else(|| unit.clone());
    let hours = procedure.limit(Channel::Direct).map_or(40, Limit::office_hours).clamp(4, 1_000);
    let step = |id: &str, vi: &str, en: &str, unit: &UnitKey, role: Role, share: u32| Step {
        id: id.into(),
        name: Text::new(vi, en),
        unit: unit.clone(),
        role,
        hours: (hours * share / 100).max(1),
        product: Text::default(),
    };
    let mut steps = vec![step("check", "Thẩm định hồ sơ", "Check", &unit, Role::Officer, 60)];
    if reviewed {
        steps.push(step("review", "Soát xét", "Review", &unit, Role::DivisionHead, 20));
    }
    steps.push(step("sign", "Ký duyệt", "Sign", &head, Role::AgencyHead, 20));
    Process { version: procedure.process.version + 1, steps, ..Process::default() }
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
        for wrong in [
            "",
            "1.00119",
            "1.0011934",
            "1.001193.",
            "1.001193.38",
            "1.001193.h38",
            "1,001193",
            "1.001193.H38.",
            "đ.001193",
        ] {
            assert_eq!(ProcedureCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_field_code_names_its_ministry() {
        assert!(FieldCode::parse("G03-GD10").is_some() && FieldCode::parse("G15-TP07").is_some());
        for wrong in ["LV159", "G03", "G03-", "G3-GD10", "G03.1-GD10", "G03-gd10", "000.00.00.G03-GD10"] {
            assert_eq!(FieldCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_form_is_linked_to_by_a_plain_address_only() {
        assert!(Template::is_address("https://dichvucong.gov.vn/a.docx"));
        for wrong in
            ["", "a.docx", "javascript:alert(1)", "//x.vn", "https://", "https://a b.vn", "https://x@y.vn/"]
        {
            assert!(!Template::is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn nothing_is_at_level_four_while_nothing_can_be_paid() {
        let offered = [1, 2, 3, 4].map(|level| Level::new(level).unwrap().offered().number());
        assert_eq!(offered, [1, 2, 3, 3]);
    }
}
