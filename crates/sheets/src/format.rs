//! What the format of a cell does to its number: words before and behind it, a per cent sign, thousands and decimals.

/// A number as its format shows it.
pub fn number(value: f64, format: &str) -> String {
    let (section, signed) = section(value, format);
    let parts = Parts::of(section);
    let mut value = if signed { value } else { value.abs() };
    if parts.percent {
        value = (value * 100.0 * 1e9).round() / 1e9;
    }
    let written = if parts.thousands > 0 {
        // What is shown is another number than the one that is kept, so it is taken to the last figure as shown.
        format!("{:.1$}", value / 1_000f64.powi(parts.thousands), parts.shown)
    } else {
        written(value, parts.decimals)
    };
    format!("{}{written}{}", parts.before, parts.behind).trim().to_string()
}

/// With a point and a minimum of decimals. Three decimals get a zero behind them: so that nobody takes them for
/// thousands.
fn written(value: f64, decimals: usize) -> String {
    let mut written = value.to_string();
    let own = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if own < decimals && own + decimals > 0 && value.fract() != 0.0 {
        written.push_str(&"0".repeat(decimals - own));
    }
    let three = written.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if three { written + "0" } else { written }
}

/// How a format shows a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentFormat {
    Clock,
    /// The day of the month alone, which some take for a number of days: `d" ngày"`.
    DayAlone,
    Date,
}

pub fn moment(format: &str) -> MomentFormat {
    let parts = Parts::of(format.split(';').next().unwrap_or_default());
    match (parts.day, parts.month || parts.year, parts.clock) {
        (true, false, false) => MomentFormat::DayAlone,
        (false, _, _) if !parts.year => MomentFormat::Clock,
        _ => MomentFormat::Date,
    }
}

/// What stands before and behind the day.
pub fn day_alone(day: u8, format: &str) -> String {
    let parts = Parts::of(format.split(';').next().unwrap_or_default());
    format!("{}{day}{}", parts.before, parts.behind).trim().to_string()
}

/// The part of a format that shows a value, and whether the sign is shown besides.
fn section(value: f64, format: &str) -> (&str, bool) {
    let mut sections = Vec::new();
    let (mut from, mut quoted, mut skip) = (0, false, false);
    for (at, letter) in format.char_indices() {
        match letter {
            _ if skip => skip = false,
            '"' => quoted = !quoted,
            '\\' if !quoted => skip = true,
            ';' if !quoted => {
                sections.push(&format[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&format[from..]);
    let conditions: Vec<Option<(&str, f64)>> = sections.iter().map(|section| condition(section)).collect();
    if conditions.iter().any(Option::is_some) {
        let holds = |(sign, than): (&str, f64)| match sign {
            "<" => value < than,
            "<=" => value <= than,
            ">" => value > than,
            ">=" => value >= than,
            "=" => value == than,
            _ => value != than,
        };
        let found = conditions.iter().position(|condition| condition.is_none_or(holds));
        return (sections[found.unwrap_or(sections.len() - 1)], true);
    }
    match sections.as_slice() {
        [_, negative, ..] if value < 0.0 => (negative, false),
        [_, _, zero, ..] if value == 0.0 => (zero, true),
        [first, ..] => (first, true),
        [] => ("", true),
    }
}

/// `[<=1]`
fn condition(section: &str) -> Option<(&str, f64)> {
    section.split('[').skip(1).find_map(|part| {
        let inside = part.split(']').next()?;
        let digits = inside.find(|letter: char| !matches!(letter, '<' | '>' | '='))?;
        (digits > 0).then(|| Some((&inside[..digits], inside[digits..].parse().ok()?)))?
    })
}

#[derive(Default)]
struct Parts {
    before: String,
    behind: String,
    percent: bool,
    /// How many times over it is shown in thousands.
    thousands: i32,
    /// Decimals that are always shown, and that are shown at most.
    decimals: usize,
    shown: usize,
    day: bool,
    month: bool,
    year: bool,
    clock: bool,
}

impl Parts {
    fn of(section: &str) -> Parts {
        let mut parts = Parts::default();
        let general = section.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("general"));
        let (mut letters, mut digits, mut point) = (section.chars().peekable(), general, false);
        if general {
            letters.nth(6);
        }
        // Commas between figures part thousands; behind the last figure each leaves three away.
        let mut commas = 0;
        while let Some(letter) = letters.next() {
            let words: String = match letter {
                '"' => letters.by_ref().take_while(|letter| *letter != '"').collect(),
                '\\' => letters.next().into_iter().collect(),
                // As wide as the next letter, or filled with it.
                '_' | '*' => {
                    letters.next();
                    String::new()
                }
                // `[$₫-42A]` is a currency; other brackets are colours, conditions, spans of time.
                '[' => {
                    let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let currency = inner.strip_prefix('$').and_then(|inner| inner.split('-').next());
                    currency.unwrap_or_default().to_string()
                }
                '%' => {
                    parts.percent = true;
                    "%".into()
                }
                ' ' | '(' | ')' | '-' | '+' | '$' => letter.into(),
                '0' | '#' | '?' => {
                    (digits, commas) = (true, 0);
                    if point {
                        parts.shown += 1;
                        parts.decimals += usize::from(letter == '0');
                    }
                    String::new()
                }
                '@' => {
                    digits = true;
                    String::new()
                }
                '.' if digits => {
                    point = true;
                    parts.thousands += std::mem::take(&mut commas);
                    String::new()
                }
                ',' if digits => {
                    commas += 1;
                    String::new()
                }
                'd' | 'D' => {
                    (parts.day, digits) = (true, true);
                    String::new()
                }
                'm' | 'M' => {
                    parts.month = true;
                    String::new()
                }
                'y' | 'Y' => {
                    parts.year = true;
                    String::new()
                }
                'h' | 'H' | 's' | 'S' => {
                    parts.clock = true;
                    String::new()
                }
                _ => String::new(),
            };
            if digits { parts.behind.push_str(&words) } else { parts.before.push_str(&words) }
        }
        parts.thousands += commas;
        parts
    }
}
