//! Slips that hang on one event: of the annex the request for completion (form 02), the refusal (03), the apology (04); and the
//! notice that handling stopped, for which the annex has no form. The same paper for the officer who prints it and the applicant
//! who opens it online.

mod text;

use crate::asked_papers::asked_papers;
use crate::layout_text::Words;
use crate::part::{Block, Pair, Printed, SignatureLine};
use app::master_data::MasterData;
use app::opening::Viewed;
use domain::Language;
use domain::agency::{Agency, AgencyId};
use domain::dossier::{Dossier, Fact, Party, Record, Request};
use domain::procedure::Procedure;
use domain::time::{Instant, long_date, long_moment, signed_date};
use jiff::civil::Date;
use std::borrow::Cow;

/// What an event is put on paper by, and the number that paper was given.
fn form_of(fact: &Fact) -> Option<(SlipPaper, &str)> {
    match fact {
        Fact::CompletionAsked { document, .. } | Fact::PausedForApplicant { document, .. } => {
            Some((SlipPaper::OfAnnex(2), document))
        }
        Fact::Refused { document, .. } => Some((SlipPaper::OfAnnex(3), document)),
        Fact::Extended { document, .. } => Some((SlipPaper::OfAnnex(4), document)),
        Fact::Stopped { document, .. } => Some((SlipPaper::Stopped, document)),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum SlipPaper {
    /// A form by its number.
    OfAnnex(u8),
    Stopped,
}

impl SlipPaper {
    fn title(self, viewed: &Viewed, language: Language) -> &'static str {
        match self {
            SlipPaper::OfAnnex(form) => viewed.dossier.pinned.pack.pack().form_name(form, language),
            SlipPaper::Stopped => text::Words(language).stopped_title(),
        }
    }
}

/// The slips of a dossier, by the number of their event: what each is called, with its number and its day; with its time,
/// where another says the same.
pub fn slips(viewed: &Viewed, language: Language) -> Vec<(u32, String)> {
    let named = |record: &Record, when: String| {
        let (paper, number) = form_of(&record.event.fact)?;
        let title = paper.title(viewed, language);
        let number = Some(number).filter(|number| !number.is_empty());
        let number = number.map(|number| format!(", {} {number}", text::Words(language).numbered()));
        Some((record.sequence, format!("{title}{}, {when}", number.unwrap_or_default())))
    };
    let by_day = |record: &Record| named(record, long_date(record.at.date(), language));
    let days: Vec<String> = viewed.records.iter().filter_map(by_day).map(|(_, name)| name).collect();
    let slip = |record: &Record| match by_day(record) {
        Some((_, name)) if days.iter().filter(|other| **other == name).count() > 1 => {
            named(record, long_moment(record.at, language))
        }
        name => name,
    };
    let mut slips: Vec<(u32, String)> = viewed.records.iter().filter_map(slip).collect();
    // Of one minute, and alike: the first, the second.
    let names: Vec<String> = slips.iter().map(|(_, name)| name.clone()).collect();
    for (place, (_, name)) in slips.iter_mut().enumerate() {
        if names.iter().filter(|other| **other == *name).count() > 1 {
            let before = names[..place].iter().filter(|other| **other == names[place]).count();
            *name = format!("{name} ({})", before + 1);
        }
    }
    slips
}

/// Of the event with this number; nothing where it has none.
pub fn slip(viewed: &Viewed, data: &MasterData, sequence: u32, language: Language) -> Option<Printed> {
    let record = viewed.records.iter().find(|record| record.sequence == sequence)?;
    let writer = SlipWriter {
        t: text::Words(language),
        language,
        data,
        dossier: &viewed.dossier,
        record,
        procedure: data.pinned(&viewed.dossier.pinned)?,
        owner: viewed.dossier.parties.as_ref().map(|parties| parties.owner.clone()).unwrap_or_default(),
        officer: record.by.account.and_then(|account| viewed.name(account)).unwrap_or_default(),
    };
    let title = form_of(&record.event.fact)?.0.title(viewed, language).to_string();
    Some(Printed { title, ..writer.printed()? })
}

/// One event put on paper.
struct SlipWriter<'a> {
    t: text::Words,
    language: Language,
    data: &'a MasterData,
    dossier: &'a Dossier,
    record: &'a Record,
    procedure: Cow<'a, Procedure>,
    owner: Party,
    /// Who did it.
    officer: &'a str,
}

