//! What a ledger is: its names, its columns, and how its rows bear on the rest.

use super::cells::RowCells;
use super::column::{Column, ColumnOf};
use super::field::Field;
use super::telling::RowPart;
use crate::domain::{Outcome, StaffId};

/// A kind of ledger (台账) as it is described once, for whoever detects, reads, offers, explains or judges it.
#[derive(Debug)]
pub struct Ledger {
    /// The id used in files, JSON and on the command line.
    pub id: &'static str,
    /// Its Chinese name.
    pub chinese: &'static str,
    /// Words in the name of a file or sheet, or in the title above a table, that speak for it, folded.
    pub named: &'static [&'static str],
    /// Its columns, in the order of the documentation.
    pub columns: &'static [Column],
    /// The turn of its rows among all of one moment (办事先后), 1 the first; none: it is no customer's ledger (顾客台账),
    /// and its rows happen to nobody.
    pub turn: Option<u8>,
    /// Columns of a later day on which something of the row was done, which shows the ledger kept until then.
    pub kept_until: &'static [Field],
    /// The column of numbers of somebody beside the customer: a referrer's, a relative's.
    pub related: Option<Field>,
    /// Whether its rows bear on everybody and so are read whoever is asked about.
    pub bears_on_all: bool,
    /// When a house that begins needs it.
    pub needed: LedgerNeed,
}

/// When a house that begins needs a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerNeed {
    /// Before all others: names are known by it.
    First,
    /// As soon as the day's work is kept: the rules begin with it.
    Next,
    /// When something of its kind happens.
    Later,
    /// Only where the house's policy asks for it: others need not see it, and it speaks for no heading of theirs.
    IfAsked,
}

impl Ledger {
    /// What holds of a ledger unless it says otherwise: it has no turn in the day, shows itself kept by its rows' own day, names
    /// nobody beside the customer, and is needed when something of its kind happens.
    pub const USUAL: Ledger = Ledger {
        id: "",
        chinese: "",
        named: &[],
        columns: &[],
        turn: None,
        kept_until: &[],
        related: None,
        bears_on_all: false,
        needed: LedgerNeed::Later,
    };

    /// Its column of that field; none: it has none.
    pub fn column(&self, field: Field) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// Its column of that id.
    pub fn column_of(&self, id: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.id() == id)
    }

    /// The heading a template uses for that field.
    pub fn heading(&self, field: Field) -> &'static str {
        self.column(field).map_or(field.id(), Column::heading)
    }
}

/// A type of row, with the ledger it stands in.
pub trait LedgerRow: Sized + 'static {
    /// Its ledger.
    const LEDGER: &'static Ledger;
    /// Its columns.
    const COLUMNS: &'static [Column];
    /// Its columns with the way to their values.
    const VALUES: &'static [ColumnOf<Self>];

    /// What the row says beside day and customer; none: something it cannot be without is missing or wrong, which is noted.
    fn read<C: RowCells>(cells: &mut C) -> Option<Self>;

    /// Whose row it is: the `staff` column, of an expert call the `expert`; none: nobody is named, or it is nobody's.
    fn staff(&self) -> Option<&StaffId>;

    /// What the row says, part by part; with who did it first.
    fn told(&self) -> Vec<RowPart<'_>>;

    /// When its papers were handed in and entered, and by whom, as far as the row says.
    fn papers(&self) -> Vec<RowPart<'_>> {
        Vec::new()
    }

    /// The numbers of the tasks (回访单号) it answers, as written.
    fn task(&self) -> Option<&str> {
        None
    }

    /// How the visit or call it tells of ended; none: nothing is said of that.
    fn result(&self) -> Option<Outcome> {
        None
    }

    /// The row as rows are compared: one call written down on two lists is one call, so the numbers of tasks are no part
    /// of it; none: it is compared as it is.
    fn compared(&self) -> Option<Self> {
        None
    }
}

/// Gives a type of row its columns: what they are, and the way to their values.
macro_rules! columns {
    ($($column:expr),+ $(,)?) => {
        const COLUMNS: &'static [$crate::domain::ledger::column::Column] =
            &[$($crate::domain::ledger::column::bare::<Self>($column)),+];
        const VALUES: &'static [$crate::domain::ledger::column::ColumnOf<Self>] = &[$($column),+];
    };
}

pub(super) use columns;
