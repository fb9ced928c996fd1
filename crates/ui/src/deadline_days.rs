//! A deadline explained day by day, as the list a page shows; a long one by runs of days that are alike.

use crate::part::{CountedDay, DayCounts, DeadlineDays};
use app::master_data::MasterData;
use app::opening::Viewed;
use domain::Language;
use domain::deadline::{DayLine, Limit, Why, explain, explain_left, goes_on_here, stops_here};
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
pub fn days(viewed: &Viewed, data: &MasterData, language: Language) -> DeadlineDays {
    let dossier = &viewed.dossier;
    let Some(clock) = &dossier.clock else { return DeadlineDays::default() };
    let Some(owed) = &clock.owed else { return DeadlineDays::default() };
    let calendar = data.calendar(dossier.competent);
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
    let (until, due) = lines.split_at(lines.len().saturating_sub(1));
    let mut rows: Vec<CountedDay> = runs(until, &owed.limit).map(|run| day(run, false, language)).collect();
    rows.extend(due.chunks(1).map(|run| day(run, true, language)));
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
        rows.push(CountedDay { number: "–".into(), date, why, counts: DayCounts::Due });
    }
    DeadlineDays(rows)
}

/// Maximum lines that are shown a day each; of more, days that are alike and follow each other share one.
const MAX_SINGLE_DAYS: usize = 31;

/// The lines as they are shown, none of them empty.
fn runs<'a>(lines: &'a [DayLine], limit: &Limit) -> impl Iterator<Item = &'a [DayLine]> {
    let single = lines.len() <= MAX_SINGLE_DAYS;
    let every_day = matches!(limit, Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_));
    lines.chunk_by(move |one, next| {
        let alike = match (&one.why, &next.why) {
            (Why::Counted { .. }, Why::Counted { .. }) if every_day => true,
            (one, next) => one == next,
        };
        !single && alike && one.number.is_some() == next.number.is_some() && one.minutes == next.minutes
    })
}

fn day(run: &[DayLine], due: bool, language: Language) -> CountedDay {
    let (first, last) = (&run[0], &run[run.len() - 1]);
    let why = match run.iter().all(|line| line.why == first.why) {
        true => first.why.text(language),
        false => {
            language.pick("ngày nào cũng tính, kể cả ngày nghỉ", "every day counts, days off too").into()
        }
    };
    let number = |line: &DayLine| line.number.map_or_else(|| "–".to_string(), |number| number.to_string());
    let from_to = |from: String, to: String, between: &str| match run {
        [_] => from,
        _ => format!("{from}{between}{to}"),
    };
    CountedDay {
        number: match first.number {
            Some(_) => from_to(number(first), number(last), "–"),
            None => number(first),
        },
        date: from_to(long_date(first.date, language), long_date(last.date, language), " – "),
        why: match (first.minutes, run) {
            (Some(minutes), [_]) => format!("{why}: {}", worked(minutes, language)),
            (Some(minutes), _) => {
                let each = language.pick("mỗi ngày", "a day");
                format!("{why}: {} {each}", worked(minutes, language))
            }
            (None, _) => why,
        },
        counts: match (due, first.number) {
            (true, _) => DayCounts::Due,
            (false, None) => DayCounts::Skipped,
            (false, Some(_)) => DayCounts::Counted,
        },
    }
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

#[cfg(test)]
mod tests {
    use super::{DayLine, Limit, MAX_SINGLE_DAYS, day, runs};
    use domain::Language;
    use domain::calendar::Calendar;
    use domain::deadline::explain;
    use domain::rules::PACK_2018;
    use domain::time::Instant;
    use jiff::civil::datetime;

    /// What a line says.
    #[derive(Debug, PartialEq)]
    struct ShownDay {
        number: String,
        date: String,
        why: String,
    }

    /// Each line of a limit that begins on Thursday 22 January 2026.
    fn drawn(limit: &Limit, language: Language) -> Vec<ShownDay> {
        let from = Instant::from_civil(datetime(2026, 1, 22, 9, 0, 0, 0));
        let lines: Vec<DayLine> = explain(&PACK_2018, &Calendar::national(), from, limit).days;
        let rows = runs(&lines, limit).map(|run| day(run, false, language));
        rows.map(|row| ShownDay { number: row.number, date: row.date, why: row.why }).collect()
    }

    fn row(number: &str, date: &str, why: &str) -> ShownDay {
        ShownDay { number: number.into(), date: date.into(), why: why.into() }
    }

    #[test]
    fn a_short_limit_is_shown_a_day_a_line() {
        let rows = drawn(&Limit::WorkingDays(5), Language::English);
        assert_eq!(rows.len(), 8);
        assert_eq!(rows[1], row("1", "Friday 23 January 2026", "working day"));
    }

    #[test]
    fn a_long_limit_in_working_days_is_shown_by_its_weeks() {
        let rows = drawn(&Limit::WorkingDays(60), Language::English);
        assert_eq!(rows[1].number, "1");
        assert_eq!(rows[2], row("–", "Saturday 24 January 2026 – Sunday 25 January 2026", "weekly day off"));
        assert_eq!(rows[3], row("2–6", "Monday 26 January 2026 – Friday 30 January 2026", "working day"));
        assert!(rows.len() < MAX_SINGLE_DAYS, "{rows:?}");
    }

    #[test]
    fn in_a_long_limit_by_the_calendar_every_day_counts() {
        let rows = drawn(&Limit::Months(6), Language::Vietnamese);
        let (first, last) = ("thứ Sáu, 23/01/2026", "thứ Tư, 22/07/2026");
        assert_eq!(
            rows[1],
            row("1–181", &format!("{first} – {last}"), "ngày nào cũng tính, kể cả ngày nghỉ")
        );
        assert_eq!(rows.len(), 2);
    }
}
