//! Finding a dossier by code, name or identity number. What was typed never stands in an address.

mod text;

use crate::rows::{Row, rows};
use askama::Template;
use axum::extract::Path;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, page, page_again};

#[derive(Template)]
#[template(path = "search/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    found: Option<Vec<Row>>,
    said: String,
    t: text::Words,
}

fn fields(ask: &Ask, typed: &str) -> Fields {
    let t = text::Words(ask.language);
    let field = Field::text(ask.language, "wanted", t.wanted()).hint(t.hint()).complete("off").value(typed);
    Fields::new(ask.language, vec![field])
}

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let fields = fields(&ask, "");
    page(&Page { chrome: Chrome::new(&ask, t.title()), fields, found: None, said: String::new(), t })
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let typed: String = posted.text("wanted").chars().take(120).collect();
    if posted.is_held() {
        let (fields, said) = (fields(&ask, &typed), String::new());
        return page_again(&Page { chrome: Chrome::new(&ask, t.title()), fields, found: None, said, t });
    }
    if typed.chars().count() < 2 {
        let mut fields = fields(&ask, &typed);
        fields.wrong("wanted", t.too_short());
        let chrome = Chrome::new(&ask, t.title()).with_problems(true);
        return page_again(&Page { chrome, fields, found: None, said: String::new(), t });
    }
    let token = ask.app().save_search(ask.officer()?, &typed).await?;
    ui::see(&format!("/office/found/{token}"))
}

pub async fn found(ask: Ask, Path(token): Path<String>) -> Answer {
    let t = text::Words(ask.language);
    let (typed, found) = ask.app().run_search(ask.officer()?, token).await?.ok_or(Failure::NotFound)?;
    let rows = rows(&ask, &found, "");
    let said = if found.more { t.more(rows.len()) } else { t.found(rows.len()) };
    let fields = fields(&ask, &typed);
    page(&Page { chrome: Chrome::new(&ask, t.title()), fields, found: Some(rows), said, t })
}
