//! `motcua deadline`: needs no data folder.

use super::database;
use crate::output::say;
use anyhow::{Context, Result, bail};
use app::{DatabaseLocation, Purpose};
use domain::Language;
use domain::calendar::Calendar;
use domain::deadline::{DayLine, Explanation, Limit, Paused, Why, explain_paused, explain_promised};
use domain::rules::pack_on;
use domain::time::Instant;
use jiff::civil::Date;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Deadline {
    /// When the dossier arrived, in Viet Nam's time: 2026-02-12T09:30
    #[arg(long, value_name = "MOMENT")]
    from: String,
    /// The limit: "5 working days", "10 calendar days", "8 working hours", "1 month", "2 years"
    #[arg(long, value_name = "LIMIT")]
    limit: String,
    /// The clock stood from one moment or date to another; as often as it did: 2026-02-10T09:00..2026-02-24T09:00
    #[arg(long, value_name = "FROM..TO")]
    pause: Vec<String>,
    /// Another date was set with an apology: 2026-03-10
    #[arg(long, value_name = "DATE")]
    extend: Option<String>,
    /// When it was set, the clock running; a pause after that moves it too. Without this: after all pauses
    #[arg(long, value_name = "MOMENT", requires = "extend")]
    extended_on: Option<String>,
    /// Count by the calendar of this agency of the data folder (its current code)
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    /// The data folder, for --agency
    #[arg(long, value_name = "FOLDER", default_value = "motcua-data")]
    data: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Deadline {
    pub fn run(self) -> Result<ExitCode> {
        let Some(from) = Instant::parse(&self.from) else {
            bail!("--from `{}` is not a moment; write it like 2026-02-12T09:30", self.from)
        };
        let Ok(limit) = self.limit.parse::<Limit>() else {
            bail!(
                "--limit `{}` is not a limit; write a number and working days, calendar days, working hours, months or years, \
                 no more than {} years",
                self.limit,
                Limit::YEARS_MAX
            )
        };
        let calendar = self.calendar(from)?;
        let pauses = self.pauses(calendar.arrival(from))?;
        let explained = explain_paused(pack_on(from.date()), &calendar, from, &limit, &pauses);
        let dossier = CountedLimit { calendar, from, limit, pauses };
        let apology = self.extend.as_deref().map(|to| ApologyDates { to, on: self.extended_on.as_deref() });
        let promise = apology.map(|apology| apology.promise(&dossier, explained.due)).transpose()?;
        if self.json {
            print_json(&explained, promise.as_ref())
        } else {
            print_text(&explained, promise.as_ref())
        }
        Ok(ExitCode::SUCCESS)
    }

    /// In their order, none within another and none before the clock runs.
    fn pauses(&self, started: Instant) -> Result<Vec<Paused>> {
        let mut pauses = Vec::new();
        for text in &self.pause {
            let read = text.split_once("..").and_then(|(from, to)| {
                Some(Paused { from: Instant::parse(from.trim())?, to: Instant::parse(to.trim())? })
            });
            let Some(pause) = read else {
                bail!(
                    "--pause `{text}` is not two moments or dates; write them like 2026-02-10T09:00..2026-02-24T09:00"
                )
            };
            if pause.to < pause.from {
                bail!("--pause `{text}` ends before it begins");
            }
            // A date stands for its opening, and so may be the day of arrival.
            if pause.from.date() < started.date() || pause.to < started {
                bail!("--pause `{text}` begins before the clock runs, at {started}");
            }
            pauses.push((pause, text));
        }
        pauses.sort_by_key(|(pause, _)| (pause.from, pause.to));
        for two in pauses.windows(2) {
            if two[1].0.from < two[0].0.to {
                bail!("--pause `{}` begins before `{}` ends", two[1].1, two[0].1);
            }
        }
        Ok(pauses.into_iter().map(|(pause, _)| pause).collect())
    }

    fn calendar(&self, from: Instant) -> Result<Calendar> {
        let Some(code) = &self.agency else { return Ok(Calendar::national()) };
        let file = database(&self.data);
        if !file.exists() {
            bail!("--agency needs a data folder; there is none at {}", self.data.display());
        }
        let app = super::open(DatabaseLocation::Sqlite(file), self.data.clone(), Purpose::Look)
            .context("the data folder could not be opened")?;
        let data = app.master_data();
        let found = data.agencies.iter().find(|agency| {
            agency.key == *code || agency.code_on(from.date()).is_some_and(|current| current.as_str() == code)
        });
        let Some(agency) = found else { bail!("no agency has the code `{code}` on {}", from.date()) };
        Ok((**data.calendar(agency.id)).clone())
    }
}

/// A date set with an apology, and what it means.
struct Promise {
    /// The date promised in the end, and by when it is to be done to be in time.
    due: Instant,
    judged_by: Option<Instant>,
    days: Vec<DayLine>,
}

/// The date of an apology, and when it was made: after all pauses, where that is not said.
struct ApologyDates<'a> {
    to: &'a str,
    on: Option<&'a str>,
}

