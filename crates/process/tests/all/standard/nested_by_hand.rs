//! Drawings on which check and standard did not agree, by hand.

use super::nested_runs::disagreement;

/// What is thrown inside for certain comes to the edge, and from there leads to what ends all around it.
#[test]
fn what_surely_leads_to_the_end_of_all_around_is_never_left() {
    let lines = |inside: &str| {
        format!(
            "start s\nend e\nterminate z\nsub o\nstart os\nend oe\nescalate-end oy C1\nsub u\nstart us\nend ue\n\
             task ua\nxor ux\nescalate ut C0\nus -> ua\nua -> ux\n{inside}\nut -> ue\nclose\n\
             beside c u escalation *\nos -> u\nu -> oe\nc -> oy\nclose\non d o escalation C1\ntask n\n\
             s -> o\no -> n\nn -> e\nd -> z"
        )
    };
    for inside in ["ux -> ut", "ux -> ut if late\nux -> ue else"] {
        assert_eq!(disagreement(&lines(inside)), None, "{inside}");
    }
}

/// What only runs beside a scope does not end it: what comes surely there still comes surely, and what always ends in an
/// escalation is never left otherwise.
#[test]
fn what_runs_beside_a_scope_leaves_certain_what_was() {
    let beside = "when w\nbegun ws beside message come\ntask wa\nend we\nws -> wa\nwa -> we\nclose\n";
    let joined = |more: &str| {
        format!(
            "start s\nend e\nsub u\nstart us\n{more}end ue\nescalate ut C0\ntask ua\nus -> ut\nut -> ua\nua -> ue\nclose\n\
             beside c u escalation C0\nand j\ns -> u\nu -> j\nc -> j\nj -> e"
        )
    };
    let left = |more: &str| {
        format!(
            "start s\nend e\nsub u\nstart us\n{more}escalate-end uy C1\ntask ua\nus -> ua\nua -> uy\nclose\n\
             on c u escalation C1\ntask n\ns -> u\nu -> n\nn -> e\nc -> e"
        )
    };
    for (lines, codes) in [(joined(""), &[][..]), (left(""), &["unreachable"][..])] {
        assert_eq!(codes_of(&lines), codes, "{lines}");
    }
    for (lines, codes) in [(joined(beside), &[][..]), (left(beside), &["unreachable"][..])] {
        assert_eq!((codes_of(&lines), disagreement(&lines)), (codes.to_vec(), None), "{lines}");
    }
    // One that interrupts may end all else and come to its own end.
    assert_eq!(codes_of(&joined(&beside.replace("beside", "on"))), ["deadlock"]);
    assert_eq!(codes_of(&left(&beside.replace("beside", "on"))), [""; 0]);
}

fn codes_of(lines: &str) -> Vec<&'static str> {
    let model = process::read(crate::common::file(lines).as_bytes(), &process::Names::open()).unwrap();
    process::check(&model).findings.iter().map(|found| found.trouble.code()).collect()
}
