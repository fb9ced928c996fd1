//! First what is to be put right, with what stands there now; then what is right, in the control of its own question. What
//! another agency has put right in the same matter is filled in.

use super::{ActForm, FormContext, FormRead, plain};
use crate::officer_reader::OfficerReader;
use domain::country;
use domain::dossier::{
    ActKind, Command, Correct, Fact, Identity, IdentityKind, NotAnIdentity, Particular, PartyPart,
    RefusalTarget, Standing,
};
use domain::time::short_moment;
use forms::{Question, QuestionKind, Text};
use ui::field::{Option_, identity_sentence, option};
use ui::form::ErrorTarget;
use ui::{Field, Form, event_sentences};

pub const FORM: ActForm = ActForm::of(ActKind::Correct, form).any_step();

ui::words! {
    what = "Nội dung cần đính chính", "What is to be corrected";
    to = "Nội dung đúng", "What is right";
    paper = "Loại giấy tờ đúng", "The right kind of document";
    country = "Nước cấp", "Country that issued it";
    country_when = "(bắt buộc với hộ chiếu)", "(required for a passport)";
    proof = "Giấy tờ cho thấy sai sót", "What shows it";
    proof_hint = "Ví dụ: tên, số và ngày của giấy tờ đã đối chiếu", "Such as name, number and date of the document that was seen";
    filled_in = "Điền sẵn theo cơ quan kia; hãy đối chiếu trước khi ghi", "Filled in as the other agency has it; compare before you record it";
    told(who: &str, what: &str) = "{who} đã đính chính “{what}”; hồ sơ này vẫn ghi như cũ.", "{who} has corrected “{what}”; here it still stands as it was.";
    told_of(who: &str) = "{who} đã đính chính nội dung này", "{who} has corrected this";
    reason_of(who: &str) = "Theo đính chính của {who}", "As corrected by {who}";
    proof_of(who: &str, at: &str) = "Đính chính lúc {at} của {who}", "Correction of {at} by {who}";
}

const WHAT: &str = "what";
const COUNTRY: ErrorTarget = ErrorTarget::Named("country of a paper");

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let t = Words(form_context.language());
    let all: Vec<_> = standing(form_context)
        .into_iter()
        .map(|standing| (standing.clone(), shown(&standing, form_context)))
        .collect();
    let standing = form.first(ErrorTarget::Law(RefusalTarget::Particular), WHAT, t.what(), all);
    if standing.is_none() && !form.is_sent() {
        return None;
    }
    let heard = standing.as_ref().and_then(|standing| Heard::of(&standing.what, form_context));
    let to = right(form, form_context, standing.as_ref(), heard.as_ref());
    let (reason, proof) = match &heard {
        Some(heard) => (t.reason_of(&heard.who), t.proof_of(&heard.who, &heard.at)),
        None => Default::default(),
    };
    let reason =
        form.area("words", form_context.t.reason()).value(&reason).on_refusal(RefusalTarget::Words).written();
    let field = form.line("proof", t.proof()).hint(t.proof_hint()).value(&proof).complete("off");
    let proof = field.on_refusal(RefusalTarget::Proof).written();
    plain(Command::Correct(Correct { what: standing?.what, to, reason, proof }))
}

fn standing(form_context: &FormContext) -> Vec<Standing> {
    let actor = form_context.context.officer_actor();
    actor.map_or_else(
        |_| Vec::new(),
        |actor| Correct::standing(&form_context.viewed.dossier, &actor, form_context.procedure()),
    )
}

/// With what stands there now; where it is closed, why.
fn shown(standing: &Standing, form_context: &FormContext) -> Option_ {
    let (language, procedure) = (form_context.language(), Some(form_context.procedure()));
    let Standing { what, now, open } = standing;
    let now = match now.as_str() {
        "" => "–".to_string(),
        now => event_sentences::particular_value(what, now, procedure, language),
    };
    let label = format!("{}: {now}", event_sentences::particular(what, procedure, language));
    let option = option(key(what), label);
    match (open, Heard::of(what, form_context)) {
        (Err(refusal), _) => option.closed(refusal.sentence(language)),
        (Ok(()), Some(heard)) => option.hint(Words(language).told_of(&heard.who)),
        (Ok(()), None) => option,
    }
}

fn key(what: &Particular) -> String {
    match what {
        Particular::Owner(part) => format!("owner-{}", part.key()),
        Particular::Submitter(part) => format!("submitter-{}", part.key()),
        Particular::Answer { question } => format!("answer-{question}"),
    }
}

