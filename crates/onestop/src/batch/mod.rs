//! One act for many dossiers: those chosen in a list, what can be done to them and what not and why, how it goes, and the
//! way back.

#[cfg(test)]
mod tests;
mod text;

use crate::inbox::{InboxQuery, TAB};
use app::batches::{BatchAct, BatchKind, BatchRow, BatchView, Chosen, ItemState, ItemView};
use app::inbox::{ListRow, Tab};
use askama::Template;
use axum::extract::Path;
use domain::dossier::{LateCause, Reference};
use domain::officer::{AccountId, Officer};
use domain::time::short_moment;
use ui::field::option;
use ui::form::{Entry, ErrorTarget};
use ui::part::{
    BackLink, Cell, Empty, Heading, Notice, Phrase, Pick, Picking, ProgressBar, Table, TableRow, Tag, TagKind,
};
use ui::{Chrome, Fields, Form, FormParam, Language, Posted};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors};

/// Maximum letters of a remark.
const WORDS_MAX: usize = 4_000;

pub fn name(kind: BatchKind, language: domain::Language) -> &'static str {
    let t = text::Words(language);
    match kind {
        BatchKind::HandOver => t.hand_over(),
        BatchKind::Take => t.take(),
        BatchKind::Give => t.give(),
        BatchKind::GiveBack => t.give_back(),
        BatchKind::Finish => t.finish(),
        BatchKind::Undo => t.undo(),
    }
}

/// The act, and what it takes back where it does.
fn full_name(act: &BatchAct, language: domain::Language) -> String {
    match act.undoes {
        Some(undone) => format!("{}: {}", name(act.kind, language), name(undone, language)),
        None => name(act.kind, language).to_string(),
    }
}

#[derive(Template)]
#[template(path = "batch/list.html")]
struct List {
    chrome: Chrome,
    rows: Table,
    t: text::Words,
}

impl List {
    fn empty(&self) -> Empty {
        Empty { title: self.t.none().into(), text: self.t.none_more().into(), link: None }
    }
}

pub async fn list(context: RequestContext) -> Answer {
    let t = text::Words(context.language);
    let rows = list_table(app::batches::list(context.app(), context.officer()?).await?, &t);
    page(&List { chrome: context.chrome(t.title()), rows, t })
}

fn list_table(rows: Vec<BatchRow>, t: &text::Words) -> Table {
    let rows = rows
        .into_iter()
        .map(|row| {
            let outcome = match row.waiting {
                0 => t.summed(row.done, row.refused),
                waiting => t.summed_waiting(row.done, row.refused, waiting),
            };
            let begun = Cell::link(format!("/office/batches/{}", row.token), short_moment(row.begun_at, t.0));
            TableRow::new(begun, vec![Cell::new(full_name(&row.act, t.0)), Cell::new(outcome)])
        })
        .collect();
    Table::new(&[t.begun(), t.what(), t.outcome()], rows)
}

/// Parameters of a list that was posted for an act: the act, the chosen rows, or that all rows are meant.
pub const KIND: FormParam = FormParam("kind");
pub const ROW: FormParam = FormParam("row");
pub const WHOLE: FormParam = FormParam("whole");
/// How many events a dossier had when the page was shown, by its place.
const SEEN: FormParam = FormParam("seen");
/// Digest of what was filled in when the review said which dossiers the act cannot be done for: as long as it is the
/// same, sending again confirms, and the others are done.
const REVIEWED: FormParam = FormParam("reviewed");
const FORM: &str = "batch-act";

ui::submits! {
    enum Submit {
        Begin = "begin",
        Undo = "undo",
    }
}

/// Rows of a list were chosen for an act.
pub async fn choose(context: RequestContext, Sent(posted): Sent) -> Answer {
    let officer = context.officer()?.clone();
    let kind = BatchKind::parse(KIND.of(&posted)).filter(|kind| *kind != BatchKind::Undo);
    let kind = kind.ok_or(Failure::BadRequest)?;
    let list = InboxQuery::of(&posted).known(&context).await?.ok_or(Failure::BadRequest)?;
    let chosen = if WHOLE.is_in(&posted) {
        let tab = Tab::parse(TAB.of(&posted)).filter(|tab| Tab::of(&officer).contains(tab));
        let tab = tab.ok_or(Failure::BadRequest)?;
        match list.narrowed(&context).await? {
            Some(narrowed) => Chosen::List(tab, narrowed),
            // The search that narrowed the list has expired: the act must not fall on the whole list instead.
            None => return web::see(&format!("/office?{}", list.written())),
        }
    } else {
        let rows: Option<_> = ROW.all(&posted).into_iter().map(row).collect();
        Chosen::Rows(rows.ok_or(Failure::BadRequest)?)
    };
    match app::batches::choose(context.app(), &officer, kind, chosen).await? {
        Some(token) => web::see(&format!("/office/batches/{token}")),
        None => web::see(&format!("/office?{}&unchosen=yes", list.written())),
    }
}

