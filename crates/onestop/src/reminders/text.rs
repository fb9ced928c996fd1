ui::words! {
    title = "Nhắc việc", "Reminders";
    empty = "Chưa có lời nhắc nào", "No reminders";
    empty_more(hours: u32) = "Bạn được nhắc trước khi một bước đến hạn {hours} giờ làm việc, khi bước quá hạn hoặc bị trả lại, và trước khi hồ sơ hết hạn theo quy định.", "You are reminded {hours} working hours before a step is due, when it is late or comes back, and before the legal date of a dossier.";
    soon(step: &str, due: &str) = "Bước “{step}” sắp đến hạn: {due}", "The step “{step}” is nearly due: {due}";
    late(step: &str, due: &str) = "Bước “{step}” đã quá hạn {due}", "The step “{step}” is late; it was due {due}";
    escalated(step: &str, long: &str, due: &str) = "Bước “{step}” đã quá hạn hơn {long}, hạn {due}", "The step “{step}” is more than {long} late; it was due {due}";
    sent_back(step: &str, due: &str) = "Bước “{step}” được trả lại để làm lại, hạn {due}", "The step “{step}” came back to be done again; it is due {due}";
    several(count: usize) = "{count} việc cần chú ý", "{count} thing to look after" / "{count} things to look after";
    more(count: usize) = "Và {count} việc khác; xem trong danh sách việc", "And {count} more; see the list of work";
    apology(due: &str, day: &str) = "Hồ sơ sắp hết hạn theo quy định: {due}. Nếu không kịp, phải xin lỗi và hẹn lại chậm nhất {day}", "The legal date is near: {due}. If it cannot be kept, the apology with a new date is due by {day}";
    unread = "Mới", "New";
}
