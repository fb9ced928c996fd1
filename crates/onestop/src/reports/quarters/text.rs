use domain::Language;
use domain::quarterly::{QuarterlyFact, QuarterlyStage};
use domain::report::Quarter;
use ui::part::{Tag, TagKind};

ui::words! {
    title = "Báo cáo quý", "Quarterly reports";
    back_to_reports = "Báo cáo", "Reports";
    to_send(quarter: &str, day: &str, stage: &str) = "Báo cáo {quarter} của cơ quan bạn chưa gửi xong ({stage}); hạn gửi {day}.", "Your agency's report of {quarter} is still to be sent ({stage}), by {day}.";
    open = "Mở báo cáo", "Open the report";
    quarters = "Các quý", "Quarters";
    quarter(number: i8, year: i16) = "Quý {number}/{year}", "Quarter {number}, {year}";
    cut_off(day: &str) = "Chốt số liệu hết ngày {day}", "Figures are cut off at the end of {day}";
    own = "Báo cáo của cơ quan bạn", "Your agency's report";
    controlled = "Báo cáo của các cơ quan gửi về", "Reports of the agencies you receive from";
    counts(received: usize, sent: usize, missing: usize) = "Đã tiếp nhận {received} · chờ tiếp nhận {sent} · chưa gửi {missing}", "{received} received · {sent} to receive · {missing} not sent";
    agency = "Cơ quan", "Agency";
    stage = "Trạng thái", "State";
    number = "Số, ký hiệu", "Number";
    due_on = "Hạn gửi", "To be sent by";
    sent_on = "Ngày gửi", "Sent on";
    late = "Quá hạn gửi", "Late";
    sent_late = "Gửi muộn", "Sent late";
    due_unconfirmed = "Hạn gửi theo hướng dẫn chung, chưa kiểm chứng với thông tư.", "The days to send by follow common practice; they were not verified with the circular.";
    draft = "Đang lập", "Draft";
    checked = "Đã kiểm tra", "Checked";
    sent = "Đã gửi, chờ tiếp nhận", "Sent, to be received";
    returned = "Bị trả lại", "Returned";
    received = "Đã tiếp nhận", "Received";
    reminded_on(day: &str) = "Đôn đốc ngày {day}", "Reminded on {day}";
    reminded_you(day: &str) = "Cơ quan kiểm soát đã đôn đốc gửi báo cáo này ngày {day}.", "The controlling office reminded you of this report on {day}.";
    returned_because = "Báo cáo bị trả lại để sửa", "The report was returned";
    missing = "Chưa có trong số liệu, vì báo cáo chưa được tiếp nhận", "Not in the figures, since the report was not received";
    reporter = "Đơn vị báo cáo", "Reporting agency";
    recipient = "Đơn vị nhận báo cáo", "Reports to";
    upward = "Cấp trên, ngoài hệ thống này", "An office above, outside this system";
    period = "Kỳ báo cáo", "Period";
    draft_figures = "Số liệu tính đến lúc mở trang", "Figures as of now";
    sent_figures(issue: u32) = "Số liệu đã gửi, bản {issue}", "Figures as sent, issue {issue}";
    not_shown = "Cơ quan chưa gửi báo cáo; số liệu đang lập chỉ cơ quan đó thấy.", "The agency has not sent its report; only the agency sees its draft.";
    outside = "Trong và ngoài hệ thống", "In and outside the system";
    inside_sum = "Trong hệ thống", "In the system";
    outside_sum = "Ngoài hệ thống", "Outside the system";
    both_sum = "Tổng cộng", "Together";
    covers = "Các cơ quan có trong báo cáo", "Agencies it covers";
    differences(before: u32) = "Khác với bản {before}", "Other than in issue {before}";
    no_difference(before: u32) = "Không có dòng nào khác bản {before}.", "No line is other than in issue {before}.";
    line = "Dòng", "Line";
    issues = "Các bản đã gửi", "Issues sent";
    issue(issue: u32) = "Bản {issue}", "Issue {issue}";
    issue_of(issue: u32, number: &str) = "Bản {issue}, số {number}", "Issue {issue}, number {number}";
    frozen = "Số liệu của bản này được giữ nguyên như khi gửi.", "The figures of this issue stay as they were sent.";
    digest = "Mã băm của nội dung đã khóa", "Digest of what was frozen";
    counted_at = "Tính lúc", "Counted at";
    acts = "Việc tiếp theo", "What can be done";
    history = "Diễn biến", "History";
    check = "Xác nhận đã kiểm tra", "Confirm the check";
    check_more = "Số liệu vẫn được tính lại cho đến khi gửi.", "Figures are still counted anew until it is sent.";
    send = "Gửi báo cáo", "Send the report";
    send_more = "Số liệu được khóa như lúc gửi; muốn sửa phải lập bản mới.", "The figures are frozen as they are then; a correction is a new issue.";
    receive = "Tiếp nhận", "Receive";
    receive_more = "Số liệu được cộng vào báo cáo tổng hợp.", "The figures are added to the consolidated report.";
    send_back = "Trả lại", "Return";
    remarks = "Nội dung cần sửa", "What must be mended";
    remind = "Đôn đốc", "Remind";
    remind_more = "Thủ trưởng cơ quan thấy lời nhắc ở trang báo cáo quý.", "The heads of the agency see it on their page of quarterly reports.";
    reopen = "Lập bản mới", "Begin a new issue";
    reopen_more = "Bản đã gửi giữ nguyên; bản mới cho thấy chỗ khác.", "What was sent stays; the new issue shows what is other.";
    why = "Lý do", "Why";
    bring = "Nạp số liệu của hệ thống khác", "Bring figures of another system";
    bring_more = "Tệp CSV có các cột như tệp CSV của báo cáo này; nạp lại thì thay số liệu cũ của cơ quan đó.", "A CSV file with the columns of this report's CSV; bringing it again replaces what the agency had.";
    source = "Cơ quan dùng hệ thống khác", "Agency on another system";
    file = "Tệp CSV", "CSV file";
    no_file = "Hãy chọn tệp CSV.", "Choose a CSV file.";
    fault(line: usize, what: &str) = "Dòng {line}: {what}", "Line {line}: {what}";
    drop = "Bỏ", "Remove";
    brought = "Số liệu của hệ thống khác", "Figures of other systems";
    lines = "Số dòng", "Lines";
    overtaken = "Có người vừa làm việc khác với báo cáo này; hãy xem lại rồi làm tiếp.", "Somebody did something with this report meanwhile; look again, then go on.";
    xlsx = "Tải bảng tính (.xlsx)", "Download as a spreadsheet (.xlsx)";
    csv = "Tải dữ liệu (.csv)", "Download as data (.csv)";
    json = "Tải dữ liệu (.json)", "Download as data (.json)";
    back = "Báo cáo quý", "Quarterly reports";
    back_to_report = "Về báo cáo", "Back to the report";
}

