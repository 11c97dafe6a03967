// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * A command and those below it. The library reads the declaration of every command it is handed, which takes longer
 * than most commands work; so only the branch that the words name is made, and all branches where they name none.
 *
 * @param name the word that chooses it; the one in its declaration
 */
record CommandTree(String name, Function<CommandContext, Object> command, List<CommandTree> below) {

    private static final List<CommandTree> ALL = List.of(
            leaf("chat", ChatCommand::new),
            group(
                    "plan",
                    _ -> new PlanCommands.Group(),
                    leaf("list", PlanCommands.ListPlans::new),
                    leaf("show", PlanCommands.Show::new),
                    leaf("approve", PlanCommands.Approve::new),
                    leaf("reject", PlanCommands.Reject::new)),
            group(
                    "todo",
                    _ -> new TodoCommands.Group(),
                    leaf("list", TodoCommands.ListTodos::new),
                    leaf("add", TodoCommands.Add::new),
                    leaf("edit", TodoCommands.Edit::new),
                    leaf("done", TodoCommands.Done::new),
                    leaf("reopen", TodoCommands.Reopen::new),
                    leaf("delete", TodoCommands.Delete::new)),
            group(
                    "runs",
                    _ -> new RunCommands.Group(),
                    leaf("list", RunCommands.ListRuns::new),
                    leaf("show", RunCommands.Show::new),
                    leaf("export", RunCommands.Export::new),
                    leaf("resume", RunCommands.Resume::new),
                    leaf("cancel", RunCommands.Cancel::new),
                    leaf("answer", RunCommands.Answer::new),
                    leaf("undo", RunCommands.Undo::new)),
            group(
                    "sessions",
                    _ -> new SessionCommands.Group(),
                    leaf("list", SessionCommands.ListSessions::new),
                    leaf("export", SessionCommands.Export::new),
                    leaf("import", SessionCommands.Import::new),
                    leaf("delete", SessionCommands.Delete::new),
                    leaf("clean", SessionCommands.Clean::new)),
            group(
                    "projects",
                    _ -> new ProjectCommands.Group(),
                    leaf("list", ProjectCommands.ListProjects::new),
                    leaf("add", ProjectCommands.Add::new),
                    leaf("untrack", ProjectCommands.Untrack::new)),
            group(
                    "settings",
                    _ -> new SettingsCommands.Group(),
                    leaf("list", SettingsCommands.ListSettings::new),
                    leaf("get", SettingsCommands.Get::new),
                    leaf("set", SettingsCommands.Set::new)),
            group(
                    "keys",
                    _ -> new KeysCommands.Group(),
                    leaf("show", KeysCommands.Show::new),
                    leaf("passphrase", KeysCommands.Passphrase::new),
                    leaf("keyring", KeysCommands.Keyring::new),
                    group(
                            "phrase",
                            _ -> new KeysCommands.PhraseGroup(),
                            leaf("new", KeysCommands.NewPhrase::new),
                            leaf("check", KeysCommands.CheckPhrase::new),
                            leaf("remove", KeysCommands.RemovePhrase::new)),
                    leaf("recover", RecoverCommand::new)),
            group(
                    "data",
                    _ -> new DataCommands.Group(),
                    leaf("export", ExportCommand::new),
                    leaf("import", ImportCommand::new),
                    leaf("erase", EraseCommand::new)),
            group(
                    "journal",
                    _ -> new JournalCommands.Group(),
                    leaf("check", JournalCommands.Check::new),
                    leaf("repair", JournalCommands.Repair::new)),
            leaf("serve", ServeCommand::new),
            leaf("doctor", DoctorCommand::new),
            leaf("help", _ -> new CommandLine.HelpCommand()));

    private static CommandTree leaf(String name, Function<CommandContext, Object> command) {
        return new CommandTree(name, command, List.of());
    }

    private static CommandTree group(String name, Function<CommandContext, Object> command, CommandTree... below) {
        return new CommandTree(name, command, List.of(below));
    }

    /** Puts under the root what the words may mean; everything for no words. Help is about everything. */
    static void grow(CommandLine root, List<String> words, CommandContext context) {
        grow(root, ALL, words.isEmpty() || words.getFirst().equals("help") ? List.of() : words, context);
    }

    private static void grow(CommandLine parent, List<CommandTree> below, List<String> words, CommandContext context) {
        List<CommandTree> named = words.isEmpty()
                ? List.of()
                : below.stream()
                        .filter(each -> each.name.equals(words.getFirst()))
                        .toList();
        List<String> rest = named.isEmpty() ? List.of() : words.subList(1, words.size());
        for (CommandTree each : named.isEmpty() ? below : named) {
            CommandLine made = new CommandLine(each.command.apply(context));
            grow(made, each.below, rest, context);
            parent.addSubcommand(each.name, made);
        }
    }
}
