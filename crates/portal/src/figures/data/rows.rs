//! Rows of open data, and what their columns mean.

use app::master_data::MasterData;
use app::public_figures::PublicFigure;
use domain::deadline::Timeliness;
use domain::procedure::Channel;
use domain::public_figures::{PublicCell, PublicSummary, Share, channel_part, judged_part};
use domain::report::Quarter;
use jiff::civil::Date;
use serde::Serialize;
use sheets::CellValue;
use std::collections::BTreeMap;

ui::words! {
    title = "Dữ liệu mở", "Open data";
    lead = "Số liệu giải quyết thủ tục theo quý, cơ quan và thủ tục, để tải về và tính lại.", "Figures by quarter, agency and procedure, to download and to compute again.";
    quarter = "Quý", "Quarter";
    licence = "Điều kiện sử dụng", "Licence";
    licence_said = "Ai cũng được dùng, chép, sửa và phổ biến dữ liệu này, kể cả để kinh doanh, miễn là ghi rõ nguồn và ngày công bố.", "Anybody may use, copy, change and pass on these data, also for business, as long as the source and the day of publication are named.";
    changes = "Cập nhật", "Updated";
    never = "Chưa công bố lần nào.", "Not published yet.";
    description = "Mô tả bộ dữ liệu (DCAT)", "Description of the data set (DCAT)";
    files = "Tệp", "Files";
    dictionary = "Từ điển dữ liệu", "Data dictionary";
    column = "Cột", "Column";
    meaning = "Ý nghĩa", "Meaning";
    blank = "Ô trống là chưa đủ hồ sơ để công bố, không phải số 0.", "An empty cell is too few applications to publish, not zero.";
    whole = "Trang web và tệp dùng chung một nguồn: cộng các dòng sẽ ra số trên trang.", "Pages and files have one source: rows added up give the figures of the pages.";
}

/// As files say it, in both languages.
pub const LICENCE: &str = "Ai cũng được dùng, chép, sửa và phổ biến, kể cả để kinh doanh, miễn là ghi rõ nguồn và ngày công bố. / Anybody may use, copy, change and pass on these data, also for business, as long as the source and the day of publication are named.";

#[derive(Clone, Copy, Serialize)]
pub struct DataColumn {
    pub key: &'static str,
    /// In both languages.
    pub means: (&'static str, &'static str),
}

const fn column(key: &'static str, vi: &'static str, en: &'static str) -> DataColumn {
    DataColumn { key, means: (vi, en) }
}

/// In the order of the files.
pub const DATA_COLUMNS: &[DataColumn] = &[
    column("quarter", "Quý, như 2026-4", "Quarter, such as 2026-4"),
    column(
        "agency",
        "Khóa của cơ quan; trống là toàn tỉnh hoặc các cơ quan còn lại",
        "Key of the agency; empty is the province, or agencies with few",
    ),
    column(
        "agency_code",
        "Mã định danh của cơ quan vào ngày cuối quý",
        "Identifier of the agency on the last day of the quarter",
    ),
    column("agency_name", "Tên cơ quan", "Name of the agency"),
    column(
        "procedure",
        "Mã thủ tục; trống là các thủ tục còn lại",
        "Code of the procedure; empty is procedures with few",
    ),
    column("procedure_name", "Tên thủ tục", "Name of the procedure"),
    column("field", "Khóa của lĩnh vực hiện nay", "Key of its field today"),
    column("received", "Số hồ sơ tiếp nhận trong quý", "Applications accepted in the quarter"),
    column("received_online", "Trong đó nộp trực tuyến", "Of these, sent online"),
    column("received_counter", "Trong đó nộp trực tiếp", "Of these, at the counter"),
    column("received_post", "Trong đó nộp qua bưu chính", "Of these, by post"),
    column(
        "online_share",
        "received_online chia received, bốn chữ số thập phân",
        "received_online by received, to four decimals",
    ),
    column(
        "done",
        "Số hồ sơ có thời hạn đã giải quyết trong quý",
        "Applications with a limit that were settled in the quarter",
    ),
    column("done_early", "Trong đó trước hạn", "Of these, early"),
    column("done_on_time", "Trong đó đúng hạn", "Of these, on time"),
    column("done_late", "Trong đó quá hạn", "Of these, late"),
    column("on_time_share", "done_early cộng done_on_time, chia done", "done_early and done_on_time by done"),
    column(
        "decided",
        "Số hồ sơ đã quyết định có ghi số ngày",
        "Decided applications of which the days are known",
    ),
    column(
        "median_days",
        "Số ngày làm việc mà một nửa đã xong, trừ tạm dừng hợp lệ",
        "Working days within which half were decided, without lawful pauses",
    ),
    column(
        "nine_in_ten_days",
        "Số ngày làm việc mà 9 trên 10 đã xong",
        "Working days within which 9 in 10 were decided",
    ),
    column("told_on", "Đêm công bố gần nhất của dòng", "The night the row was last published"),
];

