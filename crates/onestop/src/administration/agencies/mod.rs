//! Agencies: names, codes with their days, successors, divisions.

#[cfg(test)]
mod tests;

use super::lists::{ListPage, ListQuery, matches};
use super::rows::fresh_key;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::agency::{
    Agency, AgencyCode, AgencyId, AgencyKind, AgencyLevel, AgencyStanding, DatedCode, DatedStanding,
};
use domain::time::short_date;
use domain::{Language, Text};
use ui::field::{Overwritten, option};
use ui::form::ErrorTarget;
use ui::part::{BackLink, Heading, Link, LinkList};
use ui::{Chrome, Fields, Flash, Form, Markup};
use web::{Answer, Failure, Query, RequestContext, Sent, page, page_with, page_with_errors, see_with_flash};

#[derive(Template)]
#[template(path = "administration/agencies/page.html")]
pub struct FormPage {
    pub chrome: Chrome,
    pub heading: String,
    pub back: String,
    pub notes: Vec<String>,
    /// What goes along unseen, such as the version the form was opened on.
    pub hidden_inputs: Vec<Markup>,
    /// Pages that belong to what is edited here.
    pub links: LinkList,
    /// What somebody else saved since the form was opened.
    pub overwritten: Overwritten,
    pub fields: Fields,
    pub t: Words,
}

/// The form, as the page's other parts name it.
pub const FORM: &str = "record";

const HOME: &str = "/office/administration/agencies";
const KINDS: [(&str, AgencyKind); 4] = [
    ("province", AgencyKind::Province),
    ("service-centre", AgencyKind::ServiceCentre),
    ("department", AgencyKind::Department),
    ("commune", AgencyKind::Commune),
];

pub async fn list(context: RequestContext, Query(wanted): Query<ListQuery>) -> Answer {
    let (t, q) = (Words(context.language), forms::tidy(&wanted.q));
    let data = context.app().master_data();
    let row = |agency: &Agency| {
        let code = agency.code_on(context.today()).map(ToString::to_string);
        let said =
            [agency.name.vi.as_str(), &agency.name.en, &agency.key, code.as_deref().unwrap_or_default()];
        let code = code.clone().unwrap_or_else(|| t.no_code().to_string());
        let link = Link::new(format!("{HOME}/{}", agency.key), agency.name.get(context.language));
        matches(&q, &said).then(|| link.text(format!("{code} · {}", t.kind(agency.kind))))
    };
    let rows: Vec<Link> = data.agencies.iter().filter_map(row).collect();
    page(&ListPage {
        said: t.agencies_count(rows.len()),
        add: Some(Link::new(format!("{HOME}/new"), t.new_agency())),
        rows: LinkList(rows),
        ..ListPage::of(&context, t.agencies(), t.find_agency(), &q)
    })
}

/// A code is given from a day on, and is nobody else's.
const CODE_FROM: ErrorTarget = ErrorTarget::Named("code-from");

