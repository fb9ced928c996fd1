use super::{ActForm, FormContext, FormRead};
use domain::dossier::{ActKind, Command, Decide, Delivery, IssuedResult, RefusalTarget, ResultMedium};
use domain::time::typed_date;
use forms::{Dates, QuestionKind};
use ui::Form;
use ui::field::option;
use ui::part::Phrase;

pub const FORM: ActForm = ActForm::of(ActKind::Decide, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, dossier) = (form_context.t, &form_context.viewed.dossier);
    let possible = form_context.decisions();
    let only = if let [(only, _)] = possible.as_slice() { only.key() } else { "" };
    let outcome = form.one_of("outcome", t.outcome(), possible).value(only);
    let alone = form_context.denies_alone().map_or("", |on| if on { t.alone_or_on() } else { t.alone() });
    let outcome = outcome.hint(alone).on_refusal(RefusalTarget::Outcome).missing(t.choose_outcome()).read();
    let ways = form_context.ways_to_decide();
    let turned_out = match ways.is_empty() {
        true => None,
        false => {
            let asked = form_context.question();
            form.one_of_many("turned-out", &asked, ways).on_refusal(RefusalTarget::Outcome).optional().given()
        }
    };
    let document = form.line("document", t.document()).wide("input--20").complete("off");
    let document = document.on_refusal(RefusalTarget::Document).missing(t.document_missing()).read();
    let label = if dossier.main.is_some() { t.answer_words() } else { t.reason() };
    let reason =
        form.area("words", label).needed_when(t.if_denied()).on_refusal(RefusalTarget::Words).written();
    let result = form.files("result", t.result_file()).on_refusal(RefusalTarget::File);
    let result = match dossier.delivery {
        // The answer to another agency goes to it with its dossier.
        _ if dossier.main.is_some() => result.optional(),
        Delivery::Online => result.hint(t.result_file_hint()),
        Delivery::Counter | Delivery::Post => result.needed_when(t.if_denied()),
    };
    let brought = form_context.kept(result.given(), "result");
    let late = form_context.late(form);
    let late_words = match form_context.is_late() {
        true => form
            .area("late-words", t.late_words())
            .needed_when(t.if_other_cause())
            .on_refusal(RefusalTarget::LateWords)
            .written(),
        false => String::new(),
    };
    let issued = match dossier.main {
        Some(_) => IssuedResult::default(),
        None => self::issued(form, form_context),
    };
    let file = brought.facts().next();
    let command = Decide {
        turned_out,
        token: form_context.at_hand,
        outcome: outcome?,
        document: document.unwrap_or_default(),
        reason,
        result: file,
        file_names: brought.names,
        late,
        late_words,
        issued,
    };
    Some((Command::Decide(command), brought.rows))
}

/// What else is said of a result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Besides {
    InPart,
    OnTheSpot,
}

/// How the result is issued, in few fields: they stand on the page of whoever decides, which is to stay light. What is likely is
/// set beforehand.
fn issued(form: &mut Form, form_context: &FormContext) -> IssuedResult {
    let (t, language) = (form_context.t, form_context.language());
    let (today, dossier) = (form_context.context.today(), &form_context.viewed.dossier);
    let days = Dates { from: Some(dossier.submitted_at.date()), to: Some(today), ..Dates::default() };
    let field = form.line("issued", t.issued_on()).wide("input--20").complete("off");
    let date = field.value(&typed_date(today)).accepts(QuestionKind::Date(days)).written();
    let media = ResultMedium::ALL.iter().map(|medium| (*medium, option(medium.key(), medium.name(language))));
    let likely = match dossier.delivery {
        Delivery::Online => ResultMedium::Electronic,
        Delivery::Counter | Delivery::Post => ResultMedium::Paper,
    };
    let medium = form.one_of_many("medium", t.issued_as(), media.collect()).value(likely.key()).given();
    let results = form_context.procedure().results.iter().filter(|result| !result.code.is_empty());
    let results = results.map(|result| {
        let name = Phrase::of(&result.name, language);
        (result.code.clone(), ui::field::Option_ { lang: name.lang, ..option(&result.code, name.text) })
    });
    let results: Vec<_> = results.collect();
    // The only one there is need not be chosen.
    let code = match results.len() {
        0 | 1 => None,
        _ => form.one_of_many("result-code", t.which_result(), results).optional().read(),
    };
    let besides = vec![
        (Besides::InPart, option("in-part", t.in_part_words())),
        (Besides::OnTheSpot, option("on-the-spot", t.on_the_spot_words())),
    ];
    let besides = form.any_of("besides", t.besides(), besides).optional().read().unwrap_or_default();
    IssuedResult {
        date: date.parse().ok(),
        code,
        medium,
        in_part: besides.contains(&Besides::InPart),
        on_the_spot: besides.contains(&Besides::OnTheSpot),
    }
}
