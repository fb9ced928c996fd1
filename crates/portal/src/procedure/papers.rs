//! The papers of a procedure as a checklist: numbered, each by a short name, the rest folded. What only says something
//! about papers is no paper and is not counted.

use super::text;
use crate::naming::{only_in_a_case, says_when};
use askama::Template;
use domain::Language;
use domain::procedure::{Paper, Procedure};
use std::ops::Range;
use ui::part::Phrase;

#[derive(Template)]
#[template(path = "procedure/papers.html")]
pub struct Checklist {
    /// There are several cases, of which the reader opens one.
    folded: bool,
    pub groups: Vec<CasePapers>,
    t: text::Words,
}

impl askama::filters::HtmlSafe for Checklist {}

/// The papers of one case, or all of them.
pub struct CasePapers {
    /// Empty where the papers are not divided.
    case: Phrase,
    /// The number of its first paper.
    first: usize,
    papers: Vec<ChecklistPaper>,
    /// What is said about papers.
    notes: Vec<Phrase>,
}

pub struct ChecklistPaper {
    name: Phrase,
    /// How many, in words.
    count: String,
    if_any: bool,
    /// The whole name, where the short one leaves something out.
    whole: Phrase,
    hint: Phrase,
    count_words: Phrase,
    form: Option<PaperForm>,
}

struct PaperForm {
    name: Phrase,
    href: Option<String>,
}

/// One line of the checklist.
pub enum ChecklistLine<'a> {
    Paper(&'a ChecklistPaper),
    Note(&'a Phrase),
}

impl ChecklistLine<'_> {
    pub fn texts(&self) -> Vec<&str> {
        match self {
            ChecklistLine::Note(note) => vec![&note.text],
            ChecklistLine::Paper(row) => {
                let form = row.form.iter().flat_map(|form| [Some(&form.name.text), form.href.as_ref()]);
                let own = [&row.name, &row.name, &row.whole, &row.hint, &row.count_words];
                let own = own.into_iter().map(|phrase| phrase.text.as_str());
                own.chain(form.flatten().map(String::as_str)).collect()
            }
        }
    }
}

impl ChecklistPaper {
    fn folds(&self) -> bool {
        !self.whole.is_empty() || !self.hint.is_empty() || !self.count_words.is_empty() || self.form.is_some()
    }
}

impl Checklist {
    pub fn of(procedure: &Procedure, language: Language) -> Checklist {
        let t = text::Words(language);
        let mut groups: Vec<CasePapers> = Vec::new();
        let mut counted = 0;
        for (place, entries) in procedure.papers.chunk_by(|one, next| one.case == next.case).enumerate() {
            let case = entries.first().map(|paper| paper.case.as_str()).unwrap_or_default();
            let (notes, mut papers): (Vec<&Paper>, Vec<&Paper>) =
                entries.iter().partition(|paper| paper.is_note());
            // What everybody hands in comes before what only some do.
            papers.sort_by_key(|paper| only_in_a_case(&paper.name.vi));
            groups.push(CasePapers {
                case: match (case.is_empty(), place) {
                    (true, 0) => Phrase::default(),
                    // What follows a case and belongs to none is everybody's.
                    (true, _) => t.all_cases().into(),
                    (false, _) => Phrase::vietnamese(case, language),
                },
                first: counted + 1,
                notes: notes.into_iter().map(|note| Phrase::of(&note.name, language)).collect(),
                papers: papers.iter().map(|paper| row(paper, procedure, language)).collect(),
            });
            counted += papers.len();
        }
        Checklist { folded: !procedure.cases().is_empty(), groups, t }
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Papers and what is only said of them, in their order.
    pub fn rows(&self) -> Vec<ChecklistLine<'_>> {
        let mut rows = Vec::new();
        for group in &self.groups {
            rows.extend(group.papers.iter().map(ChecklistLine::Paper));
            rows.extend(group.notes.iter().map(ChecklistLine::Note));
        }
        rows
    }

    /// The places of what belongs together.
    pub fn cases(&self) -> Vec<Range<usize>> {
        let mut end = 0;
        let place = |group: &CasePapers| {
            let start = end;
            end += group.papers.len() + group.notes.len();
            start..end
        };
        self.groups.iter().map(place).collect()
    }

    /// What a portion is called: its case, or which of the papers it holds.
    pub fn name_of(&self, these: &Range<usize>, t: &text::Words) -> Phrase {
        let at = self.cases().into_iter().zip(&self.groups).find(|(places, _)| places.contains(&these.start));
        let Some((places, group)) = at else { return Phrase::default() };
        let whole = places == *these;
        match group.case.is_empty() {
            false if whole => group.case.clone(),
            false => {
                let part =
                    t.of_case(&group.case.text, these.start - places.start + 1, these.end - places.start);
                Phrase { text: part, lang: group.case.lang }
            }
            true => t.papers_from_to(these.start - places.start + 1, these.end - places.start).into(),
        }
    }

    /// Some of it.
    pub fn only(self, these: Range<usize>) -> Checklist {
        let (places, t) = (self.cases(), self.t);
        let groups = places.into_iter().zip(self.groups).filter_map(|(places, group)| {
            let here = |place: usize| these.contains(&(places.start + place));
            let count = group.papers.len();
            let before = (0..count).take_while(|place| !here(*place)).count();
            let some = |(place, row)| here(place).then_some(row);
            let papers: Vec<ChecklistPaper> = group.papers.into_iter().enumerate().filter_map(some).collect();
            let notes = group.notes.into_iter().enumerate();
            let notes: Vec<Phrase> =
                notes.filter_map(|(place, note)| here(count + place).then_some(note)).collect();
            let any = !papers.is_empty() || !notes.is_empty();
            any.then_some(CasePapers { first: group.first + before, papers, notes, case: Phrase::default() })
        });
        Checklist { folded: false, groups: groups.collect(), t }
    }

    /// The same with nothing in it.
    pub fn without(&self) -> Checklist {
        Checklist { folded: false, groups: Vec::new(), t: text::Words(self.t.0) }
    }
}

/// Papers, without what is only said about them.
pub fn count(procedure: &Procedure) -> usize {
    procedure.papers.iter().filter(|paper| !paper.is_note()).count()
}

fn row(paper: &Paper, procedure: &Procedure, language: Language) -> ChecklistPaper {
    let whole = Phrase::of(&paper.name, language);
    let name = Phrase::short_paper(&paper.name, language);
    let form = paper.template.as_ref().map(|form| PaperForm {
        name: match form.name.is_empty() {
            true => Phrase::from(form.url.as_str()),
            false => Phrase::vietnamese(form.name.as_str(), language),
        },
        href: Some(form.url.clone()).filter(|url| !url.is_empty()),
    });
    ChecklistPaper {
        count: ui::formats::counts(paper.originals, paper.copies, language),
        if_any: procedure.tells_required() && !paper.required && !says_when(&whole.text),
        whole: if name == whole { Phrase::default() } else { whole },
        hint: Phrase::of(&paper.hint, language),
        count_words: Phrase::of(&paper.count_words, language),
        name,
        form,
    }
}
