//! The inbox: tabs with counts, the most urgent first, a page at a time.

#[cfg(test)]
mod tests;
mod text;
mod wanted;

use crate::officer_reader::OfficerReader;
use crate::rows::{self, CHOSEN};
use crate::saved_filters::{FILTER, Submit};
use app::batches::BatchKind;
use app::inbox::{COUNT_CAP, InHand, SavedFilter, Tab, TabCount};
use askama::Template;
use domain::officer::{AccountId, Officer};
use ui::field::option;
use ui::form::ErrorTarget;
use ui::part::{
    Button, ButtonLook, Cell, Empty, ErrorSummary, FilterBar, Heading, Icon, Link, Notice, Pager, TabLink,
    Table, TableRow, Tabs, Tag,
};
use ui::{Chrome, Field, Fields, Form, Language, Switch};
use web::Query;
use web::{Answer, Failure, RequestContext, page};

use wanted::{AS_TYPED, COLLEAGUE, FOUND, PROCEDURE, write_cursor};
pub use wanted::{InboxQuery, TAB, row_address};

/// Rows of a page: with the names of real procedures some 35 kB.
const PAGE: u32 = 25;
impl Page {
    fn empty(&self) -> Empty {
        let text = if self.list.is_narrowed() { self.t.empty_narrowed() } else { self.t.empty_more() };
        Empty { title: self.t.empty().into(), text: text.into(), link: None }
    }
}

#[derive(Template)]
#[template(path = "inbox/page.html")]
struct Page {
    chrome: Chrome,
    tabs: Tabs,
    /// Nothing on the tab of finished dossiers.
    filter: FilterBar,
    /// What is looked for in the list, and the way back to all of it.
    search: Fields,
    clear_search: Option<Link>,
    /// What each of those has in hand whom a head leads, and all of it in a line.
    team: Table,
    team_said: String,
    rows: Table,
    pager: Pager,
    saved_filters: Vec<SavedFilterRow>,
    /// The list that is shown, for saving it.
    list: InboxQuery,
    save_filter: Fields,
    /// Whose place may be taken today.
    places: Vec<Notice>,
    /// It was to be saved under no name, or under one that does not do.
    missing_name: bool,
    /// What is wrong with what was asked for many rows.
    error_summary: ErrorSummary,
    /// What may be asked for many rows at once.
    batch_buttons: Vec<Button>,
    t: text::Words,
}

/// A list by its name, with how many wait in it.
fn tab_link(counted: &TabCount, here: Tab, officer: &Officer, t: &text::Words) -> TabLink {
    let some = counted.count.is_some_and(|count| count > 0);
    TabLink {
        href: format!("/office?tab={}", counted.tab.key()),
        name: match counted.tab {
            // The head of an agency sees the steps of all its divisions.
            Tab::Unit if officer.heads_agency() => t.tab_agency().into(),
            tab => tab_name(tab, t).into(),
        },
        count: match counted.count {
            None => String::new(),
            Some(count) if count >= COUNT_CAP => format!("{COUNT_CAP}+"),
            Some(count) => count.to_string(),
        },
        late: matches!(counted.tab, Tab::Overdue | Tab::LateSteps) && some,
        here: counted.tab == here,
    }
}

/// On to what follows, and from further on back to the first.
fn pager(wanted: &InboxQuery, tab: Tab, next: Option<String>, t: &text::Words) -> Pager {
    let narrowed =
        [("procedure", &wanted.procedure), ("colleague", &wanted.colleague), ("found", &wanted.found)]
            .map(|(name, said)| format!("{name}={}", encoded(said)))
            .join("&");
    let first = format!("/office?tab={}&{narrowed}", tab.key());
    let next = next.map(|next| format!("{first}&after={next}"));
    let pager = Pager::new(t.pages()).next(next, t.next());
    match wanted.after.is_empty() {
        true => pager,
        false => pager.first(Link::new(first, t.first())),
    }
}

