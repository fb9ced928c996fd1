//! Officers: their place and their roles.

#[cfg(test)]
mod tests;

use super::agencies::{FORM, FormPage, overtaken};
use super::lists::{ListPage, ListQuery, Q, matches};
use super::text::Words;
use app::administration::{NewOfficer, OfficerRow};
use app::master_data::MasterData;
use app::passwords::{PASSWORD_MIN, may_be_set};
use axum::extract::Path;
use domain::Text;
use domain::officer::{AccountId, Officer, Role};
use jiff::civil::Date;
use ui::field::{Overwritten, option};
use ui::form::ErrorTarget;
use ui::part::{Link, LinkList, Pager};
use ui::{Fields, Flash, Form};
use web::Query;
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

const HOME: &str = "/office/administration/officers";
const PAGE: u32 = 50;

pub async fn list(context: RequestContext, Query(asked): Query<ListQuery>) -> Answer {
    let (t, q) = (Words(context.language), forms::tidy(&asked.q));
    let data = context.app().master_data();
    let first = (!asked.after.is_empty())
        .then(|| Link::new(format!("{HOME}?{}", ui::query::written(&[(Q, &q)])), t.first_page()));
    let mut found = if q.is_empty() {
        app::administration::list_all_officers(context.app(), asked.after, PAGE + 1).await?
    } else {
        let (q, data) = (q.clone(), data.clone());
        let wanted = move |row: &OfficerRow| {
            let agency = data.agency(row.officer.agency).map_or("", |agency| agency.name.vi.as_str());
            matches(&q, &[&row.officer.name, &row.login, &row.officer.title.vi, agency])
        };
        app::administration::search_officers(context.app(), asked.after, PAGE + 1, wanted).await?
    };
    let more = found.len() as u32 > PAGE;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more);
    let next = next.map(|last| format!("{HOME}?{}", ui::query::written(&[(Q, &q), ("after", &last.login)])));
    let row = |row: &OfficerRow| {
        let officer = &row.officer;
        let agency =
            data.agency(officer.agency).map(|a| a.name.get(context.language).to_string()).unwrap_or_default();
        let roles: Vec<&str> = officer.roles.iter().map(|role| role.name(context.language)).collect();
        let off = if row.disabled { format!(" · {}", t.disabled()) } else { String::new() };
        Link::new(format!("{HOME}/{}", officer.account.0), format!("{} ({})", officer.name, row.login))
            .text(format!("{agency} · {}{off}", roles.join(", ")))
    };
    page(&ListPage {
        add: Some(Link::new(format!("{HOME}/new"), t.new_officer())),
        rows: LinkList(found.iter().map(row).collect()),
        pager: Pager { first, ..Pager::new(t.pages()).next(next, t.next()) },
        ..ListPage::of(&context, t.officers(), t.find_officer(), &q)
    })
}

const LOGIN: ErrorTarget = ErrorTarget::Named("login");
const ROLES: ErrorTarget = ErrorTarget::Named("roles");
/// Fields that are never held.
pub const PASSWORD: &str = "password";
pub const NEW_PASSWORD: &str = "new-password";

const LOGIN_LETTERS: std::ops::RangeInclusive<usize> = 3..=60;

/// Where somebody works, as what.
fn place(form: &mut Form, data: &MasterData, today: Date, officer: Option<&Officer>) -> Option<Officer> {
    let (t, language) = (Words(form.language()), form.language());
    let title = officer.map(|officer| officer.title.clone()).unwrap_or_default();
    let name =
        form.line("title-vi", t.title_vi()).value(&title.vi).complete("off").missing(t.title_missing());
    let name = name.read();
    let english = form.line("title-en", t.title_en()).value(&title.en).complete("off").optional().written();
    let mut places = Vec::new();
    for agency in data.agencies.iter().filter(|agency| agency.exists_on(today)) {
        for unit in &agency.units {
            let label = format!("{} · {}", agency.name.get(language), unit.name.get(language));
            places
                .push(((agency.id, unit.key.clone()), option(format!("{}/{}", agency.key, unit.key), label)));
        }
    }
    let place =
        officer.and_then(|officer| Some(format!("{}/{}", data.agency(officer.agency)?.key, officer.unit)));
    let place = form.one_of_many("place", t.place(), places).value(&place.unwrap_or_default()).read();
    let own: Vec<&str> = officer.map(|o| o.roles.iter().map(|role| role.key()).collect()).unwrap_or_default();
    let roles = Role::ALL.iter().map(|role| (*role, option(role.key(), role.name(language)))).collect();
    let roles = form.any_of("roles", t.roles(), roles).value(&own.join(",")).on(ROLES);
    let roles = roles.missing(t.roles_missing()).read();
    let ((agency, unit), roles, title) = (place?, roles?, Text::new(name?, english));
    let (account, name) =
        officer.map_or((AccountId(0), String::new()), |officer| (officer.account, officer.name.clone()));
    Some(Officer { account, agency, unit, roles, name, title, stands_for: None })
}

