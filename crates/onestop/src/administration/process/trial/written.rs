//! What the buttons of a trial ask for, and what was done in it, as its form says them.

use domain::trial::TrialMove;

/// What a button asks for.
pub enum TrialAct {
    Begin,
    Undo,
    /// What is done with a step, by its token.
    Step(StepEnding, u32),
    Move(TrialMove),
}

pub enum StepEnding {
    Finish,
    Decide { granted: bool },
}

pub fn read_act(act: &str) -> Option<TrialAct> {
    let token = |about: &str| about.parse().ok();
    let event = |about: &str| Some(about.to_string()).filter(|event| !event.is_empty());
    Some(match act.split_once('-').unwrap_or((act, "")) {
        ("begin", "") => TrialAct::Begin,
        ("undo", "") => TrialAct::Undo,
        ("wait", "") => TrialAct::Move(TrialMove::Wait),
        ("finish", about) => TrialAct::Step(StepEnding::Finish, token(about)?),
        ("grant", about) => TrialAct::Step(StepEnding::Decide { granted: true }, token(about)?),
        ("deny", about) => TrialAct::Step(StepEnding::Decide { granted: false }, token(about)?),
        ("receive", about) => TrialAct::Move(TrialMove::Receive { event: event(about)? }),
        ("found", about) => TrialAct::Move(TrialMove::Answer { event: event(about)?, granted: true }),
        ("missing", about) => TrialAct::Move(TrialMove::Answer { event: event(about)?, granted: false }),
        _ => return None,
    })
}

/// What the button of an act says.
pub fn named(act: &TrialAct) -> String {
    let (how, about) = match act {
        TrialAct::Begin => ("begin", String::new()),
        TrialAct::Undo => ("undo", String::new()),
        TrialAct::Step(StepEnding::Finish, token) => ("finish", token.to_string()),
        TrialAct::Step(StepEnding::Decide { granted: true }, token) => ("grant", token.to_string()),
        TrialAct::Step(StepEnding::Decide { granted: false }, token) => ("deny", token.to_string()),
        TrialAct::Move(TrialMove::Receive { event }) => ("receive", event.clone()),
        TrialAct::Move(TrialMove::Answer { event, granted: true }) => ("found", event.clone()),
        TrialAct::Move(TrialMove::Answer { event, granted: false }) => ("missing", event.clone()),
        // Steps are moved by their own buttons.
        TrialAct::Move(TrialMove::Wait | TrialMove::Finish { .. } | TrialMove::Decide { .. }) => {
            ("wait", String::new())
        }
    };
    [how, &about].join("-").trim_end_matches('-').to_string()
}

/// A move as a line of the hidden field.
pub fn write_move(trial_move: &TrialMove) -> String {
    match trial_move {
        TrialMove::Finish { token, minutes, outcome } => {
            format!("finish {token} {minutes} {}", outcome.as_deref().unwrap_or_default())
        }
        TrialMove::Decide { token, minutes, granted, outcome } => {
            let how = if *granted { "grant" } else { "deny" };
            let line = format!("{how} {token} {minutes} {}", outcome.as_deref().unwrap_or_default());
            line.trim_end().to_string()
        }
        TrialMove::Receive { event } => format!("receive {event}"),
        TrialMove::Answer { event, granted: true } => format!("found {event}"),
        TrialMove::Answer { event, granted: false } => format!("missing {event}"),
        TrialMove::Wait => "wait".into(),
    }
}

pub fn read_move(line: &str) -> Option<TrialMove> {
    let words: Vec<&str> = line.split_whitespace().collect();
    Some(match words.as_slice() {
        ["finish", token, minutes, outcome @ ..] => TrialMove::Finish {
            token: token.parse().ok()?,
            minutes: minutes.parse().ok()?,
            outcome: outcome.first().map(|outcome| outcome.to_string()),
        },
        [decide @ ("grant" | "deny"), token, minutes, outcome @ ..] => TrialMove::Decide {
            token: token.parse().ok()?,
            minutes: minutes.parse().ok()?,
            granted: *decide == "grant",
            outcome: outcome.first().map(|outcome| outcome.to_string()),
        },
        [answer @ ("found" | "missing"), event] => {
            TrialMove::Answer { event: event.to_string(), granted: *answer == "found" }
        }
        ["receive", event] => TrialMove::Receive { event: event.to_string() },
        ["wait"] => TrialMove::Wait,
        _ => return None,
    })
}
