//! What a way to apply costs, in sentences.

use crate::formats::money;
use domain::Language;
use domain::deadline::Limit;
use domain::procedure::{Channel, Fee, FeeKind, Method, Procedure};

/// What filing on a channel costs: of the one way there is, or of the one whose limit was chosen; of every way, with
/// its note, where that is not known yet.
pub fn of_channel(
    procedure: &Procedure,
    channel: Channel,
    limit: Option<&Limit>,
    language: Language,
) -> Vec<String> {
    let ways = procedure.methods_of(channel);
    let chosen: Vec<&&Method> =
        ways.iter().filter(|way| limit.is_none_or(|limit| way.limit == *limit)).collect();
    match chosen.as_slice() {
        [] => lines(ways.first().copied(), language),
        [only] => lines(Some(only), language),
        several => {
            let mut all: Vec<String> = Vec::new();
            for way in several {
                let note = way.note.get(language);
                for line in lines(Some(way), language) {
                    let line = if note.is_empty() { line } else { format!("{line} ({note})") };
                    if !all.contains(&line) {
                        all.push(line);
                    }
                }
            }
            all
        }
    }
}

/// When and how what filing costs is paid; nothing where it is known to cost nothing. Nothing is paid online here
/// ([`domain::procedure::Level::offered`]): it is said, and where it is paid instead.
pub fn how_paid(
    procedure: &Procedure,
    channel: Channel,
    limit: Option<&Limit>,
    place: &str,
    language: Language,
) -> Option<String> {
    let ways = procedure.methods_of(channel).into_iter();
    let ways: Vec<&Method> = ways.filter(|way| limit.is_none_or(|limit| way.limit == *limit)).collect();
    how_paid_of(&ways, place, language)
}

fn how_paid_of(ways: &[&Method], place: &str, language: Language) -> Option<String> {
    let sum = |way: &&Method| match way.fees.as_slice() {
        [] => way.free.then_some(0),
        fees => Fee::sum(fees),
    };
    let sums: Vec<Option<u64>> = ways.iter().map(sum).collect();
    if !sums.is_empty() && sums.iter().all(|sum| *sum == Some(0)) {
        return None;
    }
    let amount = match sums.as_slice() {
        [Some(only), rest @ ..] if rest.iter().all(|sum| *sum == Some(*only)) => money(*only, language),
        _ => language.pick("phí, lệ phí theo quy định", "what the law sets").into(),
    };
    Some(language.pick(
        format!(
            "Cổng này chưa thu tiền trực tuyến: bạn nộp {amount} tại {place}, khi cơ quan tiếp nhận hồ sơ hoặc khi được báo"
        ),
        format!(
            "Nothing can be paid online here: pay {amount} at {place}, when the agency accepts the application or tells you to"
        ),
    ))
}

/// The same, of what is known here: nothing where the catalogue does not say. An officer is not sent to the agency, nor is
/// who holds its receipt.
pub fn known_of_channel(
    procedure: &Procedure,
    channel: Channel,
    limit: Option<&Limit>,
    language: Language,
) -> String {
    // Also where it says for which case that is so.
    let unknown = lines(None, language);
    let known = of_channel(procedure, channel, limit, language).into_iter();
    let known = known.filter(|line| !unknown.iter().any(|unknown| line.starts_with(unknown)));
    known.collect::<Vec<_>>().join("; ")
}

/// A line for each fee; or that there is none; or that the amount is not known here.
pub fn lines(method: Option<&Method>, language: Language) -> Vec<String> {
    match method {
        Some(method) if !method.fees.is_empty() => {
            method.fees.iter().map(|fee| line(fee, language)).collect()
        }
        Some(method) if method.free => vec![language.pick("Không thu phí, lệ phí", "No fee").into()],
        Some(_) | None => {
            vec![
                language
                    .pick(
                        "Theo quy định, cơ quan tiếp nhận sẽ cho biết",
                        "As the law sets; the agency will tell you",
                    )
                    .into(),
            ]
        }
    }
}

/// `Lệ phí cấp bản sao: 8.000 đồng`.
fn line(fee: &Fee, language: Language) -> String {
    let kind = match fee.kind {
        FeeKind::Fee => language.pick("Phí", "Fee"),
        FeeKind::Charge => language.pick("Lệ phí", "Charge"),
    };
    let name = fee.name.get(language);
    let named = match () {
        () if name.is_empty() => kind.to_string(),
        () if name.to_lowercase().contains(&kind.to_lowercase()) => name.to_string(),
        () => format!("{kind} – {name}"),
    };
    let example = if fee.example {
        language.pick(" (số tiền minh họa)", " (amount for illustration)")
    } else {
        ""
    };
    // What the words begin with, such as “Mức lệ phí do …”, is not said before them too.
    let words = fee.words.get(language);
    let first = words.to_lowercase().split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    if fee.known().is_none() && name.is_empty() && first.contains(&kind.to_lowercase()) {
        return format!("{words}{example}");
    }
    let taken = match fee.known() {
        None => words.to_string(),
        Some(0) => language.pick("không thu", "none").into(),
        Some(amount) => money(amount, language),
    };
    format!("{named}: {taken}{example}")
}

/// Maximum letters of a fee among the facts of a procedure: the whole text stands beside the way to file.
pub const FACT_MAX: usize = 60;

