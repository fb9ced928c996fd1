//! The picture of a changed file: what was drawn stays where it stood to each other, what is new gets its place, and what
//! is drawn beside goes along with what it stands at.

use super::tree::{At, Attribute, Child, FileElement, Prefixes, Tree};
use super::{DC, DI, LINES};
use crate::layout::{Area, Layout, Spot, layout};
use crate::model::{Model, NodeKind, ScopeIndex};
use crate::xml::{OURS, local};
use std::collections::{HashMap, HashSet};

/// Between pools, and where their names stand.
const POOL_HEAD: i32 = 30;
/// What holds others, by the element its shape stands for.
const HOLDERS: [&str; 2] = ["participant", "lane"];

/// Draws the model in the file; nothing where there is no place for a picture.
pub(super) fn redraw(
    tree: &mut Tree,
    prefixes: &Prefixes,
    model: &Model,
    gone: &HashSet<String>,
) -> Option<()> {
    let drawn: Vec<ScopeIndex> =
        model.processes().filter(|process| !model.scopes[*process].nodes.is_empty()).collect();
    let layouts: Vec<(ScopeIndex, Layout)> =
        drawn.iter().map(|process| (*process, layout(model, *process))).collect();
    let pages: Vec<At> = tree.inner(tree.root).filter(|at| of_di(tree.element(*at), "BPMNDiagram")).collect();
    let given = !layouts.is_empty() && layouts.iter().all(|(_, layout)| layout.given);
    let mut sheet = PictureInFile { tree, prefixes, model, shapes: HashMap::new(), moved: HashMap::new() };
    match (pages.as_slice(), given) {
        ([page], true) => sheet.kept(*page, &layouts, gone),
        ([page], false) => sheet.redrawn(*page, &layouts, gone),
        _ => sheet.anew(&pages, &layouts, gone),
    }
}

struct PictureInFile<'a> {
    tree: &'a mut Tree,
    prefixes: &'a Prefixes,
    model: &'a Model,
    /// Shapes and edges, by the element they stand for.
    shapes: HashMap<String, At>,
    /// How far what is known was moved.
    moved: HashMap<String, (Area, Spot)>,
}

