//! What belongs together: a database, a folder of files and its keys, bound by one installation id that stands in all
//! three. A program that finds them apart makes up nothing and removes nothing: it says what is where, and ends.

use crate::files::Files;
use crate::keys::Keys;
use crate::{Fault, erasure, random};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use storage::lease::{self, Lease};
use storage::{Manner, Place, Schema, StorageError, Store, Tx, catalogue};

/// Names an installation; 160 bits nobody else has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstallationId(String);

impl InstallationId {
    pub fn fresh() -> InstallationId {
        InstallationId(random::token())
    }
}

impl fmt::Display for InstallationId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Under which name the database knows it.
const META: &str = "installation";
/// In a database that is being restored.
const RESTORING: &str = "restoring";
/// The folder's own note of whose it is.
const NOTE: &str = "installation.json";

/// What an installation is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To work on it. A node's number is one program's at a time.
    Work,
    /// To work on it while nobody else does.
    Alone,
    /// To look: nothing is migrated, made or written.
    Look,
    /// To fill it before anybody uses it, as fast as can be: a crash leaves it useless.
    Fill,
}

/// What a folder says of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    pub installation: InstallationId,
    pub state: NoteState,
    /// What versions before protocols had erased is signed for. Kept here, where who owns the database does not reach.
    #[serde(default)]
    pub vouched: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteState {
    /// Database and keys may not know it yet.
    Making,
    /// A restore began and did not end.
    Restoring,
    Ready,
}

impl Note {
    pub fn find(folder: &Path) -> Result<Option<Note>, Fault> {
        match std::fs::read(folder.join(NOTE)) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|_| Fault::other(format!("{NOTE} in {} cannot be read", folder.display()))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub fn save(&self, folder: &Path) -> Result<(), Fault> {
        Ok(write_whole(&folder.join(NOTE), &serde_json::to_vec_pretty(self)?)?)
    }
}

/// Why it is not opened. Each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Apart {
    #[error(
        "{folder} was left by a restore that did not end; empty it (and the database, if it is PostgreSQL) and \
         restore again"
    )]
    HalfRestored { folder: PathBuf },
    #[error(
        "the database is missing or empty, yet {folder} is the folder of an installation; bring its database back, \
         or restore a backup into an empty folder; `motcua adopt` begins anew with this folder on purpose"
    )]
    NoDatabase { folder: PathBuf },
    #[error(
        "the database belongs to installation {database}, but {folder} to none; name the right folder in `data` (nodes \
         of one database share it), or bind this one on purpose by `motcua adopt`"
    )]
    NoFolder { database: InstallationId, folder: PathBuf },
    #[error(
        "{folder} belongs to installation {own}, its database to {database}; put together what belongs together, or \
         bind them on purpose by `motcua adopt`"
    )]
    OtherFolder { folder: PathBuf, own: InstallationId, database: String },
    #[error(
        "signing.key is missing in {folder}; bring it back from a backup, or begin with a new one on purpose by \
         `motcua adopt --new-key`: what was signed before can then not be verified any more"
    )]
    NoKeys { folder: PathBuf },
    #[error(
        "signing.key in {folder} belongs to installation {own}, not to {wanted}; bring the right one back"
    )]
    OtherKeys { folder: PathBuf, own: InstallationId, wanted: InstallationId },
    #[error("signing.key in {folder} did not sign this database's roots; bring the right one back")]
    StrangeKeys { folder: PathBuf },
    #[error(
        "database and folder were not bound yet and do not agree: {missing} files of the database are not in {folder}, \
         {strange} in it are unknown to the database; put together what belongs together, or bind them on purpose by \
         `motcua adopt`"
    )]
    Disagree { folder: PathBuf, missing: u64, strange: u64 },
    #[error(
        "the stored files are away: {folder}/files is not what this program left there (is its volume mounted?); bring \
         it back, or go on without on purpose by `motcua adopt`"
    )]
    NoFiles { folder: PathBuf },
    #[error("there is no installation in {folder}")]
    Nothing { folder: PathBuf },
    #[error(
        "the database is of an older version: a migration is due ({0}); `motcua migrate` or the start of `motcua serve` \
         does it, then this command works"
    )]
    MigrationDue(String),
    #[error(
        "{folder} is in use by another program as node {node}; end it first, or give this one another number"
    )]
    InUse { folder: PathBuf, node: u8 },
    #[error("another program works on this installation; end all of them first")]
    NotAlone,
    #[error(
        "another program works on this database as node {node}; end it first, or give this one another number"
    )]
    Leased { node: u8 },
}

