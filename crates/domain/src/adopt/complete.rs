//! Accepting all that is proposed for what a drawing leaves open.

use crate::dossier::known_names;
use crate::procedure::Procedure;
use process::{Finding, Mend, Model, Names, Trouble, Unreadable};

/// Maximum rounds of completing: each may show what else is open.
const ROUNDS_MAX: usize = 8;

/// A drawing with all that is proposed for it carried out, as far as that goes.
#[derive(Clone, Debug)]
pub struct Completed {
    pub source: String,
    pub rounds: Vec<Round>,
}

/// What was carried out at once, and what it was found in.
#[derive(Clone, Debug)]
pub struct Round {
    pub model: Model,
    pub settled: Vec<(Finding, Mend)>,
}

pub fn complete(source: &str, procedure: &Procedure) -> Result<Completed, Unreadable> {
    let mut completed = Completed { source: source.to_string(), rounds: Vec::new() };
    for round in 0..ROUNDS_MAX {
        let source = completed.source.as_bytes();
        let open = process::read(source, &Names::open())?;
        let names = known_names(procedure, &open);
        let model = process::read(source, &names)?;
        let findings = process::check_for(&model, &names).findings;
        let proposal = |found: Finding| Mend::of(&model, &found).map(|mend| (found, mend));
        // Who signs is nothing a drawing leaves open: it is asked, and not settled with the rest.
        let findings =
            findings.into_iter().filter(|found| !matches!(found.trouble, Trouble::DeniedBelow { .. }));
        let proposals: Vec<(Finding, Mend)> = findings.filter_map(proposal).collect();
        let mut mends: Vec<Mend> = proposals.iter().map(|(_, mend)| mend.clone()).collect();
        // What the counter does is no finding: it is drawn as it is done, only not by this process.
        mends.extend(if round == 0 { Mend::of_the_counter(&model) } else { Vec::new() });
        let (changed, done) = process::complete(&model, &mends, &names);
        if !done.contains(&true) {
            break;
        }
        completed.source = process::write(&changed);
        let settled = proposals.into_iter().zip(done).filter(|(_, done)| *done).map(|(settled, _)| settled);
        let settled = settled.collect();
        completed.rounds.push(Round { model, settled });
    }
    Ok(completed)
}