impl PictureInFile<'_> {
    /// In the picture there is.
    fn kept(&mut self, page: At, layouts: &[(ScopeIndex, Layout)], gone: &HashSet<String>) -> Option<()> {
        self.read(page, gone);
        let plane = self.tree.inner(page).find(|at| of_di(self.tree.element(*at), "BPMNPlane"))?;
        // Pools stand below each other: what grows pushes those below it.
        let mut grown = 0;
        let mut below = Vec::new();
        let top = |(process, _): &&(ScopeIndex, Layout)| {
            let nodes = self.model.scopes[*process].nodes.iter();
            let tops = nodes.filter_map(|node| self.area(&self.model.nodes[*node].id));
            tops.map(|area| area.y).min().unwrap_or(i32::MAX)
        };
        let mut ordered: Vec<&(ScopeIndex, Layout)> = layouts.iter().collect();
        ordered.sort_by_key(top);
        for (_, layout) in ordered {
            // The picture of a model begins at its corner; here it stays where it was.
            let known: Vec<(Area, Area)> = layout
                .nodes
                .iter()
                .filter_map(|(node, area)| Some((*area, self.area(&self.model.nodes[*node].id)?)))
                .collect();
            let left = known.iter().map(|(now, was)| now.x - was.x).min().unwrap_or(0);
            let up = known.iter().map(|(now, was)| now.y - was.y).min().unwrap_or(0);
            let shift = Spot { x: -left, y: grown - up };
            let lowest = known.iter().map(|(_, was)| was.bottom()).max();
            below.push((lowest.unwrap_or(i32::MIN), grown));
            grown += known.iter().map(|(now, was)| now.y - was.y - up).max().unwrap_or(0);
            self.place(plane, layout, shift);
        }
        self.beside(Some(&below));
        Some(())
    }

    /// In the picture there is, but each process in its pool laid out by us. Lanes are no part of that.
    fn redrawn(&mut self, page: At, layouts: &[(ScopeIndex, Layout)], gone: &HashSet<String>) -> Option<()> {
        self.read(page, gone);
        let plane = self.tree.inner(page).find(|at| of_di(self.tree.element(*at), "BPMNPlane"))?;
        let (model, ids) = (self.model, self.tree.by_id());
        let is =
            |sheet: &Self, id: &String, name: &str| ids.get(id).is_some_and(|at| sheet.tree.is(*at, name));
        let lanes: Vec<String> = self.shapes.keys().filter(|id| is(self, id, "lane")).cloned().collect();
        for lane in lanes {
            let shape = self.shapes.remove(&lane);
            shape.into_iter().for_each(|shape| self.tree.take_out(shape));
        }
        let mut pools: Vec<(String, At, Option<String>)> = Vec::new();
        for (id, shape) in &self.shapes {
            if is(self, id, "participant") {
                let runs = ids.get(id).and_then(|at| self.tree.element(*at).said("processRef"));
                pools.push((id.clone(), *shape, runs.map(|runs| local(runs).to_string())));
            }
        }
        pools.sort();
        let (mut top, mut widest) = (0, POOL_HEAD);
        let drawn: Vec<&String> = layouts.iter().map(|(process, _)| &model.scopes[*process].id).collect();
        for (process, layout) in layouts {
            let id = &model.scopes[*process].id;
            let pool = pools.iter().find(|(.., runs)| runs.as_ref() == Some(id)).map(|(_, shape, _)| *shape);
            let head = if pool.is_some() { POOL_HEAD } else { 0 };
            self.place(plane, layout, Spot { x: head, y: top });
            let area = Area { x: 0, y: top, width: layout.width + head, height: layout.height };
            pool.into_iter().for_each(|pool| self.set_bounds(pool, area));
            (top, widest) = (top + layout.height + POOL_HEAD, widest.max(area.width));
        }
        for (_, shape, runs) in &pools {
            let Some(was) = self.bounds(*shape) else { continue };
            if !runs.as_ref().is_some_and(|runs| drawn.contains(&runs)) {
                self.set_bounds(*shape, Area { x: 0, y: top, width: widest, ..was });
                top += was.height + POOL_HEAD;
            }
        }
        self.beside(None);
        self.is_ours();
        Some(())
    }

    /// The picture is of this program, so that it is not kept to where it was.
    fn is_ours(&mut self) {
        let root = self.tree.root;
        let placed = Attribute { space: Some(OURS.into()), ..Attribute::plain("placed", "here") };
        let prefix = self.prefixes.of(Some(OURS)).to_string();
        self.tree.elements[root].say(Attribute { prefix, ..placed });
    }

    /// On pages of our own, as where nothing was drawn.
    fn anew(&mut self, pages: &[At], layouts: &[(ScopeIndex, Layout)], gone: &HashSet<String>) -> Option<()> {
        for page in pages {
            self.read(*page, gone);
            self.tree.take_out(*page);
        }
        let old = std::mem::take(&mut self.shapes);
        let model = self.model;
        let areas: HashMap<String, Area> =
            old.iter().filter_map(|(id, at)| Some((id.clone(), self.bounds(*at)?))).collect();
        let mut planes = Vec::new();
        for (process, layout) in layouts {
            let id = &model.scopes[*process].id;
            let page = self.made(DI, "BPMNDiagram", &[("id", &format!("{id}-diagram"))]);
            let plane = self.made(DI, "BPMNPlane", &[("id", &format!("{id}-plane")), ("bpmnElement", id)]);
            self.tree.put_last(page, self.tree.root);
            self.tree.put_last(plane, page);
            self.place(plane, layout, Spot { x: 0, y: 0 });
            for (node, area) in &layout.nodes {
                let id = &model.nodes[*node].id;
                if let Some(was) = areas.get(id) {
                    let by = Spot { x: area.x - was.x, y: area.y - was.y };
                    self.moved.insert(id.clone(), (*was, by));
                    planes.push((id.clone(), plane));
                }
            }
        }
        // What explains a step goes to it; pools and lanes are not drawn.
        let known: HashSet<&String> = self.shapes.keys().collect();
        let ids = self.tree.by_id();
        let holder = |id: &String| {
            let at = ids.get(id).copied();
            at.is_none_or(|at| HOLDERS.iter().any(|name| self.tree.is(at, name)))
        };
        let mut rest: Vec<(String, At)> =
            old.into_iter().filter(|(id, _)| !known.contains(id) && !holder(id)).collect();
        rest.sort();
        for (id, at) in rest {
            let near = self.anchor(&id, at);
            let plane = planes.iter().find(|(own, _)| near.as_ref() == Some(own)).or(planes.first());
            if let Some((_, plane)) = plane {
                self.tree.take_out(at);
                self.tree.put_last(at, *plane);
                self.shapes.insert(id, at);
            }
        }
        self.beside(None);
        self.is_ours();
        Some(())
    }

    fn read(&mut self, page: At, gone: &HashSet<String>) {
        let mut left = vec![page];
        let mut loose = Vec::new();
        while let Some(at) = left.pop() {
            left.extend(self.tree.inner(at));
            let element = self.tree.element(at);
            if !of_di(element, "BPMNShape") && !of_di(element, "BPMNEdge") {
                continue;
            }
            let Some(id) = element.said("bpmnElement").map(|id| local(id).to_string()) else { continue };
            match gone.contains(&id) {
                true => loose.push(at),
                false => drop(self.shapes.entry(id).or_insert(at)),
            }
        }
        loose.into_iter().for_each(|at| self.tree.take_out(at));
    }

    /// All of a process.
    fn place(&mut self, plane: At, layout: &Layout, shift: Spot) {
        let model = self.model;
        let at = |area: &Area| Area { x: area.x + shift.x, y: area.y + shift.y, ..*area };
        for (node, area) in &layout.nodes {
            let (node, area) = (&model.nodes[*node], at(area));
            match self.shapes.get(&node.id).copied() {
                Some(own) => {
                    let Some(was) = self.bounds(own) else { continue };
                    if was != area {
                        self.set_bounds(own, area);
                    }
                    let by = Spot { x: area.x - was.x, y: area.y - was.y };
                    self.move_label(own, by);
                    self.moved.insert(node.id.clone(), (was, by));
                }
                None => {
                    let shape = format!("{}-shape", node.id);
                    let mut said = vec![("id", shape.as_str()), ("bpmnElement", &node.id)];
                    if matches!(node.kind, NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. }) {
                        said.push(("isExpanded", "true"));
                    }
                    let shape = self.made(DI, "BPMNShape", &said);
                    self.tree.put_last(shape, plane);
                    let bounds = self.made(DC, "Bounds", &[]);
                    self.tree.put_last(bounds, shape);
                    self.set_bounds(shape, area);
                    self.shapes.insert(node.id.clone(), shape);
                }
            }
        }
        let ways = layout.flows.iter().filter(|(flow, _)| !model.flows[**flow].link);
        let ways = ways.map(|(flow, way)| (model.flows[*flow].id.clone(), way));
        let lines = layout.lines.iter();
        let lines = lines.map(|(event, way)| (format!("{}-returned-by", model.nodes[*event].id), way));
        let stands = self.tree.by_id();
        for (id, way) in ways.chain(lines.filter(|(id, _)| stands.contains_key(id))) {
            let way: Vec<Spot> =
                way.iter().map(|spot| Spot { x: spot.x + shift.x, y: spot.y + shift.y }).collect();
            match self.shapes.get(&id).copied() {
                Some(own) if self.way(own) == way => {}
                Some(own) => {
                    // A name that stood beside the line finds its place anew.
                    let label = self.tree.inner(own).find(|at| of_di(self.tree.element(*at), "BPMNLabel"));
                    label.into_iter().for_each(|label| self.tree.take_out(label));
                    self.set_way(own, &way);
                }
                None => {
                    let edge = format!("{id}-edge");
                    let edge = self.made(DI, "BPMNEdge", &[("id", &edge), ("bpmnElement", &id)]);
                    self.tree.put_last(edge, plane);
                    self.set_way(edge, &way);
                    self.shapes.insert(id, edge);
                }
            }
        }
    }

    /// What is drawn and is neither step nor flow goes along; pools and lanes where they are kept as they were drawn.
    fn beside(&mut self, below: Option<&[(i32, i32)]>) {
        if self.moved.values().all(|(_, by)| *by == Spot { x: 0, y: 0 }) {
            return;
        }
        let ids = self.tree.by_id();
        let model = self.model;
        let own = |id: &String| model.node(id).is_some() || model.flow(id).is_some();
        let mut rest: Vec<(String, At)> =
            self.shapes.clone().into_iter().filter(|(id, _)| !own(id)).collect();
        rest.sort();
        let (lines, shapes): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|(_, at)| of_di(self.tree.element(*at), "BPMNEdge"));
        let mut holders = Vec::new();
        for (id, at) in &shapes {
            let place = ids.get(id).copied();
            if place.is_some_and(|place| HOLDERS.iter().any(|name| self.tree.is(place, name))) {
                holders.push((id.clone(), *at));
                continue;
            }
            let Some(area) = self.bounds(*at) else { continue };
            let near = self.anchor(id, *at).and_then(|near| self.moved.get(&near).copied());
            let by = near.map_or(Spot { x: 0, y: 0 }, |(_, by)| by);
            self.set_bounds(*at, Area { x: area.x + by.x, y: area.y + by.y, ..area });
            self.move_label(*at, by);
            self.moved.insert(id.clone(), (area, by));
        }
        if let Some(below) = below {
            self.grow(&holders, below);
        }
        for (id, at) in &lines {
            let Some(line) = ids.get(id).copied() else { continue };
            let ends = ["sourceRef", "targetRef"].map(|end| self.end(line, end));
            let by = |end: &Option<String>| {
                let moved = end.as_ref().and_then(|end| self.moved.get(end));
                moved.map_or(Spot { x: 0, y: 0 }, |(_, by)| *by)
            };
            let (first, last) = (by(&ends[0]), by(&ends[1]));
            let mut way = self.way(*at);
            let corners = way.len();
            for (place, spot) in way.iter_mut().enumerate() {
                let by = if place + 1 == corners { last } else { first };
                (spot.x, spot.y) = (spot.x + by.x, spot.y + by.y);
            }
            if first != (Spot { x: 0, y: 0 }) || last != (Spot { x: 0, y: 0 }) {
                self.set_way(*at, &way);
            }
        }
    }

    /// Pools and lanes are as large as what lies in them now needs.
    fn grow(&mut self, holders: &[(String, At)], below: &[(i32, i32)]) {
        let inside = |area: &Area, spot: &Area| {
            let (x, y) = (spot.x + spot.width / 2, spot.y + spot.height / 2);
            (area.x..=area.right()).contains(&x) && (area.y..=area.bottom()).contains(&y)
        };
        let mut all: Vec<(String, At, Area, Area)> = Vec::new();
        for (id, at) in holders {
            let Some(was) = self.bounds(*at) else { continue };
            let held = self.moved.values().filter(|(area, _)| inside(&was, area));
            let (mut down, mut low, mut right) = (i32::MAX, 0, 0);
            for (_, by) in held {
                (down, low, right) = (down.min(by.y), low.max(by.y), right.max(by.x));
            }
            // Nothing known lies in it: those above it grew.
            let pushed = below.iter().filter(|(lowest, _)| *lowest <= was.y).map(|(_, grown)| *grown).max();
            let down = if down == i32::MAX { pushed.unwrap_or(0) } else { down };
            let low = low.max(down);
            let now =
                Area { x: was.x, y: was.y + down, width: was.width + right, height: was.height + low - down };
            all.push((id.clone(), *at, was, now));
        }
        // What lies beside each other in one stays so: as wide as it, and up to the next below.
        let before: Vec<(Area, Area)> = all.iter().map(|(_, _, was, now)| (*was, *now)).collect();
        for (_, at, was, now) in &all {
            let around = before.iter().filter(|(other, _)| other.holds(was));
            let right = around.map(|(other, larger)| larger.right() - other.right()).max().unwrap_or(0);
            let inner = before.iter().filter(|(other, _)| was.holds(other));
            let (mut bottom, mut wide) = (now.bottom(), now.width.max(was.width + right));
            for (other, larger) in inner {
                bottom = bottom.max(larger.bottom() + was.bottom() - other.bottom());
                wide = wide.max(was.width + larger.width - other.width);
            }
            let next = before.iter().filter(|(other, _)| other.y == was.bottom() && other.x == was.x);
            let bottom = next.map(|(_, moved)| moved.y).max().unwrap_or(bottom).max(bottom);
            self.set_bounds(*at, Area { width: wide, height: bottom - now.y, ..*now });
        }
    }

    /// What a shape goes along with: what a line leads to from it, else the nearest.
    fn anchor(&self, id: &str, at: At) -> Option<String> {
        let lines = self.tree.all().into_iter().filter(|line| {
            let name = &self.tree.element(*line).name;
            name.ends_with("ssociation") || name == "messageFlow"
        });
        let joined = lines.filter_map(|line| {
            let ends = ["sourceRef", "targetRef"].map(|end| self.end(line, end));
            match ends {
                [Some(from), other] if from == id => other,
                [other, Some(to)] if to == id => other,
                _ => None,
            }
        });
        let own = self.bounds(at)?;
        let far = |area: &Area| {
            let across = (2 * area.x + area.width - 2 * own.x - own.width).abs();
            across + (2 * area.y + area.height - 2 * own.y - own.height).abs()
        };
        let nearest = self.moved.iter().min_by_key(|(id, (area, _))| (far(area), (*id).clone()));
        joined.into_iter().find(|other| self.moved.contains_key(other)).or(nearest.map(|(id, _)| id.clone()))
    }

    /// One end of a line; of data, what the data goes to is what the line lies in.
    fn end(&self, line: At, end: &str) -> Option<String> {
        let said = self.tree.element(line).said(end).map(|id| local(id).to_string());
        let written = || {
            let at = self.tree.inner(line).find(|at| self.tree.is(*at, end))?;
            Some(local(&self.tree.text(at)).to_string())
        };
        let found = said.or_else(written);
        let of_data = self.tree.element(line).name.starts_with("data");
        let around = || self.tree.element(self.tree.element(line).parent?).id().map(str::to_string);
        match found {
            Some(id) if self.shapes.contains_key(&id) => Some(id),
            _ if of_data => around(),
            found => found,
        }
    }

    fn area(&self, id: &str) -> Option<Area> {
        self.bounds(*self.shapes.get(id)?)
    }

    fn bounds(&self, shape: At) -> Option<Area> {
        let at = self.tree.inner(shape).find(|at| self.tree.element(*at).name == "Bounds")?;
        let number = |name: &str| -> Option<i32> {
            let number: f64 = self.tree.element(at).said(name)?.trim().parse().ok()?;
            Some(number.round() as i32)
        };
        Some(Area { x: number("x")?, y: number("y")?, width: number("width")?, height: number("height")? })
    }

    fn set_bounds(&mut self, shape: At, area: Area) {
        let Some(at) = self.tree.inner(shape).find(|at| self.tree.element(*at).name == "Bounds") else {
            return;
        };
        if self.bounds(shape) == Some(area) {
            return;
        }
        for (name, number) in [("x", area.x), ("y", area.y), ("width", area.width), ("height", area.height)] {
            self.tree.elements[at].say(Attribute::plain(name, &number.to_string()));
        }
    }

    /// A name that has a place of its own.
    fn move_label(&mut self, shape: At, by: Spot) {
        if by == (Spot { x: 0, y: 0 }) {
            return;
        }
        let Some(label) = self.tree.inner(shape).find(|at| of_di(self.tree.element(*at), "BPMNLabel")) else {
            return;
        };
        if let Some(area) = self.bounds(label) {
            self.set_bounds(label, Area { x: area.x + by.x, y: area.y + by.y, ..area });
        }
    }

    fn way(&self, edge: At) -> Vec<Spot> {
        let spots = self.tree.inner(edge).filter(|at| self.tree.element(*at).name == "waypoint");
        let number = |at: At, name: &str| -> Option<i32> {
            let number: f64 = self.tree.element(at).said(name)?.trim().parse().ok()?;
            Some(number.round() as i32)
        };
        spots.filter_map(|at| Some(Spot { x: number(at, "x")?, y: number(at, "y")? })).collect()
    }

    fn set_way(&mut self, edge: At, way: &[Spot]) {
        let old: Vec<At> =
            self.tree.inner(edge).filter(|at| self.tree.element(*at).name == "waypoint").collect();
        old.into_iter().for_each(|at| self.tree.take_out(at));
        let mut last = None;
        for spot in way {
            let (x, y) = (spot.x.to_string(), spot.y.to_string());
            let corner = self.made(LINES, "waypoint", &[("x", &x), ("y", &y)]);
            self.tree.put_in(corner, edge, last);
            last = Some(corner);
        }
    }

    fn made(&mut self, space: &str, name: &str, said: &[(&str, &str)]) -> At {
        let attributes = said.iter().map(|(name, value)| Attribute::plain(name, value)).collect();
        self.tree.elements.push(FileElement {
            prefix: self.prefixes.of(Some(space)).to_string(),
            name: name.to_string(),
            space: Some(space.to_string()),
            declared: Vec::new(),
            attributes,
            children: Vec::<Child>::new(),
            parent: None,
        });
        self.tree.elements.len() - 1
    }
}

fn of_di(element: &FileElement, name: &str) -> bool {
    element.name == name && element.space.as_deref() == Some(DI)
}
