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

/// The first year with Viet Nam Culture Day, 24 November: the Politburo (resolution 80-NQ/TW of 2026) and the government's
/// programme for it (resolution 30/NQ-CP) make it a day off with pay. The amendment of article 112 that enacts it was not
/// found (`docs/decisions/unconfirmed-days-off.md`).
const CULTURE_FROM: i16 = 2026;

/// Every special day of a year, in the order of the dates.
pub fn of_year(year: i16) -> Vec<SpecialDay> {
    let mut days = if ANNOUNCED.contains(&year) { announced(year) } else { computed(year) };
    if year >= CULTURE_FROM {
        let day = date(year, 11, 24);
        days.push(special(day, DayKind::Off, CULTURE, Certainty::Unconfirmed));
        if is_weekend(day) {
            days.push(in_lieu(next_working(day, &days), CULTURE, Certainty::Unconfirmed));
        }
    }
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
            DayKind::MakeUpDay { instead_of: moved.date },
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
        }
        _ => unreachable!("only the announced years come here"),
    }
    days
}

/// The eleven days of article 112 with days in lieu, for a year nobody has announced yet. What the article leaves to the
/// yearly announcement is read as it was announced since 2021: of Tết two days before New Year's Day and three from it;
/// with 2 September the day that [`beside_national_day`] says. Swapped days cannot be foreseen.
fn computed(year: i16) -> Vec<SpecialDay> {
    let tet = lunar::new_year(year);
    let mut holidays = vec![
        (date(year, 1, 1), NEW_YEAR),
        (lunar::date_of(year, 3, 10), KINGS),
        (date(year, 4, 30), VICTORY),
        (date(year, 5, 1), LABOUR),
        (date(year, 9, 2), NATIONAL),
        (beside_national_day(year), NATIONAL),
    ];
    holidays.extend((-2..3).map(|offset| (tet + Span::new().days(offset), TET)));
    holidays.sort_by_key(|(day, _)| *day);

    let mut days: Vec<SpecialDay> =
        holidays.iter().map(|&(day, name)| special(day, DayKind::Off, name, Certainty::Computed)).collect();
    // Article 111.3: a holiday that falls on a weekly day off is given back on the next working day.
    for (day, name) in holidays.into_iter().filter(|(day, _)| is_weekend(*day)) {
        days.push(in_lieu(next_working(day, &days), name, Certainty::Computed));
    }
    days
}

/// The second day of National Day, the one before or after it, by the weekday of 2 September. Announced were: a Monday took
/// the day after (2024), a Tuesday the day before (2025), a Wednesday the day before (2026), a Thursday the day after
/// (2021), a Friday the day before (2022), a Saturday the day before (2023). A Sunday has not come since the law knows two
/// days; either day would leave the same days to work.
fn beside_national_day(year: i16) -> Date {
    let day = date(year, 9, 2);
    match day.weekday() {
        Weekday::Monday | Weekday::Thursday | Weekday::Sunday => day + 1.days(),
        Weekday::Tuesday | Weekday::Wednesday | Weekday::Friday | Weekday::Saturday => day - 1.days(),
    }
}

