//! The data files as they are written.

mod question_record;

use domain::Text;
use domain::agency::UnitKey;
use domain::deadline::Limit;
use domain::drawing::Drawing;
use domain::officer::Role;
use domain::procedure::{self, Audience, Channel, FeeKind};
use forms::EForm;
use jiff::civil::Date;
use process::{Model, Names, NodeIndex};
use question_record::QuestionRecord;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Agencies {
    pub agency: Vec<Agency>,
}

#[derive(Deserialize)]
pub struct Agency {
    pub key: String,
    pub code: String,
    pub kind: domain::agency::AgencyKind,
    pub name_vi: String,
    pub name_en: String,
    #[serde(default)]
    pub address_vi: String,
    #[serde(default)]
    pub phone: String,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub successor: Option<String>,
    pub level: domain::agency::AgencyLevel,
    /// The agency above it, and the one whose office controls its procedures.
    pub superior: Option<String>,
    pub controlling: Option<String>,
    #[serde(default)]
    pub unit: Vec<Unit>,
}

#[derive(Deserialize)]
pub struct Unit {
    pub key: String,
    pub name_vi: String,
    pub name_en: String,
    #[serde(default)]
    pub intake: bool,
}

#[derive(Deserialize)]
pub struct People {
    pub officer: Vec<Officer>,
    pub citizen: Vec<Citizen>,
}

#[derive(Deserialize)]
pub struct Officer {
    pub login: String,
    pub name: String,
    pub agency: String,
    pub unit: String,
    pub roles: Vec<Role>,
    pub title_vi: String,
    pub title_en: String,
}

#[derive(Clone, Deserialize)]
pub struct Citizen {
    pub key: String,
    pub login: Option<String>,
    pub kind: String,
    pub name: String,
    #[serde(default)]
    pub identity_number: String,
    #[serde(default)]
    pub tax_number: String,
    pub phone: String,
    pub email: String,
    pub address: String,
}

#[derive(Deserialize)]
pub struct Catalogue {
    pub field: Vec<Named>,
    pub life_event: Vec<LifeEvent>,
    pub procedure: Vec<Procedure>,
}

#[derive(Deserialize)]
pub struct Named {
    pub key: String,
    pub name_vi: String,
    pub name_en: String,
}

#[derive(Deserialize)]
pub struct LifeEvent {
    pub key: String,
    pub name_vi: String,
    pub name_en: String,
    pub audience: String,
    pub icon: String,
}

#[derive(Deserialize)]
pub struct Procedure {
    pub code: String,
    pub name_vi: String,
    #[serde(default)]
    pub name_en: String,
    pub short_vi: String,
    pub short_en: String,
    pub summary_vi: String,
    pub summary_en: String,
    pub field: String,
    pub competent: String,
    pub level: i64,
    pub audiences: Vec<Audience>,
    #[serde(default)]
    pub life_events: Vec<String>,
    #[serde(default)]
    pub conditions_vi: String,
    #[serde(default)]
    pub conditions_en: String,
    #[serde(default)]
    pub steps_vi: Vec<String>,
    #[serde(default)]
    pub steps_en: Vec<String>,
    #[serde(default)]
    pub keywords: Vec<String>,
    pub method: Vec<Method>,
    #[serde(default)]
    pub paper: Vec<Paper>,
    #[serde(default)]
    pub result: Vec<ResultPaper>,
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// The grounds of a financial obligation the law demands, beyond fees.
    #[serde(default)]
    pub obligations_vi: Vec<String>,
    #[serde(default)]
    pub question: Vec<QuestionRecord>,
    #[serde(default)]
    pub step: Vec<Step>,
}

