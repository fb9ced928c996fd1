//! What a head sees first: the figures of what they lead, each with the way to its dossiers.

mod behind;
pub mod national;
mod view;

#[cfg(test)]
mod tests;
mod text;

pub use behind::show as dossiers;

use app::head_figures::{HeadFigures, HeadScope, WhatWaits, figures, waiting};
use askama::Template;
use domain::agency::{Agency, AgencyId};
use domain::officer::Officer;
use domain::report::scope_of;
use serde::Deserialize;
use std::collections::BTreeSet;
use ui::Chrome;
use ui::part::{Graph, Heading, LinkList, NumberTiles, RankedBars, Tabs};
use web::{Answer, Failure, Query, RequestContext, page};

pub(super) const HOME: &str = "/office/figures";

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct HeadFiguresQuery {
    agency: String,
}

#[derive(Template)]
#[template(path = "figures/page.html")]
struct Page {
    chrome: Chrome,
    /// Whose figures they are.
    about: String,
    scopes: Tabs,
    /// Nothing for the head of a division.
    numbers: NumberTiles,
    free: String,
    weeks: Option<Graph>,
    by_agency: Option<RankedBars>,
    ages: Option<Graph>,
    steps: Option<RankedBars>,
    team: Option<RankedBars>,
    /// How many have nothing.
    idle: String,
    ways: LinkList,
    /// Only a division's.
    division: bool,
    t: text::Words,
}

/// What is shown to whom: agencies they may see figures of, and the one that was asked for.
pub(super) struct LedFigures<'a> {
    officer: &'a Officer,
    scope: Vec<&'a Agency>,
    one: Option<&'a Agency>,
}

impl<'a> LedFigures<'a> {
    /// Who leads a division alone sees what waits there, and no agency's figures.
    fn of(
        context: &'a RequestContext,
        agencies: &'a [Agency],
        asked: &str,
    ) -> Result<LedFigures<'a>, Failure> {
        let officer = context.officer()?;
        let scope = scope_of(officer, agencies, context.today());
        let named = scope.iter().find(|agency| agency.key == asked).copied();
        let one = match scope.as_slice() {
            [only] => Some(*only),
            _ => named,
        };
        Ok(LedFigures { officer, scope, one })
    }

    fn figures_of(&self) -> Option<HeadScope> {
        let all = || HeadScope::All(self.scope.iter().map(|agency| agency.id).collect::<BTreeSet<_>>());
        match (self.scope.is_empty(), self.one) {
            (true, _) => None,
            (false, Some(agency)) => Some(HeadScope::Agency(agency.id)),
            (false, None) => Some(all()),
        }
    }

    /// The agency whose dossiers they may open, where what is shown is its figures.
    fn opens(&self) -> Option<AgencyId> {
        let own = domain::dossier::Sight::of(self.officer).decided;
        self.one.map(|agency| agency.id).filter(|agency| own && *agency == self.officer.agency)
    }

    /// Work that waits is shown of what one leads oneself.
    fn waits(&self) -> bool {
        self.officer.is_head() && self.one.is_none_or(|agency| agency.id == self.officer.agency)
    }
}

pub async fn show(context: RequestContext, Query(asked): Query<HeadFiguresQuery>) -> Answer {
    let data = context.app().master_data();
    let shown = LedFigures::of(&context, &data.agencies, &asked.agency)?;
    let counted = match shown.figures_of() {
        Some(of) => Some(figures(context.app(), of).await?),
        None => None,
    };
    let waits = match shown.waits() && (shown.one.is_some() || shown.scope.is_empty()) {
        true => Some(waiting(context.app(), shown.officer).await?),
        false => None,
    };
    page(&view(&context, &shown, counted, waits))
}

fn view(
    context: &RequestContext,
    shown: &LedFigures,
    counted: Option<HeadFigures>,
    waits: Option<WhatWaits>,
) -> Page {
    let data = context.app().master_data();
    let draw = view::FigureView::new(context.language, context.today(), shown.opens());
    let t = text::Words(context.language);
    let about = shown.one.map_or_else(
        || match shown.scope.is_empty() {
            true => draw.unit(&data, shown.officer),
            false => t.about_all().to_string(),
        },
        |agency| agency.name.get(context.language).to_string(),
    );
    let agencies = counted.as_ref().filter(|_| shown.one.is_none());
    Page {
        chrome: context.chrome(t.title()),
        about,
        scopes: draw.scopes(&shown.scope, shown.one),
        numbers: counted.as_ref().map(|figures| draw.numbers(figures)).unwrap_or_default(),
        free: counted.as_ref().map(|figures| draw.free(figures)).unwrap_or_default(),
        weeks: counted.as_ref().map(|figures| draw.weeks(figures)),
        by_agency: agencies.map(|figures| draw.by_agency(&data, figures)),
        ages: waits.as_ref().filter(|_| !shown.scope.is_empty()).map(|waits| draw.ages(waits)),
        steps: waits.as_ref().map(|waits| draw.steps(&data, waits)),
        team: waits.as_ref().map(|waits| draw.team(waits)),
        idle: waits.as_ref().map(|waits| draw.idle(waits)).unwrap_or_default(),
        ways: draw.ways(shown.scope.is_empty()),
        division: shown.scope.is_empty(),
        t,
    }
}
