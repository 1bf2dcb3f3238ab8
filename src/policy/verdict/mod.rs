//! What is concluded, and why.

pub(in crate::policy) mod assessment;
pub(in crate::policy) mod cluster;
pub(in crate::policy) mod draft;
pub(in crate::policy) mod grounds;
pub(in crate::policy) mod household;
pub(in crate::policy) mod ident;
pub(in crate::policy) mod observations;
pub(in crate::policy) mod reasons;
