//! Like things that run or are waited for in one dossier, told apart.

use domain::dossier::Dossier;
use process::State;
use std::collections::HashMap;

/// The names of what stands at some tokens, no two alike: each with what it is one of, where it is done for each of several,
/// else with its place among those of its name.
pub fn told_apart(dossier: &Dossier, named: Vec<(String, Option<u32>)>) -> Vec<String> {
    let one_of =
        |(name, token): (String, Option<u32>)| match token.and_then(|token| of_several(dossier, token)) {
            Some(of) => format!("{name} ({of})"),
            None => name,
        };
    numbered(named.into_iter().map(one_of).collect())
}

/// Like names with their places among each other.
fn numbered(names: Vec<String>) -> Vec<String> {
    let mut all: HashMap<&str, usize> = HashMap::new();
    names.iter().for_each(|name| *all.entry(name).or_default() += 1);
    let place = |(at, name): (usize, &String)| match all[name.as_str()] {
        1 => name.clone(),
        total => {
            let place = names[..=at].iter().filter(|other| *other == name).count();
            format!("{name} ({place}/{total})")
        }
    };
    names.iter().enumerate().map(place).collect()
}

/// Which of several a token is for, and of how many: its own or that of what it lies inside of.
fn of_several(dossier: &Dossier, token: u32) -> Option<String> {
    let around = |id: &u32| dossier.marking.token(*id).map(|token| token.within);
    let mut inside = std::iter::successors(Some(token), around).filter_map(|id| dossier.marking.token(id));
    let (item, within) = inside.find_map(|token| Some((token.item.as_ref()?, token.within)))?;
    let place = match dossier.marking.token(within).map(|each| &each.state) {
        Some(State::Each { total, .. }) => format!("{}/{total}", item.number),
        _ => item.number.to_string(),
    };
    Some(match item.value.as_str() {
        Some(what) if !what.is_empty() => format!("{place}: {what}"),
        _ => place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_names_are_numbered_and_others_are_left_alone() {
        let names = ["A", "B", "A", "C"].map(str::to_string).to_vec();
        assert_eq!(numbered(names), ["A (1/2)", "B", "A (2/2)", "C"]);
        assert!(numbered(Vec::new()).is_empty());
    }
}
