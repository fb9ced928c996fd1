//! The parts of the form of intake, each drawn and read by the same calls.

use super::CounterOffering;
use super::text::Words;
use crate::limits;
use app::files::{self, StoredFile};
use app::random;
use domain::Language;
use domain::deadline::Limit;
use domain::dossier::{Delivery, PaperGiven, Parties, Party, RefusalTarget};
use domain::procedure::{Channel, Paper, Procedure};
use domain::rules::pack_on;
use forms::Answers;
use std::collections::BTreeMap;
use std::collections::HashSet;
use ui::field::{AskedIdentity, Control, Option_, option};
use ui::form::ErrorTarget;
use ui::part::{ErrorSummary, Phrase};
use ui::posted::PostedFile;
use ui::{Field, Fields, Form, Posted};
use web::RequestContext;

/// How dossiers come to a counter.
const CHANNELS: [Channel; 2] = [Channel::Direct, Channel::Postal];
const COUNT_MAX: i64 = 999;

/// The form, in the parts of its page.
pub(super) struct CounterForms<'p> {
    applicant: Form<'p>,
    case: Form<'p>,
    /// Whether all papers that must be there are.
    every: Form<'p>,
    papers: Vec<AskedPaper<'p>>,
    questions: Form<'p>,
    pub ending: Form<'p>,
    /// Whether it is only looked at so far.
    without_errors: bool,
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
pub(super) struct Given {
    pub applicant: Applicant,
    pub case: Option<String>,
    pub answers: Answers,
    pub papers: Vec<PaperGiven>,
    pub file_names: BTreeMap<i64, String>,
    pub rows: Vec<StoredFile>,
    pub channel: Option<Channel>,
    pub delivery: Option<Delivery>,
    pub limit: Option<Limit>,
    pub words: String,
}

#[derive(Default)]
pub(super) struct Applicant {
    pub owner: Party,
    /// Who hands it in, where that is somebody else.
    pub submitter: String,
    /// No dossier has the number yet.
    pub unknown: bool,
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
) -> (CounterForms<'p>, Given) {
    let blank = || Form::of(context.language, posted);
    let (mut applicant, mut case, mut every) = (blank(), blank(), blank());
    let (mut questions, mut ending) = (blank(), blank());
    let mut given = Given {
        applicant: self::applicant(&mut applicant, &counter.procedure, &Applicant::default()),
        case: self::case(&mut case, &counter.procedure),
        ..Given::default()
    };
    let case_of = given.case.clone();
    let of_case: Vec<&Paper> = counter.procedure.papers_of(case_of.as_deref()).collect();
    let required = || of_case.iter().any(|paper| counter.procedure.asks(paper, case_of.as_deref()));
    let t = Words(context.language);
    let all = required() && every.tick("all", t.every(), t.every_words(), false);
    let mut papers = Vec::new();
    for paper in &counter.procedure.papers {
        let mut form = blank();
        let with_all = all && counter.procedure.asks(paper, case_of.as_deref());
        let handed_in = self::paper(&mut form, paper, with_all).keep(context, paper, &mut given);
        let hidden = !of_case.contains(&paper);
        papers.push(AskedPaper { paper: paper.clone(), form, given: handed_in, hidden });
    }
    self::ending(&mut ending, context, counter, &mut given);
    let others =
        [&applicant, &case, &every, &ending].into_iter().chain(papers.iter().map(|paper| &paper.form));
    let taken: HashSet<String> =
        others.flat_map(|form| form.clone().into_fields().fields).map(|field| field.name).collect();
    given.answers = self::questions(&mut questions, context, &counter.procedure, &taken);
    (CounterForms { applicant, case, every, papers, questions, ending, without_errors: false }, given)
}

fn applicant(form: &mut Form, procedure: &Procedure, shown: &Applicant) -> Applicant {
    let t = Words(form.language());
    let off = "off";
    let (kind, identity) = form.identity(&AskedIdentity {
        label: t.identity(),
        hint: if shown.unknown { t.not_known() } else { t.identity_hint() },
        shown: &shown.owner.identity,
        foreigners: procedure.takes_foreigners(),
        own: false,
    });
    let owner = &shown.owner;
    let name = form.line("name", t.name()).complete(off).value(&owner.name).at_most(120).read_or_raw();
    let phone = form.phone("phone", t.phone()).complete(off).value(&owner.phone).optional().read_or_raw();
    let email = form.email("email", t.email()).complete(off).value(&owner.email).optional().read_or_raw();
    let address = form.line("address", t.address()).complete(off).value(&owner.address).read_or_raw();
    let submitter = form.line("submitter", t.submitter()).complete(off).value(&shown.submitter).at_most(120);
    let submitter = submitter.optional().read_or_raw();
    let owner = Party { kind, name, identity, phone, email, address };
    Applicant { owner, submitter, unknown: false }
}

