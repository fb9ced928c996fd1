//! A dossier may hold any number of papers, answers and events, and its page weighs no more for it: what is folded is read on
//! a page of its own where all would be too much, and of many papers and answers the first are shown.

use super::Page as DossierPage;
use super::papers::PaperView;
use super::text;
use askama::Template;
use std::ops::Range;
use ui::Chrome;
use ui::part::{
    BackLink, Chart, DeadlineDays, ForbiddenActs, Heading, History, Link, LinkList, Pager, Phrase,
    SummaryList,
};
use ui::portions::{PORTION, portions};
use web::Failure;

/// Maximum bytes of the page.
const WEIGHT_MAX: usize = 40_300;

/// How much is shown, in bytes with its paragraph.
const SAID: usize = 120;

typed::keyed! {
    /// A part that may be long.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(super) enum LongPart {
        Forbidden = "forbidden",
        History = "history",
        Process = "process",
        Days = "days",
        Readings = "readings",
        Papers = "papers",
        Answers = "answers",
    }
}

impl LongPart {
    /// Those that stand folded, what is missed least first.
    const FOLDED: [LongPart; 5] =
        [LongPart::Forbidden, LongPart::Days, LongPart::Process, LongPart::Readings, LongPart::History];

    fn title(self, t: &text::Words) -> &'static str {
        match self {
            LongPart::Forbidden => t.forbidden_acts(),
            LongPart::History => t.history(),
            LongPart::Process => t.process(),
            LongPart::Days => t.why_date(),
            LongPart::Readings => t.readings(),
            LongPart::Papers => t.papers(),
            LongPart::Answers => t.answers(),
        }
    }
}

/// What is not shown of papers or answers: how much is, and the ways to all of it.
pub(super) struct CutShort {
    pub said: String,
    pub ways: LinkList,
}

impl DossierPage {
    /// What each thing of a part weighs, in bytes.
    fn sizes(&self, part: LongPart) -> Vec<usize> {
        match part {
            LongPart::Forbidden if self.offered.forbidden.is_empty() => Vec::new(),
            LongPart::Forbidden => vec![self.offered.forbidden.to_string().len()],
            LongPart::History => {
                self.history.0.iter().map(|entry| History(vec![entry.clone()]).to_string().len()).collect()
            }
            LongPart::Process if self.picture.is_empty() => Vec::new(),
            LongPart::Process => vec![self.picture.to_string().len()],
            LongPart::Days => {
                self.days.0.iter().map(|day| DeadlineDays(vec![day.clone()]).to_string().len()).collect()
            }
            LongPart::Readings => self.readings.iter().map(|line| line.len() + 30).collect(),
            LongPart::Papers => {
                let size = |paper: &PaperView| {
                    150 + paper.name.text.len() + paper.counts.len() + paper.files.to_string().len()
                };
                self.papers.iter().map(size).collect()
            }
            LongPart::Answers => {
                let size = |pair: &ui::part::Pair| SummaryList::new(vec![pair.clone()]).to_string().len();
                self.answers.pairs.iter().map(size).collect()
            }
        }
    }

    /// Keeps some things of a part.
    fn keep(&mut self, part: LongPart, these: Range<usize>) {
        fn some<T>(all: &mut Vec<T>, these: Range<usize>) {
            all.truncate(these.end);
            all.drain(..these.start.min(all.len()));
        }
        match part {
            LongPart::Forbidden if these.is_empty() => self.offered.forbidden.0.clear(),
            LongPart::Forbidden => {}
            LongPart::History => some(&mut self.history.0, these),
            LongPart::Process if these.is_empty() => self.picture = Chart::new("", ui::Markup::default()),
            LongPart::Process => {}
            LongPart::Days => some(&mut self.days.0, these),
            LongPart::Readings => some(&mut self.readings, these),
            LongPart::Papers => some(&mut self.papers, these),
            LongPart::Answers => some(&mut self.answers.pairs, these),
        }
    }

