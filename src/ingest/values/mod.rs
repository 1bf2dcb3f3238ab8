//! What people write in cells → dates, phones, numbers, words. Each reader takes folded text and says what is wrong in
//! terms of the value alone; where it stood is added above.

pub mod date;
pub mod number;
pub mod phone;
pub mod vocabulary;