impl ApologyDates<'_> {
    fn promise(&self, dossier: &CountedLimit, legal: Option<Instant>) -> Result<Promise> {
        let CountedLimit { calendar, from, limit, pauses } = dossier;
        let (text, pack) = (self.to, pack_on(from.date()));
        let Some(date) = text.parse::<Date>().ok().filter(|date| (1900..=2200).contains(&date.year())) else {
            bail!("--extend `{text}` is not a date; write it like 2026-03-10")
        };
        if !calendar.works_on(date) {
            let reason = calendar.day(date).reason(Language::English);
            let next = calendar.working_day_from(date).date;
            bail!("--extend {date} is no working day ({reason}); the next one is {next}");
        }
        let to = calendar.close_of(date);
        let on = self.on.map(|text| made(text, calendar.arrival(*from), pauses)).transpose()?;
        let before: Vec<Paused> = pauses.iter().copied().filter(|pause| pause.is_before(on)).collect();
        let moved = explain_paused(pack, calendar, *from, limit, &before).due;
        if let Some(current) = moved.max(on).filter(|current| to <= *current) {
            bail!(
                "--extend {date} is not later than {}, {current}",
                match moved >= on {
                    true => "the date it moves",
                    false => "the moment it was set",
                }
            );
        }
        let (due, way) = explain_promised(pack, calendar, limit, to, on, pauses);
        let in_time = on.zip(moved).is_none_or(|(on, moved)| pack.extension_in_time(on, moved));
        let judged_by = match pack.apology_moves_limit.holds && in_time {
            true => Some(due),
            false => legal,
        };
        let told = judged_by.filter(|judged| *judged != due);
        // Where pauses follow, they are told from the day on which it was set.
        let (day, named) = match on.filter(|_| !way.is_empty()) {
            Some(on) => (on.date(), Some(date)),
            None => (date, None),
        };
        let set = DayLine {
            date: day,
            number: None,
            minutes: None,
            why: Why::Promised { to: named, judged_by: told },
        };
        Ok(Promise { due, judged_by, days: std::iter::once(set).chain(way).collect() })
    }
}

/// When an apology was made: while the clock ran.
fn made(text: &str, started: Instant, pauses: &[Paused]) -> Result<Instant> {
    let Some(on) = Instant::parse(text) else {
        bail!("--extended-on `{text}` is not a moment or date; write it like 2026-03-09T09:00")
    };
    if on.date() < started.date() {
        bail!("--extended-on {text} is before the clock runs, at {started}");
    }
    if let Some(pause) = pauses.iter().find(|pause| pause.from < on && on < pause.to) {
        bail!(
            "--extended-on {text} is within the pause from {} to {}, when no date can be set; give the hour where it was on the same day",
            pause.from,
            pause.to
        );
    }
    Ok(on)
}

/// What counts.
struct CountedLimit {
    calendar: Calendar,
    from: Instant,
    limit: Limit,
    pauses: Vec<Paused>,
}

fn print_json(explained: &Explanation, promise: Option<&Promise>) {
    let told = |line: &DayLine| {
        let mut day = serde_json::json!({
            "date": line.date.to_string(),
            "counted": line.number.is_some(),
            "reason": line.why.text(Language::English),
        });
        if let Some(number) = line.number {
            day["number"] = number.into();
        }
        if let Some(minutes) = line.minutes {
            day["minutes"] = minutes.into();
        }
        day
    };
    let days = explained.days.iter().chain(promise.iter().flat_map(|promise| &promise.days));
    let days: Vec<serde_json::Value> = days.map(told).collect();
    let text = |at: Option<Instant>| at.map(|at| at.to_string());
    let answer = serde_json::json!({
        "due": text(promise.map_or(explained.due, |promise| Some(promise.due))),
        "judged_by": text(promise.map_or(explained.due, |promise| promise.judged_by)),
        "arrival": explained.arrival.to_string(),
        "days": days,
    });
    say!("{answer}");
}

fn print_text(explained: &Explanation, promise: Option<&Promise>) {
    if let Some(due) = promise.map(|promise| promise.due).or(explained.due) {
        say!("{due}");
    }
    for line in explained.days.iter().chain(promise.iter().flat_map(|promise| &promise.days)) {
        let number = line.number.map_or_else(|| "  -".to_string(), |number| format!("{number:3}"));
        let weekday = domain::time::weekday(line.date, Language::English);
        say!("{number}  {}  {weekday:9}  {}", line.date, line.why.text(Language::English));
    }
}
