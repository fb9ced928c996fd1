//! The citizens' pages, one folder a page.

mod apply;
mod audience;
mod catalogue;
mod confirm;
mod dossier;
mod dossiers;
mod draft;
mod figures;
mod forgotten;
mod home;
mod lookup;
mod messages;
mod naming;
mod procedure;
mod profile;
mod register;
mod sitemap;

use web::common::BUTTONS;
use web::limits::RateLimit;
use web::{Access, Endpoint, get, post};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        get("/", Access::Everybody, home::show),
        get("/procedures", Access::Everybody, catalogue::show),
        get("/procedures/suggest", Access::Everybody, catalogue::suggest::show),
        get("/procedures/{code}", Access::Everybody, procedure::show),
        get("/figures", Access::Everybody, figures::show),
        get("/figures/data", Access::Everybody, figures::data::show),
        get("/figures/data/{file}", Access::Everybody, figures::data::file).limited(RateLimit::LookUp),
        get("/sitemap.xml", Access::Everybody, sitemap::sitemap),
        get("/robots.txt", Access::Everybody, sitemap::robots),
        get("/lookup", Access::Everybody, lookup::show).limited(RateLimit::LookUp).in_json_too(),
        get("/register", Access::Everybody, register::show),
        post("/register", Access::Everybody, register::submit).limited(RateLimit::SignIn),
        get("/forgotten-password", Access::Everybody, forgotten::show),
        post("/forgotten-password", Access::Everybody, forgotten::submit).limited(RateLimit::SignIn),
        get("/new-password/{secret}", Access::Everybody, forgotten::show_new),
        post("/new-password/{secret}", Access::Everybody, forgotten::submit_new).limited(RateLimit::SignIn),
        get("/confirm-email/{secret}", Access::Everybody, confirm::show),
        post("/confirm-email/{secret}", Access::Everybody, confirm::submit).limited(RateLimit::SignIn),
        get("/profile", Access::Applicant, profile::show),
        post("/profile", Access::Applicant, profile::submit)
            .limited(RateLimit::SignIn)
            .not_holding(&["present"]),
        post("/profile/confirm", Access::Applicant, profile::confirm)
            .limited(RateLimit::SignIn)
            .holding_nothing(BUTTONS),
        post("/profile/password", Access::Applicant, profile::submit_password)
            .limited(RateLimit::SignIn)
            .holding_nothing("only passwords are typed"),
        get("/apply/{code}", Access::Applicant, apply::show),
        post("/apply/{code}", Access::Applicant, apply::submit),
        get("/drafts/{token}/you", Access::Applicant, draft::you::show),
        post("/drafts/{token}/you", Access::Applicant, draft::you::submit),
        get("/drafts/{token}/questions", Access::Applicant, draft::questions::show),
        post("/drafts/{token}/questions", Access::Applicant, draft::questions::submit),
        get("/drafts/{token}/papers", Access::Applicant, draft::papers::show),
        post("/drafts/{token}/papers", Access::Applicant, draft::papers::submit)
            .with_files(draft::papers::may_bring),
        get("/drafts/{token}/check", Access::Applicant, draft::check::show),
        post("/drafts/{token}/check", Access::Applicant, draft::check::submit).holding_nothing(BUTTONS),
        post("/drafts/{token}/delete", Access::Applicant, draft::delete).holding_nothing(BUTTONS),
        get("/dossiers", Access::Applicant, dossiers::show),
        get("/dossiers/join", Access::Applicant, dossiers::show_join),
        post("/dossiers/join", Access::Applicant, dossiers::join)
            .limited(RateLimit::SignIn)
            .not_holding(&["secret"]),
        get("/dossiers/{reference}", Access::Applicant, dossier::show),
        get("/dossiers/{reference}/receipt", Access::Applicant, dossier::receipt::show),
        get("/dossiers/{reference}/slips/{sequence}", Access::Applicant, dossier::slip::show),
        get("/dossiers/{reference}/sent", Access::Applicant, dossier::sent),
        get("/dossiers/{reference}/complete", Access::Applicant, dossier::complete::show),
        post("/dossiers/{reference}/complete", Access::Applicant, dossier::complete::submit)
            .with_files(dossier::complete::may_bring),
        get("/dossiers/{reference}/withdraw", Access::Applicant, dossier::withdraw::show),
        post("/dossiers/{reference}/withdraw", Access::Applicant, dossier::withdraw::submit),
        post("/dossiers/{reference}/receive", Access::Applicant, dossier::receive).holding_nothing(BUTTONS),
        get("/files/{token}", Access::Applicant, dossier::file),
        get("/messages", Access::Applicant, messages::show),
    ]
}
