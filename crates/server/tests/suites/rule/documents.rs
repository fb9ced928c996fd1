//! What the documents name is there: files and folders, names in code, and the arrows between crates.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// Documents that are read beside the code, and lead to it.
const DOCUMENTS: &[&str] = &[
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/glossary.md",
    "docs/jobs.md",
    "docs/operations.md",
    "docs/pages.md",
    "docs/people.md",
    "docs/pictures.md",
    "docs/processes.md",
    "docs/storage.md",
    "docs/tests.md",
];

/// Maximum lines of the page that a newcomer reads first.
const ARCHITECTURE_LINES: usize = 250;

/// What says that a name in a path is made up, or where a new thing would lie.
const MADE_UP: &[&str] = &["NAME", "NNNN", "petition", "…", "*"];

/// Shapes that commands and addresses have too.
fn is_path(quoted: &str) -> bool {
    let of_a_file = [".rs", ".html", ".md", ".toml", ".sql", ".tsv", ".txt", ".svg", ".jsonl"];
    let letters = |letter: char| letter.is_ascii_alphanumeric() || "_-./{},".contains(letter);
    quoted.chars().all(letters)
        && !quoted.starts_with(['/', '.'])
        && (of_a_file.iter().any(|end| quoted.ends_with(end)) || quoted.contains("/src"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace").to_path_buf()
}

/// Every file and folder, as the end of a path that may be named: `/acts/tests/listed.rs`.
fn tree(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if name == "target" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            tree(&path, found);
        }
        found.push(path);
    }
}

/// `a/{b,c}.rs` are two.
fn each(path: &str) -> Vec<String> {
    let Some((head, rest)) = path.split_once('{') else { return vec![path.to_string()] };
    let (among, tail) = rest.split_once('}').expect("a closing brace");
    among.split(',').map(|one| format!("{head}{one}{tail}")).collect()
}

/// What stands between backticks, outside blocks of code.
fn quoted(document: &str) -> Vec<String> {
    let prose = document.split("```").step_by(2);
    prose.flat_map(|text| text.split('`').skip(1).step_by(2)).map(str::to_string).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

#[test]
fn every_path_in_the_documents_leads_somewhere() {
    let root = root();
    let mut all = Vec::new();
    tree(&root, &mut all);
    let all: Vec<String> = all.iter().map(|path| path.display().to_string()).collect();
    let mut lost = Vec::new();
    let mut looked_for = 0;
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root.join(document)).expect("a document");
        let paths = quoted(&text).into_iter().filter(|quoted| is_path(quoted));
        for path in paths.filter(|path| !MADE_UP.iter().any(|word| path.contains(word))) {
            for path in each(path.trim_end_matches('/')) {
                looked_for += 1;
                if !all.iter().any(|one| one.ends_with(&format!("/{path}"))) {
                    lost.push(format!("{document}: {path}"));
                }
            }
        }
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| !link.is_empty() && !link.starts_with("http")) {
            if !root.join(document).parent().expect("a folder").join(link).exists() {
                lost.push(format!("{document}: the link {link}"));
            }
        }
    }
    assert!(looked_for > 100, "only {looked_for} paths");
    assert_eq!(lost, Vec::<String>::new());
}

/// Lines of files, without comments.
fn lines_of_code<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Vec<String> {
    let sources = files.filter(|file| file.is_file()).filter_map(|file| std::fs::read_to_string(file).ok());
    let lines = sources.flat_map(|source| source.lines().map(str::to_string).collect::<Vec<_>>());
    lines.filter(|line| !line.trim_start().starts_with("//")).collect()
}

/// What a line defines: a type, a function, or a constant or variant, which begins its line.
fn defined_by(line: &str) -> Option<String> {
    let mut line = words(line);
    let before = ["pub", "crate", "super", "in", "const", "async"];
    let kinds = ["struct", "enum", "type", "trait", "fn", "mod", "macro_rules"];
    match line.by_ref().find(|word| !before.contains(word)) {
        Some(kind) if kinds.contains(&kind) => line.next().map(str::to_string),
        name => name.map(str::to_string),
    }
}

