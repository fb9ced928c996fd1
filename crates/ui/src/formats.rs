//! How times, money and sizes are said.

use crate::part::{SummaryList, TagKind};
use domain::Language;
use domain::calendar::Calendar;
use domain::dossier::{Obligation, PaperGiven, StageKind};
use domain::procedure::Channel;
use domain::time::{Instant, short_date};
use forms::number::number_in_words;
use jiff::civil::Date;

/// How much time is left, in words and as a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    pub words: String,
    pub tag: TagKind,
}

/// `Còn 3 ngày làm việc`, `Quá hạn 2 ngày`; the last day is counted in hours.
pub fn time_left(calendar: &Calendar, now: Instant, due: Instant, language: Language) -> TimeLeft {
    let in_days = |days| language.counted(days, "ngày làm việc", "working day", "working days");
    if now > due {
        let days = calendar.working_days_between(due.date(), now.date());
        let words = match days {
            0 => language.pick("Quá hạn hôm nay", "Overdue today").to_string(),
            days => language.pick(format!("Quá hạn {}", in_days(days)), format!("{} overdue", in_days(days))),
        };
        return TimeLeft { words, tag: TagKind::Late };
    }
    let left = |time: String| language.pick(format!("Còn {time}"), format!("{time} left"));
    let days = calendar.working_days_between(now.date(), due.date());
    if days == 0 {
        let minutes = calendar.working_minutes_between(now, due);
        let words = match minutes / 60 {
            0 => left(language.counted(minutes, "phút", "minute", "minutes")),
            hours => left(language.counted(hours, "giờ làm việc", "working hour", "working hours")),
        };
        return TimeLeft { words, tag: TagKind::Warn };
    }
    let words = left(in_days(days));
    TimeLeft { words, tag: if days <= 2 { TagKind::Warn } else { TagKind::Neutral } }
}

/// The same of a limit that is counted by the hour, however many days it lasts: `Còn 8 giờ làm việc`.
pub fn hours_left(calendar: &Calendar, now: Instant, due: Instant, language: Language) -> TimeLeft {
    let hours = if now > due { 0 } else { calendar.working_minutes_between(now, due) / 60 };
    if hours == 0 {
        return time_left(calendar, now, due, language);
    }
    let left = language.counted(hours, "giờ làm việc", "working hour", "working hours");
    let words = language.pick(format!("Còn {left}"), format!("{left} left"));
    TimeLeft { words, ..time_left(calendar, now, due, language) }
}

/// The one or the other, by where a dossier stands and what its limit counts: the answer to what was filed is always owed in
/// hours.
pub fn left(
    stage: StageKind,
    in_hours: bool,
    calendar: &Calendar,
    (now, due): (Instant, Instant),
    language: Language,
) -> TimeLeft {
    let count = if in_hours || stage == StageKind::Submitted { hours_left } else { time_left };
    count(calendar, now, due, language)
}

/// `50.000 đồng`, or `VND 50,000`.
pub fn money(amount: u64, language: Language) -> String {
    let grouped = language.grouped(&amount.to_string());
    language.pick(format!("{grouped} đồng"), format!("VND {grouped}"))
}

/// What was to be paid, on which paper, and whether it was.
pub fn obligation(obligation: &Obligation, language: Language) -> String {
    let amount = money(obligation.amount, language);
    let document = &obligation.document;
    match obligation.met_at {
        Some(at) => {
            let day = short_date(at.date(), language);
            language.pick(
                format!("{amount}, theo văn bản {document}, đã hoàn thành {day}"),
                format!("{amount}, by document {document}, met on {day}"),
            )
        }
        None => language.pick(
            format!("{amount}, theo văn bản {document}, chưa hoàn thành"),
            format!("{amount}, by document {document}, not met yet"),
        ),
    }
}

/// `1 bản chính và 2 bản sao`; nothing when there is neither.
pub fn counts(originals: u32, copies: u32, language: Language) -> String {
    let parts = [(originals, "bản chính", "original", "originals"), (copies, "bản sao", "copy", "copies")];
    let some = parts.into_iter().filter(|(count, ..)| *count > 0);
    let said = some.map(|(count, vi, one, more)| language.counted(count, vi, one, more));
    said.collect::<Vec<_>>().join(language.pick(" và ", " and "))
}

/// How much of a paper was handed in: on paper, and as files that were never paper here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    originals: u32,
    copies: u32,
    files: u32,
}

impl Handed {
    /// What came over the portal is an electronic copy, however it is counted.
    pub fn of(given: &PaperGiven, channel: Channel) -> Handed {
        match channel == Channel::Online && given.file.is_some() {
            true => Handed { files: 1, ..Handed::default() },
            false => Handed { originals: given.originals, copies: given.copies, files: 0 },
        }
    }

