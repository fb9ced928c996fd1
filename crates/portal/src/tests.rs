//! What the tests of all pages share: a page drawn in both languages, without a browser and without a database.

use askama::Template;
use domain::Text;
use domain::procedure::{Procedure, ProcedureCode};
use testkit::Html;
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

/// A procedure that says nothing but its code.
pub fn procedure() -> Procedure {
    Procedure {
        code: ProcedureCode::parse("1.001193").expect("a code"),
        version: 1,
        name: Text::default(),
        short_name: Text::default(),
        summary: Text::default(),
        field: String::new(),
        audiences: Vec::new(),
        life_events: Vec::new(),
        steps: Vec::new(),
        conditions: Text::default(),
        methods: Vec::new(),
        papers: Vec::new(),
        results: Vec::new(),
        legal_basis: Vec::new(),
        obligations: None,
        keywords: Vec::new(),
        form: Default::default(),
        process: Default::default(),
        sets: None,
        sets_words: Text::default(),
        origin: None,
    }
}
