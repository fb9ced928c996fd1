//! What a search for a number fills in. The form says unseen what that was, in digests, so that it goes with its number:
//! nobody is received under the name and the address of somebody else. What the officer typed stays.

use app::random::short;
use domain::dossier::{Party, letters_and_digits};
use ui::field::OTHER_PAPER;
use ui::{FormParam, Posted};

/// What was filled in: the name of each field with a digest of what it held.
pub const FILLED: FormParam = FormParam("filled");
/// What became of the search, on the page it leads to alone.
const SEARCHED: FormParam = FormParam("searched");
const FOUND: &str = "found";
const NOBODY: &str = "nobody";
/// The field by which an applicant is found.
pub const IDENTITY: &str = "identity";

/// What became of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchOutcome {
    Found,
    Nobody,
}

impl SearchOutcome {
    pub fn of(posted: &Posted) -> Option<SearchOutcome> {
        match SEARCHED.of(posted) {
            FOUND => Some(SearchOutcome::Found),
            NOBODY => Some(SearchOutcome::Nobody),
            _ => None,
        }
    }
}

fn fields(owner: &Party) -> [(&'static str, &str); 4] {
    [("name", &owner.name), ("phone", &owner.phone), ("email", &owner.email), ("address", &owner.address)]
}

/// A form with the person its number was last used by.
pub fn filled(posted: Posted, owner: &Party) -> Posted {
    let said = |(name, value): (&str, &str)| format!("{name}.{}", short(value));
    let number = (IDENTITY, number(&posted));
    let fields = fields(owner);
    let told = fields.iter().copied().filter(|(_, value)| !value.is_empty());
    let marks: Vec<String> = [(number.0, number.1.as_str())].into_iter().chain(told).map(said).collect();
    let posted = fields.iter().fold(posted, |posted, (name, value)| posted.with(name, value));
    posted.with(FILLED.name(), &marks.join(" ")).with(SEARCHED.name(), FOUND)
}

/// A form without what another number had filled in.
pub fn emptied(posted: Posted) -> Posted {
    let nobody = Party::default();
    let filled: Vec<&str> =
        fields(&nobody).into_iter().map(|(name, _)| name).filter(|name| is_filled(&posted, name)).collect();
    let posted = filled.into_iter().fold(posted, |posted, name| posted.with(name, ""));
    posted.with(FILLED.name(), "").with(SEARCHED.name(), NOBODY)
}

/// Whether the name is still the one another number had filled in.
pub fn is_of_another(posted: &Posted) -> bool {
    is_filled(posted, "name") && !is_filled(posted, IDENTITY)
}

/// Whether a field holds what was filled in.
fn is_filled(posted: &Posted, name: &str) -> bool {
    let holds = if name == IDENTITY { number(posted) } else { posted.text(name) };
    let mark = format!("{name}.{}", short(&holds));
    FILLED.of(posted).split(' ').any(|known| known == mark)
}

/// A number as it is compared, with the paper it is of.
fn number(posted: &Posted) -> String {
    let paper = OTHER_PAPER.map(|name| posted.text(name));
    format!("{} {}", letters_and_digits(posted.raw(IDENTITY)), paper.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        Posted::of(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    fn chau() -> Party {
        let (name, phone) = ("Trần Thị Minh Châu".into(), "0900000001".into());
        Party { name, phone, address: "Số 12".into(), ..Party::default() }
    }

    #[test]
    fn what_a_number_filled_in_goes_with_it_and_what_was_typed_stays() {
        let found = filled(posted(&[("identity", "099190000001"), ("email", "old@example.org")]), &chau());
        let read = |name: &str| found.raw(name).to_string();
        assert_eq!((read("name"), read("address")), ("Trần Thị Minh Châu".into(), "Số 12".into()));
        // What the record does not know is empty: it is that person's, and nobody else's.
        assert_eq!(read("email"), "");
        assert!(!is_of_another(&found));
        let other = found.with("identity", "099190000002").with("phone", "0911111111");
        assert!(is_of_another(&other));
        let nobody = emptied(other);
        assert_eq!((nobody.raw("name"), nobody.raw("address")), ("", ""));
        assert_eq!(nobody.raw("phone"), "0911111111", "the officer typed it");
        assert_eq!(SearchOutcome::of(&nobody), Some(SearchOutcome::Nobody));
        assert!(!is_of_another(&nobody));
    }

    #[test]
    fn a_number_written_in_another_way_is_the_same_and_one_of_another_paper_is_not() {
        let found = filled(posted(&[("identity", "123456789")]), &chau());
        assert!(!is_of_another(&found.clone().with("identity", "123-456 789")));
        assert!(is_of_another(&found.clone().with("identity-kind", "passport")));
        // A name that was typed anew is nobody else's.
        assert!(!is_of_another(&found.with("identity", "1").with("name", "Lê Văn Hai")));
    }

    #[test]
    fn what_nobody_looked_for_is_never_emptied() {
        let typed = emptied(posted(&[("identity", "099190000002"), ("name", "Lê Văn Hai")]));
        assert_eq!(typed.raw("name"), "Lê Văn Hai");
    }
}
