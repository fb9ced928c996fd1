//! Words in a picture: on how many lines they stand, and where they cover nothing.

use process::{Model, NodeIndex, NodeKind};
use std::fmt::Write;

/// Words on several lines around a middle.
pub(super) fn text(out: &mut String, words: &str, x: i32, y: i32, wide: usize, lines_max: usize) {
    let lines = lines(words, wide, lines_max);
    text_from(out, &lines, x, y - 8 * (lines.len() as i32 - 1) + 4);
}

/// Lines from the first one on.
pub(super) fn text_from(out: &mut String, lines: &[String], x: i32, first: i32) {
    for (place, line) in lines.iter().enumerate() {
        let y = first + 16 * place as i32;
        let _ = write!(out, "<text class=\"diagram__name\" x=\"{x}\" y=\"{y}\">{}</text>", escape(line));
    }
}

/// Words on at most `lines_max` lines of `wide` letters; what does not fit ends in dots.
pub(super) fn lines(words: &str, wide: usize, lines_max: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < wide => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.chars().take(wide).collect()),
        }
    }
    if lines.len() > lines_max {
        lines.truncate(lines_max);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Where words stand, so that none are written over others: what lies left, above, right and below.
pub(super) struct TakenPlaces(Vec<[i32; 4]>);

/// A letter is about 7 wide, a line 14 high.
const LETTER: i32 = 7;
const LINE: i32 = 14;
/// So many lines away words may stand.
const FAR: i32 = 12;

impl TakenPlaces {
    /// Steps, and the names at events and gateways.
    pub(super) fn of<'a>(
        model: &Model,
        nodes: impl IntoIterator<Item = (&'a NodeIndex, &'a process::Area)>,
    ) -> TakenPlaces {
        let place = |(node, area): (&NodeIndex, &process::Area)| {
            let found = &model.nodes[*node];
            let whole = [area.x, area.y, area.x + area.width, area.y + area.height];
            let half = LETTER * found.name.chars().count().min(16) as i32 / 2;
            let middle = area.x + area.width / 2;
            match found.kind {
                NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. } => Vec::new(),
                NodeKind::Task(_) | NodeKind::Unsupported | NodeKind::Call { .. } => vec![whole],
                NodeKind::Gateway(_) => {
                    vec![whole, [middle - half, area.y - 2 * LINE, middle + half, area.y]]
                }
                _ => vec![whole, [middle - half, whole[3], middle + half, whole[3] + 2 * LINE]],
            }
        };
        TakenPlaces(nodes.into_iter().flat_map(place).collect())
    }

    /// The height nearest to the wished one at which a line from here on covers nothing.
    pub(super) fn free(&mut self, x: i32, y: i32, letters: usize) -> i32 {
        let area = |y: i32| [x, y - LINE, x + LETTER * i32::try_from(letters).unwrap_or(24), y];
        let covers = |area: &[i32; 4], other: &[i32; 4]| {
            area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3]
        };
        let clear = |y: &i32| !self.0.iter().any(|other| covers(&area(*y), other));
        let near = (0..=FAR).flat_map(|lines| [lines, -lines]).map(|lines| y + lines * LINE);
        let y = near.filter(|y| *y >= LINE).find(clear).unwrap_or(y);
        self.0.push(area(y));
        y
    }
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
