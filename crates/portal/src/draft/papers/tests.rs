use super::*;
use domain::Text;
use testkit::{render_both, samples, snapshot};

fn required_paper(name: &str) -> ProcedurePaper {
    ProcedurePaper {
        id: "declaration".into(),
        name: Text::new(name, ""),
        required: true,
        ..ProcedurePaper::default()
    }
}

fn sent(token: &str, media: &str, size: u64) -> File {
    samples::draft_file("declaration", token, media, size)
}

fn page(language: Language, name: &str, files: &[File], wrong: &str) -> Page {
    let t = Words(language);
    let none = Posted::default();
    let mut summary = Form::blank(language).into_fields().error_summary();
    if !wrong.is_empty() {
        summary.at("declaration", wrong);
    }
    Page {
        chrome: Chrome::anonymous(language, t.papers()),
        token: "t".into(),
        overwritten: Overwritten::none(language),
        error_summary: summary,
        case: Form::blank(language).into_fields(),
        case_chosen: true,
        says_required: true,
        notes: Vec::new(),
        papers: vec![paper_view(&required_paper(name), files, language, &none, wrong)],
        optional_papers: Vec::new(),
        portion: String::new(),
        pager: Pager::new(t.papers()),
        t,
    }
}

#[test]
fn the_field_of_a_papers_files_names_it_takes_several_and_knows_what_will_not_be_taken() {
    let name =
        "Tờ khai đăng ký khai sinh theo mẫu do Bộ Tư pháp ban hành, có xác nhận của cơ quan, trong 60 ngày";
    let [vietnamese, english] = render_both(|language| page(language, name, &[], ""));
    assert!(vietnamese.texts("main label[for=declaration]")[0].starts_with("Chọn tệp cho: Tờ khai đăng ký"));
    for html in [&vietnamese, &english] {
        // In few words, and whole where somebody opens it.
        assert_eq!(
            html.texts("main .paper-asked__name")[0].trim(),
            "Tờ khai đăng ký khai sinh theo mẫu do Bộ Tư pháp ban hành"
        );
        assert!(html.texts("main details p")[0].ends_with("có xác nhận của cơ quan, trong 60 ngày"));
        let input = html.one("main input#declaration");
        assert!(input.attribute("multiple").is_some());
        assert_eq!(input.attribute("data-max"), Some("20971520"));
        for key in ["data-empty", "data-too-large", "data-wrong-type"] {
            assert!(input.attribute(key).unwrap().contains("{}"), "{key}");
        }
    }
}

#[test]
fn pictures_are_shown_small_where_they_travel_quickly_and_each_file_can_be_taken_out() {
    let files = [
        sent("picture", "image/jpeg", 900_000),
        sent("large", "image/jpeg", PICTURE_MAX + 1),
        sent("scan", "application/pdf", 900_000),
    ];
    for html in snapshot!(render_both(|language| page(language, "Tờ khai", &files, ""))) {
        assert_eq!(html.all("main .papers__item").len(), 3);
        let pictures: Vec<_> = html.all("main .papers--small img");
        assert_eq!(pictures.len(), 1);
        assert_eq!(pictures[0].attribute("src"), Some("/files/picture"));
        assert!(pictures[0].attribute("alt").unwrap().contains("picture.x"));
        assert_eq!(html.all("main .papers__acts button").len(), 3);
    }
}

#[test]
fn what_is_wrong_with_a_papers_files_is_said_at_its_field() {
    for html in render_both(|language| page(language, "Tờ khai", &[], "X")) {
        assert!(html.texts("main #declaration-error")[0].ends_with('X'));
        assert_eq!(html.one("main input#declaration").attribute("aria-invalid"), Some("true"));
    }
}

#[test]
fn what_may_be_left_out_is_folded_with_what_is_only_said_and_says_so_once() {
    let other = |name: &str, language| {
        let paper =
            ProcedurePaper { id: "other".into(), name: Text::new(name, ""), ..ProcedurePaper::default() };
        paper_view(&paper, &[], language, &Posted::default(), "")
    };
    let of = |language, name: &str| Page {
        notes: vec![Phrase::vietnamese("Lưu ý: nộp bản sao", language)],
        optional_papers: vec![other(name, language)],
        ..page(language, "Tờ khai", &[], "")
    };
    for html in render_both(|language| of(language, "Văn bản ủy quyền (nếu có)")) {
        assert_eq!(html.all("main form > details input[type=file]#other").len(), 1);
        assert!(!html.has("main details .field__optional"));
        assert_eq!(html.all("main details li").len(), 1);
        assert!(!html.has("main form > details input#declaration"));
    }
    for html in render_both(|language| of(language, "Văn bản ủy quyền")) {
        assert!(html.has("main form > details h2 .field__optional"));
    }
}

#[test]
fn what_is_known_of_a_paper_stands_at_it_and_a_case_is_chosen_first() {
    let of = |language: Language| {
        let paper = ProcedurePaper {
            hint: Text::new("Bản có đóng dấu", "With a stamp"),
            case: "Trường hợp đã kết hôn".into(),
            ..required_paper("Tờ khai")
        };
        let choices = vec![option("a", "A"), option("b", "B")];
        let case = Field::select(language, "case", "C", choices);
        Page {
            papers: vec![paper_view(&paper, &[], language, &Posted::default(), "")],
            case: ui::Fields::new(language, vec![case]),
            says_required: false,
            portion: "1/2".into(),
            ..page(language, "A", &[], "")
        }
    };
    for (html, hint) in render_both(of).iter().zip(["Bản có đóng dấu", "With a stamp"]) {
        assert_eq!(html.texts("main .paper-asked > .hint"), [hint]);
        assert_eq!(html.texts("main .paper-asked > [lang=vi]"), ["Trường hợp đã kết hôn"]);
        html.one("main form button[value=case]");
        assert!(html.one("main").text().contains("1/2"));
    }
    // Until a case is chosen, papers are neither asked for nor sent.
    let before = |language| Page { papers: Vec::new(), case_chosen: false, ..of(language) };
    for html in render_both(before) {
        assert!(!html.has("main .paper-asked") && !html.has("main button[value=go-on]"));
        html.one("main form button[value=case]");
    }
}

#[test]
fn hundreds_of_papers_are_asked_for_in_portions_that_fit_a_page() {
    let named = |number: usize| ProcedurePaper {
        id: format!("paper-{number}"),
        ..required_paper(&format!("Văn bản số {number} của {}", "cơ quan có thẩm quyền ".repeat(50)))
    };
    let papers: Vec<ProcedurePaper> = (1..=224).map(named).collect();
    let all: Vec<&ProcedurePaper> = papers.iter().collect();
    let portions = portions_of(&all, Language::Vietnamese);
    assert_eq!(portions.iter().map(Range::len).sum::<usize>(), 224);
    assert_eq!(portions[0].start, 0);
    for portion in portions {
        let here = |language| {
            let none = Posted::default();
            let views =
                papers[portion.clone()].iter().map(|paper| paper_view(paper, &[], language, &none, ""));
            Page { papers: views.collect(), portion: "A".into(), ..page(language, "B", &[], "") }
        };
        for language in [Language::Vietnamese, Language::English] {
            let html = askama::Template::render(&here(language)).unwrap();
            assert!(html.len() < 40_000, "{portion:?}: {}", html.len());
        }
    }
}
