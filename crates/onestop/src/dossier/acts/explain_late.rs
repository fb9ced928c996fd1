use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, ExplainLate, LateCause, RefusalTarget};
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::ExplainLate, form).any_step();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let causes = LateCause::ALL.iter().map(|cause| (*cause, option(cause.key(), cause.name(language))));
    let seen = form_context.viewed.dossier.late.as_ref().and_then(|late| late.seen);
    let field = form.one_of_many("late", t.dossier_late_cause(), causes.collect());
    let cause = field.value(seen.map_or("", LateCause::key)).on_refusal(RefusalTarget::LateCause).given();
    let words = form.area("words", t.late_words()).needed_when(t.if_other_cause());
    let words = words.on_refusal(RefusalTarget::Words).written();
    plain(Command::ExplainLate(ExplainLate { cause, words }))
}
