//! Dossiers that officers look for, by code, number or name.

use super::row::{ListRow, ROW_COLUMNS, read_row, row_of_dossier};
use crate::{Result, SqlRow, SqlValue, Tx, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::Identity;
use std::collections::HashSet;

/// What an officer looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchedFor {
    Code(String),
    /// Digits of a code, such as its last ones, among the open work of the agency.
    CodePart(String),
    Reference(String),
    Identity(Identity),
    /// The number of a paper whose kind its digits do not tell, such as a passport of any country.
    Paper(String),
    /// Folded names, of which words go on as one of these does: today's folding, and that of before where it differs.
    Name(Vec<String>),
}

/// A dossier that was found, with what decides who may open it.
#[derive(Clone, Debug)]
pub struct DossierHit {
    pub row: ListRow,
    /// The divisions known from rows to have it or, once those are added, to have had it; an open dossier may have been
    /// elsewhere before.
    pub units: Vec<UnitKey>,
}

/// Whose dossiers are searched: those an agency received, those it decides, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    pub agency: AgencyId,
    pub received: bool,
    pub decided: bool,
}

/// Of a dossier that is found, with what decides who may open it, the name of who is found and what it is found by.
fn found_columns(name: &str, name_key: &str) -> String {
    let row = row_of_dossier("cast(null as bigint)", name);
    format!("select {row}, dossier.unit, {name_key}")
}

/// Where people are found by their names: from the first word on, which tells the name itself, and from any later one.
struct NameTable {
    table: &'static str,
    words: &'static str,
    /// What its index tells of who is found.
    told: &'static str,
    name: &'static str,
    /// Where the name is read, if the index does not tell it.
    join: &'static str,
}

const NAME_TABLES: [NameTable; 2] = [
    NameTable {
        table: "dossier_party",
        words: "name_key",
        told: "dossier_id, name, name_key as fits",
        name: "chosen.name",
        join: "",
    },
    NameTable {
        table: "dossier_name",
        words: "words",
        told: "dossier_id, role, words as fits",
        name: "party.name",
        join: "join dossier_party party on party.dossier_id = chosen.dossier_id and party.role = chosen.role",
    },
];

/// How people are found by their names, from the first word on and from any later one, each along an index. The words are
/// `?1`, where they end `?4`, the agency `?2`, how many at most `?3`; others may stand between words that were typed, `?5` says
/// in what manner and `?6` how the last of them begins, which is told faster and leaves few. Those who fit are chosen from the
/// index alone, and only their rows are read: very many share a first word.
pub fn by_name(side: &str, apart: Option<&str>) -> [String; 2] {
    NAME_TABLES.map(|NameTable { table, words, told, name, join }| {
        let like = apart.map_or(String::new(), |position| {
            format!(" and {position}({words}, ?6) > 0 and {words} like ?5")
        });
        format!(
            "{} from (select {told} from {table}
                where {side} = ?2 and {words} >= ?1 and {words} < ?4{like}
                order by {words}, dossier_id desc limit ?3) as chosen
             {join} join dossier on dossier.id = chosen.dossier_id",
            found_columns(name, "chosen.fits")
        )
    })
}