pub async fn show(context: RequestContext, Query(wanted): Query<InboxQuery>) -> Answer {
    let t = text::Words(context.language);
    // Whoever is not an officer has no business here; an administrator's desk is elsewhere.
    let officer = match context.officer() {
        Ok(officer) => officer.clone(),
        Err(_) => return web::see("/dossiers"),
    };
    if !officer.works() {
        return web::see("/office/administration");
    }
    let wanted = wanted.known(&context).await?.ok_or(Failure::NotFound)?;
    let asked = Tab::parse(&wanted.tab);
    // Another desk's, such as that of whom one stood in for.
    if asked.is_some_and(|tab| !Tab::of(&officer).contains(&tab)) {
        return web::see("/office");
    }
    let searched = wanted.searched(&context).await?;
    if searched.is_none() && !wanted.found.is_empty() {
        return web::see(&format!("/office?{}", wanted.searched_for(String::new()).written()));
    }
    let (typed, among) = searched.unzip();
    let narrowed = wanted.narrowed_to(among);
    let contents = app::inbox::contents(context.app(), &officer, asked, narrowed, PAGE).await?;
    let (tab, found, colleagues) = (contents.tab, contents.page, contents.colleagues);
    let unassigned = unassigned(&found.counts, &contents.team);
    let tabs = found.counts.iter().map(|counted| tab_link(counted, tab, &officer, &t)).collect();
    let filters = match tab {
        Tab::Done => Vec::new(),
        _ => filters(&context, &officer, &colleagues, &wanted),
    };
    let pager = pager(&wanted, tab, found.next.map(write_cursor), &t);
    let list = InboxQuery { tab: tab.key().into(), ..wanted };
    let places = if tab == Tab::Done { String::new() } else { list.written() };
    let kinds = BatchKind::offered(&officer, &colleagues, &found.rows, &context.app().master_data());
    let rows = rows::table(&OfficerReader::of(&context), &found, &places, !kinds.is_empty());
    let batch_button = |kind: BatchKind| {
        Button::new(
            ButtonLook::Second,
            crate::batch::name(kind, context.language),
            crate::batch::KIND.with(kind.key()),
        )
    };
    let saved_filters = saved_filter_rows(contents.filters, &officer, &list);
    let may_stand_in = |absent: &Officer| {
        Notice::info(t.may_stand_in(&absent.name)).link(Link::new("/office/absences", t.to_absences()))
    };
    let unchosen = if list.unchosen.is_empty() { Vec::new() } else { vec![t.unchosen().to_string()] };
    let looked_for = (!list.found.is_empty()).then(|| FOUND.hidden_input(&list.found));
    let clear_search = looked_for.is_some().then(|| {
        let list =
            InboxQuery { tab: list.tab.clone(), procedure: list.procedure.clone(), ..InboxQuery::default() };
        Link::new(format!("/office?{}", list.written()), t.search_off())
    });
    let searching = Switch::of(SEARCH, t.search_in()).to("/office/search");
    let saving = || Switch::of(SAVE_FORM, t.save_filter()).to("/office/views").act(Submit::Save.key());
    let saving = (!filters.is_empty()).then(saving);
    let chrome = context.chrome(t.title()).switching_among([searching].into_iter().chain(saving));
    page(&Page {
        chrome,
        tabs: Tabs { label: t.queues().into(), tabs },
        filter: FilterBar {
            action: "/office".into(),
            kept: [TAB.hidden_input(tab.key())].into_iter().chain(looked_for).collect(),
            fields: filters,
            button: t.filter(),
            ..FilterBar::default()
        },
        search: search(context.language, typed.as_deref().unwrap_or_default()),
        clear_search,
        team_said: team_said(&contents.team, unassigned, t),
        team: team(&contents.team, t),
        rows,
        pager,
        saved_filters,
        save_filter: save_filter_fields(&context, &list),
        places: contents.places.iter().map(may_stand_in).collect(),
        missing_name: !list.unnamed.is_empty(),
        error_summary: ErrorSummary::of(context.language, unchosen),
        batch_buttons: kinds.into_iter().map(batch_button).collect(),
        list,
        t,
    })
}

/// The form that searches the list.
const SEARCH: &str = "search-in";

/// The question asked of the list that is shown.
fn search(language: Language, typed: &str) -> Fields {
    let t = text::Words(language);
    let mut form = Form::blank(language);
    form.line("wanted", t.search_in()).complete("off").value(typed).read_or_raw();
    form.into_fields()
}

/// The form that saves the list.
const SAVE_FORM: &str = "keep";

/// By procedure, of those the agency receives or decides; by colleague.
fn filters(
    context: &RequestContext,
    officer: &Officer,
    colleagues: &[Officer],
    wanted: &InboxQuery,
) -> Vec<Field> {
    let (t, language) = (text::Words(context.language), context.language);
    let data = context.app().master_data();
    let mut procedures = data.procedures_of(officer.agency, context.today());
    procedures.sort_by_key(|procedure| app::fold::fold(procedure.short_name.get(language)));
    let procedures =
        procedures.into_iter().map(|p| option(p.code.as_str(), p.short_name.get(language))).collect();
    let mut fields = vec![
        Field::select(language, PROCEDURE.name(), t.procedure(), procedures)
            .empty_label(t.all())
            .value(&wanted.procedure),
    ];
    // A division's lists hold what its own people have.
    let whole = officer.receives() || officer.heads_agency();
    let here = |other: &&Officer| whole || other.unit == officer.unit;
    let chosen = |other: &&Officer| other.account.0.to_string() == wanted.colleague;
    let colleagues: Vec<&Officer> = colleagues.iter().filter(|other| here(other) || chosen(other)).collect();
    // At a counter nobody has a dossier in hand.
    if officer.handles() && colleagues.len() > 1 {
        let colleagues = colleagues
            .iter()
            .map(|colleague| option(colleague.account.0.to_string(), &colleague.name))
            .collect();
        fields.push(
            Field::select(language, COLLEAGUE.name(), t.colleague(), colleagues)
                .empty_label(t.all())
                .value(&wanted.colleague),
        );
    }
    fields
}

