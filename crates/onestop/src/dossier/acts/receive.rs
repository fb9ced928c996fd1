use super::super::apart::told_apart;
use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Awaited, Command, Receive, RefusalTarget, Wait, receivable};
use ui::Form;
use ui::event_sentences;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::Receive, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, dossier) = (form_context.t, &form_context.viewed.dossier);
    // What is waited for several times is recorded one after the other, the oldest first.
    let mut waits: Vec<&Wait> = Vec::new();
    for wait in receivable(dossier) {
        if waits.iter().all(|other| other.event != wait.event) {
            waits.push(wait);
        }
    }
    let name = |wait: &&Wait| {
        let name =
            event_sentences::event_name(form_context.procedure(), &wait.event, form_context.language());
        (name, Some(wait.token))
    };
    let names = told_apart(dossier, waits.iter().map(name).collect());
    let named = |(wait, label): (&Wait, String)| (wait.event.clone(), option(&wait.event, label));
    let choices: Vec<_> = waits.into_iter().zip(names).map(named).collect();
    // Of several nobody is led to one: it may end all else.
    let only = match choices.as_slice() {
        [(event, _)] => event.clone(),
        _ => String::new(),
    };
    let event =
        form.one_of("event", t.what_came(), choices).value(&only).on_refusal(RefusalTarget::Awaited).given();
    let mut answer = None;
    if receivable(dossier).any(|wait| matches!(wait.what, Awaited::Linked { .. })) {
        let found = form.one_of("outcome", t.found(), form_context.granted_or_denied());
        let found = found
            .hint(t.found_hint())
            .needed_when(t.if_answered())
            .on_refusal(RefusalTarget::Outcome)
            .given();
        let number = form.line("document", t.found_document()).wide("input--20").complete("off");
        let number = number.needed_when(t.if_answered()).on_refusal(RefusalTarget::Document).written();
        answer = found.map(|outcome| (outcome, number));
    }
    let words = form_context.remark(form, t.remark());
    plain(Command::Receive(Receive { event: event.unwrap_or_default(), words, answer }))
}
