//! The papers a dossier is made of.

use super::ProcedurePart;
use crate::administration::rows::{AREA_MAX, LINE_MAX, ListRows};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{Paper, Procedure, Template};
use ui::Form;
use web::RequestContext;

const COUNT_MAX: i64 = 99;

pub const PART: ProcedurePart = ProcedurePart {
    key: "papers",
    title: Words::papers,
    note: Words::papers_note,
    add: Words::add_paper,
    count: |procedure| procedure.papers.len(),
    edit,
};

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let t = Words(context.language);
    let mut taken: Vec<String> = Vec::new();
    procedure.papers = rows.of(
        &procedure.papers,
        |paper| &paper.id,
        |form, row| {
            let name = form.area("vi", t.name_vi()).rows(2).at_most(AREA_MAX);
            let name = name.value(row.value(|paper| &paper.name.vi)).read();
            let english = form.line("en", t.name_en()).complete("off").at_most(LINE_MAX);
            let english = english.value(row.value(|paper| &paper.name.en)).optional().written();
            let required = row.known.is_some_and(|paper| paper.required);
            let required = form.tick("required", t.needed(), t.required_yes(), required);
            let originals = count(form, "originals", t.originals(), row.known.map(|paper| paper.originals));
            let copies = count(form, "copies", t.copies(), row.known.map(|paper| paper.copies));
            let template = row.known.and_then(|paper| paper.template.clone()).unwrap_or_default();
            let of_form = form.line("form", t.paper_form()).complete("off").at_most(LINE_MAX);
            let of_form = of_form.value(&template.name).optional().if_asked();
            let url = form.line("form-url", t.paper_form_url()).hint(t.paper_form_url_hint()).complete("off");
            let url = url.at_most(LINE_MAX).value(&template.url).optional();
            let url =
                url.checked(move |url| (!Template::is_address(url)).then(|| t.paper_form_url_hint().into()));
            let url = url.if_asked();
            // A form opened before these were asked leaves them as they are.
            let template = Template {
                name: of_form.map_or(template.name, Option::unwrap_or_default),
                url: url.map_or(template.url, Option::unwrap_or_default),
            };
            let hint = form.line("hint-vi", t.hint_vi()).complete("off").at_most(LINE_MAX);
            let hint = hint.value(row.value(|paper| &paper.hint.vi)).optional().written();
            let english_hint = form.line("hint-en", t.hint_en()).complete("off").at_most(LINE_MAX);
            let english_hint = english_hint.value(row.value(|paper| &paper.hint.en)).optional().written();
            let name = name?;
            let id = row.key(&name, &mut taken);
            let mut known = row.known.filter(|known| known.id == id).cloned();
            // Numbers say what the words of the record could not.
            if let Some(known) = &mut known
                && (known.originals, known.copies) != (originals, copies)
            {
                known.count_words = Text::default();
            }
            Some(Paper {
                name: Text::new(name, english),
                originals,
                copies,
                required,
                hint: Text::new(hint, english_hint),
                template: Some(template).filter(|template| *template != Template::default()),
                ..known.unwrap_or(Paper { id, ..Paper::default() })
            })
        },
    );
}

/// How many of a paper; 0 where nothing is written.
fn count(form: &mut Form, name: &str, label: &str, known: Option<u32>) -> u32 {
    let known = known.map(|count| count.to_string()).unwrap_or_default();
    let field = form.count(name, label, 0, COUNT_MAX).complete("off").value(&known).optional();
    field.read().unwrap_or_default()
}
