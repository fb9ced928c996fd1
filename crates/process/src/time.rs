//! Amounts of working time: what steps are allotted.

/// In working minutes; a day is eight hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingTime(pub u32);

const HOUR: u32 = 60;
const DAY: u32 = 8 * HOUR;

impl WorkingTime {
    pub const fn hours(hours: u32) -> WorkingTime {
        WorkingTime(hours * HOUR)
    }

    pub const fn minutes(self) -> u32 {
        self.0
    }

    /// Reads what people and modellers write: `PT16H`, `P2D`, `16h`, `2 ngày`, `0,5 ngày làm việc`, `4 giờ 30 phút`.
    pub fn parse(text: &str) -> Option<WorkingTime> {
        let text = typed::one_line(text).to_lowercase();
        let minutes = match clock(&text) {
            Some(minutes) => minutes,
            None if text.starts_with('p') => standard(&text)?,
            None => words(&text)?,
        };
        (minutes > 0.0 && minutes <= f64::from(10_000 * DAY))
            .then_some(WorkingTime((minutes.round() as u32).max(1)))
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

fn standard(text: &str) -> Option<f64> {
    let (mut minutes, mut number, mut time) = (0.0, String::new(), false);
    for letter in text[1..].chars() {
        match letter {
            't' if !time && number.is_empty() => time = true,
            '0'..='9' | '.' => number.push(letter),
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
    number.is_empty().then_some(minutes)
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

fn words(text: &str) -> Option<f64> {
    let (mut minutes, mut rest, mut any) = (0.0, text, false);
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(|letter: char| !is_of_a_number(letter))?;
        let amount = number(&rest[..end])?;
        rest = rest[end..].trim_start();
        let (unit, length) = [
            ("ngày làm việc", DAY),
            ("ngày", DAY),
            ("working days", DAY),
            ("working day", DAY),
            ("days", DAY),
            ("day", DAY),
            ("giờ làm việc", HOUR),
            ("giờ", HOUR),
            ("working hours", HOUR),
            ("working hour", HOUR),
            ("hours", HOUR),
            ("hour", HOUR),
            ("phút", 1),
            ("minutes", 1),
            ("minute", 1),
            ("min", 1),
            ("tuần", 5 * DAY),
            ("d", DAY),
            ("h", HOUR),
            ("m", 1),
        ]
        .into_iter()
        .find(|(unit, _)| rest.starts_with(unit))?;
        rest = rest[unit.len()..].trim_start_matches([',', ';', '.']);
        minutes += amount * f64::from(length);
        any = true;
    }
    any.then_some(minutes)
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '/') || share(letter).is_some()
}

/// The letters for parts of one.
fn share(letter: char) -> Option<f64> {
    Some(match letter {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// `0,5`, `1.5`, `1/2`, `1½`.
fn number(text: &str) -> Option<f64> {
    if let Some(share) = text.chars().last().and_then(share) {
        let whole = text.trim_end_matches(|letter: char| !letter.is_ascii());
        let more = text.chars().count() - whole.chars().count();
        return match whole {
            "" => Some(share),
            whole => whole.parse::<u32>().ok().map(|whole| f64::from(whole) + share),
        }
        .filter(|_| more == 1);
    }
    match text.split_once('/') {
        Some((above, below)) => {
            let (above, below): (f64, f64) = (above.parse().ok()?, below.parse().ok()?);
            (below > 0.0).then_some(above / below)
        }
        None => {
            let number = forms::number::Number::read(text, "")?;
            number.to_string().parse().ok()
        }
    }
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
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
        assert_eq!(WorkingTime(270).standard(), "PT4H30M");
    }
}
