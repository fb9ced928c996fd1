//! The draft of a process: checked as it stands, beside what is in use; published from a day on, or discarded.

mod accepted;
mod check;
mod sent;
mod settled;
#[cfg(test)]
mod tests;

use super::drawn::{self, Drawn};
use super::found;
use super::text::Words;
use super::{
    SEEN, ToldDifferences, home, home_of_draft, mends, requested, seen, supplier, title, told_differences,
    who,
};
use app::processes::{Approval, ProcessDraft};
use askama::Template;
use axum::extract::Path;
use check::{DraftCheck, HowOffered, WhoView};
use domain::Language;
use domain::adopt::Adoption;
use domain::procedure::Procedure;
use jiff::civil::Date;
use process::Model;
pub use sent::submit;
use ui::diagram::Marked;
use ui::form::ErrorTarget;
use ui::part::{BackLink, Heading, Mended, Notice};
use ui::{Chrome, Fields, Form, FormParam, Posted, Switch};
use web::{Answer, Failure, RequestContext, page};

/// More differences than this are folded.
const FOLDED_FROM: usize = 10;

#[derive(Template)]
#[template(path = "administration/process/draft/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Heading,
    /// Where the elements of the draft are changed.
    edit_href: String,
    error_summary: ui::part::ErrorSummary,
    /// What is wrong with the draft, or that it may be used.
    verdict: Option<Notice>,
    /// What is proposed for what it leaves open, and how many more there are.
    proposals: Vec<mends::ShownMend>,
    hidden_count: usize,
    offered: HowOffered,
    /// What accepting all would settle beyond these.
    also_settled: Vec<String>,
    /// What was accepted of what was proposed, each with where it is changed or put back.
    accepted: Vec<accepted::AcceptedLine>,
    /// Outcomes and ways back as they are settled, each with where it is changed.
    settled: Vec<drawn::ElementLine>,
    who: WhoView,
    /// Findings that do not prevent publishing, and have no proposal.
    notes: Vec<Mended>,
    usable: bool,
    drawn: Option<Drawn>,
    differences: Differences,
    replaces: u32,
    seen: String,
    publish: Fields,
    t: Words,
}

/// How it differs from what is in use.
struct Differences {
    sentences: Vec<String>,
    /// They are folded, as there are many.
    folded: bool,
}

impl Differences {
    fn of(sentences: Vec<String>) -> Differences {
        Differences { folded: sentences.len() > FOLDED_FROM, sentences }
    }
}

pub async fn show(context: RequestContext, Path(code): Path<String>) -> Answer {
    let procedure = requested(&context, &code)?;
    match app::processes::find_draft(context.app(), &code).await? {
        None => web::see(&home(&code)),
        Some(draft) => page(&view(&context, &procedure, &draft, ReturnedForm::Nothing).await?),
    }
}

/// The draft as it would be used here.
pub(super) async fn adopted(
    context: &RequestContext,
    procedure: &Procedure,
    draft: &ProcessDraft,
) -> Result<Result<Adoption, process::Unreadable>, Failure> {
    let agency = supplier(context, procedure.code.as_str()).ok_or(Failure::NotFound)?;
    Ok(app::processes::adopt(context.app(), procedure, &agency, draft.source.clone()).await?)
}

