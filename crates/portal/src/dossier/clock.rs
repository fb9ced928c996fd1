//! Whose turn it is, and how long they have: nothing reads as done or good that is not.

use super::{DossierReader, text};
use app::opening::Viewed;
use domain::dossier::{Outcome, Stage, StageKind, WhoseClock};
use domain::time::long_moment;
use ui::formats::{left, time_left};
use ui::part::{ClockCard, ClockTurn, ProgressBar, TagKind};

pub fn clock(reader: &DossierReader, viewed: &Viewed) -> ClockCard {
    let (t, language) = (text::Words(reader.language), reader.language);
    let dossier = &viewed.dossier;
    let data = &reader.data;
    let stage = dossier.stage.kind();
    let due = match &dossier.stage {
        Stage::Submitted { answer_by, .. } => Some(*answer_by),
        _ => dossier.due(),
    };
    // An apology promises another date; what is late by law is said to be late all the same.
    let judged = if dossier.clock.is_some() { dossier.legal_due() } else { due };
    // What the law gives in hours is counted in hours: the answer to what was filed always is.
    let in_hours = dossier.clock.as_ref().is_some_and(|clock| clock.limit.is_in_hours());
    let counted = |due| left(stage, in_hours, data.calendar(dossier.competent), (reader.now, due), language);
    let left = judged.map(counted);
    let late = left.as_ref().is_some_and(|left| left.tag == TagKind::Late);
    let denied = dossier.outcome == Some(Outcome::Denied);
    let (turn, who, left) = match stage.whose_clock() {
        WhoseClock::Agency => {
            let turn = if late { ClockTurn::Late } else { ClockTurn::Running };
            let who = if stage == StageKind::Submitted { t.intake_turn() } else { t.agency_turn() };
            (turn, who, left.map(|left| left.words).unwrap_or_default())
        }
        WhoseClock::Applicant if stage == StageKind::ResultReady && denied => {
            (ClockTurn::Refused, t.your_turn(), t.take_answer().into())
        }
        WhoseClock::Applicant if stage == StageKind::ResultReady => {
            (ClockTurn::Done, t.your_turn(), t.take_result().into())
        }
        // Before acceptance no clock runs that could stand.
        WhoseClock::Applicant if dossier.clock.is_none() => {
            (ClockTurn::Yours, t.your_turn(), t.not_counted().into())
        }
        WhoseClock::Applicant => {
            let late = dossier.late_before_pause();
            let late =
                late.map(|due| time_left(data.calendar(dossier.competent), reader.now, due, language).words);
            (ClockTurn::Yours, t.your_turn(), late.unwrap_or_else(|| t.stands().into()))
        }
        // Only what was granted ends well.
        WhoseClock::Nobody if stage == StageKind::Returned && !denied => {
            (ClockTurn::Done, t.nobody_turn(), String::new())
        }
        WhoseClock::Nobody if stage == StageKind::Returned => (ClockTurn::Refused, t.denied(), String::new()),
        WhoseClock::Nobody if stage == StageKind::Refused => (ClockTurn::Refused, t.refused(), String::new()),
        WhoseClock::Nobody => (ClockTurn::Closed, t.nobody_turn(), String::new()),
    };
    let due = match (&dossier.stage, due) {
        (Stage::Submitted { .. }, Some(due)) if late => t.answer_was_due(&long_moment(due, language)),
        (Stage::Submitted { .. }, Some(due)) => t.answer_by(&long_moment(due, language)),
        (_, Some(due)) if stage.whose_clock() == WhoseClock::Agency => match judged {
            _ if reader.now > due => {
                let due = long_moment(due, language);
                if dossier.apologies.is_empty() { t.due_was(&due) } else { t.due_again_was(&due) }
            }
            // The time that is left is counted to the one, the result was promised for the other.
            Some(legal) if legal != due => {
                t.due_and_promised(&long_moment(legal, language), &long_moment(due, language))
            }
            _ => t.due(&long_moment(due, language)),
        },
        _ => String::new(),
    };
    let (done, all) = stage.progress(dossier.steps_finished(), dossier.steps_total);
    let steps = (all > 0).then(|| ProgressBar::new(done, all, t.steps_done(all, done)));
    ClockCard { turn, who: who.into(), left, due, steps }
}
