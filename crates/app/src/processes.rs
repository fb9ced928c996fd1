//! Processes of procedures: designed as drafts, checked for the agency that works by them, published from a day on.

use crate::{App, Fault};
use domain::adopt::{self, Adoption};
use domain::agency::Agency;
use domain::officer::AccountId;
use domain::procedure::{Procedure, Process};
use domain::time::Instant;
use jiff::civil::Date;
use storage::catalogue::{self, DatedProcess};
use storage::process_draft;
pub use storage::process_draft::ProcessDraft;

/// Why a draft was not saved, published or dropped.
#[derive(Debug)]
pub enum NotKept {
    /// Somebody else changed it, or published, since the page was opened.
    Overtaken,
    Fault(Fault),
}

impl From<Fault> for NotKept {
    fn from(fault: Fault) -> NotKept {
        NotKept::Fault(fault)
    }
}

impl App {
    /// A process as a list of steps, used from now on; dossiers already filed keep theirs.
    pub async fn save_process(&self, by: AccountId, code: String, process: Process) -> Result<(), Fault> {
        let now = self.now();
        let process = Process { version: self.next_process_version(&code), ..process };
        let dated = DatedProcess {
            code,
            process,
            from: Some(now.date()),
            published_at: now,
            published_by: Some(by),
            approval: String::new(),
        };
        let subject = format!("{} process {}", dated.code, dated.process.version);
        self.change(Some(by), "process", subject, move |tx| catalogue::insert_process(tx, &dated)).await
    }

    fn next_process_version(&self, code: &str) -> u32 {
        let data = self.reference();
        let last = data.processes(code).first().map(|dated| dated.process.version);
        last.or(data.procedure_any(code).map(|procedure| procedure.process.version))
            .map_or(1, |last| last + 1)
    }

    /// The names of accounts.
    pub async fn names_of(&self, accounts: Vec<AccountId>) -> Result<Vec<(AccountId, String)>, Fault> {
        Ok(self.store.read(move |tx| storage::account::names(tx, &accounts)).await?)
    }

    pub async fn find_process_draft(&self, code: &str) -> Result<Option<ProcessDraft>, Fault> {
        let code = code.to_string();
        Ok(self.store.read(move |tx| process_draft::find(tx, &code)).await?)
    }

    /// Saves a draft over the one that was seen, or as the first.
    pub async fn save_process_draft(
        &self,
        by: AccountId,
        code: &str,
        source: String,
        seen: Option<Instant>,
    ) -> Result<(), NotKept> {
        // Two changes within a millisecond are two.
        let at = seen.map_or(self.now(), |seen| self.now().max(Instant::from_millis(seen.millis() + 1)));
        let draft = ProcessDraft { source, updated_at: at, updated_by: by };
        let code = code.to_string();
        let saved = self.store.write(move |tx| process_draft::save(tx, &code, &draft, seen)).await;
        if saved.map_err(Fault::from)? { Ok(()) } else { Err(NotKept::Overtaken) }
    }

    pub async fn drop_process_draft(&self, code: &str, seen: Instant) -> Result<(), NotKept> {
        let code = code.to_string();
        let dropped = self.store.write(move |tx| process_draft::drop(tx, &code, seen)).await;
        if dropped.map_err(Fault::from)? { Ok(()) } else { Err(NotKept::Overtaken) }
    }

    /// Publishes the draft that was seen, from a day on; dossiers filed before keep what they have.
    pub async fn publish_process(
        &self,
        by: AccountId,
        code: &str,
        process: Process,
        seen: Instant,
        from: Date,
        approval: String,
    ) -> Result<(), NotKept> {
        let now = self.now();
        let process = Process { version: self.next_process_version(code), ..process };
        let subject = format!("{code} process {} from {from}", process.version);
        let dated = DatedProcess {
            code: code.to_string(),
            process,
            from: Some(from),
            published_at: now,
            published_by: Some(by),
            approval,
        };
        let id = self.store.new_id(now);
        let write = move |tx: &mut storage::Tx| {
            if !process_draft::drop(tx, &dated.code, seen)? {
                return Ok(false);
            }
            catalogue::insert_process(tx, &dated)?;
            catalogue::audit(tx, id, now, Some(by), "process", &subject, "")?;
            Ok::<_, storage::StorageError>(true)
        };
        let published = self.store.write(write).await.map_err(Fault::from)?;
        self.refresh_reference().await?;
        if published { Ok(()) } else { Err(NotKept::Overtaken) }
    }

    /// Reads a drawing for the agency that supplies a procedure, away from those who wait for other things.
    pub async fn adopt(
        &self,
        procedure: &Procedure,
        agency: &Agency,
        source: String,
    ) -> Result<Result<Adoption, process::Unreadable>, Fault> {
        let (procedure, agency) = (procedure.clone(), agency.clone());
        let officers = self.list_officers(agency.id).await?;
        let calendar = self.reference().calendar(agency.id).clone();
        let from = self.now().date();
        let read = move || {
            let place = adopt::Place {
                procedure: &procedure,
                agency: &agency,
                officers: &officers,
                calendar: &calendar,
                from,
            };
            adopt::adopt(&source, &place)
        };
        tokio::task::spawn_blocking(read).await.map_err(Fault::other)
    }
}
