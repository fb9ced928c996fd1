//! One record of the national procedure database, in either of its two shapes.

use super::{newer, packet};
use domain::procedure::{Audience, Procedure, ProcedureCode};
use domain::{Text, deadline::Limit};
use serde_json::Value;

/// A procedure as the national database has it: what we understand of it, and the record itself.
#[derive(Clone, Debug)]
pub struct NationalRecord {
    /// The legal parts; what is ours alone (form, process, everyday words) is empty.
    pub procedure: Procedure,
    /// The name of its field: the database's own keys of fields are not kept stable.
    pub field_name: String,
    /// Whether the database still lists it as public.
    pub public: bool,
    /// The record as it came, with what we do not use.
    pub raw: String,
}

/// Why a record was not understood, with its code when that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub code: Option<String>,
    pub reason: String,
}

impl Unreadable {
    pub(super) fn new(code: &str, reason: impl Into<String>) -> Unreadable {
        let code = Some(code.to_string()).filter(|code| !code.is_empty());
        Unreadable { code, reason: reason.into() }
    }
}

/// Reads a line of a file: an answer of the service LayThuTuc, which may hold several records, or a record of
/// the newer public shape.
pub fn read_line(line: &str) -> Vec<Result<NationalRecord, Unreadable>> {
    let value: Value = match serde_json::from_str(line) {
        Ok(value) => value,
        Err(error) => return vec![Err(Unreadable::new("", format!("it is not JSON: {error}")))],
    };
    if let Some(records) = value.get("result") {
        let failed =
            value.get("error_code").map(text_of).filter(|code| !matches!(code.as_str(), "" | "0" | "00"));
        if let Some(code) = failed {
            let message = value.get("message").map(text_of).unwrap_or_default();
            return vec![Err(Unreadable::new("", format!("the database answered error {code}: {message}")))];
        }
        return match records.as_array() {
            Some(records) if records.is_empty() => {
                vec![Err(Unreadable::new("", "the answer holds no record"))]
            }
            Some(records) => records.iter().map(packet::read).collect(),
            None => vec![Err(Unreadable::new("", "`result` is not a list"))],
        };
    }
    if value.get("MATTHC").is_some() || value.get("MaTTHC").is_some() {
        return vec![packet::read(&value)];
    }
    if value.get("code").is_some() {
        return vec![newer::read(&value)];
    }
    vec![Err(Unreadable::new("", "it is neither a LayThuTuc answer nor a record of the public shape"))]
}

/// A scalar as text; the database writes numbers as text and text as numbers.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => forms::tidy(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

pub(super) fn text(value: &Value, key: &str) -> String {
    value.get(key).map(text_of).unwrap_or_default()
}

pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(super) fn vietnamese(text: impl Into<String>) -> Text {
    Text::new(text, "")
}

/// A procedure with its code, and everything else still to be filled in.
pub(super) fn empty(code: ProcedureCode, name: &str) -> Procedure {
    Procedure {
        code,
        version: 1,
        name: vietnamese(name),
        short_name: vietnamese(short(name)),
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
        keywords: Vec::new(),
        form: Default::default(),
        process: Default::default(),
        origin: None,
    }
}

/// An everyday name to begin with: without “Thủ tục”, cut at a word near a hundred letters.
fn short(name: &str) -> String {
    let name = name.trim();
    let plain = ["Thủ tục hành chính ", "Thủ tục ", "thủ tục "]
        .iter()
        .find_map(|start| name.strip_prefix(start))
        .unwrap_or(name);
    let mut letters = plain.chars();
    let capital: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let whole = format!("{capital}{}", letters.as_str());
    if whole.chars().count() <= 120 {
        return whole;
    }
    let cut: String = whole.chars().take(110).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start);
    format!("{}…", cut.trim_end_matches([',', ';', ':']))
}

