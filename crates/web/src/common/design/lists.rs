//! Lists of things: facts, work, links, tiles, tables, and the ways through them.

use super::Section;
use askama::Template;
use domain::Language;
use ui::submit::HtmlSafe;
use ui::{FormParam, Markup};

use ui::part::{
    Button, ButtonLook, Cell, Crumbs, FigureCell, FigureHead, FigureLine, FigureTable, Heading, Icon, Link,
    LinkList, LinkNote, PageLink, Pager, Pages, Pair, Phrase, Pick, Picking, RowAct, Search, SummaryList,
    SummaryNote, TabLink, Table, TableRow, Tabs, Tag, TagKind, TaskItem, TaskList, Tile, Tiles,
};

pub fn sections(language: Language) -> Vec<Section> {
    vec![
        ways(language),
        facts(language),
        tasks(language),
        links(language),
        tiles(language),
        table(language),
        figures(language),
        pages(language),
    ]
}

fn ways(language: Language) -> Section {
    let crumbs = Crumbs {
        label: language.pick("Đường dẫn", "You are here"),
        ancestors: vec![
            Link::new("#ways", language.pick("Trang chủ", "Home")),
            Link::new("#ways", language.pick("Hộ tịch", "Civil status")),
        ],
        here: language.pick("Đăng ký khai sinh", "Birth registration").into(),
    };
    let heading = Heading::with_eyebrow(
        language.pick("Hộ tịch", "Civil status"),
        language.pick("Đăng ký khai sinh", "Birth registration"),
    )
    .specimen();
    let search = Search {
        label: language.pick("Bạn cần làm việc gì?", "What do you need?"),
        hint: language.pick("Ví dụ: làm giấy khai sinh", "In Vietnamese words, such as a birth certificate"),
        button: language.pick("Tìm", "Find"),
        ..Search::new("/procedures", FormParam("q"), "")
    };
    Section::new("ways", language.pick("Đường đi", "Way-finding")).with(crumbs).with(heading).with(search)
}

fn facts(language: Language) -> Section {
    let pairs = || {
        vec![
            Pair::new(language.pick("Họ và tên", "Name"), "Nguyễn Thị Quỳnh Như"),
            Pair::new(language.pick("Mã hồ sơ", "Application code"), "000.00.15.H26-260211-0071").code(),
            Pair::new(
                language.pick("Ghi chú", "Note"),
                language.pick("Dòng một\nDòng hai", "First line\nSecond line"),
            )
            .as_written(),
            Pair::new(
                language.pick("Tên chính thức", "Official name"),
                Phrase::vietnamese("Đăng ký khai sinh có yếu tố nước ngoài", language),
            ),
            Pair::new(language.pick("Tờ khai", "Declaration"), language.pick("1 bản chính", "1 original"))
                .more([
                    SummaryNote {
                        label: language.pick("Mẫu", "Form"),
                        href: Some("#facts".into()),
                        ..SummaryNote::new(language.pick("Mẫu số 01", "Form no. 01"))
                    },
                    SummaryNote::quiet(language.pick("Ký trước khi nộp.", "Sign it before you send it.")),
                ]),
        ]
    };
    Section::new("facts", language.pick("Danh sách tóm tắt", "Summary list"))
        .with(SummaryList::new(pairs()))
        .with(SummaryList::narrow(pairs()))
}

