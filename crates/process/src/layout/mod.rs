//! Where everything stands in a drawing. Positions are whole points, the origin at the top left.

mod drawn;
mod own;
mod route;
mod way;

use crate::model::{FlowIndex, Model, NodeIndex, NodeKind, ScopeIndex};
use std::collections::BTreeMap;
pub use way::ways_back;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub x: i32,
    pub y: i32,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub nodes: BTreeMap<NodeIndex, Area>,
    /// The corners of each flow, from its source to its target.
    pub flows: BTreeMap<FlowIndex, Vec<Spot>>,
    /// The corners of the lines from events to what returns something by them: no token goes there.
    pub lines: BTreeMap<NodeIndex, Vec<Spot>>,
    pub width: i32,
    pub height: i32,
    /// Most of it stands where another program drew it.
    pub(crate) given: bool,
}

/// Between the edge of a drawing and what stands in it.
const MARGIN: i32 = 30;

impl Area {
    fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The smallest that holds both.
    fn around(self, other: &Area) -> Area {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Area { x, y, width: right - x, height: bottom - y }
    }

    /// Whether a way may begin or end at a spot.
    fn touches(&self, spot: &Spot) -> bool {
        let (across, down) = (self.x - 2..=self.right() + 2, self.y - 2..=self.bottom() + 2);
        across.contains(&spot.x) && down.contains(&spot.y)
    }

    pub(crate) fn holds(&self, other: &Area) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }
}

/// Lays out a process with all that lies inside of it: what another program drew stays where it was drawn.
pub fn layout(model: &Model, process: ScopeIndex) -> Layout {
    let mut layout = drawn::drawn(model, process).unwrap_or_else(|| {
        let mut layout = own::scope(model, process);
        layout.width += MARGIN;
        layout.height += MARGIN;
        layout
    });
    for (event, area) in &layout.nodes {
        if let NodeKind::Compensation { by: Some(by), .. } = model.nodes[*event].kind {
            layout.lines.extend(layout.nodes.get(&by).map(|by| (*event, line(area, by))));
        }
    }
    layout
}

/// Down or up from an event, and across to what returns something by it.
fn line(event: &Area, by: &Area) -> Vec<Spot> {
    let x = event.x + event.width / 2;
    let y = if by.middle() > event.middle() { event.bottom() } else { event.y };
    if (by.x..=by.right()).contains(&x) {
        let end = if by.y > y { by.y } else { by.bottom() };
        return vec![Spot { x, y }, Spot { x, y: end }];
    }
    let end = if by.x > x { by.x } else { by.right() };
    vec![Spot { x, y }, Spot { x, y: by.middle() }, Spot { x: end, y: by.middle() }]
}
