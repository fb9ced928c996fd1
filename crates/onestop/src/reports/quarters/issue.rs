//! An issue as it was sent, and its files.

use super::figures::{Figures, differences, figures};
use super::meant;
use super::text::Words;
use crate::reports::{ReportFormat, file};
use app::quarterly::{FrozenIssue, made};
use askama::Template;
use axum::extract::Path;
use domain::quarterly::{ReportDue, SentIssue};
use domain::time::{clock_time, short_date};
use ui::Chrome;
use ui::part::{BackLink, FigureTable, Heading, Pair, Phrase, SummaryList};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "reports/quarters/issue.html")]
pub struct Page {
    chrome: Chrome,
    back: String,
    title: String,
    form: String,
    facts: SummaryList,
    same: Option<String>,
    differences: Option<FigureTable>,
    figures: Figures,
    files: String,
    t: Words,
}

pub async fn show(
    context: RequestContext,
    Path((quarter, form, agency, issue)): Path<(String, String, String, u32)>,
) -> Answer {
    let meant = meant(&context, &quarter, &form, &agency)?;
    let (sent, issue) = found(&context, &meant.due, issue).await?;
    let title = meant.form.title(context.language);
    page(&view(context.chrome(title), &sent, &issue, &meant.address)?)
}

async fn found(
    context: &RequestContext,
    due: &ReportDue,
    issue: u32,
) -> Result<(SentIssue, FrozenIssue), Failure> {
    let report = app::quarterly::find(context.app(), due).await?;
    let sent = report.issues.into_iter().find(|sent| sent.issue == issue).ok_or(Failure::NotFound)?;
    let issue = app::quarterly::issue(context.app(), due, issue).await?.ok_or(Failure::NotFound)?;
    Ok((sent, issue))
}

pub fn view(chrome: Chrome, sent: &SentIssue, issue: &FrozenIssue, address: &str) -> Result<Page, Failure> {
    let t = Words(chrome.language);
    let frozen = &issue.frozen;
    let form = frozen.due.form().ok_or(Failure::NotFound)?;
    let before = sent.issue - 1;
    let counted = frozen.counted_at.civil();
    let mut facts = vec![
        Pair::new(t.reporter(), Phrase::of(&frozen.reporter, t.0)),
        Pair::new(t.number(), sent.number.clone()),
        Pair::new(t.period(), t.quarter_name(frozen.due.quarter)),
        Pair::new(t.sent_on(), short_date(sent.at.date(), t.0)),
        Pair::new(
            t.counted_at(),
            format!("{} {}", clock_time(counted.time()), short_date(counted.date(), t.0)),
        ),
        Pair::new(t.digest(), sent.frozen.clone()).code(),
    ];
    if frozen.agencies.len() > 1 {
        let names: Vec<&str> = frozen.agencies.iter().map(|agency| agency.name.get(t.0)).collect();
        facts.push(Pair::new(t.covers(), names.join("; ")));
    }
    let told = issue.differences.as_ref();
    Ok(Page {
        back: address.to_string(),
        title: form.title(t.0).into(),
        form: format!("{} · {}", form.form.unwrap_or_default(), t.issue(sent.issue)),
        facts: SummaryList::new(facts),
        same: told.filter(|lines| lines.is_empty()).map(|_| t.no_difference(before)),
        differences: told
            .filter(|lines| !lines.is_empty())
            .map(|lines| differences(form, lines, t.differences(before), t.0)),
        figures: figures(frozen, t.sent_figures(sent.issue), t.0)?,
        files: format!("{address}/issues/{}/files", sent.issue),
        chrome,
        t,
    })
}

/// The files of an issue are made of what was frozen, and of nothing that came later.
pub async fn download(
    context: RequestContext,
    Path((quarter, form, agency, issue, format)): Path<(String, String, String, u32, String)>,
) -> Answer {
    let meant = meant(&context, &quarter, &form, &agency)?;
    let format = ReportFormat::parse(&format).ok_or(Failure::NotFound)?;
    let (sent, issue) = found(&context, &meant.due, issue).await?;
    let made = made(&issue.frozen, meant.form.rows[0])?;
    let name = format!("{}-{}-{}-{}", meant.form.key, quarter, agency, sent.issue);
    file::answer(&context, &made, format, &name)
}
