//! Taking an application back.

use super::text::Words;
use super::{act, open};
use app::random;
use askama::Template;
use axum::extract::Path;
use domain::dossier::{Command, Withdraw};
use domain::rules::RulePack;
use ui::part::{BackLink, Heading};
use ui::posted::KEY;
use ui::{Chrome, Fields, Flash, Form};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors};

/// The form, as the page's other parts name it.
const FORM: &str = "withdrawal";

#[derive(Template)]
#[template(path = "dossier/withdraw.html")]
pub(super) struct Page {
    chrome: Chrome,
    reference: String,
    name: String,
    key: String,
    fields: Fields,
    t: Words,
}

/// Why, if the applicant says so.
pub(super) fn form(form: &mut Form, pack: &RulePack) -> Withdraw {
    let t = Words(form.language());
    let reason_code = form.reason_code_if_said(t.withdraw_why(), pack.withdrawal_codes);
    Withdraw { words: form.area("words", t.withdraw_words()).optional().written(), reason_code }
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let pack = open(&context, &reference).await?.dossier.pinned.pack.pack();
    let mut form = Form::blank(context.language);
    self::form(&mut form, pack);
    page(&view(&context, &reference, form, random::key(context.app().now())).await?)
}

async fn view(
    context: &RequestContext,
    reference: &str,
    form: Form<'_>,
    key: String,
) -> Result<Page, Failure> {
    let t = Words(context.language);
    let viewed = open(context, reference).await?;
    let data = context.app().master_data();
    let name = data
        .procedure_any(viewed.dossier.pinned.procedure.as_str())
        .map(|p| p.short_name.get(context.language).to_string());
    let reference = viewed.dossier.reference.to_string();
    Ok(draw(context.chrome(t.withdraw()), reference, name.unwrap_or_default(), form.into_fields(), key))
}

pub(super) fn draw(chrome: Chrome, reference: String, name: String, fields: Fields, key: String) -> Page {
    let t = Words(chrome.language);
    let chrome = chrome.with_problems(fields.any_wrong()).switching(FORM);
    Page { chrome, reference, name, key, fields, t }
}

pub async fn submit(context: RequestContext, Path(reference): Path<String>, Sent(posted): Sent) -> Answer {
    let pack = open(&context, &reference).await?.dossier.pinned.pack.pack();
    let mut form = Form::sent(context.language, &posted);
    let withdraw = self::form(&mut form, pack);
    if form.any_wrong() {
        let key = posted.key().unwrap_or_else(random::token);
        return page_with_errors(&view(&context, &reference, form, key).await?);
    }
    act(&context, &reference, Command::Withdraw(withdraw), &posted, Flash::Withdrawn).await
}
