//! What pages draw and what is read is said once: no template names a field by a literal, no page reads one by a literal.

use std::fs;
use std::path::{Path, PathBuf};

/// Files of the crates with pages, by their ending.
fn files(ending: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    for pages in ["ui", "web", "portal", "onestop"] {
        walk(&crates.join(pages).join("src"), ending, &mut found);
    }
    assert!(found.len() > 30);
    found
}

/// Where a field is drawn, whatever it is called.
const COMPONENT: &str = "field/field.html";

#[test]
fn no_template_names_a_field_or_says_a_value_by_itself() {
    for (path, text) in files("html") {
        for tag in text.split('<').filter(|tag| !tag.starts_with("meta")) {
            let tag = tag.split('>').next().unwrap();
            for name in tag.split(" name=\"").skip(1) {
                let drawn = path.ends_with(COMPONENT) && name.starts_with("{{ name }}");
                assert!(drawn, "{}: <{tag}>", path.display());
            }
        }
    }
}

/// A page is drawn in every state where it is written, not only where somebody happens to go.
#[test]
fn every_page_has_tests_beside_it() {
    for (path, text) in files("rs") {
        let of_a_face =
            ["portal/src", "onestop/src"].iter().any(|face| path.to_string_lossy().contains(face));
        if of_a_face && text.contains("#[template(path = ") {
            let beside = path.with_file_name("tests.rs");
            assert!(beside.exists() || text.contains("mod tests {"), "{}: no tests.rs", path.display());
        }
    }
}

#[test]
fn no_page_reads_a_field_by_a_literal() {
    for (path, text) in files("rs") {
        // What forms are read by is tried there with names of its own.
        let text = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in text.lines().enumerate() {
            for reader in ["raw", "text", "find", "all", "has", "boxes", "names"] {
                for of in ["posted", "held", "sent", "asked"] {
                    let call = format!("{of}.{reader}(\"");
                    assert!(!line.contains(&call), "{}:{}: {line}", path.display(), number + 1);
                }
            }
        }
    }
}

/// What is escaped by whoever made it and is no part: JSON inside a script.
const ESCAPED_ELSEWHERE: &[(&str, &str)] = &[("procedure/page.html", "{{ structured|safe }}")];

#[test]
fn no_template_switches_escaping_off() {
    for (path, text) in files("html") {
        for (place, line) in text.lines().enumerate().filter(|(_, line)| line.contains("|safe")) {
            let known = |(of, written): &(&str, &str)| path.ends_with(of) && line.contains(written);
            let known = ESCAPED_ELSEWHERE.iter().any(known);
            assert!(known, "{}:{}: {}", path.display(), place + 1, line.trim());
        }
    }
}

/// What only parts draw, as their markup begins.
const DRAWN_BY_PARTS: &[&str] = &[
    "class=\"notice",
    "class=\"tag ",
    "class=\"back-link",
    "class=\"table\"",
    "class=\"pager",
    "class=\"summary-list",
    "class=\"task-list\"",
    "class=\"papers\"",
    "class=\"empty\"",
    "class=\"timeline\"",
    "class=\"clock",
    "class=\"error-summary",
    "class=\"diagram-box",
    "class=\"page-title\"",
    "data-print",
    "<dialog",
];

#[test]
fn no_page_writes_by_hand_what_a_part_draws() {
    // The page of parts shows its own heading.
    let apart = ["common/design", "/ui/src/"];
    let apart = |path: &Path| apart.iter().any(|known| path.to_string_lossy().contains(known));
    for (path, text) in files("html").into_iter().filter(|(path, _)| !apart(path)) {
        for (place, line) in text.lines().enumerate() {
            let drawn = DRAWN_BY_PARTS.iter().find(|start| line.contains(**start));
            assert_eq!(drawn, None, "{}:{}: {}", path.display(), place + 1, line.trim());
        }
    }
}

/// Maximum letters of a line of a template.
const LINE_MAX: usize = 120;

#[test]
fn no_line_of_a_template_is_too_long_to_be_read() {
    for (path, text) in files("html") {
        for (place, line) in text.lines().enumerate() {
            let letters = line.chars().count();
            assert!(letters <= LINE_MAX, "{}:{}: {letters} letters", path.display(), place + 1);
        }
    }
}

/// Words no Vietnamese sentence has.
const ENGLISH: &[&str] = &["of", "the", "and", "is", "are", "you", "your", "this", "for", "with", "not"];

#[test]
fn no_vietnamese_sentence_of_a_page_is_english() {
    for (path, text) in files("rs") {
        let Some((_, words)) = text.split_once("words! {\n") else { continue };
        for line in words.split("\n}").next().unwrap().lines().filter(|line| line.contains(" = ")) {
            let vietnamese = line.split('"').nth(1).unwrap_or_default();
            let mut words = vietnamese.split(|letter: char| !letter.is_alphabetic());
            let english = words.find(|word| ENGLISH.contains(word));
            assert_eq!(english, None, "{}: {line}", path.display());
        }
    }
}

/// The compiler does not tell of an unused method that a macro of another crate made.
#[test]
fn every_word_declared_for_a_page_is_said_somewhere() {
    let sources = files("rs");
    let mut said = std::collections::HashSet::new();
    let templates = files("html");
    for (_, text) in sources.iter().chain(&templates) {
        let names = text.split(['.', ':']).map(|after| {
            let end = after.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(after.len());
            after[..end].to_string()
        });
        said.extend(names);
    }
    for (path, text) in &sources {
        let Some((_, words)) = text.split_once("words! {\n") else { continue };
        for line in words.split("\n}").next().unwrap().lines() {
            let Some(line) = line.strip_prefix("    ").filter(|line| line.contains(" = ")) else { continue };
            let name = line.split([' ', '(']).next().unwrap();
            assert!(said.contains(name), "{}: nobody says {name}", path.display());
        }
    }
}
