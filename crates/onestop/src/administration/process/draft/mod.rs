//! The draft of a process: checked as it stands, beside what is in use; published from a day on, or discarded.

mod accepted;
mod settled;
#[cfg(test)]
mod tests;

use super::drawn::{self, Drawn};
use super::found::{self, Objection, OpenPoints, finding_at, finding_line, lines};
use super::text::Words;
use super::{
    SEEN, home, home_of_draft, mends, read_seen, requested, seen, supplier, title, told_differences, who,
};
use app::processes::{Approval, NotKept, ProcessDraft};
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::adopt::{Adoption, Doubt, WhyOpen};
use domain::drawing::Drawing;
use domain::procedure::Procedure;
use domain::time::Instant;
use jiff::civil::Date;
use process::{Edit, Mend, Model, Weight};
use ui::diagram::Marked;
use ui::form::ErrorTarget;
use ui::part::{BackLink, Heading, Mended, Notice};
use ui::{Chrome, Fields, Flash, Form, FormParam, Posted, Switch};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

/// Maximum doubts told one by one.
const DOUBTS_SHOWN: usize = 10;
/// Elements of a drawing for which it is told before what accepting all would settle: it is tried for that.
const FORESEEN_MAX: usize = 1_000;
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

/// What can be done with what is proposed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HowOffered {
    /// Nothing of it stands against publishing.
    Remarks,
    /// Each has to be answered by itself.
    OneByOne,
    AllAtOnce,
}

impl HowOffered {
    fn title(self, t: Words) -> &'static str {
        match self {
            HowOffered::Remarks => t.remarks_title(),
            HowOffered::OneByOne | HowOffered::AllAtOnce => t.proposals_title(),
        }
    }

    fn lead(self, t: Words) -> &'static str {
        match self {
            HowOffered::Remarks => t.remarks_lead(),
            HowOffered::OneByOne => t.asked_lead(),
            HowOffered::AllAtOnce => t.proposals_lead(),
        }
    }
}

