use super::{load, model, print_finding};
use crate::output::say;
use anyhow::{Context, Result, bail};
use process::{HEADINGS_OUT, Names, Tongue, from_rows, rows, to_rows, write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Convert {
    /// The table (XLSX) or the drawing (BPMN)
    #[arg(value_name = "FILE.xlsx|FILE.bpmn")]
    file: PathBuf,
    /// Where to write; without it, beside the file under its other ending
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

impl Convert {
    pub fn run(self) -> Result<ExitCode> {
        let ending = self.file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let made = match ending.as_deref() {
            Some("xlsx") => self.to_drawing(),
            Some("bpmn" | "xml") => self.to_table(),
            _ => bail!("{} ends neither in .xlsx nor in .bpmn", self.file.display()),
        }?;
        let Some((bytes, ending)) = made else { return Ok(ExitCode::from(1)) };
        let to = self.to.clone().unwrap_or_else(|| self.file.with_extension(ending));
        if self.to.is_none() && to.exists() {
            bail!("{} is there already; name another with --to", to.display());
        }
        std::fs::write(&to, bytes).with_context(|| format!("{} cannot be written", to.display()))?;
        say!("{}", to.display());
        Ok(ExitCode::SUCCESS)
    }

    fn to_drawing(&self) -> Result<Option<(Vec<u8>, &'static str)>> {
        let cells = match load(&self.file) {
            Ok(bytes) => sheets::read(&bytes).map_err(|unreadable| {
                let (vi, en) = unreadable.sentences();
                say!("{en}\n{vi}");
            }),
            Err(unreadable) => {
                print_finding(&unreadable.into());
                Err(())
            }
        };
        let Ok(cells) = cells else { return Ok(None) };
        let made = rows(&cells).map_err(|problem| vec![problem]).and_then(|rows| {
            from_rows(&rows, "process", &title(&cells, &self.file), &Names::open(), &|_| None)
        });
        match made {
            Ok(model) => Ok(Some((write(&model).into_bytes(), "bpmn"))),
            Err(problems) => {
                for problem in problems {
                    let (vi, en) = problem.sentences();
                    say!("{en}\n  {vi}");
                }
                Ok(None)
            }
        }
    }

    fn to_table(&self) -> Result<Option<(Vec<u8>, &'static str)>> {
        let model = match model(&self.file) {
            Ok(model) => model,
            Err(unreadable) => {
                print_finding(&unreadable.into());
                return Ok(None);
            }
        };
        let Some(process) = model.main() else { bail!("{} has no process to run", self.file.display()) };
        let rows: Vec<Vec<String>> = to_rows(&model, process, Tongue::Vietnamese)
            .into_iter()
            .map(|row| vec![row.order, row.name, row.responsible, row.time, row.product, row.next])
            .collect();
        let name = &model.scopes[process].name;
        let title = if name.is_empty() { "Quy trình nội bộ" } else { name };
        Ok(Some((sheets::write(title, &HEADINGS_OUT.map(|(vi, _)| vi), &rows), "xlsx")))
    }
}

/// What stands alone above the table, else the name of the file.
fn title(cells: &[Vec<String>], file: &Path) -> String {
    let alone = cells.iter().take(5).find_map(|line| {
        let said: Vec<&str> = line.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        (said.len() == 1).then(|| said[0].to_string())
    });
    alone.unwrap_or_else(|| file.file_stem().unwrap_or_default().to_string_lossy().into_owned())
}
