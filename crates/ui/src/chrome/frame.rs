//! What stands around every page. Each piece is a template of its own, drawn by one function: written into the layout
//! itself it would be compiled once more for every page that extends it.

use super::Chrome;
use askama::Template;
use askama::filters::HtmlSafe;

#[derive(Template)]
#[template(path = "layout/head.html")]
pub struct PageHead<'a> {
    chrome: &'a Chrome,
}

/// From the skip link to the menu and the other language.
#[derive(Template)]
#[template(path = "layout/header.html")]
pub struct SiteHeader<'a> {
    chrome: &'a Chrome,
}

/// What is said above any page: in whose place somebody works, what was just done, what came too late.
#[derive(Template)]
#[template(path = "layout/notices.html")]
pub struct PageNotices<'a> {
    chrome: &'a Chrome,
}

/// The footer, and the list of keys.
#[derive(Template)]
#[template(path = "layout/footer.html")]
pub struct SiteFooter<'a> {
    chrome: &'a Chrome,
}

impl HtmlSafe for PageHead<'_> {}
impl HtmlSafe for SiteHeader<'_> {}
impl HtmlSafe for PageNotices<'_> {}
impl HtmlSafe for SiteFooter<'_> {}

impl Chrome {
    pub fn head(&self) -> PageHead<'_> {
        PageHead { chrome: self }
    }

    pub fn header(&self) -> SiteHeader<'_> {
        SiteHeader { chrome: self }
    }

    pub fn notices(&self) -> PageNotices<'_> {
        PageNotices { chrome: self }
    }

    pub fn footer(&self) -> SiteFooter<'_> {
        SiteFooter { chrome: self }
    }
}