/// What keeps others out, until it is dropped.
#[derive(Default)]
pub struct Held {
    _locks: Vec<File>,
    _lease: Option<Lease>,
}

/// What is there, bound together.
pub struct Entered {
    pub store: Store,
    pub files: Files,
    pub keys: Keys,
    pub held: Held,
}

/// Opens database, folder and keys that belong together; binds them where that is new and certain.
pub fn enter(place: &Place, folder: &Path, node: u8, purpose: Purpose) -> Result<Entered, Fault> {
    if purpose == Purpose::Look && Note::find(folder)?.is_none() && Keys::find(folder)?.is_none() {
        return Err(apart(Apart::Nothing { folder: folder.into() }));
    }
    let locks = lock(folder, node, purpose)?;
    not_half_restored(folder)?;
    if !database_is_there(place) && (purpose == Purpose::Look || is_used(folder)?) {
        return Err(apart(Apart::NoDatabase { folder: folder.into() }));
    }
    let held = Held { _locks: locks, _lease: leased(place, node, purpose)? };
    let manner = match purpose {
        Purpose::Look => Manner::Reading,
        Purpose::Fill => Manner::Filling,
        Purpose::Work | Purpose::Alone => Manner::Writing,
    };
    let store = Store::connect(place, node, manner)?;
    match (purpose, store.schema()?) {
        (Purpose::Look, Schema::Behind(due)) => return Err(apart(Apart::MigrationDue(due.join(", ")))),
        (_, Schema::Ahead(unknown)) => return Err(StorageError::Newer(unknown.join(", ")).into()),
        _ => {}
    }
    // Before anything is changed: what does not belong together is left to the version that knows it.
    let binding = Binding::of(&store, folder)?;
    if purpose != Purpose::Look {
        store.migrate(None)?;
        // Said now, and not by the first who wants to keep something.
        store.write_now(|tx| storage::timer::set(tx, "opened", domain::time::Instant::from_millis(0)))?;
    }
    let files = folder.join("files");
    let keys = match binding {
        Binding::Bound(keys) if purpose == Purpose::Look || Files::are_at(&files) => keys,
        Binding::Bound(_) => return Err(apart(Apart::NoFiles { folder: folder.into() })),
        // It was not bound, and a look binds nothing.
        Binding::New(..) if purpose == Purpose::Look => {
            return Err(apart(Apart::Nothing { folder: folder.into() }));
        }
        Binding::New(id, keys) => {
            Files::open(files.clone())?;
            bind(&store, folder, id, keys, NoteState::Making)?
        }
    };
    let files = if purpose == Purpose::Look { Files::at(files) } else { Files::open(files)? };
    Ok(Entered { store, files, keys, held })
}

/// What an adoption found and put together.
#[derive(Clone, Debug)]
pub struct Adopted {
    pub installation: InstallationId,
    /// Rows of files whose content is not there, and contents no row names.
    pub missing: u64,
    pub strange: u64,
}

