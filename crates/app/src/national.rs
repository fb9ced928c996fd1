//! Records of the national procedure database: they arrive as proposals, an administrator sees what would
//! change, part by part, and accepts.

use crate::fold::fold;
use crate::reference::{Field, Reference};
use crate::{App, Fault, random};
use domain::officer::AccountId;
use domain::procedure::{Method, Paper, Procedure};
use domain::{Language, Text};
use forms::{Form, Kind, Question};
use gateway::national::{NationalRecord, read_line};
use jiff::civil::Date;
use std::collections::HashMap;
use std::io::BufRead;
pub use storage::national::Proposal;
use storage::national::{self, Known};
use storage::{StorageError, Tx, catalogue};

/// A legal part of a procedure that the national database decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NationalPart {
    Name,
    Field,
    Audiences,
    Steps,
    Conditions,
    Ways,
    Papers,
    Results,
    Basis,
}

impl NationalPart {
    pub const ALL: [NationalPart; 9] = [
        NationalPart::Name,
        NationalPart::Field,
        NationalPart::Audiences,
        NationalPart::Steps,
        NationalPart::Conditions,
        NationalPart::Ways,
        NationalPart::Papers,
        NationalPart::Results,
        NationalPart::Basis,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            NationalPart::Name => "name",
            NationalPart::Field => "field",
            NationalPart::Audiences => "audiences",
            NationalPart::Steps => "steps",
            NationalPart::Conditions => "conditions",
            NationalPart::Ways => "ways",
            NationalPart::Papers => "papers",
            NationalPart::Results => "results",
            NationalPart::Basis => "basis",
        }
    }

    pub fn parse(key: &str) -> Option<NationalPart> {
        NationalPart::ALL.into_iter().find(|part| part.key() == key)
    }

    /// The part in plain words, a line for each thing it holds; `field` is the name of the procedure's field.
    pub fn lines(self, procedure: &Procedure, field: &str, language: Language) -> Vec<String> {
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_string()] };
        match self {
            NationalPart::Name => one(&procedure.name.vi),
            NationalPart::Field => one(field),
            NationalPart::Audiences => {
                procedure.audiences.iter().map(|audience| audience.name(language).to_string()).collect()
            }
            NationalPart::Steps => procedure.steps.iter().map(|step| step.vi.clone()).collect(),
            NationalPart::Conditions => procedure.conditions.vi.lines().map(str::to_string).collect(),
            NationalPart::Ways => procedure.methods.iter().map(|method| way(method, language)).collect(),
            NationalPart::Papers => procedure.papers.iter().map(paper).collect(),
            NationalPart::Results => procedure
                .results
                .iter()
                .map(|result| [result.code.as_str(), result.name.vi.as_str()].join(" ").trim().to_string())
                .collect(),
            NationalPart::Basis => procedure
                .legal_basis
                .iter()
                .map(|basis| [basis.number.as_str(), basis.name.vi.as_str()].join(" ").trim().to_string())
                .collect(),
        }
    }
}

fn way(method: &Method, language: Language) -> String {
    let mut line = format!("{}: {}", method.channel.name(language), method.limit.text(language));
    if !method.note.is_empty() {
        line.push_str(&format!(" ({})", method.note.vi));
    }
    for fee in &method.fees {
        line.push_str(&format!("; {} {}", fee.name.vi, fee.amount));
    }
    line
}

fn paper(paper: &Paper) -> String {
    let case = if paper.case.is_empty() { String::new() } else { format!("[{}] ", paper.case) };
    format!("{case}{} ({}/{})", paper.name.vi, paper.originals, paper.copies)
}

/// A part that would change: its lines here and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub part: NationalPart,
    pub here: Vec<String>,
    pub there: Vec<String>,
}

