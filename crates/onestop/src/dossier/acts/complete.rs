use super::{ActForm, Desk, Read};
use domain::dossier::{About, Command, Complete, Kind, PaperGiven};
use ui::Form;

pub const FORM: ActForm = ActForm::of(Kind::Complete, form).anywhere();

fn form(form: &mut Form, desk: &Desk) -> Read {
    let papers = desk.papers(form);
    let scans = form.files("file", desk.t.scan()).many().optional().on_refusal(About::File).read();
    let brought = desk.kept(scans, "other");
    let words = desk.remark(form, desk.t.remark());
    let scanned = papers.first().cloned().unwrap_or_else(|| "other".into());
    let on_paper = papers.into_iter().map(|paper| PaperGiven { paper, originals: 1, copies: 0, file: None });
    let as_files = brought.facts().map(|file| PaperGiven {
        paper: scanned.clone(),
        originals: 0,
        copies: 1,
        file: Some(file),
    });
    let command =
        Complete { papers: on_paper.chain(as_files).collect(), file_names: brought.names.clone(), words };
    Some((Command::Complete(command), brought.rows))
}