fn tasks(language: Language) -> Section {
    let task = |name: &str, href: Option<&str>, state: &str| TaskItem {
        name: name.into(),
        href: href.map(str::to_string),
        state: state.into(),
        ..TaskItem::default()
    };
    let wrong = Tag::new(TagKind::Warn, language.pick("Có lỗi cần sửa", "Something to mend"));
    Section::new("tasks", language.pick("Danh sách việc", "Task list")).with(TaskList(vec![
        task(
            language.pick("Trẻ được khai sinh", "The child"),
            Some("#tasks"),
            language.pick("Đã xong", "Done"),
        ),
        TaskItem {
            hint: language.pick("Cần số định danh của cả hai", "Their identity numbers are needed").into(),
            current: true,
            ..task(
                language.pick("Cha và mẹ", "The parents"),
                Some("#tasks"),
                language.pick("Đang làm", "In progress"),
            )
        },
        TaskItem {
            words: language.pick("Đã xác minh.", "It was verified.").into(),
            file: Some(Link::new("#tasks", "tra-loi.pdf")),
            ..task(
                language.pick("Ý kiến phối hợp", "Opinion of another agency"),
                None,
                language.pick("Đã có", "Here"),
            )
        },
        TaskItem { tag: Some(wrong), ..task(language.pick("Giấy tờ", "Documents"), Some("#tasks"), "") },
        task(
            language.pick("Xem lại và nộp", "Check and send"),
            None,
            language.pick("Chưa thể bắt đầu", "Cannot start yet"),
        ),
    ]))
}

fn links(language: Language) -> Section {
    Section::new("links", language.pick("Danh sách liên kết", "Link list")).with(LinkList(vec![
        Link::new("#links", language.pick("Hộ tịch", "Civil status"))
            .text(language.pick("Khai sinh, kết hôn, khai tử", "Births, marriages, deaths")),
        Link::new("#links", language.pick("Đất đai", "Land")),
        Link::new("#links", language.pick("Kết hôn", "Marriage"))
            .tagged(Some(Tag::info(language.pick("Đang xử lý", "In progress"))))
            .text(language.pick("Còn 2 ngày", "2 days left"))
            .note(
                LinkNote::coded("H26-260211-0071")
                    .and(language.pick("Phường An Hòa", "An Hòa Ward"))
                    .and(language.pick("11/02/2026", "11 Feb 2026")),
            ),
    ]))
}

fn tiles(language: Language) -> Section {
    let tile = |icon, name: &str, examples: &str, count| Tile {
        icon,
        link: Link::new("#tiles", name).text(examples),
        meta: language.pick(format!("{count} thủ tục"), format!("{count} procedures")),
    };
    Section::new("tiles", language.pick("Ô sự kiện", "Life-event tiles")).with(Tiles(vec![
        tile(
            Icon::BIRTH,
            language.pick("Sinh con", "Having a child"),
            language.pick("Khai sinh, bảo hiểm y tế", "Birth registration, health insurance"),
            6,
        ),
        tile(
            Icon::MARRIAGE,
            language.pick("Kết hôn", "Getting married"),
            language.pick("Đăng ký kết hôn", "Registering a marriage"),
            4,
        ),
        tile(
            Icon::BUSINESS,
            language.pick("Mở cửa hàng", "Opening a shop"),
            language.pick("Hộ kinh doanh, an toàn thực phẩm", "Household business, food safety"),
            9,
        ),
    ]))
}

fn figures(language: Language) -> Section {
    let head =
        |vi: &str, en: &str, rows, columns| FigureHead { text: language.pick(vi, en).into(), rows, columns };
    let figure = |text: &str, href: Option<&str>| FigureCell {
        text: text.into(),
        href: href.map(str::to_string),
        label: href.map(|_| language.pick("Quá hạn", "Late").into()).unwrap_or_default(),
    };
    let line = |number: &str, vi: &str, en: &str, sum, figures: [FigureCell; 3]| FigureLine {
        number: number.into(),
        name: language.pick(vi, en).into(),
        sum,
        figures: figures.into(),
    };
    let table = FigureTable {
        caption: language.pick("Hồ sơ đã giải quyết", "Dossiers settled").into(),
        heads: vec![
            vec![
                head("TT", "No.", 2, 1),
                head("Lĩnh vực", "Field", 2, 1),
                head("Đã giải quyết", "Settled", 1, 3),
            ],
            vec![
                head("Tổng số", "Total", 1, 1),
                head("Đúng hạn", "On time", 1, 1),
                head("Quá hạn", "Late", 1, 1),
            ],
        ],
        numbers: ["(1)", "(2)", "(3)=(4)+(5)", "(4)", "(5)"].map(String::from).into(),
        lines: vec![
            line(
                "1",
                "Hộ tịch",
                "Civil status",
                false,
                [figure("1.203", None), figure("1.200", None), figure("3", Some("#figures"))],
            ),
            line(
                "",
                "Tổng số",
                "Total",
                true,
                [figure("1.203", None), figure("1.200", None), figure("3", None)],
            ),
        ],
    };
    Section::new("figures", language.pick("Bảng số liệu", "Table of figures")).with(table)
}

