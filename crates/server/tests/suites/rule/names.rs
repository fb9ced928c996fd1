//! A type's name is told from all others in a search: no two in the program bear the same, but for those that are one idea
//! everywhere.

use super::written::sources;
use std::collections::BTreeMap;
use std::path::Path;

/// Names that each folder of a page has, each job, each crate that may fail: never seen without their module.
const EVERYWHERE: &[&str] = &["Page", "Submit", "Words", "Error"];

/// Where a name is that of something else on purpose: the arguments of a command bear its name, a record of a data file that of
/// what it becomes.
const NAMESAKES: &[&str] = &["server/src/command/", "province/src/data"];

/// Names in the reading, checking and designing of processes that others bear too, until each has a word more.
const STILL: &[&str] = &[];

/// The name a line defines; nothing where it defines none.
fn defined(line: &str) -> Option<&str> {
    let said = line.trim_start();
    let said = match said.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => said,
    };
    let (kind, rest) = said.split_once(' ')?;
    // A type within a trait is named by the trait.
    let defines = matches!(kind, "struct" | "enum" | "trait") || kind == "type" && !line.starts_with(' ');
    let name = rest.split(|letter: char| !letter.is_alphanumeric()).next()?;
    (defines && name.starts_with(char::is_uppercase)).then_some(name)
}

#[test]
fn no_two_types_bear_one_name() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).expect("the crates").flatten() {
        sources(&entry.path().join("src"), &mut files);
    }
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let place = file.strip_prefix(crates).expect("a source").display().to_string();
        if NAMESAKES.iter().any(|folder| place.starts_with(folder)) {
            continue;
        }
        let source = std::fs::read_to_string(file).expect("a source");
        for name in source.lines().filter_map(defined).filter(|name| !EVERYWHERE.contains(name)) {
            bearers.entry(name.into()).or_default().push(place.clone());
        }
    }
    assert!(bearers.len() > 500, "only {} types", bearers.len());
    bearers.retain(|_, places| places.len() > 1);
    let twice: Vec<&str> = bearers.keys().map(String::as_str).collect();
    assert_eq!(twice, STILL, "{bearers:#?}");
}
