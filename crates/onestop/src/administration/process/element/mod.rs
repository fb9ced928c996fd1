//! One element of a draft: what is said of a step, changes around it, the condition of a way. Plain forms, one a change.

mod forms;
mod reading;

use super::text::Words;
use super::{draft, home, read_seen, seen, supplier, wanted};
use app::processes::{NotKept, ProcessDraft};
use askama::Template;
use axum::extract::Path;
use domain::agency::Agency;
use domain::procedure::Procedure;
use process::{CannotChange, Edit, Kind, Model, Names};
use ui::field::{Option_, Summary, option};
use ui::{Answer, Ask, Chrome, Failure, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "administration/process/element/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: &'static str,
    title: String,
    summary: Summary,
    /// The first is what is said of it; the others change what is around it.
    changes: Vec<Change>,
    /// It was drawn elsewhere, so that changes around it lose something.
    rewrites: bool,
    /// Names a condition may use, each with what it is.
    names: Vec<(String, String)>,
    seen: String,
    t: Words,
}

/// A change that can be made, with its form.
struct Change {
    act: &'static str,
    title: &'static str,
    note: &'static str,
    fields: Fields,
    open: bool,
}

/// An element of the draft, with all one needs to change it.
struct Element {
    procedure: Procedure,
    agency: Agency,
    draft: ProcessDraft,
    model: Model,
    names: Names,
    id: String,
}

