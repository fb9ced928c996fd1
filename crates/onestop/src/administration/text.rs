ui::words! {
    title = "Quản trị", "Administration";
    back = "Quay lại", "Back";
    save = "Lưu", "Save";
    next = "Trang sau", "Next page";
    pages = "Trang", "Pages";
    agencies = "Cơ quan", "Agencies";
    agencies_more = "Tên, mã định danh theo thời gian, phòng ban, cơ quan kế thừa", "Names, codes over time, divisions, successors";
    officers = "Cán bộ", "Officers";
    officers_more = "Tài khoản, nơi làm việc, vai trò", "Accounts, places, roles";
    calendars = "Lịch làm việc", "Calendars";
    calendars_more = "Giờ làm việc, ngày nghỉ, ngày làm bù của tỉnh và từng cơ quan", "Hours, days off and made-up days of the province and of each agency";
    procedures = "Thủ tục", "Procedures";
    procedures_more = "Nơi cung cấp, mức độ trực tuyến, tên thường gọi, các bước nội bộ", "Where supplied, online level, everyday names, internal steps";
    searches = "Nhật ký tra cứu người", "Searches for people";
    searches_more = "Cán bộ nào đã tìm người theo số định danh hoặc theo tên, lúc nào.", "Which officer searched for people by number or name, and when.";
    jobs = "Việc nền", "Background work";
    no_jobs = "Không có việc nào gặp trục trặc.", "Nothing is in trouble.";
    some_jobs = "Có việc gặp trục trặc hoặc đang tạm giữ.", "Something is in trouble or on hold.";
    changes = "Thay đổi gần đây", "Last changes";

    new_agency = "Thêm cơ quan", "Add an agency";
    no_code = "chưa có mã hôm nay", "no code today";
    kind_label = "Loại", "Kind";
    kind_province = "Tỉnh hoặc bộ", "Province or ministry";
    kind_centre = "Trung tâm phục vụ hành chính công", "Public service centre";
    kind_department = "Sở, ban, ngành", "Department";
    kind_commune = "Xã, phường", "Commune";
    name_vi = "Tên tiếng Việt", "Name in Vietnamese";
    name_en = "Tên tiếng Anh", "Name in English";
    address = "Địa chỉ", "Address";
    phone = "Điện thoại", "Telephone";
    new_code = "Mã định danh mới", "New code";
    new_code_hint = "000.00.20.H99 (QCVN 102) hoặc H99.20 (QĐ 20); bỏ trống nếu mã không đổi", "000.00.20.H99 (QCVN 102) or H99.20 (QĐ 20); leave blank if it does not change";
    code_wrong = "Mã phải có dạng 000.00.20.H99 hoặc H99.20", "The code must look like 000.00.20.H99 or H99.20";
    code_taken = "Mã này đã là của cơ quan khác", "Another agency has this code";
    code_from = "Mã mới có hiệu lực từ ngày", "New code valid from";
    code_order = "Ngày hiệu lực phải sau ngày hiệu lực của mã trước", "It must be after the day the code before began";
    units = "Phòng, bộ phận", "Divisions";
    units_note = "Mỗi dòng là một phòng hoặc bộ phận. Phòng đã có hồ sơ hoặc cán bộ thì không bỏ được, chỉ đổi tên.", "A row is a division. One that dossiers or officers belong to can be renamed but not removed.";
    units_missing = "Cơ quan phải có ít nhất một phòng", "An agency needs at least one division";
    unit_task = "Nhiệm vụ", "Task";
    unit_intake = "Là quầy tiếp nhận và trả kết quả", "Is the counter that receives and returns";
    unit_lost(unit: &str) = "Không bỏ được “{unit}” vì hồ sơ và cán bộ đang thuộc phòng này", "“{unit}” cannot be dropped: dossiers and officers belong to it";
    last_day = "Ngày cuối cùng hoạt động", "Last day";
    successor = "Cơ quan kế thừa", "Successor";
    date_wrong = "Ngày phải có thật, ví dụ 24/2/2026", "The date must be real, such as 24/2/2026";

    new_officer = "Thêm cán bộ", "Add an officer";
    disabled = "Đã khóa", "Disabled";
    access = "Đăng nhập", "Access";
    title_vi = "Chức danh tiếng Việt", "Title in Vietnamese";
    title_en = "Chức danh tiếng Anh", "Title in English";
    title_missing = "Hãy điền chức danh", "Fill in the title";
    place = "Nơi làm việc", "Place of work";
    roles = "Vai trò", "Roles";
    roles_missing = "Hãy chọn ít nhất một vai trò", "Choose at least one role";
    not_oneself = "Bạn không tự khóa hoặc bỏ quyền quản trị của chính mình được", "You cannot disable yourself or drop your own administrator role";
    login = "Tên đăng nhập", "User name";
    login_wrong = "Tên đăng nhập gồm ít nhất 3 chữ không dấu, số và . - _ @", "Use at least 3 plain letters, digits and . - _ @";
    login_taken = "Tên đăng nhập này đã có người dùng", "This user name is taken";
    password = "Mật khẩu ban đầu", "First password";
    password_hint(min: usize) = "Ít nhất {min} ký tự", "At least {min} characters";
    full_name = "Họ và tên", "Full name";

    whole_province = "Toàn tỉnh", "The whole province";
    whole_province_more = "Mọi cơ quan không có lịch riêng theo lịch này", "Every agency without a calendar of its own follows this";
    own_calendar = "có lịch riêng", "has a calendar of its own";
    inherited = "theo lịch toàn tỉnh", "follows the province";
    recompute = "Khi lịch thay đổi, ngày hẹn của các hồ sơ đang giải quyết được tính lại và người nộp được báo.", "When a calendar changes, dates of open dossiers are computed anew and applicants are told.";
    days_of(year: i16) = "Ngày đặc biệt năm {year}", "Special days of {year}";
    week = "Giờ làm việc trong tuần", "Hours of the week";
    hours_hint = "Ví dụ 07:30-11:30, 13:30-17:00; bỏ trống nếu nghỉ", "Such as 07:30-11:30, 13:30-17:00; blank for a day off";
    no_working_day = "Một tuần phải có ít nhất một ngày làm việc", "A week needs at least one working day";
    save_week = "Lưu giờ làm việc", "Save the hours";
    add_day = "Thêm hoặc sửa một ngày", "Add or change a day";
    save_day = "Lưu ngày này", "Save the day";
    drop = "Bỏ", "Drop";
    day = "Ngày", "Day";
    day_kind = "Là ngày gì?", "What kind of day?";
    day_off = "Nghỉ", "Off";
    day_swapped = "Nghỉ hoán đổi, làm bù ngày khác", "Off, made up on another day";
    day_made_up = "Làm bù cho ngày khác", "Worked in place of another day";
    day_hours = "Làm theo giờ riêng", "Worked with hours of its own";
    day_other = "Ngày kia (làm bù hoặc được hoán đổi)", "The other day";
    other_missing = "Hãy nhập ngày kia", "Enter the other day";
    certainty = "Độ chắc chắn", "Certainty";
    announced = "Đã công bố", "Announced";
    unconfirmed = "Chưa đối chiếu văn bản", "Not yet confirmed";
    computed = "Dự kiến", "Provisional";
    source = "Căn cứ", "Source";
    source_missing = "Hãy ghi căn cứ", "Give the source";

    not_supplied = "chưa cung cấp", "not supplied";
    agencies_count(count: usize) = "{count} cơ quan", "{count} agencies";
    supplies = "Nơi cung cấp", "Supplied by";
    agency = "Cơ quan giải quyết", "Agency that decides";
    level = "Mức độ trực tuyến", "Online level";
    receiving = "Nơi tiếp nhận", "Received at";
    received_at(place: &str) = "tiếp nhận tại {place}", "received at {place}";
    save_supply = "Lưu nơi cung cấp, từ hôm nay", "Save, from today";
    unit_missing(step: &str, unit: &str) = "Cơ quan này không có phòng “{unit}” cho bước “{step}”", "This agency has no division “{unit}” for the step “{step}”";
    short_vi = "Tên thường gọi, tiếng Việt", "Everyday name, Vietnamese";
    short_en = "Tên thường gọi, tiếng Anh", "Everyday name, English";
    summary_vi = "Mô tả ngắn, tiếng Việt", "Summary, Vietnamese";
    summary_en = "Mô tả ngắn, tiếng Anh", "Summary, English";
    valid_from = "Có hiệu lực từ ngày", "Valid from";
    valid_from_hint = "Từ hôm nay trở đi và không trước phiên bản gần nhất; bỏ trống là hôm nay", "Today or later, not before the newest version; blank is today";
    versions = "Các phiên bản", "Versions";
    version(number: u32, days: &str) = "Phiên bản {number}: {days}", "Version {number}: {days}";
    drawing = "Quy trình điện tử", "Electronic process";
    drawing_more = "Sơ đồ và bảng các bước, tải lên từ BPMN hoặc bảng Excel", "Diagram and table of steps, from BPMN or a spreadsheet";
    col_order = "STT", "No.";
    col_step = "Bước", "Step";
    col_who = "Ai làm", "Who";
    col_time = "Thời gian", "Time";
    col_product = "Sản phẩm", "Product";
    col_next = "Tiếp theo", "Next";
    steps = "Các bước nội bộ", "Internal steps";
    see_public = "Xem trang người dân thấy", "See the public page";
    hours(hours: u32) = "{hours} giờ", "{hours} hours";
    unit = "Phòng", "Division";
    role = "Vai trò", "Role";
    step_hours = "Số giờ làm việc", "Working hours";
    hours_wrong = "Số giờ phải từ 1 đến 2000", "Hours must be from 1 to 2000";
    product_vi = "Sản phẩm, tiếng Việt", "Product, Vietnamese";
    product_en = "Sản phẩm, tiếng Anh", "Product, English";
    agency_lacks(agency: &str) = "{agency} không có phòng này", "{agency} has no such division";
    no_steps = "Quy trình phải có ít nhất một bước", "A process needs at least one step";
    up = "Lên trước", "Move up";

    parts = "Các phần của thủ tục", "Parts of the procedure";
    about = "Tên, đối tượng, lĩnh vực, điều kiện", "Names, whom it is for, field, conditions";
    about_more = "tên chính thức, tên thường gọi, mô tả, sự kiện, từ khóa", "official and everyday names, summary, life events, keywords";
    about_note = "Lưu tạo ra một phiên bản mới; hồ sơ đã nộp giữ phiên bản cũ.", "Saving makes a new version; dossiers already filed keep theirs.";
    lacks = "Thủ tục này chưa nhận được hồ sơ", "No dossier can be taken yet";
    lacks_supply = "Chưa có cơ quan nào cung cấp.", "No agency supplies it.";
    lacks_ways = "Chưa có cách nộp và thời hạn.", "There is no way to file and no limit.";
    lacks_steps = "Chưa có các bước nội bộ.", "There are no internal steps.";
    no_supplies = "Chưa có cơ quan nào cung cấp.", "No agency supplies it yet.";
    row(number: usize) = "Dòng {number}", "Row {number}";
    add_row = "Thêm dòng", "Add a row";
    remove = "Bỏ dòng", "Remove";
    save_rows = "Lưu thành phiên bản mới", "Save as a new version";
    steps_note = "Lưu tạo ra phiên bản mới; hồ sơ đã nộp giữ phiên bản cũ. Bước cuối là bước ra quyết định. Hãy chọn nơi cung cấp trước, vì phòng phải có ở mọi cơ quan cung cấp.", "Saving makes a new version; dossiers already filed keep theirs. The last step decides. Choose who supplies the procedure first: each of those agencies must have the division.";
    ways = "Cách nộp và thời hạn", "Ways to file and limits";
    ways_note = "Mỗi dòng là một kênh nộp với thời hạn của kênh đó. Thời hạn không tính được bằng số thì chọn đơn vị “theo lời văn” và ghi lại đúng lời văn.", "A row is a channel with its limit. Where the law gives no number, choose the unit “in words” and write the words.";
    no_ways = "Thủ tục phải có ít nhất một cách nộp", "A procedure needs at least one way to file";
    way = "Cách nộp", "Way to file";
    channel = "Kênh nộp", "Channel";
    in_words = "theo lời văn", "in words";
    limit_words_vi = "Thời hạn bằng lời, tiếng Việt", "Limit in words, Vietnamese";
    limit_words_en = "Thời hạn bằng lời, tiếng Anh", "Limit in words, English";
    limit_all_ways = "Áp dụng cho mọi kênh nộp; sửa riêng từng kênh sau khi lưu", "For every way to file; each can be changed after saving";
    note_vi = "Ghi chú, tiếng Việt", "Note, Vietnamese";
    note_en = "Ghi chú, tiếng Anh", "Note, English";
    cost = "Chi phí", "Cost";
    free = "Không thu phí, lệ phí", "No fee is taken";
    free_with_fees = "Kênh này đang có phí, lệ phí; hãy bỏ các dòng phí trước", "This way has fees; remove them first";
    fees = "Phí, lệ phí", "Fees";
    fees_note = "Mỗi dòng là một khoản của một cách nộp. Cách nộp không có dòng nào và không đánh dấu “không thu” được hiểu là chưa biết mức thu.", "A row is an amount of one way to file. A way without rows, not marked as free, counts as not known.";
    fee_kind = "Loại khoản thu", "Kind";
    fee_kind_fee = "Phí", "Fee (price of a service)";
    fee_kind_charge = "Lệ phí", "Charge by law";
    fee_example = "Số tiền chỉ để minh họa", "The amount is only an illustration";
    amount = "Số tiền, đồng", "Amount in VND";
    amount_wrong = "Hãy ghi một số tiền bằng đồng, ví dụ 50.000 hoặc 1,5 triệu", "Give one amount in đồng, such as 50,000 or 1.5 million";
    papers = "Thành phần hồ sơ", "Papers";
    papers_note = "Mỗi dòng là một giấy tờ người nộp phải có. Bỏ một dòng không ảnh hưởng đến hồ sơ đã nộp.", "A row is a paper the applicant hands in. Removing one does not touch dossiers already filed.";
    needed = "Bắt buộc?", "Required?";
    required_yes = "Người nộp phải có giấy tờ này", "The applicant must have this paper";
    originals = "Số bản chính", "Originals";
    copies = "Số bản sao", "Copies";
    count_wrong = "Hãy ghi số từ 0 đến 99", "Give a number from 0 to 99";
    hint_vi = "Lời hướng dẫn, tiếng Việt", "Guidance, Vietnamese";
    hint_en = "Lời hướng dẫn, tiếng Anh", "Guidance, English";
    questions = "Câu hỏi của biểu mẫu", "Questions of the form";
    questions_note = "Mỗi dòng là một câu hỏi người nộp trả lời trên Cổng, theo đúng thứ tự này.", "A row is a question the applicant answers on the portal, in this order.";
    question_vi = "Câu hỏi, tiếng Việt", "Question, Vietnamese";
    question_en = "Câu hỏi, tiếng Anh", "Question, English";
    answer_kind = "Câu trả lời là", "The answer is";
    answer_required = "Người nộp phải trả lời", "The applicant must answer";
    choices_vi = "Các lựa chọn, tiếng Việt", "Choices, Vietnamese";
    choices_en = "Các lựa chọn, tiếng Anh", "Choices, English";
    decimals = "Số chữ số thập phân", "Decimals";
    decimals_hint = "Chỉ khi câu trả lời là một số; để trống nếu phải là số nguyên", "Only when the answer is a number; leave empty where it must be whole";
    decimals_wrong = "Số chữ số thập phân là 0, 1 hoặc 2", "Decimals are 0, 1 or 2";
    unit_of_number = "Đơn vị tính của số", "Unit of the number";
    unit_hint = "Chỉ khi câu trả lời là một số, ví dụ m², ha, kg", "Only when the answer is a number, such as m², ha, kg";
    choices_hint = "Chỉ khi câu trả lời là “một trong các lựa chọn”; mỗi dòng một lựa chọn", "Only when the answer is “one of several choices”; a line each";
    choices_wrong = "Hãy ghi ít nhất hai lựa chọn, mỗi dòng một lựa chọn", "Give at least two choices, a line each";
    kind_text = "một dòng chữ", "a line of text";
    kind_long_text = "nhiều dòng chữ", "several lines of text";
    kind_date = "ngày tháng", "a date";
    kind_number = "số", "a number";
    kind_money = "số tiền", "an amount of money";
    kind_choice = "một trong các lựa chọn", "one of several choices";
    kind_yes_no = "có hoặc không", "yes or no";
    kind_phone = "số điện thoại", "a telephone number";
    kind_email = "địa chỉ thư điện tử", "an e-mail address";
    kind_identity = "số định danh cá nhân", "a personal identification number";
    results = "Kết quả", "Results";
    results_note = "Mỗi dòng là một giấy tờ người nộp nhận được.", "A row is a paper the applicant gets.";
    result_code = "Mã kết quả quốc gia", "National result code";
    basis = "Căn cứ pháp lý", "Legal basis";
    basis_note = "Mỗi dòng là một văn bản.", "A row is a document of law.";
    basis_number = "Số, ký hiệu văn bản", "Number of the document of law";
    basis_name = "Tên văn bản", "Name of the document of law";
    new_field = "Hoặc lĩnh vực mới", "Or a new field";
    new_field_hint = "Chỉ ghi tên khi lĩnh vực chưa có trong danh sách trên", "Write its name only if it is not in the list above";
    new_procedure_note = "Sau khi lưu, hãy chọn nơi cung cấp, các bước nội bộ và hoàn thiện các phần khác; khi đó thủ tục nhận được hồ sơ.", "After saving, choose who supplies it, set its internal steps and complete the other parts; then it can take dossiers.";
    audiences_missing = "Hãy chọn thủ tục dành cho ai", "Choose whom it is for";
    field_missing = "Hãy chọn lĩnh vực, hoặc ghi tên lĩnh vực mới", "Choose a field, or write the name of a new one";
    life_events = "Sự kiện trong đời", "Life events";
    public_steps = "Trình tự thực hiện, người dân đọc", "What happens, for the public";
    public_steps_hint = "Mỗi dòng một bước", "A line for each step";
    conditions_vi = "Điều kiện, tiếng Việt", "Conditions, Vietnamese";
    conditions_en = "Điều kiện, tiếng Anh", "Conditions, English";
    keywords = "Từ khóa tìm kiếm", "Words to find it by";
    keywords_hint = "Cách nhau bằng dấu phẩy", "Separated by commas";
    find_procedure = "Tìm theo tên, cách nói thường ngày hoặc mã", "Find by name, everyday words or code";
    find = "Tìm", "Find";
    found(count: usize) = "{count} thủ tục", "{count} procedures";
    national = "Đề nghị từ Cơ sở dữ liệu quốc gia", "Proposals of the national database";
    national_more = "Thủ tục mới, thay đổi hoặc đóng, chờ quản trị xem và chấp nhận", "New, changed or closed procedures, to be looked at and accepted";
    waiting(count: u32) = "{count} đề nghị đang chờ", "{count} proposals waiting";
    none_waiting = "Không có đề nghị nào đang chờ", "No proposal is waiting";
    none_waiting_more = "Nhập tệp bằng lệnh motcua import procedures; thay đổi sẽ hiện ở đây.", "Import a file by the command motcua import procedures; what it changes appears here.";
    first_page = "Về trang đầu", "First page";
    accept_all = "Chấp nhận tất cả", "Accept all";
    accept_all_more = "Mọi đề nghị không mâu thuẫn với đề nghị khác được chấp nhận trọn vẹn, mỗi thủ tục thành một phiên bản mới từ hôm nay.", "Every proposal that no other contradicts is accepted whole; each procedure gets a new version from today.";
    is_new = "thủ tục mới", "new procedure";
    is_new_more = "Thủ tục này chưa có ở đây. Sau khi chấp nhận, hãy chọn nơi cung cấp để nhận hồ sơ.", "This procedure is not here yet. Once accepted, say who supplies it and dossiers can be taken.";
    closes = "Đóng thủ tục", "Closes the procedure";
    contradicted = "Hai bản ghi quốc gia mâu thuẫn nhau", "Two national records contradict each other";
    contradicted_more = "Cùng một lần nhập có hai bản ghi khác nhau cho mã này. Hãy xem cả hai rồi chấp nhận một, bỏ qua bản kia.", "One import held two different records of this code. Look at both, accept one and pass over the other.";
    other_record = "Xem bản ghi kia", "See the other record";
    received_on(at: &str) = "nhận lúc {at}", "received at {at}";
    here_now = "Đang dùng", "Here now";
    proposed = "Đề nghị", "Proposed";
    nothing_yet = "Chưa có", "Nothing yet";
    same_here = "Những phần pháp lý ở đây đã giống bản ghi này.", "The legal parts here already agree with this record.";
    accept_parts = "Chấp nhận các phần đã chọn", "Accept the chosen parts";
    dismiss = "Bỏ qua đề nghị này", "Pass over this proposal";
    part_field = "Lĩnh vực", "Field";
    default_steps_hint = "Thủ tục chưa có các bước nội bộ thì được đặt ba bước mặc định: thẩm định, soát xét, ký duyệt; sửa được sau.", "A procedure without internal steps gets the three default ones: check, review, sign; they can be edited.";
    overtaken = "Có người vừa lưu một phiên bản khác. Hãy xem lại rồi lưu lần nữa.", "Somebody has just saved another version. Look again, then save once more.";
    new_password = "Đặt mật khẩu mới", "Set a new password";
    new_password_hint(min: usize) = "Để trống nếu không đổi; ít nhất {min} ký tự", "Leave blank to keep it; at least {min} characters";

    new_procedure = "Thêm thủ tục", "Add a procedure";
    procedure_code = "Mã thủ tục quốc gia", "National procedure code";
    procedure_code_hint = "Mã có dạng 1.001193", "A code looks like 1.001193";
    procedure_taken = "Thủ tục này đã có", "This procedure is here already";
    official_name = "Tên chính thức", "Official name";
    field = "Lĩnh vực", "Field";
    audiences = "Dành cho", "For";
    limit = "Thời hạn giải quyết", "Limit";
    limit_unit = "Đơn vị", "Unit";
    limit_wrong = "Hãy ghi thời hạn bằng số và chọn đơn vị", "Give the limit in digits and choose its unit";
    same_day = "trong ngày làm việc (không ghi số)", "the same working day (no number)";
    working_days = "ngày làm việc", "working days";
    calendar_days = "ngày", "calendar days";
    working_hours = "giờ làm việc", "working hours";
    months = "tháng", "months";
    years = "năm", "years";
    basis_missing = "Thủ tục phải có căn cứ pháp lý", "A procedure needs a legal basis";
}

