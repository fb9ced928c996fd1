//! Measures recall and time over the relevance sets:
//! `cargo run --release -p search --example relevance -- FILE.jsonl [INDEX.csv] [SET.tsv …] [--fill NUMBER] [-v]`, where
//! the file holds answers of the national procedure database, the index more procedures by code, name and field (its
//! first, second and fifth column), and `--fill` repeats procedures under longer names until there are so many. Without
//! a set those are measured that the ranking was made with; `data/held.tsv`, `data/unseen.tsv` and `data/blind.tsv` when it is done.

use gateway::national::read_line;
use search::{Document, Index};
use std::collections::{BTreeMap, HashSet};
use std::time::Instant;

/// What the ranking was made with.
const SETS: [&str; 4] = ["questions.tsv", "asked.tsv", "nothing.tsv", "spoken.tsv"];
/// Where nothing is the right answer.
const NOTHING: &str = "-";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().expect("the file of the catalogue");
    let verbose = arguments.iter().any(|argument| argument == "-v");
    let text = std::fs::read_to_string(file).expect("the file can be read");
    let mut documents: Vec<Document> = text
        .lines()
        .flat_map(read_line)
        .filter_map(Result::ok)
        .map(|record| Document {
            code: record.procedure.code.to_string(),
            names: vec![record.procedure.name.vi.clone()],
            others: record
                .procedure
                .results
                .iter()
                .map(|result| result.name.vi.clone())
                .chain(record.procedure.keywords.iter().cloned())
                .chain([record.field_name.clone()])
                .collect(),
            supplied: false,
        })
        .collect();
    if let Some(index) = arguments.iter().find(|argument| argument.ends_with(".csv")) {
        add_index(&mut documents, &std::fs::read_to_string(index).expect("the index can be read"));
    }
    let fill = arguments.iter().position(|argument| argument == "--fill");
    let fill = fill.and_then(|place| arguments.get(place + 1)?.parse::<usize>().ok()).unwrap_or(0);
    let real = documents.len();
    for number in real..fill {
        let like = &documents[number % real];
        documents.push(Document {
            code: format!("9.{number:06}"),
            names: vec![format!("{} tại địa bàn số {number}", like.names[0])],
            others: like.others.clone(),
            supplied: false,
        });
    }
    let started = Instant::now();
    let index = Index::new(&documents);
    println!("{} procedures indexed in {:?}", documents.len(), started.elapsed());
    let sets: Vec<&String> = arguments.iter().filter(|argument| argument.ends_with(".tsv")).collect();
    let data = |name: &str| format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let sets = if sets.is_empty() { SETS.map(data).to_vec() } else { sets.into_iter().cloned().collect() };
    for set in sets {
        println!("{}", set.rsplit('/').next().unwrap_or_default());
        measure(&index, &documents, &std::fs::read_to_string(&set).expect("the set can be read"), verbose);
    }
}

/// Asks every question of a set, and says how many were answered how well.
fn measure(index: &Index, documents: &[Document], set: &str, verbose: bool) {
    let mut kinds: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    let mut times = Vec::new();
    for line in set.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut cells = line.split('\t');
        let (Some(question), Some(kind), Some(codes)) = (cells.next(), cells.next(), cells.next()) else {
            panic!("not a question: {line}");
        };
        let codes: Vec<&str> = codes.split(' ').collect();
        let started = Instant::now();
        let found = index.search(question, 10);
        times.push(started.elapsed());
        let rank = match codes == [NOTHING] {
            true => found.is_empty().then_some(0),
            false => found.iter().position(|found| codes.contains(&documents[found.document].code.as_str())),
        };
        if verbose
            && let Some(rank) = rank
            && rank < 3
            && !found.is_empty()
        {
            println!("good {:.3} {question}", found[rank].score);
        }
        for key in ["all", kind] {
            let counts = kinds.entry(key).or_default();
            counts[0] += 1;
            for (slot, within) in [(1, 1), (2, 3), (3, 10)] {
                counts[slot] += u32::from(rank.is_some_and(|rank| rank < within));
            }
        }
        if verbose && rank != Some(0) {
            println!(
                "{:>4} {question} [{kind}] wanted {}",
                rank.map_or("-".into(), |rank| (rank + 1).to_string()),
                codes[0]
            );
            for found in found.iter().take(3) {
                let document = &documents[found.document];
                let name: String = document.names[0].chars().take(90).collect();
                println!("       {:.3} {} {name} {:?}", found.score, document.code, found.meant);
            }
        }
    }
    for (kind, [all, one, three, ten]) in &kinds {
        let share = |count: &u32| 100.0 * f64::from(*count) / f64::from(*all);
        println!(
            "{kind:<14} {all:>4}  at 1 {:5.1} %  at 3 {:5.1} %  at 10 {:5.1} %",
            share(one),
            share(three),
            share(ten)
        );
    }
    times.sort();
    if let Some(last) = times.len().checked_sub(1) {
        let at = |share: f64| times[(last as f64 * share) as usize];
        println!("time: median {:?}, p99 {:?}, slowest {:?}", at(0.5), at(0.99), at(1.0));
    }
}

/// Adds the procedures of an index that are not there yet.
fn add_index(documents: &mut Vec<Document>, csv: &str) {
    let known: HashSet<String> = documents.iter().map(|document| document.code.clone()).collect();
    for line in csv.lines().skip(1) {
        let cells = cells(line);
        let (Some(code), Some(name), Some(field)) = (cells.first(), cells.get(1), cells.get(4)) else {
            continue;
        };
        if !known.contains(code) {
            documents.push(Document {
                code: code.clone(),
                names: vec![name.clone()],
                others: vec![field.clone()],
                supplied: false,
            });
        }
    }
}

/// The cells of a line, quoted or not.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    cells.push(cell);
    cells
}