/// What a proposal would change; everything it says, when the procedure is new here.
pub fn differences(
    current: Option<(&Procedure, &str)>,
    proposal: &Proposal,
    language: Language,
) -> Vec<Difference> {
    NationalPart::ALL
        .into_iter()
        .map(|part| Difference {
            part,
            here: current.map(|(here, field)| part.lines(here, field, language)).unwrap_or_default(),
            there: part.lines(&proposal.procedure, &proposal.field_name, language),
        })
        // What the record does not speak of stays as it is.
        .filter(|difference| !difference.there.is_empty() && difference.here != difference.there)
        .collect()
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub not_understood: u64,
}

/// A line that was not understood.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub line: u64,
    pub code: Option<String>,
    pub reason: String,
}

/// How an import is to be done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Import {
    /// Accept every record at once.
    pub accept: bool,
    /// The file holds all there is: what is missing from it is proposed to be closed.
    pub complete: bool,
}

/// Records written in one transaction.
const CHUNK: usize = 100;

impl App {
    /// Reads answers of the national database, a line each; `progress` hears the bytes read so far. Importing the
    /// same again changes nothing.
    pub fn import_procedures(
        &self,
        input: impl BufRead,
        how: Import,
        mut trouble: impl FnMut(Trouble),
        mut progress: impl FnMut(u64),
    ) -> Result<Tally, Fault> {
        let mut tally = Tally::default();
        let run = self.store.new_id(self.now());
        let mut waiting: Vec<NationalRecord> = Vec::new();
        let mut bytes = 0;
        for (number, line) in input.split(b'\n').enumerate() {
            let line = line?;
            bytes += line.len() as u64 + 1;
            let text = match std::str::from_utf8(&line) {
                Ok(text) => text.trim_start_matches('\u{feff}').trim(),
                Err(_) => {
                    tally.not_understood += 1;
                    let reason = "the line is not UTF-8".to_string();
                    trouble(Trouble { line: number as u64 + 1, code: None, reason });
                    continue;
                }
            };
            for read in if text.is_empty() { Vec::new() } else { read_line(text) } {
                match read {
                    Ok(record) => waiting.push(record),
                    Err(unreadable) => {
                        tally.not_understood += 1;
                        let (code, reason) = (unreadable.code, unreadable.reason);
                        trouble(Trouble { line: number as u64 + 1, code, reason });
                    }
                }
            }
            if waiting.len() >= CHUNK {
                self.take_records(std::mem::take(&mut waiting), run, how, &mut tally)?;
                progress(bytes);
            }
        }
        self.take_records(waiting, run, how, &mut tally)?;
        progress(bytes);
        if how.complete {
            self.propose_closings(run, how)?;
        }
        self.refresh_reference_now()?;
        Ok(tally)
    }

    fn take_records(
        &self,
        records: Vec<NationalRecord>,
        run: i64,
        how: Import,
        tally: &mut Tally,
    ) -> Result<(), Fault> {
        let now = self.now();
        let data = self.reference();
        let ids: Vec<i64> = records.iter().map(|_| self.store.new_id(now)).collect();
        let audit = self.store.new_id(now);
        let counted = self.store.write_now(move |tx| {
            let mut counted = Tally::default();
            let mut fields = Fields::of(tx, &data)?;
            for (record, id) in records.iter().zip(&ids) {
                let code = record.procedure.code.as_str();
                let digest = random::digest(&record.raw);
                match national::receive(tx, code, &digest, &record.raw, run, now)? {
                    Known::Unchanged => {
                        counted.unchanged += 1;
                        // One that has waited since an import before is accepted now.
                        if let [waiting] = national::open_of(tx, code)?.as_slice()
                            && how.accept
                        {
                            accept(tx, waiting, &NationalPart::ALL, &mut fields, None, now)?;
                        }
                        continue;
                    }
                    Known::New => counted.new += 1,
                    Known::Changed => counted.changed += 1,
                }
                let proposal = Proposal {
                    id: *id,
                    code: code.to_string(),
                    run,
                    made_at: now,
                    field_name: record.field_name.clone(),
                    closing: if record.public { String::new() } else { NOT_PUBLIC.to_string() },
                    procedure: record.procedure.clone(),
                };
                national::propose(tx, &proposal)?;
                if how.accept {
                    accept(tx, &proposal, &NationalPart::ALL, &mut fields, None, now)?;
                }
            }
            if how.accept && counted.new + counted.changed > 0 {
                let subject = format!("{} records", counted.new + counted.changed);
                catalogue::audit(tx, audit, now, None, "national", &subject, "")?;
            }
            Ok::<_, StorageError>(counted)
        })?;
        tally.new += counted.new;
        tally.changed += counted.changed;
        tally.unchanged += counted.unchanged;
        Ok(())
    }

