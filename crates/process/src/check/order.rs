//! In which order the points of a net act: each after all that lead to it. Points that lead to each other are of one rank.

use super::net::{END, Net, STOP};

pub(super) struct Order {
    ranks: Vec<u32>,
    turns: Vec<bool>,
}

impl Order {
    pub fn rank(&self, point: usize) -> u32 {
        self.ranks[point]
    }

    /// Whether what acts at this rank may come round again.
    pub fn turns(&self, rank: u32) -> bool {
        self.turns.get(rank as usize).copied().unwrap_or(false)
    }
}

pub(super) fn of(net: &Net) -> Order {
    let (mut ranks, mut turns) = (vec![0; net.size()], Vec::new());
    let next = |point: usize| net.outgoing(point).iter().map(|way| net.way(*way).to);
    for (rank, component) in components(net.size(), net.points(), next).iter().rev().enumerate() {
        let itself = |point: &usize| next(*point).any(|to| to == *point);
        turns.push(component.len() > 1 || component.iter().any(itself));
        component.iter().for_each(|point| ranks[*point] = rank as u32);
    }
    ranks[END] = u32::MAX;
    ranks[STOP] = u32::MAX;
    Order { ranks, turns }
}

/// What leads to each other, together, by Tarjan and without recursion: he finds the last ones first.
pub(super) fn components<I: Iterator<Item = usize>>(
    size: usize,
    roots: impl Iterator<Item = usize>,
    next: impl Fn(usize) -> I,
) -> Vec<Vec<usize>> {
    const NEW: u32 = u32::MAX;
    let (mut number, mut low, mut on_stack) = (vec![NEW; size], vec![0u32; size], vec![false; size]);
    let (mut stack, mut count, mut found) = (Vec::new(), 0u32, Vec::new());
    let mut walk: Vec<(usize, I)> = Vec::new();
    for root in roots {
        let mut entered = (number[root] == NEW).then_some(root);
        loop {
            if let Some(point) = entered.take() {
                (number[point], low[point]) = (count, count);
                count += 1;
                stack.push(point);
                on_stack[point] = true;
                walk.push((point, next(point)));
            }
            let Some((point, left)) = walk.last_mut() else { break };
            let point = *point;
            if let Some(to) = left.next() {
                if number[to] == NEW {
                    entered = Some(to);
                } else if on_stack[to] {
                    low[point] = low[point].min(number[to]);
                }
                continue;
            }
            walk.pop();
            if let Some((before, _)) = walk.last() {
                low[*before] = low[*before].min(low[point]);
            }
            if low[point] == number[point] {
                let begins = stack.iter().rposition(|member| *member == point).unwrap_or(0);
                let component = stack.split_off(begins);
                component.iter().for_each(|member| on_stack[*member] = false);
                found.push(component);
            }
        }
    }
    found
}
