//! The dossiers this one hangs together with in other agencies: where each stands, and what it found.

use super::{facts, papers, text};
use crate::officer_reader::OfficerReader;
use app::opening::{Relative, Viewed};
use domain::deadline::Timeliness;
use domain::dossier::{Dossier, Fact, Linked, Outcome};
use domain::procedure::Procedure;
use domain::time::{Instant, short_moment};
use ui::part::{Link, Tag, TaskItem};

/// The main dossier first, then what was asked for, in that order.
pub fn linked(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<TaskItem> {
    let dossier = &viewed.dossier;
    let main = dossier.main.as_ref().and_then(|main| relative(viewed, |other| other.id == main.dossier));
    let main = main.map(|main| view_of_main(reader, &main.dossier));
    let asked = dossier.linked.iter().map(|asked| view_of(reader, viewed, asked, procedure));
    main.into_iter().chain(asked).collect()
}

fn relative(viewed: &Viewed, wanted: impl Fn(&Dossier) -> bool) -> Option<&Relative> {
    viewed.family.iter().find(|relative| wanted(&relative.dossier))
}

fn view_of_main(reader: &OfficerReader, main: &Dossier) -> TaskItem {
    let t = text::Words(reader.language);
    let late = |late: bool| late.then(|| Tag::late(t.is_late()));
    let due = main.due().map(|at| short_moment(at, reader.language)).unwrap_or_default();
    let state = main.stage.kind().told(main.outcome, reader.language);
    TaskItem {
        name: t.main_dossier().into(),
        hint: [facts::agency_name(reader, main.competent), code(main)].join(" · ").into(),
        state: if due.is_empty() { state } else { format!("{state} · {}", t.step_due(&due)) },
        tag: late(match main.timeliness() {
            Some(judged) => judged == Timeliness::Late,
            None => main.finished_at.is_none() && is_late(reader, main.legal_due(), None),
        }),
        href: href(reader, main),
        ..TaskItem::default()
    }
}

fn view_of(reader: &OfficerReader, viewed: &Viewed, asked: &Linked, procedure: &Procedure) -> TaskItem {
    let t = text::Words(reader.language);
    let late = |late: bool| late.then(|| Tag::late(t.is_late()));
    let there = viewed.opened_for(asked);
    let state = match &asked.answer {
        Some(answer) => {
            let found = match answer.outcome {
                Outcome::Granted => t.granted(),
                Outcome::Denied => t.denied(),
            };
            let note = match (asked.undone, answer.outside) {
                (true, _) => t.undone(),
                (false, true) => t.outside(),
                (false, false) => "",
            };
            let told = [found, answer.document.as_str(), &short_moment(answer.at, reader.language), note]
                .map(str::to_string);
            told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        None if asked.recalled => t.recalled().to_string(),
        None => {
            let stage = there.map_or(t.being_opened(), |there| there.stage.kind().name(reader.language));
            format!("{stage} · {}", t.step_due(&short_moment(viewed.answer_due(asked), reader.language)))
        }
    };
    let answered = viewed.records.iter().find(
        |record| matches!(record.event.fact, Fact::LinkedAnswered { number, .. } if number == asked.number),
    );
    let words = answered.map(|record| record.event.private.words.clone());
    let result = asked.answer.as_ref().and_then(|answer| answer.result.as_ref());
    let result = result.and_then(|fact| papers::file(reader, viewed, fact));
    let code = there.map(code).unwrap_or_default();
    TaskItem {
        name: ui::event_sentences::event_name(procedure, &asked.event, reader.language).into(),
        hint: [facts::agency_name(reader, asked.agency), code]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
            .into(),
        state,
        words: words.unwrap_or_default(),
        tag: late(asked.is_open() && is_late(reader, Some(viewed.answer_due(asked)), None)),
        href: there.and_then(|there| href(reader, there)),
        file: result.and_then(|file| Some(Link::new(file.href?, file.name))),
        ..TaskItem::default()
    }
}

fn is_late(reader: &OfficerReader, due: Option<Instant>, finished: Option<Instant>) -> bool {
    due.is_some_and(|due| finished.unwrap_or(reader.now) > due)
}

/// Where this officer may open it.
fn href(reader: &OfficerReader, dossier: &Dossier) -> Option<String> {
    let may = reader.officer.as_ref().is_some_and(|officer| dossier.visible_to(officer));
    may.then(|| format!("/office/dossiers/{}", dossier.reference))
}

fn code(dossier: &Dossier) -> String {
    dossier.code.as_ref().map(ToString::to_string).unwrap_or_default()
}
