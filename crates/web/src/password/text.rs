ui::words! {
    old = "Mật khẩu đang dùng", "Current password";
    old_wrong = "Mật khẩu đang dùng chưa đúng", "The present password is not right";
    new_ = "Mật khẩu mới", "New password";
    new_hint(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
}
