//! The figures as the page draws them.

use super::HOME;
use super::text::Words;
use app::head_figures::{HeadFigures, WeekFigures, WhatWaits, periods};
use app::inbox::Tab;
use app::master_data::MasterData;
use domain::Language;
use domain::agency::{Agency, AgencyId};
use domain::counting::{Counts, Period};
use domain::officer::Officer;
use domain::report::FigureList;
use domain::time::short_date;
use jiff::ToSpan;
use jiff::civil::Date;
use ui::part::{
    Graph, GraphColumn, GraphRow, GraphTable, Link, LinkList, NumberTile, NumberTiles, Phrase, RankedBar,
    RankedBars, TabLink, Tabs,
};

/// How old what is in hand is: from so many days on. The last goes on for ever.
const AGES: [(i64, &str); 5] = [(0, "0–5"), (6, "6–10"), (11, "11–20"), (21, "21–30"), (31, "> 30")];
/// Nothing came before.
const FIRST_DAY: Date = jiff::civil::date(1999, 12, 15);

pub(super) struct FigureView {
    t: Words,
    language: Language,
    today: Date,
    /// The agency whose dossiers may be opened.
    opens: Option<AgencyId>,
}

/// The address of the dossiers behind a figure.
pub(super) fn list_address(list: FigureList, period: Period) -> String {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let pairs = [("list", list.key()), ("from", &from), ("to", &to)];
    format!("{HOME}/dossiers?{}", ui::query::written(&pairs))
}

impl FigureView {
    pub fn new(language: Language, today: Date, opens: Option<AgencyId>) -> FigureView {
        FigureView { t: Words(language), language, today, opens }
    }

    fn number(&self, n: i64) -> String {
        self.language.grouped(&n.to_string())
    }

    fn day(&self, day: Date) -> String {
        short_date(day, self.language)
    }

    /// How much, and how much of it is late where any is.
    fn load(&self, n: i64, late: i64) -> String {
        match late {
            0 => self.number(n),
            late => self.t.load_late(&self.number(n), &self.number(late)),
        }
    }

    /// Where a figure leads: nowhere where there is nothing, or where only its number may be seen.
    fn list(&self, list: FigureList, period: Period, n: i64) -> Option<String> {
        (self.opens.is_some() && n > 0).then(|| list_address(list, period))
    }

    pub fn unit(&self, data: &MasterData, officer: &Officer) -> String {
        let unit = data.agency(officer.agency).and_then(|agency| agency.unit(&officer.unit));
        unit.map(|unit| unit.name.get(self.language).to_string()).unwrap_or_default()
    }

    pub fn scopes(&self, scope: &[&Agency], one: Option<&Agency>) -> Tabs {
        let tab = |href: String, name: &str, here| TabLink {
            href,
            name: name.into(),
            count: String::new(),
            here,
            late: false,
        };
        // More are reached by the bars of all.
        let tabs = match (scope.len(), one) {
            (0 | 1, _) | (_, None) => Vec::new(),
            (_, Some(agency)) => vec![
                tab(HOME.into(), self.t.about_all(), false),
                tab(agency_address(agency), agency.name.get(self.language), true),
            ],
        };
        Tabs { label: self.t.scopes().into(), tabs }
    }

    pub fn numbers(&self, figures: &HeadFigures) -> NumberTiles {
        let t = self.t;
        let (quarter, week) = periods(self.today);
        let counts = &figures.quarter;
        let since = t.since(&self.day(quarter.from));
        let tile = |name: &str, list, period, n: i64, note: String| NumberTile {
            name: name.into(),
            figure: self.number(n),
            href: self.list(list, period, n),
            note,
            late: false,
        };
        let in_hand = counts.in_hand_in_time + counts.in_hand_late;
        let late = figures.by_sunday.in_hand_late;
        let more = match late - counts.in_hand_late {
            0 => t.no_more().to_string(),
            more => t.more_than_now(more),
        };
        let done = counts.done_early + counts.done_on_time + counts.done_late;
        NumberTiles(vec![
            tile(t.in_hand(), FigureList::InHand, quarter, in_hand, String::new()),
            NumberTile {
                late: counts.in_hand_late > 0,
                ..tile(t.late_now(), FigureList::InHandLate, quarter, counts.in_hand_late, String::new())
            },
            NumberTile {
                late: late > 0,
                ..tile(
                    &t.late_by_sunday(&self.day(week.to)),
                    FigureList::InHandLate,
                    week,
                    late,
                    format!("{}: {more}", t.if_nothing()),
                )
            },
            tile(t.received(), FigureList::Received, quarter, counts.received(), since.clone()),
            tile(t.done(), FigureList::Done, quarter, done, since),
            self.late_done(counts, done, quarter),
        ])
    }