/// A number of a unit; what cannot be counted stays in words.
pub(super) fn limit(number: &str, unit: &str, words: &str) -> Limit {
    let n: Option<u32> = number.parse().ok().filter(|n| (1..=3_650).contains(n));
    let unit_plain = unit.to_lowercase();
    let counted = n.and_then(|n| match unit_plain.as_str() {
        "ngày làm việc" | "working_day" => Some(Limit::WorkingDays(n)),
        "ngày" | "day" => Some(Limit::CalendarDays(n)),
        "giờ làm việc" | "giờ" | "working_hour" | "hour" => Some(Limit::WorkingHours(n)),
        "tháng" | "month" => Some(Limit::Months(n)),
        "năm" | "year" => Some(Limit::Years(n)),
        _ => None,
    });
    counted.unwrap_or_else(|| {
        let words = words.trim();
        let said = if words.is_empty() { "Theo quy định của pháp luật" } else { words };
        Limit::Words(vietnamese(said))
    })
}

/// Whom a procedure is for. Names were cut at commas in the source, so parts of names are met too.
pub(super) fn audience(name: &str) -> Option<Audience> {
    let name = name.to_lowercase();
    let has = |part: &str| name.contains(part);
    if has("doanh nghiệp") && !has("không bao gồm") {
        Some(Audience::Business)
    } else if has("hộ kinh doanh") {
        Some(Audience::HouseholdBusiness)
    } else if has("tổ chức") || has("hợp tác xã") || has("htx") {
        Some(Audience::Organisation)
    } else if has("người nước ngoài") {
        Some(Audience::Foreigner)
    } else if has("công dân")
        || has("người việt nam")
        || has("cán bộ")
        || has("công chức")
        || has("viên chức")
        || has("đảng viên")
    {
        Some(Audience::Citizen)
    } else {
        None
    }
}

/// Each once, in the order of [`Audience::ALL`].
pub(super) fn audiences(names: impl Iterator<Item = String>) -> Vec<Audience> {
    let known: Vec<Audience> = names.filter_map(|name| audience(&name)).collect();
    Audience::ALL.into_iter().filter(|audience| known.contains(audience)).collect()
}

/// Keys of papers: `p1`, `p2` … in the order of the record.
pub(super) fn paper_key(place: usize) -> String {
    format!("p{}", place + 1)
}

