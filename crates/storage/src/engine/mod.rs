//! The two engines. Only here is a driver named.

pub mod lease;
pub(crate) mod listening;
pub(crate) mod postgres;
mod postgres_tls;
mod queue;
pub mod raw;
pub(crate) mod sqlite;
mod sqlite_readers;
mod vital;
