//! Changes of a process, picked by dice.

use process::{Edit, Model, NewElement, NodeKind, StepDetails, Then};

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

pub fn new(name: &str) -> NewElement {
    NewElement { id: name.into(), about: StepDetails { name: name.into(), ..StepDetails::default() } }
}

/// Any change; whether it can be made shows.
pub fn any_change(dice: &mut Dice, process: &Model, number: usize) -> Edit {
    let steps: Vec<String> = process.steps().into_iter().map(|node| process.nodes[node].id.clone()).collect();
    let any = |dice: &mut Dice| steps[dice.roll(steps.len())].clone();
    let fresh = new(&format!("n{number}"));
    let condition = "form.x = 1".to_string();
    let groups = process.nodes.iter().filter(|node| matches!(node.kind, NodeKind::SubProcess(_)));
    let groups: Vec<String> = groups.map(|node| node.id.clone()).collect();
    match dice.roll(12) {
        0 => Edit::After { of: any(dice), new: fresh },
        1 => Edit::InParallel { of: any(dice), new: fresh },
        2 => Edit::Instead { of: any(dice), new: fresh, condition },
        3 => Edit::LeaveOut { step: any(dice), condition },
        4 => {
            let step = any(dice);
            Edit::Back { from: step.clone(), to: step, condition, times: 1, denied: dice.roll(2) == 0 }
        }
        5 => Edit::Overdue { step: any(dice), time: "1h".into(), name: String::new(), then: Then::GoOn },
        6 => {
            let then = if dice.roll(2) == 0 { Then::Remind } else { Then::Do(Box::new(fresh)) };
            Edit::Overdue { step: any(dice), time: "1h".into(), name: String::new(), then }
        }
        7 => Edit::ForEach { step: any(dice), list: Some("[1, 2]".into()), name: String::new() },
        8 => Edit::Group { from: any(dice), to: any(dice), name: "Nhóm".into() },
        10 => Edit::Tell { of: any(dice), name: "Đã xong".into(), english: String::new() },
        9 if !groups.is_empty() => Edit::Ungroup { group: groups[dice.roll(groups.len())].clone() },
        _ => Edit::Remove { step: any(dice) },
    }
}
