//! The program `motcua`.

/// Rows travel from thread to thread, which the system's allocator is slow at (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    server::run()
}
