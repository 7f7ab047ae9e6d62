//! The help in Chinese. The English one is that of the arguments' doc comments, which clap prints.

mod zh;

use clap::builder::{Resettable, StyledStr};
use clap::{Arg, Command};

use zh::{CALLS, CallHelp, END, EVERYWHERE, EXAMPLE, VALUES};

/// A command line with its help in Chinese.
pub fn in_chinese(mut command: Command) -> Command {
    // Clap's own arguments are there, and usages whole, when it is built.
    command.build();
    translated(command).after_help(END)
}

/// A call, or the command line as a whole, and all calls below it.
fn translated(command: Command) -> Command {
    let Some(help) = CALLS.iter().find(|help| help.call == command.get_name()) else { return command };
    // An example reads the same in every language, below its heading.
    let example = command.get_after_help().map(ToString::to_string);
    let example = example.as_deref().and_then(|text| text.split_once('\n')).map(|(_, example)| example);
    let example = example.map(|example| format!("{EXAMPLE}\n{example}"));
    let long_about = (!help.more.is_empty()).then(|| format!("{}\n\n{}", help.about, help.more));
    let template = template(&command);
    let mut command = command
        .about(help.about)
        .long_about(Resettable::from(long_about.map(StyledStr::from)))
        .after_help(Resettable::from(example.map(StyledStr::from)))
        .subcommand_value_name(value("COMMAND"))
        .mut_args(|arg| argument(help, arg))
        .mut_subcommands(translated)
        .help_template(template);
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[选项]");
    command.override_usage(usage)
}

/// The parts of a call's help, under their headings.
fn template(command: &Command) -> String {
    let parts = [
        ("命令：\n{subcommands}", command.has_subcommands()),
        ("参数：\n{positionals}", command.get_positionals().next().is_some()),
        ("选项：\n{options}", command.get_opts().next().is_some()),
    ];
    let parts: Vec<&str> = parts.iter().filter(|(_, is_there)| *is_there).map(|(part, _)| *part).collect();
    format!("{{about-with-newline}}\n用法：{{usage}}\n\n{}{{after-help}}", parts.join("\n\n"))
}

/// An argument of a call. What clap says of values in English stands behind its help.
fn argument(call: &CallHelp, arg: Arg) -> Arg {
    let help = told(call, arg.get_id().as_str());
    let mut behind = Vec::new();
    let names: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
    if arg.get_action().takes_values() && !names.is_empty() {
        behind.push(format!("可选值：{}", names.join("、")));
    }
    let defaults = arg.get_default_values().iter().filter_map(|value| value.to_str());
    let defaults: Vec<&str> = defaults.filter(|value| !value.is_empty()).collect();
    if arg.get_action().takes_values() && !defaults.is_empty() {
        behind.push(format!("默认：{}", defaults.join("、")));
    }
    let help = match behind.is_empty() {
        true => help.to_owned(),
        false => format!("{help}（{}）", behind.join("；")),
    };
    let value_names: Vec<&'static str> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value(name)).collect();
    let arg = if value_names.is_empty() { arg } else { arg.value_names(value_names) };
    // Clap aligns by characters, of which a Chinese one is as wide as two.
    arg.help(help)
        .long_help(None::<&str>)
        .hide_possible_values(true)
        .hide_default_value(true)
        .next_line_help(true)
}

/// What an argument is: of its call, or of every one.
fn told(call: &CallHelp, id: &str) -> &'static str {
    let mut all = call.arguments.iter().chain(&EVERYWHERE);
    all.find(|(known, _)| *known == id).map_or("", |(_, help)| help)
}

