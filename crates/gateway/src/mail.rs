//! E-mail by SMTP, or none where none is configured.

use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// Where letters go.
pub enum Mail {
    /// No SMTP server is configured: letters stay on the portal only.
    None,
    Smtp(Box<Line>),
}

/// The way to an SMTP server.
pub struct Line {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
    patience: Duration,
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
    /// A server that takes the connection and says nothing, or says it slowly, is given so long in all.
    pub patience: Duration,
}

pub struct Letter {
    /// Makes a letter sent twice recognisable as one: the Message-ID.
    pub key: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// Why a letter did not go. What the server said is left out: it may repeat the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    #[error("the mail server could not be reached or did not answer in time")]
    Unreachable,
    #[error("the letter was refused for now")]
    Later,
    #[error("the letter was refused for good")]
    Never,
}

/// Codes are those of RFC 5321 and RFC 4954. That the server does not let us in (530 to 538), or closes (421), says nothing
/// about the letter.
fn why(error: &lettre::transport::smtp::Error) -> MailError {
    // What we ask for it cannot do, such as an address with letters it does not take: that will not change.
    if error.is_client() {
        return MailError::Never;
    }
    match error.status().map(u16::from) {
        Some(421 | 432 | 454 | 530..=539) | None => MailError::Unreachable,
        Some(400..=499) => MailError::Later,
        Some(_) => MailError::Never,
    }
}

impl Mail {
    pub fn smtp(smtp: &Smtp) -> Result<Mail, String> {
        let never = |error: lettre::transport::smtp::Error| error.to_string();
        let builder = match (smtp.tls, smtp.port) {
            (true, 465) => AsyncSmtpTransport::<Tokio1Executor>::relay(&smtp.host).map_err(never)?,
            (true, _) => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&smtp.host).map_err(never)?,
            (false, _) => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host),
        };
        let mut builder = builder.port(smtp.port).timeout(Some(smtp.patience));
        if let (Some(user), Some(password)) = (&smtp.user, &smtp.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        smtp.from.parse::<lettre::message::Mailbox>().map_err(|error| error.to_string())?;
        let (transport, from, patience) = (builder.build(), smtp.from.clone(), smtp.patience);
        Ok(Mail::Smtp(Box::new(Line { transport, from, patience })))
    }

    pub fn is_configured(&self) -> bool {
        matches!(self, Mail::Smtp(..))
    }

    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let Mail::Smtp(line) = self else { return Ok(()) };
        let message = Message::builder()
            .message_id(Some(format!("<{}@motcua>", letter.key)))
            .from(line.from.parse().map_err(|_| MailError::Never)?)
            .to(letter.to.parse().map_err(|_| MailError::Never)?)
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|_| MailError::Never)?;
        match tokio::time::timeout(line.patience, line.transport.send(message)).await {
            Err(_) => Err(MailError::Unreachable),
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(why(&error)),
        }
    }
}
