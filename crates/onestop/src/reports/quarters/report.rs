//! A report with what can be done with it, and its acts.

use super::figures::{Figures, figures};
use super::text::Words;
use super::{HOME, MeantReport, QUARTER, meant};
use app::quarterly::{QuarterlyDraft, QuarterlyNotDone, QuarterlyWish};
use askama::Template;
use axum::extract::Path;
use domain::Text;
use domain::officer::AccountId;
use domain::quarterly::{
    QuarterlyAct, QuarterlyContext, QuarterlyRecord, QuarterlyReport, QuarterlyStage, ReportDue, ReportSide,
    allowed, due_on, read_outside,
};
use domain::time::{clock_time, short_date};
use ui::form::ErrorTarget;
use ui::part::{
    BackLink, Button, ButtonLook, Cell, ErrorSummary, Heading, History, HistoryEntry, Link, LinkList, Notice,
    Pair, Phrase, RowAct, SummaryList, Table, TableRow, Tone,
};
use ui::posted::PostedSheet;
use ui::{Chrome, Fields, Flash, Form, FormParam, Markup, Posted, Switch};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

ui::submits! {
    pub enum Submit {
        Check = "check",
        Send = "send",
        Receive = "receive",
        Return = "return",
        Remind = "remind",
        Reopen = "reopen",
        Bring = "bring",
        Drop = "drop",
    }
}

/// How many events the page had shown.
pub const SEEN: FormParam = FormParam("seen");
/// Whose rows are removed, behind what the page had shown.
const DROPPED: FormParam = FormParam("dropped");

#[derive(Template)]
#[template(path = "reports/quarters/page.html")]
pub struct Page {
    chrome: Chrome,
    back: String,
    errors: ErrorSummary,
    title: String,
    form: String,
    notices: Vec<Notice>,
    facts: SummaryList,
    acts: Vec<QuarterlyActForm>,
    seen: u32,
    brought: Table,
    figures: Option<Figures>,
    issues: LinkList,
    history: History,
    t: Words,
}

/// One act as a form.
struct QuarterlyActForm {
    id: String,
    switch: Option<Switch>,
    fields: Fields,
    hint: &'static str,
    button: Button,
    sheet: bool,
}

/// All that a page shows.
pub struct QuarterlyLook<'a> {
    pub due: &'a ReportDue,
    pub address: &'a str,
    pub report: &'a QuarterlyReport,
    /// Its draft, for the agency itself, while it is open.
    pub draft: Option<&'a QuarterlyDraft>,
    /// What was sent last, once it is.
    pub sent: Option<&'a domain::quarterly::FrozenReport>,
    pub history: &'a [QuarterlyRecord],
    pub people: &'a [(AccountId, String)],
    pub agency: Text,
    pub recipient: Text,
    pub missing: Vec<Text>,
    pub context: QuarterlyContext,
}

/// What was typed for an act, and what is wrong with it.
pub struct Tried<'a> {
    pub posted: &'a Posted,
    pub submit: Option<Submit>,
    pub wrong: Vec<String>,
}

pub async fn show(
    context: RequestContext,
    Path((quarter, form, agency)): Path<(String, String, String)>,
) -> Answer {
    let meant = meant(&context, &quarter, &form, &agency)?;
    page(&drawn(&context, &meant, None).await?)
}

async fn drawn(
    context: &RequestContext,
    meant: &MeantReport,
    tried: Option<Tried<'_>>,
) -> Result<Page, Failure> {
    let (app, due) = (context.app(), &meant.due);
    let data = app.master_data();
    let report = app::quarterly::find(app, due).await?;
    let history = app::quarterly::history(app, due).await?;
    let people = app::quarterly::names(app, &history).await?;
    let draft = match report.is_open() && meant.context.part == ReportSide::Own {
        true => Some(app::quarterly::draft(app, due).await?),
        false => None,
    };
    let sent = match report.last().filter(|_| draft.is_none()) {
        Some(last) => app::quarterly::issue(app, due, last.issue).await?.map(|issue| issue.frozen),
        None => None,
    };
    let name = |id| data.agency(id).map(|agency| agency.name.clone()).unwrap_or_default();
    let standing =
        data.agency(meant.agency).map(|agency| agency.standing_on(context.today(), &data.agencies));
    let looked = QuarterlyLook {
        due,
        address: &meant.address,
        report: &report,
        draft: draft.as_ref(),
        sent: sent.as_ref(),
        history: &history,
        people: &people,
        agency: name(meant.agency),
        recipient: standing.and_then(|standing| standing.controlling).map(name).unwrap_or_default(),
        missing: draft.iter().flat_map(|draft| draft.missing.iter().map(|id| name(*id))).collect(),
        context: meant.context,
    };
    let title = meant.form.title(context.language);
    view(context.chrome(title), &looked, tried)
}

