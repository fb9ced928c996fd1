//! All SQL: one text for two engines, SQLite and PostgreSQL.
//!
//! `store.read(|tx| …)` and `store.write(|tx| …)` run plain functions on the store's own threads. A write is
//! answered only when it is durable. No rules live here.

pub mod account;
pub mod attempt;
pub mod batch;
pub mod bulk;
pub mod catalogue;
pub mod dossier;
pub mod draft;
mod engine;
pub mod erasure;
mod error;
pub mod figure_list;
pub mod file;
pub mod held;
mod id;
pub mod inbox;
pub mod involved;
pub mod job;
pub mod known_browser;
pub mod lean;
mod legal_dates;
pub mod letter_address;
pub mod linked;
mod measured_before;
pub mod message;
mod migration;
pub mod national;
pub mod news;
pub mod process_draft;
pub mod projection;
pub mod public_figure;
pub mod quarterly;
mod queued;
pub mod record;
pub mod root;
pub mod sample;
pub mod saved_filter;
pub mod session;
mod store;
pub mod substitution;
pub mod tables;
pub mod tally;
pub mod timer;
mod tx;
mod value;
pub mod waiting;
pub mod work;

pub use engine::lease;
pub use engine::raw;
pub use error::StorageError;
pub use id::IdSource;
pub use migration::{Schema, known as migrations};
pub use store::{DatabaseLocation, Store, StoreMode};
pub use tx::Tx;
pub use value::{FromValue, SqlRow, SqlValue};

/// The words of a table row that only storage and its callers' tests need.
pub type Result<T> = std::result::Result<T, StorageError>;
