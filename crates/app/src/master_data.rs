//! Master data in memory: read again when its generation moves on.

use domain::Text;
use domain::agency::{Agency, AgencyCode, AgencyId, AgencyKind};
use domain::calendar::{Calendar, SpecialDay, Week};
use domain::code::DossierCode;
use domain::dossier::{Context, Dossier, Pinned, Refusal};
use domain::officer::Role;
use domain::procedure::{Procedure, ProcedureCode, Process};
use domain::time::Instant;
use jiff::civil::Date;
pub use search::UnderstoodWords;
use search::{Document, Index, SearchHit};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
pub use storage::catalogue::{
    CatalogueRows, DatedProcedure, DatedProcess, LifeEvent, Offering, ProcedureField,
};
use storage::{StorageError, Tx};

/// The agency key of the province-wide calendar.
pub const WHOLE_PROVINCE: AgencyId = AgencyId(0);

/// Answers weaker than this share of the best are left out.
const LEAST: f32 = 0.35;
/// Maximum closed procedures that may fit better than an open one that is still found.
const CLOSED_MAX: usize = 50;

pub struct MasterData {
    pub generation: i64,
    pub agencies: Vec<Agency>,
    pub fields: Vec<ProcedureField>,
    pub life_events: Vec<LifeEvent>,
    /// Every version, by code and version, with the process of the day it was read in place.
    versions: Vec<DatedProcedure>,
    processes: HashMap<(String, u32), DatedProcess>,
    /// The day another version of a process comes into use, if one is published for a day to come.
    next_change: Option<Date>,
    offerings: Vec<Offering>,
    calendars: HashMap<AgencyId, Arc<Calendar>>,
    province_calendar: Arc<Calendar>,
    weeks: HashMap<AgencyId, Week>,
    days: HashMap<AgencyId, Vec<SpecialDay>>,
    /// What people search in, made when first asked for: the codes in its order, and the index.
    searched: OnceLock<(Vec<String>, Index)>,
}

impl MasterData {
    pub fn load(tx: &mut Tx, day: Date) -> Result<MasterData, StorageError> {
        Ok(MasterData::of(storage::catalogue::load(tx, &|_, _| None)?, day))
    }

    /// The same, where what this one holds of processes is taken over.
    pub fn load_again(&self, tx: &mut Tx, day: Date) -> Result<MasterData, StorageError> {
        let known = |code: &str, version| self.process(code, version).map(|dated| dated.process.clone());
        Ok(MasterData::of(storage::catalogue::load(tx, &known)?, day))
    }

    /// What changed since, or comes into use by this day.
    pub fn load_newer(&self, tx: &mut Tx, day: Date) -> Result<Option<MasterData>, StorageError> {
        let same = storage::catalogue::generation(tx)? == self.generation;
        let due = self.next_change.is_some_and(|change| change <= day);
        if same && !due { Ok(None) } else { self.load_again(tx, day).map(Some) }
    }