/// Binds what is there on purpose, whatever it belonged to before.
pub fn adopt(place: &Place, folder: &Path, new_key: bool) -> Result<Adopted, Fault> {
    let _locks = lock(folder, 0, Purpose::Alone)?;
    not_half_restored(folder)?;
    let _lease = leased(place, 0, Purpose::Alone)?;
    let store = Store::connect(place, 0, Manner::Writing)?;
    let known = Known::of(&store)?;
    if known.restoring {
        return Err(apart(Apart::HalfRestored { folder: folder.into() }));
    }
    let found = Keys::find(folder)?;
    let keys = match found.clone() {
        Some(keys) if new_key && !known.signed_by(&keys) => Keys::fresh(),
        Some(keys) => keys,
        None if new_key || !known.record => Keys::fresh(),
        None => return Err(apart(Apart::NoKeys { folder: folder.into() })),
    };
    if !known.signed_by(&keys) && !new_key {
        return Err(apart(Apart::StrangeKeys { folder: folder.into() }));
    }
    store.migrate(None)?;
    let (missing, strange) = differences(&store, folder, known.has_files)?;
    let note = Note::find(folder)?;
    let id = known.id.or(note.map(|note| note.installation)).unwrap_or_else(InstallationId::fresh);
    if found.as_ref().is_some_and(|found| found.public() != keys.public()) {
        Keys::set_aside(folder)?;
    }
    Files::open(folder.join("files"))?;
    bind(&store, folder, id.clone(), keys, NoteState::Making)?;
    Ok(Adopted { installation: id, missing, strange })
}

/// Notes the id in all three; the folder says last that it is done, and `meanwhile` until then.
pub(crate) fn bind(
    store: &Store,
    folder: &Path,
    id: InstallationId,
    keys: Keys,
    meanwhile: NoteState,
) -> Result<Keys, Fault> {
    let vouched = Note::find(folder)?.is_some_and(|note| note.vouched);
    let note = Note { installation: id.clone(), state: meanwhile, vouched };
    note.save(folder)?;
    let keys = keys.of(id.clone());
    keys.save(folder)?;
    let name = id.0.clone();
    store.write_now(move |tx| catalogue::set_meta(tx, META, &name))?;
    if !vouched {
        erasure::vouch_for_before(store, &keys)?;
    }
    store.write_now(|tx| mark_restoring(tx, false))?;
    Note { state: NoteState::Ready, vouched: true, ..note }.save(folder)?;
    Ok(keys)
}

enum Binding {
    Bound(Keys),
    New(InstallationId, Keys),
}

impl Binding {
    fn of(store: &Store, folder: &Path) -> Result<Binding, Fault> {
        let known = Known::of(store)?;
        if known.restoring {
            return Err(apart(Apart::HalfRestored { folder: folder.into() }));
        }
        let (note, keys) = (Note::find(folder)?, Keys::find(folder)?);
        let ready = note.as_ref().is_some_and(|note| note.state == NoteState::Ready);
        let at = || folder.to_path_buf();
        if !known.record && known.id.is_none() && (ready || (note.is_none() && is_used(folder)?)) {
            return Err(apart(Apart::NoDatabase { folder: at() }));
        }
        let id = match (&known.id, &note) {
            (Some(database), None) => {
                return Err(apart(Apart::NoFolder { database: database.clone(), folder: at() }));
            }
            (Some(database), Some(note)) if *database != note.installation => {
                let (own, database) = (note.installation.clone(), database.to_string());
                return Err(apart(Apart::OtherFolder { folder: at(), own, database }));
            }
            (None, Some(note)) if ready => {
                let (own, database) = (note.installation.clone(), "none".into());
                return Err(apart(Apart::OtherFolder { folder: at(), own, database }));
            }
            (Some(id), Some(_)) => Some(id.clone()),
            (None, note) => note.as_ref().map(|note| note.installation.clone()),
        };
        let keys = match keys {
            Some(keys) => keys,
            None if known.record || ready => return Err(apart(Apart::NoKeys { folder: at() })),
            None => Keys::fresh(),
        };
        if let (Some(own), Some(wanted)) = (&keys.installation, &id)
            && own != wanted
        {
            let (own, wanted) = (own.clone(), wanted.clone());
            return Err(apart(Apart::OtherKeys { folder: at(), own, wanted }));
        }
        if let (Some(_), true) = (&known.id, ready) {
            return match keys.installation {
                Some(_) => Ok(Binding::Bound(keys)),
                None => Err(apart(Apart::StrangeKeys { folder: at() })),
            };
        }
        // Before there were ids, or the first start did not end: only what agrees is bound.
        if !known.signed_by(&keys) {
            return Err(apart(Apart::StrangeKeys { folder: at() }));
        }
        let (missing, strange) = differences(store, folder, known.has_files)?;
        if missing > 0 || strange > 0 {
            return Err(apart(Apart::Disagree { folder: at(), missing, strange }));
        }
        let id = id.or_else(|| keys.installation.clone()).unwrap_or_else(InstallationId::fresh);
        Ok(Binding::New(id, keys))
    }
}

