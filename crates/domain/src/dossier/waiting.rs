//! What a process waits for: a time, a message, a signal. When a time comes is worked out once, when it is first
//! waited for, in working time where it is an amount; a pause stops it like every clock.

use crate::agency::UnitKey;
use crate::calendar::Calendar;
use crate::code::DossierCode;
use crate::dossier::context::Context;
use crate::dossier::event::Fact;
use crate::dossier::refusal::Refusal;
use crate::dossier::state::Dossier;
use crate::dossier::wait::{Awaited, Wait};
use crate::procedure::Process;
use crate::time::Instant;
use crate::{Language, Text};
use feel::{Budget, Value};
use process::{Amount, Marking, Model, State, TimerTrigger, Trigger, WorkingTime};

impl Wait {
    pub(super) fn fact(&self, what: Awaited) -> Fact {
        Fact::Awaited { token: self.token, event: self.event.clone(), unit: self.unit.clone(), what }
    }
}

/// What is waited for at a marking and was not before, as facts. `came` is what has just happened: where it can happen
/// again it is waited for anew.
pub(super) fn begun(
    dossier: &Dossier,
    marking: &Marking,
    came: &[(u32, &str)],
    from: Option<&UnitKey>,
    names: &feel::NamedValues,
    context: &Context,
) -> Result<Vec<Fact>, Refusal> {
    let process = &context.procedure.process;
    let model = process.model();
    let mut facts = Vec::new();
    for wait in process::waits(model, marking) {
        let known = dossier.waits.iter().any(|known| known.token == wait.token && known.event == wait.event);
        if known && !came.contains(&(wait.token, wait.event)) {
            continue;
        }
        let what = match wait.trigger {
            Trigger::Message { name } => Awaited::Message { name: name.clone() },
            Trigger::Signal { name } => Awaited::Signal { name: name.clone() },
            Trigger::Timer(timer) => time(timer, marking, names, context)
                .ok_or_else(|| Refusal::TimeUnclear { at: drawn_name(model, wait.event) })?,
            Trigger::Condition { .. } => Awaited::Condition {},
            // Those are not waited for.
            Trigger::Error { .. } | Trigger::Escalation { .. } | Trigger::Compensation { .. } => continue,
        };
        let unit = unit_of(model, marking, wait.token, process, from);
        facts.push(Fact::Awaited { token: wait.token, event: wait.event.into(), unit, what });
    }
    facts.extend(linked(dossier, marking, from, model, context)?);
    Ok(facts)
}

/// What other agencies are asked for at a marking and were not before.
fn linked(
    dossier: &Dossier,
    marking: &Marking,
    from: Option<&UnitKey>,
    model: &Model,
    context: &Context,
) -> Result<Vec<Fact>, Refusal> {
    let process = &context.procedure.process;
    let mut number = dossier.linked.len() as u32;
    let mut facts = Vec::new();
    for token in marking.tokens.iter().filter(|token| token.state == State::Waiting) {
        let Some(link) = process.link(&token.at) else { continue };
        if dossier.wait(token.id, &token.at).is_some() {
            continue;
        }
        number += 1;
        if number > DossierCode::LINKED_MAX {
            return Err(Refusal::ProcessStuck { at: drawn_name(model, &token.at) });
        }
        let minutes = context.calendar.process_minutes(link.minutes);
        let what = Awaited::Linked {
            number,
            agency: link.agency,
            procedure: link.procedure.clone(),
            minutes,
            due: context.calendar.after_working_minutes(context.now, minutes),
        };
        let unit = unit_of(model, marking, token.id, process, from);
        facts.push(Fact::Awaited { token: token.id, event: token.at.clone(), unit, what });
    }
    Ok(facts)
}

/// That of the step it lies on, else of whoever brought it there, else of the first step.
fn unit_of(
    model: &Model,
    marking: &Marking,
    token: u32,
    process: &Process,
    from: Option<&UnitKey>,
) -> UnitKey {
    let step = marking.token(token).and_then(|token| process.step(&token.at));
    let known = |unit: &&UnitKey| process.steps.iter().any(|step| step.unit == **unit);
    let first = || process.steps.iter().find(|step| model.node(&step.id).is_some());
    step.map(|step| &step.unit)
        .or(from.filter(known))
        .or_else(|| first().map(|step| &step.unit))
        .cloned()
        .unwrap_or_else(|| UnitKey(String::new()))
}

/// Minimum pause of a repeating timer, in working minutes: each time it fires is an event of the record.
const PAUSE_MIN: u32 = 60;

fn time(
    timer: &TimerTrigger,
    marking: &Marking,
    names: &feel::NamedValues,
    context: &Context,
) -> Option<Awaited> {
    match timer {
        TimerTrigger::At(amount) => {
            let due = moment(&value(amount, marking, names)?, context.calendar)?;
            Some(Awaited::Time { due, rest: None })
        }
        TimerTrigger::After(amount) | TimerTrigger::Every { pause: amount, .. } => {
            let minutes = minutes(&value(amount, marking, names)?)?;
            let floor = if matches!(timer, TimerTrigger::Every { .. }) { PAUSE_MIN } else { 0 };
            let minutes = context.calendar.process_minutes(minutes).max(floor);
            Some(Awaited::counted(context.now, minutes, context.calendar))
        }
    }
}

fn value(amount: &Amount, marking: &Marking, names: &feel::NamedValues) -> Option<Value> {
    match amount {
        Amount::Text(text) => Some(Value::text(text.as_str())),
        Amount::Expression(expression) => {
            let mut names = names.clone();
            names
                .extend(marking.values.iter().map(|(name, value)| (name.clone(), process::from_json(value))));
            expression.evaluate(&names, Budget::default()).ok()
        }
    }
}

/// Durations of the language are read as working time, like those in the file: a day is eight hours.
fn minutes(value: &Value) -> Option<u32> {
    match value {
        Value::Text(text) => WorkingTime::parse(text).map(WorkingTime::minutes),
        Value::Duration(_) => WorkingTime::parse(&value.to_string()).map(WorkingTime::minutes),
        _ => None,
    }
}

/// A day begins when the office opens.
fn moment(value: &Value, calendar: &Calendar) -> Option<Instant> {
    let opening = |day: jiff::civil::Date| calendar.arrival(Instant::from_civil(day.at(0, 0, 0, 0)));
    match value {
        Value::Text(text) if text.contains('T') => Instant::parse(text),
        Value::Text(text) => text.parse().ok().map(opening),
        Value::Date(day) => Some(opening(*day)),
        Value::DateTime(moment) => Instant::parse(&Value::DateTime(moment.with_offset()).to_string()),
        _ => None,
    }
}

/// What an element is called where something is told of it: by its kind and what is near where it has no name.
pub(super) fn drawn_name(model: &Model, id: &str) -> Text {
    let named = |language| match model.index(id) {
        Some(node) => process::described(model, node, language),
        None => id.to_string(),
    };
    Text::new(named(Language::Vietnamese), named(Language::English))
}
