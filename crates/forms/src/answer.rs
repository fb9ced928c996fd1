use crate::number::{DECIMALS_MAX, Number, money, number_in_words};
use crate::{EForm, Language, PartialDate, Question, QuestionKind, When, date, email, phone, tidy};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Answers by question id, each in its canonical written form.
pub type Answers = BTreeMap<String, String>;

/// What is wrong, by question id, in the order of the form.
pub type AnswerProblems = Vec<(String, AnswerProblem)>;

/// Number of decimals from which on they may be taken for thousands.
const THREE: usize = 3;

/// Why an answer was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerProblem {
    Missing,
    TooLong {
        length_max: usize,
    },
    NotADate,
    /// Where a month or a year would do too.
    NotADateOrPart,
    /// What has happened cannot be to come.
    Future,
    /// What is to come cannot have happened.
    Past,
    NotBetween {
        from: Option<Date>,
        to: Option<Date>,
    },
    NotANumber,
    /// A number with decimals where it must be whole.
    NotWhole,
    TooManyDecimals {
        decimals: usize,
    },
    /// Three digits behind one sign, where they may be thousands as well as decimals.
    ThousandsOrDecimals {
        thousands: Number,
        decimals: Number,
    },
    NotMoney,
    OutOfBounds {
        min: i64,
        max: i64,
    },
    NotAYearBetween {
        from: i64,
        to: i64,
    },
    NotInTheList,
    NotAPhone,
    TwoPhones,
    NotAnEmail,
    NotAnIdentityNumber,
    /// Something of its own kind; `form` says in a sentence how it is written.
    NotOfItsKind {
        typed: String,
        form: String,
    },
}

/// Maximum letters of typed text that are shown again.
const SHOWN_MAX: usize = 60;

