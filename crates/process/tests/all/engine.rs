//! What the engine does, construct by construct: a process in a few lines, what happens, where it stands.

use crate::common::run::TestRun;
use process::{Due, Happening, Marking, Misfit, undo};
use serde_json::json;

const SEQUENCE: &str = "start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e";

#[test]
fn steps_follow_each_other_to_the_end() {
    let mut run = TestRun::of(SEQUENCE).start();
    assert_eq!(run.at(), ["a"]);
    run.done("a").done("b");
    assert_eq!(run.passed(), ["s", "a", "b", "e"]);
    assert!(run.ended());
    assert_eq!(run.due, [Due::Ended { at: "e".into() }]);
}

#[test]
fn a_choice_takes_the_first_way_that_holds_and_else_the_default() {
    let lines =
        "start s\nxor g\ntask a\ntask b\nend e\ns -> g\ng -> a if fee > 100\ng -> b else\na -> e\nb -> e";
    assert_eq!(TestRun::of(lines).with("fee", json!(200)).start().at(), ["a"]);
    assert_eq!(TestRun::of(lines).with("fee", json!(50)).start().at(), ["b"]);
    assert_eq!(TestRun::of(lines).start().at(), ["b"]);
    let none = "start s\nxor g\ntask a\nend e\ns -> g\ng -> a if fee > 100\ng -> e if fee < 50\na -> e";
    let mut run = TestRun::of(none);
    assert_eq!(run.happen(Happening::Start), Err(Misfit::NoWay { at: "g".into() }));
    assert_eq!(run.marking, Marking::default());
}

#[test]
fn parallel_branches_run_at_once_and_are_joined_once() {
    let mut run =
        TestRun::of("start s\nand g\ntask a\ntask b\nand j\ntask c\nend e\ns -> g\ng -> a\ng -> b\na -> j\nb -> j\nj -> c\nc -> e")
            .start();
    assert_eq!(run.at(), ["a", "b"]);
    run.done("b");
    assert_eq!(run.at(), ["a"]);
    run.done("a");
    assert_eq!(run.at(), ["c"]);
    run.done("c");
    assert!(run.ended());
}

#[test]
fn an_inclusive_join_waits_for_exactly_what_can_still_come() {
    let lines = "start s\nor g\ntask a\ntask a2\ntask b\ntask c\nor j\ntask d\nend e\ns -> g\ng -> a if x\ng -> b if y\ng -> c else\na -> a2\na2 -> j\nb -> j\nc -> j\nj -> d\nd -> e";
    let mut both = TestRun::of(lines).with("x", json!(true)).with("y", json!(true)).start();
    assert_eq!(both.at(), ["a", "b"]);
    both.done("b").done("a");
    assert_eq!(both.at(), ["a2"]);
    both.done("a2");
    assert_eq!(both.at(), ["d"]);
    let mut one = TestRun::of(lines).with("y", json!(true)).start();
    assert_eq!(one.done("b").at(), ["d"]);
    assert_eq!(TestRun::of(lines).start().at(), ["c"]);
}

#[test]
fn a_sub_process_ends_when_nothing_is_left_in_it() {
    let mut run = TestRun::of(
        "start s\nsub u\nstart us\ntask a\nand g\ntask b\nend ue\nend uf\nus -> g\ng -> a\ng -> b\na -> ue\nb -> uf\nclose\ntask z\nend e\ns -> u\nu -> z\nz -> e",
    )
    .start();
    assert_eq!(run.at(), ["a", "b"]);
    run.done("a");
    assert_eq!(run.at(), ["b"]);
    assert_eq!(run.done("b").at(), ["z"]);
}

#[test]
fn a_called_process_runs_inside_and_one_that_calls_itself_is_stopped() {
    let mut run = TestRun::of(
        "start s\ncall c q\nend e\ns -> c\nc -> e\nprocess q\nstart qs\ntask a\nend qe\nqs -> a\na -> qe",
    )
    .start();
    assert_eq!(run.at(), ["a"]);
    assert!(run.done("a").ended());
    let mut round = TestRun::of("start s\ncall c main\nend e\ns -> c\nc -> e");
    assert_eq!(round.happen(Happening::Start), Err(Misfit::TooDeep));
}

