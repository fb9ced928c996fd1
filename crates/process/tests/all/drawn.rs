//! Pictures of other programs: what they drew stays where it was, and what is added finds its place.

use crate::common::changes::{Dice, any_change, new};
use crate::common::{model, nothing_covers_anything};
use process::{Area, Edit, Layout, Model, Names, NodeKind, Then, edit, layout, read, write};

/// A start, a step and an end as another program drew them.
const DRAWN: &str = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" \
    xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/DI\"><process id=\"p\">\
    <startEvent id=\"s\"/><task id=\"a\" name=\"A\"/><endEvent id=\"e\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/>\
    <sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/></process><b:BPMNDiagram><b:BPMNPlane bpmnElement=\"p\">\
    <b:BPMNShape bpmnElement=\"s\"><dc:Bounds x=\"100\" y=\"300.4\" width=\"36\" height=\"36\"/></b:BPMNShape>\
    <b:BPMNShape bpmnElement=\"a\"><dc:Bounds x=\"90\" y=\"100\" width=\"60\" height=\"40\"/></b:BPMNShape>\
    <b:BPMNShape bpmnElement=\"e\"><dc:Bounds x=\"400\" y=\"102\" width=\"36\" height=\"36\"/></b:BPMNShape>\
    <b:BPMNEdge bpmnElement=\"f\"><di:waypoint x=\"118\" y=\"300\"/><di:waypoint x=\"118\" y=\"140\"/></b:BPMNEdge>\
    </b:BPMNPlane></b:BPMNDiagram></definitions>";

#[test]
fn what_waits_with_an_event_on_its_edge_has_room_for_it() {
    let edge = "<boundaryEvent id=\"t\" attachedToRef=\"w\" cancelActivity=\"false\"><timerEventDefinition>\
        <timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"x\"/>\
        <sequenceFlow id=\"h\" sourceRef=\"t\" targetRef=\"x\"/>";
    let waiting = |edge: &str| {
        let text = format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><message id=\"m\" name=\"m\"/><process id=\"p\">\
             <startEvent id=\"s\"/><receiveTask id=\"w\" messageRef=\"m\"/><endEvent id=\"e\"/>{edge}\
             <sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"w\"/><sequenceFlow id=\"g\" sourceRef=\"w\" targetRef=\"e\"/></process></definitions>"
        );
        read(text.as_bytes(), &Names::open()).unwrap()
    };
    let model = waiting(edge);
    let drawn = layout(&model, model.main().unwrap());
    let place = |id: &str| drawn.nodes[&model.index(id).unwrap()];
    let (wait, event) = (place("w"), place("t"));
    assert!(wait.width > 2 * event.width && wait.height > 2 * event.height, "{wait:?} {event:?}");
    let alone = waiting("");
    assert_eq!(layout(&alone, alone.main().unwrap()).nodes[&alone.index("w").unwrap()].width, 36);
}

#[test]
fn what_another_program_drew_stands_where_it_was_drawn() {
    let names = Names::open();
    let model = read(DRAWN.as_bytes(), &names).unwrap();
    let drawn = layout(&model, model.main().unwrap());
    let place = |id: &str| {
        let area = drawn.nodes[&model.index(id).unwrap()];
        (area.x, area.y, area.width, area.height)
    };
    // Moved to the corner, and no further.
    assert_eq!(
        (place("s"), place("a"), place("e")),
        ((70, 260, 36, 36), (60, 60, 60, 40), (370, 62, 36, 36))
    );
    let way: Vec<(i32, i32)> = drawn.flows[&0].iter().map(|spot| (spot.x, spot.y)).collect();
    assert_eq!(way, [(88, 260), (88, 100)]);
    // What is said of a step leaves the picture; places that cannot be, and what was not drawn, are found anew.
    let about = process::StepDetails { name: "Khác".into(), ..process::StepDetails::default() };
    let described = process::describe(DRAWN, &model, "a", &about).unwrap();
    let again = read(described.as_bytes(), &names).unwrap();
    assert_eq!(layout(&again, again.main().unwrap()), drawn);
    for (what, instead) in [
        ("<b:BPMNShape bpmnElement=\"e\">", "<b:BPMNShape bpmnElement=\"x\">"),
        ("x=\"400\"", "x=\"1e300\""),
        ("x=\"400\"", "x=\"NaN\""),
    ] {
        let other = read(DRAWN.replace(what, instead).as_bytes(), &names).unwrap();
        let filled = layout(&other, other.main().unwrap());
        let area = |id: &str| filled.nodes[&other.index(id).unwrap()];
        assert_eq!((area("a").width, area("e").width), (60, 36), "{instead}");
        assert!(area("e").x >= area("a").right(), "{instead}");
    }
    // Where next to nothing was drawn, all is drawn anew.
    let little = DRAWN.replace("bpmnElement=\"a\"", "bpmnElement=\"x\"");
    let little = little.replace("bpmnElement=\"e\"", "bpmnElement=\"y\"");
    let nothing = little.replace("bpmnElement=\"s\"", "bpmnElement=\"z\"");
    let [little, nothing] = [little, nothing].map(|file| drawing(&read(file.as_bytes(), &names).unwrap()));
    assert_eq!(little, nothing);
}

