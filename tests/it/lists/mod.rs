//! The lists people work from: what they show, what they leave out and say so, and what differs between two of them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod apart;
mod called;
mod compared;
mod shop;
