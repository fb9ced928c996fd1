//! News: which dossiers have just changed, for pages that are open now. A hint says no more than which dossier and how
//! many events it has; whoever gets one fetches the page, and what they may see is decided there again. Hints may be
//! lost: then everything may have changed. Between nodes they travel by notifications of the database, sent outside of
//! any writing transaction and gathered, at most ten times a second.

use crate::{App, Fault, random};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Dossier, may_open};
use domain::officer::{AccountId, Officer};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, RwLock};
use storage::{DatabaseLocation, news};
use tokio::sync::broadcast;

/// Maximum hints waiting for a reader; a slower one is told that everything may have changed.
const WAITING: usize = 1_024;
/// Maximum bytes of one notification; the database takes 8,000.
const NOTE_MAX: usize = 7_000;
/// Maximum dossiers that are told one by one; beyond it, everything may have changed.
const NOTES_MAX: usize = 20;

/// A dossier that changed, with what decides whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierChange {
    pub reference: String,
    pub sequence: u32,
    receiving: AgencyId,
    competent: AgencyId,
    /// Divisions that have or had it.
    units: Vec<UnitKey>,
    /// Who supports or follows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    involved: Vec<AccountId>,
}

impl DossierChange {
    fn of(dossier: &Dossier) -> DossierChange {
        DossierChange {
            reference: dossier.reference.to_string(),
            sequence: dossier.sequence,
            receiving: dossier.counter(),
            competent: dossier.competent,
            units: dossier.units.iter().cloned().collect(),
            involved: dossier
                .involved
                .iter()
                .filter(|involved| involved.how.is_some())
                .map(|involved| involved.officer)
                .collect(),
        }
    }

    /// Whether an officer may know of it: who may open the dossier.
    pub fn concerns(&self, officer: &Officer) -> bool {
        let asked = || self.involved.iter().any(|account| officer.is(*account));
        (officer.agency == self.competent && asked())
            || may_open(officer, self.receiving, self.competent, self.units.contains(&officer.unit))
    }
}

#[derive(Clone, Debug)]
pub enum News {
    Changed(Arc<DossierChange>),
    /// Something was missed.
    Everything,
}

/// How many of the last news are kept, for pages that were shown before they listened.
const KEPT: usize = 512;

/// The last news, each with its number.
#[derive(Default)]
struct Last {
    number: u64,
    news: VecDeque<(u64, News)>,
}

/// Where news comes in and goes out.
pub struct Newsroom {
    /// Nothing once the program is told to stop.
    readers: RwLock<Option<broadcast::Sender<News>>>,
    last: Mutex<Last>,
    /// For other nodes.
    outgoing: Mutex<Vec<Arc<DossierChange>>>,
    /// Tells our own notifications from those of others.
    own: String,
    place: DatabaseLocation,
}

/// A notification between nodes.
#[derive(Serialize, Deserialize)]
struct ChangeNote {
    from: String,
    /// Nothing where everything may have changed.
    changes: Option<Vec<DossierChange>>,
}

impl Newsroom {
    pub(crate) fn of(place: &DatabaseLocation) -> Newsroom {
        let (readers, _) = broadcast::channel(WAITING);
        Newsroom {
            readers: RwLock::new(Some(readers)),
            last: Mutex::default(),
            outgoing: Mutex::default(),
            own: random::token(),
            place: place.clone(),
        }
    }

    /// News from now on. It ends when the program is told to stop.
    pub fn subscribe(&self) -> broadcast::Receiver<News> {
        let readers = self.readers.read().expect("no panic while it is held");
        readers.as_ref().map_or_else(|| broadcast::channel(1).1, broadcast::Sender::subscribe)
    }

    /// Ends every line: the program stops, and waits for those who still listen.
    pub fn close(&self) {
        self.readers.write().expect("no panic while it is held").take();
    }

    /// How much news there was, for asking later what came after it: `mark`, a number.
    pub fn mark(&self) -> String {
        format!("{}.{}", self.own, self.last.lock().expect("no panic while it is held").number)
    }

    /// What came after a mark. A mark of another node, or one from too long ago, cannot be told from anything.
    pub fn since(&self, mark: &str) -> Vec<News> {
        let last = self.last.lock().expect("no panic while it is held");
        let own = mark.split_once('.').filter(|(own, _)| *own == self.own);
        let number: Option<u64> = own.and_then(|(_, number)| number.parse().ok());
        let oldest = last.news.front().map_or(last.number, |(number, _)| number - 1);
        match number.filter(|number| (oldest..=last.number).contains(number)) {
            Some(number) => {
                last.news.iter().filter(|(own, _)| *own > number).map(|(_, news)| news.clone()).collect()
            }
            None => vec![News::Everything],
        }
    }

    fn send(&self, news: News) {
        {
            let mut last = self.last.lock().expect("no panic while it is held");
            last.number += 1;
            let number = last.number;
            last.news.push_back((number, news.clone()));
            if last.news.len() > KEPT {
                last.news.pop_front();
            }
        }
        if let Some(readers) = self.readers.read().expect("no panic while it is held").as_ref() {
            // Nobody may be listening.
            let _ = readers.send(news);
        }
    }

    /// A dossier changed on this node, and the change is durable.
    pub(crate) fn tell(&self, dossier: &Dossier) {
        let change = Arc::new(DossierChange::of(dossier));
        if matches!(self.place, DatabaseLocation::Postgres(_)) {
            self.outgoing.lock().expect("no panic while it is held").push(change.clone());
        }
        self.send(News::Changed(change));
    }

