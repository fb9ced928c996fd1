//! The questions of the e-form.

use super::Part;
use crate::administration::rows::{Problems, Row, fresh_key, key, missing, tick};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::Procedure;
use forms::number::{DECIMALS_MAX, whole};
use forms::{Choice, Dates, Kind, Question, When};
use ui::field::option;
use ui::{Ask, Field};

const KINDS: [&str; 13] = [
    "text",
    "long-text",
    "date",
    "past-date",
    "birth-date",
    "future-date",
    "number",
    "money",
    "choice",
    "yes-no",
    "phone",
    "email",
    "identity",
];

pub const PART: Part =
    Part { key: "questions", title: Words::questions, note: Words::questions_note, columns, rows, read };

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let kinds = KINDS.iter().map(|kind| option(*kind, t.question_kind(kind))).collect();
    vec![
        Field::text(language, "vi", t.question_vi()).complete("off"),
        Field::text(language, "en", t.question_en()).optional().complete("off"),
        Field::select(language, "kind", t.answer_kind(), kinds),
        Field::number(language, "decimals", t.decimals()).hint(t.decimals_hint()).optional().complete("off"),
        Field::text(language, "unit", t.unit_of_number()).hint(t.unit_hint()).optional().complete("off"),
        Field::area(language, "choices-vi", t.choices_vi()).hint(t.choices_hint()).rows(3).optional(),
        Field::area(language, "choices-en", t.choices_en()).rows(3).optional(),
        Field::checks(language, "required", t.needed(), vec![option("yes", t.answer_required())]).optional(),
        Field::text(language, "hint-vi", t.hint_vi()).optional().complete("off"),
        Field::text(language, "hint-en", t.hint_en()).optional().complete("off"),
    ]
}

fn kind_key(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { .. } => "text",
        Kind::LongText { .. } => "long-text",
        Kind::Date(dates) => match dates.when {
            Some(When::Past) if dates.partial => "birth-date",
            Some(When::Past) => "past-date",
            Some(When::Future) => "future-date",
            None => "date",
        },
        Kind::Number { .. } => "number",
        Kind::Money => "money",
        Kind::Choice { .. } => "choice",
        Kind::YesNo => "yes-no",
        Kind::Phone => "phone",
        Kind::Email => "email",
        Kind::IdentityNumber => "identity",
    }
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let row = |question: &Question| {
        let choices = match &question.kind {
            Kind::Choice { choices } => choices.as_slice(),
            _ => &[],
        };
        let (decimals, unit) = match &question.kind {
            Kind::Number { decimals, unit, .. } if *decimals > 0 => (decimals.to_string(), unit.clone()),
            Kind::Number { unit, .. } => (String::new(), unit.clone()),
            _ => Default::default(),
        };
        let lines = |pick: fn(&Choice) -> &str| choices.iter().map(pick).collect::<Vec<_>>().join("\n");
        Row::of([
            ("id", question.id.clone()),
            ("vi", question.label.vi.clone()),
            ("en", question.label.en.clone()),
            ("kind", kind_key(&question.kind).into()),
            ("decimals", decimals),
            ("unit", unit),
            ("choices-vi", lines(|choice| &choice.label.vi)),
            ("choices-en", lines(|choice| &choice.label.en)),
            ("required", tick(question.required)),
            ("hint-vi", question.hint.vi.clone()),
            ("hint-en", question.hint.en.clone()),
        ])
    };
    procedure.form.questions.iter().map(row).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let t = Words(ask.language);
    let columns = columns(ask, procedure);
    let before = std::mem::take(&mut procedure.form.questions);
    let mut taken: Vec<String> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        let id = key(row, row.get("vi"), &taken);
        taken.push(id.clone());
        let known = before.iter().find(|question| question.id == id).map(|question| &question.kind);
        let kind = kind(row, known);
        let decimals = match row.get("decimals") {
            "" => 0,
            typed => whole(typed, 0..=DECIMALS_MAX as u32).unwrap_or_else(|| {
                problems.say(place, "decimals", t.decimals_wrong());
                0
            }),
        };
        let unit = row.get("unit");
        if unit.starts_with(|letter: char| !letter.is_alphabetic() && letter != '%')
            || unit.chars().count() > 20
        {
            problems.say(place, "unit", t.unit_hint());
        }
        match &kind {
            None => problems.say(place, "kind", missing(ask, &columns, "kind")),
            Some(Kind::Choice { choices }) if choices.len() < 2 => {
                problems.say(place, "choices-vi", t.choices_wrong());
            }
            Some(_) => {}
        }
        let Some(mut kind) = kind else { continue };
        if let Kind::Number { decimals: kept, unit, .. } = &mut kind {
            if row.has("decimals") {
                *kept = decimals as u8;
            }
            if row.has("unit") {
                *unit = row.get("unit").to_string();
            }
        }
        procedure.form.questions.push(Question {
            id,
            kind,
            label: Text::new(row.get("vi"), row.get("en")),
            hint: Text::new(row.get("hint-vi"), row.get("hint-en")),
            required: row.checked("required"),
        });
    }
}

/// The kind chosen; bounds and keys of choices stay as they were where the kind does.
fn kind(row: &Row, known: Option<&Kind>) -> Option<Kind> {
    let chosen = row.get("kind");
    if let Some(known) = known.filter(|known| kind_key(known) == chosen && chosen != "choice") {
        return Some(known.clone());
    }
    Some(match chosen {
        "text" => Kind::Text { length_max: 200 },
        "long-text" => Kind::LongText { length_max: 2_000 },
        "date" => Kind::Date(Dates::default()),
        "past-date" => Kind::Date(Dates::PAST),
        "birth-date" => Kind::Date(Dates::BIRTH),
        "future-date" => Kind::Date(Dates::FUTURE),
        "number" => Kind::number(0, 1_000_000_000),
        "money" => Kind::Money,
        "choice" => Kind::Choice { choices: choices(row, known) },
        "yes-no" => Kind::YesNo,
        "phone" => Kind::Phone,
        "email" => Kind::Email,
        "identity" => Kind::IdentityNumber,
        _ => return None,
    })
}

fn choices(row: &Row, known: Option<&Kind>) -> Vec<Choice> {
    let before = match known {
        Some(Kind::Choice { choices }) => choices.as_slice(),
        _ => &[],
    };
    let english: Vec<&str> = row.get("choices-en").lines().map(str::trim).collect();
    let mut choices: Vec<Choice> = Vec::new();
    let written = row.get("choices-vi").lines().map(str::trim).filter(|line| !line.is_empty());
    for (place, line) in written.enumerate() {
        let taken: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
        // Answers are stored under the key: a choice that keeps its words keeps its key.
        let kept = before.iter().find(|choice| choice.label.vi == line).map(|choice| choice.id.clone());
        let id = kept.filter(|id| !taken.contains(id)).unwrap_or_else(|| fresh_key(line, &taken));
        let english = english.get(place).copied().unwrap_or_default();
        choices.push(Choice { id, label: Text::new(line, english) });
    }
    choices
}
