ui::words! {
    title = "Cách hiển thị", "Display";
    lead = "Lựa chọn được nhớ trên máy này.", "Your choice is remembered on this device.";
    text = "Cỡ chữ", "Text size";
    text_normal = "Bình thường", "Normal";
    text_large = "Lớn hơn", "Larger";
    contrast = "Độ tương phản", "Contrast";
    contrast_more = "Cao hơn", "Higher";
    scheme = "Màu nền", "Colours";
    as_device = "Theo thiết bị", "As on my device";
    light = "Sáng", "Light";
    dark = "Tối", "Dark";
    save = "Lưu lựa chọn", "Save";
    keys = "Phím tắt một phím", "Single-key shortcuts";
    keys_on = "Dùng", "On";
    keys_off = "Tắt", "Off";
}
