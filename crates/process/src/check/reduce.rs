//! Taking a net apart block by block.
//!
//! A few things make it smaller without making it better or worse: a point with one way in and one way out goes; several
//! ways between the same two points become one where the second puts together what the first took apart, and so do ways back
//! and ways beside the rest to the end; a split right after a split of its kind, or a merge right before one, becomes part
//! of it. Where nothing runs at once, what ends everything ends one thing. If one way from the start to the end is left, the
//! process was built of blocks and nothing in it can wait for ever or be done twice.

use super::effort::{Meter, TooMuch};
use super::net::{END, Merge, Net, Point, START, STOP, Split, TakenWhen};
use std::collections::{BTreeMap, VecDeque};

/// How far a net is made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reduction {
    /// As small as it gets: if more than one way is left, it says nothing of what comes to an end twice.
    Whole,
    /// What comes before an end, of one thing or of everything, is left, so that two that come there are seen.
    ButEnds,
}

pub(super) fn reduce(net: &mut Net, how: Reduction, meter: &mut Meter) -> Result<(), TooMuch> {
    shrink_all(net, how, meter)?;
    if !net.incoming(STOP).is_empty() && !net.runs_at_once() {
        meter.work(net.incoming(STOP).len())?;
        for way in net.incoming(STOP).clone() {
            net.lead_to(way, END);
        }
        shrink_all(net, how, meter)?;
    }
    Ok(())
}

/// Those that were touched are looked at again, each once however often it was: a point with many ways waits until all
/// around it is done.
fn shrink_all(net: &mut Net, how: Reduction, meter: &mut Meter) -> Result<(), TooMuch> {
    let mut left: VecDeque<usize> = net.points().collect();
    let mut waits = vec![false; net.size()];
    left.iter().for_each(|point| waits[*point] = true);
    while let Some(point) = left.pop_front() {
        waits[point] = false;
        if !net.has(point) {
            continue;
        }
        let touched = shrink(net, point, how, meter)?;
        let again = (!touched.is_empty()).then_some(point);
        for point in again.into_iter().chain(touched) {
            if !std::mem::replace(&mut waits[point], true) {
                left.push_back(point);
            }
        }
    }
    Ok(())
}

/// One thing that can be made smaller at a point: the points to look at again.
fn shrink(net: &mut Net, point: usize, how: Reduction, meter: &mut Meter) -> Result<Vec<usize>, TooMuch> {
    meter.work(1)?;
    let inner = point > STOP;
    let before_end = only(net, point, true).is_some_and(|way| [END, STOP].contains(&net.way(way).to));
    if inner
        && (how == Reduction::Whole || !before_end)
        && let Some(touched) = net.pass_over(point)
    {
        return Ok(touched.to_vec());
    }
    let touched = join_ways(net, point, meter)?;
    if !touched.is_empty() {
        return Ok(touched);
    }
    if let Some(to) = drop_way_back(net, point, meter)? {
        return Ok(vec![to]);
    }
    if drop_ways_to_end(net, point, meter)? {
        return Ok(vec![END]);
    }
    if inner { absorb(net, point, meter) } else { Ok(Vec::new()) }
}

/// The only way out of a point, or into it.
fn only(net: &Net, point: usize, out: bool) -> Option<usize> {
    let ways = if out { net.outgoing(point) } else { net.incoming(point) };
    if ways.len() == 1 { ways.first().copied() } else { None }
}

/// Ways to one point become one, where it puts together what was taken apart.
fn join_ways(net: &mut Net, point: usize, meter: &mut Meter) -> Result<Vec<usize>, TooMuch> {
    meter.work(net.outgoing(point).len())?;
    if net.outgoing(point).len() < 2 {
        return Ok(Vec::new());
    }
    let mut by_end: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for way in net.outgoing(point) {
        by_end.entry(net.way(*way).to).or_default().push(*way);
    }
    let split = net.point(point).split;
    let mut touched = Vec::new();
    for (to, ways) in by_end.into_iter().filter(|(_, ways)| ways.len() > 1) {
        let merge = net.point(to).merge;
        if !fits(split, merge) {
            continue;
        }
        let roles: Vec<TakenWhen> = ways.iter().map(|way| net.way(*way).role).collect();
        let [first, others @ ..] = ways.as_slice() else { continue };
        let edges = ways.iter().all(|way| net.way(*way).by_edge);
        for way in others {
            net.remove_way(*way);
        }
        let mut kept = net.remove_way(*first);
        let maybe = |way: &usize| net.way(*way).role == TakenWhen::Maybe;
        kept.by_edge = edges;
        kept.role = match roles.as_slice() {
            roles if roles.contains(&TakenWhen::Always) => TakenWhen::Always,
            // One of them is taken, whatever holds, unless something else is.
            roles if roles.contains(&TakenWhen::Otherwise) && !net.outgoing(point).iter().any(maybe) => {
                TakenWhen::Always
            }
            _ => TakenWhen::Maybe,
        };
        net.add_way(kept);
        touched.push(to);
    }
    if !touched.is_empty() && split == Split::Some {
        settle_split(net, point);
    }
    Ok(touched)
}

