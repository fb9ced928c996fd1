//! The receipt and appointment (form 01): a paper of the state, the same for the officer who prints it and the
//! applicant who opens it online.

mod text;

use crate::layout_text::Words;
use crate::part::{Block, Pair, Printed, Signature};
use app::master_data::MasterData;
use app::opening::Viewed;
use domain::Language;
use domain::dossier::Fact;
use domain::rules::RECEIPT;
use domain::time::{long_moment, signed_date};

/// Nothing before the dossier is accepted. `secret` is the one-time code, for the counter's eyes.
pub fn receipt(
    viewed: &Viewed,
    data: &MasterData,
    secret: Option<String>,
    language: Language,
) -> Option<Printed> {
    let t = text::Words(language);
    let dossier = &viewed.dossier;
    let code = dossier.code.as_ref()?.to_string();
    let accepted_at = dossier.accepted_at?;
    let procedure = data.pinned(&dossier.pinned)?;
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let owner = dossier.parties.as_ref().map(|parties| parties.owner.clone()).unwrap_or_default();
    let submitter = dossier.parties.as_ref().and_then(|parties| parties.submitter.as_ref());
    let clock = dossier.clock.as_ref();
    let due = clock.and_then(|clock| clock.original);
    let accepting = viewed.records.iter().find(|record| matches!(record.event.fact, Fact::Accepted { .. }));
    let officer = accepting.and_then(|record| viewed.name(record.by.account?)).unwrap_or_default();
    let facts = vec![
        (t.owner(), owner.name),
        (t.submitter(), submitter.map(|party| party.name.clone()).unwrap_or_default()),
        (t.address(), owner.address),
        (t.phone(), owner.phone),
        (t.what(), procedure.name.get(language).to_string()),
        (t.case(), dossier.case.clone().unwrap_or_default()),
        (t.competent(), agency(dossier.competent)),
        (t.limit(), clock.map(|clock| clock.limit.text(language)).unwrap_or_default()),
        (
            t.fees(),
            crate::fees::of_channel(&procedure, dossier.channel, clock.map(|clock| &clock.limit), language)
                .join("; "),
        ),
        (t.received(), long_moment(accepted_at, language)),
        (t.due(), due.map(|due| long_moment(due, language)).unwrap_or_default()),
        (t.delivery(), dossier.delivery.name(language).to_string()),
    ];
    // A paper that was handed in several times, or in several files, is one line.
    let mut counted: Vec<(&str, u32, u32)> = Vec::new();
    for given in &dossier.papers {
        let name = procedure.paper(&given.paper).map_or(t.other_paper(), |paper| paper.name.get(language));
        match counted.iter_mut().find(|(known, _, _)| *known == name) {
            Some((_, originals, copies)) => {
                (*originals, *copies) = (*originals + given.originals, *copies + given.copies);
            }
            None => counted.push((name, given.originals, given.copies)),
        }
    }
    let papers = counted.into_iter().map(|(name, originals, copies)| {
        match crate::formats::counts(originals, copies, language) {
            counts if counts.is_empty() => name.to_string(),
            counts => format!("{name} ({counts})"),
        }
    });
    let papers: Vec<String> = papers.collect();
    let blocks = [
        Some(Block::facts(facts)),
        Some(Block::Heading(t.papers().into())),
        Some(Block::List(papers)),
        secret.map(|code| Block::Secret { name: t.secret().into(), code, how: t.secret_how().into() }),
    ];
    let signature = |who: &str, name: &str| Signature { who: who.into(), name: name.into() };
    Some(Printed {
        title: dossier.pinned.pack.pack().form_name(RECEIPT, language).into(),
        agency: agency(dossier.receiving),
        number: String::new(),
        signed: signed_date(accepted_at.date(), language),
        code: Some(Pair::new(t.code(), code)),
        to: None,
        blocks: blocks.into_iter().flatten().collect(),
        signatures: vec![signature(t.applicant_signs(), ""), signature(t.officer_signs(), officer)],
        inside: false,
        foot: t.lookup().into(),
        t: Words(language),
    })
}
