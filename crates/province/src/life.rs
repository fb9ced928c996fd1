//! Half a year of life: dossiers are filed, accepted, handled, paused, late, returned, each act through the
//! same door as a real one, at the simulated moment it happens.

use crate::chance::Chance;
use crate::generate::kind;
use crate::people::DemoAccount;
use crate::story::Story;
use crate::world::World;
use crate::{data, paper};
use app::dossiers::{ActRequest, NewDossier, NotDone};
use app::files::StoredFile;
use app::{App, Fault, random};
use domain::dossier::{Dossier, Reference};
use domain::procedure::{Channel, Procedure};
use domain::time::Instant;
use jiff::ToSpan;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use storage::{StorageError, account};

/// What the past amounts to.
#[derive(Clone, Copy, Debug, Default)]
pub struct PastCount {
    pub dossiers: u32,
    pub acts: u32,
}

/// The same past every time.
const SEED: u64 = 61_2018;
const DOSSIERS: usize = 320;
const MONTHS: i64 = 6;

/// What many ask for, each at its first agency, so that there is something to be told of many dossiers.
const POPULAR: [(&str, usize); 2] = [("2.000635", 30), ("1.001612", 30)];

/// Number of last days on which the daily jobs are run.
const LAST_DAYS: i64 = 20;

/// Lives the half year that ends at `until`. The app's clock must be one that is set by hand.
pub fn live(app: &App, until: Instant) -> Result<PastCount, Fault> {
    live_daily(app, until, || Ok(()))
}

/// The same, with what is done on each of the last days, as that day stood.
pub fn live_daily(
    app: &App,
    until: Instant,
    daily: impl FnMut() -> Result<(), Fault>,
) -> Result<PastCount, Fault> {
    let mut life = Life::new(app, until)?;
    life.run(daily)?;
    Ok(life.past)
}

struct Life<'a> {
    app: &'a App,
    world: World,
    chance: Chance,
    /// Of what many ask for: all else happens as it would without.
    popular_chance: Chance,
    people: Vec<DemoAccount>,
    /// What comes next, the earliest first.
    agenda: BinaryHeap<Reverse<(Instant, usize, NextMove)>>,
    dossiers: Vec<Lived>,
    past: PastCount,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NextMove {
    Open,
    Go,
}

/// A story being lived.
struct Lived {
    story: Story,
    reference: Option<Reference>,
    acts: u32,
    popular: bool,
}

