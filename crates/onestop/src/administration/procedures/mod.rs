//! A procedure: who offers it at which level, what it still lacks, the way to each of its parts, its versions, its end.

mod closing;
pub mod list;
mod offering;
#[cfg(test)]
mod tests;
mod versions;

use super::parts;
use super::text::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::procedure::{Procedure, Process, default_process};
use offering::{OfferingRequest, PICKS};
use ui::field::Overwritten;
use ui::part::{BackLink, ErrorSummary, Heading, Link, LinkList, Notice, Table, Tone};
use ui::submit::ACTION;
use ui::{Chrome, Fields, Flash, Form, Switch};
use versions::VersionLine;
use web::{Answer, Failure, RequestContext, Sent, page, page_with, page_with_errors, see_with_flash};

const HOME: &str = "/office/administration/procedures";

#[derive(Template)]
#[template(path = "administration/procedures/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: String,
    /// What somebody else saved since the page was opened.
    overwritten: Overwritten,
    error_summary: ErrorSummary,
    /// What is to be known first: what it lacks, that it is closed or will be.
    notices: Vec<Notice>,
    /// Which agency offers it, how far and until when.
    offerings: Table,
    /// The portal has a page of it: it is no procedure between agencies.
    is_public: bool,
    /// It is to be closed on a day, which can be taken back.
    is_closing: bool,
    /// It is closed, and only its versions are of use.
    is_closed: bool,
    versions: Vec<VersionLine>,
    parts: LinkList,
    forms: Forms,
    t: Words,
}

/// The forms of the page, each as drawn or as it came back.
struct Forms {
    offering: Fields,
    ending: Fields,
    closing: Fields,
}

/// Their ids.
const OFFERING: &str = "supply";
const ENDING: &str = "ending";
const CLOSING: &str = "closing";

ui::submits! {
    enum Submit {
        Offering = "supply",
        End = "end",
        Close = "close",
        Keep = "keep",
    }
}

impl Forms {
    /// As they are before anything is typed.
    fn blank(context: &RequestContext, procedure: &Procedure) -> Forms {
        let drawn = |draw: &dyn Fn(&mut Form)| {
            let mut blank = Form::blank(context.language);
            draw(&mut blank);
            blank.into_fields()
        };
        let offering = drawn(&|form| {
            offering::form(form, context, procedure);
        });
        Forms {
            offering: offering.with_baseline_of(&offering::stored(context, procedure.code.as_str())),
            ending: drawn(&|form| {
                offering::end_form(form, context);
            }),
            closing: drawn(&|form| {
                closing::form(form, context, procedure);
            }),
        }
    }
}

fn view(context: &RequestContext, procedure: &Procedure, forms: Forms, picked: &[&str]) -> Page {
    let (t, language, data) = (Words(context.language), context.language, context.app().master_data());
    let code = procedure.code.as_str();
    let offerings = offering::table(context, code, picked);
    let closing = closing::of(context, code);
    let mut notices: Vec<Notice> = closing.notice(&t, language).into_iter().collect();
    let lacks = lacks(procedure, offerings.lines.len(), &t);
    if !lacks.is_empty() && !closing.is_over() {
        notices.push(Notice::titled(Tone::Warning, t.lacks()).points(lacks));
    }
    let heading = procedure.short_name.get(language).to_string();
    let of = |part: &str| format!("{HOME}/{code}/{part}");
    let whole = [
        Link::new(of("about"), t.about()).text(t.about_more()),
        Link::new(of("process"), t.drawing()).text(t.drawing_more()),
    ];
    let parts = parts::PARTS.iter().map(|part| {
        Link::new(of(&format!("parts/{}", part.key)), (part.title)(&t)).text(part.said(procedure, language))
    });
    let mut summary = forms.offering.error_summary();
    summary.append(forms.ending.error_summary());
    summary.append(forms.closing.error_summary());
    let switches = [
        Some(Switch::of(OFFERING, t.offering_more()).act(Submit::Offering.key())),
        Some(Switch::of(ENDING, t.end_offering()).act(Submit::End.key())).filter(|_| !offerings.is_empty()),
        Some(Switch::of(CLOSING, t.close()).act(Submit::Close.key())).filter(|_| !closing.is_over()),
    ];
    Page {
        chrome: context
            .chrome(&heading)
            .with_problems(!summary.is_empty())
            .switching_among(switches.into_iter().flatten()),
        overwritten: Overwritten::none(language),
        code: code.to_string(),
        heading,
        error_summary: summary,
        notices,
        offerings,
        is_public: procedure.is_public(),
        is_closing: closing.is_to_come(),
        is_closed: closing.is_over(),
        versions: versions::told(&data.history(code), &t),
        parts: LinkList(whole.into_iter().chain(parts).collect()),
        forms,
        t,
    }
}

