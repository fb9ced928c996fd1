//! What colleagues have in hand, as a hint to whom a step is given. A large number is not counted anew for each page: for a
//! minute it is true enough.

use crate::App;
use domain::officer::AccountId;
use domain::time::Instant;
use std::collections::HashMap;
use std::sync::Mutex;
use storage::{StorageError, Tx, inbox};

/// From how many running steps on a count is kept, and for how long, in minutes.
const MANY: u32 = 50;
const KEPT_MINUTES: i64 = 1;
/// Maximum counts kept: the officers of a large province.
const KEPT_MAX: usize = 20_000;

/// What officers with many steps have in hand, with the moment it was counted.
#[derive(Default)]
pub(crate) struct Loads(Mutex<HashMap<AccountId, (u32, Instant)>>);

impl Loads {
    fn known(&self, officer: AccountId, now: Instant) -> Option<u32> {
        let kept = self.0.lock().expect("no panic while it is looked at");
        let (load, at) = kept.get(&officer)?;
        (*at <= now && now < at.plus_minutes(KEPT_MINUTES)).then_some(*load)
    }

    fn note(&self, counted: &[(AccountId, u32)], now: Instant) {
        let mut kept = self.0.lock().expect("no panic while it is looked at");
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.extend(counted.iter().filter(|(_, load)| *load >= MANY).map(|(of, load)| (*of, (*load, now))));
    }
}

/// How many running steps each of some officers has; who has none is left out.
pub(crate) fn read(
    app: &App,
    tx: &mut Tx,
    officers: impl IntoIterator<Item = AccountId>,
    now: Instant,
) -> Result<Vec<(AccountId, u32)>, StorageError> {
    let (mut all, mut asked) = (Vec::new(), Vec::new());
    for officer in officers {
        match app.loads.known(officer, now) {
            Some(load) => all.push((officer, load)),
            None => asked.push(officer),
        }
    }
    let counted = inbox::loads(tx, &asked)?;
    app.loads.note(&counted, now);
    all.extend(counted);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_number_is_kept_for_a_minute_and_a_small_one_is_not() {
        let (loads, now) = (Loads::default(), Instant::parse("2026-03-02T09:00").unwrap());
        loads.note(&[(AccountId(1), MANY), (AccountId(2), MANY - 1)], now);
        assert_eq!(loads.known(AccountId(1), now), Some(MANY));
        assert_eq!(loads.known(AccountId(1), now.plus_minutes(1)), None);
        assert_eq!(loads.known(AccountId(1), now.plus_minutes(-1)), None, "a clock went back");
        assert_eq!(loads.known(AccountId(2), now), None);
    }
}
