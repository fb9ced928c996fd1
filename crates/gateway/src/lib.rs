//! The outside world, behind one face each: for now, mail.

mod mail;
pub mod national;

pub use mail::{Letter, Mail, MailError, Smtp};
