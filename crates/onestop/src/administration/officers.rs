//! Officers: their place and their roles.

use super::agencies::{FormPage, ListPage, ListRow, overtaken};
use super::text::Words;
use app::administration::NewOfficer;
use app::passwords::{PASSWORD_MIN, may_be_set};
use axum::extract::Path;
use domain::Text;
use domain::agency::UnitKey;
use domain::officer::{AccountId, Officer, Role};
use serde::Deserialize;
use ui::Query;
use ui::field::{Overwritten, option};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/officers";
const PAGE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct After {
    after: String,
}

pub async fn list(ask: Ask, Query(after): Query<After>) -> Answer {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let mut found = ask.app().list_all_officers(after.after, PAGE + 1).await?;
    let more = found.len() as u32 > PAGE;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{HOME}?after={}", last.login));
    let rows = found
        .into_iter()
        .map(|row| {
            let officer = &row.officer;
            let agency =
                data.agency(officer.agency).map(|a| a.name.get(ask.language).to_string()).unwrap_or_default();
            let roles: Vec<&str> = officer.roles.iter().map(|role| role.name(ask.language)).collect();
            let off = if row.disabled { format!(" · {}", t.disabled()) } else { String::new() };
            ListRow {
                to: format!("{HOME}/{}", officer.account.0),
                name: format!("{} ({})", officer.name, row.login),
                more: format!("{agency} · {}{off}", roles.join(", ")),
            }
        })
        .collect();
    let add = Some((format!("{HOME}/new"), t.new_officer().to_string()));
    page(&ListPage {
        chrome: Chrome::new(&ask, t.officers()),
        heading: t.officers().into(),
        add,
        rows,
        next,
        t,
    })
}

fn place_fields(ask: &Ask, officer: Option<&Officer>) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let today = ask.today();
    let mut places = Vec::new();
    for agency in data.agencies.iter().filter(|agency| agency.exists_on(today)) {
        for unit in &agency.units {
            let label = format!("{} · {}", agency.name.get(language), unit.name.get(language));
            places.push(option(format!("{}/{}", agency.key, unit.key), label));
        }
    }
    let place =
        officer.and_then(|officer| Some(format!("{}/{}", data.agency(officer.agency)?.key, officer.unit)));
    let roles = Role::ALL.iter().map(|role| option(role.key(), role.name(language))).collect();
    let own: Vec<&str> = officer.map(|o| o.roles.iter().map(|role| role.key()).collect()).unwrap_or_default();
    let title = officer.map(|officer| officer.title.clone()).unwrap_or_default();
    vec![
        Field::text(language, "title-vi", t.title_vi()).value(&title.vi).complete("off"),
        Field::text(language, "title-en", t.title_en()).value(&title.en).optional().complete("off"),
        Field::select(language, "place", t.place(), places).value(&place.unwrap_or_default()),
        Field::checks(language, "roles", t.roles(), roles).value(&own.join(",")),
    ]
}

/// Reads place and roles; what is wrong is said.
fn read_place(ask: &Ask, posted: &Posted, fields: &mut Fields) -> Option<Officer> {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let place = posted.raw("place").split_once('/').and_then(|(agency, unit)| {
        let agency = data.agency_by_key(agency)?;
        let unit = agency.unit(&UnitKey(unit.to_string()))?;
        Some((agency.id, unit.key.clone()))
    });
    if place.is_none() {
        fields.missing("place");
    }
    let roles: Vec<Role> = posted.all("roles").into_iter().filter_map(Role::parse).collect();
    if roles.is_empty() {
        fields.wrong("roles", t.roles_missing());
    }
    let title = Text::new(posted.text("title-vi"), posted.text("title-en"));
    if title.is_empty() {
        fields.wrong("title-vi", t.title_missing());
    }
    let (agency, unit) = place?;
    Some(Officer { account: AccountId(0), agency, unit, roles, name: String::new(), title, stands_for: None })
}

fn new_fields(ask: &Ask) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let mut fields = vec![
        Field::text(language, "login", t.login()).complete("off"),
        Field::password(language, "password", t.password(), "new-password")
            .hint(&t.password_hint(PASSWORD_MIN)),
        Field::text(language, "name", t.full_name()).complete("off"),
    ];
    fields.extend(place_fields(ask, None));
    Fields::new(language, fields)
}

