//! A list of the administration: what is looked for in it, its rows, the way to add another.

use super::text::Words;
use app::fold::fold;
use askama::Template;
use serde::Deserialize;
use ui::part::{BackLink, FilterBar, Heading, Link, LinkList, Pager};
use ui::{Chrome, Field, Switch};
use web::RequestContext;

/// What a list is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub q: String,
    /// Where the page begins, in a list of many pages.
    pub after: String,
}

/// What is looked for, by its name in the address.
pub const Q: &str = "q";
/// The form of the search.
pub const SEARCH: &str = "search";

#[derive(Template)]
#[template(path = "administration/lists/list.html")]
pub struct ListPage {
    pub chrome: Chrome,
    pub heading: String,
    pub find: FilterBar,
    /// How many there are.
    pub said: String,
    /// Where another is added.
    pub add: Option<Link>,
    pub rows: LinkList,
    pub pager: Pager,
    pub t: Words,
}

impl ListPage {
    /// Of nothing so far: what stands in it is said by name. The label tells what one may look for.
    pub fn of(context: &RequestContext, heading: &str, label: &'static str, q: &str) -> ListPage {
        let t = Words(context.language);
        ListPage {
            chrome: context.chrome(heading).switching_among([Switch::asking(SEARCH, label)]),
            heading: heading.into(),
            find: find(&t, label, q),
            said: String::new(),
            add: None,
            rows: LinkList::default(),
            pager: Pager::default(),
            t,
        }
    }
}

pub fn find(t: &Words, label: &str, q: &str) -> FilterBar {
    FilterBar {
        id: SEARCH,
        fields: vec![Field::text(t.0, Q, label).complete("off").value(q)],
        button: t.find(),
        search: true,
        ..FilterBar::default()
    }
}

/// Whether what is looked for stands in one of these, whatever the accents; looking for nothing finds all.
pub fn matches(q: &str, said: &[&str]) -> bool {
    let wanted = fold(q);
    said.iter().any(|said| fold(said).contains(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use testkit::{render_both, snapshot};
    use ui::Language;

    #[test]
    fn accents_do_not_matter_and_nothing_finds_all() {
        assert!(matches("so tu phap", &["justice", "Sở Tư pháp"]));
        assert!(matches("", &["anything"]));
        assert!(!matches("y tế", &["Sở Tư pháp", "H99.20"]));
    }

    fn page(language: Language, q: &str, rows: usize) -> ListPage {
        let t = Words(language);
        let row = |number: usize| {
            Link::new(format!("/office/administration/agencies/{number}"), format!("A{number}"))
        };
        ListPage {
            chrome: Chrome::anonymous(language, t.agencies()),
            heading: t.agencies().into(),
            find: find(&t, t.find_agency(), q),
            said: t.agencies_count(rows),
            add: Some(Link::new("/office/administration/agencies/new", t.new_agency())),
            rows: LinkList((0..rows).map(row).collect()),
            pager: Pager::default(),
            t,
        }
    }

    #[test]
    fn a_list_says_how_many_it_shows_and_keeps_what_was_looked_for() {
        for html in snapshot!(render_both(|language| page(language, "tu phap", 2))) {
            assert!(html.has("main form[role=search] input[name=q][value='tu phap']"));
            assert!(html.one("main [role=status]").text().contains('2'));
            assert_eq!(html.all("main .link-list a").len(), 2);
            assert!(html.has("main a.button[href$='/new']"));
        }
    }

    #[test]
    fn a_list_in_which_nothing_is_found_says_so() {
        for html in render_both(|language| page(language, "zzz", 0)) {
            assert!(!html.has("main .link-list"));
            assert!(html.texts("main > p, main .stack > p").iter().any(|text| text.ends_with('.')));
        }
    }
}
