use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{ActKind, Command, Involve, Involvement, Refusal, RefusalTarget};
use domain::officer::Officer;
use ui::Form;
use ui::field::{Option_, option};

pub const FORM: ActForm = ActForm::of(ActKind::Involve, form).any_step().among_colleagues();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language, dossier) = (form_context.t, form_context.language(), &form_context.viewed.dossier);
    let process = &form_context.procedure().process;
    let asks =
        form_context.context.officer_actor().is_ok_and(|actor| Involve::asks(dossier, &actor, process));
    // Who may not ask others leaves.
    let can = |officer: &&Officer| {
        // Whoever has it in hand leads it.
        let leads = dossier.steps.iter().any(|step| step.assignee == Some(officer.account));
        let own = form_context.context.officer().is_ok_and(|own| own.is(officer.account));
        let involved = dossier.involvement_of(officer.account).is_some();
        involved && (own || asks) || asks && !leads && Involve::can_be_asked(officer)
    };
    let named = |officer: &Officer| {
        let how = dossier.involvement_of(officer.account).map(|how| how.name(language));
        let said = [Some(officer.name.as_str()), Some(officer.title.get(language)), how];
        let label = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        (officer.clone(), option(officer.account.0.to_string(), label))
    };
    let choices: Vec<(Officer, Option_)> = form_context.colleagues.iter().filter(can).map(named).collect();
    let hows = Involvement::ALL.iter().filter(|_| asks);
    let hows = hows.map(|how| (Some(*how), option(how.key(), how.name(language))));
    let hows = hows.chain([(None, option("none", t.no_longer()))]).collect();
    let (only, how) = match (asks, choices.first()) {
        (false, Some((_, own))) => (own.value.clone(), "none"),
        _ => (String::new(), ""),
    };
    let officer = form.one_of_many("officer", t.colleague(), choices).value(&only);
    let officer = officer.on_refusal(RefusalTarget::Officer).missing(t.choose_colleague());
    let officer = officer.not_offered(Refusal::CannotBeInvolved.sentence(language)).read();
    let how = form.one_of("how", t.involved_how(), hows).value(how).missing(t.choose_involved()).read();
    plain(Command::Involve(Involve { officer: officer?, how: how? }))
}
