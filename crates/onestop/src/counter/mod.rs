//! Counter intake in one screen: who, what, which papers; accept, ask for completion, or refuse.

mod text;

use crate::limits;
use app::dossiers::{NotDone, Opening};
use app::files::{self, StoredFile};
use app::random;
use app::reference::Supply;
use askama::Template;
use axum::extract::Path;
use domain::agency::Agency;
use domain::dossier::{
    Accept, AskCompletion, Command, Delivery, FileDossier, Identity, PaperGiven, Parties, Party, Refusal,
    Refuse, Request,
};
use domain::procedure::{Channel, Paper, Procedure};
use forms::number::whole;
use forms::{Answers, Kind};
use std::collections::BTreeMap;
use std::pin::Pin;
use ui::field::{identity_fields, option, typed_identity};
use ui::posted::file_sentence;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, page, page_again};

#[derive(Template)]
#[template(path = "counter/choose.html")]
struct ChoosePage {
    chrome: Chrome,
    groups: Vec<(String, Vec<Choice>)>,
    t: text::Words,
}

struct Choice {
    to: String,
    name: String,
    code: String,
}

/// What this counter receives, by the agency that decides.
pub async fn choose(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let data = ask.app().reference();
    let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
    for (procedure, supply) in data.received_at(ask.officer()?.agency, ask.today()) {
        let Some(agency) = data.agency(supply.agency) else { continue };
        let name = agency.name.get(ask.language).to_string();
        let choice = Choice {
            to: format!("/office/counter/{}/{}", agency.key, procedure.code),
            name: procedure.short_name.get(ask.language).to_string(),
            code: procedure.code.to_string(),
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, choices)) => choices.push(choice),
            None => groups.push((name, vec![choice])),
        }
    }
    page(&ChoosePage { chrome: Chrome::new(&ask, t.title()), groups, t })
}

#[derive(Template)]
#[template(path = "counter/page.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    agency: String,
    summary: ui::field::Summary,
    applicant: Fields,
    questions: Fields,
    /// The choice of a case, where the procedure has several.
    case: Option<Field>,
    papers: Vec<PaperView>,
    ending: Fields,
    due: String,
    key: String,
    t: text::Words,
}

struct PaperView {
    /// The heading or case it stands under in the national record.
    over: String,
    name: String,
    required: bool,
    /// How many originals and copies were handed in.
    counts: [Field; 2],
    file: Field,
}

struct Desk {
    procedure: Procedure,
    agency: Agency,
    supply: Supply,
}

fn desk(ask: &Ask, agency: &str, code: &str) -> Result<Desk, Failure> {
    let data = ask.app().reference();
    let agency = data.agency_by_key(agency).ok_or(Failure::NotFound)?;
    let supply = data.supply(code, agency.id, ask.today()).ok_or(Failure::NotFound)?;
    if supply.receiving != ask.officer()?.agency {
        return Err(Failure::NotFound);
    }
    let procedure = data.public_procedure(code, ask.today()).ok_or(Failure::NotFound)?;
    Ok(Desk { procedure: procedure.clone(), agency: agency.clone(), supply: supply.clone() })
}

fn applicant(ask: &Ask, procedure: &Procedure) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    let off = "off";
    let foreigners = procedure.takes_foreigners();
    let mut fields = identity_fields(language, t.identity(), &Identity::default(), foreigners);
    fields[0] = fields[0].clone().hint(t.identity_hint());
    fields.iter_mut().for_each(|field| field.autocomplete = off);
    fields.extend([
        Field::text(language, "name", t.name()).complete(off),
        Field::phone(language, "phone", t.phone()).complete(off).optional(),
        Field::email(language, "email", t.email()).complete(off).optional(),
        Field::text(language, "address", t.address()).complete(off),
        Field::text(language, "submitter", t.submitter()).complete(off).optional(),
    ]);
    Fields::new(language, fields)
}

fn questions(ask: &Ask, procedure: &Procedure) -> Fields {
    // On paper the declaration holds the answers; here they may be left for the division.
    let fields =
        procedure.form.questions.iter().map(|question| Field::question(ask.language, question).optional());
    Fields::new(ask.language, fields.collect())
}

/// How dossiers come to a counter.
const CHANNELS: [Channel; 2] = [Channel::Direct, Channel::Postal];

fn ending(ask: &Ask, desk: &Desk) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    let calendar = ask.app().reference().calendar(desk.agency.id).clone();
    let limit = limits::field(ask, "limit", t.which_limit(), &desk.procedure, &CHANNELS, &calendar);
    let channels = CHANNELS.map(|channel| option(channel.key(), channel.name(language)));
    let deliveries = [Delivery::Counter, Delivery::Post].map(|way| option(way.key(), way.name(language)));
    Fields::new(
        language,
        vec![
            Field::choices(language, "channel", t.channel(), channels.to_vec()).value("direct"),
            Field::choices(language, "delivery", t.delivery(), deliveries.to_vec()).value("counter"),
        ]
        .into_iter()
        .chain(limit)
        .chain([Field::area(language, "words", t.words()).hint(t.words_hint()).optional()])
        .collect(),
    )
}

