use super::{load, model, print_finding};
use crate::output::say;
use anyhow::{Context, Result, bail};
use domain::Language;
use domain::Text;
use process::{Loss, Names, TableSheet, from_table, table, to_table, write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Convert {
    /// The table (XLSX) or the drawing (BPMN)
    #[arg(value_name = "FILE.xlsx|FILE.bpmn")]
    file: PathBuf,
    /// Where to write, as a table or a drawing by its ending; without it, beside the file under its other ending
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Write the table though it cannot hold all of the drawing
    #[arg(long)]
    partly: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum FileFormat {
    Table,
    Drawing,
}

impl FileFormat {
    fn of(file: &Path) -> Result<FileFormat> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("xlsx") => Ok(FileFormat::Table),
            Some("bpmn" | "xml") => Ok(FileFormat::Drawing),
            _ => bail!("{} ends neither in .xlsx nor in .bpmn", file.display()),
        }
    }
}

impl Convert {
    pub fn run(self) -> Result<ExitCode> {
        let from = FileFormat::of(&self.file)?;
        let other = if from == FileFormat::Table { "bpmn" } else { "xlsx" };
        let to = self.to.clone().unwrap_or_else(|| self.file.with_extension(other));
        if self.to.is_none() && to.exists() {
            bail!("{} is there already; name another with --to", to.display());
        }
        let made = match (from, FileFormat::of(&to)?) {
            (FileFormat::Table, FileFormat::Drawing) => self.to_drawing(),
            (FileFormat::Drawing, FileFormat::Table) => self.to_table()?,
            (FileFormat::Drawing, FileFormat::Drawing) => self.again(),
            (FileFormat::Table, FileFormat::Table) => bail!("{} is a table already", self.file.display()),
        };
        let Some(bytes) = made else { return Ok(ExitCode::from(1)) };
        std::fs::write(&to, bytes).with_context(|| format!("{} cannot be written", to.display()))?;
        say!("{}", to.display());
        Ok(ExitCode::SUCCESS)
    }

    fn to_drawing(&self) -> Option<Vec<u8>> {
        let read = load(&self.file).map_err(|unreadable| print_finding(&unreadable.into())).ok()?;
        let sheets = sheets::read(&read).map_err(|unreadable| {
            let (vi, en) = unreadable.sentences();
            say!("{en}\n  {vi}");
        });
        let sheets: Vec<TableSheet> = sheets.ok()?.into_iter().map(onestop::as_filled_in).collect();
        let made = table(&sheets).and_then(|table| {
            let file = self.file.file_stem().unwrap_or_default().to_string_lossy();
            let title = if table.title.is_empty() { &*file } else { &table.title };
            from_table(&table, "process", title, &Names::open(), &|_| None)
        });
        match made {
            Ok(model) => {
                for Text { vi, en } in model.remarks() {
                    say!("{en}\n  {vi}");
                }
                Some(write(&model).into_bytes())
            }
            Err(problems) => {
                for problem in problems {
                    let Text { vi, en } = problem.sentences();
                    say!("{en}\n  {vi}");
                }
                None
            }
        }
    }

    fn to_table(&self) -> Result<Option<Vec<u8>>> {
        let (bytes, model) =
            match load(&self.file).and_then(|bytes| Ok((model(&self.file, &Names::open())?, bytes))) {
                Ok((model, bytes)) => (bytes, model),
                Err(unreadable) => {
                    print_finding(&unreadable.into());
                    return Ok(None);
                }
            };
        let Some(process) = model.main() else { bail!("{} has no process to run", self.file.display()) };
        let (table, mut losses) = to_table(&model, process, Language::Vietnamese);
        losses.extend(process::beside(&bytes));
        print_losses(&losses);
        if !losses.is_empty() && !self.partly {
            say!("not written: a table cannot hold all of it; --partly writes what it can");
            return Ok(None);
        }
        if table.rows.is_empty() {
            say!("not written: nothing of it is a step");
            return Ok(None);
        }
        let (headings, lines) = table.lines(Language::Vietnamese);
        let title = if table.title.is_empty() { "Quy trình nội bộ" } else { &table.title };
        Ok(Some(sheets::write(title, &headings, &lines)))
    }

    /// The drawing as it was read: in UTF-8, with all that other programs keep in it, and with a picture.
    fn again(&self) -> Option<Vec<u8>> {
        let made = load(&self.file).and_then(|bytes| process::as_read(&bytes));
        made.map(String::into_bytes).map_err(|unreadable| print_finding(&unreadable.into())).ok()
    }
}

/// Places named of what is lost in the same way.
const PLACES_MAX: usize = 3;

/// What is lost in the same way at several places is told once, with how often.
fn print_losses(losses: &[Loss]) {
    let mut kinds: Vec<(String, Vec<&Loss>)> = Vec::new();
    for loss in losses {
        let kind = format!("{} {}", loss.lost.code(), loss.lost.sentences().en);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, all)) => all.push(loss),
            None => kinds.push((kind, vec![loss])),
        }
    }
    for (_, all) in kinds {
        let Text { vi, en } = all[0].lost.sentences();
        let mut places = all.iter().map(|loss| place(loss)).filter(|place| !place.is_empty());
        let named: Vec<String> = places.by_ref().take(PLACES_MAX).collect();
        let more = places.count();
        let at = if named.is_empty() { String::new() } else { format!(" at {}", named.join(", ")) };
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        let times = if all.len() == 1 { String::new() } else { format!(" {} times", all.len()) };
        say!("lost {}{times}{at}{more}\n  {en}\n  {vi}", all[0].lost.code());
    }
}

/// Where it was drawn: an element, its name, its line.
fn place(loss: &Loss) -> String {
    let mut place = process::cut(&loss.element);
    if !loss.name.is_empty() {
        place.push_str(&format!(" “{}”", process::cut(&loss.name)));
    }
    if loss.line > 0 {
        place.push_str(&format!(" (line {})", loss.line));
    }
    place.trim().to_string()
}
