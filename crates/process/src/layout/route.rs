//! A way round what stands between two elements, where the plain one would run through it: along the edges of what is
//! drawn, with few bends.

use super::{Area, Spot};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// How far from an element a way runs, or where all is crowded at least; and how much a bend counts as against a point of
/// length.
const CLEAR: [i32; 2] = [10, 4];
const BEND: i32 = 40;
/// Leaving or coming upwards or downwards is done only where it helps.
const ASIDE: i32 = 30;
/// Among more elements than these no other way is looked for: it would take long.
const AMONG_MAX: usize = 80;

/// Whether a way runs through one of some elements.
pub(super) fn crosses(way: &[Spot], among: &[Area]) -> bool {
    way.windows(2).any(|ends| among.iter().any(|area| hits(ends[0], ends[1], area, 0)))
}

/// Whether a straight piece comes into an element, or within `near` points of it.
fn hits(one: Spot, other: Spot, area: &Area, near: i32) -> bool {
    one.x.min(other.x) < area.right() + near
        && one.x.max(other.x) > area.x - near
        && one.y.min(other.y) < area.bottom() + near
        && one.y.max(other.y) > area.y - near
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Axis {
    Across,
    Down,
}

/// A place of the search: column and row of the lines that are looked at, and along which axis it was come to.
type RouteState = (usize, usize, Axis);

/// The corners of a way from one element to another among others; from the bottom only where it begins on an edge.
pub(super) fn around(from: Area, to: Area, edge: bool, among: &[Area]) -> Option<Vec<Spot>> {
    if among.len() > AMONG_MAX {
        return None;
    }
    CLEAR.into_iter().find_map(|clear| search(from, to, edge, among, clear))
}

fn search(from: Area, to: Area, edge: bool, among: &[Area], clear: i32) -> Option<Vec<Spot>> {
    let spot = |x, y| Spot { x, y };
    let (from_x, to_x) = (from.x + from.width / 2, to.x + to.width / 2);
    // Where it touches the element, where it is clear of it, along which axis, and what that counts.
    let mut begins =
        vec![(spot(from_x, from.bottom()), spot(from_x, from.bottom() + clear), Axis::Down, ASIDE)];
    if !edge {
        begins.push((
            spot(from.right(), from.middle()),
            spot(from.right() + clear, from.middle()),
            Axis::Across,
            0,
        ));
        begins.push((spot(from_x, from.y), spot(from_x, from.y - clear), Axis::Down, ASIDE));
    }
    let ends = [
        (spot(to.x, to.middle()), spot(to.x - clear, to.middle()), Axis::Across, 0),
        (spot(to_x, to.y), spot(to_x, to.y - clear), Axis::Down, ASIDE),
        (spot(to_x, to.bottom()), spot(to_x, to.bottom() + clear), Axis::Down, ASIDE),
    ];
    let all: Vec<Area> = among.iter().copied().chain([from, to]).collect();
    let lines = |of: &dyn Fn(&Area) -> [i32; 2], own: &dyn Fn(&Spot) -> i32| -> Vec<i32> {
        let off = begins.iter().map(|begin| own(&begin.1)).chain(ends.iter().map(|end| own(&end.1)));
        let mut lines: Vec<i32> = all.iter().flat_map(of).chain(off).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    };
    let xs = lines(&|area| [area.x - clear, area.right() + clear], &|spot| spot.x);
    let ys = lines(&|area| [area.y - clear, area.bottom() + clear], &|spot| spot.y);
    let at = |spot: &Spot| Some((xs.binary_search(&spot.x).ok()?, ys.binary_search(&spot.y).ok()?));
    let place = |column: usize, row: usize| spot(xs[column], ys[row]);
    let free = |one: Spot, other: Spot| !all.iter().any(|area| hits(one, other, area, clear - 2));
    let mut best: BTreeMap<RouteState, (i32, Option<RouteState>)> = BTreeMap::new();
    let mut open = BinaryHeap::new();
    for (_, off, axis, cost) in &begins {
        let (column, row) = at(off)?;
        if free(*off, *off) {
            open.push(Reverse((*cost, (column, row, *axis), None::<RouteState>)));
        }
    }
    while let Some(Reverse((cost, here, before))) = open.pop() {
        if best.contains_key(&here) {
            continue;
        }
        best.insert(here, (cost, before));
        let (column, row, axis) = here;
        let beside = [
            (column.checked_sub(1).map(|column| (column, row)), Axis::Across),
            ((column + 1 < xs.len()).then_some((column + 1, row)), Axis::Across),
            (row.checked_sub(1).map(|row| (column, row)), Axis::Down),
            ((row + 1 < ys.len()).then_some((column, row + 1)), Axis::Down),
        ];
        for (next, along) in beside {
            let Some((to_column, to_row)) = next else { continue };
            let (one, other) = (place(column, row), place(to_column, to_row));
            if free(one, other) {
                let length = (one.x - other.x).abs() + (one.y - other.y).abs();
                let bend = if along == axis { 0 } else { BEND };
                open.push(Reverse((cost + length + bend, (to_column, to_row, along), Some(here))));
            }
        }
    }
    let arrivals = ends.iter().filter_map(|(touch, off, axis, aside)| {
        let (column, row) = at(off)?;
        let reached = [Axis::Across, Axis::Down]
            .map(|along| ((column, row, along), if along == *axis { 0 } else { BEND }));
        Some((touch, reached, *aside))
    });
    let arrivals = arrivals.flat_map(|(touch, reached, aside)| {
        let known =
            reached.into_iter().filter_map(|(place, bend)| Some((best.get(&place)?.0 + bend + aside, place)));
        known.map(|(cost, place)| (cost, place, *touch)).collect::<Vec<_>>()
    });
    let (_, last, touch) = arrivals.min_by_key(|(cost, place, _)| (*cost, *place))?;
    let mut way = vec![touch];
    let mut here = Some(last);
    while let Some(place_here) = here {
        way.push(place(place_here.0, place_here.1));
        here = best[&place_here].1;
    }
    let first = way.last().copied()?;
    way.push(begins.iter().find(|(_, off, ..)| *off == first)?.0);
    way.reverse();
    Some(straightened(way))
}

/// Without what lies on a straight piece.
fn straightened(way: Vec<Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for spot in way {
        while let [.., one, other] = kept.as_slice()
            && ((one.x == other.x && other.x == spot.x) || (one.y == other.y && other.y == spot.y))
        {
            kept.pop();
        }
        kept.push(spot);
    }
    kept
}
