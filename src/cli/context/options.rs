//! The options of every command.

use crate::cli::context::choice::{Color, Language, SheetEncoding};
use crate::cli::context::dates::{day, known};
use crate::journal::KnownAt;
use crate::render::Format;
use chrono::NaiveDate;
use clap::{ArgAction, Args};
use std::path::PathBuf;

#[derive(Args)]
pub struct GlobalOptions {
    #[arg(short = 'C', long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long, global = true, value_name = "KNOWN", value_parser = known)]
    pub known_at: Option<KnownAt>,
    #[arg(long, global = true)]
    pub stamp: bool,
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<Format>,
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ENCODING")]
    pub encoding: Option<SheetEncoding>,
    #[arg(short = 'n', long, global = true, value_name = "COUNT")]
    pub limit: Option<usize>,
    #[arg(long, global = true)]
    pub no_pager: bool,
    #[arg(long, global = true)]
    pub reveal: bool,
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<Color>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}