/// What an agency is called, where it is, how long, by which code: the agency as it would be saved.
fn form(form: &mut Form, context: &RequestContext, agency: Option<&Agency>) -> Option<Agency> {
    let (t, language) = (Words(context.language), context.language);
    let (data, today) = (context.app().master_data(), context.today());
    let value = |read: fn(&Agency) -> &str| agency.map(read).unwrap_or_default();
    let kind = match agency {
        Some(agency) => Some(agency.kind),
        None => {
            let kinds = KINDS.iter().map(|(key, kind)| (*kind, option(*key, t.kind(*kind))));
            form.one_of_many("kind", t.kind_label(), kinds.collect()).read()
        }
    };
    let name = form.line("name-vi", t.name_vi()).value(value(|agency| &agency.name.vi)).read();
    let english = form.line("name-en", t.name_en()).value(value(|agency| &agency.name.en));
    let english = english.optional().written();
    let address = form.line("address", t.address()).value(value(|agency| &agency.address));
    let address = address.optional().written();
    let (before, label) = (value(|agency| &agency.phone).to_string(), t.phone());
    let phone = form.line("phone", label).value(&before).optional().checked(move |typed| {
        // What stands there already, such as a number with its extension, may stay.
        // Nor has a hotline, such as 1022, more digits than that.
        let hotline = (3..=6).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
        let wrong = forms::QuestionKind::Phone.read(typed).err().filter(|_| *typed != *before && !hotline);
        wrong.map(|problem| problem.sentence(label, language))
    });
    let phone = phone.written();

    let mut codes = agency.map(|agency| agency.codes.clone()).unwrap_or_default();
    let others = data.agencies.iter().filter(|other| Some(other.id) != agency.map(|agency| agency.id));
    let taken: Vec<AgencyCode> =
        others.clone().flat_map(|other| &other.codes).map(|dated| dated.code.clone()).collect();
    let (label, hint) = match agency {
        Some(_) => (t.new_code(), t.new_code_hint()),
        None => (t.first_code(), t.first_code_hint()),
    };
    let code = form.line_of("code", label, move |typed| {
        AgencyCode::parse(&typed::code(typed)).ok_or_else(|| t.code_wrong().to_string())
    });
    let code = code.unless(move |code| taken.contains(code), t.code_taken()).hint(hint);
    let code = code.optional().complete("off").missing(t.code_wrong()).read_where(codes.is_empty());
    let label = if agency.is_some() { t.code_from() } else { t.first_code_from() };
    let from = form.day("code-from", label).on(CODE_FROM).optional().read();
    let from = from.unwrap_or(today);
    if let Some(code) = code {
        if codes.iter().any(|dated| dated.from >= from) {
            form.clash(CODE_FROM, t.code_order());
        }
        let ends = from.yesterday().unwrap_or(from);
        codes.iter_mut().filter(|dated| dated.to.is_none()).for_each(|dated| dated.to = Some(ends));
        codes.push(DatedCode { code, from, to: None });
    }

    let to = agency.and_then(|agency| agency.to).map(|to| to.to_string()).unwrap_or_default();
    let to = form.day("last-day", t.last_day()).value(&to).optional().read();
    let successor = agency.and_then(|agency| data.agency(agency.successor?)).map(|other| other.key.clone());
    let successors = others.map(|other| (other.id, option(&other.key, other.name.get(language)))).collect();
    let successors = form.one_of_many("successor", t.successor(), successors);
    let successor = successors.value(&successor.unwrap_or_default()).optional().read();

    let standings = agency.map(|agency| standings(form, context, agency)).unwrap_or_default();

    let (kind, name) = (kind?, Text::new(name?, english));
    let (id, key, from, units) = match agency {
        Some(agency) => (agency.id, agency.key.clone(), agency.from, agency.units.clone()),
        None => {
            let taken: Vec<String> = data.agencies.iter().map(|agency| agency.key.clone()).collect();
            (
                AgencyId(context.app().store.new_id(context.now())),
                fresh_key(&name.vi, &taken),
                today,
                Vec::new(),
            )
        }
    };
    Some(Agency { id, key, kind, name, address, phone, codes, from, to, successor, standings, units })
}

const STANDING_FROM: ErrorTarget = ErrorTarget::Named("standing-from");

/// At which level it is, who is above it and who controls it: as it was said, and what is changed, from a day on.
fn standings(form: &mut Form, context: &RequestContext, agency: &Agency) -> Vec<DatedStanding> {
    let (t, language) = (Words(context.language), context.language);
    let (data, today) = (context.app().master_data(), context.today());
    let now = agency.standing_on(today, &data.agencies);
    let levels = AgencyLevel::ALL.map(|level| (level, option(level.key(), level.name(language))));
    let level = form.one_of_many("tier", t.tier(), levels.to_vec()).value(now.level.key()).read();
    let mut other = |name, label, current: Option<AgencyId>| {
        let others = data.agencies.iter().filter(|other| other.id != agency.id);
        let others = others.map(|other| (other.id, option(&other.key, other.name.get(language)))).collect();
        let current =
            current.and_then(|id| data.agency(id)).map(|other| other.key.as_str()).unwrap_or_default();
        form.one_of_many(name, label, others).value(current).optional().read()
    };
    let superior = other("superior", t.superior(), now.superior);
    let controlling = other("controlling", t.controlling(), now.controlling);
    let from = form.day("standing-from", t.standing_from()).on(STANDING_FROM).optional().read();
    let mut standings = agency.standings.clone();
    let Some(level) = level else { return standings };
    let standing = AgencyStanding { level, superior, controlling };
    if standing != now {
        let from = from.unwrap_or(today);
        if standings.iter().any(|dated| dated.from > from) {
            form.clash(STANDING_FROM, t.standing_order());
        }
        standings.retain(|dated| dated.from != from);
        standings.push(DatedStanding { from, standing });
    }
    standings
}

