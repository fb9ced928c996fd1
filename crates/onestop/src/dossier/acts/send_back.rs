use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Command, Kind, SendBack, steps_back};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(Kind::SendBack, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let back = steps_back(&desk.viewed.dossier, desk.at_hand);
    let name = |id: &str| {
        let step = desk.procedure().process.step(id);
        step.map_or(id, |step| step.name.get(desk.language())).to_string()
    };
    let choices = back.iter().map(|done| (done.id.clone(), option(&done.id, name(&done.id)))).collect();
    let first = back.first().map_or("", |done| done.id.as_str());
    let to = form.one_of("to", desk.t.back_to(), choices).value(first).on_refusal(About::Step).given();
    let reason = desk.words(form, desk.t.reason());
    plain(Command::SendBack(SendBack { token: desk.at_hand, to: to.unwrap_or_default(), reason }))
}
