use crate::Language;
use serde::{Deserialize, Serialize};

typed::keyed! {
    /// How and where the result goes.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Delivery {
        /// Collected at the counter that received the dossier.
        #[default]
        Counter = "counter",
        /// Sent to the applicant's address by public post.
        Post = "post",
        /// Received on the portal.
        Online = "online",
    }
}

impl Delivery {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Delivery::Counter => ("Trả tại nơi đã nộp", "At the counter"),
            Delivery::Post => ("Trả qua dịch vụ bưu chính công ích", "By public post"),
            Delivery::Online => ("Trả trên Cổng Dịch vụ công", "On this portal"),
        };
        language.pick(vi, en)
    }
}
