//! What messages are read back with from where they are kept. Their keys and the names of their values are those of the program's own
//! texts, so there are only so many, and each is held once.

use super::Phone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::Mutex;

static HELD: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// That name, for as long as the program runs.
pub fn held(name: &str) -> &'static str {
    let mut held = HELD.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(known) = held.get(name) {
        return known;
    }
    let name: &'static str = Box::leak(name.into());
    held.insert(name);
    name
}

/// A customer's number, told from a text that is nothing but digits.
pub mod phone {
    use super::{Deserialize, Deserializer, Phone, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Number {
        phone: Phone,
    }

    pub fn serialize<S: Serializer>(phone: &Phone, to: S) -> Result<S::Ok, S::Error> {
        Number { phone: phone.clone() }.serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Phone, D::Error> {
        Number::deserialize(from).map(|number| number.phone)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::{Arg, Message, Phone};

    #[test]
    fn a_message_reads_back_as_it_was() {
        let inner = Message::new("ingest-phone").with("value", "1380000000");
        let message = Message::new("cli-check-warning").with("words", inner).with("row", 7usize);
        let message = message.with("of", Phone::normalised("13812345678")).with("list", vec!["甲", "乙"]);
        let kept = serde_json::to_string(&vec![message.clone()]).unwrap();
        let read: Vec<Arg> = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, [Arg::from(message)]);
    }

    #[test]
    fn what_was_kept_in_words_reads_as_words() {
        let read: Vec<Arg> = serde_json::from_str("[\"第 3 行有公式\"]").unwrap();
        assert_eq!(read, [Arg::from("第 3 行有公式")]);
    }
}
