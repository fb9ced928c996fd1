//! What the one-stop counter does comes before and after all that is drawn.

use super::Mend;
use crate::model::{Model, NodeIndex};
use crate::table::role_in;

const RECEIVES: [&str; 5] = ["tiếp nhận", "nhận hồ sơ", "receive", "receiving", "reception"];
const RETURNS: [&str; 6] = ["trả kết quả", "trả hồ sơ", "trao kết quả", "return", "hand out", "give out"];

impl Mend {
    /// The steps in which the counter receives what comes, or hands out what came of it: proposed to be left out.
    pub fn of_the_counter(model: &Model) -> Vec<Mend> {
        let steps = model.steps();
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return Vec::new() };
        if steps.len() < 2 {
            return Vec::new();
        }
        let called = |node: NodeIndex, words: &[&str]| {
            let name = model.nodes[node].name.trim().to_lowercase();
            words.iter().any(|word| name.starts_with(word))
        };
        let at_counter = |node: NodeIndex| {
            let who = model.responsible(node);
            let said = [who.role, who.unit].into_iter().flatten();
            said.filter_map(|said| role_in(&said)).next() == Some("counter")
        };
        let ends = [(*first, &RECEIVES[..]), (*last, &RETURNS[..])];
        let out = ends.into_iter().filter(|(node, words)| called(*node, words) && at_counter(*node));
        out.map(|(node, _)| Mend::LeftOut { step: model.nodes[node].id.clone() }).collect()
    }
}
