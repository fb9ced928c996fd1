//! The two engines. Only here is a driver named.

pub(crate) mod postgres;
pub(crate) mod sqlite;
