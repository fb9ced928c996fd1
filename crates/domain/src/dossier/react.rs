use crate::dossier::event::{Event, Fact, Particular};
use crate::dossier::outcome::Outcome;
use crate::dossier::party::PartyPart;
use crate::dossier::reference::DossierId;
use crate::dossier::state::Dossier;
use crate::dossier::wait::Awaited;
use crate::procedure::Channel;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// What must follow an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "followup")]
pub enum Followup {
    /// Tell the applicant, on the portal and by e-mail.
    Tell { notice: ApplicantNotice },
    /// When this moment comes, say so to the process that waits for it.
    Wait { token: u32, event: String, at: Instant },
    /// A main dossier and what is linked to it are to be brought together: what was asked for is opened, what is no longer
    /// needed recalled, what was found noted.
    Link { main: DossierId },
}

typed::keyed! {
/// What the applicant is told. The letter's words are the app's; no personal data travels in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApplicantNotice {
    Submitted = "submitted",
    CompletionAsked = "completion-asked",
    /// What was asked for has come, and is to be answered.
    Completed = "completed",
    Accepted = "accepted",
    Refused = "refused",
    PausedForApplicant = "paused-for-applicant",
    PausedForFee = "paused-for-fee",
    NewDate = "new-date",
    ResultReady = "result-ready",
    /// Decided against: the answer says why.
    Denied = "denied",
    Returned = "returned",
    Withdrawn = "withdrawn",
    Stopped = "stopped",
    Corrected = "corrected",
    /// What an element of the process is called.
    Message = "message",
}
}

/// What must follow: letters and times now; other systems later.
pub fn react(after: &Dossier, event: &Event) -> Vec<Followup> {
    if let Fact::Awaited { token, event, what: Awaited::Time { due, .. }, .. } = &event.fact {
        return vec![Followup::Wait { token: *token, event: event.clone(), at: *due }];
    }
    let links = match &event.fact {
        Fact::Awaited { what: Awaited::Linked { .. }, .. } | Fact::LinkedRecalled { .. } => Some(after.id),
        Fact::LinkedAnswered { outside: true, .. } => Some(after.id),
        // What came while it was paused is noted now.
        Fact::Resumed { .. } => after.open_links().next().map(|_| after.id),
        Fact::PassedOn {} => after.main.as_ref().map(|main| main.dossier),
        _ => None,
    };
    let notice = match &event.fact {
        // At the counter the applicant stands there and hears the answer at once.
        Fact::Submitted { channel: Channel::Online, .. } => Some(ApplicantNotice::Submitted),
        Fact::Submitted { .. } => None,
        Fact::CompletionAsked { .. } => Some(ApplicantNotice::CompletionAsked),
        // After a pause the date that goes on is told.
        Fact::Completed { answer_by: Some(_), .. } if after.channel == Channel::Online => {
            Some(ApplicantNotice::Completed)
        }
        Fact::Numbered { .. } => Some(ApplicantNotice::Accepted),
        Fact::Refused { .. } => Some(ApplicantNotice::Refused),
        Fact::PausedForApplicant { .. } => Some(ApplicantNotice::PausedForApplicant),
        Fact::PausedForFee { .. } => Some(ApplicantNotice::PausedForFee),
        Fact::Resumed { basis: Some(_), .. } | Fact::Extended { .. } | Fact::DueRecalculated { .. } => {
            Some(ApplicantNotice::NewDate)
        }
        Fact::Decided { outcome: Outcome::Granted, .. } => Some(ApplicantNotice::ResultReady),
        Fact::Decided { outcome: Outcome::Denied, .. } => Some(ApplicantNotice::Denied),
        Fact::Returned { .. } => Some(ApplicantNotice::Returned),
        Fact::Withdrawn { .. } => Some(ApplicantNotice::Withdrawn),
        Fact::Stopped { .. } => Some(ApplicantNotice::Stopped),
        Fact::Corrected { .. } => Some(ApplicantNotice::Corrected),
        Fact::MessageSent { .. } => Some(ApplicantNotice::Message),
        Fact::Resumed { basis: None, .. }
        | Fact::Completed { .. }
        | Fact::OwnDatesRecalculated { .. }
        | Fact::Accepted { .. }
        | Fact::HandedOver { .. }
        | Fact::StepStarted { .. }
        | Fact::StepFinished { .. }
        | Fact::SentBack { .. }
        | Fact::ProcessChanged { .. }
        | Fact::Awaited { .. }
        | Fact::EventHappened { .. }
        | Fact::LinkedAnswered { .. }
        | Fact::LinkedRecalled { .. }
        | Fact::Involved { .. }
        | Fact::Uninvolved { .. }
        | Fact::RequestJudged { .. }
        | Fact::Remarked {}
        | Fact::Contacted { .. }
        | Fact::LookedUp { .. }
        | Fact::PassedOn {}
        | Fact::Recalled {}
        | Fact::StepDropped { .. }
        | Fact::ProcessMoved { .. }
        | Fact::Assigned { .. }
        | Fact::Released { .. }
        | Fact::BecameLate { .. }
        | Fact::LateExplained { .. }
        | Fact::AccountJoined { .. } => None,
    };
    let address = matches!(
        &event.fact,
        Fact::Corrected {
            what: Particular::Owner(PartyPart::Email) | Particular::Submitter(PartyPart::Email),
            ..
        }
    );
    // The applicant hears of the main dossier only.
    let reachable = after.main.is_none()
        && (after.account.is_some()
            || address
            || after.parties.as_ref().is_some_and(|parties| !parties.owner.email.is_empty()));
    let tell = notice.filter(|_| reachable).map(|notice| Followup::Tell { notice });
    tell.into_iter().chain(links.map(|main| Followup::Link { main })).collect()
}
