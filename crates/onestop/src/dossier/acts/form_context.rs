//! What the form of an act looks at, and the fields that several acts have alike.

use crate::dossier::text::Words;
use app::files::{self, StoredFile};
use app::opening::Viewed;
use domain::Language;
use domain::dossier::{
    self, Context, FileFact, LateCause, Outcome, PaperReason, RefusalTarget, Request, RunningStep,
};
use domain::officer::{AccountId, Officer};
use domain::procedure::{Paper, Procedure};
use forms::Dates;
use jiff::civil::Date;
use std::collections::BTreeMap;
use ui::field::{Option_, option};
use ui::part::Phrase;
use ui::{Form, Posted};
use web::RequestContext;

/// Maximum years from today that an act may name a day in.
const YEARS_AHEAD: i64 = 5;

pub struct FormContext<'a> {
    pub context: &'a RequestContext,
    pub viewed: &'a Viewed,
    pub rules: Context<'a>,
    /// The running step the act is about, by its token.
    pub at_hand: Option<u32>,
    /// What the address of the page says a form is to be about.
    pub begun: &'a Posted,
    pub colleagues: &'a [Officer],
    /// How many steps each of them has in hand.
    pub loads: &'a [(AccountId, u32)],
    /// The account the form names, where it names one.
    pub named: Option<AccountId>,
    pub t: Words,
}

/// Maximum papers an act offers to choose from: a record may have hundreds, and several acts stand on a page.
const PAPERS_OFFERED: usize = 24;

/// Maximum papers of a procedure among which some may be asked for for a second reason: they stand on the page twice.
const SECOND_REASON_OFFERED: usize = 12;

/// The papers an act may be about, without what is only said about papers. Of very many those of the case that was chosen;
/// of what is still too many, those that were handed in and those that must be come first.
fn offered_papers<'a>(
    procedure: &'a Procedure,
    case: Option<&str>,
    is_given: impl Fn(&Paper) -> bool,
) -> Vec<&'a Paper> {
    let mut papers: Vec<&Paper> = procedure.papers.iter().filter(|paper| !paper.is_note()).collect();
    if papers.len() > PAPERS_OFFERED {
        papers.retain(|paper| procedure.papers_of(case).any(|of_case| of_case.id == paper.id));
    }
    if papers.len() > PAPERS_OFFERED {
        let mut first: Vec<&Paper> = papers.clone();
        first.sort_by_key(|paper| (!is_given(paper), !paper.required));
        first.truncate(PAPERS_OFFERED);
        papers.retain(|paper| first.iter().any(|kept| kept.id == paper.id));
    }
    papers
}

/// What came as files, as rows to be written with the act.
#[derive(Default)]
pub struct BroughtFiles {
    pub rows: Vec<StoredFile>,
    pub names: BTreeMap<i64, String>,
}

impl BroughtFiles {
    pub fn facts(&self) -> impl Iterator<Item = FileFact> {
        self.rows.iter().map(files::fact)
    }
}

