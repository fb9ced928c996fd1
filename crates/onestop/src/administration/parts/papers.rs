//! The papers a dossier is made of.

use super::Part;
use crate::administration::rows::{Problems, Row, key, missing, tick};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::{Paper, Procedure, Template};
use forms::number::whole;
use ui::field::option;
use ui::{Ask, Field};

const COUNT_MAX: u32 = 99;

pub const PART: Part =
    Part { key: "papers", title: Words::papers, note: Words::papers_note, columns, rows, read };

fn columns(ask: &Ask, _: &Procedure) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    vec![
        Field::area(language, "vi", t.name_vi()).rows(2),
        Field::text(language, "en", t.name_en()).optional().complete("off"),
        Field::checks(language, "required", t.needed(), vec![option("yes", t.required_yes())]).optional(),
        Field::number(language, "originals", t.originals()).optional().complete("off"),
        Field::number(language, "copies", t.copies()).optional().complete("off"),
        Field::text(language, "form", t.paper_form()).optional().complete("off"),
        Field::text(language, "form-url", t.paper_form_url())
            .hint(t.paper_form_url_hint())
            .optional()
            .complete("off"),
        Field::text(language, "hint-vi", t.hint_vi()).optional().complete("off"),
        Field::text(language, "hint-en", t.hint_en()).optional().complete("off"),
    ]
}

fn rows(procedure: &Procedure) -> Vec<Row> {
    let row = |paper: &Paper| {
        let form = paper.template.clone().unwrap_or_default();
        Row::of([
            ("id", paper.id.clone()),
            ("vi", paper.name.vi.clone()),
            ("en", paper.name.en.clone()),
            ("required", tick(paper.required)),
            ("originals", paper.originals.to_string()),
            ("copies", paper.copies.to_string()),
            ("form", form.name),
            ("form-url", form.url),
            ("hint-vi", paper.hint.vi.clone()),
            ("hint-en", paper.hint.en.clone()),
        ])
    };
    procedure.papers.iter().map(row).collect()
}

fn read(ask: &Ask, procedure: &mut Procedure, rows: &[Row], problems: &mut Problems) {
    let t = Words(ask.language);
    let columns = columns(ask, procedure);
    let mut taken: Vec<String> = Vec::new();
    let mut papers = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.get("vi").is_empty() {
            problems.say(place, "vi", missing(ask, &columns, "vi"));
        }
        let mut count = |column: &'static str| {
            let typed = row.get(column);
            let read = if typed.is_empty() { Some(0) } else { whole(typed, 0..=COUNT_MAX) };
            if read.is_none() {
                problems.say(place, column, t.count_wrong());
            }
            read.unwrap_or(0)
        };
        let (originals, copies) = (count("originals"), count("copies"));
        let form = Template { name: row.get("form").into(), url: row.get("form-url").into() };
        if !form.url.is_empty() && !Template::is_address(&form.url) {
            problems.say(place, "form-url", t.paper_form_url_hint());
        }
        let id = key(row, row.get("vi"), &taken);
        taken.push(id.clone());
        let known = procedure.papers.iter().find(|paper| paper.id == id).cloned();
        let template = if row.has("form") {
            Some(form).filter(|form| *form != Template::default())
        } else {
            known.as_ref().and_then(|known| known.template.clone())
        };
        papers.push(Paper {
            name: Text::new(row.get("vi"), row.get("en")),
            originals,
            copies,
            required: row.checked("required"),
            hint: Text::new(row.get("hint-vi"), row.get("hint-en")),
            template,
            ..known.unwrap_or(Paper { id, ..Paper::default() })
        });
    }
    procedure.papers = papers;
}
