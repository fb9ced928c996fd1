//! Agencies: names, codes with their days, successors, divisions.

use super::rows::fresh_key;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::Text;
use domain::agency::{Agency, AgencyCode, AgencyId, AgencyKind, DatedCode};
use domain::time::short_date;
use jiff::civil::Date;
use ui::field::{Overwritten, option};
use ui::{
    Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, page_with, see_saying,
};

#[derive(Template)]
#[template(path = "administration/list.html")]
pub struct ListPage {
    pub chrome: Chrome,
    pub heading: String,
    pub add: Option<(String, String)>,
    pub rows: Vec<ListRow>,
    pub next: Option<String>,
    pub t: Words,
}

pub struct ListRow {
    pub to: String,
    pub name: String,
    pub more: String,
}

#[derive(Template)]
#[template(path = "administration/form.html")]
pub struct FormPage {
    pub chrome: Chrome,
    pub heading: String,
    pub back: String,
    pub notes: Vec<String>,
    /// What goes along unseen, such as the version the form was opened on.
    pub hidden: Vec<(&'static str, String)>,
    /// Pages that belong to what is edited here.
    pub links: Vec<(String, String)>,
    /// What somebody else saved since the form was opened.
    pub overwritten: Overwritten,
    pub fields: Fields,
    pub t: Words,
}

const HOME: &str = "/office/administration/agencies";
const KINDS: [(&str, AgencyKind); 4] = [
    ("province", AgencyKind::Province),
    ("service-centre", AgencyKind::ServiceCentre),
    ("department", AgencyKind::Department),
    ("commune", AgencyKind::Commune),
];

pub async fn list(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let rows = data
        .agencies
        .iter()
        .map(|agency| ListRow {
            to: format!("{HOME}/{}", agency.key),
            name: agency.name.get(ask.language).to_string(),
            more: agency.code_on(ask.today()).map_or_else(|| t.no_code().to_string(), ToString::to_string),
        })
        .collect();
    let add = Some((format!("{HOME}/new"), t.new_agency().to_string()));
    page(&ListPage {
        chrome: Chrome::new(&ask, t.agencies()),
        heading: t.agencies().into(),
        add,
        rows,
        next: None,
        t,
    })
}

fn fields(ask: &Ask, agency: Option<&Agency>) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let value = |read: fn(&Agency) -> String| agency.map(read).unwrap_or_default();
    let mut fields = Vec::new();
    if agency.is_none() {
        let kinds = KINDS.iter().map(|(key, kind)| option(*key, t.kind(*kind))).collect();
        fields.push(Field::select(language, "kind", t.kind_label(), kinds));
    }
    let successors = data
        .agencies
        .iter()
        .filter(|other| Some(other.id) != agency.map(|agency| agency.id))
        .map(|other| option(&other.key, other.name.get(language)))
        .collect();
    let successor = agency.and_then(|agency| data.agency(agency.successor?)).map(|agency| agency.key.clone());
    fields.extend([
        Field::text(language, "name-vi", t.name_vi()).value(&value(|a| a.name.vi.clone())),
        Field::text(language, "name-en", t.name_en()).value(&value(|a| a.name.en.clone())).optional(),
        Field::text(language, "address", t.address()).value(&value(|a| a.address.clone())).optional(),
        Field::text(language, "phone", t.phone()).value(&value(|a| a.phone.clone())).optional(),
        Field::text(language, "code", t.new_code()).hint(t.new_code_hint()).optional().complete("off"),
        Field::date(language, "code-from", t.code_from()).optional(),
        Field::date(language, "last-day", t.last_day())
            .value(&agency.and_then(|agency| agency.to).map(|to| to.to_string()).unwrap_or_default())
            .optional(),
        Field::select(language, "successor", t.successor(), successors)
            .value(&successor.unwrap_or_default())
            .optional(),
    ]);
    Fields::new(language, fields).marked()
}

fn view(ask: &Ask, agency: Option<&Agency>, fields: Fields) -> FormPage {
    let t = Words(ask.language);
    let heading =
        agency.map_or(t.new_agency().to_string(), |agency| agency.name.get(ask.language).to_string());
    let notes = agency.map(|agency| agency.codes.as_slice()).unwrap_or_default().iter().map(|dated| {
        let to = dated.to.map(short_date).unwrap_or_default();
        format!("{} ({}): {} – {to}", dated.code, dated.code.scheme().code(), short_date(dated.from))
    });
    FormPage {
        chrome: Chrome::new(ask, &heading).with_problems(fields.any_wrong()),
        heading,
        back: HOME.into(),
        hidden: Vec::new(),
        links: agency
            .map(|agency| (format!("{HOME}/{}/units", agency.key), t.units().to_string()))
            .into_iter()
            .collect(),
        notes: notes.collect(),
        overwritten: Overwritten::none(ask.language),
        fields,
        t,
    }
}

