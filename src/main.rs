//! The program `huifang`: everything else is in the library.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    huifang::cli::run(huifang::cli::Env::of_process())
}
