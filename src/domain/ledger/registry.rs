//! Every ledger there is, once: its kind, its type of row, and what all of them are asked for alike.

use super::cells::RowCells;
use super::column::{Column, ColumnOf};
use super::description::{Ledger, LedgerRow};
use super::field::Field;
use super::returned::Return;
use super::telling::RowPart;
use super::value::FieldValue;
use crate::domain::{ClosedList, Outcome, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A type of row, told from what other ledgers say.
pub trait FactRow: Sized {
    /// The row, if the fact is one of its ledger.
    fn of(fact: &Fact) -> Option<&Self>;
}

/// Registers each ledger: the name of its kind, its file and its type of row, in the order of the documentation.
macro_rules! ledgers {
    ($($kind:ident: $file:ident::$row:ident,)+) => {
        /// A kind of ledger (台账): what its rows speak of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $(#[doc = concat!("The ledger of [`", stringify!($row), "`].")] $kind),+ }

        /// What a row says, by kind of ledger.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Fact { $(#[doc = concat!("A row of [`Kind::", stringify!($kind), "`].")] $kind(super::$file::$row)),+ }

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: [Kind; [$(stringify!($kind)),+].len()] = [$(Kind::$kind),+];

            /// What is described of it.
            pub const fn ledger(self) -> &'static Ledger {
                match self { $(Kind::$kind => <super::$file::$row as LedgerRow>::LEDGER),+ }
            }
        }

        $(impl FactRow for super::$file::$row {
            fn of(fact: &Fact) -> Option<&Self> {
                if let Fact::$kind(row) = fact { Some(row) } else { None }
            }
        })+

        impl Fact {
            /// The kind of ledger it stands in.
            pub const fn kind(&self) -> Kind {
                match self { $(Fact::$kind(_) => Kind::$kind),+ }
            }

            /// What a row of that kind says; none: something it cannot be without is missing or wrong, which is noted.
            pub fn read<C: RowCells>(kind: Kind, cells: &mut C) -> Option<Fact> {
                let fact = match kind { $(Kind::$kind => <super::$file::$row as LedgerRow>::read(cells).map(Fact::$kind)),+ }?;
                Some(brought_back(fact, cells))
            }

            /// What it says in that column; none: blank, no column of its ledger, or one that stands in the record
            /// (day, customer, numbers), where [`Record::value`](crate::domain::Record::value) finds it.
            pub fn value(&self, field: Field) -> Option<FieldValue<'_>> {
                match self { $(Fact::$kind(row) => value_of(row, field)),+ }
            }

            /// The days it tells of beside its own, each with its column.
            pub fn days(&self, take: &mut dyn FnMut(Field, NaiveDate)) {
                match self { $(Fact::$kind(row) => days_of(row, take)),+ }
            }

            /// What it says, part by part.
            pub fn told(&self) -> Vec<RowPart<'_>> {
                match self { $(Fact::$kind(row) => row.told()),+ }
            }

            /// When its papers were handed in and entered, and by whom, as far as it says.
            pub fn papers(&self) -> Vec<RowPart<'_>> {
                match self { $(Fact::$kind(row) => row.papers()),+ }
            }

            /// Whose row it is: the `staff` column, of an expert call the `expert`. A roster row is nobody's.
            pub fn staff(&self) -> Option<&StaffId> {
                match self { $(Fact::$kind(row) => row.staff()),+ }
            }

            /// The numbers of the tasks (回访单号) it answers, as written.
            pub fn task(&self) -> Option<&str> {
                match self { $(Fact::$kind(row) => row.task()),+ }
            }

            /// How the visit or call it tells of ended; none: nothing is said of that.
            pub fn result(&self) -> Option<Outcome> {
                match self { $(Fact::$kind(row) => row.result()),+ }
            }

            /// The row as rows are compared, where it is not compared as it is: without the numbers of tasks, and
            /// without whether a roster's sheet had a column that the row leaves blank.
            pub fn compared(&self) -> Option<Self> {
                match self { $(Fact::$kind(row) => row.compared().map(Fact::$kind)),+ }
            }
        }
    };
}

ledgers! {
    Staff: staff::StaffRow,
    Wage: wage::Wage,
    Signup: signup::Signup,
    Preheat: preheat::Preheat,
    Invite: invite::Invite,
    Attendance: attendance::Attendance,
    Sale: sale::Sale,
    Return: returned::Return,
    Visit: visit::Visit,
    ExpertCall: expert_call::ExpertCall,
    Supervision: supervision::Supervision,
    Complaint: complaint::Complaint,
    Assignment: assignment::Assignment,
    Handover: handover::Handover,
    Stop: stop::Stop,
    Household: household::Kin,
    Finding: finding::Finding,
    Service: service::Service,
    Duty: duty::Duty,
    Leave: leave::Leave,
}

/// Boxes below nought on a sales list are goods brought back.
fn brought_back<C: RowCells>(fact: Fact, cells: &mut C) -> Fact {
    match fact {
        Fact::Sale(sale) if cells.is_below_nought(Field::Boxes) => {
            let boxes = sale.boxes.unwrap_or(0);
            Fact::Return(Return::of_sale(sale, boxes))
        }
        fact => fact,
    }
}

fn value_of<R: LedgerRow>(row: &R, field: Field) -> Option<FieldValue<'_>> {
    let column = R::VALUES.iter().find(|ColumnOf { column, .. }| column.field == field)?;
    (column.value)(row)
}

fn days_of<R: LedgerRow>(row: &R, take: &mut dyn FnMut(Field, NaiveDate)) {
    for ColumnOf { column, value } in R::VALUES.iter().filter(|of| of.column.kept && of.column.holds.has_day()) {
        if let Some(day) = value(row).and_then(|value| value.day()) {
            take(column.field, day);
        }
    }
}

impl Fact {
    /// It as a row of that type; none: it stands in another ledger.
    pub fn row<R: FactRow>(&self) -> Option<&R> {
        R::of(self)
    }

    /// Whether it tells of an attempt only: somebody was sought and not reached.
    pub fn is_attempt(&self) -> bool {
        self.result().is_some_and(|result| result != Outcome::Reached)
    }
}

impl Kind {
    /// The id used in files, JSON and on the command line.
    pub const fn id(self) -> &'static str {
        self.ledger().id
    }

    /// The kind of that id.
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its columns, in the order of the documentation.
    pub const fn columns(self) -> &'static [Column] {
        self.ledger().columns
    }

    /// Whether a row of this kind makes its household one that is listed (顾客台账).
    pub const fn is_customer(self) -> bool {
        self.ledger().turn.is_some()
    }
}

impl ClosedList for Kind {
    fn all() -> &'static [Self] {
        &Kind::ALL
    }

    fn list_id(self) -> &'static str {
        self.id()
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}