/// A process as if another program had drawn it.
fn elsewhere(model: &Model) -> Model {
    let file = write(model).replace("exporter=\"motcua\"", "exporter=\"another\"");
    read(file.as_bytes(), &Names::open()).unwrap()
}

/// The same by somebody who draws smaller and nearer together.
fn crowded(model: &Model) -> Model {
    let file = write(model).replace("exporter=\"motcua\"", "exporter=\"another\"");
    let mut parts = file.split('"');
    let mut small = String::new();
    while let Some(part) = parts.next() {
        small.push_str(part);
        if let Some(value) = parts.next() {
            let place = ["x", "y", "width", "height"].iter().any(|name| part.ends_with(&format!(" {name}=")));
            let value = match value.parse::<i32>() {
                Ok(number) if place => (number * 7 / 10).to_string(),
                _ => value.to_string(),
            };
            small.push_str(&format!("\"{value}\""));
        }
    }
    read(small.as_bytes(), &Names::open()).unwrap()
}

fn drawing(model: &Model) -> Layout {
    layout(model, model.main().unwrap())
}

/// Every flow begins and ends at its elements.
fn ways_hold(model: &Model, drawn: &Layout) {
    for (flow, way) in &drawn.flows {
        let flow = &model.flows[*flow];
        for (node, spot) in [(flow.from, way.first().unwrap()), (flow.to, way.last().unwrap())] {
            let area = drawn.nodes[&node];
            let across = (area.x - 2..=area.right() + 2).contains(&spot.x);
            assert!(
                across && (area.y - 2..=area.bottom() + 2).contains(&spot.y),
                "{}\n{}",
                flow.id,
                write(model)
            );
        }
    }
}

/// No way runs through an element, unless both were drawn elsewhere.
fn ways_are_clear(model: &Model, drawn: &Layout, given: impl Fn(&str) -> bool) {
    for (flow, way) in &drawn.flows {
        let flow = &model.flows[*flow];
        let others = drawn.nodes.iter().filter(|(node, _)| {
            let both = given(&flow.id) && given(&model.nodes[**node].id);
            let same = !both && model.nodes[**node].scope == model.nodes[flow.from].scope;
            same && ![flow.from, flow.to].contains(node)
        });
        for (node, area) in others {
            for ends in way.windows(2) {
                let across = ends[0].x.min(ends[1].x) < area.right() && ends[0].x.max(ends[1].x) > area.x;
                let down = ends[0].y.min(ends[1].y) < area.bottom() && ends[0].y.max(ends[1].y) > area.y;
                assert!(!(across && down), "{} through {}\n{}", flow.id, model.nodes[*node].id, write(model));
            }
        }
    }
}

/// What is before or above of what, among elements that two drawings share.
fn order_is_kept(before: (&Model, &Layout), after: (&Model, &Layout)) {
    let shared: Vec<(Area, Area, &str)> = before
        .1
        .nodes
        .iter()
        .filter(|(node, _)| !matches!(before.0.nodes[**node].kind, NodeKind::Boundary { .. }))
        .filter_map(|(node, area)| {
            let id = before.0.nodes[*node].id.as_str();
            Some((*area, after.1.nodes[&after.0.index(id)?], id))
        })
        .collect();
    for (one, moved, id) in &shared {
        for (other, other_moved, other_id) in &shared {
            assert!(
                one.x >= other.x || moved.x < other_moved.x,
                "{id} before {other_id}\n{}",
                write(after.0)
            );
            assert!(one.y >= other.y || moved.y < other_moved.y, "{id} above {other_id}\n{}", write(after.0));
        }
    }
}

#[test]
fn a_new_step_stands_where_the_rest_makes_room_for_it() {
    let before = elsewhere(&model("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e"));
    let (was, names) = (drawing(&before), Names::open());
    let after = edit(&before, &Edit::After { of: "a".into(), new: new("x") }, &names).unwrap();
    let now = drawing(&after);
    let of = |model: &Model, layout: &Layout, id: &str| layout.nodes[&model.index(id).unwrap()];
    assert_eq!(of(&before, &was, "a"), of(&after, &now, "a"), "what comes before it does not move");
    let (x, b) = (of(&after, &now, "x"), of(&after, &now, "b"));
    assert_eq!((x.y, x.width, b.y), (b.y, 110, of(&before, &was, "b").y), "all on one line");
    assert!(of(&after, &now, "a").right() < x.x && x.right() < b.x);
    // Written and read again it stands there still; another change adds to it.
    let again = read(write(&after).as_bytes(), &names).unwrap();
    assert_eq!(drawing(&again), now);
    let beside = edit(&again, &Edit::InParallel { of: "b".into(), new: new("y") }, &names).unwrap();
    let beside_drawn = drawing(&beside);
    let y = of(&beside, &beside_drawn, "y");
    assert!(y.y > of(&beside, &beside_drawn, "b").bottom(), "what runs at once lies below");
    order_is_kept((&after, &now), (&beside, &beside_drawn));
    // What is ours altogether is drawn anew.
    let ours = model("start s\ntask a\ntask b\nend e\ns -> a\na -> b\nb -> e");
    assert!(!write(&ours).contains("placed=") && write(&after).contains("motcua:placed=\"elsewhere\""));
}

