//! One record of the national procedure database, in either of its two shapes.

use super::markup::plain;
use super::{newer, packet};
use domain::Text;
use domain::procedure::{Audience, Decision, Paper, Procedure, ProcedureCode, Template};
use domain::time::Instant;
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
    /// What of it is no number or no way to file that we know, a sentence each: it stays as written.
    pub notes: Vec<String>,
}

/// Why a record was not understood, with its code when that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRecord {
    pub code: Option<String>,
    pub reason: String,
}

impl UnreadableRecord {
    pub(super) fn new(code: &str, reason: impl Into<String>) -> UnreadableRecord {
        let code = Some(code.to_string()).filter(|code| !code.is_empty());
        UnreadableRecord { code, reason: reason.into() }
    }
}

/// Reads a line of a file: an answer of the service LayThuTuc, which may hold several records, or a record of
/// the newer public shape.
pub fn read_line(line: &str) -> Vec<Result<NationalRecord, UnreadableRecord>> {
    let value: Value = match serde_json::from_str(line) {
        Ok(value) => value,
        Err(error) => return vec![Err(UnreadableRecord::new("", format!("it is not JSON: {error}")))],
    };
    if let Some(records) = value.get("result") {
        let failed =
            value.get("error_code").map(text_of).filter(|code| !matches!(code.as_str(), "" | "0" | "00"));
        if let Some(code) = failed {
            let message = value.get("message").map(text_of).unwrap_or_default();
            return vec![Err(UnreadableRecord::new(
                "",
                format!("the database answered error {code}: {message}"),
            ))];
        }
        return match records.as_array() {
            Some(records) if records.is_empty() => {
                vec![Err(UnreadableRecord::new("", "the answer holds no record"))]
            }
            Some(records) => records.iter().map(packet::read).collect(),
            None => vec![Err(UnreadableRecord::new("", "`result` is not a list"))],
        };
    }
    if value.get("MATTHC").is_some() || value.get("MaTTHC").is_some() {
        return vec![packet::read(&value)];
    }
    if value.get("code").is_some() {
        return vec![newer::read(&value)];
    }
    vec![Err(UnreadableRecord::new("", "it is neither a LayThuTuc answer nor a record of the public shape"))]
}

/// A scalar as text; the database writes numbers as text and text as numbers.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => plain(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

pub(super) fn text(value: &Value, key: &str) -> String {
    value.get(key).map(text_of).unwrap_or_default()
}

/// The text of a name: one line.
pub(super) fn line(value: &Value, key: &str) -> String {
    text(value, key).replace('\n', " ")
}

/// What is written on lines, each without the dash it was listed by.
pub(super) fn lines(text: &str) -> Vec<String> {
    let plain = |line: &str| line.trim_start_matches(['-', '–', '+', '•', ' ']).to_string();
    text.lines().map(plain).filter(|line| !line.is_empty()).collect()
}

/// The names of a list of rows.
pub(super) fn names(value: &Value, list_key: &str, key: &str) -> Vec<String> {
    list(value, list_key).iter().map(|row| line(row, key)).filter(|name| !name.is_empty()).collect()
}

pub(super) fn keywords(value: &Value, key: &str) -> Vec<String> {
    line(value, key).split([',', ';']).map(forms::tidy).filter(|word| !word.is_empty()).collect()
}

/// The code of a procedure. As a number it may have lost zeros at its end, and would be another's.
pub(super) fn code(written: Option<&Value>) -> Result<ProcedureCode, UnreadableRecord> {
    let text = written.map(text_of).unwrap_or_default();
    if let Some(Value::Number(number)) = written {
        let reason = format!("the code {number} is a number; it must be text, such as \"1.001193\"");
        return Err(UnreadableRecord::new(&text, reason));
    }
    let reason = || format!("`{text}` is not a procedure code such as 1.001193 or 1.001193.H29");
    ProcedureCode::parse(&text).ok_or_else(|| UnreadableRecord::new(&text, reason()))
}

/// Between 1900 and 2200, in milliseconds of the common era.
const DECIDED: std::ops::Range<i64> = -2_208_988_800_000..7_258_118_400_000;

