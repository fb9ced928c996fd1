ui::words! {
    title = "Thủ tục hành chính", "Procedures";
    home = "Trang chủ", "Home";
    here = "Bạn đang ở", "You are here";
    field = "Lĩnh vực", "Field";
    event = "Việc trong đời", "Life event";
    audience = "Dành cho", "For";
    agency = "Cơ quan giải quyết", "Agency";
    level = "Mức độ trực tuyến", "Online level";
    filter = "Lọc", "Filter";
    all = "Bỏ lọc", "Show all";
    narrow = "Thu hẹp danh sách", "Narrow the list";
    found(count: usize) = "{count} thủ tục", "{count} procedures";
    empty = "Không có thủ tục nào khớp với lựa chọn", "No procedure fits your choice";
    empty_more = "Hãy bỏ bớt một điều kiện lọc, hoặc gọi số hỗ trợ ở cuối trang.", "Drop one of the filters, or call the number at the foot of the page.";
}
