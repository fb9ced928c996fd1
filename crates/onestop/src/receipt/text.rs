ui::words! {
    title = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment";
    print = "In giấy này", "Print this";
    back = "Về hồ sơ", "Back to the dossier";
    next = "Nhận hồ sơ tiếp theo", "Next applicant";
}
