//! The key under which names are searched and sorted: the same for dossiers and for procedures.

pub use search::fold::fold;
use storage::projection::Folding;

pub(crate) const FOLDING: Folding = Folding { version: search::fold::VERSION, key: fold, by_any_word: true };
/// Of rows that were not folded anew yet.
pub(crate) const FIRST: Folding = Folding { version: 1, key: search::fold::first, by_any_word: false };

/// What rows are searched by for a name, of either folding.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let mut keys = vec![fold(name), search::fold::first(name)];
    keys.dedup();
    // Signs alone are no name, and would begin every one.
    keys.retain(|key| !key.is_empty());
    keys
}