impl SlipWriter<'_> {
    fn printed(&self) -> Option<Printed> {
        let dossier = self.dossier;
        match &self.record.event.fact {
            Fact::CompletionAsked { request, document } => {
                Some(self.asking(dossier.receiving, request, document))
            }
            Fact::PausedForApplicant { request, document, .. } => {
                Some(self.asking(dossier.competent, request, document))
            }
            Fact::Refused { document, .. } => Some(self.refused(document)),
            Fact::Stopped { document, .. } => Some(self.stopped(document)),
            Fact::Extended { from, to, document, .. } => Some(self.apology(*from, *to, document)),
            _ => None,
        }
    }

    fn asking(&self, agency: AgencyId, request: &Request, document: &str) -> Printed {
        let t = &self.t;
        let private = &self.record.event.private;
        let why = vec![
            (t.reason(), private.words.clone()),
            (t.why_again(), private.why_again.clone()),
            (t.by(), request.by.map(|by| long_date(by, self.language)).unwrap_or_default()),
        ];
        let papers = asked_papers(request, Some(&self.procedure), self.language);
        let mut blocks = vec![Block::facts(self.about()), Block::Sentence(t.asked().into())];
        if !papers.is_empty() {
            blocks.push(Block::List(papers));
        }
        blocks.push(Block::facts(why.into_iter().chain(self.contact(agency))));
        Printed {
            number: numbered(t, document, "HDHS"),
            blocks,
            signatures: vec![signature(t.guide_signs(), self.officer)],
            ..self.head(agency)
        }
    }

    fn refused(&self, document: &str) -> Printed {
        let t = &self.t;
        let why = [(t.reason(), self.words())].into_iter().chain(self.contact(self.dossier.receiving));
        Printed {
            number: numbered(t, document, ""),
            blocks: vec![Block::facts(self.about()), Block::Sentence(t.refused().into()), Block::facts(why)],
            signatures: vec![signature(t.applicant_signs(), ""), signature(t.receiver_signs(), self.officer)],
            ..self.head(self.dossier.receiving)
        }
    }

    fn stopped(&self, document: &str) -> Printed {
        let (t, dossier) = (&self.t, self.dossier);
        let taken_in = (t.received(), dossier.accepted_at.map(|at| self.say(at)).unwrap_or_default());
        let why = [(t.reason(), self.words())].into_iter().chain(self.contact(dossier.competent));
        let about = self.about().into_iter().chain([taken_in]);
        Printed {
            number: numbered(t, document, ""),
            blocks: vec![Block::facts(about), Block::Sentence(t.stopped().into()), Block::facts(why)],
            signatures: vec![signature(t.stopped_signs(), self.officer)],
            ..self.head(dossier.competent)
        }
    }

    fn apology(&self, from: Option<Instant>, to: Instant, document: &str) -> Printed {
        let (t, dossier) = (&self.t, self.dossier);
        let promised = match from {
            Some(from) if self.record.at < from => t.will_not_be(),
            _ => t.not_in_time(),
        };
        let facts = vec![
            (t.received(), dossier.accepted_at.map(|at| self.say(at)).unwrap_or_default()),
            (t.what(), self.procedure.name.get(self.language).to_string()),
            (t.code(), dossier.code.as_ref().map(ToString::to_string).unwrap_or_default()),
            (t.promised(), from.map(|from| self.say(from)).unwrap_or_default()),
        ];
        let owner = &self.owner.name;
        Printed {
            number: numbered(t, document, "PXL"),
            to: (!owner.is_empty()).then(|| Pair::new(t.dear(), owner.as_str())),
            blocks: vec![
                Block::facts(facts),
                Block::Sentence(promised.into()),
                Block::facts([(t.reason(), self.words()), (t.promised_again(), self.say(to))]),
                Block::Sentence(t.sorry().into()),
            ],
            signatures: vec![signature(t.head_signs(), self.officer)],
            ..self.head(dossier.competent)
        }
    }

    /// Whose it is, what it is about, and what it is known by.
    fn about(&self) -> Vec<(&'static str, String)> {
        let (t, owner) = (&self.t, &self.owner);
        let code = self.dossier.code.as_ref().map(ToString::to_string);
        vec![
            (t.of(), owner.name.clone()),
            (t.what(), self.procedure.name.get(self.language).to_string()),
            (t.address(), owner.address.clone()),
            (t.phone(), owner.phone.clone()),
            (t.email(), owner.email.clone()),
            (t.code(), code.clone().unwrap_or_default()),
            (t.reference(), code.map_or_else(|| self.dossier.reference.grouped(), |_| String::new())),
            (t.handed_in(), self.say(self.dossier.submitted_at)),
        ]
    }

    fn contact(&self, agency: AgencyId) -> Vec<(&'static str, String)> {
        let phone = self.data.agency(agency).map(|agency| agency.phone.as_str()).unwrap_or_default();
        // The form has a line for either: what is not known is written in by hand.
        let line = |known: &str| if known.is_empty() { DOTS.to_string() } else { known.to_string() };
        vec![(self.t.contact(), line(self.officer)), (self.t.contact_phone(), line(phone))]
    }

    fn words(&self) -> String {
        self.record.event.private.words.clone()
    }

    fn say(&self, at: Instant) -> String {
        long_moment(at, self.language)
    }

    /// Who gives it, where and when.
    fn head(&self, agency: AgencyId) -> Printed {
        let agency = self.data.agency(agency);
        Printed {
            agency: agency.map(|agency| agency.name.get(self.language).to_string()).unwrap_or_default(),
            signed: signed_at(agency, self.record.at.date(), self.language),
            number: String::new(),
            title: String::new(),
            code: None,
            to: None,
            blocks: Vec::new(),
            signatures: Vec::new(),
            inside: false,
            foot: String::new(),
            t: Words(self.language),
        }
    }
}

