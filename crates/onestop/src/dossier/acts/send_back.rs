use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, RefusalTarget, SendBack, steps_back_by};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::SendBack, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (dossier, process) = (&form_context.viewed.dossier, &form_context.procedure().process);
    let actor = form_context.context.officer_actor().ok();
    let back = actor.map(|actor| steps_back_by(dossier, &actor, process, form_context.at_hand));
    let back = back.unwrap_or_default();
    let name = |id: &str| {
        let step = form_context.procedure().process.step(id);
        step.map_or(id, |step| step.name.get(form_context.language())).to_string()
    };
    let choices = back.iter().map(|done| (done.id.clone(), option(&done.id, name(&done.id)))).collect();
    let first = back.first().map_or("", |done| done.id.as_str());
    let to = form
        .one_of("to", form_context.t.back_to(), choices)
        .value(first)
        .on_refusal(RefusalTarget::Step)
        .given();
    let reason = form_context.words(form, form_context.t.reason());
    plain(Command::SendBack(SendBack { token: form_context.at_hand, to: to.unwrap_or_default(), reason }))
}
