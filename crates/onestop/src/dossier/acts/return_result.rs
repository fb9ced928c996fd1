use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Delivery, RefusalTarget, Return};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::Return, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let choices = [Delivery::Counter, Delivery::Post].map(|how| (how, option(how.key(), how.name(language))));
    let wanted = match form_context.viewed.dossier.delivery {
        Delivery::Post => Delivery::Post,
        Delivery::Counter | Delivery::Online => Delivery::Counter,
    };
    let how = form.one_of("how", t.how(), choices.into()).value(wanted.key()).missing(t.choose_how()).read();
    let owner = form_context.viewed.dossier.parties.as_ref().map(|parties| parties.owner.name.as_str());
    let recipient = form.line("recipient", t.recipient()).hint(t.recipient_hint()).complete("off");
    let recipient = recipient.value(owner.unwrap_or_default()).needed_when(t.if_at_counter());
    let recipient = recipient.on_refusal(RefusalTarget::Recipient).written();
    plain(Command::Return(Return { how: how.unwrap_or(wanted), recipient }))
}
