//! One element of a draft: what is said of a step, changes around it, the condition of a way. Plain forms, one a change.

mod about;
mod forms;
mod names;
mod outcomes;
#[cfg(test)]
mod tests;

use super::text::Words;
use super::{SEEN, draft, home, mends, read_seen, requested, seen, supplier};
pub(super) use about::{in_words, time_line};
use app::processes::{NotKept, ProcessDraft};
use askama::Template;
use axum::extract::Path;
use domain::adopt::Open;
use domain::agency::Agency;
use domain::procedure::Procedure;
use forms::ElementContext;
pub(super) use forms::{CONDITION, CONDITION_MAX, MATTER, NAME, TIME, TIMES, TIMES_MAX, chosen, target_of};
use process::{CannotChange, Edit, Model, Names, NodeKind};
use ui::field::{Option_, option};
use ui::part::{BackLink, Button, ButtonLook, ErrorSummary, Heading, SummaryList};
use ui::submit::ACTION;
use ui::{Chrome, Fields, Flash, Form, Switch};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

#[derive(Template)]
#[template(path = "administration/process/element/page.html")]
struct Page {
    chrome: Chrome,
    heading: Heading,
    error_summary: ErrorSummary,
    /// The first is what is said of it; the others change what is around it.
    changes: Vec<ElementFormView>,
    /// Names a condition may use, each with what it is.
    names: SummaryList,
    /// What is proposed for what is left open here; the draft carries it out.
    proposals: Vec<mends::ShownMend>,
    to: String,
    seen: String,
    t: Words,
}

/// A change as it is shown.
struct ElementFormView {
    act: &'static str,
    /// What its button says, and how much it stands out.
    button: Button,
    title: &'static str,
    note: String,
    fields: Fields,
    open: bool,
}

impl ElementFormView {
    /// The id of its form.
    fn form(&self) -> String {
        format!("change-{}", self.act)
    }
}

/// Whether an element of a draft has a page where it is changed.
pub(super) fn has_page(model: &Model, id: &str) -> bool {
    let changed = |node: &process::Node| {
        node.is_activity()
            || super::drawn::is_event(node)
            || matches!(node.kind, NodeKind::EventSubProcess { .. })
    };
    let decides = |node| model.is_deciding_end(node);
    model.node(id).is_some_and(changed) || model.index(id).is_some_and(decides) || model.flow(id).is_some()
}

/// An element of the draft, with all one needs to change it.
struct DraftElement {
    procedure: Procedure,
    agency: Agency,
    draft: ProcessDraft,
    model: Model,
    names: Names,
    open: Vec<Open>,
    id: String,
}

