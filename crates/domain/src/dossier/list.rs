//! Dossiers that were handed over before every process was drawn: their steps have no tokens, and go by the list to its end.

use super::state::Dossier;
use super::step::RunningStep;
use crate::procedure::{Process, Step};

/// Which way a running step is left.
pub(super) enum ListMove {
    On,
    /// To a finished step, by its place.
    Back(usize),
}

/// The step a running one without a token leads to. On from the last one there is none; back to one that another version of
/// the list lacks neither.
pub(super) fn turn<'a>(
    dossier: &Dossier,
    running: &RunningStep,
    turn: ListMove,
    process: &'a Process,
) -> Option<&'a Step> {
    match turn {
        ListMove::On => process.steps.iter().skip_while(|step| step.id != running.id).nth(1),
        ListMove::Back(place) => process.step(&dossier.steps_done[place].id),
    }
}
