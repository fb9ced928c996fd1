//! Amounts of working time: what steps are allotted.

/// In working minutes; a day is eight hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingTime(pub u32);

pub(crate) const HOUR: u32 = 60;
pub(crate) const DAY: u32 = 8 * HOUR;

impl WorkingTime {
    pub const fn hours(hours: u32) -> WorkingTime {
        WorkingTime(hours * HOUR)
    }

    pub const fn minutes(self) -> u32 {
        self.0
    }

    /// Reads what people and modellers write: `PT16H`, `P2W`, `16h`, `2 ngày`, `0,5 ngày làm việc`, `4 giờ 30 phút`,
    /// `01 (một) ngày`, `không quá 2 ngày`. The one reader: of steps, of events and of tables.
    pub fn parse(text: &str) -> Option<WorkingTime> {
        let minutes = minutes(text)?;
        (minutes > 0.0 && minutes <= f64::from(10_000 * DAY))
            .then_some(WorkingTime((minutes.round() as u32).max(1)))
    }

    /// The same for a step: nobody does one in less than half a minute, though a drawing may wait for a second.
    pub fn of_step(text: &str) -> Option<WorkingTime> {
        WorkingTime::parse(text).filter(|_| minutes(text).is_some_and(|minutes| minutes >= 0.5 - EXACT))
    }

    /// What is taken of a text that says no whole number of minutes.
    pub fn rounded(text: &str) -> Option<WorkingTime> {
        let minutes = minutes(text)?;
        WorkingTime::parse(text).filter(|taken| (f64::from(taken.0) - minutes).abs() > EXACT)
    }

    /// As the standard writes durations, in hours and minutes.
    pub fn standard(self) -> String {
        match (self.0 / HOUR, self.0 % HOUR) {
            (hours, 0) => format!("PT{hours}H"),
            (0, minutes) => format!("PT{minutes}M"),
            (hours, minutes) => format!("PT{hours}H{minutes}M"),
        }
    }
}

/// What two amounts may differ by and be the same: a third of an hour is twenty minutes.
const EXACT: f64 = 1e-6;

