use super::clients::{Clients, Measured};
use crate::output::say;
use anyhow::Result;
use app::DatabaseLocation;
use serde::Serialize;
use std::time::Duration;

/// What is printed at the end.
#[derive(Serialize)]
pub struct BenchReport {
    engine: &'static str,
    dossiers: u32,
    clients: usize,
    seconds: u64,
    rows: Vec<ReportRow>,
    notes: Vec<(String, String)>,
}

#[derive(Serialize)]
struct ReportRow {
    what: String,
    a_second: f64,
    p50_ms: f64,
    p95_ms: f64,
    p99_ms: f64,
    /// Microseconds of a processor each, without the clients.
    cpu_us: f64,
    failed: u64,
    /// The bare engine's rate with the same statements.
    bare_a_second: Option<f64>,
}

impl BenchReport {
    pub fn new(place: &DatabaseLocation, dossiers: u32, clients: Clients) -> BenchReport {
        let engine = match place {
            DatabaseLocation::Sqlite(_) => "SQLite",
            DatabaseLocation::Postgres(_) => "PostgreSQL",
        };
        let (clients, seconds) = (clients.count, clients.time.as_secs());
        BenchReport { engine, dossiers, clients, seconds, rows: Vec::new(), notes: Vec::new() }
    }

    pub fn add(&mut self, what: &str, measured: &Measured, bare: Option<f64>) {
        self.rows.push(ReportRow {
            what: what.to_string(),
            a_second: measured.a_second(),
            p50_ms: measured.percentile(500),
            p95_ms: measured.percentile(950),
            p99_ms: measured.percentile(990),
            cpu_us: measured.cpu_each(),
            failed: measured.failed,
            bare_a_second: bare,
        });
    }

    pub fn note(&mut self, what: impl Into<String>, value: impl Into<String>) {
        self.notes.push((what.into(), value.into()));
    }

    /// What the program takes of the machine now, where the system tells.
    pub fn memory(&mut self) {
        let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return };
        for (key, what) in
            [("RssAnon:", "memory of its own"), ("VmHWM:", "most memory, mapped files included")]
        {
            let line = status.lines().find_map(|line| line.strip_prefix(key));
            let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
            if let Some(kilobytes) = kilobytes {
                self.note(what, format!("{} MB", kilobytes / 1024));
            }
        }
    }

    pub fn print(&self, json: bool) -> Result<()> {
        if json {
            say!("{}", serde_json::to_string_pretty(self)?);
            return Ok(());
        }
        say!(
            "{}, {} dossiers, {} clients, {} s each",
            self.engine,
            self.dossiers,
            self.clients,
            self.seconds
        );
        if !self.rows.is_empty() {
            say!(
                "{:46} {:>9} {:>8} {:>8} {:>8} {:>8} {:>6} {:>9} {:>6}",
                "what",
                "a second",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "CPU µs",
                "failed",
                "bare",
                "share"
            );
        }
        for row in &self.rows {
            let (bare, share) = match row.bare_a_second {
                Some(bare) => (format!("{bare:.0}"), format!("{:.2}", row.a_second / bare.max(1e-9))),
                None => (String::new(), String::new()),
            };
            say!(
                "{:46} {:>9.0} {:>8.2} {:>8.2} {:>8.2} {:>8.0} {:>6} {:>9} {:>6}",
                row.what,
                row.a_second,
                row.p50_ms,
                row.p95_ms,
                row.p99_ms,
                row.cpu_us,
                row.failed,
                bare,
                share
            );
        }
        for (what, value) in &self.notes {
            say!("{what}: {value}");
        }
        Ok(())
    }
}

pub fn millis(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1000.0)
}
