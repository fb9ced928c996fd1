//! The packet of the service LayThuTuc: capital Vietnamese keys, everything as text.

use super::counted::{self, limit, sets};
use super::fee::fee;
use super::record::{
    NationalRecord, UnreadableRecord, audiences, code, count_text, counts_in_words, decision, empty,
    keywords, line, lines, list, name, names, paper_key, template, text, vietnamese,
};
use domain::agency::AgencyCode;
use domain::procedure::{Channel, Decision, FieldCode, LegalBasis, Method, Origin, Paper, ResultPaper};
use serde_json::Value;

pub fn read(record: &Value) -> Result<NationalRecord, UnreadableRecord> {
    let code = code(record.get("MATTHC").or(record.get("MaTTHC")))?;
    let name = name(&code, record, "TENTTHC")?;
    let mut notes = Vec::new();
    let mut procedure = empty(code, &name);
    procedure.summary = vietnamese(text(record, "MOTA"));
    procedure.conditions = vietnamese(text(record, "YEUCAU"));
    procedure.keywords = keywords(record, "TUKHOA");
    procedure.audiences = audiences(names(record, "DOITUONGTHUCHIEN", "TENDOITUONG").into_iter());
    procedure.steps = list(record, "TRINHTUTHUCHIEN").iter().flat_map(steps).map(vietnamese).collect();
    procedure.methods =
        list(record, "CACHTHUCTHUCHIEN").iter().flat_map(|way| methods(way, &mut notes)).collect();
    procedure.papers = papers(record);
    procedure.results = list(record, "KETQUATHUCHIEN")
        .iter()
        .map(|row| ResultPaper { code: text(row, "MAKETQUA"), name: vietnamese(line(row, "TENKETQUA")) })
        .filter(|result| !result.name.is_empty())
        .collect();
    procedure.legal_basis = list(record, "CANCUPHAPLY")
        .iter()
        .map(|row| LegalBasis { number: line(row, "SOVANBAN"), name: vietnamese(line(row, "TENVANBAN")) })
        .filter(|basis| !basis.number.is_empty() || !basis.name.is_empty())
        .collect();
    (procedure.sets, procedure.sets_words) = sets(&count_text(record, "SOBOHOSO"), headings(record));
    // The place of the code often holds the name.
    let announcer = line(record, "MACOQUANCONGBO");
    let announcer_code = AgencyCode::parse(&announcer);
    procedure.origin = Some(Origin {
        announcer: if announcer_code.is_some() { line(record, "TENCOQUANCONGBO") } else { announcer },
        announcer_code,
        tiers: names(record, "CAPTHUCHIEN", "TENCAP"),
        executors: names(record, "COQUANTHUCHIEN", "TENDONVI"),
        coordinating: names(record, "COQUANPHOIHOP", "TENDONVI"),
        decision: announced(record),
        field_code: list(record, "LINHVUCTHUCHIEN")
            .iter()
            .find_map(|field| FieldCode::parse(&text(field, "MALINHVUC"))),
    });
    notes.extend(counts_in_words(&procedure));
    for way in list(record, "CACHTHUCTHUCHIEN").iter().filter(|way| channel(way).is_none()) {
        notes.push(format!("`{}` is no way to file that is known", text(way, "KENH")));
    }
    Ok(NationalRecord {
        notes,
        procedure,
        field_name: names(record, "LINHVUCTHUCHIEN", "TENLINHVUC").into_iter().next().unwrap_or_default(),
        public: matches!(text(record, "TRANGTHAI").as_str(), "1" | ""),
        raw: record.to_string(),
    })
}

/// The steps of a case, under its name when it has one.
fn steps(case: &Value) -> Vec<String> {
    let name = line(case, "TRUONGHOP");
    let steps = list(case, "TRINHTU").iter().flat_map(|step| lines(&text(step, "TENTRINHTU")));
    if name.is_empty() { steps.collect() } else { steps.map(|step| format!("{name}: {step}")).collect() }
}

fn channel(way: &Value) -> Option<Channel> {
    Some(match text(way, "KENH").as_str() {
        "1" => Channel::Direct,
        "2" => Channel::Online,
        "3" => Channel::Postal,
        _ => return None,
    })
}

/// A channel has a limit for each of its cases; without any it still is a way to file.
fn methods(way: &Value, notes: &mut Vec<String>) -> Vec<Method> {
    let Some(channel) = channel(way) else { return Vec::new() };
    let times = list(way, "THOIGIAN");
    let mut method = |time: &Value| {
        let words = text(time, "MOTA");
        let limit = limit(&text(time, "THOIGIANGIAIQUYET"), &text(time, "DONVITINH"), &words, notes);
        Method {
            channel,
            note: if matches!(limit, domain::deadline::Limit::Words(_)) {
                Default::default()
            } else {
                vietnamese(words)
            },
            limit,
            fees: list(time, "PHILEPHI")
                .iter()
                .filter_map(|row| fee(&line(row, "SOTIEN"), &line(row, "DONVI"), text(row, "MOTA"), notes))
                .collect(),
            free: false,
        }
    };
    if times.is_empty() { vec![method(&Value::Null)] } else { times.iter().map(method).collect() }
}

/// The decision, as a number or as a row or rows of the service LayQDCB.
fn announced(record: &Value) -> Option<Decision> {
    let said = record.get("QUYETDINH")?;
    let row = said.as_array().and_then(|rows| rows.first()).unwrap_or(said);
    if row.is_object() {
        decision(&text(row, "SOQUYETDINH"), row.get("NGAYQUYETDINH"))
    } else {
        decision(&text(record, "QUYETDINH"), record.get("NGAYQUYETDINH"))
    }
}

/// Names of cases and papers, among which stands what is a heading.
fn headings(record: &Value) -> impl Iterator<Item = String> {
    list(record, "THANHPHANHOSO").iter().flat_map(|case| {
        let papers = list(case, "GIAYTO").iter().map(|row| line(row, "TENGIAYTO"));
        std::iter::once(line(case, "TRUONGHOP")).chain(papers)
    })
}

fn papers(record: &Value) -> Vec<Paper> {
    let cases = list(record, "THANHPHANHOSO");
    let rows = cases.iter().flat_map(|case| {
        let name = line(case, "TRUONGHOP");
        list(case, "GIAYTO").iter().map(move |row| (name.clone(), row))
    });
    rows.filter(|(_, row)| !text(row, "TENGIAYTO").is_empty())
        .enumerate()
        .map(|(place, (case, row))| {
            let (originals, copies, count_words) =
                counted::papers(&count_text(row, "SOBANCHINH"), &count_text(row, "SOBANSAO"));
            Paper {
                id: paper_key(place),
                name: vietnamese(text(row, "TENGIAYTO")),
                originals,
                copies,
                count_words,
                // The packet does not say which papers must be there, and a case's papers are not everybody's.
                required: false,
                case,
                code: text(row, "MAGIAYTO"),
                template: template(line(row, "TENMAUDON"), &text(row, "URL")),
                ..Paper::default()
            }
        })
        .collect()
}
