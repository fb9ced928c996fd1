//! Finding a dossier by code, name or identity number. What was typed never stands in an address.

#[cfg(test)]
mod tests;
mod text;

use crate::inbox::{InboxQuery, TAB};
use crate::officer_reader::OfficerReader;
use crate::rows;
use askama::Template;
use axum::extract::Path;
use ui::part::{Empty, Heading, Table};
use ui::{Chrome, Fields, Form, Markup};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors};

#[derive(Template)]
#[template(path = "search/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    /// The list it is looked for in, where it is one.
    within: Vec<Markup>,
    found: Option<Table>,
    /// There is more than what was found.
    more: bool,
    t: text::Words,
}

impl Page {
    fn said(&self, found: &Table) -> String {
        let count = found.lines.len();
        if self.more { self.t.more(count) } else { self.t.found(count) }
    }

    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.t.empty_more().into(), link: None }
    }
}

const FORM: &str = "search";
/// Minimum letters of a search, and maximum letters that are looked for.
const WANTED_MIN: usize = 2;
const WANTED_MAX: usize = 120;

fn form(form: &mut Form, shown: &str) -> Option<String> {
    let t = text::Words(form.language());
    let field = form.line("wanted", t.wanted()).hint(t.hint()).complete("off").value(shown);
    let field = field.reads(|typed| Ok(typed.chars().take(WANTED_MAX).collect()));
    let short = |typed: &String| typed.chars().count() < WANTED_MIN;
    field.missing(t.too_short()).unless(short, t.too_short()).read()
}

fn view(context: &RequestContext, form: Form) -> Page {
    let t = text::Words(context.language);
    let fields = form.into_fields();
    let chrome = context.chrome(t.title()).with_problems(fields.any_wrong()).switching(FORM);
    Page { chrome, fields, within: Vec::new(), found: None, more: false, t }
}

pub async fn show(context: RequestContext) -> Answer {
    let mut form = Form::blank(context.language);
    self::form(&mut form, "");
    page(&view(&context, form))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let mut form = Form::sent(context.language, &posted);
    let wanted = self::form(&mut form, "").filter(|_| !form.any_wrong());
    let list = match TAB.is_in(&posted) {
        true => Some(InboxQuery::of(&posted).known(&context).await?.ok_or(Failure::BadRequest)?),
        false => None,
    };
    let Some(wanted) = wanted else {
        let within = list.iter().flat_map(InboxQuery::hidden_inputs).collect();
        return page_with_errors(&Page { within, ..view(&context, form) });
    };
    let token = app::inbox::save_search(context.app(), context.officer()?, &wanted).await?;
    if let Some(list) = list {
        return web::see(&format!("/office?{}", list.searched_for(token).written()));
    }
    web::see(&format!("/office/found/{token}"))
}

pub async fn found(context: RequestContext, Path(token): Path<String>) -> Answer {
    let (typed, found) =
        app::inbox::run_search(context.app(), context.officer()?, token).await?.ok_or(Failure::NotFound)?;
    let rows = rows::table(&OfficerReader::of(&context), &found, "", false);
    let mut form = Form::blank(context.language);
    self::form(&mut form, &typed);
    page(&Page { found: Some(rows), more: found.more, ..view(&context, form) })
}
