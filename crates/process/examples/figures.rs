//! Figures of the engine and the checks: `cargo run --release -p process --example figures`. With a folder: how many of
//! the drawings in it are sound, what was found in the others, and how many are checked in a second.

use process::{EngineInput, Happening, Marking, Model, Names, State, check, read};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Instant;

fn main() {
    if let Some(folder) = std::env::args_os().nth(1) {
        return of_folder(folder.as_ref());
    }
    let fifty = model(&blocks(5));
    println!("{} elements:", fifty.nodes.len());
    let advances = walk(&fifty);
    let begun = Instant::now();
    let rounds = 2_000;
    for _ in 0..rounds {
        walk(&fifty);
    }
    let each = begun.elapsed().as_secs_f64() / f64::from(rounds * advances);
    println!("  advance: {:.1} µs, {advances} of them from start to end", each * 1e6);
    for count in [5, 50, 500] {
        let text = blocks(count);
        let begun = Instant::now();
        let model = model(&text);
        let read_in = begun.elapsed();
        let begun = Instant::now();
        let report = check(&model);
        println!(
            "{} elements: read in {:.1} ms, checked in {:.1} ms, {:?}, {} findings",
            model.nodes.len(),
            read_in.as_secs_f64() * 1e3,
            begun.elapsed().as_secs_f64() * 1e3,
            report.proof,
            report.findings.len()
        );
    }
    let model = model(&tangle(24));
    let begun = Instant::now();
    let report = check(&model);
    let code = report.findings.first().map(|finding| finding.trouble.code());
    println!(
        "{} tangled elements: given up in {:.1} s, {code:?}",
        model.nodes.len(),
        begun.elapsed().as_secs_f64()
    );
}

fn of_folder(folder: &std::path::Path) {
    let (mut files, mut left) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(path.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|end| end == "bpmn" || end == "xml") {
            files.push(path);
        }
    }
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut sound, mut unread, mut models) = (0, 0, Vec::new());
    for file in &files {
        let bytes = std::fs::read(file).expect("the file is there");
        let begun = Instant::now();
        let Ok(model) = read(&bytes, &Names::open()) else {
            unread += 1;
            continue;
        };
        let read_in = begun.elapsed();
        let report = check(&model);
        let checked = begun.elapsed();
        if checked.as_millis() > 100 {
            let drawn = model.main().map(|main| process::layout(&model, main).flows.len());
            println!(
                "{}: read in {:.2} s, checked in {:.2} s, laid out in {:.2} s ({drawn:?} flows): {:?}",
                file.display(),
                read_in.as_secs_f64(),
                (checked - read_in).as_secs_f64(),
                (begun.elapsed() - checked).as_secs_f64(),
                report.findings.first().map(|finding| finding.trouble.code()),
            );
        }
        sound += u32::from(report.is_sound());
        let codes: std::collections::BTreeSet<_> =
            report.findings.iter().map(|finding| finding.trouble.code()).collect();
        codes.into_iter().for_each(|code| *counts.entry(code).or_default() += 1);
        models.push(model);
    }
    let begun = Instant::now();
    let mut count = 0;
    for model in models.iter().cycle().take_while(|_| begun.elapsed().as_secs() < 5) {
        drop(check(model));
        count += 1;
    }
    let each = begun.elapsed().as_secs_f64() / f64::from(count.max(1));
    println!("{} files, {unread} not read, {sound} sound; {:.0} checks a second", files.len(), 1.0 / each);
    counts.into_iter().for_each(|(code, count)| println!("{count:>6} {code}"));
}

fn model(text: &str) -> Model {
    read(text.as_bytes(), &Names::open()).expect("the file is read")
}

/// One run from start to end: how often tokens were moved.
fn walk(model: &Model) -> u32 {
    let (values, chosen) = (feel::NamedValues::new(), BTreeMap::new());
    let world = EngineInput { values: &values, chosen: &chosen };
    let (mut marking, mut happening, mut count) = (Marking::default(), Happening::Start, 0);
    loop {
        marking = process::advance(model, &marking, &happening, world).expect("it goes on").marking;
        count += 1;
        let waiting = marking.tokens.iter().find(|token| token.state == State::Waiting);
        let Some(token) = waiting else { return count };
        happening = Happening::Done { token: token.id };
    }
}

