//! A changed model in the file it came in. The file before and the file after are both as this program would write them;
//! what differs between the two is changed in the file that is there, and all else in it stays: what other programs drew and
//! keep beside, their own words at a step, and the places of the picture.

mod merge;
mod picture;
mod tree;

use super::read::{parse, read_with_ids};
use super::write::{said, write};
use super::{BPMN, OURS};
use crate::model::Model;
use crate::names::Names;
use merge::FileMerge;
use std::collections::{BTreeMap, HashMap};
use tree::{Prefixes, Tree};

const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
const DI: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
const DC: &str = "http://www.omg.org/spec/DD/20100524/DC";
const LINES: &str = "http://www.omg.org/spec/DD/20100524/DI";
/// The words that may have to be said, and how they are called where a file does not call them otherwise.
const NEEDED: [(&str, &str); 6] =
    [("bpmn", BPMN), ("xsi", INSTANCE), ("motcua", OURS), ("bpmndi", DI), ("dc", DC), ("di", LINES)];

/// The file with a change of what was read from it. Where that cannot be said in it so that it is read as it is meant, the
/// file is written anew.
pub fn rewrite(source: &str, before: &Model, after: &Model) -> String {
    kept(source, before, after).unwrap_or_else(|| write(after))
}

/// The same, or nothing where it would have to be written anew.
pub fn kept(source: &str, before: &Model, after: &Model) -> Option<String> {
    let document = parse(source).ok()?;
    let (_, mut made) = read_with_ids(source, &Names::open()).ok()?;
    let known = |id: &String| before.node(id).is_some() || before.flow(id).is_some();
    made.retain(|_, id| known(id) || before.scopes.iter().any(|scope| scope.id == *id));
    let mut tree = Tree::of(&document, &made);
    let [base, ours] = [before, after].map(said);
    let of = |text: &str| Some(Tree::of(&parse(text).ok()?, &HashMap::new()));
    let (base, ours) = (of(&base)?, of(&ours)?);
    let prefixes = Prefixes::of_root(&mut tree, &NEEDED);
    let gone = FileMerge::of(&mut tree, &base, &ours, &prefixes).merged()?;
    picture::redraw(&mut tree, &prefixes, after, &gone)?;
    let text = tree.written();
    means(&text, source, before, after).then_some(text)
}

/// Whether a file says what a model does; and of what was not changed, what it said before.
fn means(text: &str, source: &str, before: &Model, after: &Model) -> bool {
    let all = [text, source, &said(before), &said(after)].map(told);
    let [Some(now), Some(was), Some(base), Some(ours)] = all else { return false };
    let ids = now.keys().chain(ours.keys());
    ids.into_iter().all(|id| {
        let same = base.get(id) == ours.get(id) && was.get(id) == now.get(id);
        same || now.get(id) == ours.get(id)
    })
}

/// What a file says of each element, as it is read here.
fn told(text: &str) -> Option<BTreeMap<String, String>> {
    let read = super::read::read_text(text, &Names::open()).ok()?;
    let again = said(&read);
    let document = parse(&again).ok()?;
    let tree = Tree::of(&document, &HashMap::new());
    Some(tree.by_id().into_iter().map(|(id, at)| (id, merge::told(&tree, at))).collect())
}
