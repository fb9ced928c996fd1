//! The Vietnamese lunar calendar (UTC+7): only what the public holidays need.
//!
//! A lunar month begins on the day of the new moon in Viet Nam; month 11 holds the winter solstice; a year
//! of thirteen months has a leap month, the first after month 11 without a major solar term. Positions of
//! moon and sun follow Meeus, *Astronomical Algorithms*.

use jiff::ToSpan;
use jiff::civil::Date;
use std::f64::consts::PI;

/// The first day of the lunar year that begins in the civil year `year` (Tết Nguyên đán).
pub fn new_year(year: i16) -> Date {
    first_of_month(year, 1)
}

/// The civil date of a day of a lunar month of the lunar year that begins in `year`; never the leap month.
pub fn date_of(year: i16, month: u8, day: u8) -> Date {
    first_of_month(year, month) + i64::from(day - 1).days()
}

/// The first day of lunar month 1 to 10 of the lunar year that begins in civil year `year`.
fn first_of_month(year: i16, month: u8) -> Date {
    debug_assert!((1..=10).contains(&month));
    let start = month_eleven(year - 1);
    let next = month_eleven(year);
    let index = new_moon_index(start);
    let mut offset = i64::from(month) + 1;
    if next - start > 365 {
        let leap = leap_offset(index);
        if offset >= leap {
            offset += 1;
        }
    }
    from_julian_day(new_moon_day(index + offset))
}

/// The Julian day on which lunar month 11 of civil year `year` begins.
fn month_eleven(year: i16) -> i64 {
    let last_of_year = julian_day(Date::constant(year, 12, 31));
    let index = ((last_of_year - 2_415_021) as f64 / SYNODIC_MONTH).floor() as i64;
    let new_moon = new_moon_day(index);
    if solar_term(new_moon) >= 9 { new_moon_day(index - 1) } else { new_moon }
}

/// How many months after month 11 the leap month comes.
fn leap_offset(index: i64) -> i64 {
    let mut last = solar_term(new_moon_day(index + 1));
    for offset in 2..14 {
        let term = solar_term(new_moon_day(index + offset));
        if term == last {
            return offset - 1;
        }
        last = term;
    }
    13
}

fn new_moon_index(julian_day: i64) -> i64 {
    ((julian_day as f64 - 2_415_021.076_998_695) / SYNODIC_MONTH + 0.5).floor() as i64
}

const SYNODIC_MONTH: f64 = 29.530_588_853;

/// The civil day, as a Julian day number in Viet Nam, of the `index`-th new moon after 1900-01-01.
fn new_moon_day(index: i64) -> i64 {
    let k = index as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let rad = PI / 180.0;
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * ((166.56 + 132.87 * t - 0.009_173 * t2) * rad).sin();
    let sun = (359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3) * rad;
    let moon = (306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3) * rad;
    let latitude = (21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3) * rad;
    let correction = (0.1734 - 0.000_393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin() - 0.4068 * moon.sin()
        + 0.0161 * (2.0 * moon).sin()
        - 0.0004 * (3.0 * moon).sin()
        + 0.0104 * (2.0 * latitude).sin()
        - 0.0051 * (sun + moon).sin()
        - 0.0074 * (sun - moon).sin()
        + 0.0004 * (2.0 * latitude + sun).sin()
        - 0.0004 * (2.0 * latitude - sun).sin()
        - 0.0006 * (2.0 * latitude + moon).sin()
        + 0.0010 * (2.0 * latitude - moon).sin()
        + 0.0005 * (2.0 * moon + sun).sin();
    let delta = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    (mean + correction - delta + 0.5 + 7.0 / 24.0).floor() as i64
}

/// The solar term sector, 0 to 11, in which the sun stands at midnight beginning this day in Viet Nam.
fn solar_term(julian_day: i64) -> i64 {
    let t = (julian_day as f64 - 2_451_545.5 - 7.0 / 24.0) / 36_525.0;
    let t2 = t * t;
    let rad = PI / 180.0;
    let anomaly = (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2) * rad;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    let longitude = ((mean + centre) * rad).rem_euclid(2.0 * PI);
    (longitude / PI * 6.0).floor() as i64
}

fn julian_day(date: Date) -> i64 {
    const EPOCH: Date = Date::constant(1970, 1, 1);
    i64::from((date - EPOCH).get_days()) + 2_440_588
}

fn from_julian_day(day: i64) -> Date {
    Date::constant(1970, 1, 1) + (day - 2_440_588).days()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Civil dates of Tết as celebrated in Viet Nam; 1985, 2007 and 2030 differ from China's.
    #[test]
    fn the_new_year_falls_on_the_days_it_was_celebrated() {
        let known = [
            "1968-01-29",
            "1985-01-21",
            "2000-02-05",
            "2007-02-17",
            "2019-02-05",
            "2020-01-25",
            "2021-02-12",
            "2022-02-01",
            "2023-01-22",
            "2024-02-10",
            "2025-01-29",
            "2026-02-17",
            "2027-02-06",
            "2028-01-26",
            "2029-02-13",
            "2030-02-02",
            "2031-01-23",
            "2032-02-11",
            "2033-01-31",
            "2034-02-19",
        ];
        for day in known {
            let day: Date = day.parse().unwrap();
            assert_eq!(new_year(day.year()), day);
        }
    }

    #[test]
    fn the_tenth_of_the_third_month_is_the_kings_day() {
        let known = [
            "2020-04-02",
            "2021-04-21",
            "2022-04-10",
            "2023-04-29",
            "2024-04-18",
            "2025-04-07",
            "2026-04-26",
        ];
        for day in known {
            let day: Date = day.parse().unwrap();
            assert_eq!(date_of(day.year(), 3, 10), day);
        }
    }
}
