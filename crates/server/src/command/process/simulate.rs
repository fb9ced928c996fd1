use super::{finding_json, load, model, print_finding};
use crate::output::say;
use anyhow::{Result, bail};
use domain::{Language, Text};
use process::{Finding, Model, Names, NodeKind, Scenario, Task, Trace, TraceEnd};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Simulate {
    /// A BPMN 2.0 file
    #[arg(value_name = "FILE.bpmn")]
    file: PathBuf,
    /// What is decided and what happens (docs/processes.md); without it every step is done and choices go by their conditions
    #[arg(long, value_name = "FILE.json")]
    scenario: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Simulate {
    pub fn run(self) -> Result<ExitCode> {
        let scenario = self.scenario()?;
        let model = match model(&self.file, &Names::of(&scenario)) {
            Ok(model) => model,
            Err(unreadable) => {
                self.print_unreadable(&unreadable.into());
                return Ok(ExitCode::from(1));
            }
        };
        let trace = match process::simulate(&model, &scenario) {
            Ok(trace) => trace,
            Err(unfit) => bail!("{}", both(unfit.sentences())),
        };
        if self.json {
            say!("{:#}", json(&model, &trace));
        } else {
            print(&model, &trace);
        }
        let ended = matches!(trace.end, TraceEnd::Ended { .. }) && trace.never.is_empty();
        Ok(if ended { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    fn scenario(&self) -> Result<Scenario> {
        let Some(file) = &self.scenario else { return Ok(Scenario::default()) };
        let read = load(file).and_then(|bytes| process::as_text(&bytes));
        let text = match read {
            Ok(text) => text,
            Err(unreadable) => bail!("{}: {}", file.display(), both(unreadable.sentences())),
        };
        match Scenario::read(&typed::document(&text)) {
            Ok(scenario) => Ok(scenario),
            Err(unfit) => bail!("{}: {}", file.display(), both(unfit.sentences())),
        }
    }

    fn print_unreadable(&self, finding: &Finding) {
        if self.json {
            let told = serde_json::json!({
                "status": "unreadable", "at": [], "entered": [], "elements": [], "values": {},
                "findings": [finding_json(finding)],
            });
            say!("{told:#}");
        } else {
            print_finding(finding);
        }
    }
}

fn both(Text { vi, en }: Text) -> String {
    format!("{en}\n  {vi}")
}

/// An event of the scenario that nothing waited for.
const NEVER: &str = "event-never-came";
/// It cannot go on.
const STUCK: &str = "stuck";
/// Lines of what was entered, at most: of what goes round and round the first ones tell enough.
const LINES_MAX: usize = 300;

fn json(model: &Model, trace: &Trace) -> serde_json::Value {
    let elements: Vec<serde_json::Value> = trace
        .entered
        .iter()
        .filter_map(|id| model.node(id))
        .map(|node| serde_json::json!({ "id": node.id, "name": node.name, "kind": kind(&node.kind) }))
        .collect();
    let mut told =
        serde_json::json!({ "entered": trace.entered, "elements": elements, "values": trace.values });
    let mut findings: Vec<serde_json::Value> = found(trace).iter().map(finding_json).collect();
    // Where it stands now: elements by their ids.
    let last = || trace.entered.last().cloned().into_iter().collect::<Vec<String>>();
    let (status, at) = match &trace.end {
        TraceEnd::Ended { at } => ("ended", vec![at.clone()]),
        TraceEnd::Failed { code } => {
            told["error"] = code.as_str().into();
            ("failed", last())
        }
        TraceEnd::Waiting { at, .. } => ("waiting", at.clone()),
        TraceEnd::Unread { .. } => ("unreadable", last()),
        TraceEnd::Stuck { misfit } => {
            let Text { vi, en } = misfit.sentences();
            let mut finding = serde_json::json!({ "code": STUCK, "weight": "error", "vi": vi, "en": en });
            if let Some(at) = misfit.at() {
                finding["element"] = at.into();
            }
            findings.push(finding);
            ("stuck", misfit.at().map_or_else(last, |at| vec![at.to_string()]))
        }
    };
    findings.extend(trace.never.iter().map(|event| {
        let Text { vi, en } = event.never_came();
        serde_json::json!({ "code": NEVER, "weight": "error", "vi": vi, "en": en })
    }));
    findings.extend(trace.notes.iter().map(finding_json));
    told["findings"] = findings.into();
    told["status"] = status.into();
    told["at"] = at.into();
    told
}

/// What was found wrong where it came to its end.
fn found(trace: &Trace) -> &[Finding] {
    match &trace.end {
        TraceEnd::Unread { findings } | TraceEnd::Waiting { joins: findings, .. } => findings,
        TraceEnd::Ended { .. } | TraceEnd::Failed { .. } | TraceEnd::Stuck { .. } => &[],
    }
}

/// An element by its id, with its name where it has one.
fn called(model: &Model, id: &str) -> String {
    match model.node(id).filter(|node| !node.name.is_empty()) {
        Some(node) => format!("{} “{}”", process::cut(id), process::cut(&node.name)),
        None => match model.index(id) {
            Some(node) => {
                format!("{} ({})", process::cut(id), process::described(model, node, Language::English))
            }
            None => process::cut(id),
        },
    }
}

fn print(model: &Model, trace: &Trace) {
    let entered = trace.entered.iter().filter_map(|id| model.node(id));
    for (place, node) in entered.take(LINES_MAX).enumerate() {
        let (id, name) = (process::cut(&node.id), process::cut(&node.name));
        say!("{:>4}  {:<20} {id} {name}", place + 1, kind(&node.kind));
    }
    if trace.entered.len() > LINES_MAX {
        say!("      … and {} more; --json names them all", trace.entered.len() - LINES_MAX);
    }
    found(trace).iter().chain(&trace.notes).for_each(print_finding);
    for event in &trace.never {
        let Text { vi, en } = event.never_came();
        say!("error {NEVER}\n  {en}\n  {vi}");
    }
    match &trace.end {
        TraceEnd::Ended { at } => say!("ended at {}", called(model, at)),
        TraceEnd::Failed { code } => say!("failed: nobody caught the error {}", process::cut(code)),
        TraceEnd::Waiting { at, .. } => {
            let at: Vec<String> = at.iter().map(|id| called(model, id)).collect();
            say!("waiting at {}", at.join(", "));
        }
        TraceEnd::Unread { .. } => {
            say!("stopped at {}", called(model, trace.entered.last().map_or("", |id| id)))
        }
        TraceEnd::Stuck { misfit } => {
            let Text { vi, en } = misfit.sentences();
            let at = misfit.at().map(|at| format!(" at {}", called(model, at))).unwrap_or_default();
            say!("stuck{at}: {en}\n       {vi}");
        }
    }
}

fn kind(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::Start(_) => "start",
        NodeKind::End(_) => "end",
        NodeKind::Catch(_) => "catch",
        NodeKind::Throw(_) => "throw",
        NodeKind::Link { .. } => "link",
        NodeKind::Compensation { .. } => "compensation",
        NodeKind::Boundary { .. } => "boundary",
        NodeKind::Task(Task::User) => "user-task",
        NodeKind::Task(Task::Manual) => "manual-task",
        NodeKind::Task(Task::Service) => "service-task",
        NodeKind::Task(Task::BusinessRule) => "business-rule-task",
        NodeKind::SubProcess(_) => "sub-process",
        NodeKind::EventSubProcess { .. } => "event-sub-process",
        NodeKind::Call { .. } => "call",
        NodeKind::Gateway(_) => "gateway",
        NodeKind::Unsupported => "not-executable",
    }
}
