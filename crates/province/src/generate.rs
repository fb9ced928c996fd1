//! Any number of dossiers: stories led through the rules in memory, each act decided as in life, and their rows
//! written in bulk. The same seed and the same last moment make the same dossiers.
//!
//! Left out on purpose, because nobody was there: letters, keys of forms, who opened a dossier.

use crate::chance::Chance;
use crate::seed::IN_FORCE;
use crate::story::Story;
use crate::world::World;
use crate::{crowd, paper};
use app::bulk_write::{BulkRows, Counters, GeneratedDossier, SharedFile};
use app::files::{StoredFile, StoredUpload};
use app::master_data::MasterData;
use app::{App, Fault, passwords};
use domain::dossier::{self, Context, DossierId, DossierRun, Party, PartyKind, Refusal};
use domain::officer::{AccountId, Assurance};
use domain::procedure::{Audience, Channel, Procedure};
use domain::rules::pack_on;
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use storage::account::{Account, AccountKind};
use storage::catalogue::Offering;

/// How much of what.
#[derive(Clone, Copy, Debug)]
pub struct Generate {
    pub dossiers: u64,
    pub seed: u64,
    /// The last moment of the past.
    pub until: Instant,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct GeneratedCount {
    pub dossiers: u64,
    pub events: u64,
    pub accounts: u64,
    pub files: u64,
}

/// Dossiers in one transaction.
const CHUNK: u64 = 2_000;
/// Maximum length of the past, in months.
const MONTHS: i64 = 18;
/// Dossiers for each account, and maximum accounts.
const DOSSIERS_AN_ACCOUNT: u64 = 8;
const ACCOUNTS_MAX: u64 = 200_000;

/// Fills a province that has been laid down and has no past yet. `progress` hears the dossiers written so far.
pub fn generate(app: &App, wanted: Generate, mut progress: impl FnMut(u64)) -> Result<GeneratedCount, Fault> {
    let world = World::load(app, wanted.until)?;
    let mut chance = Chance::new(wanted.seed);
    let (plan, choices) = (Plan::new(wanted), ProcedureChoices::of(&world));
    let indexes = app::bulk_write::begin(app)?;
    let people = make_people(app, &mut chance, &wanted, plan.first)?;
    let mut made = GeneratedCount { accounts: people.len() as u64, ..GeneratedCount::default() };
    let mut counters = app::bulk_write::counters(app)?;
    // Three hands: one leads the stories, one hashes, one writes.
    std::thread::scope(|threads| {
        let (to_hash, told) = sync_channel::<Vec<GeneratedDossier>>(2);
        let (to_write, hashed) = sync_channel::<Result<BulkRows, Fault>>(2);
        let (world, counters, plan, choices) = (&world, &mut counters, &plan, &choices);
        let teller = threads.spawn(move || {
            let mut teller = Teller {
                app,
                world,
                plan,
                choices,
                people: &people,
                chance,
                counters,
                contents: HashMap::new(),
                stored: 0,
            };
            teller.tell(wanted.dossiers, &to_hash)?;
            Ok::<_, Fault>(teller.stored)
        });
        threads.spawn(move || {
            let mut chance = Chance::new(!wanted.seed);
            for pasts in told {
                if to_write.send(rows(&pasts, &mut chance)).is_err() {
                    return;
                }
            }
        });
        for rows in hashed {
            let rows = rows?;
            made.dossiers += rows.dossier_count();
            made.events += rows.event_count;
            app::bulk_write::write(app, rows)?;
            progress(made.dossiers);
        }
        made.files = teller.join().map_err(|_| Fault::other("the storyteller panicked"))??;
        Ok::<_, Fault>(())
    })?;
    app::bulk_write::end(app, indexes, counters)?;
    Ok(made)
}

fn rows(pasts: &[GeneratedDossier], chance: &mut Chance) -> Result<BulkRows, Fault> {
    let mut rows = BulkRows::default();
    for past in pasts {
        rows.add(past, || {
            let mut salt = [0; 16];
            salt[..8].copy_from_slice(&chance.next().to_be_bytes());
            salt[8..].copy_from_slice(&chance.next().to_be_bytes());
            salt
        })?;
    }
    Ok(rows)
}

/// People and organisations with accounts, for those who apply online.
fn make_people(
    app: &App,
    chance: &mut Chance,
    wanted: &Generate,
    first: Date,
) -> Result<Vec<Account>, Fault> {
    let count = (wanted.dossiers / DOSSIERS_AN_ACCOUNT).clamp(20, ACCOUNTS_MAX);
    let password = passwords::hash_now(crate::PASSWORD)?;
    let at = Instant::from_civil(first.at(6, 0, 0, 0));
    let mut people = Vec::new();
    for number in 0..count {
        let organisation = number.is_multiple_of(4);
        let kind = if organisation { PartyKind::Organisation } else { PartyKind::Person };
        let party = crowd::party(chance, kind);
        people.push(Account {
            id: AccountId(app.store.new_id(at)),
            login: format!("p{number:06}"),
            kind: if organisation { AccountKind::Organisation } else { AccountKind::Person },
            password: password.clone(),
            name: party.name,
            identity: party.identity,
            phone: party.phone,
            confirmed_email: party.email.clone(),
            email: party.email,
            address: party.address,
            assurance: Assurance::Password,
            disabled: false,
        });
    }
    for chunk in people.chunks(CHUNK as usize) {
        app::bulk_write::write_accounts(app, chunk.to_vec(), at)?;
    }
    Ok(people)
}

/// The days of the past.
pub(crate) struct Plan {
    pub first: Date,
    days: i64,
}

impl Plan {
    pub fn new(wanted: Generate) -> Plan {
        let last = wanted.until.date();
        let first = last.saturating_sub(MONTHS.months()).max(IN_FORCE);
        Plan { first, days: i64::from((last - first).get_days()).max(1) }
    }
}

/// Which procedures there are to choose from, with who offers them and for whom.
pub(crate) struct ProcedureChoices(Vec<(String, Vec<Offering>, PartyKind)>);

impl ProcedureChoices {
    pub fn of(world: &World) -> ProcedureChoices {
        let last = world.until.date();
        let choices = world.data.public_procedures(last).into_iter().map(|procedure| {
            let offerings = world.data.offerings(procedure.code.as_str(), last);
            (procedure.code.to_string(), offerings.into_iter().cloned().collect(), kind(procedure))
        });
        ProcedureChoices(
            choices.filter(|(_, offerings, _): &(_, Vec<Offering>, _)| !offerings.is_empty()).collect(),
        )
    }

