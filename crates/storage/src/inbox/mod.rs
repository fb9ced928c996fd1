//! The officers' lists: open work by tab, what comes due, found dossiers, finished ones.

mod done;
mod due;
mod found;
mod open;
mod received;
mod row;
mod saved;

pub use done::{FinishedAt, list_done};
pub use due::{DueDossier, DueStep, OpenDates, RunningWork, dossiers_due, open_dates, passed, steps_due};
pub use found::{DossierHit, SearchedFor, Within, add_past_units, by_name, by_pairs, search};
pub use open::{Filter, InHand, ListScope, count, in_hand, list, loads, neighbours};
pub use received::most_received;
pub use row::{Cursor, ListRow, rows_of};
pub use saved::{drop_old_searches, find_search, save_search};
