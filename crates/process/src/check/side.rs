//! Ways beside the rest: where a loop parts into ways of which some are taken at once, and from one of them on nothing
//! leads back to the others, what follows it is a net of its own. It comes to its end by itself, and where it is begun
//! again meanwhile, as a reminder in a loop is, it runs twice and nothing meets that should not.

use super::effort::{Meter, TooMuch};
use super::net::{END, Merge, Net, NetFlow, START, STOP, Split, TakenWhen};
use super::order;
use std::collections::{BTreeSet, HashMap, VecDeque};

/// The net without its ways beside, and each of those.
pub(super) fn apart(net: Net, meter: &mut Meter) -> Result<Vec<Net>, TooMuch> {
    let (mut left, mut found) = (vec![net], Vec::new());
    while let Some(mut net) = left.pop() {
        for beside in find(&net, meter)? {
            // What lies in one that was taken out is looked at there.
            if net.has(beside.of) && beside.ways.iter().all(|way| net.has_way(*way)) {
                left.push(taken_out(&mut net, &beside));
            }
        }
        found.push(net);
    }
    Ok(found)
}

/// Some of the ways out of a point, and what is come to by them alone.
struct Beside {
    of: usize,
    ways: Vec<usize>,
    points: BTreeSet<usize>,
}

/// The points of ways beside become a net of their own; the ways lead to the end.
fn taken_out(net: &mut Net, beside: &Beside) -> Net {
    let mut part = Net::default();
    part.add_point(None, Merge::One, Split::All);
    part.add_point(None, Merge::Any, Split::One);
    part.add_point(None, Merge::Any, Split::One);
    let of = net.point(beside.of);
    let first = part.add_point(of.node, Merge::One, of.split);
    part.add_way(NetFlow { from: START, to: first, role: TakenWhen::Always, by_edge: false, at_most: None });
    if beside.ways.len() < net.outgoing(beside.of).len() && of.split == Split::Some {
        // Something else may be taken instead.
        part.add_way(NetFlow {
            from: first,
            to: END,
            role: TakenWhen::Always,
            by_edge: false,
            at_most: None,
        });
    }
    let mut places = HashMap::from([(END, END)]);
    for point in &beside.points {
        let found = net.point(*point);
        places.insert(*point, part.add_point(found.node, found.merge, found.split));
    }
    let mut role = TakenWhen::Maybe;
    for way in &beside.ways {
        let way = net.remove_way(*way);
        if way.role == TakenWhen::Always {
            role = TakenWhen::Always;
        }
        part.add_way(NetFlow { from: first, to: places[&way.to], ..way });
    }
    net.add_way(NetFlow { from: beside.of, to: END, role, by_edge: true, at_most: None });
    for point in &beside.points {
        for way in net.outgoing(*point).clone() {
            let way = net.remove_way(way);
            part.add_way(NetFlow { from: places[&way.from], to: places[&way.to], ..way });
        }
    }
    beside.points.iter().for_each(|point| net.remove_point(*point));
    part
}

/// The ways beside, of points that lie in a loop.
fn find(net: &Net, meter: &mut Meter) -> Result<Vec<Beside>, TooMuch> {
    meter.work(4 * net.size())?;
    let loops = order::of(net);
    let parts = |point: &usize| {
        net.point(*point).split != Split::One
            && net.outgoing(*point).len() > 1
            && loops.turns(loops.rank(*point))
    };
    let parting: Vec<usize> = net.points().filter(|point| *point > STOP).filter(parts).collect();
    if parting.is_empty() {
        return Ok(Vec::new());
    }
    let order = from_start(net);
    let only_by = only_by(net, &order, meter)?;
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); net.size()];
    order.iter().skip(1).for_each(|point| below[only_by[*point]].push(*point));
    let inside = numbered(&below);
    let holds =
        |outer: usize, point: usize| inside[outer].0 < inside[point].0 && inside[point].1 <= inside[outer].1;
    let mut found = Vec::new();
    for of in order.into_iter().filter(|point| parting.contains(point)) {
        let mut groups: Vec<(Vec<usize>, BTreeSet<usize>)> = Vec::new();
        // An activity does not go on beside what happens on its edge; what happens goes on beside it.
        let edge = net.outgoing(of).iter().any(|way| net.way(*way).by_edge);
        for way in net.outgoing(of).iter().filter(|way| !edge || net.way(**way).by_edge) {
            let Some(points) = reached(net, *way, |point| holds(of, point), meter)? else { continue };
            let (same, others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|(_, other)| !other.is_disjoint(&points));
            groups = others;
            let (mut ways, mut points) = (vec![*way], points);
            for (more, also) in same {
                ways.extend(more);
                points.extend(also);
            }
            groups.push((ways, points));
        }
        found.extend(
            groups
                .into_iter()
                .filter(|(ways, points)| {
                    let by = |way: &usize| ways.contains(way) || points.contains(&net.way(*way).from);
                    !points.is_empty() && points.iter().all(|point| net.incoming(*point).iter().all(by))
                })
                .map(|(ways, points)| Beside { of, ways, points }),
        );
    }
    Ok(found)
}