    pub fn pick(&self, chance: &mut Chance) -> (String, Offering, PartyKind) {
        let (procedure, offerings, kind) = chance.pick(&self.0);
        (procedure.clone(), chance.pick(offerings).clone(), *kind)
    }
}

/// Who applies: an organisation where no person may.
pub(crate) fn kind(procedure: &Procedure) -> PartyKind {
    let person = |audience: &Audience| matches!(audience, Audience::Citizen | Audience::Foreigner);
    if procedure.audiences.iter().any(person) { PartyKind::Person } else { PartyKind::Organisation }
}

struct Teller<'a> {
    app: &'a App,
    world: &'a World,
    plan: &'a Plan,
    choices: &'a ProcedureChoices,
    people: &'a [Account],
    chance: Chance,
    counters: &'a mut Counters,
    /// One content for each paper, by its id.
    contents: HashMap<String, SharedFile>,
    stored: u64,
}

impl Teller<'_> {
    fn tell(&mut self, dossiers: u64, to_hash: &SyncSender<Vec<GeneratedDossier>>) -> Result<(), Fault> {
        let mut pasts = Vec::new();
        for number in 0..dossiers {
            pasts.extend(self.one(number, dossiers)?);
            if pasts.len() as u64 == CHUNK && to_hash.send(std::mem::take(&mut pasts)).is_err() {
                return Ok(());
            }
        }
        let _ = to_hash.send(pasts);
        Ok(())
    }

    /// One dossier from its filing to where it stands at the end.
    fn one(&mut self, number: u64, of: u64) -> Result<Option<GeneratedDossier>, Fault> {
        let day = self.plan.first + (number as i64 * self.plan.days / of.max(1) as i64).days();
        let mut story = self.story();
        let mut now = self.world.moment(&mut self.chance, day, story.channel, story.offering.receiving);
        now = now.min(self.world.until);
        let id = DossierId(self.app.store.new_id(now));
        let reference = reference(&mut self.chance, number, of);
        let mut files = Vec::new();
        let (app, world, chance) = (self.app, self.world, &mut self.chance);
        let mut shelf = Shelves { app, contents: &mut self.contents, dossier: id, files: &mut files };
        let filing = story.filing(world, chance, now, reference, &mut shelf.at(now))?;
        let Some(filing) = filing else { return Ok(None) };
        let data = &*world.data;
        let Some(procedure) = data.procedure(&story.procedure, now.date()) else { return Ok(None) };
        let context = Context {
            now,
            calendar: data.calendar(filing.filing.competent),
            receiving_calendar: data.calendar(filing.filing.receiving),
            pack: pack_on(now.date()),
            procedure,
        };
        let mut dossier_run =
            DossierRun::file(id, &filing.filing, &filing.actor, &context).map_err(refused)?;
        for command in &filing.then {
            dossier_run = dossier_run.act(&filing.actor, command, &context).map_err(refused)?;
        }
        dossier_run = numbered(data, self.counters, dossier_run, now)?;
        while let Some(at) = story.next_at(world, chance, now, &dossier_run.dossier) {
            if at > world.until {
                break;
            }
            now = at;
            let turn = story.turn(world, chance, now, &dossier_run.dossier, &mut shelf.at(now))?;
            let Some(turn) = turn else { break };
            let pinned = dossier_run.dossier.pinned.clone();
            let procedure = data.pinned(&pinned).ok_or_else(|| Fault::other("a version is missing"))?;
            let context = Context {
                now,
                calendar: data.calendar(dossier_run.dossier.competent),
                receiving_calendar: data.calendar(dossier_run.dossier.receiving),
                pack: pinned.pack.pack(),
                procedure: &procedure,
            };
            dossier_run = dossier_run.act(&turn.actor, &turn.command, &context).map_err(refused)?;
            dossier_run = numbered(data, self.counters, dossier_run, now)?;
        }
        self.stored += files.len() as u64;
        Ok(Some(GeneratedDossier { dossier_run, files }))
    }

    fn story(&mut self) -> Story {
        let chance = &mut self.chance;
        let (procedure, offering, kind) = self.choices.pick(chance);
        let online = offering.level.online() && chance.percent(45);
        let channel = match online {
            true => Channel::Online,
            false if chance.percent(8) => Channel::Postal,
            false => Channel::Direct,
        };
        let (party, account) = if online {
            // Every fourth account is an organisation's.
            let quarter = chance.between(0, self.people.len() as i64 / 4) as usize * 4;
            let place = match kind {
                PartyKind::Organisation => quarter,
                PartyKind::Person => quarter + 1 + chance.between(0, 3) as usize,
            };
            let account = &self.people[place.min(self.people.len() - 1)];
            (party_of(account), account.id)
        } else {
            (crowd::party(chance, kind), AccountId(0))
        };
        Story {
            procedure,
            offering,
            party,
            account,
            channel,
            slow: chance.percent(6),
            pause: chance.percent(10),
            extend: chance.percent(40),
            fresh: false,
            stalled: chance.between(0, 1_000) < 3,
            unpaid: chance.percent(10),
            alone: true,
        }
    }
}

