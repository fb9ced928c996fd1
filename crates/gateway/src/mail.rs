//! E-mail by SMTP, or none where none is configured.

use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// Where letters go.
pub enum Mail {
    /// No SMTP server is configured: letters stay on the portal only.
    None,
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>, String),
}

/// An SMTP server as configured.
#[derive(Clone, Debug)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    /// TLS from the first byte or by STARTTLS; off only for a server on this machine.
    pub tls: bool,
    pub user: Option<String>,
    pub password: Option<String>,
    /// `Cổng Dịch vụ công <no-reply@example.vn>`.
    pub from: String,
}

pub struct Letter {
    /// Makes a letter sent twice recognisable as one: the Message-ID.
    pub key: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

#[derive(Debug)]
pub enum MailError {
    /// The address or the server's settings will never work.
    Never(String),
    /// It may work later.
    Later(String),
}

impl std::fmt::Display for MailError {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            MailError::Never(why) => write!(to, "the letter cannot be sent: {why}"),
            MailError::Later(why) => write!(to, "the letter could not be sent now: {why}"),
        }
    }
}

impl std::error::Error for MailError {}

impl Mail {
    pub fn smtp(smtp: &Smtp) -> Result<Mail, MailError> {
        let never = |error: lettre::transport::smtp::Error| MailError::Never(error.to_string());
        let builder = match (smtp.tls, smtp.port) {
            (true, 465) => AsyncSmtpTransport::<Tokio1Executor>::relay(&smtp.host).map_err(never)?,
            (true, _) => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&smtp.host).map_err(never)?,
            (false, _) => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host),
        };
        let mut builder = builder.port(smtp.port).timeout(Some(Duration::from_secs(20)));
        if let (Some(user), Some(password)) = (&smtp.user, &smtp.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        smtp.from.parse::<lettre::message::Mailbox>().map_err(|error| MailError::Never(error.to_string()))?;
        Ok(Mail::Smtp(Box::new(builder.build()), smtp.from.clone()))
    }

    pub fn is_configured(&self) -> bool {
        matches!(self, Mail::Smtp(..))
    }

    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let Mail::Smtp(transport, from) = self else { return Ok(()) };
        let never = |error: &dyn std::fmt::Display| MailError::Never(error.to_string());
        let message = Message::builder()
            .message_id(Some(format!("<{}@motcua>", letter.key)))
            .from(from.parse().map_err(|error: lettre::address::AddressError| never(&error))?)
            .to(letter.to.parse().map_err(|error: lettre::address::AddressError| never(&error))?)
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|error| never(&error))?;
        match transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(never(&error)),
            Err(error) => Err(MailError::Later(error.to_string())),
        }
    }
}
