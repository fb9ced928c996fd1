//! Configuration: one commented file, environment variables over it, and a plain sentence for a bad value.

use crate::lines;
use anyhow::{Context, Result, bail};
use app::{DatabaseLocation, attempts};
use domain::Text;
use gateway::Smtp;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU32, NonZeroU64, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::time::Duration;
use web::Hosts;
use web::limits::Limits;
use web::site::Settings;

/// Every key with what it accepts. `MOTCUA_` with the key in capitals, dots as underscores, overrides it.
const KEYS: &[(&str, &str)] = &[
    ("listen", "an address and port, such as 127.0.0.1:8080"),
    ("office_listen", "an address and port for officers only, such as 10.0.0.5:8081"),
    ("data", "a folder"),
    ("database", "nothing for the embedded database, or postgres://user:password@host/name"),
    ("node", "a number from 0 to 62, different on every node"),
    ("hosts.vietnamese", "a host name, such as dichvucong.example.gov.vn"),
    ("hosts.english", "a host name, such as e-services.example.gov.vn"),
    ("tls", "true behind a proxy that speaks TLS, else false"),
    ("trusted_proxies", "addresses separated by commas, such as 10.0.0.1"),
    ("owner.vietnamese", "the name of the ministry or province in Vietnamese"),
    ("owner.english", "its name in English"),
    ("phone", "the telephone number people may call for help"),
    ("mail.host", "a host name of an SMTP server"),
    ("mail.port", "a port number, such as 587"),
    ("mail.tls", "true or false"),
    ("mail.user", "a user name"),
    ("mail.password", "a password, best given as MOTCUA_MAIL_PASSWORD"),
    ("mail.from", "a sender, such as Cổng Dịch vụ công <no-reply@example.gov.vn>"),
    ("mail.patience_seconds", "how long the mail server may take in all, a number of at least 1"),
    ("limits.lines", "how many connections are held at once, a number of at least 1"),
    ("limits.lines_per_client", "how many of them one client may have, a number of at least 1"),
    ("limits.shared_addresses", "addresses many people are behind, separated by commas, such as 10.0.0.7"),
    ("limits.head_seconds", "within how long the head of a request comes, a number of at least 1"),
    ("limits.body_bytes", "how many bytes of a body come in each such time, a number of at least 1"),
    ("limits.body_seconds", "the time those are counted in, a number of at least 1"),
    ("limits.stalled_seconds", "within how long what is sent is taken on, a number of at least 1"),
    ("limits.drafts", "how many applications one account may have begun, a number of at least 1"),
    ("limits.files_of_draft", "how many files one of them may have, a number of at least 1"),
    ("limits.drafts_megabytes", "how large all files of an account's drafts may be together, in MB"),
    ("limits.account_megabytes_a_day", "how much an account may send in a day, in MB"),
    ("limits.officer_megabytes_a_day", "how much an officer may send in a day, in MB"),
    ("limits.address_megabytes_a_day", "how much may come from one address in a day, in MB"),
    ("limits.dossiers_a_day", "how many applications an account may send in a day, a number of at least 1"),
    (
        "limits.free_megabytes",
        "how much of the disk is kept for the record: then no more files are taken, in MB",
    ),
    ("limits.sign_in_per_minute", "a number of at least 1"),
    ("limits.look_up_per_minute", "a number of at least 1"),
    ("limits.wrong_passwords_per_hour", "a number of at least 1"),
    ("limits.letters_per_hour", "a number of at least 1"),
    ("limits.wrong_codes_per_hour", "a number of at least 1"),
];

pub struct Config {
    pub listen: SocketAddr,
    pub office_listen: Option<SocketAddr>,
    pub data: PathBuf,
    pub database: Option<String>,
    pub node: u8,
    pub hosts: Hosts,
    pub tls: bool,
    pub trusted_proxies: Vec<IpAddr>,
    pub owner: Text,
    pub phone: String,
    pub mail: Option<Smtp>,
    bounds: lines::LineBounds,
    /// How much may come in.
    pub intake: app::intake::IntakeBounds,
    sign_in_a_minute: NonZeroU32,
    look_up_a_minute: NonZeroU32,
    by_account: attempts::AttemptBounds,
}