    /// What was done late, and the share of all that was not.
    fn late_done(&self, counts: &Counts, done: i64, quarter: Period) -> NumberTile {
        let late = counts.done_late;
        let note = match done {
            0 => self.t.nothing_done().to_string(),
            _ => self.t.in_time(&share(done - late, done, self.language)),
        };
        NumberTile {
            name: self.t.done_late().into(),
            figure: self.number(late),
            href: self.list(FigureList::DoneLate, quarter, late),
            note,
            late: late > 0,
        }
    }

    /// What no limit is set for, aloud.
    pub fn free(&self, figures: &HeadFigures) -> String {
        match figures.quarter.without_limit.in_hand {
            0 => String::new(),
            n => self.t.free_in_hand(&self.number(n)),
        }
    }

    fn table(&self, heads: &[&str], rows: Vec<GraphRow>) -> GraphTable {
        GraphTable {
            name: self.t.table().into(),
            heads: heads.iter().map(|head| head.to_string()).collect(),
            rows,
        }
    }

    pub fn weeks(&self, figures: &HeadFigures) -> Graph {
        let t = self.t;
        let sum = |count: fn(&WeekFigures) -> i64| self.number(figures.weeks.iter().map(count).sum());
        let row = |week: &WeekFigures| {
            let cell = |list, n| (self.number(n), self.list(list, week.period, n));
            GraphRow {
                label: self.day(week.period.from),
                figures: vec![cell(FigureList::Received, week.received), cell(FigureList::Done, week.done)],
            }
        };
        let rows: Vec<GraphRow> = figures.weeks.iter().map(row).collect();
        let labels: Vec<String> = rows.iter().map(|row| row.label.clone()).collect();
        let series = [
            (t.week_received(), figures.weeks.iter().map(|week| week.received).collect()),
            (t.week_done(), figures.weeks.iter().map(|week| week.done).collect()),
        ];
        let said = t.weeks_said(&sum(|week| week.received), &sum(|week| week.done), figures.weeks.len());
        let table = self.table(&[t.week(), t.week_received(), t.week_done()], rows);
        Graph::new("weeks", t.weeks(), said, table).lines(&labels, &series, &|n| self.number(n))
    }

    pub fn ages(&self, waits: &WhatWaits) -> Graph {
        let t = self.t;
        let bucket = |(place, (from, label)): (usize, &(i64, &str))| {
            // Days since it came, the youngest first.
            let youngest = self.today.saturating_sub((*from).days());
            let next = AGES.get(place + 1).map(|(next, _)| self.today.saturating_sub((next - 1).days()));
            let period = Period { from: next.unwrap_or(FIRST_DAY), to: youngest };
            let of = waits.since.iter().filter(|day| period.from <= day.came && day.came <= period.to);
            let (n, late) = of.fold((0, 0), |(n, late), day| (n + day.n, late + day.late));
            (label.to_string(), period, n, late)
        };
        let buckets: Vec<_> = AGES.iter().enumerate().map(bucket).collect();
        let row = |(label, period, n, late): &(String, Period, i64, i64)| GraphRow {
            label: label.clone(),
            figures: vec![
                (self.number(*n), self.list(FigureList::StillInHand, *period, *n)),
                (self.number(*late), None),
            ],
        };
        let column = |(label, _, n, _): &(String, Period, i64, i64)| GraphColumn {
            label: label.clone(),
            n: *n,
            text: self.number(*n),
            late: false,
        };
        let all: i64 = buckets.iter().map(|(_, _, n, _)| n).sum();
        let old = buckets.last().map_or(0, |(_, _, n, _)| *n);
        let said = match all {
            0 => t.ages_none().to_string(),
            _ => t.ages_said(
                &self.number(all),
                &self.number(old),
                AGES.map(|(from, _)| from - 1)[AGES.len() - 1],
            ),
        };
        let table =
            self.table(&[t.days(), t.dossiers(), t.of_them_late()], buckets.iter().map(row).collect());
        let columns: Vec<GraphColumn> = buckets.iter().map(column).collect();
        Graph::new("ages", t.ages(), said, table).columns(&columns, &|n| self.number(n))
    }

