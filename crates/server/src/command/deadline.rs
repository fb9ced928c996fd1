//! `motcua deadline`: needs no data folder.

use super::database;
use crate::output::say;
use anyhow::{Context, Result, bail};
use app::{Place, Purpose};
use domain::Language;
use domain::calendar::Calendar;
use domain::deadline::{Explanation, Limit, Paused, explain_paused};
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
    /// Another date was set with an apology, after all pauses: 2026-03-10
    #[arg(long, value_name = "DATE")]
    extend: Option<String>,
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
        let explained = explain_paused(&calendar, from, &limit, &pauses);
        let promise = self.extend.as_deref().map(|text| Promise::read(text, &calendar, &explained, from));
        let promise = promise.transpose()?;
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
        let app = super::open(Place::Sqlite(file), self.data.clone(), Purpose::Look)
            .context("the data folder could not be opened")?;
        let reference = app.reference();
        let found = reference.agencies.iter().find(|agency| {
            agency.key == *code || agency.code_on(from.date()).is_some_and(|current| current.as_str() == code)
        });
        let Some(agency) = found else { bail!("no agency has the code `{code}` on {}", from.date()) };
        Ok((**reference.calendar(agency.id)).clone())
    }
}

/// A date set with an apology, and what it means.
struct Promise {
    to: Instant,
    moves: bool,
}

impl Promise {
    fn read(text: &str, calendar: &Calendar, explained: &Explanation, from: Instant) -> Result<Promise> {
        let Some(date) = text.parse::<Date>().ok().filter(|date| (1900..=2200).contains(&date.year())) else {
            bail!("--extend `{text}` is not a date; write it like 2026-03-10")
        };
        if !calendar.works_on(date) {
            let reason = calendar.day(date).reason(Language::English);
            let next = calendar.working_day_from(date).date;
            bail!("--extend {date} is no working day ({reason}); the next one is {next}");
        }
        let to = calendar.close_of(date);
        match explained.due {
            Some(due) if to <= due => bail!("--extend {date} is not later than the date it moves, {due}"),
            _ => Ok(Promise { to, moves: pack_on(from.date()).apology_moves_limit.holds }),
        }
    }

    fn says(&self, due: Option<Instant>) -> String {
        match due.filter(|_| !self.moves) {
            Some(due) => format!("set again with an apology; whether it is in time is judged by {due}"),
            None => "set again with an apology".into(),
        }
    }

    /// By when it is to be done to be in time.
    fn judged_by(&self, due: Option<Instant>) -> Option<Instant> {
        if self.moves { Some(self.to) } else { due }
    }
}

fn print_json(explained: &Explanation, promise: Option<&Promise>) {
    let mut days: Vec<serde_json::Value> = explained
        .days
        .iter()
        .map(|line| {
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
        })
        .collect();
    let mut due = explained.due;
    let mut judged_by = explained.due;
    if let Some(promise) = promise {
        let (date, reason) = (promise.to.date().to_string(), promise.says(explained.due));
        days.push(serde_json::json!({ "date": date, "counted": false, "reason": reason }));
        judged_by = promise.judged_by(explained.due);
        due = Some(promise.to);
    }
    let text = |at: Option<Instant>| at.map(|at| at.to_string());
    let answer = serde_json::json!({
        "due": text(due),
        "judged_by": text(judged_by),
        "arrival": explained.arrival.to_string(),
        "days": days,
    });
    say!("{answer}");
}

fn print_text(explained: &Explanation, promise: Option<&Promise>) {
    if let Some(due) = promise.map(|promise| promise.to).or(explained.due) {
        say!("{due}");
    }
    let print = |number: Option<u32>, date: Date, why: String| {
        let number = number.map_or_else(|| "  -".to_string(), |number| format!("{number:3}"));
        let weekday = domain::time::weekday(date, Language::English);
        say!("{number}  {date}  {weekday:9}  {why}");
    };
    for line in &explained.days {
        print(line.number, line.date, line.why.text(Language::English));
    }
    if let Some(promise) = promise {
        print(None, promise.to.date(), promise.says(explained.due));
    }
}
