//! SQL stands in `storage` and nowhere else: every source of the other crates is read for statements, for the calls of a
//! transaction that take one, and for the drivers.

use super::written::{literals, sources};
use std::path::Path;

/// Where it may stand: tests of several crates make and drop databases of their own.
const HOME: [&str; 2] = ["storage", "testkit"];

/// What begins a statement, and a word that follows in it: "Select a row" in a sentence is none.
const STATEMENTS: &[(&str, &str)] = &[
    ("select ", ""),
    ("insert into ", ""),
    ("update ", " set "),
    ("delete from ", ""),
    ("with ", " select "),
    ("create ", " table "),
    ("create ", " index "),
    ("alter table ", ""),
    ("drop ", " table "),
    ("drop ", " index "),
    ("pragma ", ""),
];

/// What takes a statement or leads to one.
const CALLS: &[&str] = &[
    "tx.query(",
    "tx.query_one(",
    "tx.execute(",
    "tx.each(",
    "tx.insert(",
    "tx.lock(",
    "tx.lock_one(",
    "params![",
    "rusqlite::",
    "postgres::",
];

fn is_statement(text: &str) -> bool {
    // Statements are written in small letters, spread over lines.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    STATEMENTS.iter().any(|(begins, goes_on)| text.starts_with(begins) && text.contains(goes_on))
}

fn calls(source: &str) -> Vec<&'static str> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    // A chain is broken over lines where it is long.
    let joined: String = source.split_whitespace().collect();
    CALLS.iter().filter(|call| joined.contains(*call)).copied().collect()
}

#[test]
fn only_storage_says_sql() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut read = 0;
    for entry in std::fs::read_dir(crates).unwrap().flatten() {
        if HOME.iter().any(|home| entry.file_name() == *home) {
            continue;
        }
        let mut found = Vec::new();
        sources(&entry.path().join("src"), &mut found);
        for path in found.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
            let source = std::fs::read_to_string(path).unwrap();
            read += 1;
            for (line, text) in literals(&source) {
                assert!(!is_statement(&text), "{}:{line}: {text}", path.display());
            }
            assert_eq!(calls(&source), [""; 0], "{}", path.display());
        }
    }
    assert!(read > 300, "{read} sources were read");
}

#[test]
fn a_statement_is_known_from_a_sentence() {
    for statement in [
        "select 1",
        "update dossier set stage = ?1",
        "delete from file where id = ?1",
        "insert into {table} ({columns}) values {rows}",
        "with recent as (\n    select id from event\n) select 1",
    ] {
        assert!(is_statement(statement), "{statement}");
    }
    for sentence in ["Select a procedure", "update your browser", "with regard to article 3", "delete it"] {
        assert!(!is_statement(sentence), "{sentence}");
    }
    assert_eq!(calls("app.store.read_now(|tx| {\n    tx\n        .query(sql, &[])\n})"), ["tx.query("]);
    assert_eq!(calls("app::inbox::list(&app, officer)"), [""; 0]);
}
