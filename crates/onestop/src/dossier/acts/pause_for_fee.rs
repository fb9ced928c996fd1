use super::{ActForm, FormContext, FormRead, plain};
use domain::Language;
use domain::dossier::{ActKind, Command, Pause, PauseFor, RefusalTarget};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::PauseForFee, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let document = form_context.document(form);
    let amount = form.amount("amount", form_context.t.amount()).on_refusal(RefusalTarget::Amount).read();
    let words = match &form_context.procedure().obligations {
        // A version from before the obligations of a procedure were named.
        None => form_context.words(form, form_context.t.ground()),
        Some(grounds) => {
            let named = |ground: &domain::Text| {
                let key = ground.get(Language::Vietnamese).to_string();
                (key.clone(), option(key, ground.get(form_context.language())))
            };
            let grounds = grounds.iter().map(named).collect();
            let field =
                form.one_of("words", form_context.t.ground(), grounds).on_refusal(RefusalTarget::Words);
            field.given().unwrap_or_default()
        }
    };
    plain(Command::Pause(Pause {
        cause: PauseFor::Fee { amount: amount.unwrap_or_default(), words },
        document,
    }))
}
