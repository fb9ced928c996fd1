//! The rows below the headings: which are steps, which name a phase, and which only say something.

use super::filled_row::{FilledRow, Mark, is_called_phase, marks};
use super::heading::{Column, Heading};
use super::remark::{SheetRemark, letters};
use super::sheet::{self, Sheet};
use super::{Phase, ProcessRow, Table, TableFault, TableProblem};
use crate::time::WorkingTime;
use std::collections::HashSet;
use typed::{digits, one_line};

/// The table of a file: of the sheet with the headings, with whatever stands above and below it.
pub fn table(sheets: &[Sheet]) -> Result<Table, Vec<TableProblem>> {
    let mut remarks = Vec::new();
    let (sheet, heading) = sheet::with_headings(sheets, &mut remarks).map_err(|problem| vec![problem])?;
    let mut reading = Reading { sheet, heading: &heading, table: Table::default(), problems: Vec::new() };
    reading.table.remarks = remarks;
    reading.table.title = title(sheets, sheet, heading.rows.0);
    reading.columns();
    let lines = reading.lines();
    reading.walk(&lines);
    if reading.table.rows.is_empty() {
        reading.problems.push(TableProblem { row: heading.rows.0 + 1, fault: TableFault::NoSteps });
    }
    if reading.problems.is_empty() { Ok(reading.table) } else { Err(reading.problems) }
}

/// What stands alone above the table, else on the sheets before it.
fn title(sheets: &[Sheet], sheet: &Sheet, heading: usize) -> String {
    let alone = |line: &Vec<String>| {
        let mut said = line.iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty());
        said.next().filter(|_| said.next().is_none())
    };
    let own = sheet.cells[..heading].iter().take(5).find_map(alone);
    let covers = sheets.iter().take_while(|other| other.name != sheet.name).filter(|other| !other.hidden);
    own.or_else(|| covers.flat_map(|cover| cover.cells.iter().take(5)).find_map(alone)).unwrap_or_default()
}

/// In what manner a phase is numbered: those of one manner follow each other, others lie inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Roman,
    Letter,
    Figure,
    Plain,
}

struct Reading<'a> {
    sheet: &'a Sheet,
    heading: &'a Heading,
    table: Table,
    problems: Vec<TableProblem>,
}

