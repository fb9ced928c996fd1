//! What a drawing leaves open, each with a form that completes it: what is proposed is filled in, and can be changed.

use super::conditions::Conditions;
use super::draft;
use super::element::{MATTER, chosen, target_of};
use super::found::{Objection, finding_at};
use super::proposal_form::ProposalForm;
use super::text::Words;
use domain::Language;
use domain::adopt::{Completed, Open, Round, WhyOpen};
use domain::drawing::Drawing;
use domain::procedure::Procedure;
use process::{Edit, Means, Mend, Model, Trouble, plain_name};
use std::collections::HashSet;
use ui::field::{Option_, option};
use ui::{Fields, Form, Markup};
use web::RequestContext;

/// Maximum proposals with a form of their own on a page; the button for all accepts the rest too.
const SHOWN: usize = 40;

/// What would complete the drawing at one place.
pub(super) struct MendProposal {
    /// What was found and where: the form says it back.
    pub key: String,
    pub place: String,
    pub found: String,
    pub proposed: String,
    pub mend: Mend,
}

/// A proposal as it is shown.
pub(super) struct ShownMend {
    /// The id of its form, what it says unseen, and by which button it is sent.
    pub form: String,
    pub hidden: Markup,
    pub accept: draft::Submit,
    pub place: String,
    pub found: String,
    pub proposed: String,
    pub fields: Fields,
    pub open: bool,
}

/// All that is proposed, in its order; one at a place where several things say the same.
pub(super) fn proposals(
    open: &[Open],
    procedure: &Procedure,
    model: &Model,
    context: &RequestContext,
) -> Vec<MendProposal> {
    let conditions = Conditions::of(procedure, model, context.language);
    let mut known = HashSet::new();
    let proposal = |it: &Open| {
        let Objection { place, sentence: found, .. } = objection(it, model, context);
        let key = match (&it.why, &it.mend) {
            (WhyOpen::Finding(found), _) => format!("{} {}", found.trouble.code(), found.element),
            (_, Mend::LeftOut { step }) => format!("left-out {step}"),
            (WhyOpen::Lack { element, .. }, _) => format!("lack {element}"),
            (WhyOpen::Counter, _) => return None,
        };
        let (mend, proposed) = (it.mend.clone(), sentence(&it.mend, &conditions, model, context));
        Some(MendProposal { key, place, found, proposed, mend })
    };
    let mut all: Vec<MendProposal> =
        open.iter().filter_map(proposal).filter(|it| known.insert(it.key.clone())).collect();
    // What one form completes is asked once, though several things were found.
    let mut mends: Vec<Mend> = Vec::new();
    all.retain(|it| {
        let new = !mends.contains(&it.mend);
        mends.extend(new.then(|| it.mend.clone()));
        new
    });
    all
}

/// Why it is proposed, and where.
fn objection(it: &Open, model: &Model, context: &RequestContext) -> Objection {
    let at = |id: &str, sentence: String| {
        let called = |node| draft::called(model, node, context.language, true);
        Objection { place: model.index(id).map(called).unwrap_or_default(), ..Objection::whole(sentence) }
    };
    match (&it.why, &it.mend) {
        (WhyOpen::Finding(found), Mend::AsStep { .. })
            if matches!(found.trouble, Trouble::NoStart | Trouble::NoEnd) =>
        {
            let sentence = Words(context.language).nothing_inside().to_string();
            Objection { sentence, ..finding_at(found, model, context) }
        }
        (WhyOpen::Finding(found), _) => finding_at(found, model, context),
        (WhyOpen::Lack { element, what }, _) => at(element, what.sentence(context.language)),
        (WhyOpen::Counter, Mend::LeftOut { step }) => {
            at(step, Words(context.language).counter_does().to_string())
        }
        (WhyOpen::Counter, _) => Objection::whole(Words(context.language).counter_does()),
    }
}

