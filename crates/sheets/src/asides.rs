//! What the library that reads cells does not tell of a sheet: what is hidden in it, what is merged, and which formulas
//! were never worked out.

use crate::{MergedCells, UnreadableSheet};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};

/// Merged areas and columns of one sheet that are looked at.
const AREAS_MAX: usize = 20_000;

#[derive(Default)]
pub struct Asides {
    pub hidden_rows: Vec<usize>,
    pub hidden_columns: Vec<usize>,
    pub merged: Vec<MergedCells>,
    /// Cells whose formula has no value, with the formula.
    pub open: Vec<(usize, usize, String)>,
}

/// Of each sheet of a book, in its order; nothing where its parts are not where they should be.
pub fn read<R: Read + Seek>(book: &mut zip::ZipArchive<R>) -> Result<Vec<Asides>, UnreadableSheet> {
    let root = links(book, "_rels/.rels", "")?;
    let Some(root) = root.into_iter().find(|link| link.kind.ends_with("/officeDocument")) else {
        return Ok(Vec::new());
    };
    let (folder, file) = root.to.rsplit_once('/').unwrap_or(("", &root.to));
    let links = links(book, &within(folder, &format!("_rels/{file}.rels")), folder)?;
    let paths: HashMap<String, String> = links.into_iter().map(|link| (link.id, link.to)).collect();
    let mut ids = Vec::new();
    events(book, &root.to, |event| {
        if let Event::Empty(tag) | Event::Start(tag) = event
            && tag.local_name().as_ref() == "sheet"
        {
            let id = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "id");
            ids.push(id.map(|id| id.value.to_string()).unwrap_or_default());
        }
    })?;
    ids.iter().map(|id| paths.get(id).map_or(Ok(Asides::default()), |path| sheet(book, path))).collect()
}

struct Relationship {
    kind: String,
    id: String,
    to: String,
}

/// The links of a part, as paths inside the file.
fn links<R: Read + Seek>(
    book: &mut zip::ZipArchive<R>,
    path: &str,
    folder: &str,
) -> Result<Vec<Relationship>, UnreadableSheet> {
    let mut links = Vec::new();
    events(book, path, |event| {
        if let Event::Empty(tag) | Event::Start(tag) = event
            && let (Some(kind), Some(id), Some(to)) =
                (said(tag, "Type"), said(tag, "Id"), said(tag, "Target"))
        {
            let to = to.strip_prefix('/').map_or_else(|| within(folder, &to), str::to_string);
            links.push(Relationship { kind, id, to });
        }
    })?;
    Ok(links)
}

fn within(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_string() } else { format!("{folder}/{path}") }
}

fn sheet<R: Read + Seek>(book: &mut zip::ZipArchive<R>, path: &str) -> Result<Asides, UnreadableSheet> {
    let mut asides = Asides::default();
    let (mut row, mut cell, mut last) = (0usize, None, 0usize);
    let (mut formula, mut valued, mut inside, mut value) = (None::<String>, false, false, false);
    let mut hidden_unless_said = false;
    events(book, path, |event| match event {
        Event::Start(tag) | Event::Empty(tag) => {
            let whole = matches!(event, Event::Empty(_));
            match tag.local_name().as_ref() {
                "sheetFormatPr" => {
                    hidden_unless_said =
                        is_true(said(tag, "zeroHeight")) || is_none(said(tag, "defaultRowHeight"));
                }
                "col" => {
                    let number = |name| said(tag, name).and_then(|text| text.parse::<usize>().ok());
                    let narrow = is_none(said(tag, "width"));
                    if let (Some(first), Some(last)) = (number("min"), number("max"))
                        && (is_true(said(tag, "hidden")) || narrow)
                    {
                        let last = last.min(crate::COLUMNS_MAX);
                        asides
                            .hidden_columns
                            .extend((first..=last).filter_map(|column| column.checked_sub(1)));
                    }
                }
                "row" => {
                    row = said(tag, "r").and_then(|text| text.parse().ok()).unwrap_or(row + 1);
                    last = 0;
                    let height = said(tag, "ht");
                    // A height of its own that nobody says is how some programs write none.
                    let unsaid = height.is_none() && is_true(said(tag, "customHeight"));
                    let own = height.is_some() && !is_none(height.clone());
                    let told = said(tag, "hidden");
                    let hidden = told.map_or(hidden_unless_said && !own, |told| is_true(Some(told)))
                        || unsaid
                        || is_none(height);
                    if hidden && row > 0 && row <= crate::ROWS_MAX {
                        asides.hidden_rows.push(row - 1);
                    }
                }
                "c" if !whole => {
                    let place = said(tag, "r").and_then(|name| place(&name));
                    let place = place.unwrap_or((row.saturating_sub(1), last));
                    last = place.1 + 1;
                    // What is text may well be empty.
                    (cell, formula, valued) =
                        (Some(place), None, said(tag, "t").is_some_and(|kind| kind == "str"));
                }
                "c" => last += 1,
                "f" => (formula, inside) = (Some(String::new()), !whole),
                "v" => (value, inside) = (!whole, false),
                "is" => valued = valued || !whole,
                "mergeCell" => {
                    if let Some(area) = said(tag, "ref").and_then(|name| area(&name))
                        && asides.merged.len() < AREAS_MAX
                    {
                        asides.merged.push(area);
                    }
                }
                _ => {}
            }
        }
        Event::Text(words) if value => valued = valued || !words.as_ref().trim().is_empty(),
        Event::Text(words) if inside => {
            if let (Some(formula), text) = (formula.as_mut(), words.as_ref())
                && formula.len() < 200
            {
                formula.push_str(text);
            }
        }
        Event::End(tag) => match tag.local_name().as_ref() {
            "f" => inside = false,
            "v" => value = false,
            "c" => {
                if let (Some((row, column)), Some(formula), false) = (cell.take(), formula.take(), valued)
                    && row < crate::ROWS_MAX
                    && column < crate::COLUMNS_MAX
                {
                    asides.open.push((row, column, format!("={formula}")));
                }
            }
            _ => {}
        },
        _ => {}
    })?;
    Ok(asides)
}

fn events<R: Read + Seek>(
    book: &mut zip::ZipArchive<R>,
    path: &str,
    mut each: impl FnMut(&Event),
) -> Result<(), UnreadableSheet> {
    // The other library tells whether what must be there is there.
    let Ok(part) = book.by_name(path) else { return Ok(()) };
    let part: &mut dyn BufRead = &mut BufReader::new(part);
    let (mut reader, mut buffer) = (Reader::from_reader(part), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| UnreadableSheet::NotXlsx)? {
            Event::Eof => return Ok(()),
            event => each(&event),
        }
    }
}

fn said(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(attribute.value.to_string())
}

/// A height or a width, in points or letters, of which nobody sees anything.
fn is_none(size: Option<String>) -> bool {
    const SEEN: f64 = 1.0;
    size.and_then(|size| size.parse::<f64>().ok()).is_some_and(|size| size < SEEN)
}

fn is_true(text: Option<String>) -> bool {
    matches!(text.as_deref(), Some("1" | "true"))
}

/// `B3` as row and column, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let mut column = 0usize;
    for letter in name[..digits].bytes() {
        let letter = letter.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() || column > 20_000 {
            return None;
        }
        column = column * 26 + usize::from(letter - b'A') + 1;
    }
    let row: usize = name[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn area(name: &str) -> Option<MergedCells> {
    let (first, last) = name.split_once(':')?;
    let (first, last) = (place(first)?, place(last)?);
    Some(MergedCells { rows: (first.0, last.0), columns: (first.1, last.1) })
}