pub fn view(chrome: Chrome, looked: &QuarterlyLook, tried: Option<Tried>) -> Result<Page, Failure> {
    let t = Words(chrome.language);
    let QuarterlyLook { due, report, .. } = looked;
    let form = due.form().ok_or(Failure::NotFound)?;
    let mut errors = Vec::new();
    let acts = acts(looked, tried.as_ref(), &mut errors, t);
    let figures = match (looked.draft, looked.sent) {
        (Some(draft), _) => Some(figures(&draft.frozen, t.draft_figures().into(), t.0)?),
        (None, Some(sent)) => {
            let issue = report.last().map_or(0, |last| last.issue);
            Some(figures(sent, t.sent_figures(issue), t.0)?)
        }
        (None, None) => None,
    };
    let issue = |sent: &domain::quarterly::SentIssue| {
        let day = Phrase::from(short_date(sent.at.date(), t.0));
        Link::new(format!("{}/issues/{}", looked.address, sent.issue), t.issue_of(sent.issue, &sent.number))
            .text(day)
    };
    let problems = !errors.is_empty();
    Ok(Page {
        chrome: chrome
            .with_problems(problems)
            .switching_among(acts.iter().filter_map(|act| act.switch.clone())),
        back: format!("{HOME}?{}", ui::query::written(&[(QUARTER.name(), &due.quarter.to_string())])),
        errors: ErrorSummary::new(t.0, errors),
        title: form.title(t.0).into(),
        form: form.form.unwrap_or_default().into(),
        notices: notices(looked, t),
        facts: facts(looked, t),
        acts,
        seen: report.sequence,
        brought: brought(looked, t),
        figures,
        issues: LinkList(report.issues.iter().rev().map(issue).collect()),
        history: History(looked.history.iter().rev().map(|record| entry(record, looked.people, t)).collect()),
        t,
    })
}

fn notices(looked: &QuarterlyLook, t: Words) -> Vec<Notice> {
    let report = looked.report;
    let own = looked.context.part == ReportSide::Own;
    let mut notices = Vec::new();
    if report.stage == QuarterlyStage::Returned {
        notices.push(Notice::titled(Tone::Warning, t.returned_because()).points([report.remarks.clone()]));
    }
    if let Some(at) = report.reminded.filter(|_| own && report.is_open()) {
        notices.push(Notice::warning(t.reminded_you(&short_date(at.date(), t.0))));
    }
    if !looked.missing.is_empty() {
        let names = looked.missing.iter().map(|name| Phrase::of(name, t.0));
        notices.push(Notice::titled(Tone::Info, t.missing()).points(names));
    }
    notices
}

fn facts(looked: &QuarterlyLook, t: Words) -> SummaryList {
    let QuarterlyLook { due, report, .. } = looked;
    let due_on = due_on(due.quarter, looked.context.controlled);
    let recipient = match looked.recipient.is_empty() {
        true => Phrase::from(t.upward()),
        false => Phrase::of(&looked.recipient, t.0),
    };
    let mut facts = vec![
        Pair::new(t.reporter(), Phrase::of(&looked.agency, t.0)),
        Pair::new(t.recipient(), recipient),
        Pair::new(t.period(), t.quarter_name(due.quarter)),
        Pair::new(t.due_on(), short_date(due_on, t.0)),
        Pair::new(t.stage(), t.stage_tag(report.stage).words),
    ];
    if let Some(last) = report.last() {
        facts.push(Pair::new(t.number(), last.number.clone()));
        facts.push(Pair::new(t.sent_on(), short_date(last.at.date(), t.0)));
    }
    SummaryList::new(facts)
}

fn entry(record: &QuarterlyRecord, people: &[(AccountId, String)], t: Words) -> HistoryEntry {
    let who = record.by.account.and_then(|account| people.iter().find(|(known, _)| *known == account));
    let day = short_date(record.at.date(), t.0);
    let at = format!("{} {}", clock_time(record.at.civil().time()), day);
    let at = who.map_or(at.clone(), |(_, name)| format!("{at} · {name}"));
    let (sentence, words) = t.said(&record.fact);
    HistoryEntry { at, sentence, words }
}

