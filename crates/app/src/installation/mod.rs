//! What belongs together: a database, a folder of files and its keys, bound by one installation id that stands in all
//! three. A program that finds them apart makes up nothing and removes nothing: it says what is where, and ends.

mod adopt;
mod apart;
mod bind;
mod compare;
mod enter;
mod id;
mod known;
mod lock;
mod note;

pub use adopt::{Adopted, adopt};
pub use apart::Apart;
pub(crate) use bind::bind;
pub use enter::{Entered, Purpose, enter};
pub use id::InstallationId;
pub(crate) use known::mark_restoring;
pub use lock::InstallationLock;
pub(crate) use note::write_whole;
pub use note::{Note, NoteState};
