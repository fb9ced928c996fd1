//! A page as a browser reads it, asked by CSS selectors.

use scraper::{ElementRef, Selector};
use std::collections::BTreeSet;

/// A page or a piece of one.
pub struct Html {
    pub(crate) tree: scraper::Html,
}

/// What people who listen to a page go from one to the next of.
const OUTLINED: &str = "main h1, main h2, main h3, main h4, main legend, main label, main summary, main th, main button, \
                        main a[href]";

/// An element of a page.
#[derive(Clone, Copy)]
pub struct Element<'a>(ElementRef<'a>);

pub(crate) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

impl Html {
    pub fn page(text: &str) -> Html {
        Html { tree: scraper::Html::parse_document(text) }
    }

    /// A piece, such as what one part draws.
    pub fn piece(text: &str) -> Html {
        Html { tree: scraper::Html::parse_fragment(text) }
    }

    pub fn all(&self, css: &str) -> Vec<Element<'_>> {
        self.tree.select(&selector(css)).map(Element).collect()
    }

    /// The only one there is.
    pub fn one(&self, css: &str) -> Element<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "{css}: {} of them", found.len());
        found[0]
    }

    pub fn has(&self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    /// The words of each element.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.all(css).into_iter().map(Element::text).collect()
    }

    /// Where its links lead, in no order.
    pub fn links(&self) -> BTreeSet<String> {
        self.all("a[href]")
            .into_iter()
            .filter_map(|link| link.attribute("href").map(str::to_string))
            .collect()
    }

    /// All its words and what its attributes hold, as they are written.
    pub fn all_said(&self) -> String {
        let of = |element: ElementRef| {
            let attributes = element.value().attrs().map(|(_, value)| value.to_string());
            let own = element.children().filter_map(|child| Some(child.value().as_text()?.to_string()));
            attributes.chain(own).collect::<Vec<_>>()
        };
        self.tree.select(&selector("*")).flat_map(of).collect::<Vec<_>>().join("\n")
    }

    /// Its main part as somebody hears it who goes from one heading, field, button or link to the next: a line each.
    pub fn outline(&self) -> String {
        self.all(OUTLINED).into_iter().filter(|element| element.is_heard()).map(Element::outlined).collect()
    }

    /// What nobody can use or a reader of screens cannot tell, each as a sentence; `language` is what the page says it is in.
    pub fn faults(&self, language: &str) -> Vec<String> {
        crate::faults::of_page(self, language)
    }

    /// The same of a piece.
    pub fn faults_of_piece(&self) -> Vec<String> {
        crate::faults::of_piece(self)
    }
}

impl<'a> Element<'a> {
    pub fn name(self) -> &'a str {
        self.0.value().name()
    }

    pub fn attribute(self, name: &str) -> Option<&'a str> {
        self.0.value().attr(name)
    }

    /// Its words, with single blanks.
    pub fn text(self) -> String {
        self.0.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its words without those of the elements in it.
    pub fn own_text(self) -> String {
        self.0.children().filter_map(|child| child.value().as_text().map(|text| text.to_string())).collect()
    }

    pub fn all(self, css: &str) -> Vec<Element<'a>> {
        self.0.select(&selector(css)).map(Element).collect()
    }

    /// The element around it, and the one around that.
    pub fn ancestors(self) -> impl Iterator<Item = Element<'a>> {
        self.0.ancestors().filter_map(ElementRef::wrap).map(Element)
    }

    fn is_heard(self) -> bool {
        let hidden = |element: Element| {
            element.attribute("hidden").is_some() || element.attribute("aria-hidden") == Some("true")
        };
        !hidden(self) && !self.ancestors().any(hidden)
    }

    /// What it is, and what it says.
    fn outlined(self) -> String {
        let said = match self.attribute("aria-label") {
            Some(label) => label.to_string(),
            None => self.text(),
        };
        let kind = match self.name() {
            "h1" => "#",
            "h2" => "##",
            "h3" => "###",
            "h4" => "####",
            "a" => "  link",
            "button" => "  button",
            "summary" => "  more",
            "th" => "  column",
            _ => "  field",
        };
        format!("{kind} {said}\n")
    }

    /// As it is written, shortened.
    pub fn shown(self) -> String {
        self.0.html().chars().take(160).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_the_main_part_as_it_is_heard() {
        let page = Html::page(
            "<header><h1>Above</h1></header><main><h1>Find a <em>dossier</em></h1><p>Not gone to.</p>
             <form><label for='code'>Code</label><input id='code'><button aria-label='Look up'>?</button></form>
             <p hidden><a href='/'>Unseen</a></p><h2>More</h2><a href='/more'>All  of it</a></main>",
        );
        let heard = "# Find a dossier\n  field Code\n  button Look up\n## More\n  link All of it\n";
        assert_eq!(page.outline(), heard);
    }
}
