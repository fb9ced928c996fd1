//! The parts of the form of intake, each drawn and read by the same calls.

use super::filled::{FILLED, IDENTITY, SearchOutcome};
use super::papers::{
    CounterPaper, LETTERS, MORE, PaperFold, PaperGroup, ShownPapers, TICKED, is_for_papers, portion, typed,
};
use super::text::Words;
use super::{CounterOffering, Submit, codes};
use crate::limits;
use app::files::{self, StoredFile};
use app::random;
use domain::Language;
use domain::deadline::Limit;
use domain::dossier::{Delivery, Identity, OwnerKind, PaperGiven, Parties, Party, ReasonCode, RefusalTarget};
use domain::procedure::{Channel, Paper, Procedure};
use domain::rules::pack_on;
use forms::Answers;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::collections::HashSet;
use ui::field::{AskedIdentity, OTHER_PAPER, Option_, option};
use ui::form::{ErrorTarget, REASON_CODE};
use ui::formats::beginning;
use ui::part::{ErrorSummary, Phrase};
use ui::posted::PostedFile;
use ui::{Field, Fields, Form, Posted};
use web::RequestContext;

/// How dossiers come to a counter.
const CHANNELS: [Channel; 2] = [Channel::Direct, Channel::Postal];
const COUNT_MAX: i64 = 999;
/// Maximum papers of which it is said at once that they are missing.
const MISSING_MAX: usize = 8;
/// Maximum letters of the name of a case in the list of cases.
const CASE_LETTERS: usize = 160;

/// The form, in the parts of its page.
pub(super) struct CounterForms<'p> {
    applicant: Form<'p>,
    case: Form<'p>,
    /// Whether all papers that must be there are, or all that are asked for.
    all_received: Form<'p>,
    /// Whether it is taken in without any paper; asked once it is sent so.
    none_received: Form<'p>,
    papers: Vec<AskedPaper<'p>>,
    questions: Form<'p>,
    pub ending: Form<'p>,
    /// What a search for the number filled in, and what became of the search.
    pub filled: String,
    pub searched: Option<SearchOutcome>,
    /// The cases whose papers are folded: all, as long as none was chosen.
    folded: Vec<String>,
    /// Somebody comes back to the papers.
    at_papers: bool,
    /// Which portion of many papers is shown, the first being 1, and the paper whose counts are.
    portion: usize,
    more: String,
}

/// What is asked of a paper, and whether anything of it was handed in.
struct AskedPaper<'p> {
    paper: Paper,
    form: Form<'p>,
    given: bool,
    /// It is of another case.
    hidden: bool,
}

/// What a form says. Whoever takes it stops where anything in it is wrong.
#[derive(Default)]
pub(super) struct IntakeGiven {
    pub applicant: Applicant,
    pub case: Option<String>,
    pub answers: Answers,
    pub papers: Vec<PaperGiven>,
    pub file_names: BTreeMap<i64, String>,
    pub rows: Vec<StoredFile>,
    /// It is taken in though no paper came with it.
    pub none_received: bool,
    pub channel: Option<Channel>,
    pub delivery: Option<Delivery>,
    pub limit: Option<Limit>,
    pub words: String,
    pub reason_code: Option<ReasonCode>,
}

#[derive(Default)]
pub(super) struct Applicant {
    pub owner: Party,
    /// Who hands it in, where that is somebody else.
    pub submitter: String,
    pub owner_kind: Option<OwnerKind>,
}

impl Applicant {
    pub fn parties(self) -> Parties {
        let submitter =
            (!self.submitter.is_empty()).then(|| Party { name: self.submitter, ..Party::default() });
        Parties { owner: self.owner, submitter }
    }
}

