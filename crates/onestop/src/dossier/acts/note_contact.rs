//! First by which means; then about what.

use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, ContactMeans, NoteContact};
use ui::Form;
use ui::field::option;
use ui::form::ErrorTarget;

pub const FORM: ActForm = ActForm::of(ActKind::NoteContact, form).any_step();

const MEANS: ErrorTarget = ErrorTarget::Named("means of a contact");

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let means = ContactMeans::ALL.map(|means| (means, option(means.key(), means.name(language))));
    let means = form.first(MEANS, "means", t.contact_means(), means.into());
    if means.is_none() && !form.is_sent() {
        return None;
    }
    let reason_code = form.reason_code(form_context.rules.pack.request_codes);
    let words = form_context.words(form, t.contact_words());
    plain(Command::NoteContact(NoteContact { means: means?, reason_code, words }))
}
