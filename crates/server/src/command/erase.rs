use super::Installation;
use crate::output::say;
use anyhow::Result;
use app::Purpose;
use app::erasure::{ErasureFate, ErasurePlan, ErasureRequest};
use std::io::Read;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Erase {
    #[command(flatten)]
    installation: Installation,
    /// Whose data: a user name, an identity number, or `passport GB 123456789`; `-` reads it from standard input, where no list
    /// of processes shows it
    #[arg(long, value_name = "PERSON")]
    person: String,
    /// The document it is done under
    #[arg(long, value_name = "DOCUMENT")]
    under: String,
    /// Say what would be erased and what kept, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Keep dossiers that were finished less than so many years ago
    #[arg(long, value_name = "YEARS", default_value_t = 0)]
    keep_years: u16,
    /// Erase dossiers too that this person filed for somebody else
    #[arg(long)]
    with_others: bool,
}

impl Erase {
    pub fn run(self) -> Result<ExitCode> {
        let mut person = self.person.clone();
        if person == "-" {
            person.clear();
            std::io::stdin().read_to_string(&mut person)?;
        }
        let app = match self.dry_run {
            true => self.installation.look()?,
            false => self.installation.open(Purpose::Work)?,
        };
        let wanted = ErasureRequest { person, keep_years: self.keep_years, with_others: self.with_others };
        tell(&app::erasure::plan(&app, &wanted)??);
        if self.dry_run {
            say!("nothing was changed");
            return Ok(ExitCode::SUCCESS);
        }
        let protocol = app::erasure::erase(&app, &wanted, &self.under)??;
        say!("{}", serde_json::to_string_pretty(&protocol)?);
        Ok(ExitCode::SUCCESS)
    }
}

/// Without a name or a number of a person: the protocol may be kept anywhere.
fn tell(plan: &ErasurePlan) {
    for planned in &plan.dossiers {
        let fate = match planned.fate {
            ErasureFate::Erased => "erased",
            ErasureFate::KeptOpen => "kept: it is still being handled",
            ErasureFate::KeptByLaw => "kept: the years it is to be kept are not over",
            ErasureFate::KeptForOwner => {
                "kept: its owner has another number than this account today (--with-others erases it too)"
            }
        };
        say!(
            "dossier {}: {fate} (private parts {}, files {})",
            planned.called,
            planned.private_parts,
            planned.files
        );
    }
    let fate = if plan.accounts_go { "erased" } else { "kept, since a dossier is still being handled" };
    for account in &plan.accounts {
        say!("account {}: {fate}", account.0);
    }
    say!("drafts {}, messages {}, searches {}", plan.drafts, plan.messages, plan.searches);
    say!(
        "kept in any case: what was done when and by which officer, dates, codes, numbers of documents, digests"
    );
    say!("not reached: backups made before, and what was printed or sent");
}
