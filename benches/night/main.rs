//! How long a night's work takes: a year of a branch (100,000 rows of CSV) taken in, and all four reports made of it.
//!
//! `cargo bench --bench night` measures the whole, each part, and the explanation of one household. To see it once with the program itself:
//!
//! ```text
//! cargo bench --bench night -- books /tmp/year
//! cargo build --release
//! target/release/huifang init /tmp/shop
//! time target/release/huifang -C /tmp/shop import /tmp/year
//! time target/release/huifang -C /tmp/shop due --as-of 2025-12-31 -o /tmp/due.json
//! ```
//!
//! and likewise `owners`, `violations` and `fines`. The whole is to stay under three seconds on two cores.

#![allow(clippy::unwrap_used)]

mod year;

use criterion::{BatchSize, Criterion};
use huifang::cli::{Env, run};
use huifang::domain::{Books, Lang, PhoneMasks};
use huifang::journal::{Journal, LockPatience};
use huifang::policy::{Assessment, Policy, ReportDates, assess};
use huifang::render::json;
use huifang::report::{FinesBy, Month, OwnersOf, Presenter, ViolationsOf, due, fines, owners, violations};
use huifang::texts::Texts;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [books, folder] = asked.as_slice()
        && books == "books"
    {
        return year::write(Path::new(folder)).unwrap();
    }
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    measure(&mut criterion);
    criterion.final_summary();
}

/// One command, as from a terminal, in that folder; what it says is nobody's business here.
fn command(folder: &Path, args: &[&str]) {
    let mut env = Env::of_process();
    env.args = std::iter::once(&"huifang").chain(args).map(Into::into).collect();
    env.folder = folder.to_owned();
    env.stdout = Box::new(std::io::sink());
    env.stdout_is_terminal = false;
    env.stderr = Box::new(std::io::sink());
    env.stderr_is_terminal = false;
    assert_eq!(run(env), std::process::ExitCode::SUCCESS, "{args:?}");
}

fn import(folder: &Path) {
    let year = folder.join("year");
    command(folder, &["-C", "shop", "import", year.to_str().unwrap()]);
}

fn report(folder: &Path, report: &str) {
    command(folder, &["-C", "shop", report, "--as-of", year::AS_OF, "--format", "json"]);
}

/// A folder with the year's ledgers and a workspace that has taken nothing in yet.
fn fresh() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    year::write(&folder.path().join("year")).unwrap();
    command(folder.path(), &["init", "shop", "--in-force-from", "none"]);
    folder
}

fn measure(criterion: &mut Criterion) {
    let mut night = criterion.benchmark_group("night");
    night.measurement_time(Duration::from_secs(20));
    night.bench_function("import and four reports", |bench| {
        let whole = |folder: TempDir| {
            import(folder.path());
            ["due", "owners", "violations", "fines"].iter().for_each(|name| report(folder.path(), name));
        };
        bench.iter_batched(fresh, whole, BatchSize::PerIteration);
    });
    night.bench_function("import", |bench| {
        bench.iter_batched(fresh, |folder| import(folder.path()), BatchSize::PerIteration);
    });
    let taken_in = fresh();
    import(taken_in.path());
    for name in ["due", "owners", "violations", "fines"] {
        night.bench_function(format!("command {name}"), |bench| bench.iter(|| report(taken_in.path(), name)));
    }
    night.bench_function("command explain", |bench| {
        let explain = ["-C", "shop", "explain", year::SOMEBODY, "--as-of", year::AS_OF, "--format", "json"];
        bench.iter(|| command(taken_in.path(), &explain));
    });
    night.finish();
    parts(criterion, taken_in.path());
}

/// The steps inside a report's command.
fn parts(criterion: &mut Criterion, folder: &Path) {
    let file = folder.join("shop/huifang.db");
    let read = || -> Books { Journal::open(&file, LockPatience::new(Duration::ZERO, || {})).unwrap().books().unwrap() };
    let policy = Policy::parse(Policy::preset_text("meeting-sales").unwrap()).unwrap();
    let texts = Texts::new(Lang::Zh);
    let as_of = year::AS_OF.parse().unwrap();
    let reading = ReportDates { as_of, on: as_of.succ_opt().unwrap() };
    let books = read();
    let assessment = assess(&books, &policy, reading);
    let masks = PhoneMasks::default();
    let speaker =
        Presenter { texts: &texts, policy: &policy, roster: &assessment.roster, reveal: false, masks: &masks };

    let mut parts = criterion.benchmark_group("part");
    parts.bench_function("books out of the journal", |bench| bench.iter(read));
    parts.bench_function("assessment", |bench| bench.iter(|| -> Assessment { assess(&books, &policy, reading) }));
    parts.bench_function("due as JSON", |bench| {
        bench.iter(|| json(&due(black_box(&assessment), &books, None)).unwrap())
    });
    parts.bench_function("owners as JSON", |bench| {
        bench.iter(|| json(&owners(black_box(&assessment), &books, OwnersOf::default())).unwrap());
    });
    parts.bench_function("violations as JSON", |bench| {
        bench.iter(|| json(&violations(&assessment, &books, ViolationsOf::default(), &speaker)).unwrap());
    });
    parts.bench_function("fines as JSON", |bench| {
        bench.iter(|| json(&fines(&assessment, &policy.sanctions, Month::of(as_of), FinesBy::Staff)).unwrap());
    });
    parts.finish();
}
