//! What a record says at any length. What does not fit the page beside the rest is read on pages of its own, in portions.

use super::papers::Checklist;
use super::text;
use std::ops::Range;
use ui::part::{Link, LinkList, Pair, Phrase, SummaryList};
use ui::portions::{PORTION, apart, portions};

/// A part that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagedPart {
    Papers,
    Methods,
    Steps,
    Conditions,
    Basis,
    Where,
}

impl PagedPart {
    pub const ALL: [PagedPart; 6] = [
        PagedPart::Papers,
        PagedPart::Methods,
        PagedPart::Steps,
        PagedPart::Conditions,
        PagedPart::Basis,
        PagedPart::Where,
    ];

    /// In addresses.
    pub fn key(self) -> &'static str {
        match self {
            PagedPart::Papers => "papers",
            PagedPart::Methods => "methods",
            PagedPart::Steps => "steps",
            PagedPart::Conditions => "conditions",
            PagedPart::Basis => "basis",
            PagedPart::Where => "where",
        }
    }

    pub fn parse(key: &str) -> Option<PagedPart> {
        PagedPart::ALL.into_iter().find(|part| part.key() == key)
    }

    pub fn title(self, t: &text::Words) -> &'static str {
        match self {
            PagedPart::Papers => t.papers(),
            PagedPart::Methods => t.methods(),
            PagedPart::Steps => t.steps(),
            PagedPart::Conditions => t.conditions(),
            PagedPart::Basis => t.basis(),
            PagedPart::Where => t.where_to_apply(),
        }
    }

    /// What is around each of its things on a page, in bytes.
    fn around(self) -> usize {
        match self {
            PagedPart::Papers => 420,
            PagedPart::Methods => 300,
            PagedPart::Steps => 30,
            PagedPart::Conditions => 1,
            PagedPart::Basis => 260,
            PagedPart::Where => 420,
        }
    }
}

pub struct BasisView {
    pub number: String,
    /// Empty where the record gives the number only.
    pub name: String,
    /// Where the official collection of laws shows it.
    pub href: String,
}

pub struct OfferingView {
    pub agency: String,
    /// The agency's identifier.
    pub identifier: String,
    pub address: String,
    pub phone: String,
    /// Its digits, to be called.
    pub phone_link: String,
    pub level: &'static str,
    pub receiving: String,
}

pub struct PagedParts {
    pub papers: Checklist,
    pub methods: Vec<Pair>,
    pub steps: Vec<Phrase>,
    /// The number of the first of the steps that are here.
    pub first_step: usize,
    /// Line by line.
    pub conditions: Vec<Phrase>,
    pub basis: Vec<BasisView>,
    pub offerings: Vec<OfferingView>,
}

/// Text as it stands in a page.
fn bytes(text: &str) -> usize {
    text.len() + 4 * text.matches(['"', '\'', '&', '<', '>']).count()
}

impl PagedParts {
    /// The bytes of each thing of a part.
    fn sizes(&self, part: PagedPart) -> Vec<usize> {
        let of = |texts: Vec<&str>| part.around() + texts.into_iter().map(bytes).sum::<usize>();
        match part {
            PagedPart::Papers => self.papers.rows().iter().map(|row| of(row.texts())).collect(),
            PagedPart::Methods => {
                let note = |text: &Phrase| part.around() + bytes(&text.text);
                let more = |pair: &Pair| pair.more.iter().map(|more| note(&more.text)).sum::<usize>();
                let size = |pair: &Pair| of(vec![&pair.name.text, &pair.value.text]) + more(pair);
                self.methods.iter().map(size).collect()
            }
            PagedPart::Steps => self.steps.iter().map(|step| of(vec![&step.text])).collect(),
            PagedPart::Conditions => self.conditions.iter().map(|line| of(vec![&line.text])).collect(),
            PagedPart::Basis => {
                self.basis.iter().map(|law| of(vec![&law.number, &law.name, &law.number])).collect()
            }
            PagedPart::Where => {
                let size = |of_it: &OfferingView| of(vec![&of_it.agency, &of_it.address, &of_it.receiving]);
                self.offerings.iter().map(size).collect()
            }
        }
    }

    /// The portions of a part that fit a page each; papers of a case begin a new one.
    pub fn portions(&self, part: PagedPart) -> Vec<Range<usize>> {
        let sizes = self.sizes(part);
        if part != PagedPart::Papers {
            return portions(&sizes, PORTION);
        }
        let within = |case: Range<usize>| {
            let first = case.start;
            let shift = move |range: Range<usize>| first + range.start..first + range.end;
            portions(&sizes[case], PORTION).into_iter().map(shift)
        };
        self.papers.cases().into_iter().flat_map(within).collect()
    }

    /// The parts that are read on pages of their own.
    pub fn apart(&self) -> Vec<PagedPart> {
        let sizes = PagedPart::ALL.map(|part| self.sizes(part).iter().sum());
        apart(&sizes, PORTION).into_iter().map(|place| PagedPart::ALL[place]).collect()
    }

    /// Some things of one part, and nothing else.
    pub fn only(self, part: PagedPart, these: Range<usize>) -> PagedParts {
        let mut nothing =
            PagedParts { first_step: these.start + 1, ..PagedParts::empty(self.papers.without()) };
        match part {
            PagedPart::Papers => nothing.papers = self.papers.only(these),
            PagedPart::Methods => nothing.methods = some(self.methods, these),
            PagedPart::Steps => nothing.steps = some(self.steps, these),
            PagedPart::Conditions => nothing.conditions = some(self.conditions, these),
            PagedPart::Basis => nothing.basis = some(self.basis, these),
            PagedPart::Where => nothing.offerings = some(self.offerings, these),
        }
        nothing
    }

    fn empty(papers: Checklist) -> PagedParts {
        PagedParts {
            papers,
            methods: Vec::new(),
            steps: Vec::new(),
            first_step: 1,
            conditions: Vec::new(),
            basis: Vec::new(),
            offerings: Vec::new(),
        }
    }

    pub fn methods_list(&self) -> SummaryList {
        SummaryList::new(self.methods.clone())
    }

    /// The conditions as they are written.
    pub fn conditions_text(&self) -> Phrase {
        let lines: Vec<&str> = self.conditions.iter().map(|line| line.text.as_str()).collect();
        Phrase { text: lines.join("\n"), lang: self.conditions.first().and_then(|line| line.lang) }
    }

    /// The links to the portions of a part that stands apart.
    pub fn portion_links(&self, part: PagedPart, address: &str, t: &text::Words) -> LinkList {
        let portions = self.portions(part);
        let link = |(place, range): (usize, &Range<usize>)| {
            let name = match (part, portions.len()) {
                (PagedPart::Papers, 2..) => self.papers.name_of(range, t),
                (_, 2..) => t.portion(part.title(t), place + 1, portions.len()).into(),
                _ => t.read_all(part.title(t)).into(),
            };
            let count = if part == PagedPart::Papers { t.papers_count(range.len()) } else { String::new() };
            Link::new(address_of(address, part, place + 1), name).text(count)
        };
        LinkList(portions.iter().enumerate().map(link).collect())
    }
}

/// The address of a portion of a part, the first being 1.
pub fn address_of(address: &str, part: PagedPart, portion: usize) -> String {
    match portion {
        1 => format!("{address}?part={}", part.key()),
        portion => format!("{address}?part={}&page={portion}", part.key()),
    }
}

fn some<T>(all: Vec<T>, these: Range<usize>) -> Vec<T> {
    all.into_iter().skip(these.start).take(these.len()).collect()
}
