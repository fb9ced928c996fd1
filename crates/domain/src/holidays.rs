//! The national days off: announced for 2024–2026, computed and provisional for other years.
//!
//! Source: Labour Code 2019, article 112 (eleven days) and the yearly announcements of swapped days. An
//! agency may correct any of this by rows of its own calendar.

use crate::calendar::{Certainty, DayKind, SpecialDay};
use crate::{Text, lunar};
use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};

/// The years whose days off were announced; every other year is computed.
pub const ANNOUNCED: std::ops::RangeInclusive<i16> = 2024..=2026;

const NEW_YEAR: (&str, &str) = ("Tết Dương lịch", "New Year's Day");
const TET: (&str, &str) = ("Tết Nguyên đán", "Lunar New Year");
const KINGS: (&str, &str) = ("Giỗ Tổ Hùng Vương", "Hùng Kings' Day");
const VICTORY: (&str, &str) = ("Ngày Chiến thắng 30/4", "Victory Day");
const LABOUR: (&str, &str) = ("Ngày Quốc tế Lao động 1/5", "International Labour Day");
const NATIONAL: (&str, &str) = ("Quốc khánh", "National Day");
const CULTURE: (&str, &str) = ("Ngày Văn hóa Việt Nam", "Viet Nam Culture Day");

/// Every special day of a year, in the order of the dates.
pub fn of_year(year: i16) -> Vec<SpecialDay> {
    let mut days = if ANNOUNCED.contains(&year) { announced(year) } else { computed(year) };
    days.sort_by_key(|day| day.date);
    days
}

fn announced(year: i16) -> Vec<SpecialDay> {
    let off =
        |month: i8, day: i8, name| special(date(year, month, day), DayKind::Off, name, Certainty::Announced);
    let swapped = |month: i8, day: i8, made_up: Date| {
        let moved = special(
            date(year, month, day),
            DayKind::SwappedOff { made_up_on: made_up },
            ("Nghỉ hoán đổi", "Swapped day off"),
            Certainty::Announced,
        );
        let made_up = special(
            made_up,
            DayKind::MadeUp { instead_of: moved.date },
            ("Làm bù", "Made-up working day"),
            Certainty::Announced,
        );
        [moved, made_up]
    };
    let mut days = vec![off(1, 1, NEW_YEAR), off(4, 30, VICTORY), off(5, 1, LABOUR), off(9, 2, NATIONAL)];
    match year {
        2024 => {
            days.extend((8..=14).map(|day| off(2, day, TET)));
            days.extend([off(4, 18, KINGS), off(9, 3, NATIONAL)]);
            days.extend(swapped(4, 29, date(2024, 5, 4)));
        }
        2025 => {
            days.extend((27..=31).map(|day| off(1, day, TET)));
            days.extend([off(2, 1, TET), off(4, 7, KINGS), off(9, 1, NATIONAL)]);
            days.extend(swapped(5, 2, date(2025, 4, 26)));
        }
        2026 => {
            days.extend((16..=20).map(|day| off(2, day, TET)));
            days.extend([off(4, 26, KINGS), in_lieu(date(2026, 4, 27), KINGS, Certainty::Announced)]);
            days.push(off(9, 1, NATIONAL));
            days.extend(swapped(1, 2, date(2026, 1, 10)));
            days.extend(swapped(8, 31, date(2026, 8, 22)));
            days.push(special(date(2026, 11, 24), DayKind::Off, CULTURE, Certainty::Unconfirmed));
        }
        _ => unreachable!("only the announced years come here"),
    }
    days
}

/// The eleven days of article 112 with days in lieu, for a year nobody has announced yet. Tết is read as
/// the last day of the old year and four days of the new, National Day as 1 and 2 September: the choices
/// made most often. Swapped days cannot be foreseen.
fn computed(year: i16) -> Vec<SpecialDay> {
    let tet = lunar::new_year(year);
    let mut holidays = vec![
        (date(year, 1, 1), NEW_YEAR),
        (lunar::date_of(year, 3, 10), KINGS),
        (date(year, 4, 30), VICTORY),
        (date(year, 5, 1), LABOUR),
        (date(year, 9, 1), NATIONAL),
        (date(year, 9, 2), NATIONAL),
    ];
    holidays.extend((-1..4).map(|offset| (tet + Span::new().days(offset), TET)));
    holidays.sort_by_key(|(day, _)| *day);

    let mut days: Vec<SpecialDay> =
        holidays.iter().map(|&(day, name)| special(day, DayKind::Off, name, Certainty::Computed)).collect();
    // Article 111.3: a holiday that falls on a weekly day off is given back on the next working day.
    for (day, name) in holidays.into_iter().filter(|(day, _)| is_weekend(*day)) {
        let mut lieu = day;
        while is_weekend(lieu) || days.iter().any(|taken| taken.date == lieu) {
            lieu += 1.days();
        }
        days.push(in_lieu(lieu, name, Certainty::Computed));
    }
    days
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn in_lieu(day: Date, (vi, en): (&str, &str), certainty: Certainty) -> SpecialDay {
    SpecialDay {
        date: day,
        kind: DayKind::Off,
        name: Text::new(format!("{vi} (nghỉ bù)"), format!("{en} (day in lieu)")),
        certainty,
        source: source(certainty).into(),
    }
}

fn special(date: Date, kind: DayKind, (vi, en): (&str, &str), certainty: Certainty) -> SpecialDay {
    SpecialDay { date, kind, name: Text::new(vi, en), certainty, source: source(certainty).into() }
}

fn source(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Announced => "Bộ luật Lao động 2019, Điều 112; thông báo lịch nghỉ hằng năm",
        Certainty::Unconfirmed => "Danh sách ngày nghỉ 2026; chưa đối chiếu được văn bản ban hành",
        Certainty::Computed => "Tính từ Bộ luật Lao động 2019, Điều 111 và Điều 112",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_announced_days_of_2026_are_these() {
        let off: Vec<String> = of_year(2026)
            .into_iter()
            .filter(|day| !matches!(day.kind, DayKind::MadeUp { .. }))
            .map(|day| day.date.to_string())
            .collect();
        assert_eq!(
            off,
            [
                "2026-01-01",
                "2026-01-02",
                "2026-02-16",
                "2026-02-17",
                "2026-02-18",
                "2026-02-19",
                "2026-02-20",
                "2026-04-26",
                "2026-04-27",
                "2026-04-30",
                "2026-05-01",
                "2026-08-31",
                "2026-09-01",
                "2026-09-02",
                "2026-11-24"
            ]
        );
    }

    #[test]
    fn a_computed_year_gives_days_in_lieu_and_says_it_is_provisional() {
        let days = of_year(2028); // 1/1 is a Saturday; 30/4 a Sunday; 2/9 a Saturday
        assert!(days.iter().all(|day| day.certainty == Certainty::Computed));
        let working: Vec<String> =
            days.iter().filter(|day| !is_weekend(day.date)).map(|day| day.date.to_string()).collect();
        assert!(working.contains(&"2028-01-03".to_string()), "in lieu of New Year");
        assert!(working.contains(&"2028-05-02".to_string()), "in lieu of 30/4, after 1/5");
        assert!(working.contains(&"2028-09-04".to_string()), "in lieu of 2/9");
        assert_eq!(days.len(), 11 + days.iter().filter(|day| is_weekend(day.date)).count());
    }
}
