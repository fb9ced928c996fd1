//! What the nation's index will say of the quarter so far, and the dossiers that cost points.

#[cfg(test)]
mod tests;
mod text;

use super::view::list_address;
use super::{HOME, HeadFiguresQuery, LedFigures};
use app::head_figures::{figures, periods};
use askama::Template;
use domain::Language;
use domain::counting::{Counts, Period};
use domain::national_index::{
    FilledGroup, FilledPart, HowCounted, HowSure, IndexPoints, PartFigures, RegainBy, fill, total,
};
use domain::report::Words;
use domain::time::short_date;
use ui::Chrome;
use ui::part::{Heading, Link, LinkList};
use web::{Answer, Failure, Query, RequestContext, page};

pub const HERE: &str = "/office/figures/national";

#[derive(Template)]
#[template(path = "figures/national/page.html")]
struct Page {
    chrome: Chrome,
    about: String,
    total: String,
    groups: Vec<GroupShown>,
    ways: LinkList,
    t: text::Words,
}

struct GroupShown {
    name: &'static str,
    points: String,
    parts: Vec<PartShown>,
}

/// What is empty is not said.
struct PartShown {
    name: &'static str,
    points: String,
    formula: &'static str,
    share: String,
    costing: Option<CostShown>,
    regain: String,
    /// What will bring data.
    lacks: &'static str,
    doubt: &'static str,
}

struct CostShown {
    said: String,
    /// Nothing where only the number may be seen.
    href: Option<String>,
}

pub async fn show(context: RequestContext, Query(asked): Query<HeadFiguresQuery>) -> Answer {
    let data = context.app().master_data();
    let shown = LedFigures::of(&context, &data.agencies, &asked.agency)?;
    let of = shown.figures_of().ok_or(Failure::NotFound)?;
    let counted = figures(context.app(), of).await?;
    let t = text::Words(context.language);
    let draw = IndexView {
        t,
        language: context.language,
        period: periods(context.today()).0,
        opens: shown.opens().is_some(),
    };
    let name = shown.one.map_or(t.all_agencies(), |agency| agency.name.get(context.language));
    let mut ways = vec![Link::new(HOME, t.back())];
    if shown.one.is_none() {
        let address = |key: &str| format!("{HERE}?{}", ui::query::written(&[("agency", key)]));
        let scope = shown.scope.iter();
        ways.extend(scope.map(|one| Link::new(address(one.key.as_str()), one.name.get(context.language))));
    }
    page(&draw.page(context.chrome(t.title()), name, &counted.quarter, LinkList(ways)))
}

struct IndexView {
    t: text::Words,
    language: Language,
    period: Period,
    /// Whether its dossiers may be opened.
    opens: bool,
}

impl IndexView {
    fn page(&self, chrome: Chrome, name: &str, counts: &Counts, ways: LinkList) -> Page {
        let groups = fill(counts);
        let day = |day| short_date(day, self.language);
        Page {
            chrome,
            about: self.t.about(name, &day(self.period.from), &day(self.period.to)),
            total: total(&groups).map_or_else(
                || self.t.no_total().to_string(),
                |IndexPoints { points, of }| self.t.total(&self.points(points), &self.points(of)),
            ),
            groups: groups.iter().map(|group| self.group(group)).collect(),
            ways,
            t: self.t,
        }
    }

    fn said(&self, (vietnamese, english): Words) -> &'static str {
        self.language.pick(vietnamese, english)
    }

    fn number(&self, n: i64) -> String {
        self.language.grouped(&n.to_string())
    }

    /// With two decimals: `19,80`.
    fn points(&self, hundredths: i64) -> String {
        let point = self.language.pick(',', '.');
        format!("{}{point}{:02}", hundredths / 100, hundredths % 100)
    }

    fn group(&self, filled: &FilledGroup) -> GroupShown {
        let maximum = filled.group.maximum;
        GroupShown {
            name: self.said(filled.group.name),
            points: match filled.points() {
                None => self.t.group_no_data(maximum),
                Some(IndexPoints { points, of }) if of == maximum * 100 => {
                    self.t.had(&self.points(points), maximum)
                }
                Some(IndexPoints { points, of }) => {
                    self.t.had_of_data(&self.points(points), &self.points(of), maximum)
                }
            },
            parts: filled.parts.iter().map(|part| self.part(part)).collect(),
        }
    }

    fn part(&self, filled: &FilledPart) -> PartShown {
        let part = filled.part;
        let (formula, lacks) = match part.counted {
            HowCounted::Share(ref share) if filled.figures.is_some() => (self.said(share.formula), ""),
            HowCounted::Share(ref share) => (self.said(share.formula), self.t.nothing_counted()),
            HowCounted::NoData(lacks) => ("", self.said(lacks)),
        };
        let figures = filled.figures.as_ref();
        PartShown {
            name: self.said(part.name),
            points: match (figures, part.maximum) {
                (Some(figures), Some(maximum)) => self.t.had(&self.points(figures.points), maximum),
                _ => self.t.no_data().to_string(),
            },
            formula,
            share: figures.map_or_else(String::new, |figures| {
                self.t.share(&self.number(figures.numerator), &self.number(figures.denominator))
            }),
            costing: figures.and_then(|figures| self.costing(figures)),
            regain: figures.map_or_else(String::new, |figures| self.regain(figures)),
            lacks,
            doubt: match part.sure {
                HowSure::Known => "",
                HowSure::Uncertain(doubt) => self.said(doubt),
            },
        }
    }

    fn costing(&self, figures: &PartFigures) -> Option<CostShown> {
        let n = Some(figures.costing()).filter(|n| *n > 0)?;
        let lost = self.points(figures.maximum - figures.points);
        Some(CostShown {
            said: self.t.costing(&self.number(n), &lost),
            href: self.opens.then(|| list_address(figures.lost, self.period)),
        })
    }

    fn regain(&self, figures: &PartFigures) -> String {
        let Some(regain) = figures.regain else { return String::new() };
        let (n, points) = (self.number(regain.dossiers), self.points(regain.points));
        match regain.by {
            RegainBy::FinishInTime => self.t.finish_in_time(&n, &points),
            RegainBy::FileOnline => self.t.file_online(&n, &points),
        }
    }
}
