ui::words! {
    title = "Nhắc việc", "Reminders";
    empty = "Chưa có lời nhắc nào", "No reminders";
    empty_more = "Bạn được nhắc trước khi một bước đến hạn hai giờ làm việc, và khi bước bị trễ.", "You are reminded two working hours before a step is due, and when it is late.";
    soon(step: &str, due: &str) = "Bước “{step}” sắp đến hạn: {due}", "The step “{step}” is nearly due: {due}";
    late(step: &str, due: &str) = "Bước “{step}” đã trễ hạn {due}", "The step “{step}” is late; it was due {due}";
    escalated(step: &str, due: &str) = "Bước “{step}” trễ đã quá một ngày, hạn {due}", "The step “{step}” is more than a day late; it was due {due}";
    unread = "Mới", "New";
}