    /// What a complete list no longer holds is proposed to be closed, not deleted.
    fn propose_closings(&self, run: i64, how: Import) -> Result<(), Fault> {
        let now = self.now();
        self.refresh_reference_now()?;
        let data = self.reference();
        let mut after = String::new();
        loop {
            let from = after.clone();
            let codes =
                self.store.read_now(move |tx| national::list_missing(tx, run, &from, CHUNK as u32))?;
            let Some(last) = codes.last() else { return Ok(()) };
            after = last.clone();
            let open = codes.iter().filter_map(|code| data.procedure(code, now.date()));
            let proposals: Vec<Proposal> = open
                .map(|procedure| Proposal {
                    id: self.store.new_id(now),
                    code: procedure.code.to_string(),
                    run,
                    made_at: now,
                    field_name: String::new(),
                    closing: MISSING.to_string(),
                    procedure: procedure.clone(),
                })
                .collect();
            let data = self.reference();
            self.store.write_now(move |tx| {
                let mut fields = Fields::of(tx, &data)?;
                for proposal in &proposals {
                    national::propose(tx, proposal)?;
                    if how.accept {
                        accept(tx, proposal, &[], &mut fields, None, now)?;
                    }
                }
                Ok::<_, StorageError>(())
            })?;
        }
    }

    /// A page of open proposals, and how many there are at most `cap`.
    pub async fn list_proposals(
        &self,
        after: (String, i64),
        limit: u32,
        cap: u32,
    ) -> Result<(Vec<Proposal>, u32), Fault> {
        let read = move |tx: &mut Tx| {
            let found = national::list_open(tx, (&after.0, after.1), limit)?;
            Ok::<_, StorageError>((found, national::count_open(tx, cap)?))
        };
        Ok(self.store.read(read).await?)
    }

    /// An open proposal with the others that contradict it.
    pub async fn find_proposal(&self, id: i64) -> Result<Option<(Proposal, Vec<i64>)>, Fault> {
        let read = move |tx: &mut Tx| {
            let Some(proposal) = national::find_open(tx, id)? else { return Ok(None) };
            let rivals = national::rivals(tx, &proposal.code, id)?;
            Ok::<_, StorageError>(Some((proposal, rivals)))
        };
        Ok(self.store.read(read).await?)
    }

    /// Takes these parts of a proposal into a new version; false when somebody else has decided it.
    pub async fn accept_proposal(
        &self,
        by: AccountId,
        id: i64,
        parts: Vec<NationalPart>,
    ) -> Result<bool, Fault> {
        let (now, data, audit) = (self.now(), self.reference(), self.store.new_id(self.now()));
        let taken = self
            .store
            .write(move |tx| {
                let Some(proposal) = national::find_open(tx, id)? else { return Ok(false) };
                let mut fields = Fields::of(tx, &data)?;
                let taken = accept(tx, &proposal, &parts, &mut fields, Some(by), now)?;
                catalogue::audit(tx, audit, now, Some(by), "national", &proposal.code, "")?;
                Ok::<_, StorageError>(taken)
            })
            .await?;
        self.refresh_reference().await?;
        Ok(taken)
    }

