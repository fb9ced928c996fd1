//! Dossiers that hang together across agencies (liên thông, NĐ 61/2018 article 3): the main one, which the applicant knows
//! and whose code is the only one the law asks for, and those opened for it in other agencies, each with its share of the
//! time. What a linked one finds comes back to the main one and leads its process on.

use super::outcome::Outcome;
use super::paper::FileFact;
use super::reference::DossierId;
use crate::agency::AgencyId;
use crate::code::DossierCode;
use crate::deadline::Limit;
use crate::procedure::ProcedureCode;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// What a linked dossier is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Main {
    pub dossier: DossierId,
    pub code: DossierCode,
    /// The how-many-th of its linked dossiers this is, from 1.
    pub number: u32,
    /// Its share of the time, in working minutes.
    pub minutes: u32,
}

impl Main {
    pub fn limit(&self) -> Limit {
        match self.minutes % 60 {
            0 => Limit::WorkingHours(self.minutes / 60),
            _ => Limit::WorkingMinutes(self.minutes),
        }
    }
}

/// What another agency was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub number: u32,
    pub token: u32,
    /// The element of the drawing that says so.
    pub event: String,
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub minutes: u32,
    pub asked: Instant,
    pub due: Instant,
    pub answer: Option<LinkAnswer>,
    /// It is no longer needed.
    pub recalled: bool,
    /// What it answered, or what came before it, was sent back since.
    pub undone: bool,
}

/// What another agency found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkAnswer {
    pub at: Instant,
    pub outcome: Outcome,
    pub document: String,
    /// It came on another way than by the linked dossier.
    pub outside: bool,
    /// What was found, as a file.
    pub result: Option<FileFact>,
}

impl Linked {
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && !self.recalled
    }
}
