//! A procedure that is no longer in force, or not yet: found by its address, with what became of it.

use super::text;
use app::master_data::MasterData;
use askama::Template;
use domain::Language;
use domain::time::long_date;
use jiff::civil::Date;
use ui::Chrome;
use ui::part::{Crumbs, Heading, Link, Notice, Pair, Phrase, SummaryList, Tone};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "procedure/closed.html")]
pub(super) struct Page {
    chrome: Chrome,
    crumbs: Crumbs,
    heading: Heading,
    /// What became of it.
    became: Notice,
    facts: SummaryList,
    /// A search for its name, so that what followed it is found.
    similar_search: String,
    t: text::Words,
}

/// Maximum letters of its name that are searched for.
const SEARCHED_MAX: usize = 120;

pub fn show(context: &RequestContext, data: &MasterData, code: &str) -> Answer {
    let view = view(data, code, context.today(), context.language, |title| context.chrome(title));
    page(&view.ok_or(Failure::NotFound)?)
}

/// Nothing where no version of it was or will be in force.
pub(super) fn view(
    data: &MasterData,
    code: &str,
    today: Date,
    language: Language,
    chrome: impl FnOnce(&str) -> Chrome,
) -> Option<Page> {
    let t = text::Words(language);
    let (dated, became) = match data.closed(code, today) {
        Some(dated) => {
            let last = dated.to.map(|to| long_date(to, language)).unwrap_or_default();
            (dated, t.closed(&last))
        }
        None => {
            let versions = data.history(code);
            let coming = versions.iter().copied().find(|dated| dated.from > today)?;
            (coming, t.coming(&long_date(coming.from, language)))
        }
    };
    let procedure = &dated.procedure;
    let short = procedure.short_name.get(language);
    let reason = dated.closed_because.get(language);
    let reason = (!reason.is_empty()).then(|| format!("{} {reason}", t.reason()));
    let sentences = reason.as_deref().into_iter().chain([t.closed_more()]).map(Phrase::from).collect();
    let searched: String = short.chars().take(SEARCHED_MAX).collect();
    Some(Page {
        chrome: chrome(short),
        crumbs: Crumbs {
            label: t.here(),
            ancestors: vec![Link::new("/", t.home()), Link::new("/procedures", t.all())],
            here: Phrase::of(&procedure.short_name, language),
        },
        heading: Heading::new(Phrase::of(&procedure.short_name, language)),
        became: Notice { sentences, ..Notice::titled(Tone::Info, became) },
        facts: SummaryList::narrow(vec![
            Pair::new(t.official(), Phrase::vietnamese(procedure.name.vi.clone(), language)),
            Pair::new(t.code(), code).code(),
        ]),
        similar_search: format!("/procedures?{}", ui::query::written(&[("q", &searched)])),
        t,
    })
}
