//! All that a story looks at: the master data, the officers, and sample answers of each form.

use crate::chance::Chance;
use crate::data;
use app::master_data::MasterData;
use app::{App, Fault};
use domain::agency::{AgencyId, UnitKey};
use domain::officer::{Officer, Role};
use domain::procedure::{Channel, Procedure};
use domain::time::Instant;
use forms::{QuestionKind, When};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use storage::{StorageError, account};

pub(crate) struct World {
    pub data: Arc<MasterData>,
    pub officers: Vec<Officer>,
    pub samples: HashMap<String, BTreeMap<String, String>>,
    /// Nothing happens after this moment.
    pub until: Instant,
}

impl World {
    pub fn load(app: &App, until: Instant) -> Result<World, Fault> {
        let data = app.master_data();
        let ids: Vec<AgencyId> = data.agencies.iter().map(|agency| agency.id).collect();
        let officers = app.store.read_now(move |tx| {
            let mut officers = Vec::new();
            for id in &ids {
                officers.extend(account::list_officers(tx, *id)?);
            }
            Ok::<_, StorageError>(officers)
        })?;
        let samples = data::catalogue()
            .procedure
            .into_iter()
            .map(|procedure| {
                let read = procedure.read();
                let answers =
                    procedure.question.iter().zip(&read.form.questions).filter_map(|(asked, question)| {
                        let answer = question.kind.read(&asked.sample).ok()?;
                        (!answer.is_empty()).then(|| (asked.id.clone(), answer))
                    });
                (procedure.code, answers.collect())
            })
            .collect();
        Ok(World { data, officers, samples, until })
    }

    /// The answers of an example as of somebody who applies now: what they say has happened is not still to come.
    pub fn answers(&self, procedure: &Procedure, now: Instant) -> BTreeMap<String, String> {
        const RECENT_MINUTES: i64 = 20 * 24 * 60;
        let mut answers = self.samples.get(procedure.code.as_str()).cloned().unwrap_or_default();
        for question in &procedure.form.questions {
            let past = matches!(&question.kind, QuestionKind::Date(dates) if dates.when == Some(When::Past));
            let Some(answer) = answers.get_mut(&question.id).filter(|_| past) else { continue };
            if answer.parse::<Date>().is_ok_and(|happened| happened > now.date()) {
                *answer = now.plus_minutes(-RECENT_MINUTES).date().to_string();
            }
        }
        answers
    }

    /// Any officer who fits.
    pub fn officer(
        &self,
        chance: &mut Chance,
        agency: AgencyId,
        role: Role,
        unit: Option<&UnitKey>,
    ) -> Option<Officer> {
        let fits = |officer: &&Officer| {
            let here = unit.map_or_else(|| officer.has(role), |unit| officer.does(unit, role));
            officer.agency == agency && here
        };
        let count = self.officers.iter().filter(fits).count() as i64;
        if count == 0 {
            return None;
        }
        self.officers.iter().filter(fits).nth(chance.between(0, count) as usize).cloned()
    }

    /// A moment of a day: at the counter in office hours, online at any waking hour.
    pub fn moment(&self, chance: &mut Chance, day: Date, channel: Channel, agency: AgencyId) -> Instant {
        let calendar = self.data.calendar(agency);
        match channel {
            Channel::Online => {
                Instant::from_civil(day.at(6, 0, 0, 0)).plus_minutes(chance.between(0, 17 * 60))
            }
            Channel::Direct | Channel::Postal => {
                let open = calendar.working_day_from(day);
                let minutes = chance.between(5, 420) as u32;
                let morning =
                    Instant::from_civil(open.date.to_datetime(open.hours.opening().unwrap_or_default()));
                let at = calendar.after_working_minutes(morning, minutes);
                // A day that rolled past today stays today.
                if at > self.until { self.until.plus_minutes(-i64::from(minutes.min(90))) } else { at }
            }
        }
    }
}