fn table(language: Language) -> Section {
    let columns = language.pick(
        ["Mã hồ sơ", "Người nộp", "Thời gian còn", "Người giữ", "Việc"],
        ["Code", "Applicant", "Time left", "With", "Act"],
    );
    let choose = language.pick("Chọn", "Choose");
    let pick = |code| Pick { attributes: FormParam("row").with(code), label: format!("{choose} {code}") };
    let picks = ["H26-260205-0044", "H26-260211-0071"].map(pick);
    let row = |code: &str, who: &str, kind, left: &str, with: &str| TableRow {
        head: Cell::link("#table", code).code(),
        cells: vec![
            Cell::new(who),
            Cell::default()
                .tagged(Tag::new(kind, left))
                .hint(language.pick("hạn 25/02/2026", "due 25 Feb 2026")),
            Cell::new(with),
            Cell::act(Some(RowAct {
                hidden_input: FormParam("absence").hidden_input(code),
                button: Button::new(
                    ButtonLook::Quiet,
                    language.pick("Trả lại", "Give back"),
                    Markup::default(),
                )
                .context(code),
            })),
        ],
    };
    let table = Table {
        caption: language.pick("Gần hạn nhất trước", "Nearest date first").into(),
        picking: Some(Picking { label: choose.into(), form: "d-picked", picks: picks.to_vec() }),
        ..Table::new(
            &columns,
            vec![
                row(
                    "H26-260205-0044",
                    "Phạm Đức Thắng",
                    TagKind::Late,
                    language.pick("Quá hạn 1 ngày", "1 day late"),
                    "Lê Thị Hoa",
                ),
                row(
                    "H26-260211-0071",
                    "Trần Văn Bình",
                    TagKind::Warn,
                    language.pick("Còn 1 ngày", "1 day left"),
                    "",
                ),
            ],
        )
    };
    let look = language.pick("Xem việc đã chọn", "Look at what is chosen");
    let button = Button::new(ButtonLook::Quiet, look, Markup::default());
    Section::new("table", language.pick("Bảng", "Table")).with(Picked { table, button })
}

/// A table with the form its boxes are sent with.
#[derive(Debug, Template)]
#[template(source = "<form id=\"d-picked\" method=\"get\">{{ button }}</form>\n{{ table }}", ext = "html")]
struct Picked {
    table: Table,
    button: Button,
}

impl HtmlSafe for Picked {}

fn pages(language: Language) -> Section {
    let tab = |name: &str, count: &str, here, late| TabLink {
        href: "#pages".into(),
        name: name.into(),
        count: count.into(),
        here,
        late,
    };
    let tabs = Tabs {
        label: language.pick("Hàng việc", "Queues").into(),
        tabs: vec![
            tab(language.pick("Của tôi", "Mine"), "12", true, false),
            tab(language.pick("Quá hạn", "Late"), "1", false, true),
            tab(language.pick("Đã xong", "Done"), "", false, false),
        ],
    };
    let link = |words: &str| Some(Link::new("#pages", words));
    let pager = Pager {
        label: language.pick("Trang", "Pages").into(),
        first: link(language.pick("Từ đầu", "From the start")),
        previous: link(language.pick("Trước", "Back")),
        next: link(language.pick("Sau", "Next")),
    };
    let page = |number| PageLink { href: "#pages".into(), number, here: number == 2 };
    let numbers = Pages {
        label: language.pick("Các trang", "Pages by number"),
        word: language.pick("Trang", "Page"),
        pages: (1..=3).map(page).collect(),
    };
    Section::new("pages", language.pick("Thẻ chuyển, trang", "Tabs and pages"))
        .with(tabs)
        .with(pager)
        .with(numbers)
}
