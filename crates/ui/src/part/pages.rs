//! The pages of a list by their numbers.

use askama::Template;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    pub href: String,
    pub number: usize,
    pub here: bool,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/pages.html")]
pub struct Pages {
    pub label: &'static str,
    /// Word before each number for screen readers, such as “page”.
    pub word: &'static str,
    pub pages: Vec<PageLink>,
}

/// Maximum page numbers in a row, and how many stand on each side of the current page.
const ROW: usize = 8;
const BESIDE: usize = 2;

impl Pages {
    /// The links always shown: first page, last page, and the neighbours of this one.
    fn near(&self) -> Vec<&PageLink> {
        self.pages.iter().filter(|page| self.is_near(page)).collect()
    }

    /// The links that are folded.
    fn far(&self) -> Vec<&PageLink> {
        self.pages.iter().filter(|page| !self.is_near(page)).collect()
    }

    fn is_near(&self, page: &PageLink) -> bool {
        let here = self.pages.iter().find(|page| page.here).map_or(1, |page| page.number);
        let end = page.number == 1 || page.number == self.pages.len();
        self.pages.len() <= ROW || end || page.number.abs_diff(here) <= BESIDE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_the_pages_beside_this_one() {
        let page = |number| PageLink { href: String::new(), number, here: number == 10 };
        let pages = |count| Pages { label: "", word: "", pages: (1..=count).map(page).collect() };
        let numbers = |pages: Vec<&PageLink>| pages.iter().map(|page| page.number).collect::<Vec<_>>();
        assert_eq!(numbers(pages(20).near()), [1, 8, 9, 10, 11, 12, 20]);
        assert_eq!(numbers(pages(20).far()).len(), 13);
        assert!(pages(ROW).far().is_empty());
    }
}
