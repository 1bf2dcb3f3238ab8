#![no_main]

use huifang::ingest::single;
use libfuzzer_sys::fuzz_target;

// What is read as a number is digits, reads as itself, and stands in the cell.
fuzz_target!(|cell: &str| {
    for phone in single::phones(cell).into_iter().flatten() {
        let digits = phone.as_str();
        assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{digits}");
        assert!((7..=12).contains(&digits.len()), "{digits}");
        assert_eq!(single::phones(digits), Some(vec![phone.clone()]));
        assert!(!phone.masked().is_empty());
    }
});