impl AnswerProblem {
    /// One sentence that says how to mend it.
    pub fn sentence(&self, label: &str, language: Language) -> String {
        let (vi, en) = match self {
            AnswerProblem::Missing => (format!("Hãy điền “{label}”"), format!("Answer “{label}”")),
            AnswerProblem::TooLong { length_max } => (
                format!("“{label}” dài quá {length_max} ký tự, hãy viết ngắn hơn"),
                format!("“{label}” must be {length_max} characters or fewer"),
            ),
            AnswerProblem::NotADate => (
                format!("“{label}” phải là ngày có thật, ví dụ 24/2/2026"),
                format!("“{label}” must be a real date, such as 24/2/2026"),
            ),
            AnswerProblem::NotADateOrPart => (
                format!(
                    "“{label}” phải là ngày có thật, ví dụ 24/2/1960; chỉ biết tháng hoặc năm thì ghi 2/1960 hoặc 1960"
                ),
                format!(
                    "“{label}” must be a real date, such as 24/2/1960; if only the month or year is known, 2/1960 or 1960"
                ),
            ),
            AnswerProblem::Future => (
                format!("“{label}” không được sau ngày hôm nay"),
                format!("“{label}” must be today or in the past"),
            ),
            AnswerProblem::Past => (
                format!("“{label}” không được trước ngày hôm nay"),
                format!("“{label}” must be today or in the future"),
            ),
            AnswerProblem::NotBetween { from, to } => {
                // As they are typed; in English day and month could be read either way round.
                let vi = |date: &Date| date.strftime("%-d/%-m/%Y").to_string();
                let en = |date: &Date| date.strftime("%-d %b %Y").to_string();
                match (from, to) {
                    (Some(from), Some(to)) => (
                        format!("“{label}” phải từ ngày {} đến ngày {}", vi(from), vi(to)),
                        format!("“{label}” must be between {} and {}", en(from), en(to)),
                    ),
                    (Some(from), None) => (
                        format!("“{label}” phải từ ngày {} trở đi", vi(from)),
                        format!("“{label}” must be on or after {}", en(from)),
                    ),
                    (None, to) => (
                        format!(
                            "“{label}” phải trước hoặc đúng ngày {}",
                            to.as_ref().map(vi).unwrap_or_default()
                        ),
                        format!("“{label}” must be on or before {}", to.as_ref().map(en).unwrap_or_default()),
                    ),
                }
            }
            AnswerProblem::NotANumber => (
                format!("“{label}” phải là một số viết bằng chữ số, ví dụ 12"),
                format!("“{label}” must be one number in digits, such as 12"),
            ),
            AnswerProblem::NotWhole => (
                format!("“{label}” phải là số nguyên, không có phần thập phân, ví dụ 12"),
                format!("“{label}” must be a whole number without decimals, such as 12"),
            ),
            AnswerProblem::TooManyDecimals { decimals } => (
                format!("“{label}” chỉ được có nhiều nhất {decimals} chữ số sau dấu phẩy"),
                format!("“{label}” may have no more than {decimals} decimals"),
            ),
            AnswerProblem::ThousandsOrDecimals { thousands, decimals } => {
                let [thousands, decimals] = [thousands, decimals].map(|number| number.unmistakable(language));
                (
                    format!("“{label}” có thể hiểu theo hai cách: hãy ghi {thousands} hoặc {decimals}"),
                    format!("“{label}” can be read in two ways: write {thousands} or {decimals}"),
                )
            }
            AnswerProblem::NotMoney => (
                format!("“{label}” phải là một số tiền bằng đồng, ví dụ 1.500.000 hoặc 1,5 triệu"),
                format!("“{label}” must be one amount in đồng, such as 1,500,000 or 1.5 million"),
            ),
            AnswerProblem::OutOfBounds { min, max } => {
                let written = |bound: &i64| {
                    let sign = if *bound < 0 { "-" } else { "" };
                    format!("{sign}{}", language.grouped(&bound.unsigned_abs().to_string()))
                };
                let (min, max) = (written(min), written(max));
                (
                    format!("“{label}” phải từ {min} đến {max}"),
                    format!("“{label}” must be between {min} and {max}"),
                )
            }
            AnswerProblem::NotAYearBetween { from, to } => (
                format!("“{label}” phải là một năm từ {from} đến {to}"),
                format!("“{label}” must be a year from {from} to {to}"),
            ),
            AnswerProblem::NotInTheList => {
                (format!("Hãy chọn một mục ở “{label}”"), format!("Choose an option for “{label}”"))
            }
            AnswerProblem::NotAPhone => (
                format!("“{label}” phải là số điện thoại, ví dụ 0912 345 678; số nước ngoài ghi từ dấu +"),
                format!(
                    "“{label}” must be a phone number, such as 0912 345 678, or +44 20 7946 0000 from abroad"
                ),
            ),
            AnswerProblem::TwoPhones => (
                format!("“{label}” chỉ ghi một số điện thoại"),
                format!("“{label}” takes one phone number only"),
            ),
            AnswerProblem::NotAnEmail => (
                format!("“{label}” phải là địa chỉ thư điện tử, ví dụ ten@vidu.vn"),
                format!("“{label}” must be an e-mail address, such as name@example.vn"),
            ),
            AnswerProblem::NotOfItsKind { typed, form } => {
                let typed: String = typed.chars().take(SHOWN_MAX).collect();
                (
                    format!("“{typed}” ở “{label}” chưa đúng. {form}"),
                    format!("“{typed}” is not right for “{label}”. {form}"),
                )
            }
            AnswerProblem::NotAnIdentityNumber => (
                format!("“{label}” phải có 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân cũ)"),
                format!("“{label}” must have 12 digits (or 9 on an old identity card)"),
            ),
        };
        language.pick(vi, en)
    }
}

