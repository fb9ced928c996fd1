//! One dossier as an officer works on it: papers beside the check, key dates, people, history, acts.

mod acts;
mod text;

use app::dossiers::{NotDone, Viewed, Wish};
use app::random;
use askama::Template;
use axum::extract::Path;
use domain::dossier::{Context, Kind, Reference, Stage, WhoseClock, offers};
use domain::officer::{Actor, Assurance};
use domain::time::{long_moment, short_moment};
use ui::explained::{DayRow, days};
use ui::field::Summary;
use ui::when::{file_size, media_name, time_left};
use ui::{Answer, Ask, Chrome, Failure, Fields, Posted, Said, page, page_with, see_saying};

#[derive(Template)]
#[template(path = "dossier/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    code: String,
    heading: String,
    owner: String,
    stage: &'static str,
    summary: Summary,
    /// What happened while a form was being filled in.
    since: Vec<String>,
    clock_class: &'static str,
    clock_who: &'static str,
    clock_left: String,
    clock_due: String,
    dates: Vec<(String, String)>,
    people: Vec<(String, String)>,
    steps: Vec<StepView>,
    asked: String,
    answers: Vec<(String, String)>,
    papers: Vec<PaperView>,
    days: Vec<DayRow>,
    limit: String,
    acts: Vec<ActView>,
    /// What was written for an act that can no longer be done.
    unsent: Option<(&'static str, Fields)>,
    forbidden: Vec<(String, String)>,
    history: Vec<HistoryRow>,
    readings: Vec<String>,
    receipt: bool,
    key: String,
    seen: u32,
    t: text::Words,
}

struct StepView {
    name: String,
    hint: String,
    state: String,
    current: bool,
}

struct PaperView {
    name: String,
    counts: String,
    files: Vec<FileView>,
}

struct FileView {
    token: String,
    name: String,
    kind: &'static str,
    meta: String,
    image: bool,
}

struct ActView {
    key: &'static str,
    name: &'static str,
    effect: String,
    fields: Fields,
    open: bool,
    danger: bool,
    primary: bool,
}

struct HistoryRow {
    at: String,
    who: String,
    told: String,
    words: String,
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let viewed = open(&ask, &reference).await?;
    page(&view(&ask, &viewed, None).await?)
}

async fn open(ask: &Ask, reference: &str) -> Result<Viewed, Failure> {
    let reference = Reference::parse(reference).ok_or(Failure::NotFound)?;
    Ok(ask.app().open_for_officer(reference, ask.officer()?.clone()).await?)
}

/// A form that did not go through: what was typed, and why.
struct Trouble {
    kind: Kind,
    posted: Posted,
    problems: Vec<(String, String)>,
    /// The events the page had shown.
    overtaken: Option<u32>,
}

