//! What periods count by sums is what they count dossier by dossier, whatever was done, folded, written anew or brought back.

use crate::tampering::behind;
use crate::world::*;
use app::counting::CountsRow;
use domain::counting::{Came, CountedDossier, Counts, Period, StandsAs, count};
use domain::dossier::{
    Command, Decide, Dossier, DossierId, FinishStep, HandOver, Outcome, Pause, PauseFor, Request, Resume,
    Stop, Withdraw,
};
use domain::officer::Actor;
use domain::procedure::Channel;
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

const GENERATED: province::Generate =
    province::Generate { dossiers: 300, seed: 11, until: Instant::from_millis(1_772_416_800_000) };

/// Of several lengths, in the past and with the days to come.
fn periods() -> Vec<Period> {
    let mut periods = vec![
        Period { from: date(2025, 12, 15), to: date(2026, 12, 14) },
        Period { from: date(2024, 12, 15), to: date(2025, 12, 14) },
        Period { from: date(2026, 3, 2), to: date(2026, 3, 2) },
        Period { from: date(2026, 2, 10), to: date(2026, 4, 20) },
        Period { from: date(2018, 1, 1), to: date(2030, 1, 1) },
    ];
    let mut from: Date = date(2025, 6, 1);
    while from < date(2026, 6, 1) {
        periods.push(Period { from, to: from + 36.days() });
        from += 37.days();
    }
    periods
}

/// The same of each dossier's record.
fn one_by_one(world: &World, period: Period) -> Vec<CountsRow> {
    let ids = world
        .app
        .store
        .read_now(|tx| storage::record::list_dossiers(tx, DossierId(i64::MIN), 10_000))
        .unwrap();
    let mut found = BTreeMap::new();
    for id in ids {
        let dossier = world.load(id).1;
        if let Ok(counted) = count(&dossier, period) {
            let key = (dossier.competent, dossier.pinned.procedure.clone());
            let counts = found.entry(key).or_insert_with(Counts::default);
            *counts = *counts + of_one(counted, dossier.channel);
        }
    }
    let rows = found.into_iter().map(|((agency, procedure), counts)| CountsRow { agency, procedure, counts });
    rows.collect()
}

fn of_one(CountedDossier { came, stands }: CountedDossier, channel: Channel) -> Counts {
    let mut counts = Counts::default();
    let without = matches!(stands, StandsAs::DoneWithoutLimit | StandsAs::InHandWithoutLimit);
    *match (came, channel) {
        (Came::CarriedOver, _) if without => &mut counts.without_limit.carried_over,
        (Came::Received, _) if without => &mut counts.without_limit.received,
        (Came::CarriedOver, _) => &mut counts.carried_over,
        (Came::Received, Channel::Online) => &mut counts.received_online,
        (Came::Received, Channel::Direct) => &mut counts.received_counter,
        (Came::Received, Channel::Postal) => &mut counts.received_post,
    } += 1;
    *match stands {
        StandsAs::DoneEarly => &mut counts.done_early,
        StandsAs::DoneOnTime => &mut counts.done_on_time,
        StandsAs::DoneLate => &mut counts.done_late,
        StandsAs::InHandInTime => &mut counts.in_hand_in_time,
        StandsAs::InHandLate => &mut counts.in_hand_late,
        StandsAs::DoneWithoutLimit => &mut counts.without_limit.done,
        StandsAs::InHandWithoutLimit => &mut counts.without_limit.in_hand,
    } += 1;
    counts
}

fn check(world: &World, when: &str) {
    for period in periods() {
        let by_sums = app::counting::counts_now(&world.app, period, None).unwrap();
        assert_eq!(by_sums, one_by_one(world, period), "{when}: {period:?}");
        let justice = world.app.master_data().agency_by_key("justice").expect("it is there").id;
        let own: Vec<CountsRow> = by_sums.into_iter().filter(|row| row.agency == justice).collect();
        assert_eq!(app::counting::counts_now(&world.app, period, Some(justice)).unwrap(), own, "{when}");
    }
    assert_eq!(world.verify(), [], "{when}");
}

fn as_officer(world: &World, login: &'static str) -> Actor {
    Actor::Officer(find_officer(&world.app, login))
}

fn handed_over(world: &World, key: &str) -> Dossier {
    let opened = world.open(world.opening(key, vec![accept()])).unwrap().dossier;
    world.perform(&opened, &format!("{key}-on"), Command::HandOver(HandOver), None).unwrap().dossier
}

