//! A procedure that is no longer in force, or not yet: found by its address, with what became of it.

use super::text;
use app::reference::Reference;
use askama::Template;
use domain::time::long_date;
use ui::{Answer, Ask, Chrome, Failure, page};

#[derive(Template)]
#[template(path = "procedure/closed.html")]
struct Page {
    chrome: Chrome,
    short: String,
    lang: Option<&'static str>,
    name: String,
    code: String,
    heading: String,
    reason: String,
    reason_lang: Option<&'static str>,
    t: text::Words,
}

impl Page {
    /// A search for its name, so that what followed it is found.
    fn search(&self) -> String {
        let words: String = self.short.chars().take(120).collect();
        ui::query::written(&[("q", &words)])
    }
}

pub fn show(ask: &Ask, data: &Reference, code: &str) -> Answer {
    let (t, language, today) = (text::Words(ask.language), ask.language, ask.today());
    let (dated, heading) = match data.closed(code, today) {
        Some(dated) => {
            let last = dated.to.map(|to| long_date(to, language)).unwrap_or_default();
            (dated, t.closed(&last))
        }
        None => {
            let versions = data.history(code);
            let coming =
                versions.iter().copied().find(|dated| dated.from > today).ok_or(Failure::NotFound)?;
            (coming, t.coming(&long_date(coming.from, language)))
        }
    };
    let procedure = &dated.procedure;
    page(&Page {
        chrome: Chrome::new(ask, procedure.short_name.get(language)),
        short: procedure.short_name.get(language).to_string(),
        lang: procedure.short_name.untranslated(language).then_some("vi"),
        name: procedure.name.vi.clone(),
        code: code.to_string(),
        heading,
        reason: dated.closed_because.get(language).to_string(),
        reason_lang: dated.closed_because.untranslated(language).then_some("vi"),
        t,
    })
}
