//! By phone, by name, by a violation's id, as somebody types it.

use crate::clerk::{Clerk, Said};

/// Two households with a 陈桂兰, one of which has a violation.
fn shop() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    clerk.write(
        "books/花名册.csv",
        "工号,姓名,岗位,部门,入职日期\nS1,王小丽,服务专员,一部,2020-01-01\nS2,李强,服务专员,二部,2020-01-01\n",
    );
    clerk.write(
        "books/新增资源.csv",
        "报名时间,顾客姓名,电话,来源,专员,上报日期\n\
         2026-03-02 10:00,陈桂兰,13812345678,单子,王小丽,2026-03-02\n\
         2026-03-03 09:30,陈 桂兰,13900001111,散收,李强,2026-03-05\n\
         2026-03-04 15:00,吴玉梅,13700002222,单子,王小丽,2026-03-04\n",
    );
    assert_eq!(clerk.zh(&["-C", "shop", "import", "books", "-q"]).code, 0);
    clerk
}

fn zh(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.zh(&[&["-C", "shop", "--as-of", "2026-03-05"], args].concat())
}

fn en(clerk: &Clerk, args: &[&str]) -> Said {
    clerk.en(&[&["-C", "shop", "--as-of", "2026-03-05"], args].concat())
}

#[test]
fn a_phone_may_be_typed_in_any_way() {
    let clerk = shop();
    let asked = |phone: &str| {
        let said = zh(&clerk, &["explain", phone]);
        assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{phone}");
        said.stdout.lines().next().unwrap_or_default().to_owned()
    };
    for phone in ["13700002222", "137 0000 2222", "+86 137-0000-2222", "１３７００００２２２２"] {
        assert_eq!(asked(phone), "吴玉梅 137****2222：归属及依据（数据截至 2026-03-05）");
    }
    let whole = zh(&clerk, &["explain", "13700002222", "--reveal"]);
    assert!(whole.stdout.starts_with("吴玉梅 13700002222："), "{}", whole.stdout);
}

#[test]
fn a_phone_may_be_copied_from_a_report_that_hides_its_middle() {
    let clerk = shop();
    let page = zh(&clerk, &["explain", "137****2222"]);
    assert!(page.stdout.starts_with("吴玉梅 137****2222："), "{page:?}");
    assert_eq!(
        en(&clerk, &["explain", "136****2222"]),
        Said::failed(
            1,
            "error: the phone `136****2222` is in no household of the books\n\
             what to do: check the number; rows dated after 2026-03-05 are not read\n"
        )
    );
}

#[test]
fn a_page_hides_phones_to_its_last_line_and_can_be_made_again_all_the_same() {
    let clerk = shop();
    for (phone, reveal, shown) in
        [("137 0000 2222", None, "'137****2222'"), ("13700002222", Some("--reveal"), "13700002222 --reveal")]
    {
        let asked: Vec<&str> =
            ["explain", phone, "-o", "why.txt", "--format", "table"].into_iter().chain(reveal).collect();
        assert_eq!(zh(&clerk, &asked), Said::done(""));
        let page = std::fs::read_to_string(clerk.path("why.txt")).unwrap();
        assert!(page.ends_with(&format!("explain {shown}\n")), "{page}");
        assert_eq!(page.contains("13700002222"), reveal.is_some(), "{page}");
        assert_eq!(zh(&clerk, &["verify", "why.txt"]).code, 0);
    }
    // Nor does the log tell a number that nobody in the books has, or the lines of a note.
    assert_eq!(zh(&clerk, &["explain", "15900001234"]).code, 1);
    assert_eq!(zh(&clerk, &["explain", "找\n15900001234\u{1b}[31m"]).code, 1);
    let log = std::fs::read_to_string(clerk.path("shop/huifang.log")).unwrap();
    assert!(!log.contains("0000"), "{log}");
    assert!(log.lines().all(|line| line.starts_with("20") && !line.contains('\u{1b}')), "{log}");
}

#[test]
fn a_page_of_html_can_be_made_again_and_shows_where_it_was_changed() {
    let clerk = shop();
    let made = |request: &[&str], file| zh(&clerk, &[request, &["-o", file]].concat());
    for (request, file) in [
        (&["explain", "13700002222", "--reveal"][..], "why.html"),
        (&["explain", "吴玉梅"], "她.html"),
        (&["disputes"], "all.html"),
    ] {
        assert_eq!(made(request, file), Said::done(""));
        assert_eq!(zh(&clerk, &["verify", file]).code, 0, "{request:?}");
    }
    let page = std::fs::read_to_string(clerk.path("why.html")).unwrap();
    clerk.write("why.html", page.replacen("13700002222", "13700009999", 1));
    let said = zh(&clerk, &["verify", "why.html"]);
    assert!(said.code == 1 && said.stdout.contains("1 处"), "{said:?}");
}

