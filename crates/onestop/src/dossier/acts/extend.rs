use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Command, Extend, Kind};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Extend, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let to = form
        .day_within("to", desk.t.new_date(), desk.days_ahead())
        .on_refusal(About::Day)
        .missing(desk.t.date_missing())
        .read();
    let document = desk.document(form);
    let reason = desk.words(form, desk.t.apology());
    let to = to.unwrap_or(desk.context.today());
    plain(Command::Extend(Extend { to, document, reason }))
}
