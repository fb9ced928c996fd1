use super::{ActForm, Desk, Read};
use domain::dossier::{About, Command, Decide, Delivery, Kind};
use ui::Form;

pub const ACT: ActForm = ActForm::of(Kind::Decide, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let (t, dossier) = (desk.t, &desk.viewed.dossier);
    let possible = desk.decisions();
    let only = if let [(only, _)] = possible.as_slice() { only.key() } else { "" };
    let outcome = form.one_of("outcome", t.outcome(), possible).value(only);
    let outcome = outcome.about(About::Outcome).missing(t.choose_outcome()).read();
    let ways = desk.ways_to_decide();
    let turned_out = match ways.is_empty() {
        true => None,
        false => {
            let asked = desk.question();
            form.one_of_many("turned-out", &asked, ways).about(About::Outcome).optional().given()
        }
    };
    let document = form.line("document", t.document()).wide("input--20").complete("off");
    let document = document.about(About::Document).missing(t.document_missing()).read();
    let label = if dossier.main.is_some() { t.answer_words() } else { t.reason_if_denied() };
    let reason = desk.remark(form, label);
    let result = form.files("result", t.result_file()).about(About::File);
    let result = match dossier.delivery {
        Delivery::Online => result.hint(t.result_file_hint()),
        Delivery::Counter | Delivery::Post => result.optional().hint(t.result_file_if_denied()),
    };
    let brought = desk.kept(result.given(), "result");
    let late = desk.late(form);
    let late_words = match desk.is_late() {
        true => form.area("late-words", t.late_words()).optional().about(About::LateWords).written(),
        false => String::new(),
    };
    let file = brought.facts().next();
    let command = Decide {
        turned_out,
        token: desk.at_hand,
        outcome: outcome?,
        document: document.unwrap_or_default(),
        reason,
        result: file,
        file_names: brought.names,
        late,
        late_words,
    };
    Some((Command::Decide(command), brought.rows))
}