/// Where and when a paper of an agency is signed.
pub(crate) fn signed_at(agency: Option<&Agency>, day: Date, language: Language) -> String {
    let place = agency.map(|agency| place(&agency.address, language)).unwrap_or_default();
    let day = signed_date(day, language);
    if place.is_empty() { day } else { format!("{place}, {day}") }
}

fn signature(who: &str, name: &str) -> SignatureLine {
    SignatureLine { who: who.into(), name: name.into() }
}

/// What a place is, as its name begins, and what English puts behind the name.
const PLACES: &[(&str, &str)] = &[
    ("tỉnh", "Province"),
    ("thành phố", "City"),
    ("đặc khu", "Special Zone"),
    ("phường", "Ward"),
    ("xã", "Commune"),
];

/// Where a slip is signed: what stands last in the address, by its own name in papers of either language.
fn place(address: &str, language: Language) -> String {
    let last = address.rsplit(',').next().unwrap_or_default().trim();
    let named = PLACES.iter().find_map(|(kind, english)| {
        let (start, name) = (last.get(..kind.len())?, last.get(kind.len()..)?);
        let is_kind = start.to_lowercase() == *kind && name.starts_with(' ');
        is_kind.then(|| (name.trim(), *english))
    });
    match named {
        Some((name, english)) => language.pick(last.to_string(), format!("{name} {english}")),
        None => last.to_string(),
    }
}

/// Where something is written in by hand.
const DOTS: &str = "……………";

/// What nobody numbered is numbered by hand.
fn numbered(t: &text::Words, document: &str, ending: &str) -> String {
    let number = match (document.is_empty(), ending.is_empty()) {
        (false, _) => document.to_string(),
        (true, true) => DOTS.to_string(),
        (true, false) => format!("………/{ending}"),
    };
    format!("{}: {number}", t.number())
}