async fn view(ask: &Ask, viewed: &Viewed, trouble: Option<Trouble>) -> Result<Page, Failure> {
    let (t, language) = (text::Words(ask.language), ask.language);
    let dossier = &viewed.dossier;
    let data = ask.app().reference();
    let procedure = data.pinned(&dossier.pinned).ok_or(Failure::NotFound)?;
    let officer = ask.officer()?.clone();
    let actor = Actor::Officer(officer.clone());
    let context = Context {
        now: ask.now(),
        calendar: data.calendar(dossier.competent),
        receiving_calendar: data.calendar(dossier.receiving),
        pack: dossier.pinned.pack.pack(),
        procedure: &procedure,
    };
    let colleagues = ask.app().list_officers(dossier.competent).await?;
    let mut acts = Vec::new();
    let mut forbidden = Vec::new();
    let mut unsent = None;
    let mut summary = Summary::of(language, Vec::new());
    for offer in offers(dossier, &actor, &context) {
        let mut fields = acts::fields(offer.kind, ask, viewed, &procedure, &colleagues);
        let troubled = trouble.as_ref().filter(|trouble| trouble.kind == offer.kind);
        if let Some(trouble) = troubled {
            fields = fields.typed(&trouble.posted);
            for (field, sentence) in &trouble.problems {
                fields.wrong(field, sentence.clone());
            }
            summary = fields.summary();
        }
        match offer.answer {
            Ok(effect) => acts.push(ActView {
                key: offer.kind.key(),
                name: offer.kind.name(language),
                effect: effect.text(language).to_string(),
                fields,
                open: troubled.is_some(),
                danger: matches!(offer.kind, Kind::Refuse | Kind::Stop | Kind::Withdraw),
                primary: acts.is_empty(),
            }),
            Err(refusal) => {
                if let Some(trouble) = troubled {
                    summary =
                        Summary::of(language, trouble.problems.iter().map(|(_, s)| s.clone()).collect());
                    unsent = Some((offer.kind.name(language), fields));
                }
                forbidden.push((offer.kind.name(language).to_string(), refusal.sentence(language)));
            }
        }
    }
    let since = match trouble.as_ref().and_then(|trouble| trouble.overtaken) {
        None => Vec::new(),
        Some(seen) => viewed
            .records
            .iter()
            .filter(|record| record.sequence > seen)
            .map(|record| {
                let told = ui::telling::tell(record, dossier, Some(&procedure), &data, language);
                format!("{}: {} – {told}", short_moment(record.at), who(viewed, record, &t))
            })
            .collect(),
    };
    let unit = |key: &domain::agency::UnitKey| {
        data.agency(dossier.competent)
            .and_then(|agency| agency.unit(key))
            .map(|unit| unit.name.get(language).to_string())
    };
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let stage = dossier.stage.kind();
    let due = match &dossier.stage {
        Stage::Submitted { answer_by, .. } => Some(*answer_by),
        Stage::Accepted => dossier.hand_over_by,
        _ => dossier.due(),
    };
    let left = due.map(|due| time_left(context.calendar, ask.now(), due, language));
    let (clock_class, clock_who) = match stage.whose_clock() {
        WhoseClock::Agency if left.as_ref().is_some_and(|left| left.tag == "tag--late") => {
            ("clock--late", t.agency_turn())
        }
        WhoseClock::Agency => ("", t.agency_turn()),
        WhoseClock::Applicant => ("clock--you", t.applicant_turn()),
        WhoseClock::Nobody => ("clock--done", t.closed()),
    };
    let runs = stage.whose_clock() == WhoseClock::Agency;
    let steps = procedure
        .process
        .steps
        .iter()
        .map(|step| {
            let done = dossier.steps_done.iter().find(|done| done.id == step.id);
            let running = dossier.step.as_ref().filter(|running| running.id == step.id);
            StepView {
                name: step.name.get(language).to_string(),
                hint: format!(
                    "{} · {} · {}",
                    unit(&step.unit).unwrap_or_default(),
                    step.role.name(language),
                    t.hours(step.hours)
                ),
                state: match (done, running) {
                    (Some(done), _) => t.step_done(&short_moment(done.finished)),
                    (None, Some(running)) => t.step_due(&short_moment(running.due)),
                    (None, None) => t.step_to_come().to_string(),
                },
                current: running.is_some(),
            }
        })
        .collect();
    let papers = papers(ask, viewed, &procedure);
    let answers = procedure
        .form
        .questions
        .iter()
        .filter_map(|question| {
            let answer = dossier.answers.get(&question.id)?;
            Some((question.label.get(language).to_string(), ui::when::answer(question, answer, language)))
        })
        .collect();
    let mut dates = vec![(t.submitted().to_string(), short_moment(dossier.submitted_at))];
    let mut date = |name: &str, at: Option<domain::time::Instant>| {
        if let Some(at) = at {
            dates.push((name.to_string(), short_moment(at)));
        }
    };
    date(t.accepted(), dossier.accepted_at);
    date(t.promised(), dossier.clock.as_ref().and_then(|clock| clock.original));
    date(t.due_now(), dossier.due());
    date(t.finished(), dossier.finished_at);
    date(t.returned(), dossier.returned_at);
    let mut people = Vec::new();
    if let Some(parties) = &dossier.parties {
        people.push((t.owner().to_string(), party(&parties.owner)));
        if let Some(submitter) = &parties.submitter {
            people.push((t.submitter().to_string(), party(submitter)));
        }
    }
    people.push((t.account().to_string(), t.account_is(dossier.account.is_some()).to_string()));
    let assured = viewed.records.first().map(|record| record.by.assurance);
    people.push((t.assurance().to_string(), assurance(assured, &t)));
    people.push((t.receiving().to_string(), agency(dossier.receiving)));
    people.push((t.competent().to_string(), agency(dossier.competent)));
    if let Some(unit) = dossier.unit().and_then(unit) {
        people.push((t.unit().to_string(), unit));
    }
    if let Some(assignee) = dossier.assignee {
        people.push((t.assignee().to_string(), viewed.name(assignee).unwrap_or_default().to_string()));
    }
    people.push((
        t.fees().to_string(),
        ui::fees::lines(procedure.method(dossier.channel), language).join("; "),
    ));
    if let Some(obligation) = &dossier.obligation {
        people.push((t.obligation().to_string(), ui::when::obligation(obligation, language)));
    }
    people.push((t.delivery().to_string(), dossier.delivery.name(language).to_string()));
    let history = viewed
        .records
        .iter()
        .rev()
        .map(|record| HistoryRow {
            at: short_moment(record.at),
            who: who(viewed, record, &t),
            told: ui::telling::tell(record, dossier, Some(&procedure), &data, language),
            words: [record.event.private.words.as_str(), record.event.private.recipient.as_str()]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        })
        .collect();
    let readings = viewed
        .readings
        .iter()
        .map(|(at, account)| format!("{} · {}", short_moment(*at), viewed.name(*account).unwrap_or("–")))
        .collect();
    let heading = procedure.short_name.get(language).to_string();
    Ok(Page {
        chrome: Chrome::new(ask, &heading).with_problems(trouble.is_some()),
        reference: dossier.reference.to_string(),
        code: dossier.code.as_ref().map_or_else(|| dossier.reference.grouped(), ToString::to_string),
        heading,
        owner: dossier.parties.as_ref().map(|parties| parties.owner.name.clone()).unwrap_or_default(),
        stage: stage.name(language),
        summary,
        since,
        clock_class,
        clock_who,
        clock_left: left.filter(|_| runs).map(|left| left.words).unwrap_or_default(),
        clock_due: due.filter(|_| runs).map(|due| long_moment(due, language)).unwrap_or_default(),
        dates,
        people,
        steps,
        asked: dossier.asked().map(|request| request.words.clone()).unwrap_or_default(),
        answers,
        papers,
        days: days(dossier, &data, language),
        limit: ui::explained::limit(dossier, language),
        acts,
        unsent,
        forbidden,
        history,
        readings,
        receipt: dossier.code.is_some()
            && officer.has(domain::officer::Role::Counter)
            && officer.agency == dossier.receiving,
        key: random::token(),
        seen: dossier.sequence,
        t,
    })
}

