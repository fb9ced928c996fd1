//! Procedures by name, or found by what was typed, a page at a time.

use super::HOME;
use crate::administration::lists::ListPage;
use crate::administration::text::Words;
use app::master_data::MasterData;
use domain::Language;
use domain::procedure::Procedure;
use jiff::civil::Date;
use serde::Deserialize;
use ui::part::{Link, LinkList, Pager};
use web::{Answer, Query, RequestContext, page, query};

const PAGE: usize = 50;
const FOUND_MAX: usize = 100;

/// Those that answer, the best first; where nothing is asked all of them, by the name the page shows.
fn found<'a>(q: &str, data: &'a MasterData, today: Date, language: Language) -> Vec<&'a Procedure> {
    if !q.is_empty() {
        return data.search(q, today, FOUND_MAX).into_iter().map(|(procedure, _)| procedure).collect();
    }
    let mut all = data.procedures(today);
    all.sort_by_cached_key(|procedure| app::fold::fold(procedure.short_name.get(language)));
    all
}

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
    let found = found(&q, &data, today, context.language);
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

#[cfg(test)]
mod tests {
    use super::*;
    use app::master_data::{CatalogueRows, DatedProcedure};
    use domain::Text;
    use domain::procedure::ProcedureCode;
    use testkit::samples;

    #[test]
    fn procedures_stand_by_the_name_they_are_shown_by() {
        let today = samples::now().date();
        let dated = |(code, vi, en): (&str, &str, &str)| DatedProcedure {
            procedure: Procedure {
                code: ProcedureCode::parse(code).unwrap(),
                short_name: Text::new(vi, en),
                ..samples::procedure()
            },
            from: samples::agency().from,
            to: None,
            closed_because: Text::default(),
        };
        let all =
            [("1.000001", "Đổi tên", "Adopt"), ("1.000002", "Áp dụng", "Zone"), ("1.000003", "Bán", "Move")];
        let read = CatalogueRows { procedures: all.map(dated).into(), ..CatalogueRows::default() };
        let data = MasterData::of(read, today);
        let named = |language| -> Vec<&str> {
            found("", &data, today, language).iter().map(|known| known.short_name.get(language)).collect()
        };
        assert_eq!(named(Language::Vietnamese), ["Áp dụng", "Bán", "Đổi tên"]);
        assert_eq!(named(Language::English), ["Adopt", "Move", "Zone"]);
    }
}
