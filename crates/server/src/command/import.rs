use super::Installation;
use super::progress::Bar;
use anyhow::{Context, Result};
use app::Purpose;
use app::national::Import as How;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be imported
#[derive(clap::Subcommand)]
pub enum Import {
    /// Read answers of the national procedure database, one a line; they wait as proposals
    Procedures(Procedures),
}

#[derive(clap::Args)]
pub struct Procedures {
    /// Lines of JSON: answers of the service LayThuTuc, or records of the newer public shape
    #[arg(value_name = "FILE.jsonl")]
    file: PathBuf,
    /// Accept every new or changed record at once
    #[arg(long)]
    accept: bool,
    /// The file holds the whole catalogue: what is missing from it is proposed to be closed
    #[arg(long)]
    complete: bool,
    #[command(flatten)]
    installation: Installation,
}

impl Import {
    pub fn run(self) -> Result<ExitCode> {
        match self {
            Import::Procedures(command) => command.run(),
        }
    }
}

impl Procedures {
    fn run(self) -> Result<ExitCode> {
        let file = std::fs::File::open(&self.file)
            .with_context(|| format!("{} cannot be read", self.file.display()))?;
        let size = file.metadata()?.len().max(1);
        let app = self.installation.open(Purpose::Work)?;
        let how = How { accept: self.accept, complete: self.complete };
        let bar = Bar::new(size);
        let tally = app.import_procedures(
            BufReader::new(file),
            how,
            |trouble| {
                let code = trouble.code.unwrap_or_else(|| "no code".into());
                eprintln!("line {}, {code}: {}", trouble.line, trouble.reason);
            },
            |read| bar.at(read),
        )?;
        bar.end();
        println!(
            "new {}, changed {}, unchanged {}, not understood {}",
            tally.new, tally.changed, tally.unchanged, tally.not_understood
        );
        Ok(ExitCode::SUCCESS)
    }
}
