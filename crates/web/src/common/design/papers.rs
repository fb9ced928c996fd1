//! Papers: files in a list, and a paper of the state as it is printed.

use super::Section;
use domain::Language;
use ui::layout_text::Words;
use ui::part::{Block, Button, ButtonLook, Pair, PaperItem, Papers, Printed, SignatureLine};
use ui::submit::ACTION;

pub fn sections(language: Language) -> Vec<Section> {
    let say = |vi: &'static str, en: &'static str| language.pick(vi, en);
    let paper = |kind: &str, name: &str, href: Option<&str>, meta: &str| PaperItem {
        kind: kind.into(),
        name: name.into(),
        href: href.map(str::to_string),
        meta: meta.into(),
        look: None,
        act: None,
    };
    let remove =
        Button::new(ButtonLook::Quiet, say("Bỏ", "Remove"), ACTION.with("specimen")).context("anh.jpg");
    let removable = PaperItem { act: Some(remove), ..paper("JPG", "anh.jpg", Some("#papers"), "0,4 MB") };
    let papers = Papers {
        papers: vec![
            paper(
                "PDF",
                say("Giấy chứng sinh", "Birth certificate"),
                Some("#papers"),
                "giay-chung-sinh.pdf · 1,2 MB",
            ),
            paper(
                say("Giấy", "Paper"),
                say("Tờ khai", "Declaration"),
                None,
                say("1 bản chính", "1 original"),
            ),
            removable,
        ],
        beside: false,
        look: "",
    };
    let signature = |who: &str, name: &str| SignatureLine { who: who.into(), name: name.into() };
    let printed = Printed {
        title: say("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment").into(),
        agency: say("Ủy ban nhân dân phường An Hòa", "People's Committee of An Hòa Ward").into(),
        number: say("Số: 71/TNHS", "Number: 71/TNHS").into(),
        signed: say("An Hòa, ngày 11 tháng 02 năm 2026", "An Hòa, 11 February 2026").into(),
        code: Some(Pair::new(say("Mã hồ sơ", "Application code"), "000.00.15.H26-260211-0071")),
        to: None,
        blocks: vec![
            Block::facts([
                (say("Tiếp nhận hồ sơ của", "Received from"), "Trần Văn Bình".to_string()),
                (
                    say("Hẹn trả kết quả", "Result due at"),
                    say("17:00, thứ Tư, 25/02/2026", "17:00 on Wednesday 25 February 2026").into(),
                ),
            ]),
            Block::Heading(say("Thành phần hồ sơ", "Documents").into()),
            Block::List(vec![say("Tờ khai (1 bản chính)", "Declaration (1 original)").into()]),
            Block::Sentence(
                say("Giữ giấy này để nhận kết quả.", "Keep this paper to collect the result.").into(),
            ),
            Block::Secret {
                name: say("Mã dùng một lần", "One-time code").into(),
                code: "7KQ-3MX".into(),
                how: say("Giữ kín mã này.", "Keep it to yourself.").into(),
            },
        ],
        signatures: vec![
            signature(say("Người nộp hồ sơ", "Applicant"), ""),
            signature(say("Người tiếp nhận", "Receiving officer"), "Lê Thị Ánh"),
        ],
        inside: true,
        foot: say("Tra cứu bằng mã hồ sơ trên Cổng.", "Look it up on the portal by its code.").into(),
        t: Words(language),
    };
    vec![
        Section::new("papers", say("Giấy tờ", "Documents")).with(papers),
        Section::new("printed", say("Giấy in", "Printed paper")).with(printed),
    ]
}
