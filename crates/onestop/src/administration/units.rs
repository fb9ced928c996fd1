//! The divisions of an agency, edited as rows.

use super::rows::{self, About, Pressed, Problems, Row, RowsPage, fresh_key, missing, tick};
use super::text::Words;
use app::fold::fold;
use axum::extract::Path;
use domain::Text;
use domain::agency::{Agency, Unit, UnitKey};
use ui::field::option;
use ui::{Answer, Ask, Failure, Field, Posted, Said, page, page_again, see_saying};

fn columns(ask: &Ask) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    vec![
        Field::text(language, "vi", t.name_vi()).complete("off"),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
        Field::checks(language, "intake", t.unit_task(), vec![option("yes", t.unit_intake())]).optional(),
    ]
}

fn rows(agency: &Agency) -> Vec<Row> {
    let row = |unit: &Unit| {
        Row::of([
            ("id", unit.key.0.clone()),
            ("vi", unit.name.vi.clone()),
            ("en", unit.name.en.clone()),
            ("intake", tick(unit.intake)),
        ])
    };
    agency.units.iter().map(row).collect()
}

/// The keys the form was opened on: a colleague's saving in between changes them or their number.
fn version(agency: &Agency) -> String {
    agency.units.iter().map(|unit| format!("{}:{}", unit.key, unit.name.vi)).collect::<Vec<_>>().join(",")
}

fn wanted(ask: &Ask, key: &str) -> Result<Agency, Failure> {
    Ok(ask.app().reference().agency_by_key(key).ok_or(Failure::NotFound)?.clone())
}

fn view(ask: &Ask, agency: &Agency, rows: &[Row], problems: &Problems) -> RowsPage {
    let t = Words(ask.language);
    let about = About {
        back: format!("/office/administration/agencies/{}", agency.key),
        over: agency.name.get(ask.language).to_string(),
        heading: t.units(),
        note: t.units_note(),
        version: version(agency),
    };
    rows::view(ask, about, &columns(ask), rows, problems)
}

pub async fn show(ask: Ask, Path(key): Path<String>) -> Answer {
    let agency = wanted(&ask, &key)?;
    page(&view(&ask, &agency, &rows(&agency), &Problems::default()))
}

pub async fn submit(ask: Ask, Path(key): Path<String>, posted: Posted) -> Answer {
    let agency = wanted(&ask, &key)?;
    let mut rows = rows::typed(&posted, &columns(&ask));
    let mut problems = Problems::default();
    match rows::press(&posted, &mut rows) {
        Pressed::Nothing => return Err(Failure::BadRequest),
        Pressed::Edited => return page(&view(&ask, &agency, &rows, &problems)),
        Pressed::Save => {}
    }
    if posted.raw("version") != version(&agency) {
        problems.say(usize::MAX, "", Words(ask.language).overtaken());
        return page_again(&view(&ask, &agency, &rows, &problems));
    }
    let units = read(&ask, &agency, &rows, &mut problems);
    if !problems.0.is_empty() {
        return page_again(&view(&ask, &agency, &rows, &problems));
    }
    ask.app().save_agency(ask.signed_in()?.id(), Agency { units, ..agency }).await?;
    see_saying(&ask, &format!("/office/administration/agencies/{key}"), Said::Saved)
}

fn read(ask: &Ask, agency: &Agency, rows: &[Row], problems: &mut Problems) -> Vec<Unit> {
    let t = Words(ask.language);
    let columns = columns(ask);
    let mut units: Vec<Unit> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        let taken: Vec<String> = units.iter().map(|unit| unit.key.0.clone()).collect();
        units.push(Unit {
            key: UnitKey(key(ask, agency, row, &taken)),
            name: Text::new(row.get("vi"), row.get("en")),
            intake: row.checked("intake"),
        });
    }
    if units.is_empty() {
        problems.say(usize::MAX, "", t.units_missing());
    }
    // A division that has been used stays: dossiers and officers point to it.
    for lost in agency.units.iter().filter(|old| !units.iter().any(|new| new.key == old.key)) {
        problems.say(usize::MAX, "", t.unit_lost(lost.name.get(ask.language)));
    }
    units
}

/// The key a division has; or the one divisions of that name have elsewhere, so that steps fit every agency
/// that supplies a procedure; or a new one.
fn key(ask: &Ask, agency: &Agency, row: &Row, taken: &[String]) -> String {
    let kept = UnitKey(row.get("id").to_string());
    if agency.unit(&kept).is_some() && !taken.contains(&kept.0) {
        return kept.0;
    }
    let data = ask.app().reference();
    let name = fold(row.get("vi"));
    let alike =
        data.agencies.iter().flat_map(|agency| &agency.units).find(|unit| fold(&unit.name.vi) == name);
    let alike = alike.map(|unit| unit.key.0.clone()).filter(|key| !taken.contains(key));
    alike.unwrap_or_else(|| fresh_key(row.get("vi"), taken))
}
