//! A disk that fails: `shim.c`, loaded before the C library.

use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// The compiled shim, in a folder of its own.
pub struct Shim {
    preloaded: PathBuf,
    _folder: TempDir,
}

impl Shim {
    pub fn path(&self) -> String {
        self.preloaded.display().to_string()
    }
}

pub fn compiled() -> Shim {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let preloaded = folder.path().join("shim.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shim.c");
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .arg(&preloaded)
        .arg(source)
        .arg("-ldl")
        .output()
        .expect("this test needs a C compiler, `cc`");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    Shim { preloaded, _folder: folder }
}
