ui::words! {
    title = "Mẫu thiết kế", "Design";
    lead = "Mọi thành phần trong mọi trạng thái. Xem ở đây trước khi xem trang.", "Every part in every state. Look here before you look at pages.";
    parts = "Thành phần", "Parts";
    colours = "Màu", "Colours";
    ground = "Nền giấy", "Ground";
    surface = "Mặt giấy", "Surface";
    sunken = "Nền chìm", "Sunken";
    ink = "Mực", "Ink";
    lacquer = "Sơn son", "Lacquer";
    gold = "Chỉ vàng", "Gold";
    type_ = "Chữ", "Type";
    type_1 = "Ngưỡng cửa nào cũng có người đón", "Somebody meets you at every door";
    type_2 = "Giấy tờ rõ, thời hạn rõ, người rõ", "Papers, dates and people are clear";
    type_lead = "Câu dẫn: hồ sơ của bạn đang ở đâu, ai đang giữ, ngày nào xong.", "A lead: where your application is, who has it, when it will be done.";
    type_text = "Đoạn văn thường: lệ phí 50.000 đồng; còn 3 ngày làm việc; nộp lúc 20:14, thứ Ba, 24/02/2026.", "Running text: the fee is 50,000 đồng; 3 working days left; sent at 20:14 on Tuesday 24 February 2026.";
    type_hint = "Chữ nhỏ: gợi ý.", "Small print: a hint.";
    icons = "Hình", "Icons";
    buttons = "Nút", "Buttons";
    go_on = "Tiếp tục", "Continue";
    start = "Bắt đầu", "Start now";
    second = "Đặt giờ đến quầy", "Book a visit";
    quiet = "Lưu và làm tiếp sau", "Save for later";
    danger = "Rút hồ sơ", "Withdraw";
    closed = "Chưa dùng được", "Not available";
}