fn papers(ask: &Ask, viewed: &Viewed, procedure: &domain::procedure::Procedure) -> Vec<PaperView> {
    let (t, language) = (text::Words(ask.language), ask.language);
    let mut views: Vec<(String, PaperView)> = Vec::new();
    let result = viewed.dossier.result.iter().map(|file| ("result".to_string(), 0, 0, Some(file.clone())));
    let given = viewed
        .dossier
        .papers
        .iter()
        .map(|given| (given.paper.clone(), given.originals, given.copies, given.file.clone()));
    for (id, originals, copies, fact) in given.chain(result) {
        let name = match procedure.paper(&id) {
            Some(paper) => paper.name.get(language).to_string(),
            None if id == "result" => t.result().to_string(),
            None => t.other_paper().to_string(),
        };
        let file =
            fact.and_then(|fact| viewed.files.iter().find(|file| file.id == fact.id)).map(|file| FileView {
                token: file.token.clone(),
                name: file.name.clone(),
                kind: media_name(&file.media),
                meta: format!("{} · {}", file_size(file.size, language), short_moment(file.stored_at)),
                image: file.media.starts_with("image/"),
            });
        let counts = match ui::when::counts(originals, copies, language) {
            counts if file.is_some() || counts.is_empty() => String::new(),
            counts => t.on_paper(&counts),
        };
        match views.iter_mut().find(|(known, _)| *known == id) {
            Some((_, view)) => view.files.extend(file),
            None => views.push((id, PaperView { name, counts, files: file.into_iter().collect() })),
        }
    }
    views.into_iter().map(|(_, view)| view).collect()
}

