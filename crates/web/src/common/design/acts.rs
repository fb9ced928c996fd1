//! What is pressed: buttons, ways back, the acts of an officer, filters, a dialog; and a picture in its frame.

use super::Section;
use domain::Language;
use ui::field::option;
use ui::part::{
    ActCard, BackLink, Button, ButtonLook, Chart, Dialog, FactTile, FactTiles, FilterBar, ForbiddenAct,
    ForbiddenActs, Icon, Link, Print, ProgressBar, ShortcutKey,
};
use ui::submit::ACTION;
use ui::{Field, Fields, FormParam};

pub fn sections(language: Language) -> Vec<Section> {
    vec![
        presses(language),
        acts(language),
        filter(language),
        dialog(language),
        facts(language),
        chart(language),
    ]
}

fn presses(language: Language) -> Section {
    let words = |look| match look {
        ButtonLook::Main => language.pick("Tiếp tục", "Continue"),
        ButtonLook::Second => language.pick("Tải tệp lên", "Upload"),
        ButtonLook::Quiet => language.pick("Bỏ", "Remove"),
        ButtonLook::Danger => language.pick("Từ chối", "Refuse"),
    };
    let button = |look| Button::new(look, words(look), ACTION.with("specimen"));
    Section::new("presses", language.pick("Nút của biểu mẫu", "Buttons of forms"))
        .with(BackLink::new("#presses", language.pick("Quay lại", "Back")))
        .with_all(ButtonLook::ALL.map(button))
        .with(button(ButtonLook::Quiet).context("giay-chung-sinh.pdf"))
        .with(Print::new(language.pick("In", "Print")))
        .with(Print::quiet(language.pick("In", "Print")))
}

fn acts(language: Language) -> Section {
    let act = |key: &'static str, name: &'static str, effect: &str| ActCard {
        key,
        name,
        effect: effect.into(),
        effect_label: language.pick("Điều sẽ xảy ra", "What will follow"),
        fields: Fields::new(language, Vec::new()),
        action: "#acts".into(),
        hidden_inputs: vec![FormParam("seen").hidden_input("3")],
        button: name,
        only_asks: false,
        ask_again: None,
        open: false,
        danger: false,
        primary: false,
        any_step: false,
    };
    let words = Field::area(language, "d-words", language.pick("Lý do", "Why"));
    let expected = ActCard {
        primary: true,
        open: true,
        ..act(
            "d-accept",
            language.pick("Tiếp nhận", "Accept"),
            language.pick("Hồ sơ được cấp mã và ngày hẹn.", "The dossier gets its code and its date."),
        )
    };
    let ending = ActCard {
        danger: true,
        open: true,
        fields: Fields::new(language, vec![words.error(language.pick("Hãy nêu lý do", "Say why"))]),
        ask_again: Some(Link::new("#acts", language.pick("Chọn lại", "Choose again"))),
        ..act(
            "d-refuse",
            language.pick("Từ chối tiếp nhận", "Refuse"),
            language
                .pick("Hồ sơ đóng lại, người nộp được báo.", "The dossier is closed, the applicant is told."),
        )
    };
    let asking = ActCard {
        only_asks: true,
        button: language.pick("Tiếp tục", "Continue"),
        ..act(
            "d-correct",
            language.pick("Đính chính", "Correct"),
            language.pick("Ghi điều cũ và điều mới.", "What it was and what it is are recorded."),
        )
    };
    let forbidden = |name, reason: &str| ForbiddenAct { name, reason: reason.into() };
    let no_result = language.pick("Hồ sơ chưa có kết quả.", "There is no result yet.");
    let forbidden = ForbiddenActs(vec![
        forbidden(language.pick("Trả kết quả", "Return the result"), no_result),
        forbidden(
            language.pick("Tiếp tục giải quyết", "Resume"),
            language.pick("Hồ sơ không tạm dừng.", "The dossier is not paused."),
        ),
        forbidden(language.pick("Gửi kết quả", "Send the result"), no_result),
    ]);
    Section::new("officer-acts", language.pick("Việc của cán bộ", "Acts of an officer"))
        .with_all([expected, ending, asking])
        .with(forbidden)
}

fn filter(language: Language) -> Section {
    let choices = vec![option("birth", language.pick("Đăng ký khai sinh", "Birth registration"))];
    let all = language.pick("Tất cả", "All");
    let field = Field::select(language, "d-procedure", language.pick("Thủ tục", "Procedure"), choices)
        .empty_label(all);
    let link = Link::new("#filter", language.pick("Tìm theo mã", "Find by code"));
    let filter = |fields, link| FilterBar {
        action: "#filter".into(),
        fields,
        button: language.pick("Lọc", "Filter"),
        link,
        ..FilterBar::default()
    };
    Section::new("filter", language.pick("Thanh lọc", "Filter bar"))
        .with(filter(vec![field], Some(link.clone())))
        .with(FilterBar { button: "", ..filter(Vec::new(), Some(link)) })
}

fn dialog(language: Language) -> Section {
    let key = |key, vi, en| ShortcutKey { key, does: language.pick(vi, en) };
    Section::new("dialog", language.pick("Hộp thoại", "Dialog")).with(Dialog {
        id: "d-keys",
        title: language.pick("Phím tắt", "Keyboard shortcuts"),
        keys: vec![key("j", "Dòng sau", "Next row"), key("k", "Dòng trước", "Previous row")],
        link: Link::new("#dialog", language.pick("Tắt các phím này", "Turn these keys off")),
        close: language.pick("Đóng", "Close"),
        open: true,
    })
}

fn facts(language: Language) -> Section {
    let fact = |icon, name: (&str, &str), value: (&str, &str)| {
        FactTile::new(icon, language.pick(name.0, name.1), language.pick(value.0, value.1))
    };
    Section::new("glance", language.pick("Điều cần biết trước", "At a glance"))
        .with(FactTiles(vec![
            fact(Icon::CLOCK, ("Thời gian", "Time"), ("Ngay trong ngày", "The same day")),
            fact(Icon::MONEY, ("Phí, lệ phí", "Cost"), ("Miễn phí", "Free")),
            fact(Icon::PAPER, ("Giấy tờ", "Documents"), ("3", "3")),
        ]))
        .with_all(
            [0, 2, 5].map(|done| ProgressBar::new(done, 5, language.pick("Các bước đã xong", "Steps done"))),
        )
}

fn chart(language: Language) -> Section {
    let title = language.pick("Quy trình", "The process");
    Section::new("chart", language.pick("Khung hình", "Chart frame")).with(Chart::specimen(title, language))
}
