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
