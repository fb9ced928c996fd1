ui::words! {
    title = "Trang chủ", "Home";
    heading = "Bạn cần làm việc gì?", "What do you need to do?";
    search = "Bạn cần làm việc gì?", "What do you need?";
    search_hint = "Ví dụ: làm giấy khai sinh, đổi bằng lái, mở quán ăn", "In Vietnamese words, such as: làm giấy khai sinh, đổi bằng lái";
    lead = "Nộp hồ sơ, theo dõi và nhận kết quả. Bạn luôn biết hồ sơ đang ở đâu, ai đang giữ và ngày nào xong.", "Apply, follow and receive the result. You always know where your application is, who has it and when it will be done.";
    find = "Tìm", "Find";
    lookup = "Hồ sơ đến đâu rồi?", "Track an application";
    code = "Mã hồ sơ", "Application code";
    code_hint = "In trên giấy hẹn, ví dụ 000.00.20.H99-260302-0001", "Printed on the receipt, such as 000.00.20.H99-260302-0001";
    look = "Tra cứu", "Look up";
    by_event = "Việc trong đời", "Life events";
    by_business = "Việc kinh doanh", "Business";
    by_field = "Tìm theo lĩnh vực", "Browse by field";
    all(count: usize) = "Tất cả {count} thủ tục", "All {count} procedures";
    count(count: usize) = "{count} thủ tục", "{count} procedure" / "{count} procedures";
}
