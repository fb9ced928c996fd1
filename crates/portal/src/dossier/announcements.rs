//! What the applicant was told beside the steps: apologies, and requests to complete the file.

use super::text;
use domain::Language;
use domain::dossier::{Apology, CompletionRequest, Dossier};
use domain::procedure::Procedure;
use domain::time::{long_date, long_moment};
use ui::asked_papers::asked_papers;
use ui::part::SummaryList;

/// Something the applicant was told: its heading and its facts.
pub struct Announcement {
    pub title: String,
    pub details: SummaryList,
}

/// Why a date was not kept, on which document, and which date was promised instead.
pub fn apologies(dossier: &Dossier, language: Language) -> Vec<Announcement> {
    let t = text::Words(language);
    let told = |apology: &Apology| Announcement {
        title: t.apology(&long_date(apology.at.date(), language)),
        details: filled([
            (t.reason(), apology.reason.clone()),
            (t.document(), apology.document.clone()),
            (t.date_before(), apology.from.map(|from| long_moment(from, language)).unwrap_or_default()),
            (t.date_again(), long_moment(apology.to, language)),
        ]),
    };
    dossier.apologies.iter().rev().map(told).collect()
}

pub fn requests(dossier: &Dossier, procedure: Option<&Procedure>, language: Language) -> Vec<Announcement> {
    let t = text::Words(language);
    let told = |asked: &CompletionRequest| {
        let judged = asked.judged.as_ref();
        Announcement {
            title: t.request(asked.round, &long_date(asked.at.date(), language)),
            details: filled([
                (t.request_papers(), asked_papers(&asked.request, procedure, language).join("; ")),
                (t.reason(), asked.request.words.clone()),
                (t.request_by(), asked.request.by.map(|by| long_date(by, language)).unwrap_or_default()),
                (t.why_again(), asked.request.why_again.clone()),
                (t.document(), asked.document.clone()),
                (t.fault(), judged.map(|judged| judged.fault.name(language).to_string()).unwrap_or_default()),
                (t.proof(), judged.map(|judged| judged.proof.clone()).unwrap_or_default()),
                (t.fault_words(), judged.map(|judged| judged.words.clone()).unwrap_or_default()),
            ]),
        }
    };
    dossier.requests.iter().map(told).collect()
}

/// Those that say something.
fn filled<const COUNT: usize>(details: [(&'static str, String); COUNT]) -> SummaryList {
    details.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