    pub fn and(self, other: Handed) -> Handed {
        Handed {
            originals: self.originals + other.originals,
            copies: self.copies + other.copies,
            files: self.files + other.files,
        }
    }

    /// `1 bản chính, 2 bản điện tử`; nothing where nothing was counted.
    pub fn text(self, language: Language) -> String {
        let electronic = match self.files {
            0 => String::new(),
            files => language.counted(files, "bản điện tử", "electronic copy", "electronic copies"),
        };
        let parts = [counts(self.originals, self.copies, language), electronic];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What was answered in an e-form, in the order of its questions.
pub fn answers(form: &forms::EForm, answers: &forms::Answers, language: Language) -> SummaryList {
    let answered = form.questions.iter().filter_map(|question| {
        let answer = answers.get(&question.id)?;
        Some((question.label.get(language).to_string(), self::answer(question, answer, language)))
    });
    answered.collect()
}

/// An answer of an e-form as people say it.
pub fn answer(question: &forms::Question, answer: &str, language: Language) -> String {
    use forms::{PartialDate, QuestionKind};
    let as_typed = || answer.to_string();
    match &question.kind {
        QuestionKind::Date(_) => match PartialDate::read(answer) {
            Some(PartialDate::Whole(date)) => domain::time::short_date(date, language),
            Some(PartialDate::Month(year, month)) => language.pick(
                format!("tháng {month} năm {year}, không rõ ngày"),
                format!("{}, day not known", Date::constant(year, month, 1).strftime("%B %Y")),
            ),
            Some(PartialDate::Year(year)) => language
                .pick(format!("năm {year}, không rõ ngày tháng"), format!("{year}, day and month not known")),
            None => as_typed(),
        },
        QuestionKind::Number { unit, .. } => {
            format!("{} {unit}", number_in_words(answer, language)).trim_end().into()
        }
        QuestionKind::Money => answer.parse().map_or_else(|_| as_typed(), |amount| money(amount, language)),
        QuestionKind::Choice { choices } => choices
            .iter()
            .find(|choice| choice.id == answer)
            .map_or_else(as_typed, |choice| choice.label.get(language).to_string()),
        QuestionKind::YesNo => match answer {
            "yes" => language.pick("Có", "Yes").into(),
            "no" => language.pick("Không", "No").into(),
            other => other.into(),
        },
        _ => as_typed(),
    }
}

/// A number of a telephone as a link calls it.
pub fn phone_link(phone: &str) -> String {
    phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

/// `1,2 MB`.
pub fn file_size(bytes: u64, language: Language) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        return format!("{kilobytes} kB");
    }
    let tenths = kilobytes * 10 / 1024;
    let comma = language.pick(',', '.');
    format!("{}{comma}{} MB", tenths / 10, tenths % 10)
}

/// `PDF`, `JPG`, `PNG`.
pub fn media_name(media: &str) -> &'static str {
    match media {
        "application/pdf" => "PDF",
        "image/jpeg" => "JPG",
        "image/png" => "PNG",
        _ => "?",
    }
}

/// Names in their order, each once; of what is there several times, how often.
pub fn each_once(names: Vec<String>) -> String {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => *times += 1,
            None => counted.push((name, 1)),
        }
    }
    let told = |(name, times): (String, usize)| if times > 1 { format!("{name} ×{times}") } else { name };
    counted.into_iter().map(told).collect::<Vec<_>>().join(", ")
}

/// National names run to hundreds of letters: the beginning of one, in whole words.
pub fn beginning(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_string();
    }
    let start: String = name.chars().take(letters).collect();
    let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ' ', ';', ':', '(', '–', '-']))
}

/// Maximum letters of the short name of a paper.
const PAPER_LETTERS: usize = 90;
/// It is no shorter than this where it ends before the first sign of the name.
const PAPER_LETTERS_MIN: usize = 12;

