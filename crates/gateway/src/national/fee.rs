//! What a record says is taken: amounts of đồng, or words where that is none.

use super::counted::small;
use super::record::vietnamese;
use domain::Text;
use domain::procedure::{Fee, FeeKind};
use forms::number::{DONG, money};

/// What is taken where nothing says how much.
fn by_law() -> Text {
    Text::new("Theo quy định", "As the law sets")
}

/// A fee: an amount of đồng, or what is written where that is none. Of an amount of nothing the words may say how much, or
/// who says it; where they do not nothing is taken. Nothing written is no fee.
pub(super) fn fee(amount: &str, currency: &str, said: String, notes: &mut Vec<String>) -> Option<Fee> {
    let kind = if small(&said).contains("lệ phí") { FeeKind::Charge } else { FeeKind::Fee };
    let fee = |name: Text, amount: u64, words: Text| Fee { name, amount, kind, example: false, words };
    let digits = amount.chars().any(|letter| letter.is_ascii_digit());
    let written = match digits {
        true => together(amount, currency),
        false => amount.to_string(),
    };
    Some(match money(&written) {
        Some(0) => match said_of(&said) {
            FeeWords::HowMuch => fee(Text::default(), 0, vietnamese(said)),
            FeeWords::Name => fee(vietnamese(said), 0, Text::default()),
            FeeWords::Nothing | FeeWords::Kind => fee(Text::default(), 0, Text::default()),
        },
        None if amount.is_empty() => return fee_in_words(said, fee),
        Some(amount) => fee(vietnamese(said), amount, Text::default()),
        None => {
            notes.extend(digits.then(|| format!("a fee, as written: {written}")));
            fee(vietnamese(said), 0, vietnamese(written))
        }
    })
}

fn fee_in_words(said: String, fee: impl Fn(Text, u64, Text) -> Fee) -> Option<Fee> {
    Some(match said_of(&said) {
        FeeWords::Nothing => return None,
        FeeWords::Kind => fee(Text::default(), 0, by_law()),
        FeeWords::HowMuch => fee(Text::default(), 0, vietnamese(said)),
        FeeWords::Name => fee(vietnamese(said), 0, by_law()),
    })
}

/// What the words beside an amount say.
#[derive(PartialEq)]
enum FeeWords {
    Nothing,
    /// Only that there is a fee.
    Kind,
    /// How much, or who says it.
    HowMuch,
    /// What it is called.
    Name,
}

fn said_of(said: &str) -> FeeWords {
    const KINDS: [&str; 7] =
        ["phí", "lệ phí", "phí lệ phí", "phí và lệ phí", "mức phí", "mức lệ phí", "mức thu"];
    const AMOUNTS: [&str; 9] =
        ["quy định", "theo", "miễn", "không", "chưa", "do", "mức", "thỏa thuận", "bằng"];
    let letters = |text: &str| {
        small(text).split(|letter: char| !letter.is_alphanumeric()).collect::<Vec<_>>().join(" ")
    };
    let plain = forms::tidy(&letters(said));
    let padded = format!(" {plain} ");
    let has = |word: &&str| padded.contains(&format!(" {word} "));
    match () {
        () if plain.is_empty() => FeeWords::Nothing,
        () if KINDS.contains(&plain.as_str()) => FeeWords::Kind,
        () if AMOUNTS.iter().any(has) || plain.contains(|letter: char| letter.is_ascii_digit()) => {
            FeeWords::HowMuch
        }
        () => FeeWords::Name,
    }
}

/// A number and its unit, where the number may be written with it already, or with another word for it.
pub(super) fn together(number: &str, unit: &str) -> String {
    let words = |text: &str| {
        format!(
            " {} ",
            small(text).split(|letter: char| !letter.is_alphanumeric()).collect::<Vec<_>>().join(" ")
        )
    };
    let has =
        !unit.is_empty() && unit.chars().any(char::is_alphanumeric) && words(number).contains(&words(unit));
    if has || (unit == "%" && number.contains('%')) {
        return once(number).to_string();
    }
    let of_unit = small(unit);
    let Some(behind) = DONG.iter().find_map(|word| of_unit.strip_prefix(word)) else {
        return format!("{number} {unit}").trim().to_string();
    };
    // The unit may follow a number that ends in one already: `15.000đ` with `Đồng`, `10.000 đồng` with `đồng/bản`.
    let bare = without_dong(number);
    match behind.is_empty() && bare != number {
        true => once(number).to_string(),
        false => format!("{bare} {unit}").trim().to_string(),
    }
}

/// A number with its word for đồng once.
fn once(number: &str) -> &str {
    let bare = without_dong(number);
    match DONG
        .iter()
        .filter_map(|word| small(&number[bare.len()..]).trim_start().strip_prefix(word).map(|_| word.len()))
        .max()
    {
        Some(long) => {
            let begins = number.len() - number[bare.len()..].trim_start().len();
            &number[..begins + long]
        }
        None => number,
    }
}

