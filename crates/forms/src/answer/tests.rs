use super::*;
use crate::Dates;

fn check(kind: QuestionKind, typed: &str, expected: Result<&str, AnswerProblem>) {
    assert_eq!(kind.read(typed), expected.map(str::to_string), "{typed}");
}

#[test]
fn a_year_of_what_has_happened_is_no_year_to_come() {
    let today = Date::constant(2026, 3, 2);
    let kind = QuestionKind::past_year(1960).on(today);
    for (typed, kept) in [("2019", "2019"), ("năm 2019", "2019"), ("２０２６", "2026"), ("1960", "1960")]
    {
        check(kind.clone(), typed, Ok(kept));
    }
    let out = AnswerProblem::NotAYearBetween { from: 1960, to: 2026 };
    for typed in ["2027", "2050", "1959", "19", "2019,5", "5/2019", "-2019", "abc", "20190"] {
        check(kind.clone(), typed, Err(out.clone()));
    }
    let said = out.sentence("Năm tốt nghiệp", Language::Vietnamese);
    assert_eq!(said, "“Năm tốt nghiệp” phải là một năm từ 1960 đến 2026");
    let QuestionKind::Number { min, max, .. } = kind else { unreachable!() };
    let coming =
        QuestionKind::Number { min, max: 2100, decimals: 0, unit: String::new(), year: Some(When::Future) };
    check(coming.on(today), "2025", Err(AnswerProblem::NotAYearBetween { from: 2026, to: 2100 }));
    check(coming.on(today), "2030", Ok("2030"));
    assert_eq!(max, 2026);
    // What was declared before takes what it took.
    check(QuestionKind::number(1960, 2100).on(today), "2050", Ok("2050"));
}

#[test]
fn any_sane_format_is_accepted() {
    check(QuestionKind::Money, "50.000 đồng", Ok("50000"));
    check(QuestionKind::Money, "1 234 500", Ok("1234500"));
    for wrong in ["-5", "1.5", "1.50", "1,000.000", "1..000", "50k", ".500"] {
        check(QuestionKind::Money, wrong, Err(AnswerProblem::NotMoney));
    }
    for typed in [
        "099 123 456 789",
        "099-123-456-789",
        "099.123.456.789",
        "099–123–456–789",
        "\u{200b}099123456789.",
        "٠٩٩١٢٣٤٥٦٧٨٩",
    ] {
        check(QuestionKind::IdentityNumber, typed, Ok("099123456789"));
    }
    for wrong in ["09912345678x", "09912345678²", "099123456/789"] {
        check(QuestionKind::IdentityNumber, wrong, Err(AnswerProblem::NotAnIdentityNumber));
    }
    check(QuestionKind::number(1, 9), "-1", Err(AnswerProblem::OutOfBounds { min: 1, max: 9 }));
    check(QuestionKind::number(1, 9), "10", Err(AnswerProblem::OutOfBounds { min: 1, max: 9 }));
    for wrong in ["1,5", "1.5", "0,9"] {
        check(QuestionKind::number(1, 9), wrong, Err(AnswerProblem::NotWhole));
    }
    for wrong in ["abc", "1e3", "1.2.3", "3 m2"] {
        check(QuestionKind::number(1, 9), wrong, Err(AnswerProblem::NotANumber));
    }
    let area = QuestionKind::Number { min: 1, max: 100_000, decimals: 2, unit: "m²".into(), year: None };
    check(area.clone(), "1.250,5 m2", Ok("1250.5"));
    check(area.clone(), "95,1234", Err(AnswerProblem::TooManyDecimals { decimals: 2 }));
    check(area, "0,9", Err(AnswerProblem::OutOfBounds { min: 1, max: 100_000 }));
}

#[test]
fn three_decimals_can_be_typed_where_they_are_asked_for() {
    let volume = |max| QuestionKind::Number { min: 0, max, decimals: 3, unit: "m³".into(), year: None };
    for (typed, kept) in [
        ("0,125", "0.125"),
        ("12,1250", "12.1250"),
        ("12.1250 m3", "12.1250"),
        ("1250,125", "1250.125"),
        ("1.250,125", "1250.125"),
        ("12125", "12125"),
        ("1.250.000", "1250000"),
        ("12,5", "12.5"),
    ] {
        let kind = volume(1_000_000_000);
        check(kind.clone(), typed, Ok(kept));
        check(kind.clone(), kept, Ok(kept));
        for language in [Language::Vietnamese, Language::English] {
            check(kind.clone(), &kind.as_typed(kept, language), Ok(kept));
        }
    }
    let problem = volume(1_000_000).read("12,125").unwrap_err();
    assert_eq!(
        problem.sentence("Thể tích", Language::Vietnamese),
        "“Thể tích” có thể hiểu theo hai cách: hãy ghi 12125 hoặc 12,1250"
    );
    assert_eq!(volume(1_000_000).as_typed("12.125", Language::Vietnamese), "12.125", "kept as it was typed");
    // What only one way fits is read so.
    check(volume(500), "12,125", Ok("12.1250"));
    check(volume(500), "12.125 m3", Ok("12.1250"));
    let least =
        QuestionKind::Number { min: 1_000, max: 50_000, decimals: 3, unit: String::new(), year: None };
    check(least, "12,125", Ok("12125"));
    check(volume(500), "12,1255", Err(AnswerProblem::TooManyDecimals { decimals: 3 }));
    check(volume(5), "12,125", Err(AnswerProblem::OutOfBounds { min: 0, max: 5 }));
    // A question of whole numbers or two decimals reads thousands, as ever.
    check(QuestionKind::number(0, 9_999), "1,250", Ok("1250"));
}

#[test]
fn a_number_of_an_old_form_is_whole_and_has_no_unit() {
    let old = r#"{"kind":"number","min":0,"max":9}"#;
    let kind: QuestionKind = serde_json::from_str(old).unwrap();
    assert_eq!(kind, QuestionKind::number(0, 9));
    assert_eq!(serde_json::to_string(&kind).unwrap(), old);
}

#[test]
fn a_date_may_come_in_three_fields_and_a_required_answer_must_be_there() {
    let question = |id: &str, kind: QuestionKind| Question {
        id: id.into(),
        kind,
        label: Default::default(),
        hint: Default::default(),
        required: true,
    };
    let form = EForm {
        questions: vec![
            question("born", QuestionKind::Date(Dates::BIRTH)),
            question("name", QuestionKind::Text { length_max: 5 }),
        ],
    };
    let posted = |name: &str| match name {
        "born-day" => Some("2"),
        "born-month" => Some("9"),
        "born-year" => Some("2020"),
        _ => None,
    };
    let today = Date::constant(2026, 3, 2);
    assert_eq!(read(&form, today, posted), Err(vec![("name".to_string(), AnswerProblem::Missing)]));
    let typed = |born: [&'static str; 3]| {
        move |name: &str| match name {
            "born-day" => Some(born[0]),
            "born-month" => Some(born[1]),
            "born-year" => Some(born[2]),
            "name" => Some("An"),
            _ => None,
        }
    };
    let read = |born| super::read(&form, today, typed(born)).map(|answers| answers["born"].clone());
    assert_eq!(read(["", "", "1945"]).as_deref(), Ok("1945"));
    assert_eq!(read(["", "5", "1945"]).as_deref(), Ok("1945-05"));
    assert_eq!(read(["5", "", "1945"]), Err(vec![("born".to_string(), AnswerProblem::NotADateOrPart)]));
    assert_eq!(read(["31", "12", "2035"]), Err(vec![("born".to_string(), AnswerProblem::Future)]));
}
