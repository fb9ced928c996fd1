//! The world of these tests: the demonstration province without its past, on Monday 2 March 2026 at nine.

use app::accounts::SignedIn;
use app::backup::RestoreAs;
use app::clock::Clock;
use app::dossiers::{ActRequest, Done, NewDossier, NotDone};
use app::drafts::{Opened, TypedDraft};
use app::verify::VerifyFinding;
use app::{App, DatabaseLocation, Purpose};
use domain::dossier::{
    Accept, AskCompletion, Command, Delivery, Dossier, DossierId, FileDossier, PaperGiven, Parties, Party,
    Record, Refusal, Refuse, Request, replay,
};
use domain::officer::{Actor, Officer};
use domain::procedure::{Channel, Level};
use domain::time::Instant;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use storage::{SqlValue, StorageError, params, record};
use tempfile::TempDir;
use testkit::{Database, Engine, engines};

pub const NOW: &str = "2026-03-02T09:00";
const LATER: &str = "2026-03-02T10:00";
/// Replacing a lawyer's certificate: the department of justice decides, the centre receives.
const PROCEDURE: &str = "1.008628";

pub const NAME: &str = "Nguyễn Văn An";
pub const PDF: &[u8] = b"%PDF-1.4\n% a file of the tests\n";

pub struct World {
    pub app: App,
    pub counter: Officer,
    pub second_counter: Officer,
    pub place: DatabaseLocation,
    // Dropped after the app that uses them, in this order.
    _database: Option<Database>,
    folder: TempDir,
}

/// The engines side by side: neither knows of the other.
pub fn on_each_engine(test: impl Fn(&World) + Sync) {
    let test = &test;
    std::thread::scope(|scope| {
        for engine in engines() {
            scope.spawn(move || {
                let _turn = turn(&[engine]);
                test(&World::seeded(Home::new(engine)));
            });
        }
    });
}

/// Every engine as the source, every engine as the target.
pub fn on_each_pair(test: impl Fn(&World, Home)) {
    for source in engines() {
        for target in engines() {
            let _turn = turn(&[source, target]);
            test(&World::seeded(Home::new(source)), Home::new(target));
        }
    }
}

/// One test at a time uses the server: each opens some twenty connections.
pub fn turn(engines: &[Engine]) -> Option<MutexGuard<'static, ()>> {
    static TURN: Mutex<()> = Mutex::new(());
    let asked = engines.contains(&Engine::Postgres);
    asked.then(|| TURN.lock().unwrap_or_else(PoisonError::into_inner))
}

/// An empty place for an installation.
pub struct Home {
    pub place: DatabaseLocation,
    pub database: Option<Database>,
    pub folder: TempDir,
}

impl Home {
    pub fn new(engine: Engine) -> Home {
        let folder = tempfile::tempdir().unwrap();
        let database = (engine == Engine::Postgres).then(Database::create);
        let place = match &database {
            Some(database) => DatabaseLocation::Postgres(database.url()),
            None => DatabaseLocation::Sqlite(folder.path().join("motcua.db")),
        };
        Home { place, database, folder }
    }
}

pub fn open_app(home: &Home, now: &str) -> App {
    App::open(app::Opening {
        place: home.place.clone(),
        folder: home.folder.path().to_path_buf(),
        clock: Clock::set_at(Instant::parse(now).unwrap()),
        mail: gateway::Mail::None,
        portal_url: "http://localhost".into(),
        node: 0,
        purpose: Purpose::Work,
    })
    .unwrap()
}

pub fn find_officer(app: &App, login: &'static str) -> Officer {
    let found = app.store.read_now(move |tx| {
        let account = storage::account::find_by_login(tx, login)?;
        match account {
            Some(account) => storage::account::find_officer(tx, account.id),
            None => Ok(None),
        }
    });
    found.unwrap().unwrap_or_else(|| panic!("the province has an officer `{login}`"))
}

/// Backs an installation up and brings it back somewhere else.
pub fn restored(from: &World, to: Home) -> World {
    let backup = from.folder().join("backup");
    let saved = app::backup::write(&from.app, &backup).unwrap();
    let count = app::backup::restore(&backup, &to.place, to.folder.path(), RestoreAs::Same).unwrap();
    assert_eq!((count.rows, count.files), (saved.rows, saved.files));
    assert_eq!((saved.missing.len(), count.missing.len()), (0, 0));
    World::opened(to)
}

pub fn accept() -> Command {
    Command::Accept(Accept::default())
}

pub fn refuse() -> Command {
    Command::Refuse(Refuse { reason: "Không thuộc thẩm quyền".into(), ..Refuse::default() })
}

pub fn ask_completion() -> Command {
    let request = Request { words: "Bản đã nộp bị mờ".into(), ..Request::default() };
    Command::AskCompletion(AskCompletion { request, document: String::new() })
}

pub fn ordinal(done: &Done) -> u32 {
    done.dossier.code.as_ref().expect("it was accepted").ordinal()
}