/// A number without the words for đồng behind it.
fn without_dong(number: &str) -> &str {
    let mut rest = number.trim_end();
    loop {
        let small = rest.to_lowercase();
        let Some(word) = DONG.iter().find(|word| small.ends_with(**word) && small.len() == rest.len()) else {
            return rest;
        };
        rest = rest[..rest.len() - word.len()].trim_end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::national::sample::way;

    #[test]
    fn an_amount_keeps_its_signs_and_what_is_none_stays_words() {
        for (written, currency, amount, words) in [
            ("8000", "Đồng", 8_000, ""),
            ("100000.00", "Đồng", 100_000, ""),
            ("50.000,00", "Đồng", 50_000, ""),
            ("50.000 đồng", "Đồng", 50_000, ""),
            ("1,5 triệu", "Đồng", 1_500_000, ""),
            ("50 nghìn", "", 50_000, ""),
            ("8.000 - 15.000", "Đồng", 0, "8.000 - 15.000 Đồng"),
            ("0,5", "%", 0, "0,5 %"),
            ("25", "USD", 0, "25 USD"),
            ("50.000", "Đồng/bản", 0, "50.000 Đồng/bản"),
            ("Miễn phí", "Đồng", 0, "Miễn phí"),
            ("0", "Đồng", 0, ""),
            ("0.00", "", 0, ""),
            ("10.000 đồng đồng", "Đồng", 10_000, ""),
            ("15.000đ", "Đồng", 15_000, ""),
            ("8.000 - 15.000đ", "Đồng", 0, "8.000 - 15.000đ"),
            ("8.000 - 15.000 VNĐ VNĐ", "Đồng", 0, "8.000 - 15.000 VNĐ"),
            ("8.000 - 15.000 đồng đồng", "Đồng", 0, "8.000 - 15.000 đồng"),
            ("10.000 đồng", "đồng/bản", 0, "10.000 đồng/bản"),
            ("10.000đ", "đồng/bản", 0, "10.000 đồng/bản"),
        ] {
            let fee = way((written, currency, "Lệ phí"), ("1", "Ngày", "")).fees.remove(0);
            assert_eq!((fee.amount, fee.words.vi.as_str()), (amount, words), "{written} {currency}");
            assert_eq!(fee.known().is_some(), words.is_empty());
            assert_eq!(fee.kind, FeeKind::Charge);
        }
        assert_eq!(way(("", "Đồng", ""), ("1", "Ngày", "")).fees, []);
        let said = way(("", "Đồng", "Lệ phí do Hội đồng nhân dân tỉnh quyết định"), ("1", "Ngày", ""))
            .fees
            .remove(0);
        assert_eq!((said.known(), said.words.vi.starts_with("Lệ phí do")), (None, true));
    }

    #[test]
    fn an_amount_of_nothing_is_free_unless_words_say_how_much() {
        let fee = |amount: &str, said: &str| way((amount, "Đồng", said), ("1", "Ngày", "")).fees;
        for (said, name) in
            [("", ""), ("Lệ phí", ""), ("Phí, lệ phí:", ""), ("Phí thẩm định", "Phí thẩm định")]
        {
            let free = fee("0", said).remove(0);
            assert_eq!((free.known(), free.name.vi.as_str()), (Some(0), name));
        }
        for said in ["Mức lệ phí do Hội đồng nhân dân tỉnh quyết định", "Theo quy định", "8.000 đồng/bản"]
        {
            let told = fee("0", said).remove(0);
            assert_eq!((told.known(), told.words.vi.as_str()), (None, said));
        }
        assert_eq!(fee("", ""), []);
        assert_eq!(fee("", "Lệ phí").remove(0).words, by_law());
    }

    #[test]
    fn a_fee_without_an_amount_says_who_sets_it_and_not_its_name_twice() {
        for (amount, currency, said, name, words) in [
            ("", "", "Lệ phí", "", "Theo quy định"),
            ("", "Đồng", "Phí, lệ phí:", "", "Theo quy định"),
            ("", "", "Lệ phí cấp giấy phép", "Lệ phí cấp giấy phép", "Theo quy định"),
            ("0", "Đồng", "Miễn lệ phí", "", "Miễn lệ phí"),
            ("", "", "Không", "", "Không"),
            ("25 USD", "USD", "Phí", "Phí", "25 USD"),
            ("8.000 - 15.000 đồng", "Đồng", "Phí", "Phí", "8.000 - 15.000 đồng"),
            ("50.000 đồng/bản", "Đồng", "Phí", "Phí", "50.000 đồng/bản"),
            ("0,5%", "%", "Phí", "Phí", "0,5%"),
        ] {
            let fee = way((amount, currency, said), ("1", "Ngày", "")).fees.remove(0);
            assert_eq!((fee.name.vi.as_str(), fee.words.vi.as_str()), (name, words), "{amount} {said}");
        }
    }
}
