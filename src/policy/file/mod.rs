//! A policy file, from text to the checked [`Policy`](crate::policy::Policy): the tables it has, and what contradicts itself
//! between them. What one parameter may say is its declaration's.

mod answerable;
mod check;
mod raw;
mod roles;
mod written;
