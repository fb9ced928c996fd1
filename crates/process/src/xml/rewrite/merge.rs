//! What differs between two files of ours is changed in a third.

use super::tree::{At, Attribute, Child, Prefixes, Tree};
use crate::xml::{BPMN, OURS, local};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is drawn beside the steps and the flows and may lie in a sub-process.
const ARTIFACTS: [&str; 8] = [
    "textAnnotation",
    "association",
    "group",
    "dataObject",
    "dataObjectReference",
    "dataStoreReference",
    "property",
    "dataStore",
];
/// Children that say one by one what an element goes with.
const REFERENCES: [&str; 3] = ["incoming", "outgoing", "flowNodeRef"];
/// Children of a timer, of which one is said.
const TIMES: [&str; 3] = ["timeDate", "timeDuration", "timeCycle"];
/// Attributes that name what several elements share.
const SHARED: [&str; 4] = ["messageRef", "signalRef", "errorRef", "escalationRef"];

pub(super) struct FileMerge<'a> {
    tree: &'a mut Tree,
    base: &'a Tree,
    ours: &'a Tree,
    prefixes: &'a Prefixes,
    /// Elements of the file, by their ids.
    places: HashMap<String, At>,
    base_ids: HashMap<String, At>,
    ours_ids: HashMap<String, At>,
    /// Those that went.
    gone: HashSet<String>,
}

