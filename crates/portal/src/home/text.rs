ui::words! {
    figures = "Thực tế mất bao lâu, bao nhiêu đúng hạn: số liệu của tỉnh", "How long it really takes, how many are on time: figures of the province";
    title = "Trang chủ", "Home";
    heading = "Bạn cần làm việc gì?", "What do you need to do?";
    search = "Bạn cần làm việc gì?", "What do you need?";
    search_hint = "Ví dụ: làm giấy khai sinh, đổi bằng lái, mở quán ăn", "Such as: birth certificate, driving licence, open a restaurant";
    lead = "Nộp hồ sơ, theo dõi và nhận kết quả. Bạn luôn biết hồ sơ đang ở đâu, ai đang giữ và ngày nào xong.", "Apply, follow and receive the result. You always know where your application is, who has it and when it will be done.";
    find = "Tìm", "Find";
    lookup = "Tra cứu tình trạng hồ sơ", "Track an application";
    code = "Mã hồ sơ", "Application code";
    code_hint = "In trên giấy hẹn, ví dụ 000.00.20.H99-260302-0001", "Printed on the receipt, such as 000.00.20.H99-260302-0001";
    look = "Tra cứu", "Look up";
    by_event = "Sự kiện trong đời", "Life events";
    more_events = "Kinh doanh và sự kiện khác", "Business and other events";
    all(count: usize) = "Tất cả {count} thủ tục", "The one procedure there is" / "All {count} procedures";
    count(count: usize) = "{count} thủ tục", "{count} procedure" / "{count} procedures";

    own = "Việc của bạn", "Your tasks";
    nothing_own = "Hiện không có việc nào chờ bạn và không có hồ sơ nào đang giải quyết.", "Nothing waits for you, and no application is being handled.";
    due_now = "Cần làm ngay", "To do now";
    ready = "Có kết quả, chờ bạn nhận", "Ready to collect";
    waiting = "Cơ quan đang giải quyết", "With the agency";
    draft = "Đang làm dở", "Not yet sent";
    all_of(count: usize) = "Xem cả {count} trong Hồ sơ của tôi", "See all {count} in My applications";
    all_of_many(count: usize) = "Từ {count} hồ sơ trở lên, trong Hồ sơ của tôi", "{count} or more, in My applications";
    all_own = "Tất cả hồ sơ của tôi", "All my applications";
}
