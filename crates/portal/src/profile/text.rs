ui::words! {
    title = "Thông tin của tôi", "My profile";
    lead = "Những thông tin này được điền sẵn khi bạn nộp hồ sơ mới. Hồ sơ đã nộp không thay đổi theo.", "These are filled in for you when you apply. Applications already sent do not change.";
    name = "Họ và tên, hoặc tên tổ chức", "Full name, or the organisation's name";
    identity = "Số định danh cá nhân, hộ chiếu, thẻ thường trú, tạm trú hoặc mã số doanh nghiệp", "Number of your identity card, passport, residence card or business";
    phone = "Số điện thoại", "Phone number";
    email = "Thư điện tử", "E-mail";
    email_hint = "Đổi hoặc bỏ thư điện tử thì cần nhập mật khẩu đang dùng ở ô dưới; địa chỉ cũ sẽ nhận được thư thông báo.", "To change or remove it, give your current password below; the old address is told.";
    present = "Mật khẩu đang dùng, nếu bạn đổi thư điện tử", "Current password, if you change the e-mail";
    present_missing = "Hãy nhập mật khẩu đang dùng để đổi thư điện tử", "Give your present password to change the e-mail";
    confirmed = "Đã xác nhận. Thư thông báo về hồ sơ được gửi tới", "Confirmed. News of your applications goes to";
    not_confirmed = "Chưa xác nhận. Thư gửi tới địa chỉ này chỉ cho biết có thông báo mới, không kèm nội dung:", "Not confirmed yet. Letters to this address only say that there is news, and not what it is:";
    not_confirmed_more = "Hãy mở đường dẫn trong thư chúng tôi đã gửi rồi bấm “Xác nhận”. Không thấy thư? Hãy xem mục thư rác hoặc yêu cầu gửi lại.", "Open the link in the letter we sent you and press “Confirm”. No letter? Look among junk mail, or have it sent again.";
    send_link = "Gửi lại đường dẫn xác nhận", "Send the link again";
    address = "Địa chỉ", "Address";
    sessions = "Nơi đang đăng nhập", "Where you are signed in";
    sessions_more = "Xem các trình duyệt đang đăng nhập bằng tài khoản này và đăng xuất từng nơi", "See where you are signed in";
    save = "Lưu thông tin", "Save";
    assurance = "Mức xác thực", "Identity check";
    unproved = "Mật khẩu: danh tính chưa được kiểm tra bằng giấy tờ.", "Password: the identity has not been checked against documents.";
    proved = "Đã đối chiếu giấy tờ tại quầy.", "Documents were checked at a counter.";
    password = "Đổi mật khẩu", "Change the password";
    present_wrong = "Mật khẩu đang dùng chưa đúng", "The present password is not right";
    change = "Đổi mật khẩu và đăng nhập lại", "Change it and sign in again";
    overtaken = "Thông tin vừa được sửa ở một nơi khác. Hãy bấm lưu lần nữa để xem hai bên.", "This was just changed elsewhere. Press save again to see both.";
}
