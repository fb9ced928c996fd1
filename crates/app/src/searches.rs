//! Officers' searches for people are recorded: who searched, when and by what, so that curiosity has a witness. The record
//! must not become another list of people: of a number it keeps the last digits, of a name nothing.

use crate::{App, Fault};
use domain::dossier::Identity;
use domain::officer::AccountId;
use domain::time::Instant;
use storage::catalogue::{self, AuditRow};
use storage::inbox::SearchedFor;
use storage::{StorageError, Tx, account};

/// How many last digits of a number are kept.
const DIGITS_KEPT: usize = 3;

/// What somebody was searched by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A number that ends in these digits.
    Identity(String),
    Name,
}

impl By {
    /// Nothing for a code or a reference, which name a dossier and nobody, nor where no number was given.
    pub(crate) fn of(wanted: &SearchedFor) -> Option<By> {
        match wanted {
            SearchedFor::Identity(Identity { number, .. }) | SearchedFor::Paper(number)
                if number.is_empty() =>
            {
                None
            }
            SearchedFor::Identity(Identity { number, .. }) | SearchedFor::Paper(number) => {
                let digits: Vec<char> = number.chars().collect();
                let kept = digits.len().min(DIGITS_KEPT);
                Some(By::Identity(digits[digits.len() - kept..].iter().collect()))
            }
            SearchedFor::Name(_) => Some(By::Name),
            SearchedFor::Code(_) | SearchedFor::CodePart(_) | SearchedFor::Reference(_) => None,
        }
    }

    fn key(&self) -> String {
        match self {
            By::Identity(end) => format!("identity {end}"),
            By::Name => "name".to_string(),
        }
    }

    fn parse(key: &str) -> By {
        key.strip_prefix("identity ").map_or(By::Name, |end| By::Identity(end.to_string()))
    }
}

/// A search as an administrator sees it.
#[derive(Clone, Debug)]
pub struct Searched {
    pub id: i64,
    pub at: Instant,
    /// The officer by name.
    pub officer: String,
    pub by: By,
}

/// In the transaction of the search.
pub(crate) fn record(
    tx: &mut Tx,
    id: i64,
    officer: AccountId,
    wanted: &SearchedFor,
    now: Instant,
) -> Result<(), StorageError> {
    match By::of(wanted) {
        Some(by) => catalogue::audit(tx, id, now, Some(officer), catalogue::SEARCH, &by.key(), ""),
        None => Ok(()),
    }
}

pub async fn list(app: &App, before: i64, limit: u32) -> Result<Vec<Searched>, Fault> {
    let found = app
        .store
        .read(move |tx| {
            let rows = catalogue::list_searches(tx, before, limit)?;
            let ids: Vec<AccountId> = rows.iter().filter_map(|row| row.by).collect();
            Ok::<_, StorageError>((rows, account::names(tx, &ids)?))
        })
        .await?;
    let (rows, names) = found;
    let name =
        |row: &AuditRow| names.iter().find(|(id, _)| Some(*id) == row.by).map(|(_, name)| name.clone());
    let searched = |row: AuditRow| Searched {
        id: row.id,
        at: row.at,
        officer: name(&row).unwrap_or_default(),
        by: By::parse(&row.subject),
    };
    Ok(rows.into_iter().map(searched).collect())
}
