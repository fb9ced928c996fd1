//! Counts that cost much: those that reached their bound, and those told by looking at each of as many steps. "A thousand and
//! more" stays true for a while whatever colleagues finish, and 321 late among six thousand is true enough: neither is counted
//! again for a minute. Every other number is counted anew for each page.

use super::Tab;
use domain::time::Instant;
use std::collections::HashMap;
use std::sync::Mutex;
use storage::inbox::ListScope;

/// For how long such a count is kept, in minutes.
const KEPT_MINUTES: i64 = 1;
/// Maximum counts kept: a few for each division of a large province.
const KEPT_MAX: usize = 20_000;

/// Counts of tabs, by whose they are, with the moment each was counted.
#[derive(Default)]
pub(crate) struct TabCounts(Mutex<HashMap<(ListScope, Tab), (u32, Instant)>>);

impl TabCounts {
    /// What a tab was lately seen to hold.
    pub(super) fn known(&self, scope: &ListScope, tab: Tab, now: Instant) -> Option<u32> {
        let kept = self.0.lock().expect("no panic while it is looked at");
        let (count, at) = kept.get(&(scope.clone(), tab))?;
        (*at <= now && now < at.plus_minutes(KEPT_MINUTES)).then_some(*count)
    }

    pub(super) fn note(&self, scope: &ListScope, tab: Tab, count: u32, now: Instant) {
        let mut kept = self.0.lock().expect("no panic while it is looked at");
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert((scope.clone(), tab), (count, now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::agency::AgencyId;

    #[test]
    fn a_count_is_kept_for_a_minute_and_for_its_own_tab_alone() {
        let (counts, now) = (TabCounts::default(), Instant::parse("2026-03-02T09:00").unwrap());
        let scope = ListScope::Agency { agency: AgencyId(1), received: true, decided: false };
        assert_eq!(counts.known(&scope, Tab::Return, now), None);
        counts.note(&scope, Tab::Return, 1_000, now);
        assert_eq!(counts.known(&scope, Tab::Return, now), Some(1_000));
        assert_eq!(counts.known(&scope, Tab::Return, now.plus_minutes(1)), None);
        assert_eq!(counts.known(&scope, Tab::Return, now.plus_minutes(-1)), None, "a clock went back");
        assert_eq!(counts.known(&scope, Tab::Intake, now), None);
        let other = ListScope::Agency { agency: AgencyId(2), received: true, decided: false };
        assert_eq!(counts.known(&other, Tab::Return, now), None);
    }
}
