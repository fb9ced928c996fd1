//! The gate: from what is counted and what was told before, what is told now.

use super::{PartCounts, PublicCell};
use crate::agency::AgencyId;
use crate::procedure::ProcedureCode;
use crate::rules::PublicBounds;
use std::collections::BTreeMap;

/// What a quarter counts of a basis, dossier for dossier in exactly one entry.
pub type CountedQuarter = BTreeMap<(AgencyId, ProcedureCode), PartCounts>;
/// Cells, each as it was last told, or as it is told now.
pub type ToldCells = BTreeMap<PublicCell, PartCounts>;

pub struct Gate<'a> {
    pub bounds: &'a PublicBounds,
    /// Procedures told of for the whole province only.
    pub discreet: &'a dyn Fn(&ProcedureCode) -> bool,
}

impl Gate<'_> {
    /// What is told of one quarter and basis tonight, of cells that moved on. On the night it `closes` what is left is told in
    /// wider cells where it can be, and the quarter is not asked again.
    pub fn tell(&self, counted: &CountedQuarter, before: &ToldCells, closes: bool) -> ToldCells {
        let mut told = ToldCells::new();
        let mut left: BTreeMap<(AgencyId, ProcedureCode), PartCounts> = BTreeMap::new();
        let mut whole: BTreeMap<&ProcedureCode, PartCounts> = BTreeMap::new();
        let none = PartCounts::default();
        for ((agency, procedure), parts) in counted {
            if (self.discreet)(procedure) {
                *whole.entry(procedure).or_default() += parts;
                continue;
            }
            // ToldCells for the province while it was thought discreet: one way of telling a quarter, for good.
            if before.contains_key(&PublicCell::of_procedure(procedure)) {
                continue;
            }
            let cell = PublicCell::of(*agency, procedure);
            let seen = before.get(&cell).unwrap_or(&none);
            if self.moves(parts, seen) {
                told.insert(cell, parts.clone());
                continue;
            }
            let rest = parts - seen;
            // What was put right since stays out: it cannot be told from what came.
            if rest.total() > 0 && rest.is_whole() {
                left.insert((*agency, procedure.clone()), rest);
            }
        }
        for (procedure, parts) in whole {
            let by_agency =
                |cell: &PublicCell| cell.agency.is_some() && cell.procedure.as_ref() == Some(procedure);
            let cell = PublicCell::of_procedure(procedure);
            if !before.keys().any(by_agency) && self.moves(&parts, before.get(&cell).unwrap_or(&none)) {
                told.insert(cell, parts);
            }
        }
        if closes {
            told.extend(self.rest(left));
        }
        told
    }

    fn moves(&self, parts: &PartCounts, seen: &PartCounts) -> bool {
        parts.total() >= self.bounds.at_least && parts.total() - seen.total() >= self.bounds.moves_by
    }

    /// What is left goes with the rest of its procedure over all agencies, where that can be told; else with the rest of its
    /// agency.
    fn rest(&self, left: BTreeMap<(AgencyId, ProcedureCode), PartCounts>) -> ToldCells {
        let mut by_procedure: BTreeMap<&ProcedureCode, Vec<&PartCounts>> = BTreeMap::new();
        for ((_, procedure), parts) in &left {
            by_procedure.entry(procedure).or_default().push(parts);
        }
        let mut told = ToldCells::new();
        for (procedure, parts) in by_procedure {
            if let Some(sum) = self.sum(&parts) {
                told.insert(PublicCell::of_procedure(procedure), sum);
            }
        }
        let mut by_agency: BTreeMap<AgencyId, Vec<&PartCounts>> = BTreeMap::new();
        for ((agency, procedure), parts) in &left {
            if !told.contains_key(&PublicCell::of_procedure(procedure)) {
                by_agency.entry(*agency).or_default().push(parts);
            }
        }
        for (agency, parts) in by_agency {
            if let Some(sum) = self.sum(&parts) {
                told.insert(PublicCell::of_agency(agency), sum);
            }
        }
        told
    }

    /// The sum of small parts, where it is of enough dossiers and says of none of them more than that it is small: each may
    /// still be nothing, and each may still be all that small is.
    fn sum(&self, parts: &[&PartCounts]) -> Option<PartCounts> {
        let small = self.bounds.at_least.max(self.bounds.moves_by) - 1;
        let total: i64 = parts.iter().map(|parts| parts.total()).sum();
        let others = parts.len() as i64 - 1;
        if total < self.bounds.at_least || total < small || total > small * others {
            return None;
        }
        let mut sum = PartCounts::default();
        for parts in parts {
            sum += parts;
        }
        Some(sum)
    }
}

/// What in all that was ever told of one quarter and basis, in its order, the gate would not have let through: in sentences.
pub fn faults(bounds: &PublicBounds, history: &[(PublicCell, PartCounts)]) -> Vec<String> {
    let mut last: BTreeMap<&PublicCell, i64> = BTreeMap::new();
    let mut found = Vec::new();
    for (cell, parts) in history {
        let total = parts.total();
        if total < bounds.at_least || !parts.is_whole() {
            found.push(format!("{total} dossiers were told of, fewer than {}", bounds.at_least));
        }
        match last.insert(cell, total) {
            Some(before) if total - before < bounds.moves_by => {
                found.push(format!(
                    "it moved from {before} dossiers to {total}, by fewer than {}",
                    bounds.moves_by
                ));
            }
            _ => {}
        }
    }
    found
}