/// The whole cost in a few words, for lists of facts.
pub fn total(method: Option<&Method>, language: Language) -> String {
    match method {
        Some(method) if !method.fees.is_empty() => match (Fee::sum(&method.fees), method.fees.as_slice()) {
            (Some(0), _) => language.pick("Không thu", "Free").into(),
            (Some(amount), _) => money(amount, language),
            (None, [only]) if only.words.get(language).chars().count() <= FACT_MAX => {
                only.words.get(language).to_string()
            }
            (None, _) => language.pick("Theo quy định", "As the law sets").into(),
        },
        Some(method) if method.free => language.pick("Không thu", "Free").into(),
        Some(_) | None => language.pick("Theo quy định", "As the law sets").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Text;

    #[test]
    fn nothing_known_is_not_nothing_to_pay() {
        let mut method = Method {
            channel: Channel::Online,
            limit: Limit::WorkingDays(3),
            note: Text::default(),
            fees: Vec::new(),
            free: false,
        };
        assert_eq!(total(Some(&method), Language::Vietnamese), "Theo quy định");
        method.free = true;
        assert_eq!(lines(Some(&method), Language::English), ["No fee"]);
        method.fees = vec![Fee {
            name: Text::new("Lệ phí đăng ký", "Registration"),
            amount: 50_000,
            kind: FeeKind::Charge,
            example: false,
            words: Text::default(),
        }];
        assert_eq!(lines(Some(&method), Language::Vietnamese), ["Lệ phí đăng ký: 50.000 đồng"]);
        assert_eq!(lines(Some(&method), Language::English), ["Charge – Registration: VND 50,000"]);
        let nothing = Method { fees: vec![Fee { amount: 0, ..method.fees[0].clone() }], ..method.clone() };
        assert_eq!(lines(Some(&nothing), Language::Vietnamese), ["Lệ phí đăng ký: không thu"]);
        assert_eq!(total(Some(&nothing), Language::English), "Free");
        // What is no amount is said as it is written, and adds up to nothing.
        method.fees[0] = Fee { amount: 0, words: Text::new("0,5 %", ""), ..method.fees[0].clone() };
        assert_eq!(lines(Some(&method), Language::Vietnamese), ["Lệ phí đăng ký: 0,5 %"]);
        assert_eq!(total(Some(&method), Language::English), "0,5 %");
        let unnamed = Fee {
            name: Text::default(),
            words: Text::new("Lệ phí do tỉnh quyết định", ""),
            ..method.fees[0].clone()
        };
        let method = |fee: &Fee| Method { fees: vec![fee.clone()], ..method.clone() };
        assert_eq!(lines(Some(&method(&unnamed)), Language::Vietnamese), ["Lệ phí do tỉnh quyết định"]);
        let set =
            Fee { words: Text::new("(Mức lệ phí do tỉnh quyết định)", ""), ..unnamed.clone() };
        assert_eq!(lines(Some(&method(&set)), Language::Vietnamese), ["(Mức lệ phí do tỉnh quyết định)"]);
        let by_law = Fee { words: Text::new("Theo quy định", "As the law sets"), ..unnamed };
        assert_eq!(lines(Some(&method(&by_law)), Language::Vietnamese), ["Lệ phí: Theo quy định"]);
        assert_eq!(lines(Some(&method(&by_law)), Language::English), ["Charge: As the law sets"]);
        let long = Fee {
            words: Text::new("Mức lệ phí do tỉnh quyết định. ".repeat(5), ""),
            ..by_law.clone()
        };
        assert_eq!(total(Some(&method(&long)), Language::Vietnamese), "Theo quy định");
        let mut method =
            method(&Fee {
                name: Text::new("Lệ phí đăng ký", ""), words: Text::new("0,5 %", ""), ..by_law
            });
        method.fees.push(Fee { amount: 8_000, words: Text::default(), ..method.fees[0].clone() });
        assert_eq!(total(Some(&method), Language::English), "As the law sets");
    }

    #[test]
    fn what_costs_something_says_when_and_where_it_is_paid() {
        let fee = |amount| Fee {
            name: Text::default(),
            amount,
            kind: FeeKind::Fee,
            example: false,
            words: Text::default(),
        };
        let way = |fees: Vec<Fee>, free| Method {
            channel: Channel::Online,
            limit: Limit::WorkingDays(3),
            note: Text::default(),
            fees,
            free,
        };
        let said = |methods: Vec<Method>| {
            how_paid_of(&methods.iter().collect::<Vec<_>>(), "Sở Tư pháp", Language::Vietnamese)
        };
        assert_eq!(said(vec![way(Vec::new(), true)]), None);
        assert_eq!(said(vec![way(vec![fee(0)], false)]), None);
        let paid = said(vec![way(vec![fee(200_000)], false)]).unwrap();
        assert!(
            paid.contains("200.000 đồng tại Sở Tư pháp") && paid.contains("chưa thu tiền trực tuyến"),
            "{paid}"
        );
        // What is not known, or hangs on the case, is no amount.
        for ways in [vec![way(Vec::new(), false)], vec![way(vec![fee(1)], false), way(vec![fee(2)], false)]] {
            assert!(said(ways).unwrap().contains("theo quy định"));
        }
    }
}