    /// What came from another node.
    fn hear(&self, text: Option<&str>) {
        let note: Option<ChangeNote> = text.and_then(|text| serde_json::from_str(text).ok());
        if note.as_ref().is_some_and(|note| note.from == self.own) {
            return;
        }
        let Some(changes) = note.and_then(|note| note.changes) else {
            return self.send(News::Everything);
        };
        for change in changes {
            self.send(News::Changed(Arc::new(change)));
        }
    }

    /// What is to be told to the others, as texts short enough.
    fn notes(&self) -> Vec<String> {
        let changes = std::mem::take(&mut *self.outgoing.lock().expect("no panic while it is held"));
        let written = |changes: Option<Vec<DossierChange>>| {
            serde_json::to_string(&ChangeNote { from: self.own.clone(), changes }).unwrap_or_default()
        };
        let (mut notes, mut waiting, mut length) = (Vec::new(), Vec::new(), 0);
        for change in changes {
            let own = 160 + change.units.iter().map(|unit| unit.0.len() + 4).sum::<usize>();
            if length + own > NOTE_MAX && !waiting.is_empty() {
                notes.push(written(Some(std::mem::take(&mut waiting))));
                length = 0;
            }
            length += own;
            waiting.push(DossierChange::clone(&change));
        }
        if !waiting.is_empty() {
            notes.push(written(Some(waiting)));
        }
        let short = notes.len() <= NOTES_MAX && notes.iter().all(|note| note.len() <= NOTE_MAX + 900);
        if short { notes } else { vec![written(None)] }
    }
}

/// Tells other nodes what changed here since the last time.
pub async fn announce(app: &App) -> Result<(), Fault> {
    for note in app.news.notes() {
        app.store.read_once(move |tx| news::announce(tx, &note)).await?;
    }
    Ok(())
}

/// Hears what other nodes tell, until the answer is dropped; nothing where there is one node only.
pub fn listen(app: &App) -> Option<news::Listening> {
    let room = app.news.clone();
    news::listen(&app.news.place, move |text| room.hear(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(number: u32, units: usize) -> Arc<DossierChange> {
        Arc::new(DossierChange {
            reference: format!("{number:016}"),
            sequence: number,
            receiving: AgencyId(1),
            competent: AgencyId(2),
            units: (0..units).map(|unit| UnitKey(format!("division-{unit}"))).collect(),
            involved: Vec::new(),
        })
    }

    fn room(changes: Vec<Arc<DossierChange>>) -> Newsroom {
        let room = Newsroom::of(&DatabaseLocation::Postgres(String::new()));
        *room.outgoing.lock().unwrap() = changes;
        room
    }

    #[test]
    fn what_is_told_arrives_at_the_others_and_not_at_home() {
        let (here, there) = (room((0..300).map(|number| change(number, 3)).collect()), room(Vec::new()));
        let (mut own, mut theirs) = (here.subscribe(), there.subscribe());
        for note in here.notes() {
            assert!(note.len() < 8_000, "the database takes no more");
            here.hear(Some(&note));
            there.hear(Some(&note));
        }
        assert!(own.try_recv().is_err());
        for number in 0..300 {
            let Ok(News::Changed(heard)) = theirs.try_recv() else { panic!("{number} is missing") };
            assert_eq!(heard.sequence, number);
        }
        assert!(here.notes().is_empty(), "it is told once");
    }

    #[test]
    fn a_page_asks_what_came_after_it_was_shown() {
        let here = room(Vec::new());
        let before = here.mark();
        assert!(here.since(&before).is_empty());
        here.send(News::Changed(change(1, 1)));
        let between = here.mark();
        here.send(News::Changed(change(2, 1)));
        assert_eq!((here.since(&before).len(), here.since(&between).len()), (2, 1));
        let everything = |mark: &str| matches!(here.since(mark).as_slice(), [News::Everything]);
        assert!(everything("") && everything("x.1") && everything(&room(Vec::new()).mark()));
        assert!(everything(&format!("{}.99", here.own)), "nobody was told so much yet");
        for number in 0..KEPT as u32 {
            here.send(News::Changed(change(number, 1)));
        }
        assert!(everything(&before), "too long ago");
        assert_eq!(here.since(&here.mark()).len(), 0);
    }

    #[test]
    fn every_line_ends_when_the_program_stops() {
        let here = room(Vec::new());
        let mut before = here.subscribe();
        here.hear(None);
        here.close();
        here.hear(None);
        assert!(matches!(before.try_recv(), Ok(News::Everything)));
        assert!(matches!(before.try_recv(), Err(broadcast::error::TryRecvError::Closed)));
        assert!(matches!(here.subscribe().try_recv(), Err(broadcast::error::TryRecvError::Closed)));
    }

    #[test]
    fn too_much_is_told_as_everything() {
        let (here, there) = (room((0..5_000).map(|number| change(number, 3)).collect()), room(Vec::new()));
        let mut theirs = there.subscribe();
        let notes = here.notes();
        assert_eq!(notes.len(), 1);
        there.hear(Some(&notes[0]));
        assert!(matches!(theirs.try_recv(), Ok(News::Everything)));
        there.hear(None);
        assert!(matches!(theirs.try_recv(), Ok(News::Everything)), "the line was broken meanwhile");
    }
}
