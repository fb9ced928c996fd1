//! What the conditions of a process may look at: a typed view of the dossier. Names hold letters, digits and lines
//! below only; ids with other signs have lines below instead.

use crate::calendar::Calendar;
use crate::dossier::outcome::Outcome;
use crate::dossier::party::PartyKind;
use crate::dossier::state::Dossier;
use crate::procedure::{Channel, Fee, Procedure};
use crate::time::{Instant, OFFSET_MINUTES};
use feel::{NamedValues, Offset, Type, Value, ZonedDateTime};
use process::{Model, Names, Node, plain_name};
use std::collections::BTreeMap;
use std::str::FromStr;

/// The names and their types, for a procedure.
pub fn names(procedure: &Procedure, steps: &[&str]) -> BTreeMap<String, Type> {
    let form =
        procedure.form.questions.iter().map(|question| (plain_name(&question.id), kind(&question.kind)));
    let step = Type::context([("outcome", Type::Text), ("returned", Type::Bool), ("times", Type::Number)]);
    let steps = steps.iter().map(|id| (plain_name(id), step.clone()));
    BTreeMap::from([
        ("form".into(), Type::Context(Some(form.collect()))),
        ("steps".into(), Type::Context(Some(steps.collect()))),
        ("applicant".into(), Type::context([("kind", Type::Text)])),
        (
            "fee".into(),
            Type::context([("amount", Type::Number), ("asked", Type::Number), ("met", Type::Bool)]),
        ),
        ("channel".into(), Type::Text),
        ("case".into(), Type::Text),
        ("outcome".into(), Type::Text),
        ("hours_left".into(), Type::Number),
    ])
}

/// These names as expressions of a drawing may use them, with the texts that outcomes and choices can be: whatever else they
/// are compared with is a mistake.
pub fn known_names(procedure: &Procedure, model: &Model) -> Names {
    let works: Vec<&Node> = model.works().into_iter().map(|node| &model.nodes[node]).collect();
    let ids: Vec<&str> = works.iter().map(|node| node.id.as_str()).collect();
    let decided = || Outcome::ALL.iter().map(|outcome| outcome.key().to_string()).collect();
    let outcome = |node: &&Node| {
        let drawn = node.step.outcomes.iter().map(|outcome| outcome.key.clone()).collect();
        let keys = if node.is_linked() { decided() } else { drawn };
        (format!("steps.{}.outcome", plain_name(&node.id)), keys)
    };
    let answer = |question: &forms::Question| {
        let forms::QuestionKind::Choice { choices } = &question.kind else { return None };
        let ids = choices.iter().map(|choice| choice.id.clone()).collect();
        Some((format!("form.{}", plain_name(&question.id)), ids))
    };
    let kinds = ["person", "organisation"].map(str::to_string).to_vec();
    let channels = Channel::ALL.iter().map(|channel| channel.key().to_string()).collect();
    let others = [("applicant.kind", kinds), ("channel", channels), ("outcome", decided())]
        .map(|(name, all)| (name.into(), all));
    let choices =
        works.iter().map(outcome).chain(procedure.form.questions.iter().filter_map(answer)).chain(others);
    Names::known(names(procedure, &ids)).with_choices(choices.collect())
}