/// What a procedure still needs before a dossier can be taken.
fn lacks(procedure: &Procedure, offerings: usize, t: &Words) -> Vec<&'static str> {
    let mut lacks = Vec::new();
    if offerings == 0 {
        lacks.push(t.lacks_offering());
    }
    if procedure.methods.is_empty() {
        lacks.push(t.lacks_ways());
    }
    if procedure.process.steps.is_empty() {
        lacks.push(t.lacks_steps());
    }
    lacks
}

/// From when a version saved now holds: today, or the day the newest one begins if that is still to come.
pub fn valid_from(context: &RequestContext, code: &str) -> jiff::civil::Date {
    let data = context.app().master_data();
    let last = data.history(code).iter().map(|dated| dated.from).max();
    last.unwrap_or(context.today()).max(context.today())
}

fn requested(context: &RequestContext, code: &str) -> Result<Procedure, Failure> {
    Ok(context.app().master_data().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(context: RequestContext, Path(code): Path<String>) -> Answer {
    let procedure = requested(&context, &code)?;
    page(&view(&context, &procedure, Forms::blank(&context, &procedure), &[]))
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let procedure = requested(&context, &code)?;
    let by = context.signed_in()?.id();
    let mut sent = Form::sent(context.language, &posted);
    let blank = || Forms::blank(&context, &procedure);
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Offering => {
            let stored = offering::stored(&context, &code);
            let wished = offering::form(&mut sent, &context, &procedure);
            let begun = first_steps(&context, &procedure, wished.as_ref()).await?;
            if let Some(wished) = &wished {
                wished.check(&mut sent, &context, &begun.as_ref().unwrap_or(&procedure.process).steps);
            }
            let Some(wished) = wished.filter(|_| !sent.any_wrong()) else {
                let forms = Forms { offering: sent.into_fields_with_baseline(&stored), ..blank() };
                return page_with_errors(&view(&context, &procedure, forms, &[]));
            };
            // Nobody's offering is overwritten unseen: the page says which there were.
            let overwritten = stored.overwritten_by(&wished.shown(&context), &posted);
            if !overwritten.lines.is_empty() {
                let forms = Forms { offering: sent.into_fields_with_baseline(&stored), ..blank() };
                let page = view(&context, &procedure, forms, &[]);
                let chrome = page.chrome.with_problems(true);
                return page_with(StatusCode::CONFLICT, &Page { chrome, overwritten, ..page });
            }
            if let Some(process) = begun {
                app::processes::save(context.app(), by, code.clone(), process).await?;
            }
            let (level, offers) = (wished.level, wished.offers());
            app::administration::save_offerings(context.app(), by, code.clone(), level, offers).await?;
        }
        Submit::End => {
            let picked = PICKS.all(&posted);
            let ending = offering::read_end(&mut sent, &context, &code, &picked);
            let Some((agencies, last)) = ending.filter(|_| !sent.any_wrong()) else {
                let forms = Forms { ending: sent.into_fields(), ..blank() };
                return page_with_errors(&view(&context, &procedure, forms, &picked));
            };
            app::administration::end_offerings(context.app(), by, code.clone(), agencies, last).await?;
        }
        Submit::Close => {
            let wished = closing::form(&mut sent, &context, &procedure);
            let Some((last, because)) = wished.filter(|_| !sent.any_wrong()) else {
                let forms = Forms { closing: sent.into_fields(), ..blank() };
                return page_with_errors(&view(&context, &procedure, forms, &[]));
            };
            app::administration::close_procedure(context.app(), by, code.clone(), last, because).await?;
        }
        // A form that was held is only shown.
        Submit::Keep if posted.is_held() => return page(&view(&context, &procedure, blank(), &[])),
        Submit::Keep => app::administration::keep_procedure(context.app(), by, code.clone()).await?,
    }
    see_with_flash(&context, &format!("{HOME}/{code}"), Flash::Saved)
}

/// A procedure without steps is put to work at once with the default ones, where some fit its limit: by the first of the
/// agencies, and the others must have its divisions.
async fn first_steps(
    context: &RequestContext,
    procedure: &Procedure,
    wished: Option<&OfferingRequest>,
) -> Result<Option<Process>, Failure> {
    let first = wished.and_then(|wished| wished.agencies.first());
    let Some(agency) = first.filter(|_| procedure.process.steps.is_empty()) else { return Ok(None) };
    let officers = app::accounts::list_officers(context.app(), agency.id).await?;
    let calendar = context.app().master_data().calendar(agency.id).clone();
    let process = default_process(procedure, agency, &officers, &calendar, context.today());
    Ok(Some(process).filter(|process| !process.steps.is_empty()))
}