/// What a value is called; the name of one that reads the same is not in the table.
fn value(name: &str) -> &'static str {
    VALUES.iter().find(|(known, _)| *known == name).map_or("", |(_, chinese)| chinese)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::CommandLine;

    /// The command line as clap builds it, and each of its calls.
    fn built() -> Vec<Command> {
        let mut whole = CommandLine::command();
        whole.build();
        let calls: Vec<Command> = whole.get_subcommands().cloned().collect();
        [vec![whole], calls].concat()
    }

    #[test]
    fn every_call_and_every_argument_is_told_and_nothing_else() {
        let commands = built();
        let names: Vec<&str> = commands.iter().map(Command::get_name).collect();
        let told: Vec<&str> = CALLS.iter().map(|help| help.call).collect();
        assert_eq!(told, names);
        for (help, command) in CALLS.iter().zip(&commands) {
            let everywhere = |id: &&str| EVERYWHERE.iter().any(|(known, _)| known == id);
            let ids = command.get_arguments().map(|arg| arg.get_id().as_str());
            let mut ids: Vec<&str> = ids.filter(|id| !everywhere(id)).collect();
            let mut told: Vec<&str> = help.arguments.iter().map(|(id, _)| *id).collect();
            ids.sort_unstable();
            told.sort_unstable();
            assert_eq!(told, ids, "{}", help.call);
            assert!(!help.about.is_empty() && help.arguments.iter().all(|(_, text)| !text.is_empty()));
            // Where English tells more, Chinese does.
            assert_eq!(help.more.is_empty(), command.get_long_about().is_none(), "{}", help.call);
        }
        let used = |id: &str| commands.iter().flat_map(Command::get_arguments).any(|arg| arg.get_id() == id);
        assert!(EVERYWHERE.iter().all(|(id, _)| used(id)));
    }

    #[test]
    fn every_value_has_a_name_and_every_name_a_value() {
        let commands = built();
        let arguments = commands.iter().flat_map(Command::get_arguments);
        let mut used: Vec<&str> = arguments
            .filter(|arg| arg.get_action().takes_values())
            .flat_map(|arg| arg.get_value_names().unwrap_or_default())
            .map(|name| name.as_str())
            .chain(["COMMAND"])
            .collect();
        used.sort_unstable();
        used.dedup();
        let mut told = VALUES.map(|(name, _)| name).to_vec();
        told.sort_unstable();
        assert_eq!(told, used);
    }

    /// Latin words in a help that are no names of options, calls, values or files, and no line of an example.
    fn english(help: &str, known: &[String]) -> Vec<String> {
        let is_in_word = |c: char| c.is_ascii_alphanumeric() || "-_./*".contains(c);
        let lines = help.lines().filter(|line| !line.trim_start().starts_with(['-', '<']));
        let prose: Vec<&str> = lines.take_while(|line| !line.starts_with(EXAMPLE)).collect();
        let prose = prose.join("\n");
        let words =
            prose.split(|c| !is_in_word(c)).filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
        let is_file = |word: &str| word.contains(['/', '.']);
        let unknown = words.filter(|word| !is_file(word) && !known.iter().any(|name| name == word));
        unknown.map(str::to_owned).collect()
    }

    #[test]
    fn the_help_has_no_english_words() {
        // Names that Chinese has, too.
        let names =
            ["tonnage", "JSON", "CSV", "Excel", "JavaScript", "HTML", "UN", "Comtrade", "YYYY-MM", "FOLDER"];
        let mut known: Vec<String> = names.map(str::to_owned).to_vec();
        let commands = built();
        for command in &commands {
            known.push(command.get_name().to_owned());
            for arg in command.get_arguments() {
                known.extend(arg.get_long().map(|long| format!("--{long}")));
                known.extend(arg.get_short().map(|short| format!("-{short}")));
                known.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
                known.extend(arg.get_default_values().iter().filter_map(|v| v.to_str().map(str::to_owned)));
            }
        }
        let mut whole = in_chinese(CommandLine::command());
        let calls: Vec<Command> = whole.get_subcommands().cloned().collect();
        let mut all = vec![whole.render_help().to_string(), whole.render_long_help().to_string()];
        for mut call in calls {
            all.extend([call.render_help().to_string(), call.render_long_help().to_string()]);
        }
        assert_eq!(all.len(), 2 * commands.len());
        for help in all {
            assert!(help.contains("用法：tonnage"), "{help}");
            assert_eq!(english(&help, &known), [""; 0], "{help}");
        }
    }

    #[test]
    fn clap_finds_no_fault_in_the_help() {
        in_chinese(CommandLine::command()).debug_assert();
    }
}
