//! How many procedures each further choice would leave: counted under all the other choices made.

use app::master_data::{MasterData, Offering};
use domain::agency::AgencyId;
use domain::procedure::{Audience, Procedure};
use jiff::civil::Date;
use std::collections::HashMap;

/// How the catalogue is narrowed down.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    pub field: Option<String>,
    pub life_event: Option<String>,
    pub audience: Option<Audience>,
    pub agency: Option<AgencyId>,
    pub level: Option<u8>,
}

/// The counts of one filter, by the value its option has.
pub type FacetCounts = HashMap<String, usize>;

#[derive(Default)]
pub struct Facets {
    pub field: FacetCounts,
    pub event: FacetCounts,
    pub audience: FacetCounts,
    pub agency: FacetCounts,
    pub level: FacetCounts,
}

/// A procedure that answers.
pub struct CatalogueHit<'a> {
    pub procedure: &'a Procedure,
    /// How the words that found it were read; empty where they were taken as they are.
    pub read_as: String,
}

/// Counts the choices among procedures that were found, and keeps those that fit every choice made.
pub fn narrow<'a>(
    found: Vec<CatalogueHit<'a>>,
    wanted: &Browse,
    data: &MasterData,
    day: Date,
) -> (Vec<CatalogueHit<'a>>, Facets) {
    let mut facets = Facets::default();
    let mut kept = Vec::new();
    for hit in found {
        let procedure = hit.procedure;
        let values = Values::of(procedure, wanted, data, day);
        let fits = values.fit(procedure, wanted);
        // A filter's own choice does not count against its other values.
        let others = |own: usize| fits.iter().enumerate().all(|(filter, fits)| filter == own || *fits);
        let mut count = |own: usize, counts: fn(&mut Facets) -> &mut FacetCounts, values: &[String]| {
            if others(own) {
                for value in values {
                    *counts(&mut facets).entry(value.clone()).or_default() += 1;
                }
            }
        };
        count(0, |facets| &mut facets.field, std::slice::from_ref(&procedure.field));
        count(1, |facets| &mut facets.event, &procedure.life_events);
        count(2, |facets| &mut facets.audience, &values.audiences);
        count(3, |facets| &mut facets.agency, &values.agencies);
        count(3, |facets| &mut facets.level, &values.levels);
        if fits.iter().all(|fits| *fits) {
            kept.push(hit);
        }
    }
    (kept, facets)
}

/// The values of a procedure that are not its own words.
struct Values {
    audiences: Vec<String>,
    /// Agencies of the offerings at the chosen level, and levels of those of the chosen agency.
    agencies: Vec<String>,
    levels: Vec<String>,
    /// Whether one supply has the agency and the level that were chosen.
    supplied: bool,
}

impl Values {
    fn of(procedure: &Procedure, wanted: &Browse, data: &MasterData, day: Date) -> Values {
        let offerings = data.offerings(procedure.code.as_str(), day);
        let of_agency = |offering: &&&Offering| wanted.agency.is_none_or(|agency| offering.agency == agency);
        let of_level =
            |offering: &&&Offering| wanted.level.is_none_or(|level| offering.level.number() == level);
        let mut agencies: Vec<String> = offerings
            .iter()
            .filter(of_level)
            .filter_map(|offering| Some(data.agency(offering.agency)?.key.clone()))
            .collect();
        let mut levels: Vec<String> =
            offerings.iter().filter(of_agency).map(|offering| offering.level.number().to_string()).collect();
        for values in [&mut agencies, &mut levels] {
            values.sort();
            values.dedup();
        }
        let chosen = wanted.agency.is_some() || wanted.level.is_some();
        Values {
            audiences: procedure.audiences.iter().map(|audience| audience.key().into()).collect(),
            supplied: !chosen || offerings.iter().filter(of_agency).any(|offering| of_level(&offering)),
            agencies,
            levels,
        }
    }

    /// Whether it fits field, event and audience, each by itself, and agency and level together.
    fn fit(&self, procedure: &Procedure, wanted: &Browse) -> [bool; 4] {
        [
            wanted.field.as_ref().is_none_or(|field| procedure.field == *field),
            wanted.life_event.as_ref().is_none_or(|key| procedure.life_events.contains(key)),
            wanted.audience.is_none_or(|audience| procedure.audiences.contains(&audience)),
            self.supplied,
        ]
    }
}
