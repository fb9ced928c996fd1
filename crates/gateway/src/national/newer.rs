//! The record of the newer public interface: English keys, numbers as numbers.

use super::record::{
    NationalRecord, Unreadable, audiences, count, empty, limit, list, paper_key, text, vietnamese,
};
use domain::procedure::{
    Channel, Fee, FeeKind, LegalBasis, Method, Origin, Paper, ProcedureCode, ResultPaper,
};
use serde_json::Value;

const TIERS: [(&str, &str); 4] = [
    ("isMinistry", "Cấp Bộ"),
    ("isProvince", "Cấp Tỉnh"),
    ("isWard", "Cấp Xã"),
    ("isOtherAgency", "Cơ quan khác"),
];

pub fn read(record: &Value) -> Result<NationalRecord, Unreadable> {
    let written = text(record, "code");
    let code = ProcedureCode::parse(&written).ok_or_else(|| {
        Unreadable::new(&written, format!("`{written}` is not a procedure code such as 1.001193"))
    })?;
    let name = text(record, "name");
    if name.is_empty() {
        return Err(Unreadable::new(&written, "the procedure has no name"));
    }
    let names = |key: &str| -> Vec<String> {
        list(record, key).iter().map(|row| text(row, "name")).filter(|name| !name.is_empty()).collect()
    };
    let mut procedure = empty(code, &name);
    procedure.conditions = vietnamese(text(record, "requirementsAndConditions"));
    procedure.keywords =
        text(record, "keywords").split([',', ';']).map(forms::tidy).filter(|word| !word.is_empty()).collect();
    procedure.audiences = audiences(names("subjectTypesDetails").into_iter());
    procedure.steps = list(record, "executionSteps")
        .iter()
        .flat_map(|step| [text(step, "name"), text(step, "description")])
        .flat_map(|text| text.lines().map(plain_line).collect::<Vec<_>>())
        .filter(|line| !line.is_empty())
        .map(vietnamese)
        .collect();
    procedure.methods = list(record, "executionMethods").iter().filter_map(method).collect();
    procedure.papers = papers(record);
    procedure.results = list(record, "resultsDetails")
        .iter()
        .map(|row| ResultPaper { code: text(row, "code"), name: vietnamese(text(row, "name")) })
        .filter(|result| !result.name.is_empty())
        .collect();
    procedure.legal_basis = list(record, "legalBasisesDetails")
        .iter()
        .map(|row| LegalBasis { number: text(row, "code"), name: vietnamese(text(row, "name")) })
        .filter(|basis| !basis.number.is_empty() || !basis.name.is_empty())
        .collect();
    let is = |key: &str| record.get(key).and_then(Value::as_bool).unwrap_or(false);
    procedure.origin = Some(Origin {
        announcer: text(record, "departmentPromulgateName"),
        tiers: TIERS.iter().filter(|(key, _)| is(key)).map(|(_, name)| name.to_string()).collect(),
        executors: names("departmentsExecuting"),
    });
    Ok(NationalRecord {
        procedure,
        field_name: record.get("category").map(|category| text(category, "name")).unwrap_or_default(),
        public: matches!(text(record, "state").as_str(), "ACTIVE" | "UPDATED" | ""),
        raw: record.to_string(),
    })
}

/// A line without the dash it was listed by.
fn plain_line(line: &str) -> String {
    let line = forms::tidy(line);
    line.trim_start_matches(['-', '–', '+', '•', ' ']).to_string()
}

fn method(way: &Value) -> Option<Method> {
    let channel = match text(way, "submissionMethod").as_str() {
        "DIRECT" => Channel::Direct,
        "ONLINE" => Channel::Online,
        "POSTAL" => Channel::Postal,
        _ => return None,
    };
    let words = text(way, "description");
    let limit = limit(&text(way, "processingTime"), &text(way, "processingTimeUnit"), &words);
    let in_words = matches!(limit, domain::deadline::Limit::Words(_));
    Some(Method {
        channel,
        limit,
        note: if in_words { Default::default() } else { vietnamese(words) },
        fees: list(way, "fees").iter().filter_map(fee).collect(),
        free: false,
    })
}

/// A fee without an amount says nothing that could be asked for.
fn fee(row: &Value) -> Option<Fee> {
    let amount = row.get("value").and_then(Value::as_f64).filter(|amount| *amount > 0.0)?;
    let name = text(row, "description");
    let kind = if name.to_lowercase().contains("lệ phí") { FeeKind::Charge } else { FeeKind::Fee };
    Some(Fee { name: vietnamese(name), amount: amount.round() as u64, kind, example: false })
}

fn papers(record: &Value) -> Vec<Paper> {
    let rows = list(record, "executionCases").iter().flat_map(|case| {
        let name = text(case, "name");
        list(case, "profileComponents").iter().map(move |row| (name.clone(), row))
    });
    rows.filter(|(_, row)| !text(row, "name").is_empty())
        .enumerate()
        .map(|(place, (case, row))| Paper {
            id: paper_key(place),
            name: vietnamese(text(row, "name")),
            originals: count(&text(row, "originalQty")),
            copies: count(&text(row, "copyQty")),
            required: row.get("required").and_then(Value::as_bool).unwrap_or(false),
            hint: Default::default(),
            case,
            code: text(row, "code"),
        })
        .collect()
}