    pub fn by_agency(&self, data: &MasterData, figures: &HeadFigures) -> RankedBars {
        let bar = |(id, counts): &(AgencyId, Counts)| {
            let agency = data.agency(*id)?;
            let n = counts.in_hand_in_time + counts.in_hand_late;
            Some(RankedBar {
                name: Phrase::of(&agency.name, self.language),
                n,
                late: counts.in_hand_late,
                text: self.load(n, counts.in_hand_late),
                href: Some(agency_address(agency)),
            })
        };
        let mut bars: Vec<RankedBar> = figures.agencies.iter().filter_map(bar).collect();
        bars.sort_by_key(|bar| std::cmp::Reverse((bar.late, bar.n)));
        RankedBars { label: self.t.by_agency().into(), bars }
    }

    pub fn steps(&self, data: &MasterData, waits: &WhatWaits) -> RankedBars {
        let bar = |step: &app::head_figures::WaitingStep| {
            let name = data.step_name(&step.procedure, &step.step);
            let name = name.map_or_else(|| step.step.clone(), |name| name.get(self.language).to_string());
            let procedure = data.procedure_any(&step.procedure);
            let procedure = procedure.map(|found| found.short_name.get(self.language).to_string());
            RankedBar {
                name: match procedure {
                    Some(procedure) => format!("{name} · {procedure}").into(),
                    None => name.into(),
                },
                n: step.n,
                late: step.late,
                text: match step.late {
                    0 => self.number(step.n),
                    late => self.t.waits_late(&self.number(step.n), &self.number(late)),
                },
                href: None,
            }
        };
        RankedBars { label: self.t.steps().into(), bars: waits.steps.iter().map(bar).collect() }
    }

    pub fn team(&self, waits: &WhatWaits) -> RankedBars {
        let bar = |(officer, in_hand): &(Officer, app::inbox::InHand)| {
            let (all, late) = (i64::from(in_hand.all), i64::from(in_hand.late));
            RankedBar {
                name: officer.name.as_str().into(),
                n: all,
                late,
                text: self.load(all, late),
                href: Some(crate::inbox::of_colleague(Tab::Unit, officer.account)),
            }
        };
        let busy = waits.team.iter().filter(|(_, in_hand)| in_hand.all > 0);
        RankedBars { label: self.t.team().into(), bars: busy.map(bar).collect() }
    }

    /// How many have been given nothing.
    pub fn idle(&self, waits: &WhatWaits) -> String {
        match waits.team.iter().filter(|(_, in_hand)| in_hand.all == 0).count() {
            0 => String::new(),
            n => self.t.idle(n),
        }
    }

    pub fn ways(&self, division: bool) -> LinkList {
        let list = Link::new("/office", self.t.to_list());
        let reports = Link::new("/office/reports", self.t.to_reports());
        let national = Link::new(super::national::HERE, self.t.to_national());
        LinkList(if division { vec![list] } else { vec![list, reports, national] })
    }
}

fn agency_address(agency: &Agency) -> String {
    format!("{HOME}?{}", ui::query::written(&[("agency", agency.key.as_str())]))
}

/// So many of a hundred, with one decimal: `97,5 %`.
fn share(part: i64, all: i64, language: Language) -> String {
    let per_mille = part * 1_000 / all.max(1);
    let point = language.pick(',', '.');
    let unit = language.pick(" %", "%");
    match per_mille % 10 {
        0 => format!("{}{unit}", per_mille / 10),
        tenth => format!("{}{point}{tenth}{unit}", per_mille / 10),
    }
}
