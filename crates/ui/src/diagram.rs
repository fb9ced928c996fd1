//! A process as a picture: SVG without styles of its own, with the same content as text beside it wherever it stands.

mod words;

use crate::Markup;
use domain::Language;
use domain::dossier::{Dossier, Linked};
use domain::procedure::Process;
use process::{Area, End, Gateway, Layout, Model, NodeIndex, NodeKind, Repeats, Spot, Trigger, layout};
use std::collections::HashSet;
use std::fmt::Write;
use words::{TakenPlaces, escape, lines, text, text_from};

/// What is marked in a picture.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// Elements that were passed, by id.
    pub passed: HashSet<String>,
    /// The ways that were taken out of choices: from, and to.
    pub taken: HashSet<(String, String)>,
    /// Elements where it stands now.
    pub now: HashSet<String>,
    /// Elements that are new or changed.
    pub changed: HashSet<String>,
    /// Steps that are waited for most.
    pub slow: HashSet<String>,
    /// For applicants: steps and ways only.
    pub plain: bool,
}

impl Marked {
    /// The way a dossier took, and where it stands.
    pub fn of(dossier: &Dossier, process: &Process) -> Marked {
        // A step that was begun and dropped was not passed.
        let done = |id: &String| {
            let step = process.step(id).is_none()
                || dossier.steps_done.iter().any(|done| done.id == *id && !done.undone);
            let answered = |linked: &Linked| linked.event == *id && linked.answer.is_some() && !linked.undone;
            step && (process.link(id).is_none() || dossier.linked.iter().any(answered))
        };
        let order: Vec<&String> = dossier.moves.iter().flat_map(|moved| &moved.passed).collect();
        // Steps without tokens are told by the record alone; a way led to them from the beginning.
        let model = process.model();
        let finished = dossier.steps_done.iter().map(|done| &done.id);
        let running: Vec<String> = dossier.steps.iter().map(|step| step.id.clone()).collect();
        let begun = !running.is_empty() || !dossier.steps_done.is_empty();
        let starts = model.main().filter(|_| begun).map(|main| model.entries(main)).unwrap_or_default();
        let starts = starts.into_iter().map(|node| &model.nodes[node].id);
        let stands = dossier.marking.tokens.iter().filter(|token| !model.listens(token));
        let passed = order.iter().copied().chain(finished).chain(starts).filter(|id| done(id)).cloned();
        Marked {
            taken: taken(model, &order),
            passed: passed.collect(),
            now: stands.map(|token| token.at.clone()).chain(running).collect(),
            ..Marked::default()
        }
    }
}

/// Which way was taken out of each choice: to what was passed first of all it leads to.
fn taken(model: &Model, order: &[&String]) -> HashSet<(String, String)> {
    let mut found = HashSet::new();
    for (place, id) in order.iter().enumerate() {
        let Some(node) =
            model.node(id).filter(|node| matches!(node.kind, NodeKind::Gateway(Gateway::Exclusive)))
        else {
            continue;
        };
        let ends: Vec<&str> =
            node.outgoing.iter().map(|flow| model.nodes[model.flows[*flow].to].id.as_str()).collect();
        if let Some(next) = order[place + 1..].iter().find(|next| ends.contains(&next.as_str())) {
            found.insert((id.to_string(), next.to_string()));
        }
    }
    found
}

/// Maximum width of a picture that can be read when it is drawn as wide as a dossier's middle column.
const FITS: i32 = 1_000;