/// A row as its box says it: the dossier, the place of its step, and the step.
fn row(text: &str) -> Option<(Reference, usize, String)> {
    let mut parts = text.splitn(3, '.');
    let reference = Reference::parse(parts.next()?)?;
    Some((reference, parts.next()?.parse().ok()?, parts.next()?.to_string()))
}

#[derive(Template)]
#[template(path = "batch/page.html")]
struct Page {
    chrome: Chrome,
    error_summary: ui::part::ErrorSummary,
    heading: String,
    /// What its button says.
    button: String,
    begun: bool,
    running: bool,
    /// How many are over, of all.
    bar: ProgressBar,
    /// The progress so far, or the result at the end.
    finished: Notice,
    can_undo: bool,
    no_way_back: bool,
    /// Decisions are recorded one by one.
    decides: bool,
    ready: Table,
    rest: Table,
    seen: Vec<SeenRow>,
    /// Set where the act cannot be done for some dossiers with what was filled in: the digest that confirms going on.
    reviewed: Option<String>,
    form: Fields,
    t: text::Words,
}

/// How many events a dossier had when the page was shown, by its place in the list.
struct SeenRow {
    place: u32,
    sequence: u32,
}

impl std::fmt::Display for SeenRow {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(to, "{}:{}", self.place, self.sequence)
    }
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    let view = find(&context, &token).await?;
    let mut blank = Form::blank(context.language);
    form(&mut blank, &view, &colleagues(&context, &view).await?, context.language);
    page(&shown(&context, &view, blank.into_fields(), None))
}

async fn find(context: &RequestContext, token: &str) -> Result<BatchView, Failure> {
    app::batches::find(context.app(), context.officer()?, token).await?.ok_or(Failure::NotFound)
}

const WORDS: ErrorTarget = ErrorTarget::Named("words");

/// A colleague it may be given to.
struct Colleague {
    officer: Officer,
    /// How many of the chosen steps they can have.
    can: usize,
    /// How many they have in hand.
    load: u32,
}

/// Who it may be given to: whoever can have one of the steps.
async fn colleagues(context: &RequestContext, view: &BatchView) -> Result<Vec<Colleague>, Failure> {
    if view.act.kind != BatchKind::Give {
        return Ok(Vec::new());
    }
    let mut all = app::accounts::list_officers(context.app(), context.officer()?.agency).await?;
    all.retain(|other| view.can_be_given(other.account) > 0);
    let loads = app::inbox::loads(context.app(), all.iter().map(|other| other.account).collect()).await?;
    let load = |id: AccountId| loads.iter().find(|(of, _)| *of == id).map_or(0, |(_, load)| *load);
    let colleague = |officer: Officer| Colleague {
        can: view.can_be_given(officer.account),
        load: load(officer.account),
        officer,
    };
    Ok(all.into_iter().map(colleague).collect())
}

/// What is filled in once for all of them; nothing once it has begun.
fn form(form: &mut Form, view: &BatchView, colleagues: &[Colleague], language: Language) -> Option<BatchAct> {
    let t = text::Words(language);
    let mut act = BatchAct::of_kind(view.act.kind);
    match (view.act.kind, view.act.undoes) {
        _ if view.begun_at.is_some() => {}
        (BatchKind::Give, _) => {
            let all = view.ready().count();
            let choice = |Colleague { officer, can, load }: &Colleague| {
                let title = officer.title.get(language);
                let mut label = format!("{} · {title} · {}", officer.name, t.load(*load));
                if *can < all {
                    label = format!("{label} · {}", t.can_have(*can, all));
                }
                (officer.account, option(officer.account.0.to_string(), label))
            };
            let field = form.one_of_many("to", t.officer(), colleagues.iter().map(choice).collect());
            act.to = Some(field.missing(t.choose_officer()).not_offered(t.choose_officer()).read()?);
        }
        (BatchKind::Finish, _) => {
            let outcomes = view.ready().next().map_or(&[][..], |item| &item.outcomes);
            if !outcomes.is_empty() {
                let all = view.ready().count();
                let named = outcomes.iter().map(|outcome| {
                    let can = view.can_turn_out(&outcome.key);
                    let mut name = ui::event_sentences::outcome_name(outcome, language).to_string();
                    if can < all {
                        name = format!("{name} · {}", t.can_have(can, all));
                    }
                    (outcome.key.clone(), option(&outcome.key, name))
                });
                let field = form.one_of("outcome", t.step_outcome(), named.collect());
                act.outcome = field.missing(t.choose_outcome()).not_offered(t.choose_outcome()).read();
            }
            if view.ready().any(|item| item.late) {
                let causes =
                    LateCause::ALL.iter().map(|cause| (*cause, option(cause.key(), cause.name(language))));
                act.late = form
                    .one_of_many("late", t.late_cause(), causes.collect())
                    .missing(t.late_missing())
                    .read();
            }
            act.words = words(form, t.remark()).optional().written();
            if act.late == Some(LateCause::Other) && act.words.is_empty() {
                form.clash(WORDS, t.reason_missing());
            }
        }
        (BatchKind::Undo, Some(BatchKind::Finish)) => {
            act.words = words(form, t.reason()).missing(t.reason_missing()).read()?;
        }
        _ => {}
    }
    Some(act)
}

