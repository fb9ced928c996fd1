//! `motcua deadline`: needs no data folder.

use super::database;
use crate::output::say;
use anyhow::{Context, Result, bail};
use app::{Place, Purpose};
use domain::Language;
use domain::calendar::Calendar;
use domain::deadline::{Explanation, Limit, explain};
use domain::time::Instant;
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
                "--limit `{}` is not a limit; write a number and working days, calendar days, working hours, months or years",
                self.limit
            )
        };
        let explained = explain(&self.calendar(from)?, from, &limit);
        if self.json {
            print_json(&explained)
        } else {
            print_text(&explained)
        }
        Ok(ExitCode::SUCCESS)
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

fn print_json(explained: &Explanation) {
    let days: Vec<serde_json::Value> = explained
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
    let due = explained.due.map(|due| due.to_string());
    let answer = serde_json::json!({ "due": due, "arrival": explained.arrival.to_string(), "days": days });
    say!("{answer}");
}

fn print_text(explained: &Explanation) {
    if let Some(due) = explained.due {
        say!("{due}");
    }
    for line in &explained.days {
        let number = line.number.map_or_else(|| "  -".to_string(), |number| format!("{number:3}"));
        let weekday = domain::time::weekday(line.date, Language::English);
        say!("{number}  {}  {weekday:9}  {}", line.date, line.why.text(Language::English));
    }
}
