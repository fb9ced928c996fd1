//! Running dossiers that go by an older version of their process: where each would stand in the one in use, and which stay.

#[cfg(test)]
mod tests;

use super::text::Words;
use super::{VERSION, home, requested, title};
use app::processes::PlanRow;
use askama::Template;
use axum::extract::{Path, Query};
use domain::dossier::Reference;
use serde::Deserialize;
use ui::part::{BackLink, Cell, Heading, Pager, Table, TableRow, Tag, TagKind};
use ui::{Chrome, Flash};
use web::{Answer, Failure, RequestContext, Sent, page, query, see_with_flash};

#[derive(Template)]
#[template(path = "administration/process/running/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Heading,
    version: u32,
    rows: Table,
    /// What moving is called; nothing where nothing would move.
    move_them: String,
    /// The page after this one.
    pager: Pager,
    /// Nothing was found on this page or before it.
    none: bool,
    t: Words,
}

#[derive(Deserialize)]
pub struct From {
    /// The dossier a page begins after.
    #[serde(default)]
    after: String,
}

pub async fn show(context: RequestContext, Path(code): Path<String>, Query(from): Query<From>) -> Answer {
    let (t, language) = (Words(context.language), context.language);
    let procedure = requested(&context, &code)?;
    let data = context.app().master_data();
    let after = query::known(&from.after, Reference::parse)?;
    let plan = app::processes::plan_change(context.app(), &code, after.clone()).await?;
    let row = |row: &PlanRow| {
        let dossier = &row.dossier;
        let from = data.pinned(&dossier.pinned);
        let name = |id: &str| {
            let step = from.as_ref().and_then(|procedure| procedure.process.step(id));
            step.map_or_else(|| id.to_string(), |step| step.name.get(language).to_string())
        };
        let code = dossier.code.as_ref().map_or_else(|| dossier.reference.grouped(), ToString::to_string);
        let steps = dossier.steps.iter().map(|step| name(&step.id)).collect::<Vec<_>>().join(", ");
        let place = match row.answer {
            Ok(()) => Tag::new(TagKind::Good, t.running_fits()),
            Err(why) => Tag::new(TagKind::Neutral, why.sentence(language)),
        };
        TableRow {
            head: Cell::new(code).code(),
            cells: vec![
                Cell::new(dossier.pinned.process_version.to_string()),
                Cell::new(steps),
                Cell::default().tagged(place),
            ],
        }
    };
    let fitting = plan.rows.iter().filter(|row| row.answer.is_ok()).count();
    let columns = [t.running_code(), t.col_version(), t.running_at(), t.running_place()];
    let rows = Table::new(&columns, plan.rows.iter().map(row).collect());
    let whole = after.is_none() && plan.next.is_none();
    page(&Page {
        chrome: context.chrome(t.running()),
        heading: title(&context, &procedure, t.running()),
        version: procedure.process.version,
        move_them: match fitting {
            _ if !whole => t.running_move_all().to_string(),
            0 => String::new(),
            _ => t.running_move(fitting),
        },
        pager: Pager::new(t.pages())
            .next(plan.next.map(|last| format!("{}/running?after={last}", home(&code))), t.running_next()),
        none: whole && rows.is_empty(),
        rows,
        code,
        t,
    })
}

ui::submits! {
    enum Submit {
        Move = "move",
    }
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let procedure = requested(&context, &code)?;
    let Some(Submit::Move) = Submit::of(&posted) else { return Err(Failure::BadRequest) };
    // The plan that was looked at was for this version.
    if VERSION.of(&posted) != procedure.process.version.to_string() {
        return web::see(&format!("{}/running", home(&code)));
    }
    app::processes::change(context.app(), context.signed_in()?.id(), &code).await?;
    see_with_flash(&context, &format!("{}/running", home(&code)), Flash::Moving)
}
