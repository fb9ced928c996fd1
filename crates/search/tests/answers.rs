//! What people ask, and what they must be answered, over some fields of the national catalogue.

use search::{Document, Index, SearchHit};

const CATALOGUE: &str = include_str!("catalogue.tsv");
const ASKED: &str = include_str!("../data/asked.tsv");
const SPOKEN: &str = include_str!("../data/spoken.tsv");
const NOTHING: &str = include_str!("../data/nothing.tsv");

struct Catalogue {
    documents: Vec<Document>,
    index: Index,
}

fn cells(file: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().expect("three cells"))
}

impl Catalogue {
    fn new() -> Catalogue {
        let document = |[code, name, field]: [&str; 3]| Document {
            code: code.to_string(),
            names: vec![name.to_string()],
            others: vec![field.to_string()],
            supplied: false,
        };
        let documents: Vec<Document> = cells(CATALOGUE).map(document).collect();
        let index = Index::new(&documents);
        Catalogue { documents, index }
    }

    fn found(&self, asked: &str, limit: usize) -> Vec<SearchHit> {
        self.index.search(asked, limit)
    }

    fn codes(&self, asked: &str, limit: usize) -> Vec<&str> {
        self.found(asked, limit).iter().map(|found| self.documents[found.document].code.as_str()).collect()
    }

    fn names(&self, asked: &str, limit: usize) -> Vec<&str> {
        self.found(asked, limit)
            .iter()
            .map(|found| self.documents[found.document].names[0].as_str())
            .collect()
    }
}

#[test]
fn what_people_ask_is_answered_within_the_first_three() {
    let catalogue = Catalogue::new();
    let asked: Vec<[&str; 3]> = cells(ASKED).chain(cells(SPOKEN)).collect();
    let missed: Vec<&str> = asked
        .iter()
        .filter(|[question, _, codes]| {
            let found = catalogue.codes(question, 3);
            !codes.split(' ').any(|code| found.contains(&code))
        })
        .map(|[question, ..]| *question)
        .collect();
    assert!(missed.len() * 20 <= asked.len(), "{missed:?}");
}

#[test]
fn what_no_procedure_answers_finds_nothing() {
    let catalogue = Catalogue::new();
    let answered: Vec<&str> = cells(NOTHING)
        .map(|[question, ..]| question)
        .filter(|question| !catalogue.found(question, 3).is_empty())
        .collect();
    assert!(answered.len() <= 2, "{answered:?}");
}

#[test]
fn who_lost_somebody_is_led_to_the_registration_of_the_death() {
    let catalogue = Catalogue::new();
    for asked in [
        "chết",
        "mất",
        "qua đời",
        "bố em mất",
        "bo em mat",
        "mẹ tôi mất",
        "me toi mat",
        "bố em mất phải làm gì",
        "người nhà mới mất cần làm giấy gì",
        "ông nội tôi vừa qua đời",
        "báo tử cho ông nội",
        "death",
        "my father died",
    ] {
        assert_eq!(catalogue.codes(asked, 1), ["1.000656"], "{asked}");
    }
    for asked in ["mẹ", "bà mẹ", "mẹ và bé", "mẹ bầu", "em bé", "sinh con"] {
        let found = catalogue.names(asked, 10);
        let of_death = |name: &&&str| name.contains("đăng ký khai tử") || name.contains("lại khai tử");
        assert_eq!(found.iter().find(of_death), None, "{asked}");
    }
}

#[test]
fn the_plain_case_comes_before_the_rare_one() {
    let catalogue = Catalogue::new();
    for (asked, code) in [
        ("khai sinh", "1.001193"),
        ("đăng ký khai sinh có yếu tố nước ngoài", "2.000528"),
        ("đăng ký lại khai sinh", "1.004884"),
        ("đăng ký khai sinh lưu động", "1.003583"),
        ("giấy phép lái xe bị mất", "3.000348"),
        ("đổi giấy phép lái xe", "3.000347"),
        ("đổi giấy phép lái xe quân sự", "3.000349"),
        ("tạm trú", "1.004194"),
        ("gia hạn tạm trú", "1.002755"),
        ("xóa đăng ký tạm trú", "1.010028"),
    ] {
        assert_eq!(catalogue.codes(asked, 1), [code], "{asked}");
    }
}

#[test]
fn words_between_and_another_order_do_not_hide_a_need() {
    let catalogue = Catalogue::new();
    for (asked, code) in [
        ("con tôi mới sinh cần làm giấy gì", "1.001193"),
        ("giấy phép lái xe của tôi hết hạn rồi muốn đổi", "3.000347"),
        ("hộ khẩu nhà em muốn tách ra", "1.010038"),
        ("thất nghiệp thì lĩnh trợ cấp ở đâu", "1.014748"),
        ("muon lay giay xac nhan doc than", "1.004873"),
        ("I want to renew my driving licence", "3.000347"),
        ("how do I register the birth of my baby", "1.001193"),
    ] {
        assert!(catalogue.codes(asked, 3).contains(&code), "{asked}: {:?}", catalogue.names(asked, 3));
    }
}

/// Whatever is typed, an answer comes, and soon: phrases are many, and none is read more often than there is room for.
#[test]
fn a_long_question_is_answered_too() {
    let catalogue = Catalogue::new();
    let long =
        "mất giấy tờ xe máy và bằng lái xe, sổ đỏ, hộ khẩu, muốn xin làm lại, con mới sinh, ".repeat(20);
    assert!(catalogue.found(&long, 10).len() <= 10);
    assert!(catalogue.found(&"đ".repeat(10_000), 10).is_empty());
}
