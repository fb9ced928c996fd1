//! Extend: apologise and set a new date, once (NĐ 61/2018 article 19; form 04, signed by the head of the
//! agency). It is due at least a day before expiry; a later one is still made, and recorded as late.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use jiff::civil::Date;

#[derive(Clone, Debug)]
pub struct Extend {
    /// The new due day; it ends at the close of office.
    pub to: Date,
    /// The number of the apology.
    pub document: String,
    pub reason: String,
}

impl Extend {
    pub(super) const OFFER: Offer = Offer {
        key: "extend",
        name: ("Xin lỗi và hẹn lại ngày", "Apologise and set a new date"),
        allowed: |dossier, actor, _, _| Extend::allowed(dossier, actor),
        effect: |_, context, _| {
            let times = context.pack.extensions_max;
            let (stays_vi, stays_en) = match context.pack.apology_moves_limit.holds {
                true => ("", ""),
                false => ("; hạn theo quy định không đổi", "; the legal date stays"),
            };
            Effect {
                vietnamese: format!(
                    "Hẹn trả sang ngày mới; người nộp nhận lời xin lỗi kèm lý do. Mỗi hồ sơ chỉ được hẹn lại {times} lần{stays_vi}."
                ),
                english: format!(
                    "Another date is promised; the applicant gets an apology with the reason. A date can be set again {}{stays_en}.",
                    if times == 1 { "only once".into() } else { format!("at most {times} times") }
                ),
            }
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Accepted | Stage::Processing => {
                dossier.must_be_main()?;
                rights::must_head_agency(dossier, actor)?
            }
            _ => return Err(dossier.wrong_stage()),
        }
        if dossier.due().is_none() {
            return Err(Refusal::NoDueDate);
        }
        let times = dossier.pinned.pack.pack().extensions_max;
        if dossier.extensions >= times { Err(Refusal::AlreadyExtended { times }) } else { Ok(()) }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Extend::allowed(dossier, actor)?;
        let current = dossier.due().ok_or(Refusal::NoDueDate)?;
        let to = context.calendar.close_of(self.to);
        let day = match context.calendar.works_on(self.to) {
            false => Err(Refusal::DateNotWorking),
            true if to <= current.max(context.now) => {
                Err(Refusal::DateNotLater { current: current.max(context.now) })
            }
            true => Ok(()),
        };
        all_of([
            day,
            written(&self.document, Refusal::DocumentMissing),
            written(&self.reason, Refusal::ReasonMissing),
        ])?;
        let fact = Fact::Extended {
            from: Some(current),
            to,
            document: self.document.clone(),
            late: !context.pack.extension_in_time(context.now, current),
        };
        Ok(vec![Event::with(fact, Private::words(&self.reason))])
    }
}