/// What a database says of itself, whatever version wrote it.
struct Known {
    id: Option<InstallationId>,
    restoring: bool,
    /// Somebody worked with it already.
    record: bool,
    has_files: bool,
    last_root: Option<storage::root::Root>,
}

impl Known {
    fn of(store: &Store) -> Result<Known, Fault> {
        if store.schema()? == Schema::Empty {
            return Ok(Known {
                id: None,
                restoring: false,
                record: false,
                has_files: false,
                last_root: None,
            });
        }
        let known = store.read_now(|tx: &mut Tx| {
            let mut has =
                |table: &str| Ok(!tx.query(&format!("select 1 from {table} limit 1"), &[])?.is_empty());
            let used: Result<Vec<bool>, StorageError> =
                ["account", "agency", "dossier", "root", "file"].map(&mut has).into_iter().collect();
            let used = used?;
            Ok::<_, StorageError>(Known {
                id: catalogue::meta(tx, META)?.map(InstallationId),
                restoring: catalogue::meta(tx, RESTORING)?.is_some(),
                record: used.contains(&true),
                has_files: used[4],
                last_root: storage::root::find_last(tx)?,
            })
        });
        Ok(known?)
    }

    /// Where nothing is signed yet any key will do.
    fn signed_by(&self, keys: &Keys) -> bool {
        self.last_root
            .as_ref()
            .is_none_or(|root| keys.signed(root.at.millis(), &root.digest, &root.signature))
    }
}

/// How many rows of files have no content in the folder, and how many contents no row. Versions before removed once a day what
/// had no row for a day: where there are rows that agree, contents of the database's last two days may be such left-overs.
fn differences(store: &Store, folder: &Path, has_files: bool) -> Result<(u64, u64), Fault> {
    const CHUNK: u32 = 500;
    let files = Files::at(folder.join("files"));
    let whole = store.schema()? == Schema::Current;
    let mut missing = 0;
    if has_files {
        let mut after = i64::MIN;
        loop {
            let from = after;
            // Only what every version's table has; what was erased has no content.
            let there = if whole { " and erased_under is null" } else { "" };
            let read = move |tx: &mut Tx| {
                tx.query(
                    &format!("select id, token from file where id > ?1{there} order by id limit ?2"),
                    storage::params![from, CHUNK],
                )?
                .iter()
                .map(|row| Ok::<_, StorageError>((row.get::<i64>(0)?, row.get::<String>(1)?)))
                .collect::<Result<Vec<_>, _>>()
            };
            let rows = store.read_now(read)?;
            let Some((last, _)) = rows.last() else { break };
            after = *last;
            missing += rows.iter().filter(|(_, token)| files.find(token).is_none()).count() as u64;
        }
    }
    let last = if has_files { last_made(store)? } else { None };
    let left_over = |at: SystemTime| {
        let hours = |hours: u64| Duration::from_secs(hours * 3600);
        last.is_some_and(|last| at + hours(48) > last && at < last + hours(24))
    };
    let mut strange = 0;
    files.each_named(|tokens| {
        if !has_files {
            strange += tokens.len() as u64;
            return Ok(());
        }
        for chunk in tokens.chunks(CHUNK as usize) {
            let wanted: Vec<String> = chunk.iter().map(|(token, _)| token.clone()).collect();
            let known = store.read_now(move |tx| storage::file::known(tx, &wanted))?;
            let odd = |(token, at): &&(String, SystemTime)| !known.contains(token) && !left_over(*at);
            strange += chunk.iter().filter(odd).count() as u64;
        }
        Ok(())
    })?;
    Ok((missing, strange))
}

