use std::io::{IsTerminal, Write};

/// A bar of forty places on the standard error, where that is a terminal.
pub struct Bar {
    of: u64,
    shown: bool,
}

impl Bar {
    pub fn new(of: u64) -> Bar {
        Bar { of: of.max(1), shown: std::io::stderr().is_terminal() }
    }

    pub fn at(&self, done: u64) {
        if !self.shown {
            return;
        }
        let share = done.min(self.of) as f64 / self.of as f64;
        let filled = "#".repeat((share * 40.0) as usize);
        // A bar that nobody sees stops nothing.
        let mut to = std::io::stderr();
        let _ = write!(to, "\r[{filled:<40}] {:>3.0} %", share * 100.0).and_then(|()| to.flush());
    }

    pub fn end(self) {
        if self.shown {
            let _ = writeln!(std::io::stderr());
        }
    }
}
