//! The outside world, behind one face each: for now, mail.

mod mail;

pub use mail::{Letter, Mail, MailError, Smtp};
