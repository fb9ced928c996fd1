//! Looking at every situation that what is left of a net can get into.
//!
//! Points wait for nothing but what comes by their own ways, so the order in which several of them act makes no difference:
//! those act first that nothing else can still come to, and the others wait. Only points that lead to each other are tried
//! in every order. What ends everything comes last: until then, everything else may happen.

use super::effort::{Meter, TooMuch};
use super::net::{END, Merge, Net, NetFlow, START, STOP, Split, TakenWhen};
use super::order;
use crate::model::NodeIndex;
use crate::problem::Trouble;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Ways of which any may be taken: all of their combinations are looked at.
const CHOICES_MAX: usize = 20;
/// Of more, what comes of one or two of them is looked at first: that is enough to find most of what is wrong.
const FEW_FIRST: usize = 8;
/// Of more, not every two are looked at together.
const PAIRS_MAX: usize = 64;
/// Behind the ways of a situation stand the counts of those that may be used up: which, and how often it was taken.
const COUNT: u32 = 1 << 31;
/// How many bits of a count say how often; no bound is greater.
const TIMES_BITS: u32 = 10;
/// A situation that is kept, beside its ways.
const SITUATION_BYTES: usize = 96;

pub(super) enum ExploreStop {
    /// What is wrong, and at which nodes.
    Wrong(Vec<(NodeIndex, Trouble)>),
    /// How many situations were looked at until it was enough.
    TooMuch { states: u32 },
}

/// The ways that hold a token, by their places in the order in which they are used up; then counts.
type Situation = Rc<[u32]>;

/// Whether it matters how often a way is taken at most. Where nothing is wrong though it may be taken for ever, nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExploreBounds {
    Passed,
    Kept,
}

/// How many situations there are, if none of them is wrong.
pub(super) fn explore(net: &Net, bounds: ExploreBounds, meter: &mut Meter) -> Result<u32, ExploreStop> {
    let maybe = |point: usize| {
        net.outgoing(point).iter().filter(|way| net.way(**way).role == TakenWhen::Maybe).count()
    };
    if net.points().any(|point| net.point(point).split == Split::Some && maybe(point) > FEW_FIRST) {
        let before = meter.left();
        meter.hold_back(4);
        let few = look(net, bounds, meter, true);
        meter.release(before.bytes);
        if let Err(ExploreStop::Wrong(wrong)) = few {
            return Err(ExploreStop::Wrong(wrong));
        }
    }
    look(net, bounds, meter, false)
}

/// All situations; or only those that come of few ways taken at once, of which none may be wrong for certain.
fn look(net: &Net, bounds: ExploreBounds, meter: &mut Meter, few: bool) -> Result<u32, ExploreStop> {
    let kept = meter.left().bytes;
    let order = order::of(net);
    let mut ways: Vec<usize> = net.ways().collect();
    ways.sort_by_key(|way| (order.rank(net.way(*way).to), net.way(*way).to));
    let places = ways.iter().enumerate().map(|(place, way)| (*way, place as u32)).collect();
    // What comes round no more is taken once.
    let again = |way: &usize| order.turns(order.rank(net.way(*way).from)) && net.way(*way).at_most.is_some();
    let counted = ways.iter().copied().filter(|way| bounds == ExploreBounds::Kept && again(way));
    let numbers = (0..COUNT >> TIMES_BITS).map(|number| COUNT | number << TIMES_BITS);
    let counted: HashMap<usize, u32> = counted.zip(numbers).collect();
    let mut explorer = Explorer {
        net,
        meter,
        few,
        order,
        ways,
        places,
        counted,
        wrong: BTreeSet::new(),
        acted: HashSet::new(),
        awaited: HashMap::new(),
        states: 0,
    };
    let whole = explorer.is_in_order().and_then(|()| explorer.all());
    if whole.is_ok() && !few && explorer.wrong.is_empty() {
        explorer.blame_what_never_acts();
    }
    let (stopped, states) = (explorer.stopped(), explorer.states);
    meter.release(kept);
    match (stopped, whole) {
        // What was found so far is certain.
        (Some(stopped), _) => Err(stopped),
        (None, Err(TooMuch)) => Err(ExploreStop::TooMuch { states }),
        (None, Ok(())) => Ok(states),
    }
}

