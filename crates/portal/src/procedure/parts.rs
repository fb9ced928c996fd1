//! What a record says at any length. What does not fit the page beside the rest is read on pages of its own, in portions.

use super::papers::Checklist;
use super::text;
use std::ops::Range;
use ui::part::{Link, LinkList, Pair, Phrase, SummaryList};
use ui::portions::{PORTION, apart, portions};

/// A part that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentPart {
    Papers,
    Methods,
    Steps,
    Conditions,
    Basis,
    Where,
}

impl ContentPart {
    pub const ALL: [ContentPart; 6] = [
        ContentPart::Papers,
        ContentPart::Methods,
        ContentPart::Steps,
        ContentPart::Conditions,
        ContentPart::Basis,
        ContentPart::Where,
    ];

    /// In addresses.
    pub fn key(self) -> &'static str {
        match self {
            ContentPart::Papers => "papers",
            ContentPart::Methods => "methods",
            ContentPart::Steps => "steps",
            ContentPart::Conditions => "conditions",
            ContentPart::Basis => "basis",
            ContentPart::Where => "where",
        }
    }

    pub fn parse(key: &str) -> Option<ContentPart> {
        ContentPart::ALL.into_iter().find(|part| part.key() == key)
    }

    pub fn title(self, t: &text::Words) -> &'static str {
        match self {
            ContentPart::Papers => t.papers(),
            ContentPart::Methods => t.methods(),
            ContentPart::Steps => t.steps(),
            ContentPart::Conditions => t.conditions(),
            ContentPart::Basis => t.basis(),
            ContentPart::Where => t.where_(),
        }
    }

    /// What is around each of its things on a page, in bytes.
    fn around(self) -> usize {
        match self {
            ContentPart::Papers => 420,
            ContentPart::Methods => 300,
            ContentPart::Steps => 30,
            ContentPart::Conditions => 1,
            ContentPart::Basis => 260,
            ContentPart::Where => 420,
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

pub struct Content {
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

impl Content {
    /// The bytes of each thing of a part.
    fn sizes(&self, part: ContentPart) -> Vec<usize> {
        let of = |texts: Vec<&str>| part.around() + texts.into_iter().map(bytes).sum::<usize>();
        match part {
            ContentPart::Papers => self.papers.rows().iter().map(|row| of(row.texts())).collect(),
            ContentPart::Methods => {
                let note = |text: &Phrase| part.around() + bytes(&text.text);
                let more = |pair: &Pair| pair.more.iter().map(|more| note(&more.text)).sum::<usize>();
                let size = |pair: &Pair| of(vec![&pair.name.text, &pair.value.text]) + more(pair);
                self.methods.iter().map(size).collect()
            }
            ContentPart::Steps => self.steps.iter().map(|step| of(vec![&step.text])).collect(),
            ContentPart::Conditions => self.conditions.iter().map(|line| of(vec![&line.text])).collect(),
            ContentPart::Basis => {
                self.basis.iter().map(|law| of(vec![&law.number, &law.name, &law.number])).collect()
            }
            ContentPart::Where => {
                let size = |of_it: &OfferingView| of(vec![&of_it.agency, &of_it.address, &of_it.receiving]);
                self.offerings.iter().map(size).collect()
            }
        }
    }

    /// The portions of a part that fit a page each; papers of a case begin a new one.
    pub fn portions(&self, part: ContentPart) -> Vec<Range<usize>> {
        let sizes = self.sizes(part);
        if part != ContentPart::Papers {
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
    pub fn apart(&self) -> Vec<ContentPart> {
        let sizes = ContentPart::ALL.map(|part| self.sizes(part).iter().sum());
        apart(&sizes, PORTION).into_iter().map(|place| ContentPart::ALL[place]).collect()
    }

    /// Some things of one part, and nothing else.
    pub fn only(self, part: ContentPart, these: Range<usize>) -> Content {
        let mut nothing = Content { first_step: these.start + 1, ..Content::empty(self.papers.without()) };
        match part {
            ContentPart::Papers => nothing.papers = self.papers.only(these),
            ContentPart::Methods => nothing.methods = some(self.methods, these),
            ContentPart::Steps => nothing.steps = some(self.steps, these),
            ContentPart::Conditions => nothing.conditions = some(self.conditions, these),
            ContentPart::Basis => nothing.basis = some(self.basis, these),
            ContentPart::Where => nothing.offerings = some(self.offerings, these),
        }
        nothing
    }

    fn empty(papers: Checklist) -> Content {
        Content {
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

    /// The ways to the portions of a part that stands apart.
    pub fn ways(&self, part: ContentPart, address: &str, t: &text::Words) -> LinkList {
        let portions = self.portions(part);
        let way = |(place, range): (usize, &Range<usize>)| {
            let name = match (part, portions.len()) {
                (ContentPart::Papers, 2..) => self.papers.name_of(range, t),
                (_, 2..) => t.portion(part.title(t), place + 1, portions.len()).into(),
                _ => t.read_all(part.title(t)).into(),
            };
            let count = if part == ContentPart::Papers { t.papers_count(range.len()) } else { String::new() };
            Link::new(to(address, part, place + 1), name).text(count)
        };
        LinkList(portions.iter().enumerate().map(way).collect())
    }
}

/// The address of a portion of a part, the first being 1.
pub fn to(address: &str, part: ContentPart, portion: usize) -> String {
    match portion {
        1 => format!("{address}?part={}", part.key()),
        portion => format!("{address}?part={}&page={portion}", part.key()),
    }
}

fn some<T>(all: Vec<T>, these: Range<usize>) -> Vec<T> {
    all.into_iter().skip(these.start).take(these.len()).collect()
}
