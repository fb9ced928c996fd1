//! A deadline explained day by day, as the list a page shows.

use app::reference::Reference;
use domain::Language;
use domain::deadline::explain;
use domain::dossier::Dossier;
use domain::time::long_date;

pub struct DayRow {
    pub count: String,
    pub date: String,
    pub why: String,
    pub class: &'static str,
}

/// The limit the days count: all of it, or what was left when the clock went on.
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

/// The way to the date the law wants; nothing when there is none.
pub fn days(dossier: &Dossier, reference: &Reference, language: Language) -> Vec<DayRow> {
    let Some(owed) = dossier.clock.as_ref().and_then(|clock| clock.owed.as_ref()) else { return Vec::new() };
    let explained = explain(reference.calendar(dossier.competent), owed.from, &owed.limit);
    let last = explained.days.len().saturating_sub(1);
    explained
        .days
        .iter()
        .enumerate()
        .map(|(index, line)| DayRow {
            count: line.number.map_or_else(|| "–".to_string(), |number| number.to_string()),
            date: long_date(line.date, language),
            why: match line.minutes {
                Some(minutes) => format!("{}: {}", line.why.text(language), worked(minutes, language)),
                None => line.why.text(language),
            },
            class: match (index == last, line.number) {
                (true, _) => "day-list__day--due",
                (false, None) => "day-list__day--skipped",
                (false, Some(_)) => "",
            },
        })
        .collect()
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
