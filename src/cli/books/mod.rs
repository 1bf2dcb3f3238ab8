pub(in crate::cli) mod about;
pub(in crate::cli) mod locate;
pub(in crate::cli) mod lying;
pub(in crate::cli) mod read;
pub(in crate::cli) mod rejected;
