//! Dossiers linked across agencies. A main dossier writes down what it asks others for, and a linked one what it found;
//! a job then brings both together: opens what was asked for, recalls what is no longer needed, notes what was found. It
//! looks at how things stand, so running it again changes nothing, and what came while the main one was paused is noted
//! when it goes on.

use crate::dossiers::{ActRequest, NewDossier, NotDone, load, tokens};
use crate::fold::fold;
use crate::{App, Fault, dossiers, files, random};
use domain::Text;
use domain::adopt::{self, Elsewhere, LackKind};
use domain::dossier::{
    Accept, Command, Delivery, Dossier, DossierId, FileDossier, HandOver, Linked, Main, NoteAnswer,
    PaperGiven, Parties, Party, Recall, Refusal, Stage, replay,
};
use domain::officer::Actor;
use domain::procedure::Procedure;
use storage::Tx;
use storage::file::File;

/// Maximum depth of dossiers linked to linked dossiers.
const DEPTH_MAX: usize = 3;

pub(crate) async fn bring_together(app: &App, main: DossierId) -> Result<(), Fault> {
    let own = app.clone();
    tokio::task::spawn_blocking(move || bring_together_now(&own, main)).await.map_err(Fault::other)?
}

/// [`bring_together`] outside an async runtime.
pub fn bring_together_now(app: &App, main: DossierId) -> Result<(), Fault> {
    let read = move |tx: &mut Tx| {
        let ids = storage::linked::list(tx, main)?;
        let linked = storage::record::load_all(tx, &ids)?;
        Ok::<_, storage::StorageError>((load(tx, main)?, linked))
    };
    let (found, linked) = app.store.read_now(read)?;
    let Some(main) = found else { return Ok(()) };
    let linked: Vec<Dossier> = linked.into_iter().filter_map(|(id, records)| replay(id, &records)).collect();
    // What fails at one agency does not hold up the others.
    let mut failed = Ok(());
    for asked in &main.linked {
        let there = linked.iter().find(|dossier| number(dossier) == Some(asked.number));
        let done = match there {
            None if asked.is_open() => open_linked(app, &main, asked),
            Some(there) if asked.is_open() && there.outcome.is_some() => {
                note_answer(app, &main, there, asked.number)
            }
            Some(there) if !asked.is_open() && !there.stage.kind().closed() => {
                let key = format!("recall-{}", there.id.0);
                act_on(app, there, Command::Recall(Recall), key, Vec::new())
            }
            _ => Ok(()),
        };
        failed = failed.and(done);
    }
    failed
}

/// Opened, taken in and handed to its division in one breath, if it is still asked for then.
fn open_linked(app: &App, main: &Dossier, asked: &Linked) -> Result<(), Fault> {
    let code = main.code.clone().ok_or_else(|| Fault::other("a main dossier without a code"))?;
    if code.depth() >= DEPTH_MAX {
        return Err(Fault::other("linked dossiers ask each other without end"));
    }
    let (data, now) = (app.master_data(), app.now());
    let procedure = data
        .procedure(asked.procedure.as_str(), now.date())
        .ok_or_else(|| Fault::other(format!("the procedure {} is not in force", asked.procedure)))?;
    let offering = data.offering(asked.procedure.as_str(), asked.agency, now.date()).ok_or_else(|| {
        Fault::other(format!("the agency {} does not supply {}", asked.agency.0, asked.procedure))
    })?;
    let own = data.pinned(&main.pinned).ok_or_else(|| Fault::other("a version is missing"))?;
    let (papers, files) = passed_on(app, main, &own, procedure)?;
    let answers = main.answers.clone().into_iter().filter(|(id, _)| asks_too(&own, procedure, id)).collect();
    let filing = FileDossier {
        reference: random::reference(),
        channel: main.channel,
        // It comes to no counter.
        receiving: asked.agency,
        competent: asked.agency,
        level: offering.level,
        owner_kind: main.filed.owner,
        trial: main.filed.trial,
        account: None,
        parties: main.parties.as_ref().map(known_elsewhere).unwrap_or_default(),
        answers,
        case: None,
        papers,
        file_names: files.iter().map(|file| (file.id, file.name.clone())).collect(),
        delivery: Delivery::Counter,
        main: Some(Main { dossier: main.id, code, number: asked.number, minutes: asked.minutes }),
    };
    let opening = NewDossier {
        filing,
        procedure: asked.procedure.to_string(),
        actor: Actor::System,
        key: format!("linked-{}-{}", main.id.0, asked.number),
        then: vec![Command::Accept(Accept::default()), Command::HandOver(HandOver)],
        draft: None,
        files,
    };
    let (own, reference, number) = (app.clone(), main.reference.clone(), asked.number);
    let named = tokens(&opening.files);
    let write = move |tx: &mut Tx| {
        let head = storage::dossier::lock(tx, &reference)?.ok_or(NotDone::NotFound)?;
        let main = load(tx, head.id)?.ok_or(NotDone::NotFound)?;
        if !main.open_links().any(|asked| asked.number == number) {
            return Ok(None);
        }
        dossiers::open_in(&own, tx, &data, &opening, now).map(Some)
    };
    match app.store.write_in_turn_now(write) {
        Ok(Some(done)) => {
            app.news.tell(main);
            dossiers::told_with(app, Ok(done), &named).map(|_| ()).map_err(not_done)
        }
        Ok(None) => Ok(()),
        Err(other) => Err(not_done(other)),
    }
}

