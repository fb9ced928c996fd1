//! An attacker reads everything that was ever told, each night's totals by agency, procedure, quarter and year and those of
//! successors, solves the equations between them and narrows what is left by what the gate's own rule gives away. No few
//! dossiers may come out.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

const AGENCIES: i64 = 5;
/// Took over the work of the first in the middle of it all.
const SUCCESSOR: AgencyId = AgencyId(AGENCIES);
const QUARTERS: usize = 2;
const NIGHTS: usize = 9;
const SMALL: f64 = 9.0;

fn procedure(n: u64) -> ProcedureCode {
    ProcedureCode::parse(&format!("1.00{n:04}")).unwrap()
}

struct Toss(u64);

impl Toss {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// Sums of unknowns and what they are known to be.
#[derive(Default)]
struct Attacker {
    unknowns: BTreeMap<String, (f64, f64)>,
    known: Vec<(BTreeMap<String, f64>, f64)>,
}

impl Attacker {
    fn unknown(&mut self, name: &str, prior: (f64, f64)) {
        self.unknowns.insert(name.to_string(), prior);
    }

    fn learn(&mut self, sum: &BTreeMap<String, f64>, value: f64) {
        if !sum.is_empty() && !self.known.iter().any(|(known, _)| known == sum) {
            self.known.push((sum.clone(), value));
        }
    }

    /// Between what each unknown must lie: equations solved, then bounds handed round until they stay.
    fn bounds(&self) -> BTreeMap<String, (f64, f64)> {
        let names: Vec<&String> = self.unknowns.keys().collect();
        let place = |name: &String| names.binary_search(&name).unwrap();
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (sum, value) in &self.known {
            let mut row = vec![0.0; names.len() + 1];
            sum.iter().for_each(|(name, n)| row[place(name)] = *n);
            row[names.len()] = *value;
            rows.push(row);
        }
        let mut all = rows.clone();
        all.extend(reduced(rows, names.len()));
        let mut bounds: Vec<(f64, f64)> = names.iter().map(|name| self.unknowns[*name]).collect();
        for _ in 0..200 {
            let before = bounds.clone();
            all.iter().for_each(|row| narrow(row, &mut bounds));
            if before == bounds {
                break;
            }
        }
        names.into_iter().cloned().zip(bounds).collect()
    }
}

fn reduced(mut rows: Vec<Vec<f64>>, unknowns: usize) -> Vec<Vec<f64>> {
    let mut done = 0;
    for column in 0..unknowns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column].abs() > 1e-6) else { continue };
        rows.swap(done, pivot);
        let by = rows[done][column];
        rows[done].iter_mut().for_each(|n| *n /= by);
        let lead = rows[done].clone();
        for (place, row) in rows.iter_mut().enumerate() {
            let by = row[column];
            if place != done && by.abs() > 1e-6 {
                row.iter_mut().zip(&lead).for_each(|(n, of)| *n -= by * of);
            }
        }
        done += 1;
    }
    rows.truncate(done);
    rows
}

/// What the others leave to each.
fn narrow(row: &[f64], bounds: &mut [(f64, f64)]) {
    let value = row[bounds.len()];
    for column in 0..bounds.len() {
        let by = row[column];
        if by.abs() < 1e-6 {
            continue;
        }
        let (mut low, mut high) = (0.0, 0.0);
        for (other, n) in row[..bounds.len()].iter().enumerate().filter(|(other, _)| *other != column) {
            if n.abs() > 1e-6 {
                let (least, most) = bounds[other];
                low += if *n > 0.0 { n * least } else { n * most };
                high += if *n > 0.0 { n * most } else { n * least };
            }
        }
        let (one, other) = ((value - high) / by, (value - low) / by);
        let (least, most) = (one.min(other) - 1e-4, one.max(other) + 1e-4);
        bounds[column] = (bounds[column].0.max(least), bounds[column].1.min(most));
    }
}

