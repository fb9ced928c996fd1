//! Plays people and officers for the benchmark: files what somebody would file, does what somebody would do.

use crate::chance::Chance;
use crate::crowd;
use crate::generate::ProcedureChoices;
use crate::story::Story;
use crate::world::World;
use app::dossiers::NewDossier;
use app::master_data::MasterData;
use app::{App, Fault, random};
use domain::dossier::{Accept, Command, Dossier};
use domain::officer::{AccountId, Actor, Officer};
use domain::procedure::Channel;
use domain::time::Instant;
use std::sync::Arc;

#[derive(Clone)]
pub struct Player {
    world: Arc<World>,
    choices: Arc<ProcedureChoices>,
    chance: Chance,
}

impl Player {
    pub fn new(app: &App) -> Result<Player, Fault> {
        let world = World::load(app, app.now())?;
        let choices = Arc::new(ProcedureChoices::of(&world));
        Ok(Player { world: Arc::new(world), choices, chance: Chance::new(1) })
    }

    /// The same player with luck of its own.
    pub fn with_seed(&self, seed: u64) -> Player {
        Player { chance: Chance::new(seed), ..self.clone() }
    }

    pub fn officers(&self) -> &[Officer] {
        &self.world.officers
    }

    pub fn data(&self) -> &MasterData {
        &self.world.data
    }

    /// Something filed at a counter and accepted at once.
    pub fn opening(&mut self, now: Instant) -> Option<NewDossier> {
        let (procedure, offering, kind) = self.choices.pick(&mut self.chance);
        let story = Story {
            alone: true,
            procedure: procedure.clone(),
            offering,
            party: crowd::party(&mut self.chance, kind),
            account: AccountId(0),
            channel: Channel::Direct,
            ..Story::plain()
        };
        let filing = story.filing(&self.world, &mut self.chance, now, random::reference(), &mut no_files);
        let filing = filing.ok()??;
        Some(NewDossier {
            filing: filing.filing,
            procedure,
            actor: filing.actor,
            key: random::key(now),
            then: vec![Command::Accept(Accept::default())],
            draft: None,
            files: Vec::new(),
        })
    }

    /// What would be done with a dossier next; nothing when it is at its end, or needs a file.
    pub fn turn(&mut self, now: Instant, dossier: &Dossier) -> Option<(Actor, Command)> {
        let mut story = Story::plain();
        let turn = story.turn(&self.world, &mut self.chance, now, dossier, &mut no_files).ok()??;
        Some((turn.actor, turn.command))
    }
}

fn no_files(_: &str, _: &str, _: &[String]) -> Result<app::files::StoredFile, Fault> {
    Err(Fault::other("no files here"))
}