#[test]
fn of_several_with_one_name_one_is_chosen_from_a_list() {
    let clerk = shop();
    assert_eq!(
        zh(&clerk, &["explain", "陈桂兰"]),
        Said::failed(
            1,
            "错误：“陈桂兰”共有 2 户\n  \
             1  138****5678  陈桂兰  逾期未预热，S1 王小丽 报过名\n  \
             2  139****1111  陈 桂兰  待预热，S2 李强 报过名\n\
             怎么办：请按序号选，例如“huifang explain 陈桂兰 --nth 2”；或按电话查（“--reveal”显示完整号码）\n"
        )
    );
    assert_eq!(
        en(&clerk, &["explain", "陈桂兰", "--reveal"]),
        Said::failed(
            1,
            "error: `陈桂兰` occurs in 2 households\n  \
             1  13812345678  陈桂兰  preheat overdue, signed up by S1 王小丽\n  \
             2  13900001111  陈 桂兰  waiting for preheat, signed up by S2 李强\n\
             what to do: choose one by its number, such as `huifang explain 陈桂兰 --nth 2`, or ask by phone (`--reveal` \
             shows the phones whole)\n"
        )
    );
    let second = zh(&clerk, &["explain", "陈桂兰", "--nth", "2"]);
    assert!(second.code == 0 && second.stdout.starts_with("陈 桂兰 139****1111："), "{second:?}");
    assert_eq!(
        zh(&clerk, &["explain", "陈桂兰", "--nth", "3"]),
        Said::failed(1, "错误：“陈桂兰”只有 2 户，没有第 3 户\n")
    );
    assert_eq!(
        zh(&clerk, &["explain", "陈桂兰", "--nth", "0"]),
        Said::failed(2, "错误：“--nth <序号>”：“0”不是这里可用的整数\n怎么办：请看“huifang --help”\n")
    );
}

#[test]
fn who_is_not_there_is_said_with_what_may_be_meant() {
    let clerk = shop();
    for (who, said) in [
        ("吴玉美", "error: nobody in the books is called `吴玉美`\nwhat to do: did you mean 吴玉梅?\n"),
        ("欧阳锋", "error: nobody in the books is called `欧阳锋`\nwhat to do: check the spelling, or ask by phone\n"),
        (
            "李强",
            "error: nobody in the books is called `李强`\n\
             what to do: 李强 is staff: see `huifang owners --staff S2`\n",
        ),
        (
            "13700002223",
            "error: the phone `13700002223` is in no household of the books\nwhat to do: did you mean 137****2222?\n",
        ),
        (
            "15900000000",
            "error: the phone `15900000000` is in no household of the books\n\
             what to do: check the number; rows dated after 2026-03-05 are not read\n",
        ),
        (
            "v-aaaaaaaaaa",
            "error: there is no violation `V-AAAAAAAAAA` on that day\n\
             what to do: see `huifang violations` for the ids; one that is dated later needs a later `--as-of`\n",
        ),
    ] {
        assert_eq!(en(&clerk, &["explain", who]), Said::failed(1, said), "{who}");
    }
}

#[test]
fn a_violation_is_explained_by_its_id_in_every_format() {
    let clerk = shop();
    let listed = en(&clerk, &["violations", "--format", "json"]).stdout;
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let id = listed[0]["id"].as_str().unwrap();
    let lower = id.to_lowercase();
    let text = en(&clerk, &["explain", &lower]).stdout;
    assert!(text.starts_with(&format!("violation {id}: how it arose (as of 2026-03-05)\n")), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&en(&clerk, &["explain", id, "--format", "json"]).stdout).unwrap();
    assert_eq!((&json["about"], &json["id"], &json["amount"]), (&"violation".into(), &id.into(), &"20.00".into()));
    assert_eq!(en(&clerk, &["explain", id, "-o", "why.html"]), Said::done(""));
    let page = std::fs::read_to_string(clerk.path("why.html")).unwrap();
    assert!(page.contains(&format!("<title>violation {id}")), "{page}");
    assert_eq!(
        en(&clerk, &["explain", id, "--format", "csv"]),
        Said::failed(2, "error: this cannot be written as `csv`\nwhat to do: choose one of table, xlsx, json, html\n")
    );
}

#[test]
fn the_listings_beside_it_have_their_fields() {
    let clerk = shop();
    let header = |args: &[&str]| {
        let said = en(&clerk, &[args, &["--format", "csv"]].concat());
        said.stdout.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        header(&["expiring"]),
        "until,days_left,household,customer,status,staff,staff_name,clause,act,turn,call"
    );
    assert_eq!(header(&["owners", "--history"]), "household,from,to,status,staff,staff_name,clause,ended_by,evidence");
    assert_eq!(
        header(&["disputes"]),
        "dispute,date,household,phones,customer,staff,clause,violation,text,claims,evidence,decide"
    );
    let expiring: serde_json::Value =
        serde_json::from_str(&en(&clerk, &["expiring", "--days", "0", "--format", "json"]).stdout).unwrap();
    assert_eq!(expiring, serde_json::json!([]));
    let one = zh(&clerk, &["expiring", "--days", "1", "--staff", "李强", "--format", "json"]).stdout;
    assert_eq!(
        one,
        "[\n{\"until\":\"2026-03-06\",\"days_left\":1,\"household\":\"13900001111\",\"customer\":\"陈 桂兰\",\
         \"status\":\"held\",\"staff\":\"S2\",\"turn\":\"lapses\",\"clause\":\"supplement-3\",\"act\":\"preheat\",\"call\":\"13900001111\"}\n]\n"
    );
}
