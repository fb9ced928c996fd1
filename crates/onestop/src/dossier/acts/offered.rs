//! What an officer is offered on a dossier, and how what comes back is read.

use super::{ActForm, FormContext, FormRead, form_of};
use domain::dossier::{Act, ActKind, Reference, Refusal, decide, expected, offers};
use ui::field::Control;
use ui::part::{self, ErrorSummary, ForbiddenAct, ForbiddenActs, Link};
use ui::posted::KEY;
use ui::{Fields, Form, Markup, Posted};
use web::Failure;

/// What an officer may do with a dossier, and what not and why.
pub struct OfferedActs {
    pub acts: Vec<part::ActCard>,
    /// What was typed for an act that cannot be done any more: shown so that it is not lost.
    pub unsendable: Option<UnsendableForm>,
    pub forbidden: ForbiddenActs,
    pub error_summary: ErrorSummary,
}

/// The form of an act that cannot be done any more, with what was typed.
pub struct UnsendableForm {
    pub name: &'static str,
    pub fields: Fields,
}

/// How the forms of acts are sent.
pub struct Sending<'a> {
    pub reference: &'a Reference,
    /// Idempotency key of the page: each of its acts is done once.
    pub key: String,
    /// Hidden inputs of forms that do something: what the page showed when it was drawn.
    pub act_inputs: Vec<Markup>,
    /// Hidden inputs of every form: which step and which list the page is about.
    pub page_inputs: Vec<Markup>,
    /// Address of the page, up to where the answer to an act's first question is appended.
    pub page_url: String,
}

/// A form that did not go through: what was typed, and what is wrong beside what stands at its fields.
pub struct FailedForm {
    pub kind: ActKind,
    pub posted: Posted,
    /// What the law said.
    pub refusal: Option<Refusal>,
    /// What is wrong with the form as a whole.
    pub said: Option<String>,
    /// The events the page had shown.
    pub overtaken: Option<u32>,
}

impl FailedForm {
    pub fn with(kind: ActKind, posted: Posted) -> FailedForm {
        FailedForm { kind, posted, refusal: None, said: None, overtaken: None }
    }
}

/// Fields are named after their act, since several forms stand on one page.
fn form_for<'p>(
    act: &ActForm,
    form_context: &'p FormContext,
    posted: Option<&'p Posted>,
) -> (Form<'p>, FormRead) {
    let mut form = Form::of(form_context.language(), posted).named(act.kind.key()).begun(form_context.begun);
    let read = (act.form)(&mut form, form_context);
    // The law is asked at once, of what could be read, so that all that is wrong is said together.
    let judged = posted.is_some_and(|posted| !posted.is_held()) && form.any_wrong();
    if let (Some((command, _)), Ok(actor), true) = (&read, form_context.context.officer_actor(), judged) {
        let act = Act { actor, command: command.clone() };
        if let Err(refusal) = decide(&form_context.viewed.dossier, &act, &form_context.rules) {
            form.refused_too(&refusal);
        }
    }
    (form, read)
}

/// Every act with its form; the one that did not go through comes back as it was typed.
pub fn offered(
    form_context: &FormContext,
    trouble: Option<&FailedForm>,
    sending: &Sending,
) -> Result<OfferedActs, Failure> {
    let t = form_context.t;
    let language = form_context.language();
    let summary = ErrorSummary::of(language, Vec::new());
    let mut offered = OfferedActs {
        acts: Vec::new(),
        unsendable: None,
        forbidden: ForbiddenActs::default(),
        error_summary: summary,
    };
    let actor = form_context.context.officer_actor()?;
    let mut offers = offers(&form_context.viewed.dossier, &actor, &form_context.rules, form_context.at_hand);
    // What is expected stands first, and stands out.
    let process = &form_context.procedure().process;
    let expected = expected(&form_context.viewed.dossier, &offers, process, form_context.at_hand);
    offers.sort_by_key(|offer| Some(offer.kind) != expected);
    for offer in offers {
        let (act, name) = (form_of(offer.kind), offer.kind.name(language));
        let troubled = trouble.filter(|trouble| trouble.kind == offer.kind);
        // Of what cannot be done only the reason is shown, unless somebody typed something for it.
        if let (Err(refusal), None) = (&offer.answer, troubled) {
            offered.forbidden.0.push(ForbiddenAct { name, reason: refusal.sentence(language) });
            continue;
        }
        let (mut form, _) = form_for(act, form_context, troubled.map(|trouble| &trouble.posted));
        if let Some(trouble) = troubled {
            trouble.refusal.iter().for_each(|refusal| form.refused(refusal));
            trouble.said.iter().for_each(|said| form.add_error(said));
        }
        let (waits, begun) = (form.waits(), form.is_begun());
        let fields = form.into_fields();
        let settled = fields.fields.iter().find(|field| matches!(field.control, Control::Fixed { .. }));
        if troubled.is_some() {
            offered.error_summary = fields.error_summary();
        }
        match offer.answer {
            Ok(effect) => {
                let key = offer.kind.key();
                let here = format!("/office/dossiers/{}", sending.reference);
                let own = [KEY.hidden_input(format!("{}-{key}", sending.key))];
                let own = own.iter().chain(&sending.act_inputs).filter(|_| !waits);
                // What it is to be about was asked first, and may be asked again.
                let ask_again = settled.map(|field| {
                    Link::new(format!("{}{}=#act-{key}", sending.page_url, field.name), t.something_else())
                });
                offered.acts.push(part::ActCard {
                    key,
                    name,
                    effect: effect.text(language).to_string(),
                    effect_label: t.effect(),
                    action: if waits { format!("{here}#act-{key}") } else { format!("{here}/acts/{key}") },
                    hidden_inputs: own.chain(&sending.page_inputs).cloned().collect(),
                    button: if waits { t.go_on() } else { name },
                    only_asks: waits,
                    ask_again,
                    fields,
                    open: troubled.is_some() || begun,
                    danger: act.ending,
                    primary: expected == Some(offer.kind),
                    any_step: act.any_step,
                });
            }
            Err(refusal) => {
                if troubled.is_some() {
                    // Its fields cannot be mended any more.
                    let lines =
                        fields.error_summary().problems.into_iter().map(|problem| problem.sentence).collect();
                    offered.error_summary = ErrorSummary::of(language, lines);
                    offered.unsendable = Some(UnsendableForm { name, fields });
                }
                offered.forbidden.0.push(ForbiddenAct { name, reason: refusal.sentence(language) });
            }
        }
    }
    Ok(offered)
}

/// Reads the form of an act: nothing where something is wrong with it.
pub fn read(kind: ActKind, form_context: &FormContext, posted: &Posted) -> FormRead {
    let (form, read) = form_for(form_of(kind), form_context, Some(posted));
    read.filter(|_| !form.any_wrong())
}

/// Whether the form of an act is about somebody of the agency.
pub fn among_colleagues(kind: ActKind) -> bool {
    form_of(kind).among_colleagues
}

/// The login the form of an act names an account by.
pub fn login(kind: ActKind, posted: &Posted) -> Option<String> {
    form_of(kind).naming.map(|field| posted.text(&format!("{}-{field}", kind.key())))
}
