//! Slips that hang on one event: of the annex the request for completion (form 02), the refusal (03), the apology (04); and the
//! notice that handling stopped, for which the annex has no form. The same paper for the officer who prints it and the applicant
//! who opens it online.

mod text;

use crate::layout_text::Words;
use crate::part::{Block, Pair, Printed, SignatureLine};
use app::master_data::MasterData;
use app::opening::Viewed;
use domain::Language;
use domain::agency::{Agency, AgencyId};
use domain::dossier::{Fact, Record, Request};
use domain::time::{long_date, long_moment, signed_date};
use jiff::civil::Date;

/// What an event is put on paper by, and the number that paper was given.
fn form_of(fact: &Fact) -> Option<(SlipPaper, &str)> {
    match fact {
        Fact::CompletionAsked { document, .. } | Fact::PausedForApplicant { document, .. } => {
            Some((SlipPaper::OfAnnex(2), document))
        }
        Fact::Refused { document } => Some((SlipPaper::OfAnnex(3), document)),
        Fact::Extended { document, .. } => Some((SlipPaper::OfAnnex(4), document)),
        Fact::Stopped { document } => Some((SlipPaper::Stopped, document)),
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
    let t = text::Words(language);
    let dossier = &viewed.dossier;
    let record = viewed.records.iter().find(|record| record.sequence == sequence)?;
    let (fact, words) = (&record.event.fact, record.event.private.words.clone());
    let title = form_of(fact)?.0.title(viewed, language).to_string();
    let procedure = data.pinned(&dossier.pinned)?;
    let owner = dossier.parties.as_ref().map(|parties| parties.owner.clone()).unwrap_or_default();
    let officer = record.by.account.and_then(|account| viewed.name(account)).unwrap_or_default();
    let about = |owner_is| {
        let code = dossier.code.as_ref().map(ToString::to_string);
        vec![
            (owner_is, owner.name.clone()),
            (t.what(), procedure.name.get(language).to_string()),
            (t.address(), owner.address.clone()),
            (t.phone(), owner.phone.clone()),
            (t.email(), owner.email.clone()),
            (t.code(), code.clone().unwrap_or_default()),
            (t.reference(), code.map_or_else(|| dossier.reference.grouped(), |_| String::new())),
            (t.handed_in(), long_moment(dossier.submitted_at, language)),
        ]
    };
    let contact = |agency: AgencyId| {
        let phone = data.agency(agency).map(|agency| agency.phone.as_str()).unwrap_or_default();
        // The form has a line for either: what is not known is written in by hand.
        let line = |known: &str| if known.is_empty() { DOTS.to_string() } else { known.to_string() };
        vec![(t.contact(), line(officer)), (t.contact_phone(), line(phone))]
    };
    let name =
        |id: &String| procedure.paper(id).map_or(id.as_str(), |paper| paper.name.get(language)).to_string();
    let asking = |agency: AgencyId, request: &Request, document: &str| {
        let why = vec![
            (t.reason(), words.clone()),
            (t.why_again(), record.event.private.why_again.clone()),
            (t.by(), request.by.map(|by| long_date(by, language)).unwrap_or_default()),
        ];
        let mut blocks = vec![Block::facts(about(t.of())), Block::Sentence(t.asked().into())];
        if !request.papers.is_empty() {
            blocks.push(Block::List(request.papers.iter().map(name).collect()));
        }
        blocks.push(Block::facts(why.into_iter().chain(contact(agency))));
        let signatures = vec![signature(t.guide_signs(), officer)];
        let number = numbered(&t, document, "HDHS");
        Printed { number, blocks, signatures, ..head(agency, record, data, language) }
    };
    let made = match fact {
        Fact::CompletionAsked { request, document } => asking(dossier.receiving, request, document),
        Fact::PausedForApplicant { request, document, .. } => asking(dossier.competent, request, document),
        Fact::Refused { document } => {
            let why = [(t.reason(), words)].into_iter().chain(contact(dossier.receiving));
            let blocks =
                vec![Block::facts(about(t.of())), Block::Sentence(t.refused().into()), Block::facts(why)];
            let signatures = vec![signature(t.applicant_signs(), ""), signature(t.receiver_signs(), officer)];
            let number = numbered(&t, document, "");
            Printed { number, blocks, signatures, ..head(dossier.receiving, record, data, language) }
        }
        Fact::Stopped { document } => {
            let taken_in =
                (t.received(), dossier.accepted_at.map(|at| long_moment(at, language)).unwrap_or_default());
            let why = [(t.reason(), words)].into_iter().chain(contact(dossier.competent));
            let about = about(t.of()).into_iter().chain([taken_in]);
            let blocks = vec![Block::facts(about), Block::Sentence(t.stopped().into()), Block::facts(why)];
            let signatures = vec![signature(t.stopped_signs(), officer)];
            let number = numbered(&t, document, "");
            Printed { number, blocks, signatures, ..head(dossier.competent, record, data, language) }
        }
        Fact::Extended { from, to, document, .. } => {
            let say = |at| long_moment(at, language);
            let received = dossier.accepted_at.map(say).unwrap_or_default();
            let code = dossier.code.as_ref().map(ToString::to_string).unwrap_or_default();
            let promised = match from {
                Some(from) if record.at < *from => t.will_not_be(),
                _ => t.not_in_time(),
            };
            let facts = vec![
                (t.received(), received),
                (t.what(), procedure.name.get(language).to_string()),
                (t.code(), code),
                (t.promised(), from.map(say).unwrap_or_default()),
            ];
            let blocks = vec![
                Block::facts(facts),
                Block::Sentence(promised.into()),
                Block::facts([(t.reason(), words), (t.promised_again(), say(*to))]),
                Block::Sentence(t.sorry().into()),
            ];
            Printed {
                number: numbered(&t, document, "PXL"),
                to: (!owner.name.is_empty()).then(|| Pair::new(t.dear(), owner.name)),
                blocks,
                signatures: vec![signature(t.head_signs(), officer)],
                ..head(dossier.competent, record, data, language)
            }
        }
        _ => return None,
    };
    Some(Printed { title, ..made })
}

/// The head of a slip: who gives it, where and when.
fn head(agency: AgencyId, record: &Record, data: &MasterData, language: Language) -> Printed {
    let agency = data.agency(agency);
    Printed {
        agency: agency.map(|agency| agency.name.get(language).to_string()).unwrap_or_default(),
        signed: signed_at(agency, record.at.date(), language),
        number: String::new(),
        title: String::new(),
        code: None,
        to: None,
        blocks: Vec::new(),
        signatures: Vec::new(),
        inside: false,
        foot: String::new(),
        t: Words(language),
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
