//! Everything that happened to a dossier, and who looked at it.

use super::text;
use crate::officer_reader::OfficerReader;
use app::opening::{Relative, Viewed};
use domain::Language;
use domain::dossier::{Fact, Record};
use domain::officer::AccountId;
use domain::procedure::Procedure;
use domain::time::{Instant, short_moment};
use ui::event_sentences::{Outsider, tell_outside};
use ui::part::HistoryEntry;

/// The newest first; what happened to dossiers it hangs together with in other agencies lies between, without names and words.
pub fn rows(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure) -> Vec<HistoryEntry> {
    let t = text::Words(reader.language);
    let row = |record: &Record| HistoryEntry {
        at: format!("{} · {}", short_moment(record.at, reader.language), who(viewed, record, &t)),
        sentence: told(reader, viewed, procedure, record),
        words: [record.event.private.words.as_str(), record.event.private.recipient.as_str()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    };
    let told = |record: &&Record| ui::event_sentences::is_told(record);
    let own = viewed.records.iter().filter(told).map(|record| (record.at, row(record)));
    let others = viewed.family.iter().flat_map(|relative| elsewhere(reader, relative));
    let mut all: Vec<(Instant, HistoryEntry)> = own.chain(others).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().rev().map(|(_, row)| row).collect()
}

/// What happened to a dossier of another agency.
fn elsewhere(reader: &OfficerReader, relative: &Relative) -> Vec<(Instant, HistoryEntry)> {
    let data = &reader.data;
    let dossier = &relative.dossier;
    let procedure = data.pinned(&dossier.pinned);
    let code = dossier.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let who = [super::facts::agency_name(reader, dossier.competent), code].join(" · ");
    let row = |record: &Record| {
        let to = Outsider::OtherAgency;
        let sentence = tell_outside(record, dossier, procedure.as_deref(), data, to, reader.language)?;
        let row = HistoryEntry {
            at: format!("{} · {who}", short_moment(record.at, reader.language)),
            sentence,
            words: String::new(),
        };
        Some((record.at, row))
    };
    relative.records.iter().filter_map(row).collect()
}

/// What happened after a page was opened.
pub fn since(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure, seen: u32) -> Vec<String> {
    let t = text::Words(reader.language);
    let line = |record: &Record| {
        let (who, told) = (who(viewed, record, &t), told(reader, viewed, procedure, record));
        format!("{}: {who} – {told}", short_moment(record.at, reader.language))
    };
    let new = |record: &&Record| record.sequence > seen && ui::event_sentences::is_told(record);
    viewed.records.iter().filter(new).map(line).collect()
}

/// Who opened it, the last first; somebody who opens it again and again on a day is said once.
pub fn readings(viewed: &Viewed, language: Language) -> Vec<String> {
    let line = |several: &[(Instant, AccountId)]| {
        let (at, account) = several[0];
        let often = if several.len() > 1 { format!(" (×{})", several.len()) } else { String::new() };
        format!("{} · {}{often}", short_moment(at, language), viewed.name(account).unwrap_or("–"))
    };
    let same = |one: &(Instant, AccountId), other: &(Instant, AccountId)| {
        one.1 == other.1 && one.0.date() == other.0.date()
    };
    viewed.readings.chunk_by(same).map(line).collect()
}

fn told(reader: &OfficerReader, viewed: &Viewed, procedure: &Procedure, record: &Record) -> String {
    let told =
        ui::event_sentences::tell(record, &viewed.dossier, Some(procedure), &reader.data, reader.language);
    let how = ui::event_sentences::turned_out(record, procedure, reader.language);
    let late = match &record.event.fact {
        Fact::StepFinished { late: Some(cause), .. } => Some(cause.name(reader.language)),
        _ => None,
    };
    let colleague = match &record.event.fact {
        Fact::Assigned { officer, .. } | Fact::Involved { officer, .. } | Fact::Uninvolved { officer } => {
            viewed.name(*officer)
        }
        _ => None,
    };
    let decided = match &record.event.fact {
        Fact::ProcessChanged { decided_by, .. } => {
            viewed.name(*decided_by).map(|name| text::Words(reader.language).decided_by(name))
        }
        _ => None,
    };
    let late = late.map(|cause| text::Words(reader.language).was_late(cause));
    let more: Vec<String> =
        how.into_iter().chain(late).chain(decided).chain(colleague.map(str::to_string)).collect();
    if more.is_empty() { told } else { format!("{told}: {}", more.join("; ")) }
}

fn who(viewed: &Viewed, record: &Record, t: &text::Words) -> String {
    match (record.by.account, record.by.agency) {
        (None, _) => t.system().to_string(),
        (Some(_), None) => t.applicant().to_string(),
        (Some(account), Some(_)) => {
            let name = |id| viewed.name(id).unwrap_or("–");
            match record.by.stands_for {
                None => name(account).to_string(),
                Some(absent) => t.in_place_of(name(account), name(absent)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::Delivery;
    use testkit::samples::SampleDossier;

    #[test]
    fn who_opens_it_again_on_a_day_is_said_once_with_how_often() {
        let sample = SampleDossier::filed(Delivery::Online);
        let (now, hour) = (sample.now.millis(), 3_600_000);
        let mut viewed = sample.viewed();
        let opened = |at: i64, account: i64| (Instant::from_millis(at), AccountId(account));
        viewed.readings = vec![
            opened(now + 2 * hour, 1),
            opened(now + hour, 1),
            opened(now, 2),
            opened(now - hour, 1),
            opened(now - 24 * hour, 1),
        ];
        let lines = readings(&viewed, Language::English);
        let often: Vec<bool> = lines.iter().map(|line| line.ends_with("(×2)")).collect();
        assert_eq!(often, [true, false, false, false], "{lines:?}");
        assert!(lines[0].starts_with(&short_moment(viewed.readings[0].0, Language::English)));
    }
}