/// Steps of which it does not say who does them and how long they take.
#[derive(Default)]
struct WhoView {
    steps: Vec<who::StepRow>,
    /// How many more there are.
    hidden_count: usize,
    /// Of how many of them no division could be guessed.
    without_division: usize,
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
    let (mut wrong, mut notes, mut usable, mut unproved) = (Vec::new(), Vec::new(), false, false);
    let (mut model, mut shown): (Option<Model>, Option<Model>) = (None, None);
    let (mut also_settled, mut offered) = (Vec::new(), HowOffered::Remarks);
    let (mut proposals, mut hidden_count, mut who) = (Vec::new(), 0, WhoView::default());
    let (mut published, mut mended, mut posted) = (None, None, None);
    let (edit, mut settled) = (home_of_draft(procedure.code.as_str()), Vec::new());
    match tried {
        ReturnedForm::Nothing => {}
        ReturnedForm::Publish(fields) => published = Some(fields),
        ReturnedForm::Mend(key, fields) => mended = Some((key, fields)),
        ReturnedForm::Who(sent) => posted = Some(sent),
    }
    let mut wrong_there = mended.as_ref().map(|(_, fields)| fields.error_summary());
    match adopted(context, procedure, draft).await? {
        Ok(adoption) => {
            let drawn = adoption.process.model();
            let light = |finding: &&process::Finding| finding.trouble.weight() < Weight::Error;
            let told = |finding| finding_at(finding, drawn, context);
            notes = remarks(drawn, context);
            // What has a proposal is told with it.
            let proposed = |finding: &&process::Finding| {
                let same = |why: &WhyOpen| matches!(why, WhyOpen::Finding(found) if found == *finding);
                adoption.open.iter().any(|it| same(&it.why))
            };
            let alone = |finding: &&process::Finding| !proposed(finding);
            notes.extend(adoption.findings.iter().filter(light).filter(alone).map(told));
            notes.extend(process::lanes_of_no_role(drawn).iter().map(told));
            notes.extend(doubts(&adoption, drawn, context));
            let all = mends::proposals(&adoption.open, procedure, drawn, context);
            let is_left_open = all.iter().any(|it| !it.mend.is_asked_apart());
            let mut open = OpenPoints { count: all.len(), can_accept_all: is_left_open, found_after: None };
            if is_left_open
                && drawn.nodes.len() <= FORESEEN_MAX
                && let Ok(completed) = app::processes::complete(procedure, draft.source.clone()).await?
            {
                open.can_accept_all = !completed.rounds.is_empty();
                also_settled = mends::later(&completed, procedure, &all, context);
                open.found_after = Some(completed.findings);
            }
            offered = match (is_left_open, open.can_accept_all) {
                (false, _) => HowOffered::Remarks,
                (true, false) => HowOffered::OneByOne,
                (true, true) => HowOffered::AllAtOnce,
            };
            wrong = lines(&adoption, drawn, context, &open);
            (proposals, hidden_count) = mends::shown(all, procedure, drawn, context, mended);
            let agency = supplier(context, procedure.code.as_str()).ok_or(Failure::NotFound)?;
            // Who does what is asked once it stands what is to be done.
            if posted.is_some() || !adoption.is_incomplete() {
                let (steps, hidden_count) = who::rows(&adoption, &agency, context, posted);
                let without_division = adoption.unsaid.iter().filter(|unsaid| unsaid.unit.is_none()).count();
                wrong_there = wrong_there.or(posted.map(|_| who::error_summary(&steps, context)));
                who = WhoView { steps, hidden_count, without_division };
            }
            (usable, unproved) = (adoption.is_usable(), adoption.needs_approval());
            let proposed = as_proposed(&adoption, procedure);
            settled = settled::lines(&proposed, context, &edit);
            model = Some(drawn.clone());
            shown = Some(proposed.model().clone());
        }
        Err(unreadable) => wrong.push(finding_line(&unreadable.into(), context)),
    }
    let in_use = &procedure.process;
    let (differences, changed) = match &model {
        Some(model) => told_differences(context, procedure, in_use.model(), model),
        None => Default::default(),
    };
    let marked = Marked { changed, ..Marked::default() };
    let publish = published.unwrap_or_else(|| {
        let mut blank = Form::blank(context.language);
        publish_form(&mut blank, context, unproved);
        blank.into_fields()
    });
    let chrome = context.chrome(t.draft()).with_problems(publish.any_wrong() || wrong_there.is_some());
    let mending = proposals.iter().filter(|it| !it.fields.fields.is_empty());
    let mending = mending.map(|it| Switch::of(&it.form, &it.proposed).act(Submit::Mend.key()));
    let publishing = usable.then(|| Switch::of(FORM, t.publish()).act(Submit::Publish.key()));
    let naming = (!who.steps.is_empty()).then(|| Switch::of(WHO, t.who()).act(Submit::Who.key()));
    let verdict = found::notice(t.wrong(), &wrong, &edit, &t).or_else(|| match (usable, unproved) {
        (true, false) => Some(Notice::success(t.good())),
        (true, true) => Some(Notice::warning(t.unproved())),
        (false, _) => None,
    });
    let picture = |model: &Model| Drawn::of(context, procedure, model, t.draft(), &marked, Some(&edit));
    Ok(Page {
        chrome: chrome.switching_among(mending.chain(naming).chain(publishing)),
        code: procedure.code.to_string(),
        heading: title(context, procedure, t.draft()),
        error_summary: wrong_there.unwrap_or_else(|| publish.error_summary()),
        verdict,
        proposals,
        hidden_count,
        who,
        offered,
        also_settled,
        accepted: model.as_ref().map(|model| accepted::lines(model, context, &edit)).unwrap_or_default(),
        settled,
        notes: found::together(&notes, &edit, &t),
        usable,
        drawn: shown.as_ref().map(picture),
        edit_href: edit,
        differences: Differences::of(differences),
        replaces: if in_use.steps.is_empty() { 0 } else { in_use.version },
        seen: context.as_seen(SEEN, seen(Some(draft))),
        publish,
        t,
    })
}

