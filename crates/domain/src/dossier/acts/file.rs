//! File: a dossier is handed in, on the portal or at the counter (NĐ 61/2018 article 16).

use crate::agency::AgencyId;
use crate::dossier::context::Context;
use crate::dossier::delivery::Delivery;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::filed::{DossierOrigin, Filed, Identified, IdentityPaper, OwnerKind};
use crate::dossier::link::Main;
use crate::dossier::paper::PaperGiven;
use crate::dossier::party::Parties;
use crate::dossier::pinned::Pinned;
use crate::dossier::reference::Reference;
use crate::dossier::refusal::Refusal;
use crate::officer::{AccountId, Actor, Role};
use crate::procedure::{Channel, Level};
use forms::Answers;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct FileDossier {
    pub reference: Reference,
    pub channel: Channel,
    pub receiving: AgencyId,
    pub competent: AgencyId,
    /// The level at which the competent agency offers the procedure now.
    pub level: Level,
    pub account: Option<AccountId>,
    pub parties: Parties,
    pub answers: Answers,
    /// The case of the procedure it falls under, where one was chosen.
    pub case: Option<String>,
    pub papers: Vec<PaperGiven>,
    pub file_names: BTreeMap<i64, String>,
    pub delivery: Delivery,
    /// What it is part of, where another agency's dossier asks for it.
    pub main: Option<Main>,
    /// What kind of owner it has, where somebody said so; otherwise the number tells it, if it can.
    pub owner_kind: Option<OwnerKind>,
    /// It tries something out, and counts nowhere.
    pub trial: bool,
}

/// Opens a dossier: the only event that needs none before it.
pub fn file(filing: &FileDossier, actor: &Actor, context: &Context) -> Result<Vec<Event>, Refusal> {
    if filing.main.is_some() && *actor != Actor::System {
        return Err(Refusal::OnlyTheProgram);
    }
    match actor {
        Actor::Applicant { .. } if filing.channel == Channel::Online => {
            if !filing.level.online() {
                return Err(Refusal::NotOnline);
            }
            all_papers_there(filing, context)?;
        }
        Actor::Officer(officer) if filing.channel != Channel::Online => {
            if officer.agency != filing.receiving {
                return Err(Refusal::NotYourAgency);
            }
            if !officer.has(Role::Counter) {
                return Err(Refusal::NotYourRole { role: Role::Counter });
            }
        }
        Actor::System if filing.main.is_some() => {}
        Actor::Applicant { .. } | Actor::Officer(_) | Actor::System => {
            return Err(Refusal::NotYourRole { role: Role::Counter });
        }
    }
    if context.procedure.process.steps.is_empty() {
        return Err(Refusal::NoProcess);
    }
    let fact = Fact::Submitted {
        reference: filing.reference.clone(),
        channel: filing.channel,
        pinned: Pinned {
            procedure: context.procedure.code.clone(),
            version: context.procedure.version,
            process_version: context.procedure.process.version,
            pack: context.pack.id,
        },
        receiving: filing.receiving,
        competent: filing.competent,
        helped_by: None,
        account: filing.account,
        external_code: None,
        case: filing.case.clone().filter(|case| context.procedure.cases().contains(&case.as_str())),
        main: filing.main.clone(),
        papers: filing.papers.iter().map(|paper| paper.noted(actor, context.procedure)).collect(),
        delivery: filing.delivery,
        answer_by: context.pack.answer_by(context.receiving_calendar, context.now),
        filed: filed(filing, actor),
    };
    let private = Private {
        parties: Some(filing.parties.clone()),
        answers: filing.answers.clone(),
        file_names: filing.file_names.clone(),
        ..Private::default()
    };
    Ok(vec![Event::with(fact, private)])
}

/// What of it nothing tells later.
fn filed(filing: &FileDossier, actor: &Actor) -> Filed {
    let identity = &filing.parties.owner.identity;
    Filed {
        level: Some(filing.level.offered()),
        origin: Some(DossierOrigin::of(filing.channel, filing.main.is_some())),
        identified: Identified::of(actor, filing.channel),
        owner: filing.owner_kind.or_else(|| OwnerKind::by_number(identity)),
        document: IdentityPaper::of(identity),
        trial: filing.trial,
    }
}

/// An online filing brings a file for every required paper but those the screen takes the place of.
fn all_papers_there(filing: &FileDossier, context: &Context) -> Result<(), Refusal> {
    let given = |id: &str| filing.papers.iter().any(|paper| paper.paper == id && paper.file.is_some());
    let missing: Vec<String> = context
        .procedure
        .papers
        .iter()
        .filter(|paper| context.procedure.asks_online(paper, filing.case.as_deref()) && !given(&paper.id))
        .map(|paper| paper.name.vi.clone())
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(Refusal::PapersMissing { papers: missing }) }
}
