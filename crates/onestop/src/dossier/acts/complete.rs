use super::{ActForm, FormContext, FormRead};
use domain::dossier::{ActKind, Command, Complete, PaperGiven, RefusalTarget};
use ui::Form;

pub const FORM: ActForm = ActForm::of(ActKind::Complete, form).any_step();

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let papers = form_context.papers(form);
    let scans =
        form.files("file", form_context.t.scan()).many().optional().on_refusal(RefusalTarget::File).read();
    let brought = form_context.kept(scans, "other");
    let words = form_context.remark(form, form_context.t.remark());
    let scanned = papers.first().cloned().unwrap_or_else(|| "other".into());
    let on_paper = papers.into_iter().map(|paper| PaperGiven::new(paper, 1, 0, None));
    let as_files = brought.facts().map(|file| PaperGiven::new(scanned.clone(), 0, 1, Some(file)));
    let command =
        Complete { papers: on_paper.chain(as_files).collect(), file_names: brought.names.clone(), words };
    Some((Command::Complete(command), brought.rows))
}
