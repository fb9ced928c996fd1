ui::words! {
    title = "Đổi mật khẩu của tôi", "Change my password";
    sessions = "Xem các trình duyệt đang đăng nhập bằng tài khoản này và đăng xuất từng nơi", "See the browsers signed in to this account, and sign out of each";
    change = "Đổi mật khẩu và đăng nhập lại", "Change it and sign in again";
}
