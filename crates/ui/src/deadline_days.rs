//! A deadline explained day by day, as the list a page shows.

use crate::part::{Counts, Day, Days};
use app::opening::Viewed;
use app::reference::Reference;
use domain::Language;
use domain::deadline::{explain, explain_left, goes_on_here, stops_here};
use domain::dossier::{Dossier, Fact};
use domain::time::{long_date, long_moment};

/// The limit the days number: all of it, or what was left when the clock went on.
pub fn limit(dossier: &Dossier, language: Language) -> String {
    let Some(clock) = &dossier.clock else { return String::new() };
    match &clock.owed {
        Some(owed) if owed.limit != clock.limit => {
            let (whole, left) = (clock.limit.text(language), owed.limit.text(language));
            language.pick(
                format!("{whole}; còn {left} tính từ khi tiếp tục giải quyết"),
                format!("{whole}; {left} left since handling went on"),
            )
        }
        _ => clock.limit.text(language),
    }
}

/// The way to the date the law wants, and the one that was promised with an apology where that is another; nothing when there
/// is none.
pub fn days(viewed: &Viewed, reference: &Reference, language: Language) -> Days {
    let dossier = &viewed.dossier;
    let Some(clock) = &dossier.clock else { return Days::default() };
    let Some(owed) = &clock.owed else { return Days::default() };
    let calendar = reference.calendar(dossier.competent);
    let accepted = dossier.accepted_at.map(|at| calendar.arrival(at).date());
    let first = owed.limit == clock.limit && accepted == Some(owed.from.date());
    let explain = if first { explain } else { explain_left };
    let explained = explain(dossier.pinned.pack.pack(), calendar, owed.from, &owed.limit);
    let mut lines = explained.days.clone();
    // Where the last pause began or ended while the office was closed, that counts from another day.
    let last_of = |is: fn(&Fact) -> bool| viewed.records.iter().rfind(|record| is(&record.event.fact));
    let paused = |fact: &Fact| matches!(fact, Fact::PausedForApplicant { .. } | Fact::PausedForFee { .. });
    let resumed = |fact: &Fact| matches!(fact, Fact::Resumed { .. });
    let opened = |at| calendar.arrival(at).date();
    let stops = last_of(paused).and_then(|record| stops_here(record.at, opened(record.at)));
    let goes_on = last_of(resumed).and_then(|record| goes_on_here(record.at, opened(record.at)));
    for moved in goes_on.into_iter().chain(stops) {
        if let Some(place) = lines.iter().position(|line| line.date >= moved.date) {
            lines.insert(place, moved);
        }
    }
    let last = lines.len().saturating_sub(1);
    let mut rows: Vec<Day> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        rows.push(Day {
            number: line.number.map_or_else(|| "–".to_string(), |number| number.to_string()),
            date: long_date(line.date, language),
            why: match line.minutes {
                Some(minutes) => format!("{}: {}", line.why.text(language), worked(minutes, language)),
                None => line.why.text(language),
            },
            counts: match (index == last, line.number) {
                (true, _) => Counts::Due,
                (false, None) => Counts::Skipped,
                (false, Some(_)) => Counts::Counted,
            },
        });
    }
    if let Some(promised) =
        clock.current.filter(|promised| clock.apology.is_some() && explained.due != Some(*promised))
    {
        let why = match dossier.legal_due().filter(|legal| *legal != promised) {
            Some(legal) => {
                let legal = long_moment(legal, language);
                language.pick(
                    format!("ngày hẹn lại, kèm lời xin lỗi; đúng hạn hay không vẫn xét theo {legal}"),
                    format!("promised again with an apology; whether it is in time is judged by {legal}"),
                )
            }
            None => language.pick("ngày hẹn lại, kèm lời xin lỗi", "promised again with an apology").into(),
        };
        let date = long_date(promised.date(), language);
        rows.push(Day { number: "–".into(), date, why, counts: Counts::Due });
    }
    Days(rows)
}

/// How much of a day counts, where a limit is in hours.
fn worked(minutes: u32, language: Language) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let (hour, minute) = language.pick(("giờ", "phút"), ("h", "min"));
    match (hours, rest) {
        (0, rest) => format!("{rest} {minute}"),
        (hours, 0) => format!("{hours} {hour}"),
        (hours, rest) => format!("{hours} {hour} {rest} {minute}"),
    }
}
