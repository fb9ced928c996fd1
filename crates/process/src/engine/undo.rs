//! Going back to an earlier step: what came of it is undone, what did not stays. Nothing is deleted; the way back is a
//! movement like every other.

use super::{Finished, Marking, Moved, Token};
use std::collections::BTreeSet;

/// Every movement of a process so far, in order.
pub type Past<'a> = &'a [&'a Moved];

/// Going back, as a movement, with the tokens all that came of the step had.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    pub moved: Moved,
    pub tokens: BTreeSet<u32>,
}

/// The movement that brings a token back to where it stood when it left: all that came of its leaving goes, and what
/// was used up together with it returns. Nothing if the token never left, if it was one of several, or if the activity
/// around it has ended.
pub fn undo(past: Past, now: &Marking, token: u32) -> Option<Undone> {
    let left_in = past.iter().position(|moved| moved.left.contains(&token))?;
    let mut before = Marking::default();
    past[..left_in].iter().for_each(|moved| before.apply(moved));
    let back = before.token(token)?.clone();
    // One of several is counted as done with the others.
    if back.item.is_some() || (back.within != 0 && now.token(back.within).is_none()) {
        return None;
    }
    // Whatever a movement brought forth comes of all it used up.
    let mut undone: BTreeSet<u32> = BTreeSet::from([token]);
    let mut returned: Vec<Token> = Vec::new();
    let mut settled: Vec<Finished> = Vec::new();
    let mut standing = before;
    for moved in &past[left_in..] {
        // What went back already comes of what it stands for, and of nothing else; what was undone then stays undone.
        if !moved.returned.is_empty() {
            let of_it = moved.returned.iter().filter(|(_, old)| undone.contains(old)).map(|(new, _)| *new);
            let of_it: Vec<u32> = of_it.collect();
            undone.extend(of_it);
            returned.retain(|token| moved.undone.binary_search(&token.id).is_err());
            standing.apply(moved);
            continue;
        }
        // A token that is not as it was brought forth what is new beside it: something happened on its edge.
        let touched = moved.left.iter().any(|id| undone.contains(id))
            || moved.entered.iter().any(|entered| undone.contains(&entered.id))
            || moved.entered.iter().any(|entered| undone.contains(&entered.within));
        if touched {
            let used = moved.left.iter().filter(|id| !undone.contains(id));
            returned.extend(used.filter_map(|id| standing.token(*id)).cloned());
            let again = standing.finished.iter().filter(|own| moved.settled.contains(&own.token));
            settled.extend(again.cloned());
            let kept = |entered: &&Token| standing.token(entered.id).is_none();
            undone.extend(moved.entered.iter().filter(kept).map(|entered| entered.id));
        }
        standing.apply(moved);
    }
    let mut entered: Vec<Token> = Vec::new();
    let mut stand_for = Vec::new();
    let mut last = now.last;
    // A token that returns is another one, with the same work before it.
    for token in std::iter::once(back).chain(returned) {
        if token.within != 0 && now.token(token.within).is_none() {
            return None;
        }
        last += 1;
        stand_for.push((last, token.id));
        entered.push(Token { id: last, ..token });
    }
    let left = now.tokens.iter().map(|token| token.id).filter(|id| undone.contains(id)).collect();
    let passed = entered.iter().take(1).map(|token| token.at.clone()).collect();
    let known: BTreeSet<u32> = past.iter().flat_map(|moved| moved.undone.iter().copied()).collect();
    let all = undone.difference(&known).copied().collect();
    let (finished, settled) = still_returnable(past, now, settled, &undone);
    let moved = Moved {
        passed,
        left,
        entered,
        returned: stand_for,
        undone: all,
        last,
        finished,
        settled,
        ..Moved::default()
    };
    Some(Undone { moved, tokens: undone })
}

/// What can be returned after going back and could not before, and what no longer can: what was done and is undone is
/// not there to be returned, and what was returned by what is undone can be again.
fn still_returnable(
    past: Past,
    now: &Marking,
    returned: Vec<Finished>,
    undone: &BTreeSet<u32>,
) -> (Vec<Finished>, Vec<u32>) {
    let known = |own: &Finished| now.finished.iter().any(|other| other.token == own.token);
    let mut again: Vec<Finished> =
        returned.into_iter().filter(|own| !undone.contains(&own.token) && !known(own)).collect();
    if again.is_empty() {
        let gone = now.finished.iter().map(|own| own.token).filter(|token| undone.contains(token));
        return (again, gone.collect());
    }
    // All of it anew, in the order in which it was done.
    again.extend(now.finished.iter().filter(|own| !undone.contains(&own.token)).cloned());
    let done: Vec<u32> = past.iter().flat_map(|moved| &moved.finished).map(|own| own.token).collect();
    again.sort_by_key(|own| done.iter().position(|token| *token == own.token));
    (again, now.finished.iter().map(|own| own.token).collect())
}
