//! Processes as they are drawn (BPMN 2.0), and the engine that runs them. Pure: no clock, no IO, and no law: what a
//! step means to a dossier is for `domain`.
//!
//! A file becomes a [`Model`]; [`advance`] moves the tokens of a [`Marking`] over it by what happens; [`check`] says
//! what could go wrong before anything runs.

mod build;
mod check;
mod described;
mod diff;
mod edit;
mod engine;
mod layout;
mod mend;
mod mentions;
mod model;
mod names;
mod problem;
mod roles;
mod simulate;
mod spoken;
mod table;
mod time;
mod values;
mod xml;

pub use check::{Effort, Proof, Report, check, check_for, check_within, lanes_of_no_role, lets_through};
pub use described::{described, told_apart};
pub use diff::{Difference, DifferenceKind, ElementPart, differences};
pub use edit::{CannotChange, Edit, NewElement, StepDetails, Then, complete, edit};
pub use engine::{
    Advance, Due, EngineInput, Finished, Happened, Happening, Item, Marking, Misfit, Moved, Past, State,
    Token, TokenWait, Undone, advance, undo, waits,
};
pub use layout::{Area, Layout, Spot, layout, ways_back};
pub use mend::{DECIDES, Mend, TOLD};
pub use model::*;
pub use names::Names;
pub use problem::{EventPlace, Finding, Part, ROLES, Reason, TimeForm, Trouble, Unreadable, Weight, cut};
pub use roles::{RoleSaid, role_of_step, role_said};
pub use simulate::{Scenario, ScenarioEvent, Trace, TraceEnd, Unfit, simulate};
pub use table::{
    HEADINGS_OUT, Loss, Lost, Merged, Phase, ProcessRow, ProcessTable, SheetRemark, TableFault, TableProblem,
    TableSheet, from_rows, from_table, row_steps, table, time_in_words, to_rows, to_rows_told, to_table,
};
pub use time::WorkingTime;
pub use values::{from_json, to_json};
pub use xml::beside::{as_read, beside};
pub use xml::patch::{describe, describe_all};
pub use xml::read::read;
pub use xml::rewrite::rewrite;
pub use xml::source::{BYTES_MAX, as_text};
pub use xml::write::write;
