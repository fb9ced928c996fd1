//! The parts of a procedure the national database decides: how they read, how they differ, how they are taken.

use crate::fold::fold;
use domain::deadline::Limit;
use domain::procedure::{Fee, Method, Origin, Paper, Procedure, ResultPaper};
use domain::time::short_date;
use domain::{Language, Text};
use forms::number::number_in_words;
use forms::{EForm, Question, QuestionKind};
use gateway::national::{one_line, plain, says_no_more, short};
use storage::national::Proposal;

typed::keyed! {
    /// A legal part of a procedure that the national database decides.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum NationalPart {
        Name = "name",
        Summary = "summary",
        Field = "field",
        Audiences = "audiences",
        Steps = "steps",
        Conditions = "conditions",
        Ways = "ways",
        Papers = "papers",
        Results = "results",
        Basis = "basis",
        Announced = "announced",
    }
}

impl NationalPart {
    /// The part in plain words, a line for each thing it holds; `field` is the name of the procedure's field.
    pub fn lines(self, procedure: &Procedure, field: &str, language: Language) -> Vec<String> {
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_string()] };
        match self {
            NationalPart::Name => one(&procedure.name.vi),
            NationalPart::Summary => procedure.summary.vi.lines().map(str::to_string).collect(),
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
            NationalPart::Announced => announced(procedure, language),
        }
    }
}

