//! Accepting all that is proposed for what a drawing leaves open.

use crate::dossier::known_names;
use crate::procedure::Procedure;
use process::{Mend, Names, Unreadable};

/// Maximum rounds of completing: each may show what else is open.
const ROUNDS_MAX: usize = 8;

/// The drawing with all that is proposed for it carried out, as far as that goes.
pub fn complete(source: &str, procedure: &Procedure) -> Result<String, Unreadable> {
    let mut source = source.to_string();
    for _ in 0..ROUNDS_MAX {
        let open = process::read(source.as_bytes(), &Names::open())?;
        let names = known_names(procedure, &open);
        let model = process::read(source.as_bytes(), &names)?;
        let findings = process::check_for(&model, &names).findings;
        let proposals: Vec<Mend> = findings.iter().filter_map(|found| Mend::of(&model, found)).collect();
        let (completed, done) = process::complete(&model, &proposals, &names);
        if done == 0 {
            break;
        }
        source = process::write(&completed);
    }
    Ok(source)
}
