//! What an answer at a way means, and which step gives it.

use crate::common::file;
use crate::mend::proposed;
use process::{Means, Mend, Names, read};

#[test]
fn that_only_one_of_several_ways_is_taken_is_said() {
    let lines = |kind: &str| {
        format!(
            "start s\ntask A\n{kind} x\ntask B\ntask C\n{kind} j\nend e\ns -> A\nA -> x\nx -> B\nx -> C\nB -> j\nC -> j\nj -> e"
        )
    };
    let said = |kind: &str| {
        let model = read(file(&lines(kind)).as_bytes(), &Names::open()).unwrap();
        let mends = proposed(&model);
        let answers = mends.iter().filter(|mend| matches!(mend, Mend::Answer { .. }));
        answers.filter(|mend| mend.sentences(&model).vi.contains("chỉ đi một nhánh")).count()
    };
    assert_eq!((said("or"), said("xor")), (2, 0));
}

#[test]
fn of_steps_done_at_once_none_decides_for_the_others() {
    let lines = "start s\nand f\ntask A\ntask B\nand j\nxor x\ntask C\nend e\nend n\ns -> f\nf -> A\nf -> B\nA -> j\nB -> j\nj -> x\nx -> C\nx -> n\nC -> e";
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let asked = proposed(&model);
    assert_eq!(asked.len(), 2);
    assert!(
        asked.iter().all(|mend| matches!(mend, Mend::Condition { condition, .. } if condition.is_empty())),
        "{asked:?}"
    );
    // Each way by another step is another thing.
    let either = lines
        .replace("and f", "xor f")
        .replace("and j", "xor j")
        .replace("f -> A", "f -> A if a")
        .replace("f -> B", "f -> B else");
    let model = read(file(&either).as_bytes(), &Names::open()).unwrap();
    assert!(proposed(&model).iter().all(|mend| matches!(mend, Mend::Answer { also, .. } if also.len() == 1)));
}

#[test]
fn whether_yes_is_good_depends_on_the_question() {
    let means = |question: &str| {
        let lines =
            "start s\ntask A\nxor x\ntask B\ntask C\nend e\ns -> A\nA -> x\nx -> B\nx -> C\nB -> e\nC -> e";
        let text = file(lines)
            .replace("<exclusiveGateway id=\"x\"", &format!("<exclusiveGateway id=\"x\" name=\"{question}\""))
            .replace("sourceRef=\"x\" targetRef=\"B\"", "name=\"Có\" sourceRef=\"x\" targetRef=\"B\"")
            .replace("sourceRef=\"x\" targetRef=\"C\"", "name=\"Không\" sourceRef=\"x\" targetRef=\"C\"");
        let model = read(text.as_bytes(), &Names::open()).unwrap();
        let means = proposed(&model).into_iter().filter_map(|mend| match mend {
            Mend::Answer { means, .. } => Some(means),
            _ => None,
        });
        means.collect::<Vec<_>>()
    };
    for passes in ["", "Hồ sơ hợp lệ?", "Đủ điều kiện cấp?", "Trưởng phòng đồng ý?", "Approved?"]
    {
        assert_eq!(means(passes), [Means::Granted, Means::Denied], "{passes}");
    }
    for other in [
        "Có tranh chấp?",
        "Có phải kiểm tra thực địa?",
        "Thuộc dự án nhóm A?",
        "Có vi phạm?",
        "Hồ sơ chưa đủ?",
    ] {
        assert_eq!(means(other), [Means::Neither, Means::Neither], "{other}");
    }
}

#[test]
fn an_answer_that_is_followed_by_a_decision_grants_nothing() {
    let text = file(
        "start s\ntask A\nxor x\ntask B\nxor y\ntask C\nend e\nend f\ns -> A\nA -> x\nx -> B\nx -> f\nB -> y\ny -> C\ny -> f\nC -> e",
    );
    let named = |text: String, way: (&str, &str), name: &str| {
        let ends = format!("sourceRef=\"{}\" targetRef=\"{}\"", way.0, way.1);
        text.replace(&ends, &format!("name=\"{name}\" {ends}"))
    };
    let text = named(text, ("x", "B"), "Đủ");
    let text = named(text, ("x", "f"), "Không đủ");
    let text = named(text, ("y", "C"), "Đồng ý");
    let text = named(text, ("y", "f"), "Không đồng ý");
    let text = text.replace(
        "<exclusiveGateway id=\"x\"",
        "<exclusiveGateway id=\"x\" name=\"Đủ điều kiện giải quyết?\"",
    );
    let model = read(text.as_bytes(), &Names::open()).unwrap();
    let answers: Vec<_> = proposed(&model)
        .into_iter()
        .filter_map(|mend| match mend {
            Mend::Answer { name, english, means, .. } => Some((name, english, means)),
            _ => None,
        })
        .collect();
    let expected = [
        ("Đủ", "Eligible", Means::Neither),
        ("Không đủ", "Not eligible", Means::Denied),
        ("Đồng ý", "Agreed", Means::Granted),
        ("Không đồng ý", "Not agreed", Means::Denied),
    ];
    assert_eq!(
        answers,
        expected.map(|(name, english, means)| (name.to_string(), english.to_string(), means))
    );
}
