//! The program `huifang`: everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    huifang::cli::run(huifang::cli::Env::of_process())
}