fn words<'f, 'p>(form: &'f mut Form<'p>, label: &str) -> Entry<'f, 'p, String> {
    form.area("words", label).at_most(WORDS_MAX).on(WORDS)
}

/// `chosen` are those that are ticked, by place, with how many events each had when it was looked at; all, where nobody has
/// chosen yet.
fn shown(context: &RequestContext, view: &BatchView, form: Fields, chosen: Option<&[(u32, u32)]>) -> Page {
    let (t, language) = (text::Words(context.language), context.language);
    let heading = full_name(&view.act, language);
    let begun = view.begun_at.is_some();
    let (waiting, done, failed) = (view.waiting, view.done, view.refused);
    let table = |last: &str, wanted: &dyn Fn(&&ItemView) -> bool| {
        let columns = [t.code(), t.owner(), t.procedure(), t.step(), t.due(), last];
        let columns = if last.is_empty() { &columns[..5] } else { &columns };
        let rows = view.items.iter().filter(wanted);
        Table::new(columns, rows.map(|item| line(context, item, begun, !last.is_empty())).collect())
    };
    let ready = |item: &&ItemView| match begun {
        true => item.state != ItemState::LeftOut,
        false => item.why.is_none(),
    };
    let running = view.runs();
    let seen = |(place, sequence): (u32, u32)| SeenRow { place, sequence };
    let chosen_at = |place: u32| chosen.and_then(|all| all.iter().copied().find(|(of, _)| *of == place));
    let pick = |item: &ItemView| Pick {
        attributes: SEEN.ticked(
            seen(chosen_at(item.place).unwrap_or((item.place, item.sequence))),
            chosen.is_none() || chosen_at(item.place).is_some(),
        ),
        label: format!("{} {}", t.choosing(), item.row.as_ref().map(code).unwrap_or_default()),
    };
    let picks: Vec<Pick> = view.items.iter().filter(|item| !begun && ready(item)).map(pick).collect();
    let is_ready = |place: u32| view.ready().any(|item| item.place == place);
    let picking = (!begun).then(|| Picking { label: t.choosing().into(), form: FORM, picks });
    let chrome = context.chrome(&heading).with_problems(form.any_wrong());
    let count = view.items.iter().filter(ready).count();
    Page {
        button: if count == 0 { t.look_again().into() } else { t.begin(count, &heading) },
        // Nothing is filled in once it has begun.
        chrome: if begun { chrome } else { chrome.switching_for(FORM, Submit::Begin.key()) },
        error_summary: form.error_summary(),
        heading,
        begun,
        running,
        bar: {
            let (over, all) = (done + failed, waiting + done + failed);
            ProgressBar::new(over as u32, all as u32, t.progress(over, all))
        },
        finished: match failed {
            _ if running => Notice::info(t.running()),
            0 => Notice::success(t.finished(done)),
            failed => Notice::warning(format!("{} {}", t.finished(done), t.some_not(failed))),
        },
        can_undo: view.undoable,
        no_way_back: begun && view.act.kind == BatchKind::HandOver && done > 0,
        decides: !begun && view.act.kind == BatchKind::Finish && view.items.iter().any(|item| !ready(&item)),
        ready: Table { picking, ..table(if begun { t.outcome() } else { "" }, &ready) },
        rest: table(t.why(), &|item| !begun && !ready(item)),
        // What cannot be done as it was filled in stays chosen: something else may be filled in.
        seen: chosen
            .unwrap_or_default()
            .iter()
            .filter(|(place, _)| !is_ready(*place))
            .map(|at| seen(*at))
            .collect(),
        reviewed: None,
        form,
        t,
    }
}