impl Words {
    pub fn part_name(&self, part: app::national::NationalPart) -> &'static str {
        use app::national::NationalPart;
        match part {
            NationalPart::Name => self.official_name(),
            NationalPart::Field => self.part_field(),
            NationalPart::Audiences => self.audiences(),
            NationalPart::Steps => self.public_steps(),
            NationalPart::Conditions => self.conditions_vi(),
            NationalPart::Ways => self.ways(),
            NationalPart::Papers => self.papers(),
            NationalPart::Results => self.results(),
            NationalPart::Basis => self.basis(),
        }
    }

    pub fn limit_unit_name(&self, unit: &str) -> &'static str {
        match unit {
            "same-day" => self.same_day(),
            "working-days" => self.working_days(),
            "calendar-days" => self.calendar_days(),
            "working-hours" => self.working_hours(),
            "months" => self.months(),
            "years" => self.years(),
            _ => self.in_words(),
        }
    }

    pub fn question_kind(&self, kind: &str) -> &'static str {
        match kind {
            "text" => self.kind_text(),
            "long-text" => self.kind_long_text(),
            "date" => self.kind_date(),
            "number" => self.kind_number(),
            "money" => self.kind_money(),
            "choice" => self.kind_choice(),
            "yes-no" => self.kind_yes_no(),
            "phone" => self.kind_phone(),
            "email" => self.kind_email(),
            _ => self.kind_identity(),
        }
    }

    pub fn kind(&self, kind: domain::agency::AgencyKind) -> &'static str {
        use domain::agency::AgencyKind;
        match kind {
            AgencyKind::Province => self.kind_province(),
            AgencyKind::ServiceCentre => self.kind_centre(),
            AgencyKind::Department => self.kind_department(),
            AgencyKind::Commune => self.kind_commune(),
        }
    }
}
