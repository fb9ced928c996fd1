//! A sentence that must be seen: its tone as a shape, then the words.

use super::Link;
use askama::Template;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Success,
    Warning,
    Danger,
}

impl Tone {
    pub const ALL: [Tone; 4] = [Tone::Info, Tone::Success, Tone::Warning, Tone::Danger];

    pub fn class(self) -> &'static str {
        match self {
            Tone::Info => "notice--info",
            Tone::Success => "notice--success",
            Tone::Warning => "notice--warning",
            Tone::Danger => "notice--danger",
        }
    }
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/notice.html")]
pub struct Notice {
    pub tone: Tone,
    /// Empty where the sentence is enough.
    pub title: String,
    pub sentences: Vec<String>,
    pub points: Vec<String>,
    pub link: Option<Link>,
    /// It came with the answer to an act, and is read out once.
    pub said: bool,
}

impl Notice {
    pub fn new(tone: Tone, sentence: impl Into<String>) -> Notice {
        Notice {
            tone,
            title: String::new(),
            sentences: vec![sentence.into()],
            points: Vec::new(),
            link: None,
            said: false,
        }
    }

    pub fn titled(tone: Tone, title: impl Into<String>) -> Notice {
        Notice { title: title.into(), sentences: Vec::new(), ..Notice::new(tone, String::new()) }
    }

    pub fn said(self) -> Notice {
        Notice { said: true, ..self }
    }

    pub fn link(self, link: Link) -> Notice {
        Notice { link: Some(link), ..self }
    }

    pub fn sentence(mut self, sentence: impl Into<String>) -> Notice {
        self.sentences.push(sentence.into());
        self
    }

    pub fn points(self, points: Vec<String>) -> Notice {
        Notice { points, ..self }
    }
}
