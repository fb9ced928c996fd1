//! The record of changes in words: what kind of thing was changed, which one, and how. A line whose words are not known any
//! more still says its kind.

use super::super::text::Words;
use app::master_data::{MasterData, WHOLE_PROVINCE};
use domain::agency::AgencyId;
use domain::officer::AccountId;
use domain::time::short_date;
use ui::part::Cell;

const HOME: &str = "/office/administration";

/// A word of a page.
type Wording = fn(&Words) -> &'static str;

/// Kinds of changes by what they are recorded as.
const KINDS: &[(&str, Wording)] = &[
    ("agency", Words::changed_agency),
    ("calendar", Words::changed_calendar),
    ("field", Words::changed_field),
    ("procedure", Words::changed_procedure),
    ("process", Words::changed_process),
    ("supply", Words::changed_offering),
    ("officer", Words::changed_officer),
    ("job", Words::changed_job),
    ("national", Words::changed_national),
    ("absence", Words::changed_absence),
    ("absence ended", Words::changed_absence_ended),
];

pub fn kind(what: &str, t: &Words) -> &'static str {
    let known = KINDS.iter().find(|(known, _)| *known == what);
    known.map_or_else(|| t.changed_other(), |(_, name)| name(t))
}

/// What officers are called whose number a line says.
pub type OfficerNames = [(AccountId, String)];

/// The number of the officer a line is about.
pub fn officer_of(what: &str, subject: &str) -> Option<AccountId> {
    subject.parse().ok().filter(|_| what == "officer").map(AccountId)
}

/// What was changed, and how.
pub fn subject_cell(what: &str, subject: &str, data: &MasterData, names: &OfficerNames, t: &Words) -> Cell {
    let (first, rest) = subject.split_once(' ').unwrap_or((subject, ""));
    let agency = |id: &str| {
        let id = AgencyId(id.parse().ok()?);
        let name = data.agency(id).map(|agency| agency.name.get(t.0).to_string());
        name.or_else(|| (id == WHOLE_PROVINCE).then(|| t.whole_province().to_string()))
    };
    let procedure = |how: String| {
        let found = data.procedure_any(first)?;
        let to = format!("{HOME}/procedures/{first}");
        Some(Cell::link(to, found.short_name.get(t.0)).hint(how))
    };
    let words: Vec<&str> = rest.split(' ').collect();
    let day = |text: &str| text.parse().map(|day| short_date(day, t.0)).ok();
    let cell = match what {
        "agency" => data
            .agency_by_key(subject)
            .map(|agency| Cell::link(format!("{HOME}/agencies/{subject}"), agency.name.get(t.0))),
        "calendar" => agency(first).map(|name| {
            Cell::new(name).hint(match words.as_slice() {
                ["week"] => t.week().to_string(),
                [date, "dropped"] => t.day_dropped(&day(date).unwrap_or_default()),
                [date] => day(date).unwrap_or_default(),
                _ => String::new(),
            })
        }),
        // So many records as an import brought at once.
        "national" if rest == "records" => first.parse().ok().map(|count| Cell::new(t.records_count(count))),
        "field" => data.field(subject).map(|field| Cell::new(field.name.get(t.0))),
        "procedure" | "national" => procedure(match words.as_slice() {
            ["version", number] => t.version_number(number),
            ["closed", date] => t.closes_after(&day(date).unwrap_or_default()),
            ["kept"] => t.keep_open().to_string(),
            _ => String::new(),
        }),
        "process" => procedure(match words.as_slice() {
            ["process", number] => t.version_number(number),
            ["running", .., number] => t.moved_to_version(number),
            _ => String::new(),
        }),
        "supply" => {
            let whose = match words.as_slice() {
                ["at", count, "agencies", ..] => {
                    count.parse().ok().map(|count: usize| t.agencies_count(count))
                }
                ["at", id, ..] => agency(id),
                _ => None,
            };
            let until = match words.as_slice() {
                [.., "until", date] => day(date).map(|day| t.until_day(&day)),
                _ => None,
            };
            procedure([whose, until].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        "officer" => {
            let id = officer_of(what, subject);
            let name = id.and_then(|id| names.iter().find(|(known, _)| *known == id));
            match (id, name) {
                (Some(id), Some((_, name))) => Some(Cell::link(format!("{HOME}/officers/{}", id.0), name)),
                (Some(_), None) => None,
                // A new one is known by the name they sign in with.
                (None, _) => Some(Cell::new(subject).code()),
            }
        }
        _ => None,
    };
    cell.unwrap_or_default()
}
