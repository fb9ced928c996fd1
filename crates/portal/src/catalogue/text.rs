ui::words! {
    title = "Thủ tục hành chính", "Procedures";
    home = "Trang chủ", "Home";
    here = "Bạn đang ở", "You are here";
    field = "Lĩnh vực", "Field";
    event = "Sự kiện trong đời", "Life event";
    audience = "Dành cho", "For";
    agency = "Cơ quan giải quyết", "Agency";
    level = "Mức độ trực tuyến", "Online level";
    search = "Bạn cần làm việc gì?", "What do you need?";
    search_hint = "Viết theo cách nói thường ngày cũng được, có dấu hay không dấu, hoặc mã thủ tục", "In everyday English or Vietnamese words, or by code";
    find = "Tìm", "Find";
    why(said: &str, meant: &str) = "“{said}” được hiểu là “{meant}”.", "“{said}” was read as “{meant}”.";
    answers(count: usize, typed: &str) = "{count} thủ tục cho “{typed}”", "{count} procedure for “{typed}”" / "{count} procedures for “{typed}”";
    online = "Nộp trực tuyến", "Apply online";
    pages = "Trang", "Pages";
    page = "Trang", "Page";
    closed = "Không còn áp dụng", "No longer in force";
    suggested(count: usize) = "{count} gợi ý, bấm mũi tên xuống để chọn", "{count} suggestion; press the down arrow to choose" / "{count} suggestions; press the down arrow to choose";
    all = "Xem tất cả thủ tục", "All procedures";
    narrow = "Thu hẹp danh sách", "Narrow the list";
    narrowed(count: usize) = "Thu hẹp danh sách (đang lọc theo {count} điều kiện)", "Narrow the list ({count} chosen)";
    found(count: usize) = "{count} thủ tục", "{count} procedure" / "{count} procedures";
    empty = "Không có thủ tục nào khớp với lựa chọn", "No procedure fits your choice";
    empty_more = "Hãy bỏ bớt một điều kiện lọc, hoặc gọi số hỗ trợ ở cuối trang.", "Drop one of the filters, or call the number at the foot of the page.";
    nothing(typed: &str) = "Chưa có thủ tục nào cho “{typed}”", "No procedure for “{typed}” yet";
    nothing_more = "Hãy viết ngắn hơn bằng hai, ba từ chính, chẳng hạn “khai sinh”, hoặc chọn theo lĩnh vực. Nếu vẫn chưa thấy, gọi số hỗ trợ ở cuối trang hoặc đến quầy gần nhất: cán bộ sẽ chỉ nơi giải quyết.", "Try two or three main words, such as “birth certificate”, or choose a field. If it is still not there, call the number at the foot of the page or ask at the nearest counter: they will tell you where to go.";
}