/// A dossier of it; `ends` where the last column says how it went, or why it cannot be done.
fn line(context: &RequestContext, item: &ItemView, begun: bool, ends: bool) -> TableRow {
    let (t, language) = (text::Words(context.language), context.language);
    let data = context.app().master_data();
    let tag = match item.state {
        _ if !begun => None,
        ItemState::Done => Some((TagKind::Good, t.item_done())),
        ItemState::Refused => Some((TagKind::Late, t.item_refused())),
        ItemState::Waiting => Some((TagKind::Neutral, t.item_waiting())),
        ItemState::Chosen | ItemState::LeftOut => Some((TagKind::Neutral, t.item_left_out())),
    };
    let why = item.why.as_ref().map(|why| Phrase::of(why, language)).unwrap_or_default();
    let end = Cell { tag: tag.map(|(kind, words)| Tag::new(kind, words)), ..Cell::default() }.after(why);
    let end = ends.then_some(end);
    let Some(row) = &item.row else {
        let cells = std::iter::repeat_with(Cell::default).take(4).chain(end);
        return TableRow::new(Cell::new(t.gone()), cells.collect());
    };
    let procedure = data.procedure_any(&row.procedure);
    let procedure = procedure
        .map_or_else(|| row.procedure.as_str().into(), |known| Phrase::of(&known.short_name, language));
    let step = item.step.as_ref().map(|step| Phrase::of(&step.name, language)).unwrap_or_default();
    let step = Cell { tag: item.late.then(|| Tag::late(t.late())), ..Cell::new(step) };
    let step = match item.next.as_slice() {
        [] => step,
        next => {
            let names = next.iter().map(|name| name.get(language).to_string()).collect();
            step.hint(t.leads_to(&ui::formats::each_once(names)))
        }
    };
    let about = item.about.iter().map(|(question, answer)| ui::formats::answer(question, answer, language));
    let about = shortened(&about.collect::<Vec<_>>().join(" · "));
    let due = row.due_current.or(row.due_legal).map(|due| short_moment(due, language)).unwrap_or_default();
    let head = Cell::link(format!("/office/dossiers/{}", row.reference), code(row)).code();
    let cells = [Cell::new(&row.owner), Cell::new(procedure).hint(about), step, Cell::new(due)];
    let cells = cells.into_iter().chain(end);
    TableRow::new(head, cells.collect())
}

fn code(row: &ListRow) -> String {
    row.code.clone().unwrap_or_else(|| row.reference.grouped())
}

/// Letters by which one dossier is told from another.
const ABOUT_MAX: usize = 120;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(ABOUT_MAX) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_string(),
    }
}

/// How many events each dossier had when the page was shown, by its place.
fn read_seen(posted: &Posted) -> Option<Vec<(u32, u32)>> {
    let pairs = SEEN.all(posted).into_iter().map(|pair| pair.split_once(':'));
    pairs.map(|pair| Some((pair?.0.parse().ok()?, pair?.1.parse().ok()?))).collect()
}

/// Begins it, or goes to take it back.
pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let view = find(&context, &token).await?;
    let officer = context.officer()?.clone();
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Begin => {}
        Submit::Undo => {
            let undo =
                app::batches::choose_undo(context.app(), &officer, &token).await?.ok_or(Failure::NotFound)?;
            return web::see(&format!("/office/batches/{undo}"));
        }
    }
    let here = format!("/office/batches/{token}");
    // Begun already, by the same button pressed twice: the page says how it goes.
    if view.begun_at.is_some() {
        return web::see(&here);
    }
    let mut sent = Form::sent(context.language, &posted);
    let act = form(&mut sent, &view, &colleagues(&context, &view).await?, context.language);
    let Some(act) = act.filter(|_| !sent.any_wrong()) else {
        return page_with_errors(&shown(&context, &view, sent.into_fields(), read_seen(&posted).as_deref()));
    };
    let mut seen = read_seen(&posted).ok_or(Failure::BadRequest)?;
    if seen.is_empty() {
        sent.add_error(text::Words(context.language).none_chosen());
        return page_with_errors(&shown(&context, &view, sent.into_fields(), Some(&[])));
    }
    // The values filled in may be impossible for some dossiers: that is shown before anything is begun.
    let mut refused = app::batches::review(context.app(), &officer, &token, &act).await?;
    let as_shown = |item: &&ItemView| seen.contains(&(item.place, item.sequence));
    let shown_now: Vec<u32> = view.ready().filter(as_shown).map(|item| item.place).collect();
    refused.retain(|place, _| shown_now.contains(place));
    let reviewed = app::random::short(&format!("{:?}", (act.to, &act.outcome, act.late)));
    let all_refused = refused.len() == seen.len();
    if !refused.is_empty() && (all_refused || REVIEWED.of(&posted) != reviewed) {
        let page = shown(&context, &view.refusing(&refused), sent.into_fields(), Some(&seen));
        return web::page(&Page { reviewed: Some(reviewed), ..page });
    }
    seen.retain(|(place, _)| !refused.contains_key(place));
    app::batches::begin(context.app(), &officer, &token, act, seen).await?;
    web::see(&here)
}
