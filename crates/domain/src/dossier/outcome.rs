use crate::Language;
use serde::{Deserialize, Serialize};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Outcome {
        Granted = "granted",
        Denied = "denied",
    }
}

impl Outcome {
    /// As officials say it.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Outcome::Granted => language.pick("đủ điều kiện giải quyết", "granted"),
            Outcome::Denied => language.pick("không đủ điều kiện giải quyết", "denied"),
        }
    }
}
