use domain::counting::Period;
use domain::report::{NamedPeriod, Rows};
use domain::time::short_date;

ui::words! {
    title = "Báo cáo", "Reports";
    quarterly = "Lập và gửi báo cáo quý", "Quarterly reports: draft and send";
    unverified = "Mẫu chưa kiểm chứng", "Form not verified";
    unverified_more = "Bảng này do hệ thống lập; biểu mẫu của Nhà nước chưa được đối chiếu.", "This table is our own: it has not been compared with a form of the state.";
    quarter(number: i8, year: i16) = "Quý {number}/{year}", "Quarter {number}, {year}";
    year(year: i16) = "Năm {year}", "Year {year}";
    days(from: &str, to: &str) = "Từ {from} đến {to}", "{from} to {to}";
    periods = "Kỳ báo cáo", "Periods";
    reporter = "Đơn vị báo cáo", "Reporting agency";
    recipient = "Đơn vị nhận báo cáo", "Reports to";
    period = "Kỳ báo cáo", "Period";
    unit = "Đơn vị tính", "Unit";
    took_over = "Gồm số liệu của cơ quan đã được kế thừa", "With the figures of agencies it took over";
    choose = "Chọn kỳ, cơ quan, cách lập bảng", "Choose period, agency and lines";
    from = "Từ ngày", "From";
    to = "Đến ngày", "To";
    order = "Ngày cuối kỳ trước ngày đầu kỳ", "The period ends before it begins";
    agency = "Cơ quan", "Agency";
    all_agencies = "Tất cả", "All";
    rows = "Mỗi dòng là", "A line for each";
    fields = "Lĩnh vực", "Field";
    agencies = "Cơ quan", "Agency";
    levels = "Cấp", "Level";
    show = "Xem báo cáo", "Show the report";
    xlsx = "Tải bảng tính (.xlsx)", "Download as a spreadsheet (.xlsx)";
    csv = "Tải dữ liệu (.csv)", "Download as data (.csv)";
    print = "In", "Print";
    conventions = "Cách tính", "How it is counted";
    nothing_yet = "Kỳ này chưa kết thúc; số liệu tính đến lúc mở trang.", "This period is not over: the figures are as of now.";
    dossiers(column: &str) = "Hồ sơ: {column}", "Dossiers: {column}";
    back = "Về báo cáo", "Back to the report";
    code = "Mã hồ sơ", "Code";
    procedure = "Thủ tục", "Procedure";
    came = "Ngày tiếp nhận", "Received";
    done = "Ngày giải quyết xong", "Settled";
    late_from = "Quá hạn từ ngày", "Late from";
    pages = "Các trang của danh sách", "Pages of the list";
    next = "Trang sau", "Next";
    first = "Trang đầu", "First page";
    empty = "Không có hồ sơ nào", "No dossiers";
    empty_more = "Có thể số liệu đã thay đổi từ khi mở báo cáo.", "The figures may have changed since the report was opened.";
}

impl Words {
    pub fn period_name(self, period: Period) -> String {
        match NamedPeriod::of(period) {
            NamedPeriod::Quarter(quarter) => self.quarter(quarter.number(), quarter.year().number()),
            NamedPeriod::Year(year) => self.year(year.number()),
            NamedPeriod::Days => self.period_days(period),
        }
    }

    pub fn period_days(self, period: Period) -> String {
        self.days(&short_date(period.from, self.0), &short_date(period.to, self.0))
    }

    pub fn rows_name(self, rows: Rows) -> &'static str {
        match rows {
            Rows::Fields => self.fields(),
            Rows::Agencies => self.agencies(),
            Rows::Levels => self.levels(),
        }
    }
}
