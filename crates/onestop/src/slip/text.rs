ui::words! {
    title = "Phiếu để in", "Slip to print";
    print = "In phiếu này", "Print this";
    back = "Về hồ sơ", "Back to the dossier";
}
