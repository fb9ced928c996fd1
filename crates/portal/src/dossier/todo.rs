//! What the applicant must do now, or has to know first.

use super::DossierReader;
use super::text::Words;
use app::opening::Viewed;
use domain::dossier::{Delivery, Fact, Outcome, Request, Stage};
use domain::time::long_date;
use ui::formats::{money, short_paper};

#[derive(Default)]
pub(super) struct Todo {
    pub title: String,
    /// What stands before all else, as it was written.
    pub lead_lines: Vec<String>,
    pub text: String,
    pub asked: Vec<String>,
    /// Empty where nothing is to be pressed.
    pub button: String,
    pub to: String,
    pub sends_form: bool,
}

pub(super) fn todo(reader: &DossierReader, viewed: &Viewed) -> Option<Todo> {
    let t = Words(reader.language);
    let dossier = &viewed.dossier;
    match &dossier.stage {
        Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
            Some(complete(reader, viewed, request, &t))
        }
        Stage::PausedForFee { amount, .. } => Some(Todo {
            title: t.todo_fee(&money(*amount, reader.language)),
            text: match dossier.obligation.as_ref().map(|obligation| obligation.words.as_str()) {
                None | Some("") => t.todo_fee_more().into(),
                Some(words) => format!("{words} {}", t.todo_fee_more()),
            },
            ..Todo::default()
        }),
        Stage::ResultReady => Some(receive(reader, viewed, &t)),
        Stage::Refused | Stage::Stopped => {
            let ends = |fact: &Fact| matches!(fact, Fact::Refused { .. } | Fact::Stopped { .. });
            let ended = viewed.records.iter().rev().find(|record| ends(&record.event.fact));
            let text = ended.map(|record| record.event.private.words.clone()).unwrap_or_default();
            Some(Todo { title: t.reason().into(), text, ..Todo::default() })
        }
        Stage::Returned => {
            let lead_lines = denial(viewed, &t);
            let title = t.denied_because().into();
            (!lead_lines.is_empty()).then(|| Todo { title, lead_lines, ..Todo::default() })
        }
        _ => None,
    }
}

/// Papers and words the agency asked for.
fn complete(reader: &DossierReader, viewed: &Viewed, request: &Request, t: &Words) -> Todo {
    let (language, dossier) = (reader.language, &viewed.dossier);
    let procedure = reader.data.pinned(&dossier.pinned);
    let paper = |id: &String| {
        let paper = procedure.as_ref().and_then(|procedure| procedure.paper(id));
        paper.map_or_else(|| id.clone(), |paper| short_paper(paper.name.get(language)))
    };
    let by = request.by.map(|by| format!(" {}", t.before(&long_date(by, language)))).unwrap_or_default();
    Todo {
        title: t.todo_complete().into(),
        text: match request.words.ends_with(['.', '!', '?']) || request.words.is_empty() {
            true => format!("{}{by}", request.words),
            false => format!("{}.{by}", request.words),
        },
        asked: request.papers.iter().map(paper).collect(),
        button: t.complete().into(),
        to: format!("/dossiers/{}/complete", dossier.reference),
        ..Todo::default()
    }
}

/// The result is there: where it is had, or on this page by a button.
fn receive(reader: &DossierReader, viewed: &Viewed, t: &Words) -> Todo {
    let dossier = &viewed.dossier;
    let online = dossier.delivery == Delivery::Online && dossier.result.is_some();
    let denied = denial(viewed, t);
    let counter = reader.data.agency(dossier.receiving);
    let place = || {
        let place = counter.map(|agency| format!("{}, {}", agency.name.get(reader.language), agency.address));
        place.unwrap_or_default()
    };
    Todo {
        // A denial says first why.
        title: if denied.is_empty() { t.todo_result().into() } else { t.denied_because().into() },
        text: match dossier.delivery {
            _ if online && dossier.outcome == Some(Outcome::Denied) => t.answer_online().into(),
            _ if online => t.result_online().into(),
            Delivery::Post => t.result_post().into(),
            Delivery::Online => t.result_paper_only(&place()),
            Delivery::Counter => t.result_counter(&place()),
        },
        button: match online {
            true if denied.is_empty() => t.receive().into(),
            true => t.receive_answer().into(),
            false => String::new(),
        },
        lead_lines: denied,
        to: format!("/dossiers/{}/receive", dossier.reference),
        sends_form: true,
        ..Todo::default()
    }
}

/// Why it was denied and by which document; nothing where it was not. Only the words of the decision itself.
fn denial(viewed: &Viewed, t: &Words) -> Vec<String> {
    let decided = viewed.records.iter().rev().find_map(|record| match &record.event.fact {
        Fact::Decided { outcome: Outcome::Denied, document, .. } => Some((record, document)),
        _ => None,
    });
    let Some((record, document)) = decided else { return Vec::new() };
    let words = record.event.private.words.clone();
    let number = t.denied_by(document, &long_date(record.at.date(), t.0));
    [words, number].into_iter().filter(|line| !line.is_empty()).collect()
}
