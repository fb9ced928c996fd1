//! The papers of an intake as they are drawn. Of many each is a tick, whose counts and scans come when they are asked for,
//! and so many stand on a page as it can bear; what is ticked elsewhere goes along unseen.

use super::Submit;
use domain::Language;
use domain::procedure::Paper;
use ui::field::{Control, Option_};
use ui::formats::beginning;
use ui::part::Phrase;
use ui::portions::portions;
use ui::submit::{hidden_input, ticked};
use ui::{Field, Fields, FormParam, Markup, Posted};

/// The button that shows the counts and scans of a paper, by its id.
pub const MORE: FormParam = FormParam("more");
/// The button that shows another portion, and which one is shown.
pub const PORTION: FormParam = FormParam("portion");
pub const SHOWN: FormParam = FormParam("shown-portion");

/// Maximum letters of the name of one of many papers, and of the same where it is said again.
pub const LETTERS: usize = 120;
const AGAIN: usize = 40;
/// What papers of a page may weigh, in bytes, and what a compact and a whole one do without its name.
const PORTION_MAX: usize = 12_000;
const COMPACT: usize = 480;
const WHOLE: usize = 1_450;

/// Papers that stand together.
pub(super) struct PaperGroup {
    /// The heading or case they stand under in the national record.
    pub heading: String,
    pub papers: Vec<CounterPaper>,
    pub fold: PaperFold,
}

/// Whether papers are folded away: those of each of several cases are, as long as none was chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PaperFold {
    /// They stand in sight.
    Nothing,
    Closed,
    Open,
}

impl PaperFold {
    pub fn of(folds: bool, open: bool) -> PaperFold {
        match (folds, open) {
            (false, _) => PaperFold::Nothing,
            (true, false) => PaperFold::Closed,
            (true, true) => PaperFold::Open,
        }
    }

    pub fn folds(self) -> bool {
        self != PaperFold::Nothing
    }

    pub fn open_if(&mut self, typed: bool) {
        if *self == PaperFold::Closed && typed {
            *self = PaperFold::Open;
        }
    }
}

/// A paper as it is drawn.
pub(super) struct CounterPaper {
    pub id: String,
    pub name: Phrase,
    /// Whether it was handed in as asked for.
    pub received: Field,
    /// How many originals and copies were, where it is another number.
    pub counts: Vec<Field>,
    pub scan: Option<Field>,
    /// Its counts and scans are not drawn.
    pub compact: bool,
}

/// The papers that are drawn, and what is not.
#[derive(Default)]
pub(super) struct ShownPapers {
    pub groups: Vec<PaperGroup>,
    /// Ticks of papers that are not drawn.
    pub hidden_ticks: Vec<Markup>,
    /// The portions, where there are several, and which one is drawn, the first being 1.
    pub portions: usize,
    pub portion: usize,
    /// Those of the cases are drawn once one is chosen.
    pub case_first: bool,
}

/// Which portion is asked for.
pub(super) fn portion(posted: &Posted) -> usize {
    let said = [PORTION, SHOWN].map(|param| param.of(posted));
    said.into_iter().find_map(|said| said.parse().ok()).unwrap_or(1)
}

/// Whether a form was sent to see other papers, or more of one, and for nothing else.
pub(super) fn is_for_papers(posted: &Posted) -> bool {
    Submit::of(posted) == Some(Submit::Case) || MORE.is_in(posted) || PORTION.is_in(posted)
}

impl ShownPapers {
    pub fn of(mut groups: Vec<PaperGroup>, portion: usize, more: &str) -> ShownPapers {
        let weight = |groups: &[PaperGroup]| {
            groups.iter().flat_map(|group| &group.papers).map(CounterPaper::weight).sum::<usize>()
        };
        if weight(&groups) <= PORTION_MAX {
            return ShownPapers { groups, portion: 1, portions: 1, ..ShownPapers::default() };
        }
        for paper in groups.iter_mut().flat_map(|group| &mut group.papers) {
            paper.compact = !paper.is_open() && paper.id != more;
        }
        let mut shown = ShownPapers::default();
        // Which case it is, is asked before its papers are.
        if weight(&groups) > PORTION_MAX && groups.iter().any(|group| group.fold.folds()) {
            shown.case_first = true;
            for group in groups.iter_mut().filter(|group| group.fold.folds()) {
                shown.leave(group, CounterPaper::stays);
            }
            groups.retain(|group| !group.papers.is_empty());
        }
        let sizes: Vec<usize> =
            groups.iter().flat_map(|group| &group.papers).map(CounterPaper::weight).collect();
        let of = portions(&sizes, PORTION_MAX);
        shown.portions = of.len().max(1);
        shown.portion = portion.clamp(1, shown.portions);
        let here = of.get(shown.portion - 1).cloned().unwrap_or_default();
        let mut first = 0;
        for group in &mut groups {
            let places = first..;
            first += group.papers.len();
            let ids: Vec<String> = places
                .zip(&group.papers)
                .filter(|(place, _)| here.contains(place))
                .map(|(_, paper)| paper.id.clone())
                .collect();
            shown.leave(group, |paper| paper.stays() || ids.contains(&paper.id));
        }
        groups.retain(|group| !group.papers.is_empty());
        ShownPapers { groups, ..shown }
    }

