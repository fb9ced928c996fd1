//! The component page: every part in every state, drawn by the same values as the pages. What eyes and tests look at first; the
//! other language is one press away, like on every page.

mod acts;
mod fields;
mod graphs;
mod lists;
mod papers;
mod states;
mod text;

use crate::{Answer, Failure, Query, RequestContext, page, query};
use askama::Template;
use serde::Deserialize;
use std::fmt::Debug;
use ui::part::{Icon, Link};
use ui::portions::{PORTION, portions};
use ui::submit::HtmlSafe;
use ui::{Chrome, Language, Markup};

#[derive(Template)]
#[template(path = "common/design/page.html")]
struct Page {
    chrome: Chrome,
    t: text::Words,
    icons: &'static [Icon],
    /// The first page shows what all parts are made of too.
    is_first: bool,
    /// Where each part stands, by its name.
    index: Vec<Link>,
    sections: Vec<Section>,
}

/// One part: its name, and what is drawn of it.
struct Section {
    id: &'static str,
    name: &'static str,
    drawn: Vec<Markup>,
    /// What each of them was drawn from.
    #[cfg(test)]
    drawn_from: Vec<String>,
}

impl Section {
    fn new(id: &'static str, name: &'static str) -> Section {
        Section {
            id,
            name,
            drawn: Vec::new(),
            #[cfg(test)]
            drawn_from: Vec::new(),
        }
    }

    fn with(mut self, part: impl HtmlSafe + Debug) -> Section {
        #[cfg(test)]
        self.drawn_from.push(format!("{part:?}"));
        self.drawn.push(Markup::of(part));
        self
    }

    fn with_all<Part: HtmlSafe + Debug>(self, parts: impl IntoIterator<Item = Part>) -> Section {
        parts.into_iter().fold(self, Section::with)
    }
}

fn sections(language: Language) -> Vec<Section> {
    let parts = [
        fields::sections,
        acts::sections,
        graphs::sections,
        states::sections,
        lists::sections,
        papers::sections,
    ];
    parts.iter().flat_map(|sections| sections(language)).collect()
}

/// Which page is asked for, the first being 1.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct DesignQuery {
    page: String,
}

pub async fn show(context: RequestContext, Query(at): Query<DesignQuery>) -> Answer {
    let t = text::Words(context.language);
    let shown = view(context.chrome(t.title()), query::number(&at.page)?.unwrap_or(1));
    page(&shown.ok_or(Failure::NotFound)?)
}

/// The parts of a page, as many as it can bear.
fn view(chrome: Chrome, number: usize) -> Option<Page> {
    let language = chrome.language;
    let sections = sections(language);
    let weight = |section: &Section| section.drawn.iter().map(|part| part.as_str().len()).sum();
    let pages = portions(&sections.iter().map(weight).collect::<Vec<_>>(), PORTION);
    let here = pages.get(number.checked_sub(1)?)?.clone();
    let stands =
        |place: usize| pages.iter().position(|page| page.contains(&place)).map_or(1, |page| page + 1);
    let link =
        |(place, section): (usize, &Section)| Link::new(address(stands(place), section.id), section.name);
    Some(Page {
        t: text::Words(language),
        icons: Icon::ALL,
        is_first: number == 1,
        index: sections.iter().enumerate().map(link).collect(),
        sections: sections.into_iter().skip(here.start).take(here.len()).collect(),
        chrome,
    })
}

fn address(page: usize, id: &str) -> String {
    if page == 1 { format!("/design#{id}") } else { format!("/design?page={page}#{id}") }
}

#[cfg(test)]
mod tests {
    use super::{sections, view};
    use domain::Language;
    use ui::Chrome;

    #[test]
    fn every_part_stands_on_one_of_its_pages_none_of_which_is_heavy() {
        for language in [Language::Vietnamese, Language::English] {
            let pages = (1..).map_while(|number| view(Chrome::anonymous(language, "D"), number));
            let mut shown = Vec::new();
            for page in pages {
                assert_eq!(page.index.len(), sections(language).len());
                let weight = page.to_string().len();
                assert!(weight < 40_000, "{weight} bytes");
                shown.extend(page.sections.iter().map(|section| section.id));
            }
            assert_eq!(shown, sections(language).iter().map(|section| section.id).collect::<Vec<_>>());
        }
        assert!(view(Chrome::anonymous(Language::English, "D"), 0).is_none());
    }

    /// The texts a value holds, as it is written for debugging.
    fn texts(written: &str) -> Vec<String> {
        let (mut found, mut text) = (Vec::new(), None::<String>);
        let mut letters = written.chars();
        while let Some(letter) = letters.next() {
            match (letter, &mut text) {
                ('"', None) => text = Some(String::new()),
                ('"', Some(_)) => found.extend(text.take()),
                ('\\', Some(text)) => match letters.next() {
                    Some('n') => text.push('\n'),
                    Some(plain) => text.push(plain),
                    None => {}
                },
                (letter, Some(text)) => text.push(letter),
                (_, None) => {}
            }
        }
        found.retain(|text| !text.is_empty());
        found
    }

    #[test]
    fn whatever_a_part_holds_is_drawn() {
        let mut lost = Vec::new();
        for section in sections(Language::Vietnamese) {
            for (drawn, from) in section.drawn.iter().zip(&section.drawn_from) {
                let said = testkit::Html::piece(drawn.as_str()).all_said();
                // Markup stands as it is, of several values each, a day in three boxes.
                let is_there = |text: &String| {
                    drawn.as_str().contains(text)
                        || text.split(',').all(|one| said.contains(one))
                        || forms::PartialDate::read(text).is_some()
                };
                let texts = texts(from).into_iter().filter(|text| !is_there(text));
                lost.extend(texts.map(|text| format!("{}: {text}", section.id)));
            }
        }
        assert_eq!(lost, [""; 0]);
    }

    #[test]
    fn every_part_is_drawn_in_both_languages_and_the_words_differ() {
        let (vietnamese, english) = (sections(Language::Vietnamese), sections(Language::English));
        assert_eq!(vietnamese.len(), english.len());
        for (one, other) in vietnamese.iter().zip(&english) {
            assert!(!one.drawn.is_empty(), "{} draws nothing", one.id);
            assert_ne!(one.name, other.name, "{} has one name", one.id);
            assert_ne!(one.drawn, other.drawn, "{} says the same in both languages", one.id);
            for drawn in one.drawn.iter().chain(&other.drawn) {
                let faults = testkit::Html::piece(drawn.as_str()).faults_of_piece();
                assert!(faults.is_empty(), "{}: {faults:?}", one.id);
            }
        }
    }
}