impl Words {
    pub fn quarter_name(self, quarter: Quarter) -> String {
        self.quarter(quarter.number(), quarter.year().number())
    }

    pub fn stage_tag(self, stage: QuarterlyStage) -> Tag {
        let (kind, words) = match stage {
            QuarterlyStage::Draft => (TagKind::Neutral, self.draft()),
            QuarterlyStage::Checked => (TagKind::Info, self.checked()),
            QuarterlyStage::Sent => (TagKind::Info, self.sent()),
            QuarterlyStage::Returned => (TagKind::Warn, self.returned()),
            QuarterlyStage::Received => (TagKind::Good, self.received()),
        };
        Tag::new(kind, words)
    }

    /// A fact in a sentence, with somebody's own words.
    pub fn said(self, fact: &QuarterlyFact) -> (String, String) {
        let pick = |vi: String, en: String| match self.0 {
            Language::Vietnamese => vi,
            Language::English => en,
        };
        match fact {
            QuarterlyFact::Begun { .. } => {
                (pick("Mở báo cáo.".into(), "The report was begun.".into()), String::new())
            }
            QuarterlyFact::RowsBrought { source, rows } => (
                pick(
                    format!("Nạp số liệu của {source}: {} dòng.", rows.len()),
                    format!("Figures of {source} were brought: lines {}.", rows.len()),
                ),
                String::new(),
            ),
            QuarterlyFact::RowsDropped { source } => (
                pick(format!("Bỏ số liệu của {source}."), format!("Figures of {source} were removed.")),
                String::new(),
            ),
            QuarterlyFact::Checked {} => {
                (pick("Đã kiểm tra số liệu.".into(), "The figures were checked.".into()), String::new())
            }
            QuarterlyFact::Sent { issue, number, .. } => (
                pick(
                    format!("Gửi bản {issue}, số {number}."),
                    format!("Issue {issue} was sent, number {number}."),
                ),
                String::new(),
            ),
            QuarterlyFact::Received { issue } => (
                pick(format!("Tiếp nhận bản {issue}."), format!("Issue {issue} was received.")),
                String::new(),
            ),
            QuarterlyFact::Returned { issue, remarks } => (
                pick(format!("Trả lại bản {issue}."), format!("Issue {issue} was returned.")),
                remarks.clone(),
            ),
            QuarterlyFact::Reminded {} => {
                (pick("Đôn đốc gửi báo cáo.".into(), "A reminder was sent.".into()), String::new())
            }
            QuarterlyFact::Reopened { why } => {
                (pick("Lập bản mới.".into(), "A new issue was begun.".into()), why.clone())
            }
        }
    }
}