/// The form that was sent and comes again.
enum ReturnedForm<'a> {
    Nothing,
    Publish(Fields),
    Mend(&'a str, Fields),
    Who(&'a Posted),
}

async fn view(
    context: &RequestContext,
    procedure: &Procedure,
    draft: &ProcessDraft,
    tried: ReturnedForm<'_>,
) -> Result<Page, Failure> {
    let t = Words(context.language);
    let (mut published, mut mended, mut posted) = (None, None, None);
    match tried {
        ReturnedForm::Nothing => {}
        ReturnedForm::Publish(fields) => published = Some(fields),
        ReturnedForm::Mend(key, fields) => mended = Some((key, fields)),
        ReturnedForm::Who(sent) => posted = Some(sent),
    }
    let mut wrong_there = mended.as_ref().map(|(_, fields)| fields.error_summary());
    let check = match adopted(context, procedure, draft).await? {
        Ok(adoption) => DraftCheck::of(&adoption, context, procedure, draft, mended, posted).await?,
        Err(unreadable) => DraftCheck::unreadable(unreadable, context),
    };
    wrong_there = wrong_there.or(posted.map(|_| who::error_summary(&check.who.steps, context)));
    let edit = home_of_draft(procedure.code.as_str());
    let in_use = &procedure.process;
    let differences = match &check.model {
        Some(model) => told_differences(context, procedure, in_use.model(), model),
        None => ToldDifferences::default(),
    };
    let marked = Marked { changed: differences.changed, ..Marked::default() };
    let publish = published.unwrap_or_else(|| {
        let mut blank = Form::blank(context.language);
        publish_form(&mut blank, context, check.unproved);
        blank.into_fields()
    });
    let chrome = context.chrome(t.draft()).with_problems(publish.any_wrong() || wrong_there.is_some());
    let mending = check.proposals.iter().filter(|it| !it.fields.fields.is_empty());
    let mending = mending.map(|it| Switch::of(&it.form, &it.proposed).act(Submit::Mend.key()));
    let publishing = check.usable.then(|| Switch::of(FORM, t.publish()).act(Submit::Publish.key()));
    let naming = (!check.who.steps.is_empty()).then(|| Switch::of(WHO, t.who()).act(Submit::Who.key()));
    let chrome = chrome.switching_among(mending.chain(naming).chain(publishing));
    let verdict =
        found::notice(t.wrong(), &check.wrong, &edit, &t).or_else(|| match (check.usable, check.unproved) {
            (true, false) => Some(Notice::success(t.good())),
            (true, true) => Some(Notice::warning(t.unproved())),
            (false, _) => None,
        });
    let picture = |model: &Model| Drawn::of(context, procedure, model, t.draft(), &marked, Some(&edit));
    let accepted = check.model.as_ref().map(|model| accepted::lines(model, context, &edit));
    Ok(Page {
        chrome,
        code: procedure.code.to_string(),
        heading: title(context, procedure, t.draft()),
        error_summary: wrong_there.unwrap_or_else(|| publish.error_summary()),
        verdict,
        proposals: check.proposals,
        hidden_count: check.hidden_count,
        who: check.who,
        offered: check.offered,
        also_settled: check.also_settled,
        accepted: accepted.unwrap_or_default(),
        settled: check.settled,
        notes: found::together(&check.notes, &edit, &t),
        usable: check.usable,
        drawn: check.shown.as_ref().map(picture),
        edit_href: edit,
        differences: Differences::of(differences.sentences),
        replaces: if in_use.steps.is_empty() { 0 } else { in_use.version },
        seen: context.as_seen(SEEN, seen(Some(draft))),
        publish,
        t,
    })
}

/// What an element is called.
pub(super) fn called(model: &Model, node: usize, language: Language, backwards: bool) -> String {
    let found = &model.nodes[node];
    if found.name.is_empty() && matches!(found.kind, process::NodeKind::End(_)) {
        let t = Words(language);
        return match model.scopes[found.scope].owner {
            Some(group) => t.end_of(&called(model, group, language, true)),
            None => t.the_end().to_string(),
        };
    }
    let english = language == Language::English;
    let name = model.called(node, english, backwards);
    if name != found.id || found.is_activity() {
        return name;
    }
    // Nothing has a name that way.
    let t = Words(language);
    match found.kind {
        process::NodeKind::Start(None) => t.beginning().to_string(),
        _ => process::described(model, node, language),
    }
}

ui::submits! {
    pub(super) enum Submit {
        Discard = "discard",
        Publish = "publish",
        Mend = "mend",
        Accept = "accept-all",
        Who = "who",
        PutBack = "put-back",
    }
}

/// Which proposal a form is about.
pub(super) const PROPOSAL: FormParam = FormParam("proposal");
/// Which of what was accepted a form is about, by its place.
const ACCEPTED: FormParam = FormParam("accepted");
/// The form that says who does each step.
const WHO: &str = "who-form";
const FORM: &str = "publish";
const FROM: ErrorTarget = ErrorTarget::Named("from");
/// Maximum letters of the document that approves a process.
const APPROVAL_MAX: usize = 400;

/// From when it is used, and what approves it where nobody has proved it to end.
fn publish_form(form: &mut Form, context: &RequestContext, unproved: bool) -> Option<(Date, Approval)> {
    let (t, today) = (Words(context.language), context.today());
    let from = form.day("from", t.from()).value(&today.to_string()).on(FROM);
    let from = from;
    let from = from.unless(move |from| *from < today, t.from_past()).read();
    let approval = match unproved {
        true => {
            let approval = form.line("approval", t.approval()).complete("off").at_most(APPROVAL_MAX);
            let by = approval.missing(t.approval_missing()).read();
            let why = form.area("approval-why", t.approval_why()).at_most(APPROVAL_MAX).optional().written();
            Approval { by: by?, why }
        }
        false => Approval::default(),
    };
    Some((from?, approval))
}
