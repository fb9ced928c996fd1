//! Processes in a few lines, as files: `task a`, `xor g`, `a -> g`, `g -> b if x > 1`, `g -> c else`, `g -> a max 3`.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod changes;
pub mod dice;
pub mod run;

use process::{Area, Layout, Model, Names, NodeIndex, write};

/// A BPMN file of one process in these lines.
pub fn file(lines: &str) -> String {
    let mut shared = String::new();
    let mut body = String::new();
    let mut defaults: Vec<(String, String)> = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let rest = |from: usize| words[from..].join(" ");
        let own = |name: &str, inside: &str| format!("<{name} id=\"{}\">{inside}</{name}>\n", words[1]);
        let timer = |text: &str| {
            let part = if text.starts_with('R') { "timeCycle" } else { "timeDuration" };
            format!("<timerEventDefinition><{part}>{text}</{part}></timerEventDefinition>")
        };
        match words.as_slice() {
            [] => {}
            [from, "->", to, how @ ..] => {
                let id = format!("f{number}");
                let (mut attributes, mut inside) = (String::new(), String::new());
                match how {
                    ["if", ..] => {
                        inside = format!("<conditionExpression>{}</conditionExpression>", escape(&rest(4)));
                    }
                    ["else"] => defaults.push((from.to_string(), id.clone())),
                    ["max", times] => attributes = format!(" m:atMost=\"{times}\""),
                    ["max", times, "if", ..] => {
                        attributes = format!(" m:atMost=\"{times}\"");
                        inside = format!("<conditionExpression>{}</conditionExpression>", escape(&rest(6)));
                    }
                    _ => {}
                }
                let bound = match attributes.split('"').nth(1) {
                    Some(times) => {
                        format!("<extensionElements><m:bound times=\"{times}\"/></extensionElements>")
                    }
                    None => String::new(),
                };
                body += &format!(
                    "<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{bound}{inside}</sequenceFlow>\n"
                );
            }
            ["start", ..] => body += &own("startEvent", ""),
            ["end", ..] => body += &own("endEvent", ""),
            ["terminate", ..] => body += &own("endEvent", "<terminateEventDefinition/>"),
            ["error-end", _, code] => {
                body += &own("endEvent", &format!("<errorEventDefinition errorRef=\"{code}\"/>"));
                triggered(&mut shared, "error", code);
            }
            ["task", ..] => body += &own("userTask", ""),
            ["service", ..] => body += &own("serviceTask", ""),
            ["rule", _, name, ..] => {
                let inside = format!("<m:rule name=\"{name}\" value=\"{}\"/>", escape(&rest(3)));
                body += &own("businessRuleTask", &format!("<extensionElements>{inside}</extensionElements>"));
            }
            ["each", _, how @ ("all" | "one-by-one"), ..] => {
                let sequential = *how == "one-by-one";
                let inside = format!(
                    "<multiInstanceLoopCharacteristics isSequential=\"{sequential}\" xmlns:c=\"urn:c\" c:collection=\"{}\" c:elementVariable=\"unit\"/>",
                    escape(&rest(3))
                );
                body += &own("userTask", &inside);
            }
            ["count", _, ..] => {
                let count = escape(&rest(2));
                let inside = format!("<loopCardinality>{count}</loopCardinality>");
                let each = "multiInstanceLoopCharacteristics";
                body += &own("userTask", &format!("<{each}>{inside}</{each}>"));
            }
            ["again", _, most, ..] => {
                let inside = format!(
                    "<standardLoopCharacteristics loopMaximum=\"{most}\"><loopCondition>{}</loopCondition></standardLoopCharacteristics>",
                    escape(&rest(3))
                );
                body += &own("userTask", &inside);
            }
            ["xor", ..] => body += &own("exclusiveGateway", ""),
            ["and", ..] => body += &own("parallelGateway", ""),
            ["or", ..] => body += &own("inclusiveGateway", ""),
            ["wait", ..] => body += &own("eventBasedGateway", ""),
            ["timer", _, text] => body += &own("intermediateCatchEvent", &timer(text)),
            ["message", _, name] => {
                body += &own(
                    "intermediateCatchEvent",
                    &format!("<messageEventDefinition messageRef=\"{name}\"/>"),
                );
                share(&mut shared, format!("<message id=\"{name}\" name=\"{name}\"/>"));
            }
            ["signal", _, name] => {
                body +=
                    &own("intermediateCatchEvent", &format!("<signalEventDefinition signalRef=\"{name}\"/>"));
                share(&mut shared, format!("<signal id=\"{name}\" name=\"{name}\"/>"));
            }
            ["give", _, name] => {
                share(&mut shared, format!("<signal id=\"{name}\" name=\"{name}\"/>"));
                body +=
                    &own("intermediateThrowEvent", &format!("<signalEventDefinition signalRef=\"{name}\"/>"));
            }
            [how @ ("leave" | "arrive"), _, name] => {
                let event = if *how == "leave" { "intermediateThrowEvent" } else { "intermediateCatchEvent" };
                body += &own(event, &format!("<linkEventDefinition name=\"{name}\"/>"));
            }
            [how @ ("escalate" | "escalate-end"), _, code] => {
                let event = if *how == "escalate" { "intermediateThrowEvent" } else { "endEvent" };
                body += &own(event, &triggered(&mut shared, "escalation", code));
            }
            // What a sub-process is begun by: `begun s beside message m`.
            ["begun", id, how @ ("on" | "beside"), kind, ..] => {
                let inside = match *kind {
                    "timer" => timer(&rest(4)),
                    "condition" => condition(&rest(4)),
                    kind => triggered(&mut shared, kind, &rest(4)),
                };
                body += &format!(
                    "<startEvent id=\"{id}\" isInterrupting=\"{}\">{inside}</startEvent>\n",
                    *how == "on"
                );
            }
            ["when", id] => body += &format!("<subProcess id=\"{id}\" triggeredByEvent=\"true\">\n"),
            ["condition", ..] => {
                body += &own("intermediateCatchEvent", &condition(&rest(2)));
            }
            [how @ ("on" | "beside"), id, host, "condition", ..] => {
                let interrupting = *how == "on";
                body += &format!(
                    "<boundaryEvent id=\"{id}\" attachedToRef=\"{host}\" cancelActivity=\"{interrupting}\">\
                     {}</boundaryEvent>\n",
                    condition(&rest(4))
                );
            }
            ["handler", id] => {
                body += &format!("<userTask id=\"{id}\" isForCompensation=\"true\"></userTask>\n")
            }
            ["returned", id, host, by @ ..] => {
                body += &format!(
                    "<boundaryEvent id=\"{id}\" attachedToRef=\"{host}\"><compensateEventDefinition/></boundaryEvent>\n"
                );
                if let [by] = by {
                    body +=
                        &format!("<association id=\"{id}-line\" sourceRef=\"{id}\" targetRef=\"{by}\"/>\n");
                }
            }
            [how @ ("return" | "return-end"), _, of @ ..] => {
                let event = if *how == "return" { "intermediateThrowEvent" } else { "endEvent" };
                let of = of.first().map(|of| format!(" activityRef=\"{of}\"")).unwrap_or_default();
                body += &own(event, &format!("<compensateEventDefinition{of}/>"));
            }
            [how @ ("on" | "beside"), id, host, kind, text] => {
                let inside = match *kind {
                    "timer" => timer(text),
                    "message" => {
                        share(&mut shared, format!("<message id=\"{text}\" name=\"{text}\"/>"));
                        format!("<messageEventDefinition messageRef=\"{text}\"/>")
                    }
                    kind => triggered(&mut shared, kind, text),
                };
                body += &format!(
                    "<boundaryEvent id=\"{id}\" attachedToRef=\"{host}\" cancelActivity=\"{}\">{inside}</boundaryEvent>\n",
                    *how == "on"
                );
            }
            ["sub", id] => body += &format!("<subProcess id=\"{id}\">\n"),
            ["sub", id, "all", ..] => {
                body += &format!(
                    "<subProcess id=\"{id}\"><multiInstanceLoopCharacteristics xmlns:c=\"urn:c\" c:collection=\"{}\" c:elementVariable=\"unit\"/>\n",
                    escape(&rest(3))
                );
            }
            ["close"] => body += "</subProcess>\n",
            ["call", _, called] => {
                body += &format!("<callActivity id=\"{}\" calledElement=\"{called}\"/>\n", words[1]);
            }
            ["process", id] => body += &format!("</process><process id=\"{id}\">\n"),
            other => panic!("line {number} is not understood: {other:?}"),
        }
    }
    for (node, flow) in defaults {
        body = body.replacen(&format!(" id=\"{node}\">"), &format!(" id=\"{node}\" default=\"{flow}\">"), 1);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">{shared}<process id=\"main\" isExecutable=\"false\">\n{body}</process></definitions>"
    )
}

