ui::words! {
    title = "Tìm hồ sơ", "Find a dossier";
    wanted = "Mã hồ sơ hoặc các số cuối, mã nộp, tên, số định danh", "Code or its last digits, reference, name or identity number";
    hint = "Tên gõ không dấu cũng tìm được, từ chữ nào trong tên cũng được. Số hộ chiếu thì ghi “hộ chiếu” trước số", "Names work without accents, from any word of the name on. For a passport write “passport” before its number";
    too_short = "Hãy gõ ít nhất 2 ký tự", "Type at least 2 characters";
    look = "Tìm", "Find";
    found(count: usize) = "Tìm thấy {count} hồ sơ bạn được xem", "{count} dossier you may see" / "{count} dossiers you may see";
    more(most: usize) = "Mới hiện {most} hồ sơ, có thể còn nữa. Hãy gõ tên đầy đủ hơn, hoặc tìm theo mã hay số định danh.", "{most} are shown, and there may be more. Type more of the name, or search by code or identity number.";
    empty = "Không tìm thấy hồ sơ nào", "Nothing was found";
    empty_more = "Hãy thử gõ ngắn hơn, hoặc tìm theo mã trên giấy hẹn. Vài số cuối của mã chỉ tìm trong hồ sơ đang giải quyết; không tìm được theo số điện thoại hay tên thủ tục. Hồ sơ của cơ quan khác không hiện ở đây.", "Try fewer letters, or the code on the receipt. The last digits of a code are looked for in open dossiers only; telephone numbers and names of procedures are not looked for. Dossiers of other agencies are not shown here.";
}
