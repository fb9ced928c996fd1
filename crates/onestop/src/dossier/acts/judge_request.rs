use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Command, Fault, JudgeRequest, Kind};
use domain::time::long_date;
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(Kind::JudgeRequest, form).anywhere();

fn form(form: &mut Form, desk: &Desk) -> Read {
    let language = desk.language();
    let open = desk.viewed.dossier.requests.iter().filter(|asked| asked.judged.is_none());
    let rounds: Vec<_> = open
        .map(|asked| {
            let day = long_date(asked.at.date(), language);
            (asked.round, option(asked.round.to_string(), desk.t.request_of(asked.round, &day)))
        })
        .collect();
    let first = rounds.first().map(|(round, _)| round.to_string()).unwrap_or_default();
    let faults = Fault::ALL.map(|fault| (fault, option(fault.key(), fault.name(language)))).into();
    let round =
        form.one_of("round", desk.t.which_request(), rounds).value(&first).on_refusal(About::Round).given();
    let fault = form.one_of("fault", desk.t.fault(), faults).on_refusal(About::Fault).given();
    let proof = form.line("proof", desk.t.proof()).complete("off").on_refusal(About::Proof).written();
    let words = desk.words(form, desk.t.fault_words());
    plain(Command::JudgeRequest(JudgeRequest { round: round.unwrap_or_default(), fault, proof, words }))
}