fn who(viewed: &Viewed, record: &domain::dossier::Record, t: &text::Words) -> String {
    match (record.by.account, record.by.agency) {
        (None, _) => t.system().to_string(),
        (Some(_), None) => t.applicant().to_string(),
        (Some(account), Some(_)) => viewed.name(account).unwrap_or("–").to_string(),
    }
}

fn assurance(assured: Option<Assurance>, t: &text::Words) -> String {
    match assured {
        Some(Assurance::Verified) => t.assurance_verified(),
        Some(Assurance::Password) => t.assurance_password(),
        Some(Assurance::Claimed) | None => t.assurance_claimed(),
    }
    .to_string()
}

fn party(party: &domain::dossier::Party) -> String {
    [&party.name, &party.identity, &party.phone, &party.email, &party.address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Does an act; what does not go through comes back with everything typed.
pub async fn act(ask: Ask, Path((reference, kind)): Path<(String, String)>, posted: Posted) -> Answer {
    let kind = Kind::parse(&kind).ok_or(Failure::NotFound)?;
    let viewed = open(&ask, &reference).await?;
    let data = ask.app().reference();
    let procedure = data.pinned(&viewed.dossier.pinned).ok_or(Failure::NotFound)?;
    let seen: u32 = posted.raw("seen").parse().map_err(|_| Failure::BadRequest)?;
    let key: String = posted.text("key").chars().take(64).collect();
    if key.is_empty() {
        return Err(Failure::BadRequest);
    }
    let (command, rows) = match acts::read(kind, &ask, &posted, &procedure).await? {
        Ok(read) => read,
        Err(problems) => {
            return again(&ask, &viewed, Trouble { kind, posted, problems, overtaken: None }).await;
        }
    };
    let wish = Wish {
        reference: viewed.dossier.reference.clone(),
        actor: ask.officer_actor()?,
        command,
        key,
        seen: Some(seen),
    };
    match ask.app().perform_with_files(wish, rows).await {
        Ok(_) if kind == Kind::Accept => ui::see(&format!("/office/dossiers/{reference}/receipt")),
        Ok(done) if done.dossier.visible_to(ask.officer()?) => {
            see_saying(&ask, &format!("/office/dossiers/{reference}"), Said::Recorded)
        }
        Ok(_) => see_saying(&ask, "/office", Said::Recorded),
        Err(NotDone::Refused(refusal)) => {
            let problems = vec![(acts::culprit(kind, &refusal), refusal.sentence(ask.language))];
            let viewed = open(&ask, &reference).await?;
            again(&ask, &viewed, Trouble { kind, posted, problems, overtaken: None }).await
        }
        Err(NotDone::Overtaken { .. }) => {
            let t = text::Words(ask.language);
            let problems = vec![(String::new(), t.overtaken().to_string())];
            let viewed = open(&ask, &reference).await?;
            again(&ask, &viewed, Trouble { kind, posted, problems, overtaken: Some(seen) }).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn again(ask: &Ask, viewed: &Viewed, trouble: Trouble) -> Answer {
    let status = if trouble.overtaken.is_some() {
        axum::http::StatusCode::CONFLICT
    } else {
        axum::http::StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(status, &view(ask, viewed, Some(trouble)).await?)
}

/// A file of a dossier the officer may open.
pub async fn file(ask: Ask, Path(token): Path<String>) -> Answer {
    let file = ask.app().find_file(token).await?.ok_or(Failure::NotFound)?;
    if !ask.app().officer_may_read_file(&file, ask.officer()?).await? {
        return Err(Failure::NotFound);
    }
    ui::stream::send(&ask, &file).await
}
