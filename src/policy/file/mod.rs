//! A policy file, from text to the checked [`Policy`](crate::policy::Policy): the tables it has, and what contradicts itself
//! between them. What one parameter may say is its declaration's.

mod answerable;
mod check;
mod old_form;
mod raw;
mod roles;
mod terms;
mod upgrade;
mod written;

pub use upgrade::UpgradedPolicy;

#[cfg(test)]
mod obligation_tests;
