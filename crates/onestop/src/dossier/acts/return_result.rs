use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Command, Delivery, Kind, Return};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(Kind::Return, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let (t, language) = (desk.t, desk.language());
    let choices = [Delivery::Counter, Delivery::Post].map(|how| (how, option(how.key(), how.name(language))));
    let wanted = match desk.viewed.dossier.delivery {
        Delivery::Post => Delivery::Post,
        Delivery::Counter | Delivery::Online => Delivery::Counter,
    };
    let how = form.one_of("how", t.how(), choices.into()).value(wanted.key()).missing(t.choose_how()).read();
    let recipient =
        form.line("recipient", t.recipient()).complete("off").on_refusal(About::Recipient).written();
    plain(Command::Return(Return { how: how.unwrap_or(wanted), recipient }))
}
