//! The way of a dossier, stop by stop.

use super::Pair;
use askama::Template;

/// How far a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Done,
    Running,
    /// It waits for the reader.
    Yours,
    Late,
    /// It happened beside the steps, or ended them: neither done nor good.
    Note,
    /// It ended with a no.
    Refused,
    ToCome,
}

impl Progress {
    pub const ALL: [Progress; 7] = [
        Progress::Done,
        Progress::Running,
        Progress::Yours,
        Progress::Late,
        Progress::Note,
        Progress::Refused,
        Progress::ToCome,
    ];

    pub fn class(self) -> &'static str {
        match self {
            Progress::Done => "timeline__step--done",
            Progress::Running => "timeline__step--current",
            Progress::Yours => "timeline__step--you",
            Progress::Late => "timeline__step--late",
            Progress::Note => "timeline__step--note",
            Progress::Refused => "timeline__step--refused",
            Progress::ToCome => "timeline__step--waiting",
        }
    }

    /// Whether something is going on at it.
    pub fn is_current(self) -> bool {
        matches!(self, Progress::Running | Progress::Yours | Progress::Late)
    }
}

#[derive(Clone, Debug)]
pub struct TimelineStop {
    pub progress: Progress,
    pub title: String,
    pub state: String,
    /// Who does it; empty where nobody is named.
    pub unit: String,
    /// When it is planned and when it was done.
    pub dates: Vec<Pair>,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/timeline.html")]
pub struct Timeline(pub Vec<TimelineStop>);