#[derive(Deserialize)]
pub struct Method {
    pub channel: Channel,
    pub limit: WrittenLimit,
    #[serde(default)]
    pub note_vi: String,
    #[serde(default)]
    pub note_en: String,
    #[serde(default)]
    pub fee: Vec<Fee>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum WrittenLimit {
    Counted(String),
    Words { words_vi: String, words_en: String },
}

#[derive(Deserialize)]
pub struct Fee {
    pub name_vi: String,
    #[serde(default)]
    pub name_en: String,
    pub amount: u64,
    pub kind: FeeKind,
    #[serde(default)]
    pub example: bool,
}

#[derive(Deserialize)]
pub struct Paper {
    pub id: String,
    pub name_vi: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub originals: u32,
    #[serde(default)]
    pub copies: u32,
    pub required: bool,
    #[serde(default)]
    pub on_screen: bool,
    #[serde(default)]
    pub hint_vi: String,
    #[serde(default)]
    pub hint_en: String,
}

#[derive(Deserialize)]
pub struct ResultPaper {
    pub name_vi: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub code: String,
}

#[derive(Deserialize)]
pub struct LegalBasis {
    pub number: String,
    pub name_vi: String,
}

#[derive(Deserialize)]
pub struct Step {
    pub id: String,
    pub name_vi: String,
    pub name_en: String,
    pub unit: String,
    pub role: Role,
    pub hours: u32,
    #[serde(default)]
    pub product_vi: String,
    #[serde(default)]
    pub product_en: String,
}

pub fn agencies() -> Agencies {
    toml::from_str(include_str!("../data/agencies.toml")).expect("agencies.toml is tested")
}

pub fn people() -> People {
    toml::from_str(include_str!("../data/officers.toml")).expect("officers.toml is tested")
}

pub fn catalogue() -> Catalogue {
    toml::from_str(include_str!("../data/procedures.toml")).expect("procedures.toml is tested")
}

impl Procedure {
    pub fn read(&self) -> procedure::Procedure {
        let text = |vi: &str, en: &str| Text::new(vi, en);
        procedure::Procedure {
            code: procedure::ProcedureCode::parse(&self.code).expect("codes are tested"),
            version: 1,
            name: text(&self.name_vi, &self.name_en),
            short_name: text(&self.short_vi, &self.short_en),
            summary: text(&self.summary_vi, &self.summary_en),
            field: self.field.clone(),
            audiences: self.audiences.clone(),
            life_events: self.life_events.clone(),
            steps: self
                .steps_vi
                .iter()
                .enumerate()
                .map(|(index, vi)| text(vi, self.steps_en.get(index).map_or("", String::as_str)))
                .collect(),
            conditions: text(&self.conditions_vi, &self.conditions_en),
            methods: self.method.iter().map(Method::read).collect(),
            papers: self
                .paper
                .iter()
                .map(|paper| procedure::Paper {
                    id: paper.id.clone(),
                    name: text(&paper.name_vi, &paper.name_en),
                    originals: paper.originals,
                    copies: paper.copies,
                    required: paper.required,
                    on_screen: paper.on_screen,
                    hint: text(&paper.hint_vi, &paper.hint_en),
                    ..procedure::Paper::default()
                })
                .collect(),
            results: self
                .result
                .iter()
                .map(|result| procedure::ResultPaper {
                    code: result.code.clone(),
                    name: text(&result.name_vi, &result.name_en),
                })
                .collect(),
            legal_basis: self
                .legal_basis
                .iter()
                .map(|basis| procedure::LegalBasis {
                    number: basis.number.clone(),
                    name: text(&basis.name_vi, ""),
                })
                .collect(),
            obligations: Some(self.obligations_vi.iter().map(|ground| text(ground, "")).collect()),
            keywords: self.keywords.clone(),
            form: EForm { questions: self.question.iter().map(QuestionRecord::read).collect() },
            process: self.process(),
            sets: Some(1),
            sets_words: Text::default(),
            origin: None,
        }
    }
}

/// The processes that are drawn, by the code of their procedure.
const DRAWINGS: [(&str, &str); 5] = [
    ("1.001193", include_str!("../data/processes/1.001193.bpmn")),
    ("1.001612", include_str!("../data/processes/1.001612.bpmn")),
    ("1.013225", include_str!("../data/processes/1.013225.bpmn")),
    ("2.000815", include_str!("../data/processes/2.000815.bpmn")),
    ("3.000333", include_str!("../data/processes/3.000333.bpmn")),
];

impl Procedure {
    /// The steps as they are listed, or as they are drawn.
    fn process(&self) -> procedure::Process {
        let code: &str = &self.code;
        let drawn = DRAWINGS.iter().find(|(drawn, _)| *drawn == code);
        let Some((_, source)) = drawn else {
            let steps = self.step.iter().map(Step::read).collect();
            return procedure::Process::of_list(1, &self.short_vi, steps);
        };
        let drawing = Drawing::read(source, &Names::open()).expect("the drawings are tested");
        let steps =
            drawing.model().steps().into_iter().map(|node| drawn_step(drawing.model(), node)).collect();
        procedure::Process { version: 1, steps, drawing, ..procedure::Process::default() }
    }
}

/// A step of a drawing of ours, which names divisions by their keys.
fn drawn_step(model: &Model, node: NodeIndex) -> procedure::Step {
    let (drawn, responsible) = (&model.nodes[node], model.responsible(node));
    procedure::Step {
        id: drawn.id.clone(),
        name: Text::new(&drawn.name, &drawn.step.english),
        unit: UnitKey(responsible.unit.unwrap_or_default()),
        role: responsible.role.as_deref().and_then(Role::parse).unwrap_or(Role::Officer),
        hours: drawn.step.time.map_or(0, |time| time.minutes().div_ceil(60)),
        product: Text::new(&drawn.step.product, &drawn.step.product_english),
    }
}

impl Method {
    fn read(&self) -> procedure::Method {
        procedure::Method {
            channel: self.channel,
            limit: match &self.limit {
                WrittenLimit::Counted(limit) => limit.parse().expect("limits are tested"),
                WrittenLimit::Words { words_vi, words_en } => Limit::Words(Text::new(words_vi, words_en)),
            },
            note: Text::new(&self.note_vi, &self.note_en),
            // Whoever wrote the demonstration's data looked the fees up: none written is none taken.
            free: self.fee.is_empty(),
            fees: self
                .fee
                .iter()
                .map(|fee| procedure::Fee {
                    name: Text::new(&fee.name_vi, &fee.name_en),
                    amount: fee.amount,
                    kind: fee.kind,
                    example: fee.example,
                    words: Text::default(),
                })
                .collect(),
        }
    }
}

impl Step {
    fn read(&self) -> procedure::Step {
        procedure::Step {
            id: self.id.clone(),
            name: Text::new(&self.name_vi, &self.name_en),
            unit: domain::agency::UnitKey(self.unit.clone()),
            role: self.role,
            hours: self.hours,
            product: Text::new(&self.product_vi, &self.product_en),
        }
    }
}

#[cfg(test)]
mod tests;