/// Who announced it by what, who does it, how many sets are handed in, its field's code.
fn announced(procedure: &Procedure, language: Language) -> Vec<String> {
    let said = |vi: &str, en: &str, what: String| {
        Some(what).filter(|what| !what.is_empty()).map(|what| format!("{}: {what}", language.pick(vi, en)))
    };
    let origin = procedure.origin.clone().unwrap_or_default();
    let code = origin.announcer_code.map(|code| code.to_string()).unwrap_or_default();
    let decision = origin.decision.map(|decision| {
        [Some(decision.number), decision.day.map(|day| short_date(day, language))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    });
    let field_code = origin.field_code.map(|code| code.as_str().to_string());
    let words = Some(procedure.sets_words.vi.clone()).filter(|words| !words.is_empty());
    let sets = procedure.sets.map(|sets| sets.to_string()).or(words);
    [
        said("Cơ quan công bố", "Announced by", [origin.announcer, code].join(" ").trim().to_string()),
        said("Quyết định công bố", "Decision", decision.unwrap_or_default()),
        said("Cấp thực hiện", "Tiers", origin.tiers.join(", ")),
        said("Cơ quan thực hiện", "Done by", origin.executors.join(", ")),
        said("Cơ quan phối hợp", "Taking part", origin.coordinating.join(", ")),
        said("Mã lĩnh vực", "Code of the field", field_code.unwrap_or_default()),
        said("Số bộ hồ sơ", "Sets of documents", sets.unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn way(method: &Method, language: Language) -> String {
    let mut line = format!("{}: {}", method.channel.name(language), method.limit.text(language));
    if !method.note.is_empty() {
        line.push_str(&format!(" ({})", method.note.vi));
    }
    for fee in &method.fees {
        let taken = fee.known().map_or_else(
            || fee.words.vi.clone(),
            |amount| format!("{} đồng", number_in_words(&amount.to_string(), language)),
        );
        line.push_str(&format!("; {} {taken}", fee.name.vi));
    }
    line
}

fn paper(paper: &Paper) -> String {
    let case = if paper.case.is_empty() { String::new() } else { format!("[{}] ", paper.case) };
    let form =
        paper.template.as_ref().map(|form| format!(" · {} {}", form.name, form.url)).unwrap_or_default();
    let words = Some(&paper.count_words.vi).filter(|words| !words.is_empty());
    let words = words.map(|words| format!("; {words}")).unwrap_or_default();
    let counts = format!("{}/{}{words}", paper.originals, paper.copies);
    format!("{case}{} ({counts}){}", paper.name.vi, form.trim_end())
}

/// A part that would change: its lines here and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDifference {
    pub part: NationalPart,
    pub here: Vec<String>,
    pub there: Vec<String>,
}

/// What a proposal would change; everything it says, when the procedure is new here.
pub fn differences(
    current: Option<(&Procedure, &str)>,
    proposal: &Proposal,
    language: Language,
) -> Vec<PartDifference> {
    let theirs = (&proposal.procedure, proposal.field_name.as_str());
    let difference = |part: NationalPart| {
        let Some((here, field)) = current else {
            return PartDifference {
                part,
                here: Vec::new(),
                there: part.lines(theirs.0, theirs.1, language),
            };
        };
        // What accepting it would leave: our own in it stays, and what the record does not speak of.
        let next = merge(here, theirs.0, &here.field, &[part]);
        let named = if part == NationalPart::Field && !theirs.1.is_empty() { theirs.1 } else { field };
        let (here, there) = (part.lines(here, field, language), part.lines(&next, named, language));
        PartDifference { part, here, there }
    };
    let all = NationalPart::ALL.into_iter().map(difference);
    all.filter(|difference| difference.here != difference.there).collect()
}

/// The key of the one question such a procedure begins with.
pub(crate) const REQUEST: &str = "request";

/// A procedure new here: as the national database has it, with a form that asks what is wanted.
pub(super) fn first_version(proposed: &Procedure, field: String) -> Procedure {
    let question = Question {
        id: REQUEST.into(),
        kind: QuestionKind::LongText { length_max: 4_000 },
        label: Text::new("Nội dung đề nghị giải quyết", "What is asked for"),
        hint: Text::default(),
        required: true,
    };
    Procedure { version: 1, field, form: EForm { questions: vec![question] }, ..proposed.clone() }
}

/// The next version: these parts from the national record, everything else as it is here. What is only ours in a
/// part (keys, guidance, fees the record does not know) stays with it.
pub fn merge(current: &Procedure, proposed: &Procedure, field: &str, parts: &[NationalPart]) -> Procedure {
    let mut next = Procedure { version: current.version + 1, ..current.clone() };
    for part in parts {
        // What the record does not speak of stays as it is.
        if part.lines(proposed, field, Language::Vietnamese).is_empty() {
            continue;
        }
        match part {
            NationalPart::Name => {
                next.name.vi.clone_from(&proposed.name.vi);
                // An everyday name that was only made of the official one follows it.
                if current.short_name.vi == short(&current.name.vi) {
                    next.short_name.vi.clone_from(&proposed.short_name.vi);
                }
            }
            // One of ours is worth more than theirs, unless it is theirs with its marks.
            NationalPart::Summary
                if current.summary.is_empty() || plain(&current.summary.vi) == proposed.summary.vi =>
            {
                next.summary.vi.clone_from(&proposed.summary.vi);
            }
            NationalPart::Summary => {}
            NationalPart::Field => next.field = field.to_string(),
            NationalPart::Audiences => next.audiences.clone_from(&proposed.audiences),
            NationalPart::Steps => {
                let ours: Vec<&Text> = current.steps.iter().collect();
                next.steps = proposed.steps.iter().map(|step| translated(&ours, step)).collect();
            }
            NationalPart::Conditions => {
                next.conditions = translated(&[&current.conditions], &proposed.conditions);
            }
            NationalPart::Ways => next.methods = ways(&current.methods, &proposed.methods),
            NationalPart::Papers => next.papers = papers(&current.papers, &proposed.papers),
            NationalPart::Results => {
                let ours: Vec<&Text> = current.results.iter().map(|result| &result.name).collect();
                let named = |result: &ResultPaper| ResultPaper {
                    name: translated(&ours, &result.name),
                    ..result.clone()
                };
                next.results = proposed.results.iter().map(named).collect();
            }
            NationalPart::Basis => next.legal_basis.clone_from(&proposed.legal_basis),
            NationalPart::Announced => {
                if proposed.sets.is_some() || !proposed.sets_words.is_empty() {
                    next.sets = proposed.sets;
                    next.sets_words.clone_from(&proposed.sets_words);
                }
                next.origin = origin(current.origin.as_ref(), proposed.origin.as_ref());
            }
        }
    }
    next
}

/// What a record says, with the translation that we have of the same.
fn translated(ours: &[&Text], theirs: &Text) -> Text {
    let same = ours.iter().find(|ours| is_same(ours, theirs));
    Text { en: same.map(|ours| ours.en.clone()).unwrap_or_default(), ..theirs.clone() }
}

/// Whether two texts differ in marks and signs alone.
pub(super) fn is_same(ours: &Text, theirs: &Text) -> bool {
    ours.vi == theirs.vi || fold(&plain(&ours.vi)) == fold(&theirs.vi)
}

/// What the record says; what it does not speak of stays as it is.
fn origin(ours: Option<&Origin>, theirs: Option<&Origin>) -> Option<Origin> {
    let Some(theirs) = theirs else { return ours.cloned() };
    let ours = ours.cloned().unwrap_or_default();
    let either =
        |theirs: &[String], ours: Vec<String>| if theirs.is_empty() { ours } else { theirs.to_vec() };
    Some(Origin {
        announcer: if theirs.announcer.is_empty() { ours.announcer } else { theirs.announcer.clone() },
        tiers: either(&theirs.tiers, ours.tiers),
        executors: either(&theirs.executors, ours.executors),
        coordinating: either(&theirs.coordinating, ours.coordinating),
        announcer_code: theirs.announcer_code.clone().or(ours.announcer_code),
        decision: theirs.decision.clone().or(ours.decision),
        field_code: theirs.field_code.clone().or(ours.field_code),
    })
}

fn ways(current: &[Method], proposed: &[Method]) -> Vec<Method> {
    let way = |(place, method): (usize, &Method)| {
        let before = proposed[..place].iter().filter(|other| other.channel == method.channel).count();
        let of_channel = || current.iter().filter(|ours| ours.channel == method.channel);
        let Some(ours) = of_channel().nth(before).or_else(|| of_channel().next()) else {
            return method.clone();
        };
        let named: Vec<&Text> = ours.fees.iter().map(|fee| &fee.name).collect();
        let fee = |fee: &Fee| Fee { name: translated(&named, &fee.name), ..fee.clone() };
        let (fees, free) = match method.fees.as_slice() {
            [] => (ours.fees.clone(), ours.free),
            theirs => (theirs.iter().map(fee).collect(), method.free),
        };
        let limit = match (&ours.limit, &method.limit) {
            (known, Limit::Words(words)) if says_no_more(words, known) => known.clone(),
            (Limit::Words(ours), Limit::Words(theirs)) => Limit::Words(translated(&[ours], theirs)),
            (_, theirs) => theirs.clone(),
        };
        Method { note: translated(&[&ours.note], &method.note), limit, fees, free, ..method.clone() }
    };
    proposed.iter().enumerate().map(way).collect()
}

/// Whether it is the same paper of the same case.
pub(super) fn is_same_paper(ours: &Paper, theirs: &Paper) -> bool {
    is_same(&ours.name, &theirs.name) && one_line(&ours.case) == theirs.case
}

fn papers(current: &[Paper], proposed: &[Paper]) -> Vec<Paper> {
    let mut taken: Vec<String> = Vec::new();
    let mut next = Vec::new();
    for (place, paper) in proposed.iter().enumerate() {
        let alike = |ours: &&Paper| is_same_paper(ours, paper);
        let ours = current.iter().find(|ours| alike(ours) && !taken.contains(&ours.id));
        let made = match ours {
            Some(ours) => Paper {
                originals: paper.originals,
                copies: paper.copies,
                count_words: paper.count_words.clone(),
                code: paper.code.clone(),
                case: paper.case.clone(),
                template: paper.template.clone().or(ours.template.clone()),
                // Our way of writing it stays, unless it has marks in it.
                name: if plain(&ours.name.vi) == ours.name.vi {
                    ours.name.clone()
                } else {
                    Text { vi: paper.name.vi.clone(), en: ours.name.en.clone() }
                },
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
