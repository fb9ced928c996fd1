//! The choice among several limits, where a procedure has cases with limits of their own.

use domain::Language;
use domain::calendar::Calendar;
use domain::deadline::{self, Limit};
use domain::procedure::{Channel, Procedure};
use domain::time::{Instant, long_moment};
use ui::field::option;
use ui::{Ask, Field, Posted};

/// The different limits of some channels, in the order they are listed.
fn all(procedure: &Procedure, channels: &[Channel]) -> Vec<Limit> {
    let mut limits: Vec<Limit> = Vec::new();
    for limit in channels.iter().flat_map(|channel| procedure.limits(*channel)) {
        if !limits.contains(limit) {
            limits.push(limit.clone());
        }
    }
    limits
}

/// The question which limit applies, each with what the record says of its case and the date it would give; nothing
/// where there is nothing to choose.
pub fn field(
    ask: &Ask,
    name: &str,
    label: &str,
    procedure: &Procedure,
    channels: &[Channel],
    calendar: &Calendar,
) -> Option<Field> {
    let limits = all(procedure, channels);
    if limits.len() < 2 {
        return None;
    }
    let choices =
        limits.iter().map(|limit| option(key(limit), line(ask, procedure, limit, calendar, ask.now())));
    Some(Field::choices(ask.language, name, label, choices.collect()))
}

fn line(ask: &Ask, procedure: &Procedure, limit: &Limit, calendar: &Calendar, now: Instant) -> String {
    let language = ask.language;
    let due = deadline::due(calendar, calendar.arrival(now), limit);
    let mut notes: Vec<&str> = Vec::new();
    for method in procedure.methods.iter().filter(|method| method.limit == *limit) {
        let note = method.note.get(language);
        if !note.is_empty() && !notes.contains(&note) {
            notes.push(note);
        }
    }
    let mut parts = vec![limit.text(language)];
    parts.extend(due.map(|due| long_moment(due, language)));
    parts.extend(notes.iter().map(|note| note.chars().take(400).collect()));
    parts.join(" · ")
}

/// The limit a form chose.
pub fn read(posted: &Posted, name: &str, procedure: &Procedure, channels: &[Channel]) -> Option<Limit> {
    all(procedure, channels).into_iter().find(|limit| key(limit) == posted.raw(name))
}

/// What a form says for a limit.
fn key(limit: &Limit) -> String {
    app::random::short(&limit.text(Language::Vietnamese))
}