#[test]
fn steps_below_each_other_stay_below_each_other() {
    let upright =
        DRAWN.replace("x=\"400\" y=\"102\"", "x=\"102\" y=\"500\"").replace("y=\"300.4\"", "y=\"20\"");
    let before = read(upright.as_bytes(), &Names::open()).unwrap();
    let after = edit(&before, &Edit::After { of: "a".into(), new: new("x") }, &Names::open()).unwrap();
    let now = drawing(&after);
    let of = |id: &str| now.nodes[&after.index(id).unwrap()];
    assert!(of("a").bottom() < of("x").y && of("x").bottom() < of("e").y);
    let middle = |area: Area| area.x + area.width / 2;
    assert_eq!(middle(of("a")), middle(of("x")));
}

#[test]
fn a_step_makes_room_where_only_an_event_of_the_next_one_is_near() {
    let lines =
        "start s\ntask a\ntask h\nbeside t h timer PT8H\nend e\nend f\ns -> a\na -> h\nh -> e\nt -> f";
    let file = write(&model(lines)).replace("exporter=\"motcua\"", "exporter=\"another\"");
    let place = |file: String, id: &str, bounds: &str| {
        let (head, rest) = file.split_once(&format!("bpmnElement=\"{id}\"")).unwrap();
        let (inside, tail) = rest.split_once("<dc:Bounds ").unwrap();
        let (_, tail) = tail.split_once("/>").unwrap();
        format!("{head}bpmnElement=\"{id}\"{inside}<dc:Bounds {bounds}/>{tail}")
    };
    let file = place(file, "a", "x=\"100\" y=\"200\" width=\"100\" height=\"80\"");
    let file = place(file, "h", "x=\"260\" y=\"100\" width=\"100\" height=\"80\"");
    let file = place(file, "t", "x=\"310\" y=\"162\" width=\"36\" height=\"36\"");
    let before = read(file.as_bytes(), &Names::open()).unwrap();
    let after = edit(&before, &Edit::After { of: "a".into(), new: new("x") }, &Names::open()).unwrap();
    let drawn = drawing(&after);
    nothing_covers_anything(&after, &drawn);
    ways_hold(&after, &drawn);
}

/// Many drawings, random changes of each.
#[test]
fn whatever_is_added_to_a_drawing_leaves_the_rest_in_its_order() {
    let mut dice = Dice(20_261_126);
    let names = Names::open();
    let lines = "start s\ntask a\nand f\ntask b\ntask c\nand j\ntask d\nend e\ns -> a\na -> f\nf -> b\nf -> c\nb -> j\nc -> j\nj -> d\nd -> e";
    let mut whole = model(lines);
    for change in [
        Edit::Group { from: "d".into(), to: "d".into(), name: "Nhóm".into() },
        Edit::Overdue {
            step: "a".into(),
            time: "1h".into(),
            name: String::new(),
            then: Then::Do(Box::new(new("late"))),
        },
        Edit::Overdue { step: "d".into(), time: "1h".into(), name: String::new(), then: Then::Remind },
    ] {
        whole = edit(&whole, &change, &names).unwrap();
    }
    for round in 0..80 {
        let mut process = if round % 2 == 0 { elsewhere(&whole) } else { crowded(&whole) };
        for number in 0..8 {
            let change = any_change(&mut dice, &process, number);
            // What goes into another frame is drawn anew.
            if matches!(change, Edit::Group { .. } | Edit::Ungroup { .. }) {
                continue;
            }
            let Ok(next) = edit(&process, &change, &names) else { continue };
            let (was, now) = (drawing(&process), drawing(&next));
            nothing_covers_anything(&next, &now);
            ways_hold(&next, &now);
            order_is_kept((&process, &was), (&next, &now));
            let known = |id: &str| process.flow(id).is_some() || process.node(id).is_some();
            ways_are_clear(&next, &now, known);
            let again = read(write(&next).as_bytes(), &names).unwrap();
            assert!(write(&again).contains("motcua:placed"), "{change:?}");
            process = again;
        }
    }
}

/// What is drawn here altogether has no way through an element either.
#[test]
fn no_way_of_ours_runs_through_an_element() {
    let mut dice = Dice(20_261_127);
    for _ in 0..60 {
        let mut process = model("start s\ntask a\ntask b\ntask c\nend e\ns -> a\na -> b\nb -> c\nc -> e");
        for number in 0..10 {
            let change = any_change(&mut dice, &process, number);
            let Ok(next) = edit(&process, &change, &Names::open()) else { continue };
            process = next;
        }
        let drawn = drawing(&process);
        ways_are_clear(&process, &drawn, |_| false);
        ways_hold(&process, &drawn);
    }
}
