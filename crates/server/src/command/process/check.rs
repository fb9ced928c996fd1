use super::{finding_json, model, print_finding};
use crate::output::say;
use anyhow::Result;
use domain::Text;
use process::{Finding, Mend, Model, Names, Proof, Report};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Check {
    /// A BPMN 2.0 file
    #[arg(value_name = "FILE.bpmn")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    pub fn run(self) -> Result<ExitCode> {
        let read = model(&self.file, &Names::open());
        let (model, report) = match read {
            Ok(model) => {
                let report = process::check(&model);
                (Some(model), report)
            }
            Err(unreadable) => (None, Report { findings: vec![unreadable.into()], proof: Proof::None }),
        };
        if self.json {
            say!("{:#}", json(model.as_ref(), &report));
        } else {
            print(model.as_ref(), &report);
        }
        Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

fn json(model: Option<&Model>, report: &Report) -> serde_json::Value {
    let processes: Vec<serde_json::Value> = model
        .iter()
        .flat_map(|model| model.processes().map(move |process| (model, &model.scopes[process], process)))
        .map(|(model, scope, process)| {
            let inside = model.nodes.iter().filter(|node| model.process_of(node.scope) == process).count();
            serde_json::json!({ "id": scope.id, "name": scope.name, "executable": scope.executable, "elements": inside })
        })
        .collect();
    let (proof, states) = proof(report.proof);
    serde_json::json!({
        "ok": report.is_sound(),
        "proof": proof,
        "states": states,
        "processes": processes,
        "findings": report.findings.iter().map(|finding| told(model, finding)).collect::<Vec<_>>(),
    })
}

/// A finding, with what would complete the drawing.
fn told(model: Option<&Model>, finding: &Finding) -> serde_json::Value {
    let mut told = finding_json(finding);
    if let Some((model, mend)) = model.and_then(|model| Some((model, Mend::of(model, finding)?))) {
        let Text { vi, en } = mend.sentences(model);
        let mut mend = serde_json::json!(mend);
        (mend["vi"], mend["en"]) = (vi.into(), en.into());
        told["mend"] = mend;
    }
    told
}

fn proof(proof: Proof) -> (&'static str, Option<u32>) {
    match proof {
        Proof::Blocks => ("block-structured", None),
        Proof::Explored { states } => ("explored", Some(states)),
        Proof::None => ("not-proved", None),
    }
}

fn print(model: Option<&Model>, report: &Report) {
    for finding in &report.findings {
        print_finding(finding);
    }
    let Some(model) = model else { return };
    let heavy = |finding: &&Finding| finding.trouble.weight() > process::Weight::Note;
    match (report.findings.iter().filter(heavy).count(), report.proof) {
        (0, Proof::Explored { states }) => {
            say!("sound: {} elements, every one of {states} situations looked at", model.nodes.len());
        }
        (0, _) => say!("sound: {} elements, proved by its blocks", model.nodes.len()),
        (1, _) => say!("1 finding"),
        (count, _) => say!("{count} findings"),
    }
}
