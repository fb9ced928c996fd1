//! Lays the master data down: agencies, officers, people, procedures and who offers them.

use crate::data;
use crate::people::PASSWORD;
use app::{App, Fault, passwords};
use domain::Text;
use domain::agency::{
    Agency, AgencyCode, AgencyId, AgencyKind, AgencyStanding, DatedCode, DatedStanding, Unit, UnitKey,
};
use domain::officer::{AccountId, Assurance, Officer};
use domain::procedure::{Level, LinkStep, ProcedureCode, Process};
use jiff::civil::{Date, date};
use std::collections::HashMap;
use storage::account::{self, Account, AccountKind};
use storage::catalogue::{self, LifeEvent, Offering, ProcedureField};
use storage::{StorageError, Tx};

/// From when the demonstration's procedures are in force.
pub(crate) const IN_FORCE: Date = date(2025, 7, 1);

/// Fills an empty database with the province, its people and its procedures.
pub fn seed(app: &App) -> Result<(), Fault> {
    let password = passwords::hash_now(PASSWORD)?;
    let app_in = app.clone();
    app.store.write_now(move |tx| lay_down(tx, &app_in, &password))?;
    app.refresh_reference_now()
}

fn lay_down(tx: &mut Tx, app: &App, password: &str) -> Result<(), StorageError> {
    let now = app.now();
    let mut id = || app.store.new_id(now);
    let agencies = agencies(tx, &mut id)?;
    for officer in data::people().officer {
        let account = AccountId(id());
        account::insert(
            tx,
            &row(account, &officer.login, AccountKind::Officer, password, &officer.name),
            now,
        )?;
        let place = Officer {
            account,
            agency: agencies[&officer.agency],
            unit: UnitKey(officer.unit),
            roles: officer.roles,
            name: officer.name,
            title: Text::new(officer.title_vi, officer.title_en),
            stands_for: None,
        };
        account::save_officer(tx, &place)?;
    }
    for citizen in data::people().citizen {
        let party = citizen.party();
        let kind = match citizen.kind.as_str() {
            "organisation" => AccountKind::Organisation,
            _ => AccountKind::Person,
        };
        let account = Account {
            identity: party.identity,
            phone: party.phone,
            confirmed_email: party.email.clone(),
            email: party.email,
            address: party.address,
            assurance: Assurance::Password,
            ..row(AccountId(id()), citizen.login(), kind, password, &party.name)
        };
        account::insert(tx, &account, now)?;
    }
    procedures(tx, &agencies)?;
    catalogue::set_meta(tx, "kind", "demonstration")
}

fn row(id: AccountId, login: &str, kind: AccountKind, password: &str, name: &str) -> Account {
    Account {
        id,
        login: login.to_string(),
        kind,
        password: password.to_string(),
        name: name.to_string(),
        identity: Default::default(),
        phone: String::new(),
        email: String::new(),
        confirmed_email: String::new(),
        address: String::new(),
        assurance: Assurance::Verified,
        disabled: false,
    }
}

fn agencies(tx: &mut Tx, id: &mut impl FnMut() -> i64) -> Result<HashMap<String, AgencyId>, StorageError> {
    let written = data::agencies().agency;
    let ids: HashMap<String, AgencyId> =
        written.iter().map(|agency| (agency.key.clone(), AgencyId(id()))).collect();
    for agency in written {
        let agency = Agency {
            id: ids[&agency.key],
            kind: agency.kind,
            name: Text::new(agency.name_vi, agency.name_en),
            address: agency.address_vi,
            phone: agency.phone,
            codes: vec![DatedCode {
                code: AgencyCode::parse(&agency.code).expect("codes are tested"),
                from: agency.valid_from,
                to: agency.valid_to,
            }],
            from: agency.valid_from,
            to: agency.valid_to,
            successor: agency.successor.map(|key| ids[&key]),
            standings: vec![DatedStanding {
                from: agency.valid_from,
                standing: AgencyStanding {
                    level: agency.level,
                    superior: agency.superior.map(|key| ids[&key]),
                    controlling: agency.controlling.map(|key| ids[&key]),
                },
            }],
            units: agency
                .unit
                .into_iter()
                .map(|unit| Unit {
                    key: UnitKey(unit.key),
                    name: Text::new(unit.name_vi, unit.name_en),
                    intake: unit.intake,
                })
                .collect(),
            key: agency.key,
        };
        catalogue::save_agency(tx, &agency)?;
    }
    Ok(ids)
}

fn procedures(tx: &mut Tx, agencies: &HashMap<String, AgencyId>) -> Result<(), StorageError> {
    let written = data::catalogue();
    for (field, place) in written.field.into_iter().zip(0..) {
        let name = Text::new(field.name_vi, field.name_en);
        catalogue::save_field(tx, place, &ProcedureField { key: field.key, name })?;
    }
    for (event, place) in written.life_event.into_iter().zip(0..) {
        let name = Text::new(event.name_vi, event.name_en);
        let business = event.audience == "business";
        catalogue::save_life_event(
            tx,
            place,
            &LifeEvent { key: event.key, name, business, icon: event.icon },
        )?;
    }
    let communes: Vec<AgencyId> = data::agencies()
        .agency
        .into_iter()
        .filter(|agency| agency.kind == AgencyKind::Commune && agency.valid_to.is_none())
        .map(|agency| agencies[&agency.key])
        .collect();
    for written in written.procedure {
        let mut procedure = written.read();
        procedure.process.links = links(&procedure.process, agencies);
        catalogue::insert_procedure(tx, &procedure, IN_FORCE)?;
        let started = domain::time::Instant::from_civil(IN_FORCE.at(7, 30, 0, 0));
        let dated = catalogue::DatedProcess {
            code: procedure.code.to_string(),
            process: procedure.process.clone(),
            from: None,
            published_at: started,
            published_by: None,
            approval: catalogue::Approval::default(),
        };
        catalogue::insert_process(tx, &dated)?;
        // The centre receives for the departments; each commune receives its own.
        let places: Vec<(AgencyId, AgencyId)> = match written.competent.as_str() {
            "commune" => communes.iter().map(|commune| (*commune, *commune)).collect(),
            key => vec![(agencies[key], agencies["centre"])],
        };
        for (agency, receiving) in places {
            let offering = Offering {
                code: procedure.code.to_string(),
                agency,
                from: IN_FORCE,
                to: None,
                level: Level::new(written.level).expect("levels are tested"),
                receiving,
            };
            catalogue::insert_offering(tx, &offering)?;
        }
    }
    Ok(())
}

/// What other agencies do in a drawing of ours, which names them by their keys.
fn links(process: &Process, agencies: &HashMap<String, AgencyId>) -> Vec<LinkStep> {
    let model = process.model();
    let nodes = model.works().into_iter().map(|node| &model.nodes[node]);
    let link = |node: &process::Node| {
        let linked = node.step.linked.as_ref()?;
        Some(LinkStep {
            id: node.id.clone(),
            name: Text::new(&node.name, &node.step.english),
            agency: agencies[&linked.agency],
            procedure: ProcedureCode::parse(&linked.procedure).expect("codes are tested"),
            minutes: node.step.time.map_or(0, |time| time.minutes()),
        })
    };
    nodes.filter_map(link).collect()
}
