use super::{ActForm, FormContext, FormRead, plain};
use crate::limits;
use domain::dossier::{Accept, ActKind, Command, RefusalTarget};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Accept, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let all = limits::to_choose(
        form_context.context,
        form_context.procedure(),
        &[form_context.viewed.dossier.channel],
        form_context.rules.calendar,
        form_context.rules.pack,
    );
    let limit = match all {
        None => None,
        Some(all) => {
            form.one_of("limit", form_context.t.which_limit(), all).on_refusal(RefusalTarget::Limit).given()
        }
    };
    plain(Command::Accept(Accept { limit }))
}
