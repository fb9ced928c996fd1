//! Administration: agencies, officers, calendars, procedures and their steps. A folder a page.

mod about;
mod agencies;
mod calendars;
mod index;
mod jobs;
mod lists;
mod national;
mod new_procedure;
mod officers;
mod parts;
mod procedures;
pub(crate) mod process;
mod rows;
mod searches;
mod text;
mod units;

use domain::officer::Role;
use web::common::BUTTONS;
use web::{Access, Endpoint, get, post};

pub fn endpoints() -> Vec<Endpoint> {
    let admin = Access::Role(Role::Administrator);
    vec![
        get("/office/administration", admin, index::show),
        get("/office/administration/jobs", admin, jobs::show),
        post("/office/administration/jobs", admin, jobs::submit).holding_nothing(BUTTONS),
        post("/office/administration/jobs/{id}", admin, jobs::submit_one).holding_nothing(BUTTONS),
        get("/office/administration/searches", admin, searches::show),
        get("/office/administration/agencies", admin, agencies::list),
        get("/office/administration/agencies/{key}", admin, agencies::show),
        post("/office/administration/agencies/{key}", admin, agencies::submit),
        get("/office/administration/agencies/{key}/units", admin, units::show),
        post("/office/administration/agencies/{key}/units", admin, units::submit),
        get("/office/administration/officers", admin, officers::list),
        get("/office/administration/officers/new", admin, officers::show_new),
        post("/office/administration/officers/new", admin, officers::submit_new)
            .not_holding(&[officers::PASSWORD]),
        get("/office/administration/officers/{id}", admin, officers::show),
        post("/office/administration/officers/{id}", admin, officers::submit)
            .not_holding(&[officers::NEW_PASSWORD]),
        get("/office/administration/calendars", admin, calendars::list),
        get("/office/administration/calendars/{key}", admin, calendars::show),
        post("/office/administration/calendars/{key}", admin, calendars::submit),
        get("/office/administration/national", admin, national::list),
        post("/office/administration/national", admin, national::submit_all).holding_nothing(BUTTONS),
        get("/office/administration/national/{id}", admin, national::show),
        post("/office/administration/national/{id}", admin, national::submit)
            .holding_nothing("parts of a record are chosen that may be another by then"),
        get("/office/administration/procedures", admin, procedures::list::show),
        get("/office/administration/procedures/new", admin, new_procedure::show),
        post("/office/administration/procedures/new", admin, new_procedure::submit),
        get("/office/administration/procedures/{code}", admin, procedures::show),
        post("/office/administration/procedures/{code}", admin, procedures::submit),
        get("/office/administration/procedures/{code}/about", admin, about::show),
        post("/office/administration/procedures/{code}/about", admin, about::submit),
        get("/office/administration/procedures/{code}/process", admin, process::show).heavy(),
        post("/office/administration/procedures/{code}/process", admin, process::bring::submit)
            .with_sheets()
            .holding_nothing("a file is chosen again")
            .heavy(),
        get("/office/administration/procedures/{code}/process/file", admin, process::file),
        get("/office/administration/procedures/{code}/process/running", admin, process::running::show)
            .heavy(),
        post("/office/administration/procedures/{code}/process/running", admin, process::running::submit)
            .holding_nothing(BUTTONS)
            .heavy(),
        get("/office/administration/procedures/{code}/process/forecast", admin, process::forecast::show)
            .heavy(),
        get("/office/administration/procedures/{code}/process/trial", admin, process::trial::show).heavy(),
        post("/office/administration/procedures/{code}/process/trial", admin, process::trial::submit).heavy(),
        get("/office/administration/procedures/{code}/process/draft", admin, process::draft::show).heavy(),
        post("/office/administration/procedures/{code}/process/draft", admin, process::draft::submit).heavy(),
        get(
            "/office/administration/procedures/{code}/process/draft/{element}",
            admin,
            process::element::show,
        )
        .heavy(),
        post(
            "/office/administration/procedures/{code}/process/draft/{element}",
            admin,
            process::element::submit,
        )
        .heavy(),
        get("/office/administration/procedures/{code}/parts/{part}", admin, parts::show),
        post("/office/administration/procedures/{code}/parts/{part}", admin, parts::submit),
    ]
}

/// A slug: small letters, digits and dashes.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