/// What an event is triggered by, with what it refers to; `*` refers to nothing.
fn triggered(shared: &mut String, kind: &str, name: &str) -> String {
    if name == "*" {
        return format!("<{kind}EventDefinition/>");
    }
    let named = if matches!(kind, "error" | "escalation") { format!("{kind}Code") } else { "name".into() };
    if !shared.contains(&format!("<{kind} id=\"{name}\"")) {
        shared.push_str(&format!("<{kind} id=\"{name}\" {named}=\"{name}\"/>"));
    }
    format!("<{kind}EventDefinition {kind}Ref=\"{name}\"/>")
}

fn condition(text: &str) -> String {
    let inside = format!("<condition>{}</condition>", escape(text));
    format!("<conditionalEventDefinition>{inside}</conditionalEventDefinition>")
}

fn share(shared: &mut String, element: String) {
    if !shared.contains(&element) {
        shared.push_str(&element);
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

pub fn model(lines: &str) -> Model {
    let model = process::read(file(lines).as_bytes(), &Names::open()).expect("the file is read");
    assert_eq!(model.findings, [], "the file is in order");
    model
}

/// No element of a scope lies on another.
pub fn nothing_covers_anything(model: &Model, drawn: &Layout) {
    let solid: Vec<(&NodeIndex, &Area)> =
        drawn.nodes.iter().filter(|(node, _)| model.nodes[**node].on().is_none()).collect();
    for (one, a) in &solid {
        for (other, b) in &solid {
            if one != other && model.nodes[**one].scope == model.nodes[**other].scope {
                let apart = a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
                assert!(apart, "{} and {}\n{}", model.nodes[**one].id, model.nodes[**other].id, write(model));
            }
        }
    }
}
