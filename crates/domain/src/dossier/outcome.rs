use serde::{Deserialize, Serialize};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Outcome {
        Granted = "granted",
        Denied = "denied",
    }
}