/// The values of these names. `outcome` is how the dossier is about to be decided.
pub fn values(
    dossier: &Dossier,
    procedure: &Procedure,
    calendar: &Calendar,
    now: Instant,
    outcome: Option<Outcome>,
) -> NamedValues {
    let text = |text: &Option<String>| text.as_ref().map_or(Value::Null, Value::text);
    let number = |number: u64| Value::Number(number.into());
    let answer = |question: &forms::Question| {
        let value =
            dossier.answers.get(&question.id).map_or(Value::Null, |answer| typed(&question.kind, answer));
        (plain_name(&question.id), value)
    };
    let mut steps: NamedValues = NamedValues::new();
    for done in dossier.steps_done.iter().filter(|done| !done.undone) {
        let times = dossier.steps_done.iter().filter(|other| other.id == done.id).count() as u64;
        let told = [
            ("outcome".to_string(), text(&done.outcome)),
            ("returned".to_string(), Value::Bool(done.returned)),
            ("times".to_string(), number(times)),
        ];
        steps.insert(plain_name(&done.id), Value::context(told.into()));
    }
    for linked in dossier.linked.iter().filter(|linked| !linked.undone) {
        let Some(answer) = &linked.answer else { continue };
        let times =
            dossier.linked.iter().filter(|other| other.event == linked.event && other.answer.is_some());
        let told = [
            ("outcome".to_string(), Value::text(answer.outcome.key())),
            ("times".to_string(), number(times.count() as u64)),
        ];
        steps.insert(plain_name(&linked.event), Value::context(told.into()));
    }
    let kind = dossier.parties.as_ref().map_or(Value::Null, |parties| {
        Value::text(match parties.owner.kind {
            PartyKind::Person => "person",
            PartyKind::Organisation => "organisation",
        })
    });
    let fees = Fee::sum(procedure.methods_of(dossier.channel).iter().flat_map(|method| &method.fees));
    let asked = dossier.obligation.as_ref();
    let fee = [
        ("amount".to_string(), fees.map_or(Value::Null, number)),
        ("asked".to_string(), asked.map_or(Value::Null, |asked| number(asked.amount))),
        ("met".to_string(), Value::Bool(asked.is_none_or(|asked| asked.met_at.is_some()))),
    ];
    // To the law's date: an apology gives the applicant another day, and the handling no more hours.
    let left = dossier.legal_due().map_or(Value::Null, |due| {
        let minutes = calendar.working_minutes_between(now, due);
        Value::Number((i64::from(minutes) / 60).into())
    });
    let outcome = outcome.map_or(Value::Null, |outcome| Value::text(outcome.key()));
    NamedValues::from([
        ("form".into(), Value::context(procedure.form.questions.iter().map(answer).collect())),
        ("steps".into(), Value::context(steps)),
        ("applicant".into(), Value::context([("kind".to_string(), kind)].into())),
        ("fee".into(), Value::context(fee.into())),
        ("channel".into(), Value::text(dossier.channel.key())),
        ("case".into(), text(&dossier.case)),
        ("outcome".into(), outcome),
        ("hours_left".into(), left),
        // No name of its own: the function `now()` gives it.
        ("now".into(), moment(now)),
    ])
}

/// What a clock in Viet Nam shows, with its offset.
fn moment(now: Instant) -> Value {
    Value::DateTime(ZonedDateTime { civil: now.civil(), offset: Offset::Fixed(OFFSET_MINUTES as i32 * 60) })
}

fn kind(kind: &forms::QuestionKind) -> Type {
    match kind {
        forms::QuestionKind::Number { .. } | forms::QuestionKind::Money => Type::Number,
        forms::QuestionKind::Date(_) => Type::Date,
        forms::QuestionKind::YesNo => Type::Bool,
        forms::QuestionKind::Text { .. }
        | forms::QuestionKind::LongText { .. }
        | forms::QuestionKind::Choice { .. }
        | forms::QuestionKind::Phone
        | forms::QuestionKind::Email
        | forms::QuestionKind::IdentityNumber => Type::Text,
    }
}

fn typed(of: &forms::QuestionKind, answer: &str) -> Value {
    match kind(of) {
        Type::Number => feel::Decimal::from_str(answer).map_or(Value::Null, Value::Number),
        // Of a month or a year nobody can say whether it is before a day: conditions see no date.
        Type::Date => answer.parse().map_or(Value::Null, Value::Date),
        Type::Bool => Value::Bool(answer == "yes"),
        _ => Value::text(answer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forms::QuestionKind;

    #[test]
    fn an_answer_with_decimals_is_the_number_it_says() {
        let area = QuestionKind::Number { min: 0, max: 1_000, decimals: 2, unit: "m²".into(), year: None };
        let answer = area.read("95,5 m2").unwrap();
        assert_eq!(typed(&area, &answer), Value::Number("95.5".parse().unwrap()));
        assert_eq!(typed(&QuestionKind::number(0, 9), "abc"), Value::Null);
    }

    #[test]
    fn conditions_ask_for_the_instant_of_the_act() {
        let names =
            NamedValues::from([("now".into(), moment(Instant::parse("2026-03-01T18:30:00Z").unwrap()))]);
        let given = |text: &str| {
            let expression = feel::Expression::parse(text, []).unwrap();
            expression.evaluate(&names, feel::Budget::default()).unwrap().to_string()
        };
        assert_eq!(given("now()"), "2026-03-02T01:30:00+07:00");
        assert_eq!(given("today()"), "2026-03-02");
        assert_eq!(given("now() < @\"2026-03-02T02:00:00@Asia/Ho_Chi_Minh\""), "true");
    }
}