impl FormContext<'_> {
    pub fn language(&self) -> Language {
        self.context.language
    }

    pub fn procedure(&self) -> &Procedure {
        self.rules.procedure
    }

    pub fn running(&self) -> Option<&RunningStep> {
        self.viewed.dossier.step(self.at_hand)
    }

    /// Free words.
    pub fn words(&self, form: &mut Form, label: &str) -> String {
        form.area("words", label).on_refusal(RefusalTarget::Words).written()
    }

    /// The same, where they may be left out.
    pub fn remark(&self, form: &mut Form, label: &str) -> String {
        form.area("words", label).optional().on_refusal(RefusalTarget::Words).written()
    }

    /// The number of the document the act rests on.
    pub fn document(&self, form: &mut Form) -> String {
        let field = form.line("document", self.t.document()).wide("input--20").complete("off");
        field.on_refusal(RefusalTarget::Document).written()
    }

    /// Papers of the procedure, by their ids, each in few words.
    pub fn papers(&self, form: &mut Form) -> Vec<String> {
        let all = self.paper_choices();
        let left = self.procedure().papers.iter().filter(|paper| !paper.is_note()).count() > all.len();
        form.any_of("papers", self.t.which_papers(), all)
            .hint(if left { self.t.other_papers_in_words() } else { "" })
            .optional()
            .on_refusal(RefusalTarget::Papers)
            .given()
            .unwrap_or_default()
    }

    /// Everything the applicant is asked for, and by when.
    pub fn request(&self, form: &mut Form) -> Request {
        let mut papers = self.papers(form);
        let reason_code = form.reason_code(self.rules.pack.request_codes);
        let reasons = self.reasons(form);
        // Chosen there they are asked for too.
        let more = reasons.iter().map(|of| &of.paper).filter(|paper| !papers.contains(paper));
        let more: Vec<String> = more.cloned().collect();
        papers.extend(more);
        let words = self.words(form, self.t.what_is_needed());
        let why_again = self.why_again(form);
        Request { papers, by: self.by(form), reason_code, reasons, words, why_again }
    }

    /// Papers that are asked for for another reason than the rest, in two fields: a list of reasons for each paper would be most of
    /// the page.
    fn reasons(&self, form: &mut Form) -> Vec<PaperReason> {
        let papers = self.paper_choices();
        if !(2..=SECOND_REASON_OFFERED).contains(&papers.len()) {
            return Vec::new();
        }
        let t = self.t;
        let code = form.second_reason_code(t.second_reason(), self.rules.pack.request_codes);
        let field = form.any_of("second-papers", t.second_papers(), papers);
        let papers = match code {
            Some(_) => field.missing(t.choose_second_papers()).read(),
            None => {
                let field = field.needed_when(t.if_second_reason());
                field.unless(|papers| !papers.is_empty(), t.second_reason_missing()).given()
            }
        };
        let papers = papers.unwrap_or_default();
        code.map_or_else(Vec::new, |code| {
            papers.into_iter().map(|paper| PaperReason { paper, code }).collect()
        })
    }

    /// Those of the procedure an act may be about.
    fn offered_papers(&self) -> Vec<&Paper> {
        let dossier = &self.viewed.dossier;
        offered_papers(self.procedure(), dossier.case.as_deref(), |paper| {
            dossier.papers.iter().any(|given| given.paper == paper.id)
        })
    }

    /// The same as choices, each in few words.
    pub fn paper_choices(&self) -> Vec<(String, Option_)> {
        let named = |paper: &Paper| {
            let name = Phrase::short_paper(&paper.name, self.language());
            (paper.id.clone(), Option_ { lang: name.lang, ..option(&paper.id, name.text) })
        };
        self.offered_papers().into_iter().map(named).collect()
    }

    /// Asked from the second request on.
    fn why_again(&self, form: &mut Form) -> String {
        match self.viewed.dossier.completion_rounds >= self.rules.pack.requests_in_full {
            true => form.area("again", self.t.why_again()).on_refusal(RefusalTarget::WhyAgain).written(),
            false => String::new(),
        }
    }

    /// The number of a slip that is given at the counter.
    pub fn slip_number(&self, form: &mut Form) -> String {
        let field = form.line("document", self.t.slip_number()).hint(self.t.slip_number_hint());
        field.wide("input--20").complete("off").optional().on_refusal(RefusalTarget::Document).written()
    }

    /// What an act may promise or ask for: a year typed wrong would stand on paper and could not be taken back.
    pub fn days_ahead(&self) -> Dates {
        let last = self.context.today().saturating_add(jiff::Span::new().years(YEARS_AHEAD));
        Dates { to: Some(last), ..Dates::default() }
    }

    fn by(&self, form: &mut Form) -> Option<Date> {
        let today = self.context.today();
        let field =
            form.day_within("by", self.t.by(), self.days_ahead()).optional().on_refusal(RefusalTarget::By);
        field.unless(move |by| *by < today, self.t.date_past()).read()
    }

    pub fn is_late(&self) -> bool {
        self.running().is_some_and(|running| running.due < self.rules.now)
    }

    /// Asked once the step is late, and not before.
    pub fn late(&self, form: &mut Form) -> Option<LateCause> {
        self.is_late().then_some(())?;
        let cause = |cause: &LateCause| (*cause, option(cause.key(), cause.name(self.language())));
        let causes = LateCause::ALL.iter().map(cause).collect();
        form.one_of_many("late", self.t.late_cause(), causes).on_refusal(RefusalTarget::LateCause).given()
    }

    pub fn granted_or_denied(&self) -> Vec<(Outcome, Option_)> {
        let name = |outcome| match outcome {
            Outcome::Granted => self.t.granted(),
            Outcome::Denied => self.t.denied(),
        };
        Outcome::ALL.map(|outcome| (outcome, option(outcome.key(), name(outcome)))).into()
    }

    /// The decisions by which the step at hand may end the process; both where none can be told beforehand.
    pub fn decisions(&self) -> Vec<(Outcome, Option_)> {
        let all = self.granted_or_denied();
        let process = &self.procedure().process;
        let Some(running) = self.running().filter(|_| process.by_meaning) else { return all };
        let at = dossier::stands(&self.viewed.dossier, running);
        let fits = |(outcome, _): &&(Outcome, Option_)| {
            running.token.is_none() || !process.ways_to_decide(&running.id, *outcome, at).is_empty()
        };
        let possible: Vec<_> = all.iter().filter(fits).cloned().collect();
        if possible.is_empty() { all } else { possible }
    }

    /// Where whoever decides this step may deny with nobody above looking at it: whether they may hand it on instead.
    pub fn denies_alone(&self) -> Option<bool> {
        let (dossier, process) = (&self.viewed.dossier, &self.procedure().process);
        let running = self.running()?;
        let denies = self.decisions().iter().any(|(outcome, _)| *outcome == Outcome::Denied);
        let alone = denies && dossier::Decide::signs_alone(dossier, running, process);
        alone.then(|| dossier::may_lead(dossier, running, process).to_step)
    }

    /// How the step may turn out by a decision, where several ways may be meant; else nothing.
    pub fn ways_to_decide(&self) -> Vec<(String, Option_)> {
        let process = &self.procedure().process;
        let Some(running) = self.running().filter(|_| process.by_meaning) else { return Vec::new() };
        let at = dossier::stands(&self.viewed.dossier, running);
        let ways = Outcome::ALL.map(|outcome| process.plain_ways_to_decide(&running.id, outcome, at));
        let several = ways.iter().filter(|ways| ways.len() > 1).flatten().flatten();
        let keys: Vec<&str> = several.copied().collect();
        let named = process.outcomes(&running.id).iter().filter(|own| keys.contains(&own.key.as_str()));
        let named = named.map(|own| {
            let name = ui::event_sentences::outcome_name(own, self.language());
            (own.key.clone(), option(&own.key, name))
        });
        named.collect()
    }

    /// What is asked of how the step at hand turned out.
    pub fn question(&self) -> String {
        let asked = self.running().and_then(|step| self.procedure().process.question(&step.id));
        let asked = asked.map(|asked| asked.get(self.language()).to_string());
        asked.unwrap_or_else(|| self.t.step_outcome().to_string())
    }

    /// Files of the form, kept under a paper.
    pub fn kept(&self, files: Option<Vec<ui::posted::PostedFile>>, paper: &str) -> BroughtFiles {
        let mut brought = BroughtFiles::default();
        for file in files.into_iter().flatten() {
            let Ok(landed) = &file.landed else { continue };
            let row = app::files::row(self.context.app(), landed, &file.name, paper, None);
            brought.names.insert(row.id, row.name.clone());
            brought.rows.push(row);
        }
        brought
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_offers_few_papers_however_many_there_are_and_what_was_handed_in_is_among_them() {
        let paper = |id: usize| Paper { id: format!("p{id}"), ..Paper::default() };
        let mut procedure = testkit::samples::procedure();
        procedure.papers = (0..200).map(paper).collect();
        let offered = offered_papers(&procedure, None, |paper| paper.id == "p150");
        assert_eq!(offered.len(), PAPERS_OFFERED);
        assert!(offered.iter().any(|paper| paper.id == "p150"));
        procedure.papers.truncate(20);
        assert_eq!(offered_papers(&procedure, None, |_| false).len(), 20);
    }
}
