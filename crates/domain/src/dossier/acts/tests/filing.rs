//! Filing, online and at the counter.

use super::*;
use crate::dossier::{DossierOrigin, Identified, IdentityKind, IdentityPaper, IdentityProvider, OwnerKind};

#[test]
fn an_online_filing_is_answered_within_eight_working_hours() {
    let Stage::Submitted { answer_by, .. } = online().dossier.stage else { panic!("it was just filed") };
    // 9:00 to 11:30, 13:30 to 17:00, then two hours of Tuesday.
    assert_eq!(answer_by, instant("2026-03-03T09:30"));
}

#[test]
fn an_agency_that_takes_nothing_online_refuses_an_online_filing() {
    let filing = FileDossier { level: Level::new(2).unwrap(), ..filing(Channel::Online) };
    assert_eq!(filed_as(&filing, &applicant(), procedure()).err(), Some(Refusal::NotOnline));
}

#[test]
fn an_online_filing_brings_a_file_for_every_required_paper() {
    let missing = Some(Refusal::PapersMissing { papers: vec!["application".into()] });
    let without = FileDossier { papers: Vec::new(), ..filing(Channel::Online) };
    assert_eq!(filed_as(&without, &applicant(), procedure()).err(), missing);
    let on_paper_only = FileDossier { papers: filing(Channel::Direct).papers, ..filing(Channel::Online) };
    assert_eq!(filed_as(&on_paper_only, &applicant(), procedure()).err(), missing);
}

#[test]
fn what_came_by_a_channel_is_told_in_the_unit_of_the_limits_of_that_channel() {
    let mut procedure = procedure();
    let hours = |method: &mut Method| method.limit = Limit::WorkingHours(4);
    procedure.methods.iter_mut().filter(|method| method.channel == Channel::Direct).for_each(hours);
    assert!(procedure.is_in_hours(Channel::Direct) && !procedure.is_in_hours(Channel::Online));
    // Of a channel with two limits, one of them in days, it is not known.
    let mut days = procedure.methods[0].clone();
    (days.channel, days.limit) = (Channel::Direct, Limit::WorkingDays(5));
    procedure.methods.push(days);
    assert!(!procedure.is_in_hours(Channel::Direct));
    // What it does not list counts as the direct one.
    procedure.methods.retain(|method| method.channel == Channel::Direct);
    procedure.methods.pop();
    assert!(procedure.is_in_hours(Channel::Postal));
}

#[test]
fn what_is_filled_in_on_the_screen_is_no_file_of_an_online_filing() {
    let without = FileDossier { papers: Vec::new(), ..filing(Channel::Online) };
    let mut on_screen = procedure();
    on_screen.papers.iter_mut().for_each(|paper| paper.on_screen = true);
    assert!(filed_as(&without, &applicant(), on_screen).is_ok());
}

#[test]
fn the_counter_takes_a_filing_with_papers_missing() {
    let filing = FileDossier { papers: Vec::new(), ..filing(Channel::Postal) };
    assert!(filed_as(&filing, &counter(), procedure()).is_ok());
}

#[test]
fn each_channel_has_those_who_file_on_it() {
    let refused = |channel: Channel, actor: Actor| filed_as(&filing(channel), &actor, procedure()).err();
    assert_eq!(refused(Channel::Direct, applicant()), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Online, counter()), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Online, Actor::System), Some(only(Role::Counter)));
    assert_eq!(refused(Channel::Direct, counter_elsewhere()), Some(Refusal::NotYourAgency));
    assert_eq!(refused(Channel::Direct, by(administrator())), Some(only(Role::Counter)));
}

#[test]
fn a_procedure_without_steps_takes_no_filing() {
    let empty = Procedure { process: Process::default(), ..procedure() };
    assert_eq!(filed_as(&filing(Channel::Direct), &counter(), empty).err(), Some(Refusal::NoProcess));
}

#[test]
fn what_nothing_tells_later_is_kept_on_the_day_it_is_filed() {
    let online = online().dossier.filed;
    // At level 4 one could pay, and that is not possible yet.
    assert_eq!((online.level, online.origin), (Level::new(3), Some(DossierOrigin::Portal)));
    let accounts = Some(IdentityProvider::Accounts);
    assert_eq!(online.identified, Some(Identified { assurance: Assurance::Password, by: accounts }));
    assert_eq!((online.owner, online.trial), (Some(OwnerKind::Citizen), false));
    assert_eq!(online.document, Some(IdentityPaper { kind: IdentityKind::Citizen, country: String::new() }));
    let by_officer = |channel| filed_as(&filing(channel), &counter(), procedure()).unwrap().dossier.filed;
    let (direct, post) = (by_officer(Channel::Direct), by_officer(Channel::Postal));
    let seen = Identified { assurance: Assurance::Verified, by: Some(IdentityProvider::Counter) };
    assert_eq!((direct.origin, direct.identified), (Some(DossierOrigin::Counter), Some(seen)));
    let unseen = Identified { assurance: Assurance::Claimed, by: None };
    assert_eq!((post.origin, post.identified), (Some(DossierOrigin::Post), Some(unseen)));
    let linked = linked::opened(&linked::linked_filing()).dossier.filed;
    assert_eq!((linked.origin, linked.identified), (Some(DossierOrigin::Agency), None));
}

#[test]
fn a_kind_of_owner_that_was_said_goes_before_what_the_number_tells() {
    let parties = |number: &str| {
        let owner = Party { identity: number.into(), ..Party::default() };
        Parties { owner, submitter: None }
    };
    let of = |number: &str, owner_kind| {
        let filing = FileDossier { parties: parties(number), owner_kind, ..filing(Channel::Direct) };
        filed_as(&filing, &counter(), procedure()).unwrap().dossier.filed.owner
    };
    assert_eq!(of("0101234567", None), Some(OwnerKind::Business));
    assert_eq!(of("0101234567", Some(OwnerKind::StateBody)), Some(OwnerKind::StateBody));
    assert_eq!(of("", None), None);
}
