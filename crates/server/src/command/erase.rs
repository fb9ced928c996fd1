use super::Installation;
use anyhow::Result;
use app::Purpose;
use app::erasure::{Fate, Plan};
use std::io::Read;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Erase {
    #[command(flatten)]
    installation: Installation,
    /// Whose data: a user name or an identity number; `-` reads it from standard input, where no list of processes shows it
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
        let plan = app.plan_erasure(&person, self.keep_years)??;
        tell(&plan);
        if self.dry_run {
            println!("nothing was changed");
            return Ok(ExitCode::SUCCESS);
        }
        let protocol = app.erase(&plan, &self.under)??;
        println!("{}", serde_json::to_string_pretty(&protocol)?);
        Ok(ExitCode::SUCCESS)
    }
}

/// Without a name or a number of a person: the protocol may be kept anywhere.
fn tell(plan: &Plan) {
    for planned in &plan.dossiers {
        let fate = match planned.fate {
            Fate::Erased => "erased",
            Fate::KeptOpen => "kept: it is still being handled",
            Fate::KeptByLaw => "kept: the years it is to be kept are not over",
        };
        println!(
            "dossier {}: {fate} (private parts {}, files {})",
            planned.called, planned.private_parts, planned.files
        );
    }
    match plan.account {
        Some((account, true)) => println!(
            "account {}: erased (drafts {}, messages {}, searches {})",
            account.0, plan.drafts, plan.messages, plan.searches
        ),
        Some((account, false)) => println!("account {}: kept, since a dossier of it is", account.0),
        None => {}
    }
    println!(
        "kept in any case: what was done when and by which officer, dates, codes, numbers of documents, digests"
    );
    println!("not reached: backups made before, and what was printed or sent");
}