/// How people are found who leave words of a name out, along the same indexes: very many share a first word, few the two they
/// begin with. Those pairs are looked up one after the other, each from where the one before ends. Among the names of a pair
/// whose second word is the second that was typed, the next may come anywhere; of any other pair the second that was typed
/// must come next. The first word is `?1` and ends at `?4`, the second `?5`, the last letter `?6`, the pair as it was typed `?7`,
/// from the second word on `?8`, from the third `?9`, how the last word begins `?10`.
pub fn by_pairs(side: &str, position: &str) -> [String; 2] {
    NAME_TABLES.map(|NameTable { table, words, told, name, join }| {
        let space = |text: &str| format!("{position}({text} || ' ', ' ')");
        let (one, two) = (space(words), space(&format!("substr({words}, {} + 1)", space(words))));
        let next = |from: &str| {
            format!(
                "(select substr({words}, 1, {one} + {two} - 1) from {table}
                    where {side} = ?2 and {words} >= {from} and {words} < ?4 order by {words} limit 1)"
            )
        };
        format!(
            "with recursive pair (two) as (
                select {first} union all select {other} from pair where pair.two is not null),
             place (low, fits) as (
                select two || ' ' || case when two like ?7 then '' else ?5 end,
                    two || case when two like ?7 then '% ' || ?9 else ' ' || ?8 end
                from pair where two is not null)
             {select} from (select {told} from place cross join {table}
                where {side} = ?2 and {words} >= place.low and {words} < place.low || ?6
                    and {position}({words}, ?10) > 0 and {words} like place.fits
                limit ?3) as chosen
             {join} join dossier on dossier.id = chosen.dossier_id",
            first = next("?1"),
            // What begins with a name of one word comes right after it.
            other =
                next(&format!("pair.two || case when {position}(pair.two, ' ') = 0 then ' ' else '!' end")),
            select = found_columns(name, "chosen.fits"),
        )
    })
}

/// Number of words that name a person fully: if somebody is found by them, nobody is looked for with words between.
const NAMED_BY: usize = 4;

/// Maximum open dossiers of an agency that are looked through for a part of a code.
const OPEN_MAX: u32 = 10_000;

/// Dossiers that fit, newest first and a search for a name by name before, whatever their stage.
pub fn search(tx: &mut Tx, wanted: &SearchedFor, within: Within, limit: u32) -> Result<Vec<DossierHit>> {
    let select = found_columns("party.name", "party.name_key");
    let by_party = format!("{select} from dossier_party party join dossier on dossier.id = party.dossier_id");
    let by_key = format!(
        "{select} from dossier
         left join dossier_party party on party.dossier_id = dossier.id and party.role = 'owner'"
    );
    let sides = [("receiving_id", within.received), ("competent_id", within.decided)];
    let mut found: Vec<(String, DossierHit)> = Vec::new();
    for (side, _) in sides.iter().filter(|(_, asked)| *asked) {
        let agency = within.agency;
        let newest =
            format!("party.identity <> '' and party.{side} = ?2 order by party.dossier_id desc limit ?3");
        let rows = match wanted {
            SearchedFor::Code(code) => {
                let sql = format!("{by_key} where dossier.code = ?1 and dossier.{side} = ?2");
                tx.query(&sql, params![code, agency])?
            }
            SearchedFor::CodePart(part) => {
                let sql = format!(
                    "{select} from (select distinct dossier_id from work where agency_id = ?2 limit {OPEN_MAX}) as open
                     join dossier on dossier.id = open.dossier_id
                     left join dossier_party party on party.dossier_id = dossier.id and party.role = 'owner'
                     where dossier.{side} = ?2 and dossier.code like ?1 order by dossier.id desc limit ?3"
                );
                tx.query(&sql, params![format!("%{part}%"), agency, limit])?
            }
            SearchedFor::Reference(reference) => {
                let sql = format!("{by_key} where dossier.reference = ?1 and dossier.{side} = ?2");
                tx.query(&sql, params![reference, agency])?
            }
            SearchedFor::Identity(identity) => {
                let (number, country) = (&identity.number, &identity.country);
                let kind = crate::account::kind_key(identity);
                let so = "party.identity = ?1 and party.identity_kind = ?4 and party.identity_country = ?5";
                let sql = format!("{by_party} where {so} and {newest}");
                tx.query(&sql, params![number, agency, limit, kind, country])?
            }
            SearchedFor::Paper(number) => {
                let sql = format!(
                    "{by_party} where party.identity = ?1 and party.identity_kind <> '' and {newest}"
                );
                tx.query(&sql, params![number, agency, limit])?
            }
            SearchedFor::Name(keys) => {
                let mut rows = Vec::new();
                for key in keys {
                    let end = format!("{key}\u{10ffff}");
                    for sql in by_name(side, None) {
                        rows.extend(tx.query(&sql, params![key, agency, limit, &end])?);
                    }
                }
                // Who leaves words of a name out is answered more slowly, where few have the words together.
                let few = rows.len() < limit as usize;
                let named = |key: &str| !rows.is_empty() && key.split(' ').count() >= NAMED_BY;
                let apart: Vec<&String> = keys.iter().filter(|key| few && !named(key)).collect();
                for key in apart {
                    rows.extend(words_apart(tx, side, key, agency, limit, rows.is_empty())?);
                }
                rows
            }
        };
        for row in &rows {
            let unit: Option<String> = row.get(ROW_COLUMNS)?;
            let units = unit.map(UnitKey).into_iter().collect();
            let of = DossierHit { row: read_row(row)?, units };
            found.push((row.get::<Option<String>>(ROW_COLUMNS + 1)?.unwrap_or_default(), of));
        }
    }
    let by_name = matches!(wanted, SearchedFor::Name(_));
    let newest = |found: &DossierHit| std::cmp::Reverse(found.row.cursor.id);
    found.sort_by(|a, b| match by_name {
        true => (&a.0, newest(&a.1)).cmp(&(&b.0, newest(&b.1))),
        false => newest(&a.1).cmp(&newest(&b.1)),
    });
    // An agency that both received and decides a dossier finds it twice, and so does a word that stands twice in a name.
    let mut seen = HashSet::new();
    let mut found: Vec<DossierHit> = found.into_iter().map(|(_, found)| found).collect();
    found.retain(|found| seen.insert(found.row.cursor.id));
    found.truncate(limit as usize);
    Ok(found)
}

