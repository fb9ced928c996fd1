//! A page drawn in both languages, without a browser and without a database.

use crate::Html;
use askama::Template;
use ui::Language;

/// A page as a browser gets it, with nothing wrong in it.
fn sound(language: Language, page: &impl Template) -> Html {
    let html = Html::page(&ui::foreign::tag_vietnamese(page.render().expect("it is drawn")));
    assert_eq!(html.faults(language.code()), Vec::<String>::new());
    html
}

/// A state of a page in both languages: Vietnamese, then English.
pub fn render_both<Page: Template>(page: impl Fn(Language) -> Page) -> [Html; 2] {
    [Language::Vietnamese, Language::English].map(|language| sound(language, &page(language)))
}

/// What both pages say to somebody who goes through them by headings, fields and links.
pub fn outlines([vietnamese, english]: &[Html; 2]) -> String {
    format!("Vietnamese\n{}\nEnglish\n{}", vietnamese.outline(), english.outline())
}

/// The same two pages; what they say by headings, fields and links is that of the file in `snapshots/` beside the test.
#[macro_export]
macro_rules! snapshot {
    ($pages:expr) => {{
        let pages = $pages;
        $crate::insta::with_settings!({ omit_expression => true }, {
            $crate::insta::assert_snapshot!($crate::outlines(&pages));
        });
        pages
    }};
}
