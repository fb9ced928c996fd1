//! A list that is longer than a page can bear is edited span by span: the rows before and after stay as they are stored.

use super::ListRows;
use serde::Deserialize;
use std::ops::Range;
use ui::FormParam;
use ui::portions::portions;
use ui::submit::HtmlSafe;
use web::{Failure, query};

/// Maximum bytes of the rows on a page, and what stands around the fields of each.
const ROWS_WEIGHT: usize = 24_000;
const AROUND: usize = 900;
/// Bytes of rows from which on no more are added before they are saved.
const FULL: usize = ROWS_WEIGHT + 6_000;

/// Hidden input of a page of rows: which of several pages it is, and which stored rows it stands for.
pub const SPAN: FormParam = FormParam("span");

/// Which page of a long list is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct RowsQuery {
    page: String,
}

impl RowsQuery {
    pub fn number(&self) -> Result<usize, Failure> {
        Ok(query::number(&self.page)?.unwrap_or(1))
    }
}

/// The stored rows a page stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowSpan {
    /// The place of the page among all, the first being 1, and how many there are, where that was counted.
    pub page: usize,
    pub pages: usize,
    /// Nothing where they are all rows of the list.
    pub rows: Option<Range<usize>>,
}

impl RowSpan {
    /// The page of that number of rows of these weights; past the last one, the last.
    pub fn chosen(weights: &[usize], page: usize) -> RowSpan {
        let all = portions(weights, ROWS_WEIGHT);
        if all.len() < 2 {
            return RowSpan::default();
        }
        let page = page.clamp(1, all.len());
        RowSpan { page, pages: all.len(), rows: Some(all[page - 1].clone()) }
    }

    /// As a page of rows says it.
    pub fn parse(said: &str) -> Result<RowSpan, Failure> {
        if said.is_empty() {
            return Ok(RowSpan::default());
        }
        let numbers: Option<Vec<usize>> = said.split('-').map(|number| number.parse().ok()).collect();
        match numbers.as_deref() {
            Some([page, from, to]) if from <= to => {
                Ok(RowSpan { page: *page, pages: 0, rows: Some(*from..*to) })
            }
            _ => Err(Failure::BadRequest),
        }
    }

    /// The stored rows it stands for, of a list of that many.
    pub fn of(&self, stored: usize) -> Range<usize> {
        let rows = self.rows.clone().unwrap_or(0..stored);
        rows.start.min(stored)..rows.end.min(stored)
    }

    /// How many rows stand before it.
    pub fn before(&self) -> usize {
        self.rows.as_ref().map_or(0, |rows| rows.start)
    }

    pub fn hidden_input(&self) -> Option<impl HtmlSafe + use<>> {
        let rows = self.rows.as_ref()?;
        Some(SPAN.hidden_input(format!("{}-{}-{}", self.page, rows.start, rows.end)))
    }
}

impl ListRows<'_> {
    /// What the rows weigh that are shown.
    fn weights(&self) -> Vec<usize> {
        let drawn = |preview: &ui::Field| preview.to_string().len();
        let shown = self.shown.iter();
        shown
            .map(|row| AROUND + row.fields.to_string().len() + row.preview.as_ref().map_or(0, drawn))
            .collect()
    }

    /// Leaves those of the page that was asked for.
    pub(super) fn leave_page(&mut self) {
        self.span = RowSpan::chosen(&self.weights(), self.span.page);
        if let Some(rows) = self.span.rows.clone() {
            self.shown = std::mem::take(&mut self.shown).drain(rows).collect();
        }
    }

    /// Whether more rows may be added before these are saved.
    pub(super) fn has_room(&self) -> bool {
        self.weights().iter().sum::<usize>() < FULL
    }

    /// Keys of stored rows that are not on the page.
    pub fn elsewhere<T>(&self, stored: &[T], id: impl Fn(&T) -> &str) -> Vec<String> {
        let here = self.span.of(stored.len());
        let beyond = stored[..here.start].iter().chain(&stored[here.end..]);
        if self.sent.is_none() { Vec::new() } else { beyond.map(|row| id(row).to_string()).collect() }
    }

    /// Where to go once they are saved: on with a list of several pages, else home from it.
    pub fn after_saving(&self, home: &str, list: &str) -> String {
        match self.span.rows {
            Some(_) => format!("{home}/{list}?page={}", self.span.page),
            None => home.to_string(),
        }
    }
}

#[test]
fn a_span_says_which_rows_it_stands_for_and_is_read_again() {
    let span = RowSpan::chosen(&[ROWS_WEIGHT, 10, 10], 2);
    assert_eq!(span.rows, Some(1..3));
    assert_eq!(RowSpan::chosen(&[ROWS_WEIGHT, 10, 10], 9), span);
    assert_eq!(RowSpan::chosen(&[10, 10], 2), RowSpan::default());
    assert_eq!(RowSpan::parse("2-1-3").unwrap().rows, span.rows);
    assert_eq!(RowSpan::parse("").unwrap().of(5), 0..5);
    assert_eq!(RowSpan::parse("2-1-3").unwrap().of(2), 1..2, "rows that are gone are not stood for");
    assert!(["1-3-2", "x", "1-2", "-"].iter().all(|said| RowSpan::parse(said).is_err()));
}
