use super::*;
use domain::agency::AgencyId;
use domain::officer::AccountId;
use domain::time::Instant;

fn draft(passed: &[&str]) -> Draft {
    let passed = passed.iter().map(ToString::to_string).collect();
    Draft {
        id: 1,
        token: "t".into(),
        account: AccountId(1),
        procedure: "1.001193".into(),
        version: 1,
        agency: AgencyId(1),
        body: serde_json::to_string(&Typed { passed, ..Typed::default() }).unwrap(),
        updated_at: Instant::from_millis(0),
        submitted: None,
    }
}

#[test]
fn a_draft_is_taken_up_at_the_first_part_that_is_not_finished() {
    for (passed, part) in [
        (&[][..], "you"),
        (&["you"], "questions"),
        // Nothing was asked: that part passed with the one before it.
        (&["you", "questions"], "papers"),
        (&["you", "papers"], "questions"),
        (&["you", "questions", "papers"], "check"),
    ] {
        assert_eq!(resumed(&draft(passed)), format!("/drafts/t/{part}"), "{passed:?}");
    }
    let unreadable = Draft { body: "{".into(), ..draft(&[]) };
    assert_eq!(resumed(&unreadable), "/drafts/t/you");
}
