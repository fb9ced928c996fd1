//! The record of the newer public interface: English keys, numbers as numbers.

use super::counted::{self, limit, sets};
use super::fee::fee;
use super::record::{
    NationalRecord, UnreadableRecord, audiences, code, count_text, counts_in_words, decision, empty,
    keywords, line, lines, list, name, names, paper_key, template, text, vietnamese,
};
use domain::agency::AgencyCode;
use domain::procedure::{
    Channel, Decision, FieldCode, LegalBasis, Method, Origin, Paper, ResultPaper, Template,
};
use serde_json::Value;

const TIERS: [(&str, &str); 4] = [
    ("isMinistry", "Cấp Bộ"),
    ("isProvince", "Cấp Tỉnh"),
    ("isWard", "Cấp Xã"),
    ("isOtherAgency", "Cơ quan khác"),
];

pub fn read(record: &Value) -> Result<NationalRecord, UnreadableRecord> {
    let code = code(record.get("code"))?;
    let name = name(&code, record, "name")?;
    let names = |key: &str| names(record, key, "name");
    let mut notes = Vec::new();
    let mut procedure = empty(code, &name);
    procedure.conditions = vietnamese(text(record, "requirementsAndConditions"));
    procedure.keywords = keywords(record, "keywords");
    procedure.audiences = audiences(names("subjectTypesDetails").into_iter());
    procedure.steps = list(record, "executionSteps")
        .iter()
        .flat_map(|step| [text(step, "name"), text(step, "description")])
        .flat_map(|text| lines(&text))
        .map(vietnamese)
        .collect();
    procedure.methods =
        list(record, "executionMethods").iter().filter_map(|way| method(way, &mut notes)).collect();
    procedure.papers = papers(record);
    procedure.results = list(record, "resultsDetails")
        .iter()
        .map(|row| ResultPaper { code: text(row, "code"), name: vietnamese(line(row, "name")) })
        .filter(|result| !result.name.is_empty())
        .collect();
    procedure.legal_basis = list(record, "legalBasisesDetails")
        .iter()
        .map(|row| LegalBasis { number: line(row, "code"), name: vietnamese(line(row, "name")) })
        .filter(|basis| !basis.number.is_empty() || !basis.name.is_empty())
        .collect();
    let is = |key: &str| record.get(key).and_then(Value::as_bool).unwrap_or(false);
    let field = record.get("category").or_else(|| list(record, "categoriesDetails").first());
    (procedure.sets, procedure.sets_words) = sets(&count_text(record, "dossierQty"), headings(record));
    let announcer_code = AgencyCode::parse(&text(record, "departmentPromulgateCode"));
    procedure.origin = Some(Origin {
        announcer: line(record, "departmentPromulgateName"),
        announcer_code,
        coordinating: coordinating(record),
        decision: announced(record),
        field_code: field.and_then(|field| FieldCode::parse(&text(field, "code"))),
        tiers: TIERS.iter().filter(|(key, _)| is(key)).map(|(_, name)| name.to_string()).collect(),
        executors: names("departmentsExecuting"),
    });
    notes.extend(counts_in_words(&procedure));
    for way in list(record, "executionMethods").iter().filter(|way| channel(way).is_none()) {
        notes.push(format!("`{}` is no way to file that is known", text(way, "submissionMethod")));
    }
    Ok(NationalRecord {
        notes,
        procedure,
        field_name: field.map(|field| line(field, "name")).unwrap_or_default(),
        public: matches!(text(record, "state").as_str(), "ACTIVE" | "UPDATED" | ""),
        raw: record.to_string(),
    })
}

/// Agencies that take part, by name or by kind.
fn coordinating(record: &Value) -> Vec<String> {
    let mut found = names(record, "departmentsCoordinating", "name");
    for name in names(record, "unitGroupsCoordinating", "name") {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// The decision that announced it; numbers of proposals look alike but begin otherwise.
fn announced(record: &Value) -> Option<Decision> {
    let proposal = record.get("procedureProposal");
    let of = |key: &str| proposal.map(|proposal| text(proposal, key)).unwrap_or_default();
    let numbers = [text(record, "decisionNo"), of("decisionNumber"), of("proposalNumber")];
    let number =
        numbers.into_iter().find(|number| number.starts_with(|first: char| first.is_ascii_digit()))?;
    decision(&number, proposal.and_then(|proposal| proposal.get("decisionDate")))
}

/// Names of cases and papers, among which stands what is a heading.
fn headings(record: &Value) -> impl Iterator<Item = String> {
    list(record, "executionCases").iter().flat_map(|case| {
        let papers = list(case, "profileComponents").iter().map(|row| line(row, "name"));
        std::iter::once(line(case, "name")).chain(papers)
    })
}

fn channel(way: &Value) -> Option<Channel> {
    Some(match text(way, "submissionMethod").as_str() {
        "DIRECT" => Channel::Direct,
        "ONLINE" => Channel::Online,
        "POSTAL" => Channel::Postal,
        _ => return None,
    })
}

fn method(way: &Value, notes: &mut Vec<String>) -> Option<Method> {
    let channel = channel(way)?;
    let words = text(way, "description");
    let limit = limit(&text(way, "processingTime"), &text(way, "processingTimeUnit"), &words, notes);
    let in_words = matches!(limit, domain::deadline::Limit::Words(_));
    Some(Method {
        channel,
        limit,
        note: if in_words { Default::default() } else { vietnamese(words) },
        fees: list(way, "fees")
            .iter()
            .filter_map(|row| {
                fee(&line(row, "value"), &line(row, "currencyName"), text(row, "description"), notes)
            })
            .collect(),
        free: false,
    })
}

/// The form of a paper: the file it was put with. Where it can be fetched the record does not say.
fn form(row: &Value) -> Option<Template> {
    let file = list(row, "attachments").first()?;
    template(line(file, "fileName"), &text(file, "url"))
}

fn papers(record: &Value) -> Vec<Paper> {
    let rows = list(record, "executionCases").iter().flat_map(|case| {
        let name = line(case, "name");
        list(case, "profileComponents").iter().map(move |row| (name.clone(), row))
    });
    rows.filter(|(_, row)| !text(row, "name").is_empty())
        .enumerate()
        .map(|(place, (case, row))| {
            let (originals, copies, count_words) =
                counted::papers(&count_text(row, "originalQty"), &count_text(row, "copyQty"));
            Paper {
                id: paper_key(place),
                name: vietnamese(text(row, "name")),
                originals,
                copies,
                count_words,
                required: row.get("required").and_then(Value::as_bool).unwrap_or(false),
                case,
                code: text(row, "code"),
                template: form(row),
                ..Paper::default()
            }
        })
        .collect()
}
