//! Where everything stands in the picture.

use super::{Writer, association};
use crate::layout::{Area, Layout, Spot, layout};
use crate::model::{Model, NodeKind, ScopeIndex};

/// The pictures alone, to stand in a file of another program.
pub(crate) fn drawings(model: &Model) -> String {
    let mut writer = Writer { model, text: String::new(), depth: 1 };
    for process in model.processes().filter(|process| !model.scopes[*process].nodes.is_empty()) {
        writer.drawing(process, layout(model, process));
    }
    // The file may call these by other prefixes, or not at all.
    let spaces = "<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" \
         xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" ";
    writer.text.replace("<bpmndi:BPMNDiagram ", spaces)
}

impl Writer<'_> {
    pub(super) fn drawing(&mut self, process: ScopeIndex, Layout { nodes, flows, lines, .. }: Layout) {
        let model = self.model;
        let id = &model.scopes[process].id;
        self.open("bpmndi:BPMNDiagram", &[("id", &format!("{id}-diagram"))]);
        self.open("bpmndi:BPMNPlane", &[("id", &format!("{id}-plane")), ("bpmnElement", id)]);
        for (node, area) in nodes {
            let node = &model.nodes[node];
            let holds = matches!(node.kind, NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. });
            let expanded = if holds { "true" } else { "" };
            let shape = format!("{}-shape", node.id);
            self.open(
                "bpmndi:BPMNShape",
                &[("id", &shape), ("bpmnElement", &node.id), ("isExpanded", expanded)],
            );
            self.bounds(area);
            self.close("bpmndi:BPMNShape");
        }
        let order = model.nodes.iter().flat_map(|node| &node.outgoing);
        let drawn = order.filter_map(|flow| Some((model.flows[*flow].id.clone(), flows.get(flow)?)));
        let beside = lines.iter().map(|(event, corners)| (association(&model.nodes[*event]), corners));
        for (id, corners) in drawn.chain(beside) {
            let edge = format!("{id}-edge");
            self.open("bpmndi:BPMNEdge", &[("id", &edge), ("bpmnElement", &id)]);
            for Spot { x, y } in corners {
                self.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())]);
            }
            self.close("bpmndi:BPMNEdge");
        }
        self.close("bpmndi:BPMNPlane");
        self.close("bpmndi:BPMNDiagram");
    }

    fn bounds(&mut self, area: Area) {
        let [x, y, width, height] =
            [area.x, area.y, area.width, area.height].map(|number| number.to_string());
        self.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
    }
}
