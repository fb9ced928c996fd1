//! The inbox: tabs with counts, the most urgent first, a page at a time.

mod text;

use crate::rows::{Row, rows};
use app::inbox::{COUNT_CAP, Cursor, Narrowed, Tab};
use askama::Template;
use domain::officer::{AccountId, Officer, Role};
use serde::Deserialize;
use ui::Query;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, page};

const PAGE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    tab: String,
    procedure: String,
    colleague: String,
    after: String,
}

#[derive(Template)]
#[template(path = "inbox/page.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<TabView>,
    tab: &'static str,
    /// Nothing on the tab of finished dossiers.
    filters: Vec<Field>,
    narrowed: String,
    rows: Vec<Row>,
    next: Option<String>,
    t: text::Words,
}

struct TabView {
    key: &'static str,
    name: &'static str,
    count: String,
    late: bool,
    here: bool,
}

pub async fn show(ask: Ask, Query(wanted): Query<Wanted>) -> Answer {
    let t = text::Words(ask.language);
    // Whoever is not an officer has no business here; an administrator's desk is elsewhere.
    let officer = match ask.officer() {
        Ok(officer) => officer.clone(),
        Err(_) => return ui::see("/dossiers"),
    };
    if officer.roles.iter().all(|role| *role == Role::Administrator) {
        return ui::see("/office/administration");
    }
    let own = Tab::of(&officer);
    let first = own.first().copied().unwrap_or(Tab::Done);
    let first = if own.contains(&Tab::Mine) && !officer.has(Role::Counter) { Tab::Mine } else { first };
    let tab = Tab::parse(&wanted.tab).filter(|tab| own.contains(tab)).unwrap_or(first);
    let narrowed = Narrowed {
        procedure: Some(wanted.procedure.clone()).filter(|code| !code.is_empty()),
        assignee: wanted.colleague.parse().ok().map(AccountId),
        after: read_cursor(&wanted.after),
    };
    let mut tab = tab;
    let mut found = ask.app().inbox(&officer, tab, narrowed.clone(), PAGE).await?;
    // Who asks for no tab in particular lands where there is work.
    if wanted.tab.is_empty() && found.rows.is_empty() {
        let busy = found.counts.iter().find(|counted| counted.count.is_some_and(|count| count > 0));
        if let Some(busy) = busy.map(|counted| counted.tab) {
            tab = busy;
            found = ask.app().inbox(&officer, tab, narrowed, PAGE).await?;
        }
    }
    let tabs = found
        .counts
        .iter()
        .map(|counted| TabView {
            key: counted.tab.key(),
            name: tab_name(counted.tab, &t),
            count: match counted.count {
                None => String::new(),
                Some(count) if count >= COUNT_CAP => format!("{COUNT_CAP}+"),
                Some(count) => count.to_string(),
            },
            late: counted.tab == Tab::Overdue && counted.count.is_some_and(|count| count > 0),
            here: counted.tab == tab,
        })
        .collect();
    let filters = match tab {
        Tab::Done => Vec::new(),
        _ => filters(&ask, &officer, &wanted).await?,
    };
    let narrowed =
        format!("procedure={}&colleague={}", encoded(&wanted.procedure), encoded(&wanted.colleague));
    let next = found.next.map(|cursor| format!("{}_{}_{}", cursor.due, cursor.id, cursor.place));
    let rows = rows(&ask, &found);
    page(&Page {
        chrome: Chrome::new(&ask, t.title()),
        tabs,
        tab: tab.key(),
        filters,
        narrowed,
        rows,
        next,
        t,
    })
}

/// By procedure, of those the agency receives or decides; by colleague.
async fn filters(ask: &Ask, officer: &Officer, wanted: &Wanted) -> Result<Vec<Field>, Failure> {
    let (t, language) = (text::Words(ask.language), ask.language);
    let data = ask.app().reference();
    let mut procedures = data.procedures_of(officer.agency, ask.today());
    procedures.sort_by_key(|procedure| app::fold::fold(procedure.short_name.get(language)));
    let procedures =
        procedures.into_iter().map(|p| option(p.code.as_str(), p.short_name.get(language))).collect();
    let mut fields =
        vec![Field::select(language, "procedure", t.procedure(), procedures).value(&wanted.procedure)];
    let colleagues = ask.app().list_officers(officer.agency).await?;
    if colleagues.len() > 1 {
        let colleagues = colleagues
            .iter()
            .map(|colleague| option(colleague.account.0.to_string(), &colleague.name))
            .collect();
        fields.push(Field::select(language, "colleague", t.colleague(), colleagues).value(&wanted.colleague));
    }
    Ok(fields)
}

/// Only what codes and keys are made of goes into an address.
fn encoded(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect()
}

fn tab_name(tab: Tab, t: &text::Words) -> &'static str {
    match tab {
        Tab::Intake => t.tab_intake(),
        Tab::HandOver => t.tab_hand_over(),
        Tab::Mine => t.tab_mine(),
        Tab::Unit => t.tab_unit(),
        Tab::Applicant => t.tab_applicant(),
        Tab::Soon => t.tab_soon(),
        Tab::Overdue => t.tab_overdue(),
        Tab::Return => t.tab_return(),
        Tab::Done => t.tab_done(),
    }
}

fn read_cursor(text: &str) -> Option<Cursor> {
    let mut parts = text.split('_').map(|part| part.parse().ok());
    let mut next = || parts.next().flatten();
    Some(Cursor { due: next()?, id: next()?, place: next()? })
}
