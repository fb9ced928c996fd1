ui::words! {
    back = "Quay lại", "Back";
    limit = "Thời hạn giải quyết", "Time limit";
    fees = "Phí, lệ phí", "Fees";
    go_on = "Tiếp tục", "Continue";
    kept = "Những gì bạn điền được lưu lại mỗi khi bấm Tiếp tục.", "What you fill in is saved each time you continue.";
    kept_at_once = "Những gì bạn điền được tự lưu trong khi bạn gõ.", "What you fill in is saved as you type.";
    step(number: usize) = "Phần {number} trên 4", "Part {number} of 4";

    you = "Hồ sơ này của ai?", "Whose application is it?";
    whose = "Bạn nộp cho ai?", "For whom do you apply?";
    mine = "Cho tôi (hoặc tổ chức của tôi)", "For myself (or my organisation)";
    other = "Cho người khác, tôi nộp thay", "For somebody else; I hand it in";
    mine_hint = "Người đứng tên đề nghị là bạn. Ví dụ: cha hoặc mẹ khai sinh cho con, chủ nhà xin giấy phép xây dựng.", "You ask for it in your own name. For example, a parent registering a birth, or the owner of a house to be built.";
    other_hint = "Người đứng tên là người khác, bạn chỉ nộp giúp. Ví dụ: nộp thay bố mẹ già. Điền thông tin của người đó ở dưới.", "Somebody else asks for it and you only hand it in. For example, for an elderly parent. Fill in their details below, not yours.";
    other_is_you = "Đây là số của chính bạn. Hãy điền số của người bạn nộp thay, hoặc chọn “Cho tôi”", "This is your own number. Give that of the person you apply for, or choose “For myself”";
    other_is_your_name = "Đây là tên của chính bạn. Hãy điền tên của người bạn nộp thay, hoặc chọn “Cho tôi”", "This is your own name. Give that of the person you apply for, or choose “For myself”";
    whose_missing = "Hãy chọn bạn nộp cho ai", "Choose for whom you apply";
    name = "Họ và tên, hoặc tên tổ chức", "Full name, or the organisation's name";
    identity = "Số định danh cá nhân, hoặc mã số doanh nghiệp", "Personal identification number, or business number";
    identity_any = "Số định danh cá nhân, hộ chiếu, thẻ thường trú, tạm trú hoặc mã số doanh nghiệp", "Number of the identity card, passport, residence card or business";
    pay = "Cách nộp phí, lệ phí", "How the fee is paid";
    phone = "Số điện thoại", "Phone number";
    email = "Thư điện tử", "E-mail";
    address = "Địa chỉ", "Address";
    delivery = "Bạn muốn nhận kết quả bằng cách nào?", "How would you like to receive the result?";
    delivery_missing = "Hãy chọn cách nhận kết quả", "Choose how to receive the result";

    questions = "Nội dung đề nghị", "What you ask for";
    no_questions = "Thủ tục này không có câu hỏi riêng.", "This procedure has no questions of its own.";

    papers = "Giấy tờ kèm theo", "Papers";
    papers_lead = "Tệp PDF, JPG hoặc PNG, không quá 20 MB. Mỗi giấy tờ phải có cần ít nhất một tệp; giấy tờ chỉ nộp khi có thì gửi nếu bạn có. Hãy chụp đủ bốn góc, chữ đọc được.", "Files are PDF, JPG or PNG, at most 20 MB. Each document that is needed takes at least one; send the others if you have them. Show all four corners; the words must be readable.";
    others(count: usize) = "{count} giấy tờ khác, chỉ gửi nếu có", "{count} other document, only if you have it" / "{count} other documents, only if you have them";
    notes(count: usize) = "{count} lưu ý về giấy tờ", "{count} note on documents" / "{count} notes on documents";
    which_case = "Hồ sơ của bạn thuộc trường hợp nào?", "Which case is yours?";
    case_unsure = "Không thuộc trường hợp nào ở trên, hoặc tôi chưa rõ", "None of these, or I am not sure";
    case_missing = "Hãy chọn trường hợp của bạn, hoặc chọn dòng cuối nếu chưa rõ", "Choose your case, or the last line if you are not sure";
    case_show = "Xem giấy tờ của trường hợp này", "Show the papers of this case";
    case = "Trường hợp", "Case";
    limit_by_agency = "cơ quan tiếp nhận xác định trường hợp nào áp dụng", "the agency says which applies when it accepts";
    papers_lead_open = "Gửi những giấy tờ hồ sơ của bạn cần: tệp PDF, JPG hoặc PNG, không quá 20 MB. Quầy tiếp nhận sẽ báo nếu còn thiếu.", "Send the papers your application needs: PDF, JPG or PNG, at most 20 MB. The counter tells you if anything is missing.";
    upload = "Lưu tệp và ở lại trang này", "Save the files and stay here";
    go_on_with_files = "Lưu tệp và tiếp tục", "Save the files and continue";
    nothing_chosen = "Chưa có tệp nào được chọn. Hãy chọn tệp ở đây hoặc ở giấy tờ khác, rồi bấm lưu", "No file was chosen. Choose one here or for another document, then save";
    choose_files(paper: &str) = "Chọn tệp cho: {paper}", "Choose files for: {paper}";
    picture(name: &str) = "Ảnh {name}", "Picture {name}";
    remove = "Xóa", "Remove";
    paper_missing(name: &str) = "Hãy gửi “{name}”", "Send “{name}”";
    only_if = "nếu có", "if you have it";
    files_max(number: usize) = "Một hồ sơ gửi được tối đa {number} tệp", "An application takes at most {number} files";
    enough_today = "Tài khoản đã nộp đủ số hồ sơ cho phép trong hôm nay. Bản nháp vẫn được giữ, bạn có thể nộp vào ngày mai.", "This account has sent as many applications as one may in a day. The draft is kept; you can send it tomorrow.";

    saved_at(time: &str) = "Đã lưu lúc {time}", "Saved at {time}";
    not_saved = "Chưa lưu: hồ sơ vừa được sửa ở một nơi khác. Khi bạn bấm tiếp tục, trang sẽ cho xem hai bên.", "Not saved: the application was just changed elsewhere. When you go on, the page will show both.";
    check = "Kiểm tra trước khi nộp", "Check before you send";
    check_lead = "Hãy đọc lại. Sau khi nộp, bạn chỉ sửa được khi cơ quan yêu cầu bổ sung.", "Please read it through. Once sent, it changes only when the agency asks for more.";
    change = "Thay đổi", "Change";
    agency = "Cơ quan giải quyết", "Agency that decides";
    submitter = "Người nộp", "Handed in by";
    not_given = "Không cung cấp", "Not given";
    not_finished(page: &str) = "Phần “{page}” chưa xong", "The part “{page}” is not finished";
    changed = "Hồ sơ vừa được sửa ở một nơi khác. Hãy đọc lại rồi bấm nộp.", "It was just changed elsewhere. Read it through, then send.";
    send = "Nộp hồ sơ", "Send the application";
    send_note = "Bấm một lần là đủ. Nếu đường truyền bị ngắt, bạn có thể bấm lại: hồ sơ vẫn chỉ được nộp một lần.", "Once is enough. If the line drops you may press again: it is sent only once.";
    delete_sure = "Những gì đã điền và các tệp đã gửi sẽ mất, không lấy lại được.", "What you filled in and the files will be gone for good.";
    delete = "Xóa hồ sơ đang làm dở", "Delete this draft";
}
