use super::{ActForm, Desk, Read, plain};
use domain::Language;
use domain::dossier::{About, Command, Kind, Pause, PauseFor};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(Kind::PauseForFee, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let document = desk.document(form);
    let amount = form.amount("amount", desk.t.amount()).on_refusal(About::Amount).read();
    let words = match &desk.procedure().obligations {
        // A version from before the obligations of a procedure were named.
        None => desk.words(form, desk.t.ground()),
        Some(grounds) => {
            let named = |ground: &domain::Text| {
                let key = ground.get(Language::Vietnamese).to_string();
                (key.clone(), option(key, ground.get(desk.language())))
            };
            let grounds = grounds.iter().map(named).collect();
            let field = form.one_of("words", desk.t.ground(), grounds).on_refusal(About::Words);
            field.given().unwrap_or_default()
        }
    };
    plain(Command::Pause(Pause {
        cause: PauseFor::Fee { amount: amount.unwrap_or_default(), words },
        document,
    }))
}