/// When the database last made a key, of those tables every version has.
fn last_made(store: &Store) -> Result<Option<SystemTime>, Fault> {
    let newest = store.read_now(|tx: &mut Tx| {
        let mut newest = 0;
        for table in ["job", "draft", "file", "dossier"] {
            let row = tx.query_one(&format!("select id from {table} order by id desc limit 1"), &[])?;
            newest = newest.max(row.map_or(Ok::<_, StorageError>(0), |row| row.get(0))?);
        }
        Ok::<i64, StorageError>(newest)
    })?;
    let millis = u64::try_from(storage::IdSource::time_of(newest).millis()).unwrap_or_default();
    Ok((newest > 0).then(|| std::time::UNIX_EPOCH + Duration::from_millis(millis)))
}

/// Whether a folder has been an installation's: it has a note that says so, keys or files.
fn is_used(folder: &Path) -> Result<bool, Fault> {
    let ready = Note::find(folder)?.is_some_and(|note| note.state != NoteState::Making);
    let mut contents = false;
    Files::at(folder.join("files")).each_named(|tokens| {
        contents |= !tokens.is_empty();
        Ok(())
    })?;
    let making = Note::find(folder)?.is_some();
    Ok(ready || contents || (!making && Keys::find(folder)?.is_some()))
}

fn not_half_restored(folder: &Path) -> Result<(), Fault> {
    match Note::find(folder)? {
        Some(note) if note.state == NoteState::Restoring => {
            Err(apart(Apart::HalfRestored { folder: folder.into() }))
        }
        _ => Ok(()),
    }
}

/// A database on a server is there if it answers.
fn database_is_there(place: &Place) -> bool {
    match place {
        Place::Sqlite(file) => file.exists(),
        Place::Postgres(_) => true,
    }
}

/// Locks of the operating system: they end with the program, however it ends.
fn lock(folder: &Path, node: u8, purpose: Purpose) -> Result<Vec<File>, Fault> {
    if purpose == Purpose::Look {
        return Ok(Vec::new());
    }
    crate::files::private_folder(folder)?;
    let open = |name: &str| File::options().create(true).truncate(false).write(true).open(folder.join(name));
    let (whole, own) = (open("installation.lock")?, open(&format!("node-{node}.lock"))?);
    let taken = if purpose == Purpose::Alone { whole.try_lock() } else { whole.try_lock_shared() };
    held(taken, || Apart::NotAlone)?;
    held(own.try_lock(), || Apart::InUse { folder: folder.into(), node })?;
    Ok(vec![whole, own])
}

fn held(taken: Result<(), TryLockError>, otherwise: impl Fn() -> Apart) -> Result<(), Fault> {
    match taken {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(apart(otherwise())),
        Err(TryLockError::Error(error)) => Err(Fault::other(format!(
            "the folder cannot be locked, so no other program is kept out of it: {error}"
        ))),
    }
}

fn leased(place: &Place, node: u8, purpose: Purpose) -> Result<Option<Lease>, Fault> {
    if purpose == Purpose::Look {
        return Ok(None);
    }
    let lost = move || {
        tracing::error!(
            node,
            "another program took this node's number while the database was away; this one ends"
        );
        std::process::exit(1);
    };
    match lease::take(place, node, purpose == Purpose::Alone, lost)? {
        Some(lease) => Ok(Some(lease)),
        None if purpose == Purpose::Alone => Err(apart(Apart::NotAlone)),
        None => Err(apart(Apart::Leased { node })),
    }
}

fn apart(why: Apart) -> Fault {
    Fault::Other(why.into())
}

/// Marks a database that is being restored, and takes the mark away.
pub(crate) fn mark_restoring(tx: &mut Tx, begun: bool) -> Result<(), StorageError> {
    match begun {
        true => catalogue::set_meta(tx, RESTORING, "yes"),
        false => catalogue::drop_meta(tx, RESTORING),
    }
}

/// Writes a file that only its owner reads, whole or not at all, durable when this returns.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let new = path.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&new, path)?;
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}
