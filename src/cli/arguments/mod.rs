//! What can be asked and how it is understood: arguments, help, requests as they can be typed again.

pub(in crate::cli) mod args;
pub(in crate::cli) mod guide;
pub(in crate::cli) mod request;
pub(in crate::cli) mod rerun;
pub(in crate::cli) mod tree;
pub(in crate::cli) mod usage;
