//! The hours of a day, and of the days of a week.

use jiff::civil::{Time, Weekday, time};
use serde::{Deserialize, Serialize};

/// A span of working time within one day, `from` before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub from: Time,
    pub to: Time,
}

/// The working spans of one day, in order and apart from each other; none on a day off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours(Vec<Span>);

impl Hours {
    /// Refuses spans that are empty, out of order or overlapping.
    pub fn new(spans: Vec<Span>) -> Option<Hours> {
        let ordered = spans.iter().all(|span| span.from < span.to)
            && spans.windows(2).all(|pair| pair[0].to <= pair[1].from);
        ordered.then_some(Hours(spans))
    }

    /// 07:30–11:30 and 13:30–17:00: the hours most offices keep.
    pub fn office() -> Hours {
        Hours(vec![
            Span { from: time(7, 30, 0, 0), to: time(11, 30, 0, 0) },
            Span { from: time(13, 30, 0, 0), to: time(17, 0, 0, 0) },
        ])
    }

    /// Reads `07:30-11:30, 13:30-17:00`, or `7h30-11h30; 13h30-17h`; an empty text is a day off.
    pub fn read(text: &str) -> Result<Hours, NotHours> {
        let (text, mut spans) = (typed::plain(text), Vec::new());
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let (from, to) = part.split_once('-').ok_or(NotHours::Unclear)?;
            let time = |text: &str| parse_time(text.trim()).ok_or(NotHours::Unclear);
            spans.push(Span { from: time(from)?, to: time(to)? });
        }
        if spans.iter().any(|span| span.from >= span.to) {
            return Err(NotHours::Backwards);
        }
        Hours::new(spans).ok_or(NotHours::Overlapping)
    }

    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    pub fn minutes(&self) -> u32 {
        let of = |time: Time| time.hour() as u32 * 60 + time.minute() as u32;
        self.0.iter().map(|span| of(span.to) - of(span.from)).sum()
    }

    pub fn is_off(&self) -> bool {
        self.0.is_empty()
    }

    pub fn opening(&self) -> Option<Time> {
        self.0.first().map(|span| span.from)
    }

    pub fn close(&self) -> Option<Time> {
        self.0.last().map(|span| span.to)
    }
}

/// Why a text is no hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHours {
    /// No times from and to.
    Unclear,
    /// A span ends before it begins.
    Backwards,
    /// Spans overlap, or are out of order.
    Overlapping,
}

fn parse_time(text: &str) -> Option<Time> {
    let text = text.to_lowercase().replace("giờ", "h").replace("phút", "");
    let (hour, minute) = text.split_once([':', 'h'])?;
    let number = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let minute = match minute.trim() {
        "" if !text.contains(':') => 0,
        minute => number(minute)?,
    };
    Time::new(number(hour.trim())?, minute, 0, 0).ok()
}

impl std::fmt::Display for Hours {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        for (index, span) in self.0.iter().enumerate() {
            let joint = if index == 0 { "" } else { ", " };
            let (from, until) = (crate::time::clock_time(span.from), crate::time::clock_time(span.to));
            write!(to, "{joint}{from}-{until}")?;
        }
        Ok(())
    }
}

/// Hours for Monday to Sunday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week(pub [Hours; 7]);

impl Week {
    /// Office hours Monday to Friday.
    pub fn office() -> Week {
        let day = Hours::office;
        Week([day(), day(), day(), day(), day(), Hours::default(), Hours::default()])
    }

    pub(super) fn hours(&self, weekday: Weekday) -> &Hours {
        &self.0[weekday.to_monday_zero_offset() as usize]
    }
}
