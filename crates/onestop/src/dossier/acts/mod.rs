//! The form of each act, and where it leads.

mod reading;

pub use reading::{culprit, read};

use super::Trouble;
use super::text::Words;
use crate::limits;
use app::viewing::Viewed;
use domain::dossier::{
    Awaited, Command, Context, Course, Delivery, FinishStep, Involve, Involvement, Kind, LateCause,
    RunningStep, offers, receivable, steps_back,
};
use domain::officer::{AccountId, Officer, Role};
use domain::procedure::Procedure;
use ui::field::{Option_, Summary, option};
use ui::{Ask, Failure, Field, Fields};

/// What an officer may do with a dossier, and what not and why.
pub struct Offered {
    pub acts: Vec<ActView>,
    /// What was written for an act that can no longer be done.
    pub unsent: Option<(&'static str, Fields)>,
    pub forbidden: Vec<(&'static str, String)>,
    pub summary: Summary,
}

pub struct ActView {
    pub key: &'static str,
    pub name: &'static str,
    pub effect: String,
    pub fields: Fields,
    pub open: bool,
    pub danger: bool,
    pub primary: bool,
    /// It is about the dossier, whatever step is at hand.
    pub anywhere: bool,
}

/// Every act with its form; the one that did not go through comes back as it was typed.
pub fn offered(
    ask: &Ask,
    viewed: &Viewed,
    context: &Context,
    at_hand: Option<u32>,
    colleagues: &[Officer],
    loads: &[(AccountId, u32)],
    trouble: Option<&Trouble>,
) -> Result<Offered, Failure> {
    let language = ask.language;
    let summary = Summary::of(language, Vec::new());
    let mut offered = Offered { acts: Vec::new(), unsent: None, forbidden: Vec::new(), summary };
    for offer in offers(&viewed.dossier, &ask.officer_actor()?, context, at_hand) {
        let mut fields = fields(offer.kind, ask, viewed, context, at_hand, (colleagues, loads));
        let troubled = trouble.filter(|trouble| trouble.kind == offer.kind);
        if let Some(trouble) = troubled {
            fields = fields.typed(&trouble.posted);
            for (field, sentence) in &trouble.problems {
                fields.wrong(field, sentence.clone());
            }
            offered.summary = fields.summary();
        }
        match offer.answer {
            Ok(effect) => offered.acts.push(ActView {
                key: offer.kind.key(),
                name: offer.kind.name(language),
                effect: effect.text(language).to_string(),
                fields,
                open: troubled.is_some(),
                danger: matches!(offer.kind, Kind::Refuse | Kind::Stop | Kind::Withdraw),
                primary: offered.acts.is_empty(),
                anywhere: matches!(
                    offer.kind,
                    Kind::Remark | Kind::Involve | Kind::JoinAccount | Kind::Withdraw | Kind::Complete
                ),
            }),
            Err(refusal) => {
                if let Some(trouble) = troubled {
                    let lines = trouble.problems.iter().map(|(_, sentence)| sentence.clone()).collect();
                    offered.summary = Summary::of(language, lines);
                    offered.unsent = Some((offer.kind.name(language), fields));
                }
                offered.forbidden.push((offer.kind.name(language), refusal.sentence(language)));
            }
        }
    }
    Ok(offered)
}

/// Fields are named after their act, since several forms stand on one page.
fn name(kind: Kind, field: &str) -> String {
    format!("{}-{field}", kind.key())
}

fn fields(
    kind: Kind,
    ask: &Ask,
    viewed: &Viewed,
    context: &Context,
    at_hand: Option<u32>,
    (colleagues, loads): (&[Officer], &[(AccountId, u32)]),
) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let running = viewed.dossier.step(at_hand);
    let procedure = context.procedure;
    let words = |label: &str| Field::area(language, &name(kind, "words"), label).rows(3);
    let document =
        || Field::text(language, &name(kind, "document"), t.document()).wide("input--20").complete("off");
    let papers = || {
        let choices =
            procedure.papers.iter().map(|paper| option(&paper.id, paper.name.get(language))).collect();
        Field::checks(language, &name(kind, "papers"), t.which_papers(), choices).optional()
    };
    let by = || Field::date(language, &name(kind, "by"), t.by()).optional();
    // Asked once it is late, and not before.
    let late = |kind| {
        let causes = LateCause::ALL.iter().map(|cause| option(cause.key(), cause.name(language))).collect();
        let is_late = running.is_some_and(|running| running.due < context.now);
        is_late.then(|| Field::select(language, &name(kind, "late"), t.late_cause(), causes))
    };
    let fields = match kind {
        Kind::Accept => {
            let (name, channels) = (name(kind, "limit"), [viewed.dossier.channel]);
            let limit = limits::field(ask, &name, t.which_limit(), procedure, &channels, context.calendar);
            limit.into_iter().collect()
        }
        Kind::HandOver | Kind::Release => vec![],
        Kind::AskCompletion => vec![papers(), words(t.what_is_needed()), by()],
        Kind::Refuse => vec![words(t.reason())],
        Kind::Assign => {
            let load = |officer: &Officer| {
                loads.iter().find(|(account, _)| *account == officer.account).map_or(0, |(_, load)| *load)
            };
            let able: Vec<&Officer> = able(running, procedure, colleagues).collect();
            let choices = able
                .iter()
                .map(|officer| {
                    let title = officer.title.get(language);
                    let label = format!("{} · {title} · {}", officer.name, t.load(load(officer)));
                    option(officer.account.0.to_string(), label)
                })
                .collect();
            // Who may do it takes it; who gives it away is shown the one with the least in hand.
            let own = ask.officer().ok().map(|officer| officer.acts_as());
            let own = own.filter(|own| able.iter().any(|officer| officer.account == *own));
            let least = able.iter().min_by_key(|officer| load(officer)).map(|officer| officer.account);
            let chosen = own.or(least).map(|account| account.0.to_string()).unwrap_or_default();
            let field = Field::select(language, &name(kind, "officer"), t.officer(), choices).value(&chosen);
            vec![if own.is_none() && least.is_some() { field.hint(t.least()) } else { field }]
        }
        Kind::Remark => vec![words(t.opinion())],
        Kind::Involve => {
            let works = |officer: &&Officer| {
                [Role::Officer, Role::DivisionHead, Role::AgencyHead].iter().any(|role| officer.has(*role))
            };
            let asks = ask
                .officer_actor()
                .is_ok_and(|actor| Involve::asks(&viewed.dossier, &actor, &procedure.process));
            // Who may not ask others leaves.
            let own = |officer: &&Officer| asks || ask.officer().is_ok_and(|own| own.is(officer.account));
            let choices = colleagues.iter().filter(works).filter(own).map(|officer| {
                let how = viewed.dossier.involvement_of(officer.account).map(|how| how.name(language));
                let title = officer.title.get(language);
                let said = [Some(officer.name.as_str()), Some(title), how];
                option(
                    officer.account.0.to_string(),
                    said.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                )
            });
            let hows =
                Involvement::ALL.iter().filter(|_| asks).map(|how| option(how.key(), how.name(language)));
            let hows = hows.chain([option("none", t.no_longer())]).collect();
            let choices: Vec<_> = choices.collect();
            let (only, how) = match (asks, choices.first()) {
                (false, Some(own)) => (own.value.clone(), "none"),
                _ => (String::new(), ""),
            };
            vec![
                Field::select(language, &name(kind, "officer"), t.colleague(), choices).value(&only),
                Field::choices(language, &name(kind, "how"), t.involved_how(), hows).value(how),
            ]
        }
        Kind::FinishStep => {
            let step = running.map_or("", |step| step.id.as_str());
            let outcomes: Vec<_> = procedure
                .process
                .outcomes(step)
                .iter()
                .map(|outcome| Option_ {
                    hint: leads(ask, viewed, context, at_hand, &outcome.key),
                    ..option(&outcome.key, ui::telling::outcome_name(outcome, language))
                })
                .collect();
            let chosen = (!outcomes.is_empty())
                .then(|| Field::choices(language, &name(kind, "outcome"), t.step_outcome(), outcomes));
            chosen.into_iter().chain(late(kind)).chain([words(t.remark()).optional()]).collect()
        }
        Kind::Decide => [
            Field::choices(
                language,
                &name(kind, "outcome"),
                t.outcome(),
                vec![option("granted", t.granted()), option("denied", t.denied())],
            ),
            document(),
            words(if viewed.dossier.main.is_some() { t.answer_words() } else { t.reason_if_denied() })
                .optional(),
            if viewed.dossier.delivery == Delivery::Online {
                Field::file(language, &name(kind, "result"), t.result_file()).hint(t.result_file_hint())
            } else {
                Field::file(language, &name(kind, "result"), t.result_file()).optional()
            },
        ]
        .into_iter()
        .chain(late(kind))
        .collect(),
        Kind::SendBack => {
            let back = steps_back(&viewed.dossier, at_hand);
            let name_of =
                |id: &str| procedure.process.step(id).map_or(id, |step| step.name.get(language)).to_string();
            let choices = back.iter().map(|done| option(&done.id, name_of(&done.id))).collect();
            let first = back.first().map_or("", |done| done.id.as_str());
            vec![
                Field::choices(language, &name(kind, "to"), t.back_to(), choices).value(first),
                words(t.reason()),
            ]
        }
        Kind::Receive => {
            let choices: Vec<_> = receivable(&viewed.dossier)
                .map(|wait| option(&wait.event, ui::telling::event_name(procedure, &wait.event, language)))
                .collect();
            let first = receivable(&viewed.dossier).next().map_or("", |wait| wait.event.as_str());
            let event = Field::choices(language, &name(kind, "event"), t.what_came(), choices).value(first);
            let mut fields = vec![event];
            if receivable(&viewed.dossier).any(|wait| matches!(wait.what, Awaited::Linked { .. })) {
                let answers = vec![option("granted", t.granted()), option("denied", t.denied())];
                let found = Field::choices(language, &name(kind, "outcome"), t.found(), answers);
                let number = Field::text(language, &name(kind, "document"), t.found_document());
                fields.push(found.hint(t.found_hint()).optional());
                fields.push(number.wide("input--20").complete("off").optional());
            }
            fields.push(words(t.remark()).optional());
            fields
        }
        Kind::PauseForApplicant => vec![document(), papers(), words(t.what_is_needed()), by()],
        Kind::PauseForFee => {
            vec![document(), Field::number(language, &name(kind, "amount"), t.amount()), words(t.ground())]
        }
        Kind::Resume => vec![words(t.remark()).optional()],
        Kind::Complete => vec![
            papers(),
            Field::file(language, &name(kind, "file"), t.scan()).optional(),
            words(t.remark()).optional(),
        ],
        Kind::Extend => {
            vec![Field::date(language, &name(kind, "to"), t.new_date()), document(), words(t.apology())]
        }
        Kind::Return => {
            let choices =
                [Delivery::Counter, Delivery::Post].map(|how| option(how.key(), how.name(language)));
            let how = match viewed.dossier.delivery {
                Delivery::Post => Delivery::Post,
                Delivery::Counter | Delivery::Online => Delivery::Counter,
            };
            vec![
                Field::choices(language, &name(kind, "how"), t.how(), choices.to_vec()).value(how.key()),
                Field::text(language, &name(kind, "recipient"), t.recipient()).complete("off"),
            ]
        }
        Kind::JoinAccount => {
            vec![Field::text(language, &name(kind, "login"), t.login()).hint(t.login_hint()).complete("off")]
        }
        Kind::Withdraw => vec![words(t.withdraw_words())],
        Kind::Stop => vec![document(), words(t.reason())],
    };
    Fields::new(language, fields)
}

/// Colleagues who can do the running step.
fn able<'a>(
    step: Option<&RunningStep>,
    procedure: &Procedure,
    colleagues: &'a [Officer],
) -> impl Iterator<Item = &'a Officer> {
    let step = step.cloned();
    let role = step
        .as_ref()
        .and_then(|step| procedure.process.step(&step.id))
        .map_or(Role::Officer, |step| step.role);
    colleagues.iter().filter(move |officer| {
        let unit = step.as_ref().is_some_and(|step| step.unit == officer.unit) || role == Role::AgencyHead;
        officer.has(role) && unit
    })
}

