pub(in crate::cli) mod present;
pub(in crate::cli) mod stamping;
