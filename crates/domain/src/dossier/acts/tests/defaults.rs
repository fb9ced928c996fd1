//! The steps a procedure begins with: within its limit, whatever that is.

use super::*;
use crate::adopt::fits;
use crate::agency::{Agency, AgencyKind, Unit};
use crate::deadline::Limit;
use crate::procedure::{Process, default_process};

fn begun(limit: Limit) -> (Process, bool) {
    let story = given([]);
    let mut procedure = story.procedure;
    procedure.methods.iter_mut().for_each(|method| method.limit = limit.clone());
    procedure.process = Process::default();
    let unit = |key: &str| Unit { key: unit(key), name: Text::new(key, key), intake: false };
    let agency = Agency {
        id: DEPARTMENT,
        key: "agency".into(),
        kind: AgencyKind::Department,
        name: Text::new("Sở", "A department"),
        address: String::new(),
        phone: String::new(),
        codes: Vec::new(),
        from: date("2020-01-01"),
        to: None,
        successor: None,
        standings: Vec::new(),
        units: vec![unit("registry"), unit("heads")],
    };
    let role = |role: Role, unit: &str| Officer { unit: super::unit(unit), roles: vec![role], ..clerk() };
    let officers = [
        role(Role::Officer, "registry"),
        role(Role::DivisionHead, "registry"),
        role(Role::AgencyHead, "heads"),
    ];
    let from = date("2026-03-02");
    let process = default_process(&procedure, &agency, &officers, &story.calendar, from);
    let fits = fits(process.model(), &procedure, &story.calendar, from);
    (process, fits)
}

#[test]
fn default_steps_fit_the_limit_on_every_day_of_the_year() {
    let limits = [
        Limit::SameDay,
        Limit::WorkingDays(1),
        Limit::WorkingDays(3),
        Limit::WorkingDays(30),
        Limit::CalendarDays(1),
        Limit::CalendarDays(10),
        Limit::WorkingHours(1),
        Limit::WorkingHours(2),
        Limit::WorkingHours(8),
        Limit::WorkingMinutes(90),
        Limit::Months(1),
        Limit::Years(2),
        Limit::Words(Text::new("Theo kế hoạch", "As planned")),
    ];
    for limit in limits {
        let (process, fits) = begun(limit.clone());
        assert!(fits && !process.steps.is_empty(), "{limit:?}: {:?}", process.steps);
        assert_eq!(process.steps.last().unwrap().id, "sign", "{limit:?}");
        let hours: u32 = process.steps.iter().map(|step| step.hours).sum();
        if let Limit::WorkingHours(most) = limit {
            assert!(hours <= most, "{hours} of {most}");
        }
    }
}

#[test]
fn a_short_limit_has_fewer_default_steps_and_one_of_minutes_has_none() {
    let ids = |limit| begun(limit).0.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(Limit::WorkingDays(5)), ["check", "review", "sign"]);
    assert_eq!(ids(Limit::WorkingHours(2)), ["check", "sign"]);
    assert_eq!(ids(Limit::WorkingHours(1)), ["sign"]);
    assert_eq!(ids(Limit::WorkingMinutes(30)), [] as [&str; 0]);
}
