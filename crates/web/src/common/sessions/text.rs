ui::words! {
    title = "Nơi đang đăng nhập", "Where you are signed in";
    lead = "Các trình duyệt đang đăng nhập bằng tài khoản của bạn. Bạn có thể đăng xuất từng nơi.", "The browsers signed in to your account. You can sign out of each.";
    this = "Trình duyệt này", "This browser";
    unknown = "Trình duyệt khác", "Another browser";
    since = "Đăng nhập lúc", "Signed in";
    seen = "Dùng lần cuối lúc", "Last used";
    end = "Đăng xuất nơi đó", "Sign out of this one";
    end_of(browser: &str, since: &str) = "Đăng xuất nơi đó: {browser}, {since}", "Sign out of this one: {browser}, {since}";
    end_others = "Đăng xuất mọi nơi khác", "Sign out everywhere else";
    only_this = "Tài khoản của bạn không đăng nhập ở nơi nào khác.", "Your account is not signed in anywhere else.";
    not_you = "Thấy nơi không phải của bạn? Hãy đăng xuất nơi đó rồi đổi mật khẩu.", "Not you? Sign it out, then change your password.";
}
