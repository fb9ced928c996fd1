ui::words! {
    print = "In giấy này", "Print this";
    back = "Về hồ sơ", "Back to the dossier";
    next = "Người tiếp theo", "Next person";
}