/// The form, blank or as it was sent, with what it says.
pub(super) fn asked<'p>(
    context: &RequestContext,
    counter: &CounterOffering,
    posted: Option<&'p Posted>,
) -> (CounterForms<'p>, IntakeGiven) {
    let blank = || Form::of(context.language, posted);
    let (mut applicant, mut case, mut all_received, mut none_received) = (blank(), blank(), blank(), blank());
    let (mut questions, mut ending) = (blank(), blank());
    let mut given = IntakeGiven {
        applicant: self::applicant(&mut applicant, &counter.procedure),
        case: self::case(&mut case, &counter.procedure),
        ..IntakeGiven::default()
    };
    let case_of = given.case.clone();
    let of_case: Vec<&Paper> = counter.procedure.papers_of(case_of.as_deref()).collect();
    let t = Words(context.language);
    // The national records rarely say which papers must be there: then all that are asked for in this case may be.
    let required = of_case.iter().any(|paper| counter.procedure.asks(paper, case_of.as_deref()));
    let open_case = case_of.is_none() && !counter.procedure.cases().is_empty();
    let of_all = |paper: &Paper| match required {
        true => counter.procedure.asks(paper, case_of.as_deref()),
        false => of_case.contains(&paper) && !(open_case && paper.is_of_a_case()),
    };
    let label = if required { t.all_required() } else { t.all_shown() };
    let all = counter.procedure.papers.iter().any(of_all)
        && all_received.tick("all", label, t.all_received(), false);
    given.none_received =
        posted.is_some_and(|posted| posted.has(NONE_RECEIVED)) && none_received_form(&mut none_received);
    let mut papers = Vec::new();
    for paper in &counter.procedure.papers {
        let mut form = blank();
        let with_all = all && of_all(paper);
        let handed_in = self::paper(&mut form, paper, with_all).keep(context, paper, &mut given);
        let hidden = !of_case.contains(&paper);
        papers.push(AskedPaper { paper: paper.clone(), form, given: handed_in, hidden });
    }
    self::ending(&mut ending, context, counter, &mut given);
    let others = [&applicant, &case, &all_received, &none_received, &ending]
        .into_iter()
        .chain(papers.iter().map(|paper| &paper.form));
    let taken: HashSet<String> =
        others.flat_map(|form| form.clone().into_fields().fields).map(|field| field.name).collect();
    given.answers = self::questions(&mut questions, context, &counter.procedure, &taken);
    let asked = CounterForms {
        applicant,
        case,
        all_received,
        none_received,
        papers,
        questions,
        ending,
        filled: posted.map(|posted| FILLED.of(posted).to_string()).unwrap_or_default(),
        searched: posted.and_then(SearchOutcome::of),
        folded: match case_of {
            Some(_) => Vec::new(),
            None => counter.procedure.cases().into_iter().map(str::to_string).collect(),
        },
        at_papers: posted.is_some_and(|posted| posted.is_unfinished() && is_for_papers(posted)),
        portion: posted.map_or(1, portion),
        more: posted.map(|posted| MORE.of(posted).to_string()).unwrap_or_default(),
    };
    (asked, given)
}

fn applicant(form: &mut Form, procedure: &Procedure) -> Applicant {
    let t = Words(form.language());
    let off = "off";
    let (kind, identity) = form.identity(&AskedIdentity {
        label: t.identity(),
        hint: t.identity_hint(),
        shown: &Identity::default(),
        foreigners: procedure.takes_foreigners(),
        own: false,
    });
    let owner_kind = form.owner_kind(procedure, None);
    let name = form.line("name", t.name()).complete(off).at_most(120).read_or_raw();
    let phone = form.phone("phone", t.phone()).complete(off).optional().read_or_raw();
    let email = form.email("email", t.email()).complete(off).optional().read_or_raw();
    let address = form.line("address", t.address()).complete(off).read_or_raw();
    let submitter = form.line("submitter", t.submitter()).complete(off).at_most(120).optional().read_or_raw();
    let owner = Party { kind, name, identity, phone, email, address };
    Applicant { owner, submitter, owner_kind }
}