impl DraftElement {
    async fn find(context: &RequestContext, code: &str, id: String) -> Result<Option<DraftElement>, Failure> {
        let procedure = requested(context, code)?;
        let agency = supplier(context, code).ok_or(Failure::NotFound)?;
        let Some(draft) = app::processes::find_draft(context.app(), code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(context, &procedure, &draft).await? else { return Ok(None) };
        let model = adoption.process.model().clone();
        let names = domain::dossier::known_names(&procedure, &model);
        if !has_page(&model, &id) {
            return Err(Failure::NotFound);
        }
        Ok(Some(DraftElement { procedure, agency, draft, model, names, open: adoption.open, id }))
    }

    /// The steps that come before this one, and itself, as choices.
    fn earlier(&self, context: &RequestContext) -> Vec<Option_> {
        let leads_here = |choice: &Option_| {
            let from = self.model.index(&choice.value);
            from.zip(self.model.index(&self.id)).is_some_and(|(from, to)| self.model.comes_to(from, to))
        };
        self.others(context, true).into_iter().filter(leads_here).collect()
    }

    /// The steps that come after this one in the same scope, and itself.
    fn later(&self, context: &RequestContext) -> Vec<Option_> {
        let led_to = |choice: &Option_| {
            let to = self.model.index(&choice.value);
            let both = self.model.index(&self.id).zip(to);
            both.is_some_and(|(from, to)| from == to || !self.model.goes_back(from, to))
        };
        self.others(context, true).into_iter().filter(led_to).collect()
    }

    /// Those it may be kept apart from: all other steps, wherever they lie, and itself where it is done for each of several.
    fn kept_apart_from(&self, context: &RequestContext) -> Vec<Option_> {
        let of_several = |node: &process::Node| matches!(node.repeats, process::Repeats::Each { .. });
        let steps = self.model.steps().into_iter().filter(|node| {
            let node = &self.model.nodes[*node];
            node.id != self.id || of_several(node)
        });
        let choice = |node: usize| {
            let id = &self.model.nodes[node].id;
            let called = draft::called(&self.model, node, context.language, true);
            let t = Words(context.language);
            option(id, if *id == self.id { t.apart_itself(&called) } else { called })
        };
        steps.map(choice).collect()
    }

    /// Other steps in the same scope, as choices.
    fn others(&self, context: &RequestContext, own: bool) -> Vec<Option_> {
        let scope = self.model.node(&self.id).map(|node| node.scope);
        let there = |node: &usize| {
            let node = &self.model.nodes[*node];
            Some(node.scope) == scope && (own || node.id != self.id)
        };
        let name = |node: usize| {
            let called = draft::called(&self.model, node, context.language, true);
            option(&self.model.nodes[node].id, called)
        };
        self.model.works().into_iter().filter(there).map(name).collect()
    }
}

fn view(
    context: &RequestContext,
    element: &DraftElement,
    changes: Vec<ElementFormView>,
    error_summary: ErrorSummary,
) -> Page {
    let t = Words(context.language);
    let (eyebrow, title) = match element.model.index(&element.id) {
        Some(node)
            if matches!(
                element.model.nodes[node].kind,
                NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. }
            ) =>
        {
            (t.inner(), draft::called(&element.model, node, context.language, true))
        }
        Some(node) if matches!(element.model.nodes[node].kind, NodeKind::End(_)) => {
            (t.end(), draft::called(&element.model, node, context.language, true))
        }
        Some(node) if super::drawn::is_event(&element.model.nodes[node]) => {
            (t.event(), draft::called(&element.model, node, context.language, true))
        }
        Some(node) => (t.step(), draft::called(&element.model, node, context.language, true)),
        None => {
            let ends = element.model.flow(&element.id).map(|flow| (flow.from, flow.to));
            let called = |node, back| draft::called(&element.model, node, context.language, back);
            (
                t.way(),
                ends.map_or(String::new(), |(from, to)| t.way_of(&called(from, true), &called(to, false))),
            )
        }
    };
    let proposals = mends::proposals(&element.open, &element.procedure, &element.model, context);
    let proposals = mends::about_element(proposals, &element.procedure, &element.model, context, &element.id);
    let troubled = changes.iter().any(|change| change.fields.any_wrong());
    let typed = changes.iter().filter(|change| !change.fields.fields.is_empty());
    let changing = typed.map(|change| Switch::of(change.form(), change.title).act(change.act));
    let to = format!("{}/draft", home(element.procedure.code.as_str()));
    let mending = proposals.iter().filter(|it| !it.fields.fields.is_empty());
    let mending = mending.map(|it| Switch::of(&it.form, &it.proposed).act(draft::Submit::Mend.key()).to(&to));
    let forms: Vec<Switch> = mending.chain(changing).collect();
    Page {
        chrome: context
            .chrome(&title)
            .with_problems(troubled || !error_summary.is_empty())
            .switching_among(forms),
        heading: Heading::with_eyebrow(eyebrow, title),
        error_summary,
        changes,
        proposals,
        to,
        names: names::names(element, context),
        seen: context.as_seen(SEEN, seen(Some(&element.draft))),
        t,
    }
}

