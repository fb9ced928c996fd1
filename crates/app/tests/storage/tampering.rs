//! What somebody with the database and the folder can change, one thing after the other: each is named. What is not in
//! this table is named in `docs/operations.md` as bound by nothing.

use crate::world::*;
use app::DatabaseLocation;
use app::verify::VerifyFinding;
use domain::dossier::{Command, Dossier, Involve, Involvement};
use std::collections::BTreeSet;

/// A dossier with a file, accepted and handed over, with a colleague who follows.
struct Victim {
    dossier: Dossier,
    file: i64,
    token: String,
}

/// One change behind the program's back.
struct Tampering {
    name: &'static str,
    /// `:d` is the victim, `:o` another dossier, `:f` the victim's file, `:g` the other's.
    sql: &'static [&'static str],
    /// Beside the database.
    content: TamperedContent,
    /// A word of the finding.
    found: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TamperedContent {
    Stays,
    /// To what the row then says, where the statements use `:sha` and `:size`.
    Changed,
    Removed,
}

const fn rows(name: &'static str, sql: &'static [&'static str], found: &'static str) -> Tampering {
    Tampering { name, sql, content: TamperedContent::Stays, found }
}

const fn with(
    name: &'static str,
    sql: &'static [&'static str],
    content: TamperedContent,
    found: &'static str,
) -> Tampering {
    Tampering { name, sql, content, found }
}

const FORGED: &[u8] = b"%PDF-1.4\n% another decision\n";

