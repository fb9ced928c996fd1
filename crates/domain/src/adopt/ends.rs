//! What the ends of a drawing decide.

use crate::Text;
use crate::drawing::Drawing;
use process::{Means, NodeIndex, NodeKind};

/// What a dossier that comes to an end may be decided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndMeaning {
    Granted,
    Denied,
    /// The last step before it says which.
    Either,
    /// It only ends something that is done beside the rest.
    Nothing,
}

impl EndMeaning {
    pub fn key(self) -> &'static str {
        match self {
            EndMeaning::Granted => "granted",
            EndMeaning::Denied => "denied",
            EndMeaning::Either => "either",
            EndMeaning::Nothing => "nothing",
        }
    }

    pub fn words(self) -> Text {
        let (vi, en) = match self {
            EndMeaning::Granted => ("đồng ý giải quyết", "granted"),
            EndMeaning::Denied => ("từ chối giải quyết", "denied"),
            EndMeaning::Either => (
                "đồng ý hoặc từ chối, do bước cuối quyết định",
                "granted or denied, as the last step decides",
            ),
            EndMeaning::Nothing => ("không quyết định gì", "nothing is decided"),
        };
        Text::new(vi, en)
    }
}

/// The ends of the process that is run, but for those at which only a part of it ends.
pub fn ends(drawing: &Drawing) -> Vec<(NodeIndex, EndMeaning)> {
    let (model, beside, found) = (drawing.model(), drawing.beside(), drawing.found_before());
    let by_name_or_ways = |node: NodeIndex| match model.end_means(node) {
        Means::Neither => found.get(&node).copied().unwrap_or(Means::Neither),
        said => said,
    };
    let meaning = |node: NodeIndex| match by_name_or_ways(node) {
        _ if !model.is_deciding_end(node) || beside.contains(&node) => EndMeaning::Nothing,
        Means::Granted => EndMeaning::Granted,
        Means::Denied => EndMeaning::Denied,
        Means::Neither => EndMeaning::Either,
    };
    let told = |node: &NodeIndex| {
        let found = &model.nodes[*node];
        matches!(found.kind, NodeKind::End(_))
            && (model.is_deciding_end(*node) || model.is_beside(found.scope))
    };
    (0..model.nodes.len()).filter(told).map(|node| (node, meaning(node))).collect()
}
