ui::words! {
    not_found = "Không tìm thấy trang này", "This page was not found";
    not_found_more = "Địa chỉ có thể đã gõ nhầm, trang đã chuyển đi, hoặc bạn không có quyền xem.", "The address may be mistyped, the page may have moved, or you may not have the right to see it.";
    sign_in_first = "Cần đăng nhập", "Sign-in needed";
    sign_in_first_more = "Hãy đăng nhập rồi gọi lại địa chỉ này.", "Sign in, then ask this address again.";
    refused = "Chưa làm được việc này", "This cannot be done";
    overtaken = "Hồ sơ vừa có thay đổi", "The dossier has just changed";
    overtaken_more = "Có người vừa làm việc khác với hồ sơ này. Hãy mở lại trang để xem thay đổi rồi làm tiếp.", "Somebody has just acted on this dossier. Open the page again to see what changed, then go on.";
    too_often = "Bạn đã thử quá nhiều lần", "Too many attempts";
    too_often_more(seconds: u64) = "Hãy đợi {seconds} giây rồi thử lại.", "Please wait {seconds} second and try again." / "Please wait {seconds} seconds and try again.";
    busy = "Hệ thống đang bận", "The system is busy";
    busy_more = "Đang có nhiều việc tính toán lâu chờ đến lượt. Hãy thử lại sau ít phút.", "Much that takes long is waiting for its turn. Please try again in a few minutes.";
    too_often_minutes(minutes: u64) = "Hãy đợi {minutes} phút rồi thử lại.", "Please wait {minutes} minute and try again." / "Please wait {minutes} minutes and try again.";
    bad_request = "Yêu cầu gửi lên không đọc được", "The request could not be read";
    bad_request_more = "Biểu mẫu có thể đã bị ngắt giữa chừng. Hãy quay lại và gửi lại một lần nữa.", "The form may have been cut off on its way. Please go back and send it again.";
    takes_no_form = "Địa chỉ này không nhận biểu mẫu", "This address takes no form";
    takes_no_form_more = "Hãy mở lại trang có biểu mẫu và gửi từ đó.", "Please open the page of the form again and send it from there.";
    forged = "Yêu cầu này không gửi từ một trang của hệ thống", "This request did not come from a page of this site";
    forged_more = "Hãy mở lại trang và gửi từ đó.", "Please open the page again and send it from there.";
    fault = "Hệ thống đang gặp sự cố", "Something is wrong on our side";
    fault_more = "Lỗi này là của chúng tôi. Những gì bạn đã gửi trước đó vẫn được giữ. Hãy thử lại sau ít phút.", "This is our fault. What you sent before is kept. Please try again in a few minutes.";
    reference = "Khi gọi hỗ trợ, hãy đọc mã này:", "When you call for help, quote this:";
    home = "Về trang chủ", "Go to the home page";
}
