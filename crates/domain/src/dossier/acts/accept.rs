//! Accept: the file is complete and taken in (NĐ 61/2018 article 17; receipt, form 01). The legal limit runs
//! and the dossier gets its code, which the app adds last in the same transaction.

use super::offer::{Effect, Offer};
use crate::Language;
use crate::deadline::{Limit, due};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::time::Instant;
use crate::time::long_moment;

#[derive(Clone, Debug, Default)]
pub struct Accept {
    /// The limit that applies, where the procedure has several for the channel.
    pub limit: Option<Limit>,
}

impl Accept {
    pub(super) const OFFER: Offer = Offer {
        key: "accept",
        name: ("Tiếp nhận hồ sơ", "Accept the dossier"),
        allowed: |dossier, actor, _, _| Accept::allowed(dossier, actor),
        effect: |dossier, context, _| {
            let limits = context.procedure.limits(dossier.channel);
            if limits.len() > 1 {
                return Effect::of(
                    "Hồ sơ được cấp mã và hẹn trả kết quả theo thời hạn bạn chọn. Người nộp được báo ngay.",
                    "The dossier gets its code and is due by the limit you choose. The applicant is told at once.",
                );
            }
            match limits.first().and_then(|limit| dates(limit, context).0) {
                Some(due) => Effect {
                    vietnamese: format!(
                        "Hồ sơ được cấp mã và hẹn trả kết quả lúc {}. Người nộp được báo ngay.",
                        long_moment(due, Language::Vietnamese)
                    ),
                    english: format!(
                        "The dossier gets its code and is due at {}. The applicant is told at once.",
                        long_moment(due, Language::English)
                    ),
                },
                None => Effect::of(
                    "Hồ sơ được cấp mã; thủ tục này không có ngày hẹn tính sẵn. Người nộp được báo ngay.",
                    "The dossier gets its code; this procedure has no computed date. The applicant is told at once.",
                ),
            }
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } => rights::must_receive(dossier, actor),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Accept::allowed(dossier, actor)?;
        if context.procedure.process.steps.is_empty() {
            return Err(Refusal::NoProcess);
        }
        let limit = self.chosen(dossier, context)?;
        let (due, arrival) = dates(&limit, context);
        Ok(vec![
            Fact::Accepted {
                arrival,
                limit,
                due,
                hand_over_by: context.pack.hand_over_by(context.receiving_calendar, context.now),
                steps_total: context.procedure.process.steps.len() as u32,
            }
            .into(),
        ])
    }

    /// Its share of the main dossier's time; else the only limit there is, or the one that was chosen among several.
    fn chosen(&self, dossier: &Dossier, context: &Context) -> Result<Limit, Refusal> {
        if let Some(main) = &dossier.main {
            return Ok(main.limit());
        }
        let limits = context.procedure.limits(dossier.channel);
        match (&self.limit, limits.as_slice()) {
            (_, []) => Ok(Limit::Words(Default::default())),
            (None, [only]) => Ok((*only).clone()),
            (Some(chosen), limits) if limits.contains(&chosen) => Ok(chosen.clone()),
            (None | Some(_), _) => Err(Refusal::LimitNotChosen),
        }
    }
}

/// The due instant under a limit and the arrival, were it accepted now.
pub(super) fn dates(limit: &Limit, context: &Context) -> (Option<Instant>, Instant) {
    let arrival = context.calendar.arrival(context.now);
    (due(context.pack, context.calendar, arrival, limit), arrival)
}