const TABLE: &[Tampering] = &[
    // The record.
    rows(
        "a fact is rewritten",
        &["update event set facts = replace(facts, 'direct', 'postal') where dossier_id = :d and sequence = 1"],
        "event 1 was changed",
    ),
    rows(
        "a fact and its digest are rewritten",
        &["update event set facts = facts || ' ', digest = private_digest where dossier_id = :d and sequence = 2"],
        "event 2 was changed",
    ),
    rows("a time is rewritten", &["update event set at = at - 60000 where dossier_id = :d and sequence = 2"], "time of event 2"),
    rows("an event in the middle is deleted", &["delete from event where dossier_id = :d and sequence = 2"], "event 2 is missing"),
    rows("the last event is deleted", &["delete from event where dossier_id = :d and sequence = (:last)"], "its row says sequence"),
    rows(
        "the last event is deleted and the row agrees",
        &[
            "delete from event where dossier_id = :d and sequence = (:last)",
            "update dossier set sequence = (:last), head = (select digest from event where dossier_id = :d
                and sequence = (:last)) where id = :d",
        ],
        "was acknowledged, and is not there",
    ),
    rows("all events are deleted", &["delete from event where dossier_id = :d"], "its row says sequence"),
    rows(
        "a dossier goes without a trace but its keys",
        &[
            "delete from event where dossier_id = :d",
            "delete from dossier where id = :d",
            "delete from work where dossier_id = :d",
            "delete from dossier_party where dossier_id = :d",
            "delete from involved where dossier_id = :d",
            "delete from file where dossier_id = :d",
        ],
        "was acknowledged, and is not there",
    ),
    rows(
        "an event is repeated",
        &["insert into event (dossier_id, sequence, at, facts, private_digest, digest)
            select dossier_id, sequence + 1, at, facts, private_digest, digest from event
            where dossier_id = :d and sequence = (:last)"],
        "was changed",
    ),
    rows(
        "two dossiers exchange their first events",
        &[
            "update event set dossier_id = -1 where dossier_id = :d and sequence = 1",
            "update event set dossier_id = :d where dossier_id = :o and sequence = 1",
            "update event set dossier_id = :o where dossier_id = -1",
        ],
        "was changed",
    ),
    rows("a private part is rewritten", &["update event_private set body = replace(body, 'Văn', 'Thị') where dossier_id = :d"], "private part of event 1 was changed"),
    rows("a salt is exchanged", &["update event_private set salt = (select salt from event_private where dossier_id = :o and sequence = 1) where dossier_id = :d and sequence = 1"], "private part of event 1 was changed"),
    rows("a private part is deleted", &["delete from event_private where dossier_id = :d and sequence = 1"], "private part of event 1 is missing"),
    rows("a private part is emptied", &["update event_private set body = null, salt = null where dossier_id = :d and sequence = 1"], "private part of event 1 is missing"),
    rows("a private part is erased in silence", &["update event_private set body = null, salt = null, erased_under = 'QĐ 1' where dossier_id = :d and sequence = 1"], "without a signed protocol"),
    rows(
        "a private part is put where no event is",
        &["insert into event_private (dossier_id, sequence, salt, body) select :d - 1, 9, salt, body from event_private
            where dossier_id = :d and sequence = 1"],
        "a private part lies there",
    ),
    // What follows it.
    rows("a stage is set", &["update dossier set stage = 'returned' where id = :d"], "its row says stage"),
    rows("a legal date is moved", &["update dossier set due_legal = due_legal + 86400000 where id = :d"], "its row says due_legal"),
    rows("it is said to be denied", &["update dossier set outcome = 'denied' where id = :d"], "its row says outcome"),
    rows("it is said to be in time", &["update dossier set timeliness = 'early' where id = :d"], "its row says timeliness"),
    rows("a date is moved", &["update dossier set due_current = due_current + 86400000 where id = :d"], "its row says due_current"),
    rows("an owner is exchanged", &["update dossier set account_id = 5 where id = :d"], "its row says account_id"),
    rows("a code is exchanged", &["update dossier set code = '000.00.20.H99-260302-9999' where id = :d"], "its row says code"),
    rows("an agency is exchanged", &["update dossier set competent_id = receiving_id where id = :d"], "its row says competent_id"),
    rows("a head is exchanged", &["update dossier set head = (select head from dossier where id = :o) where id = :d"], "digest of event"),
    rows("a number of events is raised", &["update dossier set sequence = sequence + 1 where id = :d"], "its row says sequence"),
    rows("a dossier's row is deleted and its events are left", &["delete from dossier where id = :d"], "it has events and no row"),
    rows(
        "a dossier is made up",
        &["insert into dossier (id, reference, procedure_code, channel, receiving_id, competent_id, stage, steps_done,
            steps_total, submitted_at, sequence, head, rooted) select :d - 1, 'MADEUP' || :d, procedure_code, channel,
            receiving_id, competent_id, stage, steps_done, steps_total, submitted_at, 0, head, 0 from dossier where id = :d"],
        "it has no events",
    ),
    rows("a root is claimed", &["update dossier set rooted = sequence where id = :d"], "claims a signed root"),
    rows("open work is hidden", &["delete from work where dossier_id = :d"], "open work differ"),
    rows("open work is given away", &["update work set assignee_id = 7 where dossier_id = :d"], "open work differ"),
    rows("open work is doubled", &["insert into work (dossier_id, place, agency_id, unit, queue, due, receiving_id, competent_id, procedure_code) select dossier_id, 9, agency_id, unit, queue, due, receiving_id, competent_id, procedure_code from work where dossier_id = :d"], "open work differ"),
    rows("work is made up", &["insert into work (dossier_id, place, agency_id, unit, queue, due, receiving_id, competent_id, procedure_code) select -:d, 0, agency_id, unit, queue, due, receiving_id, competent_id, procedure_code from work where dossier_id = :d"], "work speaks of it"),
    rows("somebody follows who was not asked", &["insert into involved (account_id, dossier_id, agency_id, how) values (1, :d, 1, 'follow')"], "supports or follows"),
    rows("a follower is removed", &["delete from involved where dossier_id = :d"], "supports or follows"),
    rows("a finished division is made up", &["insert into finished (dossier_id, unit, agency_id, finished_at) values (:d, 'x', 1, 1)"], "finished work differ"),
    rows("a day it came is moved", &["update measure set came = came - 1 where dossier_id = :d"], "measures differs"),
    rows("a measure is removed", &["delete from measure where dossier_id = :d"], "measures differs"),
    rows(
        "a measure is made up",
        &["insert into measure (dossier_id, competent_id, procedure_code, channel, came, limited)
            select -:d, competent_id, procedure_code, channel, came, limited from measure where dossier_id = :d"],
        "measure speaks of it",
    ),
    rows(
        "what an act added to the sums is removed",
        &["delete from tally_change where id = (select max(id) from tally_change where summed = 'received_counter')"],
        "received_counter of 1.008628 in half-2026-03-01 says 1 less",
    ),
    rows(
        "a sum is made up",
        &["insert into tally (agency_id, span, procedure_code, received_online, received_counter, received_post, done_early,
            done_on_time, done_late, became_late, late_ended, received_without_limit, done_without_limit)
            select competent_id, 'year-1999-12-15', procedure_code, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0 from dossier where id = :d"],
        "done_on_time of 1.008628 in year-1999-12-15 says 7 more",
    ),
    rows("a name is exchanged", &["update dossier_party set name = 'Trần Thị Bình' where dossier_id = :d"], "looked up by differ"),
    rows("a name is removed", &["delete from dossier_party where dossier_id = :d"], "looked up by differ"),
    rows("a later word of a name is exchanged", &["update dossier_name set words = 'x' where dossier_id = :d"], "looked up by differ"),
    rows("the later words of a name are removed", &["delete from dossier_name where dossier_id = :d"], "looked up by differ"),
    rows("a key of a name is exchanged", &["update dossier_party set name_key = 'x', folding = 1 where dossier_id = :d"], "looked up by differ"),
    rows("a kind of paper is exchanged", &["update dossier_party set identity_kind = 'passport' where dossier_id = :d"], "looked up by differ"),
    rows("a name is added", &["insert into dossier_party (dossier_id, role, name, name_key, identity) values (:d, 'submitter', 'x', 'x', '')"], "looked up by differ"),
    // Its files.
    with("a content is rewritten", &[], TamperedContent::Changed, "its content was changed"),
    with("a content is removed", &[], TamperedContent::Removed, "cannot be read"),
    with(
        "a content and its row are rewritten together",
        &["update file set sha256 = ':sha', size = :size where id = :f"],
        TamperedContent::Changed,
        "another content than the event",
    ),
    with("a row and its content are removed", &["delete from file where id = :f"], TamperedContent::Removed, "has no row"),
    rows("a row is removed", &["delete from file where id = :f"], "has no row"),
    rows("a file is given to another dossier", &["update file set dossier_id = :o where id = :f"], "is not among its files"),
    rows(
        "two dossiers exchange their files",
        &[
            "update file set dossier_id = -1 where id = :f",
            "update file set dossier_id = :d where id = :g",
            "update file set dossier_id = :o where id = :f",
        ],
        "is not among its files",
    ),
    rows(
        "two files exchange their contents",
        &[
            "update file set token = 'x:d' where id = :f",
            "update file set token = ':t' where id = :g",
            "update file set token = ':u' where id = :f",
        ],
        "its content was changed",
    ),
    rows("a type is set", &["update file set media = 'text/html' where id = :f"], "another type than the event"),
    rows("a file is erased in silence", &["update file set erased_under = 'QĐ 1' where id = :f"], "without a signed protocol"),
    rows("a size is set", &["update file set size = size + 1 where id = :f"], "another content than the event"),
    rows("a file is renamed", &["update file set name = 'quyet-dinh.pdf' where id = :f"], "another name than the event"),
    rows("a file is given to a draft too", &["update file set draft_id = 77 where id = :f"], "a draft has it too"),
    rows("a file belongs to nothing", &["update file set dossier_id = null where id = :f"], "no draft and no dossier"),
    rows(
        "a file is added",
        &["insert into file (id, token, sha256, media, size, name, stored_at, paper, dossier_id)
            select :f + 1, 'added:d', sha256, media, size, name, stored_at, paper, dossier_id from file where id = :f"],
        "no event of dossier",
    ),
    // Codes and roots, which all share.
    rows("a signed head is exchanged", &["update root_head set digest = (select head from dossier where id = :o) where dossier_id = :r"], "heads are not those"),
    rows("a signature is exchanged", &["update root set signature = digest where id = (select max(id) from root)"], "its signature is not ours"),
    rows("a root is taken away", &["delete from root_head", "delete from root"], "claims a signed root"),
    rows(
        "a root is deleted and its heads are left",
        &["insert into root_head (root_id, dossier_id, sequence, digest) select 77, id, sequence, head from dossier where id = :r"],
        "its heads are there, and it is not",
    ),
    rows(
        "a counter of a day to come is made up",
        &["insert into code_counter (agency_code, day, last) values ('000.00.20.H99', '2999-01-01', 500)"],
        "that day has not come",
    ),
    rows("a counter goes back", &["update code_counter set last = 1"], "the counter stands at 1"),
];

fn victim(world: &World, key: &str) -> Victim {
    // Each its own content, so that an exchange shows.
    let landed = world.app.files.put_now(&[PDF, key.as_bytes()].concat()).unwrap();
    let file = app::files::row(&world.app, &landed, "đơn.pdf", "request", None);
    let opened = world.open(world.opening_with(file.clone(), key)).unwrap().dossier;
    let hand_over = Command::HandOver(domain::dossier::HandOver);
    let there = world.perform(&opened, &format!("{key}-hand"), hand_over, None).unwrap().dossier;
    let head = find_officer(&world.app, "division-head");
    let follower = find_officer(&world.app, "officer");
    let involve = Command::Involve(Involve { officer: follower, how: Some(Involvement::Follow) });
    let actor = domain::officer::Actor::Officer(head);
    let there = world.perform_as(actor, &there, &format!("{key}-follow"), involve).unwrap().dossier;
    Victim { dossier: there, file: file.id, token: file.token }
}

#[test]
fn every_tampering_is_named() {
    on_each_engine(|world| {
        let rooted = victim(world, "rooted");
        world.gather_roots();
        let innocent = victim(world, "innocent");
        let mut known: BTreeSet<String> = BTreeSet::new();
        assert_eq!(world.verify(), []);
        for (number, tampering) in TABLE.iter().enumerate() {
            let target = victim(world, &format!("v{number}"));
            let other = victim(world, &format!("o{number}"));
            let fresh = told(world.verify());
            assert_eq!(fresh.difference(&known).count(), 0, "before {}: {fresh:?}", tampering.name);
            let statements: Vec<String> =
                tampering.sql.iter().map(|sql| filled(sql, &target, &other, &rooted)).collect();
            behind(world, &statements);
            let path = world.app.files.path(&target.token);
            match tampering.content {
                TamperedContent::Stays => {}
                TamperedContent::Changed => std::fs::write(&path, FORGED).unwrap(),
                TamperedContent::Removed => std::fs::remove_file(&path).unwrap(),
            }
            let after = told(world.verify());
            let new: Vec<&String> = after.difference(&known).collect();
            let named = new.iter().any(|finding| finding.contains(tampering.found));
            assert!(named, "{}: “{}” is not among {new:#?}", tampering.name, tampering.found);
            assert!(after.iter().all(|finding| !finding.contains(&innocent.dossier.id.0.to_string())));
            known = after;
        }
    });
}

fn told(findings: Vec<VerifyFinding>) -> BTreeSet<String> {
    findings.into_iter().map(|finding| format!("{}: {}", finding.subject, finding.what)).collect()
}

fn filled(sql: &str, target: &Victim, other: &Victim, rooted: &Victim) -> String {
    let sha = app::random::hex(&<sha2::Sha256 as sha2::Digest>::digest(FORGED));
    let last = "select max(sequence) from event where dossier_id = :d";
    sql.replace(":last", last)
        .replace(":sha", &sha)
        .replace(":size", &FORGED.len().to_string())
        .replace(":d", &target.dossier.id.0.to_string())
        .replace(":o", &other.dossier.id.0.to_string())
        .replace(":r", &rooted.dossier.id.0.to_string())
        .replace(":f", &target.file.to_string())
        .replace(":g", &other.file.to_string())
        .replace(":t", &target.token)
        .replace(":u", &other.token)
}

/// As somebody does who owns the database: past the program and past the constraints.
pub fn behind(world: &World, statements: &[String]) {
    match &world.place {
        DatabaseLocation::Sqlite(file) => {
            let connection = rusqlite::Connection::open(file).unwrap();
            connection.execute_batch("pragma foreign_keys = off; pragma busy_timeout = 10000;").unwrap();
            for sql in statements {
                assert!(connection.execute(sql, []).unwrap() > 0, "nothing was touched by {sql}");
            }
        }
        DatabaseLocation::Postgres(url) => {
            let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
            client.batch_execute("set session_replication_role = replica").unwrap();
            for sql in statements {
                assert!(client.execute(sql.as_str(), &[]).unwrap() > 0, "nothing was touched by {sql}");
            }
        }
    }
}
