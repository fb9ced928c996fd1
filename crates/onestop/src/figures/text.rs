//! Words of the page of figures.

ui::words! {
    title = "Số liệu", "Figures";
    about_all = "Tất cả cơ quan", "All agencies";
    scopes = "Cơ quan", "Agencies";
    renewed = "Số liệu đã được cập nhật", "The figures are up to date";
    to_list = "Danh sách việc", "List of work";
    to_reports = "Báo cáo của kỳ", "Reports of periods";
    to_national = "Bộ chỉ số quốc gia", "National index";
    received_otherwise = "Nhận không qua mạng", "Received otherwise than online";
    now = "Bây giờ", "Now";
    in_hand = "Đang giải quyết", "In hand";
    late_now = "Đang quá hạn", "Late now";
    late_by_sunday(day: &str) = "Quá hạn đến hết ngày {day}", "Late by the end of {day}";
    if_nothing = "nếu không giải quyết thêm", "if nothing more is settled";
    no_more = "không thêm hồ sơ nào", "no more than now";
    more_than_now(n: i64) = "thêm {n} so với bây giờ", "{n} more than now";
    received = "Đã nhận", "Received";
    done = "Đã giải quyết", "Settled";
    since(day: &str) = "từ ngày {day}", "since {day}";
    nothing_done = "chưa giải quyết hồ sơ nào", "nothing settled yet";
    done_late = "Giải quyết quá hạn", "Settled late";
    in_time(share: &str) = "{share} đúng hạn hoặc sớm hạn", "{share} on time or early";
    free_in_hand(n: &str) = "Ngoài ra có {n} hồ sơ đang giải quyết mà pháp luật không quy định thời hạn; chúng không có trong các số trên.", "Besides these, {n} in hand have no time limit by law; no figure above counts them.";
    weeks = "Nhận và giải quyết xong theo tuần", "Received and settled by week";
    weeks_said(received: &str, done: &str, weeks: usize) = "{weeks} tuần: nhận {received}, xong {done}.", "{weeks} weeks: {received} received, {done} settled.";
    week = "Tuần từ", "Week from";
    week_received = "Nhận", "Received";
    week_done = "Xong", "Settled";
    table = "Bảng số liệu", "Table of figures";
    ages = "Đang giải quyết, theo số ngày từ khi nhận", "In hand, by days since received";
    ages_none = "Không có hồ sơ nào đang giải quyết.", "Nothing is in hand.";
    ages_said(all: &str, old: &str, days: i64) = "{all} hồ sơ, {old} nhận đã hơn {days} ngày.", "{all} in hand, {old} of them received over {days} days ago.";
    days = "Số ngày", "Days";
    dossiers = "Hồ sơ", "Dossiers";
    of_them_late = "Quá hạn", "Late";
    steps = "Bước đang chờ nhiều nhất", "Steps where most waits";
    steps_said = "Bước có nhiều việc quá giờ xếp trước.", "Steps with most over their time come first.";
    steps_none = "Không có bước nào đang chờ.", "No step is waiting.";
    waits_late(n: &str, late: &str) = "{n}, quá giờ {late}", "{n}, {late} over time";
    load_late(n: &str, late: &str) = "{n}, quá hạn {late}", "{n}, {late} late";
    team = "Việc của từng người", "Who has how much";
    team_none = "Chưa ai được giao việc.", "Nobody has been given work.";
    by_agency = "Đang giải quyết, theo cơ quan", "In hand, by agency";
    counted = "Mọi con số tính theo cùng cách với báo cáo: nhận là đã tiếp nhận, xong là đã quyết định, rút hoặc dừng; quá hạn là sau thời hạn pháp luật, trừ thời gian tạm dừng hợp lệ. Bước quá giờ tính theo giờ của quy trình nội bộ, nên có thể khác.", "Every figure is counted as in reports: received is accepted; settled is decided, withdrawn or stopped; late is after the time the law gives, lawful pauses out. Steps over their time go by the hours of the internal process and may differ.";
    division_only = "Số liệu của phòng: các bước và việc đang giao. Hồ sơ nhận và giải quyết tính cho cả cơ quan.", "Of a division: its steps and what its people have. Dossiers are counted of the whole agency.";
    back = "Về số liệu", "Back to the figures";
}

impl Words {
    pub fn idle(self, n: usize) -> String {
        self.0.counted(
            n,
            "{n} người chưa được giao việc.",
            "{n} person has no work.",
            "{n} people have no work.",
        )
    }
}
