//! The current state of a dossier, which lists and look-ups read.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::{SqlValue, params};

pub const DOSSIER: Projection = Projection {
    table: "dossier",
    columns: &[
        "id",
        "reference",
        "code",
        "external_code",
        "procedure_code",
        "channel",
        "receiving_id",
        "competent_id",
        "account_id",
        "stage",
        "unit",
        "step",
        "assignee_id",
        "steps_done",
        "steps_total",
        "submitted_at",
        "accepted_at",
        "due_original",
        "due_current",
        "finished_at",
        "returned_at",
        "sequence",
        "head",
        "main_id",
        "due_legal",
        "timeliness",
        "outcome",
    ],
    key: 1,
    dossier: 0,
    // How far signed roots hold its chain.
    external_column: Some(("rooted", 0)),
    rows,
    told: MismatchReport::ByColumn,
};

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
    let oldest = dossier.steps.first();
    let row = params![
        dossier.id,
        dossier.reference.as_str(),
        dossier.code.as_ref().map(ToString::to_string),
        dossier.external_code.clone(),
        dossier.pinned.procedure.as_str(),
        dossier.channel.key(),
        dossier.counter(),
        dossier.competent,
        dossier.account,
        dossier.stage.kind().key(),
        oldest.map(|step| step.unit.0.clone()),
        oldest.map(|step| step.id.clone()),
        oldest.and_then(|step| step.assignee),
        dossier.steps_finished(),
        dossier.steps_total,
        dossier.submitted_at,
        dossier.accepted_at,
        dossier.clock.as_ref().and_then(|clock| clock.original),
        dossier.due(),
        dossier.finished_at,
        dossier.returned_at,
        dossier.sequence,
        state.head,
        dossier.main.as_ref().map(|main| main.dossier),
        dossier.legal_due(),
        dossier.timeliness().map(|timeliness| timeliness.key()),
        dossier.outcome.map(|outcome| outcome.key()),
    ];
    vec![row.to_vec()]
}