/// Two amounts that differ, one in brackets behind the other: `1 ngày (7 giờ)`.
pub(crate) fn contradicts(text: &str) -> bool {
    let Some((before, rest)) = text.split_once('(') else { return false };
    let Some((inside, _)) = rest.split_once(')') else { return false };
    match (WorkingTime::parse(before), WorkingTime::parse(inside)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// A time as it was worked out or is written: what a timer goes by.
pub(crate) fn is_time(value: &feel::Value, moment: bool) -> bool {
    use feel::Value;
    match value {
        Value::Text(text) if moment => crate::values::is_moment(text),
        Value::Text(text) => WorkingTime::parse(text).is_some(),
        Value::Date(_) | Value::DateTime(_) => moment,
        Value::Duration(_) if !moment => WorkingTime::parse(&value.to_string()).is_some(),
        _ => false,
    }
}

fn minutes(text: &str) -> Option<f64> {
    let text = typed::plain(text).to_lowercase();
    match clock(&text) {
        Some(minutes) => Some(minutes),
        None if text.starts_with('p') => standard(&text),
        None => crate::spoken::minutes(&text),
    }
}

fn standard(text: &str) -> Option<f64> {
    let (mut minutes, mut number, mut time) = (0.0, String::new(), false);
    for letter in text[1..].chars() {
        match letter {
            't' if !time && number.is_empty() => time = true,
            '0'..='9' | '.' => number.push(letter),
            // Both signs are the standard's.
            ',' => number.push('.'),
            unit => {
                let amount: f64 = std::mem::take(&mut number).parse().ok()?;
                minutes += amount
                    * match (unit, time) {
                        ('w', false) => f64::from(5 * DAY),
                        ('d', false) => f64::from(DAY),
                        ('h', true) => f64::from(HOUR),
                        ('m', true) => 1.0,
                        ('s', true) => 1.0 / 60.0,
                        _ => return None,
                    };
            }
        }
    }
    (number.is_empty() && !text.ends_with('t')).then_some(minutes)
}

/// `4:00`, as spreadsheets show four hours.
fn clock(text: &str) -> Option<f64> {
    let mut parts = text.split(':').map(|part| {
        let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok())?
    });
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    (minutes < 60 && seconds < 60 && parts.next().is_none())
        .then(|| f64::from(hours * HOUR + minutes) + f64::from(seconds) / 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_time_is_read_as_people_write_it() {
        let minutes = |text| WorkingTime::parse(text).map(WorkingTime::minutes);
        for (text, expected) in [
            ("PT16H", 960),
            ("P2D", 960),
            ("P1DT4H30M", 750),
            ("16h", 960),
            ("2 ngày", 960),
            ("0,5 ngày làm việc", 240),
            ("1/2 ngày", 240),
            ("4 giờ 30 phút", 270),
            ("1.5 working days", 720),
            ("30m", 30),
            ("½ ngày", 240),
            ("1½ ngày", 720),
            ("4:00", 240),
            ("4:30:00", 270),
            ("36:00", 2_160),
            ("1.000 giờ", 60_000),
            ("2 nga\u{300}y", 960),
            ("4\u{a0}giờ\u{200b} 30 phu\u{301}t", 270),
            ("P2W", 4_800),
            ("PT0.5H", 30),
            ("PT0,5H", 30),
            ("P0,5D", 240),
            ("1 ngày (8 giờ)", 480),
            ("1 ngày 4 giờ (12 giờ làm việc)", 720),
            ("01 (một) ngày", 480),
            ("05 (năm) ngày làm việc", 2_400),
            ("15 (mười lăm) ngày", 7_200),
            ("2 (two) working days", 960),
            ("0,5 (không phẩy năm) ngày", 240),
            ("½ (nửa) ngày", 240),
            ("1,5 ngày", 720),
            ("1 ½ ngày", 720),
            ("1 1/2 ngày", 720),
            ("2 ngày rưỡi", 1_200),
            ("nửa ngày", 240),
            ("hai mươi mốt ngày", 10_080),
            ("half a day", 240),
            ("Không quá 02 ngày làm việc", 960),
            ("Trong 4 giờ làm việc", 240),
            ("tối đa 3 ngày kể từ ngày nhận đủ hồ sơ", 1_440),
            ("02 ngày (làm việc)", 960),
            ("2 ngày, 4 giờ", 1_200),
            ("2 ngày và 4 giờ.", 1_200),
            ("8h30", 510),
            ("30'", 30),
            ("2 tuần", 4_800),
            ("1 buổi", 240),
            ("2 ngay", 960),
            ("٤ giờ", 240),
            ("４ giờ", 240),
            ("４：３０", 270),
            ("ＰＴ４Ｈ", 240),
            ("๒ ngày", 960),
            ("३० phút", 30),
            ("hai (02) ngày", 960),
            ("hai (2) ngày làm việc", 960),
            ("mười lăm (15) ngày", 7_200),
            ("4h làm việc", 240),
            ("30 phút làm việc", 30),
            ("1 buổi làm việc", 240),
            ("2 tuần làm việc", 4_800),
            ("2 ngay lam viec", 960),
            ("4 giờ hành chính", 240),
            ("3/2 ngày", 720),
            ("1/8 ngày", 60),
            ("PT1M30S", 2),
        ] {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "ngày",
            "P",
            "PT",
            "PT5D",
            "P1M",
            "-2h",
            "0 giờ",
            "2",
            "9999999 ngày",
            "4:60",
            "0:00",
            "4:",
            ":30",
            "½½ ngày",
            "1,5½ ngày",
            "1.2.3 ngày",
            "1/0 ngày",
            "2 năm",
            "-PT1H",
            "PT-1H",
            "P-1D",
            "P1DT",
            "P1Y",
            "\u{2212}2 ngày",
            "- 2 ngày",
            "R3/P1W",
            "1 ngày (4 giờ)",
            "02 (ba) ngày",
            "02 (vài) ngày",
            "2-3 ngày",
            "2 tháng",
            "1 ngày/hồ sơ",
            "ngày 2",
            "trong ngày",
            "8h75",
            "2 ngày lịch",
            "(2 ngày)",
            "1 1 ngày",
            "inf ngày",
            "1e3 giờ",
            "4² giờ",
            "① ngày",
            "4 (h:mm)",
            "1/2025 ngày",
            "12/2024 ngày",
            "24/12 ngày",
            "1/1 ngày",
            "1/2/2025 ngày",
            "+1/2 ngày",
            "hai (03) ngày",
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
        assert_eq!(WorkingTime(270).standard(), "PT4H30M");
    }

    #[test]
    fn a_step_takes_half_a_minute_or_more() {
        for text in ["PT0.5S", "PT1S", "PT29S", "0,4 phút", "0:00:10", "P0D"] {
            assert_eq!(WorkingTime::of_step(text), None, "{text}");
        }
        for text in ["PT30S", "0,5 phút", "1 phút", "2 ngày"] {
            assert_eq!(WorkingTime::of_step(text), WorkingTime::parse(text), "{text}");
            assert!(WorkingTime::of_step(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_number_of_minutes_is_told() {
        let rounded = |text| WorkingTime::rounded(text).map(WorkingTime::minutes);
        for (text, taken) in [
            ("0,5 phút", 1),
            ("0.2 phút", 1),
            ("2.5 phút", 3),
            ("PT90S", 2),
            ("0,33 ngày", 158),
            ("4:30:30", 271),
        ] {
            assert_eq!(rounded(text), Some(taken), "{text}");
        }
        for text in [
            "30 phút",
            "1/3 giờ",
            "⅓ giờ",
            "0,1 giờ",
            "0,35 giờ",
            "1,5 ngày",
            "4:30:00",
            "PT0.5H",
            "abc",
            "0 phút",
        ] {
            assert_eq!(rounded(text), None, "{text}");
        }
    }
}
