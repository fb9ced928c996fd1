//! Installations that earlier versions wrote open, verify and go on.
//!
//! `NNNN/` holds what the version whose last migration was NNNN wrote: `folder`, an embedded installation, `backup`, a
//! backup of it, and `postgres.sql`, a dump of that backup restored into PostgreSQL. They are never changed.
//! `MOTCUA_WRITE_RELEASED=NNNN` writes what the present version would leave behind, for the next one to open; it needs
//! PostgreSQL and `pg_dump`.

mod make;
mod open;

use std::path::Path;

fn copy_whole(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_whole(&entry.path(), &target),
            false => std::fs::copy(entry.path(), target).map(|_| ()).unwrap(),
        }
    }
}