fn refused(refusal: Refusal) -> Fault {
    Fault::other(format!("an act of the past was not allowed: {refusal:?}"))
}

/// Gives its code to what was just accepted.
fn numbered(
    data: &MasterData,
    counters: &mut Counters,
    dossier_run: DossierRun,
    now: Instant,
) -> Result<DossierRun, Fault> {
    if !dossier_run.wants_code() {
        return Ok(dossier_run);
    }
    let day = now.date();
    let code = data.dossier_code(&dossier_run.dossier, day, |agency| Ok(counters.next(agency, day)));
    let code = code.map_err(|refusal: Refusal| refused(refusal))?;
    Ok(dossier_run.give_code(code, now))
}

fn party_of(account: &Account) -> Party {
    Party {
        kind: match account.kind {
            AccountKind::Organisation => PartyKind::Organisation,
            AccountKind::Person | AccountKind::Officer => PartyKind::Person,
        },
        name: account.name.clone(),
        identity: account.identity.clone(),
        phone: account.phone.clone(),
        email: account.email.clone(),
        address: account.address.clone(),
    }
}

/// References that grow with time, so that their index fills in its order; the rest of each is by chance.
pub(crate) fn reference(chance: &mut Chance, number: u64, of: u64) -> dossier::Reference {
    let mut bits = [0; 10];
    let place = (u128::from(number) << 32) / u128::from(of.max(1));
    bits[..4].copy_from_slice(&(place as u32).to_be_bytes());
    bits[4..].copy_from_slice(&chance.next().to_be_bytes()[..6]);
    dossier::Reference::from_random(bits)
}

/// Where the files of one dossier come from, and where they are noted.
struct Shelves<'a> {
    app: &'a App,
    contents: &'a mut HashMap<String, SharedFile>,
    dossier: DossierId,
    files: &'a mut Vec<StoredFile>,
}

impl Shelves<'_> {
    fn at(&mut self, now: Instant) -> impl FnMut(&str, &str, &[String]) -> Result<StoredFile, Fault> + '_ {
        move |name, paper, lines| {
            let content = match self.contents.get_mut(paper).filter(|content| content.has_room()) {
                Some(content) => content,
                None => {
                    let fresh = SharedFile::new(self.app, &paper::pdf(&lines[..lines.len().min(2)]))?;
                    self.contents.entry(paper.to_string()).insert_entry(fresh).into_mut()
                }
            };
            let landed: StoredUpload = content.again(self.app)?;
            let file = StoredFile {
                id: self.app.store.new_id(now),
                stored_at: now,
                dossier: Some(self.dossier),
                ..app::files::row(self.app, &landed, name, paper, None)
            };
            self.files.push(file.clone());
            Ok(file)
        }
    }
}
