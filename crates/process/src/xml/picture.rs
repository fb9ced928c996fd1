//! Where another program drew everything: the diagram interchange of a file.

use crate::layout::{Area, Spot};
use crate::model::Positions;
use roxmltree::Node;

const DI: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
/// Pictures are no larger than this, in points; what is is not believed.
const EXTENT_MAX: f64 = 20_000.0;

/// The places of the elements, by their ids. What we drew ourselves is drawn anew, unless most of it has the places of
/// another program; so is what another one drew on several pages.
pub(super) fn read(root: Node) -> Positions {
    let mut positions = Positions::default();
    let pages: Vec<Node> = root.descendants().filter(|node| node.has_tag_name((DI, "BPMNDiagram"))).collect();
    let believed = match root.attribute((super::OURS, "placed")) {
        // We drew it in the file of another program.
        Some("here") => false,
        Some(_) => true,
        None => root.attribute("exporter") != Some("motcua") && pages.len() == 1,
    };
    if !believed {
        return positions;
    }
    let shapes = pages.iter().flat_map(|page| page.descendants());
    for drawn in shapes.filter(|node| node.tag_name().namespace() == Some(DI)) {
        let Some(element) = drawn.attribute("bpmnElement").map(super::local) else { continue };
        match drawn.tag_name().name() {
            "BPMNShape" => {
                if let Some(area) =
                    drawn.children().find(|child| child.tag_name().name() == "Bounds").and_then(area)
                {
                    positions.areas.insert(element.to_string(), area);
                }
            }
            "BPMNEdge" => {
                let spots = drawn.children().filter(|child| child.tag_name().name() == "waypoint");
                let way: Option<Vec<Spot>> = spots.map(spot).collect();
                if let Some(way) = way.filter(|way| way.len() > 1) {
                    positions.ways.insert(element.to_string(), way);
                }
            }
            _ => {}
        }
    }
    positions
}

fn number(node: Node, name: &str) -> Option<i32> {
    let number: f64 = node.attribute(name)?.trim().parse().ok()?;
    (number.abs() <= EXTENT_MAX).then_some(number.round() as i32)
}

fn area(node: Node) -> Option<Area> {
    let (x, y) = (number(node, "x")?, number(node, "y")?);
    let (width, height) = (number(node, "width")?, number(node, "height")?);
    (width > 0 && height > 0).then_some(Area { x, y, width, height })
}

fn spot(node: Node) -> Option<Spot> {
    Some(Spot { x: number(node, "x")?, y: number(node, "y")? })
}