/// The field that says that no paper came with it.
const NONE_RECEIVED: &str = "no-papers";
const NO_PAPERS: ErrorTarget = ErrorTarget::Named("no papers");

fn none_received_form(form: &mut Form) -> bool {
    let t = Words(form.language());
    form.tick_on(NO_PAPERS, NONE_RECEIVED, t.none_received(), t.accept_without(), false)
}

/// Which case it is; no choice shows the papers of all.
fn case(form: &mut Form, procedure: &Procedure) -> Option<String> {
    let t = Words(form.language());
    let cases = procedure.cases();
    if cases.is_empty() {
        return None;
    }
    let shown = |case: &str| match typed::first_letters(case, CASE_LETTERS) {
        whole if whole == case => case.to_string(),
        begun => format!("{}…", begun.trim_end()),
    };
    let named =
        cases.iter().map(|case| (case.to_string(), option(random::short(case), shown(case)).lang("vi")));
    form.one_of_many("case", t.which_case(), named.collect()).hint(t.which_case_hint()).optional().read()
}

/// On paper the declaration holds the answers; here they may be left for the division. All is asked on one page: a question
/// that is called like another field of it, such as `address`, has a name of its own.
fn questions(
    form: &mut Form,
    context: &RequestContext,
    procedure: &Procedure,
    taken: &HashSet<String>,
) -> Answers {
    let mut answers = Answers::new();
    for question in &procedure.form.questions {
        let mut field = Field::question(context.language, question).optional();
        if taken.contains(&field.name) {
            field.name = format!("answer-{}", field.name);
        }
        if let Some(answer) = form.answer(field, question.kind.on(context.today())).read() {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}

/// How many of a paper were handed in, and its scans.
struct HandedIn {
    originals: u32,
    copies: u32,
    scans: Vec<PostedFile>,
}

const HAVE: ErrorTarget = ErrorTarget::Named("have");

/// A tick is as many as are asked for; other numbers are written beside it.
fn paper(form: &mut Form, paper: &Paper, with_all: bool) -> HandedIn {
    let (language, id) = (form.language(), &paper.id);
    let t = Words(language);
    let name = Phrase::short_paper(&paper.name, language);
    let hint = [if paper.required { t.required() } else { "" }.to_string(), asked_for(paper, language)];
    let hint = hint.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let tick = Option_ { lang: name.lang, ..option(TICKED, name.text) }.hint(hint);
    let received =
        form.any_of(&format!("have-{id}"), t.received(), vec![((), tick)]).optional().on(HAVE).read();
    let wrong = t.count_wrong(paper.name.get(language));
    let mut count = |kind: &str, label: &str| {
        let field = form.count(&format!("{kind}-{id}"), label, 0, COUNT_MAX).complete("off");
        // A box left empty counts none.
        field.misread(wrong.clone()).given().unwrap_or_default()
    };
    let (originals, copies) = (count("originals", t.originals()), count("copies", t.copies()));
    let scans = form.files(&format!("file-{id}"), t.scan()).optional().given();
    let (originals, copies) = match (originals + copies, received.is_some() || with_all) {
        (0, true) if paper.originals + paper.copies > 0 => (paper.originals, paper.copies),
        (0, true) => (1, 0),
        _ => (originals, copies),
    };
    HandedIn { originals, copies, scans: scans.unwrap_or_default() }
}

/// How many are asked for, in words; nothing where none is said.
fn asked_for(paper: &Paper, language: Language) -> String {
    match ui::formats::counts(paper.originals, paper.copies, language) {
        counts if counts.is_empty() => paper.count_words.get(language).to_string(),
        counts => counts,
    }
}

impl HandedIn {
    /// Writes it down; returns whether it is anything.
    fn keep(self, context: &RequestContext, paper: &Paper, given: &mut IntakeGiven) -> bool {
        let before = given.papers.len();
        let (mut originals, mut copies) = (self.originals, self.copies);
        let mut hand_in = |file| {
            // They are counted once, with the first of the scans.
            let (originals, copies) = (std::mem::take(&mut originals), std::mem::take(&mut copies));
            PaperGiven::new(paper.id.clone(), originals, copies, file)
        };
        for scan in &self.scans {
            let Ok(landed) = &scan.landed else { continue };
            let row = app::files::row(context.app(), landed, &scan.name, &paper.id, None);
            given.file_names.insert(row.id, row.name.clone());
            given.papers.push(hand_in(Some(files::fact(&row))));
            given.rows.push(row);
        }
        if given.papers.len() == before && self.originals + self.copies > 0 {
            given.papers.push(hand_in(None));
        }
        given.papers.len() > before
    }
}

/// Every reason for not accepting it, each once.
fn all_codes(today: Date) -> Vec<ReasonCode> {
    let mut all = codes(Submit::Ask, today).to_vec();
    all.extend(codes(Submit::Refuse, today).iter().filter(|code| !codes(Submit::Ask, today).contains(code)));
    // What fits anything comes last.
    all.sort_by_key(|code| *code == ReasonCode::Other);
    all
}

fn ending(form: &mut Form, context: &RequestContext, counter: &CounterOffering, given: &mut IntakeGiven) {
    let (t, language) = (Words(context.language), context.language);
    let channels = CHANNELS.map(|channel| (channel, option(channel.key(), channel.name(language))));
    given.channel = form.one_of("channel", t.channel(), channels.into()).value(CHANNELS[0].key()).read();
    let ways = [Delivery::Counter, Delivery::Post].map(|way| (way, option(way.key(), way.name(language))));
    given.delivery = form.one_of("delivery", t.delivery(), ways.into()).value(Delivery::Counter.key()).read();
    let calendar = context.app().master_data().calendar(counter.agency.id).clone();
    if let Some(all) =
        limits::to_choose(context, &counter.procedure, &CHANNELS, &calendar, pack_on(context.today()))
    {
        given.limit = form.one_of("limit", t.which_limit(), all).on_refusal(RefusalTarget::Limit).given();
    }
    given.reason_code = form.reason_code_when(&all_codes(context.today()), t.if_not_accepted());
    let words = form.area("words", t.words()).rows(4).needed_when(t.if_not_accepted());
    given.words = words.on_refusal(RefusalTarget::Words).written();
}

impl CounterForms<'_> {
    fn forms(&self) -> impl Iterator<Item = &Form<'_>> {
        let papers = self.papers.iter().map(|paper| &paper.form);
        [&self.applicant, &self.case, &self.all_received, &self.none_received]
            .into_iter()
            .chain(papers)
            .chain([&self.questions, &self.ending])
    }

    pub fn any_wrong(&self) -> bool {
        self.forms().any(|form| form.any_wrong())
    }

    /// Says nothing yet but what is wrong with the number that is looked for, and which files were not taken.
    pub fn judged_for_its_number(mut self) -> Self {
        let papers = self.papers.iter_mut().map(|paper| &mut paper.form);
        let others = [
            &mut self.case,
            &mut self.all_received,
            &mut self.none_received,
            &mut self.questions,
            &mut self.ending,
        ];
        others.into_iter().chain(papers).for_each(|form| form.judged_only(&[]));
        self.applicant.judged_only(&[IDENTITY, OTHER_PAPER[0], OTHER_PAPER[1]]);
        self
    }

    /// Says that what stands here was filled in for another number.
    pub fn is_of_another(&mut self, t: &Words) {
        let field = self.applicant.field(IDENTITY);
        if let Some(field) = field.filter(|field| field.error.is_empty()) {
            field.error = t.of_another().into();
        }
    }

    /// Asks whether it is to be taken in without any paper, where there are papers that might have come.
    pub fn ask_if_none_received(&mut self, t: &Words) {
        if !self.none_received.has_fields() {
            none_received_form(&mut self.none_received);
        }
        self.none_received.wrong_about(Some(NO_PAPERS), t.none_ticked().into());
    }

    /// Asks for a reason of those that fit what is done.
    pub fn reason_code_missing(&mut self, t: &Words, submit: Submit) {
        let sentence = if submit == Submit::Ask { t.choose_to_ask() } else { t.choose_to_refuse() };
        self.ending.wrong_about(Some(REASON_CODE), sentence.into());
    }

    /// Says of which papers nothing was handed in that must be there.
    pub fn papers_missing(&mut self, t: &Words, case: Option<&str>, procedure: &Procedure) {
        let missing = |paper: &&mut AskedPaper| procedure.asks(&paper.paper, case) && !paper.given;
        // So many at a time: the rest is said once these are there.
        for AskedPaper { paper, form, .. } in self.papers.iter_mut().filter(missing).take(MISSING_MAX) {
            if !form.any_wrong() {
                form.wrong_about(Some(HAVE), t.paper_missing(&beginning(paper.name.get(t.0), LETTERS)));
            }
        }
    }
}

