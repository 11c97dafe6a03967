// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.engine.Engine;
import officina.engine.ProjectItem;
import officina.engine.UntrackedProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officina projects ...}: what conversations and to-dos belong to. */
final class ProjectCommands {

    private ProjectCommands() {}

    @Command(name = "projects", description = "Your projects: what conversations and to-dos belong to.")
    static final class Group extends CommandGroup {}

    @Command(name = "list", description = "Projects, by name.")
    static final class ListProjects extends EngineCommand {

        ListProjects(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<ProjectItem> projects = engine.projects().list();
            if (out.json()) {
                projects.forEach(each -> out.print(json(each), ""));
            } else {
                out.table(projects.stream()
                        .map(each -> List.of(
                                Ids.shown(each.id()),
                                each.project().name(),
                                each.project().standard() ? "default" : ""))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Make a project.")
    static final class Add extends EngineCommand {

        @Parameters(arity = "1..*", paramLabel = "NAME", description = "What it is called.")
        List<String> name = List.of();

        Add(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            ProjectItem added = engine.projects().add(Inputs.word(String.join(" ", name)));
            out.print(json(added), "Added the project \"" + added.project().name() + "\": " + Ids.shown(added.id()));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "untrack",
            description =
                    "Forget a project for ever: its conversations, to-dos, settings and grants, out of the files, too.",
            footer = {
                "",
                "It cannot be undone. Your own files are not touched. What conversations of other projects tell of it"
                        + " stays in them."
            })
    static final class Untrack extends EngineCommand {

        /** What the person types, so that no single key press does it. */
        static final String WORD = "untrack";

        @Parameters(paramLabel = "PROJECT", description = "The project's name, its identifier or the end of that.")
        String project = "";

        @Option(names = "--yes", description = "Do not ask.")
        boolean yes;

        Untrack(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            ProjectItem found = find(engine, project);
            if (!yes) {
                confirm(found.project().name());
            }
            UntrackedProject done = engine.projects().untrack(found.id());
            out.print(
                    JsonObject.EMPTY
                            .with("name", done.name())
                            .with("conversations", done.conversations())
                            .with("records", done.records())
                            .with("events", done.events())
                            .with("bytes", done.bytes()),
                    "Untracked \"" + done.name() + "\": " + count(done.conversations(), "conversation") + " and "
                            + count(done.records(), "to-do or setting", "to-dos and settings") + " are gone, "
                            + count(done.events(), "event") + " out of the journal.");
            return ExitCode.OK;
        }

        private void confirm(String name) {
            Console console = console();
            if (console == null) {
                throw unconfirmed("Nobody can be asked whether the project is to be forgotten.", "Say it with --yes.");
            }
            String typed = console.readLine(
                    "The project \"%s\" and all that is kept for it will be gone for good. Type %s to go on: ",
                    Output.printable(name), WORD);
            if (typed == null || !typed.strip().equals(WORD)) {
                throw unconfirmed("Nothing was changed.", "Type the word " + WORD + ", or say --yes.");
            }
        }

        private static FailureException unconfirmed(String message, String remedy) {
            return new FailureException(Failure.of("project.unconfirmed", ErrorKind.USER, message, remedy));
        }

        private static String count(long number, String one) {
            return count(number, one, one + "s");
        }

        private static String count(long number, String one, String many) {
            return number + " " + (number == 1 ? one : many);
        }
    }

    private static JsonObject json(ProjectItem item) {
        return JsonObject.EMPTY
                .with("project", item.id())
                .with("name", item.project().name())
                .with("standard", item.project().standard());
    }

    /** By its name, without regard to case, or by its identifier. */
    static ProjectItem find(Engine engine, String wanted) {
        List<ProjectItem> all = engine.projects().list();
        return all.stream()
                .filter(each -> each.project()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> Ids.find(wanted, all, ProjectItem::id, "project"));
    }
}
