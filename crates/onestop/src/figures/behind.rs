//! The dossiers behind a figure of the page, for the head of the agency that decides them.

use super::text::Words;
use super::view::list_address;
use super::{HOME, LedFigures};
use crate::reports::{BehindPage, listed};
use app::reports::WantedFigure;
use domain::counting::Period;
use domain::dossier::Sight;
use domain::report::FigureList;
use jiff::civil::Date;
use serde::Deserialize;
use web::{Answer, Failure, Query, RequestContext, page};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct OpenedQuery {
    list: String,
    from: String,
    to: String,
    after: String,
}

pub async fn show(context: RequestContext, Query(said): Query<OpenedQuery>) -> Answer {
    if said.list.is_empty() {
        return web::see(HOME);
    }
    let data = context.app().master_data();
    let shown = LedFigures::of(&context, &data.agencies, "")?;
    // Figures may be seen by more than dossiers.
    if !Sight::of(shown.officer).decided {
        return Err(Failure::NotFound);
    }
    let day = |said: &str| said.parse::<Date>().map_err(|_| Failure::NotFound);
    let period = Period { from: day(&said.from)?, to: day(&said.to)? };
    let list = FigureList::parse(&said.list).ok_or(Failure::NotFound)?;
    let t = Words(context.language);
    let name = match list {
        FigureList::InHand | FigureList::StillInHand => t.in_hand(),
        FigureList::InHandLate => t.of_them_late(),
        FigureList::Received => t.received(),
        FigureList::Done => t.done(),
        FigureList::DoneLate => t.done_late(),
        FigureList::ReceivedOtherwise => t.received_otherwise(),
        _ => return Err(Failure::NotFound),
    };
    let wanted = WantedFigure { agency: shown.officer.agency, list, period, procedures: None };
    let back = (HOME.to_string(), t.back());
    let listed: BehindPage =
        listed(&context, wanted, name, back, &list_address(list, period), &said.after).await?;
    page(&listed)
}
