//! Where an agency stands among the others, from a day on: its level, the agency above it, and the one whose office controls
//! its procedures (cơ quan kiểm soát thủ tục hành chính).

use super::{Agency, AgencyId, AgencyKind};
use crate::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

typed::keyed! {
    /// A level of government, as forms of reports name it. Of districts there are none since July 2025.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum AgencyLevel {
        Ministry = "ministry",
        Province = "province",
        District = "district",
        Commune = "commune",
    }
}

impl AgencyLevel {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            AgencyLevel::Ministry => ("Cấp bộ", "Ministry level"),
            AgencyLevel::Province => ("Cấp tỉnh", "Province level"),
            AgencyLevel::District => ("Cấp huyện", "District level"),
            AgencyLevel::Commune => ("Cấp xã", "Commune level"),
        };
        language.pick(vi, en)
    }

    fn of(kind: AgencyKind) -> AgencyLevel {
        match kind {
            AgencyKind::Province | AgencyKind::ServiceCentre | AgencyKind::Department => {
                AgencyLevel::Province
            }
            AgencyKind::Commune => AgencyLevel::Commune,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyStanding {
    pub level: AgencyLevel,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior: Option<AgencyId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controlling: Option<AgencyId>,
}

/// Where it stands from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedStanding {
    pub from: Date,
    #[serde(flatten)]
    pub standing: AgencyStanding,
}

impl Agency {
    /// Where it stands on a day, of those it stands among; after its last day as on that day. Where nobody said it, it
    /// follows from its kind, and the province is above it and controls it.
    pub fn standing_on(&self, day: Date, agencies: &[Agency]) -> AgencyStanding {
        let day = self.to.map_or(day, |to| to.min(day));
        let said = self.standings.iter().filter(|dated| dated.from <= day).max_by_key(|dated| dated.from);
        said.map_or_else(|| self.standing_by_kind(day, agencies), |dated| dated.standing)
    }

    fn standing_by_kind(&self, day: Date, agencies: &[Agency]) -> AgencyStanding {
        let province = |other: &&Agency| other.kind == AgencyKind::Province && other.exists_on(day);
        let above = match self.kind {
            AgencyKind::Province => None,
            _ => agencies.iter().find(province).map(|province| province.id),
        };
        AgencyStanding { level: AgencyLevel::of(self.kind), superior: above, controlling: above }
    }

    /// The agencies above it, the nearest first.
    pub fn superiors_on(&self, day: Date, agencies: &[Agency]) -> Vec<AgencyId> {
        let mut above = Vec::new();
        let mut next = self.standing_on(day, agencies).superior;
        while let Some(id) = next.filter(|id| *id != self.id && !above.contains(id)) {
            above.push(id);
            let agency = agencies.iter().find(|agency| agency.id == id);
            next = agency.and_then(|agency| agency.standing_on(day, agencies).superior);
        }
        above
    }

    /// Who has its work now, where it was taken over, perhaps several times: itself where it was not.
    pub fn heir(&self, agencies: &[Agency]) -> AgencyId {
        let (mut heir, mut seen) = (self, vec![self.id]);
        while let Some(next) = heir.successor.filter(|next| !seen.contains(next)) {
            let Some(next) = agencies.iter().find(|agency| agency.id == next) else { break };
            seen.push(next.id);
            heir = next;
        }
        heir.id
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::Text;
    use jiff::civil::date;

    /// One of which only what is asked for is said.
    pub(crate) fn agency(id: i64, kind: AgencyKind) -> Agency {
        Agency {
            id: AgencyId(id),
            key: format!("agency{id}"),
            kind,
            name: Text::default(),
            address: String::new(),
            phone: String::new(),
            codes: Vec::new(),
            from: date(2019, 1, 1),
            to: None,
            successor: None,
            standings: Vec::new(),
            units: Vec::new(),
        }
    }

    fn province() -> Vec<Agency> {
        vec![
            agency(1, AgencyKind::Province),
            agency(2, AgencyKind::Department),
            agency(3, AgencyKind::Commune),
        ]
    }

    #[test]
    fn what_nobody_said_follows_from_the_kind() {
        let all = province();
        let on = |place: usize| all[place].standing_on(date(2026, 1, 1), &all);
        assert_eq!((on(0).level, on(0).superior, on(0).controlling), (AgencyLevel::Province, None, None));
        assert_eq!((on(2).level, on(2).superior), (AgencyLevel::Commune, Some(AgencyId(1))));
    }

    #[test]
    fn a_standing_holds_from_its_day_and_a_closed_agency_keeps_its_last() {
        let mut all = province();
        let standing =
            |level, superior| AgencyStanding { level, superior: Some(AgencyId(superior)), controlling: None };
        all[2].standings = vec![
            DatedStanding { from: date(2020, 1, 1), standing: standing(AgencyLevel::District, 2) },
            DatedStanding { from: date(2025, 7, 1), standing: standing(AgencyLevel::Commune, 1) },
        ];
        let level = |all: &[Agency], day| all[2].standing_on(day, all).level;
        assert_eq!(level(&all, date(2025, 6, 30)), AgencyLevel::District);
        assert_eq!(level(&all, date(2025, 7, 1)), AgencyLevel::Commune);
        assert_eq!(all[2].superiors_on(date(2021, 1, 1), &all), [AgencyId(2), AgencyId(1)]);
        all[2].to = Some(date(2025, 6, 30));
        assert_eq!(level(&all, date(2026, 1, 1)), AgencyLevel::District);
    }

    #[test]
    fn going_round_in_circles_ends() {
        let mut all = province();
        let under = |superior| AgencyStanding {
            level: AgencyLevel::Province,
            superior: Some(AgencyId(superior)),
            controlling: None,
        };
        for (place, superior) in [(0, 2), (1, 3), (2, 1)] {
            all[place].standings = vec![DatedStanding { from: date(2020, 1, 1), standing: under(superior) }];
            all[place].successor = Some(AgencyId(superior));
        }
        assert_eq!(all[0].superiors_on(date(2026, 1, 1), &all), [AgencyId(2), AgencyId(3)]);
        assert_eq!(all[0].heir(&all), AgencyId(3));
    }

    #[test]
    fn an_agency_written_before_reads_and_stays_as_it_was() {
        let before = r#"{"id":3,"key":"ward","kind":"commune","name":{"vi":"Xã","en":"Commune"},"address":"","phone":"","codes":[],"from":"2019-01-01","to":null,"successor":null,"units":[]}"#;
        let read: Agency = serde_json::from_str(before).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), before);
        let standing =
            AgencyStanding { level: AgencyLevel::Commune, superior: Some(AgencyId(1)), controlling: None };
        let dated = DatedStanding { from: date(2025, 7, 1), standing };
        let now = r#"{"from":"2025-07-01","level":"commune","superior":1}"#;
        assert_eq!(serde_json::to_string(&dated).unwrap(), now);
        assert_eq!(serde_json::from_str::<DatedStanding>(now).unwrap(), dated);
    }
}