impl Config {
    pub fn load(file: &Path) -> Result<Config> {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("the configuration {} cannot be read", file.display()))?;
        Config::read(&text, |name| std::env::var(name).ok())
    }

    fn read(text: &str, environment: impl Fn(&str) -> Option<String>) -> Result<Config> {
        let table: toml::Table = text.parse().context("the configuration is not TOML")?;
        let values = ConfigValues::new(&table, environment)?;
        let database = values.text("database").filter(|url| !url.is_empty());
        if let Some(url) = &database
            && !url.starts_with("postgres://")
            && !url.starts_with("postgresql://")
        {
            return Err(bad("database", url));
        }
        let node: u8 = values.parsed("node")?.unwrap_or(0);
        if node > 62 {
            return Err(bad("node", &node.to_string()));
        }
        Ok(Config {
            listen: values.parsed("listen")?.with_context(|| missing("listen"))?,
            office_listen: values.parsed("office_listen")?,
            data: values.text("data").with_context(|| missing("data"))?.into(),
            database,
            node,
            hosts: Hosts {
                vietnamese: values.text("hosts.vietnamese"),
                english: values.text("hosts.english"),
            },
            tls: values.parsed("tls")?.unwrap_or(true),
            trusted_proxies: values.list("trusted_proxies")?,
            owner: Text::new(
                values.text("owner.vietnamese").with_context(|| missing("owner.vietnamese"))?,
                values.text("owner.english").unwrap_or_default(),
            ),
            phone: values.text("phone").unwrap_or_default(),
            mail: mail(&values)?,
            bounds: line_bounds(&values)?,
            intake: intake_bounds(&values)?,
            sign_in_a_minute: values.parsed("limits.sign_in_per_minute")?.unwrap_or(often(20)),
            look_up_a_minute: values.parsed("limits.look_up_per_minute")?.unwrap_or(often(60)),
            by_account: bounds(&values)?,
        })
    }

    pub fn place(&self) -> DatabaseLocation {
        match &self.database {
            Some(url) => DatabaseLocation::Postgres(url.clone()),
            None => DatabaseLocation::Sqlite(crate::command::database(&self.data)),
        }
    }

    pub fn settings(&self) -> Settings {
        Settings {
            hosts: self.hosts.clone(),
            tls: self.tls,
            trusted_proxies: self.trusted_proxies.clone(),
            owner: self.owner.clone(),
            phone: self.phone.clone(),
            demonstration: false,
        }
    }

    pub fn limits(&self) -> Limits {
        Limits::new(self.sign_in_a_minute, self.look_up_a_minute, self.by_account)
    }

    pub fn bounds(&self) -> lines::LineBounds {
        self.bounds.clone()
    }

    pub fn portal_url(&self) -> String {
        let host = self.hosts.vietnamese.clone().unwrap_or_else(|| self.listen.to_string());
        format!("{}://{host}", if self.tls { "https" } else { "http" })
    }
}

/// Where letters are handed in; nothing where none are sent.
fn mail(values: &ConfigValues) -> Result<Option<Smtp>> {
    Ok(match values.text("mail.host").filter(|host| !host.is_empty()) {
        None => None,
        Some(host) => Some(Smtp {
            host,
            port: values.parsed("mail.port")?.unwrap_or(587),
            tls: values.parsed("mail.tls")?.unwrap_or(true),
            user: values.text("mail.user"),
            password: values.text("mail.password"),
            from: values.text("mail.from").with_context(|| missing("mail.from"))?,
            patience: Duration::from_secs(
                values.parsed("mail.patience_seconds")?.map_or(30, NonZeroU64::get),
            ),
        }),
    })
}

/// A whole number of seconds above nothing, or as usual.
fn seconds(values: &ConfigValues, key: &str, usual: Duration) -> Result<Duration> {
    Ok(values.parsed(key)?.map_or(usual, |seconds: NonZeroU64| Duration::from_secs(seconds.get())))
}

fn line_bounds(values: &ConfigValues) -> Result<lines::LineBounds> {
    let usual = lines::LineBounds::default();
    let seconds = |key, usual| seconds(values, key, usual);
    Ok(lines::LineBounds {
        lines_max: values.parsed("limits.lines")?.map_or(usual.lines_max, NonZeroUsize::get),
        lines_per_client: values
            .parsed("limits.lines_per_client")?
            .map_or(usual.lines_per_client, NonZeroUsize::get),
        head: seconds("limits.head_seconds", usual.head)?,
        body_bytes: values.parsed("limits.body_bytes")?.map_or(usual.body_bytes, NonZeroU64::get),
        body_time: seconds("limits.body_seconds", usual.body_time)?,
        stalled: seconds("limits.stalled_seconds", usual.stalled)?,
        exempt: values.list("limits.shared_addresses")?,
        proxies: values.list("trusted_proxies")?,
        ..usual
    })
}

fn intake_bounds(values: &ConfigValues) -> Result<app::intake::IntakeBounds> {
    let intake = app::intake::IntakeBounds::default();
    let megabytes = |key, usual: u64| -> Result<u64> { Ok(values.parsed(key)?.unwrap_or(usual)) };
    Ok(app::intake::IntakeBounds {
        drafts: values.parsed("limits.drafts")?.unwrap_or(intake.drafts),
        files_of_draft: values.parsed("limits.files_of_draft")?.unwrap_or(intake.files_of_draft),
        drafts_megabytes: megabytes("limits.drafts_megabytes", intake.drafts_megabytes)?,
        account_megabytes_a_day: megabytes("limits.account_megabytes_a_day", intake.account_megabytes_a_day)?,
        officer_megabytes_a_day: megabytes("limits.officer_megabytes_a_day", intake.officer_megabytes_a_day)?,
        address_megabytes_a_day: megabytes("limits.address_megabytes_a_day", intake.address_megabytes_a_day)?,
        dossiers_a_day: values.parsed("limits.dossiers_a_day")?.unwrap_or(intake.dossiers_a_day),
        free_megabytes: megabytes("limits.free_megabytes", intake.free_megabytes)?,
    })
}

