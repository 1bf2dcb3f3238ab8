//! How a row names its customer.

use crate::domain::{Contact, Field, Message, Phone};
use crate::ingest::row::typing::Typing;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use crate::ingest::values::phone;

impl Typing<'_> {
    /// Every number of a phone cell, the first one first, with the first one's extension.
    pub fn cell_phones(&mut self, field: Field) -> Option<phone::CellPhones> {
        let text = self.written(field, fold::value)?;
        self.numbers(field, &text)
    }

    fn numbers(&mut self, field: Field, text: &str) -> Option<phone::CellPhones> {
        match phone::read(text) {
            Ok(numbers) => {
                for phone in &numbers.restored {
                    self.noted(field, Message::new("ingest-phone-restored").with("phone", phone.written()));
                }
                for phone in std::iter::once(&numbers.first).chain(&numbers.others).filter(|phone| phone.is_dummy()) {
                    self.noted(field, Message::new("ingest-phone-dummy").with("value", phone.as_str()));
                }
                Some(numbers)
            }
            Err(fault) => {
                let message = match fault {
                    phone::PhoneFault::Rounded => {
                        Message::new("ingest-phone-rounded").with("value", labels::cell(text))
                    }
                    phone::PhoneFault::NotAPhone(part) => {
                        Message::new("ingest-phone").with("value", labels::cell(&part))
                    }
                };
                self.wrong(field, message);
                None
            }
        }
    }

    /// How the row names its customer. Its numbers in other columns of phones are alternatives.
    pub fn contact(&mut self) -> Option<Contact> {
        let customer = self.text(Field::Customer);
        let mut numbers = self.cell_phones(Field::Phone);
        for column in &self.columns.phones {
            let text = fold::value(&self.cell_at(*column).text).into_owned();
            if self.says_nothing(Field::AltPhone, self.cell_at(*column)) {
                continue;
            }
            let more = self.numbers(Field::Phone, &text);
            numbers = match (numbers, more) {
                (Some(mut all), Some(more)) => {
                    all.others.push(more.first);
                    all.others.extend(more.others);
                    Some(all)
                }
                // The best column is blank: the next one's number is the phone.
                (None, more) if self.is_blank(Field::Phone) => more,
                (numbers, _) => numbers,
            };
        }
        let mut alternatives: Vec<phone::CellPhones> = self.cell_phones(Field::AltPhone).into_iter().collect();
        for column in self.columns.columns_of(Field::AltPhone).skip(1) {
            let text = fold::value(&self.cell_at(column).text).into_owned();
            if !self.says_nothing(Field::AltPhone, self.cell_at(column)) {
                alternatives.extend(self.numbers(Field::AltPhone, &text));
            }
        }
        let numbers = numbers?;
        let mut others: Vec<Phone> = numbers.others;
        for more in alternatives {
            others.push(more.first);
            others.extend(more.others);
        }
        others.retain(|phone| *phone != numbers.first);
        others.sort_unstable();
        others.dedup();
        Some(Contact { customer, phone: numbers.first, others, extension: numbers.extension })
    }
}
