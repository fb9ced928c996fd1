ui::words! {
    title = "Đăng nhập", "Sign in";
    login = "Tên đăng nhập", "User name";
    password = "Mật khẩu", "Password";
    submit = "Đăng nhập", "Sign in";
    wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại.", "The user name or password is not right. Please try again.";
    held(long: &str) = "Phiên làm việc đã hết. Những gì bạn vừa gửi được giữ trong {long}: đăng nhập đúng tài khoản đó để xem lại và gửi.", "The session had ended. What you just sent is kept for {long}: sign in to the same account to look it over and send it.";
    forgotten = "Quên mật khẩu?", "Forgotten your password?";
    no_account = "Chưa có tài khoản?", "No account yet?";
    register = "Đăng ký tài khoản", "Register";
}
