//! The cells of a row as a ledger asks for them: each value read by its type, what is wrong with it noted.

use crate::domain::{ColumnType, Field, ListedWord, Message, Moment, Month, Phone, Role, RowCells, StaffId, name_key};
use crate::ingest::row::dates::DateWindow;
use crate::ingest::row::finding;
use crate::ingest::row::typing::Typing;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use crate::ingest::values::number;
use crate::ingest::values::vocabulary;
use chrono::NaiveDate;
use rust_decimal::Decimal;

impl RowCells for Typing<'_> {
    fn at(&self) -> Option<Moment> {
        self.at
    }

    fn has(&self, field: Field) -> bool {
        Typing::has(self, field)
    }

    fn is_blank(&self, field: Field) -> bool {
        Typing::is_blank(self, field)
    }

    fn need<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        Typing::need(self, field, value)
    }

    fn wrong(&mut self, field: Field, message: Message) {
        Typing::wrong(self, field, message);
    }

    fn noted(&mut self, field: Field, message: Message) {
        Typing::noted(self, field, message);
    }

    fn faults(&self) -> usize {
        self.problems.len()
    }

    fn text(&mut self, field: Field) -> Option<String> {
        Typing::text(self, field)
    }

    fn note(&mut self) -> Option<String> {
        Typing::note(self)
    }

    fn staff(&mut self, field: Field) -> Option<StaffId> {
        Typing::staff(self, field)
    }

    fn word<W: ListedWord>(&mut self, field: Field) -> Option<W> {
        let text = self.written(field, fold::value)?;
        let found = vocabulary::find_on(W::LIST, &text).and_then(W::of_id);
        if found.is_none() {
            let message = Message::new("ingest-word-unknown").with("value", labels::cell(&text));
            self.wrong(field, message.with("known", labels::words(W::LIST)));
        }
        found
    }

    fn role(&mut self, field: Field) -> (Option<Role>, Option<String>) {
        let Some(text) = self.written(field, fold::text) else { return (None, None) };
        let of_house = self.context.settings.roles.iter().find(|(word, _)| name_key(word) == name_key(&text));
        if let Some(role) = of_house.map(|(_, role)| *role).or_else(|| vocabulary::find(&text)) {
            return (Some(role), None);
        }
        let message = Message::new("ingest-role-none").with("value", labels::cell(&text));
        self.noted(field, message.with("known", labels::words(Role::LIST)));
        (None, Some(text.into_owned()))
    }

    fn yes(&mut self, field: Field) -> bool {
        let Some(text) = self.written(field, fold::value) else { return false };
        let said = match self.columns.holds(field) {
            Some(ColumnType::YesNo(words)) => vocabulary::yes_or(&text, words.yes, words.no),
            _ => vocabulary::yes(&text),
        };
        said.unwrap_or_else(|| {
            self.wrong(field, Message::new("ingest-yes-no").with("value", labels::cell(&text)));
            false
        })
    }

    fn paper(&mut self, field: Field) -> Option<NaiveDate> {
        let day = self.day_in(field, DateWindow::Usual)?;
        self.note_before(field, day);
        Some(day)
    }

    fn next(&mut self, field: Field) -> Option<NaiveDate> {
        let day = self.day_in(field, DateWindow::AnyFuture)?;
        self.note_not_after(field, day);
        Some(day)
    }

    fn ahead(&mut self, field: Field) -> Option<NaiveDate> {
        self.day_in(field, DateWindow::AnyFuture)
    }

    fn working_life(&mut self, field: Field) -> Option<NaiveDate> {
        self.day_in(field, DateWindow::AnyPast)
    }

    fn month(&mut self, field: Field) -> Option<Month> {
        Typing::month(self, field)
    }

    fn birthday(&mut self, field: Field) -> Option<String> {
        Typing::birthday(self, field)
    }

    fn phones(&mut self, field: Field) -> Vec<Phone> {
        let Some(numbers) = self.cell_phones(field) else { return Vec::new() };
        let mut all = vec![numbers.first];
        for phone in numbers.others {
            if !all.contains(&phone) {
                all.push(phone);
            }
        }
        all
    }

    fn grade(&mut self, field: Field) -> Option<u8> {
        let text = self.written(field, fold::value)?;
        let found = vocabulary::satisfaction(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-satisfaction").with("value", labels::cell(&text)));
        }
        found
    }

    fn signed_money(&mut self, field: Field) -> Option<Decimal> {
        let text = self.written(field, fold::value)?;
        let found = number::read(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-money").with("value", labels::cell(&text)));
        }
        found
    }

    fn money(&mut self, field: Field) -> Option<Decimal> {
        let found = self.signed_money(field)?;
        if found.is_sign_negative() && !found.is_zero() {
            self.wrong(field, Message::new("ingest-negative").show("value", found));
            return None;
        }
        Some(found)
    }

    fn signed_count(&mut self, field: Field) -> Option<i64> {
        let text = self.written(field, fold::value)?;
        let found = number::whole(&text);
        if found.is_none() {
            self.wrong(field, Message::new("ingest-count").with("value", labels::cell(&text)));
        }
        found
    }

    fn is_below_nought(&self, field: Field) -> bool {
        number::whole(&fold::value(&self.cell(field).text)).is_some_and(|count| count < 0)
    }

    fn count(&mut self, field: Field) -> Option<u32> {
        let found = self.signed_count(field)?;
        if found < 0 {
            self.wrong(field, Message::new("ingest-negative").show("value", found));
        }
        u32::try_from(found).ok()
    }

    fn offence(&mut self, field: Field) -> Option<String> {
        finding::offence(self, field).map(|terms| terms.id.clone())
    }

    fn check_offence(&mut self, offence: &str, amount: Option<Decimal>, boxes: Option<u32>) {
        finding::check_offence(self, offence, amount, boxes);
    }

    fn refuse_left_without_day(&mut self, left: Option<NaiveDate>) {
        Typing::refuse_left_without_day(self, left);
    }
}
