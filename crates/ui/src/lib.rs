//! What pages are made of: layout, parts, fields, words. It knows no request: whoever answers one says who asks.

pub mod asked_papers;
pub mod assets;
pub mod chrome;
pub mod deadline_days;
pub mod diagram;
pub mod event_sentences;
pub mod fees;
pub mod field;
pub mod flash;
pub mod foreign;
pub mod form;
pub mod formats;
#[path = "layout/text.rs"]
pub mod layout_text;
mod markup;
pub mod part;
pub mod portions;
pub mod posted;
pub mod query;
pub mod receipt;
pub mod slip;
pub mod stand_in;
pub mod submit;
pub mod switch;
pub mod usual_time;
mod words;

pub use chrome::Chrome;
pub use domain::{Language, Text};
pub use field::{Field, Fields};
pub use flash::Flash;
pub use form::Form;
pub use markup::Markup;
pub use posted::Posted;
pub use submit::FormParam;
pub use switch::Switch;
