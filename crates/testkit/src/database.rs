//! PostgreSQL for tests: a database of its own for each, on the server that `MOTCUA_TEST_POSTGRES` names.

use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};

/// Which engine a test stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The engines this machine can try. Where `MOTCUA_TEST_ALL` is set, as in CI, both must be there.
pub fn engines() -> Vec<Engine> {
    if server().is_some() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] }
}

/// The address of the test server, where there is one.
fn server() -> Option<String> {
    let server = std::env::var("MOTCUA_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    if server.is_none() {
        let told = "MOTCUA_TEST_POSTGRES is not set: the PostgreSQL part of this test was left out";
        assert!(std::env::var_os("MOTCUA_TEST_ALL").is_none(), "{told}, and MOTCUA_TEST_ALL forbids that");
        // Written past the test harness, which would keep it to itself.
        let _ = writeln!(std::io::stderr(), "{told}");
    }
    server
}

/// A database of its own on the test server, dropped in the end.
pub struct Database {
    server: String,
    pub name: String,
}

static MADE: AtomicU32 = AtomicU32::new(0);

impl Database {
    /// Made on a thread apart: the synchronous client must not run on a runtime's thread.
    pub fn create() -> Database {
        let server = server().expect("asked only where a server is named");
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("motcua_test_{}_{number}", std::process::id());
        let made = Database { server, name: name.clone() };
        let commands = [format!("drop database if exists {name}"), format!("create database {name}")];
        made.ask_the_server(&commands).expect("MOTCUA_TEST_POSTGRES can be reached and databases made there");
        made
    }

    pub fn url(&self) -> String {
        with_database(&self.server, &self.name)
    }

    fn ask_the_server(&self, commands: &[String]) -> Result<(), postgres::Error> {
        let ask = || {
            let mut client = postgres::Client::connect(&self.server, postgres::NoTls)?;
            commands.iter().try_for_each(|command| client.batch_execute(command))
        };
        std::thread::scope(|scope| scope.spawn(ask).join().expect("the client does not panic"))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let dropped = self.ask_the_server(&[format!("drop database {} with (force)", self.name)]);
        if let Err(error) = dropped {
            let _ = writeln!(std::io::stderr(), "the database {} stays behind: {error}", self.name);
        }
    }
}

/// The same server's address with another database.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) = match server.split_once('?') {
        Some((address, options)) => (address, format!("?{options}")),
        None => (server, String::new()),
    };
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let end = address[host..].find('/').map_or(address.len(), |slash| host + slash);
    format!("{}/{name}{options}", &address[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_of_an_address_is_exchanged() {
        assert_eq!(with_database("postgres://me@host:5432/postgres", "x"), "postgres://me@host:5432/x");
        assert_eq!(with_database("postgres://me@host", "x"), "postgres://me@host/x");
        assert_eq!(with_database("postgres://me@host/old?host=/tmp", "x"), "postgres://me@host/x?host=/tmp");
    }
}