impl Element {
    async fn find(ask: &Ask, code: &str, id: String) -> Result<Option<Element>, Failure> {
        let procedure = wanted(ask, code)?;
        let agency = supplier(ask, code).ok_or(Failure::NotFound)?;
        let Some(draft) = ask.app().find_process_draft(code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(ask, &procedure, &draft).await? else { return Ok(None) };
        let drawing = adoption.process.drawing.ok_or(Failure::NotFound)?;
        let model = drawing.model().clone();
        let names = domain::dossier::known_names(&procedure, &model);
        let known = model.node(&id).is_some_and(|node| node.is_activity() || super::is_event(node));
        let known = known || model.flow(&id).is_some();
        if !known {
            return Err(Failure::NotFound);
        }
        Ok(Some(Element { procedure, agency, draft, model, names, id }))
    }

    /// The steps that come before this one, and itself, as choices.
    fn earlier(&self, ask: &Ask) -> Vec<Option_> {
        let leads_here = |choice: &Option_| {
            let from = self.model.index(&choice.value);
            from.zip(self.model.index(&self.id)).is_some_and(|(from, to)| self.model.comes_to(from, to))
        };
        self.others(ask, true).into_iter().filter(leads_here).collect()
    }

    /// The steps that come after this one in the same scope, and itself.
    fn later(&self, ask: &Ask) -> Vec<Option_> {
        let led_to = |choice: &Option_| {
            let to = self.model.index(&choice.value);
            let both = self.model.index(&self.id).zip(to);
            both.is_some_and(|(from, to)| from == to || !self.model.goes_back(from, to))
        };
        self.others(ask, true).into_iter().filter(led_to).collect()
    }

    /// All other steps, wherever they lie.
    fn everywhere(&self, ask: &Ask) -> Vec<Option_> {
        let steps = self.model.steps().into_iter().filter(|node| self.model.nodes[*node].id != self.id);
        let choice = |node: usize| {
            option(&self.model.nodes[node].id, draft::called(&self.model, node, ask.language, true))
        };
        steps.map(choice).collect()
    }

    /// Other steps in the same scope, as choices.
    fn others(&self, ask: &Ask, own: bool) -> Vec<Option_> {
        let scope = self.model.node(&self.id).map(|node| node.scope);
        let there = |node: &usize| {
            let node = &self.model.nodes[*node];
            Some(node.scope) == scope && (own || node.id != self.id)
        };
        let name = |node: usize| {
            let called = draft::called(&self.model, node, ask.language, true);
            option(&self.model.nodes[node].id, called)
        };
        self.model.works().into_iter().filter(there).map(name).collect()
    }
}

fn view(ask: &Ask, element: &Element, changes: Vec<Change>, summary: Summary) -> Page {
    let t = Words(ask.language);
    let (over, title) = match element.model.index(&element.id) {
        Some(node) if matches!(element.model.nodes[node].kind, Kind::SubProcess(_)) => {
            (t.inner(), draft::called(&element.model, node, ask.language, true))
        }
        Some(node) if super::is_event(&element.model.nodes[node]) => {
            (t.event(), draft::called(&element.model, node, ask.language, true))
        }
        Some(node) => (t.step(), draft::called(&element.model, node, ask.language, true)),
        None => {
            let ends = element.model.flow(&element.id).map(|flow| (flow.from, flow.to));
            let called = |node, back| draft::called(&element.model, node, ask.language, back);
            (
                t.way(),
                ends.map_or(String::new(), |(from, to)| t.way_of(&called(from, true), &called(to, false))),
            )
        }
    };
    let troubled = changes.iter().any(|change| change.fields.any_wrong());
    Page {
        chrome: Chrome::new(ask, &title).with_problems(troubled || !summary.lines.is_empty()),
        code: element.procedure.code.to_string(),
        over,
        title,
        summary,
        changes,
        names: forms::names(element, ask),
        rewrites: !element.draft.source.contains("exporter=\"motcua\""),
        seen: seen(Some(&element.draft)),
        t,
    }
}

pub async fn show(ask: Ask, Path((code, id)): Path<(String, String)>) -> Answer {
    match Element::find(&ask, &code, id).await? {
        None => ui::see(&home(&code)),
        Some(element) => {
            let changes = forms::changes(&ask, &element);
            page(&view(&ask, &element, changes, Summary::of(ask.language, Vec::new())))
        }
    }
}

pub async fn submit(ask: Ask, Path((code, id)): Path<(String, String)>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let Some(element) = Element::find(&ask, &code, id).await? else {
        return see_saying(&ask, &home(&code), Said::DraftGone);
    };
    let mut forms = forms::changes(&ask, &element);
    let act = posted.raw("act").to_string();
    let form = forms.iter_mut().find(|form| form.act == act).ok_or(Failure::BadRequest)?;
    form.fields = form.fields.clone().typed(&posted);
    form.open = true;
    let made = match reading::read(&element, &act, &posted, &t) {
        Ok(edit) => {
            made(&element, &edit).map_err(|cannot| (reading::field_of(&act, &cannot), told(&ask, &cannot)))
        }
        Err(problem) => Err(problem),
    };
    let (field, sentence) = match made {
        Ok(source) => {
            let by = ask.signed_in()?.id();
            match ask.app().save_process_draft(by, &code, source, read_seen(&posted)).await {
                Ok(()) => return see_saying(&ask, &format!("{}/draft", home(&code)), Said::Saved),
                Err(NotKept::Overtaken) => (String::new(), t.overtaken().to_string()),
                Err(NotKept::Unreadable(unreadable)) => {
                    let (vi, en) = process::Finding::from(unreadable).trouble.sentences();
                    (String::new(), ask.language.pick(vi, en))
                }
                Err(NotKept::Fault(fault)) => return Err(fault.into()),
            }
        }
        Err(problem) => problem,
    };
    form.fields.wrong(&field, sentence.clone());
    let summary = match form.fields.any_wrong() {
        true => form.fields.summary(),
        false => Summary::of(ask.language, vec![sentence]),
    };
    page_again(&view(&ask, &element, forms, summary))
}

/// The draft after a change. What is only said of a step is changed in the file where it stands.
fn made(element: &Element, edit: &Edit) -> Result<String, CannotChange> {
    match edit {
        Edit::Describe { step, about } => {
            process::describe(&element.draft.source, &element.model, step, about)
        }
        _ => Ok(process::write(&process::edit(&element.model, edit, &element.names)?)),
    }
}

fn told(ask: &Ask, cannot: &CannotChange) -> String {
    let (vi, en) = cannot.sentences();
    ask.language.pick(vi, en)
}
