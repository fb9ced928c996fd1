//! What happened on the edge of an activity while it went on, and how often: `late`, and `late*3` for three times. No
//! element is called so, and a time that comes every day for a year takes no more room than one that came twice.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Happened(BTreeMap<String, u32>);

impl Happened {
    pub fn note(&mut self, event: &str) {
        *self.0.entry(event.to_string()).or_default() += 1;
    }

    pub fn times(&self, event: &str) -> u32 {
        self.0.get(event).copied().unwrap_or(0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<String>> for Happened {
    fn from(words: Vec<String>) -> Happened {
        let mut happened = Happened::default();
        for word in words {
            let counted = word.rsplit_once('*').and_then(|(event, times)| Some((event, times.parse().ok()?)));
            let (event, times): (&str, u32) = counted.unwrap_or((&word, 1));
            *happened.0.entry(event.to_string()).or_default() += times;
        }
        happened
    }
}

impl From<Happened> for Vec<String> {
    fn from(happened: Happened) -> Vec<String> {
        let word = |(event, times)| if times == 1 { event } else { format!("{event}*{times}") };
        happened.0.into_iter().map(word).collect()
    }
}
