ui::words! {
    here = "Bạn đang ở", "You are here";
    home = "Trang chủ", "Home";
    official = "Tên chính thức", "Official name";
    code = "Mã thủ tục", "Procedure code";
    for_whom = "Dành cho", "For";
    start = "Nộp hồ sơ trực tuyến", "Apply online";
    start_note = "Cần đăng nhập. Bạn có thể dừng và làm tiếp sau.", "You need to sign in. You may stop and go on later.";
    not_online = "Thủ tục này chưa nhận hồ sơ trực tuyến", "This procedure is not yet taken online";
    not_online_more = "Mời bạn nộp tại quầy hoặc qua bưu chính công ích theo địa chỉ bên dưới.", "Please apply at the counter or by public post at the address below.";
    time = "Thời hạn", "Time";
    cost = "Chi phí", "Cost";
    papers_needed = "Giấy tờ phải có", "Papers needed";
    papers = "Giấy tờ cần chuẩn bị", "Papers to have ready";
    if_any = "Chỉ nộp nếu có", "Only if you have it";
    methods = "Cách nộp, thời hạn và chi phí", "Ways to apply, time and cost";
    steps = "Trình tự thực hiện", "What happens";
    conditions = "Điều kiện", "Conditions";
    results = "Kết quả", "Result";
    basis = "Căn cứ pháp lý", "Legal basis";
    where_ = "Nơi giải quyết và nơi nộp", "Where it is decided and where to apply";
    nowhere = "Chưa có cơ quan nào của tỉnh nhận thủ tục này trên hệ thống.", "No agency here takes this procedure in the system yet.";
    received = "Nộp tại:", "Apply at:";
    inside = "Các bước bên trong cơ quan", "Steps inside the agency";
    hours(hours: u32) = "{hours} giờ làm việc", "{hours} working hours";
    only_vietnamese = "Những phần chưa có bản dịch được giữ nguyên tiếng Việt.", "Parts without a translation are left in the official Vietnamese.";
    print = "In trang này", "Print this page";
}
