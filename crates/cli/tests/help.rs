//! The help that the command line gives, and its examples.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;
use std::process::{Command, Output};

/// The project's folder, where the examples run.
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// What an example begins with, before the arguments.
const PROGRAM: &str = "cargo run -q --release --bin tonnage -- ";

fn tonnage<A: AsRef<std::ffi::OsStr>>(arguments: &[A]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonnage")).current_dir(PROJECT).args(arguments).output().unwrap()
}

fn help(arguments: &[&str]) -> String {
    let output = tonnage(arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The calls that `tonnage --help` lists, but for `help` itself.
fn calls() -> Vec<String> {
    let text = help(&["--help"]);
    let list = text.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = list.lines().map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.filter(|name| name != "help").collect()
}

/// The example at the end of a call's help, as arguments.
fn example(help: &str) -> Vec<String> {
    let command = help.split_once("Example, in the project’s folder:\n").unwrap().1.trim();
    let arguments = command.replace("\\\n", " ").strip_prefix(PROGRAM).unwrap().to_owned();
    // What stands between quotation marks is one argument, and nothing else does.
    let mut words = Vec::new();
    for (place, part) in arguments.split('"').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}

#[test]
fn help_lists_every_call() {
    let names = calls();
    for name in ["breakdown", "check", "import", "note", "check-note", "manifest", "rows"] {
        assert!(names.iter().any(|n| n == name), "{name}");
    }
    assert_eq!(help(&["help"]), help(&["--help"]));
    assert_eq!(help(&["-h"]), help(&["--help"]));
}

#[test]
fn every_call_has_help_whose_example_runs() {
    for name in calls() {
        let text = help(&["help", &name]);
        assert_eq!(text, help(&[&name, "--help"]));
        let mut arguments = example(&text);
        assert_eq!(arguments[0], name);
        // What an example writes goes where tests write.
        for argument in &mut arguments {
            if let Some(file) = argument.strip_prefix("target/") {
                *argument = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file).display().to_string();
            }
        }
        let output = tonnage(&arguments);
        // A check that finds differences ends with 1.
        let code = output.status.code().unwrap();
        assert!(code == 0 || code == 1, "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_version_is_told() {
    for option in ["--version", "-V"] {
        assert_eq!(help(&[option]), concat!("tonnage ", env!("CARGO_PKG_VERSION"), "\n"));
    }
}

#[test]
fn help_is_in_the_language_that_is_asked_for() {
    let whole = help(&["--lang", "zh", "--help"]);
    assert!(whole.contains("用法：tonnage [选项] <命令>\n\n命令：\n  breakdown"), "{whole}");
    assert!(whole.contains("（可选值：en、zh；默认：en）"), "{whole}");
    for arguments in [&["--help", "--lang=zh"][..], &["help", "--lang", "zh"], &["-h", "--lang", "zh"]] {
        assert_eq!(help(arguments), whole);
    }
    for name in calls() {
        let text = help(&["help", &name, "--lang", "zh"]);
        assert_eq!(text, help(&["--lang", "zh", "help", &name]));
        assert_eq!(text, help(&[&name, "--lang", "zh", "--help"]));
        assert!(text.contains(&format!("用法：tonnage {name} [选项]")), "{text}");
        // The example is the same one.
        let english = help(&["help", &name]);
        let (_, example) = english.split_once("Example, in the project’s folder:\n").unwrap();
        assert!(text.ends_with(&format!("\n\n示例（在项目文件夹中运行）：\n{example}")), "{text}");
        let short = help(&[&name, "-h", "--lang", "zh"]);
        assert!(short.contains("用法：tonnage") && short.contains("选项："), "{short}");
    }
    // The last one counts.
    assert_eq!(help(&["--lang", "zh", "--help", "--lang", "en"]), help(&["--help"]));
}
