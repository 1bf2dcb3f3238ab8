//! What a parameter of a policy is: declared once, with its key, type, default, clause and words, and read, checked, shown
//! and compared by that declaration.

use crate::policy::table::TableReader;
use crate::policy::{Clause, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// A kind of parameter: how it is written, which values make sense, and how they are shown.
pub trait ParameterKind {
    /// What the rules get.
    type Held;

    /// Reads it by its key, or gives the default where the key is not written. None: it is missing or cannot be used, which
    /// has been noted as a fault.
    fn read(table: &mut TableReader<'_>, key: &'static str, default: Option<Self::Held>) -> Option<Self::Held>;

    /// What there is to show of it; nothing where it is not laid down.
    fn show(held: &Self::Held) -> Vec<ShownParameter>;

    /// What it depends on by what it says: the clause or the offence it names.
    fn behind(_held: &Self::Held) -> Option<BelongsTo> {
        None
    }
}

/// One value of a parameter as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownParameter {
    /// Words of its own (`policy-entry-…`), where they are not those of the parameter.
    pub words: Option<&'static str>,
    /// The day from which it is in force; none: from the beginning.
    pub from: Option<NaiveDate>,
    /// The value.
    pub value: Value,
}

impl ShownParameter {
    /// A value that never changes.
    pub fn always(value: Value) -> Vec<ShownParameter> {
        vec![ShownParameter { words: None, from: None, value }]
    }
}

/// What a parameter belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BelongsTo {
    /// No clause: it is the whole house's.
    House,
    /// That clause.
    Clause(Clause),
    /// The clause of that offence.
    Offence(Arc<str>),
}

/// A parameter of a policy with what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyParameter {
    /// What it belongs to.
    pub behind: BelongsTo,
    /// The key of its words (`policy-entry-…`).
    pub words: &'static str,
    /// What it says.
    pub shown: ShownParameter,
}

/// A table of a policy whose parameters are declared.
pub trait Parameters {
    /// The keys of the words of all of them, in the order they are declared.
    const WORDS: &'static [&'static str];

    /// All of them with what they say, in the order they are declared.
    fn told(&self) -> Vec<PolicyParameter>;
}

/// Declares the parameters of a table of a policy file, each once:
///
/// ```text
/// /// What it is to the rules.
/// field as "key": Type = Kind { "policy-entry-…", default: value, behind: |table| … },
/// ```
///
/// The key is the field's name unless it is given. What stands in braces may be left out where it is not shown; it begins with
/// the key of its title in both languages. What it belongs to is told by `behind`, else by that of
/// the table (`by`), else by its kind. Fields under `and` are no parameters of this table: they are given when it is read.
macro_rules! parameters {
    (
        $(#[$meta:meta])*
        $name:ident $(by $by:expr)? => {
            $($(#[$of_field:meta])* $field:ident $(as $key:literal)?: $type:ty = $kind:ty
                $({ $words:literal $(, default: $default:expr)? $(, behind: $behind:expr)? })?),+ $(,)?
        }
        $(and { $($(#[$of_other:meta])* $other:ident: $other_type:ty),+ $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, serde::Serialize)]
        pub struct $name {
            $($(#[$of_field])* pub $field: $type,)+
            $($($(#[$of_other])* pub $other: $other_type,)+)?
        }

        impl $name {
            /// Reads its parameters; what else belongs to it is given. None: something is missing or cannot be used, which
            /// has been noted.
            #[allow(clippy::too_many_arguments, reason = "a table is given every table in it")]
            pub fn read(
                table: &mut $crate::policy::table::TableReader<'_>
                $($(, $other: Option<$other_type>)+)?
            ) -> Option<Self> {
                $(let $field: Option<$type> = <$kind as $crate::policy::rules::parameter::ParameterKind>::read(
                    table,
                    parameters!(@first $($key)? stringify!($field)),
                    parameters!(@default $($($default)?)?),
                );)+
                Some($name { $($field: $field?,)+ $($($other: $other?,)+)? })
            }
        }

        impl $crate::policy::rules::parameter::Parameters for $name {
            const WORDS: &'static [&'static str] = &[$($($words,)?)+];

            fn told(&self) -> Vec<$crate::policy::rules::parameter::PolicyParameter> {
                use $crate::policy::rules::parameter::{self as declared, ParameterKind, PolicyParameter};
                let of_table: Option<fn(&$name) -> declared::BelongsTo> = parameters!(@default $($by)?);
                let mut told = Vec::new();
                $($(
                    let own: Option<fn(&$name) -> declared::BelongsTo> = parameters!(@default $($behind)?);
                    let behind = own.or(of_table).map(|behind| behind(self));
                    let behind = behind.or_else(|| <$kind as ParameterKind>::behind(&self.$field));
                    let behind = behind.unwrap_or(declared::BelongsTo::House);
                    told.extend(<$kind as ParameterKind>::show(&self.$field).into_iter().map(|shown| PolicyParameter {
                        behind: behind.clone(),
                        words: shown.words.unwrap_or($words),
                        shown,
                    }));
                )?)+
                told
            }
        }
    };
    (@first $key:literal $field:expr) => { $key };
    (@first $field:expr) => { $field };
    (@default) => { None };
    (@default $default:expr) => { Some($default) };
}

pub(in crate::policy) use parameters;
