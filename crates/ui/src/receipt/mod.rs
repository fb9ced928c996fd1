//! The receipt and appointment (form 01): a paper of the state, the same for the officer who prints it and the
//! applicant who opens it online.

mod text;

use crate::formats::{Handed, beginning, short_paper};
use crate::layout_text::Words;
use crate::part::{Block, CountedLine, Pair, Printed, SignatureLine};
use app::master_data::MasterData;
use app::opening::Viewed;
use domain::Language;
use domain::dossier::{Dossier, Fact, PaperSource};
use domain::procedure::Procedure;
use domain::rules::RECEIPT;
use domain::time::long_moment;

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
        (t.what(), beginning(procedure.name.get(language), MATTER_LETTERS)),
        (t.case(), dossier.case.clone().unwrap_or_default()),
        (t.competent(), agency(dossier.competent)),
        (t.limit(), clock.map(|clock| clock.limit.text(language)).unwrap_or_default()),
        (
            t.fees(),
            crate::fees::known_of_channel(
                &procedure,
                dossier.channel,
                clock.map(|clock| &clock.limit),
                language,
            ),
        ),
        (t.received(), long_moment(accepted_at, language)),
        (t.due(), due.map(|due| long_moment(due, language)).unwrap_or_default()),
        (t.delivery(), dossier.delivery.name(language).to_string()),
    ];
    let papers = papers(dossier, &procedure, &t);
    let none = papers.is_empty() && !procedure.papers.is_empty();
    let papers = match none {
        true => vec![Block::facts([(t.papers(), t.no_papers().to_string())])],
        false if papers.is_empty() => Vec::new(),
        false => vec![Block::Heading(t.papers().into()), Block::Counted(papers)],
    };
    let secret =
        secret.map(|code| Block::Secret { name: t.secret().into(), code, how: t.secret_how().into() });
    let blocks = [Block::facts(facts)].into_iter().chain(papers).chain(secret);
    let signature = |who: &str, name: &str| SignatureLine { who: who.into(), name: name.into() };
    Some(Printed {
        title: dossier.pinned.pack.pack().form_name(RECEIPT, language).into(),
        agency: agency(dossier.receiving),
        number: String::new(),
        signed: crate::slip::signed_at(data.agency(dossier.receiving), accepted_at.date(), language),
        code: Some(Pair::new(t.code(), code)),
        to: None,
        blocks: blocks.collect(),
        signatures: vec![signature(t.applicant_signs(), ""), signature(t.officer_signs(), officer)],
        inside: false,
        foot: t.lookup().into(),
        t: Words(language),
    })
}

/// Maximum letters of what is asked for: the whole name of a procedure may be longer than the page.
const MATTER_LETTERS: usize = 320;

/// What was handed in, a line for each paper.
fn papers(dossier: &Dossier, procedure: &Procedure, t: &text::Words) -> Vec<CountedLine> {
    let mut papers: Vec<(String, Handed)> = Vec::new();
    // What a database had was not handed in.
    for given in dossier.papers.iter().filter(|given| given.source != Some(PaperSource::Fetched)) {
        let handed = Handed::of(given, dossier.channel);
        // In few words: all of it is one page. What records call alike is one line.
        let name = procedure.paper(&given.paper).map(|paper| short_paper(paper.name.get(t.0)));
        let known = |line: &&mut (String, Handed)| Some(&line.0) == name.as_ref();
        match papers.iter_mut().find(known) {
            Some((_, sum)) => *sum = sum.and(handed),
            // What answers no paper of the procedure is listed one by one.
            None => papers.push((name.unwrap_or_else(|| t.other_paper().into()), handed)),
        }
    }
    papers.into_iter().map(|(name, handed)| CountedLine { name, count: handed.text(t.0) }).collect()
}