/// What one night's pages show: of each quarter what each cell was last told as, and of which unknowns that is the sum.
type ShownTotals = BTreeMap<(usize, PublicCell), (BTreeMap<String, f64>, f64)>;

/// What a total is of, by the quarter and cell that are in it.
type TotalKey<'a> = &'a dyn Fn(usize, &PublicCell) -> String;

/// Every total that pages and files show.
fn totals(attacker: &mut Attacker, shown: &ShownTotals) {
    let sums: [TotalKey; 8] = [
        &|quarter, cell| format!("{quarter} {cell:?}"),
        &|quarter, cell| format!("{quarter} {:?}", cell.agency),
        &|quarter, cell| format!("{quarter} {:?}", cell.procedure),
        &|quarter, _| format!("{quarter}"),
        &|_, cell| format!("{cell:?}"),
        &|_, cell| format!("{:?}", cell.procedure),
        &|_, _| String::new(),
        // A successor with what it took over.
        &|_, cell| format!("{:?}", cell.agency.map(|of| if of == AgencyId(1) { SUCCESSOR } else { of })),
    ];
    for key in sums {
        let mut groups: BTreeMap<String, (BTreeMap<String, f64>, f64)> = BTreeMap::new();
        for ((quarter, cell), (of, value)) in shown {
            let group = groups.entry(key(*quarter, cell)).or_default();
            of.iter().for_each(|(name, n)| *group.0.entry(name.clone()).or_default() += n);
            group.1 += value;
        }
        groups.values().for_each(|(sum, value)| attacker.learn(sum, *value));
    }
}

struct Attacked {
    told: usize,
    rests: usize,
    /// Unknowns of few dossiers that came out narrower than they may.
    breaches: Vec<String>,
}