/// Which case it is; no choice shows the papers of all.
fn case_field(ask: &Ask, procedure: &Procedure, posted: &Posted) -> Option<Field> {
    let t = text::Words(ask.language);
    let cases = procedure.cases();
    if cases.is_empty() {
        return None;
    }
    let shown = |case: &str| case.chars().take(160).collect::<String>();
    let choices = cases.iter().map(|case| option(random::short(case), shown(case)).lang("vi"));
    let field = Field::select(ask.language, "case", t.which_case(), choices.collect());
    Some(field.hint(t.which_case_hint()).optional().value(posted.raw("case")))
}

fn case_of<'a>(procedure: &'a Procedure, posted: &Posted) -> Option<&'a str> {
    procedure.cases().into_iter().find(|case| random::short(case) == posted.raw("case"))
}

/// What was wrong, and with which field; typed things are in `posted`.
struct Form {
    applicant: Fields,
    questions: Fields,
    ending: Fields,
    files: BTreeMap<String, String>,
    /// What is wrong with a count, by the name of its field.
    counts: BTreeMap<String, String>,
    posted: Posted,
}

fn view(ask: &Ask, desk: &Desk, form: &Form, key: String) -> Page {
    let (t, language) = (text::Words(ask.language), ask.language);
    let mut lines = Vec::new();
    for fields in [&form.applicant, &form.questions, &form.ending] {
        lines.extend(fields.summary().lines);
    }
    lines.extend(form.counts.iter().map(|(name, sentence)| (name.clone(), sentence.clone())));
    lines.extend(form.files.iter().map(|(paper, sentence)| (format!("file-{paper}"), sentence.clone())));
    let case = case_of(&desk.procedure, &form.posted);
    let of_case: Vec<&Paper> = desk.procedure.papers_of(case).collect();
    // What was counted or scanned already stays in sight, whatever the case.
    let papers = desk
        .procedure
        .papers
        .iter()
        .filter(|paper| of_case.contains(paper) || touched(paper, &form.posted))
        .map(|paper| {
            let name = format!("file-{}", paper.id);
            let problem = form.files.get(&paper.id).cloned().unwrap_or_default();
            PaperView {
                over: paper.case.clone(),
                name: paper.name.get(language).to_string(),
                required: paper.required,
                counts: COUNTS.map(|kind| {
                    let name = count_name(kind, paper);
                    let label = if kind == "originals" { t.originals() } else { t.copies() };
                    let error = form.counts.get(&name).map_or("", String::as_str);
                    Field::number(language, &name, label)
                        .complete("off")
                        .value(form.posted.find(&name).unwrap_or("0"))
                        .error(error)
                }),
                file: Field::file(language, &name, t.scan()).optional().typed(&form.posted).error(&problem),
            }
        })
        .collect();
    let calendar = ask.app().reference().calendar(desk.agency.id).clone();
    // Among several limits each choice says its own date.
    let limit = match desk.procedure.limits(Channel::Direct).as_slice() {
        [only] => Some((*only).clone()),
        _ => None,
    };
    let due = limit.as_ref().and_then(|limit| domain::deadline::due(&calendar, ask.now(), limit));
    let due = match (limit, due) {
        (Some(limit), Some(due)) => t.due(&limit.text(language), &domain::time::long_moment(due, language)),
        (Some(limit), None) => limit.text(language),
        (None, _) => String::new(),
    };
    let mut summary = ui::field::Summary::of(language, Vec::new());
    let any = !lines.is_empty();
    summary.lines = lines;
    Page {
        chrome: Chrome::new(ask, t.title()).with_problems(any),
        heading: desk.procedure.short_name.get(language).to_string(),
        agency: desk.agency.name.get(language).to_string(),
        summary,
        applicant: form.applicant.clone(),
        questions: form.questions.clone(),
        case: case_field(ask, &desk.procedure, &form.posted),
        papers,
        ending: form.ending.clone(),
        due,
        key,
        t,
    }
}

pub async fn show(ask: Ask, Path((agency, code)): Path<(String, String)>) -> Answer {
    let desk = desk(&ask, &agency, &code)?;
    let form = Form {
        applicant: applicant(&ask, &desk.procedure),
        questions: questions(&ask, &desk.procedure),
        ending: ending(&ask, &desk),
        files: BTreeMap::new(),
        counts: BTreeMap::new(),
        posted: Posted::default(),
    };
    page(&view(&ask, &desk, &form, random::token()))
}

