//! Words of the page of the national index.

ui::words! {
    title = "Bộ chỉ số quốc gia (Quyết định 766)", "National index (Decision 766)";
    back = "Số liệu", "Figures";
    all_agencies = "Tất cả cơ quan", "All agencies";
    about(name: &str, from: &str, to: &str) = "{name}, từ ngày {from} đến ngày {to}", "{name}, from {from} to {to}";
    total(points: &str, all: &str) = "{points} điểm trên {all} điểm có dữ liệu.", "{points} points of the {all} that have data.";
    no_total = "Chưa phần nào có dữ liệu.", "No part has data yet.";
    ours = "Đây là số tự tính từ hồ sơ của hệ thống này; điểm do quốc gia công bố có thể khác. Phần chưa có dữ liệu không được tính là 0 và không được suy ra.", "This is worked out from the dossiers of this system; what the nation publishes may differ. What has no data is not counted as 0, nor guessed.";
    had(points: &str, maximum: i64) = "{points}/{maximum} điểm", "{points} of {maximum} points";
    had_of_data(points: &str, all: &str, maximum: i64) = "{points} điểm trên {all} điểm có dữ liệu; cả nhóm {maximum} điểm", "{points} points of the {all} that have data; the whole group has {maximum}";
    group_no_data(maximum: i64) = "Chưa có dữ liệu; cả nhóm {maximum} điểm", "No data yet; the whole group has {maximum} points";
    no_data = "Chưa có dữ liệu", "No data yet";
    nothing_counted = "Chưa có hồ sơ nào để tính.", "There is no dossier to count yet.";
    share(n: &str, all: &str) = "{n} trên {all} hồ sơ", "{n} of {all} dossiers";
    costing(n: &str, points: &str) = "{n} hồ sơ làm mất {points} điểm", "Dossiers that cost {points} points: {n}";
    finish_in_time(n: &str, points: &str) = "Giải quyết xong đúng hạn {n} hồ sơ đang còn trong hạn thì đạt {points} điểm.", "If what is in hand and still in time ({n}) is settled in time, it comes to {points} points.";
    file_online(n: &str, points: &str) = "Nếu {n} trong số đó nộp trực tuyến thì đạt {points} điểm.", "Had {n} of them been filed online, it would come to {points} points.";
    doubt = "Chưa chắc chắn:", "Uncertain:";
}
