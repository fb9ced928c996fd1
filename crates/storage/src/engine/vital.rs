//! A thread without which the program only seems to live.

use std::thread::JoinHandle;

/// Starts a thread whose panic ends the program: whoever watches it then starts it anew, instead of a program that
/// answers pages and cannot keep anything.
pub fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
    let guarded = move || {
        let _guard = Guard;
        run();
    };
    std::thread::Builder::new().name(name.into()).spawn(guarded).expect("the system gives a thread")
}

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::process::exit(EXIT);
        }
    }
}

/// As the system's own faults are counted (`EX_SOFTWARE`).
const EXIT: i32 = 70;
