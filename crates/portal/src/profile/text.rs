ui::words! {
    title = "Thông tin của tôi", "My profile";
    lead = "Những thông tin này được điền sẵn khi bạn nộp hồ sơ mới. Hồ sơ đã nộp không thay đổi theo.", "These are filled in for you when you apply. Applications already sent do not change.";
    name = "Họ và tên, hoặc tên tổ chức", "Full name, or the organisation's name";
    identity = "Số định danh cá nhân, hoặc mã số doanh nghiệp", "Personal identification number, or business number";
    phone = "Số điện thoại", "Phone number";
    email = "Thư điện tử", "E-mail";
    address = "Địa chỉ", "Address";
    save = "Lưu thông tin", "Save";
    assurance = "Mức xác thực", "Level of assurance";
    unproved = "Mật khẩu: danh tính chưa được kiểm tra bằng giấy tờ.", "Password: the identity has not been checked against papers.";
    proved = "Đã đối chiếu giấy tờ tại quầy.", "Papers were checked at a counter.";
    password = "Đổi mật khẩu", "Change the password";
    old = "Mật khẩu đang dùng", "Present password";
    old_wrong = "Mật khẩu đang dùng chưa đúng", "The present password is not right";
    new_ = "Mật khẩu mới", "New password";
    new_hint(min: usize) = "Mật khẩu phải có ít nhất {min} ký tự", "The password must have at least {min} characters";
    change = "Đổi mật khẩu và đăng nhập lại", "Change it and sign in again";
}
