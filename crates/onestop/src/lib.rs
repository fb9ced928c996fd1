//! The officers' pages, one folder a page, all under `/office`.

mod absence;
mod administration;
mod batch;
mod counter;
mod dossier;
mod figures;
mod inbox;
mod limits;
mod news;
mod officer_reader;
mod password;
mod receipt;
mod reminders;
pub mod reports;
mod rows;
mod saved_filters;
mod search;
mod slip;

pub use administration::process::bring::as_filled_in;

use domain::officer::Role;
use web::limits::RateLimit;
use web::{Access, Endpoint, get, post};

pub fn endpoints() -> Vec<Endpoint> {
    let mut all = vec![
        get("/office", Access::SignedIn, inbox::show),
        get("/office/absences", Access::Officer, absence::show),
        post("/office/absences", Access::Officer, absence::submit),
        get("/office/batches", Access::Officer, batch::list),
        post("/office/batches", Access::Officer, batch::choose)
            .holding_nothing("rows are chosen in a list, which moves on"),
        get("/office/batches/{token}", Access::Officer, batch::show),
        post("/office/batches/{token}", Access::Officer, batch::submit),
        get("/office/figures", Access::Heads, figures::show),
        get("/office/figures/dossiers", Access::Figures, figures::dossiers),
        get("/office/figures/national", Access::Figures, figures::national::show),
        get("/office/reports", Access::Figures, reports::list),
        get("/office/reports/quarters", Access::Figures, reports::quarters::list),
        get("/office/reports/quarters/{quarter}/{key}/{agency}", Access::Figures, reports::quarters::show),
        post("/office/reports/quarters/{quarter}/{key}/{agency}", Access::Figures, reports::quarters::submit)
            .with_sheets(),
        get(
            "/office/reports/quarters/{quarter}/{key}/{agency}/issues/{issue}",
            Access::Figures,
            reports::quarters::issue,
        ),
        get(
            "/office/reports/quarters/{quarter}/{key}/{agency}/issues/{issue}/files/{format}",
            Access::Figures,
            reports::quarters::download,
        ),
        get("/office/reports/{key}", Access::Figures, reports::show).in_json_too(),
        get("/office/reports/{key}/files/{format}", Access::Figures, reports::download),
        get("/office/reports/{key}/dossiers", Access::Figures, reports::dossiers),
        get("/office/reminders", Access::Officer, reminders::show),
        post("/office/views", Access::Officer, saved_filters::submit),
        get("/office/search", Access::Officer, search::show),
        post("/office/search", Access::Officer, search::submit),
        get("/office/found/{token}", Access::Officer, search::found),
        get("/office/counter", Access::Role(Role::Counter), counter::choose),
        get("/office/counter/{agency}/{code}", Access::Role(Role::Counter), counter::show),
        post("/office/counter/{agency}/{code}", Access::Role(Role::Counter), counter::submit)
            .with_files(counter::may_bring),
        get("/office/dossiers/{reference}", Access::Officer, dossier::show),
        post("/office/dossiers/{reference}/acts/{kind}", Access::Officer, dossier::act)
            .with_files(dossier::may_bring),
        get("/office/dossiers/{reference}/slips/{sequence}", Access::Officer, slip::show),
        get("/office/dossiers/{reference}/receipt", Access::Role(Role::Counter), receipt::show),
        get("/office/news", Access::Officer, news::stream),
        get("/office/news/since", Access::Officer, news::since),
        get("/office/password", Access::Staff, password::show),
        post("/office/password", Access::Staff, password::submit)
            .limited(RateLimit::SignIn)
            .holding_nothing("only passwords are typed"),
        get("/office/files/{token}", Access::Officer, dossier::file),
    ];
    all.extend(administration::endpoints());
    all
}