/// The picture of the process that starts. `title` says what it is of, in this language.
pub fn svg(model: &Model, title: &str, marked: &Marked, language: Language) -> Markup {
    let mut simple;
    let model = match (language, marked.plain) {
        (Language::Vietnamese, false) => model,
        _ => {
            simple = model.clone();
            rename(&mut simple, language, marked.plain);
            &simple
        }
    };
    let Some(process) = model.main() else { return Markup::default() };
    let drawn = layout(model, process);
    let Layout { width, height, .. } = drawn;
    let fits = if width <= FITS { " diagram--fits" } else { "" };
    let mut out = format!(
        "<svg class=\"diagram{fits}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"{}\"><defs><marker id=\"diagram-tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"10\" \
         markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"diagram__tip\" d=\"M0 0L10 5L0 10z\"/></marker></defs>",
        escape(title)
    );
    for (node, area) in &drawn.nodes {
        if model.inside(*node).is_some() {
            element(&mut out, model, *node, *area, marked, leaves_above(model, &drawn, *node), language);
        }
    }
    let mut labels = String::new();
    let mut words = TakenPlaces::of(model, &drawn.nodes);
    for (flow, corners) in &drawn.flows {
        let flow = &model.flows[*flow];
        let chosen = matches!(model.nodes[flow.from].kind, NodeKind::Gateway(Gateway::Exclusive))
            && model.nodes[flow.from].outgoing.len() > 1;
        let ends = || (model.nodes[flow.from].id.clone(), model.nodes[flow.to].id.clone());
        let taken = (!chosen || marked.taken.contains(&ends()))
            && [flow.from, flow.to].iter().all(|end| {
                let id = &model.nodes[*end].id;
                marked.passed.contains(id) || marked.now.contains(id)
            });
        line(&mut out, corners, taken);
        if let (Some(spot), false) = (corners.first(), flow.name.is_empty()) {
            let label = shortened(&flow.name, 24);
            let (x, y) = (spot.x + 6, corners.get(2).map_or(spot.y, |corner| corner.y) - 6);
            let y = words.free(x, y, label.chars().count());
            let _ = write!(
                labels,
                "<text class=\"diagram__label\" x=\"{x}\" y=\"{y}\">{}</text>",
                escape(&label)
            );
        }
    }
    for corners in drawn.lines.values() {
        beside(&mut out, corners);
    }
    for (node, area) in &drawn.nodes {
        if model.inside(*node).is_none() {
            element(&mut out, model, *node, *area, marked, leaves_above(model, &drawn, *node), language);
        }
    }
    // Words are not hidden by what stands beside them.
    out.push_str(&labels);
    out.push_str("</svg>");
    Markup::written(out)
}

/// Whether a way leaves an element upwards, or leads from an edge round below and up.
fn leaves_above(model: &Model, drawn: &Layout, node: NodeIndex) -> bool {
    let area = drawn.nodes[&node];
    let edge = matches!(model.nodes[node].kind, NodeKind::Boundary { .. });
    let mut ways = model.nodes[node].outgoing.iter().filter_map(|flow| drawn.flows.get(flow));
    ways.any(|way| match (edge, way.first(), way.last()) {
        (true, _, Some(last)) => last.y < area.bottom() + 20,
        (false, Some(first), _) => first.y <= area.y,
        _ => false,
    })
}

/// Names in another language; without those that tell how an agency decides, where it is for applicants.
fn rename(model: &mut Model, language: Language, plain: bool) {
    for node in &mut model.nodes {
        if language == Language::English && !node.step.english.is_empty() {
            node.name = std::mem::take(&mut node.step.english);
        }
        if plain && !node.is_activity() {
            node.name = String::new();
        }
    }
    for flow in
        model.flows.iter_mut().filter(|flow| language == Language::English && !flow.english.is_empty())
    {
        flow.name = std::mem::take(&mut flow.english);
    }
    if plain {
        model.flows.iter_mut().for_each(|flow| flow.name = String::new());
        // The halves of a link still find each other.
        let mut known: Vec<String> = Vec::new();
        for node in &mut model.nodes {
            if let NodeKind::Link { name, .. } = &mut node.kind {
                let place = known.iter().position(|other| other == name).unwrap_or(known.len());
                let said = std::mem::replace(name, (place + 1).to_string());
                if place == known.len() {
                    known.push(said);
                }
            }
        }
    }
}

fn line(out: &mut String, corners: &[Spot], taken: bool) {
    let points: Vec<String> = corners.iter().map(|spot| format!("{},{}", spot.x, spot.y)).collect();
    let class = if taken { "diagram__flow diagram__flow--passed" } else { "diagram__flow" };
    let _ = write!(
        out,
        "<polyline class=\"{class}\" points=\"{}\" marker-end=\"url(#diagram-tip)\"/>",
        points.join(" ")
    );
}

/// A line on which no token goes.
fn beside(out: &mut String, corners: &[Spot]) {
    let points: Vec<String> = corners.iter().map(|spot| format!("{},{}", spot.x, spot.y)).collect();
    let _ = write!(out, "<polyline class=\"diagram__line\" points=\"{}\"/>", points.join(" "));
}

