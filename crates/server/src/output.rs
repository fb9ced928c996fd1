//! What commands say. Nothing of it panics: a reader that went away, as `head` does, ends nothing and is no failure; what a
//! full disk did not take is said at the end, with an exit status of its own.

use std::fmt::Arguments;
use std::io::{Error, ErrorKind, Write};
use std::sync::Mutex;

/// Why nothing more is written to standard output.
enum OutputEnd {
    /// Nobody reads it any more.
    Unread,
    Failed(Error),
}

static STOPPED: Mutex<Option<OutputEnd>> = Mutex::new(None);

/// A line of the result, to standard output.
macro_rules! say {
    ($($words:tt)*) => { $crate::output::line(format_args!($($words)*)) };
}

/// A line beside the result, to standard error, as far as anybody takes it.
macro_rules! note {
    ($($words:tt)*) => { $crate::output::aside(format_args!($($words)*)) };
}

pub(crate) use {note, say};

pub(crate) fn line(words: Arguments) {
    attempt(|out| writeln!(out, "{words}"));
}

pub(crate) fn aside(words: Arguments) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// Writes the rest; why the result is not all there, if it is not.
pub(crate) fn end() -> Option<Error> {
    attempt(|out| out.flush());
    match STOPPED.lock().unwrap_or_else(|broken| broken.into_inner()).take() {
        Some(OutputEnd::Failed(error)) => Some(error),
        Some(OutputEnd::Unread) | None => None,
    }
}

/// Writes, unless it failed before: a result with a hole in it would be worse than its beginning.
pub(crate) fn attempt(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) {
    let mut stopped = STOPPED.lock().unwrap_or_else(|broken| broken.into_inner());
    if stopped.is_some() {
        return;
    }
    if let Err(error) = write(&mut std::io::stdout().lock()) {
        *stopped = Some(match error.kind() {
            ErrorKind::BrokenPipe => OutputEnd::Unread,
            _ => OutputEnd::Failed(error),
        });
    }
}