    /// Leaves out of a group what does not stay; its ticks go along.
    fn leave(&mut self, group: &mut PaperGroup, stays: impl Fn(&CounterPaper) -> bool) {
        let left = group.papers.extract_if(.., |paper| !stays(paper));
        let ticked = left.filter(CounterPaper::is_ticked);
        self.hidden_ticks.extend(ticked.map(|paper| hidden_input(&paper.received.name, TICKED)));
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && !self.case_first
    }

    /// The tick of the first that is drawn.
    pub fn first(&mut self) -> Option<&mut Field> {
        let paper = self.groups.first_mut().and_then(|group| group.papers.first_mut());
        paper.map(|paper| &mut paper.received)
    }

    /// Where the counts of a paper begin, if they are drawn.
    pub fn counts_of(&mut self, id: &str) -> Option<&mut Field> {
        let papers = self.groups.iter_mut().flat_map(|group| &mut group.papers);
        papers.filter(|paper| !paper.compact).find(|paper| paper.id == id)?.counts.first_mut()
    }
}

/// What the tick of a paper says.
pub const TICKED: &str = "yes";

/// Whether anything was typed into a count, or is wrong with a scan.
pub(super) fn typed(field: &Field) -> bool {
    !field.error.is_empty() || !matches!(field.value.as_str(), "" | "0")
}

impl CounterPaper {
    pub fn of(paper: &Paper, fields: Fields, language: Language) -> Option<CounterPaper> {
        let mut fields = fields.fields.into_iter();
        let received = fields.next()?;
        let mut counts: Vec<Field> = fields.collect();
        let scan = counts.pop();
        let (id, name) = (paper.id.clone(), Phrase::of(&paper.name, language));
        Some(CounterPaper { id, name, received, counts, scan, compact: false })
    }

    /// Whether its counts and scans stand open.
    pub fn is_open(&self) -> bool {
        let kept = |scan: &Field| matches!(&scan.control, Control::File { kept, .. } if !kept.is_empty());
        self.counts.iter().any(typed) || self.scan.as_ref().is_some_and(|scan| typed(scan) || kept(scan))
    }

    /// Whether it is drawn wherever it stands: something is said or asked at it.
    fn stays(&self) -> bool {
        !self.compact || !self.received.error.is_empty()
    }

    fn tick(&self) -> Option<&Option_> {
        let Control::Checks { choices } = &self.received.control else { return None };
        choices.first()
    }

    pub fn is_ticked(&self) -> bool {
        self.tick().is_some_and(|tick| tick.chosen)
    }

    /// The attributes of its tick, where it is drawn without the rest.
    pub fn box_of_tick(&self) -> Markup {
        ticked(&self.received.name, TICKED, self.is_ticked())
    }

    /// Whether its tick says less than its whole name.
    pub fn is_shortened(&self) -> bool {
        self.tick().is_some_and(|tick| tick.label != self.name.text)
    }

    pub fn short_name(&self) -> Phrase {
        Phrase { text: beginning(&self.name.text, LETTERS), lang: self.name.lang }
    }

    /// As its name is said again, at what belongs to it.
    pub fn said_again(&self) -> Phrase {
        Phrase { text: beginning(&self.name.text, AGAIN), lang: self.name.lang }
    }

    pub fn hint(&self) -> String {
        self.tick().map(|tick| beginning(&tick.hint, LETTERS)).unwrap_or_default()
    }

    fn weight(&self) -> usize {
        match self.compact {
            true => COMPACT + self.short_name().text.len() + self.hint().len(),
            false => WHOLE + 3 * self.name.text.len(),
        }
    }
}
