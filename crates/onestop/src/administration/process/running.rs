//! Running dossiers that go by an older version of their process: where each would stand in the one in use, and which stay.

use super::text::Words;
use super::{home, wanted};
use app::processes::PlanRow;
use askama::Template;
use axum::extract::Path;
use ui::{Answer, Ask, Chrome, Failure, Posted, Said, page, see_saying};

#[derive(Template)]
#[template(path = "administration/process/running.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: String,
    version: u32,
    /// How many have their place.
    fitting: usize,
    rows: Vec<RowView>,
    t: Words,
}

struct RowView {
    code: String,
    version: u32,
    step: String,
    fits: bool,
    told: &'static str,
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let (t, language) = (Words(ask.language), ask.language);
    let procedure = wanted(&ask, &code)?;
    let data = ask.app().reference();
    let plan = ask.app().plan_process_change(&code).await?;
    let row = |row: &PlanRow| {
        let dossier = &row.dossier;
        let from = data.pinned(&dossier.pinned);
        let name = |id: &str| {
            let step = from.as_ref().and_then(|procedure| procedure.process.step(id));
            step.map_or_else(|| id.to_string(), |step| step.name.get(language).to_string())
        };
        RowView {
            code: dossier.code.as_ref().map_or_else(|| dossier.reference.grouped(), ToString::to_string),
            version: dossier.pinned.process_version,
            step: dossier.steps.iter().map(|step| name(&step.id)).collect::<Vec<_>>().join(", "),
            fits: row.answer.is_ok(),
            told: row.answer.map_or_else(|why| why.sentence(language), |()| t.running_fits()),
        }
    };
    let rows: Vec<RowView> = plan.iter().map(row).collect();
    page(&Page {
        chrome: Chrome::new(&ask, t.running()),
        code,
        over: procedure.short_name.get(language).to_string(),
        version: procedure.process.version,
        fitting: rows.iter().filter(|row| row.fits).count(),
        rows,
        t,
    })
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let procedure = wanted(&ask, &code)?;
    // The plan that was looked at was for this version.
    if posted.raw("version") != procedure.process.version.to_string() {
        return ui::see(&format!("{}/running", home(&code)));
    }
    if posted.raw("act") != "move" {
        return Err(Failure::BadRequest);
    }
    ask.app().change_processes(ask.signed_in()?.id(), &code).await?;
    see_saying(&ask, &format!("{}/running", home(&code)), Said::Saved)
}
