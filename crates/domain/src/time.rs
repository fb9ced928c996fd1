//! Instants and their civil reading in Viet Nam (UTC+7, no summer time).

use crate::Language;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

const MILLIS_PER_MINUTE: i64 = 60_000;
pub(crate) const OFFSET_MINUTES: i64 = 7 * 60;

/// A moment: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    pub const fn from_millis(millis: i64) -> Instant {
        Instant(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment a clock in Viet Nam shows this date and time.
    pub fn from_civil(civil: DateTime) -> Instant {
        let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        let since = civil.duration_since(epoch);
        Instant(since.as_millis() as i64 - OFFSET_MINUTES * MILLIS_PER_MINUTE)
    }

    /// What a clock in Viet Nam shows.
    pub fn civil(self) -> DateTime {
        let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        epoch.saturating_add((self.0 + OFFSET_MINUTES * MILLIS_PER_MINUTE).milliseconds())
    }

    /// The civil date in Viet Nam.
    pub fn date(self) -> Date {
        self.civil().date()
    }

    pub fn plus_minutes(self, minutes: i64) -> Instant {
        Instant(self.0 + minutes * MILLIS_PER_MINUTE)
    }

    /// Reads `2026-02-12T09:30`, with or without seconds and an offset; a bare time is Viet Nam's.
    pub fn parse(text: &str) -> Option<Instant> {
        let instant = match text.parse::<jiff::Timestamp>() {
            Ok(timestamp) => Instant(timestamp.as_millisecond()),
            Err(_) => Instant::from_civil(text.parse().ok()?),
        };
        (1900..=2200).contains(&instant.civil().year()).then_some(instant)
    }
}

/// ISO 8601 with the offset of Viet Nam: `2026-02-26T17:00:00+07:00`.
impl fmt::Display for Instant {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{}+07:00", self.civil().strftime("%Y-%m-%dT%H:%M:%S"))
    }
}

/// `thứ Ba, 24/02/2026` or `Tuesday 24 February 2026`: in English day and month could be read either way round.
pub fn long_date(date: Date, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("{}, {}", weekday(date, language), typed_date(date)),
        Language::English => date.strftime("%A %-d %B %Y").to_string(),
    }
}

/// `ngày 24 tháng 02 năm 2026` or `24 February 2026`, as papers are dated.
pub fn signed_date(date: Date, language: Language) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    language
        .pick(format!("ngày {day:02} tháng {month:02} năm {year}"), date.strftime("%-d %B %Y").to_string())
}

/// `24/02/2026` or `24 Feb 2026`: in English day and month could be read either way round.
pub fn short_date(date: Date, language: Language) -> String {
    match language {
        Language::Vietnamese => typed_date(date),
        Language::English => date.strftime("%-d %b %Y").to_string(),
    }
}

/// `24/02/2026`, as a field takes it in either language: the hint beside it says which part is the day.
pub fn typed_date(date: Date) -> String {
    date.strftime("%d/%m/%Y").to_string()
}

/// `17:00`.
pub fn clock_time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `17:00, thứ Ba, 24/02/2026` or `17:00 on Tuesday 24 February 2026`.
pub fn long_moment(at: Instant, language: Language) -> String {
    let civil = at.civil();
    let joint = language.pick(", ", " on ");
    format!("{}{joint}{}", clock_time(civil.time()), long_date(civil.date(), language))
}

/// `17:00 24/02/2026` or `17:00, 24 Feb 2026`.
pub fn short_moment(at: Instant, language: Language) -> String {
    let civil = at.civil();
    let joint = language.pick(" ", ", ");
    format!("{}{joint}{}", clock_time(civil.time()), short_date(civil.date(), language))
}

/// How long something is, in its largest whole unit: `90 ngày`, `một giờ`, `30 minutes`.
pub fn how_long(minutes: i64, language: Language) -> String {
    let (n, [vi, one, many]) = match minutes {
        _ if minutes % (24 * 60) == 0 => (minutes / (24 * 60), ["ngày", "a day", "days"]),
        _ if minutes % 60 == 0 => (minutes / 60, ["giờ", "an hour", "hours"]),
        _ => (minutes, ["phút", "a minute", "minutes"]),
    };
    match (n, language) {
        (1, Language::Vietnamese) => format!("một {vi}"),
        (1, Language::English) => one.into(),
        (n, Language::Vietnamese) => format!("{n} {vi}"),
        (n, Language::English) => format!("{n} {many}"),
    }
}

pub fn weekday(date: Date, language: Language) -> &'static str {
    let (vi, en) = match date.weekday() {
        Weekday::Monday => ("thứ Hai", "Monday"),
        Weekday::Tuesday => ("thứ Ba", "Tuesday"),
        Weekday::Wednesday => ("thứ Tư", "Wednesday"),
        Weekday::Thursday => ("thứ Năm", "Thursday"),
        Weekday::Friday => ("thứ Sáu", "Friday"),
        Weekday::Saturday => ("thứ Bảy", "Saturday"),
        Weekday::Sunday => ("Chủ nhật", "Sunday"),
    };
    language.pick(vi, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civil_time_is_seven_hours_ahead_of_utc() {
        let at = Instant::parse("2026-02-26T10:00:00Z").unwrap();
        assert_eq!(at.to_string(), "2026-02-26T17:00:00+07:00");
        assert_eq!(Instant::parse("2026-02-26T17:00"), Some(at));
        assert_eq!(Instant::from_civil(at.civil()), at);
        assert_eq!(long_moment(at, Language::Vietnamese), "17:00, thứ Năm, 26/02/2026");
        assert_eq!(long_moment(at, Language::English), "17:00 on Thursday 26 February 2026");
    }

    #[test]
    fn in_english_a_day_is_never_taken_for_a_month() {
        let at = Instant::parse("2026-03-02T09:05").unwrap();
        assert_eq!(short_date(at.date(), Language::Vietnamese), "02/03/2026");
        assert_eq!(short_date(at.date(), Language::English), "2 Mar 2026");
        assert_eq!(short_moment(at, Language::Vietnamese), "09:05 02/03/2026");
        assert_eq!(short_moment(at, Language::English), "09:05, 2 Mar 2026");
    }

    #[test]
    fn a_span_is_said_in_its_largest_whole_unit() {
        let both = |minutes| [Language::Vietnamese, Language::English].map(|of| how_long(minutes, of));
        assert_eq!(both(60), ["một giờ", "an hour"]);
        assert_eq!(both(24 * 60), ["một ngày", "a day"]);
        assert_eq!(both(90 * 24 * 60), ["90 ngày", "90 days"]);
        assert_eq!(both(150), ["150 phút", "150 minutes"]);
    }

    #[test]
    fn nonsense_is_not_a_moment() {
        for text in ["", "yesterday", "2026-02-30T09:00", "99999-01-01T00:00"] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
