//! The program `motcua`.

fn main() -> std::process::ExitCode {
    server::run()
}
