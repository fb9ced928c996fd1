//! What an officer was reminded of: steps that are nearly due, and late ones.

mod text;

use app::reminders::{Level, Reminder};
use askama::Template;
use domain::time::{long_date, long_moment, short_moment};
use ui::{Answer, Ask, Chrome, page};

/// So many are shown, the newest.
const SHOWN: u32 = 100;

#[derive(Template)]
#[template(path = "reminders/page.html")]
struct Page {
    chrome: Chrome,
    rows: Vec<Row>,
    t: text::Words,
}

struct Row {
    said: String,
    code: String,
    procedure: String,
    at: String,
    reference: String,
    unread: bool,
}

pub async fn show(ask: Ask) -> Answer {
    let (t, language) = (text::Words(ask.language), ask.language);
    let officer = ask.officer()?.clone();
    let found = ask.app().list_reminders(&officer, SHOWN).await?;
    // Read by whoever they are for; a substitute's reading leaves them new.
    if officer.stands_for.is_none() && found.iter().any(|reminder| !reminder.read) {
        ask.app().mark_messages_read(officer.account).await?;
    }
    let data = ask.app().reference();
    let row = |reminder: Reminder| {
        let (step, due) = (reminder.step.get(language), short_moment(reminder.due));
        let procedure = data.procedure_any(&reminder.procedure);
        Row {
            said: match reminder.level {
                Level::Soon => t.soon(step, &due),
                Level::Late => t.late(step, &due),
                Level::Escalated => t.escalated(step, &due),
                Level::Apology => {
                    let day = reminder.apology.map(|day| long_date(day, language)).unwrap_or_default();
                    t.apology(&due, &day)
                }
            },
            procedure: procedure
                .map_or(reminder.procedure, |procedure| procedure.short_name.get(language).to_string()),
            code: reminder.code,
            at: long_moment(reminder.at, language),
            reference: reminder.reference,
            unread: !reminder.read,
        }
    };
    let rows = found.into_iter().map(row).collect();
    page(&Page { chrome: Chrome::new(&ask, t.title()), rows, t })
}
