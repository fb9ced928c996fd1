use super::{finding_json, load, print_finding};
use crate::output::say;
use anyhow::Result;
use domain::adopt::{self, Open, WhyOpen};
use domain::drawing::Drawing;
use domain::{Language, Text};
use process::{Finding, Mend, Model, Names, Proof, Report, Unreadable};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
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
        let (read, report) = match read(&self.file) {
            Ok(read) => {
                let report = process::check(&read.model);
                (Some(read), report)
            }
            Err(unreadable) => (None, Report { findings: vec![unreadable.into()], proof: Proof::None }),
        };
        if self.json {
            say!("{:#}", json(read.as_ref(), &report));
        } else {
            print(read.as_ref().map(|read| &read.model), &report);
        }
        Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

struct Read {
    source: String,
    model: Model,
}

fn read(file: &Path) -> Result<Read, Unreadable> {
    let bytes = load(file)?;
    let model = process::read(&bytes, &Names::open())?;
    Ok(Read { source: process::as_text(&bytes)?, model })
}

fn json(read: Option<&Read>, report: &Report) -> Json {
    let processes: Vec<Json> = read
        .iter()
        .flat_map(|read| read.model.processes().map(move |process| (&read.model, process)))
        .map(|(model, process)| {
            let scope = &model.scopes[process];
            let inside = model.nodes.iter().filter(|node| model.process_of(node.scope) == process).count();
            serde_json::json!({ "id": scope.id, "name": scope.name, "executable": scope.executable, "elements": inside })
        })
        .collect();
    let (proof, states) = proof(report.proof);
    // The same list the page of a draft has.
    let open = read.and_then(|read| adopt::proposals(&read.source, &Names::open()).ok()).unwrap_or_default();
    let finding = |finding: &Finding| {
        let about = |it: &&Open| matches!(&it.why, WhyOpen::Finding(found) if found == finding);
        let mut told = finding_json(finding);
        if let Some((read, it)) = read.zip(open.iter().find(about)) {
            told["mend"] = mend_json(&it.mend, &read.model);
        }
        told
    };
    let beyond = open.iter().filter(|it| !matches!(it.why, WhyOpen::Finding(_)));
    let proposals: Vec<Json> =
        read.iter().flat_map(|read| beyond.clone().map(|it| proposal_json(it, &read.model))).collect();
    serde_json::json!({
        "ok": report.is_sound(),
        "proof": proof,
        "states": states,
        "processes": processes,
        "ends": read.map(ends).unwrap_or_default(),
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "proposals": proposals,
        "then": read.map(|read| then(read, &open)).unwrap_or_default(),
        "remarks": read.map(remarks).unwrap_or_default(),
    })
}

fn mend_json(mend: &Mend, model: &Model) -> Json {
    let Text { vi, en } = mend.sentences(model);
    let mut told = serde_json::json!(mend);
    (told["vi"], told["en"]) = (vi.into(), en.into());
    told
}

/// What is proposed though nothing is wrong with the drawing as such.
fn proposal_json(it: &Open, model: &Model) -> Json {
    let Text { vi, en } = it.why.sentence();
    serde_json::json!({ "vi": vi, "en": en, "mend": mend_json(&it.mend, model) })
}

/// What accepting all would settle beyond what is proposed now.
fn then(read: &Read, open: &[Open]) -> Vec<Json> {
    if read.model.nodes.len() > adopt::FORESEEN_MAX {
        return Vec::new();
    }
    let completed = adopt::complete_by(&read.source, &|_| Names::open());
    let rounds = completed.map(|completed| completed.rounds).unwrap_or_default();
    let new = |it: &&Open| !open.iter().any(|known| known.mend == it.mend);
    let of = |round: &adopt::Round| -> Vec<Json> {
        round.settled.iter().filter(new).map(|it| proposal_json(it, &round.model)).collect()
    };
    rounds.iter().flat_map(of).collect()
}

/// What its ends decide.
fn ends(read: &Read) -> Vec<Json> {
    let Ok(drawing) = Drawing::read(&read.source, &Names::open()) else { return Vec::new() };
    let told = |(end, means): (usize, adopt::EndMeaning)| {
        let (node, Text { vi, en }) = (&drawing.model().nodes[end], means.words());
        serde_json::json!({ "element": node.id, "name": node.name, "means": means.key(), "vi": vi, "en": en })
    };
    adopt::ends(&drawing).into_iter().map(told).collect()
}

/// What was seen in the table it came of, and steps that do what every dossier has anyway.
fn remarks(read: &Read) -> Vec<Json> {
    let seen = read.model.remarks().cloned();
    let doubts = adopt::steps_of_the_law(&read.model).into_iter();
    let told = doubts
        .map(|doubt| Text::new(doubt.sentence(Language::Vietnamese), doubt.sentence(Language::English)));
    seen.chain(told).map(|Text { vi, en }| serde_json::json!({ "vi": vi, "en": en })).collect()
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
        (count, _) => {
            let some = |count: usize, one: &str| match count {
                1 => format!("1 {one}"),
                count => format!("{count} {one}s"),
            };
            match report.findings.len() - count {
                0 => say!("{}", some(count, "finding")),
                notes => say!("{} and {}", some(count, "finding"), some(notes, "note")),
            }
        }
    }
}
