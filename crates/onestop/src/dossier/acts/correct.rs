use super::{ActForm, Desk, Read, plain};
use domain::Language;
use domain::dossier::{About, Command, Correct, Identity, Kind, Particular, Party, PartyPart};
use forms::{Kind as Asked, Problem, Question};
use jiff::civil::Date;
use ui::field::{identity_sentence, option};
use ui::{Form, telling};

pub const ACT: ActForm = ActForm::of(Kind::Correct, form).anywhere();

ui::words! {
    what = "Nội dung cần đính chính", "What is to be corrected";
    to = "Nội dung đúng", "What is right";
    to_hint = "Ngày ghi như 24/2/2026; câu có sẵn lựa chọn thì ghi đúng một mục trong đó.", "A date as in 24/2/2026; where there were choices, one of them.";
    proof = "Giấy tờ cho thấy sai sót", "What shows it";
    proof_hint = "Ví dụ: tên, số và ngày của giấy tờ đã đối chiếu", "Such as name, number and date of the paper that was seen";
}

fn form(form: &mut Form, desk: &Desk) -> Read {
    let (t, language) = (Words(desk.language()), desk.language());
    let procedure = desk.procedure();
    let open = Correct::open(&desk.viewed.dossier, procedure).into_iter().map(|(what, now)| {
        let shown = telling::particular_value(&what, now, Some(procedure), language);
        let label = format!("{}: {shown}", telling::particular(&what, Some(procedure), language));
        let key = key(&what);
        (what, option(key, label))
    });
    let what = form.one_of_many("what", t.what(), open.collect()).about(About::Particular).read();
    let to = form.line("to", t.to()).hint(t.to_hint()).complete("off").about(About::Correction);
    let parties = desk.viewed.dossier.parties.as_ref();
    let to = match &what {
        Some(Particular::Owner(PartyPart::Identity)) => {
            to.reads(number(parties.map(|of| &of.owner), language))
        }
        Some(Particular::Submitter(PartyPart::Identity)) => {
            to.reads(number(parties.and_then(|of| of.submitter.as_ref()), language))
        }
        Some(Particular::Owner(part) | Particular::Submitter(part)) => to.accepts(accepted(*part)),
        Some(Particular::Answer { question }) => {
            match procedure.form.questions.iter().find(|asked| asked.id == *question) {
                Some(asked) => to.reads(reader(asked.clone(), desk.ask.today(), language)),
                None => to,
            }
        }
        None => to,
    };
    let to = to.written();
    let reason = desk.words(form, desk.t.reason());
    let proof = form.line("proof", t.proof()).hint(t.proof_hint()).about(About::Proof).written();
    plain(Command::Correct(Correct { what: what?, to, reason, proof }))
}

fn key(what: &Particular) -> String {
    match what {
        Particular::Owner(part) => format!("owner-{}", part.key()),
        Particular::Submitter(part) => format!("submitter-{}", part.key()),
        Particular::Answer { question } => format!("answer-{question}"),
    }
}

fn accepted(part: PartyPart) -> Asked {
    match part {
        PartyPart::Name => Asked::Text { length_max: 200 },
        PartyPart::Identity => Asked::Text { length_max: 20 },
        PartyPart::Phone => Asked::Phone,
        PartyPart::Email => Asked::Email,
        PartyPart::Address => Asked::Text { length_max: 300 },
    }
}

/// A number of the same kind of paper and the same country.
fn number(party: Option<&Party>, language: Language) -> impl FnOnce(&str) -> Result<String, String> + use<> {
    let before = party.map(|party| party.identity.clone()).unwrap_or_default();
    move |typed| match Identity::read(typed, before.kind, &before.country) {
        _ if typed.is_empty() => Ok(String::new()),
        Ok(identity) => Ok(identity.number),
        Err(problem) => Err(identity_sentence(problem, language).to_string()),
    }
}

/// An answer as it would be typed into its question; of choices, also as it is shown.
fn reader(
    question: Question,
    today: Date,
    language: Language,
) -> impl FnOnce(&str) -> Result<String, String> {
    move |typed| {
        let shown =
            |id: &str| ui::when::answer(&question, id, language).to_lowercase() == typed.to_lowercase();
        let chosen = match &question.kind {
            Asked::Choice { choices } => {
                choices.iter().map(|choice| choice.id.as_str()).find(|id| shown(id)).map(str::to_string)
            }
            Asked::YesNo => ["yes", "no"].into_iter().find(|id| shown(id)).map(str::to_string),
            _ => None,
        };
        let say = |problem: Problem| problem.sentence(question.label.get(language), language);
        question.kind.on(today).read(chosen.as_deref().unwrap_or(typed)).map_err(say)
    }
}
