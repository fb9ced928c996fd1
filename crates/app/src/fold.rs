//! The key under which names are searched and sorted: the same for dossiers and for procedures.

pub use search::fold::fold;