pub fn assert_refused(answer: Result<Done, NotDone>, expected: Refusal) {
    match answer {
        Err(NotDone::Refused(refusal)) => assert_eq!(refusal, expected),
        other => panic!("{other:?}"),
    }
}

impl World {
    pub fn seeded(home: Home) -> World {
        let app = open_app(&home, NOW);
        province::seed(&app).unwrap();
        World::with(app, home)
    }

    /// What was made before is opened an hour later: keys grow with the clock.
    pub fn opened(home: Home) -> World {
        let app = open_app(&home, LATER);
        World::with(app, home)
    }

    pub fn with(app: App, home: Home) -> World {
        let counter = find_officer(&app, "counter");
        let second_counter = find_officer(&app, "counter2");
        let Home { place, database, folder } = home;
        World { app, counter, second_counter, place, _database: database, folder }
    }

    /// Another program on the same database.
    pub fn second_node(&self) -> App {
        App::open(app::Opening {
            place: self.place.clone(),
            folder: self.folder.path().to_path_buf(),
            clock: Clock::set_at(self.app.now()),
            mail: gateway::Mail::None,
            portal_url: "http://localhost".into(),
            node: 1,
            purpose: Purpose::Work,
        })
        .unwrap()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Time passes.
    pub fn later(&self, minutes: i64) {
        self.app.clock.set(self.app.now().plus_minutes(minutes));
    }

    /// A dossier taken at the counter of the centre.
    pub fn opening(&self, key: &str, then: Vec<Command>) -> NewDossier {
        let data = self.app.master_data();
        let department = data.agency_by_key("justice").expect("the province has it").id;
        let owner = Party { name: NAME.into(), identity: "099123456789".into(), ..Party::default() };
        NewDossier {
            filing: FileDossier {
                main: None,
                reference: app::random::reference(),
                channel: Channel::Direct,
                receiving: self.counter.agency,
                competent: department,
                level: Level::new(4).unwrap(),
                owner_kind: None,
                trial: false,
                account: None,
                parties: Parties { owner, submitter: None },
                answers: [("note".to_string(), "Ghi chú".to_string())].into(),
                case: None,
                papers: Vec::new(),
                file_names: Default::default(),
                delivery: Delivery::Counter,
            },
            procedure: PROCEDURE.into(),
            actor: Actor::Officer(self.counter.clone()),
            key: key.into(),
            then,
            draft: None,
            files: Vec::new(),
        }
    }

    /// The same with a file that its first event speaks of, accepted at once.
    pub fn opening_with(&self, file: storage::file::File, key: &str) -> NewDossier {
        let mut opening = self.opening(key, vec![accept()]);
        let (paper, fact) = (file.paper.clone(), app::files::fact(&file));
        opening.filing.papers = vec![PaperGiven::new(paper, 0, 1, Some(fact))];
        opening.filing.file_names = [(file.id, file.name.clone())].into();
        NewDossier { files: vec![file], ..opening }
    }

    /// A citizen's draft, ready to be sent.
    pub fn draft(&self) -> (SignedIn, Opened) {
        let account = self.app.store.read_now(|tx| storage::account::find_by_login(tx, "citizen"));
        let account = account.unwrap().expect("the province has a citizen");
        let signed_in = SignedIn { account, officer: None, unread: 0 };
        let data = self.app.master_data();
        let procedure = data.procedure(PROCEDURE, self.app.now().date()).expect("it is in force");
        let agency = data.agency_by_key("justice").expect("the province has it").id;
        let owner = Party { name: NAME.into(), ..Party::default() };
        let typed = TypedDraft { parties: Parties { owner, submitter: None }, ..TypedDraft::default() };
        let open = async {
            let token = app::drafts::start(&self.app, signed_in.id(), procedure, agency, &typed).await?;
            let draft =
                app::drafts::open(&self.app, token.clone(), signed_in.id()).await?.expect("just made").draft;
            for paper in procedure.papers.iter().filter(|paper| paper.required) {
                let landed = self.app.files.put_now(PDF)?;
                let row = app::files::row(&self.app, &landed, "giấy tờ.pdf", &paper.id, Some(draft.id));
                assert!(app::drafts::add_file(&self.app, draft.id, row).await?);
            }
            app::drafts::open(&self.app, token, signed_in.id()).await
        };
        let opened = self.wait(open).unwrap().expect("just made");
        (signed_in, opened)
    }

    pub fn open(&self, opening: NewDossier) -> Result<Done, NotDone> {
        app::dossiers::open_now(&self.app, opening)
    }

    /// The first counter officer acts.
    pub fn perform(
        &self,
        dossier: &Dossier,
        key: &str,
        command: Command,
        seen: Option<u32>,
    ) -> Result<Done, NotDone> {
        app::dossiers::perform_now(
            &self.app,
            ActRequest {
                reference: dossier.reference.clone(),
                actor: Actor::Officer(self.counter.clone()),
                command,
                key: key.into(),
                seen,
            },
        )
    }

    pub fn perform_as(
        &self,
        actor: Actor,
        dossier: &Dossier,
        key: &str,
        command: Command,
    ) -> Result<Done, NotDone> {
        let reference = dossier.reference.clone();
        app::dossiers::perform_now(
            &self.app,
            ActRequest { reference, actor, command, key: key.into(), seen: None },
        )
    }

    /// Waits for what is answered later.
    pub fn wait<T>(&self, answer: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(answer)
    }

    /// The record as it lies in the database, and what it means.
    pub fn load(&self, id: DossierId) -> (Vec<Record>, Dossier) {
        let records = self.app.store.read_now(move |tx| record::load(tx, id)).unwrap();
        let dossier = replay(id, &records).expect("the record begins with the filing");
        (records, dossier)
    }

    pub fn verify(&self) -> Vec<VerifyFinding> {
        app::verify::all(&self.app).unwrap().findings
    }

    pub fn gather_roots(&self) -> u32 {
        self.wait(app::roots::gather(&self.app)).unwrap()
    }

    /// Changes rows behind the program's back; it must find some.
    pub fn tamper(&self, sql: &str, dossier: i64) {
        let text = sql.to_string();
        let touched = self.app.store.write_now(move |tx| tx.execute(&text, params![dossier])).unwrap();
        let optional = sql.contains("from reading");
        assert!(touched > 0 || optional, "nothing was touched by {sql}");
    }

    pub fn execute(&self, sql: &str) {
        let text = sql.to_string();
        let touched = self.app.store.write_now(move |tx| tx.execute(&text, &[])).unwrap();
        assert!(touched > 0, "nothing was touched by {sql}");
    }

    pub fn count(&self, table: &str) -> i64 {
        self.number(format!("select count(*) from {table}"), None)
    }

    pub fn query_count(&self, sql: &str, dossier: i64) -> i64 {
        self.number(sql.to_string(), Some(dossier))
    }

    pub fn number(&self, sql: String, dossier: Option<i64>) -> i64 {
        let found = self.app.store.read_now(move |tx| {
            let row = match dossier {
                Some(dossier) => tx.query_one(&sql, params![dossier])?,
                None => tx.query_one(&sql, &[])?,
            };
            row.ok_or_else(|| StorageError::Unexpected("a count gave nothing".into()))?.get::<i64>(0)
        });
        found.unwrap()
    }

    /// Every row of a table, in the order of its key.
    pub fn rows(&self, table: &storage::tables::TableSchema) -> Vec<Vec<SqlValue>> {
        let sql = format!("select {} from {}", table.columns, table.name);
        let mut rows = self
            .app
            .store
            .read_now(move |tx| {
                let rows = tx.query(&sql, &[])?;
                Ok::<_, StorageError>(rows.iter().map(|row| row.values().to_vec()).collect::<Vec<_>>())
            })
            .unwrap();
        // The engines order texts differently; the words of a row do not.
        rows.sort_by_key(|row| format!("{row:?}"));
        rows
    }

    pub fn tables(&self) -> BTreeSet<String> {
        let sql = match &self.place {
            DatabaseLocation::Sqlite(_) => {
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
            }
            DatabaseLocation::Postgres(_) => {
                "select tablename::text from pg_tables where schemaname = 'public'"
            }
        };
        self.names(sql, Vec::new())
    }

    pub fn columns(&self, table: &str) -> BTreeSet<String> {
        let sql = match &self.place {
            DatabaseLocation::Sqlite(_) => "select name from pragma_table_info(?1)",
            DatabaseLocation::Postgres(_) => {
                "select column_name::text from information_schema.columns
                 where table_schema = 'public' and table_name::text = ?1::text"
            }
        };
        self.names(sql, vec![table.into()])
    }

    /// The names of all indexes that are not constraints.
    pub fn indexes(&self) -> BTreeSet<String> {
        let sql = match &self.place {
            DatabaseLocation::Sqlite(_) => {
                "select name from sqlite_master where type = 'index' and sql is not null"
            }
            DatabaseLocation::Postgres(_) => {
                "select indexname::text from pg_indexes where schemaname = 'public'"
            }
        };
        self.names(sql, Vec::new())
    }

    /// The facts of every event, in order.
    pub fn facts(&self) -> Vec<String> {
        let found = self.app.store.read_now(|tx| {
            let rows = tx.query("select facts from event order by dossier_id, sequence", &[])?;
            rows.iter().map(|row| row.get(0)).collect::<Result<Vec<String>, StorageError>>()
        });
        found.unwrap()
    }

    pub fn names(&self, sql: &'static str, values: Vec<SqlValue>) -> BTreeSet<String> {
        let found = self.app.store.read_now(move |tx| {
            let mut names = BTreeSet::new();
            for row in tx.query(sql, &values)? {
                names.insert(row.get::<String>(0)?);
            }
            Ok::<_, StorageError>(names)
        });
        found.unwrap()
    }
}