/// As it is to be, asked as its question was; it shows what stands there, or what another agency has.
fn right(
    form: &mut Form,
    form_context: &FormContext,
    standing: Option<&Standing>,
    heard: Option<&Heard>,
) -> String {
    let (t, language) = (Words(form_context.language()), form_context.language());
    let now = standing.map_or("", |standing| standing.now.as_str());
    let value = heard.map_or(now, |heard| heard.to.as_str());
    let hint = if heard.is_some() { t.filled_in() } else { "" };
    let what = standing.map(|standing| &standing.what);
    let identity =
        what.and_then(|what| form_context.viewed.dossier.whose(what)).map(|party| party.identity.clone());
    let identity = identity.unwrap_or_default();
    let part = match what.cloned() {
        Some(Particular::Owner(part) | Particular::Submitter(part)) => Some(part),
        Some(Particular::Answer { .. }) | None => None,
    };
    if part == Some(PartyPart::Paper) {
        return paper(form, form_context, &identity, value, hint);
    }
    let question = match what {
        Some(Particular::Answer { question }) => {
            form_context.procedure().form.questions.iter().find(|asked| asked.id == *question).cloned()
        }
        _ => None,
    };
    let question = question.unwrap_or_else(|| Question {
        id: String::new(),
        kind: part.map_or(QuestionKind::LongText { length_max: 4_000 }, accepted),
        label: Text::default(),
        hint: Text::default(),
        required: true,
    });
    let mut field = Field::question(language, &question);
    (field.name, field.label, field.label_lang, field.optional) = ("to".into(), t.to().into(), None, false);
    if !hint.is_empty() {
        field.hint = hint.into();
    }
    let entry = form
        .answer(field.value(value), question.kind.on(form_context.context.today()))
        .on_refusal(RefusalTarget::Correction);
    match part {
        Some(PartyPart::Identity) => {
            // Of the same kind of paper and the same country.
            let read = move |typed: &str| match Identity::read(typed, identity.kind(), &identity.country) {
                _ if typed.is_empty() => Ok(String::new()),
                Ok(identity) => Ok(identity.number),
                Err(problem) => Err(identity_sentence(problem, language).to_string()),
            };
            entry.reads(read).written()
        }
        _ => entry.written(),
    }
}

/// Kind and country of the paper the number stands on.
fn paper(
    form: &mut Form,
    form_context: &FormContext,
    identity: &Identity,
    value: &str,
    hint: &str,
) -> String {
    let (t, language) = (Words(form_context.language()), form_context.language());
    let (kind, country) = value.split_once(' ').unwrap_or((value, ""));
    let kinds = IdentityKind::ALL.map(|kind| (kind, option(kind.key(), kind.name(language))));
    let entry = form.one_of_many("to", t.paper(), kinds.into()).hint(hint).value(kind);
    let kind = entry.on_refusal(RefusalTarget::Correction).given();
    let all = country::all(language).into_iter().map(|(code, name)| (code, option(code, name))).collect();
    let entry = form.one_of_many("country", t.country(), all).needed_when(t.country_when());
    let country = entry.value(country).on(COUNTRY).given();
    let Some(kind) = kind else { return String::new() };
    let written = format!("{} {}", kind.key(), country.unwrap_or_default());
    match identity.of_paper(&written) {
        Ok(identity) => identity.paper(),
        Err(problem) => {
            let target = match problem {
                NotAnIdentity::NoCountry | NotAnIdentity::NotAbroad => COUNTRY,
                NotAnIdentity::NoKind | NotAnIdentity::Number(_) => {
                    ErrorTarget::Law(RefusalTarget::Correction)
                }
            };
            form.clash(target, identity_sentence(problem, language));
            written
        }
    }
}

fn accepted(part: PartyPart) -> QuestionKind {
    match part {
        PartyPart::Name => QuestionKind::Text { length_max: 200 },
        PartyPart::Identity | PartyPart::Paper => QuestionKind::Text { length_max: 40 },
        PartyPart::Phone => QuestionKind::Phone,
        PartyPart::Email => QuestionKind::Email,
        PartyPart::Address => QuestionKind::Text { length_max: 300 },
    }
}

/// What another agency has put right in its dossier of the same matter, and stands here as it stood there.
pub struct Heard {
    pub sentence: String,
    pub key: String,
    to: String,
    /// The agency with the code of its dossier.
    who: String,
    at: String,
}

impl Heard {
    /// The form with all of it filled in, after the address of the page.
    pub fn form(&self) -> String {
        let act = ActKind::Correct.key();
        format!("{}#act-{act}", ui::query::written(&[(&format!("{act}-{WHAT}"), &self.key)]))
    }

    /// Everything of it that may be put right here.
    pub fn all(form_context: &FormContext) -> Vec<Heard> {
        let open = standing(form_context).into_iter().filter(|standing| standing.open.is_ok());
        open.filter_map(|standing| Heard::of(&standing.what, form_context)).collect()
    }

    fn of(what: &Particular, form_context: &FormContext) -> Option<Heard> {
        let t = Words(form_context.language());
        let put_right = |relative: &app::opening::Relative| {
            let (_, to) = relative.put_right.iter().find(|(known, _)| known == what)?.clone();
            let said = |fact: &Fact| matches!(fact, Fact::Corrected { what: known, .. } if known == what);
            let at = relative.records.iter().rev().find(|record| said(&record.event.fact))?.at;
            let dossier = &relative.dossier;
            let code = dossier.code.as_ref().map(ToString::to_string).unwrap_or_default();
            let who = format!(
                "{} ({code})",
                crate::dossier::facts::agency_name(
                    &OfficerReader::of(form_context.context),
                    dossier.competent
                )
            );
            let named =
                event_sentences::particular(what, Some(form_context.procedure()), form_context.language());
            Some(Heard {
                sentence: t.told(&who, &named),
                key: key(what),
                to,
                at: short_moment(at, form_context.language()),
                who,
            })
        };
        form_context.viewed.family.iter().find_map(put_right)
    }
}
