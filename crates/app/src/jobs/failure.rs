//! Why a job did not get done: a closed list. What the outside said may repeat an address or a name, so its words are
//! neither kept nor logged.

use crate::Fault;

#[derive(Debug)]
pub enum Failed {
    /// Nobody answered in time. It costs no try: a weekend's outage loses nothing.
    Unreachable,
    /// It was refused for now.
    Later,
    /// It was refused for good, and is not tried again.
    Never,
    /// What the row says cannot be read, or nobody runs jobs of its kind.
    NotUnderstood,
    Fault(Fault),
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        Failed::Fault(fault)
    }
}

impl From<storage::StorageError> for Failed {
    fn from(error: storage::StorageError) -> Failed {
        Failed::Fault(error.into())
    }
}

/// Its own text, which no earlier version of it wrote so.
impl From<serde_json::Error> for Failed {
    fn from(_: serde_json::Error) -> Failed {
        Failed::NotUnderstood
    }
}

impl From<gateway::MailError> for Failed {
    fn from(error: gateway::MailError) -> Failed {
        match error {
            gateway::MailError::Unreachable => Failed::Unreachable,
            gateway::MailError::Later => Failed::Later,
            gateway::MailError::Never => Failed::Never,
        }
    }
}

/// The same as the table keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredFailure {
    Unreachable,
    Later,
    Never,
    NotUnderstood,
    /// Ours; the log has it under this reference.
    Fault {
        reference: String,
    },
}

impl StoredFailure {
    const FAULT: &str = "fault";

    pub fn key(&self) -> String {
        match self {
            StoredFailure::Unreachable => "unreachable".into(),
            StoredFailure::Later => "later".into(),
            StoredFailure::Never => "never".into(),
            StoredFailure::NotUnderstood => "not-understood".into(),
            StoredFailure::Fault { reference } => format!("{} {reference}", StoredFailure::FAULT),
        }
    }

    /// Nothing where nothing failed; what an earlier version wrote in words of the outside is a fault without reference.
    pub fn parse(key: &str) -> Option<StoredFailure> {
        Some(match key {
            "" => return None,
            "unreachable" => StoredFailure::Unreachable,
            "later" => StoredFailure::Later,
            "never" => StoredFailure::Never,
            "not-understood" => StoredFailure::NotUnderstood,
            other => {
                let reference = other.strip_prefix("fault ").filter(|reference| !reference.contains(' '));
                StoredFailure::Fault { reference: reference.unwrap_or_default().to_string() }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_read_as_it_was_kept_and_words_of_the_outside_are_not() {
        let fault = StoredFailure::Fault { reference: "abc".into() };
        for why in [
            StoredFailure::Unreachable,
            StoredFailure::Later,
            StoredFailure::Never,
            StoredFailure::NotUnderstood,
            fault,
        ] {
            assert_eq!(StoredFailure::parse(&why.key()), Some(why));
        }
        assert_eq!(StoredFailure::parse(""), None);
        let before = StoredFailure::parse("the letter could not be sent now: 550 chau@example.vn unknown");
        assert_eq!(before, Some(StoredFailure::Fault { reference: String::new() }));
    }
}