/// `above`: a way runs where its name would stand.
fn element(
    out: &mut String,
    model: &Model,
    index: NodeIndex,
    area: Area,
    marked: &Marked,
    above: bool,
    language: Language,
) {
    let node = &model.nodes[index];
    let state = if marked.now.contains(&node.id) {
        " diagram__node--now"
    } else if marked.passed.contains(&node.id) {
        " diagram__node--passed"
    } else if marked.slow.contains(&node.id) {
        " diagram__node--slow"
    } else if marked.changed.contains(&node.id) {
        " diagram__node--changed"
    } else {
        ""
    };
    let Area { x, y, width, .. } = area;
    let _ = write!(
        out,
        "<g class=\"diagram__node{state}\"><title>{}</title>",
        escape(said(model, index, language))
    );
    match &node.kind {
        // A step that waits for a message, or sends one, is an event drawn as a step.
        NodeKind::Catch(_) | NodeKind::Throw(_) if width > CIRCLE_MAX => {
            step(out, model, index, area, language);
            let (x, y, sign) = (x + 14, y + 20, sign(&node.kind));
            let _ = write!(out, "<text class=\"diagram__sign\" x=\"{x}\" y=\"{y}\">{sign}</text>");
        }
        NodeKind::Task(_) | NodeKind::Unsupported | NodeKind::Call { .. } => {
            step(out, model, index, area, language);
        }
        NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. } => group(out, node, area),
        NodeKind::Gateway(gateway) => choice(out, node, *gateway, area, above),
        NodeKind::Start(_)
        | NodeKind::End(_)
        | NodeKind::Catch(_)
        | NodeKind::Throw(_)
        | NodeKind::Link { .. }
        | NodeKind::Compensation { .. }
        | NodeKind::Boundary { .. } => event(out, model, node, area, above),
    }
    out.push_str("</g>");
}

/// A frame around the steps inside.
fn group(out: &mut String, node: &process::Node, area: Area) {
    let Area { x, y, width, height } = area;
    let beside = matches!(node.kind, NodeKind::EventSubProcess { .. });
    let beside = if beside { " diagram__beside" } else { "" };
    let _ = write!(
        out,
        "<rect class=\"diagram__inside{beside}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>"
    );
    text(out, &node.name, x + width / 2, y + 14, 40, 1);
}

/// A square on its corner, with what it chooses.
fn choice(out: &mut String, node: &process::Node, gateway: Gateway, area: Area, above: bool) {
    let Area { x, y, width, height } = area;
    let (middle_x, middle_y) = (x + width / 2, y + height / 2);
    let _ = write!(
        out,
        "<path d=\"M{middle_x} {y}L{} {middle_y}L{middle_x} {}L{x} {middle_y}z\"/>",
        x + width,
        y + height
    );
    let sign = match gateway {
        Gateway::Exclusive => "×",
        Gateway::Parallel => "+",
        Gateway::Inclusive => "○",
        Gateway::EventBased => "◇",
    };
    let _ =
        write!(out, "<text class=\"diagram__sign\" x=\"{middle_x}\" y=\"{}\">{sign}</text>", middle_y + 7);
    let y = if above { y + height + 10 } else { y - 10 };
    text(out, &node.name, middle_x, y, 18, 1);
}

/// A circle with the sign of what happens.
fn event(out: &mut String, model: &Model, node: &process::Node, area: Area, above: bool) {
    let Area { x, y, width, height } = area;
    let (middle_x, middle_y) = (x + width / 2, y + height / 2);
    let class = match &node.kind {
        NodeKind::End(_) => "diagram__end",
        NodeKind::Boundary { interrupting: false, .. } => "diagram__beside",
        NodeKind::Start(Some(_)) if begins_beside(model, node) => "diagram__beside",
        _ => "diagram__event",
    };
    let _ =
        write!(out, "<circle class=\"{class}\" cx=\"{middle_x}\" cy=\"{middle_y}\" r=\"{}\"/>", width / 2);
    let _ = write!(
        out,
        "<text class=\"diagram__sign\" x=\"{middle_x}\" y=\"{}\">{}</text>",
        middle_y + 6,
        sign(&node.kind)
    );
    // Beside the way that leads down from the edge of a step.
    if node.on().is_some() {
        let name = shortened(&node.name, 26);
        let (x, y) = (x + width + 2, y + height + if above { 34 } else { 1 });
        let name = escape(&name);
        let _ = write!(out, "<text class=\"diagram__label\" x=\"{x}\" y=\"{y}\">{name}</text>");
        return;
    }
    // Two halves of a link find each other by its name.
    let name = match &node.kind {
        NodeKind::Link { name, .. } if node.name.is_empty() => name,
        _ => &node.name,
    };
    text_from(out, &lines(name, 16, 2), middle_x, y + height + 16);
}

