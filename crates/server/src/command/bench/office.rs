//! The pages officers live with, and their acts with the pages around them, over HTTP/1.1: session, form and key
//! included.

use super::clients::{Clients, Measured, Went};
use super::connection::Connection;
use super::form::{self, HtmlForm};
use std::collections::HashSet;
use std::io::Result;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

/// A site to ask, and the password of its officers.
#[derive(Clone, Copy)]
pub struct Office<'a> {
    pub address: SocketAddr,
    pub password: &'a str,
    pub headers: &'static str,
}

/// An officer who works through a division's list.
pub struct Desk {
    pub login: String,
    /// What waits there for such an officer, most of it at least: what others have, and steps of heads, would be opened in vain.
    pub waiting: HashSet<String>,
}

/// Dossiers a client has at hand before the clock runs.
const AT_HAND: usize = 500;
/// The acts that ask for nothing but what their forms propose.
const ACTS: [&str; 4] = ["assign", "finish-step", "receive", "hand-over"];

impl Office<'_> {
    fn line(&self, login: &str) -> Result<Connection> {
        Connection::signed_in(self.address, login, self.password, self.headers)
    }

    /// A line for each client; those of one officer share its session.
    fn lines(&self, clients: Clients, logins: &[String]) -> Result<Vec<Connection>> {
        (0..clients.count).map(|client| self.line(&logins[client % logins.len()])).collect()
    }

    /// A page asked for again and again, with its weight.
    pub fn page(&self, clients: Clients, login: &str, path: &str) -> Result<(Measured, usize)> {
        let mut first = self.line(login)?;
        first.get(path)?;
        let lines = Hands::of(self.lines(clients, &[login.to_string()])?);
        let measured = clients.drive(|client| {
            let mut line = lines.take(client);
            move || went(&mut line, |line| Ok(line.get(path)? == 200))
        });
        Ok((measured, first.weight()))
    }

    /// A search for a whole name: the form sent, and the page it leads to.
    pub fn search(&self, clients: Clients, login: &str, names: &[String]) -> Result<Measured> {
        let lines = Hands::of(self.lines(clients, &[login.to_string()])?);
        Ok(clients.drive(|client| {
            let (mut line, mut next) = (lines.take(client), client);
            move || {
                next += clients.count;
                let form = HtmlForm::plain("/office/search", &[("wanted", &names[next % names.len()])]);
                went(&mut line, |line| Ok(line.send(&form)?.0 == 200))
            }
        }))
    }

    /// The next act on a dossier of one's division, its form as its page showed it, and the page it leads to. A dossier
    /// that was not open yet is opened first; how many were is told too.
    pub fn acts(&self, clients: Clients, desks: &[Desk]) -> Result<(Measured, u64)> {
        let logins: Vec<String> = desks.iter().map(|desk| desk.login.clone()).collect();
        let mut hands = Vec::new();
        for (client, mut line) in self.lines(clients, &logins)?.into_iter().enumerate() {
            // Clients that share a division take its dossiers in turn.
            let sharing = clients.count.div_ceil(desks.len());
            let found = dossiers(&mut line, &desks[client % desks.len()], AT_HAND * sharing)?;
            let own: Vec<String> = found.into_iter().skip(client / desks.len()).step_by(sharing).collect();
            hands.push((line, own));
        }
        let (hands, opened) = (Hands::of(hands), AtomicU64::new(0));
        let measured = clients.drive(|client| {
            let opened = &opened;
            let (mut line, mut waiting) = hands.take(client);
            let mut open: Option<HtmlForm> = None;
            move || {
                let form = loop {
                    match open.take() {
                        Some(form) => break form,
                        None => {
                            opened.fetch_add(1, Ordering::Relaxed);
                            match next(&mut line, &mut waiting) {
                                Some(Ok(form)) => open = form,
                                Some(Err(_)) => return again(&mut line),
                                None => return Went::Out,
                            }
                        }
                    }
                };
                let dossier = form.action.split("/acts/").next().unwrap_or_default().to_string();
                went(&mut line, |line| {
                    let (status, to) = line.send(&form)?;
                    if to.starts_with(&dossier) {
                        open = own(form::expected(line.page()));
                    }
                    Ok(status == 200)
                })
            }
        });
        Ok((measured, opened.into_inner()))
    }
}

/// Opens the next dossier: the form of its next act, if that asks for nothing of its own.
fn next(line: &mut Connection, waiting: &mut Vec<String>) -> Option<Result<Option<HtmlForm>>> {
    let path = waiting.pop()?;
    Some(line.get(&path).map(|_| own(form::expected(line.page()))))
}

fn own(form: Option<HtmlForm>) -> Option<HtmlForm> {
    let asks_nothing =
        |form: &HtmlForm| form.action.rsplit('/').next().is_some_and(|act| ACTS.contains(&act));
    form.filter(asks_nothing)
}

/// What waits in one's division, page by page of its list.
fn dossiers(line: &mut Connection, desk: &Desk, max: usize) -> Result<Vec<String>> {
    let (mut found, mut page) = (Vec::new(), Some("/office?tab=unit".to_string()));
    while let Some(path) = page.filter(|_| found.len() < max) {
        line.get(&path)?;
        let waits = |path: &String| {
            path.split(['/', '?']).nth(3).is_some_and(|reference| desk.waiting.contains(reference))
        };
        found.extend(form::links(line.page(), "/office/dossiers/").into_iter().filter(waits));
        page = form::links(line.page(), "/office?").into_iter().find(|to| to.contains("after="));
    }
    found.truncate(max);
    Ok(found)
}

/// What a line that answered otherwise than it should did; one that broke is opened anew.
fn went(line: &mut Connection, does: impl FnOnce(&mut Connection) -> Result<bool>) -> Went {
    match does(line) {
        Ok(true) => Went::Well,
        Ok(false) => Went::Failed,
        Err(_) => again(line),
    }
}

fn again(line: &mut Connection) -> Went {
    if line.again().is_ok() { Went::Failed } else { Went::Out }
}

/// What each client takes as its own when it begins.
struct Hands<T>(std::sync::Mutex<Vec<Option<T>>>);

impl<T> Hands<T> {
    fn of(all: Vec<T>) -> Hands<T> {
        Hands(std::sync::Mutex::new(all.into_iter().map(Some).collect()))
    }

    fn take(&self, client: usize) -> T {
        let mut all = self.0.lock().expect("no panic while one is taken");
        all[client].take().expect("each client begins once")
    }
}
