//! The command line as a publisher runs it.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const DATASET: &str = "tests/fixtures/data/cn-aluminium-wire-cable.json";

/// The project's folder, in which a publisher works.
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The dataset as this test reads it itself.
fn fixture() -> PathBuf {
    Path::new(PROJECT).join(DATASET)
}

fn tonnage(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonnage")).current_dir(PROJECT).args(arguments).output().unwrap()
}

#[track_caller]
fn check_refused(arguments: &[&str], words: &str) {
    let output = tonnage(arguments);
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{sentence}");
    assert!(sentence.contains(words), "{sentence}");
    assert!(output.stdout.is_empty());
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The names of an object's fields, sorted.
fn fields_of(object: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_breakdown_as_json() {
    let output = tonnage(&["breakdown", "--dataset", DATASET, "--period", "2025-04", "--json"]);
    assert!(output.status.success());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["period"], "2025-04");
    let total = &json["total"]["quantity"];
    assert_eq!(total["value"], 21_300.0);
    // What the print allows, and what all claims together leave of it.
    let printed = &total["printed"];
    assert_eq!((&printed["low"], &printed["high"]), (&21_250.0.into(), &21_400.0.into()));
    assert_eq!((&printed["text"], &printed["claims"][0]), (&"21,300 mt".into(), &"smm-103353491.3".into()));
    let near = |end: &str, at: f64| (total[end].as_f64().unwrap() - at).abs() < 0.5;
    assert!(near("low", 21_359.0) && near("high", 21_399.0), "{total}");
    assert_eq!(total["unit"], "t");
    assert_eq!(total["basis"]["kind"], "printed");
    assert_eq!(json["ytd"]["yoy"]["percent"]["value"], 16.08);
    let mexico = &json["destinations"][0];
    let fields = ["code", "mom", "name", "quantity", "rank", "share", "streak", "yoy"];
    assert_eq!(fields_of(mexico), fields);
    assert_eq!((&mexico["code"], &mexico["name"]), (&"MEX".into(), &"Mexico".into()));
    assert_eq!(mexico["streak"]["value"], 2.0);
    assert_eq!(mexico["mom"]["previous"]["value"], 2_301.988);
    assert_eq!(mexico["yoy"]["percent"]["status"], "not_published");
    assert!(mexico["yoy"]["percent"]["reason"].as_str().is_some_and(|r| !r.is_empty()));
    assert_eq!(json["products"][0]["code"], "76141000");
    assert_eq!(json["registration_locations"][0]["code"], "32");
    assert_eq!(json["registration_locations"][0]["streak"]["high"], Value::Null);
}

/// What a call prints on standard output.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let output = tonnage(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_breakdown_as_files() {
    let breakdown = ["breakdown", "--dataset", DATASET, "--period", "2025-04"];
    let with = |more: &[&str]| printed(&[&breakdown[..], more].concat());
    let csv = with(&["--format", "csv"]);
    let head = csv.lines().next().unwrap();
    assert!(head.starts_with("month,span,dimension,line,rank,code,name,quantity_t,"), "{head}");
    assert!(csv.contains("\n2025-04,month,destination,member,1,MEX,Mexico,2628.738,2628.7375,"), "{csv}");
    for dimension in ["product", "destination", "registration_location"] {
        assert!(csv.contains(&format!("\n2025-04,month,{dimension},total,")), "{dimension}");
    }
    assert!(with(&["--format", "excel-csv"]).starts_with("\u{FEFF}month,"));
    let json: Value = serde_json::from_str(&with(&["--format", "json"])).unwrap();
    assert_eq!((&json["format"], &json["about"]["period"]), (&"tonnage/table".into(), &"2025-04".into()));
    assert_eq!(json["rows"].as_array().unwrap().len() + 1, csv.lines().count());

    let folder = folder("breakdown-files");
    let [workbook, text] = ["b.xlsx", "b.csv"].map(|name| folder.join(name));
    with(&["-o", workbook.to_str().unwrap()]);
    assert!(fs::read(&workbook).unwrap().starts_with(b"PK"));
    with(&["-o", text.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(&text).unwrap(), csv);
    let refused = |more: &[&str], words| check_refused(&[&breakdown[..], more].concat(), words);
    refused(&["--format", "xlsx"], "--output FILE");
    refused(&["-o", "b.parquet"], "ending says no format");
    refused(&["--json", "--format", "csv"], "--json");
    refused(&["-o", folder.join("none/b.csv").to_str().unwrap()], "cannot be written");
}

#[test]
fn rows_are_written_and_imported_again() {
    let folder = folder("rows");
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let sinks = "public/data/cn-stainless-steel-sinks.json";
    for name in ["rows.csv", "rows.xlsx", "rows.json"] {
        let told = printed(&["rows", "--dataset", sinks, "-o", &file(name)]);
        assert!(told.contains(name) && told.contains(" rows."), "{told}");
        let back = file(&format!("{name}-back.json"));
        printed(&["import", &file(name), "--id", "sinks", "--title", "Sinks", "--source", "x", "-o", &back]);
    }
    // All three are one dataset.
    let back = |name: &str| fs::read_to_string(folder.join(format!("{name}-back.json"))).unwrap();
    let [csv, xlsx, json] = ["rows.csv", "rows.xlsx", "rows.json"].map(back);
    assert!(csv == xlsx && csv == json);
    let total = |text: &str| {
        let dataset: Value = serde_json::from_str(text).unwrap();
        let kilograms = dataset["columns"]["quantity_kg"].as_array().unwrap().iter();
        (dataset["months"].clone(), kilograms.map(|each| each.as_u64().unwrap()).sum::<u64>())
    };
    assert!(total(&csv) == total(&fs::read_to_string(Path::new(PROJECT).join(sinks)).unwrap()));
    check_refused(&["rows", "--dataset", DATASET, "-o", &file("x.csv")], "has no rows");
}

#[test]
fn the_breakdown_as_a_table() {
    let output = tonnage(&["breakdown", "--dataset", DATASET, "--period", "2025-04"]);
    let table = String::from_utf8(output.stdout).unwrap();
    let head = table.lines().find(|line| line.contains("Quantity t")).unwrap();
    let heads: Vec<&str> = head.split("   ").map(str::trim).filter(|head| !head.is_empty()).collect();
    assert_eq!(heads, ["Quantity t", "Share %", "Change t", "Change %", "Month before t"]);
    for words in ["April 2025", "2,629", "+327", "−1,658", "19,700", "Not itemised"] {
        assert!(table.contains(words), "{words}");
    }
}

#[test]
fn a_check_fails_where_figures_contradict_each_other() {
    let output = tonnage(&["check", "--dataset", DATASET]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    for words in
        ["275 reported figures", "13 contradict others", "127,909–128,027", "smm-103557449.32", "odd"]
    {
        assert!(text.contains(words), "{words}");
    }
    let output = tonnage(&["check", "--dataset", DATASET, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["claims"].as_array().unwrap().len(), 275);
    let is_base = |c: &&Value| c["claims"][0]["id"] == "smm-103557449.7";
    let base = json["contradictions"].as_array().unwrap().iter().find(is_base).unwrap();
    assert_eq!(base["claims"][0]["printed"], "135,000 mt");
    assert!(base["others_allow"]["high"].as_f64().unwrap() < 128_100.0);
    assert_eq!(json["revisions"][0]["claims"][0]["value"], 151_600.0);
    assert_eq!(json["suspicions"].as_array().unwrap().len(), 4);
    let output = tonnage(&["check"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn without_a_period_the_default_month_is_shown() {
    let output = tonnage(&["breakdown", "--dataset", DATASET, "--json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["period"], "2025-04");
}

#[test]
fn bad_arguments_get_a_sentence_and_exit_2() {
    check_refused(&[], "--help");
    check_refused(&["dance"], "no command “dance”");
    check_refused(&["breakdown"], "--dataset");
    check_refused(&["breakdown", "--dataset", "nowhere.json"], "nowhere.json cannot be read");
    check_refused(&["breakdown", "--dataset", DATASET, "--period", "2025-13"], "not a month");
    check_refused(&["breakdown", "--dataset", DATASET, "--period", "2031-01"], "December 2025");
    check_refused(
        &["breakdown", "--dataset", DATASET, "--span", "week"],
        "--span “week” is none of month, ytd, r12",
    );
    check_refused(&["breakdown", "--dataset", DATASET, "--colour"], "--colour");
    check_refused(&["manifest"], "which folder");
    check_refused(&["manifest", "nowhere"], "nowhere cannot be read");
}

#[test]
fn everything_that_is_missing_is_asked_for_at_once() {
    for words in ["which files", "--id NAME", "for its heading: --title TEXT", "--output FILE"] {
        check_refused(&["import"], words);
    }
    check_refused(&["import", "a.csv", "--id", "A", "--title", "T", "-o", "b"], "--id “A” may have small");
    check_refused(&["breakdown", "--dataset"], "'--dataset <FILE>'");
    check_refused(&["breakdown", "extra", "--dataset", DATASET], "'extra'");
    check_refused(&["help", "dance"], "no command “dance”");
}

#[test]
fn texts_may_begin_with_a_hyphen_and_the_last_of_two_options_counts() {
    let dataset = format!("--dataset={DATASET}");
    let note = written(&["note", &dataset, "--lang", "zh", "--lang", "en", "--comment", "--mine"]);
    assert!(note.starts_with("China’s") && note.contains("--mine"), "{note}");
}

#[test]
fn a_faulty_dataset_is_named_with_its_place() {
    let folder = folder("faulty");
    let text = fs::read_to_string(fixture()).unwrap();
    let path = folder.join("faulty.json");
    let name = path.to_str().unwrap();
    for (content, words) in [
        ("", "The file is empty"),
        ("<html>", "web page"),
        (&text[..text.floor_char_boundary(2_000)], "ends too early"),
        ("{\"format\": \"tonnage/published-figures\", \"version\": \"7.1\"}", "format version 7.1"),
    ] {
        fs::write(&path, content).unwrap();
        check_refused(&["breakdown", "--dataset", name], words);
    }
    // One bad claim: told, and the rest is used.
    fs::write(&path, text.replacen("\"value\": 23500", "\"value\": -23500", 1)).unwrap();
    let output = tonnage(&["breakdown", "--dataset", name, "--period", "2025-04"]);
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Line ") && told.contains("claims[") && told.contains("below zero"), "{told}");
}

#[test]
fn the_shipped_manifest_is_up_to_date() {
    for folder in ["public/data", "tests/fixtures/data"] {
        let output = tonnage(&["manifest", "--check", folder]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_manifest_follows_its_datasets() {
    let folder = folder("site");
    let path = folder.join("wire.json");
    fs::copy(fixture(), &path).unwrap();
    let name = folder.to_str().unwrap();
    assert!(tonnage(&["manifest", name]).status.success());
    assert!(tonnage(&["manifest", "--check", name]).status.success());
    let manifest: Value = serde_json::from_slice(&fs::read(folder.join("index.json")).unwrap()).unwrap();
    assert_eq!(manifest["datasets"][0]["file"], "wire.json");
    assert_eq!(manifest["datasets"][0]["bytes"], fs::metadata(&path).unwrap().len());

    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("alcircle-90994.1\"", "alcircle-90994.one\"", 1)).unwrap();
    check_refused(&["manifest", "--check", name], "out of date");
    // A dataset with a fault is not published.
    fs::write(&path, text.replacen("\"value\": 23500", "\"value\": -23500", 1)).unwrap();
    check_refused(&["manifest", name], "below zero");
    fs::write(&path, text.replacen("\"en\": \"Portugal\"", "\"en\": \"mexico \"", 1)).unwrap();
    check_refused(&["manifest", name], "destinations[11].name: “mexico” also names “MEX”");
    // Nor are two under one id, which a link could not tell apart.
    fs::write(&path, &text).unwrap();
    fs::copy(fixture(), folder.join("wire-again.json")).unwrap();
    check_refused(&["manifest", name], "same id");
}

#[test]
fn names_that_readers_of_the_other_language_lack_are_told() {
    let folder = folder("half-named");
    let text = fs::read_to_string(fixture()).unwrap();
    let mut dataset: Value = serde_json::from_str(&text).unwrap();
    let destinations = dataset["destinations"].as_array_mut().unwrap();
    let mexico = destinations.iter_mut().find(|member| member["code"] == "MEX").unwrap();
    mexico["name"] = serde_json::json!({ "en": "Mexico" });
    fs::write(folder.join("wire.json"), dataset.to_string()).unwrap();
    let name = folder.to_str().unwrap();
    let told = "wire.json: partners with a name in one language only. To be added: Mexico = 墨西哥.";
    for arguments in [&["manifest", name][..], &["manifest", "--check", name]] {
        assert!(written(arguments).contains(told), "{}", written(arguments));
    }
    assert!(written(&["manifest", "--lang", "zh", name]).contains("可补充：Mexico=墨西哥。"));
    assert!(!written(&["manifest", "--check", "public/data"]).contains("one language"));
}

const RECORDS: &str = "tests/fixtures/data/cn-stainless-steel-sinks.json";

fn written(arguments: &[&str]) -> String {
    let output = tonnage(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_breakdown_of_records_is_exact() {
    let arguments = ["breakdown", "--dataset", RECORDS, "--period", "2026-06", "--span", "r12"];
    let table = written(&arguments);
    assert!(!table.contains("SYNTHETIC") && table.contains("22,686"), "{table}");
    let json: Value = serde_json::from_str(&written(&[&arguments[..], &["--json"]].concat())).unwrap();
    assert_eq!((&json["synthetic"], &json["span"]), (&Value::Null, &"r12".into()));
    // As in tests/sinks_answers.rs.
    let states = &json["destinations"][0];
    assert_eq!((&states["code"], &states["name"]), (&"502".into(), &"United States".into()));
    for bound in ["low", "value", "high"] {
        assert_eq!(states["quantity"][bound], 22_685.834);
    }
    assert_eq!(states["quantity"]["basis"]["kind"], "recorded");
    let recorded =
        ["contribution", "presence", "price_effect", "unit_value", "value", "value_change", "volume_effect"];
    assert_eq!(fields_of(&states["recorded"]), recorded);
    let value = &states["recorded"]["value"];
    assert_eq!((&value["value"], &value["unit"]), (&135_349_936.0.into(), &"USD".into()));
    let hhi = json["concentration"]["destinations"]["hhi"]["value"].as_f64().unwrap();
    assert!((hhi - 339.034000960).abs() < 1e-6, "{hhi}");
}

#[test]
fn records_that_a_program_made_up_say_so() {
    let path = folder("made-up").join("made-up.json");
    let text = r#"{"format": "tonnage/records", "version": "1.0", "id": "made-up", "title": {"en": "Made up"},
        "commodity": {"en": "wire"}, "reporter": {"name": {"en": "China"}}, "flow": "export",
        "synthetic": true, "sources": ["Made by a test."], "months": ["2025-04"],
        "destinations": [{"code": "MEX", "name": {"en": "Mexico"}}],
        "columns": {"month": [0], "destination": [0], "quantity_kg": [1000], "value_usd": [3]}}"#;
    fs::write(&path, text).unwrap();
    let of =
        |call: &str, more: &[&str]| written(&[&[call, "--dataset", path.to_str().unwrap()], more].concat());
    assert!(of("breakdown", &[]).starts_with("SYNTHETIC DATA"));
    assert!(of("note", &[]).starts_with("SYNTHETIC DATA"));
    let json: Value = serde_json::from_str(&of("breakdown", &["--json"])).unwrap();
    assert_eq!(json["synthetic"], true);
}

#[test]
fn customs_files_become_a_dataset_that_the_manifest_names() {
    let folder = folder("import");
    let path = |name: &str| folder.join(name).display().to_string();
    let header = "Trading partner code,Trading partner,Commodity code,Commodity,Quantity,Unit,US dollar";
    fs::write(
        path("April.csv"),
        format!("{header}\n429,Mexico,76141000,Wire,2628738,Kilogram,\"7,886,214\"\n"),
    )
    .unwrap();
    fs::copy(fixture(), path("figures.json")).unwrap();
    written(&["manifest", &path("")]);
    let (file, output) = (path("April.csv"), path("wire.json"));
    let base = ["import", &file, "--id", "wire", "--title", "Wire", "-o", &output];
    check_refused(&base, "Are these exports or imports? Customs files do not say it.\n    --flow export");
    let flow = [&base[..], &["--flow", "export"]].concat();
    check_refused(&flow, "April.csv: Of which month is it?");
    let told = written(&[&flow[..], &["--period", "2025-04"]].concat());
    assert!(told.contains("2,628,738 kg") && told.contains("7,886,214 USD"), "{told}");
    let manifest: Value = serde_json::from_slice(&fs::read(path("index.json")).unwrap()).unwrap();
    assert_eq!(manifest["default"], "cn-aluminium-wire-cable");
    assert_eq!(
        (&manifest["datasets"][1]["id"], &manifest["datasets"][1]["kind"]),
        (&"wire".into(), &"records".into())
    );
    // The sums of its rows stand beside it, and are no dataset.
    let wire = &manifest["datasets"][1];
    let sums: Value = serde_json::from_slice(&fs::read(path("wire.sums.json")).unwrap()).unwrap();
    assert_eq!(sums["rows_sha256"], wire["sha256"]);
    assert_eq!(sums["sums"]["total"], serde_json::json!({"quantity_kg": [2628738], "value_usd": [7886214]}));
    assert_eq!(wire["sums"]["file"], "wire.sums.json");
    assert_eq!(wire["sums"]["bytes"], fs::metadata(path("wire.sums.json")).unwrap().len());
    assert_eq!(manifest["datasets"].as_array().unwrap().len(), 2);
    written(&["manifest", "--check", &path("")]);
    // Other ones are as much out of date as another list.
    fs::write(path("wire.sums.json"), "{}").unwrap();
    check_refused(&["manifest", "--check", &path("")], "wire.sums.json is out of date");
    written(&["manifest", &path("")]);
    written(&["manifest", "--check", &path("")]);
    let table = written(&["breakdown", "--dataset", &output]);
    assert!(table.contains("Mexico") && table.contains("2,629"), "{table}");
    check_refused(&[&flow[..], &["--period", "2025-13"]].concat(), "“2025-13” is not a month");
    check_refused(&[&flow[..], &["--name", "429"]].concat(), "not a code and a name like 429=Mexico");
    let stranger = [&flow[..], &["--period", "2025-04", "--name", "999=Nowhere"]].concat();
    check_refused(&stranger, "the files have no code 999");
    fs::write(path("April.csv"), b"\x89PNG....").unwrap();
    check_refused(&[&flow[..], &["--period", "2025-04"]].concat(), "nothing in these files could be used");
    // What was there before is still there.
    assert!(fs::read_to_string(&output).unwrap().contains("2628738"));
}

#[test]
fn an_import_has_names_in_both_languages_and_says_where_its_rows_are_from() {
    let folder = folder("import-names");
    let path = |name: &str| folder.join(name).display().to_string();
    let header = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,美元";
    fs::write(path("wire.csv"), format!("{header}\n202504,7614,铝线,429,墨西哥,5,千克,7\n")).unwrap();
    let output = path("wire.json");
    let titles = ["--title", "Wire", "--title-zh", "线", "--commodity", "wire", "--commodity-zh", "线材"];
    let more = ["--name", "7614=Wire", "--source", "One, of the customs office", "--source", "Two"];
    let import = ["import", &path("wire.csv"), "--flow", "export", "--id", "wire", "-o", &output];
    written(&[&import[..], &titles, &more].concat());
    let dataset: Value = serde_json::from_slice(&fs::read(&output).unwrap()).unwrap();
    assert_eq!(dataset["title"], serde_json::json!({"en": "Wire", "zh": "线"}));
    assert_eq!(dataset["commodity"], serde_json::json!({"en": "wire", "zh": "线材"}));
    assert_eq!(dataset["reporter"]["name"], serde_json::json!({"en": "China", "zh": "中国"}));
    assert_eq!(dataset["products"][0]["name"], serde_json::json!({"en": "Wire", "zh": "铝线"}));
    assert_eq!(dataset["destinations"][0]["name"], serde_json::json!({"en": "Mexico", "zh": "墨西哥"}));
    assert_eq!(dataset["sources"], serde_json::json!(["One, of the customs office", "Two"]));
}

#[test]
fn a_list_is_explained_answered_and_mapped() {
    let folder = folder("list");
    let path = |name: &str| folder.join(name).display().to_string();
    let (list, output) = (path("list.csv"), path("list.json"));
    fs::write(&list, "Month,Country,Qty,Value (EUR)\n04/05/2025,Chile,3,40\n05/06/2025,Peru,4,50\n").unwrap();
    let explained = written(&["import", &list, "--explain", "--answer", "unit=t"]);
    for said in [
        "list.csv: a list of its own, UTF-8",
        "partner_name       Chile · Peru",
        "\"is\": \"quantity\"",
        "--answer \"list.csv:date-order=day\"",
    ] {
        assert!(explained.contains(said), "{said}: {explained}");
    }
    assert!(!Path::new(&output).exists());
    let import = [
        "import",
        &list,
        "--flow",
        "export",
        "--id",
        "list",
        "--title",
        "List",
        "-o",
        &output,
        "--reporter",
        "Chile",
    ];
    check_refused(&import, "list.csv: What is counted in “Qty”?");
    check_refused(&[&import[..], &["--answer", "unit=bags"]].concat(), "that is no answer");
    check_refused(&[&import[..], &["--answer", "colour=red"]].concat(), "an answer is ABOUT=VALUE");
    let answers = ["--answer", "list.csv:unit/Qty=t", "--answer", "date-order=month"];
    written(&[&import[..], &answers].concat());
    let dataset: Value = serde_json::from_slice(&fs::read(&output).unwrap()).unwrap();
    assert_eq!(dataset["months"], serde_json::json!(["2025-04", "2025-05"]));
    assert_eq!(dataset["columns"]["quantity_kg"], serde_json::json!([3000, 4000]));
    assert_eq!(dataset["columns"]["value_eur"], serde_json::json!([40, 50]));
    let mapping = path("mapping.json");
    let columns = r#"[{"name": "Month", "is": "time", "date_order": "day"}, {"name": "Country", "is": "partner_name"},
        {"name": "Qty", "is": "quantity", "unit": "lb"}, {"name": "Value (EUR)", "is": "ignored"}]"#;
    fs::write(&mapping, format!(r#"{{"columns": {columns}}}"#)).unwrap();
    written(&[&import[..], &["--mapping", &mapping]].concat());
    let dataset: Value = serde_json::from_slice(&fs::read(&output).unwrap()).unwrap();
    assert_eq!(dataset["months"], serde_json::json!(["2025-05", "2025-06"]));
    assert_eq!(dataset["columns"]["quantity_kg"], serde_json::json!([1, 2]));
}

#[test]
fn what_files_leave_open_is_asked_and_what_they_lose_is_told() {
    let folder = folder("import-asked");
    let path = |name: &str| folder.join(name).display().to_string();
    let head = "period,reporterCode,reporterDesc,flowCode,partnerCode,partnerDesc,cmdCode,cmdDesc,netWgt,primaryValue";
    let (british, chinese) = ("826,United Kingdom", "156,China");
    let row = |reporter: &str, partner: &str, kilograms: &str| {
        format!("202504,{reporter},X,{partner},151110,Palm oil,{kilograms},5\n")
    };
    let file = path("two.csv");
    let rows = [
        row(british, "56,Belgium", "3000"),
        row(chinese, "56,Belgium", "7"),
        row(british, "0,World", "3000"),
    ];
    fs::write(&file, format!("{head}\n{}", rows.concat())).unwrap();
    let output = path("oil.json");
    let base = ["import", &file, "--id", "oil", "--title", "Oil", "-o", &output];
    check_refused(&base, "which are never added up.\n    --answer \"reporter=156\"  China (156), 1 row\n");
    check_refused(&[&base[..], &["--answer", "reporter"]].concat(), "an answer is ABOUT=VALUE");
    check_refused(&[&base[..], &["--answer", "same-key=x"]].concat(), "that is no answer to it");
    let left_out = path("left-out.csv");
    let answered = [&base[..], &["--answer", "reporter=826", "--left-out", &left_out]].concat();
    let told = written(&answered);
    assert!(
        told.contains("1 row for the whole world: sums of others") && told.contains("3,000 kg"),
        "{told}"
    );
    let listed = fs::read_to_string(&left_out).unwrap();
    assert!(listed.contains("two.csv,3,other-reporter,2025-04,151110,56,7,5\n"), "{listed}");
    let dataset: Value = serde_json::from_slice(&fs::read(&output).unwrap()).unwrap();
    assert_eq!(dataset["reporter"]["name"]["en"], "United Kingdom");
    assert_eq!((&dataset["version"], dataset["remarks"].as_array().unwrap().len()), (&"1.2".into(), 2));
    let note = written(&["note", "--dataset", &output, "--period", "2025-04"]);
    assert!(note.contains("United Kingdom’s exports of palm oil came to 3.0 t in April 2025"), "{note}");

    // Nobody says whose trade it is, nor what: the words do without.
    let rows =
        "month,product,destination,quantity_kg\n2025-04,151110,Hamburg,3000\n2025-04,151190,Hamburg,0\n";
    fs::write(&file, rows).unwrap();
    let base = [&base[..], &["--flow", "export"]].concat();
    check_refused(&base, "Whose trade is it? No file says it.\n    --reporter NAME");
    written(&[&base[..], &["--reporter", "Chile"]].concat());
    let note = written(&["note", "--dataset", &output, "--period", "2025-04"]);
    assert!(note.contains("Chile’s exports came to 3.0 t in April 2025"), "{note}");
    assert!(note.contains("Chile exported 3.0 t (HS 151110 and 151190) in April 2025"), "{note}");

    // More than one row in a hundred is lost: the dataset is written, and the end says so.
    fs::write(
        &file,
        format!("{head}\n{}{}", row(british, "56,Belgium", "3000"), row(british, "276,Germany", "x")),
    )
    .unwrap();
    let lost = tonnage(&base);
    let told = String::from_utf8(lost.stderr).unwrap();
    assert_eq!(lost.status.code(), Some(1), "{told}");
    assert!(told.contains("1 of 2 rows could not be read: more than 1 %"), "{told}");
    assert!(fs::read_to_string(&output).unwrap().contains("3000"));
    // Where nothing is weighed, money is what is broken down, and that is said.
    fs::write(&file, format!("{head}\n{}", row(british, "56,Belgium", "0"))).unwrap();
    let told = String::from_utf8(tonnage(&base).stderr).unwrap();
    assert!(told.contains("No row has a weight: everything is broken down by value"), "{told}");
}

#[test]
fn files_of_one_id_are_parts_of_one_dataset() {
    let folder = folder("parts");
    let path = |name: &str| folder.join(name).display().to_string();
    let header = "Date of data,Trading partner code,Commodity code,Quantity,Unit,US dollar";
    for year in ["2024", "2025"] {
        let file = path(&format!("{year}.csv"));
        fs::write(&file, format!("{header}\n{year}04,429,76141000,1,Kilogram,1\n")).unwrap();
        let output = path(&format!("wire-{year}.json"));
        written(&["import", &file, "--flow", "export", "--id", "wire", "--title", "Wire", "-o", &output]);
    }
    written(&["manifest", &path("")]);
    let manifest: Value = serde_json::from_slice(&fs::read(path("index.json")).unwrap()).unwrap();
    let dataset = &manifest["datasets"][0];
    assert_eq!((&dataset["first"], &dataset["last"]), (&"2024-04".into(), &"2025-04".into()));
    let files: Vec<&str> =
        dataset["parts"].as_array().unwrap().iter().map(|p| p["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["wire-2024.json", "wire-2025.json"]);
    assert!(dataset.get("file").is_none() && dataset.get("sums").is_none());
}

#[test]
fn the_note_of_a_month_in_both_languages_and_every_format() {
    let note = ["note", "--dataset", DATASET, "--period", "2025-04"];
    let of = |more: &[&str]| written(&[&note[..], more].concat());
    let text = of(&[]);
    assert!(text.starts_with(
        "China’s exports of aluminium wire and cable fell 5.3% MoM to 21,300 t in April 2025\n"
    ));
    assert!(of(&["--lang", "zh"]).starts_with("2025年4月中国铝线缆出口2.13万吨"));
    assert!(of(&["--length", "short"]).len() < text.len());
    let markdown = of(&["--format", "markdown", "--base", "https://example.org/t/", "--comment", "Mine."]);
    assert!(
        markdown.contains("[21,300 t](https://example.org/t/?d=") && markdown.contains("> Mine."),
        "{markdown}"
    );
    assert!(of(&["--format", "html"]).starts_with("<div lang=\"en\""));
    let json: Value = serde_json::from_str(&of(&["--format", "json"])).unwrap();
    assert_eq!(json["sections"][0]["sentences"][0]["rule"], "total");
    let records = written(&["note", "--dataset", RECORDS]);
    assert!(records.contains("18,672 t") && records.contains("June 2026"), "{records}");
    check_refused(&["note"], "--dataset");
    check_refused(&[&note[..], &["--lang", "fr"]].concat(), "--lang “fr” is none of en, zh");
    check_refused(&[&note[..], &["--length", "long"]].concat(), "none of short, full");
    check_refused(&[&note[..], &["--format", "pdf"]].concat(), "none of text, markdown, html, json");
    check_refused(&[&note[..], &["--base", "index.html"]].concat(), "begins with https://");
    check_refused(&["note", "--dataset", DATASET, "--period", "2031-01"], "December 2025");
}

#[test]
fn what_is_said_of_data_is_in_the_language_that_is_asked_for() {
    let table = written(&["breakdown", "--dataset", DATASET, "--period", "2025-04", "--lang", "zh"]);
    assert!(
        table.contains("出口目的地") && table.contains("墨西哥") && table.contains("数量（吨）"),
        "{table}"
    );
    // A Chinese character takes two columns of a terminal: heads stand above the ends of their numbers.
    let width =
        |text: &str| text.chars().map(|c| if c.is_ascii() || c == '−' { 1 } else { 2 }).sum::<usize>();
    let end_of = |line: &str, of: &str| width(&line[..line.find(of).unwrap() + of.len()]);
    let line = |of: &str| table.lines().find(|line| line.contains(of)).unwrap();
    assert_eq!(end_of(line("数量（吨）"), "数量（吨）"), end_of(line("墨西哥"), "2,629"), "{table}");
    let check = tonnage(&["--lang", "zh", "check", "--dataset", DATASET]);
    let told = String::from_utf8(check.stdout).unwrap();
    assert!(told.contains("与其他数据矛盾") && !told.contains("contradict"), "{told}");
    let refused = tonnage(&["check", "--lang", "zh", "--dataset", RECORDS]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_note_is_checked_and_its_figures_are_added() {
    let folder = folder("check-note");
    let path = |name: &str| folder.join(name).display().to_string();
    let (good, bad, dataset) = (path("good.txt"), path("bad.txt"), path("figures.json"));
    fs::write(&good, "In April 2025, China exported 21,300 t of aluminium wire and cable.").unwrap();
    fs::write(&bad, "In April 2025, China exported 23,100 t of aluminium wire and cable.").unwrap();
    fs::copy(fixture(), &dataset).unwrap();
    let told = written(&["check-note", &good, "--dataset", DATASET]);
    assert!(told.contains("agrees") && told.contains("21,300 t"), "{told}");
    let output = tonnage(&["check-note", &bad, "--dataset", DATASET, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["findings"][0]["verdict"], "differs");
    assert_eq!(json["findings"][0]["ours"]["value"], 21_300.0);
    let claims = path("claims.json");
    let add = [
        "check-note",
        &good,
        "--dataset",
        DATASET,
        "--id",
        "new-1",
        "--claims",
        &claims,
        "--add-to",
        &dataset,
    ];
    written(&add);
    assert!(fs::read_to_string(&dataset).unwrap().contains("\"new-1.1\""));
    let article: Value = serde_json::from_str(&fs::read_to_string(&claims).unwrap()).unwrap();
    assert_eq!(article["claims"][0]["value"], 21_300);
    check_refused(&add, "“new-1” already");
    check_refused(&["check-note"], "say which note");
    check_refused(&["check-note", &good], "--dataset");
    check_refused(&["check-note", "nowhere.txt", "--dataset", DATASET], "nowhere.txt cannot be read");
}

/// A call in Chinese that is refused; its sentence.
#[track_caller]
fn refused_in_chinese(arguments: &[&str]) -> String {
    let output = tonnage(&[arguments, &["--lang", "zh"]].concat());
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{sentence}");
    assert!(output.stdout.is_empty(), "{sentence}");
    // Before it may stand what of the files cannot be used.
    sentence.split_once("tonnage：").unwrap().1.trim_end().to_owned()
}

#[test]
fn what_is_wrong_with_arguments_is_told_in_chinese() {
    let check = |arguments: &[&str], sentence: &str| assert_eq!(refused_in_chinese(arguments), sentence);
    check(&[], "请指定要执行的命令。可用`tonnage --lang zh --help`查看全部命令。");
    check(&["dance"], "没有“dance”命令。可用`tonnage --lang zh --help`查看全部命令。");
    check(&["help", "dance"], "没有“dance”命令。可用`tonnage --lang zh --help`查看全部命令。");
    check(&["breakdown"], "缺少以下参数：--dataset <文件>（要读取的数据集）。");
    check(
        &["page"],
        "缺少以下参数：--dataset <文件>（要读取的数据集）或--site <文件夹>（构建好的网站所在的文件夹）。",
    );
    let dataset = ["breakdown", "--dataset", DATASET];
    let of = |more: &[&'static str]| [&dataset[..], more].concat();
    check(&of(&["--period", "2025-13"]), "--period：“2025-13”不是月份。月份应写作2025-04。");
    check(&of(&["--period", "2031-01"]), "--period 2031-01：超出数据时段（2021年12月至2025年12月）。");
    check(&of(&["--span", "week"]), "--span：“week”无效，可选值为month、ytd、r12。");
    check(&of(&["--colour"]), "未知参数“--colour”。可用`tonnage breakdown --help --lang zh`查看可用的参数。");
    check(&of(&["--format", "xlsx"]), "工作簿不能直接显示，请用--output指定写入的文件。");
    let conflict = refused_in_chinese(&of(&["--json", "--format", "csv"]));
    assert!(conflict.starts_with("--json不能与--format <格式>同时使用。"), "{conflict}");
    let refused = refused_in_chinese(&["check-note", "nowhere.txt", "--dataset", DATASET, "--id", ""]);
    assert!(refused.starts_with("--id <名称>缺少值。"), "{refused}");
    // The last of two counts, wherever it stands, and what is no language is refused in the one before.
    let said = |arguments: &[&str]| String::from_utf8(tonnage(arguments).stderr).unwrap();
    assert!(said(&["--lang=zh", "dance"]).contains("没有“dance”命令"));
    assert!(said(&["--lang", "zh", "breakdown", "--lang", "en"]).contains("say which dataset to read"));
    assert!(said(&["--lang", "zh", "breakdown", "--lang", "fr"]).contains("--lang：“fr”无效"));
    assert!(said(&["page"]).contains("which dataset to read: --dataset FILE, or which folder holds"));
}

#[test]
fn what_is_wrong_with_files_is_told_in_chinese() {
    let folder = folder("chinese");
    let path = |name: &str| folder.join(name).display().to_string();
    let check = |arguments: &[&str], words: &str| {
        let sentence = refused_in_chinese(arguments);
        assert!(sentence.contains(words), "{sentence}");
    };
    let missing = "无法读取nowhere.json：文件或文件夹不存在。";
    assert_eq!(refused_in_chinese(&["check", "--dataset", "nowhere.json"]), missing);
    check(&["rows", "--dataset", DATASET, "-o", &path("x.csv")], "不是海关数据集，没有数据行。");
    check(&["breakdown", "--dataset", DATASET, "-o", &path("x.parquet")], "无法从扩展名判断格式");
    check(&["page", "--site", "nowhere"], "文件或文件夹不存在");

    let text = fs::read_to_string(fixture()).unwrap();
    fs::write(path("wire.json"), text.replacen("\"title\"", "\"colour\": 1, \"title\"", 1)).unwrap();
    check(&["manifest", &path("")], "wire.json：colour：格式未在此处定义该字段。");
    check(&["manifest", &path("nowhere")], "文件或文件夹不存在");

    let file = path("四月.csv");
    fs::write(&file, "Trading partner code,Commodity code,Quantity,Unit\n429,76141000,5,Kilogram\n").unwrap();
    let output = path("out.json");
    let import = ["import", &file, "--id", "wire", "--title", "Wire", "-o", &output];
    check(&import, "这是出口还是进口？文件没有注明。\n    --flow export\n    --flow import");
    let flow = [&import[..], &["--flow", "export"]].concat();
    check(&flow, "四月.csv：这是哪个月份的数据？");
    let month = [&flow[..], &["--period", "2025-04"]].concat();
    check(&[&month[..], &["--name", "999=Nowhere"]].concat(), "--name 999=Nowhere：文件中没有代码999。");
    check(&[&month[..], &["--mapping", "nowhere"]].concat(), "--mapping：文件或文件夹不存在。");
    check(&[&month[..], &["--answer", "unit=bags"]].concat(), "--answer unit=bags：回答无效。");
    fs::write(&file, b"\x89PNG....").unwrap();
    check(&month, "这些文件中没有可用的内容。");

    let list = path("list.csv");
    fs::write(&list, "Month,Country,Qty\n2025-05,Chile,3\n").unwrap();
    let explained = written(&["import", &list, "--explain", "--lang", "zh"]);
    for said in ["list.csv：自备表格，UTF-8", "列对应关系：", "尚需说明：", "“Qty”对应哪种重量单位？"]
    {
        assert!(explained.contains(said), "{said}: {explained}");
    }
}