fn new_form(form: &mut Form, context: &RequestContext) -> Option<NewOfficer> {
    let t = Words(context.language);
    let login = form.line_of("login", t.login(), move |typed| {
        let login = typed::key(typed);
        let plain = login.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_@".contains(letter));
        let right = plain && LOGIN_LETTERS.contains(&login.len());
        if right { Ok(login) } else { Err(t.login_wrong().to_string()) }
    });
    let login = login.on(LOGIN).complete("off").missing(t.login_wrong()).read();
    let hint = t.password_hint(PASSWORD_MIN);
    let password = form.password(PASSWORD, t.password(), "new-password").hint(&hint).missing(&hint);
    let password = password.unless(|password| !may_be_set(password), hint).read();
    let name = form.line("name", t.full_name()).complete("off").read();
    let officer = place(form, &context.app().master_data(), context.today(), None);
    Some(NewOfficer { login: login?, password: password?, officer: Officer { name: name?, ..officer? } })
}

fn view(context: &RequestContext, heading: String, fields: Fields) -> FormPage {
    let t = Words(context.language);
    let chrome = context.chrome(&heading).with_problems(fields.any_wrong()).switching(FORM);
    FormPage {
        chrome,
        heading,
        back: HOME.into(),
        hidden_inputs: Vec::new(),
        links: LinkList::default(),
        notes: Vec::new(),
        overwritten: Overwritten::none(context.language),
        fields,
        t,
    }
}

pub async fn show_new(context: RequestContext) -> Answer {
    let t = Words(context.language);
    let mut blank = Form::blank(context.language);
    new_form(&mut blank, &context);
    page(&view(&context, t.new_officer().into(), blank.into_fields()))
}

pub async fn submit_new(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = Words(context.language);
    let mut sent = Form::sent(context.language, &posted);
    let new = new_form(&mut sent, &context);
    if let Some(new) = new.filter(|_| !sent.any_wrong()) {
        if app::administration::add_officer(context.app(), Some(context.signed_in()?.id()), new).await? {
            return see_with_flash(&context, HOME, Flash::Saved);
        }
        sent.wrong_about(Some(LOGIN), t.login_taken().into());
    }
    page_with_errors(&view(&context, t.new_officer().into(), sent.into_fields()))
}

async fn requested(context: &RequestContext, id: &str) -> Result<(Officer, bool), Failure> {
    let id = id.parse().map(AccountId).map_err(|_| Failure::NotFound)?;
    let (officer, account) =
        app::administration::find_officer(context.app(), id).await?.ok_or(Failure::NotFound)?;
    Ok((officer, account.disabled))
}

/// What is changed of an officer.
struct GivenOfficer {
    officer: Option<Officer>,
    disabled: bool,
    password: Option<String>,
}

fn form(form: &mut Form, data: &MasterData, today: Date, officer: &Officer, disabled: bool) -> GivenOfficer {
    let t = Words(form.language());
    let changed = place(form, data, today, Some(officer));
    let disabled = form.tick("disabled", t.access(), t.disabled(), disabled);
    let hint = t.new_password_hint(PASSWORD_MIN);
    let password = form.password(NEW_PASSWORD, t.new_password(), "new-password").hint(&hint).optional();
    let password = password.unless(|password| !may_be_set(password), hint).read();
    GivenOfficer { officer: changed, disabled, password }
}

fn stored(context: &RequestContext, officer: &Officer, disabled: bool) -> Fields {
    let mut blank = Form::blank(context.language);
    form(&mut blank, &context.app().master_data(), context.today(), officer, disabled);
    blank.into_fields().with_baseline()
}

pub async fn show(context: RequestContext, Path(id): Path<String>) -> Answer {
    let (officer, disabled) = requested(&context, &id).await?;
    let fields = stored(&context, &officer, disabled);
    page(&view(&context, officer.name, fields))
}

pub async fn submit(context: RequestContext, Path(id): Path<String>, Sent(posted): Sent) -> Answer {
    let t = Words(context.language);
    let (officer, disabled) = requested(&context, &id).await?;
    let stored = stored(&context, &officer, disabled);
    let mut sent = Form::sent(context.language, &posted);
    let data = context.app().master_data();
    let changed = form(&mut sent, &data, context.today(), &officer, disabled);
    if let Some(lost) = sent.overwrites(&stored) {
        return overtaken(view(&context, officer.name, sent.into_fields_with_baseline(&stored)), lost);
    }
    let by = context.signed_in()?.id();
    // An installation must not lose its last administrator by a slip of the hand.
    let stays = |changed: &Officer| changed.administers();
    if officer.account == by && (changed.disabled || !changed.officer.as_ref().is_none_or(stays)) {
        sent.wrong_about(Some(ROLES), t.not_oneself().into());
    }
    match changed.officer.filter(|_| !sent.any_wrong()) {
        None => page_with_errors(&view(&context, officer.name, sent.into_fields_with_baseline(&stored))),
        Some(next) => {
            app::administration::save_officer(context.app(), by, next, changed.disabled, changed.password)
                .await?;
            see_with_flash(&context, HOME, Flash::Saved)
        }
    }
}