/// A cell as files tell it. What is not told is nothing, never 0.
#[derive(Serialize)]
pub struct DataRow {
    quarter: String,
    agency: String,
    agency_code: String,
    agency_name: String,
    procedure: String,
    procedure_name: String,
    field: String,
    received: Option<i64>,
    received_online: Option<i64>,
    received_counter: Option<i64>,
    received_post: Option<i64>,
    online_share: Option<f64>,
    done: Option<i64>,
    done_early: Option<i64>,
    done_on_time: Option<i64>,
    done_late: Option<i64>,
    on_time_share: Option<f64>,
    decided: Option<i64>,
    median_days: Option<u16>,
    nine_in_ten_days: Option<u16>,
    told_on: String,
}

pub fn rows(figures: &[PublicFigure], data: &MasterData) -> Vec<DataRow> {
    let mut cells: BTreeMap<(Quarter, PublicCell), (PublicSummary, Date)> = BTreeMap::new();
    for figure in figures {
        let cell = cells.entry((figure.quarter, figure.cell.clone()));
        let (summary, told) = cell.or_insert_with(|| (PublicSummary::default(), figure.night));
        summary.add(figure.basis, &figure.parts);
        *told = (*told).max(figure.night);
    }
    cells
        .into_iter()
        .map(|((quarter, cell), (summary, told))| row(quarter, &cell, &summary, told, data))
        .collect()
}

fn row(quarter: Quarter, cell: &PublicCell, of: &PublicSummary, told: Date, data: &MasterData) -> DataRow {
    let agency = cell.agency.and_then(|id| data.agency(id));
    let code = agency.and_then(|agency| agency.code_on(quarter.period().to)).map(|code| code.to_string());
    let procedure = cell.procedure.as_ref().and_then(|code| data.procedure_any(code.as_str()));
    let received = |channel| (of.received.total() > 0).then(|| of.received.of(channel_part(channel)));
    let done = |judged| (of.done.total() > 0).then(|| of.done.of(judged_part(judged)));
    let told_of = |total: i64| Some(total).filter(|total| *total > 0);
    DataRow {
        quarter: super::quarter_key(quarter),
        agency: agency.map(|agency| agency.key.clone()).unwrap_or_default(),
        agency_code: code.unwrap_or_default(),
        agency_name: agency.map(|agency| agency.name.vi.clone()).unwrap_or_default(),
        procedure: cell.procedure.as_ref().map(|code| code.to_string()).unwrap_or_default(),
        procedure_name: procedure.map(|procedure| procedure.name.vi.clone()).unwrap_or_default(),
        field: procedure.map(|procedure| procedure.field.clone()).unwrap_or_default(),
        received: told_of(of.received.total()),
        received_online: received(Channel::Online),
        received_counter: received(Channel::Direct),
        received_post: received(Channel::Postal),
        online_share: of.online().map(share),
        done: told_of(of.done.total()),
        done_early: done(Timeliness::Early),
        done_on_time: done(Timeliness::OnTime),
        done_late: done(Timeliness::Late),
        on_time_share: of.on_time().map(share),
        decided: told_of(of.days.total()),
        median_days: of.median(),
        nine_in_ten_days: of.nine_in_ten(),
        told_on: told.to_string(),
    }
}

/// To four decimals.
fn share(share: Share) -> f64 {
    let in_ten_thousand = (share.some * 20_000 + share.all) / (share.all * 2);
    in_ten_thousand as f64 / 10_000.0
}

pub fn csv(rows: &[DataRow]) -> Vec<u8> {
    let text = |text: &str| CellValue::Text(text.to_string());
    let number = |number: Option<i64>| number.map_or_else(|| text(""), CellValue::Number);
    let decimal = |share: Option<f64>| text(&share.map(|share| share.to_string()).unwrap_or_default());
    let mut all = vec![DATA_COLUMNS.iter().map(|column| text(column.key)).collect()];
    all.extend(rows.iter().map(|row| {
        vec![
            text(&row.quarter),
            text(&row.agency),
            text(&row.agency_code),
            text(&row.agency_name),
            text(&row.procedure),
            text(&row.procedure_name),
            text(&row.field),
            number(row.received),
            number(row.received_online),
            number(row.received_counter),
            number(row.received_post),
            decimal(row.online_share),
            number(row.done),
            number(row.done_early),
            number(row.done_on_time),
            number(row.done_late),
            decimal(row.on_time_share),
            number(row.decided),
            number(row.median_days.map(i64::from)),
            number(row.nine_in_ten_days.map(i64::from)),
            text(&row.told_on),
        ]
    }));
    sheets::write_csv(&all)
}
