//! `motcua deadline` as it is called: what it prints, and how it exits.

use serde_json::Value;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_motcua")).arg("deadline").args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let ran = run(&[arguments, &["--json"]].concat());
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap()
}

fn refused(arguments: &[&str], says: &str) {
    let ran = run(arguments);
    let told = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {told}");
    assert!(told.contains(says) && !told.contains("panicked"), "{arguments:?}: {told}");
    assert!(ran.stdout.is_empty());
}

const TEN_DAYS: [&str; 4] = ["--from", "2026-02-05T09:00", "--limit", "10 calendar days"];

#[test]
fn a_pause_counts_on_from_the_nominal_end_and_is_explained() {
    for pause in ["2026-02-10T09:00..2026-02-24T09:00", "2026-02-10..2026-02-24"] {
        let told = json(&[&TEN_DAYS[..], &["--pause", pause]].concat());
        assert_eq!(told["due"], "2026-03-02T17:00:00+07:00");
        assert_eq!(told["judged_by"], told["due"]);
        let days = told["days"].as_array().unwrap();
        let on = |date: &str| days.iter().find(|day| day["date"] == date).unwrap();
        assert_eq!(on("2026-02-10")["number"], 5);
        assert_eq!(
            (&on("2026-02-17")["counted"], &on("2026-02-17")["reason"]),
            (&false.into(), &"paused; not counted".into())
        );
        assert_eq!(on("2026-02-24")["reason"], "the clock runs again; 5 calendar days left");
        assert_eq!(days.iter().filter(|day| day["counted"] == true).count(), 10);
    }
    let pauses = ["--pause", "2026-02-26T09:00..2026-03-10T09:00", "--pause", "2026-02-10..2026-02-24"];
    let twice = json(&[&TEN_DAYS[..], &pauses].concat());
    assert_eq!(twice["due"], "2026-03-13T17:00:00+07:00");
    let text = run(&[&TEN_DAYS[..], &pauses].concat()).stdout;
    assert!(String::from_utf8(text).unwrap().starts_with("2026-03-13T17:00:00+07:00\n"));
    // One after the end heals nothing.
    let late = json(&[&TEN_DAYS[..], &["--pause", "2026-02-24..2026-03-10"]].concat());
    assert_eq!(late["due"], "2026-02-23T17:00:00+07:00");
    assert_eq!(
        late["days"].as_array().unwrap().last().unwrap()["reason"],
        "paused after the end, which stays where it was"
    );
}

#[test]
fn a_pause_on_a_day_off_says_from_which_day_it_counts() {
    let told = json(&[
        "--from",
        "2026-03-03T09:00",
        "--limit",
        "5 working days",
        "--pause",
        "2026-03-07T09:00..2026-03-11T09:00",
    ]);
    let days = told["days"].as_array().unwrap();
    let on: Vec<&str> = days
        .iter()
        .filter(|day| day["date"] == "2026-03-09")
        .map(|day| day["reason"].as_str().unwrap())
        .collect();
    assert_eq!(on.len(), 2, "{days:?}");
    assert!(on[1].contains("when the office was closed: it counts as paused from this day"), "{on:?}");
}

#[test]
fn another_date_is_promised_and_the_same_one_judged_by() {
    let told =
        json(&[&TEN_DAYS[..], &["--pause", "2026-02-10..2026-02-24", "--extend", "2026-03-12"]].concat());
    assert_eq!(told["due"], "2026-03-12T17:00:00+07:00");
    assert_eq!(told["judged_by"], "2026-03-02T17:00:00+07:00");
    let last = told["days"].as_array().unwrap().last().unwrap();
    assert_eq!(last["date"], "2026-03-12");
    assert!(last["reason"].as_str().unwrap().contains("judged by 17:00, 2 Mar 2026"), "{last}");
}