fn wanted(ask: &Ask, key: &str) -> Result<Option<Agency>, Failure> {
    if key == "new" {
        return Ok(None);
    }
    Ok(Some(ask.app().reference().agency_by_key(key).ok_or(Failure::NotFound)?.clone()))
}

pub async fn show(ask: Ask, Path(key): Path<String>) -> Answer {
    let agency = wanted(&ask, &key)?;
    page(&view(&ask, agency.as_ref(), fields(&ask, agency.as_ref())))
}

pub async fn submit(ask: Ask, Path(key): Path<String>, posted: Posted) -> Answer {
    let agency = wanted(&ask, &key)?;
    let stored = fields(&ask, agency.as_ref());
    let mut fields = stored.clone().typed(&posted);
    let lost = stored.overwritten_by(&fields, &posted);
    if !posted.is_held() && !lost.lines.is_empty() {
        return overtaken(view(&ask, agency.as_ref(), fields), lost);
    }
    let changed = read(&ask, &posted, agency.as_ref(), &mut fields);
    match changed.filter(|_| !fields.any_wrong()) {
        None => page_again(&view(&ask, agency.as_ref(), fields)),
        Some(changed) => {
            let to = format!("{HOME}/{}{}", changed.key, if agency.is_none() { "/units" } else { "" });
            ask.app().save_agency(ask.signed_in()?.id(), changed).await?;
            see_saying(&ask, &to, Said::Saved)
        }
    }
}

/// The form again, beside what somebody else saved meanwhile.
pub fn overtaken(page: FormPage, overwritten: Overwritten) -> Answer {
    let chrome = page.chrome.with_problems(true);
    page_with(StatusCode::CONFLICT, &FormPage { chrome, overwritten, ..page })
}

/// Reads a date of three boxes; nothing typed is no date, nonsense is said.
pub fn date(posted: &Posted, name: &str, fields: &mut Fields, t: &Words) -> Option<Date> {
    if posted.day(name).is_empty() {
        return None;
    }
    let read = ui::field::read_day(posted, name);
    if read.is_none() {
        fields.wrong(name, t.date_wrong());
    }
    read
}

fn read(ask: &Ask, posted: &Posted, agency: Option<&Agency>, fields: &mut Fields) -> Option<Agency> {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let today = ask.today();
    let mut changed = match agency {
        Some(agency) => agency.clone(),
        None => {
            let taken: Vec<String> = data.agencies.iter().map(|agency| agency.key.clone()).collect();
            let key = fresh_key(&posted.text("name-vi"), &taken);
            let kind = KINDS.iter().find(|(known, _)| *known == posted.raw("kind"));
            if kind.is_none() {
                fields.missing("kind");
            }
            Agency {
                id: AgencyId(ask.app().store.new_id(ask.now())),
                key,
                kind: kind.map_or(AgencyKind::Department, |(_, kind)| *kind),
                name: Text::default(),
                address: String::new(),
                phone: String::new(),
                codes: Vec::new(),
                from: today,
                to: None,
                successor: None,
                units: Vec::new(),
            }
        }
    };
    changed.name = Text::new(posted.text("name-vi"), posted.text("name-en"));
    if changed.name.is_empty() {
        fields.missing("name-vi");
    }
    changed.address = posted.text("address");
    changed.phone = posted.text("phone");
    changed.to = date(posted, "last-day", fields, &t);
    changed.successor = data.agency_by_key(posted.raw("successor")).map(|agency| agency.id);
    let from = date(posted, "code-from", fields, &t).unwrap_or(today);
    let code = typed::code(posted.raw("code"));
    if !code.is_empty() {
        match AgencyCode::parse(&code) {
            None => fields.wrong("code", t.code_wrong()),
            Some(code)
                if data
                    .agencies
                    .iter()
                    .any(|a| a.id != changed.id && a.codes.iter().any(|d| d.code == code)) =>
            {
                fields.wrong("code", t.code_taken());
            }
            Some(_) if changed.codes.iter().any(|dated| dated.from >= from) => {
                fields.wrong("code-from", t.code_order())
            }
            Some(code) => {
                let ends = from.yesterday().unwrap_or(from);
                changed
                    .codes
                    .iter_mut()
                    .filter(|dated| dated.to.is_none())
                    .for_each(|dated| dated.to = Some(ends));
                changed.codes.push(DatedCode { code, from, to: None });
            }
        }
    }
    if changed.codes.is_empty() && code.is_empty() {
        fields.wrong("code", t.code_wrong());
    }
    Some(changed)
}
