//! E-mail by SMTP, or none where none is configured.

use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::Mail as MailFrom;
use lettre::transport::smtp::extension::ClientId;
use lettre::{Message, message::Mailbox};
use std::time::Duration;

/// Where letters go.
pub enum Mail {
    /// No SMTP server is configured: letters stay on the portal only.
    None,
    Smtp(Box<SmtpClient>),
}

/// The way to an SMTP server.
pub struct SmtpClient {
    smtp: Smtp,
    tls: Option<TlsParameters>,
    from: Mailbox,
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
    /// Maximum time of one delivery in all, for a server that answers slowly or not at all.
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

/// Of a letter that was being handed over; codes are those of RFC 5321, RFC 4954 and RFC 3463. That the server does not let
/// us in (530 to 538), or closes (421), says nothing about the letter; what its rules forbid (x.7.x) they may allow once
/// somebody has mended them.
fn why(error: &lettre::transport::smtp::Error) -> MailError {
    // What we ask for it cannot do, such as an address with letters it does not take: that will not change.
    if error.is_client() {
        return MailError::Never;
    }
    match error.status().map(u16::from) {
        Some(421 | 432 | 454 | 530..=539) | None => MailError::Unreachable,
        Some(400..=499) => MailError::Later,
        Some(_) if says(error).starts_with("5.7.") => MailError::Later,
        Some(_) => MailError::Never,
    }
}

/// What the server said, without its code.
fn says(error: &lettre::transport::smtp::Error) -> String {
    std::error::Error::source(error).map(|said| said.to_string()).unwrap_or_default()
}

impl SmtpClient {
    /// A line that is let in: greeted, encrypted and signed in as configured.
    async fn connect(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let Smtp { host, port, patience, user, password, .. } = &self.smtp;
        let ours = ClientId::default();
        let at_once = self.tls.clone().filter(|_| *port == 465);
        let upgraded = self.tls.clone().filter(|_| *port != 465);
        let server = (host.as_str(), *port);
        let mut line =
            AsyncSmtpConnection::connect_tokio1(server, Some(*patience), &ours, at_once, None).await?;
        if let Some(tls) = upgraded {
            line.starttls(tls, &ours).await?;
        }
        if let (Some(user), Some(password)) = (user, password) {
            line.auth(DEFAULT_MECHANISMS, &Credentials::new(user.clone(), password.clone())).await?;
        }
        Ok(line)
    }

    async fn hand_over(&self, message: &Message) -> Result<(), MailError> {
        let mut line = self.connect().await.map_err(|_| MailError::Unreachable)?;
        let sent = line.send(message.envelope(), &message.formatted()).await;
        line.abort().await;
        match sent {
            Ok(_) => Ok(()),
            Err(error) => match why(&error) {
                MailError::Never if !self.admits_us().await => Err(MailError::Unreachable),
                why => Err(why),
            },
        }
    }

    /// Whether the server takes letters of our sender at all: what it says before it knows whom a letter is for says nothing
    /// about the letter.
    async fn admits_us(&self) -> bool {
        let Ok(mut line) = self.connect().await else { return false };
        let taken = line.command(MailFrom::new(Some(self.from.email.clone()), Vec::new())).await.is_ok();
        line.abort().await;
        taken
    }
}

impl Mail {
    pub fn smtp(smtp: &Smtp) -> Result<Mail, String> {
        let tls = match smtp.tls {
            true => Some(TlsParameters::new(smtp.host.clone()).map_err(|error| error.to_string())?),
            false => None,
        };
        let from = smtp.from.parse::<Mailbox>().map_err(|error| error.to_string())?;
        Ok(Mail::Smtp(Box::new(SmtpClient { smtp: smtp.clone(), tls, from })))
    }

    pub fn is_configured(&self) -> bool {
        matches!(self, Mail::Smtp(..))
    }

    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let Mail::Smtp(line) = self else { return Ok(()) };
        let message = Message::builder()
            .message_id(Some(format!("<{}@motcua>", letter.key)))
            .from(line.from.clone())
            .to(letter.to.parse().map_err(|_| MailError::Never)?)
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|_| MailError::Never)?;
        let handed_over = tokio::time::timeout(line.smtp.patience, line.hand_over(&message));
        handed_over.await.unwrap_or(Err(MailError::Unreachable))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_address_a_form_takes_a_letter_can_be_sent_to() {
        let odd = "an.le+hoso@mail.example.vn o'hara@example.ie !#$%&'*+-/=?^_`{|}~@example.vn an@xn--v-nfa.vn a@1.vn \
                   1@2-3.example";
        for typed in odd.split(' ') {
            let taken = forms::QuestionKind::Email.read(typed).unwrap();
            assert!(
                taken.parse::<Mailbox>().is_ok_and(|mailbox| mailbox.email.to_string() == taken),
                "{taken}"
            );
        }
    }
}