/// Whoever may does its steps, to the decision.
fn decided(world: &World, mut dossier: Dossier, key: &str) -> Dossier {
    for round in 0..20 {
        for login in ["officer", "division-head", "agency-head"] {
            let decide = Decide {
                token: None,
                outcome: Outcome::Granted,
                turned_out: None,
                document: "1/QĐ".into(),
                reason: String::new(),
                result: None,
                file_names: BTreeMap::new(),
                issued: Default::default(),
                late: None,
                late_words: String::new(),
            };
            let finish = FinishStep { token: None, words: String::new(), outcome: None, late: None };
            for (what, command) in
                [("finish", Command::FinishStep(finish)), ("decide", Command::Decide(decide))]
            {
                let key = format!("{key}-{round}-{login}-{what}");
                if let Ok(done) = world.perform_as(as_officer(world, login), &dossier, &key, command) {
                    dossier = done.dossier;
                }
            }
        }
        if dossier.outcome.is_some() {
            return dossier;
        }
    }
    panic!("nobody could decide it: {:?}", dossier.steps);
}

/// Acts of every kind that moves a figure, in hand, early and late.
fn lead(world: &World) {
    for key in ["accepted", "handed", "paused", "resumed", "stopped", "withdrawn", "decided"] {
        let request = Request { words: "Bản đã nộp bị mờ".into(), ..Request::default() };
        let pause = Pause { cause: PauseFor::Applicant { request }, document: "1/TB".into() };
        let act = |login, dossier: &Dossier, name: &str, command| {
            let key = format!("{key}-{name}");
            world.perform_as(as_officer(world, login), dossier, &key, command).unwrap().dossier
        };
        let stop = Stop { document: "2/TB".into(), reason: "Trùng".into(), reason_code: None };
        let withdraw = Withdraw { words: "Người nộp xin rút".into(), reason_code: None };
        match key {
            "accepted" => drop(world.open(world.opening(key, vec![accept()])).unwrap()),
            "handed" => drop(handed_over(world, key)),
            "paused" => drop(act("officer", &handed_over(world, key), "p", Command::Pause(pause))),
            "resumed" => {
                let paused = act("officer", &handed_over(world, key), "p", Command::Pause(pause));
                world.later(3 * 24 * 60);
                act("officer", &paused, "r", Command::Resume(Resume { words: "Đã đủ".into() }));
            }
            "stopped" => {
                let there = handed_over(world, key);
                world.later(40 * 24 * 60);
                act("agency-head", &there, "s", Command::Stop(stop));
            }
            "withdrawn" => drop(act("counter", &handed_over(world, key), "w", Command::Withdraw(withdraw))),
            _ => drop(decided(world, handed_over(world, key), key)),
        }
    }
    // What an act leaves where it counted, changes no sum.
    let there = handed_over(world, "read");
    let before = world.count("tally_change");
    let words = Command::Remark(domain::dossier::Remark { words: "Đã gọi điện".into() });
    world.perform_as(as_officer(world, "officer"), &there, "read-remark", words).unwrap();
    assert_eq!(world.count("tally_change"), before);
}

#[test]
fn sums_say_what_dossiers_say_at_once_and_after_all_that_is_done_to_them() {
    on_each_engine(|world| {
        province::generate(&world.app, GENERATED, |_| {}).unwrap();
        assert!(world.count("measure") > 200 && world.count("tally") > 0);
        check(world, "generated");
        lead(world);
        assert!(world.count("tally_change") > 15);
        check(world, "as acts left them");
        // In parts too.
        assert_eq!(world.app.store.write_now(|tx| storage::tally::fold(tx, 7)).unwrap(), 7);
        check(world, "partly folded");
        world.wait(app::counting::fold(&world.app)).unwrap();
        assert_eq!(world.count("tally_change"), 0);
        check(world, "folded");
        behind(world, &["delete from measure".into(), "update tally set done_late = done_late + 1".into()]);
        assert!(!world.verify().is_empty());
        world.gather_roots();
        app::rebuild::run(&world.app).unwrap().unwrap();
        check(world, "rebuilt");
        // As the schema was before there were any.
        let before = [
            "drop table measure",
            "drop table tally",
            "drop table tally_change",
            "drop table public_figure",
            "drop table public_quarter",
            "drop table quarterly_report",
            "drop table quarterly_event",
            "drop table quarterly_issue",
        ];
        let backwards = move |tx: &mut storage::Tx| {
            before.iter().try_for_each(|sql| tx.execute(sql, &[]).map(drop))?;
            tx.execute("delete from migration where name >= '0027_measures'", &[]).map(drop)
        };
        world.app.store.write_now(backwards).unwrap();
        world.app.store.migrate(None).unwrap();
        check(world, "migrated");
    });
}

#[test]
fn a_backup_brings_figures_back_on_either_engine() {
    on_each_pair(|world, to| {
        handed_over(world, "a");
        decided(world, handed_over(world, "b"), "b");
        let there = restored(world, to);
        check(&there, "restored");
    });
}
