//! The inbox: tabs with counts, the most urgent first, a page at a time.

mod text;

use crate::rows::{Row, rows};
use app::inbox::{COUNT_CAP, Cursor, Tab};
use askama::Template;
use domain::officer::Role;
use serde::Deserialize;
use ui::Query;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Field, page};

const PAGE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    tab: String,
    procedure: String,
    after: String,
}

#[derive(Template)]
#[template(path = "inbox/page.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<TabView>,
    tab: &'static str,
    filter: Field,
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
    let procedure = Some(wanted.procedure.clone()).filter(|code| !code.is_empty());
    let after = read_cursor(&wanted.after);
    let mut tab = tab;
    let mut found = ask.app().inbox(&officer, tab, procedure.clone(), after, PAGE).await?;
    // Who asks for no tab in particular lands where there is work.
    if wanted.tab.is_empty() && found.rows.is_empty() {
        let busy = found.counts.iter().find(|counted| counted.count.is_some_and(|count| count > 0));
        if let Some(busy) = busy.map(|counted| counted.tab) {
            tab = busy;
            found = ask.app().inbox(&officer, tab, procedure, after, PAGE).await?;
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
    let data = ask.app().reference();
    let mut names: Vec<_> = data.procedures(ask.today());
    names.sort_by_key(|procedure| app::fold::fold(procedure.short_name.get(ask.language)));
    let choices =
        names.into_iter().map(|p| option(p.code.as_str(), p.short_name.get(ask.language))).collect();
    let filter = Field::select(ask.language, "procedure", t.procedure(), choices).value(&wanted.procedure);
    let next = found.next.map(|cursor| format!("{}_{}", cursor.due, cursor.id));
    let rows = rows(&ask, &found);
    page(&Page { chrome: Chrome::new(&ask, t.title()), tabs, tab: tab.key(), filter, rows, next, t })
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
    let (due, id) = text.split_once('_')?;
    Some(Cursor { due: due.parse().ok()?, id: id.parse().ok()? })
}