fn stored(context: &RequestContext, agency: Option<&Agency>) -> Fields {
    let mut blank = Form::blank(context.language);
    form(&mut blank, context, agency);
    blank.into_fields().with_baseline()
}

fn view(context: &RequestContext, agency: Option<&Agency>, fields: Fields) -> FormPage {
    let t = Words(context.language);
    let heading =
        agency.map_or(t.new_agency().to_string(), |agency| agency.name.get(context.language).to_string());
    let notes = agency.map(|agency| agency.codes.as_slice()).unwrap_or_default();
    let notes = notes.iter().map(|dated| code_with_days(dated, context.language));
    FormPage {
        chrome: context.chrome(&heading).with_problems(fields.any_wrong()).switching(FORM),
        heading,
        back: HOME.into(),
        hidden_inputs: Vec::new(),
        links: LinkList(
            agency
                .map(|agency| Link::new(format!("{HOME}/{}/units", agency.key), t.units()))
                .into_iter()
                .collect(),
        ),
        notes: notes.collect(),
        overwritten: Overwritten::none(context.language),
        fields,
        t,
    }
}

/// A code of an agency, its scheme and the days it is valid.
fn code_with_days(dated: &DatedCode, language: Language) -> String {
    let [from, to] = [Some(dated.from), dated.to].map(|day| day.map(|day| short_date(day, language)));
    let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
    format!("{} ({}): {from} – {to}", dated.code, dated.code.scheme().code())
}

fn requested(context: &RequestContext, key: &str) -> Result<Option<Agency>, Failure> {
    if key == "new" {
        return Ok(None);
    }
    Ok(Some(context.app().master_data().agency_by_key(key).ok_or(Failure::NotFound)?.clone()))
}

pub async fn show(context: RequestContext, Path(key): Path<String>) -> Answer {
    let agency = requested(&context, &key)?;
    page(&view(&context, agency.as_ref(), stored(&context, agency.as_ref())))
}

pub async fn submit(context: RequestContext, Path(key): Path<String>, Sent(posted): Sent) -> Answer {
    let agency = requested(&context, &key)?;
    let stored = stored(&context, agency.as_ref());
    let mut sent = Form::sent(context.language, &posted);
    let changed = form(&mut sent, &context, agency.as_ref());
    if let Some(lost) = sent.overwrites(&stored) {
        return overtaken(view(&context, agency.as_ref(), sent.into_fields_with_baseline(&stored)), lost);
    }
    match changed.filter(|_| !sent.any_wrong()) {
        None => page_with_errors(&view(&context, agency.as_ref(), sent.into_fields_with_baseline(&stored))),
        Some(changed) => {
            let to = format!("{HOME}/{}{}", changed.key, if agency.is_none() { "/units" } else { "" });
            app::administration::save_agency(context.app(), context.signed_in()?.id(), changed).await?;
            see_with_flash(&context, &to, Flash::Saved)
        }
    }
}

/// The form again, beside what somebody else saved meanwhile.
pub fn overtaken(page: FormPage, overwritten: Overwritten) -> Answer {
    let chrome = page.chrome.with_problems(true);
    page_with(StatusCode::CONFLICT, &FormPage { chrome, overwritten, ..page })
}