#[test]
fn every_name_of_a_crate_in_the_architecture_is_defined_there() {
    let root = root();
    let crates = root.join("crates");
    let mut files = Vec::new();
    tree(&crates, &mut files);
    let text = std::fs::read_to_string(root.join("ARCHITECTURE.md")).expect("the page");
    let (mut looked_for, mut lost) = (0, Vec::new());
    for quoted in quoted(&text) {
        // `app::inbox::list(&app, …)`, `ui::words!`
        let path = quoted.split(['(', '!', '<']).next().unwrap_or_default();
        let mut path: Vec<&str> = path.split("::").collect();
        let Some(name) = path.pop().filter(|_| path.first().is_some_and(|home| crates.join(home).is_dir()))
        else {
            continue;
        };
        looked_for += 1;
        // A type is no folder.
        let modules = path[1..].iter().take_while(|name| name.starts_with(char::is_lowercase));
        let home = modules.fold(crates.join(path[0]).join("src"), |home, module| home.join(module));
        let is_module = |place: &Path| place.is_dir() || place.with_extension("rs").is_file();
        let within =
            files.iter().filter(|file| file.starts_with(&home) || **file == home.with_extension("rs"));
        let is_there = is_module(&home.join(name))
            || lines_of_code(within).iter().any(|line| defined_by(line).as_deref() == Some(name));
        if !is_there {
            lost.push(quoted);
        }
    }
    assert!(looked_for > 15, "only {looked_for} names");
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_name_in_the_glossary_is_in_the_code() {
    let root = root();
    let mut files = Vec::new();
    tree(&root.join("crates"), &mut files);
    let (mut defined, mut said) = (HashSet::new(), HashSet::new());
    for line in lines_of_code(files.iter()) {
        said.extend(words(&line).map(str::to_string));
        defined.extend(defined_by(&line));
    }
    let text = std::fs::read_to_string(root.join("docs/glossary.md")).expect("the glossary");
    let mut lost = Vec::new();
    for quoted in quoted(&text) {
        // Addresses, codes and what people write are no names: they have other letters too.
        if quoted.contains(['/', '-', '.', '=']) {
            continue;
        }
        let is_lost = |word: &&str| match word.starts_with(|letter: char| letter.is_ascii_uppercase()) {
            true => !defined.contains(*word),
            false => !said.contains(*word),
        };
        lost.extend(words(&quoted).filter(is_lost).map(|word| format!("{word} of `{quoted}`")));
    }
    assert_eq!(lost, Vec::<String>::new());
}

/// Of each crate, what it says in its file that it uses; tests aside.
fn arrows(root: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let folders = std::fs::read_dir(root.join("crates")).expect("the crates").flatten();
    let files = folders.map(|entry| entry.path().join("Cargo.toml")).filter(|file| file.exists());
    let read = files.map(|file| {
        let text = std::fs::read_to_string(&file).expect("a Cargo.toml");
        let table: toml::Table = text.parse().expect("TOML");
        let uses = table.get("dependencies").and_then(|table| table.as_table());
        let uses = uses.into_iter().flat_map(|table| table.keys().cloned()).collect();
        (file.parent().expect("a folder").file_name().expect("a name").to_string_lossy().to_string(), uses)
    });
    let mut arrows: BTreeMap<String, BTreeSet<String>> = read.collect();
    let ours: BTreeSet<String> = arrows.keys().cloned().collect();
    for uses in arrows.values_mut() {
        uses.retain(|name| ours.contains(name));
    }
    arrows
}

#[test]
fn the_arrows_between_crates_are_those_of_the_page() {
    let root = root();
    let real = arrows(&root);
    let text = std::fs::read_to_string(root.join("ARCHITECTURE.md")).expect("the page");
    assert!(text.lines().count() <= ARCHITECTURE_LINES, "{} lines", text.lines().count());
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [name, _, uses, _] = cells[..] else { return None };
        let name = name.strip_prefix("| `")?.strip_suffix('`')?.to_string();
        let named: BTreeSet<String> = quoted(uses).into_iter().collect();
        let uses = match uses.starts_with("all but") {
            true => real.keys().filter(|one| !named.contains(*one) && **one != name).cloned().collect(),
            false => named,
        };
        real.contains_key(&name).then_some((name, uses))
    });
    let mut drawn: BTreeMap<String, BTreeSet<String>> = rows.collect();
    // No program of ours uses what tests share.
    drawn.get_mut("server").expect("its row").remove("testkit");
    assert_eq!(drawn.keys().collect::<Vec<_>>(), real.keys().collect::<Vec<_>>());
    for (name, uses) in &real {
        let said: Vec<_> = drawn[name].iter().filter(|one| real.contains_key(*one)).collect();
        assert_eq!(said, uses.iter().collect::<Vec<_>>(), "of {name}");
    }
}
