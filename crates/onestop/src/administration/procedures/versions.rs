//! The versions of a procedure, each with what it changed, by the names that is known by in the forms.

use crate::administration::text::Words;
use app::master_data::DatedProcedure;
use domain::procedure::{Method, Procedure};
use domain::time::short_date;

/// A version as it is told.
pub struct VersionLine {
    pub number: u32,
    pub days: String,
    /// What it changed; empty for the first, or where it changed nothing that is known.
    pub changed: String,
}

/// Something of a procedure a version may change.
struct ComparedPart {
    name: fn(&Words) -> &'static str,
    same: fn(&Procedure, &Procedure) -> bool,
}

const PARTS: &[ComparedPart] = &[
    ComparedPart { name: Words::official_name, same: |a, b| a.name == b.name },
    ComparedPart { name: Words::everyday_name, same: |a, b| a.short_name == b.short_name },
    ComparedPart { name: Words::summary, same: |a, b| a.summary == b.summary },
    ComparedPart { name: Words::field, same: |a, b| a.field == b.field },
    ComparedPart { name: Words::audiences, same: |a, b| a.audiences == b.audiences },
    ComparedPart { name: Words::life_events, same: |a, b| a.life_events == b.life_events },
    ComparedPart { name: Words::public_steps, same: |a, b| a.steps == b.steps },
    ComparedPart { name: Words::conditions, same: |a, b| a.conditions == b.conditions },
    ComparedPart { name: Words::keywords, same: |a, b| a.keywords == b.keywords },
    ComparedPart { name: Words::ways, same: |a, b| without_fees(a) == without_fees(b) },
    ComparedPart { name: Words::fees, same: |a, b| fees(a) == fees(b) },
    ComparedPart { name: Words::obligations, same: |a, b| a.obligations == b.obligations },
    ComparedPart { name: Words::papers, same: |a, b| a.papers == b.papers },
    ComparedPart { name: Words::questions, same: |a, b| a.form == b.form },
    ComparedPart { name: Words::results, same: |a, b| a.results == b.results },
    ComparedPart { name: Words::basis, same: |a, b| a.legal_basis == b.legal_basis },
    ComparedPart { name: Words::sets, same: |a, b| a.sets == b.sets && a.sets_words == b.sets_words },
    ComparedPart { name: Words::part_announced, same: |a, b| a.origin == b.origin },
];

fn without_fees(procedure: &Procedure) -> Vec<Method> {
    let bare = |method: &Method| Method { fees: Vec::new(), free: false, ..method.clone() };
    procedure.methods.iter().map(bare).collect()
}

fn fees(procedure: &Procedure) -> Vec<(&[domain::procedure::Fee], bool)> {
    procedure.methods.iter().map(|method| (method.fees.as_slice(), method.free)).collect()
}

pub(super) fn changed(before: &Procedure, after: &Procedure, t: &Words) -> String {
    let names = PARTS.iter().filter(|part| !(part.same)(before, after)).map(|part| (part.name)(t));
    names.collect::<Vec<_>>().join("; ")
}

/// The newest first.
pub fn told(history: &[&DatedProcedure], t: &Words) -> Vec<VersionLine> {
    let version = |(place, dated): (usize, &&DatedProcedure)| {
        let before = place.checked_sub(1).map(|place| &history[place].procedure);
        let from = short_date(dated.from, t.0);
        VersionLine {
            number: dated.procedure.version,
            days: match dated.to {
                // Another version of the same day took its place.
                Some(to) if to < dated.from => t.never_used().to_string(),
                Some(to) => t.from_to(&from, &short_date(to, t.0)),
                None => t.from_on(&from),
            },
            changed: before.map(|before| changed(before, &dated.procedure, t)).unwrap_or_default(),
        }
    };
    history.iter().enumerate().map(version).rev().collect()
}
