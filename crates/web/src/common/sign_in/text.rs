ui::words! {
    title = "Đăng nhập", "Sign in";
    login = "Tên đăng nhập", "User name";
    password = "Mật khẩu", "Password";
    submit = "Đăng nhập", "Sign in";
    wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại.", "The user name or password is not right. Please try again.";
    held(long: &str) = "Phiên làm việc đã hết. Những gì bạn vừa gửi được giữ trong {long}: đăng nhập đúng tài khoản đó để xem lại và gửi.", "The session had ended. What you just sent is kept for {long}: sign in to the same account to look it over and send it.";
    to_apply = "Cần đăng nhập để nộp hồ sơ: bạn lưu được phần đã điền, theo dõi và nhận kết quả. Chưa có tài khoản thì đăng ký, mất vài phút.", "Sign in to apply: what you fill in is kept, and you follow it and receive the result here. Without an account, register; it takes a few minutes.";
    to_see_own = "Cần đăng nhập để xem hồ sơ và thông báo của bạn.", "Sign in to see your own applications and messages.";
    forgotten = "Quên mật khẩu?", "Forgotten your password?";
    register = "Đăng ký tài khoản", "Register";
}