/// Blocks one after the other: two steps at once, a choice, a loop; ten elements each.
fn blocks(count: usize) -> String {
    let (mut nodes, mut flows, mut before) = (String::new(), String::new(), "s".to_string());
    let mut flow = |from: &str, to: &str, inside: &str| {
        let id = flows.len();
        let _ = write!(
            flows,
            "<sequenceFlow id=\"f{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>"
        );
        format!("f{id}")
    };
    for n in 0..count {
        let id = |kind: &str| format!("{kind}{n}");
        flow(&before, &id("p"), "");
        for (from, to) in
            [("p", "a"), ("p", "b"), ("a", "j"), ("b", "j"), ("j", "m"), ("m", "c"), ("c", "g"), ("d", "k")]
        {
            flow(&id(from), &id(to), "");
        }
        let bound =
            "<extensionElements><m:bound xmlns:m=\"urn:motcua:process:1\" times=\"2\"/></extensionElements>";
        flow(&id("g"), &id("m"), &format!("{bound}<conditionExpression>again = true</conditionExpression>"));
        flow(&id("g"), &id("d"), "<conditionExpression>fee &gt; 100</conditionExpression>");
        let default = flow(&id("g"), &id("k"), "");
        let _ = write!(
            nodes,
            "<parallelGateway id=\"p{n}\"/><task id=\"a{n}\"/><task id=\"b{n}\"/><parallelGateway id=\"j{n}\"/>\
             <exclusiveGateway id=\"m{n}\"/><task id=\"c{n}\"/><exclusiveGateway id=\"g{n}\" default=\"{default}\"/>\
             <task id=\"d{n}\"/><exclusiveGateway id=\"k{n}\"/>"
        );
        before = id("k");
    }
    flow(&before, "e", "");
    document(&format!("<startEvent id=\"s\"/>{nodes}<endEvent id=\"e\"/>{flows}"))
}

/// Loops that can be entered at two places, all at once.
fn tangle(count: usize) -> String {
    let mut inside = "<startEvent id=\"s\"/><parallelGateway id=\"p\"/><parallelGateway id=\"j\"/><endEvent id=\"e\"/>\
        <sequenceFlow id=\"sp\" sourceRef=\"s\" targetRef=\"p\"/><sequenceFlow id=\"je\" sourceRef=\"j\" targetRef=\"e\"/>"
        .to_string();
    for n in 0..count {
        for kind in ["g", "l", "r", "h", "k", "x"] {
            let _ = write!(inside, "<exclusiveGateway id=\"{kind}{n}\" default=\"d{kind}{n}\"/>");
        }
        let _ = write!(inside, "<task id=\"a{n}\"/><task id=\"b{n}\"/>");
        let _ = write!(inside, "<sequenceFlow id=\"in{n}\" sourceRef=\"p\" targetRef=\"g{n}\"/>");
        for (from, to, other) in [("g", "l", "r"), ("h", "r", "x"), ("k", "l", "x")] {
            let _ = write!(
                inside,
                "<sequenceFlow id=\"c{from}{n}\" sourceRef=\"{from}{n}\" targetRef=\"{to}{n}\"><extensionElements>\
                 <m:bound xmlns:m=\"urn:motcua:process:1\" times=\"2\"/></extensionElements>\
                 <conditionExpression>again = true</conditionExpression></sequenceFlow>\
                 <sequenceFlow id=\"d{from}{n}\" sourceRef=\"{from}{n}\" targetRef=\"{other}{n}\"/>"
            );
        }
        for (from, to) in [("l", "a"), ("a", "h"), ("r", "b"), ("b", "k")] {
            let _ = write!(
                inside,
                "<sequenceFlow id=\"d{from}{n}\" sourceRef=\"{from}{n}\" targetRef=\"{to}{n}\"/>"
            );
        }
        let _ = write!(inside, "<sequenceFlow id=\"dx{n}\" sourceRef=\"x{n}\" targetRef=\"j\"/>");
    }
    document(&inside)
}

fn document(inside: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"main\">{inside}</process></definitions>"
    )
}
