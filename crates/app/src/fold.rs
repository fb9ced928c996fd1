//! The key under which names are searched and sorted: the same for dossiers and for procedures.

pub use search::fold::fold;
use storage::projection::Folding;

pub(crate) const FOLDING: Folding =
    Folding { version: search::fold::VERSION, key: fold, others: search::fold::others };
/// Of rows that were not folded anew yet, the latest first.
pub(crate) const BEFORE: [Folding; 2] = [
    Folding { version: 2, key: fold, others: search::fold::later },
    Folding { version: 1, key: search::fold::first, others: |_| Vec::new() },
];

/// What rows are searched by for a name, of any folding.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let mut keys = vec![fold(name), search::fold::first(name), search::fold::joined(name)];
    keys.sort();
    keys.dedup();
    // Signs alone are no name, and would begin every one.
    keys.retain(|key| !key.is_empty());
    keys
}
