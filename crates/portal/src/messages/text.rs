ui::words! {
    title = "Thông báo", "Messages";
    unread = "Mới", "New";
    open = "Xem hồ sơ", "Open the application";
    older = "Cũ hơn", "Older";
    pages = "Trang", "Pages";
    empty = "Chưa có thông báo nào", "No messages yet";
    empty_more = "Khi hồ sơ của bạn có thay đổi, chúng tôi báo ở đây và qua thư điện tử.", "When something changes in your applications, we tell you here and by e-mail.";
}