/// A random past under a gate, and what the attacker makes of it.
fn attack(seed: u64, bounds: &PublicBounds, all_totals: bool) -> Attacked {
    let mut toss = Toss(seed);
    let mut attacker = Attacker::default();
    let (mut shown, mut outcome) = (ShownTotals::new(), Attacked { told: 0, rests: 0, breaches: Vec::new() });
    let mut small: BTreeSet<String> = BTreeSet::new();
    // From some night on one more procedure is thought discreet, or one no more.
    let turns = toss.below((QUARTERS * NIGHTS) as u64) as usize;
    let becomes = toss.below(2) == 0;
    for quarter in 0..QUARTERS {
        let (mut counted, mut before) = (CountedQuarter::new(), ToldCells::new());
        let mut blocks: BTreeMap<PublicCell, usize> = BTreeMap::new();
        for night in 0..NIGHTS {
            let now = quarter * NIGHTS + night;
            let closes = night == NIGHTS - 1;
            for agency in 1..=AGENCIES {
                for number in 1..=5 {
                    // The work of the first goes to its successor, which had none before.
                    let works = if agency == AGENCIES { now >= 6 } else { agency != 1 || now < 6 };
                    let busy = (agency as u64 * 7 + number * 3 + seed) % 6;
                    let came = if works && !closes { toss.below(1 + busy * busy / 3) as i64 } else { 0 };
                    let parts = counted.entry((AgencyId(agency), procedure(number))).or_default();
                    parts.add(toss.below(3) as u16, came);
                    // Something is put right now and then.
                    if toss.below(40) == 0 && parts.of(0) > 0 {
                        parts.add(0, -1);
                        parts.add(1, (toss.below(2)) as i64);
                    }
                }
            }
            let discreet = |of: &ProcedureCode| {
                *of == procedure(5) || (*of == procedure(4) && (now >= turns) == becomes)
            };
            let gate = Gate { bounds, discreet: &discreet };
            let told = gate.tell(&counted, &before, closes);
            for (cell, parts) in &told {
                outcome.told += 1;
                let value = parts.total() as f64;
                let key = (quarter, cell.clone());
                let is_rest = cell.procedure.is_none()
                    || (cell.agency.is_none() && !discreet(cell.procedure.as_ref().unwrap()));
                if is_rest {
                    outcome.rests += 1;
                    let of = leftovers(cell, &counted, &before, &told, quarter, &discreet);
                    shown.insert(key, (of, value));
                    continue;
                }
                // Each time it is told of so many more: an unknown of its own.
                let block = blocks.entry(cell.clone()).or_default();
                *block += 1;
                let name = format!("{quarter} {cell:?} block {block}");
                attacker.unknown(&name, (0.0, f64::INFINITY));
                let entry = shown.entry(key).or_default();
                entry.0.insert(name, 1.0);
                entry.1 = value;
            }
            if closes {
                for ((agency, of), parts) in &counted {
                    let cell = PublicCell::of(*agency, of);
                    let seen = told.get(&cell).or(before.get(&cell)).map_or(0, PartCounts::total);
                    let name = format!("{quarter} {cell:?} left");
                    attacker.unknown(&name, (0.0, SMALL));
                    if (0..10).contains(&(parts.total() - seen)) && !discreet(of) {
                        small.insert(name);
                    }
                }
            }
            before.extend(told);
            if closes && all_totals {
                // As if a page showed what an agency has in all.
                for agency in 1..=AGENCIES {
                    let mut sum = BTreeMap::new();
                    let mut value = 0.0;
                    for ((of, procedure), parts) in
                        counted.iter().filter(|((of, _), _)| *of == AgencyId(agency))
                    {
                        let cell = PublicCell::of(*of, procedure);
                        let blocks = blocks.get(&cell).copied().unwrap_or(0);
                        sum.extend((1..=blocks).map(|n| (format!("{quarter} {cell:?} block {n}"), 1.0)));
                        sum.insert(format!("{quarter} {cell:?} left"), 1.0);
                        value += parts.total() as f64;
                    }
                    attacker.learn(&sum, value);
                }
            }
            totals(&mut attacker, &shown);
        }
    }
    for (name, (low, high)) in attacker.bounds() {
        let narrower = low > 0.5 || high < SMALL - 0.5;
        let few = name.contains("block") && high < SMALL + 0.5;
        if few || (small.contains(&name) && narrower) {
            outcome.breaches.push(format!("{name}: between {low:.1} and {high:.1}"));
        }
    }
    outcome
}

/// What a rest is the sum of.
fn leftovers(
    cell: &PublicCell,
    counted: &CountedQuarter,
    before: &ToldCells,
    told: &ToldCells,
    quarter: usize,
    discreet: &dyn Fn(&ProcedureCode) -> bool,
) -> BTreeMap<String, f64> {
    let of = counted.iter().filter(|((agency, procedure), parts)| {
        let own = PublicCell::of(*agency, procedure);
        let seen = before.get(&own).cloned().unwrap_or_default();
        let rest = *parts - &seen;
        let of_procedure = PublicCell::of_procedure(procedure);
        let free = !discreet(procedure) && !told.contains_key(&own) && !before.contains_key(&of_procedure);
        let here = match &cell.procedure {
            Some(of) => of == procedure,
            None => cell.agency == Some(*agency) && !told.contains_key(&of_procedure),
        };
        free && here && rest.total() > 0 && rest.is_whole()
    });
    of.map(|((agency, procedure), _)| {
        (format!("{quarter} {:?} left", PublicCell::of(*agency, procedure)), 1.0)
    })
    .collect()
}

const BOUNDS: PublicBounds =
    PublicBounds { at_least: 10, moves_by: 10, closes_after_days: 10, discreet_words: &[] };

#[test]
fn no_few_dossiers_come_out_of_all_that_was_ever_told() {
    let (mut told, mut rests) = (0, 0);
    for seed in 0..200 {
        let outcome = attack(seed, &BOUNDS, false);
        assert!(outcome.breaches.is_empty(), "seed {seed}: {:#?}", outcome.breaches);
        told += outcome.told;
        rests += outcome.rests;
    }
    assert!(told > 5_000 && rests > 300, "{told} {rests}");
}

