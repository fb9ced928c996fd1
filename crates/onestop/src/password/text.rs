ui::words! {
    title = "Đổi mật khẩu của tôi", "Change my password";
    old = "Mật khẩu đang dùng", "Present password";
    old_wrong = "Mật khẩu đang dùng chưa đúng", "The present password is not right";
    new_ = "Mật khẩu mới", "New password";
    new_hint(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
    sessions = "Xem các trình duyệt đang đăng nhập bằng tài khoản này và đăng xuất từng nơi", "See the browsers signed in to this account, and sign out of each";
    change = "Đổi mật khẩu và đăng nhập lại", "Change it and sign in again";
}
