use super::*;
use proptest::prelude::*;

fn part<'a>(groups: &'a [FilledGroup], key: &str) -> &'a FilledPart {
    groups.iter().flat_map(|group| &group.parts).find(|part| part.part.key == key).expect("it is there")
}

#[test]
fn five_groups_have_a_hundred_points_and_no_part_more_than_its_group() {
    assert_eq!(GROUPS.iter().map(|group| group.maximum).sum::<i64>(), 100);
    for group in GROUPS {
        assert!(group.parts.iter().filter_map(|part| part.maximum).sum::<i64>() <= group.maximum);
    }
}

#[test]
fn points_are_those_worked_out_by_hand() {
    // 20 × 990/1000 = 19.8; 20 × 2/3 = 13.333…; 20 × 1/6 = 3.333…; 12 × 0.3/0.5 = 7.2; 12 × (1/3)/0.5 = 8; from 50% all 12.
    for (n, of, target, maximum, hundredths) in [
        (990, 1000, 100, 20, Some(1980)),
        (2, 3, 100, 20, Some(1333)),
        (1, 6, 100, 20, Some(333)),
        (0, 5, 100, 20, Some(0)),
        (30, 100, 50, 12, Some(720)),
        (1, 3, 50, 12, Some(800)),
        (50, 100, 50, 12, Some(1200)),
        (90, 100, 50, 12, Some(1200)),
        (0, 0, 100, 20, None),
    ] {
        assert_eq!(points(n, of, target, maximum), hundredths, "{n} of {of}");
    }
}

#[test]
fn what_has_no_data_has_no_points_and_is_not_in_the_total() {
    assert_eq!(total(&fill(&Counts::default())), None);
    let counts = Counts { done_early: 9, done_late: 1, in_hand_in_time: 10, ..Counts::default() };
    let groups = fill(&counts);
    // 20 × 9/10 = 18 of 20 points, and of no more.
    assert_eq!(total(&groups), Some(IndexPoints { points: 1800, of: 2000 }));
    assert!(groups.iter().filter(|group| group.points().is_none()).count() == 4);
    let in_time = part(&groups, "in-time").figures.unwrap();
    assert_eq!((in_time.costing(), in_time.lost), (1, FigureList::DoneLate));
    // 20 × 19/20 = 19.
    assert_eq!(in_time.regain, Some(Regained { by: RegainBy::FinishInTime, dossiers: 10, points: 1900 }));
}

#[test]
fn as_many_more_online_as_are_wanted_for_all_points() {
    let counts = Counts { received_online: 30, received_counter: 60, received_post: 11, ..Counts::default() };
    let online = part(&fill(&counts), "online-share").figures.unwrap();
    // Half of 101 is 50.5: 51 are wanted.
    assert_eq!(online.regain.map(|regain| (regain.dossiers, regain.points)), Some((21, 1200)));
    assert_eq!(online.costing(), 71);
    let counts = Counts { received_online: 60, received_counter: 40, ..Counts::default() };
    let online = part(&fill(&counts), "online-share").figures.unwrap();
    assert_eq!((online.costing(), online.regain), (0, None));
}

proptest! {
    #[test]
    fn no_more_than_the_maximum_and_one_late_less_never_lowers(
        early in 0i64..1_000_000, on_time in 0i64..1_000_000, late in 1i64..1_000_000,
    ) {
        let of = |late, on_time| {
            let counts = Counts { done_early: early, done_on_time: on_time, done_late: late, ..Counts::default() };
            total(&fill(&counts)).unwrap()
        };
        let (now, better) = (of(late, on_time), of(late - 1, on_time + 1));
        prop_assert!(0 <= now.points && now.points <= better.points && better.points <= better.of);
    }
}
