ui::words! {
    title = "Đổi mật khẩu của tôi", "Change my password";
    sessions = "Xem các trình duyệt đang đăng nhập bằng tài khoản này và đăng xuất từng nơi", "See where you are signed in";
    change = "Đổi mật khẩu và đăng nhập lại", "Change it and sign in again";
}
