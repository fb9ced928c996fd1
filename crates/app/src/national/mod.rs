//! Records of the national procedure database: they arrive as proposals, an administrator sees what would
//! change, part by part, and accepts. What was kept of them can be read again by a program that reads better.

mod again;
mod import;
mod parts;
mod proposals;

pub use again::{RereadReport, read_again};
pub use import::{Import, ImportTally, ImportTrouble, import};
pub(crate) use parts::REQUEST;
pub use parts::{NationalPart, PartDifference, differences, merge};
pub use proposals::{accept, accept_all, dismiss, find_proposal, list_proposals, search_proposals};
pub use storage::national::Proposal;

/// Records or proposals in one transaction.
const CHUNK: usize = 100;

const NOT_PUBLIC: &str = "Cơ sở dữ liệu quốc gia không còn công khai thủ tục này.";
const MISSING: &str = "Cơ sở dữ liệu quốc gia không còn thủ tục này.";
