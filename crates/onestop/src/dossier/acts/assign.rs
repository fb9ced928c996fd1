use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Assign, Command, Refusal, RefusalTarget};
use domain::officer::Officer;
use ui::Form;
use ui::field::option;

pub const FORM: ActForm = ActForm::of(ActKind::Assign, form).among_colleagues();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let load = |officer: &Officer| {
        form_context
            .loads
            .iter()
            .find(|(account, _)| *account == officer.account)
            .map_or(0, |(_, load)| *load)
    };
    let able = |officer: &&Officer| {
        Assign::can_be_given(
            &form_context.viewed.dossier,
            officer,
            &form_context.procedure().process,
            form_context.at_hand,
        )
        .is_ok()
    };
    let holder = form_context.running().and_then(|running| running.assignee);
    let able = form_context.colleagues.iter().filter(able).filter(|officer| Some(officer.account) != holder);
    let able: Vec<&Officer> = able.collect();
    let named = |officer: &&Officer| {
        let title = officer.title.get(language);
        let label = format!("{} · {title} · {}", officer.name, t.load(load(officer)));
        ((*officer).clone(), option(officer.account.0.to_string(), label))
    };
    // Who may do it takes it; who gives it away is shown the one with the least in hand.
    let own = form_context.context.officer().ok().map(|officer| officer.acts_as());
    let own = own.filter(|own| able.iter().any(|officer| officer.account == *own));
    let least = able.iter().min_by_key(|officer| load(officer)).map(|officer| officer.account);
    let chosen = own.or(least).map(|account| account.0.to_string()).unwrap_or_default();
    let hint = if own.is_none() && least.is_some() { t.least() } else { "" };
    let field = form.one_of_many("officer", t.officer(), able.iter().map(named).collect());
    let to = field.value(&chosen).hint(hint).on_refusal(RefusalTarget::Officer).missing(t.choose_officer());
    let to = to.not_offered(Refusal::CannotBeAssigned.sentence(language)).read()?;
    plain(Command::Assign(Assign { token: form_context.at_hand, to }))
}