impl<'a> Life<'a> {
    fn new(app: &'a App, until: Instant) -> Result<Life<'a>, Fault> {
        let mut people = Vec::new();
        for citizen in data::people().citizen {
            let login = citizen.login().to_string();
            let found = app.store.read_now(move |tx| account::find_by_login(tx, &login))?;
            if let Some(found) = found {
                people.push(DemoAccount {
                    id: found.id,
                    main: citizen.login.is_some(),
                    party: citizen.party(),
                });
            }
        }
        Ok(Life {
            app,
            world: World::load(app, until)?,
            chance: Chance::new(SEED),
            popular_chance: Chance::new(SEED + 1),
            people,
            agenda: BinaryHeap::new(),
            dossiers: Vec::new(),
            past: PastCount::default(),
        })
    }

    fn run(&mut self, mut daily: impl FnMut() -> Result<(), Fault>) -> Result<(), Fault> {
        self.plan();
        self.with_popular_chance(true, Life::plan_popular);
        let until = self.world.until;
        let mut days = (0..=LAST_DAYS).rev().map(|days| until.plus_minutes(-days * 24 * 60)).peekable();
        let mut daily = |before: Instant| {
            while let Some(day) = days.next_if(|day| *day < before) {
                self.app.clock.set(day);
                daily()?;
            }
            Ok::<_, Fault>(())
        };
        while let Some(Reverse((at, story, next))) = self.agenda.pop() {
            if at > self.world.until {
                continue;
            }
            daily(at)?;
            self.app.clock.set(at);
            self.with_popular_chance(self.dossiers[story].popular, |life| match next {
                NextMove::Open => life.open(story),
                NextMove::Go => life.go(story),
            })?;
        }
        daily(until.plus_minutes(1))?;
        self.app.clock.set(until);
        Ok(())
    }

    /// Who files what, and when.
    fn plan(&mut self) {
        let data = self.app.master_data();
        let last = self.world.until.date();
        let first = last.saturating_sub(MONTHS.months());
        let days = i64::from((last - first).get_days());
        let procedures: Vec<&Procedure> = data.public_procedures(last).into_iter().collect();
        for story in 0..DOSSIERS {
            // More of late than long ago, so that there is work on every desk.
            let span = if story.is_multiple_of(3) {
                self.chance.between(0, days.min(21))
            } else {
                self.chance.between(0, days)
            };
            let day = last - span.days();
            let fresh = story % 16 == 5;
            let procedure = *self.chance.pick(&procedures);
            let offerings = data.offerings(procedure.code.as_str(), last);
            let Some(offering) = (!offerings.is_empty()).then(|| (*self.chance.pick(&offerings)).clone())
            else {
                continue;
            };
            let online = offering.level.online() && self.chance.percent(55);
            let channel = match online {
                true => Channel::Online,
                false if self.chance.percent(8) => Channel::Postal,
                false => Channel::Direct,
            };
            let person = self.person(procedure, online, story);
            let at = if fresh && online {
                self.world.until.plus_minutes(-self.chance.between(10, 600))
            } else {
                self.world.moment(&mut self.chance, day, channel, offering.receiving)
            };
            let number = self.dossiers.len();
            let story = Story {
                procedure: procedure.code.to_string(),
                offering,
                party: self.people[person].party.clone(),
                account: self.people[person].id,
                channel,
                slow: self.chance.percent(9),
                pause: self.chance.percent(12),
                extend: self.chance.percent(40),
                fresh: fresh && online,
                stalled: self.chance.percent(6),
                unpaid: number.is_multiple_of(2),
                alone: false,
            };
            self.dossiers.push(Lived { story, reference: None, acts: 0, popular: false });
            self.agenda.push(Reverse((at, number, NextMove::Open)));
        }
    }

    fn with_popular_chance<T>(&mut self, popular: bool, then: impl FnOnce(&mut Self) -> T) -> T {
        let swap = |life: &mut Self| std::mem::swap(&mut life.chance, &mut life.popular_chance);
        if popular {
            swap(self);
        }
        let answer = then(self);
        if popular {
            swap(self);
        }
        answer
    }

    fn plan_popular(&mut self) {
        let data = self.app.master_data();
        let last = self.world.until.date();
        let days = i64::from((last - last.saturating_sub(MONTHS.months())).get_days());
        for (code, how_many) in POPULAR {
            let offerings = data.offerings(code, last);
            let (Some(procedure), Some(offering)) = (data.public_procedure(code, last), offerings.first())
            else {
                continue;
            };
            for nth in 0..how_many {
                let online = offering.level.online() && self.chance.percent(70);
                let channel = if online { Channel::Online } else { Channel::Direct };
                let person = self.person(procedure, online, 1);
                let person = &self.people[person];
                let (party, account) = (person.party.clone(), person.id);
                let day = last - (days * (nth as i64 + 1) / how_many as i64).days();
                let at = self.world.moment(&mut self.chance, day, channel, offering.receiving);
                let story = Story {
                    procedure: code.to_string(),
                    offering: (*offering).clone(),
                    party,
                    account,
                    channel,
                    slow: self.chance.percent(9),
                    ..Story::plain()
                };
                let number = self.dossiers.len();
                self.dossiers.push(Lived { story, reference: None, acts: 0, popular: true });
                self.agenda.push(Reverse((at, number, NextMove::Open)));
            }
        }
    }

    /// Every fourth online filing is by one of the two accounts that are shown, so that they find some.
    fn person(&mut self, procedure: &Procedure, online: bool, story: usize) -> usize {
        let kind = kind(procedure);
        let main = online && story.is_multiple_of(4);
        let fitting: Vec<usize> = (0..self.people.len())
            .filter(|index| self.people[*index].party.kind == kind && self.people[*index].main == main)
            .collect();
        if fitting.is_empty() { 0 } else { *self.chance.pick(&fitting) }
    }

    fn open(&mut self, index: usize) -> Result<(), Fault> {
        let story = &self.dossiers[index].story;
        let mut shelf = shelf(self.app);
        let (chance, now) = (&mut self.chance, self.app.now());
        let filing = story.filing(&self.world, chance, now, random::reference(), &mut shelf)?;
        let Some(filing) = filing else { return Ok(()) };
        let opening = NewDossier {
            filing: filing.filing,
            procedure: story.procedure.clone(),
            actor: filing.actor,
            key: format!("life-{index}"),
            then: filing.then,
            draft: None,
            files: filing.files,
        };
        match app::dossiers::open_now(self.app, opening) {
            Ok(done) => {
                self.past.dossiers += 1;
                self.past.acts += 1;
                self.dossiers[index].reference = Some(done.dossier.reference.clone());
                self.schedule(index, &done.dossier);
                self.bring_together(&done.dossier)
            }
            Err(NotDone::Fault(fault)) => Err(fault),
            Err(other) => {
                let procedure = &self.dossiers[index].story.procedure;
                Err(Fault::other(format!("{procedure} could not be filed: {other:?}")))
            }
        }
    }

    /// When somebody turns to it next.
    fn schedule(&mut self, index: usize, dossier: &Dossier) {
        let story = &self.dossiers[index].story;
        if let Some(at) = story.next_at(&self.world, &mut self.chance, self.app.now(), dossier) {
            self.agenda.push(Reverse((at, index, NextMove::Go)));
        }
    }

    /// What other agencies are asked for is opened there and lived like all else, and what they found leads on the dossier
    /// that asked.
    fn bring_together(&mut self, dossier: &Dossier) -> Result<(), Fault> {
        let main = dossier.main.as_ref().map(|main| main.dossier);
        let main = main.or((!dossier.linked.is_empty()).then_some(dossier.id));
        let Some(main) = main else { return Ok(()) };
        app::links::bring_together_now(self.app, main)?;
        let found = self.app.store.read_now(move |tx| {
            let ids = storage::linked::list(tx, main)?;
            storage::record::load_all(tx, &[vec![main], ids].concat())
        })?;
        for (id, records) in found {
            let Some(other) = domain::dossier::replay(id, &records) else { continue };
            let known =
                self.dossiers.iter().position(|lived| lived.reference.as_ref() == Some(&other.reference));
            let index = known.unwrap_or(self.dossiers.len());
            if known.is_none() {
                let story = Story { slow: self.chance.percent(9), ..Story::plain() };
                self.dossiers.push(Lived {
                    story,
                    reference: Some(other.reference.clone()),
                    acts: 0,
                    popular: false,
                });
            }
            if known.is_none() || (id == main && other.id != dossier.id && dossier.outcome.is_some()) {
                self.schedule(index, &other);
            }
        }
        Ok(())
    }

    fn go(&mut self, index: usize) -> Result<(), Fault> {
        let Some(reference) = self.dossiers[index].reference.clone() else { return Ok(()) };
        let wanted = reference.clone();
        let dossier = self.app.store.read_now(move |tx| {
            let Some(id) = storage::dossier::find(tx, &wanted)? else { return Ok(None) };
            Ok::<_, StorageError>(domain::dossier::replay(id, &storage::record::load(tx, id)?))
        })?;
        let Some(dossier) = dossier else { return Ok(()) };
        let lived = &mut self.dossiers[index];
        let (chance, now) = (&mut self.chance, self.app.now());
        let turn = lived.story.turn(&self.world, chance, now, &dossier, &mut shelf(self.app))?;
        let Some(turn) = turn else { return Ok(()) };
        if let Some(file) = turn.file {
            let row = StoredFile { dossier: Some(dossier.id), ..file };
            self.app.store.write_now(move |tx| storage::file::insert(tx, &row))?;
        }
        lived.acts += 1;
        let key = format!("life-{index}-{}", lived.acts);
        let request = ActRequest { reference, actor: turn.actor, command: turn.command, key, seen: None };
        match app::dossiers::perform_now(self.app, request) {
            Ok(done) => {
                self.past.acts += 1;
                self.schedule(index, &done.dossier);
                self.bring_together(&done.dossier)
            }
            Err(NotDone::Fault(fault)) => Err(fault),
            Err(other) => Err(Fault::other(format!("an act of the past was not allowed: {other:?}"))),
        }
    }
}

/// Files of the demonstration: each is written when it is asked for.
fn shelf(app: &App) -> impl FnMut(&str, &str, &[String]) -> Result<StoredFile, Fault> + '_ {
    |name, paper, lines| {
        let landed = app.files.put_now(&paper::pdf(lines))?;
        Ok(app::files::row(app, &landed, name, paper, None))
    }
}
