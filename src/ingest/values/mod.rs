//! What people write in cells → dates, phones, numbers, words. Each reader takes folded text and says what is wrong in
//! terms of the value alone; where it stood is added above.

pub mod blank_words;
pub mod date;
pub mod number;
pub mod phone;
pub mod vocabulary;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::sheet::headings::Headings;
    use crate::ingest::sheet::labels;
    use crate::ingest::text::fold;
    use chrono::{Datelike, NaiveDate, NaiveTime};
    use proptest::prelude::*;

    /// Texts of the characters that values are made of, which find more than any text at all.
    fn cell() -> impl Strategy<Value = String> {
        let near = "[0-9０-９年月日号点分秒上下午中星期五周一:：/.,、;+()（）转分机eE¥元盒是否√×TZ \\-\u{3000}\u{200b}\"'#=]{0,24}";
        prop_oneof![near, any::<String>()]
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd_to_be_read(text in cell()) {
            let folded = fold::value(&text).into_owned();
            let _ = (date::read(&folded, Some(2026)), date::clock(&folded), date::in_name(&text));
            let _ = (phone::read(&folded), number::read(&folded), vocabulary::yes(&folded));
            let _ = (Headings::default().meanings(&text), labels::cell(&text), fold::text(&text), fold::shown(&text));
        }

        #[test]
        fn what_is_a_phone_stays_one(text in cell()) {
            if let Ok(numbers) = phone::read(&fold::value(&text)) {
                for phone in std::iter::once(&numbers.first).chain(&numbers.others) {
                    prop_assert_eq!(&phone::read(phone.as_str()).map(|it| it.first), &Ok(phone.clone()));
                }
            }
        }

        #[test]
        fn a_date_is_the_same_in_every_spelling(days in 0..12_000_i64, seconds in 0..86_400_u32) {
            let date = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Duration::days(days);
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
            let (year, month, day) = (date.year(), date.month(), date.day());
            for text in [
                format!("{date} {time}"),
                format!("{year}/{month}/{day} {time}"),
                format!("{year}.{month}.{day}T{time}"),
                format!("{year}年{month}月{day}日{time}"),
                date.format("%Y%m%d ").to_string() + &time.format("%H点%M分%S秒").to_string(),
            ] {
                let read = date::read(&text, None).map(|it| (it.date, it.time));
                prop_assert_eq!(read, Ok((date, Some(time).filter(date::is_a_time))), "{}", text);
            }
        }
    }
}
