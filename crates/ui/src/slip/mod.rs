//! Slips of the annex that hang on one event: request for completion (form 02), refusal (03), apology (04). The same paper for
//! the officer who prints it and the applicant who opens it online.

mod text;

use app::reference::Reference;
use app::viewing::Viewed;
use askama::Template;
use domain::Language;
use domain::agency::AgencyId;
use domain::dossier::{Fact, Record, Request};
use domain::time::{long_date, long_moment, signed_date};

#[derive(Template)]
#[template(path = "slip/slip.html")]
pub struct Slip {
    agency: String,
    /// `12/HDHS`, or room to write it.
    number: String,
    signed: String,
    title: &'static str,
    /// Whom it is addressed to, where it is a letter.
    to: String,
    facts: Vec<(&'static str, String)>,
    sentence: String,
    listed: Vec<String>,
    after: Vec<(&'static str, String)>,
    ending: String,
    /// Who signs, and the name under it where it is known.
    signs: Vec<(&'static str, String)>,
    t: text::Words,
}

/// The number of the form an event is put on paper by.
fn form_of(fact: &Fact) -> Option<u8> {
    match fact {
        Fact::CompletionAsked { .. } | Fact::PausedForApplicant { .. } => Some(2),
        Fact::Refused { .. } => Some(3),
        Fact::Extended { .. } => Some(4),
        _ => None,
    }
}

/// The slips of a dossier, by the number of their event: what each is called, with its day.
pub fn slips(viewed: &Viewed, language: Language) -> Vec<(u32, String)> {
    let pack = viewed.dossier.pinned.pack.pack();
    let slip = |record: &Record| {
        let form = form_of(&record.event.fact)?;
        Some((
            record.sequence,
            format!("{}, {}", pack.form_name(form, language), long_date(record.at.date(), language)),
        ))
    };
    viewed.records.iter().filter_map(slip).collect()
}

impl Slip {
    /// Of the event with this number; nothing where it has none.
    pub fn of(viewed: &Viewed, data: &Reference, sequence: u32, language: Language) -> Option<Slip> {
        let t = text::Words(language);
        let dossier = &viewed.dossier;
        let record = viewed.records.iter().find(|record| record.sequence == sequence)?;
        let (fact, words) = (&record.event.fact, record.event.private.words.clone());
        let title = dossier.pinned.pack.pack().form_name(form_of(fact)?, language);
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
        let asking = |agency: AgencyId, request: &Request, document: &str| Slip {
            number: numbered(document, "HDHS"),
            facts: about(t.of()),
            sentence: t.asked().to_string(),
            listed: request
                .papers
                .iter()
                .map(|id| {
                    procedure.paper(id).map_or(id.as_str(), |paper| paper.name.get(language)).to_string()
                })
                .collect(),
            after: [
                (t.reason(), words.clone()),
                (t.why_again(), record.event.private.why_again.clone()),
                (t.by(), request.by.map(|by| long_date(by, language)).unwrap_or_default()),
            ]
            .into_iter()
            .chain(contact(agency))
            .collect(),
            signs: vec![(t.guide_signs(), officer.to_string())],
            ..slip_at(agency, record, data, language)
        };
        let made = match fact {
            Fact::CompletionAsked { request, document } => asking(dossier.receiving, request, document),
            Fact::PausedForApplicant { request, document, .. } => {
                asking(dossier.competent, request, document)
            }
            Fact::Refused { document } => Slip {
                number: numbered(document, ""),
                facts: about(t.of()),
                sentence: t.refused().to_string(),
                after: [(t.reason(), words)].into_iter().chain(contact(dossier.receiving)).collect(),
                signs: vec![(t.applicant_signs(), String::new()), (t.receiver_signs(), officer.to_string())],
                ..slip_at(dossier.receiving, record, data, language)
            },
            Fact::Extended { from, to, document, .. } => {
                let say = |at| long_moment(at, language);
                let received = dossier.accepted_at.map(say).unwrap_or_default();
                let code = dossier.code.as_ref().map(ToString::to_string).unwrap_or_default();
                Slip {
                    number: numbered(document, "PXL"),
                    to: owner.name.clone(),
                    facts: vec![
                        (t.received(), received),
                        (t.what(), procedure.name.get(language).to_string()),
                        (t.code(), code),
                        (t.promised(), from.map(say).unwrap_or_default()),
                    ],
                    sentence: match from {
                        Some(from) if record.at < *from => t.will_not_be().to_string(),
                        _ => t.not_in_time().to_string(),
                    },
                    after: vec![(t.reason(), words), (t.promised_again(), say(*to))],
                    ending: t.sorry().to_string(),
                    signs: vec![(t.head_signs(), officer.to_string())],
                    ..slip_at(dossier.competent, record, data, language)
                }
            }
            _ => return None,
        };
        let filled = |lines: Vec<(&'static str, String)>| {
            lines.into_iter().filter(|(_, value)| !value.is_empty()).collect()
        };
        Some(Slip { title, facts: filled(made.facts), after: filled(made.after), ..made })
    }
}

/// The head of a slip: who gives it, where and when.
fn slip_at(agency: AgencyId, record: &Record, data: &Reference, language: Language) -> Slip {
    let agency = data.agency(agency);
    // The place stands last in an address.
    let place =
        agency.and_then(|agency| agency.address.rsplit(',').next()).map(str::trim).unwrap_or_default();
    let day = signed_date(record.at.date(), language);
    Slip {
        agency: agency.map(|agency| agency.name.get(language).to_string()).unwrap_or_default(),
        number: String::new(),
        signed: if place.is_empty() { day } else { format!("{place}, {day}") },
        title: "",
        to: String::new(),
        facts: Vec::new(),
        sentence: String::new(),
        listed: Vec::new(),
        after: Vec::new(),
        ending: String::new(),
        signs: Vec::new(),
        t: text::Words(language),
    }
}

/// What nobody numbered is numbered by hand.
/// Where something is written in by hand.
const DOTS: &str = "……………";

fn numbered(document: &str, ending: &str) -> String {
    match (document.is_empty(), ending.is_empty()) {
        (false, _) => document.to_string(),
        (true, true) => DOTS.to_string(),
        (true, false) => format!("………/{ending}"),
    }
}