    pub async fn dismiss_proposal(&self, by: AccountId, id: i64) -> Result<bool, Fault> {
        let (now, audit) = (self.now(), self.store.new_id(self.now()));
        let write = move |tx: &mut Tx| {
            let done = national::decide(tx, id, false, Some(by), now)?;
            if done {
                catalogue::audit(tx, audit, now, Some(by), "national", &format!("{id} dismissed"), "")?;
            }
            Ok::<_, StorageError>(done)
        };
        Ok(self.store.write(write).await?)
    }

    /// Accepts every open proposal that no other contradicts, a chunk a transaction; the number accepted.
    pub async fn accept_all_proposals(&self, by: AccountId) -> Result<u32, Fault> {
        let mut accepted = 0;
        let mut after = (String::new(), i64::MIN);
        loop {
            let (now, data, from) = (self.now(), self.reference(), after.clone());
            let (last, count) = self
                .store
                .write(move |tx| {
                    let chunk = national::list_open(tx, (&from.0, from.1), CHUNK as u32)?;
                    let mut fields = Fields::of(tx, &data)?;
                    let mut count = 0;
                    for proposal in &chunk {
                        if national::rivals(tx, &proposal.code, proposal.id)?.is_empty() {
                            let taken = accept(tx, proposal, &NationalPart::ALL, &mut fields, Some(by), now)?;
                            count += u32::from(taken);
                        }
                    }
                    let last = chunk.last().map(|proposal| (proposal.code.clone(), proposal.id));
                    Ok::<_, StorageError>((last, count))
                })
                .await?;
            accepted += count;
            match last {
                Some(last) => after = last,
                None => break,
            }
        }
        self.refresh_reference().await?;
        Ok(accepted)
    }
}

const NOT_PUBLIC: &str = "Cơ sở dữ liệu quốc gia không còn công khai thủ tục này.";
const MISSING: &str = "Cơ sở dữ liệu quốc gia không còn thủ tục này.";

/// The reason of a proposal to close, in both languages.
fn because(closing: &str) -> Text {
    let english = match closing {
        NOT_PUBLIC => "The national database no longer makes this procedure public.",
        MISSING => "The national database no longer has this procedure.",
        _ => "",
    };
    Text::new(closing, english)
}

/// Fields by their folded names, with those made on the way.
struct Fields {
    keys: HashMap<String, String>,
    count: u32,
}

impl Fields {
    fn of(tx: &mut Tx, data: &Reference) -> Result<Fields, StorageError> {
        let mut fields = Fields { keys: HashMap::new(), count: 0 };
        // Another import may have added some since the reference was read.
        let fresh = catalogue::load_fields(tx)?;
        for field in data.fields.iter().chain(&fresh) {
            fields.keys.insert(fold(&field.name.vi), field.key.clone());
        }
        fields.count = fields.keys.len() as u32;
        Ok(fields)
    }

    /// The key of a field by its name; a name not met yet makes a field.
    fn key(&mut self, tx: &mut Tx, name: &str) -> Result<String, StorageError> {
        let name = if name.is_empty() { "Lĩnh vực khác" } else { name };
        let folded = fold(name);
        if let Some(key) = self.keys.get(&folded) {
            return Ok(key.clone());
        }
        let slug: String = folded.replace(' ', "-").chars().take(48).collect();
        let taken = |key: &String| self.keys.values().any(|known| known == key);
        let mut numbered = (2..).map(|number| format!("{slug}-{number}"));
        let key = Some(slug.clone())
            .filter(|key| !taken(key))
            .unwrap_or_else(|| numbered.find(|key| !taken(key)).expect("numbers do not end"));
        self.count += 1;
        catalogue::save_field(tx, self.count, &Field { key: key.clone(), name: Text::new(name, "") })?;
        self.keys.insert(folded, key.clone());
        Ok(key)
    }
}

