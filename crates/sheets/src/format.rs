//! What the format of a cell adds to its number: words, a currency, a per cent sign.

/// A number with what its format writes before and behind it.
pub fn number(value: f64, format: &str) -> String {
    let parts = Parts::of(format);
    let value = if parts.percent { (value * 100.0 * 1e9).round() / 1e9 } else { value };
    format!("{}{}{}", parts.before, written(value), parts.behind).trim().to_string()
}

/// With a point. Three decimals get a zero behind them: so that nobody takes them for thousands.
fn written(value: f64) -> String {
    let written = value.to_string();
    let three = written.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if three { written + "0" } else { written }
}

/// Whether a format of a moment shows its day.
pub fn is_date(format: &str) -> bool {
    Parts::of(format).date
}

#[derive(Default)]
struct Parts {
    before: String,
    behind: String,
    percent: bool,
    date: bool,
}

impl Parts {
    /// Reads the part of a format for positive numbers.
    fn of(format: &str) -> Parts {
        let mut parts = Parts::default();
        let (mut letters, mut digits) = (format.chars(), false);
        while let Some(letter) = letters.next() {
            let words: String = match letter {
                ';' => break,
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
                ' ' => " ".into(),
                '0' | '#' | '?' => {
                    digits = true;
                    String::new()
                }
                'd' | 'D' | 'y' | 'Y' => {
                    parts.date = true;
                    String::new()
                }
                _ => String::new(),
            };
            if digits { parts.behind.push_str(&words) } else { parts.before.push_str(&words) }
        }
        parts
    }
}
