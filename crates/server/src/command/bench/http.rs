//! Pages over HTTP/1.1 on loopback: server and clients share the machine.

use super::clients::{Clients, Measured, Went};
use super::connection::Connection;
use super::office::{Desk, Office};
use super::report::BenchReport;
use super::{Bed, reads};
use crate::assembly;
use anyhow::{Context, Result};
use app::accounts::AccountScope;
use app::attempts::AttemptBounds;
use app::inbox::{ListRow, Narrowed, Tab};
use domain::Text;
use domain::officer::{AccountId, Officer, Role};
use std::collections::{BTreeSet, HashMap};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use tokio::task::JoinHandle;
use web::limits::Limits;
use web::site::Settings;
use web::{Hosts, Site};

/// What browsers say they take.
const GZIP: &str = "Accept-Encoding: gzip\r\n";
/// Number of clients for pages; they are also measured with as many clients as everything else.
const FEW: usize = 4;
/// Rows of a division's list that are looked at for what waits.
const LOOKED_AT: u32 = 1_000;

/// The site of a bed, served until it is dropped.
struct Served {
    address: SocketAddr,
    server: JoinHandle<std::io::Result<()>>,
    /// It is served on its threads.
    _runtime: tokio::runtime::Runtime,
}

impl Served {
    fn of(bed: &Bed) -> Result<Served> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let settings = Settings {
            hosts: Hosts::default(),
            tls: false,
            trusted_proxies: Vec::new(),
            owner: Text::new("Tỉnh Thanh Lam", "Thanh Lam Province"),
            phone: String::new(),
            demonstration: true,
        };
        let limits = Limits::new(NonZeroU32::MAX, NonZeroU32::MAX, AttemptBounds::default());
        let site = Site {
            app: bed.app.clone(),
            settings: Arc::new(settings),
            limits: Arc::new(limits),
            scope: AccountScope::Everybody,
        };
        let listener = assembly::bind("127.0.0.1:0".parse()?)?;
        let address = listener.local_addr()?;
        let service = assembly::service(&site).into_make_service_with_connect_info::<SocketAddr>();
        let server = runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, service).await
        });
        Ok(Served { address, server, _runtime: runtime })
    }

    fn office(&self, headers: &'static str) -> Office<'static> {
        Office { address: self.address, password: province::PASSWORD, headers }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.server.abort();
    }
}

pub fn look_up(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let served = Served::of(bed)?;
    let codes: Vec<String> = reads::codes(bed)?.iter().map(ToString::to_string).collect();
    for (name, headers) in [("look-up page over HTTP", ""), ("look-up page over HTTP, gzip", GZIP)] {
        let count = bed.clients.count;
        let measured = bed.clients.drive(|client| {
            let codes = &codes;
            let mut next = client;
            let mut line = Connection::open(served.address, headers);
            move || {
                next += count;
                let Ok(open) = &mut line else { return Went::Out };
                match open.get(&format!("/lookup?code={}", codes[next % codes.len()])) {
                    Ok(200) => Went::Well,
                    Ok(_) => Went::Failed,
                    Err(_) => {
                        line = Connection::open(served.address, headers);
                        Went::Failed
                    }
                }
            }
        });
        report.add(name, &measured, None);
    }
    Ok(())
}

/// The pages officers live with: the lists of a division and of the counter, and a search for a name.
pub fn pages(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let (served, logins) = (Served::of(bed)?, logins(bed)?);
    let counter = bed.player.officers().iter().find(|officer| officer.has(Role::Counter));
    let counter = login(&logins, counter.context("there is no counter")?)?;
    let (limited, _) = reads::limited_officer(bed).context("nobody handles dossiers")?;
    let names: Vec<String> = reads::sample(bed)?.into_iter().map(|(_, name)| name).collect();
    let lists = [
        ("inbox page of a division", login(&logins, &limited)?, "/office?tab=unit"),
        ("inbox page of the counter", counter, "/office?tab=return"),
    ];
    for clients in few_and_all(bed) {
        for (name, login, path) in lists {
            for (manner, headers) in [("", ""), (", gzip", GZIP)] {
                let (measured, weight) = served.office(headers).page(clients, login, path)?;
                add(report, &format!("{name}{manner}"), clients, &measured);
                report.note(format!("weight of {name}{manner}"), format!("{:.1} kB", weight as f64 / 1000.0));
            }
        }
        let measured = served.office("").search(clients, counter, &names)?;
        add(report, "search page for a whole name", clients, &measured);
    }
    Ok(())
}

/// Officers' acts with their pages: the few have divisions of their own, so that none is worked off when all begin.
pub fn acts(bed: &Bed, report: &mut BenchReport) -> Result<()> {
    let served = Served::of(bed)?;
    let desks = busiest(bed, &logins(bed)?, bed.clients.count + FEW)?;
    let (all, few) = desks.split_at(desks.len().saturating_sub(FEW).max(1));
    for (clients, desks) in few_and_all(bed).into_iter().zip([if few.is_empty() { all } else { few }, all]) {
        let (measured, opened) = served.office("").acts(clients, desks)?;
        add(report, "transition with its pages", clients, &measured);
        let share = opened as f64 / measured.count().max(1) as f64;
        report.note(
            format!("dossiers opened for a transition, {} clients", clients.count),
            format!("{share:.2}"),
        );
    }
    Ok(())
}

fn few_and_all(bed: &Bed) -> Vec<Clients> {
    let mut counts = vec![FEW, bed.clients.count];
    counts.dedup();
    counts.into_iter().map(|count| Clients { count, ..bed.clients }).collect()
}

fn add(report: &mut BenchReport, what: &str, clients: Clients, measured: &Measured) {
    report.add(&format!("{what}, {} clients", clients.count), measured, None);
}

fn logins(bed: &Bed) -> Result<HashMap<AccountId, String>> {
    let rows = bed.app.store.read_now(|tx| storage::account::list_all_officers(tx, "", u32::MAX))?;
    Ok(rows.into_iter().map(|row| (row.officer.account, row.login)).collect())
}

fn login<'a>(logins: &'a HashMap<AccountId, String>, officer: &Officer) -> Result<&'a str> {
    Ok(logins.get(&officer.account).context("an officer has no login")?)
}

/// An officer of each division, those first where most waits for such an officer.
fn busiest(bed: &Bed, logins: &HashMap<AccountId, String>, most: usize) -> Result<Vec<Desk>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let (data, mut seen, mut desks) = (bed.app.master_data(), BTreeSet::new(), Vec::new());
    for officer in bed.player.officers() {
        let only_handles = officer.has(Role::Officer) && !officer.has(Role::Counter);
        if only_handles && seen.insert((officer.agency, officer.unit.clone())) {
            let page = app::inbox::list(&bed.app, officer, Tab::Unit, Narrowed::default(), LOOKED_AT);
            let waits = |row: &ListRow| {
                let procedure = data.procedure_any(&row.procedure);
                let role = procedure.zip(row.step.as_ref()).map(|(known, step)| known.process.role(step));
                let free = row.assignee.is_none_or(|assignee| assignee == officer.account);
                free && !row.beside && role == Some(Role::Officer)
            };
            let rows = runtime.block_on(page)?.rows;
            let waiting = rows.iter().filter(|row| waits(row)).map(|row| row.reference.to_string()).collect();
            desks.push(Desk { login: login(logins, officer)?.to_string(), waiting });
        }
    }
    desks.sort_by_key(|desk| std::cmp::Reverse(desk.waiting.len()));
    desks.truncate(most);
    Ok(desks)
}