/// Whether files may come, before any byte of them is kept: with what this counter takes in.
pub fn may_bring(ask: Ask) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        desk(&ask, ask.segment(2), ask.segment(3))?;
        Ok(u64::MAX)
    })
}

pub async fn submit(ask: Ask, Path((agency, code)): Path<(String, String)>, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let desk = desk(&ask, &agency, &code)?;
    let key: String = posted.text("key").chars().take(64).collect();
    if key.is_empty() {
        return Err(Failure::BadRequest);
    }
    let mut form = Form {
        applicant: applicant(&ask, &desk.procedure).typed(&posted),
        questions: questions(&ask, &desk.procedure).typed(&posted),
        ending: ending(&ask, &desk).typed(&posted),
        files: BTreeMap::new(),
        counts: BTreeMap::new(),
        posted: posted.clone(),
    };
    if posted.is_held() {
        return page_again(&view(&ask, &desk, &form, key));
    }
    if posted.raw("act") == "find" {
        fill_in(&ask, &posted, &mut form).await?;
        return page(&view(&ask, &desk, &form, key));
    }
    if posted.raw("act") == "case" {
        return page(&view(&ask, &desk, &form, key));
    }
    let case = case_of(&desk.procedure, &posted);
    let parties = read_parties(&posted, &mut form.applicant);
    let answers = read_answers(&ask, &posted, &desk.procedure, &mut form.questions);
    let (papers, file_names, rows) = read_papers(&ask, &posted, &desk.procedure, &mut form);
    let words = posted.text("words");
    let request = |papers: &[PaperGiven]| Request {
        papers: desk
            .procedure
            .papers
            .iter()
            .filter(|paper| desk.procedure.asks(paper, case))
            .filter(|paper| !papers.iter().any(|given| given.paper == paper.id))
            .map(|paper| paper.id.clone())
            .collect(),
        by: None,
        words: words.clone(),
        why_again: String::new(),
    };
    let then = match posted.raw("act") {
        "accept" => {
            Command::Accept(Accept { limit: limits::read(&posted, "limit", &desk.procedure, &CHANNELS) })
        }
        "ask" => Command::AskCompletion(AskCompletion { request: request(&papers), document: String::new() }),
        "refuse" => Command::Refuse(Refuse { reason: words.clone(), document: String::new() }),
        _ => return Err(Failure::BadRequest),
    };
    let (Some(channel), Some(delivery)) =
        (Channel::parse(posted.raw("channel")), Delivery::parse(posted.raw("delivery")))
    else {
        return Err(Failure::BadRequest);
    };
    if accepts(&posted) {
        for paper in desk.procedure.papers.iter().filter(|paper| desk.procedure.asks(paper, case)) {
            let miscounted = COUNTS.iter().any(|kind| form.counts.contains_key(&count_name(kind, paper)));
            if !miscounted && !papers.iter().any(|given| given.paper == paper.id) {
                form.files
                    .entry(paper.id.clone())
                    .or_insert_with(|| t.paper_missing(paper.name.get(ask.language)));
            }
        }
    }
    let wrong = form.applicant.any_wrong()
        || form.questions.any_wrong()
        || !form.files.is_empty()
        || !form.counts.is_empty();
    if wrong {
        return page_again(&view(&ask, &desk, &form, key));
    }
    let accepted = matches!(then, Command::Accept(_));
    let opening = Opening {
        filing: FileDossier {
            main: None,
            reference: random::reference(),
            channel,
            receiving: desk.supply.receiving,
            competent: desk.agency.id,
            level: desk.supply.level,
            account: None,
            parties,
            answers,
            case: case.map(str::to_string),
            papers,
            file_names,
            delivery,
        },
        procedure: code.clone(),
        actor: ask.officer_actor()?,
        key: key.clone(),
        then: vec![then],
        draft: None,
        files: rows,
    };
    match ask.app().open_dossier(opening).await {
        Ok(done) if accepted => ui::see(&format!("/office/dossiers/{}/receipt", done.dossier.reference)),
        Ok(done) => ui::see(&format!("/office/dossiers/{}", done.dossier.reference)),
        Err(NotDone::Refused(refusal)) => {
            let field = if refusal == Refusal::LimitNotChosen { "limit" } else { "words" };
            form.ending.wrong(field, refusal.sentence(ask.language));
            page_again(&view(&ask, &desk, &form, key))
        }
        Err(NotDone::Overtaken { .. }) => {
            form.ending.wrong("words", t.again().to_string());
            page_again(&view(&ask, &desk, &form, random::token()))
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether something was typed or sent for a paper.
fn touched(paper: &Paper, posted: &Posted) -> bool {
    let counted = COUNTS.iter().any(|kind| {
        let typed = posted.text(&count_name(kind, paper));
        !typed.is_empty() && typed != "0"
    });
    counted || posted.files.iter().any(|file| file.field == format!("file-{}", paper.id))
}

fn accepts(posted: &Posted) -> bool {
    posted.raw("act") == "accept"
}

/// Fills in what the number was last used with.
async fn fill_in(ask: &Ask, posted: &Posted, form: &mut Form) -> Result<(), Failure> {
    let t = text::Words(ask.language);
    let known = match typed_identity(posted) {
        Ok(identity) => ask.app().find_applicant(identity, ask.officer()?.clone()).await?,
        Err(_) => None,
    };
    match known {
        Some(found) => {
            let known = [
                ("name", &found.name),
                ("phone", &found.phone),
                ("email", &found.email),
                ("address", &found.address),
            ];
            for (name, value) in known {
                if let Some(field) = form.applicant.fields.iter_mut().find(|field| field.name == name) {
                    *field = field.clone().value(value);
                }
            }
        }
        None => {
            if let Some(field) = form.applicant.fields.iter_mut().find(|field| field.name == "identity") {
                *field = field.clone().hint(t.not_known());
            }
        }
    }
    Ok(())
}

fn read_parties(posted: &Posted, fields: &mut Fields) -> Parties {
    let (kind, identity) = fields.read_identity(posted);
    let owner = Party {
        kind,
        identity,
        name: fields.read(posted, "name", &Kind::Text { length_max: 120 }, true),
        phone: fields.read(posted, "phone", &Kind::Phone, false),
        email: fields.read(posted, "email", &Kind::Email, false),
        address: fields.read(posted, "address", &Kind::Text { length_max: 200 }, true),
    };
    let submitter = fields.read(posted, "submitter", &Kind::Text { length_max: 120 }, false);
    let submitter = (!submitter.is_empty()).then(|| Party { name: submitter, ..Party::default() });
    Parties { owner, submitter }
}

fn read_answers(ask: &Ask, posted: &Posted, procedure: &Procedure, fields: &mut Fields) -> Answers {
    let mut form = procedure.form.clone();
    form.questions.iter_mut().for_each(|question| question.required = false);
    match forms::read(&form, ask.today(), |name| posted.find(name)) {
        Ok(answers) => answers,
        Err(problems) => {
            for (id, problem) in problems {
                let label = form.questions.iter().find(|question| question.id == id);
                let label = label.map_or("", |question| question.label.get(ask.language));
                fields.wrong(&id, problem.sentence(label, ask.language));
            }
            Answers::new()
        }
    }
}

/// What is counted of a paper.
const COUNTS: [&str; 2] = ["originals", "copies"];
const COUNT_MAX: u32 = 999;

fn count_name(kind: &str, paper: &Paper) -> String {
    format!("{kind}-{}", paper.id)
}

type Papers = (Vec<PaperGiven>, BTreeMap<i64, String>, Vec<StoredFile>);

fn read_papers(ask: &Ask, posted: &Posted, procedure: &Procedure, form: &mut Form) -> Papers {
    let t = text::Words(ask.language);
    let (mut papers, mut names, mut rows) = (Vec::new(), BTreeMap::new(), Vec::new());
    for paper in &procedure.papers {
        let mut count = |kind: &str| {
            let name = count_name(kind, paper);
            let typed = posted.text(&name);
            // A box left empty counts none.
            let counted = if typed.is_empty() { Some(0) } else { whole(&typed, 0..=COUNT_MAX) };
            if counted.is_none() {
                form.counts.insert(name, t.count_wrong(paper.name.get(ask.language)));
            }
            counted.unwrap_or(0)
        };
        let [originals, copies] = COUNTS.map(&mut count);
        let field = format!("file-{}", paper.id);
        let mut facts = Vec::new();
        for file in posted.files.iter().filter(|file| file.field == field) {
            match &file.landed {
                Ok(landed) => {
                    let row = ask.app().file_row(landed, &file.name, &paper.id, None);
                    names.insert(row.id, row.name.clone());
                    facts.push(files::fact(&row));
                    rows.push(row);
                }
                Err(problem) => {
                    form.files.insert(paper.id.clone(), file_sentence(*problem, &file.name, ask.language));
                }
            }
        }
        if originals + copies > 0 && facts.is_empty() {
            papers.push(PaperGiven { paper: paper.id.clone(), originals, copies, file: None });
        }
        for (index, fact) in facts.into_iter().enumerate() {
            let (originals, copies) = if index == 0 { (originals, copies) } else { (0, 0) };
            papers.push(PaperGiven { paper: paper.id.clone(), originals, copies, file: Some(fact) });
        }
    }
    (papers, names, rows)
}