pub async fn show(context: RequestContext, Path((code, id)): Path<(String, String)>) -> Answer {
    match DraftElement::find(&context, &code, id).await? {
        None => web::see(&home(&code)),
        Some(element) => {
            let nothing = ErrorSummary::of(context.language, Vec::new());
            page(&view(&context, &element, drawn(&context, &element, None), nothing))
        }
    }
}

/// Every change with its form; the one that did not go through comes as it was typed.
fn drawn(
    context: &RequestContext,
    element: &DraftElement,
    tried: Option<(&str, Fields)>,
) -> Vec<ElementFormView> {
    let t = Words(context.language);
    let at = ElementContext { context, element, t };
    let change = |of: forms::ElementForm| {
        let tried = tried.as_ref().filter(|(act, _)| *act == of.act).map(|(_, fields)| fields.clone());
        let open = of.first || tried.is_some();
        let fields = tried.unwrap_or_else(|| {
            let mut form = Form::blank(context.language);
            (of.form)(&mut form, &at);
            form.into_fields()
        });
        let (look, words) = match of.act {
            "remove" | "remove-way" | "remove-event" => (ButtonLook::Danger, of.title),
            _ if of.first => (ButtonLook::Main, t.save()),
            _ => (ButtonLook::Main, of.title.trim_end_matches('…')),
        };
        let button = Button::new(look, words, ACTION.with(of.act));
        ElementFormView { act: of.act, button, title: of.title, note: of.note, fields, open }
    };
    forms::changes(&at).into_iter().map(change).collect()
}

pub async fn submit(
    context: RequestContext,
    Path((code, id)): Path<(String, String)>,
    Sent(posted): Sent,
) -> Answer {
    let t = Words(context.language);
    let Some(element) = DraftElement::find(&context, &code, id).await? else {
        return see_with_flash(&context, &home(&code), Flash::DraftGone);
    };
    let at = ElementContext { context: &context, element: &element, t };
    let change = forms::changes(&at).into_iter().find(|change| change.act == ACTION.of(&posted));
    let change = change.ok_or(Failure::BadRequest)?;
    let mut form = Form::sent(context.language, &posted);
    let edit = (change.form)(&mut form, &at).filter(|_| !form.any_wrong());
    let source = match edit.map(|edit| made(&element, &edit)) {
        Some(Ok(source)) => Some(source),
        Some(Err(cannot)) => {
            form.wrong_about(Some(forms::target_of(&cannot)), told(&at, &cannot));
            None
        }
        None => None,
    };
    if let Some(source) = source {
        let by = context.signed_in()?.id();
        match app::processes::save_draft(context.app(), by, &code, source, read_seen(&posted)).await {
            Ok(()) => return see_with_flash(&context, &format!("{}/draft", home(&code)), Flash::Saved),
            Err(NotKept::Overtaken) => form.add_error(t.overtaken()),
            Err(NotKept::Unreadable(unreadable)) => {
                let told = process::Finding::from(unreadable).trouble.sentences();
                form.add_error(told.get(context.language).to_string());
            }
            Err(NotKept::Fault(fault)) => return Err(fault.into()),
        }
    }
    let fields = form.into_fields();
    let summary = fields.error_summary();
    page_with_errors(&view(
        &context,
        &element,
        drawn(&context, &element, Some((change.act, fields))),
        summary,
    ))
}

/// The draft after a change. What is only said of a step is changed in the file where it stands.
fn made(element: &DraftElement, edit: &Edit) -> Result<String, CannotChange> {
    match edit {
        Edit::Describe { step, about } => {
            process::describe(&element.draft.source, &element.model, step, about)
        }
        _ => {
            let changed = process::edit(&element.model, edit, &element.names)?;
            Ok(process::rewrite(&element.draft.source, &element.model, &changed))
        }
    }
}

fn told(at: &ElementContext, cannot: &CannotChange) -> String {
    let context = at.context;
    if let CannotChange::StillNamed { condition } = cannot
        && let Some(told) = at.conditions().told(condition)
    {
        return at.t.still_asked(&told);
    }
    cannot.sentences().get(context.language).to_string()
}