#[test]
fn a_pause_after_an_apology_moves_the_date_that_was_promised_too() {
    // Ten calendar days from 05/02 end on 23/02; on 10/02 a date is promised for 10/03, and from 24/02 to 02/03 it stands.
    let extended = ["--extend", "2026-03-10", "--extended-on", "2026-02-10T10:00"];
    let all = [&TEN_DAYS[..], &extended, &["--pause", "2026-02-24T09:00..2026-03-02T09:00"]].concat();
    let told = json(&all);
    // Of the way to 10/03 fourteen days were left; the legal date had passed and stays.
    assert_eq!(told["due"], "2026-03-16T17:00:00+07:00");
    assert_eq!(told["judged_by"], "2026-02-23T17:00:00+07:00");
    let days = told["days"].as_array().unwrap();
    let set = days.iter().position(|day| day["reason"].as_str().unwrap().contains("to 10 Mar 2026")).unwrap();
    assert_eq!(days[set]["date"], "2026-02-10");
    assert_eq!(days[set + 1]["reason"], "paused; not counted");
    let again = days[set..].iter().find(|day| day["date"] == "2026-03-02").unwrap();
    assert_eq!(again["reason"], "the clock runs again; 14 calendar days left");
    assert_eq!(days.last().unwrap()["date"], "2026-03-16");
    // The same date set after that pause is not moved by it.
    let after = [&TEN_DAYS[..], &["--pause", "2026-02-24T09:00..2026-03-02T09:00", "--extend", "2026-03-10"]];
    assert_eq!(json(&after.concat())["due"], "2026-03-10T17:00:00+07:00");
    let extended = ["--extend", "2026-03-10", "--extended-on", "2026-03-02"];
    let within = [&TEN_DAYS[..], &["--pause", "2026-02-24T09:00..2026-03-02T09:00"], &extended].concat();
    refused(&within, "within the pause");
    refused(
        &[&TEN_DAYS[..], &["--extend", "2026-03-10", "--extended-on", "2026-02-04"]].concat(),
        "before the clock runs",
    );
    refused(
        &[&TEN_DAYS[..], &["--extend", "2026-03-10", "--extended-on", "10/2"]].concat(),
        "is not a moment",
    );
    refused(
        &[&TEN_DAYS[..], &["--extend", "2026-03-10", "--extended-on", "2026-03-11"]].concat(),
        "the moment it was set",
    );
    refused(&[&TEN_DAYS[..], &["--extended-on", "2026-03-11"]].concat(), "--extend");
}

#[test]
fn what_is_no_pause_or_date_gets_a_sentence() {
    let pause = |text: &str, says: &str| refused(&[&TEN_DAYS[..], &["--pause", text]].concat(), says);
    for text in
        ["", "..", "2026-02-10", "2026-02-10..", "..2026-02-10", "10/02..24/02", "2026-02-30..2026-03-01"]
    {
        pause(text, "is not two moments or dates");
    }
    pause("2026-02-24..2026-02-10", "ends before it begins");
    pause("2026-02-01..2026-02-10", "begins before the clock runs");
    let overlapping = ["--pause", "2026-02-06..2026-02-10", "--pause", "2026-02-09..2026-02-11"];
    refused(&[&TEN_DAYS[..], &overlapping].concat(), "begins before `2026-02-06..2026-02-10` ends");
    let extend = |text: &str, says: &str| refused(&[&TEN_DAYS[..], &["--extend", text]].concat(), says);
    for text in ["", "tomorrow", "2026-02-30", "30/03/2026"] {
        extend(text, "is not a date");
    }
    extend("2026-04-26", "is no working day (Hùng Kings' Day); the next one is 2026-04-28");
    extend("2026-02-23", "is not later than");
}

#[test]
fn several_pauses_are_told_in_order_and_each_with_what_is_left() {
    let pauses =
        ["--pause", "2026-02-23T08:00..2026-02-25T08:00", "--pause", "2026-02-13T16:59..2026-02-13T17:30"];
    let limit = ["--from", "2026-02-12T09:30", "--limit", "5 working days"];
    let told = json(&[&limit[..], &pauses].concat());
    assert_eq!(told["due"], "2026-03-03T17:00:00+07:00");
    let days = told["days"].as_array().unwrap();
    let dates: Vec<&str> = days.iter().map(|day| day["date"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let reasons: Vec<&str> = days.iter().map(|day| day["reason"].as_str().unwrap()).collect();
    let again = "the clock runs again; 4 working days left";
    assert_eq!(reasons.iter().filter(|reason| **reason == again).count(), 2, "{reasons:?}");
    assert_eq!(reasons.iter().filter(|reason| reason.starts_with("day of arrival")).count(), 1);
}
