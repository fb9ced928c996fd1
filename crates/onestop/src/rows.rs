//! A dossier as a row of an officers' list.

use app::inbox::{ListRow, Page};
use domain::deadline::Timeliness;
use domain::dossier::{StageKind, WhoseClock};
use domain::time::{long_date, short_moment};
use ui::formats::time_left;
use web::Ask;

pub struct Row {
    /// Its page, with its place in the list.
    pub to: String,
    pub code: String,
    /// How a box names it: the dossier, the place of its step, and the step.
    pub pick: String,
    pub owner: String,
    pub what: String,
    pub step: String,
    /// How the officer is involved, where the list is about that.
    pub involved: &'static str,
    /// Until when the step is to be done.
    pub step_due: String,
    pub tag: &'static str,
    pub left: String,
    /// The legal date and the promised one, where they differ.
    pub dates: String,
    pub assignee: String,
    pub sent: String,
}

/// `list` is the list they stand in, as the pairs of an address; nothing where they stand in none.
pub fn rows(ask: &Ask, page: &Page, list: &str) -> Vec<Row> {
    page.rows.iter().map(|row| view(ask, page, row, list)).collect()
}

fn view(ask: &Ask, page: &Page, row: &ListRow, list: &str) -> Row {
    let language = ask.language;
    let data = ask.app().reference();
    let procedure = data.procedure_any(&row.procedure);
    let step = row.step.as_ref().and_then(|step| data.step_name(&row.procedure, step));
    let calendar = data.calendar(row.competent);
    let due = row.due.or(row.due_legal);
    let (tag, left) = match (row.finished_at, due, row.stage.whose_clock()) {
        (Some(finished), _, _) => {
            let day = long_date(finished.date(), language);
            match row.timeliness {
                Some(judged) => {
                    let tag = if judged == Timeliness::Late { "tag--late" } else { "tag--neutral" };
                    (tag, format!("{day} · {}", judged.name(language)))
                }
                None => ("tag--neutral", day),
            }
        }
        (None, Some(due), WhoseClock::Agency) => {
            let left = time_left(calendar, ask.now(), due, language);
            (left.tag, left.words)
        }
        // It was late before it was paused.
        (None, _, WhoseClock::Applicant) if row.due.is_some_and(|due| due < ask.now()) => {
            let left = time_left(calendar, ask.now(), row.due.unwrap_or(ask.now()), language);
            (left.tag, format!("{} · {}", row.stage.name(language), left.words))
        }
        // The applicant has the turn.
        (None, _, WhoseClock::Applicant) => ("tag--neutral", row.stage.name(language).to_string()),
        _ => ("tag--neutral", String::new()),
    };
    // Where an apology promised another date, both are said.
    let promised = row.due_current.filter(|promised| row.due_legal.is_some_and(|legal| legal != *promised));
    let dates = promised.zip(row.due_legal).map(|(promised, legal)| {
        let (legal, promised) = (short_moment(legal), short_moment(promised));
        language.pick(
            format!("Hạn theo quy định {legal}, hẹn lại {promised}"),
            format!("By law {legal}, promised again for {promised}"),
        )
    });
    let paused = matches!(row.stage, StageKind::PausedForApplicant | StageKind::PausedForFee);
    let name = |id| page.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
    Row {
        to: crate::inbox::row_address(row, list),
        pick: format!("{}.{}.{}", row.reference, row.cursor.place, row.step.as_deref().unwrap_or_default()),
        code: row.code.clone().unwrap_or_else(|| row.reference.grouped()),
        owner: if row.owner.is_empty() { "–".into() } else { row.owner.clone() },
        what: procedure.map_or_else(|| row.procedure.clone(), |p| p.short_name.get(language).to_string()),
        step: step
            .map_or_else(|| row.stage.name(language).to_string(), |name| name.get(language).to_string()),
        involved: page
            .involved
            .iter()
            .find(|(id, _)| id.0 == row.cursor.id)
            .map_or("", |(_, how)| how.name(language)),
        // While it is paused the time of a step stands still.
        step_due: row.step_due.filter(|_| !paused).map(short_moment).unwrap_or_default(),
        tag,
        left,
        dates: dates.unwrap_or_default(),
        assignee: row.assignee.and_then(name).unwrap_or_default(),
        sent: short_moment(row.submitted_at),
    }
}
