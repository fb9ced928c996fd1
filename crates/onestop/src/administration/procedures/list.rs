//! Procedures by name, or found by what was typed, a page at a time.

use super::HOME;
use crate::administration::lists::ListPage;
use crate::administration::text::Words;
use domain::procedure::Procedure;
use serde::Deserialize;
use ui::part::{Link, LinkList, Pager};
use web::{Answer, Query, RequestContext, page, query};

const PAGE: usize = 50;
const FOUND_MAX: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ProceduresQuery {
    q: String,
    page: String,
}

pub async fn show(context: RequestContext, Query(wanted): Query<ProceduresQuery>) -> Answer {
    let (t, today) = (Words(context.language), context.today());
    let data = context.app().master_data();
    let q = forms::tidy(&wanted.q);
    let found: Vec<&Procedure> = if q.is_empty() {
        let mut all = data.procedures(today);
        all.sort_by_cached_key(|procedure| app::fold::fold(procedure.short_name.get(context.language)));
        all
    } else {
        data.search(&q, today, FOUND_MAX).into_iter().map(|(procedure, _)| procedure).collect()
    };
    let place = query::number(&wanted.page)?.unwrap_or(0).min(found.len() / PAGE);
    let next = ((place + 1) * PAGE < found.len())
        .then(|| format!("{HOME}?{}", ui::query::written(&[("q", &q), ("page", &(place + 1).to_string())])));
    let row = |procedure: &&Procedure| {
        let code = procedure.code.as_str();
        let stands = if data.closed(code, today).is_some() {
            t.closed().to_string()
        } else {
            let offerings = data.offerings(code, today);
            let level = offerings.iter().map(|offering| offering.level).max();
            let told = |level| super::offering::level_told(&context, procedure.is_public(), level);
            match level {
                None => t.not_supplied().to_string(),
                Some(level) => format!("{} · {}", told(level), t.agencies_count(offerings.len())),
            }
        };
        Link::new(format!("{HOME}/{code}"), procedure.short_name.get(context.language))
            .text(format!("{code} · {stands}"))
    };
    let rows = found.iter().skip(place * PAGE).take(PAGE).map(row).collect();
    page(&ListPage {
        said: t.found(found.len()),
        add: Some(Link::new(format!("{HOME}/new"), t.new_procedure())),
        rows: LinkList(rows),
        pager: Pager::new(t.pages()).onward(Link::new(HOME, t.first_page()), next, t.next()),
        ..ListPage::of(&context, t.procedures(), t.find_procedure(), &q)
    })
}
