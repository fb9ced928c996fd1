use super::Installation;
use super::progress::Bar;
use crate::output::{note, say};
use anyhow::{Context, Result};
use app::Purpose;
use app::national::Import as ImportManner;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is imported; alone, `--again` reads what was imported before. Ends with 0 when every record was taken, with 1
/// when one was not, with 2 when nothing could be done
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub struct Import {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    again: AgainOptions,
}

#[derive(clap::Subcommand)]
enum What {
    /// Read answers of the national procedure database, one a line; they wait as proposals
    Procedures(Procedures),
}

#[derive(clap::Args)]
struct AgainOptions {
    /// Read the kept records of imports before once more: what is read otherwise now waits as proposals
    #[arg(long)]
    again: bool,
    /// Accept every new or changed record at once
    #[arg(long)]
    accept: bool,
    /// End with 1 also when of a record that was taken something stays as written
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    installation: Installation,
}

#[derive(clap::Args)]
struct Procedures {
    /// Lines of JSON: answers of the service LayThuTuc, or records of the newer public shape
    #[arg(value_name = "FILE.jsonl", required_unless_present = "again", conflicts_with = "again")]
    file: Option<PathBuf>,
    /// The file holds the whole catalogue: what is missing from it is proposed to be closed
    #[arg(long, conflicts_with = "again")]
    complete: bool,
    #[command(flatten)]
    again: AgainOptions,
}

impl Import {
    pub fn run(self) -> Result<ExitCode> {
        match self.what {
            None => {
                anyhow::ensure!(self.again.again, "say what to import: procedures FILE.jsonl, or --again");
                read_again(&self.again)
            }
            Some(What::Procedures(Procedures { file: Some(file), complete, again })) => {
                import(&file, complete, &again)
            }
            Some(What::Procedures(command)) => read_again(&command.again),
        }
    }
}

fn import(file: &Path, complete: bool, with: &AgainOptions) -> Result<ExitCode> {
    let opened = std::fs::File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let size = opened.metadata()?.len().max(1);
    let app = with.installation.open(Purpose::Work)?;
    let how = ImportManner { accept: with.accept, complete };
    let bar = Bar::new(size);
    let tally = app::national::import(
        &app,
        BufReader::new(opened),
        how,
        |trouble| {
            let code = trouble.code.unwrap_or_else(|| "no code".into());
            let taken = if trouble.taken { "taken, but " } else { "" };
            note!("line {}, {code}: {taken}{}", trouble.line, trouble.reason);
        },
        |read| bar.at(read),
    )?;
    bar.end();
    say!(
        "new {}, changed {}, unchanged {}, not understood {}, understood in part {}",
        tally.new,
        tally.changed,
        tally.unchanged,
        tally.not_understood,
        tally.in_part
    );
    Ok(status(tally.not_understood, tally.in_part, with.strict))
}

/// The status of an import: 1 where something was not taken, or `--strict` and taken in part, after a sentence that says so.
fn status(not_taken: u64, in_part: u64, strict: bool) -> ExitCode {
    match not_taken {
        0 => {}
        1 => note!("motcua: one record was not taken; a line above says why"),
        many => note!("motcua: {many} records were not taken; the lines above say why"),
    }
    match in_part {
        0 => {}
        1 => note!("motcua: of one record something stays as written; a line above says what"),
        many => note!("motcua: of {many} records something stays as written; the lines above say what"),
    }
    ExitCode::from(u8::from(not_taken > 0 || (strict && in_part > 0)))
}

fn read_again(with: &AgainOptions) -> Result<ExitCode> {
    let app = with.installation.open(Purpose::Work)?;
    let done = app::national::read_again(&app, with.accept, |code, reason| note!("{code}: {reason}"))?;
    say!(
        "read otherwise {}, accepted {}, read as before {}, closed {}, not understood {}, understood in part {}",
        done.differs,
        done.accepted,
        done.same,
        done.closed,
        done.not_understood,
        done.in_part
    );
    Ok(status(done.not_understood, done.in_part, with.strict))
}
