//! What happened on the edge of an activity while it went on, and how often: `late`, and `late*3` for three times, so that
//! a time that comes every day for a year takes no more room than one that came twice.

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
        // An element whose id has the sign is always written with its number.
        let word = |(event, times): (String, u32)| match times {
            1 if !event.contains('*') => event,
            times => format!("{event}*{times}"),
        };
        happened.0.into_iter().map(word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_also_as_it_once_was() {
        let read = |text: &str| serde_json::from_str::<Happened>(text).unwrap();
        for text in [r#"["late"]"#, r#"["a*2*1","late*3"]"#] {
            assert_eq!(serde_json::to_string(&read(text)).unwrap(), text);
        }
        let once = read(r#"["late","late","other"]"#);
        assert_eq!((once.times("late"), once.times("other"), once.times("none")), (2, 1, 0));
        let mut starred = Happened::default();
        starred.note("late*2");
        assert_eq!(read(&serde_json::to_string(&starred).unwrap()), starred);
    }
}
