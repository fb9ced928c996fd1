//! What an officer is offered on a dossier, and how what comes back is read.

use super::{ActForm, Desk, Read, form_of};
use domain::dossier::{Act, Kind, Reference, Refusal, decide, expected, offers};
use ui::field::Control;
use ui::part::{self, Forbidden, ForbiddenAct, Link, Problems};
use ui::posted::KEY;
use ui::{Fields, Form, Markup, Posted};
use web::Failure;

/// What an officer may do with a dossier, and what not and why.
pub struct Offered {
    pub acts: Vec<part::Act>,
    /// What was written for an act that can no longer be done.
    pub unsent: Option<Unsent>,
    pub forbidden: Forbidden,
    pub summary: Problems,
}

/// What was written for an act, by its name.
pub struct Unsent {
    pub name: &'static str,
    pub fields: Fields,
}

/// How the forms of acts are sent.
pub struct Sending<'a> {
    pub reference: &'a Reference,
    /// Each act of the page is done once.
    pub key: String,
    /// What an act says of the page it was done on.
    pub unseen: Vec<Markup>,
    /// What any of its forms says of where the page stands: its step, its list.
    pub kept: Vec<Markup>,
    /// The page without a form of any act, to be gone on with.
    pub again: String,
}

/// A form that did not go through: what was typed, and what is wrong beside what stands at its fields.
pub struct Trouble {
    pub kind: Kind,
    pub posted: Posted,
    /// What the law said.
    pub refusal: Option<Refusal>,
    /// What is wrong with the form as a whole.
    pub said: Option<String>,
    /// The events the page had shown.
    pub overtaken: Option<u32>,
}

impl Trouble {
    pub fn with(kind: Kind, posted: Posted) -> Trouble {
        Trouble { kind, posted, refusal: None, said: None, overtaken: None }
    }
}

/// Fields are named after their act, since several forms stand on one page.
fn form_for<'p>(act: &ActForm, desk: &'p Desk, posted: Option<&'p Posted>) -> (Form<'p>, Read) {
    let mut form = Form::of(desk.language(), posted).named(act.kind.key()).begun(desk.begun);
    let read = (act.form)(&mut form, desk);
    // The law is asked at once, of what could be read, so that all that is wrong is said together.
    let judged = posted.is_some_and(|posted| !posted.is_held()) && form.any_wrong();
    if let (Some((command, _)), Ok(actor), true) = (&read, desk.context.officer_actor(), judged) {
        let act = Act { actor, command: command.clone() };
        if let Err(refusal) = decide(&desk.viewed.dossier, &act, &desk.rules) {
            form.refused_too(&refusal);
        }
    }
    (form, read)
}

/// Every act with its form; the one that did not go through comes back as it was typed.
pub fn offered(desk: &Desk, trouble: Option<&Trouble>, sending: &Sending) -> Result<Offered, Failure> {
    let t = desk.t;
    let language = desk.language();
    let summary = Problems::of(language, Vec::new());
    let mut offered = Offered { acts: Vec::new(), unsent: None, forbidden: Forbidden::default(), summary };
    let actor = desk.context.officer_actor()?;
    let mut offers = offers(&desk.viewed.dossier, &actor, &desk.rules, desk.at_hand);
    // What is expected stands first, and stands out.
    let expected = expected(&desk.viewed.dossier, &offers, desk.at_hand);
    offers.sort_by_key(|offer| Some(offer.kind) != expected);
    for offer in offers {
        let (act, name) = (form_of(offer.kind), offer.kind.name(language));
        let troubled = trouble.filter(|trouble| trouble.kind == offer.kind);
        let (mut form, _) = form_for(act, desk, troubled.map(|trouble| &trouble.posted));
        if let Some(trouble) = troubled {
            trouble.refusal.iter().for_each(|refusal| form.refused(refusal));
            trouble.said.iter().for_each(|said| form.says(said));
        }
        let (waits, begun) = (form.waits(), form.is_begun());
        let fields = form.into_fields();
        let settled = fields.fields.iter().find(|field| matches!(field.control, Control::Fixed { .. }));
        if troubled.is_some() {
            offered.summary = fields.summary();
        }
        match offer.answer {
            Ok(effect) => {
                let key = offer.kind.key();
                let here = format!("/office/dossiers/{}", sending.reference);
                let own = [KEY.hidden(format!("{}-{key}", sending.key))];
                let own = own.iter().chain(&sending.unseen).filter(|_| !waits);
                // What it is to be about was asked first, and may be asked again.
                let again = settled.map(|field| {
                    Link::new(format!("{}{}=#act-{key}", sending.again, field.name), t.something_else())
                });
                offered.acts.push(part::Act {
                    key,
                    name,
                    effect: effect.text(language).to_string(),
                    effect_label: t.effect(),
                    action: if waits { format!("{here}#act-{key}") } else { format!("{here}/acts/{key}") },
                    unseen: own.chain(&sending.kept).cloned().collect(),
                    button: if waits { t.go_on() } else { name },
                    asks: waits,
                    again,
                    fields,
                    open: troubled.is_some() || begun,
                    danger: act.ending,
                    primary: expected == Some(offer.kind),
                    anywhere: act.anywhere,
                });
            }
            Err(refusal) => {
                if troubled.is_some() {
                    // Its fields cannot be mended any more.
                    let lines =
                        fields.summary().problems.into_iter().map(|problem| problem.sentence).collect();
                    offered.summary = Problems::of(language, lines);
                    offered.unsent = Some(Unsent { name, fields });
                }
                offered.forbidden.0.push(ForbiddenAct { name, reason: refusal.sentence(language) });
            }
        }
    }
    Ok(offered)
}

/// Reads the form of an act: nothing where something is wrong with it.
pub fn read(kind: Kind, desk: &Desk, posted: &Posted) -> Read {
    let (form, read) = form_for(form_of(kind), desk, Some(posted));
    read.filter(|_| !form.any_wrong())
}

/// The login the form of an act names an account by.
pub fn login(kind: Kind, posted: &Posted) -> Option<String> {
    form_of(kind).naming.map(|field| posted.text(&format!("{}-{field}", kind.key())))
}
