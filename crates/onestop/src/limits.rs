//! The choice among several limits, where a procedure has cases with limits of their own.

use domain::Language;
use domain::calendar::Calendar;
use domain::deadline::{self, Limit};
use domain::procedure::{Channel, Procedure};
use domain::rules::RulePack;
use domain::time::{Instant, long_moment};
use ui::field::{Option_, option};
use web::RequestContext;

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

/// The limits to choose from, each with what the record says of its case and the date it would give; nothing where there
/// is nothing to choose.
pub fn to_choose(
    context: &RequestContext,
    procedure: &Procedure,
    channels: &[Channel],
    calendar: &Calendar,
    pack: &RulePack,
) -> Option<Vec<(Limit, Option_)>> {
    let limits = all(procedure, channels);
    let choice = |limit: Limit| {
        let line = line(
            context,
            procedure,
            &limit,
            deadline::due(pack, calendar, calendar.arrival(context.now()), &limit),
        );
        let key = key(&limit);
        (limit, option(key, line))
    };
    (limits.len() > 1).then(|| limits.into_iter().map(choice).collect())
}

fn line(context: &RequestContext, procedure: &Procedure, limit: &Limit, due: Option<Instant>) -> String {
    let language = context.language;
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

/// What a form says for a limit.
fn key(limit: &Limit) -> String {
    app::random::short(&limit.text(Language::Vietnamese))
}