impl<'a> FileMerge<'a> {
    pub fn of(tree: &'a mut Tree, base: &'a Tree, ours: &'a Tree, prefixes: &'a Prefixes) -> FileMerge<'a> {
        let (places, base_ids, ours_ids) = (tree.by_id(), base.by_id(), ours.by_id());
        FileMerge { tree, base, ours, prefixes, places, base_ids, ours_ids, gone: HashSet::new() }
    }

    /// Changes the file; gives what went from it, or nothing where that cannot be done.
    pub fn merged(mut self) -> Option<HashSet<String>> {
        let mut copied: HashSet<At> = HashSet::new();
        for at in self.ours.all() {
            let element = self.ours.element(at);
            let Some(id) = element.id().filter(|_| element.space.as_deref() == Some(BPMN)) else { continue };
            if at == self.ours.root || copied.contains(&at) || self.ours_ids.get(id) != Some(&at) {
                continue;
            }
            match (self.base_ids.get(id).copied(), self.places.get(id).copied()) {
                (Some(before), Some(own)) => {
                    self.level(own, Some(before), Some(at));
                    if around(self.base, before) != around(self.ours, at) {
                        let parent = self.counterpart(self.ours.element(at).parent?)?;
                        self.tree.take_out(own);
                        self.tree.put_last(own, parent);
                    }
                }
                (Some(_), None) => {}
                // Something else of the file is called so.
                (None, Some(_)) => return None,
                (None, None) => copied.extend(self.add(at)?),
            }
        }
        self.remove();
        self.order();
        self.drop_loose_ends();
        self.share();
        Some(self.gone)
    }

    /// The element of the file for one of ours.
    fn counterpart(&self, of: At) -> Option<At> {
        if of == self.ours.root {
            return Some(self.tree.root);
        }
        self.places.get(self.ours.element(of).id()?).copied()
    }

    /// Puts a new element, and what is new in it, where it stands in ours; gives those of ours that it holds.
    fn add(&mut self, at: At) -> Option<Vec<At>> {
        let parent = self.counterpart(self.ours.element(at).parent?)?;
        let (ours, places) = (self.ours, &self.places);
        let new = |inner: At| ours.element(inner).id().is_none_or(|id| !places.contains_key(id));
        let own = self.tree.copy(ours, at, self.prefixes, &new);
        let siblings: Vec<At> = ours.inner(ours.element(at).parent?).collect();
        let place = siblings.iter().position(|sibling| *sibling == at)?;
        let before = siblings[..place].iter().rev();
        let from = ours.element(at).said("sourceRef");
        let stands = |sibling: &&At| {
            let there = self.counterpart(**sibling);
            there.is_some_and(|there| self.tree.element(there).parent == Some(parent))
        };
        let alike = before.clone().filter(|sibling| ours.element(**sibling).said("sourceRef") == from);
        let found = alike.filter(stands).chain(before.filter(stands)).next();
        let after = found.and_then(|sibling| self.counterpart(*sibling));
        let after = match (after, parent == self.tree.root) {
            (Some(after), _) => Some(after),
            // What is shared stands before the processes.
            (None, true) => self.before_processes(),
            (None, false) => self.last_of_rank(parent, RANK_OF_PARTS),
        };
        self.tree.put_in(own, parent, after);
        let mut held = vec![own];
        let mut ids = Vec::new();
        while let Some(at) = held.pop() {
            ids.extend(self.tree.element(at).id().map(|id| (id.to_string(), at)));
            held.extend(self.tree.inner(at).collect::<Vec<_>>());
        }
        let of_ours = ids.iter().filter_map(|(id, _)| self.ours_ids.get(id).copied()).collect();
        self.places.extend(ids);
        Some(of_ours)
    }

    fn before_processes(&self) -> Option<At> {
        let all: Vec<At> = self.tree.inner(self.tree.root).collect();
        let first = all.iter().position(|at| self.tree.is(*at, "process"))?;
        first.checked_sub(1).map(|place| all[place])
    }

    /// The last child that stands before what has a rank.
    fn last_of_rank(&self, parent: At, most: u8) -> Option<At> {
        self.tree.inner(parent).filter(|at| rank(self.tree, *at) <= most).last()
    }

    /// Brings one element to what ours says of it, without the elements in it that have ids.
    fn level(&mut self, own: At, base: Option<At>, ours: Option<At>) {
        let (from, to) = (base.map(|at| self.base.element(at)), ours.map(|at| self.ours.element(at)));
        if let (Some(from), Some(to)) = (from, to)
            && from.name != to.name
        {
            self.tree.elements[own].name = to.name.clone();
            self.lift(own);
        }
        let of = |element: Option<&super::tree::FileElement>| -> Vec<Attribute> {
            element.map(|element| element.attributes.clone()).unwrap_or_default()
        };
        let (was, is) = (of(from), of(to));
        let ours_alone = to.or(from).is_some_and(|element| element.space.as_deref() == Some(OURS));
        for attribute in is.iter().filter(|attribute| !was.iter().any(|old| alike(old, attribute))) {
            self.tree.elements[own].say(attribute.clone());
        }
        for old in &was {
            if is.iter().any(|new| new.name == old.name && new.space == old.space) {
                continue;
            }
            let element = &mut self.tree.elements[own];
            // What is nothing now may be said by another program too.
            match ours_alone && element.said(&old.name).is_none() {
                true => element.say(Attribute { value: String::new(), ..old.clone() }),
                false => element.unsay(old),
            }
        }
        let mut kinds: Vec<(Option<String>, String)> = Vec::new();
        for (tree, at) in [(self.base, base), (self.ours, ours)] {
            for at in at.into_iter().flat_map(|at| tree.inner(at)).filter(|at| !has_id(tree, *at)) {
                let element = tree.element(at);
                let kind = (element.space.clone(), element.name.clone());
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        for kind in kinds {
            self.children(own, base, ours, &kind);
        }
    }

    /// The children of one kind.
    fn children(&mut self, own: At, base: Option<At>, ours: Option<At>, kind: &(Option<String>, String)) {
        let of = |tree: &Tree, at: Option<At>| -> Vec<At> {
            let inner = at.into_iter().flat_map(|at| tree.inner(at));
            inner.filter(|at| !has_id(tree, *at) && is_kind(tree, *at, kind)).collect()
        };
        let (was, is) = (of(self.base, base), of(self.ours, ours));
        let all = |tree: &Tree, found: &[At]| found.iter().map(|at| told(tree, *at)).collect::<Vec<_>>();
        let (told_was, told_is) = (all(self.base, &was), all(self.ours, &is));
        if told_was == told_is {
            return;
        }
        let there: Vec<At> = self.tree.inner(own).filter(|at| is_kind(self.tree, *at, kind)).collect();
        let (space, name) = (kind.0.as_deref(), kind.1.as_str());
        if space == Some(BPMN) && REFERENCES.contains(&name) {
            let text = |tree: &Tree, found: &[At]| -> Vec<String> {
                found.iter().map(|at| local(&tree.text(*at)).to_string()).collect()
            };
            let (was, now) = (text(self.base, &was), text(self.ours, &is));
            let known = text(self.tree, &there);
            for (at, said) in there.iter().zip(&known) {
                if was.contains(said) && !now.contains(said) {
                    self.tree.take_out(*at);
                }
            }
            for (at, said) in is.iter().zip(&now) {
                if !was.contains(said) && !known.contains(said) {
                    self.copy_into(own, *at, name, None);
                }
            }
            return;
        }
        let event = name.ends_with("EventDefinition") && space == Some(BPMN);
        let within = name == "extensionElements" || event || space == Some(OURS);
        if let ([own_one], true, true) = (there.as_slice(), within, was.len() < 2 && is.len() == 1) {
            return self.level(*own_one, was.first().copied(), is.first().copied());
        }
        if name == "extensionElements" && is.len() < 2 {
            // What is ours goes; what others keep there stays.
            if let [own_one] = there.as_slice() {
                return self.level(*own_one, was.first().copied(), None);
            }
        }
        let place = there.first().and_then(|first| self.before(own, *first));
        there.iter().for_each(|at| self.tree.take_out(*at));
        // Whatever time was there before, another program's way of saying it too, goes.
        if space == Some(BPMN) && TIMES.contains(&name) && !is.is_empty() {
            let others: Vec<At> =
                self.tree.inner(own).filter(|at| TIMES.iter().any(|time| self.tree.is(*at, time))).collect();
            others.into_iter().for_each(|at| self.tree.take_out(at));
        }
        if event {
            let shared: Vec<At> =
                self.tree.inner(own).filter(|at| self.tree.is(*at, "eventDefinitionRef")).collect();
            shared.into_iter().for_each(|at| self.tree.take_out(at));
        }
        let mut last = place;
        for at in is {
            last = Some(self.copy_into(own, at, name, last));
        }
        // Said by another program so far: what is nothing now is said to be nothing.
        if let (Some(last), [old], true) = (last, was.as_slice(), space == Some(OURS) && there.is_empty()) {
            for old in &self.base.element(*old).attributes {
                let new = &mut self.tree.elements[last];
                if new.said(&old.name).is_none() {
                    new.say(Attribute { value: String::new(), ..old.clone() });
                }
            }
        }
    }

    fn copy_into(&mut self, own: At, at: At, name: &str, after: Option<At>) -> At {
        let copy = self.tree.copy(self.ours, at, self.prefixes, &|_| true);
        let after = after.or_else(|| self.last_of_rank(own, rank_of(name)));
        self.tree.put_in(copy, own, after);
        copy
    }

    fn before(&self, parent: At, at: At) -> Option<At> {
        let all: Vec<At> = self.tree.inner(parent).collect();
        let place = all.iter().position(|own| *own == at)?;
        place.checked_sub(1).map(|place| all[place])
    }

    /// What explains something inside of an element that will have no inside lies beside it.
    fn lift(&mut self, own: At) {
        let Some(parent) = self.tree.element(own).parent else { return };
        let beside: Vec<At> =
            self.tree.inner(own).filter(|at| ARTIFACTS.iter().any(|name| self.tree.is(*at, name))).collect();
        for at in beside {
            self.tree.take_out(at);
            self.tree.put_last(at, parent);
        }
    }

    fn remove(&mut self) {
        let kept = |tree: &Tree, at: At| {
            let root = tree.element(at).parent.is_none_or(|parent| parent == tree.root);
            root && !tree.is(at, "process") || tree.is(at, "lane") || tree.is(at, "laneSet")
        };
        let went = self.base_ids.keys().filter(|id| !self.ours_ids.contains_key(*id)).cloned();
        let went: BTreeSet<String> = went.collect();
        for id in went {
            let Some(at) = self.places.get(&id).copied().filter(|at| !kept(self.tree, *at)) else { continue };
            self.lift(at);
            self.tree.take_out(at);
            self.gone.insert(id);
        }
    }

    /// Which way of several is looked at first is said by their order.
    fn order(&mut self) {
        let ways = |tree: &Tree| {
            let mut ways: HashMap<String, Vec<String>> = HashMap::new();
            for at in tree.all().into_iter().filter(|at| tree.is(*at, "sequenceFlow")) {
                let element = tree.element(at);
                if let (Some(from), Some(id)) = (element.said("sourceRef"), element.id()) {
                    ways.entry(local(from).to_string()).or_default().push(id.to_string());
                }
            }
            ways
        };
        let now = ways(self.tree);
        for (from, wanted) in ways(self.ours) {
            if now.get(&from).is_none_or(|now| *now == wanted) {
                continue;
            }
            for id in wanted {
                let Some(at) = self.places.get(&id).copied() else { continue };
                let Some(parent) = self.tree.element(at).parent else { continue };
                self.tree.take_out(at);
                self.tree.put_last(at, parent);
            }
        }
    }

    /// Lines to what went go with it.
    fn drop_loose_ends(&mut self) {
        if self.gone.is_empty() {
            return;
        }
        for at in self.tree.all() {
            let element = self.tree.element(at);
            if element.space.as_deref() != Some(BPMN) {
                continue;
            }
            let gone = |text: &str| self.gone.contains(text) || self.gone.contains(local(text));
            let line = element.name.ends_with("ssociation") || element.name == "messageFlow";
            let ends = ["sourceRef", "targetRef"];
            let written = || {
                let inner = self.tree.inner(at).filter(|at| ends.iter().any(|end| self.tree.is(*at, end)));
                inner.map(|at| self.tree.text(at)).collect::<Vec<_>>()
            };
            let loose = line
                && (ends.iter().filter_map(|end| element.said(end)).any(gone)
                    || written().iter().any(|end| gone(end)));
            let reference = REFERENCES.contains(&element.name.as_str()) && gone(&self.tree.text(at));
            if loose || reference {
                let id = element.id().map(str::to_string);
                self.tree.take_out(at);
                self.gone.extend(id);
            }
        }
    }

    /// What is named and stands nowhere: the file calls it otherwise where it was there before.
    fn share(&mut self) {
        let known = self.tree.by_id();
        let mut missing = BTreeSet::new();
        for at in self.tree.all() {
            let named =
                self.tree.element(at).attributes.iter().filter(|own| SHARED.contains(&own.name.as_str()));
            let named = named.map(|own| local(&own.value).to_string());
            missing.extend(named.filter(|id| !known.contains_key(id) && self.ours_ids.contains_key(id)));
        }
        for id in missing {
            let own = self.tree.copy(self.ours, self.ours_ids[&id], self.prefixes, &|_| true);
            let after = self.before_processes();
            self.tree.put_in(own, self.tree.root, after);
        }
    }
}

/// The place of flows, steps and events among the children of what they lie in.
const RANK_OF_PARTS: u8 = 6;

fn rank(tree: &Tree, at: At) -> u8 {
    rank_of(&tree.element(at).name)
}

/// The order the standard wants the children of an element in.
fn rank_of(name: &str) -> u8 {
    match name {
        "documentation" => 0,
        "extensionElements" => 1,
        "auditing" | "monitoring" | "categoryValueRef" => 2,
        "incoming" => 3,
        "outgoing" => 4,
        "ioSpecification"
        | "dataInputAssociation"
        | "dataOutputAssociation"
        | "potentialOwner"
        | "humanPerformer"
        | "performer"
        | "resourceRole" => 5,
        "multiInstanceLoopCharacteristics" | "standardLoopCharacteristics" | "laneSet" => 6,
        _ => 7,
    }
}

fn is_kind(tree: &Tree, at: At, (space, name): &(Option<String>, String)) -> bool {
    let element = tree.element(at);
    element.name == *name && element.space == *space
}

fn has_id(tree: &Tree, at: At) -> bool {
    let element = tree.element(at);
    element.space.as_deref() == Some(BPMN) && element.id().is_some()
}

fn alike(one: &Attribute, other: &Attribute) -> bool {
    one.name == other.name && one.space == other.space && one.value == other.value
}

/// What an element lies in, by its id.
fn around(tree: &Tree, at: At) -> Option<&str> {
    tree.element(at).parent.and_then(|parent| tree.element(parent).id())
}

/// What is said of an element, without the elements in it that have ids and without the space between: two that say the
/// same are equal.
pub(super) fn told(tree: &Tree, at: At) -> String {
    let element = tree.element(at);
    let mut said: Vec<String> = element
        .attributes
        .iter()
        .map(|own| format!("{} {}={:?}", own.space.as_deref().unwrap_or_default(), own.name, own.value))
        .collect();
    said.sort();
    let (mut inner, mut entered, mut text) = (Vec::new(), Vec::new(), String::new());
    for child in &element.children {
        match child {
            Child::Element(own) if has_id(tree, *own) => {}
            Child::Element(own) if tree.is(*own, "incoming") || tree.is(*own, "flowNodeRef") => {
                entered.push(tree.text(*own));
            }
            Child::Element(own) => inner.push(told(tree, *own)),
            Child::Text(own) => text.push_str(own.trim()),
            Child::Aside(_) => {}
        }
    }
    // In which order they come says nothing.
    entered.sort();
    let parent = around(tree, at).unwrap_or_default();
    let place = if has_id(tree, at) { parent } else { "" };
    format!("{place}<{} {said:?} {entered:?} {inner:?} {text:?}>", element.name)
}
