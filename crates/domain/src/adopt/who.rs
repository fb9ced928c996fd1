//! Who a drawing says does a step, as this agency knows them: a role, a division, or both in the same words.

use super::{role_named, unit_named};
use crate::agency::{Agency, Unit};
use crate::officer::Role;
use process::{Responsible, role_said};

/// Who is named; what is not known here stands in its own words.
#[derive(Clone, Debug, Default)]
pub struct Named<'a> {
    pub unit: Option<&'a Unit>,
    /// A division the agency does not have.
    pub unknown_unit: Option<String>,
    /// The role; none where nothing is said of it.
    pub role: Option<Role>,
    pub unknown_role: Option<String>,
    /// A role that is none by its name, and what its words were read as.
    pub role_read: Option<(String, Role)>,
}

pub fn named<'a>(said: &Responsible, agency: &'a Agency) -> Named<'a> {
    let text = said.unit.as_deref().unwrap_or_default();
    let unit = unit_named(agency, text);
    // A key is what this program wrote, with the role beside it.
    let by_key = unit.is_some_and(|unit| unit.key.0 == text);
    let words = if by_key { Default::default() } else { role_said(text) };
    let own = said.role.as_deref();
    let role = match own {
        Some(own) => role_named(own).or_else(|| role_in(own)),
        None => words.role.and_then(role_named),
    };
    let left = if words.role.is_some() { words.rest } else { text.trim().to_string() };
    let unit = unit.or_else(|| unit_named(agency, &left).filter(|_| !left.is_empty()));
    // The agency itself is no division of it.
    let own_name = || [&agency.name.vi, &agency.name.en].map(|name| typed::words(name));
    let whole = |left: &str| {
        let said = typed::words(left);
        words.role.is_some() && own_name().iter().any(|name| said.iter().all(|word| name.contains(word)))
    };
    Named {
        unit,
        unknown_unit: Some(left.clone()).filter(|left| unit.is_none() && !left.is_empty() && !whole(left)),
        unknown_role: own.filter(|_| role.is_none()).map(str::to_string),
        role_read: own.filter(|own| role_named(own).is_none()).map(str::to_string).zip(role),
        role,
    }
}

/// A role named somewhere in what is said, such as “head of the division of …”.
pub(super) fn role_in(said: &str) -> Option<Role> {
    role_said(said).role.and_then(role_named)
}
