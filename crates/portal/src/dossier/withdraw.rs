//! Taking an application back.

use super::text::Words;
use super::{act, open};
use app::random;
use askama::Template;
use axum::extract::Path;
use domain::dossier::{Command, Withdraw};
use ui::part::{Back, Heading};
use ui::posted::KEY;
use ui::{Chrome, Fields, Form, Said};
use web::{Answer, Ask, Failure, Sent, page, page_again};

/// The form, as the page's other parts name it.
const FORM: &str = "withdrawal";

#[derive(Template)]
#[template(path = "dossier/withdraw.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    name: String,
    key: String,
    fields: Fields,
    t: Words,
}

/// Why, if the applicant says so.
fn form(form: &mut Form) -> String {
    let t = Words(form.language());
    form.area("words", t.withdraw_why()).optional().written()
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let mut form = Form::blank(ask.language);
    self::form(&mut form);
    page(&view(&ask, &reference, form, random::token()).await?)
}

async fn view(ask: &Ask, reference: &str, form: Form<'_>, key: String) -> Result<Page, Failure> {
    let t = Words(ask.language);
    let viewed = open(ask, reference).await?;
    let data = ask.app().reference();
    let name = data
        .procedure_any(viewed.dossier.pinned.procedure.as_str())
        .map(|p| p.short_name.get(ask.language).to_string());
    let fields = form.drawn();
    Ok(Page {
        chrome: ask.chrome(t.withdraw()).with_problems(fields.any_wrong()).switching(FORM),
        reference: viewed.dossier.reference.to_string(),
        name: name.unwrap_or_default(),
        key,
        fields,
        t,
    })
}

pub async fn submit(ask: Ask, Path(reference): Path<String>, Sent(posted): Sent) -> Answer {
    let mut form = Form::sent(ask.language, &posted);
    let words = self::form(&mut form);
    if form.any_wrong() {
        let key = posted.key().unwrap_or_else(random::token);
        return page_again(&view(&ask, &reference, form, key).await?);
    }
    let command = Command::Withdraw(Withdraw { words });
    act(&ask, &reference, command, &posted, Said::Withdrawn).await
}