    pub fn agency(&self, id: AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == id)
    }

    pub fn agency_by_key(&self, key: &str) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.key == key)
    }

    /// Agencies of a kind that exist on a day.
    pub fn agencies_of(&self, kind: AgencyKind, day: Date) -> impl Iterator<Item = &Agency> {
        self.agencies.iter().filter(move |agency| agency.kind == kind && agency.exists_on(day))
    }

    /// The calendar an agency works by: its own, or the province's.
    pub fn calendar(&self, agency: AgencyId) -> &Arc<Calendar> {
        self.calendars.get(&agency).unwrap_or(&self.province_calendar)
    }

    /// What an agency laid over the calendar it inherits.
    pub fn own_week(&self, agency: AgencyId) -> Option<&Week> {
        self.weeks.get(&agency)
    }

    pub fn own_days(&self, agency: AgencyId) -> &[SpecialDay] {
        self.days.get(&agency).map_or(&[], Vec::as_slice)
    }

    /// The versions of a procedure, oldest first: they lie in the order of their codes.
    fn versions_of(&self, code: &str) -> &[DatedProcedure] {
        let start = self.versions.partition_point(|dated| dated.procedure.code.as_str() < code);
        let count = self.versions[start..].partition_point(|dated| dated.procedure.code.as_str() == code);
        &self.versions[start..start + count]
    }

    /// The version in force on a day.
    pub fn procedure(&self, code: &str, day: Date) -> Option<&Procedure> {
        self.versions_of(code)
            .iter()
            .filter(|dated| dated.from <= day && dated.to.is_none_or(|to| day <= to))
            .max_by_key(|dated| dated.procedure.version)
            .map(|dated| &dated.procedure)
    }

    /// The latest version, in force or not: names for lists.
    pub fn procedure_any(&self, code: &str) -> Option<&Procedure> {
        self.versions_of(code)
            .iter()
            .max_by_key(|dated| dated.procedure.version)
            .map(|dated| &dated.procedure)
    }

    /// The last version of a procedure that is no longer in force on a day.
    pub fn closed(&self, code: &str, day: Date) -> Option<&DatedProcedure> {
        if self.procedure(code, day).is_some() {
            return None;
        }
        let past = self.versions_of(code).iter().filter(|dated| dated.to.is_some_and(|to| to < day));
        past.max_by_key(|dated| dated.procedure.version)
    }

    /// The newest version of a procedure, where it has a last day, and that day.
    pub fn closing(&self, code: &str) -> Option<(Date, &DatedProcedure)> {
        let newest = self.versions_of(code).iter().max_by_key(|dated| dated.procedure.version)?;
        Some((newest.to?, newest))
    }

    /// The procedures of a field, by the newest version of each; of none, those of no field.
    pub fn codes_of_field(&self, field: &str) -> Vec<ProcedureCode> {
        let mut newest: Vec<&Procedure> = Vec::new();
        for dated in &self.versions {
            match newest.last_mut() {
                Some(last) if last.code == dated.procedure.code => {
                    if last.version < dated.procedure.version {
                        *last = &dated.procedure;
                    }
                }
                _ => newest.push(&dated.procedure),
            }
        }
        let own = newest.into_iter().filter(|procedure| procedure.field == field);
        own.map(|procedure| procedure.code.clone()).collect()
    }

    /// The version in force on a day, or the last one that was.
    fn procedure_or_closed(&self, code: &str, day: Date) -> Option<&Procedure> {
        self.procedure(code, day).or_else(|| self.closed(code, day).map(|dated| &dated.procedure))
    }

    pub fn procedures(&self, day: Date) -> Vec<&Procedure> {
        let mut codes: Vec<&str> = self.versions.iter().map(|dated| dated.procedure.code.as_str()).collect();
        codes.dedup();
        codes.into_iter().filter_map(|code| self.procedure(code, day)).collect()
    }

    /// One of those, in force on a day.
    pub fn public_procedure(&self, code: &str, day: Date) -> Option<&Procedure> {
        self.procedure(code, day).filter(|procedure| procedure.is_public())
    }

    /// Those people and organisations may apply for.
    pub fn public_procedures(&self, day: Date) -> Vec<&Procedure> {
        self.procedures(day).into_iter().filter(|procedure| procedure.is_public()).collect()
    }

    /// Every version of a procedure, oldest first.
    pub fn history(&self, code: &str) -> Vec<&DatedProcedure> {
        self.versions_of(code).iter().collect()
    }

    /// The versions a dossier was filed under.
    pub fn pinned(&self, pinned: &Pinned) -> Option<Cow<'_, Procedure>> {
        let mut versions = self.versions_of(pinned.procedure.as_str()).iter();
        let found = &versions.find(|dated| dated.procedure.version == pinned.version)?.procedure;
        if found.process.version == pinned.process_version {
            return Some(Cow::Borrowed(found));
        }
        let process = self.process(pinned.procedure.as_str(), pinned.process_version)?.process.clone();
        Some(Cow::Owned(Procedure { process, ..found.clone() }))
    }

    /// All that an act on a dossier may look at now; `procedure` is what it was filed under.
    pub fn context<'a>(&'a self, dossier: &Dossier, procedure: &'a Procedure, now: Instant) -> Context<'a> {
        Context {
            now,
            calendar: self.calendar(dossier.competent),
            receiving_calendar: self.calendar(dossier.receiving),
            pack: dossier.pinned.pack.pack(),
            procedure,
        }
    }

    pub fn process(&self, code: &str, version: u32) -> Option<&DatedProcess> {
        self.processes.get(&(code.to_string(), version))
    }

    /// Every version of a procedure's process, the last published first.
    pub fn processes(&self, code: &str) -> Vec<&DatedProcess> {
        let versions = (1..).map_while(|version| self.process(code, version));
        let mut found: Vec<&DatedProcess> = self.process(code, 0).into_iter().chain(versions).collect();
        found.reverse();
        found
    }

    /// The versions of a procedure's process, that of its newest version first: a dossier may go by an older one.
    fn every_process(&self, code: &str) -> impl Iterator<Item = &Process> {
        let newest = self.procedure_any(code).map(|procedure| &procedure.process);
        newest.into_iter().chain(self.processes(code).into_iter().map(|dated| &dated.process))
    }

    /// The newest version of a process that has a step.
    pub fn process_with(&self, code: &str, step: &str) -> Option<&Process> {
        self.every_process(code).find(|process| process.step(step).is_some())
    }

    /// Whose a step is, by the newest version of its process that has it.
    pub fn role_of(&self, code: &str, step: &str) -> Role {
        self.process_with(code, step).map_or(Role::Officer, |process| process.role(step))
    }

    /// What a step, or whatever else a process waits at, is called.
    pub fn step_name(&self, code: &str, step: &str) -> Option<Text> {
        self.every_process(code).find_map(|process| process.name_of(step))
    }

    /// Who offers a procedure on a day.
    pub fn offerings(&self, code: &str, day: Date) -> Vec<&Offering> {
        let start = self.offerings.partition_point(|offering| offering.code.as_str() < code);
        self.offerings[start..]
            .iter()
            .take_while(|offering| offering.code == code)
            .filter(|offering| offering.from <= day && offering.to.is_none_or(|to| day <= to))
            .collect()
    }

    pub fn offering(&self, code: &str, agency: AgencyId, day: Date) -> Option<&Offering> {
        self.offerings(code, day).into_iter().find(|offering| offering.agency == agency)
    }

    /// Whether some agency takes it online: without steps nothing can be accepted yet.
    pub fn applies_online(&self, procedure: &Procedure, day: Date) -> bool {
        let offerings = || self.offerings(procedure.code.as_str(), day);
        !procedure.process.steps.is_empty() && offerings().iter().any(|offering| offering.level.online())
    }

    /// The code of a dossier accepted on a day, with the ordinal its receiving agency gives; that of a linked one is the
    /// main one's with its number.
    pub fn dossier_code<E: From<Refusal>>(
        &self,
        dossier: &Dossier,
        day: Date,
        ordinal: impl FnOnce(&AgencyCode) -> Result<u32, E>,
    ) -> Result<DossierCode, E> {
        if let Some(main) = &dossier.main {
            return Ok(main.code.of_linked(main.number).ok_or(Refusal::NoAgencyCode)?);
        }
        let agency = self.agency(dossier.receiving).and_then(|agency| agency.code_on(day));
        let agency = agency.ok_or(Refusal::NoAgencyCode)?;
        Ok(dossier.pinned.pack.pack().dossier_code(agency, day, ordinal(agency)?))
    }

    /// Procedures received at an agency's counter on a day, with the offering that says so.
    pub fn received_at(&self, counter: AgencyId, day: Date) -> Vec<(&Procedure, &Offering)> {
        let mut found: Vec<(&Procedure, &Offering)> = self
            .offerings
            .iter()
            .filter(|offering| offering.receiving == counter && offering.from <= day)
            .filter(|offering| offering.to.is_none_or(|to| day <= to))
            .filter_map(|offering| Some((self.procedure(&offering.code, day)?, offering)))
            // Without steps nothing can be accepted yet.
            .filter(|(procedure, _)| procedure.is_public() && !procedure.process.steps.is_empty())
            .collect();
        found.sort_by(|a, b| a.0.short_name.vi.cmp(&b.0.short_name.vi));
        found
    }

    /// Of those the ones that answer what was typed, best first.
    pub fn received_like(
        &self,
        counter: AgencyId,
        typed: &str,
        day: Date,
        limit: usize,
    ) -> Vec<(&Procedure, &Offering)> {
        let mut received: HashMap<&str, Vec<(&Procedure, &Offering)>> = HashMap::new();
        for (procedure, offering) in self.received_at(counter, day) {
            received.entry(procedure.code.as_str()).or_default().push((procedure, offering));
        }
        let found = self.search(typed, day, self.versions.len());
        let here = found.into_iter().filter_map(|(procedure, _)| received.get(procedure.code.as_str()));
        here.flatten().copied().take(limit).collect()
    }

    /// The procedures that answer what was typed, best first, with how they were found. Closed ones are found too,
    /// so that people learn what became of them.
    pub fn search(&self, typed: &str, day: Date, limit: usize) -> Vec<(&Procedure, SearchHit)> {
        let (codes, index) = self.searched.get_or_init(|| self.index(day));
        let found = index.search(typed, limit + CLOSED_MAX).into_iter();
        let (open, closed): (Vec<_>, Vec<_>) = found
            .filter_map(|found| Some((self.procedure_or_closed(&codes[found.document], day)?, found)))
            .partition(|(procedure, _)| self.closed(procedure.code.as_str(), day).is_none());
        // What hardly fits beside the best answer is no answer.
        let fits = |found: Vec<(_, SearchHit)>| {
            let least = found.first().map_or(0.0, |(_, best)| best.score * LEAST);
            found.into_iter().filter(move |(_, found)| found.score >= least)
        };
        fits(open).chain(fits(closed)).take(limit).collect()
    }

    fn index(&self, day: Date) -> (Vec<String>, Index) {
        let mut codes: Vec<String> = Vec::new();
        let mut documents = Vec::new();
        let mut all: Vec<&str> = self.versions.iter().map(|dated| dated.procedure.code.as_str()).collect();
        all.dedup();
        for procedure in all.into_iter().filter_map(|code| self.procedure_or_closed(code, day)) {
            let texts = [&procedure.name, &procedure.short_name];
            let mut names: Vec<String> = texts
                .into_iter()
                .flat_map(|text| [text.vi.clone(), text.en.clone()])
                .filter(|name| !name.is_empty())
                .collect();
            names.dedup();
            let field = self.field(&procedure.field);
            let others = procedure
                .results
                .iter()
                .flat_map(|result| [result.name.vi.clone(), result.name.en.clone()])
                .chain(procedure.keywords.iter().cloned())
                .chain(field.into_iter().flat_map(|field| [field.name.vi.clone(), field.name.en.clone()]))
                .collect();
            let code = procedure.code.to_string();
            let supplied = !self.offerings(&code, day).is_empty();
            codes.push(code.clone());
            documents.push(Document { code, names, others, supplied });
        }
        (codes, Index::new(&documents))
    }

    /// Procedures an agency receives or decides on a day, each once.
    pub fn procedures_of(&self, agency: AgencyId, day: Date) -> Vec<&Procedure> {
        let mut codes: Vec<&str> = self
            .offerings
            .iter()
            .filter(|offering| offering.agency == agency || offering.receiving == agency)
            .filter(|offering| offering.from <= day && offering.to.is_none_or(|to| day <= to))
            .map(|offering| offering.code.as_str())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().filter_map(|code| self.procedure(code, day)).collect()
    }

    pub fn field(&self, key: &str) -> Option<&ProcedureField> {
        self.fields.iter().find(|field| field.key == key)
    }

    pub fn life_event(&self, key: &str) -> Option<&LifeEvent> {
        self.life_events.iter().find(|event| event.key == key)
    }
}