#[test]
fn several_units_are_asked_at_once_or_one_after_the_other() {
    let lines = |how: &str| format!("start s\neach a {how} units\ntask b\nend e\ns -> a\na -> b\nb -> e");
    let units = json!(["tax", "land", "police"]);
    let mut all = TestRun::of(&lines("all")).with("units", units.clone()).start();
    assert_eq!(all.at(), ["a", "a", "a"]);
    let asked = |run: &TestRun| {
        let items = run.marking.tokens.iter().filter_map(|token| token.item.as_ref());
        items.map(|item| item.value.as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(asked(&all), ["tax", "land", "police"]);
    all.done("a").done("a");
    assert_eq!(all.at(), ["a"]);
    assert_eq!(all.done("a").at(), ["b"]);

    let mut each = TestRun::of(&lines("one-by-one")).with("units", units).start();
    assert_eq!(asked(&each), ["tax"]);
    each.done("a");
    assert_eq!(asked(&each), ["land"]);
    each.done("a").done("a");
    assert_eq!(each.at(), ["b"]);

    assert_eq!(TestRun::of(&lines("all")).with("units", json!([])).start().at(), ["b"]);
    let mut none = TestRun::of(&lines("all"));
    assert_eq!(none.happen(Happening::Start), Err(Misfit::NotAList { at: "a".into() }));
}

#[test]
fn a_step_is_repeated_while_its_condition_holds_and_never_more_than_its_bound() {
    let mut run =
        TestRun::of("start s\nagain a 3 wrong\nend e\ns -> a\na -> e").with("wrong", json!(true)).start();
    run.done("a").done("a");
    assert_eq!(run.at(), ["a"]);
    assert!(run.done("a").ended());
    let mut once =
        TestRun::of("start s\nagain a 3 wrong\nend e\ns -> a\na -> e").with("wrong", json!(false)).start();
    assert!(once.done("a").ended());
}

#[test]
fn a_bounded_way_back_is_closed_when_it_was_taken_so_often() {
    let lines = "start s\ntask a\nxor g\nend e\ns -> a\na -> g\ng -> a max 2 if again\ng -> e else";
    let mut run = TestRun::of(lines).with("again", json!(true)).start();
    run.done("a").done("a");
    assert_eq!(run.at(), ["a"]);
    assert!(run.done("a").ended());
}

#[test]
fn the_first_event_after_an_event_based_choice_decides() {
    let lines = "start s\nwait w\nmessage m paid\ntimer t P5D\ntask a\ntask b\nend e\ns -> w\nw -> m\nw -> t\nm -> a\nt -> b\na -> e\nb -> e";
    let mut paid = TestRun::of(lines).start();
    assert!(matches!(&paid.due[..], [Due::Timer { event, .. }] if event == "t"));
    paid.happen(Happening::Message { name: "paid".into() }).unwrap();
    assert_eq!(paid.at(), ["a"]);
    let mut late = TestRun::of(lines).start();
    late.time("w", "t");
    assert_eq!(late.at(), ["b"]);
    assert_eq!(late.happen(Happening::Message { name: "paid".into() }), Err(Misfit::NotWaiting));
}

#[test]
fn an_event_on_the_edge_interrupts_or_runs_beside() {
    let lines = |how: &str| {
        format!("start s\ntask a\n{how} t a timer PT8H\ntask b\nend e\nend f\ns -> a\na -> e\nt -> b\nb -> f")
    };
    let mut on = TestRun::of(&lines("on")).start();
    on.time("a", "t");
    assert_eq!(on.at(), ["b"]);
    let mut beside = TestRun::of(&lines("beside")).start();
    beside.time("a", "t");
    assert_eq!(beside.at(), ["a", "b"]);
    let token = beside.token("a");
    let again = beside.happen(Happening::Came { token, event: "t".into() });
    assert_eq!(again, Err(Misfit::NotWaiting), "one time comes once");
    beside.done("a");
    assert!(beside.done("b").ended());
}

#[test]
fn a_cycle_of_reminders_comes_as_often_as_it_says() {
    let mut run = TestRun::of(
        "start s\ntask a\nbeside t a timer R2/PT8H\ntask b\nend e\nend f\ns -> a\na -> e\nt -> b\nb -> f",
    )
    .start();
    run.time("a", "t");
    assert!(run.due.iter().any(|due| matches!(due, Due::Timer { .. })));
    run.time("a", "t");
    assert!(!run.due.iter().any(|due| matches!(due, Due::Timer { .. })));
    assert_eq!(run.at(), ["a", "b", "b"]);
}

#[test]
fn an_error_goes_outwards_to_the_nearest_that_catches_it() {
    let lines = "start s\nsub u\nstart us\nand g\ntask a\ntask b\nend ue\nerror-end ux wrong\nus -> g\ng -> a\ng -> b\na -> ux\nb -> ue\nclose\non c u error wrong\ntask z\nend e\nend f\ns -> u\nu -> e\nc -> z\nz -> f";
    let mut run = TestRun::of(lines).start();
    run.done("a");
    assert_eq!(run.at(), ["z"], "what ran beside it is taken away");
    let mut task = TestRun::of(lines).start();
    let token = task.token("b");
    task.happen(Happening::Failed { token, code: "wrong".into() }).unwrap();
    assert_eq!(task.at(), ["z"]);
    let mut other = TestRun::of(lines).start();
    let token = other.token("b");
    other.happen(Happening::Failed { token, code: "other".into() }).unwrap();
    assert!(other.ended());
    assert_eq!(other.due, [Due::Failed { code: "other".into() }]);
}

#[test]
fn a_terminating_end_ends_all_in_its_scope() {
    let mut run = TestRun::of(
        "start s\nand g\ntask a\ntask b\nterminate t\nend e\ns -> g\ng -> a\ng -> b\na -> t\nb -> e",
    )
    .start();
    assert!(run.done("a").ended());
}

#[test]
fn a_signal_reaches_all_that_wait_for_it() {
    let lines = "start s\nand g\nsignal x go\nsignal y go\ntask a\ngive t go\nend e\nend f\nend h\ns -> g\ng -> x\ng -> y\ng -> a\nx -> e\ny -> f\na -> t\nt -> h";
    let mut run = TestRun::of(lines).start();
    assert_eq!(run.at(), ["x", "y", "a"]);
    assert!(run.done("a").ended());
}

#[test]
fn a_rule_keeps_its_value_for_later_choices() {
    let lines = "start s\nrule r level if fee > 100 then \"high\" else \"low\"\nxor g\ntask a\ntask b\nend e\ns -> r\nr -> g\ng -> a if level = \"high\"\ng -> b else\na -> e\nb -> e";
    let run = TestRun::of(lines).with("fee", json!(101)).start();
    assert_eq!(run.at(), ["a"]);
    assert_eq!(run.marking.values["level"], json!("high"));
}

#[test]
fn a_loop_in_which_nobody_does_anything_is_stopped() {
    let mut run = TestRun::of("start s\nxor g\nxor h\nend e\ns -> g\ng -> h\nh -> g else\nh -> e if false");
    assert_eq!(run.happen(Happening::Start), Err(Misfit::Endless));
}

#[test]
fn going_back_undoes_what_came_of_a_step_and_leaves_the_rest() {
    let lines = "start s\nand g\ntask a\ntask a2\ntask b\nand j\ntask c\nend e\ns -> g\ng -> a\ng -> b\na -> a2\na2 -> j\nb -> j\nj -> c\nc -> e";
    let mut run = TestRun::of(lines).start();
    let (a, b) = (run.token("a"), run.token("b"));
    run.done("a");
    // Inside a branch: the other branch is left alone.
    let back = undo(&run.moves.iter().collect::<Vec<_>>(), &run.marking, a).unwrap().moved;
    let mut marking = run.marking.clone();
    marking.apply(&back);
    let at: Vec<&str> = marking.tokens.iter().map(|token| token.at.as_str()).collect();
    assert_eq!(at, ["b", "a"]);
    assert_eq!(marking.token(b), run.marking.token(b));
    // Past the join: what the other branch had brought waits there again.
    run.done("a2").done("b");
    assert_eq!(run.at(), ["c"]);
    run.go_back(a);
    assert_eq!(run.at(), ["a"]);
    assert_eq!(run.done("a").done("a2").at(), ["c"], "the other branch is not done again");
}

#[test]
fn going_back_twice_keeps_what_the_first_time_undid() {
    let lines = "start s\nand g\ntask a\ntask x\nand j\ntask c\nend e\ns -> g\ng -> a\ng -> x\na -> j\nx -> j\nj -> c\nc -> e";
    for first in [["a", "x"], ["x", "a"]] {
        let mut run = TestRun::of(lines).start();
        let (a, x) = (run.token("a"), run.token("x"));
        run.done(first[0]).done(first[1]);
        for (token, at) in [(a, vec!["a"]), (x, vec!["a", "x"])] {
            run.go_back(token);
            assert_eq!(run.at(), at, "both are done again, and neither twice");
        }
        assert_eq!(run.done("x").at(), ["a"]);
        assert_eq!(run.done("a").at(), ["c"]);
    }
}

#[test]
fn going_back_takes_along_what_happened_beside_a_step() {
    let lines = "start s\ntask a\ntask b\nbeside t b timer PT8H\ntask side\nend e\nend f\ns -> a\na -> b\nb -> e\nt -> side\nside -> f";
    let mut run = TestRun::of(lines).start();
    let a = run.token("a");
    run.done("a").time("b", "t");
    assert_eq!(run.at(), ["b", "side"]);
    run.go_back(a);
    assert_eq!(run.at(), ["a"]);
    assert_eq!(run.done("a").time("b", "t").at(), ["b", "side"], "it comes once for each time");
}

#[test]
fn a_time_that_comes_again_and_again_takes_no_more_room() {
    let file = |timer: &str| {
        format!("start s\ntask b\nbeside t b timer {timer}\nend e\nend f\ns -> b\nb -> e\nt -> f")
    };
    let mut daily = TestRun::of(&file("R/PT8H")).start();
    let room = |run: &TestRun| serde_json::to_string(&run.marking).unwrap().len();
    daily.time("b", "t").time("b", "t");
    let twice = room(&daily);
    for _ in 2..900 {
        daily.time("b", "t");
    }
    assert_eq!((daily.marking.tokens[0].happened.times("t"), room(&daily)), (900, twice + 2));
    let mut thrice = TestRun::of(&file("R3/PT8H")).start();
    thrice.time("b", "t").time("b", "t").time("b", "t");
    let token = thrice.token("b");
    assert_eq!(thrice.happen(Happening::Came { token, event: "t".into() }), Err(Misfit::NotWaiting));
}

#[test]
fn what_does_not_wait_cannot_happen() {
    let mut run = TestRun::of(SEQUENCE).start();
    for happening in [
        Happening::Start,
        Happening::Done { token: 99 },
        Happening::Came { token: run.token("a"), event: "a".into() },
        Happening::Message { name: "paid".into() },
        Happening::Signal { name: "go".into() },
    ] {
        assert!(run.happen(happening.clone()).is_err(), "{happening:?}");
    }
}

#[test]
fn an_inclusive_join_waits_for_the_step_beside_which_something_happened() {
    let lines = "start s\ntask A\nbeside late A timer PT1H\ntask C\nor j\ntask after\nend e\ns -> A\nA -> j\nlate -> C\nC -> j\nj -> after\nafter -> e";
    for order in [["A", "C"], ["C", "A"]] {
        let mut run = TestRun::of(lines).start();
        run.time("A", "late").done(order[0]);
        assert_eq!(run.at(), [order[1]], "the join waits");
        run.done(order[1]);
        assert_eq!(run.at(), ["after"]);
        run.done("after");
        assert!(run.ended());
        assert_eq!(run.passed().iter().filter(|element| **element == "after").count(), 1);
    }
}

#[test]
fn an_inclusive_join_waits_for_what_may_yet_happen_and_not_for_what_has() {
    let lines = "start s\nand p\ntask A\nbeside late A timer PT1H\ntask B\nor j\ntask after\nend e\nend f\ns -> p\np -> A\np -> B\nB -> j\nlate -> j\nA -> f\nj -> after\nafter -> e";
    let mut run = TestRun::of(lines).start();
    run.done("B");
    assert_eq!(run.at(), ["A"], "the time may still come");
    run.done("A");
    assert_eq!(run.at(), ["after"]);
    let mut run = TestRun::of(lines).start();
    run.time("A", "late").done("B");
    assert_eq!(run.at(), ["A", "after"], "it came");
}

#[test]
fn a_default_is_taken_where_no_condition_holds_beside_what_always_is() {
    let lines = "start s\ntask a\ntask b\ntask c\ntask d\nend e\ns -> a\na -> b\na -> c if x\na -> d else\nb -> e\nc -> e\nd -> e";
    let after = |x: bool| TestRun::of(lines).with("x", json!(x)).start().done("a").at().join(" ");
    assert_eq!([after(true), after(false)], ["b c", "b d"]);
}

#[test]
fn what_was_published_goes_on_whatever_a_check_says_of_it_now() {
    let lines = "start s\ntask a\nbeside t a timer R3/PT1H\ntask b\nend e\nend f\ns -> a\na -> b\nb -> e\ne -> b\nt -> f";
    let mut run = TestRun::of(lines).start();
    assert!(!process::check(&run.model).is_sound());
    run.time("a", "t").done("a").done("b");
    assert!(run.ended());
}