/// What a paper is, without what is said of it: up to the first sign, if that is far enough.
pub fn short_paper(name: &str) -> String {
    let name = name.trim().trim_start_matches(['-', '+', '*', '•', ' ']);
    if name.chars().count() <= PAPER_LETTERS {
        return name.to_string();
    }
    let ends = [" (", ";", ":", ". ", ", "];
    let ends = ends.iter().filter_map(|sign| name.find(sign));
    let far = PAPER_LETTERS_MIN..=PAPER_LETTERS;
    let end = ends.filter(|end| far.contains(&name[..*end].chars().count())).min();
    end.map_or_else(|| beginning(name, PAPER_LETTERS), |end| name[..end].to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_of_a_paper_ends_at_a_sign_or_between_words() {
        let long = "Đơn đề nghị cấp giấy phép (theo mẫu số 12 ban hành kèm theo Nghị định số 96/2023/NĐ-CP của Chính phủ)";
        assert_eq!(short_paper(long), "Đơn đề nghị cấp giấy phép");
        assert_eq!(short_paper("- Bản sao (nếu có)"), "Bản sao (nếu có)");
        let born = "Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận";
        assert_eq!(short_paper(born), "Giấy chứng sinh");
        assert!(short_paper(&"giấy ".repeat(60)).ends_with('…'));
    }

    #[test]
    fn what_is_there_several_times_is_named_once_with_how_often() {
        let names = ["Phòng A", "Phòng B", "Phòng A"].map(str::to_string).to_vec();
        assert_eq!(each_once(names), "Phòng A ×2, Phòng B");
        assert_eq!(each_once(Vec::new()), "");
    }

    #[test]
    fn one_is_not_said_as_several() {
        let handed = |originals, copies, files| Handed { originals, copies, files }.text(Language::English);
        assert_eq!(handed(1, 1, 1), "1 original and 1 copy, 1 electronic copy");
        assert_eq!(handed(2, 3, 4), "2 originals and 3 copies, 4 electronic copies");
        assert_eq!(Handed { files: 2, ..Handed::default() }.text(Language::Vietnamese), "2 bản điện tử");
        assert_eq!(handed(0, 0, 0), "");
    }

    #[test]
    fn money_is_grouped_by_thousands() {
        assert_eq!(money(1_234_567, Language::Vietnamese), "1.234.567 đồng");
        assert_eq!(money(500, Language::English), "VND 500");
    }

    #[test]
    fn a_number_is_said_with_its_unit() {
        let question = |decimals, unit: &str| forms::Question {
            id: "area".into(),
            kind: forms::QuestionKind::Number {
                min: 0,
                max: 100_000,
                decimals,
                unit: unit.into(),
                year: None,
            },
            label: Default::default(),
            hint: Default::default(),
            required: true,
        };
        assert_eq!(answer(&question(2, "m²"), "12500.5", Language::Vietnamese), "12.500,5 m²");
        assert_eq!(answer(&question(2, "m²"), "95.5", Language::English), "95.5 m²");
        assert_eq!(answer(&question(0, ""), "2026", Language::Vietnamese), "2026");
    }

    #[test]
    fn time_left_is_said_in_working_days_and_at_last_in_hours() {
        let calendar = Calendar::national();
        let at = |text: &str| Instant::parse(text).unwrap();
        let say = |now: &str, due: &str| time_left(&calendar, at(now), at(due), Language::Vietnamese).words;
        assert_eq!(say("2026-03-06T09:00", "2026-03-10T17:00"), "Còn 2 ngày làm việc");
        assert_eq!(say("2026-03-10T14:00", "2026-03-10T17:00"), "Còn 3 giờ làm việc");
        assert_eq!(say("2026-03-10T17:30", "2026-03-10T17:00"), "Quá hạn hôm nay");
        assert_eq!(say("2026-03-13T09:00", "2026-03-10T17:00"), "Quá hạn 3 ngày làm việc");
        let by_hours = |now: &str, due: &str| hours_left(&calendar, at(now), at(due), Language::Vietnamese);
        // Eight hours of two days are eight hours.
        let left = by_hours("2026-03-09T08:00", "2026-03-10T08:00");
        assert!(left.words.starts_with("Còn ") && left.words.ends_with(" giờ làm việc"), "{}", left.words);
        assert_eq!(left.tag, TagKind::Warn);
        assert_eq!(by_hours("2026-03-10T16:59", "2026-03-10T17:00").words, "Còn 1 phút");
        assert_eq!(by_hours("2026-03-13T09:00", "2026-03-10T17:00").words, "Quá hạn 3 ngày làm việc");
        // What was filed is answered in hours, and so is what has a limit in hours.
        let told = |stage, in_hours| {
            let span = (at("2026-03-09T08:00"), at("2026-03-10T08:00"));
            super::left(stage, in_hours, &calendar, span, Language::English).words
        };
        assert!(told(StageKind::Submitted, false).ends_with("working hours left"));
        assert!(told(StageKind::Processing, true).ends_with("working hours left"));
        assert_eq!(told(StageKind::Processing, false), "1 working day left");
        let english = |now: &str, due: &str| time_left(&calendar, at(now), at(due), Language::English);
        for (now, words, tag) in [
            ("2026-03-05T09:00", "3 working days left", TagKind::Neutral),
            ("2026-03-09T09:00", "1 working day left", TagKind::Warn),
            ("2026-03-10T16:00", "1 working hour left", TagKind::Warn),
            ("2026-03-10T16:59", "1 minute left", TagKind::Warn),
            ("2026-03-11T09:00", "1 working day overdue", TagKind::Late),
        ] {
            let left = english(now, "2026-03-10T17:00");
            assert_eq!((left.words.as_str(), left.tag), (words, tag));
        }
    }
}
