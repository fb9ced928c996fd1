ui::words! {
    print = "In giấy này", "Print this";
    back = "Về hồ sơ", "Back to the dossier";
    next = "Nhận hồ sơ tiếp theo", "Next applicant";
}
