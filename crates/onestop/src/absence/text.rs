ui::words! {
    title = "Vắng mặt và làm thay", "Absence and standing in";
    places = "Bạn có thể làm thay", "You may stand in for";
    until(day: &str, document: &str) = "đến hết {day}, theo {document}", "until {day}, by {document}";
    take = "Làm thay", "Stand in";
    leave = "Thôi làm thay", "Stop standing in";
    take_more = "Bạn thấy và làm được việc với hồ sơ như người vắng mặt; hồ sơ ghi bạn làm thay mặt người ấy.", "You see and do with dossiers what your colleague could; the record says that you act in their place.";
    absences = "Đang vắng và sắp vắng", "Absent now and soon";
    none = "Chưa có ai báo vắng mặt.", "Nobody is absent now or soon.";
    absent = "Người vắng mặt", "Who is absent";
    substitute = "Người làm thay", "Who stands in";
    from = "Từ ngày", "From";
    dates = "Thời gian vắng mặt", "Dates of the absence";
    to = "Đến hết ngày", "Until";
    days(from: &str, to: &str) = "{from} – {to}", "{from} – {to}";
    document = "Số văn bản phân công", "Number of the assignment document";
    add = "Báo vắng mặt", "Note an absence";
    end = "Kết thúc", "End";
    same = "Người làm thay phải là người khác", "Somebody else must stand in";
    overlaps = "Người này đã có người làm thay trong một phần thời gian đó; hãy kết thúc lần trước trước đã", "Somebody already stands in for part of that time; end that absence first";
    to_wrong = "Ngày cuối phải từ hôm nay và không trước ngày đầu", "The last day must be today or later, and not before the first";
}