fn view(ask: &Ask, heading: String, fields: Fields) -> FormPage {
    let t = Words(ask.language);
    let chrome = Chrome::new(ask, &heading).with_problems(fields.any_wrong());
    FormPage {
        chrome,
        heading,
        back: HOME.into(),
        hidden: Vec::new(),
        links: Vec::new(),
        notes: Vec::new(),
        overwritten: Overwritten::none(ask.language),
        fields,
        t,
    }
}

pub async fn show_new(ask: Ask) -> Answer {
    let t = Words(ask.language);
    page(&view(&ask, t.new_officer().into(), new_fields(&ask)))
}

pub async fn submit_new(ask: Ask, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let mut fields = new_fields(&ask).typed(&posted);
    let officer = read_place(&ask, &posted, &mut fields);
    let (login, name) = (typed::key(posted.raw("login")), posted.text("name"));
    let plain = login.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_@".contains(letter));
    if login.len() < 3 || login.len() > 60 || !plain {
        fields.wrong("login", t.login_wrong());
    }
    if name.is_empty() {
        fields.missing("name");
    }
    let password = posted.raw("password").to_string();
    if !may_be_set(&password) {
        fields.wrong("password", t.password_hint(PASSWORD_MIN));
    }
    if let Some(officer) = officer.filter(|_| !fields.any_wrong()) {
        let new = NewOfficer { login, password, officer: Officer { name, ..officer } };
        if ask.app().add_officer(Some(ask.signed_in()?.id()), new).await? {
            return see_saying(&ask, HOME, Said::Saved);
        }
        fields.wrong("login", t.login_taken());
    }
    page_again(&view(&ask, t.new_officer().into(), fields))
}

async fn wanted(ask: &Ask, id: &str) -> Result<(Officer, bool), Failure> {
    let id = id.parse().map(AccountId).map_err(|_| Failure::NotFound)?;
    let (officer, account) = ask.app().find_officer(id).await?.ok_or(Failure::NotFound)?;
    Ok((officer, account.disabled))
}

fn edit_fields(ask: &Ask, officer: &Officer, disabled: bool) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let mut fields = place_fields(ask, Some(officer));
    let off = vec![option("yes", t.disabled())];
    fields.push(
        Field::checks(language, "disabled", t.access(), off)
            .value(if disabled { "yes" } else { "" })
            .optional(),
    );
    let password = Field::password(language, "new-password", t.new_password(), "new-password");
    fields.push(password.hint(&t.new_password_hint(PASSWORD_MIN)).optional());
    Fields::new(language, fields).marked()
}

pub async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let (officer, disabled) = wanted(&ask, &id).await?;
    let fields = edit_fields(&ask, &officer, disabled);
    page(&view(&ask, officer.name, fields))
}

pub async fn submit(ask: Ask, Path(id): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let (officer, disabled) = wanted(&ask, &id).await?;
    let stored = edit_fields(&ask, &officer, disabled);
    let mut fields = stored.clone().typed(&posted);
    let lost = stored.overwritten_by(&fields, &posted);
    if !posted.is_held() && !lost.lines.is_empty() {
        return overtaken(view(&ask, officer.name, fields), lost);
    }
    let changed = read_place(&ask, &posted, &mut fields);
    let off = posted.raw("disabled") == "yes";
    let myself = officer.account == ask.signed_in()?.id();
    // An installation must not lose its last administrator by a slip of the hand.
    if myself && (off || changed.as_ref().is_some_and(|changed| !changed.has(Role::Administrator))) {
        fields.wrong("roles", t.not_oneself());
    }
    let password = Some(posted.raw("new-password").to_string()).filter(|password| !password.is_empty());
    if password.as_ref().is_some_and(|new| !may_be_set(new)) {
        fields.wrong("new-password", t.new_password_hint(PASSWORD_MIN));
    }
    match changed.filter(|_| !fields.any_wrong()) {
        None => page_again(&view(&ask, officer.name, fields)),
        Some(changed) => {
            let changed = Officer { account: officer.account, name: officer.name, ..changed };
            ask.app().save_officer(ask.signed_in()?.id(), changed, off, password).await?;
            see_saying(&ask, HOME, Said::Saved)
        }
    }
}