/// Which case it is; no choice shows the papers of all.
fn case(form: &mut Form, procedure: &Procedure) -> Option<String> {
    let t = Words(form.language());
    let cases = procedure.cases();
    if cases.is_empty() {
        return None;
    }
    let shown = |case: &str| case.chars().take(160).collect::<String>();
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
    let name = Phrase::of(&paper.name, language);
    let hint = [if paper.required { t.required() } else { "" }.to_string(), asked_for(paper, language)];
    let hint = hint.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let there = Option_ { lang: name.lang, ..option("yes", name.text) }.hint(hint);
    let there = form.any_of(&format!("have-{id}"), t.there(), vec![((), there)]).optional().on(HAVE).read();
    let wrong = t.count_wrong(paper.name.get(language));
    let mut count = |kind: &str, label: &str| {
        let field = form.count(&format!("{kind}-{id}"), label, 0, COUNT_MAX).complete("off");
        // A box left empty counts none.
        field.misread(wrong.clone()).given().unwrap_or_default()
    };
    let (originals, copies) = (count("originals", t.originals()), count("copies", t.copies()));
    let scans = form.files(&format!("file-{id}"), t.scan()).optional().given();
    let (originals, copies) = match (originals + copies, there.is_some() || with_all) {
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
    fn keep(self, context: &RequestContext, paper: &Paper, given: &mut Given) -> bool {
        let before = given.papers.len();
        let (mut originals, mut copies) = (self.originals, self.copies);
        let mut hand_in = |file| {
            // They are counted once, with the first of the scans.
            let (originals, copies) = (std::mem::take(&mut originals), std::mem::take(&mut copies));
            PaperGiven { paper: paper.id.clone(), originals, copies, file }
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

fn ending(form: &mut Form, context: &RequestContext, counter: &CounterOffering, given: &mut Given) {
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
    let words = form.area("words", t.words()).rows(4).hint(t.words_hint()).optional();
    given.words = words.on_refusal(RefusalTarget::Words).written();
}

impl CounterForms<'_> {
    fn forms(&self) -> impl Iterator<Item = &Form<'_>> {
        let papers = self.papers.iter().map(|paper| &paper.form);
        [&self.applicant, &self.case, &self.every]
            .into_iter()
            .chain(papers)
            .chain([&self.questions, &self.ending])
    }

    pub fn any_wrong(&self) -> bool {
        self.forms().any(|form| form.any_wrong())
    }

    /// It is only looked at: what is wrong is said once it is sent in earnest.
    pub fn without_errors(self) -> Self {
        CounterForms { without_errors: true, ..self }
    }

    /// With somebody filled in.
    pub fn concerning(
        mut self,
        context: &RequestContext,
        counter: &CounterOffering,
        shown: &Applicant,
    ) -> Self {
        self.applicant = Form::blank(context.language);
        applicant(&mut self.applicant, &counter.procedure, shown);
        self
    }

    /// Says of which papers nothing was handed in that must be there.
    pub fn papers_missing(&mut self, t: &Words, case: Option<&str>, procedure: &Procedure) {
        let asked = |paper: &&mut AskedPaper| procedure.asks(&paper.paper, case);
        for AskedPaper { paper, form, given, .. } in self.papers.iter_mut().filter(asked) {
            if !*given && !form.any_wrong() {
                form.wrong_about(Some(HAVE), t.paper_missing(paper.name.get(t.0)));
            }
        }
    }
}

/// A paper as it is drawn.
pub(super) struct CounterPaper {
    /// The heading or case it stands under in the national record.
    pub case_name: String,
    pub name: Phrase,
    /// Whether it was handed in as asked for.
    pub there: Field,
    /// How many originals and copies were, where it is another number.
    pub counts: Vec<Field>,
    pub scan: Option<Field>,
}

pub(super) struct Drawn {
    pub summary: ErrorSummary,
    pub applicant: Fields,
    pub case: Fields,
    pub every: Fields,
    pub papers: Vec<CounterPaper>,
    pub questions: Fields,
    pub ending: Fields,
}

impl CounterForms<'_> {
    pub fn drawn(self) -> Drawn {
        let language = self.applicant.language();
        let mut summary = ErrorSummary::of(language, Vec::new());
        let mut part = |form: Form| {
            let fields =
                if self.without_errors { form.into_fields_without_errors() } else { form.into_fields() };
            summary.append(fields.error_summary());
            fields
        };
        let (applicant, case, every) = (part(self.applicant), part(self.case), part(self.every));
        let (mut papers, mut case_name) = (Vec::new(), String::new());
        for AskedPaper { paper, form, given, hidden } in self.papers {
            // What was counted or scanned already stays in sight, whatever the case.
            if !hidden || given || form.clone().into_fields().fields.iter().any(typed) {
                let view = CounterPaper::of(&paper, part(form), language);
                papers.extend(view.map(|view| {
                    // What several stand under is said once.
                    let again = std::mem::replace(&mut case_name, view.case_name.clone()) == view.case_name;
                    if again { CounterPaper { case_name: String::new(), ..view } } else { view }
                }));
            }
        }
        let (questions, ending) = (part(self.questions), part(self.ending));
        Drawn { summary, applicant, case, every, papers, questions, ending }
    }
}

/// Whether anything was typed into a count, or is wrong with a scan.
fn typed(field: &Field) -> bool {
    !field.error.is_empty() || !matches!(field.value.as_str(), "" | "0")
}

impl CounterPaper {
    fn of(paper: &Paper, fields: Fields, language: Language) -> Option<CounterPaper> {
        let mut fields = fields.fields.into_iter();
        let there = fields.next()?;
        let mut counts: Vec<Field> = fields.collect();
        let scan = counts.pop();
        Some(CounterPaper {
            case_name: paper.case.clone(),
            name: Phrase::of(&paper.name, language),
            there,
            counts,
            scan,
        })
    }

    /// Whether its scans stand open.
    pub fn is_open(&self) -> bool {
        let kept = |scan: &Field| matches!(&scan.control, Control::File { kept, .. } if !kept.is_empty());
        self.scan.as_ref().is_some_and(|scan| !scan.error.is_empty() || kept(scan))
    }
}
