//! Dossiers read a moment ago: the page of one is asked for, its form sent, the act done and the page shown anew, each of which
//! needs all that happened in it. What is kept is used only while the dossier's row and the record of erasures say that
//! nothing came since (`docs/decisions/dossiers-read-a-moment-ago.md`).

use crate::App;
use domain::dossier::{self, Dossier, Record};
use domain::time::Instant;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use storage::dossier::Head;
use storage::{StorageError, Tx, record};

/// For how long one is kept, in minutes, and how many at most.
const KEPT_MINUTES: i64 = 1;
const KEPT_MAX: usize = 256;

/// All that happened in a dossier, and how it stands.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub records: Arc<Vec<Record>>,
    pub dossier: Dossier,
}

/// Up to which event something was read, and after which erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReadVersion {
    pub head: Head,
    pub erasure: i64,
}

struct Kept<T> {
    version: ReadVersion,
    loaded: Arc<T>,
    until: Instant,
}

/// By the key of its dossier.
pub(crate) struct Recent<T = Loaded>(Mutex<HashMap<i64, Kept<T>>>);

impl<T> Default for Recent<T> {
    fn default() -> Recent<T> {
        Recent(Mutex::default())
    }
}

impl<T> Recent<T> {
    fn find(&self, version: ReadVersion, now: Instant) -> Option<Arc<T>> {
        let kept = self.0.lock().expect("no panic while it is looked at");
        let found = kept.get(&version.head.id.0)?;
        (found.version == version && now < found.until).then(|| Arc::clone(&found.loaded))
    }

    pub fn keep(&self, version: ReadVersion, loaded: Arc<T>, now: Instant) {
        let mut kept = self.0.lock().expect("no panic while it is kept");
        if kept.len() >= KEPT_MAX {
            kept.retain(|_, kept| now < kept.until);
        }
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert(version.head.id.0, Kept { version, loaded, until: now.plus_minutes(KEPT_MINUTES) });
    }
}

/// The dossier of a row, as its row and the record of erasures were read in this transaction; nothing where it has no events.
pub(crate) fn load(
    app: &App,
    tx: &mut Tx,
    version: ReadVersion,
    now: Instant,
) -> Result<Option<Arc<Loaded>>, StorageError> {
    if let Some(loaded) = app.recent.find(version, now) {
        return Ok(Some(loaded));
    }
    let records = record::load(tx, version.head.id)?;
    let Some(dossier) = dossier::replay(version.head.id, &records) else { return Ok(None) };
    let loaded = Arc::new(Loaded { records: Arc::new(records), dossier });
    app.recent.keep(version, Arc::clone(&loaded), now);
    Ok(Some(loaded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::DossierId;

    #[test]
    fn what_was_read_is_used_for_a_minute_and_only_as_long_as_nothing_came_since() {
        let (recent, now) = (Recent::default(), Instant::parse("2026-03-02T09:00").unwrap());
        let version =
            ReadVersion { head: Head { id: DossierId(7), sequence: 1, digest: [1; 32] }, erasure: 0 };
        recent.keep(version, Arc::new("read"), now);
        assert!(recent.find(version, now).is_some());
        assert!(recent.find(version, now.plus_minutes(KEPT_MINUTES)).is_none());
        let other = |head: Head, erasure: i64| recent.find(ReadVersion { head, erasure }, now).is_some();
        assert!(!other(version.head, 1), "something was erased");
        assert!(!other(Head { sequence: 2, ..version.head }, 0));
        assert!(!other(Head { digest: [2; 32], ..version.head }, 0));
        assert!(!other(Head { id: DossierId(8), ..version.head }, 0));
    }
}
