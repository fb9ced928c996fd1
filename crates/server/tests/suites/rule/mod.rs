//! The rule is asked, not repeated: a sentence that says a number which a rule pack may vary, or the program keeps elsewhere,
//! has it from there. What is written in the program is read for numbers written out; then every page is drawn under a made-up
//! law with other numbers and names, and none of ours is found.

mod documents;
mod languages;
mod names;
#[cfg(debug_assertions)]
mod pages;
mod sql;
mod written;
