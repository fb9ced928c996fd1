use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Extend, RefusalTarget};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Extend, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let to = form
        .day_within("to", form_context.t.new_date(), form_context.days_ahead())
        .on_refusal(RefusalTarget::Day)
        .missing(form_context.t.date_missing())
        .read();
    let document = form_context.document(form);
    let reason = form_context.words(form, form_context.t.apology());
    let to = to.unwrap_or(form_context.context.today());
    plain(Command::Extend(Extend { to, document, reason }))
}
