//! What an officer was reminded of and is still to be done: steps that are nearly due, late ones, those that came back.

#[cfg(test)]
mod tests;
mod text;

use app::master_data::MasterData;
use app::reminders::{ESCALATION_MINUTES, Reminder, ReminderItem, ReminderLevel, SOON_MINUTES};
use askama::Template;
use domain::Language;
use domain::time::{how_long, long_date, long_moment, short_moment};
use ui::Chrome;
use ui::part::{Empty, Heading, Link, LinkList, LinkNote, Phrase, Tag};
use web::{Answer, RequestContext, page};

/// Maximum reminders shown, the newest first.
const SHOWN: u32 = 100;

#[derive(Template)]
#[template(path = "reminders/page.html")]
struct Page {
    chrome: Chrome,
    groups: Vec<ReminderGroup>,
    empty_more: String,
    t: text::Words,
}

/// What somebody was reminded of at one time.
struct ReminderGroup {
    items: LinkList,
    /// Of several, how many they are, and of those that are not listed.
    several: String,
    more: String,
    at: String,
    unread: Option<Tag>,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.empty_more.clone(), link: None }
    }
}

pub async fn show(context: RequestContext) -> Answer {
    let (t, language) = (text::Words(context.language), context.language);
    let officer = context.officer()?.clone();
    let found = app::reminders::list(context.app(), &officer, SHOWN).await?;
    let mut chrome = context.chrome(t.title());
    // Read by whoever they are for; a substitute's reading leaves them new. Those are too whose steps are over, and which are not
    // shown any more: the bell counts them.
    if officer.stands_for.is_none() && chrome.unread > 0 {
        app::messages::mark_read(context.app(), officer.account).await?;
        chrome.unread = 0;
    }
    let groups = groups(found, &context.app().master_data(), language);
    let empty_more = t.empty_more(SOON_MINUTES / 60);
    page(&Page { chrome, groups, empty_more, t })
}

fn groups(found: Vec<Reminder>, data: &MasterData, language: Language) -> Vec<ReminderGroup> {
    let t = text::Words(language);
    let link = |item: ReminderItem| {
        let (step, due) = (item.step.get(language), short_moment(item.due, language));
        let procedure = data.procedure_any(&item.procedure);
        let procedure = procedure.map(|procedure| Phrase::of(&procedure.short_name, language));
        let said = match item.level {
            ReminderLevel::Soon => t.soon(step, &due),
            ReminderLevel::Late => t.late(step, &due),
            ReminderLevel::Escalated => t.escalated(step, &how_long(ESCALATION_MINUTES, language), &due),
            ReminderLevel::SentBack => t.sent_back(step, &due),
            ReminderLevel::Apology => {
                let day = item.apology.map(|day| long_date(day, language)).unwrap_or_default();
                t.apology(&due, &day)
            }
        };
        let note = LinkNote::coded(item.code).and(procedure.unwrap_or_else(|| item.procedure.into()));
        (Link::new(format!("/office/dossiers/{}", item.reference), said), note)
    };
    let group = |reminder: Reminder| {
        let count = reminder.items.len() + reminder.unlisted;
        let item = |(link, note): (Link, LinkNote)| link.note(note);
        ReminderGroup {
            items: LinkList(reminder.items.into_iter().map(link).map(item).collect()),
            several: if count > 1 { t.several(count) } else { String::new() },
            more: if reminder.unlisted > 0 { t.more(reminder.unlisted) } else { String::new() },
            at: long_moment(reminder.at, language),
            unread: (!reminder.read).then(|| Tag::info(t.unread())),
        }
    };
    found.into_iter().map(group).collect()
}
