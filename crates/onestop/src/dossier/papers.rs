//! The papers of a dossier as they lie beside the check, and the result.

use super::text;
use app::opening::Viewed;
use domain::dossier::FileFact;
use domain::procedure::Procedure;
use domain::time::short_moment;
use ui::formats::{file_size, media_name};
use web::Ask;

pub struct PaperView {
    /// Of the name, when it is in another language than the page.
    pub lang: Option<&'static str>,
    pub name: String,
    pub counts: String,
    pub files: Vec<FileView>,
}

pub struct FileView {
    pub token: String,
    pub name: String,
    pub kind: &'static str,
    pub meta: String,
    pub image: bool,
}

pub fn papers(ask: &Ask, viewed: &Viewed, procedure: &Procedure) -> Vec<PaperView> {
    let (t, language) = (text::Words(ask.language), ask.language);
    let mut views: Vec<(String, PaperView)> = Vec::new();
    let result = viewed.dossier.result.iter().map(|file| ("result".to_string(), 0, 0, Some(file.clone())));
    let given = viewed
        .dossier
        .papers
        .iter()
        .map(|given| (given.paper.clone(), given.originals, given.copies, given.file.clone()));
    for (id, originals, copies, fact) in given.chain(result) {
        let name = match procedure.paper(&id) {
            Some(paper) => paper.name.get(language).to_string(),
            None if id == "result" => t.result().to_string(),
            None => t.other_paper().to_string(),
        };
        let lang = procedure.paper(&id).filter(|paper| paper.name.untranslated(language)).map(|_| "vi");
        let file = fact.and_then(|fact| file(ask, viewed, &fact));
        let counts = match ui::formats::counts(originals, copies, language) {
            counts if file.is_some() || counts.is_empty() => String::new(),
            counts => t.on_paper(&counts),
        };
        match views.iter_mut().find(|(known, _)| *known == id) {
            Some((_, view)) => view.files.extend(file),
            None => views.push((id, PaperView { lang, name, counts, files: file.into_iter().collect() })),
        }
    }
    views.into_iter().map(|(_, view)| view).collect()
}

/// A file of the dossier, as a line with a link.
pub fn file(ask: &Ask, viewed: &Viewed, fact: &FileFact) -> Option<FileView> {
    let file = viewed.files.iter().find(|file| file.id == fact.id)?;
    Some(FileView {
        token: file.token.clone(),
        name: file.name.clone(),
        kind: media_name(&file.media),
        meta: format!("{} · {}", file_size(file.size, ask.language), short_moment(file.stored_at)),
        image: file.media.starts_with("image/"),
    })
}
