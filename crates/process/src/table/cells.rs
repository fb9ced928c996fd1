//! The rows below the headings: which are steps, which name a phase, and which only say something.

use super::bounds::{self, Bounds};
use super::filled_row::{FilledRow, Mark, marks};
use super::heading::{Column, TableHeading};
use super::next::reads_as_way;
use super::numbering::{self, Numbering, NumberingLevel};
use super::remark::{SheetRemark, letters};
use super::sheet::{self, TableSheet};
use super::{Phase, ProcessRow, ProcessTable, TableFault, TableProblem};
use crate::time::WorkingTime;
use std::collections::HashSet;
use typed::{digits, one_line};

/// The table of a file: of the sheet with the headings, with whatever stands above and below it.
pub fn table(sheets: &[TableSheet]) -> Result<ProcessTable, Vec<TableProblem>> {
    let mut remarks = Vec::new();
    let (sheet, heading) = sheet::with_headings(sheets, &mut remarks).map_err(|problem| vec![problem])?;
    let mut reading = Reading {
        sheet,
        heading: &heading,
        bounds: bounds::of(sheet, &heading),
        letters: Vec::new(),
        phase_who: None,
        table: ProcessTable::default(),
        problems: Vec::new(),
    };
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

/// The lines of a cell, each tidied.
fn lines(cell: &str) -> String {
    let lines: Vec<String> = cell.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What stands alone above the table, else on the sheets before it.
fn title(sheets: &[TableSheet], sheet: &TableSheet, heading: usize) -> String {
    let alone = |line: &Vec<String>| {
        let mut said = line.iter().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty());
        said.next().filter(|_| said.next().is_none())
    };
    let own = sheet.cells[..heading].iter().take(5).find_map(alone);
    let covers = sheets.iter().take_while(|other| other.name != sheet.name).filter(|other| !other.hidden);
    own.or_else(|| covers.flat_map(|cover| cover.cells.iter().take(5)).find_map(alone)).unwrap_or_default()
}

pub(super) struct Reading<'a> {
    pub(super) sheet: &'a TableSheet,
    pub(super) heading: &'a TableHeading,
    bounds: Bounds,
    /// Single capital letters by which rows are numbered.
    pub(super) letters: Vec<char>,
    /// Who is said to do what lies in the phase that was just come to.
    phase_who: Option<String>,
    pub(super) table: ProcessTable,
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
            let below = (self.heading.rows.1..self.bounds.end)
                .any(|row| !self.sheet.cell(row, place).trim().is_empty());
            let column = letters(place);
            if !read.contains(&place) && !text.is_empty() && below {
                let heading = text.clone();
                if let Some(row) = self.way_in(place) {
                    let fault = TableFault::WaysNotRead { column, heading };
                    self.problems.push(TableProblem { row: row + 1, fault });
                    continue;
                }
                self.table.remarks.push(SheetRemark::ColumnNotRead { column, heading });
            } else if read.contains(&place) && below && self.sheet.hidden_columns.contains(&place) {
                self.table.remarks.push(SheetRemark::HiddenColumn { column });
            }
        }
    }

    /// The first row in which an unknown column says where a step leads, where no known one does: passed over, it would
    /// make another process of it.
    fn way_in(&self, place: usize) -> Option<usize> {
        let reads = |row: &usize| reads_as_way(self.sheet.cell(*row, place));
        (self.heading.rows.1..self.bounds.end)
            .find(|row| !self.heading.columns.contains_key(&Column::Next) && reads(row))
    }

    fn lines(&mut self) -> Vec<FilledRow> {
        let mut lines: Vec<FilledRow> = Vec::new();
        let hidden: HashSet<usize> = self.sheet.hidden_rows.iter().copied().collect();
        for at in self.heading.rows.1..self.bounds.end {
            let line = self.line(at);
            let again = self.bounds.again.contains(&at);
            if line.first.is_empty() || again || (lines.is_empty() && self.is_numbering(at)) {
                continue;
            }
            if hidden.contains(&at) {
                self.remark(SheetRemark::HiddenRow { row: at + 1 });
            }
            lines.push(line);
        }
        self.letters = numbering::letters(lines.iter().map(|line| line.order.as_str()));
        lines
    }

    pub(super) fn number(&self, line: &FilledRow) -> Option<Numbering> {
        Numbering::read(&line.order, &self.letters)
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
            next: digits(&lines(raw(Column::Next))),
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
            // `3/2` may be a day of the year.
            let parts = time.split_once('/').map(|(above, below)| [above, below].map(str::parse::<u32>));
            let unit = unit.filter(|_| !matches!(&parts, Some([Ok(above), Ok(below)]) if above >= below));
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
        let says = lines.iter().filter(|line| line.says()).count();
        let figures = lines.iter().any(|line| line.order.starts_with(|letter: char| letter.is_ascii_digit()));
        let over = self.last(lines);
        let mut open: Vec<(NumberingLevel, usize)> = Vec::new();
        // What the rows of the phases say beside their names.
        let mut named: Vec<&FilledRow> = Vec::new();
        let mut details: Vec<Numbering> = Vec::new();
        for (place, line) in lines[..over].iter().enumerate() {
            let row = line.at + 1;
            if line.is_total() {
                self.total(line);
                continue;
            }
            let number = self.number(line);
            if let Some(number) = &number {
                // What is numbered as the phase itself, or as what lies around it, is no longer in it.
                while let Some((_, phase)) = open.last()
                    && let Some(of) = Numbering::read(&self.table.phases[*phase].order, &self.letters)
                    && number.ends(&of)
                    && self.is_numbered_inside(*phase, &of)
                {
                    open.pop();
                }
            }
            let levels: Vec<NumberingLevel> = open.iter().map(|(level, _)| *level).collect();
            let found = self.phase(lines, place, figures, says > 0, &levels);
            let bare_end = line.is_bare() && found.is_some();
            let follows = lines[place + 1..over].iter().any(|line| line.says() && !line.is_total());
            let detail = number.as_ref().is_some_and(|own| details.iter().any(|of| own.is_part_of(of)));
            if line.is_note() || (bare_end && !follows) || (detail && line.is_bare()) {
                self.remark(SheetRemark::Note { row, text: line.first.clone() });
                continue;
            }
            if line.is_bare() && ["hết giai đoạn", "end of phase"].iter().any(|over| line.is_called(over))
            {
                open.pop();
                continue;
            }
            if let Some((level, order, name)) = found {
                if let Some(same) = open.iter().position(|(other, _)| *other == level) {
                    open.truncate(same);
                }
                self.remark(SheetRemark::Phase { row, name: name.clone() });
                let rows = self.table.rows.len()..self.table.rows.len();
                self.table.phases.push(Phase { order, name, rows, line: row });
                named.push(line);
                details.clear();
                self.phase_who = Some(line.who.clone()).filter(|who| !who.is_empty());
                open.push((level, self.table.phases.len() - 1));
                continue;
            }
            details.extend(number.filter(|_| line.says()));
            self.step(line);
            self.phase_who = None;
            for (_, phase) in &open {
                self.table.phases[*phase].rows.end = self.table.rows.len();
            }
        }
        self.said_of_phases(&named);
        self.below(lines, over);
        let empty = |phase: &Phase| phase.rows.is_empty();
        for phase in self.table.phases.iter().filter(|phase| empty(phase)) {
            let told = SheetRemark::Phase { row: phase.line, name: phase.name.clone() };
            let note = SheetRemark::Note { row: phase.line, text: phase.name.clone() };
            self.table
                .remarks
                .iter_mut()
                .filter(|remark| **remark == told)
                .for_each(|remark| *remark = note.clone());
        }
        self.table.phases.retain(|phase| !empty(phase));
    }

    /// How many of the lines are the table: what follows the last step is not.
    fn last(&self, lines: &[FilledRow]) -> usize {
        let timed = |line: &FilledRow| WorkingTime::parse(&line.time).is_some();
        let is_step = |line: &FilledRow| {
            !line.order.is_empty() && !line.name.is_empty() || !line.who.is_empty() && timed(line)
        };
        let numbered = lines.iter().rposition(|line| line.says() && !line.order.is_empty());
        let up_to = numbered.map_or(&[][..], |last| &lines[..=last]);
        let says = up_to.iter().filter(|line| line.says()).count();
        let ordered = up_to.iter().filter(|line| line.says() && !line.order.is_empty()).count();
        // Where the steps are numbered, the last of them ends it; else the last with a time, if a row is left out below it.
        let by_number =
            self.heading.columns.contains_key(&Column::Order) && ordered > 0 && 2 * ordered >= says;
        let last = match by_number {
            true => lines.iter().rposition(is_step),
            false => lines.iter().rposition(|line| timed(line) && !line.is_total()).map(|last| {
                let apart = |two: &&[FilledRow]| two[1].at == two[0].at + 1;
                last + lines[last..].windows(2).take_while(apart).count()
            }),
        };
        let Some(last) = last else { return lines.len() };
        // What goes on with it stands right below it.
        let goes_on = |two: &&[FilledRow]| {
            let line = &two[1];
            line.at == two[0].at + 1 && line.name.is_empty() && line.order.is_empty() && line.says()
        };
        let last = last + lines[last..].windows(2).take_while(goes_on).count();
        let end = lines.iter().rposition(|line| line.is_total() || marks(&line.name).is_some());
        let over = end.map_or(last, |end| end.max(last)) + 1;
        lines.iter().position(FilledRow::is_signed).map_or(over, |signed| over.min(signed))
    }

    /// What stands below the table is told, once.
    fn below(&mut self, lines: &[FilledRow], over: usize) {
        let first = lines.get(over).map(|line| (line.at, line.first.clone())).or_else(|| {
            let said = |row: usize| {
                self.sheet.cells[row].iter().map(|cell| one_line(cell)).find(|cell| !cell.is_empty())
            };
            (self.bounds.end..self.sheet.cells.len()).find_map(|row| Some((row, said(row)?)))
        });
        let said = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
        let (Some((first, text)), Some(last)) = (first, self.sheet.cells.iter().rposition(said)) else {
            return;
        };
        self.remark(match first == last {
            true => SheetRemark::Note { row: first + 1, text },
            false => SheetRemark::Below { rows: (first + 1, last + 1), text },
        });
    }

    /// A sum that is not that of all steps, nor of one phase, is told.
    fn total(&mut self, line: &FilledRow) {
        let Some(said) = WorkingTime::parse(&line.time) else { return };
        let sum = |rows: &[ProcessRow]| {
            let times = rows.iter().filter_map(|row| WorkingTime::parse(&row.time));
            times.map(WorkingTime::minutes).fold(0, u32::saturating_add)
        };
        let phases = self.table.phases.iter().map(|phase| &self.table.rows[phase.rows.clone()]);
        if !phases.chain([&self.table.rows[..]]).any(|rows| sum(rows) == said.minutes()) {
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
        let of_phase = self.phase_who.take().map(|who| self.doer(&who, row));
        let before = self.table.rows.last().map(|row| row.responsible.clone());
        let before = of_phase.or(before).unwrap_or_default();
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
