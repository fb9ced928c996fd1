ui::words! {
    title = "Thủ tục hành chính", "Procedures";
    home = "Trang chủ", "Home";
    here = "Bạn đang ở", "You are here";
    field = "Lĩnh vực", "Field";
    event = "Việc trong đời", "Life event";
    audience = "Dành cho", "For";
    agency = "Cơ quan giải quyết", "Agency";
    level = "Mức độ trực tuyến", "Online level";
    search = "Bạn cần làm việc gì?", "What do you need?";
    search_hint = "Viết theo cách nói thường ngày cũng được, có dấu hay không dấu, hoặc mã thủ tục", "In everyday Vietnamese words, with or without accents, or by code";
    find = "Tìm", "Find";
    why(said: &str, meant: &str) = "“{said}” được hiểu là “{meant}”.", "“{said}” was read as “{meant}”.";
    answers(count: usize, typed: &str) = "{count} thủ tục cho “{typed}”, phù hợp nhất ở trên", "{count} procedure for “{typed}”" / "{count} procedures for “{typed}”, the best first";
    pages = "Trang", "Pages";
    page = "Trang", "Page";
    closed = "Không còn áp dụng", "No longer in force";
    suggested(count: usize) = "{count} gợi ý, bấm mũi tên xuống để chọn", "{count} suggestion; press the down arrow to choose" / "{count} suggestions; press the down arrow to choose";
    all = "Xem tất cả", "Show all";
    narrow = "Thu hẹp danh sách", "Narrow the list";
    narrowed(count: usize) = "Thu hẹp danh sách (đang lọc theo {count} điều kiện)", "Narrow the list ({count} chosen)";
    found(count: usize) = "{count} thủ tục", "{count} procedure" / "{count} procedures";
    empty = "Không có thủ tục nào khớp với lựa chọn", "No procedure fits your choice";
    empty_more = "Hãy bỏ bớt một điều kiện lọc, hoặc gọi số hỗ trợ ở cuối trang.", "Drop one of the filters, or call the number at the foot of the page.";
}