impl MasterData {
    /// Of what was read, as it is on a day.
    pub fn of(read: CatalogueRows, day: Date) -> MasterData {
        let weeks: HashMap<AgencyId, Week> = read.weeks.into_iter().collect();
        let mut days: HashMap<AgencyId, Vec<SpecialDay>> = HashMap::new();
        for (agency, day) in read.days {
            days.entry(agency).or_default().push(day);
        }
        let laid = |base: Calendar, agency: AgencyId| {
            base.with(weeks.get(&agency).cloned(), days.get(&agency).cloned().unwrap_or_default())
        };
        let province = laid(Calendar::national(), WHOLE_PROVINCE);
        let calendars = read
            .agencies
            .iter()
            .filter(|agency| weeks.contains_key(&agency.id) || days.contains_key(&agency.id))
            .map(|agency| (agency.id, Arc::new(laid(province.clone(), agency.id))))
            .collect();
        let mut latest: HashMap<String, Process> = HashMap::new();
        for dated in read.processes.iter().filter(|dated| dated.from.is_none_or(|from| from <= day)) {
            latest.insert(dated.code.clone(), dated.process.clone());
        }
        let next_change =
            read.processes.iter().filter_map(|dated| dated.from).filter(|from| *from > day).min();
        let mut versions: Vec<DatedProcedure> = read
            .procedures
            .into_iter()
            .map(|mut dated| {
                if let Some(process) = latest.get(dated.procedure.code.as_str()) {
                    dated.procedure.process = process.clone();
                }
                dated
            })
            .collect();
        // Looked up by halving: in the order of the bytes, whatever the database sorts by.
        versions.sort_by(|a, b| {
            (&a.procedure.code, a.procedure.version).cmp(&(&b.procedure.code, b.procedure.version))
        });
        let mut offerings = read.offerings;
        for offering in &mut offerings {
            offering.level = offering.level.offered();
        }
        offerings.sort_by(|a, b| a.code.cmp(&b.code));
        let processes = read
            .processes
            .into_iter()
            .map(|dated| ((dated.code.clone(), dated.process.version), dated))
            .collect();
        MasterData {
            generation: read.generation,
            agencies: read.agencies,
            fields: read.fields,
            life_events: read.life_events,
            versions,
            processes,
            next_change,
            offerings,
            calendars,
            province_calendar: Arc::new(province),
            weeks,
            days,
            searched: OnceLock::new(),
        }
    }
}
