//! The parts of a procedure the national database decides: how they read, how they differ, how they are taken.

use crate::fold::fold;
use domain::procedure::{Method, Paper, Procedure};
use domain::{Language, Text};
use forms::{Form, Kind, Question};
use storage::national::Proposal;

/// A legal part of a procedure that the national database decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NationalPart {
    Name,
    Field,
    Audiences,
    Steps,
    Conditions,
    Ways,
    Papers,
    Results,
    Basis,
}

impl NationalPart {
    pub const ALL: [NationalPart; 9] = [
        NationalPart::Name,
        NationalPart::Field,
        NationalPart::Audiences,
        NationalPart::Steps,
        NationalPart::Conditions,
        NationalPart::Ways,
        NationalPart::Papers,
        NationalPart::Results,
        NationalPart::Basis,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            NationalPart::Name => "name",
            NationalPart::Field => "field",
            NationalPart::Audiences => "audiences",
            NationalPart::Steps => "steps",
            NationalPart::Conditions => "conditions",
            NationalPart::Ways => "ways",
            NationalPart::Papers => "papers",
            NationalPart::Results => "results",
            NationalPart::Basis => "basis",
        }
    }

    pub fn parse(key: &str) -> Option<NationalPart> {
        NationalPart::ALL.into_iter().find(|part| part.key() == key)
    }

    /// The part in plain words, a line for each thing it holds; `field` is the name of the procedure's field.
    pub fn lines(self, procedure: &Procedure, field: &str, language: Language) -> Vec<String> {
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_string()] };
        match self {
            NationalPart::Name => one(&procedure.name.vi),
            NationalPart::Field => one(field),
            NationalPart::Audiences => {
                procedure.audiences.iter().map(|audience| audience.name(language).to_string()).collect()
            }
            NationalPart::Steps => procedure.steps.iter().map(|step| step.vi.clone()).collect(),
            NationalPart::Conditions => procedure.conditions.vi.lines().map(str::to_string).collect(),
            NationalPart::Ways => procedure.methods.iter().map(|method| way(method, language)).collect(),
            NationalPart::Papers => procedure.papers.iter().map(paper).collect(),
            NationalPart::Results => procedure
                .results
                .iter()
                .map(|result| [result.code.as_str(), result.name.vi.as_str()].join(" ").trim().to_string())
                .collect(),
            NationalPart::Basis => procedure
                .legal_basis
                .iter()
                .map(|basis| [basis.number.as_str(), basis.name.vi.as_str()].join(" ").trim().to_string())
                .collect(),
        }
    }
}

fn way(method: &Method, language: Language) -> String {
    let mut line = format!("{}: {}", method.channel.name(language), method.limit.text(language));
    if !method.note.is_empty() {
        line.push_str(&format!(" ({})", method.note.vi));
    }
    for fee in &method.fees {
        line.push_str(&format!("; {} {}", fee.name.vi, fee.amount));
    }
    line
}

fn paper(paper: &Paper) -> String {
    let case = if paper.case.is_empty() { String::new() } else { format!("[{}] ", paper.case) };
    format!("{case}{} ({}/{})", paper.name.vi, paper.originals, paper.copies)
}

/// A part that would change: its lines here and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub part: NationalPart,
    pub here: Vec<String>,
    pub there: Vec<String>,
}

/// What a proposal would change; everything it says, when the procedure is new here.
pub fn differences(
    current: Option<(&Procedure, &str)>,
    proposal: &Proposal,
    language: Language,
) -> Vec<Difference> {
    NationalPart::ALL
        .into_iter()
        .map(|part| Difference {
            part,
            here: current.map(|(here, field)| part.lines(here, field, language)).unwrap_or_default(),
            there: part.lines(&proposal.procedure, &proposal.field_name, language),
        })
        // What the record does not speak of stays as it is.
        .filter(|difference| !difference.there.is_empty() && difference.here != difference.there)
        .collect()
}

/// The key of the one question such a procedure begins with.
pub(crate) const REQUEST: &str = "request";

/// A procedure new here: as the national database has it, with a form that asks what is wanted.
pub(super) fn first_version(proposed: &Procedure, field: String) -> Procedure {
    let question = Question {
        id: REQUEST.into(),
        kind: Kind::LongText { length_max: 4_000 },
        label: Text::new("Nội dung bạn đề nghị giải quyết", "What you ask for"),
        hint: Text::default(),
        required: true,
    };
    Procedure { version: 1, field, form: Form { questions: vec![question] }, ..proposed.clone() }
}

/// The next version: these parts from the national record, everything else as it is here. What is only ours in a
/// part (keys, guidance, fees the record does not know) stays with it.
pub fn merge(current: &Procedure, proposed: &Procedure, field: &str, parts: &[NationalPart]) -> Procedure {
    let mut next = Procedure { version: current.version + 1, ..current.clone() };
    next.origin = proposed.origin.clone();
    for part in parts {
        // What the record does not speak of stays as it is.
        if part.lines(proposed, field, Language::Vietnamese).is_empty() {
            continue;
        }
        match part {
            NationalPart::Name => next.name.vi.clone_from(&proposed.name.vi),
            NationalPart::Field => next.field = field.to_string(),
            NationalPart::Audiences => next.audiences.clone_from(&proposed.audiences),
            NationalPart::Steps => next.steps.clone_from(&proposed.steps),
            NationalPart::Conditions => next.conditions.clone_from(&proposed.conditions),
            NationalPart::Ways => next.methods = ways(&current.methods, &proposed.methods),
            NationalPart::Papers => next.papers = papers(&current.papers, &proposed.papers),
            NationalPart::Results => next.results.clone_from(&proposed.results),
            NationalPart::Basis => next.legal_basis.clone_from(&proposed.legal_basis),
        }
    }
    next
}

fn ways(current: &[Method], proposed: &[Method]) -> Vec<Method> {
    let way = |method: &Method| {
        let ours = current.iter().find(|ours| ours.channel == method.channel);
        match ours.filter(|_| method.fees.is_empty()) {
            Some(ours) => Method { fees: ours.fees.clone(), free: ours.free, ..method.clone() },
            None => method.clone(),
        }
    };
    proposed.iter().map(way).collect()
}

fn papers(current: &[Paper], proposed: &[Paper]) -> Vec<Paper> {
    let mut taken: Vec<String> = Vec::new();
    let mut next = Vec::new();
    for (place, paper) in proposed.iter().enumerate() {
        let alike = |ours: &&Paper| fold(&ours.name.vi) == fold(&paper.name.vi) && ours.case == paper.case;
        let ours = current.iter().find(|ours| alike(ours) && !taken.contains(&ours.id));
        let made = match ours {
            Some(ours) => Paper {
                originals: paper.originals,
                copies: paper.copies,
                code: paper.code.clone(),
                ..ours.clone()
            },
            None => {
                let used = |id: &String| taken.contains(id) || current.iter().any(|ours| ours.id == *id);
                let id = (place + 1..).map(|number| format!("p{number}")).find(|id| !used(id));
                Paper { id: id.expect("numbers do not end"), ..paper.clone() }
            }
        };
        taken.push(made.id.clone());
        next.push(made);
    }
    next
}
