//! The component page: every part in every state, drawn by the same values as the pages. What eyes and tests look at first; the
//! other language is one press away, like on every page.

mod acts;
mod fields;
mod lists;
mod papers;
mod states;
mod text;

use crate::{Answer, RequestContext, page};
use askama::Template;
use ui::part::Icon;
use ui::submit::HtmlSafe;
use ui::{Chrome, Language, Markup};

#[derive(Template)]
#[template(path = "common/design/page.html")]
struct Page {
    chrome: Chrome,
    t: text::Words,
    icons: &'static [Icon],
    sections: Vec<Section>,
}

/// One part: its name, and what is drawn of it.
struct Section {
    id: &'static str,
    name: &'static str,
    drawn: Vec<Markup>,
}

impl Section {
    fn new(id: &'static str, name: &'static str) -> Section {
        Section { id, name, drawn: Vec::new() }
    }

    fn with(mut self, part: impl HtmlSafe) -> Section {
        self.drawn.push(Markup::of(part));
        self
    }

    fn with_all<Part: HtmlSafe>(self, parts: impl IntoIterator<Item = Part>) -> Section {
        parts.into_iter().fold(self, Section::with)
    }
}

fn sections(language: Language) -> Vec<Section> {
    let parts = [fields::sections, acts::sections, states::sections, lists::sections, papers::sections];
    parts.iter().flat_map(|sections| sections(language)).collect()
}

pub async fn show(context: RequestContext) -> Answer {
    let t = text::Words(context.language);
    let sections = sections(context.language);
    page(&Page { chrome: context.chrome(t.title()), t, icons: Icon::ALL, sections })
}

#[cfg(test)]
mod tests {
    use super::sections;
    use domain::Language;

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
