//! Refused rows, given back in the shape they came in.

pub(in crate::ingest) mod pages;
pub(in crate::ingest) mod rejects;
pub(in crate::ingest) mod unwritten;
