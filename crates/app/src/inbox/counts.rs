//! Counts that reached their bound. "A thousand and more" stays true for a while whatever colleagues finish, so it is not
//! counted again for a minute; every number that is said as a number is counted anew for each page.

use super::Tab;
use domain::time::Instant;
use std::collections::HashMap;
use std::sync::Mutex;
use storage::inbox::ListScope;

/// For how long such a count is kept, in minutes.
const KEPT_MINUTES: i64 = 1;
/// Maximum counts kept: a few for each division of a large province.
const KEPT_MAX: usize = 20_000;

/// The tabs whose count reached its bound, by whose they are, with the moment that was seen.
#[derive(Default)]
pub(crate) struct TabCounts(Mutex<HashMap<(ListScope, Tab), Instant>>);

impl TabCounts {
    /// Whether a tab was lately seen to hold as many as are counted.
    pub(super) fn has_many(&self, scope: &ListScope, tab: Tab, now: Instant) -> bool {
        let kept = self.0.lock().expect("no panic while it is looked at");
        let seen = kept.get(&(scope.clone(), tab));
        seen.is_some_and(|seen| *seen <= now && now < seen.plus_minutes(KEPT_MINUTES))
    }

    pub(super) fn note_many(&self, scope: &ListScope, tab: Tab, now: Instant) {
        let mut kept = self.0.lock().expect("no panic while it is looked at");
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert((scope.clone(), tab), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::agency::AgencyId;

    #[test]
    fn many_is_kept_for_a_minute_and_for_its_own_tab_alone() {
        let (counts, now) = (TabCounts::default(), Instant::parse("2026-03-02T09:00").unwrap());
        let scope = ListScope::Agency { agency: AgencyId(1), received: true, decided: false };
        assert!(!counts.has_many(&scope, Tab::Return, now));
        counts.note_many(&scope, Tab::Return, now);
        assert!(counts.has_many(&scope, Tab::Return, now));
        assert!(!counts.has_many(&scope, Tab::Return, now.plus_minutes(1)));
        assert!(!counts.has_many(&scope, Tab::Return, now.plus_minutes(-1)), "a clock went back");
        assert!(!counts.has_many(&scope, Tab::Intake, now));
        let other = ListScope::Agency { agency: AgencyId(2), received: true, decided: false };
        assert!(!counts.has_many(&other, Tab::Return, now));
    }
}