/// Of several pools the steps of the one are shown that is proposed to be run.
fn as_proposed(adoption: &Adoption, procedure: &Procedure) -> Drawing {
    let (drawing, model) = (&adoption.process.drawing, adoption.process.model());
    let pool = adoption.open.iter().map(|open| &open.mend).find(|it| matches!(it, Mend::OneProcess { .. }));
    match pool {
        Some(pool) => {
            let names = domain::dossier::known_names(procedure, model);
            Drawing::of_model(process::complete(model, std::slice::from_ref(pool), &names).0)
        }
        None => drawing.clone(),
    }
}

/// What was seen in the table it came of.
fn remarks(model: &Model, context: &RequestContext) -> Vec<Objection> {
    model.remarks().map(|said| Objection::whole(said.get(context.language))).collect()
}

/// What does not prevent publishing: what other agencies lack, up to a maximum, and how many more there are.
fn doubts(adoption: &Adoption, model: &Model, context: &RequestContext) -> Vec<Objection> {
    let all = &adoption.doubts;
    let line = |doubt: &Doubt| {
        let told = Objection::whole(doubt.sentence(context.language));
        match doubt {
            Doubt::DecidedByAnOfficer { step }
            | Doubt::AsksForAdditions { step }
            | Doubt::TellsWhoApplied { step }
            | Doubt::Withdraws { step } => {
                Objection { place: step.clone(), at: found::element_called(model, step), ..told }
            }
            _ => told,
        }
    };
    let mut lines: Vec<Objection> = all.iter().take(DOUBTS_SHOWN).map(line).collect();
    if all.len() > DOUBTS_SHOWN {
        lines.push(Objection::whole(Words(context.language).more_doubts(all.len() - DOUBTS_SHOWN)));
    }
    lines
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

/// A draft as somebody saw it, and what they sent.
struct SentDraft<'a> {
    context: &'a RequestContext,
    procedure: &'a Procedure,
    draft: &'a ProcessDraft,
    posted: &'a Posted,
    /// When what they saw was changed last.
    seen: Instant,
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let procedure = requested(&context, &code)?;
    let Some(draft) = app::processes::find_draft(context.app(), &code).await? else {
        return see_with_flash(&context, &home(&code), Flash::DraftGone);
    };
    let seen = read_seen(&posted).ok_or(Failure::BadRequest)?;
    let sent = SentDraft { context: &context, procedure: &procedure, draft: &draft, posted: &posted, seen };
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Discard => sent.discard().await,
        Submit::Mend => mend(&context, &procedure, &draft, &posted, seen).await,
        Submit::Who => sent.say_who().await,
        Submit::Accept => sent.accept_all().await,
        Submit::PutBack => sent.put_back().await,
        Submit::Publish => sent.publish().await,
    }
}

