ui::words! {
    title = "Đăng ký tài khoản", "Register";
    lead = "Một tài khoản để nộp hồ sơ, theo dõi và nhận kết quả.", "One account to apply, follow and receive results.";
    kind = "Tài khoản của ai?", "Whose account is it?";
    kind_missing = "Hãy chọn tài khoản của ai", "Choose whose account it is";
    person = "Của tôi, một cá nhân", "Mine, a person";
    organisation = "Của doanh nghiệp hoặc tổ chức", "A company's or organisation's";
    name = "Họ và tên, hoặc tên tổ chức", "Full name, or the organisation's name";
    name_hint = "Như ghi trên căn cước hoặc giấy đăng ký", "As on the identity card or registration";
    identity = "Số định danh cá nhân, hoặc mã số doanh nghiệp", "Personal identification number, or business number";
    identity_hint = "Để cơ quan đối chiếu khi giải quyết. Số này chưa chứng minh được gì cho đến khi bạn xuất trình giấy tờ.", "Used by the agency for checking. It proves nothing until you show your papers.";
    phone = "Số điện thoại", "Phone number";
    email = "Thư điện tử", "E-mail";
    email_hint = "Chúng tôi báo tin về hồ sơ và gửi đường dẫn đặt lại mật khẩu tới đây", "We write here about your applications and to reset your password";
    address = "Địa chỉ", "Address";
    login = "Tên đăng nhập", "User name";
    login_hint = "Từ 3 chữ: chữ không dấu, số, dấu chấm", "At least 3: plain letters, digits, dots";
    login_wrong = "Tên đăng nhập chỉ gồm chữ không dấu, số và . - _ @, ít nhất 3 ký tự", "Use at least 3 plain letters, digits and . - _ @ in the user name";
    login_taken = "Tên đăng nhập này đã có người dùng, hãy chọn tên khác", "This user name is taken, choose another";
    password = "Mật khẩu", "Password";
    password_hint(min: usize) = "Ít nhất {min} ký tự. Một câu dễ nhớ thì tốt hơn một từ khó nhớ.", "At least {min} characters. An easy sentence is better than an odd word.";
    password_short(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
    submit = "Đăng ký", "Register";
}
