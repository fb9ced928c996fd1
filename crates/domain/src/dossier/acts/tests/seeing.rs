//! Who sees a dossier, and what pages offer.

use super::*;

#[test]
fn before_it_is_handed_over_only_the_counter_and_the_head_of_the_agency_see_it() {
    let dossier = given([accepted()]).dossier;
    assert!(dossier.visible_to(&officer(11, CENTRE, "intake", Role::Counter)));
    assert!(dossier.visible_to(&officer(12, CENTRE, "intake", Role::Counter)), "every counter officer there");
    assert!(dossier.visible_to(&director()));
    for hidden in [clerk(), lawyer(), legal_head(), registry_head(), administrator(), centre_head()] {
        assert!(!dossier.visible_to(&hidden), "{hidden:?}");
    }
}

#[test]
fn a_division_sees_what_it_has_or_had() {
    let with_the_registry = given([accepted(), handed_over()]).dossier;
    for who in [clerk(), second_clerk(), registry_head(), director()] {
        assert!(with_the_registry.visible_to(&who), "{who:?}");
    }
    for who in [lawyer(), legal_head()] {
        assert!(!with_the_registry.visible_to(&who), "{who:?}");
    }
    let moved_on = given([accepted(), handed_over(), checked()]).dossier;
    for who in [clerk(), registry_head(), lawyer(), legal_head(), director()] {
        assert!(moved_on.visible_to(&who), "{who:?}");
    }
}

#[test]
fn another_agency_and_an_administrator_never_see_it() {
    for stage in StageKind::ALL {
        let dossier = story_in(stage).dossier;
        for hidden in [
            officer(41, ELSEWHERE, "intake", Role::Counter),
            officer(42, ELSEWHERE, "registry", Role::Officer),
            officer(43, ELSEWHERE, "leadership", Role::AgencyHead),
            officer(44, ELSEWHERE, "registry", Role::DivisionHead),
            officer(45, DEPARTMENT, "registry", Role::Administrator),
            officer(46, DEPARTMENT, "registry", Role::Counter),
            administrator(),
        ] {
            assert!(!dossier.visible_to(&hidden), "{stage:?} {hidden:?}");
        }
    }
}

// What pages offer.

#[test]
fn every_act_is_offered_or_says_why_not() {
    for stage in StageKind::ALL {
        let story = story_in(stage);
        for actor in everybody() {
            let offered = offers(&story.dossier, &actor, &story.context(), None);
            assert_eq!(offered.len(), ActKind::ALL.len());
            for offer in offered {
                if let Ok(effect) = offer.answer {
                    assert!(!effect.vietnamese.is_empty() && !effect.english.is_empty(), "{:?}", offer.kind);
                }
            }
        }
    }
}

#[test]
fn the_promised_date_is_the_date_given() {
    let story = given([]);
    let offered = offers(&story.dossier, &counter(), &story.context(), None);
    let accept = offered.into_iter().find(|offer| offer.kind == ActKind::Accept).unwrap();
    let promised = crate::time::long_moment(instant(DUE), Language::English);
    assert!(accept.answer.unwrap().english.contains(&promised));
}