/// Rows of other systems by whose they are, each to be removed while the report is open.
fn brought(looked: &QuarterlyLook, t: Words) -> Table {
    let mut sources: Vec<(&str, usize)> = Vec::new();
    for row in &looked.report.outside {
        match sources.iter_mut().find(|(source, _)| *source == row.source) {
            Some((_, lines)) => *lines += 1,
            None => sources.push((&row.source, 1)),
        }
    }
    let may = allowed(looked.report, &QuarterlyAct::Drop { source: String::new() }, looked.context).is_ok();
    let row = |(source, lines): (&str, usize)| {
        let drop = may.then(|| RowAct {
            hidden_input: DROPPED.hidden_input(format!("{} {source}", looked.report.sequence)),
            button: Button::new(ButtonLook::Quiet, t.drop(), Markup::of(Submit::Drop)).context(source),
        });
        TableRow::new(Cell::new(source), vec![Cell::new(lines.to_string()), Cell::act(drop)])
    };
    Table::new(&[t.source(), t.lines(), t.drop()], sources.into_iter().map(row).collect())
}

/// An act as the page offers it, before anything is typed.
fn blank(submit: Submit) -> QuarterlyAct {
    let text = String::new;
    match submit {
        Submit::Check => QuarterlyAct::Check,
        Submit::Send => QuarterlyAct::Send { number: text(), frozen: text() },
        Submit::Receive => QuarterlyAct::Receive,
        Submit::Return => QuarterlyAct::Return { remarks: text() },
        Submit::Remind => QuarterlyAct::Remind,
        Submit::Reopen => QuarterlyAct::Reopen { why: text() },
        Submit::Bring => QuarterlyAct::Bring { source: text(), rows: Vec::new() },
        Submit::Drop => QuarterlyAct::Drop { source: text() },
    }
}

/// The words typed for an act, and its sheet.
#[derive(Default)]
struct Typed {
    words: String,
    sheet: Option<PostedSheet>,
}

fn typed(form: &mut Form, submit: Submit, t: Words) -> Option<Typed> {
    let words = |entry: Option<String>| Some(Typed { words: entry?, sheet: None });
    match submit {
        Submit::Check | Submit::Receive | Submit::Remind | Submit::Drop => Some(Typed::default()),
        Submit::Send => words(form.line("number", t.number()).complete("off").at_most(100).read()),
        Submit::Return => words(form.area("remarks", t.remarks()).at_most(2_000).read()),
        Submit::Reopen => words(form.area("why", t.why()).at_most(2_000).read()),
        Submit::Bring => {
            let words = form.line("source", t.source()).complete("off").at_most(100).read();
            let sheet = form.sheet("sheet", t.file()).on(ErrorTarget::Named("sheet")).given();
            Some(Typed { words: words?, sheet })
        }
    }
}

fn acts(
    looked: &QuarterlyLook,
    tried: Option<&Tried>,
    errors: &mut Vec<ui::part::FieldError>,
    t: Words,
) -> Vec<QuarterlyActForm> {
    let offered = Submit::ALL.iter().copied().filter(|submit| *submit != Submit::Drop);
    let offered = offered.filter(|submit| {
        let begun = QuarterlyReport { due: Some(looked.due.clone()), ..looked.report.clone() };
        allowed(&begun, &blank(*submit), looked.context).is_ok()
    });
    let mut acts = Vec::new();
    if let Some(tried) = tried.filter(|tried| tried.submit.is_none()) {
        errors.extend(
            tried
                .wrong
                .iter()
                .map(|sentence| ui::part::FieldError { field: String::new(), sentence: sentence.clone() }),
        );
    }
    for submit in offered {
        let tried = tried.filter(|tried| tried.submit == Some(submit));
        let mut form = Form::of(t.0, tried.map(|tried| tried.posted));
        typed(&mut form, submit, t);
        for sentence in tried.iter().flat_map(|tried| &tried.wrong) {
            form.add_error(sentence.clone());
        }
        let (wrong, typed_in) = (form.any_wrong(), form.has_fields());
        let fields = form.into_fields();
        if wrong {
            errors.extend(fields.error_summary().problems);
        }
        let (words, hint, look) = match submit {
            Submit::Check => (t.check(), t.check_more(), ButtonLook::Main),
            Submit::Send => (t.send(), t.send_more(), ButtonLook::Main),
            Submit::Receive => (t.receive(), t.receive_more(), ButtonLook::Main),
            Submit::Return => (t.send_back(), "", ButtonLook::Second),
            Submit::Remind => (t.remind(), t.remind_more(), ButtonLook::Second),
            Submit::Reopen => (t.reopen(), t.reopen_more(), ButtonLook::Second),
            Submit::Bring => (t.bring(), t.bring_more(), ButtonLook::Second),
            Submit::Drop => continue,
        };
        let button = Button::new(look, words, Markup::of(submit));
        let id = format!("act-{}", submit.key());
        // Where nothing is typed, nothing is lost by changing the language.
        let switch = typed_in.then(|| Switch::of(&id, words).act(submit.key()));
        acts.push(QuarterlyActForm { id, switch, fields, hint, button, sheet: submit == Submit::Bring });
    }
    acts
}

