//! Looking at every situation that what is left of a drawing can get into.

use super::blocks::{END, How, Net, START};
use crate::model::NodeIndex;
use crate::problem::Trouble;
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

/// Ways out of one inclusive choice, all of whose combinations are looked at.
const CHOICES_MAX: usize = 10;

pub(super) enum Stopped {
    /// What is wrong, and at which nodes.
    Wrong(Vec<(NodeIndex, Trouble)>),
    Budget,
}

/// The ways that hold a token, in order.
type Situation = Vec<u32>;

/// How many situations there are, if none of them is wrong.
pub(super) fn explore(net: &Net, states_max: u32) -> Result<u32, Stopped> {
    let begin: Situation = net.outgoing(START).iter().map(|way| *way as u32).collect();
    let mut explorer = Explorer { net, wrong: BTreeSet::new(), leads: HashMap::new() };
    let mut seen: HashSet<Situation> = HashSet::from([begin.clone()]);
    let mut left = VecDeque::from([begin]);
    while let Some(situation) = left.pop_front() {
        for next in explorer.after(&situation)? {
            if seen.len() >= states_max as usize {
                // What was found so far is certain.
                return Err(explorer.stopped().unwrap_or(Stopped::Budget));
            }
            if seen.insert(next.clone()) {
                left.push_back(next);
            }
        }
    }
    match explorer.stopped() {
        Some(stopped) => Err(stopped),
        None => Ok(seen.len() as u32),
    }
}

struct Explorer<'a> {
    net: &'a Net,
    wrong: BTreeSet<(NodeIndex, bool)>,
    /// The ways from which a way can be come to without passing a point.
    leads: HashMap<(usize, usize), HashSet<usize>>,
}

impl Explorer<'_> {
    fn stopped(&self) -> Option<Stopped> {
        let trouble = |twice: bool| if twice { Trouble::NotSynchronised } else { Trouble::Deadlock };
        let wrong: Vec<_> = self.wrong.iter().map(|(node, twice)| (*node, trouble(*twice))).collect();
        (!wrong.is_empty()).then_some(Stopped::Wrong(wrong))
    }

    fn blame(&mut self, point: usize, twice: bool) {
        if let Some(node) = self.net.points[&point].node {
            self.wrong.insert((node, twice));
        }
    }

    fn after(&mut self, situation: &Situation) -> Result<Vec<Situation>, Stopped> {
        let mut found = Vec::new();
        let mut moves = false;
        let here: BTreeSet<usize> = situation.iter().map(|way| self.net.ways[&(*way as usize)].1).collect();
        for point in &here {
            for used in self.uses(*point, situation) {
                moves = true;
                self.fire(*point, &used, situation, &mut found)?;
            }
        }
        if !moves {
            for point in here {
                self.blame(point, false);
            }
        }
        Ok(found)
    }

    /// What a point may use up now: one way, or several together.
    fn uses(&mut self, point: usize, situation: &Situation) -> Vec<Vec<u32>> {
        let incoming = self.net.incoming(point);
        let full: Vec<u32> =
            incoming.iter().map(|way| *way as u32).filter(|way| situation.contains(way)).collect();
        match self.net.points[&point].merges {
            How::All if full.len() < incoming.len() => Vec::new(),
            How::Some if self.more_may_come(point, &full, situation) => Vec::new(),
            How::All | How::Some => vec![full],
            How::One | How::Beside | How::Often | How::Whatever => {
                if full.len() > 1 {
                    self.blame(point, true);
                }
                full.into_iter().map(|way| vec![way]).collect()
            }
        }
    }

    fn fire(
        &mut self,
        point: usize,
        used: &[u32],
        situation: &Situation,
        found: &mut Vec<Situation>,
    ) -> Result<(), Stopped> {
        let out = self.net.outgoing(point);
        let rest: Situation = situation.iter().copied().filter(|way| !used.contains(way)).collect();
        let combinations: Vec<Vec<usize>> = match self.net.points[&point].splits {
            How::One => out.iter().map(|way| vec![*way]).collect(),
            How::All | How::Whatever => vec![out.to_vec()],
            How::Some if out.len() > CHOICES_MAX => return Err(Stopped::Budget),
            How::Some => (1..1usize << out.len())
                .map(|bits| {
                    (0..out.len()).filter(|place| bits >> place & 1 == 1).map(|place| out[place]).collect()
                })
                .collect(),
            How::Beside | How::Often => {
                // The way on is the last that was made; the event's own came before it or after it.
                let often = if self.net.points[&point].splits == How::Often { 2 } else { 1 };
                let on = self.net.way_on(point);
                let beside: Vec<usize> = out.iter().copied().filter(|way| *way != on).collect();
                (0..=often)
                    .map(|times| {
                        std::iter::once(on).chain((0..times).flat_map(|_| beside.iter().copied())).collect()
                    })
                    .collect()
            }
        };
        for ways in combinations {
            if let Some(next) = self.add(rest.clone(), &ways) {
                found.push(next);
            }
        }
        Ok(())
    }

    /// A situation with tokens on more ways; nothing where one holds a token already.
    fn add(&mut self, mut situation: Situation, ways: &[usize]) -> Option<Situation> {
        for way in ways {
            let (_, to) = self.net.ways[way];
            if to == END {
                continue;
            }
            match situation.binary_search(&(*way as u32)) {
                Ok(_) => {
                    self.blame(to, true);
                    return None;
                }
                Err(place) => situation.insert(place, *way as u32),
            }
        }
        Some(situation)
    }

    /// As the engine decides it: a token elsewhere can come by a way that is empty, and by none that is not.
    fn more_may_come(&mut self, point: usize, full: &[u32], situation: &Situation) -> bool {
        let incoming = self.net.incoming(point);
        let (here, empty): (Vec<usize>, Vec<usize>) =
            incoming.iter().copied().partition(|way| full.contains(&(*way as u32)));
        let elsewhere: Vec<usize> =
            situation.iter().map(|way| *way as usize).filter(|way| !incoming.contains(way)).collect();
        elsewhere.into_iter().any(|way| {
            let comes =
                |explorer: &mut Self, by: &[usize]| by.iter().any(|by| explorer.leads_to(point, *by, way));
            comes(self, &empty) && !comes(self, &here)
        })
    }

    fn leads_to(&mut self, point: usize, by: usize, from: usize) -> bool {
        let net = self.net;
        let found = self.leads.entry((point, by)).or_insert_with(|| {
            let mut found = HashSet::new();
            let mut left = vec![by];
            while let Some(way) = left.pop() {
                if found.insert(way) {
                    let (before, _) = net.ways[&way];
                    if before != point {
                        left.extend(net.incoming(before));
                    }
                }
            }
            found
        });
        found.contains(&from)
    }
}