impl Reading<'_> {
    fn remark(&mut self, remark: SheetRemark) {
        self.table.remarks.push(remark);
    }

    /// What of the columns is not read, or is hidden.
    fn columns(&mut self) {
        let times = self.heading.times.iter().map(|(place, _)| *place);
        let read: HashSet<usize> = self.heading.columns.values().copied().chain(times).collect();
        for row in self.heading.rows.0..self.heading.rows.1 {
            if self.sheet.hidden_rows.contains(&row) {
                self.table.remarks.push(SheetRemark::HiddenHeading { row: row + 1 });
            }
        }
        for (place, text) in self.heading.texts.iter().enumerate() {
            let below = (self.heading.rows.1..self.sheet.cells.len())
                .any(|row| !self.sheet.cell(row, place).trim().is_empty());
            let column = letters(place);
            if !read.contains(&place) && !text.is_empty() && below {
                let heading = text.clone();
                self.table.remarks.push(SheetRemark::ColumnNotRead { column, heading });
            } else if read.contains(&place) && below && self.sheet.hidden_columns.contains(&place) {
                self.table.remarks.push(SheetRemark::HiddenColumn { column });
            }
        }
    }

    fn lines(&mut self) -> Vec<FilledRow> {
        let mut lines: Vec<FilledRow> = Vec::new();
        let hidden: HashSet<usize> = self.sheet.hidden_rows.iter().copied().collect();
        for at in self.heading.rows.1..self.sheet.cells.len() {
            let line = self.line(at);
            if line.first.is_empty() || (lines.is_empty() && self.is_numbering(at)) {
                continue;
            }
            if hidden.contains(&at) {
                self.remark(SheetRemark::HiddenRow { row: at + 1 });
            }
            lines.push(line);
        }
        lines
    }

    /// A line below the headings that numbers the columns.
    fn is_numbering(&self, at: usize) -> bool {
        let said: Vec<String> =
            self.sheet.cells[at].iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty()).collect();
        let plain = |text: &String| text.trim_matches(['(', ')', '[', ']']).to_string();
        let place = |text: &String| {
            let text = plain(text);
            let letter = text.bytes().next().filter(|letter| text.len() == 1 && letter.is_ascii_alphabetic());
            text.parse::<u32>().ok().or(letter.map(u32::from))
        };
        let places: Option<Vec<u32>> = said.iter().map(place).collect();
        said.len() > 2 && places.is_some_and(|all| all.windows(2).all(|two| two[0] + 1 == two[1]))
    }

    fn line(&self, at: usize) -> FilledRow {
        let raw = |column| {
            let place = self.heading.columns.get(&column).copied();
            place.map(|place| self.sheet.cell(at, place)).unwrap_or_default()
        };
        let cell = |column| one_line(raw(column));
        let shared = |column| {
            let place = self.heading.columns.get(&column).copied();
            let area = place.and_then(|place| self.sheet.merged_at(at, place));
            area.is_some_and(|area| area.rows.0 < at)
        };
        let mut said = self.sheet.cells[at].iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty());
        let first = said.next().unwrap_or_default();
        let alone = said.next().is_none().then(|| first.clone());
        let order = digits(&cell(Column::Order));
        let small = order.to_lowercase();
        let number = ["bước ", "step "].iter().find_map(|word| small.strip_prefix(word));
        let order =
            number.map_or(order.clone(), str::to_string).trim_end_matches(['.', ')', ':']).to_string();
        let time = self.time(at);
        FilledRow {
            at,
            order,
            name: cell(Column::Name),
            who: raw(Column::Responsible).trim().to_string(),
            role: cell(Column::Role),
            time,
            product: cell(Column::Product),
            next: digits(&cell(Column::Next)),
            english: cell(Column::English),
            alone,
            first,
            shared_who: shared(Column::Responsible),
            shared_time: shared(Column::Time),
        }
    }

    /// The time of a row: of one column, or of several in units of their own.
    fn time(&self, at: usize) -> String {
        let in_unit = |column: usize, unit: Option<&str>| {
            let time = one_line(self.sheet.cell(at, column));
            let said = |letter: char| letter.is_alphabetic() || letter == ':' || letter == '\'';
            let with = unit.filter(|_| !time.contains(said)).map(|unit| format!("{time} {unit}"));
            with.filter(|with| WorkingTime::parse(with).is_some()).unwrap_or(time)
        };
        match (self.heading.times.as_slice(), self.heading.columns.get(&Column::Time)) {
            ([], Some(column)) => in_unit(*column, self.heading.unit()),
            ([], None) => String::new(),
            (several, _) => {
                let nothing = |time: &str| ["", "-", "–", "0"].contains(&time);
                let said = several.iter().filter(|(column, _)| !nothing(self.sheet.cell(at, *column).trim()));
                one_line(&said.map(|(column, unit)| in_unit(*column, Some(unit)) + " ").collect::<String>())
            }
        }
    }

    fn walk(&mut self, lines: &[FilledRow]) {
        let ordered = lines.iter().filter(|line| line.says() && !line.order.is_empty()).count();
        let says = lines.iter().filter(|line| line.says()).count();
        let figures = lines.iter().any(|line| line.order.starts_with(|letter: char| letter.is_ascii_digit()));
        // What follows the last that is numbered, where the steps are.
        let numbered = self.heading.columns.contains_key(&Column::Order) && 2 * ordered >= says;
        let is_step = |line: &FilledRow| {
            !line.order.is_empty() && !line.name.is_empty()
                || !line.who.is_empty() && WorkingTime::parse(&line.time).is_some()
        };
        let last = lines.iter().rposition(is_step).filter(|_| numbered).unwrap_or(lines.len());
        // What goes on with it stands right below it.
        let goes_on = |two: &&[FilledRow]| {
            let line = &two[1];
            line.at == two[0].at + 1 && line.name.is_empty() && line.order.is_empty() && line.says()
        };
        let last = last + lines.get(last..).map_or(0, |after| after.windows(2).take_while(goes_on).count());
        let mut open: Vec<(Manner, usize)> = Vec::new();
        // What the rows of the phases say beside their names.
        let mut named: Vec<&FilledRow> = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            let row = line.at + 1;
            if line.is_total() {
                self.total(line);
                continue;
            }
            let bare_end = line.is_bare() && self.phase(lines, place, figures, says > 0).is_some();
            let follows = lines[place + 1..].iter().any(|line| line.says() && !line.is_total());
            if line.is_note() || (bare_end && !follows) || (place > last && !line.is_total()) {
                self.remark(SheetRemark::Note { row, text: line.first.clone() });
                continue;
            }
            if line.is_bare() && ["hết giai đoạn", "end of phase"].iter().any(|over| line.is_called(over))
            {
                open.pop();
                continue;
            }
            if let Some((manner, order, name)) = self.phase(lines, place, figures, says > 0) {
                if let Some(same) = open.iter().position(|(other, _)| *other == manner) {
                    open.truncate(same);
                }
                self.remark(SheetRemark::Phase { row, name: name.clone() });
                let rows = self.table.rows.len()..self.table.rows.len();
                self.table.phases.push(Phase { order, name, rows, line: row });
                named.push(line);
                open.push((manner, self.table.phases.len() - 1));
                continue;
            }
            self.step(line);
            for (_, phase) in &open {
                self.table.phases[*phase].rows.end = self.table.rows.len();
            }
        }
        self.said_of_phases(&named);
        self.table.phases.retain(|phase| !phase.rows.is_empty());
    }

    /// A phase is the steps in it: what its row says beside its name is told, but for a time they add up to.
    fn said_of_phases(&mut self, named: &[&FilledRow]) {
        let mut told = Vec::new();
        for (phase, line) in self.table.phases.iter().zip(named) {
            let (row, name) = (phase.line, &phase.name);
            let times =
                self.table.rows[phase.rows.clone()].iter().filter_map(|row| WorkingTime::parse(&row.time));
            let sum = times.map(WorkingTime::minutes).fold(0, u32::saturating_add);
            let same = WorkingTime::parse(&line.time).is_some_and(|time| time.minutes() == sum);
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

    /// Whether a line names a phase: how it is numbered, and what it is called.
    fn phase(
        &self,
        lines: &[FilledRow],
        place: usize,
        figures: bool,
        says: bool,
    ) -> Option<(Manner, String, String)> {
        let line = &lines[place];
        if marks(&line.name).is_some() {
            return None;
        }
        let roman = |text: &str| {
            !text.is_empty() && text.len() < 8 && text.bytes().all(|letter| b"IVXLC".contains(&letter))
        };
        // `I. Tiếp nhận`, in one cell over the whole table.
        if let (Some(alone), true) = (&line.alone, line.name.is_empty() && !line.order.is_empty()) {
            let (order, name) = alone.split_once(['.', ':', '-', ')']).unwrap_or(("", alone));
            let (order, name) = (order.trim(), name.trim());
            let manner = if roman(order) || is_called_phase(alone) { Manner::Roman } else { Manner::Plain };
            let said = alone.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
            let (order, name) = if roman(order) { (order, name) } else { ("", alone.as_str()) };
            return said.then(|| (manner, order.to_string(), name.to_string()));
        }
        if line.name.is_empty() {
            return None;
        }
        let found = |manner| Some((manner, line.order.clone(), line.name.clone()));
        let nobody = line.who.is_empty() && !line.shared_who && line.role.is_empty() && line.next.is_empty();
        if roman(&line.order) && nobody && (figures || says && line.is_bare()) {
            return found(Manner::Roman);
        }
        let inside = format!("{}.", line.order);
        let next = lines.get(place + 1).map_or("", |next| next.order.as_str());
        if !line.order.is_empty() && nobody && next.starts_with(&inside) {
            return found(Manner::Figure);
        }
        if !line.is_bare() || !says {
            return None;
        }
        let one = line.order.chars().count() == 1
            && line.order.starts_with(|letter: char| letter.is_ascii_uppercase());
        if is_called_phase(&line.name) {
            return found(Manner::Roman);
        }
        if one && figures {
            return found(Manner::Letter);
        }
        let across =
            self.heading.columns.get(&Column::Name).and_then(|at| self.sheet.merged_at(line.at, *at));
        let across = across.is_some_and(|area| area.columns.0 < area.columns.1);
        (line.order.is_empty() || across).then(|| found(Manner::Plain)).flatten()
    }

    fn total(&mut self, line: &FilledRow) {
        let (Some(said), rows) = (WorkingTime::parse(&line.time), &self.table.rows) else { return };
        let times = rows.iter().filter_map(|row| WorkingTime::parse(&row.time)).map(WorkingTime::minutes);
        if said.minutes() != times.fold(0, u32::saturating_add) {
            self.remark(SheetRemark::Total { row: line.at + 1, text: line.time.clone() });
        }
    }

    fn step(&mut self, line: &FilledRow) {
        let row = line.at + 1;
        let nobody = line.who.is_empty() && line.time.is_empty();
        match marks(&line.name) {
            Some(Mark::Start) if nobody => {
                let order = line.order.clone();
                self.table.start =
                    Some(ProcessRow { order, next: line.next.clone(), line: row, ..ProcessRow::default() });
                return;
            }
            Some(Mark::End) if nobody && line.next.is_empty() => {
                self.table.ends.extend(Some(line.order.clone()).filter(|order| !order.is_empty()));
                return;
            }
            _ => {}
        }
        if line.name.is_empty() && line.order.is_empty() && line.says() {
            return self.go_on(line);
        }
        if line.name.is_empty() && !line.says() {
            return;
        }
        let before = self.table.rows.last().map(|row| row.responsible.clone()).unwrap_or_default();
        let responsible = match line.who.as_str() {
            "-" | "–" | "—" => String::new(),
            // Cells of several lines that belong together are written once.
            "" if before.is_empty() => before,
            "" => {
                if !line.shared_who {
                    self.remark(SheetRemark::Inherited { row, who: before.clone() });
                }
                before
            }
            who => self.doer(who, row),
        };
        if line.shared_time {
            self.remark(SheetRemark::SharedTime { row });
        }
        self.table.rows.push(ProcessRow {
            order: self.order(line),
            name: line.name.clone(),
            responsible,
            role: line.role.clone(),
            time: line.time.clone(),
            product: line.product.clone(),
            next: line.next.clone(),
            english: line.english.clone(),
            line: row,
        });
    }

    /// Its number; where a sheet took `1.10` for a number, the one that follows `1.9`.
    fn order(&self, line: &FilledRow) -> String {
        if line.order.is_empty() {
            return (self.table.rows.len() + 1).to_string();
        }
        let before = self.table.rows.last().and_then(|row| row.order.rsplit_once('.'));
        if let (Some((whole, last)), Some((own, part))) = (before, line.order.rsplit_once('.'))
            && whole == own
            && let (Ok(last), Ok(part)) = (last.parse::<u32>(), part.parse::<u32>())
            && last + 1 == part * 10
        {
            return format!("{whole}.{}", last + 1);
        }
        line.order.clone()
    }

    /// The one who does it, of those a cell names; the others are told.
    fn doer(&mut self, cell: &str, row: usize) -> String {
        let is_item = |line: &str| line.starts_with(['-', '+', '•', '*']);
        let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let parts: Vec<String> = if lines.iter().filter(|line| is_item(line)).count() > 1 {
            lines.iter().map(|line| one_line(line.trim_start_matches(['-', '+', '•', '*']))).collect()
        } else {
            one_line(cell).split(';').map(one_line).collect()
        };
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let leads = |part: &String| part.to_lowercase().starts_with("chủ trì");
        let Some(lead) = parts.iter().position(leads).or((!parts.is_empty()).then_some(0)) else {
            return String::new();
        };
        let first = parts[lead].split_once(':').filter(|_| leads(&parts[lead]));
        let first = first.map_or(parts[lead].clone(), |(_, who)| one_line(who));
        let others: Vec<String> = parts
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != lead)
            .map(|(_, part)| part.clone())
            .collect();
        if !others.is_empty() {
            self.remark(SheetRemark::Doers { row, first: first.clone(), others: others.join("; ") });
        }
        first
    }

    /// A line without number and name goes on with the one above.
    fn go_on(&mut self, line: &FilledRow) {
        let row = line.at + 1;
        let times = self.table.rows.iter().filter_map(|row| WorkingTime::parse(&row.time));
        let sum = times.map(WorkingTime::minutes).fold(0, u32::saturating_add);
        let total = WorkingTime::parse(&line.time).is_some_and(|time| time.minutes() == sum);
        if total && line.who.is_empty() && line.product.is_empty() && line.next.is_empty() {
            return;
        }
        let Some(last) = self.table.rows.last_mut() else {
            return self.problems.push(TableProblem { row, fault: TableFault::NoName });
        };
        if !last.time.is_empty() && !line.time.is_empty() {
            return self.problems.push(TableProblem { row, fault: TableFault::TwoTimes });
        }
        for (own, more) in
            [(&mut last.product, &line.product), (&mut last.next, &line.next), (&mut last.time, &line.time)]
        {
            if !more.is_empty() {
                *own = if own.is_empty() { more.clone() } else { format!("{own}; {more}") };
            }
        }
        let (first, others) = (last.responsible.clone(), one_line(&line.who));
        if first.is_empty() {
            last.responsible = others;
        } else if !others.is_empty() && others != first {
            self.remark(SheetRemark::Doers { row, first, others });
        }
    }
}
