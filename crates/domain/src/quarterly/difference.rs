//! What a new issue says otherwise than the one before, line by line.

use super::{FrozenReport, NotRecounted};
use crate::Text;
use crate::report::{LineOf, Rows, report};

/// A line whose figures are others now; a line that was not there, or is not any more, had or has only zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDifference {
    pub name: Text,
    /// It is of an agency on another system.
    pub outside: bool,
    pub before: Vec<i64>,
    pub after: Vec<i64>,
}

#[derive(Clone, PartialEq, Eq)]
enum LineKey {
    Inside(LineOf),
    Outside(String, String),
    Total,
}

/// Every line of two issues of one report that differs, in the order of the newer.
pub fn differences(before: &FrozenReport, after: &FrozenReport) -> Result<Vec<LineDifference>, NotRecounted> {
    let (old, mut new) = (keyed(before)?, keyed(after)?);
    let zeros = vec![0; after.sums.total.len()];
    let gone = old.iter().filter(|(key, ..)| !new.iter().any(|(other, ..)| other == key));
    let gone: Vec<_> = gone.map(|(key, name, _)| (key.clone(), name.clone(), zeros.clone())).collect();
    new.extend(gone);
    let difference = |(key, name, figures): (LineKey, Text, Vec<i64>)| {
        let was = old.iter().find(|(other, ..)| *other == key).map_or(&zeros, |(.., was)| was);
        (*was != figures).then(|| LineDifference {
            name,
            outside: matches!(key, LineKey::Outside(..)),
            before: was.clone(),
            after: figures,
        })
    };
    Ok(new.into_iter().filter_map(difference).collect())
}

fn keyed(frozen: &FrozenReport) -> Result<Vec<(LineKey, Text, Vec<i64>)>, NotRecounted> {
    let rows = report(&frozen.due.report).map_or(Rows::Fields, |form| form.rows[0]);
    let inside = frozen.filled(rows)?.lines.into_iter();
    let mut lines: Vec<_> = inside.map(|line| (LineKey::Inside(line.of), line.name, line.figures)).collect();
    lines.extend(frozen.outside.iter().map(|row| {
        let name = format!("{}: {}", row.source, row.name);
        let name = Text::new(name.clone(), name);
        (LineKey::Outside(row.source.clone(), row.name.clone()), name, row.figures.clone())
    }));
    if !frozen.outside.is_empty() {
        let total = Text::new("Trong và ngoài hệ thống", "In and outside the system");
        lines.push((LineKey::Total, total, frozen.sums.total.clone()));
    }
    Ok(lines)
}
