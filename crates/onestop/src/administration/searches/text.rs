ui::words! {
    title = "Nhật ký tra cứu người", "Searches for people";
    lead = "Mỗi lần cán bộ tìm người theo số định danh hoặc theo tên đều được ghi lại. Nhật ký chỉ giữ ba chữ số cuối của số, không giữ tên.", "Every search by an officer for a person's number or name is recorded. Of a number only the last three digits are kept, of a name nothing.";
    back = "Quay lại", "Back";
    none = "Chưa có lần tra cứu nào.", "Nobody has searched yet.";
    at = "Lúc", "When";
    officer = "Cán bộ", "Officer";
    by = "Tìm theo", "Searched by";
    by_identity(end: &str) = "Số định danh có ba số cuối {end}", "A number ending in {end}";
    by_name = "Tên", "Name";
    next = "Trang sau", "Next page";
    first = "Trang đầu", "First page";
    pages = "Trang", "Pages";
}
