//! What stands against a draft and what would complete it.

use super::super::drawn::ElementLine;
use super::super::found::{self, Objection, OpenPoints, finding_at, finding_line, lines};
use super::super::text::Words;
use super::super::{home_of_draft, mends, supplier, who};
use super::settled;
use app::processes::ProcessDraft;
use domain::adopt::{Adoption, Doubt, FORESEEN_MAX, WhyOpen};
use domain::agency::Agency;
use domain::drawing::Drawing;
use domain::procedure::Procedure;
use process::{Mend, Model, Weight};
use ui::{Fields, Posted};
use web::{Failure, RequestContext};

/// Maximum doubts told one by one.
const DOUBTS_SHOWN: usize = 10;

/// What can be done with what is proposed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum HowOffered {
    /// Nothing of it stands against publishing.
    Remarks,
    /// Each has to be answered by itself.
    OneByOne,
    AllAtOnce,
}

impl HowOffered {
    pub fn title(self, t: Words) -> &'static str {
        match self {
            HowOffered::Remarks => t.remarks_title(),
            HowOffered::OneByOne | HowOffered::AllAtOnce => t.proposals_title(),
        }
    }

    pub fn lead(self, t: Words) -> &'static str {
        match self {
            HowOffered::Remarks => t.remarks_lead(),
            HowOffered::OneByOne => t.asked_lead(),
            HowOffered::AllAtOnce => t.proposals_lead(),
        }
    }
}

/// Steps of which it does not say who does them and how long they take.
#[derive(Default)]
pub(super) struct WhoView {
    pub steps: Vec<who::StepRow>,
    /// How many more there are.
    pub hidden_count: usize,
    /// Of how many of them no division could be guessed.
    pub without_division: usize,
}

/// What stands against a draft and what would complete it, each as it is shown.
pub(super) struct DraftCheck {
    /// What has to be mended.
    pub wrong: Vec<Objection>,
    pub notes: Vec<Objection>,
    pub proposals: Vec<mends::ShownMend>,
    /// How many more proposals there are.
    pub hidden_count: usize,
    pub also_settled: Vec<String>,
    pub offered: HowOffered,
    pub who: WhoView,
    pub settled: Vec<ElementLine>,
    pub usable: bool,
    /// Nobody has proved it to end, so that somebody has to answer for it.
    pub unproved: bool,
    /// The drawing, and as it is shown; none where it cannot be read.
    pub model: Option<Model>,
    pub shown: Option<Model>,
}

impl DraftCheck {
    pub fn unreadable(unreadable: process::Unreadable, context: &RequestContext) -> DraftCheck {
        DraftCheck {
            wrong: vec![finding_line(&unreadable.into(), context)],
            notes: Vec::new(),
            proposals: Vec::new(),
            hidden_count: 0,
            also_settled: Vec::new(),
            offered: HowOffered::Remarks,
            who: WhoView::default(),
            settled: Vec::new(),
            usable: false,
            unproved: false,
            model: None,
            shown: None,
        }
    }

    /// As it would be used here, with what was sent of one proposal, or of who does the steps.
    pub async fn of(
        adoption: &Adoption,
        context: &RequestContext,
        procedure: &Procedure,
        draft: &ProcessDraft,
        mended: Option<(&str, Fields)>,
        posted: Option<&Posted>,
    ) -> Result<DraftCheck, Failure> {
        let drawn = adoption.process.model();
        let all = mends::proposals(&adoption.open, procedure, drawn, context);
        let is_left_open = all.iter().any(|it| !it.mend.is_asked_apart());
        let mut open = OpenPoints { count: all.len(), can_accept_all: is_left_open, found_after: None };
        let mut also_settled = Vec::new();
        if is_left_open
            && drawn.nodes.len() <= FORESEEN_MAX
            && let Ok(completed) = app::processes::complete(procedure, draft.source.clone()).await?
        {
            open.can_accept_all = !completed.rounds.is_empty();
            also_settled = mends::later(&completed, procedure, &all, context);
            open.found_after = Some(completed.findings);
        }
        let offered = match (is_left_open, open.can_accept_all) {
            (false, _) => HowOffered::Remarks,
            (true, false) => HowOffered::OneByOne,
            (true, true) => HowOffered::AllAtOnce,
        };
        let wrong = lines(adoption, drawn, context, &open);
        let (proposals, hidden_count) = mends::shown(all, procedure, drawn, context, mended);
        let agency = supplier(context, procedure.code.as_str()).ok_or(Failure::NotFound)?;
        // Who does what is asked once it stands what is to be done.
        let who = match posted.is_some() || !adoption.is_incomplete() {
            true => WhoView::of(adoption, &agency, context, posted),
            false => WhoView::default(),
        };
        let proposed = as_proposed(adoption, procedure);
        Ok(DraftCheck {
            wrong,
            notes: notes(adoption, context),
            proposals,
            hidden_count,
            also_settled,
            offered,
            who,
            settled: settled::lines(&proposed, context, &home_of_draft(procedure.code.as_str())),
            usable: adoption.is_usable(),
            unproved: adoption.needs_approval(),
            model: Some(drawn.clone()),
            shown: Some(proposed.model().clone()),
        })
    }
}