/// Where a step leads if it turns out so, by the rules themselves: a way back may be used up.
fn leads(ask: &Ask, viewed: &Viewed, context: &Context, token: Option<u32>, outcome: &str) -> String {
    let (t, language) = (Words(ask.language), ask.language);
    let before = &viewed.dossier;
    let finish = FinishStep {
        token,
        words: "–".into(),
        outcome: Some(outcome.to_string()),
        late: Some(LateCause::Other),
    };
    let Ok(actor) = ask.officer_actor() else { return String::new() };
    let Ok(course) = Course::of(before.clone()).act(&actor, &Command::FinishStep(finish), context) else {
        return String::new();
    };
    let after = &course.dossier;
    let process = &context.procedure.process;
    let steps = after.steps.iter().filter(|step| before.step(step.token).is_none());
    let steps = steps.filter_map(|step| Some(process.name_of(&step.id)?.get(language).to_string()));
    let known = |wait: &&domain::dossier::Wait| {
        before.waits.iter().any(|other| other.token == wait.token && other.event == wait.event)
    };
    let links = after.waits.iter().filter(|wait| !known(wait) && process.link(&wait.event).is_some());
    let links = links.filter_map(|wait| Some(process.name_of(&wait.event)?.get(language).to_string()));
    let next: Vec<String> = steps.chain(links).collect();
    if next.is_empty() { String::new() } else { t.leads_to(&next.join(", ")) }
}
