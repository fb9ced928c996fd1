//! How PostgreSQL is reached: on this machine as it comes, over a network only through TLS with a certificate
//! that holds, unless the address itself says `sslmode=disable`.

use crate::StorageError;
use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

pub fn connect(url: &str) -> Result<Client, StorageError> {
    let (url, authority) = without_authority(url);
    let config: Config = url.parse().map_err(|error| {
        StorageError::Engine(format!("the address of PostgreSQL cannot be read: {}", deep(&error)))
    })?;
    let connected = if secured(&config) {
        let mut config = config;
        config.ssl_mode(SslMode::Require);
        config.connect(MakeRustlsConnect::new(trust(authority.as_deref())?))
    } else {
        config.connect(NoTls)
    };
    connected
        .map_err(|error| StorageError::Engine(format!("PostgreSQL could not be reached: {}", deep(&error))))
}

/// The driver does not know `sslrootcert`: it is ours to read.
fn without_authority(url: &str) -> (String, Option<String>) {
    let Some((start, query)) = url.split_once('?') else { return (url.to_string(), None) };
    let (ours, theirs): (Vec<&str>, Vec<&str>) =
        query.split('&').partition(|pair| pair.starts_with("sslrootcert="));
    let file = ours.first().and_then(|pair| pair.split_once('=')).map(|(_, file)| file.to_string());
    let query = if theirs.is_empty() { String::new() } else { format!("?{}", theirs.join("&")) };
    (format!("{start}{query}"), file)
}

fn secured(config: &Config) -> bool {
    let local = |host: &Host| match host {
        #[cfg(unix)]
        Host::Unix(_) => true,
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
    };
    match config.get_ssl_mode() {
        SslMode::Disable => false,
        SslMode::Require => true,
        _ => !config.get_hosts().iter().all(local),
    }
}

/// The public authorities, or the one in a file.
fn trust(authority: Option<&str>) -> Result<ClientConfig, StorageError> {
    let unreadable = |file: &str, error: &dyn std::fmt::Display| {
        StorageError::Engine(format!("sslrootcert: {file} cannot be read: {error}"))
    };
    let mut roots = RootCertStore::empty();
    match authority {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            let certificates =
                CertificateDer::pem_file_iter(file).map_err(|error| unreadable(file, &error))?;
            for certificate in certificates {
                let certificate = certificate.map_err(|error| unreadable(file, &error))?;
                roots.add(certificate).map_err(|error| unreadable(file, &error))?;
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StorageError::Engine(format!("TLS cannot be set up: {error}")))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// An error with its causes.
pub fn deep(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        words = format!("{words}: {next}");
        cause = next.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secured_at(url: &str) -> bool {
        secured(&without_authority(url).0.parse().unwrap())
    }

    #[test]
    fn a_network_is_crossed_only_through_tls() {
        assert!(!secured_at("postgres://motcua@127.0.0.1:5432/motcua"));
        assert!(!secured_at("postgres://motcua@localhost/motcua"));
        assert!(secured_at("postgres://motcua@db.tinh.gov.vn/motcua"));
        assert!(secured_at("postgres://motcua@127.0.0.1/motcua?sslmode=require"));
        assert!(!secured_at("postgres://motcua@db.tinh.gov.vn/motcua?sslmode=disable"));
    }

    #[test]
    fn the_authority_is_taken_out_of_the_address() {
        let (url, file) =
            without_authority("postgres://a@b/c?sslmode=require&sslrootcert=/etc/ca.pem&application_name=x");
        assert_eq!(url, "postgres://a@b/c?sslmode=require&application_name=x");
        assert_eq!(file.as_deref(), Some("/etc/ca.pem"));
        assert_eq!(without_authority("postgres://a@b/c?sslrootcert=ca.pem").0, "postgres://a@b/c");
    }
}