/// What was found goes back with its file. While the main dossier is paused it waits.
fn note_answer(app: &App, main: &Dossier, there: &Dossier, number: u32) -> Result<(), Fault> {
    if main.stage != Stage::Processing {
        return Ok(());
    }
    let Some(outcome) = there.outcome else { return Ok(()) };
    let id = there.id;
    let records = app.store.read_now(move |tx| storage::record::load(tx, id))?;
    let decided = records.iter().rev().find_map(|record| match &record.event.fact {
        domain::dossier::Fact::Decided { document, .. } => {
            Some((document.clone(), record.event.private.words.clone()))
        }
        _ => None,
    });
    let (document, words) = decided.unwrap_or_default();
    let result = match &there.result {
        None => None,
        Some(result) => copied(app, there.id, result.id, "")?,
    };
    let note = NoteAnswer {
        number,
        outcome,
        document,
        words,
        result: result.as_ref().map(files::fact),
        file_names: result.iter().map(|file| (file.id, file.name.clone())).collect(),
    };
    let key = format!("answer-{}", there.id.0);
    act_on(app, main, Command::NoteAnswer(note), key, result.into_iter().collect())
}

fn act_on(app: &App, on: &Dossier, command: Command, key: String, rows: Vec<File>) -> Result<(), Fault> {
    let request =
        ActRequest { reference: on.reference.clone(), actor: Actor::System, command, key, seen: None };
    match dossiers::perform_with_files_now(app, request, rows) {
        Ok(_) => Ok(()),
        // Somebody was faster; what still has to be done another job does.
        Err(NotDone::Refused(Refusal::NotAwaited | Refusal::WrongStage { .. })) => Ok(()),
        Err(other) => Err(not_done(other)),
    }
}

/// The papers of the main dossier that the other procedure asks for too, with their files under names of their own.
fn passed_on(
    app: &App,
    main: &Dossier,
    own: &Procedure,
    procedure: &Procedure,
) -> Result<(Vec<PaperGiven>, Vec<File>), Fault> {
    let (mut papers, mut files) = (Vec::new(), Vec::new());
    for given in &main.papers {
        // Keys may be no more than places in a list: what a paper is called says which it is.
        let Some(name) = own.paper(&given.paper).map(|paper| &paper.name) else { continue };
        let Some(paper) = procedure.papers.iter().find(|paper| alike(&paper.name, name)) else {
            continue;
        };
        let file = match &given.file {
            Some(file) => copied(app, main.id, file.id, &paper.id)?,
            None => None,
        };
        let fact = file.as_ref().map(files::fact);
        papers.push(PaperGiven { paper: paper.id.clone(), file: fact, ..given.clone() });
        files.extend(file);
    }
    Ok((papers, files))
}

/// A stored file once more, for another dossier; its content is durable before its row.
fn copied(app: &App, of: DossierId, id: i64, paper: &str) -> Result<Option<File>, Fault> {
    let rows = app.store.read_now(move |tx| storage::file::list_of_dossier(tx, of))?;
    let there = |row: &File| row.id == id && row.erased_under.is_none();
    let Some(row) = rows.into_iter().find(there) else { return Ok(None) };
    let token = random::token();
    app.files.copy(&row.token, &token)?;
    let now = app.now();
    let (id, paper) = (app.store.new_id(now), paper.to_string());
    Ok(Some(File { id, token, paper, stored_at: now, draft: None, dossier: None, ..row }))
}

/// Whether a question of one procedure is asked by another too: under one key, in one wording. What is asked for in free
/// words is of the one procedure only.
pub(crate) fn asks_too(own: &Procedure, other: &Procedure, question: &str) -> bool {
    let asked = |of: &Procedure| of.form.questions.iter().find(|asked| asked.id == question).cloned();
    question != crate::national::REQUEST
        && asked(own).zip(asked(other)).is_some_and(|(own, other)| alike(&own.label, &other.label))
}

fn alike(one: &Text, other: &Text) -> bool {
    !one.vi.is_empty() && fold(&one.vi) == fold(&other.vi)
}

/// Who it is about goes along; how they are reached does not: only who leads has to do with the applicant.
fn known_elsewhere(parties: &Parties) -> Parties {
    let Party { kind, name, identity, .. } = parties.owner.clone();
    Parties { owner: Party { kind, name, identity, ..Party::default() }, submitter: None }
}

fn number(dossier: &Dossier) -> Option<u32> {
    dossier.main.as_ref().map(|main| main.number)
}

fn not_done(why: NotDone) -> Fault {
    match why {
        NotDone::Fault(fault) => fault,
        NotDone::Refused(refusal) => Fault::other(refusal.sentence(domain::Language::English)),
        other => Fault::other(format!("it could not be done: {other:?}")),
    }
}

/// Another agency and a procedure it does with steps, by what a drawing says of them: by key, code or name.
pub(crate) fn elsewhere(
    data: &crate::master_data::MasterData,
    day: jiff::civil::Date,
    said: &process::LinkedTask,
) -> Result<Elsewhere, LackKind> {
    let named = |agency: &&domain::agency::Agency| {
        let names = [&agency.name.vi, &agency.name.en];
        agency.exists_on(day) && names.iter().any(|name| typed::key(name) == typed::key(&said.agency))
    };
    let agency = data
        .agency_by_key(said.agency.trim())
        .or_else(|| data.agencies.iter().find(named))
        .ok_or_else(|| LackKind::UnknownAgency { said: said.agency.clone() })?;
    let code = &*typed::code(&said.procedure);
    let supplied = data.offering(code, agency.id, day).and_then(|_| data.procedure(code, day));
    match supplied.filter(|procedure| !procedure.process.steps.is_empty()) {
        Some(procedure) => {
            let (code, needed) = (procedure.code.clone(), adopt::longest_of(&procedure.process));
            Ok(Elsewhere { agency: agency.id, procedure: code, needed })
        }
        None => Err(LackKind::NotSupplied { agency: agency.name.vi.clone(), procedure: code.to_string() }),
    }
}
