// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command and those below it. Only the branch that the words name is made, and all branches where they name none,
 * because the library takes its time for every command it is handed.
 *
 * @param name the word that chooses it
 * @param command its words, for the library
 */
record CommandTree(String name, Function<CommandContext, CommandSpec> command, List<CommandTree> below) {

    private static final List<CommandTree> ALL = List.of(
            leaf("chat", ChatCommand::new),
            group(
                    "plan",
                    "Plans that agents propose.",
                    leaf("list", PlanCommands.ListPlans::new),
                    leaf("show", PlanCommands.Show::new),
                    leaf("approve", PlanCommands.Approve::new),
                    leaf("reject", PlanCommands.Reject::new)),
            group(
                    "todo",
                    "Your to-dos.",
                    leaf("list", TodoCommands.ListTodos::new),
                    leaf("add", TodoCommands.Add::new),
                    leaf("edit", TodoCommands.Edit::new),
                    leaf("done", TodoCommands.Done::new),
                    leaf("reopen", TodoCommands.Reopen::new),
                    leaf("delete", TodoCommands.Delete::new)),
            group(
                    "runs",
                    "Everything that ran or waits.",
                    leaf("list", RunCommands.ListRuns::new),
                    leaf("show", RunCommands.Show::new),
                    leaf("export", RunCommands.Export::new),
                    leaf("resume", RunCommands.Resume::new),
                    leaf("cancel", RunCommands.Cancel::new),
                    leaf("answer", RunCommands.Answer::new),
                    leaf("undo", RunCommands.Undo::new),
                    leaf("correct", CorrectionCommands.Correct::new)),
            group(
                    "corrections",
                    "What you said about which agent should have answered.",
                    leaf("list", CorrectionCommands.ListCorrections::new),
                    leaf("remove", CorrectionCommands.Remove::new)),
            group(
                    "sessions",
                    "Your conversations, and files of them.",
                    leaf("list", SessionCommands.ListSessions::new),
                    leaf("export", SessionCommands.Export::new),
                    leaf("import", SessionCommands.Import::new),
                    leaf("delete", SessionCommands.Delete::new),
                    leaf("clean", SessionCommands.Clean::new)),
            group(
                    "projects",
                    "Your projects: what conversations and to-dos belong to.",
                    leaf("list", ProjectCommands.ListProjects::new),
                    leaf("add", ProjectCommands.Add::new),
                    leaf("untrack", ProjectCommands.Untrack::new)),
            group(
                    "index",
                    "Folders whose documents are found by what they say.",
                    leaf("list", IndexCommands.ListFolders::new),
                    leaf("add", IndexCommands.Add::new),
                    leaf("remove", IndexCommands.Remove::new),
                    leaf("sync", IndexCommands.Sync::new),
                    leaf("pause", IndexCommands.Pause::new),
                    leaf("resume", IndexCommands.Resume::new)),
            leaf("search", SearchCommand::new),
            group(
                    "models",
                    "Servers with models, and which model answers.",
                    leaf("list", ModelCommands.ListModels::new),
                    leaf("add", ModelCommands.Add::new),
                    leaf("remove", ModelCommands.Remove::new),
                    leaf("key", ModelCommands.Key::new),
                    leaf("test", ModelCommands.Test::new),
                    leaf("use", ModelCommands.Use::new)),
            group(
                    "mail",
                    "Mailboxes that may be read for you.",
                    leaf("list", MailCommands.ListAccounts::new),
                    leaf("add", MailCommands.Add::new),
                    leaf("remove", MailCommands.Remove::new),
                    leaf("password", MailCommands.Password::new),
                    leaf("test", MailCommands.Test::new)),
            group(
                    "plugins",
                    "Plug-ins, and what they may.",
                    leaf("list", PluginCommands.ListPlugins::new),
                    leaf("info", PluginCommands.Info::new),
                    leaf("why", PluginCommands.Why::new),
                    leaf("grant", PluginCommands.Grant::new),
                    leaf("revoke", PluginCommands.Revoke::new),
                    leaf("install", PluginInstallCommands.Install::new),
                    leaf("remove", PluginInstallCommands.Remove::new),
                    leaf("rollback", PluginVersionCommands.Rollback::new),
                    leaf("enable", PluginVersionCommands.Enable::new),
                    leaf("disable", PluginVersionCommands.Disable::new),
                    leaf("processes", PluginProcessCommands.Processes::new),
                    leaf("end", PluginProcessCommands.End::new),
                    leaf("secret", PluginSecretCommand::new),
                    leaf("check", PluginCheckCommand::new),
                    leaf("search", CatalogCommands.Search::new),
                    leaf("update", PluginInstallCommands.Update::new),
                    group(
                            "catalogs",
                            "From where plug-ins are got.",
                            leaf("list", CatalogCommands.ListCatalogs::new),
                            leaf("add", CatalogCommands.Add::new),
                            leaf("remove", CatalogCommands.Remove::new)),
                    leaf("sign", PublisherCommands.Sign::new),
                    leaf("publish", PublisherCommands.Publish::new),
                    group(
                            "keys",
                            "Whose plug-ins can be installed.",
                            leaf("list", PublisherCommands.ListKeys::new),
                            leaf("trust", PublisherCommands.Trust::new),
                            leaf("forget", PublisherCommands.Forget::new),
                            leaf("make", PublisherCommands.Make::new))),
            group(
                    "batch",
                    "What works by itself, and when.",
                    leaf("list", BatchCommands.ListAll::new),
                    leaf("info", BatchCommands.Info::new),
                    leaf("run", BatchCommands.Run::new),
                    leaf("pause", BatchCommands.Pause::new),
                    leaf("resume", BatchCommands.Resume::new)),
            group(
                    "settings",
                    "Settings.",
                    leaf("list", SettingsCommands.ListSettings::new),
                    leaf("get", SettingsCommands.Get::new),
                    leaf("set", SettingsCommands.Set::new)),
            group(
                    "keys",
                    "How the key of your data is kept, and what helps when it is lost.",
                    leaf("show", KeysCommands.Show::new),
                    leaf("passphrase", KeysCommands.Passphrase::new),
                    leaf("keyring", KeysCommands.Keyring::new),
                    group(
                            "phrase",
                            "The recovery phrase: twelve words that open your data when all else is lost.",
                            leaf("new", KeysCommands.NewPhrase::new),
                            leaf("check", KeysCommands.CheckPhrase::new),
                            leaf("remove", KeysCommands.RemovePhrase::new)),
                    leaf("recover", RecoverCommand::new)),
            group(
                    "data",
                    "All of your data at once.",
                    leaf("export", ExportCommand::new),
                    leaf("import", ImportCommand::new),
                    leaf("erase", EraseCommand::new)),
            group(
                    "journal",
                    "The journal, in which everything is kept: read it whole, repair it.",
                    leaf("check", JournalCommands.Check::new),
                    leaf("repair", JournalCommands.Repair::new)),
            leaf("serve", ServeCommand::new),
            leaf("doctor", DoctorCommand::new),
            new CommandTree("help", _ -> new HelpCommand().spec(), List.of()));

    private static CommandTree leaf(String name, Function<CommandContext, FolderCommand> command) {
        return new CommandTree(name, context -> command.apply(context).spec(), List.of());
    }

    private static CommandTree group(String name, String description, CommandTree... below) {
        return new CommandTree(name, _ -> new CommandGroup(description).spec(), List.of(below));
    }

    /** Puts under the root what the words may mean; everything for no words. Help is about everything. */
    static void grow(CommandSpec root, List<String> words, CommandContext context) {
        if (words.equals(List.of("--version"))) {
            return;
        }
        grow(root, ALL, words.isEmpty() || words.getFirst().equals("help") ? List.of() : words, context);
    }

    private static void grow(CommandSpec parent, List<CommandTree> below, List<String> words, CommandContext context) {
        List<CommandTree> named = words.isEmpty()
                ? List.of()
                : below.stream()
                        .filter(each -> each.name.equals(words.getFirst()))
                        .toList();
        List<String> rest = named.isEmpty() ? List.of() : words.subList(1, words.size());
        for (CommandTree each : named.isEmpty() ? below : named) {
            CommandSpec made = each.command.apply(context);
            grow(made, each.below, rest, context);
            parent.addSubcommand(each.name, Syntax.parser(made));
        }
    }
}
