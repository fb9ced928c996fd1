ui::words! {
    title = "Xác nhận thư điện tử", "Confirm your e-mail";
    lead = "Bấm “Xác nhận” để thư thông báo về hồ sơ của bạn được gửi tới địa chỉ này.", "Press “Confirm” to have news of your applications sent to this address.";
    confirm = "Xác nhận", "Confirm";
    done = "Đã xác nhận thư điện tử", "Your e-mail is confirmed";
    done_more = "Từ nay thư thông báo về hồ sơ được gửi tới địa chỉ này.", "From now on news of your applications is sent to this address.";
    profile = "Thông tin của tôi", "My profile";
}
