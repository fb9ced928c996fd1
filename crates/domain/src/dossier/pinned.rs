use crate::procedure::ProcedureCode;
use crate::rules::PackId;
use serde::{Deserialize, Serialize};

/// The versions a dossier was filed under. A change in the catalogue never rewrites an old dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    pub procedure: ProcedureCode,
    pub version: u32,
    pub process_version: u32,
    pub pack: PackId,
}