/// What would be done, with conditions in words.
fn sentence(mend: &Mend, conditions: &Conditions, model: &Model, context: &RequestContext) -> String {
    let t = Words(context.language);
    let told = |text: &str| conditions.told(text);
    match mend {
        Mend::Condition { condition, .. } if told(condition).is_some() => {
            t.way_taken_when(&told(condition).unwrap_or_default())
        }
        Mend::When { condition, .. } if told(condition).is_some() => {
            t.happens_when(&told(condition).unwrap_or_default())
        }
        _ => mend.sentences(model).get(context.language).to_string(),
    }
}

/// What accepting all would settle beyond the proposals that are there: what these only show, in its order.
pub(super) fn later(
    completed: &Completed,
    procedure: &Procedure,
    shown: &[MendProposal],
    context: &RequestContext,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for Round { model, settled } in &completed.rounds {
        let conditions = Conditions::of(procedure, model, context.language);
        for open in settled.iter().filter(|open| !shown.iter().any(|it| it.mend == open.mend)) {
            let sentence = sentence(&open.mend, &conditions, model, context);
            let line = Objection { sentence, ..objection(open, model, context) }.said();
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Those about an element.
pub(super) fn about_element(
    all: Vec<MendProposal>,
    procedure: &Procedure,
    model: &Model,
    context: &RequestContext,
    id: &str,
) -> Vec<ShownMend> {
    let there = all.into_iter().enumerate().filter(|(_, it)| it.mend.is_about(model, id));
    there.take(SHOWN).map(|(place, it)| it.show(place, procedure, model, context, None)).collect()
}

/// Those a page has room for, each with its form, and how many more there are. The one that was tried comes as typed.
pub(super) fn shown(
    all: Vec<MendProposal>,
    procedure: &Procedure,
    model: &Model,
    context: &RequestContext,
    tried: Option<(&str, Fields)>,
) -> (Vec<ShownMend>, usize) {
    let more = all.len().saturating_sub(SHOWN);
    let show = |(at, it): (usize, MendProposal)| {
        let tried = tried.as_ref().filter(|(key, _)| *key == it.key).map(|(_, fields)| fields.clone());
        it.show(at, procedure, model, context, tried)
    };
    (all.into_iter().enumerate().take(SHOWN).map(show).collect(), more)
}

/// A way a step may turn out that nobody named yet, offered as the condition of a way.
pub(super) struct NewOutcome {
    pub asked: String,
    pub option: Option_,
    pub mend: Mend,
}

/// Maximum steps before a choice that are offered to decide it.
const DECIDERS_MAX: usize = 12;

/// The steps that come before a choice may turn out as one of its ways is called.
pub(super) fn new_outcomes(model: &Model, flow: &str, language: Language) -> Vec<NewOutcome> {
    let Some(way) = model.flow(flow) else { return Vec::new() };
    let t = Words(language);
    let place = model.nodes[way.from].outgoing.iter().position(|other| model.flows[*other].id == way.id);
    let name = match way.name.trim() {
        "" => model.called(way.to, false, false),
        name => name.to_string(),
    };
    let means = model.flows.iter().position(|other| other.id == way.id).map(|at| model.likely_means(at));
    let new = |step: process::NodeIndex| {
        let node = &model.nodes[step];
        let key = format!("way-{}", place.unwrap_or_default() + 1);
        let asked = format!("steps.{}.outcome = \"{key}\"", plain_name(&node.id));
        let told = t.when(&t.when_outcome(&draft::called(model, step, language, true), &name));
        let mend = Mend::Answer {
            flow: way.id.clone(),
            step: node.id.clone(),
            key,
            name: name.clone(),
            english: String::new(),
            means: means.unwrap_or(Means::Neither),
            condition: asked.clone(),
            also: Vec::new(),
        };
        NewOutcome { option: option(&asked, told), asked, mend }
    };
    let named = |step: &usize| {
        let small = typed::key(&name);
        model.nodes[*step].step.outcomes.iter().any(|outcome| typed::key(&outcome.name) == small)
    };
    let steps = model.steps().into_iter().filter(|step| model.comes_to(*step, way.from) && !named(step));
    let mut found: Vec<NewOutcome> = steps.map(new).collect();
    // The nearest are drawn last.
    found.reverse();
    found.truncate(DECIDERS_MAX);
    found
}

/// The ways out of a choice that are always open.
pub(super) fn lasting_ways(model: &Model, choice: &str, language: Language) -> Vec<Option_> {
    let ways = model.node(choice).map(|node| node.outgoing.as_slice()).unwrap_or_default();
    let lasting = |way: &&usize| model.flows[**way].at_most.is_none() && !model.is_used_up_end(**way);
    let ways = ways.iter().filter(lasting).map(|way| &model.flows[*way]);
    let named = |way: &process::Flow| {
        let to = draft::called(model, way.to, language, false);
        option(&way.id, if way.name.is_empty() { to } else { format!("{} ({to})", way.name) })
    };
    ways.map(named).collect()
}

/// What follows where a way back is used up: a way, or nothing where it ends there.
pub(super) fn used_up_field(
    form: &mut Form,
    field: &str,
    model: &Model,
    choice: &str,
    current: Option<&str>,
    language: Language,
) -> Option<String> {
    let t = Words(language);
    let mut all = chosen(lasting_ways(model, choice, language));
    all.insert(0, (String::new(), option(ENDS, t.used_up_denied())));
    let field = form.one_of_many(field, t.used_up_way(), all).hint(t.used_up_hint());
    let current = current.map(|flow| if flow.is_empty() { ENDS } else { flow });
    field.value(current.unwrap_or_default()).on(MATTER).missing(t.choose()).read()
}

/// The way that is drawn anew, to an end.
const ENDS: &str = "-end-";

pub(super) fn means_options(t: &Words) -> Vec<(Means, Option_)> {
    Means::ALL.map(|means| (means, option(means.key(), means_words(t, means)))).into()
}

pub(super) fn means_words(t: &Words, means: Means) -> &'static str {
    match means {
        Means::Granted => t.means_granted(),
        Means::Denied => t.means_denied(),
        Means::Neither => t.means_neither(),
    }
}

/// What an outcome means to who applied; as it was where nothing is sent.
pub(super) fn means_field(form: &mut Form, t: &Words, field: &str, label: &str, was: Means) -> Means {
    form.one_of_many(field, label, means_options(t)).value(was.key()).given().unwrap_or(was)
}

/// Several forms stand on a page.
pub(super) fn named(form: Form<'_>, place: usize) -> Form<'_> {
    form.named(&format!("mend-{place}"))
}

impl MendProposal {
    /// With its form, as it was tried or filled in.
    fn show(
        self,
        at: usize,
        procedure: &Procedure,
        model: &Model,
        context: &RequestContext,
        tried: Option<Fields>,
    ) -> ShownMend {
        let (form, open) = (format!("mend-{at}"), tried.is_some());
        let fields = tried.unwrap_or_else(|| {
            let mut form = named(Form::blank(context.language), at);
            self.fill(&mut form, procedure, model, context);
            form.into_fields()
        });
        let MendProposal { key, place, found, proposed, .. } = self;
        let (hidden, accept) = (draft::PROPOSAL.hidden_input(key), draft::Submit::Mend);
        ShownMend { form, hidden, accept, place, found, proposed, fields, open }
    }

    /// The drawing with it, by the values of its form; what is wrong stands in the form.
    pub fn carry_out(
        &self,
        form: &mut Form,
        procedure: &Procedure,
        drawing: &Drawing,
        context: &RequestContext,
    ) -> Option<String> {
        let model = drawing.model();
        let mend = self.fill(form, procedure, model, context).filter(|_| !form.any_wrong())?;
        let names = domain::dossier::known_names(procedure, model);
        match process::edit(model, &Edit::Accept(mend), &names) {
            Ok(changed) => Some(process::rewrite(drawing.source(), model, &changed)),
            Err(cannot) => {
                form.wrong_about(
                    Some(target_of(&cannot)),
                    cannot.sentences().get(context.language).to_string(),
                );
                None
            }
        }
    }

    fn fill(
        &self,
        form: &mut Form,
        procedure: &Procedure,
        model: &Model,
        context: &RequestContext,
    ) -> Option<Mend> {
        ProposalForm { form, procedure, model, context }.read(&self.mend)
    }
}