impl WhoView {
    fn of(
        adoption: &Adoption,
        agency: &Agency,
        context: &RequestContext,
        posted: Option<&Posted>,
    ) -> WhoView {
        let (steps, hidden_count) = who::rows(adoption, agency, context, posted);
        let without_division = adoption.unsaid.iter().filter(|unsaid| unsaid.unit.is_none()).count();
        WhoView { steps, hidden_count, without_division }
    }
}

/// What is good to know of a draft and has no proposal.
fn notes(adoption: &Adoption, context: &RequestContext) -> Vec<Objection> {
    let drawn = adoption.process.model();
    let told = |finding| finding_at(finding, drawn, context);
    let proposed = |finding: &&process::Finding| {
        let same = |why: &WhyOpen| matches!(why, WhyOpen::Finding(found) if found == *finding);
        adoption.open.iter().any(|it| same(&it.why))
    };
    let light = |finding: &&process::Finding| finding.trouble.weight() < Weight::Error;
    // What has a proposal is told with it.
    let alone = |finding: &&process::Finding| !proposed(finding);
    let mut notes = remarks(drawn, context);
    notes.extend(adoption.findings.iter().filter(light).filter(alone).map(told));
    notes.extend(process::lanes_of_no_role(drawn).iter().map(told));
    notes.extend(doubts(adoption, drawn, context));
    notes
}

/// Of several pools the steps of the one are shown that is proposed to be run.
fn as_proposed(adoption: &Adoption, procedure: &Procedure) -> Drawing {
    let (drawing, model) = (&adoption.process.drawing, adoption.process.model());
    let pool = adoption.open.iter().map(|open| &open.mend).find(|it| matches!(it, Mend::OneProcess { .. }));
    match pool {
        Some(pool) => {
            let names = domain::dossier::known_names(procedure, model);
            Drawing::of_model(process::complete(model, std::slice::from_ref(pool), &names).0)
        }
        None => drawing.clone(),
    }
}

/// What was seen in the table it came of.
fn remarks(model: &Model, context: &RequestContext) -> Vec<Objection> {
    model.remarks().map(|said| Objection::whole(said.get(context.language))).collect()
}

/// What does not prevent publishing: what other agencies lack, up to a maximum, and how many more there are.
fn doubts(adoption: &Adoption, model: &Model, context: &RequestContext) -> Vec<Objection> {
    let all = &adoption.doubts;
    let line = |doubt: &Doubt| {
        let told = Objection::whole(doubt.sentence(context.language));
        match doubt {
            Doubt::DecidedByAnOfficer { step }
            | Doubt::AsksForAdditions { step }
            | Doubt::TellsWhoApplied { step }
            | Doubt::Withdraws { step } => {
                Objection { place: step.clone(), at: found::element_called(model, step), ..told }
            }
            _ => told,
        }
    };
    let mut lines: Vec<Objection> = all.iter().take(DOUBTS_SHOWN).map(line).collect();
    if all.len() > DOUBTS_SHOWN {
        lines.push(Objection::whole(Words(context.language).more_doubts(all.len() - DOUBTS_SHOWN)));
    }
    lines
}
