//! The form of a proposal: what of it a person would want to say otherwise.

use super::conditions::{ConditionField, Conditions};
use super::element::{CONDITION, CONDITION_MAX, MATTER, NAME, TIME, TIMES, TIMES_MAX, chosen, in_words};
use super::mends::{lasting_ways, means_field, new_outcomes, used_up_field};
use super::text::Words;
use domain::procedure::Procedure;
use process::{Means, Mend, Model, WorkingTime};
use ui::Form;
use ui::field::option;
use web::RequestContext;

/// One form, and what its offers are drawn from.
pub(super) struct ProposalForm<'f, 'v> {
    pub form: &'f mut Form<'v>,
    pub procedure: &'f Procedure,
    pub model: &'f Model,
    pub context: &'f RequestContext,
}

/// What a process is called.
fn pool<'m>(model: &'m Model, id: &str) -> &'m str {
    model.scopes.iter().find(|scope| scope.id == id).map_or("", |scope| &scope.name)
}

impl ProposalForm<'_, '_> {
    /// Adds the fields of a proposal, filled in, and says it with what was sent; nothing where that is wrong.
    pub fn read(mut self, proposed: &Mend) -> Option<Mend> {
        let mut mend = proposed.clone();
        match &mut mend {
            Mend::Answer { name, english, means, .. } => self.outcome(name, english, means)?,
            Mend::UsedUp { choice, flow, name } => {
                *flow =
                    used_up_field(self.form, "way", self.model, choice, Some(flow), self.context.language)?;
                if flow.is_empty() && name.is_empty() {
                    *name = domain::Language::Vietnamese.pick("Từ chối", "").into();
                }
            }
            Mend::Condition { flow, condition } => {
                let answer = self.way(flow, condition)?;
                return Some(answer.unwrap_or(mend));
            }
            Mend::When { condition, .. } => *condition = self.condition(condition)?,
            Mend::LeftOut { step } | Mend::Kept { step } => {
                let step = step.clone();
                return Some(if self.is_kept()? { Mend::Kept { step } } else { Mend::LeftOut { step } });
            }
            Mend::Undecided { event, step } => *step = self.decided_by(event, step)?,
            Mend::Told { name, .. } => {
                let t = self.words();
                let field = self.form.line("name", t.told()).hint(t.tell_more()).complete("off").value(name);
                *name = field.on(NAME).on(MATTER).read()?;
            }
            Mend::Otherwise { choice, flow } => {
                let (t, ways) = (self.words(), lasting_ways(self.model, choice, self.context.language));
                let field = self.form.one_of_many("way", t.otherwise_way(), chosen(ways));
                *flow = field.value(flow).on(MATTER).missing(t.choose()).read()?;
            }
            Mend::AtMost { times, .. } => *times = self.count(*times)?,
            Mend::Rounds { times, condition, .. } => {
                // Both fields stand in the form before one of them is found wrong.
                let said = condition.as_ref().map(|proposed| self.condition(proposed));
                *times = self.count(*times)?;
                *condition = match said {
                    Some(said) => Some(said?),
                    None => None,
                };
            }
            Mend::Time { element, time } => *time = self.time(element, time)?,
            Mend::Each { count, .. } => {
                let t = self.words();
                let field = self.form.line("count", t.each_count()).hint(t.each_count_hint()).complete("off");
                let field = field.at_most(CONDITION_MAX).value(count).on(CONDITION).on(MATTER);
                *count = field.missing(t.each_count_missing()).read()?;
            }
            Mend::AsStep { name, .. } | Mend::ReturnedBy { name, .. } | Mend::Signed { name, .. } => {
                let label = self.words().name();
                let field = self.form.line("name", label).complete("off").value(name);
                *name = field.on(NAME).on(MATTER).read()?;
            }
            Mend::OneProcess { keep, others } => self.one_process(keep, others)?,
            Mend::OneStart { keep, others } => self.one_start(keep, others)?,
            Mend::BegunBy { message, time, interrupting, .. } => {
                self.begun_by(message, time, interrupting)?
            }
            Mend::EndsThere { means, .. } => {
                let t = self.words();
                *means = means_field(self.form, &t, "means", t.end_means(), *means);
            }
            Mend::Start { .. } | Mend::End { .. } | Mend::WithoutFlow { .. } => {}
            Mend::PlainStart { .. } | Mend::Joined { .. } | Mend::OneWay { .. } => {}
        }
        Some(mend)
    }

    fn words(&self) -> Words {
        Words(self.context.language)
    }

    fn conditions(&self) -> Conditions {
        Conditions::of(self.procedure, self.model, self.context.language)
    }

    /// How a step may turn out: its name in both languages, and what it means to who applied.
    fn outcome(&mut self, name: &mut String, english: &mut String, means: &mut Means) -> Option<()> {
        let t = self.words();
        let field = self.form.line("name", t.outcome_name()).complete("off").value(name);
        let named = field.on(NAME).on(MATTER).missing(t.outcome_name_missing()).read();
        let field = self.form.line("english", t.name_english()).complete("off").value(english);
        *english = field.optional().written();
        *means = means_field(self.form, &t, "means", t.outcome_means(), *means);
        *name = named?;
        Some(())
    }

