//! Measures recall and time over the relevance set:
//! `cargo run --release -p search --example relevance -- FILE.jsonl [INDEX.csv] [--fill NUMBER] [-v]`, where the file
//! holds answers of the national procedure database, the index more procedures by code, name and field (its first,
//! second and fifth column), and `--fill` repeats procedures under longer names until there are so many.

use gateway::national::read_line;
use search::{Document, Index};
use std::collections::{BTreeMap, HashSet};
use std::time::Instant;

const QUESTIONS: &str = include_str!("../data/questions.tsv");

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
    let mut kinds: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    let mut times = Vec::new();
    for line in QUESTIONS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut cells = line.split('\t');
        let (Some(question), Some(kind), Some(codes)) = (cells.next(), cells.next(), cells.next()) else {
            panic!("not a question: {line}");
        };
        let codes: Vec<&str> = codes.split(' ').collect();
        let started = Instant::now();
        let found = index.search(question, 10);
        times.push(started.elapsed());
        let rank = found.iter().position(|found| codes.contains(&documents[found.document].code.as_str()));
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
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("time: median {:?}, p99 {:?}, slowest {:?}", at(0.5), at(0.99), at(1.0));
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
