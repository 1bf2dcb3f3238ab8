//! Owners and claims as a listing.

use super::{ClaimRow, OwnerRow, OwnersList};
use crate::domain::Message;
use crate::policy::HouseholdStatus;
use crate::report::field::{Columns, ShownField};
use crate::report::reach::{said_lags, short_of};
use crate::report::{Cell, Listing, Medium, Presenter, Tone};

const HOUSEHOLD: ShownField<OwnerRow> =
    ShownField::code("household", |row, presenter| Cell::phone(presenter.phone(&row.household)));
const CUSTOMER: ShownField<OwnerRow> = ShownField::text("customer", |row, _| Cell::maybe(row.customer.as_ref()));
const STATUS: ShownField<OwnerRow> = ShownField::text("status", |row, presenter| {
    let tone = match row.said_status() {
        "company" | "open" | "owned-past" => Tone::Warning,
        "lapsed" | "contested" => Tone::Alarm,
        _ => Tone::Plain,
    };
    let said = presenter.word("status", row.said_status());
    Cell::word(if row.covered { said } else { short_of(said, row.reaches, row.latest_deadline(), presenter) })
        .toned(tone)
});
const SINCE: ShownField<OwnerRow> = ShownField::code("since", |row, _| Cell::maybe(row.since));
const CLAUSE: ShownField<OwnerRow> = ShownField::word("clause", |row, presenter| {
    Cell::maybe(row.clause.as_ref().map(|id| Cell::word(presenter.clause(id))))
});
const CLAIMS: ShownField<OwnerRow> = ShownField::text("claims", |row, presenter| {
    presenter.texts.joined(row.claims.iter().map(|claim| said(claim, presenter))).into()
});
const PROTECTED_UNTIL: ShownField<OwnerRow> =
    ShownField::code("protected_until", |row, _| Cell::maybe(row.protected_until));

const PAGE: &[ShownField<OwnerRow>] = &[
    HOUSEHOLD,
    CUSTOMER,
    STATUS,
    ShownField::text("owner", |row, presenter| Cell::maybe(row.owner.as_ref().map(|id| presenter.staff(id)))),
    SINCE,
    CLAUSE,
    PROTECTED_UNTIL,
    ShownField::word("standing", |row, presenter| Cell::word(presenter.word("standing", row.standing()))),
    CLAIMS.below(),
    ShownField::text("members", |row: &OwnerRow, presenter| match row.members.as_slice() {
        [_] => Cell::blank(),
        several => Cell::phone(presenter.phones(several)),
    })
    .below(),
];

const SHEET: &[ShownField<OwnerRow>] = &[
    HOUSEHOLD,
    ShownField::text("members", |row, presenter| Cell::phone(presenter.phones(&row.members))),
    STATUS,
    ShownField::text("owner", |row, _| Cell::maybe(row.owner.as_ref())),
    ShownField::text("owner_name", |row, presenter| Cell::maybe(row.owner.as_ref().and_then(|id| presenter.name(id)))),
    SINCE,
    CLAUSE,
    CLAIMS,
    PROTECTED_UNTIL,
    ShownField::word("attended", |row, presenter| Cell::word(presenter.yes(row.attended))),
    ShownField::word("client", |row, presenter| Cell::word(presenter.yes(row.client))),
    CUSTOMER,
    ShownField::word("covered", |row, presenter| Cell::word(presenter.yes(row.covered))),
];

fn said(claim: &ClaimRow, presenter: &Presenter<'_>) -> String {
    let message = match claim.preheated {
        None => Message::new("report-claim"),
        Some(day) => Message::new("report-claim-preheated").show("preheated", day),
    };
    let message = message.with("staff", presenter.staff(&claim.staff)).show("at", claim.at);
    presenter.say(&message.show("deadline", claim.deadline))
}

/// Who owns which household, in words.
pub fn owners_listing(list: &OwnersList<'_>, medium: Medium, presenter: &Presenter<'_>) -> Listing {
    let OwnersList { rows, lags, as_of, of } = list;
    let columns = Columns::on(medium, PAGE, SHEET);
    let said = [count(rows, presenter)].into_iter().chain(said_lags(lags, presenter));
    Listing {
        title: presenter.say(&Message::new("report-owners-title").show("as_of", as_of)),
        summary: said.map(|message| presenter.say(&message)).chain(of.said(presenter)).collect(),
        headings: columns.headings(presenter),
        groups: columns.whole(rows, presenter),
        notes: Vec::new(),
    }
}

fn count(rows: &[OwnerRow], presenter: &Presenter<'_>) -> Message {
    if rows.is_empty() {
        return Message::new("report-owners-none");
    }
    let [company, owned, open, contested, held, lapsed, free] = HouseholdStatus::ALL.map(HouseholdStatus::id);
    let statuses = [company, owned, "owned-past", open, contested, held, lapsed, free];
    let parts = presenter.parts(statuses, rows.iter().map(OwnerRow::said_status));
    Message::new("report-owners-count").with("count", rows.len()).with("parts", parts)
}