fn bounds(values: &ConfigValues) -> Result<attempts::AttemptBounds> {
    let usual = attempts::AttemptBounds::default();
    let bound = |key, usual| -> Result<u32> { Ok(values.parsed(key)?.map_or(usual, NonZeroU32::get)) };
    Ok(attempts::AttemptBounds {
        wrong_passwords: bound("limits.wrong_passwords_per_hour", usual.wrong_passwords)?,
        letters: bound("limits.letters_per_hour", usual.letters)?,
        wrong_codes: bound("limits.wrong_codes_per_hour", usual.wrong_codes)?,
    })
}

fn often(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).expect("the defaults are not zero")
}

/// The values of all known keys, as text.
struct ConfigValues(Vec<(&'static str, String)>);

impl ConfigValues {
    fn new(table: &toml::Table, environment: impl Fn(&str) -> Option<String>) -> Result<ConfigValues> {
        let mut flat = Vec::new();
        flatten("", table, &mut flat);
        for (key, _) in &flat {
            if !KEYS.iter().any(|(known, _)| known == key) {
                bail!("the configuration has an unknown key `{key}`");
            }
        }
        let mut values = Vec::new();
        for (key, _) in KEYS {
            let variable = format!("MOTCUA_{}", key.to_uppercase().replace('.', "_"));
            let written = flat.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
            if let Some(value) = environment(&variable).or(written) {
                values.push((*key, value));
            }
        }
        Ok(ConfigValues(values))
    }

    fn text(&self, key: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone())
    }

    fn parsed<T: std::str::FromStr>(&self, key: &str) -> Result<Option<T>> {
        match self.text(key).filter(|value| !value.is_empty()) {
            None => Ok(None),
            Some(value) => value.trim().parse().map(Some).map_err(|_| bad(key, &value)),
        }
    }

    fn list<T: std::str::FromStr>(&self, key: &str) -> Result<Vec<T>> {
        let value = self.text(key).unwrap_or_default();
        let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| part.parse().map_err(|_| bad(key, part))).collect()
    }
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, into),
            toml::Value::String(text) => into.push((key, text.clone())),
            toml::Value::Array(list) => {
                let parts: Vec<String> = list
                    .iter()
                    .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_string))
                    .collect();
                into.push((key, parts.join(",")));
            }
            other => into.push((key, other.to_string())),
        }
    }
}

fn accepted(key: &str) -> &'static str {
    KEYS.iter().find(|(known, _)| *known == key).map_or("", |(_, accepted)| accepted)
}

fn bad(key: &str, value: &str) -> anyhow::Error {
    // A password is never repeated on a screen.
    if key.contains("password") || key == "database" {
        return anyhow::anyhow!("`{key}` has a value that cannot be used; it accepts {}", accepted(key));
    }
    anyhow::anyhow!("`{key}` = `{value}` cannot be used; it accepts {}", accepted(key))
}

fn missing(key: &str) -> String {
    format!("`{key}` is missing; it accepts {}", accepted(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../../motcua.example.toml");

    fn read(text: &str) -> Result<Config> {
        Config::read(text, |_| None)
    }

    #[test]
    fn the_shipped_example_reads_and_explains_every_key() {
        let config = read(EXAMPLE).unwrap();
        assert_eq!(config.place(), DatabaseLocation::Sqlite("motcua-data/motcua.db".into()));
        for (key, _) in KEYS {
            let last = key.rsplit('.').next().unwrap();
            assert!(EXAMPLE.contains(last), "the example says nothing of `{key}`");
        }
    }

    #[test]
    fn a_bad_value_names_the_key_and_what_is_accepted() {
        let text = EXAMPLE.replace("127.0.0.1:8080", "nowhere");
        let error = read(&text).err().unwrap().to_string();
        assert!(error.contains("`listen`") && error.contains("127.0.0.1:8080"), "{error}");
        let error = read(&format!("colour = \"red\"\n{EXAMPLE}")).err().unwrap().to_string();
        assert!(error.contains("`colour`"), "{error}");
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config =
            Config::read(EXAMPLE, |name| (name == "MOTCUA_LISTEN").then(|| "127.0.0.1:9".into())).unwrap();
        assert_eq!(config.listen.port(), 9);
        let postgres = Config::read(EXAMPLE, |name| {
            (name == "MOTCUA_DATABASE").then(|| "postgres://motcua@127.0.0.1/motcua".into())
        });
        assert!(matches!(postgres.unwrap().place(), DatabaseLocation::Postgres(_)));
    }
}