/// The first day after a holiday that is neither a weekly day off nor taken.
fn next_working(holiday: Date, taken: &[SpecialDay]) -> Date {
    let mut day = holiday;
    while is_weekend(day) || taken.iter().any(|taken| taken.date == day) {
        day += 1.days();
    }
    day
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
        Certainty::Unconfirmed => {
            "Nghị quyết 80-NQ/TW, Nghị quyết 30/NQ-CP năm 2026; chưa đối chiếu được văn bản sửa Điều 112 Bộ luật Lao động"
        }
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
            .filter(|day| !matches!(day.kind, DayKind::MakeUpDay { .. }))
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

    /// The days from Monday to Friday that are off without being swapped for another.
    fn off_on_weekdays(days: Vec<SpecialDay>) -> Vec<String> {
        let off = days.into_iter().filter(|day| day.kind == DayKind::Off && !is_weekend(day.date));
        off.map(|day| day.date.to_string()).collect()
    }

    #[test]
    fn what_was_announced_since_2021_would_have_been_computed_so() {
        let announced: [(i16, &[&str]); 3] = [
            (
                2021,
                &[
                    "01-01", "02-10", "02-11", "02-12", "02-15", "02-16", "04-21", "04-30", "05-03", "09-02",
                    "09-03",
                ],
            ),
            (
                2022,
                &[
                    "01-03", "01-31", "02-01", "02-02", "02-03", "02-04", "04-11", "05-02", "05-03", "09-01",
                    "09-02",
                ],
            ),
            (
                2023,
                &[
                    "01-02", "01-20", "01-23", "01-24", "01-25", "01-26", "05-01", "05-02", "05-03", "09-01",
                    "09-04",
                ],
            ),
        ];
        for (year, days) in announced {
            let days: Vec<String> = days.iter().map(|day| format!("{year}-{day}")).collect();
            assert_eq!(off_on_weekdays(of_year(year)), days);
        }
        for year in ANNOUNCED {
            let mut computed = computed(year);
            computed.sort_by_key(|day| day.date);
            let mut announced = of_year(year);
            announced.retain(|day| day.certainty == Certainty::Announced);
            assert_eq!(off_on_weekdays(computed), off_on_weekdays(announced));
        }
    }

    #[test]
    fn tet_is_two_days_before_new_years_day_and_three_from_it() {
        let tet = |year: i16| -> Vec<String> {
            let days = of_year(year).into_iter().filter(|day| day.name.vi == TET.0);
            days.map(|day| day.date.to_string()[5..].to_string()).collect()
        };
        assert_eq!(tet(2027), ["02-04", "02-05", "02-06", "02-07", "02-08"]); // New Year's Day is a Saturday
        assert_eq!(tet(2030), ["01-31", "02-01", "02-02", "02-03", "02-04"]); // 2 February here, not 3
    }

    #[test]
    fn the_second_day_of_national_day_depends_on_the_weekday() {
        let check = |year, weekday, beside: &str| {
            assert_eq!(date(year, 9, 2).weekday(), weekday);
            let days: Vec<String> = off_on_weekdays(of_year(year));
            assert!(days.contains(&format!("{year}-09-{beside}")), "{days:?}");
        };
        check(2030, Weekday::Monday, "03");
        check(2031, Weekday::Tuesday, "01");
        check(2037, Weekday::Wednesday, "01");
        check(2027, Weekday::Thursday, "03");
        check(2033, Weekday::Friday, "01");
        check(2028, Weekday::Saturday, "01");
        check(2028, Weekday::Saturday, "04"); // in lieu of the Saturday
        check(2029, Weekday::Sunday, "03");
        check(2029, Weekday::Sunday, "04"); // in lieu of the Sunday
    }

    #[test]
    fn culture_day_is_off_and_unconfirmed_in_every_year_since_it_was_named() {
        for year in 2024..2040 {
            let days: Vec<SpecialDay> =
                of_year(year).into_iter().filter(|day| day.name.vi.starts_with(CULTURE.0)).collect();
            let weekend = is_weekend(date(year, 11, 24));
            assert_eq!(days.len(), usize::from(year >= 2026) * (1 + usize::from(weekend)), "{year}");
            assert!(days.iter().all(|day| day.certainty == Certainty::Unconfirmed));
        }
        let days = off_on_weekdays(of_year(2029)); // a Saturday
        assert!(days.contains(&"2029-11-26".to_string()), "{days:?}");
    }

    #[test]
    fn a_computed_year_gives_days_in_lieu_and_says_it_is_provisional() {
        let days = of_year(2028); // 1/1 is a Saturday; 30/4 a Sunday; 2/9 a Saturday
        let culture = |day: &SpecialDay| day.name.vi.starts_with(CULTURE.0);
        assert!(days.iter().all(|day| culture(day) != (day.certainty == Certainty::Computed)));
        let working: Vec<String> =
            days.iter().filter(|day| !is_weekend(day.date)).map(|day| day.date.to_string()).collect();
        assert!(working.contains(&"2028-01-03".to_string()), "in lieu of New Year");
        assert!(working.contains(&"2028-05-02".to_string()), "in lieu of 30/4, after 1/5");
        assert!(working.contains(&"2028-09-04".to_string()), "in lieu of 2/9");
        assert_eq!(days.len(), 12 + days.iter().filter(|day| is_weekend(day.date)).count());
    }
}
