//! What an officer was reminded of: steps that are nearly due, and late ones.

mod text;

use app::reminders::{ESCALATION_MINUTES, Item, Level, Reminder, SOON_MINUTES};
use askama::Template;
use domain::time::{how_long, long_date, long_moment, short_moment};
use ui::Chrome;
use web::{Answer, Ask, page};

/// So many are shown, the newest.
const SHOWN: u32 = 100;

#[derive(Template)]
#[template(path = "reminders/page.html")]
struct Page {
    chrome: Chrome,
    rows: Vec<Row>,
    empty_more: String,
    t: text::Words,
}

/// What somebody was reminded of at one time.
struct Row {
    items: Vec<Line>,
    /// Of several, how many they are, and of those that are not listed.
    several: String,
    more: String,
    at: String,
    unread: bool,
}

struct Line {
    said: String,
    code: String,
    procedure: String,
    reference: String,
}

pub async fn show(ask: Ask) -> Answer {
    let (t, language) = (text::Words(ask.language), ask.language);
    let officer = ask.officer()?.clone();
    let found = app::reminders::list(ask.app(), &officer, SHOWN).await?;
    // Read by whoever they are for; a substitute's reading leaves them new.
    if officer.stands_for.is_none() && found.iter().any(|reminder| !reminder.read) {
        app::messages::mark_read(ask.app(), officer.account).await?;
    }
    let data = ask.app().reference();
    let line = |item: Item| {
        let (step, due) = (item.step.get(language), short_moment(item.due));
        let procedure = data.procedure_any(&item.procedure);
        Line {
            said: match item.level {
                Level::Soon => t.soon(step, &due),
                Level::Late => t.late(step, &due),
                Level::Escalated => t.escalated(step, &how_long(ESCALATION_MINUTES, language), &due),
                Level::Apology => {
                    let day = item.apology.map(|day| long_date(day, language)).unwrap_or_default();
                    t.apology(&due, &day)
                }
            },
            procedure: procedure
                .map_or(item.procedure, |procedure| procedure.short_name.get(language).to_string()),
            code: item.code,
            reference: item.reference,
        }
    };
    let row = |reminder: Reminder| Row {
        several: match reminder.items.len() + reminder.unlisted {
            0 | 1 => String::new(),
            several => t.several(several),
        },
        more: match reminder.unlisted {
            0 => String::new(),
            more => t.more(more),
        },
        items: reminder.items.into_iter().map(line).collect(),
        at: long_moment(reminder.at, language),
        unread: !reminder.read,
    };
    let rows = found.into_iter().map(row).collect();
    let empty_more = t.empty_more(SOON_MINUTES / 60);
    page(&Page { chrome: ask.chrome(t.title()), rows, empty_more, t })
}
