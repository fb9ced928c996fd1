//! The law as pure code: dossiers, deadlines, codes, agencies, rule packs.
//!
//! Nothing here waits, reads a clock, touches a disk or a database, or writes HTML. Time, calendar and
//! randomness arrive as values; what happened leaves as events that store outcomes.

pub mod absence;
pub mod adopt;
pub mod agency;
pub mod calendar;
pub mod code;
pub mod counting;
pub mod country;
pub mod deadline;
pub mod dossier;
pub mod drawing;
pub mod forecast;
pub mod holidays;
pub mod lunar;
pub mod national_index;
pub mod officer;
pub mod procedure;
pub mod public_figures;
pub mod quarterly;
pub mod report;
pub mod rules;
pub mod time;
pub mod trial;

pub use language::{Language, Text};