/// The address of what a colleague has of a list.
pub fn of_colleague(tab: Tab, colleague: AccountId) -> String {
    format!("/office?tab={}&{}={}", tab.key(), COLLEAGUE.name(), colleague.0)
}

fn team(team: &[(Officer, InHand)], t: text::Words) -> Table {
    let line = |(officer, in_hand): &(Officer, InHand)| {
        let list = of_colleague(Tab::Unit, officer.account);
        let late = match in_hand.late {
            0 => Cell::new("0"),
            late => Cell::default().tagged(Tag::late(late.to_string())),
        };
        let cells = vec![Cell::new(in_hand.all.to_string()), Cell::new(in_hand.soon.to_string()), late];
        TableRow::new(Cell::link(list, &officer.name), cells)
    };
    let columns = [t.colleague(), t.in_hand(), t.tab_soon(), t.tab_overdue()];
    Table { caption: t.team().into(), ..Table::new(&columns, team.iter().map(line).collect()) }
}

/// How many steps nobody has in hand; nothing where so many wait that they are not counted.
fn unassigned(counts: &[TabCount], team: &[(Officer, InHand)]) -> u32 {
    let all = counts.iter().find(|counted| counted.tab == Tab::Unit).and_then(|counted| counted.count);
    let in_hand: u32 = team.iter().map(|(_, in_hand)| in_hand.all).sum();
    all.filter(|all| *all < COUNT_CAP).map_or(0, |all| all.saturating_sub(in_hand))
}

fn team_said(team: &[(Officer, InHand)], unassigned: u32, t: text::Words) -> String {
    let sum = |count: fn(&InHand) -> u32| team.iter().map(|(_, in_hand)| count(in_hand)).sum::<u32>();
    let said = t.team_said(team.len(), sum(|of| of.all), sum(|of| of.late));
    if unassigned == 0 { said } else { format!("{said}, {}", t.unassigned(unassigned)) }
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
        Tab::Involved => t.tab_involved(),
        Tab::Applicant => t.tab_applicant(),
        Tab::Soon => t.tab_soon(),
        Tab::LateSteps => t.tab_late_steps(),
        Tab::Overdue => t.tab_overdue(),
        Tab::Return => t.tab_return(),
        Tab::Done => t.tab_done(),
    }
}

const NAME: ErrorTarget = ErrorTarget::Named("name");

/// What a saved filter is to be called, and whether it is for the division too.
struct FilterName {
    name: String,
    shared: bool,
}

/// The form that saves a list.
fn save_form(form: &mut Form, list: &InboxQuery) -> FilterName {
    let t = text::Words(form.language());
    let name = form.line("name", t.filter_name()).complete("off").value(&list.name).on(NAME);
    let name = name.reads(|typed| Ok(typed.into())).written();
    let shared = form.tick("shared", t.filter_for(), t.share_filter(), !list.shared.is_empty());
    FilterName { name, shared }
}

fn save_filter_fields(context: &RequestContext, list: &InboxQuery) -> Fields {
    let t = text::Words(context.language);
    let mut form = Form::blank(context.language);
    save_form(&mut form, list);
    let wrong = match list.unnamed.as_str() {
        "" | AS_TYPED => "",
        "long" => t.filter_name_long(),
        "taken" => t.filter_name_taken(),
        _ => t.filter_unnamed(),
    };
    if !wrong.is_empty() {
        form.wrong_about(Some(NAME), wrong.into());
    }
    form.into_fields()
}

/// A saved filter as the page lists it.
struct SavedFilterRow {
    id: i64,
    name: String,
    query: String,
    own: bool,
    shared: bool,
    here: bool,
}

fn saved_filter_rows(saved: Vec<SavedFilter>, officer: &Officer, list: &InboxQuery) -> Vec<SavedFilterRow> {
    let here = list.written();
    let row = |filter: SavedFilter| SavedFilterRow {
        here: filter.query == here,
        id: filter.id,
        name: filter.name,
        query: filter.query,
        own: filter.owner == officer.account,
        shared: filter.shared,
    };
    saved.into_iter().map(row).collect()
}
