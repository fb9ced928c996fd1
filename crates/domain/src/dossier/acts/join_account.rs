//! Join a dossier taken at the counter to an account: by the one-time code on its receipt, which the app has
//! checked, or by an officer who saw the person's papers. A number typed at registration proves nothing.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::{AccountId, Actor};

#[derive(Clone, Debug)]
pub struct JoinAccount {
    pub account: AccountId,
}

impl JoinAccount {
    pub(super) const OFFER: Offer = Offer {
        key: "join-account",
        name: ("Liên kết với tài khoản của người nộp", "Link to the applicant's account"),
        allowed: |dossier, actor, _, _| JoinAccount::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Người giữ tài khoản theo dõi được hồ sơ này trên Cổng.",
                "The account holder can follow this dossier on the portal.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        if dossier.account.is_some() {
            return Err(Refusal::AlreadyJoined);
        }
        dossier.must_be_main()?;
        match actor {
            Actor::Officer(_) => rights::must_receive(dossier, actor),
            Actor::Applicant { .. } => Ok(()),
            Actor::System => Err(Refusal::OnlyTheApplicant),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        _: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        JoinAccount::allowed(dossier, actor)?;
        match actor {
            Actor::Applicant { account, .. } if *account != self.account => Err(Refusal::OnlyTheApplicant),
            _ => {
                let by_officer = actor.officer().is_some();
                Ok(vec![Fact::AccountJoined { account: self.account, by_officer }.into()])
            }
        }
    }
}