impl SentDraft<'_> {
    fn form(&self) -> Form<'_> {
        Form::sent(self.context.language, self.posted)
    }

    async fn adopted(&self) -> Result<Adoption, Failure> {
        adopted(self.context, self.procedure, self.draft).await?.map_err(|_| Failure::BadRequest)
    }

    /// The page again, with what was sent.
    async fn again(&self, form: ReturnedForm<'_>) -> Answer {
        page_with_errors(&view(self.context, self.procedure, self.draft, form).await?)
    }

    /// The page again, with a sentence above the form that publishes.
    async fn refused(&self, why: &str) -> Answer {
        let mut form = self.form();
        publish_form(&mut form, self.context, false);
        form.add_error(why.to_string());
        self.again(ReturnedForm::Publish(form.into_fields())).await
    }

    async fn overtaken(&self) -> Answer {
        self.refused(Words(self.context.language).overtaken()).await
    }

    /// The changed draft is kept, and shown.
    async fn save(&self, source: String) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        let by = context.signed_in()?.id();
        match app::processes::save_draft(context.app(), by, code, source, Some(self.seen)).await {
            Ok(()) => see_with_flash(context, &format!("{}/draft", home(code)), Flash::Saved),
            Err(NotKept::Overtaken) => self.overtaken().await,
            // A stored draft was readable when it was stored.
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }

    async fn discard(&self) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        match app::processes::drop_draft(context.app(), code, self.seen).await {
            Ok(()) => see_with_flash(context, &home(code), Flash::Saved),
            Err(NotKept::Overtaken) => self.overtaken().await,
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }

    /// Who does the steps that name nobody yet.
    async fn say_who(&self) -> Answer {
        let adoption = self.adopted().await?;
        let agency = supplier(self.context, self.procedure.code.as_str()).ok_or(Failure::NotFound)?;
        // Steps are known by their order in what was seen.
        if self.seen != self.draft.updated_at {
            return self.overtaken().await;
        }
        match who::said(&self.draft.source, &adoption, &agency, self.context, self.posted) {
            Some(source) => self.save(source).await,
            None => self.again(ReturnedForm::Who(self.posted)).await,
        }
    }

    /// All that is proposed.
    async fn accept_all(&self) -> Answer {
        let completed = app::processes::complete(self.procedure, self.draft.source.clone()).await?;
        let Ok(completed) = completed else { return Err(Failure::BadRequest) };
        if completed.rounds.is_empty() {
            return self.refused(Words(self.context.language).asked_lead()).await;
        }
        self.save(completed.source).await
    }

    /// What went with a proposal that was accepted.
    async fn put_back(&self) -> Answer {
        if self.seen != self.draft.updated_at {
            return self.overtaken().await;
        }
        let adoption = self.adopted().await?;
        let accepted = ACCEPTED.of(self.posted).parse().map_err(|_| Failure::BadRequest)?;
        let model = adoption.process.model();
        let names = domain::dossier::known_names(self.procedure, model);
        match process::edit(model, &Edit::PutBack { accepted }, &names) {
            Ok(changed) => self.save(process::rewrite(&self.draft.source, model, &changed)).await,
            Err(cannot) => self.refused(cannot.sentences().get(self.context.language)).await,
        }
    }

    async fn publish(&self) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        let (t, mut form) = (Words(context.language), self.form());
        let adoption = self.adopted().await?;
        let wished = publish_form(&mut form, context, adoption.needs_approval());
        if self.seen != self.draft.updated_at {
            form.clash(FROM, t.overtaken());
        }
        let (Some((from, approval)), true, false) = (wished, adoption.is_usable(), form.any_wrong()) else {
            return self.again(ReturnedForm::Publish(form.into_fields())).await;
        };
        let by = context.signed_in()?.id();
        let process = adoption.process;
        match app::processes::publish(context.app(), by, code, process, self.seen, from, approval).await {
            Ok(()) => see_with_flash(context, &home(code), Flash::Published),
            Err(NotKept::Overtaken) => {
                form.clash(FROM, t.overtaken());
                self.again(ReturnedForm::Publish(form.into_fields())).await
            }
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }
}

/// One proposal is accepted, by the values of its form.
async fn mend(
    context: &RequestContext,
    procedure: &Procedure,
    draft: &ProcessDraft,
    posted: &Posted,
    seen: Instant,
) -> Answer {
    let (t, key) = (Words(context.language), PROPOSAL.of(posted));
    let Ok(adoption) = adopted(context, procedure, draft).await? else { return Err(Failure::BadRequest) };
    let model = adoption.process.model();
    let all = mends::proposals(&adoption.open, procedure, model, context);
    let place = all.iter().position(|proposal| proposal.key == key);
    let mut form = mends::named(Form::sent(context.language, posted), place.unwrap_or_default());
    if let Some(place) = place.filter(|_| seen == draft.updated_at)
        && let Some(source) = all[place].carry_out(&mut form, procedure, &adoption.process.drawing, context)
    {
        let (by, code) = (context.signed_in()?.id(), procedure.code.as_str());
        match app::processes::save_draft(context.app(), by, code, source, Some(seen)).await {
            Ok(()) => return see_with_flash(context, &format!("{}/draft", home(code)), Flash::Saved),
            Err(NotKept::Overtaken) => form.add_error(t.overtaken()),
            Err(NotKept::Unreadable(unreadable)) => {
                let told = process::Finding::from(unreadable).trouble.sentences();
                form.add_error(told.get(context.language).to_string());
            }
            Err(NotKept::Fault(fault)) => return Err(fault.into()),
        }
    } else if !form.any_wrong() {
        form.add_error(t.overtaken());
    }
    page_with_errors(&view(context, procedure, draft, ReturnedForm::Mend(key, form.into_fields())).await?)
}
