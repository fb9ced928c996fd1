//! The suites that try the whole program, a file or folder each: over plain forms, in a browser, as a process of its own. They
//! are one program, which is linked once and runs them side by side; one of them is named by its first word
//! (`cargo test -p server --test suites batch::`).

mod common;

mod absence;
mod access;
mod batch;
mod beside;
mod browser;
mod catalogue;
mod correct;
mod crash;
mod deadline;
mod desk;
mod drawing;
mod erasure;
mod faults;
mod figures;
mod forecast;
mod held;
mod installation;
mod intake;
mod involved;
mod jobs;
mod journey;
mod json;
mod killed;
mod late;
mod lines;
mod linked;
mod lists;
mod news;
mod numbers;
mod open_data;
mod output;
mod outside;
mod people;
mod private;
mod process;
mod quarterly;
mod recount;
mod released;
mod reminders;
mod reports;
mod rule;
mod templates;
mod told;
mod typed;
mod typing;
