crate::words! {
    title = "Mẫu thiết kế", "Design";
    lead = "Mọi thành phần trong mọi trạng thái, bằng cả hai ngôn ngữ. Xem ở đây trước khi xem trang.", "Every component in every state, in both languages. Look here before you look at pages.";
}
