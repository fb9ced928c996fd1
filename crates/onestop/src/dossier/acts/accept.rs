use super::{ActForm, Desk, Read, plain};
use crate::limits;
use domain::dossier::{About, Accept, Command, Kind};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Accept, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let all = limits::to_choose(
        desk.context,
        desk.procedure(),
        &[desk.viewed.dossier.channel],
        desk.rules.calendar,
        desk.rules.pack,
    );
    let limit = match all {
        None => None,
        Some(all) => form.one_of("limit", desk.t.which_limit(), all).on_refusal(About::Limit).given(),
    };
    plain(Command::Accept(Accept { limit }))
}