#[test]
fn the_attacker_finds_what_a_weaker_gate_gives_away() {
    let found = |bounds: &PublicBounds, all_totals| {
        (0..20).filter(|seed| !attack(*seed, bounds, all_totals).breaches.is_empty()).count()
    };
    assert!(found(&PublicBounds { moves_by: 1, ..BOUNDS }, false) > 10, "it moves night by night");
    assert!(found(&PublicBounds { at_least: 4, moves_by: 4, ..BOUNDS }, false) > 10, "of few");
    assert!(found(&BOUNDS, true) > 5, "totals of all, beside cells of some");
}

#[test]
fn what_was_told_passes_the_gate_again() {
    let cell = PublicCell::of(AgencyId(1), &procedure(1));
    let of = |n| (cell.clone(), PartCounts::from_iter([(0, n)]));
    assert_eq!(faults(&BOUNDS, &[of(10), of(20), of(45)]), Vec::<String>::new());
    assert_eq!(faults(&BOUNDS, &[of(9)]).len(), 1);
    assert_eq!(faults(&BOUNDS, &[of(10), of(19)]).len(), 1);
}

#[test]
fn small_rests_are_told_only_where_they_say_nothing_of_their_parts() {
    let gate = Gate { bounds: &BOUNDS, discreet: &|_| false };
    let counted = |each: &[(i64, u64, i64)]| -> CountedQuarter {
        let of = |(agency, number, n): &(i64, u64, i64)| {
            ((AgencyId(*agency), procedure(*number)), PartCounts::from_iter([(0, *n)]))
        };
        each.iter().map(of).collect()
    };
    let told = |each: &[(i64, u64, i64)]| gate.tell(&counted(each), &ToldCells::new(), true);
    assert!(told(&[(1, 1, 9), (2, 1, 9)]).is_empty(), "each would be known to be nine");
    assert_eq!(told(&[(1, 1, 9), (2, 1, 1), (3, 1, 2)]).len(), 1);
    assert!(told(&[(1, 1, 3), (2, 1, 3), (3, 1, 3)]).is_empty(), "of fewer than ten");
    let by_agency = told(&[(1, 1, 4), (1, 2, 4), (1, 3, 4)]);
    assert_eq!(by_agency.keys().collect::<Vec<_>>(), [&PublicCell::of_agency(AgencyId(1))]);
    // While the quarter lasts nothing is told of rests.
    assert!(gate.tell(&counted(&[(1, 1, 9), (2, 1, 1), (3, 1, 2)]), &ToldCells::new(), false).is_empty());
}

#[test]
fn discreet_procedures_are_told_for_the_province_alone() {
    let gate = Gate { bounds: &BOUNDS, discreet: &|_| true };
    let counted: CountedQuarter =
        (1..=3).map(|agency| ((AgencyId(agency), procedure(1)), PartCounts::from_iter([(0, 12)]))).collect();
    let told = gate.tell(&counted, &ToldCells::new(), true);
    assert_eq!(told.keys().collect::<Vec<_>>(), [&PublicCell::of_procedure(&procedure(1))]);
    // ToldCells by agencies before: the quarter stays as it was told.
    let before: ToldCells =
        [(PublicCell::of(AgencyId(1), &procedure(1)), PartCounts::from_iter([(0, 12)]))].into();
    assert!(gate.tell(&counted, &before, true).is_empty());
}

#[test]
fn names_of_procedures_say_which_are_discreet() {
    let bounds = &crate::rules::PACK_2018.public;
    assert!(bounds.discreet("Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam"));
    assert!(bounds.discreet("Đăng ký việc nuôi con nuôi trong nước"));
    assert!(!bounds.discreet("Thủ tục đăng ký khai sinh"));
}
