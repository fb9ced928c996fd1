ui::words! {
    title = "Quên mật khẩu", "Forgotten password";
    lead(long: &str) = "Nhập thư điện tử của tài khoản. Chúng tôi gửi một đường dẫn dùng được một lần, trong {long}.", "Enter the e-mail of your account. We send a link that works once, for {long}.";
    email = "Thư điện tử", "E-mail";
    submit = "Gửi đường dẫn", "Send the link";
    sent = "Hãy xem hộp thư của bạn", "Look in your mail";
    sent_more = "Nếu thư điện tử này thuộc một tài khoản, đường dẫn đặt lại mật khẩu đã được gửi tới. Không thấy thư? Hãy xem mục thư rác, hoặc gọi số hỗ trợ ở cuối trang.", "If this address belongs to an account, a link to set a new password is on its way. No letter? Look among junk mail, or call the number at the foot of the page.";
    new_title = "Đặt mật khẩu mới", "Set a new password";
    new_lead = "Đặt xong, mọi nơi đang đăng nhập bằng tài khoản này sẽ được đăng xuất.", "After this, every place where this account is signed in will be signed out.";
    password = "Mật khẩu mới", "New password";
    password_hint(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
    save = "Lưu mật khẩu", "Save the password";
}
