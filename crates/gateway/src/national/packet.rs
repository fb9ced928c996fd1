//! The packet of the service LayThuTuc: capital Vietnamese keys, everything as text.

use super::record::{
    NationalRecord, Unreadable, audiences, count, empty, limit, list, paper_key, text, vietnamese,
};
use domain::procedure::{
    Channel, Fee, FeeKind, LegalBasis, Method, Origin, Paper, ProcedureCode, ResultPaper,
};
use serde_json::Value;

pub fn read(record: &Value) -> Result<NationalRecord, Unreadable> {
    let written = match text(record, "MATTHC") {
        code if code.is_empty() => text(record, "MaTTHC"),
        code => code,
    };
    let code = ProcedureCode::parse(&written).ok_or_else(|| {
        Unreadable::new(&written, format!("`{written}` is not a procedure code such as 1.001193"))
    })?;
    let name = text(record, "TENTTHC");
    if name.is_empty() {
        return Err(Unreadable::new(&written, "the procedure has no name"));
    }
    let names = |key: &str, name: &str| -> Vec<String> {
        list(record, key).iter().map(|row| text(row, name)).filter(|name| !name.is_empty()).collect()
    };
    let mut procedure = empty(code, &name);
    procedure.summary = vietnamese(text(record, "MOTA"));
    procedure.conditions = vietnamese(text(record, "YEUCAU"));
    procedure.keywords =
        text(record, "TUKHOA").split([',', ';']).map(forms::tidy).filter(|word| !word.is_empty()).collect();
    procedure.audiences = audiences(names("DOITUONGTHUCHIEN", "TENDOITUONG").into_iter());
    procedure.steps = list(record, "TRINHTUTHUCHIEN").iter().flat_map(steps).map(vietnamese).collect();
    procedure.methods = list(record, "CACHTHUCTHUCHIEN").iter().flat_map(methods).collect();
    procedure.papers = papers(record);
    procedure.results = list(record, "KETQUATHUCHIEN")
        .iter()
        .map(|row| ResultPaper { code: text(row, "MAKETQUA"), name: vietnamese(text(row, "TENKETQUA")) })
        .filter(|result| !result.name.is_empty())
        .collect();
    procedure.legal_basis = list(record, "CANCUPHAPLY")
        .iter()
        .map(|row| LegalBasis { number: text(row, "SOVANBAN"), name: vietnamese(text(row, "TENVANBAN")) })
        .filter(|basis| !basis.number.is_empty() || !basis.name.is_empty())
        .collect();
    procedure.origin = Some(Origin {
        announcer: text(record, "MACOQUANCONGBO"),
        tiers: names("CAPTHUCHIEN", "TENCAP"),
        executors: names("COQUANTHUCHIEN", "TENDONVI"),
    });
    Ok(NationalRecord {
        procedure,
        field_name: names("LINHVUCTHUCHIEN", "TENLINHVUC").into_iter().next().unwrap_or_default(),
        public: matches!(text(record, "TRANGTHAI").as_str(), "1" | ""),
        raw: record.to_string(),
    })
}

/// The steps of a case, under its name when it has one.
fn steps(case: &Value) -> Vec<String> {
    let name = text(case, "TRUONGHOP");
    let steps = list(case, "TRINHTU").iter().map(|step| text(step, "TENTRINHTU"));
    let named = steps.filter(|step| !step.is_empty());
    if name.is_empty() { named.collect() } else { named.map(|step| format!("{name}: {step}")).collect() }
}

/// A channel has a limit for each of its cases; without any it still is a way to file.
fn methods(way: &Value) -> Vec<Method> {
    let channel = match text(way, "KENH").as_str() {
        "1" => Channel::Direct,
        "2" => Channel::Online,
        "3" => Channel::Postal,
        _ => return Vec::new(),
    };
    let times = list(way, "THOIGIAN");
    let method = |time: &Value| {
        let words = text(time, "MOTA");
        let limit = limit(&text(time, "THOIGIANGIAIQUYET"), &text(time, "DONVITINH"), &words);
        Method {
            channel,
            note: if matches!(limit, domain::deadline::Limit::Words(_)) {
                Default::default()
            } else {
                vietnamese(words)
            },
            limit,
            fees: list(time, "PHILEPHI").iter().filter_map(fee).collect(),
            free: false,
        }
    };
    if times.is_empty() { vec![method(&Value::Null)] } else { times.iter().map(method).collect() }
}

fn fee(row: &Value) -> Option<Fee> {
    let digits: String = text(row, "SOTIEN").chars().filter(char::is_ascii_digit).collect();
    let name = text(row, "MOTA");
    let kind = if name.to_lowercase().contains("lệ phí") { FeeKind::Charge } else { FeeKind::Fee };
    Some(Fee { name: vietnamese(name), amount: digits.parse().ok()?, kind, example: false })
}

fn papers(record: &Value) -> Vec<Paper> {
    let cases = list(record, "THANHPHANHOSO");
    let rows = cases.iter().flat_map(|case| {
        let name = text(case, "TRUONGHOP");
        list(case, "GIAYTO").iter().map(move |row| (name.clone(), row))
    });
    rows.filter(|(_, row)| !text(row, "TENGIAYTO").is_empty())
        .enumerate()
        .map(|(place, (case, row))| Paper {
            id: paper_key(place),
            name: vietnamese(text(row, "TENGIAYTO")),
            originals: count(&text(row, "SOBANCHINH")),
            copies: count(&text(row, "SOBANSAO")),
            // The packet does not say which papers must be there, and a case's papers are not everybody's.
            required: false,
            hint: Default::default(),
            case,
            code: text(row, "MAGIAYTO"),
        })
        .collect()
}