/// Takes parts of a proposal into a new version from today, or closes the procedure.
fn accept(
    tx: &mut Tx,
    proposal: &Proposal,
    parts: &[NationalPart],
    fields: &mut Fields,
    by: Option<AccountId>,
    now: domain::time::Instant,
) -> Result<bool, StorageError> {
    if !national::decide(tx, proposal.id, true, by, now)? {
        return Ok(false);
    }
    let current = catalogue::newest_procedure(tx, &proposal.code)?;
    if !proposal.closing.is_empty() {
        if let Some((_, from)) = current {
            let last = now.date().yesterday().unwrap_or(from).max(from);
            national::close_procedure(tx, &proposal.code, last, &because(&proposal.closing))?;
        }
        return Ok(true);
    }
    let field = fields.key(tx, &proposal.field_name)?;
    let (merged, from): (Procedure, Date) = match current {
        None => (first_version(&proposal.procedure, field), now.date()),
        Some((current, from)) => (merge(&current, &proposal.procedure, &field, parts), from.max(now.date())),
    };
    catalogue::insert_procedure(tx, &merged, from)?;
    Ok(true)
}

/// A procedure new here: as the national database has it, with a form that asks what is wanted.
fn first_version(proposed: &Procedure, field: String) -> Procedure {
    let question = Question {
        id: "request".into(),
        kind: Kind::LongText { length_max: 4_000 },
        label: Text::new("Nội dung bạn đề nghị giải quyết", "What you ask for"),
        hint: Text::default(),
        required: true,
    };
    Procedure { version: 1, field, form: Form { questions: vec![question] }, ..proposed.clone() }
}

/// The next version: these parts from the national record, everything else as it is here. What is only ours in a
/// part (keys, guidance, fees the record does not know) stays with it.
pub fn merge(current: &Procedure, proposed: &Procedure, field: &str, parts: &[NationalPart]) -> Procedure {
    let mut next = Procedure { version: current.version + 1, ..current.clone() };
    next.origin = proposed.origin.clone();
    for part in parts {
        // What the record does not speak of stays as it is.
        if part.lines(proposed, field, Language::Vietnamese).is_empty() {
            continue;
        }
        match part {
            NationalPart::Name => next.name.vi.clone_from(&proposed.name.vi),
            NationalPart::Field => next.field = field.to_string(),
            NationalPart::Audiences => next.audiences.clone_from(&proposed.audiences),
            NationalPart::Steps => next.steps.clone_from(&proposed.steps),
            NationalPart::Conditions => next.conditions.clone_from(&proposed.conditions),
            NationalPart::Ways => next.methods = ways(&current.methods, &proposed.methods),
            NationalPart::Papers => next.papers = papers(&current.papers, &proposed.papers),
            NationalPart::Results => next.results.clone_from(&proposed.results),
            NationalPart::Basis => next.legal_basis.clone_from(&proposed.legal_basis),
        }
    }
    next
}

fn ways(current: &[Method], proposed: &[Method]) -> Vec<Method> {
    let way = |method: &Method| {
        let ours = current.iter().find(|ours| ours.channel == method.channel);
        match ours.filter(|_| method.fees.is_empty()) {
            Some(ours) => Method { fees: ours.fees.clone(), free: ours.free, ..method.clone() },
            None => method.clone(),
        }
    };
    proposed.iter().map(way).collect()
}

fn papers(current: &[Paper], proposed: &[Paper]) -> Vec<Paper> {
    let mut taken: Vec<String> = Vec::new();
    let mut next = Vec::new();
    for (place, paper) in proposed.iter().enumerate() {
        let alike = |ours: &&Paper| fold(&ours.name.vi) == fold(&paper.name.vi) && ours.case == paper.case;
        let ours = current.iter().find(|ours| alike(ours) && !taken.contains(&ours.id));
        let made = match ours {
            Some(ours) => Paper {
                originals: paper.originals,
                copies: paper.copies,
                code: paper.code.clone(),
                ..ours.clone()
            },
            None => {
                let used = |id: &String| taken.contains(id) || current.iter().any(|ours| ours.id == *id);
                let id = (place + 1..).map(|number| format!("p{number}")).find(|id| !used(id));
                Paper { id: id.expect("numbers do not end"), ..paper.clone() }
            }
        };
        taken.push(made.id.clone());
        next.push(made);
    }
    next
}