/// People in whose names other words stand between those that were typed. Where three were typed, no more than one is left
/// out before the second of them, unless nobody is found so.
fn words_apart(
    tx: &mut Tx,
    side: &str,
    key: &str,
    agency: AgencyId,
    limit: u32,
    thoroughly: bool,
) -> Result<Vec<SqlRow>> {
    let mut words = key.splitn(3, ' ');
    let (Some(first), Some(second), third) = (words.next(), words.next(), words.next()) else {
        return Ok(Vec::new());
    };
    let (last, end) = ("\u{10ffff}", format!("{first}\u{10ffff}"));
    let apart = |words: &str| words.replace(' ', "% ") + "%";
    let begun = format!(" {}", key.rsplit(' ').next().unwrap_or_default());
    let position = tx.engine.position_function();
    let mut rows = Vec::new();
    if let Some(third) = third {
        let (pair, from_third) = (format!("{first}% {second}%"), apart(third));
        let from_second = format!("{second}% {from_third}");
        let values =
            params![first, agency, limit, &end, second, last, pair, from_second, from_third, &begun].to_vec();
        for sql in by_pairs(side, position) {
            rows.extend(tx.query(&sql, &values)?);
        }
    }
    if third.is_none() || thoroughly && rows.is_empty() {
        for sql in by_name(side, Some(position)) {
            rows.extend(tx.query(&sql, params![first, agency, limit, &end, apart(key), &begun])?);
        }
    }
    Ok(rows)
}

/// Adds to these dossiers the divisions that had what of them is finished.
pub fn add_past_units(tx: &mut Tx, found: &mut [&mut DossierHit]) -> Result<()> {
    let finished =
        |found: &&mut DossierHit| found.row.finished_at.map(|_| SqlValue::Int(found.row.cursor.id));
    let (marks, ids) = crate::tx::among(found.iter().filter_map(finished));
    if ids.is_empty() {
        return Ok(());
    }
    let sql = format!("select dossier_id, unit from finished where dossier_id in ({marks})");
    for row in tx.query(&sql, &ids)? {
        let (id, unit): (i64, String) = (row.get(0)?, row.get(1)?);
        for found in found.iter_mut().filter(|found| found.row.cursor.id == id) {
            found.units.push(UnitKey(unit.clone()));
        }
    }
    Ok(())
}
