use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, AtFault, Command, JudgeRequest, RefusalTarget};
use domain::time::long_date;
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::JudgeRequest, form).any_step();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let language = form_context.language();
    let open = form_context.viewed.dossier.requests.iter().filter(|asked| asked.judged.is_none());
    let rounds: Vec<_> = open
        .map(|asked| {
            let day = long_date(asked.at.date(), language);
            (asked.round, option(asked.round.to_string(), form_context.t.request_of(asked.round, &day)))
        })
        .collect();
    let first = rounds.first().map(|(round, _)| round.to_string()).unwrap_or_default();
    let faults = AtFault::ALL.map(|fault| (fault, option(fault.key(), fault.name(language)))).into();
    let round = form
        .one_of("round", form_context.t.which_request(), rounds)
        .value(&first)
        .on_refusal(RefusalTarget::Round)
        .given();
    let fault = form.one_of("fault", form_context.t.fault(), faults).on_refusal(RefusalTarget::Fault).given();
    let proof =
        form.line("proof", form_context.t.proof()).complete("off").on_refusal(RefusalTarget::Proof).written();
    let words = form_context.words(form, form_context.t.fault_words());
    plain(Command::JudgeRequest(JudgeRequest { round: round.unwrap_or_default(), fault, proof, words }))
}
