//! Fees: each hangs on a way to file.

use super::Part;
use crate::administration::rows::{Problems, Row, missing, tick};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{Fee, FeeKind, Procedure};
use forms::number::money;
use ui::field::option;
use ui::{Ask, Field};

pub const PART: Part = Part { key: "fees", title: Words::fees, note: Words::fees_note, columns, rows, read };

fn columns(ask: &Ask, procedure: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let ways = procedure.methods.iter().enumerate().map(|(place, method)| {
        let limit = method.limit.text(language);
        option(place.to_string(), format!("{} · {limit}", method.channel.name(language)))
    });
    let kinds = vec![option("fee", t.fee_kind_fee()), option("charge", t.fee_kind_charge())];
    vec![
        Field::select(language, "way", t.way(), ways.collect()),
        Field::select(language, "kind", t.fee_kind(), kinds),
        Field::text(language, "vi", t.name_vi()).complete("off"),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
        Field::number(language, "amount", t.amount()).optional().complete("off"),
        Field::text(language, "words-vi", t.fee_words_vi())
            .hint(t.fee_words_hint())
            .optional()
            .complete("off"),
        Field::text(language, "words-en", t.fee_words_en()).optional().complete("off"),
        Field::checks(language, "example", t.certainty(), vec![option("yes", t.fee_example())]).optional(),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let methods = procedure.methods.iter().enumerate();
    methods
        .flat_map(|(place, method)| {
            method.fees.iter().map(move |fee| {
                let kind = match fee.kind {
                    FeeKind::Fee => "fee",
                    FeeKind::Charge => "charge",
                };
                Row::of([
                    ("way", place.to_string()),
                    ("kind", kind.into()),
                    ("vi", fee.name.vi.clone()),
                    ("en", fee.name.en.clone()),
                    ("amount", fee.known().map(|amount| amount.to_string()).unwrap_or_default()),
                    ("words-vi", fee.words.vi.clone()),
                    ("words-en", fee.words.en.clone()),
                    ("example", tick(fee.example)),
                ])
            })
        })
        .collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let t = Words(ask.language);
    let columns = columns(ask, procedure);
    procedure.methods.iter_mut().for_each(|method| method.fees.clear());
    for (place, row) in rows.iter().enumerate() {
        let kind = match row.get("kind") {
            "fee" => Some(FeeKind::Fee),
            "charge" => Some(FeeKind::Charge),
            _ => None,
        };
        if kind.is_none() {
            problems.say(place, "kind", missing(ask, &columns, "kind"));
        }
        let words = Text::new(row.get("words-vi"), row.get("words-en"));
        if row.get("vi").is_empty() && words.is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        // An amount, or words in its place.
        let amount = match row.get("amount") {
            "" if !words.is_empty() => Some(0),
            typed => money(typed),
        };
        if amount.is_none() {
            problems.say(place, "amount", t.amount_wrong());
        } else if !words.is_empty() && !row.get("amount").is_empty() {
            problems.say(place, "words-vi", t.fee_words_hint());
        }
        let way: Option<usize> = row.get("way").parse().ok();
        match (way.and_then(|way| procedure.methods.get_mut(way)), kind, amount) {
            (None, ..) => problems.say(place, "way", missing(ask, &columns, "way")),
            (Some(method), Some(kind), Some(amount)) => {
                method.free = false;
                method.fees.push(Fee {
                    name: Text::new(row.get("vi"), row.get("en")),
                    amount,
                    kind,
                    example: row.checked("example"),
                    words,
                });
            }
            (Some(_), ..) => {}
        }
    }
}