/// Reads a whole form posted on a day. `posted` gives the typed text of a field; a date may also come in three
/// fields `id-day`, `id-month`, `id-year`.
pub fn read<'a>(
    form: &EForm,
    today: Date,
    posted: impl Fn(&str) -> Option<&'a str>,
) -> Result<Answers, AnswerProblems> {
    let mut answers = Answers::new();
    let mut problems = AnswerProblems::new();
    for question in &form.questions {
        let typed = typed_text(question, &posted);
        match question.kind.on(today).read(&typed) {
            Ok(answer) if answer.is_empty() => {
                if question.required {
                    problems.push((question.id.clone(), AnswerProblem::Missing));
                }
            }
            Ok(answer) => {
                answers.insert(question.id.clone(), answer);
            }
            Err(problem) => problems.push((question.id.clone(), problem)),
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

fn typed_text<'a>(question: &Question, posted: &impl Fn(&str) -> Option<&'a str>) -> String {
    let whole = posted(&question.id).map(tidy).unwrap_or_default();
    if !matches!(question.kind, QuestionKind::Date(_)) || !whole.is_empty() {
        return whole;
    }
    let part = |name: &str| posted(&format!("{}-{name}", question.id)).map(tidy).unwrap_or_default();
    date::joined(&part("day"), &part("month"), &part("year"))
}

impl QuestionKind {
    /// The same with its bounds as they are on a day.
    pub fn on(&self, today: Date) -> QuestionKind {
        match self {
            QuestionKind::Date(dates) => QuestionKind::Date(dates.on(today)),
            QuestionKind::Number { min, max, year: Some(when), .. } => {
                let (mut kind, now) = (self.clone(), i64::from(today.year()));
                if let QuestionKind::Number { min: first, max: last, .. } = &mut kind {
                    match when {
                        When::Past => *last = now.min(*max),
                        When::Future => *first = now.max(*min),
                    }
                }
                kind
            }
            other => other.clone(),
        }
    }

    /// What was saved as it stands in a field: read again, it is the same.
    pub fn as_typed(&self, saved: &str, language: Language) -> String {
        match self {
            // Where decimals may be three, nothing parts thousands; and what may be both was saved as it was typed.
            QuestionKind::Number { decimals, .. } if usize::from(*decimals) >= THREE => {
                match Number::read(saved, "").filter(|_| Number::read_as_decimals(saved, "").is_none()) {
                    Some(number) => number.unmistakable(language),
                    None => saved.to_string(),
                }
            }
            QuestionKind::Number { .. } => number_in_words(saved, language),
            _ => saved.to_string(),
        }
    }

    /// Reads one typed answer; an empty answer is fine here, whether it may be empty is the question's matter. Past and
    /// future are judged where the day was said ([`QuestionKind::on`]).
    pub fn read(&self, typed: &str) -> Result<String, AnswerProblem> {
        let typed = tidy(typed);
        if typed.is_empty() {
            return Ok(typed);
        }
        match self {
            QuestionKind::Text { length_max } => at_most(typed.replace('\n', " "), *length_max),
            QuestionKind::LongText { length_max } => at_most(typed, *length_max),
            QuestionKind::Date(dates) => dates.read(&typed),
            QuestionKind::Number { min, max, year: Some(_), .. } => {
                let year = match PartialDate::read(&typed) {
                    Some(PartialDate::Year(year)) => Number::read(&year.to_string(), ""),
                    Some(_) => None,
                    None => Number::read(&typed, ""),
                };
                let year = year.filter(|year| year.is_whole() && year.is_within(*min, *max));
                year.map(|year| year.to_string())
                    .ok_or(AnswerProblem::NotAYearBetween { from: *min, to: *max })
            }
            QuestionKind::Number { min, max, decimals, unit, year: None } => {
                let mut number = Number::read(&typed, unit).ok_or(AnswerProblem::NotANumber)?;
                let decimals = usize::from(*decimals).min(DECIMALS_MAX);
                // Where three decimals are asked for, `12,125` is what fits the question, and asked about where both do.
                if decimals >= THREE
                    && let Some(other) = Number::read_as_decimals(&typed, unit)
                    && other.is_within(*min, *max)
                {
                    if number.is_within(*min, *max) {
                        return Err(AnswerProblem::ThousandsOrDecimals {
                            thousands: number,
                            decimals: other,
                        });
                    }
                    number = other;
                }
                if !number.is_whole() && decimals == 0 {
                    return Err(AnswerProblem::NotWhole);
                }
                if number.decimals.len() > decimals {
                    return Err(AnswerProblem::TooManyDecimals { decimals });
                }
                if !number.is_within(*min, *max) {
                    return Err(AnswerProblem::OutOfBounds { min: *min, max: *max });
                }
                Ok(number.to_string())
            }
            QuestionKind::Money => {
                money(&typed).map(|amount| amount.to_string()).ok_or(AnswerProblem::NotMoney)
            }
            QuestionKind::Choice { choices } => {
                if choices.iter().any(|choice| choice.id == typed) {
                    Ok(typed)
                } else {
                    Err(AnswerProblem::NotInTheList)
                }
            }
            QuestionKind::YesNo => {
                if typed == "yes" || typed == "no" {
                    Ok(typed)
                } else {
                    Err(AnswerProblem::NotInTheList)
                }
            }
            QuestionKind::Phone => phone::read(&typed),
            QuestionKind::Email => email::read(&typed).ok_or(AnswerProblem::NotAnEmail),
            QuestionKind::IdentityNumber => {
                let digits = without_separators(&typed);
                let right =
                    digits.bytes().all(|byte| byte.is_ascii_digit()) && matches!(digits.len(), 9 | 12);
                if right { Ok(digits) } else { Err(AnswerProblem::NotAnIdentityNumber) }
            }
        }
    }
}

fn at_most(answer: String, length_max: usize) -> Result<String, AnswerProblem> {
    if answer.chars().count() > length_max { Err(AnswerProblem::TooLong { length_max }) } else { Ok(answer) }
}

/// The digits of a number, however they are set apart.
fn without_separators(typed: &str) -> String {
    typed::code(typed).chars().filter(|letter| !matches!(letter, '.' | ',' | '-')).collect()
}

#[cfg(test)]
mod tests;
