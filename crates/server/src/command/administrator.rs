//! The first administrator of an installation, with the agency they sit in.

use crate::output::say;
use anyhow::{Result, bail, ensure};
use app::administration::{self, NewOfficer};
use app::{Purpose, passwords};
use domain::Text;
use domain::agency::{Agency, AgencyCode, AgencyId, AgencyKind, DatedCode, Unit, UnitKey};
use domain::officer::{AccountId, Officer, Role};
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Administrator {
    /// The configuration of the installation
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// The name they sign in with
    #[arg(long)]
    login: String,
    /// Their full name
    #[arg(long)]
    name: String,
    /// The code of the ministry or province, such as H99 or 000.00.00.H99
    #[arg(long, value_name = "CODE")]
    agency_code: String,
    /// Its name in Vietnamese
    #[arg(long)]
    agency_name: String,
}

impl Administrator {
    /// The password comes by standard input, so that no list of processes shows it.
    pub fn run(self) -> Result<ExitCode> {
        let mut password = String::new();
        std::io::stdin().read_to_string(&mut password)?;
        let password = password.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']).to_string();
        ensure!(
            passwords::may_be_set(&password),
            "write a password of {} to {} characters to standard input",
            passwords::PASSWORD_MIN,
            passwords::PASSWORD_MAX
        );
        let Some(code) = AgencyCode::parse(&typed::code(&self.agency_code)) else {
            bail!("--agency-code `{}` is not an agency code", self.agency_code)
        };
        let config = crate::config::Config::load(&self.config)?;
        std::fs::create_dir_all(&config.data)?;
        let app = super::open(config.place(), config.data.clone(), Purpose::Work)?;
        let now = app.now();
        let today = now.date();
        let agency = Agency {
            id: AgencyId(app.store.new_id(now)),
            key: "head".into(),
            kind: AgencyKind::Province,
            name: Text::new(typed::one_line(&self.agency_name), ""),
            address: String::new(),
            phone: String::new(),
            codes: vec![DatedCode { code, from: today, to: None }],
            from: today,
            to: None,
            successor: None,
            standings: Vec::new(),
            units: vec![Unit {
                key: UnitKey("office".into()),
                name: Text::new("Văn phòng", "Office"),
                intake: false,
            }],
        };
        let officer = Officer {
            account: AccountId(0),
            agency: agency.id,
            unit: UnitKey("office".into()),
            roles: vec![Role::Administrator],
            name: typed::one_line(&self.name),
            title: Text::new("Quản trị hệ thống", "Administrator"),
            stands_for: None,
        };
        let first = NewOfficer { login: self.login.clone(), password, officer };
        let done = administration::found_now(&app, agency, first)?;
        ensure!(
            done,
            "this installation has officers already; an administrator adds more on the office pages"
        );
        say!("{}", typed::key(&self.login));
        Ok(ExitCode::SUCCESS)
    }
}