/// A decision; the day may be written or be milliseconds of the common era.
pub(super) fn decision(number: &str, day: Option<&Value>) -> Option<Decision> {
    let day = match day {
        Some(Value::Number(millis)) => {
            let millis = millis.as_i64().filter(|millis| DECIDED.contains(millis));
            millis.map(|millis| Instant::from_millis(millis).date())
        }
        Some(day) => forms::QuestionKind::Date(forms::Dates::default())
            .read(&text_of(day))
            .ok()
            .and_then(|day| day.parse().ok()),
        None => None,
    };
    let number = number.replace('\n', " ");
    (!number.is_empty()).then_some(Decision { number, day })
}

/// The name of a procedure: what has no letter, or was nothing but signs nobody can read, is none.
pub(super) fn name(code: &ProcedureCode, record: &Value, key: &str) -> Result<String, UnreadableRecord> {
    let name = line(record, key);
    // `&xyz;` that names no letter is none.
    let says = |part: &str| part.chars().any(char::is_alphabetic);
    let read = name.split('&').enumerate().any(|(place, part)| match part.split_once(';') {
        Some((_, behind)) if place > 0 => says(behind),
        _ => says(part),
    });
    if read {
        return Ok(name);
    }
    let reason = match name.as_str() {
        "" => "the procedure has no name".to_string(),
        name => format!("`{name}` is no name: there is no letter in it"),
    };
    Err(UnreadableRecord::new(code.as_str(), reason))
}

/// A count as text. What is neither text nor number is written as it came, so that it is not taken for nothing.
pub(super) fn count_text(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(odd @ (Value::Array(_) | Value::Object(_))) => odd.to_string(),
        _ => text(value, key),
    }
}

/// Maximum letters of a text quoted in a note.
const SAID_MAX: usize = 80;

fn beginning(text: &str) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(SAID_MAX) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// What stays as words in the papers and their sets, a sentence each.
pub(super) fn counts_in_words(procedure: &Procedure) -> Vec<String> {
    let papers = procedure.papers.iter().filter(|paper| !paper.count_words.is_empty());
    let note =
        |paper: &Paper| format!("“{}”: {}", beginning(&paper.name.vi), beginning(&paper.count_words.en));
    let sets = Some(&procedure.sets_words.vi).filter(|words| !words.is_empty());
    let sets = sets.map(|words| format!("sets of papers, as written: {}", beginning(words)));
    papers.map(note).chain(sets).collect()
}

/// A form by its name, with an address that can be linked to.
pub(super) fn template(name: String, url: &str) -> Option<Template> {
    let url = if Template::is_address(url) { url.to_string() } else { String::new() };
    (!name.is_empty() || !url.is_empty()).then_some(Template { name, url })
}

pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(super) fn vietnamese(text: impl Into<String>) -> Text {
    Text::new(text, "")
}

/// A procedure with its code, and everything else still to be filled in.
pub(super) fn empty(code: ProcedureCode, name: &str) -> Procedure {
    Procedure { name: vietnamese(name), short_name: vietnamese(short(name)), ..Procedure::blank(code) }
}