struct Explorer<'a> {
    net: &'a Net,
    meter: &'a mut Meter,
    /// Of many ways that may be taken, only few at once.
    few: bool,
    order: order::Order,
    /// By place, and their places.
    ways: Vec<usize>,
    places: HashMap<usize, u32>,
    /// Of a way that may be used up: its count of no times.
    counted: HashMap<usize, u32>,
    wrong: BTreeSet<(NodeIndex, bool)>,
    /// Joins that were passed.
    acted: HashSet<usize>,
    /// Of an inclusive join and its ways that hold a token: the ways on which another keeps it waiting.
    awaited: HashMap<(usize, Vec<u32>), Rc<HashSet<u32>>>,
    /// Looked at so far.
    states: u32,
}

impl Explorer<'_> {
    fn all(&mut self) -> Result<(), TooMuch> {
        let mut begin: Vec<u32> = self.net.outgoing(START).iter().map(|way| self.places[way]).collect();
        begin.sort_unstable();
        let mut left: Vec<Situation> = vec![begin.into()];
        let mut seen: HashSet<Situation> = HashSet::new();
        let mut found = Vec::new();
        while let Some(situation) = left.pop() {
            self.states += 1;
            let turns = self.after(&situation, &mut found)?;
            // Where only one thing can follow, and nothing comes round again, what lies between need not be kept.
            let keep = turns || found.len() > 1;
            for next in found.drain(..) {
                self.meter.work(1 + next.len())?;
                if keep {
                    if seen.contains(&next[..]) {
                        continue;
                    }
                    self.meter.keep(SITUATION_BYTES + 4 * next.len())?;
                    seen.insert(next.clone());
                }
                left.push(next);
            }
        }
        Ok(())
    }

    /// What could come by a way that is full keeps no inclusive join waiting: nothing is taken of that where the way to it
    /// may be used up, for then what acts first makes a difference, and not all of it is looked at.
    fn is_in_order(&mut self) -> Result<(), TooMuch> {
        let net = self.net;
        let joins = |point: &usize| net.point(*point).merge == Merge::Some && net.incoming(*point).len() > 1;
        let gone: HashSet<usize> = self.counted.keys().copied().collect();
        let joins = net.points().filter(|_| !gone.is_empty()).filter(joins);
        for join in joins {
            for way in net.incoming(join) {
                let anyhow = self.leading_to(join, &[*way], false)?;
                let gone = |way: usize| gone.contains(&way);
                let lasting = self.leading_by(join, &[*way], false, gone)?;
                if anyhow.len() > lasting.len() {
                    return Err(TooMuch);
                }
            }
        }
        Ok(())
    }

    fn to(&self, place: u32) -> usize {
        self.net.way(self.ways[place as usize]).to
    }

    fn stopped(&self) -> Option<ExploreStop> {
        let trouble = |twice: bool| if twice { Trouble::NotSynchronised } else { Trouble::Deadlock };
        let wrong: Vec<_> = self.wrong.iter().map(|(node, twice)| (*node, trouble(*twice))).collect();
        (!wrong.is_empty()).then_some(ExploreStop::Wrong(wrong))
    }

    fn blame(&mut self, point: usize, twice: bool) {
        if let Some(node) = self.net.point(point).node {
            if self.wrong.is_empty() {
                // The others are looked for too, but not at any price.
                self.meter.hold_back(20);
            }
            self.wrong.insert((node, twice));
        }
    }

    /// A join that nothing ever gets through, though everything ends: what ends it ends it always.
    fn blame_what_never_acts(&mut self) {
        let joins = self.net.points().filter(|point| {
            let waits = matches!(self.net.point(*point).merge, Merge::All | Merge::Some);
            waits && self.net.incoming(*point).len() > 1 && !self.acted.contains(point)
        });
        for join in joins.collect::<Vec<_>>() {
            self.blame(join, false);
        }
    }

    /// What can follow a situation, and whether it may come round again.
    fn after(&mut self, situation: &Situation, found: &mut Vec<Situation>) -> Result<bool, TooMuch> {
        let mut acting = None;
        let (mut left, _) = situation.split_at(situation.partition_point(|place| *place < COUNT));
        while let Some(first) = left.first() {
            let point = self.to(*first);
            let more = left.iter().take_while(|place| self.to(**place) == point).count();
            let (full, others) = left.split_at(more);
            left = others;
            self.meter.work(2 + full.len())?;
            let (rank, merge) = (self.order.rank(point), self.net.point(point).merge);
            let later = acting.is_some_and(|acting| acting < rank);
            if later {
                break;
            }
            if point == STOP {
                return Ok(false);
            }
            let goes = match merge {
                Merge::All => full.len() == self.net.incoming(point).len(),
                Merge::Some => !self.more_may_come(point, full, situation)?,
                Merge::One | Merge::Any => true,
            };
            if !goes {
                continue;
            }
            acting = acting.or(Some(rank));
            if merge == Merge::One && full.len() > 1 {
                self.blame(point, true);
                found.clear();
                return Ok(false);
            }
            if merge != Merge::One {
                self.acted.insert(point);
            }
            self.act(point, full, situation, found)?;
        }
        if acting.is_none() {
            let holding = situation.iter().filter(|place| **place < COUNT);
            holding.for_each(|place| self.blame(self.to(*place), false));
        }
        Ok(acting.is_some_and(|rank| self.order.turns(rank)))
    }

    fn act(
        &mut self,
        point: usize,
        used: &[u32],
        situation: &Situation,
        found: &mut Vec<Situation>,
    ) -> Result<(), TooMuch> {
        let net = self.net;
        let open = |way: &&usize| self.may_be_taken(**way, situation);
        let out: Vec<usize> = net.outgoing(point).iter().filter(open).copied().collect();
        let rest: Vec<u32> =
            situation.iter().copied().filter(|way| used.binary_search(way).is_err()).collect();
        match net.point(point).split {
            Split::One => {
                for way in out {
                    self.add(&rest, &[way], found)?;
                }
            }
            Split::All => self.add(&rest, &out, found)?,
            Split::Some => {
                let of = |role: TakenWhen| -> Vec<usize> {
                    out.iter().copied().filter(|way| net.way(*way).role == role).collect()
                };
                let (always, maybe) = (of(TakenWhen::Always), of(TakenWhen::Maybe));
                if self.few && maybe.len() > FEW_FIRST {
                    for taken in self.few_of(&maybe) {
                        self.add(&rest, &[taken, always.clone()].concat(), found)?;
                    }
                    return Ok(());
                }
                if maybe.len() > CHOICES_MAX {
                    return Err(TooMuch);
                }
                for bits in 0..1u32 << maybe.len() {
                    let taken = maybe.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
                    let mut ways: Vec<usize> =
                        taken.map(|(_, way)| *way).chain(always.iter().copied()).collect();
                    if bits == 0 {
                        ways.extend(of(TakenWhen::Otherwise));
                    }
                    if !ways.is_empty() {
                        self.add(&rest, &ways, found)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn may_be_taken(&self, way: usize, situation: &Situation) -> bool {
        let Some(count) = self.counted.get(&way) else { return true };
        let taken = situation.iter().find(|place| is_of(**place, *count)).map_or(0, |place| place - count);
        self.net.way(way).at_most.is_none_or(|most| taken < most)
    }

    /// Each way alone, and two together: every two of some, of many those that lead to one point and those side by side.
    fn few_of(&self, maybe: &[usize]) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = maybe.iter().map(|way| vec![*way]).collect();
        if maybe.len() <= PAIRS_MAX {
            for (place, one) in maybe.iter().enumerate() {
                found.extend(maybe[place + 1..].iter().map(|other| vec![*one, *other]));
            }
            return found;
        }
        let mut beside = maybe.to_vec();
        found.extend(beside.windows(2).map(<[usize]>::to_vec));
        beside.sort_by_key(|way| self.net.way(*way).to);
        found.extend(beside.windows(2).map(<[usize]>::to_vec));
        found
    }

    /// A situation with tokens on more ways, unless one holds a token already.
    fn add(&mut self, rest: &[u32], ways: &[usize], found: &mut Vec<Situation>) -> Result<(), TooMuch> {
        self.meter.work(rest.len() + 4 * ways.len())?;
        let mut next = rest.to_vec();
        for way in ways {
            let to = self.net.way(*way).to;
            if let Some(count) = self.counted.get(way) {
                match next.iter_mut().find(|place| is_of(**place, *count)) {
                    Some(place) => *place += 1,
                    None => next.push(count + 1),
                }
            }
            if to == END {
                continue;
            }
            let place = self.places[way];
            if rest.binary_search(&place).is_ok() {
                // What ends everything ends it once.
                if to == STOP {
                    continue;
                }
                self.blame(to, true);
                return Ok(());
            }
            next.push(place);
        }
        next.sort_unstable();
        found.push(next.into());
        Ok(())
    }

    /// As the engine decides it: a token elsewhere can come by a way that is empty, and by none that is not.
    fn more_may_come(&mut self, join: usize, full: &[u32], situation: &Situation) -> Result<bool, TooMuch> {
        if full.len() == self.net.incoming(join).len() {
            return Ok(false);
        }
        let key = (join, full.to_vec());
        let awaited = match self.awaited.get(&key) {
            Some(awaited) => awaited.clone(),
            None => {
                let (here, empty): (Vec<usize>, Vec<usize>) = self
                    .net
                    .incoming(join)
                    .iter()
                    .partition(|way| full.binary_search(&self.places[way]).is_ok());
                let mut awaited = self.leading_to(join, &empty, true)?;
                for way in self.leading_to(join, &here, false)? {
                    awaited.remove(&way);
                }
                self.meter.keep(SITUATION_BYTES + 4 * full.len() + 8 * awaited.len())?;
                let awaited = Rc::new(awaited);
                self.awaited.insert(key, awaited.clone());
                awaited
            }
        };
        Ok(situation.iter().any(|way| awaited.contains(way)))
    }

    /// The ways from which these are come to without passing the join; what begins beside an activity is followed back or not.
    fn leading_to(&mut self, join: usize, ways: &[usize], edges: bool) -> Result<HashSet<u32>, TooMuch> {
        self.leading_by(join, ways, edges, |_| false)
    }

    /// The same, where some are not gone along.
    fn leading_by(
        &mut self,
        join: usize,
        ways: &[usize],
        edges: bool,
        gone: impl Fn(usize) -> bool,
    ) -> Result<HashSet<u32>, TooMuch> {
        let mut found = HashSet::new();
        let mut left = ways.to_vec();
        while let Some(way) = left.pop() {
            self.meter.work(8)?;
            let NetFlow { from, by_edge, .. } = self.net.way(way);
            if found.insert(self.places[&way]) && from != join && (edges || !by_edge) && !gone(way) {
                left.extend(self.net.incoming(from));
            }
        }
        // Those that lie before the join hold what is there, and not what is elsewhere.
        for way in self.net.incoming(join) {
            found.remove(&self.places[way]);
        }
        Ok(found)
    }
}

/// Whether this counts that way.
fn is_of(place: u32, count: u32) -> bool {
    place >> TIMES_BITS == count >> TIMES_BITS
}
