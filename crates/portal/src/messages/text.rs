ui::words! {
    title = "Thông báo", "Messages";
    unread = "Mới", "New";
    earlier(count: usize) = "Và {count} thông báo trước đó, xem trong hồ sơ.", "And {count} earlier message in the application." / "And {count} earlier messages in the application.";
    older = "Cũ hơn", "Older";
    pages = "Trang", "Pages";
    empty = "Chưa có thông báo nào", "No messages yet";
    empty_more = "Khi hồ sơ của bạn có thay đổi, chúng tôi báo ở đây và qua thư điện tử nếu bạn có.", "When something changes in your applications, we tell you here, and by e-mail if you gave one.";
}
