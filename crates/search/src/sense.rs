//! A word of two senses: `mất` is said of people who died and of papers that were lost. Also what one never means when
//! one says its opposite.

use crate::words::{Word, words};

/// Of whom it is said that they died.
const PEOPLE: &str = "người binh";
/// Who they are to whoever asks: beside the point of what is asked.
const KIN: &str = "bố ba cha mẹ má tía bầm ông bà chồng vợ con anh chị em cháu bác chú cô cậu dì dượng mợ thím cụ nội \
                   ngoại tôi tui mình đã vừa mới";
/// So many words may stand between somebody and what became of them.
const REACH: usize = 8;
/// What comes after it, where it is no thing that was lost.
const AFTER: &str = "năm hôm rồi thì ở được cần phải muốn làm xin vào ngày khi do vì tại chưa nay tháng sáng chiều \
                     tối đêm đột và mà có nhà giờ bây";
/// What comes before it of things alone.
const OF_THINGS: &str = "làm bị đánh để rớt";
/// Other words for the end of a life.
const ENDED: [&str; 4] = ["qua đời", "chết", "từ trần", "tạ thế"];

/// Opposites, a line each way: what is said, and what is not asked for then.
const OPPOSITES: &str = include_str!("../data/opposites.tsv");

/// Where it means that somebody died, that is what is said: `qua đời`. Who that was, or who lost something, goes.
pub fn settled(query: Vec<Word>) -> Vec<Word> {
    let mut settled: Vec<Word> = Vec::with_capacity(query.len() + 1);
    for (place, word) in query.iter().enumerate() {
        let ended = || ENDED.iter().any(|said| starts(&query[place..], &words(said)));
        if agrees(word, "mất") {
            let after = query.get(place + 1);
            let of_a_thing = settled.last().is_some_and(|before| among(before, OF_THINGS));
            if of_a_thing && after.is_some() {
                settled.pop();
            }
            let somebody = &query[place.saturating_sub(REACH)..place];
            let somebody = somebody.iter().any(|word| among(word, KIN) || among(word, PEOPLE));
            let nothing_lost = after.is_none_or(|after| among(after, AFTER));
            if !of_a_thing || after.is_some() {
                forget_kin(&mut settled);
            }
            if somebody && nothing_lost && !of_a_thing {
                settled.extend(words(ENDED[0]));
                continue;
            }
        } else if ended() {
            forget_kin(&mut settled);
        }
        settled.push(word.clone());
    }
    settled
}

/// What it means by itself.
pub fn alone(query: Vec<Word>) -> Vec<Word> {
    match query.as_slice() {
        [word] if agrees(word, "mất") => words(ENDED[0]),
        _ => query,
    }
}

fn forget_kin(said: &mut Vec<Word>) {
    while said.last().is_some_and(|word| among(word, KIN)) {
        said.pop();
    }
}

fn among(word: &Word, list: &str) -> bool {
    list.split_whitespace().any(|known| agrees(word, known))
}

fn starts(query: &[Word], phrase: &[Word]) -> bool {
    query.len() >= phrase.len() && holds(&query[..phrase.len()], phrase)
}

/// Whether a word of the query is the one meant: accents that were typed must be its own.
fn agrees(word: &Word, known: &str) -> bool {
    word.typed == known || (!word.accented() && words(known).first().is_some_and(|of| of.plain == word.plain))
}

type Phrases = Vec<Vec<Word>>;

/// Pairs of opposites, such as birth and death: what is said, and what is not asked for then.
pub struct Opposites(Vec<(Phrases, Phrases)>);

impl Opposites {
    pub fn new() -> Opposites {
        let phrases = |cell: &str| cell.split('|').map(words).filter(|said| !said.is_empty()).collect();
        let lines = OPPOSITES.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        Opposites(pairs.map(|(said, never)| (phrases(said), phrases(never))).collect())
    }

    /// What is not asked for, and what redeems a name that says it all the same. Nothing where both sides are said.
    pub fn of(&self, query: &[Word]) -> Option<Opposed<'_>> {
        let mut said = self.0.iter().filter(|(said, _)| said.iter().any(|phrase| holds(query, phrase)));
        let (said, never) = said.next().filter(|_| said.next().is_none())?;
        Some(Opposed { said, never })
    }
}

pub struct Opposed<'a> {
    said: &'a [Vec<Word>],
    never: &'a [Vec<Word>],
}

impl Opposed<'_> {
    pub fn bars(&self, name: &[Word]) -> bool {
        self.never.iter().any(|phrase| holds(name, phrase))
            && !self.said.iter().any(|phrase| holds(name, phrase))
    }
}

/// Whether a phrase stands in it, with the accents that were typed.
fn holds(all: &[Word], phrase: &[Word]) -> bool {
    all.windows(phrase.len()).any(|stretch| {
        stretch
            .iter()
            .zip(phrase)
            .all(|(word, of)| word.plain == of.plain && (!word.accented() || word.typed == of.typed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> String {
        let settled = settled(words(query));
        settled.iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn people_die_and_papers_are_lost() {
        for (said, meant) in [
            ("bố em mất", "qua đời"),
            ("bo em mat", "qua đời"),
            ("mẹ tôi vừa mất hôm qua", "qua đời hôm qua"),
            ("chồng chị mất rồi, làm giấy báo tử", "qua đời rồi làm giấy báo tử"),
            ("ông nội mới chết", "chết"),
            ("cựu chiến binh mới mất", "cựu chiến binh qua đời"),
        ] {
            assert_eq!(read(said), meant);
        }
        for (said, meant) in [
            ("mất giấy khai sinh", "mất giấy khai sinh"),
            ("bố em mất giấy khai sinh", "mất giấy khai sinh"),
            ("mẹ tôi bị mất căn cước", "mất căn cước"),
            ("con làm mất hộ chiếu", "mất hộ chiếu"),
            ("mat bang lai xe", "mat bang lai xe"),
            ("giấy tờ bị mất", "giấy tờ bị mất"),
            ("thủ tục mất bao lâu", "thủ tục mất bao lâu"),
            ("bí mật nhà nước của bố", "bí mật nhà nước của bố"),
        ] {
            assert_eq!(read(said), meant);
        }
        assert_eq!(alone(words("mất")), words("qua đời"));
    }

    #[test]
    fn who_speaks_of_birth_is_not_told_of_death() {
        let opposites = Opposites::new();
        let bars = |query: &str, name: &str| {
            opposites.of(&words(query)).is_some_and(|opposed| opposed.bars(&words(name)))
        };
        assert!(bars("làm khai sinh cho em bé", "Đăng ký khai tử"));
        assert!(bars("giay chung tu", "Thủ tục đăng ký khai sinh"));
        assert!(!bars("làm khai sinh", "Đăng ký khai sinh"));
        assert!(!bars("khai sinh lưu động", "Đăng ký khai sinh, khai tử lưu động"));
        assert!(!bars("khai sinh và khai tử", "Đăng ký khai tử"), "both were said");
        assert!(!bars("đất đai", "Đăng ký khai tử"));
    }
}
