//! A test that changes or ends its whole process does so in one of its own, since the suites run side by side in one.

use super::program::Ran;
use std::process::{Command, Stdio};

/// Tells this program's own copy what it is there for.
const ALONE: &str = "MOTCUA_TEST_ALONE";

/// What this process was started for, where it is such a copy.
pub fn purpose() -> Option<String> {
    std::env::var(ALONE).ok()
}

/// Runs one test (`suite::test`) in a copy of this program, which reads the purpose.
pub fn run(test: &str, purpose: &str) -> Ran {
    let itself = std::env::current_exe().unwrap();
    let mut copy = Command::new(itself);
    copy.args(["--exact", test, "--test-threads=1"]).env(ALONE, purpose).stdin(Stdio::null());
    Ran::of(copy.output().unwrap())
}
