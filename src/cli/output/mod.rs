//! What is given out: laid out in the format asked for, with its stamp.

pub(in crate::cli) mod answer;
pub(in crate::cli) mod present;
pub(in crate::cli) mod stamping;
