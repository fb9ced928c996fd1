//! Whose figures an officer may see.

use crate::agency::Agency;
use crate::officer::Officer;
use jiff::civil::Date;

/// The agencies whose figures an officer may see on a day: the head of an agency those of it, of what it took over and of all
/// below it; the heads in the office that controls procedures those of all it controls, and of its own.
pub fn scope_of<'a>(officer: &Officer, agencies: &'a [Agency], day: Date) -> Vec<&'a Agency> {
    if !officer.is_head() {
        return Vec::new();
    }
    let controlled = |agency: &Agency| agency.standing_on(day, agencies).controlling == Some(officer.agency);
    let controls = agencies.iter().any(controlled);
    let seen = |agency: &&Agency| {
        let own = agency.id == officer.agency;
        let led = || {
            own || agency.heir(agencies) == officer.agency
                || agency.superiors_on(day, agencies).contains(&officer.agency)
        };
        officer.heads_agency() && led() || controlled(agency) || controls && own
    };
    agencies.iter().filter(seen).collect()
}

/// Whether there is any whose figures they may see.
pub fn sees_figures(officer: &Officer, agencies: &[Agency], day: Date) -> bool {
    !scope_of(officer, agencies, day).is_empty()
}