pub(super) struct IntakeFields {
    pub error_summary: ErrorSummary,
    pub applicant: Fields,
    pub case: Fields,
    pub all_received: Fields,
    pub none_received: Fields,
    pub papers: ShownPapers,
    pub questions: Fields,
    pub ending: Fields,
}

impl CounterForms<'_> {
    pub fn drawn(self) -> IntakeFields {
        let language = self.applicant.language();
        let mut summary = ErrorSummary::of(language, Vec::new());
        let mut part = |form: Form| {
            let fields = form.into_fields();
            summary.append(fields.error_summary());
            fields
        };
        let (mut applicant, case) = (part(self.applicant), part(self.case));
        let (mut all_received, none_received) = (part(self.all_received), part(self.none_received));
        let mut papers: Vec<PaperGroup> = Vec::new();
        for AskedPaper { paper, form, given, hidden } in self.papers {
            // What was counted or scanned already stays in sight, whatever the case.
            let typed = given || form.clone().into_fields().fields.iter().any(typed);
            if hidden && !typed {
                continue;
            }
            let Some(view) = CounterPaper::of(&paper, part(form), language) else { continue };
            let folds = self.folded.contains(&paper.case);
            // What several stand under is said once.
            let group = match folds {
                true => papers.iter_mut().find(|group| group.heading == paper.case),
                false => papers.last_mut().filter(|group| group.heading == paper.case),
            };
            match group {
                Some(group) => {
                    group.papers.push(view);
                    group.fold.open_if(typed);
                }
                None => papers.push(PaperGroup {
                    heading: paper.case,
                    papers: vec![view],
                    fold: PaperFold::of(folds, typed),
                }),
            }
        }
        // Everybody's come first, then those of each case.
        papers.sort_by_key(|group| self.folded.iter().position(|case| *case == group.heading));
        let mut papers = ShownPapers::of(papers, self.portion, &self.more);
        let (questions, ending) = (part(self.questions), part(self.ending));
        if summary.problems.is_empty() {
            let at = match self.searched {
                Some(SearchOutcome::Nobody) => "name",
                _ => IDENTITY,
            };
            let at_papers = self.at_papers || self.searched == Some(SearchOutcome::Found);
            // Somebody goes on with the counts just asked for, else with the papers, else with the applicant.
            let focus = match (papers.counts_of(&self.more), at_papers) {
                (Some(counts), _) => Some(counts),
                (None, true) => all_received.fields.first_mut().or(papers.first()),
                (None, false) => applicant.fields.iter_mut().find(|field| field.name == at),
            };
            focus.into_iter().for_each(|field| field.focus = true);
        }
        IntakeFields {
            error_summary: summary,
            applicant,
            case,
            all_received,
            none_received,
            papers,
            questions,
            ending,
        }
    }
}
