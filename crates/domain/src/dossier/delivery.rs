use crate::Language;
use serde::{Deserialize, Serialize};

/// How and where the result goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// Collected at the counter that received the dossier.
    #[default]
    Counter,
    /// Sent to the applicant's address by public post.
    Post,
    /// Received on the portal.
    Online,
}

impl Delivery {
    pub const ALL: [Delivery; 3] = [Delivery::Counter, Delivery::Post, Delivery::Online];

    pub const fn key(self) -> &'static str {
        match self {
            Delivery::Counter => "counter",
            Delivery::Post => "post",
            Delivery::Online => "online",
        }
    }

    pub fn parse(key: &str) -> Option<Delivery> {
        Delivery::ALL.into_iter().find(|delivery| delivery.key() == key)
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Delivery::Counter => ("Nhận tại quầy đã nộp", "Collect at the counter"),
            Delivery::Post => ("Gửi về địa chỉ của tôi qua bưu chính", "By post to my address"),
            Delivery::Online => ("Nhận trên Cổng Dịch vụ công", "Receive on this portal"),
        };
        language.pick(vi, en)
    }
}
