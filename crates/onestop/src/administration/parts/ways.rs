//! Ways to file: a channel with its limit, in numbers or in words.

use super::Part;
use crate::administration::rows::{Problems, Row, missing, tick};
use crate::administration::text::Words;
use domain::Text;
use domain::deadline::Limit;
use domain::procedure::{Channel, Method, Procedure};
use forms::number::whole;
use ui::field::option;
use ui::{Ask, Field};

const UNITS: [&str; 7] =
    ["same-day", "working-days", "calendar-days", "working-hours", "months", "years", "words"];
/// Ten years in days: longer than any limit of the law.
const NUMBER_MAX: u32 = 3_650;

pub const PART: Part = Part { key: "ways", title: Words::ways, note: Words::ways_note, columns, rows, read };

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let channels = Channel::ALL.iter().map(|channel| option(channel.key(), channel.name(language))).collect();
    vec![
        Field::select(language, "channel", t.channel(), channels),
        Field::number(language, "number", t.limit()).complete("off").optional(),
        Field::select(language, "unit", t.limit_unit(), unit_options(ask)),
        Field::text(language, "words-vi", t.limit_words_vi()).optional().complete("off"),
        Field::text(language, "words-en", t.limit_words_en()).optional().complete("off"),
        Field::area(language, "note-vi", t.note_vi()).rows(2).optional(),
        Field::area(language, "note-en", t.note_en()).rows(2).optional(),
        Field::checks(language, "free", t.cost(), vec![option("yes", t.free())]).optional(),
    ]
}

pub fn unit_options(ask: &Ask) -> Vec<ui::field::Option_> {
    let t = Words(ask.language);
    UNITS.iter().map(|unit| option(*unit, t.limit_unit_name(unit))).collect()
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    procedure
        .methods
        .iter()
        .map(|method| {
            let (number, unit) = written(&method.limit);
            let words = match &method.limit {
                Limit::Words(words) => words.clone(),
                _ => Text::default(),
            };
            Row::of([
                ("channel", method.channel.key().into()),
                ("number", number),
                ("unit", unit.into()),
                ("words-vi", words.vi),
                ("words-en", words.en),
                ("note-vi", method.note.vi.clone()),
                ("note-en", method.note.en.clone()),
                ("free", tick(method.free)),
            ])
        })
        .collect()
}

fn written(limit: &Limit) -> (String, &'static str) {
    match limit {
        Limit::SameDay => (String::new(), "same-day"),
        Limit::WorkingDays(n) => (n.to_string(), "working-days"),
        Limit::CalendarDays(n) => (n.to_string(), "calendar-days"),
        Limit::WorkingHours(n) => (n.to_string(), "working-hours"),
        Limit::WorkingMinutes(n) => ((n / 60).to_string(), "working-hours"),
        Limit::Months(n) => (n.to_string(), "months"),
        Limit::Years(n) => (n.to_string(), "years"),
        Limit::Words(_) => (String::new(), "words"),
    }
}

/// A limit of `number` and `unit`; of a unit in words, the words. The same day has no number.
pub fn limit(number: &str, unit: &str, words: Text) -> Option<Limit> {
    if unit == "words" {
        return (!words.is_empty()).then_some(Limit::Words(words));
    }
    if unit == "same-day" {
        return Some(Limit::SameDay);
    }
    let n = whole(number, 1..=NUMBER_MAX)?;
    match unit {
        "working-days" => Some(Limit::WorkingDays(n)),
        "calendar-days" => Some(Limit::CalendarDays(n)),
        "working-hours" => Some(Limit::WorkingHours(n)),
        "months" => Some(Limit::Months(n)),
        "years" => Some(Limit::Years(n)).filter(|_| n <= 40),
        _ => None,
    }
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let t = Words(ask.language);
    let columns = columns(ask, procedure);
    let before = std::mem::take(&mut procedure.methods);
    for (place, row) in rows.iter().enumerate() {
        let channel = Channel::parse(row.get("channel"));
        if channel.is_none() {
            problems.say(place, "channel", missing(ask, &columns, "channel"));
        }
        let words = Text::new(row.get("words-vi"), row.get("words-en"));
        let limit = limit(row.get("number"), row.get("unit"), words);
        if limit.is_none() {
            let column = if row.get("unit") == "words" { "words-vi" } else { "number" };
            problems.say(place, column, t.limit_wrong());
        }
        let (Some(channel), Some(limit)) = (channel, limit) else { continue };
        // Fees hang on a way: they go with it where it is still the same channel.
        let of_channel = procedure.methods.iter().filter(|method| method.channel == channel).count();
        let fees = before.iter().filter(|method| method.channel == channel).nth(of_channel);
        let fees = fees.map(|method| method.fees.clone()).unwrap_or_default();
        if row.checked("free") && !fees.is_empty() {
            problems.say(place, "free", t.free_with_fees());
        }
        procedure.methods.push(Method {
            channel,
            limit,
            note: Text::new(row.get("note-vi"), row.get("note-en")),
            fees,
            free: row.checked("free"),
        });
    }
    if rows.is_empty() {
        problems.say(usize::MAX, "", t.no_ways());
    }
}
