//! The papers of a dossier as they lie beside the check, and the result.

use super::text;
use crate::officer_reader::OfficerReader;
use app::files::Media;
use app::opening::Viewed;
use domain::Language;
use domain::dossier::{FileFact, PaperGiven, PaperSource};
use domain::procedure::Procedure;
use domain::time::short_moment;
use ui::formats::{file_size, media_name};
use ui::part::{PaperItem, PaperLook, Papers, Phrase};

pub struct PaperView {
    pub name: Phrase,
    pub counts: String,
    pub files: Papers,
}

pub fn papers(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<PaperView> {
    let (t, language) = (text::Words(reader.language), reader.language);
    let mut views: Vec<(String, PaperView)> = Vec::new();
    let result = viewed.dossier.result.iter();
    let result = result.map(|file| PaperGiven::new("result", 0, 0, Some(file.clone())));
    for given in viewed.dossier.papers.iter().cloned().chain(result) {
        let PaperGiven { paper: id, originals, copies, file: fact, source, result: earlier, code: _ } = given;
        let name = match procedure.paper(&id) {
            Some(paper) => Phrase::short_paper(&paper.name, language),
            None if id == "result" => t.result().into(),
            None => t.other_paper().into(),
        };
        let file = fact.and_then(|fact| file(reader, viewed, &fact));
        // By the paper and its place: the name of a file may be in any language.
        let before = views.iter().find(|(known, _)| *known == id);
        let before = before.map_or(0, |(_, view)| view.files.papers.len());
        let called = |_: Phrase| match before {
            0 => name.clone(),
            before => Phrase { text: format!("{} ({})", name.text, before + 1), lang: name.lang },
        };
        let meta = |meta: String| match source {
            Some(source) => format!("{meta} · {}", source.name(language)),
            None => meta,
        };
        let shown = |file: PaperItem| PaperItem {
            meta: meta(file.meta),
            look: file.look.map(|look| match look {
                PaperLook::Picture(known) => PaperLook::Picture(called(known)),
                PaperLook::Document(known) => PaperLook::Document(called(known)),
            }),
            ..file
        };
        let file = file.map(shown);
        let counts = match (ui::formats::counts(originals, copies, language), source) {
            (_, Some(PaperSource::Fetched)) => fetched(&earlier, language),
            (counts, _) if file.is_some() || counts.is_empty() => String::new(),
            (counts, _) => t.on_paper(&counts),
        };
        match views.iter_mut().find(|(known, _)| *known == id) {
            Some((_, view)) => {
                view.files.papers.extend(file);
                if source == Some(PaperSource::Fetched) {
                    let said = [std::mem::take(&mut view.counts), counts];
                    let said = said.into_iter().filter(|said| !said.is_empty());
                    view.counts = said.collect::<Vec<_>>().join("; ");
                }
            }
            None => {
                let files = Papers { papers: file.into_iter().collect(), beside: true, look: t.look() };
                views.push((id, PaperView { name, counts, files }));
            }
        }
    }
    views.into_iter().map(|(_, view)| view).collect()
}

/// From where it came, and which result of an earlier procedure it is.
fn fetched(result: &str, language: Language) -> String {
    let from = PaperSource::Fetched.name(language);
    if result.is_empty() { from.to_string() } else { format!("{from} · {result}") }
}

/// A file of the dossier, as a line with a link.
pub fn file(reader: &OfficerReader, viewed: &Viewed, fact: &FileFact) -> Option<PaperItem> {
    let file = viewed.files.iter().find(|file| file.id == fact.id)?;
    Some(PaperItem {
        kind: media_name(&file.media).into(),
        name: file.name.as_str().into(),
        href: Some(format!("/office/files/{}", file.token)),
        meta: format!(
            "{} · {}",
            file_size(file.size, reader.language),
            short_moment(file.stored_at, reader.language)
        ),
        // By what it was found to be when it came, never by its name.
        look: match Media::parse(&file.media) {
            Some(Media::Pdf) => Some(PaperLook::Document(file.name.as_str().into())),
            Some(Media::Jpeg | Media::Png) => Some(PaperLook::Picture(file.name.as_str().into())),
            None => None,
        },
        act: None,
    })
}
