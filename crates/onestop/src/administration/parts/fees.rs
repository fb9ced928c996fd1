//! Fees: each hangs on a way to file.

use super::ProcedurePart;
use crate::administration::rows::{LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{Fee, FeeKind, Procedure};
use ui::field::option;
use ui::form::ErrorTarget;
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "fees",
    title: Words::fees,
    note: Words::fees_note,
    add: Words::add_fee,
    count: |procedure| procedure.methods.iter().map(|method| method.fees.len()).sum(),
    edit,
};

const NAME: ErrorTarget = ErrorTarget::Named("name");
const AMOUNT: ErrorTarget = ErrorTarget::Named("amount");
const WORDS: ErrorTarget = ErrorTarget::Named("words");

const KINDS: [(FeeKind, &str); 2] = [(FeeKind::Fee, "fee"), (FeeKind::Charge, "charge")];

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let (t, language) = (Words(context.language), context.language);
    let of_way = |(way, method): (usize, &domain::procedure::Method)| {
        method.fees.iter().cloned().map(move |fee| (way, fee)).collect::<Vec<_>>()
    };
    let before: Vec<(usize, Fee)> = procedure.methods.iter().enumerate().flat_map(of_way).collect();
    let methods = &procedure.methods;
    let fees = rows.of(
        &before,
        |_| "",
        |form, row| {
            let (place, fee) = row.known.map(|(place, fee)| (place.to_string(), fee.clone())).unzip();
            let ways = methods.iter().enumerate().map(|(place, method)| {
                let limit = method.limit.text(language);
                (place, option(place.to_string(), format!("{} · {limit}", method.channel.name(language))))
            });
            let way =
                form.one_of_many("way", t.way(), ways.collect()).value(&place.unwrap_or_default()).read();
            let kinds = KINDS.map(|(kind, key)| {
                let name = match kind {
                    FeeKind::Fee => t.fee_kind_fee(),
                    FeeKind::Charge => t.fee_kind_charge(),
                };
                (kind, option(key, name))
            });
            let kind = fee.as_ref().and_then(|fee| KINDS.iter().find(|(kind, _)| *kind == fee.kind));
            let kind =
                form.one_of_many("kind", t.fee_kind(), kinds.into()).value(kind.map_or("", |(_, key)| key));
            let kind = kind.read();
            let amount = fee.as_ref().and_then(|fee| fee.known()).map(|amount| amount.to_string());
            let fee = fee.unwrap_or(Fee {
                name: Text::default(),
                amount: 0,
                kind: FeeKind::Fee,
                example: false,
                words: Text::default(),
            });
            let name = form.line("vi", t.name_vi()).complete("off").at_most(LINE_MAX).on(NAME);
            let name = name.value(&fee.name.vi).given();
            let english = form.line("en", t.name_en()).complete("off").at_most(LINE_MAX);
            let english = english.value(&fee.name.en).optional().written();
            let field = form.amount("amount", t.amount()).complete("off").on(AMOUNT);
            let amount = field.value(&amount.unwrap_or_default()).optional().read();
            let field =
                form.line("words-vi", t.fee_words_vi()).hint(t.fee_words_hint()).complete("off").on(WORDS);
            let words = field.at_most(LINE_MAX).value(&fee.words.vi).optional().written();
            let field = form.line("words-en", t.fee_words_en()).complete("off").at_most(LINE_MAX);
            let words = Text::new(words, field.value(&fee.words.en).optional().written());
            let example = form.tick("example", t.certainty(), t.fee_example(), fee.example);
            if name.is_none() && words.is_empty() {
                form.needs(NAME);
            }
            // An amount, or words in its place.
            match amount {
                None if words.is_empty() => form.clash(AMOUNT, t.amount_wrong()),
                Some(_) if !words.is_empty() => form.clash(WORDS, t.fee_words_hint()),
                _ => {}
            }
            let name = Text::new(name.unwrap_or_default(), english);
            Some((way?, Fee { name, amount: amount.unwrap_or_default(), kind: kind?, example, words }))
        },
    );
    procedure.methods.iter_mut().for_each(|method| method.fees.clear());
    for (way, fee) in fees {
        let method = &mut procedure.methods[way];
        method.free = false;
        method.fees.push(fee);
    }
}
