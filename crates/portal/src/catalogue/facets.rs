//! How many procedures each further choice would leave: counted under all the other choices made.

use app::reference::{Browse, Reference};
use domain::procedure::{Audience, Procedure};
use jiff::civil::Date;
use std::collections::HashMap;

/// The counts of one filter, by the value its option has.
pub type Counts = HashMap<String, usize>;

#[derive(Default)]
pub struct Facets {
    pub field: Counts,
    pub event: Counts,
    pub audience: Counts,
    pub agency: Counts,
    pub level: Counts,
}

/// Counts the choices among procedures that were found, and keeps those that fit every choice made.
pub fn narrow<'a, T>(
    found: Vec<(&'a Procedure, T)>,
    wanted: &Browse,
    data: &Reference,
    day: Date,
) -> (Vec<(&'a Procedure, T)>, Facets) {
    let mut facets = Facets::default();
    let mut kept = Vec::new();
    for (procedure, more) in found {
        let values = Values::of(procedure, data, day);
        let fits = values.fit(procedure, wanted);
        // A filter's own choice does not count against its other values.
        let others = |own: usize| fits.iter().enumerate().all(|(filter, fits)| filter == own || *fits);
        let mut count = |own: usize, counts: fn(&mut Facets) -> &mut Counts, values: &[String]| {
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
        count(4, |facets| &mut facets.level, &values.levels);
        if fits.iter().all(|fits| *fits) {
            kept.push((procedure, more));
        }
    }
    (kept, facets)
}

/// The values of a procedure that are not its own words. Agency and level are those of one supply.
struct Values {
    audiences: Vec<String>,
    agencies: Vec<String>,
    levels: Vec<String>,
    supplies: Vec<(domain::agency::AgencyId, u8)>,
}

impl Values {
    fn of(procedure: &Procedure, data: &Reference, day: Date) -> Values {
        let supplies: Vec<_> = data
            .supplies(procedure.code.as_str(), day)
            .iter()
            .map(|supply| (supply.agency, supply.level.number()))
            .collect();
        let mut agencies: Vec<String> =
            supplies.iter().filter_map(|(agency, _)| Some(data.agency(*agency)?.key.clone())).collect();
        let mut levels: Vec<String> = supplies.iter().map(|(_, level)| level.to_string()).collect();
        for values in [&mut agencies, &mut levels] {
            values.sort();
            values.dedup();
        }
        let audiences = procedure.audiences.iter().map(|audience| Audience::key(*audience).into()).collect();
        Values { audiences, agencies, levels, supplies }
    }

    /// Whether it fits field, event, audience, agency and level, each by itself; agency and level must be those of
    /// one supply when both were chosen.
    fn fit(&self, procedure: &Procedure, wanted: &Browse) -> [bool; 5] {
        let both = wanted.agency.is_none()
            || wanted.level.is_none()
            || self
                .supplies
                .iter()
                .any(|(agency, level)| wanted.agency == Some(*agency) && wanted.level == Some(*level));
        [
            wanted.field.as_ref().is_none_or(|field| procedure.field == *field),
            wanted.life_event.as_ref().is_none_or(|key| procedure.life_events.contains(key)),
            wanted.audience.is_none_or(|audience| procedure.audiences.contains(&audience)),
            wanted.agency.is_none_or(|wanted| self.supplies.iter().any(|(agency, _)| *agency == wanted)),
            wanted.level.is_none_or(|wanted| self.supplies.iter().any(|(_, level)| *level == wanted)) && both,
        ]
    }
}
