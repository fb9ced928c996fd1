//! Which rows name a phase: by how they are numbered, by what lies below them, and by what they are called.

use super::cells::Reading;
use super::filled_row::{FilledRow, is_called_phase, marks};
use super::heading::Column;
use super::numbering::{Manner, Numbering, NumberingLevel};
use super::remark::SheetRemark;
use crate::time::WorkingTime;

impl Reading<'_> {
    /// Whether a line names a phase: how it is numbered, what lies below it, and what it is called.
    pub(super) fn phase(
        &self,
        lines: &[FilledRow],
        place: usize,
        figures: bool,
        says: bool,
        open: &[NumberingLevel],
    ) -> Option<(NumberingLevel, String, String)> {
        let line = &lines[place];
        if marks(&line.name).is_some() {
            return None;
        }
        let plain = |manner| (manner, 1);
        let nobody = line.who.is_empty() && !line.shared_who && line.role.is_empty() && line.next.is_empty();
        // `I. Tiếp nhận`, in one cell over the whole table, or over all but the time.
        let across = line.alone.is_some() || nobody && self.is_across(line.at);
        if let (true, Some(alone)) = (
            across && line.name.is_empty() && !line.order.is_empty(),
            line.alone.as_ref().or(Some(&line.first)),
        ) {
            let (order, name) = alone.split_once(['.', ':', '-', ')']).unwrap_or(("", alone));
            let (order, name) = (order.trim(), name.trim());
            let number =
                Numbering::read(order, &self.letters).filter(|number| number.manner <= Manner::Upper);
            let said = alone.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
            let called = is_called_phase(alone).then_some(plain(Manner::Roman));
            let level = number.as_ref().map(Numbering::level).or(called).unwrap_or(plain(Manner::Plain));
            let (order, name) = if number.is_some() { (order, name) } else { ("", alone.as_str()) };
            return said.then(|| (level, order.to_string(), name.to_string()));
        }
        if line.name.is_empty() {
            return None;
        }
        let number = self.number(line);
        let found = |level| Some((level, line.order.clone(), line.name.clone()));
        if let Some(number) = &number
            && self.is_above(lines, place, number, open)
        {
            return found(number.level());
        }
        let manner = number.as_ref().map(|number| number.manner);
        if manner == Some(Manner::Roman) && nobody && (figures || says && line.is_bare()) {
            return found(plain(Manner::Roman));
        }
        let called = is_called_phase(&line.name);
        if line.order.is_empty() && nobody && line.product.is_empty() && self.is_sum(lines, place, called) {
            return found(plain(if called { Manner::Roman } else { Manner::Plain }));
        }
        if !line.is_bare() || !says {
            return None;
        }
        if called {
            return found(number.map_or(plain(Manner::Roman), |number| number.level()));
        }
        if manner == Some(Manner::Upper) && figures {
            return found(plain(Manner::Upper));
        }
        let wide = self.heading.columns.get(&Column::Name).and_then(|at| self.sheet.merged_at(line.at, *at));
        let wide = wide.is_some_and(|area| area.columns.0 < area.columns.1);
        (line.order.is_empty() || wide).then(|| found(plain(Manner::Plain))).flatten()
    }

    /// Whether the number of a line is one cell with its name.
    fn is_across(&self, at: usize) -> bool {
        let columns = &self.heading.columns;
        let (Some(order), Some(name)) = (columns.get(&Column::Order), columns.get(&Column::Name)) else {
            return false;
        };
        let area = self.sheet.merged_at(at, *order);
        area.is_some_and(|area| (area.columns.0..=area.columns.1).contains(name))
    }

    /// Whether a line stands above those that follow, by its number and theirs, and what is done is said there. What only
    /// goes into the details of a step that says all of it is no step.
    fn is_above(
        &self,
        lines: &[FilledRow],
        place: usize,
        number: &Numbering,
        open: &[NumberingLevel],
    ) -> bool {
        let line = &lines[place];
        let mut after = lines[place + 1..].iter().filter(|line| !line.is_total() && !line.is_note());
        let Some(first) = after.next().and_then(|next| self.number(next)) else { return false };
        let bare = line.who.is_empty() && line.time.is_empty() && line.role.is_empty();
        if !first.is_inside(number, open) || (first.is_put_in() && !bare) {
            return false;
        }
        let inside = lines[place + 1..].iter().take_while(|line| {
            self.number(line).is_none_or(|own| !own.ends(number) && !open.contains(&own.level()))
        });
        let mut said = inside.filter(|line| !line.is_total());
        bare || said.any(|line| !line.who.is_empty() || !line.time.is_empty())
    }

    /// Whether a line without a number says the time of those below it, up to the next like it.
    fn is_sum(&self, lines: &[FilledRow], place: usize, called: bool) -> bool {
        let line = &lines[place];
        let Some(time) = WorkingTime::parse(&line.time) else { return false };
        let is_like = |other: &FilledRow| other.order.is_empty() && other.who.is_empty() && !other.shared_who;
        let below = lines[place + 1..].iter().take_while(|line| !line.is_total() && !is_like(line));
        let times: Vec<u32> =
            below.filter_map(|line| WorkingTime::parse(&line.time)).map(WorkingTime::minutes).collect();
        let sum = times.iter().fold(0u32, |sum, time| sum.saturating_add(*time));
        !times.is_empty() && (called || sum == time.minutes())
    }

    /// Whether the first step of a phase is numbered as what lies in it, and not anew.
    pub(super) fn is_numbered_inside(&self, phase: usize, of: &Numbering) -> bool {
        let first = self.table.rows.get(self.table.phases[phase].rows.clone()).and_then(|rows| rows.first());
        let first = first.and_then(|row| Numbering::read(&row.order, &self.letters));
        first.is_some_and(|first| first.is_inside(of, &[]))
    }

    /// A phase is the steps in it: what its row says beside its name is told, but for a time they add up to.
    pub(super) fn said_of_phases(&mut self, named: &[&FilledRow]) {
        let mut told = Vec::new();
        for (phase, line) in self.table.phases.iter().zip(named) {
            let (row, name) = (phase.line, &phase.name);
            let times =
                self.table.rows[phase.rows.clone()].iter().filter_map(|row| WorkingTime::parse(&row.time));
            let sum = times.map(WorkingTime::minutes).fold(0, u32::saturating_add);
            let same = WorkingTime::parse(&line.time).is_some_and(|time| time.minutes() == sum);
            let works = [&line.who, &line.role, &line.next].iter().any(|said| !said.is_empty());
            if works && !phase.rows.is_empty() {
                let inside = &self.table.rows[phase.rows.clone()];
                let rows = (inside[0].line, inside[inside.len() - 1].line);
                told.push(SheetRemark::EitherPhase { row, name: name.clone(), rows });
            }
            if !line.time.is_empty() && !same {
                told.push(SheetRemark::PhaseTime { row, name: name.clone(), time: line.time.clone() });
            }
            if !line.product.is_empty() {
                told.push(SheetRemark::PhaseProduct {
                    row,
                    name: name.clone(),
                    product: line.product.clone(),
                });
            }
        }
        self.table.remarks.extend(told);
    }
}
