ui::words! {
    title = "Đăng ký tài khoản", "Register";
    lead = "Một tài khoản để nộp hồ sơ, theo dõi và nhận kết quả. Người nước ngoài đăng ký được bằng hộ chiếu hoặc thẻ thường trú, tạm trú và số điện thoại của nước mình.", "One account to apply, follow and receive results. If you are not Vietnamese, a passport or residence card and a phone number of your own country will do.";
    kind = "Bạn mở tài khoản cho ai?", "Who is the account for?";
    kind_missing = "Hãy chọn bạn mở tài khoản cho ai", "Choose who the account is for";
    person = "Cho cá nhân tôi", "For me, a person";
    organisation = "Cho doanh nghiệp hoặc tổ chức", "For a company or organisation";
    name = "Họ và tên, hoặc tên tổ chức", "Full name, or the organisation's name";
    name_hint = "Như ghi trên căn cước, hộ chiếu hoặc giấy đăng ký. Tên này được điền sẵn vào hồ sơ.", "As on your identity card, passport or registration. It is filled into your applications.";
    identity = "Số định danh cá nhân, hộ chiếu, thẻ thường trú, tạm trú hoặc mã số doanh nghiệp", "Number of your identity card, passport, residence card or business";
    identity_hint = "Để cơ quan đối chiếu khi giải quyết. Số này chưa chứng minh được gì cho đến khi bạn xuất trình giấy tờ.", "Used by the agency for checking. It is checked when you show your documents.";
    phone = "Số điện thoại", "Phone number";
    email = "Thư điện tử", "E-mail";
    email_hint = "Để nhận tin về hồ sơ và đặt lại mật khẩu. Không có thì để trống: tin vẫn có ở mục Thông báo sau khi đăng nhập.", "For news of your applications and to reset your password. Without one, you still find all news under Messages when you sign in.";
    address = "Địa chỉ", "Address";
    login = "Tên đăng nhập", "User name";
    login_hint(rule: &str) = "Để đăng nhập: {rule}.", "To sign in with: {rule}.";
    login_wrong(rule: &str) = "Tên đăng nhập có {rule}", "The user name has {rule}";
    login_rule(least: usize, most: usize) = "từ {least} đến {most} ký tự, gồm chữ không dấu, chữ số và các dấu . - _ @", "{least} to {most} characters: plain letters, digits and the signs . - _ @";
    login_taken = "Tên đăng nhập này đã có người dùng, hãy chọn tên khác", "This user name is taken, choose another";
    password = "Mật khẩu", "Password";
    password_hint(min: usize) = "Ít nhất {min} ký tự. Một câu dễ nhớ thì tốt hơn một từ khó nhớ.", "At least {min} characters. An easy sentence is better than an odd word.";
    password_short(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
    submit = "Đăng ký", "Register";
    phone_hint = "Để cơ quan gọi khi cần hỏi về hồ sơ. Số nước ngoài thì viết cả mã nước, ví dụ +44 20 7946 0000.", "The agency calls it to ask about your application. Write a foreign number with its country code, such as +44 20 7946 0000.";
    address_hint = "Nơi liên hệ và gửi kết quả qua bưu chính.", "Where you can be reached and results are posted to.";
}
