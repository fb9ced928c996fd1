//! A sentence that must be seen: its tone as a shape, then the words.

use super::{Link, Mended, Phrase};
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
    pub sentences: Vec<Phrase>,
    pub points: Vec<Phrase>,
    /// Points that lead to where each is mended.
    pub mended: Vec<Mended>,
    /// Where it leads: to one place, or to one of several.
    pub links: Vec<Link>,
    /// It tells the result of an act: `role="status"`, so that a screen reader announces it once.
    pub announced: bool,
    /// It tells what prevents going on: `role="alert"`, announced at once.
    pub alert: bool,
}

impl Notice {
    pub fn new(tone: Tone, sentence: impl Into<Phrase>) -> Notice {
        Notice {
            tone,
            title: String::new(),
            sentences: vec![sentence.into()],
            points: Vec::new(),
            mended: Vec::new(),
            links: Vec::new(),
            announced: false,
            alert: false,
        }
    }

    pub fn info(sentence: impl Into<Phrase>) -> Notice {
        Notice::new(Tone::Info, sentence)
    }

    pub fn success(sentence: impl Into<Phrase>) -> Notice {
        Notice::new(Tone::Success, sentence)
    }

    pub fn warning(sentence: impl Into<Phrase>) -> Notice {
        Notice::new(Tone::Warning, sentence)
    }

    pub fn titled(tone: Tone, title: impl Into<String>) -> Notice {
        Notice { title: title.into(), sentences: Vec::new(), ..Notice::new(tone, "") }
    }

    pub fn announced(self) -> Notice {
        Notice { announced: true, ..self }
    }

    pub fn alert(self) -> Notice {
        Notice { alert: true, ..self }
    }

    pub fn link(mut self, link: Link) -> Notice {
        self.links.push(link);
        self
    }

    pub fn links(self, links: Vec<Link>) -> Notice {
        Notice { links, ..self }
    }

    pub fn sentence(mut self, sentence: impl Into<Phrase>) -> Notice {
        self.sentences.push(sentence.into());
        self
    }

    pub fn mended(self, points: impl IntoIterator<Item = Mended>) -> Notice {
        Notice { mended: points.into_iter().collect(), ..self }
    }

    pub fn points<Point: Into<Phrase>>(self, points: impl IntoIterator<Item = Point>) -> Notice {
        Notice { points: points.into_iter().map(Into::into).collect(), ..self }
    }
}
