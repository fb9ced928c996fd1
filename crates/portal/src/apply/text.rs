ui::words! {
    eyebrow = "Nộp hồ sơ trực tuyến", "Apply online";
    agency = "Cơ quan nào giải quyết?", "Which agency decides it?";
    too_many_drafts(number: u32) = "Bạn đang có {number} hồ sơ chưa gửi; hãy gửi hoặc bỏ bớt rồi bắt đầu hồ sơ mới", "You have {number} applications that are not sent; send or drop some, then begin a new one";
    which = "Chọn cơ quan ở nơi bạn thường trú, hoặc theo hướng dẫn của thủ tục.", "Choose the one where you live, or as the procedure says.";
    choose_agency = "Hãy chọn cơ quan giải quyết", "Choose the agency that decides";
    ready = "Hãy chuẩn bị sẵn", "Have these ready";
    ready_more(megabytes: u64) = "Chụp hoặc quét rõ nét, mỗi tệp PDF, JPG hoặc PNG không quá {megabytes} MB.", "Clear photographs or scans; each file PDF, JPG or PNG of at most {megabytes} MB.";
    start = "Bắt đầu", "Start";
    draft = "Bạn đang làm dở một hồ sơ", "You have begun one already";
    draft_more = "Những gì đã điền vẫn còn. Bạn có thể làm tiếp hoặc bắt đầu hồ sơ mới ở dưới.", "What you filled in is still there. Go on with it, or start a new one below.";
    go_on = "Làm tiếp hồ sơ lưu lúc", "Go on with the one saved at";
    back = "Quay lại", "Back";
    by_case = "Các giấy tờ khác tùy trường hợp của bạn", "Other documents depend on your case";
}
