//! What a form is made of.

use super::Section;
use domain::Language;
use ui::field::{Control, Field, RetainedFile, option};
use ui::part::{ErrorSummary, FieldError};

pub fn sections(language: Language) -> Vec<Section> {
    let say = |vi: &'static str, en: &'static str| language.pick(vi, en);
    let choices = || {
        let by_post = say("Qua bưu điện", "By post");
        let closed = say(
            "Quầy nghỉ đến hết thứ Sáu, 20/02/2026",
            "The counter is closed until Friday 20 February 2026",
        );
        vec![
            option("online", say("Bản điện tử", "Online"))
                .hint(say("Có giá trị như bản giấy", "As good as the paper one")),
            option("post", by_post),
            option("counter", say("Tại quầy", "At the counter")).closed(closed),
        ]
    };
    let short = say(
        "Số định danh phải có 12 chữ số, bạn đã nhập 11",
        "An identity number has 12 digits, you entered 11",
    );
    let wrong_file = say("Tệp “anh.heic” không phải PDF, JPG hay PNG", "“anh.heic” is not a PDF, JPG or PNG");
    let mut file =
        Field::file(language, "d-file", say("Giấy chứng sinh", "Birth certificate of the hospital"));
    if let Control::File { kept, .. } = &mut file.control {
        kept.push(RetainedFile { token: "d".into(), name: "giay-chung-sinh.pdf".into() });
    }
    let fields = [
        Field::text(language, "d-name", say("Họ, chữ đệm, tên", "Full name"))
            .hint(say("Như trên căn cước", "As on the identity card")),
        Field::number(language, "d-id", say("Số định danh cá nhân", "Personal identity number"))
            .value("040 194 00123")
            .error(short),
        Field::phone(language, "d-phone", say("Điện thoại", "Telephone")).optional(),
        Field::email(language, "d-mail", say("Thư điện tử", "E-mail")).optional(),
        Field::password(language, "d-word", say("Mật khẩu", "Password"), "off"),
        Field::area(language, "d-why", say("Lý do cải chính", "Why it is corrected")).value(say(
            "Sai chữ đệm: “Thị” ghi thành “Thì”.",
            "The middle name is spelt “Thì” instead of “Thị”.",
        )),
        Field::date(language, "d-day", say("Ngày sinh", "Date of birth")).value("1994-02-24"),
        Field::select(language, "d-ward", say("Phường, xã", "Ward or commune"), choices())
            .empty_label(say("Chọn", "Choose")),
        Field::choices(
            language,
            "d-way",
            say("Nhận kết quả ở đâu?", "How would you like the result?"),
            choices(),
        )
        .value("online"),
        Field::checks(language, "d-what", say("Bạn cần gì?", "What do you need?"), choices())
            .value("online,post"),
        file.error(wrong_file),
    ];
    let problems = vec![
        FieldError { field: "d-id".into(), sentence: short.into() },
        FieldError { field: "d-file".into(), sentence: wrong_file.into() },
        FieldError {
            field: String::new(),
            sentence: say("Biểu mẫu đã hết hạn", "The form has expired").into(),
        },
    ];
    vec![
        Section::new("problems", say("Tóm tắt lỗi", "Error summary"))
            .with(ErrorSummary::new(language, problems)),
        Section::new("fields", say("Trường nhập", "Fields")).with_all(fields),
    ]
}
