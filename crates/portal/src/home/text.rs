ui::words! {
    title = "Trang chủ", "Home";
    heading = "Bạn cần làm việc gì?", "What do you need to do?";
    search = "Bạn cần làm việc gì?", "What do you need?";
    search_hint = "Ví dụ: làm giấy khai sinh, đổi bằng lái, mở quán ăn", "In Vietnamese words, such as: làm giấy khai sinh, đổi bằng lái";
    lead = "Nộp hồ sơ, theo dõi và nhận kết quả. Bạn luôn biết hồ sơ đang ở đâu, ai đang giữ và ngày nào xong.", "Apply, follow and receive the result. You always know where your application is, who has it and when it will be done.";
    find = "Tìm thủ tục", "Find a procedure";
    mine = "Hồ sơ của tôi", "My applications";
    lookup = "Hồ sơ đến đâu rồi?", "Track an application";
    code = "Mã hồ sơ", "Application code";
    code_hint = "In trên giấy hẹn, ví dụ 000.00.20.H99-260302-0001", "Printed on the receipt, such as 000.00.20.H99-260302-0001";
    look = "Tra cứu", "Look up";
    by_event = "Việc trong đời", "Life events";
    by_business = "Việc kinh doanh", "Business";
    by_field = "Theo lĩnh vực", "By field";
    more_fields = "Các lĩnh vực khác", "The other fields";
    all(count: usize) = "Tất cả {count} thủ tục", "All {count} procedures";
    count(count: usize) = "{count} thủ tục", "{count} procedures";
    how = "Cách làm", "How it works";
    how_1 = "Xem cần gì", "See what is needed";
    how_1_text = "Giấy tờ, lệ phí và số ngày, trước khi bắt đầu.", "Papers, fees and time, before you begin.";
    how_2 = "Trả lời và nộp", "Answer and send";
    how_2_text = "Có thể dừng và làm tiếp sau; những gì đã điền vẫn được giữ.", "You may stop and go on later; what you filled in is kept.";
    how_3 = "Nhận kết quả", "Receive the result";
    how_3_text = "Trên Cổng, qua bưu chính hoặc tại quầy.", "On this portal, by post or at the counter.";
}
