ui::words! {
    not_saved = "Chưa lưu: phiên làm việc đã hết. Hãy bấm nút để đăng nhập lại; những gì bạn đã điền sẽ còn nguyên.", "Not saved: the session has ended. Press the button to sign in again; what you filled in will all be there.";
    title = "Biểu mẫu được điền ở vị trí khác", "This form was filled in at another desk";
    of_other(name: &str, long: &str) = "Bạn điền biểu mẫu này khi làm thay {name}. Biểu mẫu được giữ {long} và chỉ mở lại ở vị trí đó.", "You filled in this form in the place of {name}. It is kept for {long} and opens in that place only.";
    of_own(long: &str) = "Bạn điền biểu mẫu này ở vị trí của mình. Biểu mẫu được giữ {long} và chỉ mở lại ở vị trí đó.", "You filled in this form at your own desk. It is kept for {long} and opens there only.";
    take(name: &str) = "Làm thay {name} và mở biểu mẫu", "Act in the place of {name} and open the form";
    own = "Về vị trí của mình và mở biểu mẫu", "Go back to your own desk and open the form";
}
