//! What the fuzz targets of whole files throw first, through the very code that throws it: so that code follows the program.

#[path = "../../fuzz/fuzz_targets/reading/mod.rs"]
#[allow(clippy::expect_used)]
mod reading;

use reading::Reader;
use std::fs;
use std::path::Path;

#[test]
fn every_seed_of_text_and_workbooks_holds() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for (target, name) in [("text", "ledger.csv"), ("workbook", "ledger.xlsx")] {
        let reader = Reader::new(name);
        let mut thrown = 0;
        for seed in fs::read_dir(seeds.join(target)).unwrap() {
            reader.read(&fs::read(seed.unwrap().path()).unwrap());
            thrown += 1;
        }
        assert!(thrown > 20, "{target}: {thrown}");
    }
}