/// Where all ways are taken always, they are all taken.
fn settle_split(net: &mut Net, point: usize) {
    if net.outgoing(point).iter().all(|way| net.way(*way).role == TakenWhen::Always) {
        net.set_split(point, Split::All);
    }
}

fn fits(split: Split, merge: Merge) -> bool {
    match (split, merge) {
        (_, Merge::Any) => true,
        (Split::One, Merge::One) | (Split::All, Merge::All) => true,
        // An inclusive join waits for what comes and for no more.
        (_, Merge::Some) => true,
        _ => false,
    }
}

/// A loop: from a choice straight back to where ways of a choice come together.
fn drop_way_back(net: &mut Net, point: usize, meter: &mut Meter) -> Result<Option<usize>, TooMuch> {
    if net.point(point).split != Split::One || net.outgoing(point).len() < 2 {
        return Ok(None);
    }
    meter.work(net.outgoing(point).len())?;
    let back = net.outgoing(point).iter().copied().find(|way| {
        let to = net.way(*way).to;
        let alone = to != point && only(net, to, true).is_some_and(|way| net.way(way).to == point);
        let here = to == point;
        net.point(to).merge == Merge::One
            && (here || (alone && net.incoming(point).len() == 1))
            && net.incoming(to).len() > 1
    });
    Ok(back.map(|back| net.remove_way(back).to))
}

/// What runs beside the rest and has come to its end has no more to do with it.
fn drop_ways_to_end(net: &mut Net, point: usize, meter: &mut Meter) -> Result<bool, TooMuch> {
    let split = net.point(point).split;
    if split == Split::One || net.outgoing(point).len() < 2 {
        return Ok(false);
    }
    meter.work(net.outgoing(point).len())?;
    let always = |way: &usize| split == Split::All || net.way(*way).role == TakenWhen::Always;
    let ended: Vec<usize> =
        net.outgoing(point).iter().copied().filter(|way| net.way(*way).to == END).collect();
    let goes_on = net.outgoing(point).iter().any(|way| always(way) && net.way(*way).to != END);
    if ended.is_empty() || !goes_on {
        return Ok(false);
    }
    for way in ended {
        net.remove_way(way);
    }
    settle_split(net, point);
    Ok(true)
}

/// A split right behind one of its kind becomes part of it; likewise a merge right before one. What has fewer ways moves.
fn absorb(net: &mut Net, point: usize, meter: &mut Meter) -> Result<Vec<usize>, TooMuch> {
    let here = net.point(point);
    if let Some(way) = only(net, point, false) {
        let from = net.way(way).from;
        let before = net.point(from);
        let same = before.split == here.split && here.split != Split::Some;
        if same
            && from != point
            && from > STOP
            && net.outgoing(from).len() > 1
            && net.outgoing(point).len() > 1
        {
            net.remove_way(way);
            return melt(net, from, point, Point { split: here.split, ..before }, meter);
        }
    }
    if let Some(way) = only(net, point, true) {
        let to = net.way(way).to;
        let after = net.point(to);
        let same = after.merge == here.merge && matches!(here.merge, Merge::One | Merge::All);
        if same && to != point && net.incoming(point).len() > 1 && net.incoming(to).len() > 1 {
            net.remove_way(way);
            return melt(net, to, point, after, meter);
        }
    }
    Ok(Vec::new())
}

/// Two points become one, which is like the first.
fn melt(
    net: &mut Net,
    one: usize,
    other: usize,
    like: Point,
    meter: &mut Meter,
) -> Result<Vec<usize>, TooMuch> {
    let ways = |point: usize| net.incoming(point).len() + net.outgoing(point).len();
    let (kept, gone) = if ways(one) < ways(other) && one > STOP { (other, one) } else { (one, other) };
    meter.work(ways(gone))?;
    for way in net.incoming(gone).clone() {
        net.lead_to(way, kept);
    }
    for way in net.outgoing(gone).clone() {
        net.lead_from(way, kept);
    }
    net.remove_point(gone);
    net.set_point(kept, like);
    debug_assert!(kept != START && kept != END);
    Ok(vec![kept])
}
