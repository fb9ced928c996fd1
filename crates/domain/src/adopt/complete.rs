//! Accepting all that is proposed for what a drawing leaves open.

use super::open::{Open, open};
use crate::dossier::known_names;
use crate::drawing::Drawing;
use crate::procedure::Procedure;
use process::{Finding, Mend, Model, Names, Unreadable};

/// Maximum elements of a drawing of which it is told beforehand what accepting all would settle: it is tried for that.
pub const FORESEEN_MAX: usize = 1_000;
/// Maximum rounds of completing: each may show what else is open.
const ROUNDS_MAX: usize = 8;

/// A drawing with all that is proposed for it carried out, as far as that goes.
#[derive(Clone, Debug, Default)]
pub struct Completed {
    pub source: String,
    pub rounds: Vec<Round>,
    /// What is found in it, as far as it was looked at.
    pub findings: Vec<Finding>,
}

/// What was carried out at once, and what it was found in.
#[derive(Clone, Debug)]
pub struct Round {
    pub model: Model,
    pub settled: Vec<Open>,
}

pub fn complete(source: &str, procedure: &Procedure) -> Result<Completed, Unreadable> {
    complete_by(source, &|model| known_names(procedure, model))
}

/// What a drawing leaves open, by the names that are known where it is looked at.
pub fn proposals(source: &str, names: &Names) -> Result<Vec<Open>, Unreadable> {
    let drawing = Drawing::read(source, names)?;
    let findings = process::check_for(drawing.model(), names).findings;
    Ok(open(&drawing, &findings, names))
}

pub fn complete_by(source: &str, names: &dyn Fn(&Model) -> Names) -> Result<Completed, Unreadable> {
    let mut completed = Completed { source: source.to_string(), ..Completed::default() };
    for _ in 0..ROUNDS_MAX {
        let open_names = process::read(completed.source.as_bytes(), &Names::open())?;
        let names = names(&open_names);
        let drawing = Drawing::read(&completed.source, &names)?;
        let findings = process::check_for(drawing.model(), &names).findings;
        let mut all = open(&drawing, &findings, &names);
        completed.findings = findings;
        all.retain(|it| !it.mend.is_asked_apart());
        // What one proposal settles is settled once.
        let mut known: Vec<Mend> = Vec::new();
        all.retain(|it| {
            let new = !known.contains(&it.mend);
            known.extend(new.then(|| it.mend.clone()));
            new
        });
        let (changed, done) = process::complete(drawing.model(), &known, &names);
        if !done.contains(&true) {
            break;
        }
        completed.source = process::rewrite(&completed.source, drawing.model(), &changed);
        let settled = all.into_iter().zip(done).filter(|(_, done)| *done).map(|(settled, _)| settled);
        completed.rounds.push(Round { model: drawing.model().clone(), settled: settled.collect() });
    }
    Ok(completed)
}