/// A box with what a step is called, and whether it is done again.
fn step(out: &mut String, model: &Model, index: NodeIndex, area: Area, language: Language) {
    let node = &model.nodes[index];
    let Area { x, y, width, height } = area;
    let (middle_x, middle_y) = (x + width / 2, y + height / 2);
    let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>");
    // Letters in a line and lines that fit: a letter is about 7 wide, a line 18 high.
    let wide = (usize::try_from(width - 8).unwrap_or(0) / 7).clamp(8, 40);
    let lines = (usize::try_from(height).unwrap_or(0) / 18).clamp(1, 8);
    text(out, said(model, index, language), middle_x, middle_y, wide, lines);
    let again = match &node.repeats {
        Repeats::Once if node.compensates => "◁◁",
        Repeats::Once => "",
        Repeats::While { .. } => "↻",
        Repeats::Each { sequential: true, .. } => "≡",
        // Few fonts have its sign: it is drawn.
        Repeats::Each { .. } => {
            let (top, bottom) = (y + height - 14, y + height - 4);
            let bar = |x: i32| format!("M{x} {top}V{bottom}");
            let bars = [middle_x - 4, middle_x, middle_x + 4].map(bar).concat();
            let _ = write!(out, "<path class=\"diagram__flow\" d=\"{bars}\"/>");
            ""
        }
    };
    if !again.is_empty() {
        let y = y + height - 6;
        let _ = write!(out, "<text class=\"diagram__name\" x=\"{middle_x}\" y=\"{y}\">{again}</text>");
    }
}

/// An event that is drawn wider than this is no circle.
const CIRCLE_MAX: i32 = 60;

/// Whether it begins what does not end the rest.
fn begins_beside(model: &Model, start: &process::Node) -> bool {
    let around = model.scopes[start.scope].owner.map(|owner| &model.nodes[owner].kind);
    matches!(around, Some(NodeKind::EventSubProcess { interrupting: false, .. }))
}

fn sign(kind: &NodeKind) -> &'static str {
    let trigger = match kind {
        NodeKind::Start(trigger) | NodeKind::Throw(trigger) => trigger.as_ref(),
        NodeKind::Catch(trigger) | NodeKind::Boundary { trigger, .. } => Some(trigger),
        NodeKind::End(End::Throw(trigger)) => Some(trigger),
        NodeKind::Link { arrives: false, .. } => return "►",
        NodeKind::Link { arrives: true, .. } => return "▻",
        NodeKind::Compensation { .. } => return "◁◁",
        NodeKind::End(End::Terminate) => return "●",
        NodeKind::End(End::Error { .. }) => return "⚡",
        _ => None,
    };
    match trigger {
        Some(Trigger::Timer(_)) => "◷",
        Some(Trigger::Message { .. }) => "✉",
        Some(Trigger::Signal { .. }) => "△",
        Some(Trigger::Error { .. }) => "⚡",
        Some(Trigger::Escalation { .. }) => "⇧",
        Some(Trigger::Condition { .. }) => "≣",
        Some(Trigger::Compensation { .. }) => "◀◀",
        None => "",
    }
}

/// Whole words of at most so many letters, with dots where some are left out.
fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_string();
    }
    let kept: String = name.chars().take(most).collect();
    // A word that is cut goes, unless it is the only one.
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end())
}

