//! What pages are made of: layout, parts, fields, words. It knows no request: whoever answers one says who asks.

pub mod assets;
pub mod chrome;
pub mod diagram;
pub mod explained;
pub mod fees;
pub mod field;
pub mod form;
#[path = "layout/text.rs"]
pub mod layout_text;
pub mod part;
pub mod place;
pub mod posted;
pub mod press;
pub mod query;
pub mod receipt;
pub mod said;
pub mod slip;
pub mod switch;
pub mod telling;
pub mod when;
mod words;

pub use chrome::Chrome;
pub use domain::{Language, Text};
pub use field::{Field, Fields};
pub use form::Form;
pub use posted::Posted;
pub use press::Tacit;
pub use said::Said;
pub use switch::Switch;