pub async fn submit(
    context: RequestContext,
    Path((quarter, form, agency)): Path<(String, String, String)>,
    Sent(posted): Sent,
) -> Answer {
    let meant = meant(&context, &quarter, &form, &agency)?;
    let t = Words(context.language);
    let submit = Submit::of(&posted).ok_or(Failure::BadRequest)?;
    if posted.is_held() {
        let tried = Tried { posted: &posted, submit: Some(submit), wrong: Vec::new() };
        return page(&drawn(&context, &meant, Some(tried)).await?);
    }
    let (seen, _) = DROPPED.of(&posted).split_once(' ').unwrap_or((SEEN.of(&posted), ""));
    let seen = seen.parse().map_err(|_| Failure::BadRequest)?;
    let mut form = Form::sent(context.language, &posted);
    let typed = typed(&mut form, submit, t).filter(|_| !form.any_wrong());
    let wish = match typed {
        Some(typed) => wish(submit, typed, &posted, meant.form, t),
        None => Err(Vec::new()),
    };
    let wrong = match wish {
        Ok(wish) => {
            let done =
                app::quarterly::perform(context.app(), context.officer()?, &meant.due, wish, seen).await;
            match done {
                Ok(_) => return see_with_flash(&context, &meant.address, Flash::Saved),
                Err(QuarterlyNotDone::Hidden) => return Err(Failure::NotFound),
                Err(QuarterlyNotDone::Refused(refusal)) => (None, vec![refusal.sentence(t.0).to_string()]),
                Err(QuarterlyNotDone::Overtaken) => (None, vec![t.overtaken().to_string()]),
                Err(QuarterlyNotDone::Fault(fault)) => return Err(fault.into()),
            }
        }
        Err(wrong) => (Some(submit), wrong),
    };
    let tried = Tried { posted: &posted, submit: wrong.0, wrong: wrong.1 };
    page_with_errors(&drawn(&context, &meant, Some(tried)).await?)
}

/// What is asked for, or what is wrong with the file that was brought, line by line.
fn wish(
    submit: Submit,
    typed: Typed,
    posted: &Posted,
    form: &'static domain::report::StatisticalReport,
    t: Words,
) -> Result<QuarterlyWish, Vec<String>> {
    let words = typed.words;
    let act = match submit {
        Submit::Check => QuarterlyAct::Check,
        Submit::Send => return Ok(QuarterlyWish::Send { number: words }),
        Submit::Receive => QuarterlyAct::Receive,
        Submit::Return => QuarterlyAct::Return { remarks: words },
        Submit::Remind => QuarterlyAct::Remind,
        Submit::Reopen => QuarterlyAct::Reopen { why: words },
        Submit::Drop => {
            let source = DROPPED.of(posted).split_once(' ').map_or("", |(_, source)| source);
            QuarterlyAct::Drop { source: source.to_string() }
        }
        Submit::Bring => {
            let bytes = typed.sheet.and_then(|sheet| sheet.bytes).filter(|bytes| !bytes.is_empty());
            let bytes = bytes.ok_or_else(|| vec![t.no_file().to_string()])?;
            let lines = sheets::read_csv(&bytes).map_err(|wrong| {
                let (vi, en) = wrong.sentences();
                vec![t.0.pick(vi, en)]
            })?;
            let read = read_outside(form, &words, &lines).map_err(|faults| {
                let told = faults.iter().map(|fault| t.fault(fault.line, fault.what.get(t.0)));
                told.collect::<Vec<_>>()
            })?;
            QuarterlyAct::Bring { source: words, rows: read.rows }
        }
    };
    Ok(QuarterlyWish::Act(act))
}