/// What an element is called; one without a name is called by what it is, never by the key it has inside.
fn said(model: &Model, index: NodeIndex, language: Language) -> &str {
    let node = &model.nodes[index];
    if !node.name.is_empty() {
        return &node.name;
    }
    let (vi, en) = match &node.kind {
        NodeKind::Task(_) | NodeKind::Unsupported => ("Bước chưa đặt tên", "Step without a name"),
        NodeKind::Call { .. } => ("Gọi quy trình khác", "Another process"),
        NodeKind::SubProcess(_) => ("Nhóm bước", "Group of steps"),
        NodeKind::EventSubProcess { .. } => ("Việc theo sự kiện", "Begun by an event"),
        NodeKind::Gateway(Gateway::Exclusive) => ("Rẽ nhánh", "Choice"),
        NodeKind::Gateway(Gateway::Parallel) => ("Song song", "At the same time"),
        NodeKind::Gateway(Gateway::Inclusive) => ("Một hoặc nhiều nhánh", "One way or several"),
        NodeKind::Gateway(Gateway::EventBased) => ("Chờ sự kiện", "What comes first"),
        NodeKind::Start(_) => ("Bắt đầu", "Start"),
        NodeKind::End(_) => ("Kết thúc", "End"),
        NodeKind::Link { arrives: false, .. } => ("Đi tiếp ở chỗ khác", "Goes on elsewhere"),
        NodeKind::Link { arrives: true, .. } => ("Đi tiếp từ chỗ khác", "Goes on from elsewhere"),
        NodeKind::Compensation { .. } => ("Hoàn trả, thu hồi", "Returned by"),
        NodeKind::Catch(Trigger::Condition { .. }) => ("Chờ điều kiện", "Until a condition holds"),
        NodeKind::Throw(Some(Trigger::Compensation { .. })) => {
            ("Hoàn trả, thu hồi", "What was done is returned")
        }
        NodeKind::Catch(_) | NodeKind::Throw(_) | NodeKind::Boundary { .. } => ("Sự kiện", "Event"),
    };
    language.pick(vi, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use process::read;

    #[test]
    fn a_picture_carries_no_keys() {
        let source = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="KEY-p" isExecutable="true">
            <startEvent id="KEY-s"/><exclusiveGateway id="KEY-g"/><userTask id="KEY-t"/><userTask id="KEY-n" name="Ký"/>
            <endEvent id="KEY-e"/>
            <sequenceFlow id="KEY-1" sourceRef="KEY-s" targetRef="KEY-g"/>
            <sequenceFlow id="KEY-2" sourceRef="KEY-g" targetRef="KEY-t"/>
            <sequenceFlow id="KEY-3" sourceRef="KEY-g" targetRef="KEY-n"/>
            <sequenceFlow id="KEY-4" sourceRef="KEY-t" targetRef="KEY-e"/>
            <sequenceFlow id="KEY-5" sourceRef="KEY-n" targetRef="KEY-e"/></process></definitions>"#;
        let model = read(source.as_bytes(), &process::Names::open()).unwrap();
        for language in [Language::Vietnamese, Language::English] {
            let picture = svg(&model, "Quy trình", &Marked::default(), language).to_string();
            assert!(picture.contains("<title>Ký</title>") && !picture.contains("KEY"), "{picture}");
        }
    }

    #[test]
    fn the_halves_of_a_link_are_called_by_it() {
        let source = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">
            <startEvent id="s"/><intermediateThrowEvent id="l"><linkEventDefinition name="Chưa đạt"/></intermediateThrowEvent>
            <intermediateCatchEvent id="a"><linkEventDefinition name="Chưa đạt"/></intermediateCatchEvent>
            <userTask id="t" name="Ký"/><endEvent id="e"/>
            <sequenceFlow id="f" sourceRef="s" targetRef="l"/><sequenceFlow id="g" sourceRef="a" targetRef="t"/>
            <sequenceFlow id="h" sourceRef="t" targetRef="e"/></process></definitions>"#;
        let model = read(source.as_bytes(), &process::Names::open()).unwrap();
        let picture =
            |plain| svg(&model, "Quy trình", &Marked { plain, ..Marked::default() }, Language::Vietnamese);
        let (whole, plain) = (picture(false).to_string(), picture(true).to_string());
        assert_eq!(
            (whole.matches(">Chưa đạt<").count(), whole.matches("<polyline").count()),
            (2, 3),
            "{whole}"
        );
        assert!(whole.contains(">►<") && whole.contains(">▻<"), "{whole}");
        // What an agency finds is not for applicants; that the two belong together is.
        assert!(!plain.contains("Chưa đạt") && plain.matches(">1<").count() == 2, "{plain}");
    }
}