    /// The ways to the pages of a part.
    fn ways(&self, part: LongPart) -> Vec<Link> {
        let ranges = portions(&self.sizes(part), PORTION);
        let several = ranges.len() > 1;
        let way = |(place, range): (usize, Range<usize>)| {
            let name = match several {
                true => self.t.some_of(part.title(&self.t), range.start + 1, range.end),
                false => part.title(&self.t).to_string(),
            };
            Link::new(format!("{}part={}&page={}", self.url, part.key(), place + 1), name)
        };
        ranges.into_iter().enumerate().map(way).collect()
    }

    /// The page, light enough, with what it was rendered to when it was weighed.
    pub(super) fn lightened(mut self) -> askama::Result<(DossierPage, String)> {
        let mut html = self.rendered()?;
        for part in LongPart::FOLDED {
            if html.len() > WEIGHT_MAX && !self.sizes(part).is_empty() {
                self.apart.0.extend(self.ways(part));
                self.keep(part, 0..0);
                html = self.rendered()?;
            }
        }
        if html.len() <= WEIGHT_MAX {
            return Ok((self, html));
        }
        let mut shown = [LongPart::Papers, LongPart::Answers];
        shown.sort_by_key(|part| std::cmp::Reverse(self.sizes(*part).iter().sum::<usize>()));
        for part in shown {
            if html.len() <= WEIGHT_MAX {
                break;
            }
            let (sizes, ways) = (self.sizes(part), self.ways(part));
            // The ways to all of it weigh something too, and so does how much there is.
            let around = LinkList(ways.clone()).to_string().len() + SAID;
            let room = (sizes.iter().sum::<usize>() + WEIGHT_MAX).saturating_sub(html.len() + around);
            let mut held = 0;
            let fits = sizes.iter().take_while(|size| {
                held += **size;
                held <= room
            });
            let fitting = fits.count();
            let rest = CutShort { said: self.t.shown_of(fitting, sizes.len()), ways: LinkList(ways) };
            self.keep(part, 0..fitting);
            match part {
                LongPart::Papers => self.more_papers = Some(rest),
                _ => self.more_answers = Some(rest),
            }
            html = self.rendered()?;
        }
        Ok((self, html))
    }

    fn rendered(&self) -> askama::Result<String> {
        let mut html = String::with_capacity(WEIGHT_MAX);
        self.render_into(&mut html)?;
        Ok(html)
    }

    /// A page of one part, the first being 1.
    pub(super) fn only(mut self, part: LongPart, page: usize) -> Result<DossierPartPage, Failure> {
        let ranges = portions(&self.sizes(part), PORTION);
        let here = page.checked_sub(1).and_then(|place| ranges.get(place)).cloned();
        let here = here.ok_or(Failure::NotFound)?;
        for other in LongPart::ALL {
            self.keep(other, if other == part { here.clone() } else { 0..0 });
        }
        let (t, url) = (self.t, self.url);
        let near = |page: usize| {
            (1..=ranges.len()).contains(&page).then(|| format!("{url}part={}&page={page}", part.key()))
        };
        let title = part.title(&t);
        let pager =
            Pager::new(title).previous(near(page - 1), t.part_before()).next(near(page + 1), t.part_after());
        let back = url.trim_end_matches(['?', '&']).to_string();
        Ok(DossierPartPage {
            // No form stands on it.
            chrome: self.chrome.switching_among([]),
            back,
            eyebrow: Phrase {
                text: format!("{} · {}", self.code, self.heading.text),
                lang: self.heading.lang,
            },
            title,
            answers: self.answers,
            papers: self.papers,
            picture: self.picture,
            history: self.history,
            days: self.days,
            readings: self.readings,
            forbidden: self.offered.forbidden,
            pager,
            t,
        })
    }
}

/// One part of a dossier, read by itself.
#[derive(Template)]
#[template(path = "dossier/long.html")]
pub(super) struct DossierPartPage {
    chrome: Chrome,
    back: String,
    eyebrow: Phrase,
    title: &'static str,
    answers: SummaryList,
    papers: Vec<PaperView>,
    picture: Chart,
    history: History,
    days: DeadlineDays,
    readings: Vec<String>,
    forbidden: ForbiddenActs,
    pager: Pager,
    t: text::Words,
}