/// All that a way leads to until the end, if none of it is come to otherwise and nothing in it ends the rest.
fn reached(
    net: &Net,
    way: usize,
    within: impl Fn(usize) -> bool,
    meter: &mut Meter,
) -> Result<Option<BTreeSet<usize>>, TooMuch> {
    let (mut found, mut left) = (BTreeSet::new(), VecDeque::from([net.way(way).to]));
    while let Some(point) = left.pop_front() {
        meter.work(4)?;
        if point == END {
            continue;
        }
        if point == STOP || !within(point) {
            return Ok(None);
        }
        if found.insert(point) {
            left.extend(net.outgoing(point).iter().map(|way| net.way(*way).to));
        }
    }
    Ok(Some(found))
}

/// The points that are come to, each before those it leads to but for ways back.
fn from_start(net: &Net) -> Vec<usize> {
    let mut seen = vec![false; net.size()];
    let (mut order, mut walk) = (Vec::new(), vec![(START, net.outgoing(START).iter())]);
    seen[START] = true;
    while let Some((point, ways)) = walk.last_mut() {
        match ways.next().map(|way| net.way(*way).to) {
            Some(to) if to > STOP && !std::mem::replace(&mut seen[to], true) => {
                walk.push((to, net.outgoing(to).iter()));
            }
            Some(_) => {}
            None => {
                order.push(*point);
                walk.pop();
            }
        }
    }
    order.reverse();
    order
}

/// Of each point the nearest other that no way to it avoids (its immediate dominator, after Cooper, Harvey and Kennedy).
fn only_by(net: &Net, order: &[usize], meter: &mut Meter) -> Result<Vec<usize>, TooMuch> {
    const NONE: usize = usize::MAX;
    let mut place = vec![NONE; net.size()];
    order.iter().enumerate().for_each(|(at, point)| place[*point] = at);
    let mut found = vec![NONE; net.size()];
    found[START] = START;
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for point in order.iter().skip(1) {
            let mut nearest = NONE;
            for way in net.incoming(*point) {
                let from = net.way(*way).from;
                if place[from] == NONE || found[from] == NONE {
                    continue;
                }
                let (mut one, mut other) = (from, if nearest == NONE { from } else { nearest });
                while one != other {
                    meter.work(1)?;
                    if place[one] > place[other] {
                        one = found[one];
                    } else {
                        other = found[other];
                    }
                }
                nearest = one;
            }
            meter.work(1 + net.incoming(*point).len())?;
            changed |= std::mem::replace(&mut found[*point], nearest) != nearest;
        }
    }
    Ok(found)
}

/// Of each point of a tree a first and a last number: those below it lie between.
fn numbered(below: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut numbers = vec![(0, 0); below.len()];
    let (mut next, mut walk) = (1, vec![(START, below[START].iter())]);
    while let Some((point, left)) = walk.last_mut() {
        match left.next() {
            Some(inner) => {
                numbers[*inner].0 = next;
                next += 1;
                walk.push((*inner, below[*inner].iter()));
            }
            None => {
                numbers[*point].1 = next;
                walk.pop();
            }
        }
    }
    numbers
}