/// A count written as text; nonsense is nothing.
pub(super) fn count(text: &str) -> u32 {
    text.parse().ok().filter(|count| *count <= 99).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKET: &str = r#"{"error_code":"0","message":"","result":[{
        "MATTHC":"1.001193","TENTTHC":"Thủ tục đăng ký khai sinh","TRANGTHAI":"1","MACOQUANCONGBO":"Bộ Tư pháp",
        "LINHVUCTHUCHIEN":[{"MALINHVUC":"LV1","TENLINHVUC":"Hộ tịch"}],
        "CAPTHUCHIEN":[{"CAPTHUCHIEN":"3","TENCAP":"Cấp Xã"}],
        "DOITUONGTHUCHIEN":[{"MADOITUONG":"","TENDOITUONG":"Tổ chức (không bao gồm doanh nghiệp"},
            {"MADOITUONG":"","TENDOITUONG":"HTX)"},{"MADOITUONG":"","TENDOITUONG":"Công dân Việt Nam"}],
        "CACHTHUCTHUCHIEN":[{"KENH":"2","THOIGIAN":[{"THOIGIANGIAIQUYET":"1","DONVITINH":"Ngày làm việc","MOTA":"",
            "PHILEPHI":[{"MAPHILEPHI":"","SOTIEN":"8000","DONVI":"Đồng","MOTA":"Lệ phí"}]}]},
            {"KENH":"9","THOIGIAN":[]},
            {"KENH":"1","THOIGIAN":[{"THOIGIANGIAIQUYET":"","DONVITINH":"Khác","MOTA":"Ngay trong ngày"}]}],
        "THANHPHANHOSO":[{"TRUONGHOP":"Giấy tờ phải nộp","GIAYTO":[
            {"MAGIAYTO":"000.00.00.G15-KQ1122","TENGIAYTO":"Tờ khai","SOBANCHINH":"1","SOBANSAO":"0"}]}],
        "KETQUATHUCHIEN":[{"MAKETQUA":"KQ.G15.000031","TENKETQUA":"Giấy khai sinh"}],
        "CANCUPHAPLY":[{"SOVANBAN":"60/2014/QH13","TENVANBAN":"Luật Hộ tịch"}]}]}"#;

    #[test]
    fn a_packet_is_read_part_by_part_and_kept_whole() {
        let line = PACKET.replace('\n', " ");
        let record = read_line(&line).remove(0).unwrap();
        let procedure = &record.procedure;
        assert_eq!(procedure.short_name.vi, "Đăng ký khai sinh");
        assert_eq!(record.field_name, "Hộ tịch");
        assert_eq!(procedure.audiences, [Audience::Citizen, Audience::Organisation]);
        assert_eq!(procedure.methods.len(), 2, "an unknown channel is no way to file");
        assert_eq!(procedure.methods[0].limit, Limit::WorkingDays(1));
        assert_eq!(procedure.methods[0].fees[0].amount, 8_000);
        assert_eq!(procedure.methods[1].limit, Limit::Words(vietnamese("Ngay trong ngày")));
        assert_eq!(procedure.papers[0].case, "Giấy tờ phải nộp");
        assert_eq!(procedure.papers[0].code, "000.00.00.G15-KQ1122");
        assert_eq!(procedure.results[0].code, "KQ.G15.000031");
        assert!(record.raw.contains("\"KENH\":\"9\""), "what is not understood is kept");
    }

    #[test]
    fn what_is_not_a_record_says_why() {
        let reason = |line: &str| read_line(line).remove(0).unwrap_err();
        assert!(reason("not json").reason.contains("not JSON"));
        assert!(
            reason(r#"{"error_code":"7","message":"hết phiên","result":[]}"#).reason.contains("hết phiên")
        );
        let wrong = reason(r#"{"result":[{"MATTHC":"12","TENTTHC":"Thử"}]}"#);
        assert_eq!(wrong.code.as_deref(), Some("12"));
        assert!(reason(r#"{"result":[{"MATTHC":"1.001193","TENTTHC":" "}]}"#).reason.contains("name"));
        assert!(reason("[]").reason.contains("neither"));
    }

    #[test]
    fn the_newer_shape_says_the_same() {
        let line = r#"{"code":"1.001193","name":"Thủ tục đăng ký khai sinh","state":"ACTIVE","isWard":true,
            "category":{"name":"Hộ tịch"},"executionMethods":[{"submissionMethod":"ONLINE","processingTime":1,
            "processingTimeUnit":"WORKING_DAY","description":"","fees":[]},{"submissionMethod":"DIRECT",
            "processingTime":0,"processingTimeUnit":"OTHER","description":"Ngay khi nhận"}],
            "executionCases":[{"name":"","profileComponents":[{"code":"X","name":"Tờ khai","originalQty":1,
            "copyQty":2,"required":true}]}],"resultsDetails":[{"code":"KQ","name":"Giấy khai sinh"}],
            "legalBasisesDetails":[{"code":"60/2014/QH13","name":"Luật Hộ tịch"}],
            "subjectTypesDetails":[{"code":"DT1","name":"Công dân Việt Nam"}],"requirementsAndConditions":"Không"}"#;
        let record = read_line(&line.replace('\n', " ")).remove(0).unwrap();
        assert_eq!(record.procedure.methods[0].limit, Limit::WorkingDays(1));
        assert_eq!(record.procedure.methods[1].limit, Limit::Words(vietnamese("Ngay khi nhận")));
        assert_eq!((record.procedure.papers[0].copies, record.procedure.papers[0].required), (2, true));
        assert_eq!(record.procedure.origin.unwrap().tiers, ["Cấp Xã"]);
    }

    #[test]
    fn a_very_long_name_is_cut_at_a_word() {
        let name = format!("Thủ tục {}", "cấp giấy phép ".repeat(60));
        let short = short(&name);
        assert!(short.starts_with("Cấp giấy phép") && short.ends_with('…') && short.chars().count() <= 120);
    }
}
