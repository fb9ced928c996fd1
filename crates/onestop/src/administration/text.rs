ui::words! {
    title = "Quản trị", "Administration";
    back = "Quay lại", "Back";
    save = "Lưu", "Save";
    next = "Trang sau", "Next page";
    pages = "Trang", "Pages";
    choose = "Hãy chọn một mục", "Choose one";
    agencies = "Cơ quan", "Agencies";
    agencies_more = "Tên, mã định danh theo thời gian, phòng ban, cơ quan kế thừa", "Names, codes over time, divisions, successors";
    officers = "Cán bộ", "Officers";
    officers_more = "Tài khoản, nơi làm việc, vai trò", "Accounts, places, roles";
    calendars = "Lịch làm việc", "Calendars";
    calendars_more = "Giờ làm việc, ngày nghỉ, ngày làm bù của tỉnh và từng cơ quan", "Hours, days off and made-up days of the province and of each agency";
    procedures = "Thủ tục", "Procedures";
    procedures_more = "Nơi cung cấp, mức độ trực tuyến, tên thường gọi, các bước nội bộ", "Where supplied, online level, everyday names, internal steps";
    jobs = "Việc nền gặp trục trặc", "Background work in trouble";
    no_jobs = "Không có việc nào gặp trục trặc.", "Nothing is in trouble.";
    retry = "Thử lại", "Try again";
    changes = "Thay đổi gần đây", "Last changes";

    new_agency = "Thêm cơ quan", "Add an agency";
    no_code = "chưa có mã hôm nay", "no code today";
    key = "Khóa", "Key";
    key_hint = "Chữ thường không dấu, số và gạch ngang; không đổi được về sau", "Small letters, digits and dashes; it cannot change later";
    slug_wrong = "Khóa chỉ gồm chữ thường không dấu, số và gạch ngang", "Use only small letters, digits and dashes in a key";
    key_taken = "Khóa này đã dùng", "This key is taken";
    kind_label = "Loại", "Kind";
    kind_province = "Tỉnh hoặc bộ", "Province or ministry";
    kind_centre = "Trung tâm phục vụ hành chính công", "Public service centre";
    kind_department = "Sở, ban, ngành", "Department";
    kind_commune = "Xã, phường", "Commune";
    name_vi = "Tên tiếng Việt", "Name in Vietnamese";
    name_en = "Tên tiếng Anh", "Name in English";
    name_missing = "Hãy điền phần này", "Fill this in";
    address = "Địa chỉ", "Address";
    phone = "Điện thoại", "Telephone";
    new_code = "Mã định danh mới", "New code";
    new_code_hint = "000.00.20.H99 (QCVN 102) hoặc H99.20 (QĐ 20); bỏ trống nếu mã không đổi", "000.00.20.H99 (QCVN 102) or H99.20 (QĐ 20); leave blank if it does not change";
    code_wrong = "Mã phải có dạng 000.00.20.H99 hoặc H99.20", "The code must look like 000.00.20.H99 or H99.20";
    code_taken = "Mã này đã là của cơ quan khác", "Another agency has this code";
    code_from = "Mã mới có hiệu lực từ ngày", "New code valid from";
    code_order = "Ngày hiệu lực phải sau ngày hiệu lực của mã trước", "It must be after the day the code before began";
    units = "Phòng, bộ phận", "Divisions";
    units_hint = "Mỗi dòng: khóa | tên tiếng Việt | tên tiếng Anh; thêm | intake cho quầy tiếp nhận", "A line each: key | Vietnamese | English; add | intake for the counter";
    units_wrong = "Mỗi dòng phải có khóa và tên tiếng Việt, khóa không trùng nhau", "Each line needs a key and a Vietnamese name; keys differ";
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
    words = "Tên và mô tả", "Names and summary";
    short_vi = "Tên thường gọi, tiếng Việt", "Everyday name, Vietnamese";
    short_en = "Tên thường gọi, tiếng Anh", "Everyday name, English";
    summary_vi = "Mô tả ngắn, tiếng Việt", "Summary, Vietnamese";
    summary_en = "Mô tả ngắn, tiếng Anh", "Summary, English";
    valid_from = "Có hiệu lực từ ngày", "Valid from";
    valid_from_hint = "Từ hôm nay trở đi và không trước phiên bản gần nhất; bỏ trống là hôm nay", "Today or later, not before the newest version; blank is today";
    save_words = "Lưu thành phiên bản mới", "Save as a new version";
    versions = "Các phiên bản", "Versions";
    version(number: u32, days: &str) = "Phiên bản {number}: {days}", "Version {number}: {days}";
    version_number(number: u32) = "phiên bản {number}", "version {number}";
    steps = "Các bước nội bộ", "Internal steps";
    edit_steps = "Sửa các bước", "Edit the steps";
    see_public = "Xem trang người dân thấy", "See the public page";
    hours(hours: u32) = "{hours} giờ", "{hours} hours";
    step(number: usize) = "Bước {number}", "Step {number}";
    steps_note = "Lưu tạo ra phiên bản mới; hồ sơ đã nộp giữ phiên bản cũ. Bước cuối là bước ra quyết định.", "Saving makes a new version; dossiers already filed keep theirs. The last step decides.";
    unit = "Phòng", "Division";
    role = "Vai trò", "Role";
    step_hours = "Số giờ làm việc", "Working hours";
    hours_wrong = "Số giờ phải từ 1 đến 2000", "Hours must be from 1 to 2000";
    product_vi = "Sản phẩm, tiếng Việt", "Product, Vietnamese";
    product_en = "Sản phẩm, tiếng Anh", "Product, English";
    agency_lacks(agency: &str) = "{agency} không có phòng này", "{agency} has no such division";
    no_steps = "Quy trình phải có ít nhất một bước", "A process needs at least one step";
    add_step = "Thêm bước", "Add a step";
    remove = "Bỏ bước", "Remove";
    up = "Lên trước", "Move up";
    save_steps = "Lưu các bước", "Save the steps";

    overtaken = "Có người vừa lưu một phiên bản khác. Hãy xem lại rồi lưu lần nữa.", "Somebody has just saved another version. Look again, then save once more.";
    new_password = "Đặt mật khẩu mới", "Set a new password";
    new_password_hint(min: usize) = "Để trống nếu không đổi; ít nhất {min} ký tự", "Leave blank to keep it; at least {min} characters";

    new_procedure = "Thêm thủ tục", "Add a procedure";
    new_procedure_note = "Sau khi lưu, hãy chọn nơi cung cấp rồi đặt các bước nội bộ; khi đó thủ tục mới nhận được hồ sơ.", "After saving, say who supplies it and set its internal steps; only then can it take dossiers.";
    procedure_code = "Mã thủ tục quốc gia", "National procedure code";
    procedure_code_hint = "Mã có dạng 1.001193", "A code looks like 1.001193";
    procedure_taken = "Thủ tục này đã có", "This procedure is here already";
    official_name = "Tên chính thức", "Official name";
    field = "Lĩnh vực", "Field";
    new_field = "Hoặc lĩnh vực mới", "Or a new field";
    new_field_hint = "Viết dạng: khóa | tên, ví dụ civil-status | Hộ tịch; khóa chưa dùng", "Write: key | name, such as civil-status | Hộ tịch; the key must be new";
    audiences = "Dành cho", "For";
    limit = "Thời hạn giải quyết", "Limit";
    limit_unit = "Đơn vị", "Unit";
    limit_wrong = "Hãy ghi thời hạn bằng số và chọn đơn vị", "Give the limit in digits and choose its unit";
    working_days = "ngày làm việc", "working days";
    calendar_days = "ngày", "calendar days";
    working_hours = "giờ làm việc", "working hours";
    months = "tháng", "months";
    years = "năm", "years";
    papers = "Thành phần hồ sơ", "Papers";
    papers_hint = "Mỗi dòng: khóa | tên giấy tờ; thêm * trước khóa nếu bắt buộc, ví dụ *form | Tờ khai", "A line each: key | name; a * before the key if it is required, such as *form | Tờ khai";
    papers_wrong = "Mỗi dòng phải có khóa chưa dùng và tên giấy tờ", "Each line needs a key of its own and a name";
    results = "Kết quả", "Results";
    results_hint = "Mỗi dòng một kết quả", "A line each";
    basis = "Căn cứ pháp lý", "Legal basis";
    basis_hint = "Mỗi dòng: số văn bản | tên văn bản", "A line each: number | name";
    basis_missing = "Thủ tục phải có căn cứ pháp lý", "A procedure needs a legal basis";
}

impl Words {
    pub fn limit_unit_name(&self, unit: &str) -> &'static str {
        match unit {
            "working-days" => self.working_days(),
            "calendar-days" => self.calendar_days(),
            "working-hours" => self.working_hours(),
            "months" => self.months(),
            _ => self.years(),
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
