use super::Installation;
use crate::output::say;
use anyhow::Result;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    installation: Installation,
    /// A root printed by `motcua root` and kept outside: it must still be there
    #[arg(long, value_name = "FILE")]
    root: Option<std::path::PathBuf>,
}

impl Verify {
    pub fn run(self) -> Result<ExitCode> {
        let app = self.installation.look()?;
        let mut report = app::verify::all(&app)?;
        if let Some(file) = &self.root {
            let kept: super::root::SavedRoot = serde_json::from_slice(&std::fs::read(file)?)?;
            if !kept.still_there(&app)? {
                report.findings.push(app::verify::VerifyFinding {
                    of: app::verify::FindingSubject::Record,
                    subject: format!("root of {}", kept.at),
                    what: "the root kept outside is not among ours".into(),
                });
            }
        }
        for finding in &report.findings {
            say!("{}: {}", finding.subject, finding.what);
        }
        if report.due > 0 {
            say!(
                "due: names of {} dossiers are folded anew by a job of the server, or by `rebuild`",
                report.due
            );
        }
        say!(
            "dossiers {}, events {}, erased {}, roots {}, files {}, findings {}",
            report.dossiers,
            report.events,
            report.erased,
            report.roots,
            report.files,
            report.findings.len()
        );
        Ok(ExitCode::from(u8::from(!report.findings.is_empty())))
    }
}
