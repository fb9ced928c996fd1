use crate::assembly::{self, Serving};
use crate::config::Config;
use anyhow::{Context, Result, ensure};
use app::{App, Opening, Purpose, clock::Clock};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Serve {
    /// The configuration; `motcua.example.toml` explains every key
    #[arg(long, value_name = "FILE", default_value = "motcua.toml")]
    config: PathBuf,
}

impl Serve {
    pub fn run(self) -> Result<ExitCode> {
        let config = Config::load(&self.config)?;
        let mail = match &config.mail {
            Some(smtp) => gateway::Mail::smtp(smtp)
                .map_err(anyhow::Error::msg)
                .context("mail.from or mail.host is not right")?,
            None => gateway::Mail::None,
        };
        let app = App::open(Opening {
            place: config.place(),
            folder: config.data.clone(),
            clock: Clock::system(),
            mail,
            portal_url: config.portal_url(),
            node: config.node,
            purpose: Purpose::Work,
        })?
        .bounded(config.intake.clone());
        let kind = app.store.read_now(|tx| storage::catalogue::meta(tx, "kind"))?;
        ensure!(
            kind.as_deref() != Some("demonstration"),
            "{} holds the demonstration, whose passwords everybody knows; serve refuses it",
            config.data.display()
        );
        if kind.is_none() {
            app.store.write_now(|tx| storage::catalogue::set_meta(tx, "kind", "real"))?;
        }
        let serving = Serving {
            app,
            settings: config.settings(),
            limits: config.limits(),
            bounds: config.bounds(),
            listener: assembly::bind(config.listen)?,
            office: config.office_listen.map(assembly::bind).transpose()?,
        };
        assembly::serve(serving, |address| {
            tracing::info!(%address, "listening");
            Ok(())
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
