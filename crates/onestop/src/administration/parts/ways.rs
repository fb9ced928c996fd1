//! Ways to file: a channel with its limit, in numbers or in words.

use super::ProcedurePart;
use crate::administration::rows::{AREA_MAX, LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::Text;
use domain::deadline::Limit;
use domain::procedure::{Channel, Method, Procedure};
use ui::Form;
use ui::field::option;
use ui::form::ErrorTarget;
use web::RequestContext;

/// Ten years in days: longer than any limit of the law.
const NUMBER_MAX: i64 = 3_650;

pub const PART: ProcedurePart = ProcedurePart {
    key: "ways",
    title: Words::ways,
    note: Words::ways_note,
    add: Words::add_way,
    count: |procedure| procedure.methods.len(),
    edit,
};

const NUMBER: ErrorTarget = ErrorTarget::Named("number");
const WORDS: ErrorTarget = ErrorTarget::Named("words");
const FREE: ErrorTarget = ErrorTarget::Named("free");

/// What a limit is counted in.
#[derive(Clone, Copy)]
enum LimitUnit {
    SameDay,
    Days(fn(u32) -> Limit),
    Years,
    Words,
}

const UNITS: [(&str, LimitUnit); 8] = [
    ("same-day", LimitUnit::SameDay),
    ("working-days", LimitUnit::Days(Limit::WorkingDays)),
    ("calendar-days", LimitUnit::Days(Limit::CalendarDays)),
    ("working-hours", LimitUnit::Days(Limit::WorkingHours)),
    ("working-minutes", LimitUnit::Days(Limit::WorkingMinutes)),
    ("months", LimitUnit::Days(Limit::Months)),
    ("years", LimitUnit::Years),
    ("words", LimitUnit::Words),
];

/// A limit as its fields write it: its number, its unit.
fn written(limit: &Limit) -> (String, &'static str) {
    match limit {
        Limit::SameDay => (String::new(), "same-day"),
        Limit::WorkingDays(n) => (n.to_string(), "working-days"),
        Limit::CalendarDays(n) => (n.to_string(), "calendar-days"),
        Limit::WorkingHours(n) => (n.to_string(), "working-hours"),
        Limit::WorkingMinutes(n) => (n.to_string(), "working-minutes"),
        Limit::Months(n) => (n.to_string(), "months"),
        Limit::Years(n) => (n.to_string(), "years"),
        Limit::Words(_) => (String::new(), "words"),
    }
}

/// A limit of a number and a unit; of a unit in words, the words. The same day has no number.
pub fn limit(form: &mut Form, t: Words, known: Option<&Limit>, hint: &str, english: bool) -> Option<Limit> {
    let (number, unit) = known.map(written).unwrap_or_default();
    let words = match known {
        Some(Limit::Words(words)) => words.clone(),
        _ => Text::default(),
    };
    // A stored number may exceed the maximum, as that of a limit in minutes: it must stay possible to save it again.
    let most = number.parse().map_or(NUMBER_MAX, |known: i64| known.max(NUMBER_MAX));
    let number = form.count("number", t.limit(), 1, most).hint(hint).complete("off").value(&number);
    let number = number.on(NUMBER).needed_when(t.if_counted()).read();
    let units = UNITS.map(|(key, unit)| (unit, option(key, t.limit_unit_name(key))));
    let field = form.one_of_many("unit", t.limit_unit(), units.into()).value(unit);
    let unit = field.read();
    let field = form.line("words-vi", t.limit_words_vi()).complete("off").at_most(LINE_MAX).on(WORDS);
    let vietnamese = field.value(&words.vi).needed_when(t.if_in_words()).written();
    let english = match english {
        true => {
            let field = form.line("words-en", t.limit_words_en()).complete("off").at_most(LINE_MAX);
            field.value(&words.en).optional().written()
        }
        false => String::new(),
    };
    let words = Text::new(vietnamese, english);
    let limit = match unit? {
        LimitUnit::SameDay => Some(Limit::SameDay),
        LimitUnit::Words if words.is_empty() => {
            form.clash(WORDS, t.limit_wrong());
            return None;
        }
        LimitUnit::Words => Some(Limit::Words(words)),
        LimitUnit::Days(of) => number.map(of),
        LimitUnit::Years => number.filter(|years| *years <= Limit::YEARS_MAX).map(Limit::Years),
    };
    if limit.is_none() {
        form.clash(NUMBER, t.limit_wrong());
    }
    limit
}

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let (t, language) = (Words(context.language), context.language);
    let before = std::mem::take(&mut procedure.methods);
    let mut channels: Vec<Channel> = Vec::new();
    procedure.methods = rows.of(
        &before,
        |_| "",
        |form, row| {
            let all =
                Channel::ALL.iter().map(|channel| (*channel, option(channel.key(), channel.name(language))));
            let channel = form.one_of_many("channel", t.channel(), all.collect());
            let channel = channel.value(row.value(|method| method.channel.key())).read();
            let limit = limit(form, t, row.known.map(|method| &method.limit), "", true);
            let note = form.area("note-vi", t.note_vi()).rows(2).at_most(AREA_MAX);
            let note = note.value(row.value(|method| &method.note.vi)).optional().written();
            let english = form.area("note-en", t.note_en()).rows(2).at_most(AREA_MAX);
            let english = english.value(row.value(|method| &method.note.en)).optional().written();
            let free = row.known.is_some_and(|method| method.free);
            let free = form.tick_on(FREE, "free", t.cost(), t.free(), free);
            let channel = channel?;
            // Fees hang on a way: they go with it where it is still the same channel.
            let of_channel = channels.iter().filter(|other| **other == channel).count();
            channels.push(channel);
            let fees = before.iter().filter(|method| method.channel == channel).nth(of_channel);
            let fees = fees.map(|method| method.fees.clone()).unwrap_or_default();
            if free && !fees.is_empty() {
                form.clash(FREE, t.free_with_fees());
            }
            Some(Method { channel, limit: limit?, note: Text::new(note, english), fees, free })
        },
    );
    if rows.is_empty() {
        rows.add_error(t.no_ways());
    }
}
