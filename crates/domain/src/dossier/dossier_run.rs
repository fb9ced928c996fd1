use super::Act;
use super::Command;
use super::FileDossier;
use super::decide;
use super::file;
use crate::code::DossierCode;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Record};
use crate::dossier::evolve::{evolve, replay};
use crate::dossier::reference::DossierId;
use crate::dossier::refusal::Refusal;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::time::Instant;

/// A dossier on its way: as it stands now, with what was decided and is not stored yet.
#[derive(Clone, Debug)]
pub struct DossierRun {
    pub dossier: Dossier,
    pub added: Vec<Record>,
}

impl DossierRun {
    /// Opens a dossier.
    pub fn file(
        id: DossierId,
        filing: &FileDossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<DossierRun, Refusal> {
        let added = number(file(filing, actor, context)?, 0, actor, context.now);
        let dossier = replay(id, &added).expect("a filing begins with what opens a dossier");
        Ok(DossierRun { dossier, added })
    }

    /// Goes on with a dossier that is stored.
    pub fn of(dossier: Dossier) -> DossierRun {
        DossierRun { dossier, added: Vec::new() }
    }

    /// Decides one act and lets it take effect.
    pub fn act(mut self, actor: &Actor, command: &Command, context: &Context) -> Result<DossierRun, Refusal> {
        let act = Act { actor: actor.clone(), command: command.clone() };
        let events = decide(&self.dossier, &act, context)?;
        let records = number(events, self.dossier.sequence, actor, context.now);
        self.dossier = records.iter().fold(self.dossier, evolve);
        self.added.extend(records);
        Ok(self)
    }

    /// Whether it was accepted on this way and has no code yet.
    pub fn wants_code(&self) -> bool {
        self.dossier.code.is_none()
            && self.added.iter().any(|record| matches!(record.event.fact, Fact::Accepted { .. }))
    }

    /// Gives it its code, by whoever acted last (TT 01/2018 article 19).
    pub fn give_code(mut self, code: DossierCode, now: Instant) -> DossierRun {
        let by = self.added.last().map(|record| record.by.clone()).unwrap_or_else(|| Actor::System.trace());
        let event = Fact::Numbered { code }.into();
        let record = Record { sequence: self.dossier.sequence + 1, at: now, by, event };
        self.dossier = evolve(self.dossier, &record);
        self.added.push(record);
        self
    }
}

fn number(events: Vec<Event>, after: u32, actor: &Actor, at: Instant) -> Vec<Record> {
    let record = |(event, sequence)| Record { sequence, at, by: actor.trace(), event };
    events.into_iter().zip(after + 1..).map(record).collect()
}