    /// The condition of a way out of a choice; a step may be chosen to turn out as the way is called, which is another proposal.
    fn way(&mut self, flow: &str, condition: &mut String) -> Option<Option<Mend>> {
        let t = self.words();
        let new = new_outcomes(self.model, flow, self.context.language);
        let first = new.iter().map(|it| (it.asked.clone(), it.option.clone())).collect();
        let at =
            ConditionField { when: "when", written: "condition", label: t.condition(), current: condition };
        *condition = self.conditions().at(self.model, flow).field(self.form, &at, first, MATTER)?;
        Some(new.into_iter().find(|it| it.asked == *condition).map(|it| it.mend))
    }

    fn condition(&mut self, current: &str) -> Option<String> {
        let label = self.words().condition();
        let at = ConditionField { when: "when", written: "condition", label, current };
        self.conditions().field(self.form, &at, Vec::new(), MATTER)
    }

    /// Whether a step that the counter does by itself stays in the process.
    fn is_kept(&mut self) -> Option<bool> {
        let t = self.words();
        let what =
            [(false, option("leave-out", t.counter_leaves_out())), (true, option("keep", t.counter_keeps()))];
        let field = self.form.one_of("counter", t.then(), what.into()).value("leave-out").on(MATTER);
        field.missing(t.choose()).not_offered(t.choose()).read()
    }

    /// The step that decides before an event that leads to the end; empty where the event is left out.
    fn decided_by(&mut self, event: &str, step: &str) -> Option<String> {
        let t = self.words();
        let mut what = vec![(true, option("decide", t.undecided_step()))];
        if domain::adopt::is_droppable(self.model, event) {
            what.insert(0, (false, option("leave-out", t.undecided_leaves_out())));
        }
        let field = self.form.one_of("undecided", t.then(), what);
        let field = field.value(if step.is_empty() { "leave-out" } else { "decide" });
        let decides = field.missing(t.choose()).not_offered(t.choose()).read();
        let proposed = if step.is_empty() { process::DECIDES.0 } else { step };
        let field = self.form.line("name", t.new_name()).complete("off").value(proposed).on(NAME).on(MATTER);
        let name = field.optional().written();
        Some(match decides? {
            true if name.is_empty() => process::DECIDES.0.to_string(),
            true => name,
            false => String::new(),
        })
    }

    fn count(&mut self, times: u32) -> Option<u32> {
        let label = self.words().times();
        let field = self.form.count("times", label, 1, TIMES_MAX).complete("off");
        field.value(&times.to_string()).on(TIMES).on(MATTER).read()
    }

    fn time(&mut self, element: &str, proposed: &str) -> Option<String> {
        let t = self.words();
        let event = self.model.node(element).is_some_and(|node| !node.is_activity());
        let words = self.time_in_words(proposed);
        let field = self.form.line("time", if event { t.event_time() } else { t.time() }).hint(t.time_hint());
        field.complete("off").value(&words).on(TIME).on(MATTER).missing(t.trial_time_wrong()).read()
    }

    /// Empty where no time is said yet.
    fn time_in_words(&self, time: &str) -> String {
        WorkingTime::parse(time).map(|time| in_words(time, self.context.language)).unwrap_or_default()
    }

    /// Which of several processes is run.
    fn one_process(&mut self, keep: &mut String, others: &mut Vec<String>) -> Option<()> {
        let (t, model) = (self.words(), self.model);
        let all: Vec<String> = std::iter::once(keep.clone()).chain(others.iter().cloned()).collect();
        let called = |id: &String| {
            let name = pool(model, id);
            match name.is_empty() || all.iter().filter(|other| pool(model, other) == name).count() > 1 {
                true => option(id, format!("{name} ({id})").trim()),
                false => option(id, name),
            }
        };
        let pools = chosen(all.iter().map(called).collect());
        let field = self.form.one_of_many("keep", t.one_process(), pools).value(keep);
        *keep = field.on(MATTER).missing(t.choose()).read()?;
        *others = all.into_iter().filter(|process| process != keep).collect();
        Some(())
    }

    /// Where it begins, of several places.
    fn one_start(&mut self, keep: &mut String, others: &mut Vec<String>) -> Option<()> {
        let t = self.words();
        let all: Vec<String> = std::iter::once(keep.clone()).chain(others.iter().cloned()).collect();
        let places: Vec<_> = all.iter().filter_map(|id| self.model.index(id)).collect();
        let names = process::told_apart(self.model, &places, self.context.language);
        let starts = chosen(all.iter().zip(names).map(|(id, name)| option(id, name)).collect());
        let field = self.form.one_of_many("keep", t.one_start(), starts).value(keep);
        *keep = field.on(MATTER).missing(t.choose()).read()?;
        *others = all.into_iter().filter(|start| start != keep).collect();
        Some(())
    }

    /// What begins an event sub-process, and whether it ends all else.
    fn begun_by(&mut self, message: &mut String, time: &mut String, interrupting: &mut bool) -> Option<()> {
        let t = self.words();
        let field = self.form.line("name", t.begun_by_message()).complete("off").value(message);
        *message = field.hint(t.begun_by_hint()).on(NAME).on(MATTER).optional().written();
        let words = self.time_in_words(time);
        let field = self.form.line("time", t.begun_by_time()).hint(t.time_hint()).complete("off");
        *time = field.value(&words).on(TIME).on(MATTER).optional().written();
        let then = [(false, option("beside", t.runs_beside())), (true, option("instead", t.ends_the_rest()))];
        let field = self.form.one_of("then", t.then(), then.into());
        let field = field.value(if *interrupting { "instead" } else { "beside" });
        *interrupting = field.missing(t.choose()).not_offered(t.choose()).read()?;
        Some(())
    }
}
