ui::words! {
    title = "Phiếu để in", "Slip to print";
    print = "In phiếu này", "Print this";
    next = "Người tiếp theo", "Next person";
    back = "Về hồ sơ", "Back to the dossier";
}
