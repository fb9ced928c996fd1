crate::words! {
    title = "Đăng nhập", "Sign in";
    login = "Tên đăng nhập", "User name";
    password = "Mật khẩu", "Password";
    submit = "Đăng nhập", "Sign in";
    wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại.", "The user name or password is not right. Please try again.";
    forgotten = "Quên mật khẩu?", "Forgotten your password?";
    no_account = "Chưa có tài khoản?", "No account yet?";
    register = "Đăng ký tài khoản", "Register";
}
