//! The divisions of an agency, edited as rows.

use super::rows::{self, ListRows, RowsIntro, RowsPage, RowsQuery, VERSION, fresh_key};
use super::text::Words;
use app::fold::fold;
use axum::extract::Path;
use domain::Text;
use domain::agency::{Agency, Unit, UnitKey};
use ui::Flash;
use web::{Answer, Failure, Query, RequestContext, Sent, page, page_with_errors, see_with_flash};

/// Draws and reads the divisions: as they would be saved.
fn edit(context: &RequestContext, agency: &Agency, rows: &mut ListRows) -> Vec<Unit> {
    let t = Words(context.language);
    let mut taken = rows.elsewhere(&agency.units, |unit| &unit.key.0);
    let units = rows.of(
        &agency.units,
        |unit| &unit.key.0,
        |form, row| {
            let name =
                form.line("vi", t.name_vi()).complete("off").value(row.value(|unit| &unit.name.vi)).read();
            let english = form.line("en", t.name_en()).complete("off").value(row.value(|unit| &unit.name.en));
            let english = english.optional().written();
            let intake = row.known.is_some_and(|unit| unit.intake);
            let intake = form.tick("intake", t.unit_task(), t.unit_intake(), intake);
            let name = name?;
            let key = key(context, agency, row.id, &name, &taken);
            taken.push(key.clone());
            Some(Unit { key: UnitKey(key), name: Text::new(name, english), intake })
        },
    );
    let complete = !rows.any_wrong();
    if rows.is_empty() {
        rows.add_error(t.units_missing());
    }
    // A division that has been used stays: dossiers and officers point to it.
    let gone = |old: &&Unit| !units.iter().any(|new| new.key == old.key);
    for lost in agency.units.iter().filter(gone).filter(|_| complete) {
        rows.add_error(t.unit_lost(lost.name.get(context.language)));
    }
    units
}

/// What the form was opened on, as a digest: a colleague's saving in between changes it.
fn version(agency: &Agency) -> String {
    app::random::short(&format!("{:?}", agency.units))
}

fn requested(context: &RequestContext, key: &str) -> Result<Agency, Failure> {
    Ok(context.app().master_data().agency_by_key(key).ok_or(Failure::NotFound)?.clone())
}

fn view(context: &RequestContext, agency: &Agency, rows: ListRows) -> RowsPage {
    let t = Words(context.language);
    let about = RowsIntro {
        back: format!("/office/administration/agencies/{}", agency.key),
        eyebrow: agency.name.get(context.language).to_string(),
        heading: t.units(),
        note: t.units_note(),
        add: t.add_unit(),
        version: version(agency),
    };
    rows::view(about, rows)
}

pub async fn show(context: RequestContext, Path(key): Path<String>, Query(at): Query<RowsQuery>) -> Answer {
    let agency = requested(&context, &key)?;
    let mut rows = ListRows::stored(&context, at.number()?);
    edit(&context, &agency, &mut rows);
    page(&view(&context, &agency, rows))
}

pub async fn submit(context: RequestContext, Path(key): Path<String>, Sent(posted): Sent) -> Answer {
    let agency = requested(&context, &key)?;
    let mut rows = ListRows::sent(&context, &posted)?;
    let units = edit(&context, &agency, &mut rows);
    if rows.edited() {
        return page(&view(&context, &agency, rows));
    }
    if VERSION.of(&posted) != version(&agency) {
        rows.add_error(Words(context.language).overtaken());
    }
    if rows.any_wrong() {
        return page_with_errors(&view(&context, &agency, rows));
    }
    app::administration::save_agency(context.app(), context.signed_in()?.id(), Agency { units, ..agency })
        .await?;
    see_with_flash(
        &context,
        &rows.after_saving(&format!("/office/administration/agencies/{key}"), "units"),
        Flash::Saved,
    )
}

/// The key a division has; or the one divisions of that name have elsewhere, so that steps fit every agency
/// that offers a procedure; or a new one.
fn key(context: &RequestContext, agency: &Agency, kept: &str, name: &str, taken: &[String]) -> String {
    let kept = UnitKey(kept.to_string());
    if agency.unit(&kept).is_some() && !taken.contains(&kept.0) {
        return kept.0;
    }
    let data = context.app().master_data();
    let folded = fold(name);
    let alike =
        data.agencies.iter().flat_map(|agency| &agency.units).find(|unit| fold(&unit.name.vi) == folded);
    let alike = alike.map(|unit| unit.key.0.clone()).filter(|key| !taken.contains(key));
    alike.unwrap_or_else(|| fresh_key(name, taken))
}
