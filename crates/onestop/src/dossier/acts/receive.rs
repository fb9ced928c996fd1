use super::{ActForm, Desk, Read, plain};
use domain::dossier::{About, Awaited, Command, Kind, Receive, Wait, receivable};
use ui::Form;
use ui::event_sentences;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(Kind::Receive, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let (t, dossier) = (desk.t, &desk.viewed.dossier);
    let named = |wait: &Wait| {
        let label = event_sentences::event_name(desk.procedure(), &wait.event, desk.language());
        (wait.event.clone(), option(&wait.event, label))
    };
    let choices: Vec<_> = receivable(dossier).map(named).collect();
    // Of several nobody is led to one: it may end all else.
    let only = match choices.as_slice() {
        [(event, _)] => event.clone(),
        _ => String::new(),
    };
    let event = form.one_of("event", t.what_came(), choices).value(&only).on_refusal(About::Awaited).given();
    let mut answer = None;
    if receivable(dossier).any(|wait| matches!(wait.what, Awaited::Linked { .. })) {
        let found = form.one_of("outcome", t.found(), desk.granted_or_denied());
        let found = found.hint(t.found_hint()).optional().on_refusal(About::Outcome).given();
        let number = form.line("document", t.found_document()).wide("input--20").complete("off");
        let number = number.optional().on_refusal(About::Document).written();
        answer = found.map(|outcome| (outcome, number));
    }
    let words = desk.remark(form, t.remark());
    plain(Command::Receive(Receive { event: event.unwrap_or_default(), words, answer }))
}