/// An everyday name to begin with: without “Thủ tục”, cut at a word near a hundred letters.
pub fn short(name: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::deadline::Limit;

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
        assert_eq!(record.notes, ["`9` is no way to file that is known"]);
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
        for name in [" ", "&#0;", "&#xD800;&#0;", "&nbsp;&#8203;", "<br>", "…", "&nosuch;", "\u{f0b7}"] {
            let refused = reason(&format!(r#"{{"result":[{{"MATTHC":"1.001193","TENTTHC":"{name}"}}]}}"#));
            assert!(refused.reason.contains("name"), "{name}: {refused:?}");
        }
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
    fn a_code_is_text_and_may_be_a_provinces_own() {
        let read = |code: &str| {
            read_line(&format!(r#"{{"result":[{{"MATTHC":{code},"TENTTHC":"Thử"}}]}}"#)).remove(0)
        };
        let refused = read("1.90013").unwrap_err();
        assert!(refused.reason.contains("number") && refused.code.as_deref() == Some("1.90013"));
        assert!(read("1.900131").is_err(), "as many digits as it may have");
        assert!(read_line(r#"{"code":1.001193,"name":"Thử"}"#).remove(0).is_err());
        for code in ["1.000494.000.00.00.H29", "1.000948.H38"] {
            assert_eq!(read(&format!("{code:?}")).unwrap().procedure.code.as_str(), code);
        }
    }

    #[test]
    fn who_announced_it_by_what_and_its_forms_are_read() {
        let packet = serde_json::json!({ "result": [{ "MATTHC": "1.900001", "TENTTHC": "Cấp &amp; <b>đổi</b>",
            "MACOQUANCONGBO": "G15", "QUYETDINH": "1234/QĐ-BTP", "NGAYQUYETDINH": "24/02/2025",
            "LINHVUCTHUCHIEN": [{ "MALINHVUC": "G03-GD10", "TENLINHVUC": "Giáo dục<br>Trung học" }],
            "COQUANPHOIHOP": [{ "TENDONVI": "Công\u{a0}an xã" }],
            "TRINHTUTHUCHIEN": [{ "TRUONGHOP": "", "TRINHTU": [{ "TENTRINHTU": "<p>- Một</p><p>\u{f0b7} Hai</p>" }] }],
            "THANHPHANHOSO": [{ "TRUONGHOP": "Số lượng hồ sơ: 01 (một) bộ.", "GIAYTO": [
                { "TENGIAYTO": "Đơn", "SOBANCHINH": "01", "SOBANSAO": "1,5", "TENMAUDON": "Mẫu 1", "URL": "https://a.vn/m.doc" },
                { "TENGIAYTO": "Tờ khai", "SOBANSAO": [1], "TENMAUDON": "Mẫu 2", "URL": "javascript:x" }] }] }] });
        let record = read_line(&packet.to_string()).remove(0).unwrap();
        let (procedure, origin) = (&record.procedure, record.procedure.origin.clone().unwrap());
        assert_eq!(
            (procedure.name.vi.as_str(), record.field_name.as_str()),
            ("Cấp & đổi", "Giáo dục Trung học")
        );
        assert_eq!(origin.announcer_code.unwrap().as_str(), "G15");
        assert_eq!(origin.decision.unwrap().day.unwrap().to_string(), "2025-02-24");
        assert_eq!(
            (origin.coordinating, origin.field_code.unwrap().as_str()),
            (vec!["Công an xã".to_string()], "G03-GD10")
        );
        assert_eq!(procedure.sets, Some(1));
        assert_eq!(procedure.steps.iter().map(|step| step.vi.as_str()).collect::<Vec<_>>(), ["Một", "Hai"]);
        let form = |place: usize| procedure.papers[place].template.clone().unwrap();
        assert_eq!(
            (form(0).url.as_str(), form(1).url.as_str(), form(1).name.as_str()),
            ("https://a.vn/m.doc", "", "Mẫu 2")
        );
        assert_eq!((procedure.papers[0].originals, procedure.papers[0].copies), (1, 0));
        assert_eq!(procedure.papers[0].count_words.vi, "Số bản sao: 1,5");
        let notes = ["“Đơn”: copies, as written: 1,5", "“Tờ khai”: copies, as written: [1]"];
        assert_eq!(record.notes, notes);
    }

    /// The real records, where they are at hand.
    #[test]
    fn nothing_is_left_of_marks_in_the_real_records() {
        let Ok(folder) = std::env::var("MOTCUA_TEST_DATA") else {
            eprintln!("left out: the real national records (MOTCUA_TEST_DATA is not set)");
            return;
        };
        let (mut read, mut codes) = (0, 0);
        for name in ["lay_thu_tuc.jsonl", "formality_public_api.jsonl"] {
            let file = std::path::Path::new(&folder).join("csdlqg").join(name);
            for line in std::fs::read_to_string(file).expect("the records can be read").lines() {
                let record = read_line(line).remove(0).expect("it is understood");
                let said = serde_json::to_string(&(&record.procedure, &record.field_name)).unwrap();
                let strange =
                    |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter) || letter == '\u{a0}';
                assert!(
                    !said.contains("<br") && !said.contains("&nbsp;") && !said.contains(strange),
                    "{said}"
                );
                read += 1;
                codes +=
                    usize::from(record.procedure.origin.is_some_and(|origin| origin.field_code.is_some()));
            }
        }
        assert_eq!((read, codes), (1_682, 16));
    }

    #[test]
    fn a_very_long_name_is_cut_at_a_word() {
        let name = format!("Thủ tục {}", "cấp giấy phép ".repeat(60));
        let short = short(&name);
        assert!(short.starts_with("Cấp giấy phép") && short.ends_with('…') && short.chars().count() <= 120);
    }
}
